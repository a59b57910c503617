/** Where the keys lead from a cell, as in Excel. */

import {
  MAX_COLUMNS,
  MAX_ROWS,
  WHOLE_SHEET,
  bounding,
  cellArea,
  intersection,
  type Area,
} from "../../host/workbook/area";
import { cellAt, columnWidth, holdsContent, rowHeight, usedArea } from "../../host/workbook/state";
import type { Sheet } from "../../host/workbook/types";

export interface Place {
  readonly row: number;
  readonly column: number;
}

export type Direction = "up" | "down" | "left" | "right";

/** The keys that lead to a neighbour. */
export const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};

const STEPS: Readonly<Record<Direction, readonly [number, number]>> = {
  up: [-1, 0],
  down: [1, 0],
  left: [0, -1],
  right: [0, 1],
};

const inside = ({ row, column }: Place): boolean => row >= 0 && column >= 0 && row < MAX_ROWS && column < MAX_COLUMNS;
const isShown = (sheet: Sheet, { row, column }: Place): boolean =>
  rowHeight(sheet, row) > 0 && columnWidth(sheet, column) > 0;

/** The merged cell that a place lies in; the place alone where there is none. */
export function mergeAt(sheet: Sheet, { row, column }: Place): Area {
  const here = cellArea(row, column);
  return sheet.merges.find((merge) => intersection(merge, here)) ?? here;
}

/** An area widened until it cuts no merged cell. */
export function aroundMerges(sheet: Sheet, area: Area): Area {
  let wide = area;
  for (;;) {
    const next = sheet.merges.reduce((sum, merge) => (intersection(merge, sum) ? bounding(sum, merge) : sum), wide);
    if (next.top === wide.top && next.left === wide.left && next.bottom === wide.bottom && next.right === wide.right) {
      return wide;
    }
    wide = next;
  }
}

/** The next shown cell; the same one at the edge of the sheet. */
export function nextCell(sheet: Sheet, from: Place, direction: Direction): Place {
  const [down, across] = STEPS[direction];
  const merge = mergeAt(sheet, from);
  let to: Place = {
    row: down > 0 ? merge.bottom + 1 : down < 0 ? merge.top - 1 : from.row,
    column: across > 0 ? merge.right + 1 : across < 0 ? merge.left - 1 : from.column,
  };
  while (inside(to) && !isShown(sheet, to)) to = { row: to.row + down, column: to.column + across };
  if (!inside(to)) return from;
  const { top, left } = mergeAt(sheet, to);
  return { row: top, column: left };
}

/** Ctrl and an arrow: to the end of the block of filled cells, or to the beginning of the next one. */
export function blockEnd(sheet: Sheet, from: Place, direction: Direction): Place {
  const [down, across] = STEPS[direction];
  const filled = ({ row, column }: Place) => holdsContent(cellAt(sheet, row, column));
  const used = usedArea(sheet, WHOLE_SHEET, true);
  const step = (place: Place): Place => ({ row: place.row + down, column: place.column + across });
  const beyond = ({ row, column }: Place) =>
    !inside({ row, column }) || (used ? row > used.bottom || column > used.right : true);
  let at = from;
  const next = step(from);
  if (inside(next) && filled(from) && filled(next)) {
    while (inside(step(at)) && filled(step(at))) at = step(at);
    return at;
  }
  at = next;
  while (!beyond(at) && !filled(at)) at = step(at);
  if (!beyond(at)) return at;
  return {
    row: down < 0 ? 0 : down > 0 ? MAX_ROWS - 1 : from.row,
    column: across < 0 ? 0 : across > 0 ? MAX_COLUMNS - 1 : from.column,
  };
}

/** The last cell in use, where Ctrl+End leads. */
export function lastUsed(sheet: Sheet): Place {
  const used = usedArea(sheet, WHOLE_SHEET, false);
  return { row: used?.bottom ?? 0, column: used?.right ?? 0 };
}
