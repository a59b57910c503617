/** Which rows and columns are to be seen, and where. */

import { MAX_COLUMNS, MAX_ROWS, WHOLE_SHEET } from "../../host/workbook/area";
import { COLUMN_WIDTH, ROW_HEIGHT, usedArea } from "../../host/workbook/state";
import type { Sheet } from "../../host/workbook/types";
import { createAxis, visibleLines, type Axis } from "./axis";
import type { Place } from "./moves";

/** Pixels of the row numbers and of the column letters. */
export const HEAD_WIDTH = 48;
export const HEAD_HEIGHT = 22;
/** Rows and columns that can be scrolled to beyond the last one in use. */
const MORE_ROWS = 60;
const MORE_COLUMNS = 12;
const FEWEST_ROWS = 100;
const FEWEST_COLUMNS = 26;

/** Where the user has scrolled to, and how much room there is; in pixels. */
export interface View {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** The geometry of a sheet under a view. */
export interface Frame {
  readonly rows: Axis;
  readonly columns: Axis;
  /** How many rows and columns can be scrolled to. */
  readonly rowCount: number;
  readonly columnCount: number;
  readonly shownRows: readonly number[];
  readonly shownColumns: readonly number[];
  readonly frozenHeight: number;
  readonly frozenWidth: number;
  /** Place on the screen, from the top left corner of the grid. */
  readonly x: (column: number) => number;
  readonly y: (row: number) => number;
  /** The cell at a place of the screen. */
  readonly cellAt: (x: number, y: number) => Place;
}

/** Axes and extent of a sheet; made anew when the sheet changes, not when it is scrolled. */
export interface Extent {
  readonly rows: Axis;
  readonly columns: Axis;
  readonly rowCount: number;
  readonly columnCount: number;
}

export function extentOf(sheet: Sheet, reach: Place, zoom: number): Extent {
  const used = usedArea(sheet, WHOLE_SHEET, false);
  const rowCount = Math.min(MAX_ROWS, Math.max(FEWEST_ROWS, (used?.bottom ?? 0) + MORE_ROWS, reach.row + MORE_ROWS));
  const columnCount = Math.min(
    MAX_COLUMNS,
    Math.max(FEWEST_COLUMNS, (used?.right ?? 0) + MORE_COLUMNS, reach.column + MORE_COLUMNS),
  );
  return {
    rows: createAxis(sheet.rowLines, ROW_HEIGHT, rowCount - 1, zoom),
    columns: createAxis(sheet.columnLines, COLUMN_WIDTH, columnCount - 1, zoom),
    rowCount,
    columnCount,
  };
}

export function frameOf(sheet: Sheet, { rows, columns, rowCount, columnCount }: Extent, view: View): Frame {
  const { freeze } = sheet;
  const frozenHeight = rows.start(freeze.rows);
  const frozenWidth = columns.start(freeze.columns);
  const shown = (axis: Axis, frozen: number, from: number, room: number, count: number) => [
    ...visibleLines(axis, 0, room, 0, frozen - 1),
    ...visibleLines(axis, axis.start(frozen) + from, from + room, frozen, count - 1),
  ];
  const x = (column: number) => HEAD_WIDTH + columns.start(column) - (column < freeze.columns ? 0 : view.left);
  const y = (row: number) => HEAD_HEIGHT + rows.start(row) - (row < freeze.rows ? 0 : view.top);
  return {
    rows,
    columns,
    rowCount,
    columnCount,
    shownRows: shown(rows, freeze.rows, view.top, view.height - HEAD_HEIGHT, rowCount),
    shownColumns: shown(columns, freeze.columns, view.left, view.width - HEAD_WIDTH, columnCount),
    frozenHeight,
    frozenWidth,
    x,
    y,
    cellAt(atX, atY) {
      const [inX, inY] = [Math.max(0, atX - HEAD_WIDTH), Math.max(0, atY - HEAD_HEIGHT)];
      return {
        row: rows.at(inY < frozenHeight ? inY : inY + view.top),
        column: columns.at(inX < frozenWidth ? inX : inX + view.left),
      };
    },
  };
}

/** Where to scroll so that a cell is seen whole; the same place where it is. */
export function scrolledTo(sheet: Sheet, { rows, columns }: Extent, view: View, { row, column }: Place): View {
  const { freeze } = sheet;
  const fit = (axis: Axis, index: number, frozen: number, at: number, room: number) => {
    if (index < frozen) return at;
    const start = axis.start(index) - axis.start(frozen);
    const end = start + axis.size(index);
    const free = room - axis.start(frozen);
    // A far cell comes into the middle, so that its neighbours are seen; a near one moves the sheet no more than needed.
    if (end < at - free || start > at + 2 * free) return Math.max(0, start - Math.round(free / 2));
    if (start < at) return start;
    return end > at + free ? Math.min(start, end - free) : at;
  };
  return {
    ...view,
    top: fit(rows, row, freeze.rows, view.top, view.height - HEAD_HEIGHT),
    left: fit(columns, column, freeze.columns, view.left, view.width - HEAD_WIDTH),
  };
}
