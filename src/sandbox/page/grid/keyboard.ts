/** The keys of the grid, as in Excel. */

import { WHOLE_SHEET } from "../../host/workbook/area";
import { clearSelection, wholeLines } from "../state/commands";
import { beginEntry } from "../state/entry";
import type { Page } from "../state/page";
import { ARROWS, blockEnd, lastUsed, nextCell, type Place } from "./moves";

/** What the grid does for the keys that need it. */
export interface GridKeys {
  /** How many rows a page has. */
  readonly pageRows: () => number;
  readonly openMenu: () => void;
  readonly leave: () => void;
}

function go(page: Page, to: Place, extend: boolean): void {
  if (extend) page.select(page.active(), to);
  else page.select(to);
}

/** A key that begins an entry: it writes a character, alone or in the making (as Vietnamese typing does). */
function writes(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  return event.key.length === 1 || event.key === "Process" || event.key === "Dead" || event.key === "Unidentified";
}

/** The cell after the active one for Enter and Tab: within the selection where that has several cells. */
function withinSelection(page: Page, byColumn: boolean, back: boolean): boolean {
  const { top, left, bottom, right } = page.selection();
  if (top === bottom && left === right) return false;
  if (
    page
      .sheet()
      .merges.some(
        (merge) => merge.top === top && merge.left === left && merge.bottom === bottom && merge.right === right,
      )
  ) {
    return false;
  }
  const { row, column } = page.active();
  const [rows, columns] = [bottom - top + 1, right - left + 1];
  const size = rows * columns;
  const at = byColumn ? (column - left) * rows + (row - top) : (row - top) * columns + (column - left);
  const next = (at + (back ? size - 1 : 1)) % size;
  const place = byColumn
    ? { row: top + (next % rows), column: left + Math.floor(next / rows) }
    : { row: top + Math.floor(next / columns), column: left + (next % columns) };
  page.selectArea({ top, left, bottom, right }, place);
  return true;
}

/** Answers a key while no cell is being edited. @returns whether it was one of the grid's */
export function answerKey(page: Page, event: KeyboardEvent, keys: GridKeys): boolean {
  const sheet = page.sheet();
  const { key, shiftKey: shift } = event;
  const ctrl = event.ctrlKey || event.metaKey;
  const arrow = ARROWS[key];
  const from = shift ? page.lead() : page.active();
  if (arrow) {
    go(page, ctrl ? blockEnd(sheet, from, arrow) : nextCell(sheet, from, arrow), shift);
    return true;
  }
  switch (key) {
    case "Enter":
    case "Tab": {
      const down = key === "Enter";
      if (withinSelection(page, down, shift)) return true;
      go(page, nextCell(sheet, page.active(), down ? (shift ? "up" : "down") : shift ? "left" : "right"), false);
      return true;
    }
    case "PageUp":
    case "PageDown": {
      const step = keys.pageRows() * (key === "PageUp" ? -1 : 1);
      const row = Math.min(WHOLE_SHEET.bottom, Math.max(0, from.row + step));
      go(page, { row, column: from.column }, shift);
      return true;
    }
    case "Home":
      go(page, ctrl ? { row: sheet.freeze.rows, column: sheet.freeze.columns } : { row: from.row, column: 0 }, shift);
      return true;
    case "End":
      if (!ctrl) return false;
      go(page, lastUsed(sheet), shift);
      return true;
    case "F2":
      beginEntry(page, "cell");
      return true;
    case "F6":
      keys.leave();
      return true;
    case "Delete":
      clearSelection(page);
      return true;
    case "Backspace":
      beginEntry(page, "cell", "");
      return true;
    case "ContextMenu":
      keys.openMenu();
      return true;
    case "F10":
      if (!shift) return false;
      keys.openMenu();
      return true;
    case " ":
      if (!ctrl && !shift) break;
      page.selectArea(wholeLines(page.selection(), shift ? "rows" : "columns"), page.active());
      return true;
    default:
      break;
  }
  if (ctrl && !event.altKey) {
    switch (key.toLowerCase()) {
      case "z":
        if (shift) page.workbook.redo();
        else page.workbook.undo();
        return true;
      case "y":
        page.workbook.redo();
        return true;
      case "a":
        page.selectArea(WHOLE_SHEET, page.active());
        return true;
      default:
        return false;
    }
  }
  // The character itself is left to the browser, which writes it into the editor that opens here.
  if (writes(event)) beginEntry(page, "cell", "");
  return false;
}
