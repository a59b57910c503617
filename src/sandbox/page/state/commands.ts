/** What the menus do: rows and columns, sorting, sheets, protection. Each is one step that undo takes back. */

import { MAX_COLUMNS, MAX_ROWS, WHOLE_SHEET, intersection, type Area } from "../../host/workbook/area";
import { activateSheet, addSheet, deleteSheet, renameSheet } from "../../host/workbook/sheets";
import { sortArea } from "../../host/workbook/sort";
import { cellAt, holdsContent, usedArea } from "../../host/workbook/state";
import { deleteCells, insertCells } from "../../host/workbook/structure";
import type { Sheet } from "../../host/workbook/types";
import { clearArea, setLines } from "../../host/workbook/write";
import type { Page } from "./page";

export type Axis = "rows" | "columns";

/** The whole rows or columns that an area touches. */
export function wholeLines(area: Area, axis: Axis): Area {
  return axis === "rows" ? { ...area, left: 0, right: MAX_COLUMNS - 1 } : { ...area, top: 0, bottom: MAX_ROWS - 1 };
}

export function clearSelection(page: Page): void {
  const area = page.selection();
  if (page.mayWrite(area)) page.run((workbook, sheet) => clearArea(workbook, sheet, area, "Contents"));
}

export function insertLines(page: Page, axis: Axis): void {
  const area = wholeLines(page.selection(), axis);
  if (!page.mayWrite(area)) return;
  page.run((workbook, sheet) => insertCells(workbook, sheet, area, axis === "rows" ? "Down" : "Right"));
}

export function deleteLines(page: Page, axis: Axis): void {
  const area = wholeLines(page.selection(), axis);
  if (!page.mayWrite(area)) return;
  page.run((workbook, sheet) => deleteCells(workbook, sheet, area, axis === "rows" ? "Up" : "Left"));
}

export function setHidden(page: Page, axis: Axis, hidden: boolean): void {
  const area = page.selection();
  if (page.sheet().protection) {
    page.say(page.texts.say.locked, "warning");
    return;
  }
  page.run((workbook, sheet) => {
    const lines = axis === "rows" ? sheet.rowLines : sheet.columnLines;
    const [from, to] = axis === "rows" ? [area.top, area.bottom] : [area.left, area.right];
    const used = usedArea(sheet, WHOLE_SHEET, false);
    const last = axis === "rows" ? (used?.bottom ?? 0) : (used?.right ?? 0);
    // To show hidden lines one selects those around them; of a whole sheet, only lines that are known can be hidden.
    const end = hidden ? Math.min(to, Math.max(from, last)) : Math.min(to, Math.max(from, ...lines.keys()));
    const span = axis === "rows" ? { ...area, bottom: end } : { ...area, right: end };
    setLines(workbook, sheet, axis, span, { hidden });
  });
}

/** Sets the width of a column or the height of a row, in points. */
export function resizeLine(page: Page, axis: Axis, index: number, size: number): void {
  const area = wholeLines({ top: index, bottom: index, left: index, right: index }, axis);
  page.run((workbook, sheet) => setLines(workbook, sheet, axis, area, { size: Math.max(1.5, size) }));
}

/** The block to sort: the selection, or where that is one cell, the filled rows around it. */
function blockAround(sheet: Sheet, area: Area): Area | undefined {
  if (area.top !== area.bottom) return intersection(area, usedArea(sheet, WHOLE_SHEET, true) ?? area);
  const used = usedArea(sheet, WHOLE_SHEET, true);
  if (!used) return undefined;
  const filled = (row: number) => row >= 0 && holdsContent(cellAt(sheet, row, area.left));
  let { top, bottom } = area;
  while (filled(top - 1)) top -= 1;
  while (filled(bottom + 1)) bottom += 1;
  return { top, bottom, left: used.left, right: used.right };
}

/** Sorts rows by the active cell's column; formulas move with their row. */
export function sortRows(page: Page, direction: "up" | "down"): void {
  const sheet = page.sheet();
  const key = page.active().column;
  const area = blockAround(sheet, page.selection());
  if (!area || !page.mayWrite(area)) return;
  if (sheet.merges.some((merge) => intersection(merge, area))) {
    page.say(page.texts.say.merged, "warning");
    return;
  }
  const fields = [{ key: key - area.left, ascending: direction === "up" }];
  page.run((workbook) => sortArea(workbook, sheet, area, { fields }));
  page.selectArea(area, { row: area.top, column: key });
}

export function toggleProtection(page: Page): void {
  page.run((workbook, sheet) => {
    workbook.edit.touch();
    sheet.protection = sheet.protection ? null : { password: "", options: {} };
    workbook.edit.tell({ kind: "protection", sheet: sheet.id, source: "user" });
  });
}

export function newSheet(page: Page): void {
  page.run((workbook) => activateSheet(workbook, addSheet(workbook)));
}

export function removeSheet(page: Page, id: string): void {
  const { workbook, texts } = page;
  const visible = workbook.state.sheets.filter(({ visibility }) => visibility === "Visible");
  if (visible.length === 1 && visible[0]!.id === id) {
    page.say(texts.say.lastSheet, "warning");
    return;
  }
  page.run(() => {
    const sheet = workbook.sheet(id);
    if (sheet) deleteSheet(workbook, sheet);
  });
}

export function nameSheet(page: Page, id: string, name: string): void {
  page.run((workbook) => {
    const sheet = workbook.sheet(id);
    if (sheet && sheet.name !== name) renameSheet(workbook, sheet, name);
  });
}

export function showSheet(page: Page, id: string): void {
  page.setEditing(undefined);
  page.run((workbook) => {
    const sheet = workbook.sheet(id);
    if (sheet) activateSheet(workbook, sheet);
  });
}
