/** What the user said of single rows of an adopted table, found again by the rows' labels wherever they went. */

import { SURE } from "../form/match-rows";
import type { Form } from "../form/types";
import { columnOf, type Binding, type BoundRow, type UnboundRow } from "../table/binding";
import { cellAt, cellText, type Grid } from "../table/grid";
import { fold, tidy } from "../text/fold";
import type { RowAnswer } from "./memory";

/** A row's label as answers know it. */
export type RowLabel = Pick<RowAnswer, "label" | "nth">;

/** The labels of all rows under the header, each counted from the top, by 0-based row. */
export function rowLabels(grid: Grid, binding: Binding): ReadonlyMap<number, RowLabel> {
  const labels = new Map<number, RowLabel>();
  const column = columnOf(binding, "label")?.column;
  if (column === undefined) return labels;
  const seen = new Map<string, number>();
  for (let row = binding.header.bottom + 1; row < grid.rows.length; row += 1) {
    const label = fold(cellText(cellAt(grid, row, column)));
    if (label === "") continue;
    const nth = seen.get(label) ?? 0;
    seen.set(label, nth + 1);
    labels.set(row, { label, nth });
  }
  return labels;
}

const keyOf = ({ label, nth }: RowLabel) => `${nth} ${label}`;

/** The answer of each answered row that still stands in the sheet, by 0-based row. */
export function answersByRow(
  labels: ReadonlyMap<number, RowLabel>,
  answers: readonly RowAnswer[],
): ReadonlyMap<number, string | null> {
  const byLabel = new Map(answers.map((answer) => [keyOf(answer), answer.code]));
  const found = new Map<number, string | null>();
  for (const [row, label] of labels) {
    const code = byLabel.get(keyOf(label));
    if (code !== undefined) found.set(row, code);
  }
  return found;
}

/** The answers with those of some rows changed. */
export function withAnswers(
  labels: ReadonlyMap<number, RowLabel>,
  before: readonly RowAnswer[],
  given: ReadonlyMap<number, string | null>,
): RowAnswer[] {
  const changed = [...given].flatMap(([row, code]): RowAnswer[] => {
    const label = labels.get(row);
    return label ? [{ ...label, code }] : [];
  });
  const keys = new Set(changed.map(keyOf));
  return [...before.filter((answer) => !keys.has(keyOf(answer))), ...changed];
}

/**
 * A binding as the user knows it better: an answered row is the indicator it is said to be, for certain; a row that is
 * said to be none is left out; a row that was merely taken for an indicator claimed by an answer becomes unbound.
 */
export function bindAnswers(
  grid: Grid,
  binding: Binding,
  form: Form,
  answers: ReadonlyMap<number, string | null>,
): Binding {
  const known = new Map([...answers].filter(([, code]) => code === null || form.byCode.has(code)));
  if (known.size === 0) return binding;
  const claimed = new Set(known.values());
  const labelColumn = columnOf(binding, "label")?.column ?? 0;
  const labelAt = (row: number) => tidy(cellText(cellAt(grid, row, labelColumn)));
  const rows: BoundRow[] = [];
  const unbound: UnboundRow[] = [];
  for (const bound of binding.rows) {
    if (known.has(bound.row)) continue;
    const loses = claimed.has(bound.code) && bound.by === "label" && bound.confidence < SURE;
    if (loses) unbound.push({ row: bound.row, label: labelAt(bound.row), guesses: [] });
    else rows.push(bound);
  }
  for (const [row, code] of known) if (code !== null) rows.push({ row, code, confidence: 1, by: "label" });
  unbound.push(...binding.unbound.filter(({ row }) => !known.has(row)));
  const inOrder = (a: { row: number }, b: { row: number }) => a.row - b.row;
  return { ...binding, rows: rows.sort(inOrder), unbound: unbound.sort(inOrder) };
}
