/**
 * The column "Đánh giá" beside a table. No form defines it: it is known by its header, so that an adopted table has it as
 * a sheet of ours does.
 */

import { measureLabel, type Form } from "../form/types";
import { fold } from "../text/fold";
import { columnsOf, type Binding } from "./binding";
import { address, cellAt, cellText, type Cell, type CellPlace, type Grid } from "./grid";

export const ASSESSMENT_HEADER = "Đánh giá";

/** The cell that says whether a row's target is reached. */
export interface AssessmentCell extends CellPlace {
  /** A1 address. */
  readonly at: string;
  readonly cell: Cell | undefined;
}

/** The header of the column: "Đánh giá", with the measure where a form has several. */
export function assessmentHeader(form: Form | undefined, measure: string): string {
  const label = measureLabel(form, measure);
  return label === "" ? ASSESSMENT_HEADER : `${ASSESSMENT_HEADER} (${label.toLowerCase()})`;
}

/** The measures that are judged: those with both TH and KH; none where the form is not known or is not judged. */
export function judgedMeasures(binding: Binding): readonly string[] {
  if (!binding.form?.assessed) return [];
  const planned = new Set(columnsOf(binding, "plan").map(({ measure }) => measure));
  return columnsOf(binding, "actual").flatMap(({ measure }) => (planned.has(measure) ? [measure] : []));
}

/** The 0-based columns that stand in the sheet, by measure; of two with the same header the first. */
export function assessmentColumnsIn(grid: Grid, binding: Binding): ReadonlyMap<string, number> {
  const measures = judgedMeasures(binding);
  if (measures.length === 0) return new Map();
  const bound = new Set(binding.columns.map(({ column }) => column));
  const { top, bottom } = binding.header;
  const named = new Map<string, number>();
  for (const cells of grid.rows.slice(top, bottom + 1)) {
    cells.forEach((cell, column) => {
      const name = fold(cellText(cell));
      if (name !== "" && !bound.has(column) && !named.has(name)) named.set(name, column);
    });
  }
  return new Map(
    measures.flatMap((measure): [string, number][] => {
      const column = named.get(fold(assessmentHeader(binding.form, measure)));
      return column === undefined ? [] : [[measure, column]];
    }),
  );
}

/** The cell of the column Đánh giá in a row of the sheet. */
export function assessmentCell(grid: Grid, row: number, column: number): AssessmentCell {
  return { row, column, at: address(row, column), cell: cellAt(grid, row, column) };
}
