/** Cells, rows and columns put in and taken out; everything that lies on the sheet or points to it moves along. */

import {
  type Area,
  MAX_COLUMNS,
  MAX_ROWS,
  WHOLE_SHEET,
  areaAddress,
  cellArea,
  intersection,
  isWholeColumns,
  isWholeRows,
} from "./area";
import { rewriteFormulas } from "./formulas";
import { type Shift, shiftArea, shiftFormula } from "./references";
import { cellAt, eachCell, usedArea } from "./state";
import { DEFAULT_STYLE } from "./style";
import { type Cell, type Line, type Sheet, type WorkbookChange, WorkbookRefusal } from "./types";
import { type Workbook } from "./workbook";

const moved = (areas: readonly Area[], shift: Shift): Area[] => areas.flatMap((area) => shiftArea(area, shift) ?? []);

const movedPlace = (row: number, column: number, shift: Shift): { row: number; column: number } | undefined => {
  const area = shiftArea(cellArea(row, column), shift);
  return area && { row: area.top, column: area.left };
};

/** Rows or columns of the lines' map; new ones look like the one before. */
function shiftLines(lines: Map<number, Line>, { at, count }: Shift): Map<number, Line> {
  const result = new Map<number, Line>();
  for (const [index, line] of lines) {
    if (index < at) result.set(index, line);
    else if (count > 0) result.set(index + count, line);
    else if (index >= at - count) result.set(index + count, line);
  }
  const model = count > 0 && at > 0 ? lines.get(at - 1) : undefined;
  if (model)
    for (let index = at; index < at + count; index++)
      result.set(index, {
        ...(model.size === undefined ? {} : { size: model.size }),
        ...(model.style ? { style: model.style } : {}),
      });
  return result;
}

/** Moves the cells themselves. */
function shiftCells(sheet: Sheet, { axis, at, count, band }: Shift, whole: boolean): void {
  const { rows } = sheet;
  if (axis === "rows") {
    if (whole) {
      if (count < 0) rows.splice(at, -count);
      else if (at < rows.length) {
        const below = rows.splice(at);
        rows.length = at + count + below.length;
        below.forEach((cells, row) => (rows[at + count + row] = cells));
      }
      return;
    }
    const last = rows.length - 1;
    const move = (from: number, to: number) => {
      for (let column = band.from; column <= band.to; column++) {
        const cell = rows[from]?.[column];
        if (cell) (rows[to] ??= [])[column] = cell;
        else if (rows[to]?.[column]) rows[to][column] = undefined;
      }
    };
    if (count > 0) {
      for (let row = last; row >= at; row--) move(row, row + count);
      for (let row = at; row < at + count; row++) move(-1, row);
    } else for (let row = at; row <= last; row++) move(row - count, row);
    return;
  }
  const to = Math.min(band.to, rows.length - 1);
  for (let row = band.from; row <= to; row++) {
    const cells = rows[row];
    if (!cells || cells.length <= at) continue;
    if (count < 0) cells.splice(at, -count);
    else cells.splice(at, 0, ...Array.from<undefined>({ length: count }));
  }
}

/** New cells look like those above, or to the left, as in Excel. */
function formatNewCells(workbook: Workbook, sheet: Sheet, { axis, at, count, band }: Shift): void {
  if (at === 0 || count < 0) return;
  const neighbours: Area =
    axis === "rows"
      ? { top: at - 1, bottom: at - 1, left: band.from, right: band.to }
      : { left: at - 1, right: at - 1, top: band.from, bottom: band.to };
  const found: { cell: Cell; row: number; column: number }[] = [];
  eachCell(sheet, neighbours, (cell, row, column) => {
    if (cell.style !== DEFAULT_STYLE) found.push({ cell, row, column });
  });
  for (const { cell, row, column } of found)
    for (let step = 1; step <= count; step++) {
      const [to, across] = axis === "rows" ? [row + step, column] : [row, column + step];
      if (!cellAt(sheet, to, across)) workbook.edit.put(sheet, to, across, { value: null, style: cell.style });
    }
}

function shiftAnchored(sheet: Sheet, shift: Shift, whole: boolean): void {
  sheet.merges = moved(sheet.merges, shift);
  sheet.comments = sheet.comments.flatMap((comment) => {
    const place = movedPlace(comment.row, comment.column, shift);
    return place ? { ...comment, ...place } : [];
  });
  sheet.conditionalFormats = sheet.conditionalFormats
    .map((format) => ({ ...format, areas: moved(format.areas, shift) }))
    .filter(({ areas }) => areas.length > 0);
  sheet.validations = sheet.validations
    .map((validation) => ({ ...validation, areas: moved(validation.areas, shift) }))
    .filter(({ areas }) => areas.length > 0);
  sheet.tables = sheet.tables.flatMap((table) => {
    const area = shiftArea(table.area, shift);
    return area ? { ...table, area } : [];
  });
  if (sheet.autoFilter) sheet.autoFilter = shiftArea(sheet.autoFilter, shift) ?? null;
  const { titleRows, titleColumns, ...layout } = sheet.pageLayout;
  const [rows, columns] = [titleRows && shiftArea(titleRows, shift), titleColumns && shiftArea(titleColumns, shift)];
  sheet.pageLayout = {
    ...layout,
    printArea: moved(layout.printArea, shift),
    ...(rows ? { titleRows: rows } : {}),
    ...(columns ? { titleColumns: columns } : {}),
  };
  if (!whole) return;
  if (shift.axis === "rows") sheet.rowLines = shiftLines(sheet.rowLines, shift);
  else sheet.columnLines = shiftLines(sheet.columnLines, shift);
}

/** Where spilled cells come from moved along with their formula. */
function shiftSpills(sheet: Sheet, shift: Shift): void {
  eachCell(sheet, WHOLE_SHEET, (cell, row, column) => {
    if (!cell.spilledFrom) return;
    const from = movedPlace(cell.spilledFrom.row, cell.spilledFrom.column, shift);
    sheet.rows[row]![column] = from ? { ...cell, spilledFrom: from } : { value: null, style: cell.style };
  });
}

function move(workbook: Workbook, sheet: Sheet, area: Area, axis: "rows" | "columns", sign: 1 | -1): void {
  const { edit } = workbook;
  edit.touch();
  const whole = axis === "rows" ? isWholeRows(area) : isWholeColumns(area);
  const shift: Shift =
    axis === "rows"
      ? { axis, at: area.top, count: sign * (area.bottom - area.top + 1), band: { from: area.left, to: area.right } }
      : { axis, at: area.left, count: sign * (area.right - area.left + 1), band: { from: area.top, to: area.bottom } };
  if (sign > 0 && whole) {
    const used = usedArea(sheet, WHOLE_SHEET, true);
    const last = axis === "rows" ? (used?.bottom ?? 0) : (used?.right ?? 0);
    const end = axis === "rows" ? MAX_ROWS : MAX_COLUMNS;
    if (last >= shift.at && last + shift.count >= end)
      throw new WorkbookRefusal("InvalidOperation", "Cells with content cannot be pushed off the end of the sheet.");
  }
  for (const merge of whole ? [] : sheet.merges) {
    const inTheWay =
      axis === "rows"
        ? merge.bottom >= area.top && merge.left <= area.right && merge.right >= area.left
        : merge.right >= area.left && merge.top <= area.bottom && merge.bottom >= area.top;
    const inBand =
      axis === "rows"
        ? merge.left >= area.left && merge.right <= area.right
        : merge.top >= area.top && merge.bottom <= area.bottom;
    if (inTheWay && !inBand) throw new WorkbookRefusal("InvalidOperation", "This would take apart a merged cell.");
  }
  shiftCells(sheet, shift, whole);
  shiftSpills(sheet, shift);
  shiftAnchored(sheet, shift, whole);
  rewriteFormulas(workbook, (formula, home) => shiftFormula(formula, home, sheet.name, shift));
  formatNewCells(workbook, sheet, shift);
  edit.shifted(sheet, shift);
  const what = whole ? (axis === "rows" ? "Row" : "Column") : "Cell";
  const kind: WorkbookChange["kind"] = `${what}${sign > 0 ? "Inserted" : "Deleted"}`;
  edit.tell({ kind, sheet: sheet.id, address: areaAddress(area), source: edit.source() });
}

/** Puts empty cells where the area is; what was there moves down or to the right. */
export function insertCells(workbook: Workbook, sheet: Sheet, area: Area, shift: "Down" | "Right"): void {
  const axis = isWholeRows(area) ? "rows" : isWholeColumns(area) ? "columns" : shift === "Down" ? "rows" : "columns";
  move(workbook, sheet, area, axis, 1);
}

/** Takes the area's cells out; what is below moves up, or what is to the right moves left. */
export function deleteCells(workbook: Workbook, sheet: Sheet, area: Area, shift: "Up" | "Left"): void {
  const axis = isWholeRows(area) ? "rows" : isWholeColumns(area) ? "columns" : shift === "Up" ? "rows" : "columns";
  for (const { area: table } of sheet.tables) {
    const shared = intersection(table, area);
    if (
      shared &&
      !isWholeRows(area) &&
      !isWholeColumns(area) &&
      (shared.left > table.left || shared.right < table.right)
    )
      throw new WorkbookRefusal("InvalidOperation", "Cells cannot be taken out of a table this way.");
  }
  move(workbook, sheet, area, axis, -1);
}
