/** Parts under a "trong đó", and figures that a table states twice. */

import { foldedLabel, likeness } from "../form/similarity";
import type { InputRole } from "../form/types";
import { fold } from "../text/fold";
import { bits, LEAST_BITS, suggestion, support } from "./evidence";
import { LEADS_ON } from "./totals";
import type { LearnedRow, Suggestion } from "./types";

const SAYS_AMONG = /trong đó\s*[:,]?\s*$/iu;
/** More rows with the same figures than this say that the figures are common, not that the rows are one. */
const MOST_ALIKE = 4;

/**
 * Rows under "…, trong đó:" are not more than the row above them, where no figure says otherwise. The words make the
 * suggestion, so it is never more than likely.
 *
 * @param covered rows that a suggested total has as its parts
 */
export function suggestParts(
  rows: readonly LearnedRow[],
  inputs: readonly InputRole[],
  covered: ReadonlySet<number>,
): Suggestion[] {
  return rows.flatMap((whole) => {
    if (whole.heading || whole.traits.kind !== "count" || !(SAYS_AMONG.test(whole.label) || LEADS_ON.test(whole.label)))
      return [];
    const parts = under(rows, whole).filter((part) => !covered.has(part.index));
    const holding = parts.flatMap((part) => {
      const held = support(
        inputs.length,
        (column) => [part.values[column]!, whole.values[column]!],
        (column) => {
          const [own, all] = [part.values[column]!, whole.values[column]!];
          if (Number.isNaN(own + all)) return "silent";
          return own > all ? "fails" : own === 0 ? 0 : 1;
        },
      );
      return held && held.distinct >= 2 ? [{ part, held }] : [];
    });
    const [first] = holding;
    // A part that is more than the whole says that the list under it is something else.
    if (!first || parts.some((part) => contradicts(part, whole))) return [];
    const others = holding.map(({ part }) => part.index);
    const score = LEAST_BITS + first.held.bits + others.length - 1;
    return (
      suggestion(rows, inputs, {
        type: "part",
        row: whole.index,
        others,
        support: first.held,
        score,
        doubtful: true,
      }) ?? []
    );
  });
}

const contradicts = (part: LearnedRow, whole: LearnedRow) =>
  part.values.some((value, column) => value > whole.values[column]!);

/** The rows one step deeper under a row; none where the outline does not say which they are. */
function under(rows: readonly LearnedRow[], whole: LearnedRow): LearnedRow[] {
  const found: LearnedRow[] = [];
  for (let at = whole.index + 1; at < rows.length; at += 1) {
    const row = rows[at]!;
    if (row.heading || row.depth <= whole.depth) break;
    const depth = found[0]?.depth ?? row.depth;
    if (row.depth === depth && row.traits.kind === "count" && row.traits.unit === whole.traits.unit) found.push(row);
  }
  return found;
}

/** A row's figures with enough digits that other rows do not share them by chance. */
export function suggestSame(rows: readonly LearnedRow[], inputs: readonly InputRole[]): Suggestion[] {
  const groups = new Map<string, LearnedRow[]>();
  for (const row of rows) {
    const given = row.values.filter((value) => !Number.isNaN(value));
    if (row.heading || new Set(given).size < 2) continue;
    const key = `${row.traits.kind} ${row.traits.unit} ${row.values.join(" ")}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first, ...again] = group;
    if (!first || again.length === 0 || group.length > MOST_ALIKE) return [];
    return again.flatMap((row) => sameAs(rows, inputs, first, row) ?? []);
  });
}

function sameAs(
  rows: readonly LearnedRow[],
  inputs: readonly InputRole[],
  first: LearnedRow,
  row: LearnedRow,
): Suggestion | undefined {
  const alike = likeness(foldedLabel(fold(first.label)), foldedLabel(fold(row.label)));
  // In one section two rows of the same figures are a part that is all of the whole, unless they say the same.
  if (alike < (first.section === row.section ? 0.95 : 0.5)) return undefined;
  const held = support(
    inputs.length,
    (column) => [row.values[column]!],
    (column) => {
      const value = row.values[column]!;
      if (Number.isNaN(value)) return "silent";
      return bits(Math.abs(value) / Math.max(1, 2 * row.halves[column]!) / 4);
    },
  );
  if (!held || held.distinct < 2) return undefined;
  const score = held.bits + 8 * (alike - 0.5) - bits(rows.length);
  return suggestion(rows, inputs, { type: "same", row: row.index, others: [first.index], support: held, score });
}
