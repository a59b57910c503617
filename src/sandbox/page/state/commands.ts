/** What the menus do: rows and columns, sorting, sheets, protection. Each is one step that undo takes back. */

import { MAX_COLUMNS, MAX_ROWS, WHOLE_SHEET, intersection, type Area } from "../../host/workbook/area";
import { copyFormula } from "../../host/workbook/references";
import { activateSheet, addSheet, deleteSheet, renameSheet } from "../../host/workbook/sheets";
import { cellAt, holdsContent, usedArea, valueAt } from "../../host/workbook/state";
import { deleteCells, insertCells } from "../../host/workbook/structure";
import type { Cell, CellValue, Sheet } from "../../host/workbook/types";
import { clearArea, setLines, tellEdited } from "../../host/workbook/write";
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

const KINDS = ["number", "string", "boolean", "object"];

/** Numbers, then texts, truth values, errors; blanks always last. */
function compareValues(one: CellValue, other: CellValue, sign: 1 | -1): number {
  if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1;
  const kinds = KINDS.indexOf(typeof one) - KINDS.indexOf(typeof other);
  if (kinds !== 0) return kinds * sign;
  if (typeof one === "number" && typeof other === "number") return (one - other) * sign;
  if (typeof one === "string" && typeof other === "string") return one.localeCompare(other, "vi") * sign;
  return 0;
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
  const rows = Array.from({ length: area.bottom - area.top + 1 }, (_, index) => area.top + index);
  const sorted = rows
    .slice()
    .sort((one, other) =>
      compareValues(valueAt(sheet, one, key), valueAt(sheet, other, key), direction === "up" ? 1 : -1),
    );
  page.run((workbook) => {
    workbook.edit.touch();
    const lines = sorted.map((row): (Cell | undefined)[] => {
      const cells = sheet.rows[row] ?? [];
      return Array.from({ length: area.right - area.left + 1 }, (_, index) => cells[area.left + index]);
    });
    rows.forEach((row, index) => {
      lines[index]!.forEach((cell, offset) => {
        const moved =
          cell?.formula === undefined ? cell : { ...cell, formula: copyFormula(cell.formula, row - sorted[index]!, 0) };
        workbook.edit.put(sheet, row, area.left + offset, moved);
      });
    });
    tellEdited(workbook, sheet, area);
  });
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
