/** What is learned of a table whose form is not known: its rows, and relations that its numbers suggest. */

import type { Comparison, InputRole, Kind } from "../form/types";
import type { FigureCell } from "../table/figures";
import type { FigureRole } from "../form/types";

/** What a row's label, unit and figures say of its kind. */
export interface LearnedKind {
  readonly kind: Kind;
  /** 0 to 1. */
  readonly confidence: number;
  readonly comparison: Comparison;
  /** Rows of figures whose stated comparison agrees with {@link comparison}, contradicts it, or says nothing. */
  readonly compared: "agrees" | "contradicts" | "silent";
  /** Decimals that most of the row's figures show. */
  readonly decimals: number;
  /** The unit as written, or what the label says; "" where neither says it. */
  readonly unit: string;
}

export interface LearnedRow {
  /** Place among {@link Learned.rows}. */
  readonly index: number;
  /** 0-based row of the sheet. */
  readonly row: number;
  readonly tt: string;
  readonly marker: string;
  readonly label: string;
  /** Rows under another in the outline have a greater depth. */
  readonly depth: number;
  /** Place of the heading above, or -1. */
  readonly section: number;
  readonly heading: boolean;
  readonly traits: LearnedKind;
  readonly cells: Readonly<Partial<Record<FigureRole, FigureCell>>>;
  /** Values by input column, NaN where there is none; beside them half a unit of the last decimal, 0 for counts. */
  readonly values: readonly number[];
  readonly halves: readonly number[];
}

export type SuggestionType = "total" | "rate" | "part" | "same";

/** How far a suggestion is to be believed; in words for the user. */
export type Trust = "sure" | "likely";

/** A relation between rows that holds in every column with figures. It is never applied unasked. */
export interface Suggestion {
  /** Stays the same while the rows stay. */
  readonly id: string;
  readonly type: SuggestionType;
  /** The total, the rate, the whole, or the row that states a figure again; places in {@link Learned.rows}. */
  readonly row: number;
  /** The parts; numerator and denominator; the parts of the whole; the row that states the figure first. */
  readonly others: readonly number[];
  /** Of a rate: 100, 1.000 … */
  readonly factor?: number;
  /** The columns whose figures bear it out. */
  readonly columns: readonly InputRole[];
  readonly trust: Trust;
  /** 0 to 1: one less the odds that figures agree so by chance among all relations that were tried. */
  readonly confidence: number;
}

export interface Learned {
  readonly rows: readonly LearnedRow[];
  /** Input columns of the table, in the order of {@link LearnedRow.values}. */
  readonly inputs: readonly InputRole[];
  readonly suggestions: readonly Suggestion[];
}
