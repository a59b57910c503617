/** Values in formulas: Excel's errors, and how it turns one type into another. */

import { type CalcMatrix, type CalcValue } from "./types";

export interface ErrorValue {
  readonly error: string;
}

const known = new Map<string, ErrorValue>();

/** The one value of an error, so that errors are cheap. */
export function errorValue(code: string): ErrorValue {
  let value = known.get(code);
  if (!value) known.set(code, (value = { error: code }));
  return value;
}

export const VALUE = errorValue("#VALUE!");
export const REF = errorValue("#REF!");
export const NAME = errorValue("#NAME?");
export const NA = errorValue("#N/A");
export const DIV0 = errorValue("#DIV/0!");
export const NUM = errorValue("#NUM!");
export const NULL = errorValue("#NULL!");

/** A rectangle of cells of a sheet; edges inclusive. Whole columns reach to the last row of the grid. */
export interface Area {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What an expression comes to: one value, an array, or cells that are not read yet. */
export type Operand = CalcValue | CalcMatrix | Area;

export function isMatrix(operand: Operand): operand is CalcMatrix {
  return Array.isArray(operand);
}

export function isArea(operand: Operand): operand is Area {
  return typeof operand === "object" && operand !== null && "top" in operand;
}

export function isErrorValue(value: Operand): value is ErrorValue {
  return typeof value === "object" && value !== null && "error" in value;
}

/** Numbers in texts, the en-US way, as the formulas are. A lone "-" is none. */
const NUMBER = /^[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:e[-+]?\d+)?\s*%?$/i;

/** A text as the number that Excel takes it for; undefined where it is none. */
export function numberInText(text: string): number | undefined {
  const trimmed = text.trim();
  if (!/\d/.test(trimmed) || !NUMBER.test(trimmed)) return undefined;
  const plain = Number(trimmed.replaceAll(",", "").replace("%", ""));
  if (!Number.isFinite(plain)) return undefined;
  return trimmed.endsWith("%") ? plain / 100 : plain;
}

/** A value in arithmetic: blank is 0, TRUE is 1, a text is read or is `#VALUE!`. */
export function toNumber(value: CalcValue): number | ErrorValue {
  if (typeof value === "number") return value;
  if (value === null) return 0;
  if (typeof value === "boolean") return value ? 1 : 0;
  return typeof value === "string" ? (numberInText(value) ?? VALUE) : value;
}

/** Digits that Excel keeps and shows. */
const DIGITS = 15;

/** A value in a text: blank is nothing, a number is as General shows it in a wide cell. */
export function toText(value: CalcValue): string | ErrorValue {
  if (typeof value === "string") return value;
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "number" ? String(Number(value.toPrecision(DIGITS))).toUpperCase() : value;
}

/** A value as a condition: 0 and blank are false; of texts only TRUE and FALSE count. */
export function toCondition(value: CalcValue): boolean | ErrorValue {
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return value !== 0;
  if (value === null) return false;
  if (typeof value !== "string") return value;
  const upper = value.toUpperCase();
  return upper === "TRUE" ? true : upper === "FALSE" ? false : VALUE;
}

const SHORTER = /\.\d{14,}|e/;

/** Whether two numbers are the same to the fifteen digits that Excel keeps. */
function sameNumber(a: number, b: number): boolean {
  if (a === b) return true;
  if (!SHORTER.test(String(a)) && !SHORTER.test(String(b))) return false;
  return a.toPrecision(DIGITS) === b.toPrecision(DIGITS);
}

/** Numbers come before texts, texts before truth values. */
const RANKS: Readonly<Record<string, number>> = { number: 0, string: 1, boolean: 2 };

/** Below zero, zero or above: the order of two values that are no errors. A blank is what the other side is. */
export function compareValues(a: CalcValue, b: CalcValue): number {
  const left = a ?? blankLike(b);
  const right = b ?? blankLike(a);
  if (typeof left === "number" && typeof right === "number") return sameNumber(left, right) ? 0 : left - right;
  if (typeof left === "string" && typeof right === "string") return compareTexts(left, right);
  if (typeof left === "boolean" && typeof right === "boolean") return Number(left) - Number(right);
  return (RANKS[typeof left] ?? 0) - (RANKS[typeof right] ?? 0);
}

const blankLike = (other: CalcValue): CalcValue =>
  typeof other === "string" ? "" : typeof other === "boolean" ? false : 0;

const collator = new Intl.Collator("vi", { sensitivity: "accent" });

/** Texts are compared without case, accents counting. */
function compareTexts(a: string, b: string): number {
  return a === b || a.toLowerCase() === b.toLowerCase() ? 0 : collator.compare(a, b);
}

/** What a cell shows of a result: a formula that comes to a blank shows 0. */
export function asResult(value: CalcValue | undefined): CalcValue {
  if (value === undefined) return NA;
  if (value === null) return 0;
  // Excel has no infinities, and no negative zero to show.
  if (typeof value === "number") return Number.isFinite(value) ? value + 0 : NUM;
  return value;
}
