/** Making, copying and reading the state of a workbook. */

import { type Area, areaAddress, cellArea, contains, quotedSheetName } from "./area";
import { DEFAULT_STYLE, type Style } from "./style";
import { type Cell, type CellValue, type Sheet, type WorkbookState } from "./types";

/** On a screen as Excel takes it to be. */
export const PIXELS_PER_POINT = 96 / 72;

/** Excel's own: 15 points a row, 64 pixels a column. */
export const ROW_HEIGHT = 15;
export const COLUMN_WIDTH = 48;

export const newSheet = (id: string, name: string): Sheet => ({
  id,
  name,
  visibility: "Visible",
  tabColor: "",
  showGridlines: true,
  showHeadings: true,
  rows: [],
  rowLines: new Map(),
  columnLines: new Map(),
  merges: [],
  freeze: { rows: 0, columns: 0 },
  selection: [cellArea(0, 0)],
  comments: [],
  conditionalFormats: [],
  validations: [],
  protection: null,
  pageLayout: { printArea: [], settings: {} },
  names: [],
  tables: [],
  charts: [],
  customProperties: new Map(),
  autoFilter: null,
});

/** An empty workbook, with one sheet. */
export const newState = (sheet: Sheet): WorkbookState => ({
  sheets: [sheet],
  activeSheet: sheet.id,
  names: [],
  customProperties: new Map(),
  properties: new Map(),
  settings: new Map(),
  customXmlParts: [],
  protection: null,
});

/** Rows copied so that a hole stays a hole: a sheet with one cell in row 100,000 stays small. */
function copyRows(rows: Sheet["rows"]): Sheet["rows"] {
  const copy: Sheet["rows"] = [];
  copy.length = rows.length;
  rows.forEach((cells, row) => (copy[row] = cells.slice()));
  return copy;
}

/** A copy that later changes of the sheet leave alone; cells and other entries are shared. */
export const copySheet = (sheet: Sheet): Sheet => ({
  ...sheet,
  rows: copyRows(sheet.rows),
  rowLines: new Map(sheet.rowLines),
  columnLines: new Map(sheet.columnLines),
});

export const copyState = (state: WorkbookState): WorkbookState => ({ ...state, sheets: state.sheets.map(copySheet) });

export const cellAt = (sheet: Sheet, row: number, column: number): Cell | undefined => sheet.rows[row]?.[column];

/** What a cell holds; null where it is empty. */
export const valueAt = (sheet: Sheet, row: number, column: number): CellValue =>
  sheet.rows[row]?.[column]?.value ?? null;

export const styleAt = (sheet: Sheet, row: number, column: number): Style =>
  sheet.rows[row]?.[column]?.style ??
  sheet.rowLines.get(row)?.style ??
  sheet.columnLines.get(column)?.style ??
  DEFAULT_STYLE;

/** Sizes in points; 0 where hidden. */
export const rowHeight = (sheet: Sheet, row: number): number => {
  const line = sheet.rowLines.get(row);
  return line?.hidden ? 0 : (line?.size ?? ROW_HEIGHT);
};
export const columnWidth = (sheet: Sheet, column: number): number => {
  const line = sheet.columnLines.get(column);
  return line?.hidden ? 0 : (line?.size ?? COLUMN_WIDTH);
};

/** Whether a cell holds something of its own: a value or a formula. */
export const holdsContent = (cell: Cell | undefined): boolean =>
  cell !== undefined && (cell.value !== null || cell.formula !== undefined);

/** Whether a place lies inside of a merged cell without being its first one: what is written there is lost. */
export const isCovered = (sheet: Sheet, row: number, column: number): boolean =>
  sheet.merges.some((merge) => contains(merge, row, column) && (merge.top !== row || merge.left !== column));

/** How many rows and columns of a sheet hold cells, of whatever kind. */
export function extentOf({ rows }: Sheet): { readonly rows: number; readonly columns: number } {
  let columns = 0;
  // forEach passes over the holes of a sparse list; a sheet may have a million rows.
  rows.forEach((cells) => (columns = Math.max(columns, cells.length)));
  return { rows: rows.length, columns };
}

/**
 * Whether an area has a cell that a protected sheet keeps from being written. Cells that are not there are locked, unless
 * their row or column says otherwise.
 */
export function holdsLocked(sheet: Sheet, area: Area): boolean {
  const bottom = Math.min(area.bottom, Math.max(sheet.rows.length, area.top));
  const right = Math.min(area.right, Math.max(area.left + 1000, extentOf(sheet).columns));
  for (let row = area.top; row <= bottom; row++)
    for (let column = area.left; column <= right; column++) if (styleAt(sheet, row, column).locked) return true;
  return false;
}

/** Calls back for every cell that is there, in reading order. */
export function eachCell(
  sheet: Sheet,
  area: Area,
  visit: (cell: Cell, row: number, column: number) => void | "stop",
): void {
  const lastRow = Math.min(area.bottom, sheet.rows.length - 1);
  for (let row = area.top; row <= lastRow; row++) {
    const cells = sheet.rows[row];
    if (!cells) continue;
    const last = Math.min(area.right, cells.length - 1);
    for (let column = area.left; column <= last; column++) {
      const cell = cells[column];
      if (cell && visit(cell, row, column) === "stop") return;
    }
  }
}

/**
 * The smallest area that holds every cell in use: with a value or a formula, and unless `valuesOnly` also those with a
 * look of their own.
 */
export function usedArea(sheet: Sheet, within: Area, valuesOnly: boolean): Area | undefined {
  let [top, left, bottom, right] = [-1, Infinity, -1, -1];
  eachCell(sheet, within, (cell, row, column) => {
    if (!holdsContent(cell) && (valuesOnly || cell.style === DEFAULT_STYLE)) return;
    if (top < 0) top = row;
    bottom = row;
    if (column < left) left = column;
    if (column > right) right = column;
  });
  return top < 0 ? undefined : { top, left, bottom, right };
}

/** The address of an area with its sheet, as Office.js gives it. */
export const fullAddress = (sheet: Sheet, area: Area): string => `${quotedSheetName(sheet.name)}!${areaAddress(area)}`;

export const sheetById = (state: WorkbookState, id: string): Sheet | undefined =>
  state.sheets.find((sheet) => sheet.id === id);

export const sheetByName = (state: WorkbookState, name: string): Sheet | undefined => {
  const wanted = name.toLocaleLowerCase();
  return state.sheets.find((sheet) => sheet.name.toLocaleLowerCase() === wanted);
};
