/** Rows that filling leaves blank, grouped by what they lack. */

import type { AssessmentPlan, Unjudged } from "../../core/fill/assessment";
import type { LeftBlank } from "../../core/fill/fill";
import type { FigureTable } from "../../core/table/figures";
import { address } from "../../core/table/grid";
import { labelWithMeasure } from "../../core/text/label";

export interface LackingRow {
  /** A1 address of the first cell of the row that stays blank. */
  readonly at: string;
  readonly label: string;
}

/** Why a cell stays blank. */
export type Lack = LeftBlank["why"] | Unjudged;

export interface LackingGroup {
  readonly why: Lack;
  /** One entry for each row, in the order of the sheet, however many of its cells stay blank for this reason. */
  readonly rows: readonly LackingRow[];
}

/** What people can do something about comes first. */
const ORDER: readonly Lack[] = [
  "no-actual",
  "no-plan",
  "no-same-period",
  "no-period",
  "text-figure",
  "merged",
  "zero-plan",
  "bound-plan",
  "zero-same-period",
];

/**
 * The label of the row of every cell that is filled, by the cell's address; with the measure where a form has several.
 *
 * @param assessment where the column Đánh giá stands or will stand
 */
export function labelsOf(
  table: FigureTable | undefined,
  assessment: AssessmentPlan | undefined,
): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  const judgedIn = new Map(assessment?.columns.map(({ measure, column }) => [measure, column]));
  for (const { row, label, measure, cells } of table?.rows ?? []) {
    const words = labelWithMeasure(label, measure.label);
    for (const cell of [cells.vsPlan, cells.vsSamePeriod]) if (cell) labels.set(cell.at, words);
    const column = judgedIn.get(measure.id);
    if (column !== undefined) labels.set(address(row, column), words);
  }
  return labels;
}

export function lackingOf(
  leftBlank: readonly { readonly at: string; readonly code?: string; readonly why: Lack }[],
  labels: ReadonlyMap<string, string>,
): LackingGroup[] {
  return ORDER.flatMap((why) => {
    const rows = new Map<string, LackingRow>();
    for (const blank of leftBlank) {
      if (blank.why !== why) continue;
      const label = labels.get(blank.at) ?? blank.code ?? "";
      // Two measures of a row are told apart by their labels.
      const key = `${blank.at.replace(/[A-Z]+/, "")} ${label}`;
      if (!rows.has(key)) rows.set(key, { at: blank.at, label });
    }
    return rows.size === 0 ? [] : [{ why, rows: [...rows.values()] }];
  });
}
