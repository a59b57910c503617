/** Rows that are the sum of rows beside them, as the numbers suggest. */

import type { InputRole } from "../form/types";
import { add, overlaps } from "../number";
import { fold } from "../text/fold";
import { bits, intervalOf, isCounted, suggestion, support, type Support } from "./evidence";
import type { LearnedRow, Suggestion } from "./types";

/** Parts of a total that says no more of itself; of one that says "Tổng số", "Toàn tỉnh". */
const FEW_PARTS = 15;
const MANY_PARTS = 60;
/** Among so many following rows two that are not neighbours are tried. */
const PAIR_REACH = 6;

const SAYS_TOTAL = /^(?:tong|cong|toan (?:tinh|huyen|nganh)|chung)(?: |$)/;
/** A total that stands under its parts. */
const SAYS_SUM_ABOVE = /^(?:tong )?cong$|^(?:tong|cong) (?:so|cong)$|^toan (?:tinh|huyen)$/;
export const LEADS_ON = /:\s*$|trong đó\s*:?\s*$/iu;

interface Candidate {
  readonly others: readonly number[];
  readonly support: Support;
  readonly score: number;
}

/**
 * Suggests totals, from the bottom up, so that a total's own parts are passed over where it is a part itself. Tries a
 * bounded number of sums for each row: linear in the rows.
 */
export function suggestTotals(rows: readonly LearnedRow[], inputs: readonly InputRole[]): Suggestion[] {
  const found: Suggestion[] = [];
  /** Rows that are parts, with the total they belong to. */
  const ownerOf = new Map<number, number>();
  for (let at = rows.length - 1; at >= 0; at -= 1) {
    const row = rows[at]!;
    if (!isCounted(row)) continue;
    const best = bestOf(candidates(rows, inputs, row, ownerOf));
    const made =
      best && suggestion(rows, inputs, { type: "total", row: at, ...best.candidate, doubtful: best.doubtful });
    if (!made || made.others.some((part) => reaches(part, at, found))) continue;
    found.push(made);
    for (const part of made.others) ownerOf.set(part, at);
  }
  return found.reverse();
}

/** Whether a row is, by totals found so far, made up of another; a circle of totals says nothing. */
function reaches(from: number, to: number, totals: readonly Suggestion[]): boolean {
  const byRow = new Map(totals.map((total) => [total.row, total.others]));
  const left = [from];
  for (const seen = new Set<number>(); left.length > 0;) {
    const at = left.pop()!;
    if (at === to) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    left.push(...(byRow.get(at) ?? []));
  }
  return false;
}

function candidates(
  rows: readonly LearnedRow[],
  inputs: readonly InputRole[],
  total: LearnedRow,
  ownerOf: ReadonlyMap<number, number>,
): Candidate[] {
  const label = fold(total.label);
  const most = SAYS_TOTAL.test(label) ? MANY_PARTS : FEW_PARTS;
  const below = following(rows, total, most);
  const inside = new Set(below);
  const firstDepth = rows[below[0] ?? -1]?.depth;
  const runs: (readonly number[])[] = [
    below,
    // Without the parts of rows that are totals themselves.
    below.filter((at) => !inside.has(ownerOf.get(at) ?? -1)),
    // Without what stands deeper than the first part.
    below.filter((at) => rows[at]!.depth === firstDepth),
  ];
  if (SAYS_SUM_ABOVE.test(label)) runs.push(preceding(rows, total, most));
  const pairs: (readonly number[])[] = [];
  const near = below.slice(0, PAIR_REACH);
  near.forEach((first, i) => near.slice(i + 2).forEach((second) => pairs.push([first, second])));
  const tried = bits(Math.max(2, runs[0]!.length * 2 + pairs.length));
  const judged = new Map<string, Candidate>();
  const judge = (parts: readonly number[], apart: boolean) => {
    const key = parts.join(" ");
    if (judged.has(key)) return;
    const held = sumSupport(rows, inputs.length, total, parts);
    if (!held) return;
    const score = held.bits + structureBits(rows, total, parts) - tried - (apart ? 3 : 0);
    judged.set(key, { others: parts, support: held, score });
  };
  for (const run of new Set(runs))
    for (const length of fittingLengths(rows, inputs.length, total, run))
      judge(withNothings(rows, total, run, length), false);
  for (const pair of pairs) judge(pair, true);
  return [...judged.values()];
}

/** Countable rows right under a row, down to the next heading or to a row that stands higher in the outline. */
function following(rows: readonly LearnedRow[], total: LearnedRow, most: number): number[] {
  const found: number[] = [];
  for (let at = total.index + 1; at < rows.length && found.length < most; at += 1) {
    const row = rows[at]!;
    if (row.heading || row.depth < total.depth) break;
    if (isCounted(row) && sameUnit(row, total)) found.push(at);
  }
  return found;
}

function preceding(rows: readonly LearnedRow[], total: LearnedRow, most: number): number[] {
  const found: number[] = [];
  for (let at = total.index - 1; at >= 0 && found.length < most; at -= 1) {
    const row = rows[at]!;
    if (row.heading || SAYS_SUM_ABOVE.test(fold(row.label))) break;
    if (isCounted(row) && sameUnit(row, total)) found.push(at);
  }
  return found;
}

const sameUnit = (a: LearnedRow, b: LearnedRow) => a.traits.kind === b.traits.kind && a.traits.unit === b.traits.unit;

/** How many of a run's first rows add up to the total in the first column that can tell, by running sums. */
function fittingLengths(
  rows: readonly LearnedRow[],
  columns: number,
  total: LearnedRow,
  run: readonly number[],
): number[] {
  const sums = Array.from({ length: columns }, () => 0);
  const slack = Array.from({ length: columns }, (_, column) => total.halves[column]!);
  const fitting: number[] = [];
  run.forEach((at, index) => {
    let fits = true;
    let told = false;
    for (let column = 0; column < columns; column += 1) {
      sums[column]! += rows[at]!.values[column]!;
      slack[column]! += rows[at]!.halves[column]!;
      const gap = Math.abs(sums[column]! - total.values[column]!);
      if (Number.isNaN(gap)) continue;
      told = true;
      if (gap > slack[column]! + 1e-6 * Math.max(1, Math.abs(sums[column]!))) fits = false;
    }
    if (index > 0 && fits && told) fitting.push(index + 1);
  });
  return fitting;
}

/** A sum that holds still holds with the rows of nothing that follow it; those that stand like its parts belong to it. */
function withNothings(
  rows: readonly LearnedRow[],
  total: LearnedRow,
  run: readonly number[],
  length: number,
): readonly number[] {
  const depth = rows[run[0]!]!.depth;
  let end = length;
  if (depth > total.depth) {
    while (
      end < run.length &&
      rows[run[end]!]!.depth === depth &&
      rows[run[end]!]!.values.every((value) => value === 0)
    ) {
      end += 1;
    }
  }
  return run.slice(0, end).sort((a, b) => a - b);
}

/** A total of n with parts p1 ≥ p2 ≥ …: given the largest, the others would have to make up the rest by chance. */
function sumSupport(
  rows: readonly LearnedRow[],
  columns: number,
  total: LearnedRow,
  parts: readonly number[],
): Support | undefined {
  const members = [total, ...parts.map((part) => rows[part]!)];
  return support(
    columns,
    (column) => members.map(({ values }) => values[column]!),
    (column) => {
      if (members.some(({ values }) => Number.isNaN(values[column]))) return "silent";
      const sum = members
        .slice(1)
        .map((part) => intervalOf(part, column))
        .reduce(add);
      if (!overlaps(sum, intervalOf(total, column))) return "fails";
      const [, second = 0] = members
        .slice(1)
        .map(({ values }) => Math.abs(values[column]!))
        .sort((a, b) => b - a);
      return bits(1 + second / Math.max(1, 2 * total.halves[column]!));
    },
  );
}

/** What the outline and the words say for a sum; a sum is never suggested for these alone. */
function structureBits(rows: readonly LearnedRow[], total: LearnedRow, parts: readonly number[]): number {
  const depths = new Set(parts.map((part) => rows[part]!.depth));
  const [depth = 0] = depths;
  const deeper = depths.size === 1 && depth > total.depth;
  const next = rows[Math.max(...parts) + 1];
  const whole = deeper && (!next || next.heading || next.depth < depth);
  return (
    (LEADS_ON.test(total.label) ? 3 : 0) +
    (SAYS_TOTAL.test(fold(total.label)) ? 3 : 0) +
    (deeper ? 3 : 0) +
    (whole ? 2 : 0)
  );
}

/** The best candidate; doubtful where one that is no extension of it comes close. */
function bestOf(all: readonly Candidate[]): { candidate: Candidate; doubtful: boolean } | undefined {
  const [candidate, next] = [...all].sort((a, b) => b.score - a.score || a.others.length - b.others.length);
  return candidate && { candidate, doubtful: next !== undefined && next.score > candidate.score - 2 };
}
