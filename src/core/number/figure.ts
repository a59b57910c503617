/**
 * What a cell of a Biểu can say, once read. Doubt is part of the result: a figure that can be read in two ways
 * carries both readings and a confidence, so that nothing is ever decided silently.
 */

/**
 * The sign of a bound: `khoảng` is `≈`, `trên` is `>`, `dưới` is `<`, `tối thiểu` and `từ … trở lên` are `≥`,
 * `tối đa` and `không quá` are `≤`.
 */
export type Operator = "<" | "≤" | "=" | "≥" | ">" | "≈";

/** What follows a number, NFC, as written: `%`, `‰` (also from `%o`, `%0`), `điểm`, `lượt`, `/100.000 dân`. */
export type UnitSuffix = string;

/** `vi`: decimal comma, thousands dot (the default). `en`: decimal dot, thousands comma. */
export type Separators = "vi" | "en";

/** What a column or an indicator counts: a count has no fraction, a rate seldom reaches a thousand. */
export type FigureKind = "count" | "rate";

/** Why a figure is not certain: one mark before exactly three digits, such as `1.234` or `1,234`. */
export type Ambiguity = "dot-thousands-or-decimal" | "comma-decimal-or-thousands";

/** A value as written, with the doubt about it. */
export interface Measured {
  readonly value: number;
  /** Decimals as written: `15.575,0` has 1. */
  readonly decimals: number;
  readonly unit?: UnitSuffix;
  /** From 0 to 1; 1 when there is no other way to read it. */
  readonly confidence: number;
  /** Why the confidence is below 1. */
  readonly ambiguity?: Ambiguity;
  /** The value under the other reading; present exactly when `ambiguity` is. */
  readonly alternative?: number;
}

/** One number: `1.750`, `(52,38)`, `115,7%`. */
export interface NumberFigure extends Measured {
  readonly kind: "number";
}

/** A number with an operator, as targets have: `<6`, `trên 95%`. */
export interface BoundFigure extends Measured {
  readonly kind: "bound";
  readonly operator: Operator;
}

/** Two numbers, actual and plan or numerator and denominator: `1.100.332/1.168.150`. */
export interface PairFigure {
  readonly kind: "pair";
  readonly first: NumberFigure;
  readonly second: NumberFigure;
}

/** A dash: it did not occur, which is zero. */
export interface NoneFigure {
  readonly kind: "none";
}

/** Not entered (`blank`), or occurred but not collected (`ellipsis`). Never zero. */
export interface MissingFigure {
  readonly kind: "missing";
  readonly written: "blank" | "ellipsis";
}

/**
 * Why a text is not a figure:
 * - `no-number`: no digit in it;
 * - `mixed`: digits among other text, several numbers, an exponent;
 * - `separators`: digits and separators in an order no style allows, such as `1.23.456`;
 * - `error-value`: an error of a spreadsheet, such as `#DIV/0!`;
 * - `date`: it can only be a date;
 * - `too-long`: longer than any figure (only the opening is kept in `text`), or larger (see {@link LARGEST_FIGURE}).
 */
export type UnreadableReason = "no-number" | "mixed" | "separators" | "error-value" | "date" | "too-long";

/**
 * Excel keeps fifteen digits, and no figure of a Biểu has as many. What is larger would leave the doubles where figures are
 * multiplied.
 */
export const LARGEST_FIGURE = 1e15;

/** A text that is not a figure; `text` is what stood there, NFC and with tidy spaces. */
export interface UnreadableFigure {
  readonly kind: "unreadable";
  readonly text: string;
  readonly reason: UnreadableReason;
}

export type Figure = NumberFigure | BoundFigure | PairFigure | NoneFigure | MissingFigure | UnreadableFigure;

/** What is known beforehand about a text to read. */
export interface ReadingHint {
  /** The style of the document, when it is known for certain. */
  readonly separators?: Separators | undefined;
  readonly kind?: FigureKind | undefined;
}
