/** Cells as Excel hands them to our functions, and what comes back. */

import { decimalsOf, readFigure, type Figure } from "../core/number";

/** An Excel error that a cell comes to, with the words that Excel shows under it; plain data, so that it is testable. */
export interface Failure {
  readonly error: string;
  readonly message?: string;
}

/** What one cell comes to; "" shows as blank. */
export type Result = number | string | Failure;

/** A rectangle of cells, row by row. */
export type Matrix<T> = readonly (readonly T[])[];

/**
 * An argument as a rectangle. Excel hands over a rectangle even for one cell; an argument left out arrives as null (the
 * documentation of optional parameters) or undefined.
 */
export function asMatrix(argument: unknown): Matrix<unknown> {
  if (!Array.isArray(argument)) return [[argument]];
  const rows = argument.map((row: unknown): readonly unknown[] => (Array.isArray(row) ? row : [row]));
  return rows.length === 0 || rows[0]!.length === 0 ? [[undefined]] : rows;
}

/**
 * Whether a cell is blank. Blank cells arrive as null in Excel on the web and as 0 in many desktop versions
 * (OfficeDev/office-js #4702, #1951, #5262), as "" where a formula left them blank. A function cannot tell the 0 of a
 * blank cell from a typed one; therefore the formulas that filling writes hand blanks over as "".
 */
export function isBlank(value: unknown): boolean {
  return value === null || value === undefined || value === "";
}

/**
 * The error that a cell holds, such as `#DIV/0!`. Excel hands errors over as objects of the type "Error" with their code,
 * where the metadata allows it (`allowErrorForDataTypeAny`); without it the function is not called at all.
 */
export function errorIn(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { code, type, basicValue } = value as Readonly<Record<string, unknown>>;
  if (typeof code === "string") return code;
  return type === "Error" && typeof basicValue === "string" ? basicValue : undefined;
}

/** Decimals up to which a double is written as it was typed; noise shows only beyond them. */
const CLEAN_DECIMALS = 3;
/** Digits that Excel keeps. */
const EXCEL_DIGITS = 15;

/** A number without the noise of binary arithmetic: 0,6859999999999999 from a division is 0,686. */
export function withoutNoise(value: number): number {
  if (Number.isInteger(value) || decimalsOf(value) <= CLEAN_DECIMALS) return value;
  return Number(value.toPrecision(EXCEL_DIGITS));
}

const NOT_A_FIGURE: Figure = { kind: "unreadable", text: "", reason: "no-number" };

/**
 * Reads a cell as a figure. Numbers are numbers; texts are read the Vietnamese way, each by itself, so that a cell comes
 * to the same alone and in a range. Truth values and dates written as texts are no figures; a real date cannot be told
 * from a number, since Excel hands over only its number.
 */
export function figureOf(value: unknown): Figure {
  const basic = basicValue(value);
  if (isBlank(basic)) return { kind: "missing", written: "blank" };
  if (typeof basic === "number") {
    if (!Number.isFinite(basic)) return NOT_A_FIGURE;
    const clean = withoutNoise(basic);
    return { kind: "number", value: clean, decimals: decimalsOf(clean), confidence: 1 };
  }
  return typeof basic === "string" ? readFigure(basic) : NOT_A_FIGURE;
}

/** Data types of newer Excel (a number with its own format, a currency) hold the plain value beside the rest. */
export function basicValue(value: unknown): unknown {
  if (typeof value === "object" && value !== null && "basicValue" in value) return value.basicValue;
  return value;
}

/** A cell as words to show in a message. */
export function shown(value: unknown): string {
  const basic = basicValue(value);
  if (typeof basic === "boolean") return basic ? "TRUE" : "FALSE";
  return typeof basic === "number" ? String(basic).replace(".", ",") : typeof basic === "string" ? basic : "";
}
