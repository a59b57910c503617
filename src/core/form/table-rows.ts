/** The rows of a table under its header: which of them are indicators' or sections', and which only number the columns. */

import type { BoundColumn } from "../table/binding";
import { cellAt, cellText, isEmpty, type Grid } from "../table/grid";
import { fold } from "../text/fold";
import type { Header } from "./header";
import { isFigureRole } from "./types";

/** The column of labels; every header that is found has one. */
export function labelColumnOf({ columns }: { readonly columns: readonly BoundColumn[] }): number {
  return columns.find(({ role }) => role === "label")!.column;
}

/** Rows under the header with something in the label column, without repeated headers and the column-number row. */
export function labelRows(
  grid: Grid,
  header: Pick<Header, "bottom" | "columns">,
  labelColumn: number,
): { row: number; text: string }[] {
  const rows: { row: number; text: string }[] = [];
  // The header's own words only: "CHỈ TIÊU CHUYÊN MÔN CHUNG" is a row, not a header once more.
  const heading = fold(header.columns.find((column) => column.role === "label")!.header);
  for (let row = header.bottom + 1; row < grid.rows.length; row += 1) {
    // One cell that somebody left in the last row makes a million of these.
    if (grid.rows[row]!.length === 0) continue;
    const text = cellText(cellAt(grid, row, labelColumn));
    const words = fold(text);
    if (
      isColumnNumbers(grid, header, labelColumn, row) ||
      words === heading ||
      (words.length <= 1 && !hasFigures(grid, header, row))
    )
      continue;
    rows.push({ row, text });
  }
  return rows;
}

/** "A", "(2)", "4=2/1", "(5) = (3):(2)×100": what stands under a header to number its columns. */
const COLUMN_NUMBER = /^\(?(?:\p{L}|(\d{1,2}))\)?(?:\s*=[\s\d()+\-/:*×x.%]*)?$/u;

/**
 * Whether a row is the one under the header that numbers the columns. A row without a label may as well be a row of
 * figures that somebody forgot to name: only numbers that count the columns one by one are no figures.
 */
export function isColumnNumbers(grid: Grid, header: Pick<Header, "bottom">, labelColumn: number, row: number): boolean {
  if (row !== header.bottom + 1) return false;
  const words = fold(cellText(cellAt(grid, row, labelColumn)));
  if (words.length > 0) return words.length === 1;
  const texts = (grid.rows[row] ?? []).map((cell) => cellText(cell).trim()).filter((text) => text !== "");
  const marks = texts.map((text) => COLUMN_NUMBER.exec(text));
  if (marks.length < 2 || marks.some((mark) => mark === null)) return false;
  const numbers = marks.flatMap((mark) => (mark?.[1] === undefined ? [] : [Number(mark[1])]));
  return numbers.every((number, index) => (index === 0 ? number <= 3 : number === numbers[index - 1]! + 1));
}

/** Whether a row has something in a column of figures that is, or holds, a number. */
export function hasFigures(grid: Grid, header: Pick<Header, "columns">, row: number): boolean {
  return header.columns.some(({ role, column }) => {
    if (!isFigureRole(role)) return false;
    const cell = cellAt(grid, row, column);
    return !isEmpty(cell) && (typeof cell!.value !== "string" || /\d/.test(cell!.value));
  });
}
