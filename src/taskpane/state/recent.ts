/** The cells that the user changed on the sheet that is shown, in this sitting: of a contradiction they are suspected first. */

import { address, placeOf } from "../../core/table/grid";

export interface Recent {
  readonly sheet: string;
  /** A1 addresses, the latest last. */
  readonly cells: readonly string[];
}

export const NOTHING_RECENT: Recent = { sheet: "", cells: [] };

/** What is typed, not what is pasted as a block: of a whole column nothing is told by its being new. */
const TYPED = 12;
/** Of longer ago people do not think any more. */
const KEPT = 60;

/** @param change what an event of the workbook tells of a sheet; where cells moved, what was noted is of other cells now */
export function noteChange(
  before: Recent,
  change: { readonly sheet: string; readonly address: string; readonly structural: boolean },
): Recent {
  if (change.structural) return NOTHING_RECENT;
  const fresh = cellsOf(change.address);
  const kept = before.sheet === change.sheet ? before.cells.filter((cell) => !fresh.includes(cell)) : [];
  return { sheet: change.sheet, cells: [...kept, ...fresh].slice(-KEPT) };
}

/** The cells of an area; none where it is large, or no area. */
function cellsOf(area: string): string[] {
  const [first = "", last = first] = area.split(":");
  const [from, to] = [placeOf(first), placeOf(last)];
  if (!from || !to) return [];
  const [rows, columns] = [to.row - from.row + 1, to.column - from.column + 1];
  if (rows < 1 || columns < 1 || rows * columns > TYPED) return [];
  return Array.from({ length: rows * columns }, (_, index) =>
    address(from.row + Math.floor(index / columns), from.column + (index % columns)),
  );
}
