/** Điện Biên's Phụ lục 02 on our own sheet, its published mistakes mended: nothing is wrong, some of it is unusual. */

import { checkFigures } from "../../src/core/check/engine";
import { withExplanation, type Explanation } from "../../src/core/check/explanations";
import type { CheckResult } from "../../src/core/check/finding";
import { planFill } from "../../src/core/fill/fill";
import { layoutForm } from "../../src/core/form/layout";
import { parsePeriod } from "../../src/core/form/period";
import { recognise } from "../../src/core/form/recognise";
import type { ColumnRole } from "../../src/core/form/types";
import { readFigures, type FigureTable } from "../../src/core/table/figures";
import type { Cell, CellEdit, CellPlace, Grid } from "../../src/core/table/grid";
import { formById } from "../../src/forms";
import { PERIOD, publishedInputs, UNIT } from "../cli/support";
import { readData } from "../quality/book";
import { typed } from "./published";

export const period = parsePeriod(PERIOD)!;
export const PL02 = formById("PL02")!;
export const layout = layoutForm(PL02, period, UNIT);

/** Where a figure of the form stands on our own sheet. */
export const place = (code: string, role: ColumnRole): CellPlace => ({
  row: layout.rowOf.get(code)!,
  column: layout.columns.find((column) => column.role === role)!.column,
});

/** The figures that mend what was published. */
export function mendedInputs(): CellEdit[] {
  return readData("mended.csv").flatMap(([code, role, , to]): CellEdit[] => {
    if (!layout.rowOf.has(code!)) return [];
    const { value } = typed(to!)!;
    return [{ ...place(code!, role as ColumnRole), value: typeof value === "number" ? value : to! }];
  });
}

export type Rows = (Cell | undefined)[][];

/** What a test changes of the sheet: its cells, or what the sheet says of rows, columns and merged cells. */
export interface Changes {
  /** Changes what is typed, before the derived columns are filled. */
  readonly typed?: (rows: Rows) => void;
  /** Changes the filled sheet. */
  readonly filled?: (rows: Rows) => void;
  readonly sheet?: Partial<Grid>;
}

/** The filled sheet as a table. */
export function mendedTable({ typed: change, filled, sheet = {} }: Changes = {}): FigureTable {
  const rows: Rows = layout.cells.map((cells) =>
    Array.from(cells, (cell) => cell && { value: cell.value, ...(cell.format && { format: cell.format }) }),
  );
  const put = ({ row, column, value, formula }: CellEdit) => {
    const format = rows[row]![column]?.format;
    rows[row]![column] = { value, ...(formula !== undefined && { formula }), ...(format && { format }) };
  };
  [...publishedInputs(), ...mendedInputs()].forEach(put);
  change?.(rows);
  const grid = (): Grid => ({ sheet: "Bản nháp nội bộ", rows, merges: layout.merges, ...sheet });
  planFill(read(grid()), "functions").edits.forEach(put);
  filled?.(rows);
  return read(grid());
}

function read(grid: Grid): FigureTable {
  return readFigures(grid, recognise(grid, [PL02], { formId: "PL02", period, unit: UNIT })!);
}

/** A reason for every warning of a check. */
export function reasonsFor(table: FigureTable, { findings }: CheckResult, text = "Số theo quyết định"): Explanation[] {
  return findings
    .filter(({ level }) => level === "warning")
    .reduce<Explanation[]>(
      (given, finding) => withExplanation(given, finding, table, { text, at: "2024-07-10T00:00:00Z", stale: [] }),
      [],
    );
}

/** A table with its check and a reason for each of its warnings. */
export function explained(changes: Changes = {}) {
  const table = mendedTable(changes);
  const result = checkFigures(table);
  return { table, result, explanations: reasonsFor(table, result) };
}
