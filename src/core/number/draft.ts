import { tidy } from "../text/fold";
import { isDate } from "./date";
import {
  LARGEST_FIGURE,
  type MissingFigure,
  type NoneFigure,
  type Operator,
  type UnreadableFigure,
  type UnreadableReason,
} from "./figure";
import { readMeasure, type Measure } from "./measure";
import { splitOperator } from "./operator";
import { plainText } from "./plain";

/** What a text says before the doubt about its separators is settled. */
export type Draft =
  | { readonly kind: "number"; readonly measure: Measure }
  | { readonly kind: "bound"; readonly operator: Operator; readonly measure: Measure }
  | { readonly kind: "pair"; readonly first: Measure; readonly second: Measure }
  | NoneFigure
  | MissingFigure
  | UnreadableFigure;

/** No figure is longer; it also keeps every number far below the largest double. */
const LONGEST_TEXT = 200;
/** Canonical decomposition makes a text at most four times as long in UTF-16 (Unicode FAQ, Normalization). */
const LONGEST_DECOMPOSED = 4 * LONGEST_TEXT;

/** Two numbers in one cell, on two lines or far apart: not a thousands space. */
const APART = /\d(?:\s{2,}|[\t-\r\u2028\u2029])\d/;
const DASH = /^-+$/;
const ELLIPSIS = /^(?:…[.…]*|\.[.…]+)$/;
/** Errors of Excel (`#DIV/0!`, `#N/A`), of LibreOffice (`Err:502`) and a column too narrow (`####`). */
const ERROR_VALUE = /^(?:#[A-Z][A-Z\d_/]*[!?]?|##+|Err:\d+)$/i;
/** The end of a sentence that was pasted with the figure; a comma after a digit is left, it may lack its decimals. */
const SENTENCE_END = /(?:[.;]|(?<!\d),)$/;

/**
 * Reads all that the text says by itself. Linear in the length of the text, never throws, and reads NFD as NFC.
 *
 * @example draftOf("503/1.825") // a pair, the second ambiguous
 */
export function draftOf(text: string): Draft {
  // Bounded before normalizing, which is slow on long runs of combining marks.
  const written = text.slice(0, LONGEST_DECOMPOSED).normalize("NFC");
  if (text.length > LONGEST_DECOMPOSED || written.length > LONGEST_TEXT) {
    return { kind: "unreadable", text: written.slice(0, LONGEST_TEXT), reason: "too-long" };
  }
  const plain = plainText(written);
  const figure = draftOfPlain(tidy(plain).replace(/^' ?/, ""), APART.test(plain));
  return typeof figure === "string" ? { kind: "unreadable", text: tidy(written), reason: figure } : figure;
}

function draftOfPlain(text: string, apart: boolean): Draft | UnreadableReason {
  if (text === "") return { kind: "missing", written: "blank" };
  if (DASH.test(text)) return { kind: "none" };
  if (ELLIPSIS.test(text)) return { kind: "missing", written: "ellipsis" };
  if (ERROR_VALUE.test(text)) return "error-value";
  if (!/\d/.test(text)) return "no-number";
  if (isDate(text)) return "date";
  if (apart) return "mixed";
  const { operator, rest } = splitOperator(text.replace(SENTENCE_END, ""));
  const measure = readMeasure(rest);
  if (typeof measure !== "string" && isTooLarge(measure)) return "too-long";
  if (operator !== undefined) return typeof measure === "string" ? measure : { kind: "bound", operator, measure };
  return typeof measure === "string" ? (pairOf(rest) ?? measure) : { kind: "number", measure };
}

function isTooLarge({ numeral }: Measure): boolean {
  const readings = numeral.kind === "certain" ? [numeral.reading] : [numeral.vi, numeral.en];
  return readings.some(({ value }) => value > LARGEST_FIGURE);
}

/** Two numbers around the first slash. */
function pairOf(text: string): Draft | undefined {
  const slash = text.indexOf("/");
  const first = readMeasure(text.slice(0, Math.max(slash, 0)).trim());
  const second = readMeasure(text.slice(slash + 1).trim());
  if (typeof first === "string" || typeof second === "string" || isTooLarge(first) || isTooLarge(second))
    return undefined;
  return { kind: "pair", first, second };
}
