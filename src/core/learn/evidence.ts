/**
 * How much the agreement of figures says, in bits: each bit halves the odds that unrelated figures agree so. Small numbers
 * and zeros say little, the same figures in another column say nothing more, and every relation that was tried costs.
 */

import type { InputRole } from "../form/types";
import type { Interval } from "../number";
import type { LearnedRow, Suggestion, SuggestionType, Trust } from "./types";

/** Below, a relation is not suggested: one in a hundred or so would hold by chance. */
export const LEAST_BITS = 7;
/** From here on it is called sure, where two columns bear it out. */
const SURE_BITS = 12;

export const bits = (chances: number): number => Math.log2(Math.max(1, chances));

/** Whether a row's figures count something, so that they add up and are divided by one another. */
export const isCounted = ({ heading, traits }: LearnedRow): boolean =>
  !heading && (traits.kind === "count" || traits.kind === "money");

/** The true values behind a row's figure of a column. */
export function intervalOf({ values, halves }: LearnedRow, column: number): Interval {
  const [value, half] = [values[column]!, halves[column]!];
  return { low: value - half, high: value + half };
}

/** What a candidate relation has for it. */
export interface Support {
  /** Places of the columns, among the inputs, whose figures bear it out. */
  readonly columns: readonly number[];
  /** Columns with figures that differ from those of another. */
  readonly distinct: number;
  readonly bits: number;
}

/**
 * Adds up what the columns say.
 *
 * @param judge of one column: its bits, "silent" where a figure is missing, or "fails"
 * @returns undefined where a column contradicts the relation, or none supports it
 */
export function support(
  columns: number,
  figuresOf: (column: number) => readonly number[],
  judge: (column: number) => number | "silent" | "fails",
): Support | undefined {
  const held: number[] = [];
  const seen = new Set<string>();
  let total = 0;
  for (let column = 0; column < columns; column += 1) {
    const said = judge(column);
    if (said === "fails") return undefined;
    if (said === "silent") continue;
    held.push(column);
    const key = figuresOf(column).join(" ");
    if (said > 0 && !seen.has(key)) {
      seen.add(key);
      total += said;
    }
  }
  return held.length === 0 ? undefined : { columns: held, distinct: seen.size, bits: total };
}

/** Makes a suggestion of a relation that holds; undefined where too little speaks for it. */
export function suggestion(
  rows: readonly LearnedRow[],
  inputs: readonly InputRole[],
  found: {
    readonly type: SuggestionType;
    readonly row: number;
    readonly others: readonly number[];
    readonly factor?: number;
    readonly support: Support;
    /** Bits of the figures and the words, less the cost of what was tried. */
    readonly score: number;
    /** Set where another relation fits almost as well. */
    readonly doubtful?: boolean;
  },
): Suggestion | undefined {
  const { type, row, others, factor, score } = found;
  const { columns, distinct } = found.support;
  if (score < LEAST_BITS || distinct === 0) return undefined;
  const trust: Trust = score >= SURE_BITS && distinct >= 2 && !found.doubtful ? "sure" : "likely";
  const place = (at: number) => rows[at]!.row + 1;
  return {
    id: `${type}:${place(row)}:${others.map(place).join("+")}`,
    type,
    row,
    others,
    ...(factor !== undefined && { factor }),
    columns: columns.map((column) => inputs[column]!),
    trust,
    confidence: Math.min(0.99, 1 - 2 ** -score),
  };
}
