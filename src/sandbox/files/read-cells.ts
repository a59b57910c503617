/** The cells, rows and columns of a sheet of a file. */

import type { Cell as FileCell, Sheet as FileSheet, Workbook as FileWorkbook } from "hucre";
import type { Grid } from "../../core/table/grid";
import { WHOLE_SHEET, parseArea } from "../host/workbook/area";
import type { Style } from "../host/workbook/style";
import type { Cell, Line, Sheet } from "../host/workbook/types";
import { withoutFilePrefixes } from "./functions";
import { digitPixels, pointsOfDigits } from "./measures";

/** Gives the workbook's look for one of the file's. */
export type StyleReader = (style: FileCell["style"]) => Style;

/** The cells of a sheet: content as our own reader has it, looks as hucre has them. */
export function readRows(file: FileSheet, grid: Grid, styleOf: StyleReader): Sheet["rows"] {
  const rows: Sheet["rows"] = [];
  const put = (row: number, column: number, cell: Cell) => ((rows[row] ??= [])[column] = cell);
  grid.rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      if (!cell) return;
      const style = styleOf(file.cells?.get(`${row},${column}`)?.style);
      const formula = cell.formula === undefined ? undefined : `=${withoutFilePrefixes(cell.formula)}`;
      put(row, column, { value: cell.value, style, ...(formula !== undefined && { formula }) });
    });
  });
  file.cells?.forEach((cell, key) => {
    const [row, column] = key.split(",").map(Number) as [number, number];
    if (!rows[row]?.[column] && cell.style) put(row, column, { value: null, style: styleOf(cell.style) });
    if (cell.formulaType === "array" && cell.formulaRef) markSpilled(rows, row, column, cell.formulaRef);
  });
  return rows;
}

/** What an array formula gave belongs to the formula, and would be in its own way otherwise. */
function markSpilled(rows: Sheet["rows"], row: number, column: number, ref: string): void {
  const area = parseArea(ref);
  if (!area) return;
  // A file may claim the whole sheet for its array: only what is there is gone through.
  const bottom = Math.min(area.bottom, rows.length - 1);
  for (let r = area.top; r <= bottom; r++) {
    const cells = rows[r] ?? [];
    const right = Math.min(area.right, cells.length - 1);
    for (let c = area.left; c <= right; c++) {
      const cell = cells[c];
      if (cell && cell.formula === undefined && !cell.spilledFrom) cells[c] = { ...cell, spilledFrom: { row, column } };
    }
  }
}

/** Heights and hiding of rows. */
export function rowLines(file: FileSheet, grid: Grid): Map<number, Line> {
  const lines = new Map<number, Line>();
  file.rowDefs?.forEach(({ height }, row) => {
    if (height !== undefined && height > 0) lines.set(row, { size: height });
  });
  grid.hiddenRows?.forEach((row) => lines.set(row, { ...lines.get(row), hidden: true }));
  return lines;
}

/** Widths, hiding and looks of columns. */
export function columnLines(
  file: FileSheet,
  grid: Grid,
  defaultFont: FileWorkbook["defaultFont"],
  styleOf: StyleReader,
): Map<number, Line> {
  const digits = digitPixels(defaultFont);
  const lines = new Map<number, Line>();
  file.columns?.forEach(({ width, style }, column) => {
    const line = {
      ...(width !== undefined && width > 0 && { size: pointsOfDigits(width, digits) }),
      ...(style && { style: styleOf(style) }),
    };
    if (Object.keys(line).length > 0) lines.set(column, line);
  });
  grid.hiddenColumns?.forEach((column) => {
    if (column <= WHOLE_SHEET.right) lines.set(column, { ...lines.get(column), hidden: true });
  });
  return lines;
}
