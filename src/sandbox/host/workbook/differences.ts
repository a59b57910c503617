/**
 * What an undo changed, as changes. Excel tells an add-in of an undo as of any edit; the documentation does not say in how
 * many pieces, so each sheet is told once, by the rectangle around the cells that differ.
 */

import { areaAddress, bounding, cellArea, type Area } from "./area";
import type { Cell, Sheet, WorkbookChange, WorkbookState } from "./types";

const differ = (one: Cell | undefined, other: Cell | undefined) =>
  one !== other && (one?.value !== other?.value || one?.formula !== other?.formula);

/** The rectangle around the cells whose content differs; undefined where none does. */
function changedArea(before: Sheet, after: Sheet): Area | undefined {
  let area: Area | undefined;
  const last = Math.max(before.rows.length, after.rows.length);
  for (let row = 0; row < last; row += 1) {
    const [was, is] = [before.rows[row], after.rows[row]];
    if (was === is) continue;
    const width = Math.max(was?.length ?? 0, is?.length ?? 0);
    for (let column = 0; column < width; column += 1) {
      if (!differ(was?.[column], is?.[column])) continue;
      const cell = cellArea(row, column);
      area = area ? bounding(area, cell) : cell;
    }
  }
  return area;
}

/** The changes that lead from one state to another, in the order in which Excel would tell them. */
export function differences(before: WorkbookState, after: WorkbookState): WorkbookChange[] {
  const source = "user";
  const was = new Map(before.sheets.map((sheet) => [sheet.id, sheet]));
  const is = new Set(after.sheets.map(({ id }) => id));
  const changes: WorkbookChange[] = [];
  for (const { id } of before.sheets) if (!is.has(id)) changes.push({ kind: "deleted", sheet: id, source });
  for (const sheet of after.sheets) {
    const old = was.get(sheet.id);
    if (!old) {
      changes.push({ kind: "added", sheet: sheet.id, source });
      continue;
    }
    if (old.name !== sheet.name) changes.push({ kind: "renamed", sheet: sheet.id, source });
    const area = changedArea(old, sheet);
    if (area) changes.push({ kind: "RangeEdited", sheet: sheet.id, address: areaAddress(area), source });
  }
  if (before.activeSheet !== after.activeSheet) changes.push({ kind: "activated", sheet: after.activeSheet, source });
  return changes;
}
