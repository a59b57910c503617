/** From one Range to others. */

import { type Area, MAX_COLUMNS, MAX_ROWS, bounding, cellArea, intersection } from "../../workbook/area";
import { extentOf, holdsContent, usedArea } from "../../workbook/state";
import { type Sheet } from "../../workbook/types";
import { type Args, type RangeRef, type WireContext } from "../api-class";
import { invalidArgument, present } from "../api-error";
import { areaOf, rangeFrom, sheetOf } from "./places";

type AreaMethod = (area: Area, args: Args, sheet: Sheet, context: WireContext) => Area | undefined;

/** Refuses an area that leaves the sheet. */
export function onSheet(area: Area): Area {
  if (area.top < 0 || area.left < 0 || area.bottom >= MAX_ROWS || area.right >= MAX_COLUMNS) throw invalidArgument();
  if (area.bottom < area.top || area.right < area.left) throw invalidArgument();
  return area;
}

const offset = (area: Area, down: number, across: number): Area => ({
  top: area.top + down,
  bottom: area.bottom + down,
  left: area.left + across,
  right: area.right + across,
});

/** `count` rows or columns beside an area; a negative count is the other side, as the documentation says. */
function beside(area: Area, axis: "rows" | "columns", after: boolean, count: number): Area {
  if (count === 0) throw invalidArgument();
  const forward = after === count > 0;
  const size = Math.abs(count);
  if (axis === "rows")
    return forward
      ? { ...area, top: area.bottom + 1, bottom: area.bottom + size }
      : { ...area, top: area.top - size, bottom: area.top - 1 };
  return forward
    ? { ...area, left: area.right + 1, right: area.right + size }
    : { ...area, left: area.left - size, right: area.left - 1 };
}

/** The block of cells around an area that empty rows and columns bound (Ctrl + Shift + *). */
function surrounding(sheet: Sheet, start: Area): Area {
  const holds = (area: Area): boolean => {
    for (let row = Math.max(0, area.top); row <= Math.min(area.bottom, sheet.rows.length - 1); row++)
      for (let column = Math.max(0, area.left); column <= area.right; column++)
        if (holdsContent(sheet.rows[row]?.[column])) return true;
    return false;
  };
  let area = start;
  for (;;) {
    const { top, bottom, left, right } = area;
    // A cell that only touches a corner belongs to the block too.
    const wide = { left: left - 1, right: right + 1 };
    const grown: Area = {
      top: top > 0 && holds({ ...wide, top: top - 1, bottom: top - 1 }) ? top - 1 : top,
      bottom: holds({ ...wide, top: bottom + 1, bottom: bottom + 1 }) ? bottom + 1 : bottom,
      left: left > 0 && holds({ top: top - 1, bottom: bottom + 1, left: left - 1, right: left - 1 }) ? left - 1 : left,
      right: holds({ top: top - 1, bottom: bottom + 1, left: right + 1, right: right + 1 }) ? right + 1 : right,
    };
    if (grown.top === top && grown.bottom === bottom && grown.left === left && grown.right === right) return area;
    area = grown;
  }
}

/** Where Ctrl and an arrow lead from a cell. */
function edge(sheet: Sheet, from: { row: number; column: number }, direction: "Up" | "Down" | "Left" | "Right"): Area {
  const [down, across] = { Up: [-1, 0], Down: [1, 0], Left: [0, -1], Right: [0, 1] }[direction] as [number, number];
  const { rows, columns } = extentOf(sheet);
  const inside = (row: number, column: number) => row >= 0 && column >= 0 && row < MAX_ROWS && column < MAX_COLUMNS;
  const full = (row: number, column: number) => holdsContent(sheet.rows[row]?.[column]);
  const beyond = (row: number, column: number) => (down > 0 && row >= rows) || (across > 0 && column >= columns);
  let { row, column } = from;
  const running = full(row, column) && inside(row + down, column + across) && full(row + down, column + across);
  while (inside(row + down, column + across)) {
    if (running && !full(row + down, column + across)) break;
    row += down;
    column += across;
    if (!running && full(row, column)) break;
    if (beyond(row, column)) return cellArea(down > 0 ? MAX_ROWS - 1 : row, across > 0 ? MAX_COLUMNS - 1 : column);
  }
  return cellArea(row, column);
}

const DIRECTIONS = ["Left", "Right", "Up", "Down"] as const;
const direction = (args: Args) => args.oneOf(0, DIRECTIONS);

/** Where a search of edges starts: the given active cell, else the first cell. */
function start(area: Area, args: Args, context: WireContext): { row: number; column: number } {
  const given = args.at(1);
  const cell = given === undefined ? area : areaOf(rangeFrom(context, given));
  return { row: cell.top, column: cell.left };
}

const METHODS: Readonly<Record<string, AreaMethod>> = {
  GetCell: (area, args) => {
    // The cell may lie outside of the range, as long as it is on the sheet.
    const [row, column] = [area.top + args.integer(0), area.left + args.integer(1)];
    return cellArea(row, column);
  },
  GetRow: (area, args) => {
    const row = area.top + args.integer(0);
    return { ...area, top: row, bottom: row };
  },
  GetColumn: (area, args) => {
    const column = area.left + args.integer(0);
    return { ...area, left: column, right: column };
  },
  GetLastCell: (area) => cellArea(area.bottom, area.right),
  GetLastRow: (area) => ({ ...area, top: area.bottom }),
  GetLastColumn: (area) => ({ ...area, left: area.right }),
  GetOffsetRange: (area, args) => offset(area, args.integer(0), args.integer(1)),
  GetResizedRange: (area, args) => ({
    ...area,
    bottom: area.bottom + args.integer(0),
    right: area.right + args.integer(1),
  }),
  GetAbsoluteResizedRange: (area, args) => ({
    ...area,
    bottom: area.top + args.integer(0) - 1,
    right: area.left + args.integer(1) - 1,
  }),
  GetEntireRow: (area) => ({ ...area, left: 0, right: MAX_COLUMNS - 1 }),
  GetEntireColumn: (area) => ({ ...area, top: 0, bottom: MAX_ROWS - 1 }),
  GetRowsAbove: (area, args) => beside(area, "rows", false, args.integerOr(0, 1)),
  GetRowsBelow: (area, args) => beside(area, "rows", true, args.integerOr(0, 1)),
  GetColumnsBefore: (area, args) => beside(area, "columns", false, args.integerOr(0, 1)),
  GetColumnsAfter: (area, args) => beside(area, "columns", true, args.integerOr(0, 1)),
  GetBoundingRect: (area, args, sheet, context) => {
    const other = rangeFrom(context, args.at(0), sheet);
    if (other.sheet !== sheet.id) throw invalidArgument();
    return bounding(area, areaOf(other));
  },
  GetSurroundingRegion: (area, _args, sheet) => surrounding(sheet, area),
  // An empty sheet's used range is its first cell, as the documentation says.
  GetUsedRange: (area, args, sheet) => usedArea(sheet, area, args.flag(0)) ?? cellArea(area.top, area.left),
  GetRangeEdge: (area, args, sheet, context) => edge(sheet, start(area, args, context), direction(args)),
  GetExtendedRange: (area, args, sheet, context) =>
    bounding(area, edge(sheet, start(area, args, context), direction(args))),
};

/** Methods whose result may be a null object. */
const NULLABLE: Readonly<Record<string, AreaMethod>> = {
  GetIntersectionOrNullObject: (area, args, sheet, context) => {
    const other = rangeFrom(context, args.at(0), sheet);
    return other.sheet === sheet.id ? intersection(area, areaOf(other)) : undefined;
  },
  GetUsedRangeOrNullObject: (area, args, sheet) => usedArea(sheet, area, args.flag(0)),
};

/** The methods of Range that give another Range; `wrap` makes it an object of the API. */
export function geometryMethods<T>(
  wrap: (range: RangeRef, context: WireContext) => T,
): Record<string, (self: RangeRef, args: Args, context: WireContext) => T | null> {
  const methods: Record<string, (self: RangeRef, args: Args, context: WireContext) => T | null> = {};
  for (const [name, method] of Object.entries(METHODS))
    methods[name] = (self, args, context) => {
      const sheet = sheetOf(context, self);
      const area = method(areaOf(self), args, sheet, context);
      return area ? wrap(context.range(sheet, onSheet(area)), context) : null;
    };
  for (const [name, method] of Object.entries(NULLABLE))
    methods[name] = (self, args, context) => {
      const sheet = sheetOf(context, self);
      const area = method(areaOf(self), args, sheet, context);
      return area ? wrap(context.range(sheet, area), context) : null;
    };
  methods["GetIntersection"] = (self, args, context) =>
    present(methods["GetIntersectionOrNullObject"]!(self, args, context));
  return methods;
}
