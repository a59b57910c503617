/** How a text becomes the content of a cell, as when it is typed. */

import { EXCEL_ERRORS } from "../../../core/table/grid";
import { type CellValue, type InputLocale } from "./types";

/** What a typed text puts into a cell. */
export interface TypedContent {
  readonly value: CellValue;
  /** En-US, with its "=". */
  readonly formula?: string;
  /** The format that a cell of format General takes on. */
  readonly numberFormat?: string;
  readonly quotePrefix?: boolean;
}

interface Separators {
  readonly decimal: string;
  readonly thousands: string;
  /** Whether the day comes before the month. */
  readonly dayFirst: boolean;
  readonly dateFormat: string;
}

export const SEPARATORS: Readonly<Record<InputLocale, Separators>> = {
  "en-US": { decimal: ".", thousands: ",", dayFirst: false, dateFormat: "m/d/yyyy" },
  "vi-VN": { decimal: ",", thousands: ".", dayFirst: true, dateFormat: "dd/mm/yyyy" },
};

/** A formula with its "=", with or without which Office.js takes one. */
export const withEquals = (formula: string): string => (formula.startsWith("=") ? formula : `=${formula}`);

/** A formula as the user's separators write it, in en-US; outside of strings and quoted names. */
export function formulaToEnglish(formula: string, locale: InputLocale): string {
  if (locale === "en-US") return formula;
  return mapOutsideQuotes(formula, (part) =>
    part
      .replace(/(\d),(\d)/g, "$1\u0000$2")
      .replaceAll(";", ",")
      .replaceAll("\u0000", "."),
  );
}

/** An en-US formula with the user's separators. */
export function formulaToLocal(formula: string, locale: InputLocale): string {
  if (locale === "en-US") return formula;
  return mapOutsideQuotes(formula, (part) =>
    part
      .replace(/(?<![A-Za-z_\d.])(\d*)\.(\d+)/g, "$1\u0000$2")
      .replaceAll(",", ";")
      .replaceAll("\u0000", ","),
  );
}

const mapOutsideQuotes = (formula: string, change: (part: string) => string): string =>
  formula
    .split(/("(?:[^"]|"")*"|'(?:[^']|'')*')/)
    .map((part, index) => (index % 2 === 0 ? change(part) : part))
    .join("");

/** Days since 30 December 1899, which is how Excel counts from March 1900 on; undefined for a day that is not. */
function dateSerial(year: number, month: number, day: number): number | undefined {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year < 1900 || year > 9999) return undefined;
  const serial = Math.round((time - Date.UTC(1899, 11, 30)) / 86_400_000);
  // Excel believes in 29 February 1900.
  return serial < 61 ? serial - 1 : serial;
}

/** Two digits: 00–29 are 2000–2029, the others 1930–1999, as in Excel and Windows. */
const fullYear = (digits: string): number => {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 30 ? 2000 + year : 1900 + year;
};

function readDate(text: string, { dayFirst, dateFormat }: Separators): TypedContent | undefined {
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  const parts = iso ?? /^(\d{1,2})([-/])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/.exec(text);
  if (!parts) return undefined;
  const [year, month, day] = iso
    ? [Number(parts[1]), Number(parts[2]), Number(parts[3])]
    : [
        parts[4] === undefined ? new Date().getFullYear() : fullYear(parts[4]),
        Number(dayFirst ? parts[3] : parts[1]),
        Number(dayFirst ? parts[1] : parts[3]),
      ];
  const serial = dateSerial(year, month, day);
  if (serial === undefined) return undefined;
  // Without a year Excel shows day and month.
  return { value: serial, numberFormat: !iso && parts[4] === undefined ? "d-mmm" : dateFormat };
}

function readTime(text: string): TypedContent | undefined {
  const parts = /^(\d{1,4}):([0-5]?\d)(?::([0-5]?\d))?(?:\s*([AP])M)?$/i.exec(text);
  if (!parts) return undefined;
  const half = parts[4]?.toUpperCase();
  let hours = Number(parts[1]);
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return undefined;
    hours = (hours % 12) + (half === "P" ? 12 : 0);
  }
  const value = (hours * 3600 + Number(parts[2]) * 60 + Number(parts[3] ?? 0)) / 86_400;
  return { value, numberFormat: `h:mm${parts[3] === undefined ? "" : ":ss"}${half === undefined ? "" : " AM/PM"}` };
}

function readNumber(text: string, { decimal, thousands }: Separators): TypedContent | undefined {
  const dot = `\\${decimal}`;
  const group = `\\${thousands}`;
  const match = new RegExp(
    `^(?<open>\\()?(?<sign>[+-])?\\s*(?<whole>\\d{1,3}(?:${group}\\d{3})+|\\d*)(?:${dot}(?<fraction>\\d*))?(?<exponent>E[+-]?\\d{1,3})?\\s*(?<percent>%)?(?<close>\\))?$`,
    "i",
  ).exec(text);
  const groups = match?.groups;
  if (!groups) return undefined;
  const { open, sign, whole = "", fraction, exponent, percent, close } = groups;
  if ((whole === "" && !fraction) || (open === undefined) !== (close === undefined) || (open && sign)) return undefined;
  const digits = whole.replaceAll(thousands, "");
  const size = Number(`${digits === "" ? "0" : digits}.${fraction ?? ""}0${exponent ?? ""}`);
  // Beyond what a cell holds it stays a text.
  if (!Number.isFinite(size)) return undefined;
  const value = (open || sign === "-" ? -size : size) / (percent ? 100 : 1);
  const places = fraction ? ".00" : "";
  const numberFormat = percent
    ? `0${places}%`
    : exponent
      ? "0.00E+00"
      : digits.length !== whole.length
        ? `#,##0${places}`
        : undefined;
  return { value: value === 0 ? 0 : value, ...(numberFormat === undefined ? {} : { numberFormat }) };
}

function readFraction(text: string): TypedContent | undefined {
  const parts = /^(-?)(\d+) (\d{1,3})\/(\d{1,3})$/.exec(text);
  if (!parts || Number(parts[4]) === 0) return undefined;
  const size = Number(parts[2]) + Number(parts[3]) / Number(parts[4]);
  return { value: parts[1] === "-" ? -size : size, numberFormat: parts[4]!.length > 1 ? "# ??/??" : "# ?/?" };
}

/**
 * Reads a text as Excel reads what is typed into a cell of this number format.
 *
 * What Excel also takes and this does not, because no Biểu has it: currency signs, month names, date and time together,
 * formulas begun with + or - instead of "=".
 */
export function readTyped(text: string, locale: InputLocale, numberFormat = "General"): TypedContent {
  if (text === "") return { value: null };
  if (text.startsWith("'")) return { value: text.slice(1), quotePrefix: true };
  // A cell of format Text takes everything as it is, formulas too.
  if (numberFormat === "@") return { value: text };
  if (text.startsWith("=") && text.length > 1) return { value: null, formula: formulaToEnglish(text, locale) };
  const trimmed = text.trim();
  const upper = trimmed.toUpperCase();
  if (upper === "TRUE" || upper === "FALSE") return { value: upper === "TRUE" };
  const error = EXCEL_ERRORS.find((one) => one === upper);
  if (error !== undefined) return { value: { error } };
  const separators = SEPARATORS[locale];
  return (
    readNumber(trimmed, separators) ??
    readFraction(trimmed) ??
    readDate(trimmed, separators) ??
    readTime(trimmed) ?? { value: text }
  );
}
