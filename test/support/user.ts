/**
 * What a user does in Excel, each one step that undo takes back. What the workbook refuses throws a
 * {@link WorkbookRefusal} and changes nothing.
 */

import { type Area, areaAddress, cellArea, intersection } from "../../src/sandbox/host/workbook/area";
import { copyArea, targetOfCopy } from "../../src/sandbox/host/workbook/copy";
import { readTyped } from "../../src/sandbox/host/workbook/input";
import { type Sorting, sortArea } from "../../src/sandbox/host/workbook/sort";
import {
  activateSheet,
  addSheet,
  deleteSheet,
  duplicateSheet,
  moveSheet,
  renameSheet,
  setVisibility,
} from "../../src/sandbox/host/workbook/sheets";
import { holdsLocked, sheetById, styleAt, valueAt } from "../../src/sandbox/host/workbook/state";
import { deleteCells, insertCells } from "../../src/sandbox/host/workbook/structure";
import { type Style } from "../../src/sandbox/host/workbook/style";
import {
  AUTHOR,
  type InputLocale,
  type Sheet,
  type Visibility,
  WorkbookRefusal,
} from "../../src/sandbox/host/workbook/types";
import {
  clearArea,
  mergeArea,
  patchStyle,
  setContent,
  setLines,
  tellEdited,
  tellLook,
  unmergeArea,
} from "../../src/sandbox/host/workbook/write";
import { type Workbook } from "../../src/sandbox/host/workbook/workbook";

export interface UserActions {
  /** Types a text into a cell, as the locale reads it: "1,5", "50%", "'chữ", "=A1". */
  readonly type: (sheet: string, row: number, column: number, text: string) => void;
  /** Pastes texts, as another program copied them, from a cell on. @returns the area that was written */
  readonly paste: (sheet: string, row: number, column: number, block: readonly (readonly string[])[]) => Area;
  /** Copies cells of the workbook with their looks and formulas. */
  readonly copy: (from: string, source: Area, to: string, target: Area) => void;
  /** The Delete key. */
  readonly clear: (sheet: string, area: Area, what?: "All" | "Contents" | "Formats") => void;
  readonly format: (sheet: string, area: Area, style: Partial<Style>) => void;
  readonly insert: (sheet: string, area: Area, shift?: "Down" | "Right") => void;
  readonly remove: (sheet: string, area: Area, shift?: "Up" | "Left") => void;
  readonly merge: (sheet: string, area: Area, across?: boolean) => void;
  readonly unmerge: (sheet: string, area: Area) => void;
  readonly sort: (sheet: string, area: Area, sorting: Sorting) => void;
  /** Sets height or width in points, or hides or shows. */
  readonly setLines: (
    sheet: string,
    axis: "rows" | "columns",
    from: number,
    to: number,
    patch: { readonly size?: number; readonly hidden?: boolean },
  ) => void;
  readonly freeze: (sheet: string, rows: number, columns: number) => void;
  /** Selects an area of the active sheet. Not a step of undo. */
  readonly select: (area: Area) => void;
  /** Not a step of undo. */
  readonly activate: (sheet: string) => void;
  /** Adds a sheet behind the others and shows it. */
  readonly addSheet: (name?: string) => Sheet;
  readonly copySheet: (sheet: string) => Sheet;
  readonly renameSheet: (sheet: string, name: string) => void;
  readonly moveSheet: (sheet: string, position: number) => void;
  readonly deleteSheet: (sheet: string) => void;
  readonly setVisibility: (sheet: string, visibility: Visibility) => void;
  readonly protect: (sheet: string, password?: string) => void;
  readonly unprotect: (sheet: string, password?: string) => void;
  /** Puts a comment on a cell, changes it, or takes it away where the text is empty. */
  readonly comment: (sheet: string, row: number, column: number, text: string) => void;
}

const isProtected = (): WorkbookRefusal => new WorkbookRefusal("AccessDenied", "The sheet is protected.");

/** Refuses to change a protected sheet: locked cells where an area is given, anything else otherwise. */
function checkUnlocked(sheet: Sheet, area?: Area): void {
  if (sheet.protection && (!area || holdsLocked(sheet, area))) throw isProtected();
}

/** The actions of a user whose Excel has this locale. */
export function userActions(workbook: Workbook, locale: InputLocale): UserActions {
  const find = (id: string): Sheet => {
    const sheet = sheetById(workbook.state, id);
    if (!sheet) throw new WorkbookRefusal("ItemNotFound", "The sheet is not there.");
    return sheet;
  };
  const step = <T>(run: () => T): T => workbook.step("user", run);
  /** A step on a sheet that its protection must allow. */
  const change = (id: string, area: Area | undefined, run: (sheet: Sheet) => void): void =>
    step(() => {
      const sheet = find(id);
      checkUnlocked(sheet, area);
      run(sheet);
    });
  /** A cell that a merged one covers is the merged one's first. */
  const anchor = (sheet: Sheet, row: number, column: number): { row: number; column: number } => {
    const merge = sheet.merges.find((one) => intersection(one, cellArea(row, column)));
    return merge ? { row: merge.top, column: merge.left } : { row, column };
  };

  return {
    type: (id, atRow, atColumn, text) =>
      step(() => {
        const sheet = find(id);
        const { row, column } = anchor(sheet, atRow, atColumn);
        const area = cellArea(row, column);
        checkUnlocked(sheet, area);
        const before = valueAt(sheet, row, column);
        const { numberFormat } = styleAt(sheet, row, column);
        // Into a cell of per cent "5" is 5 %, as Excel's automatic entry of per cent has it.
        const percent = numberFormat.includes("%") && /^[\d.,]+$/.test(text.trim()) ? "%" : "";
        setContent(workbook, sheet, row, column, readTyped(text + percent, locale, numberFormat));
        workbook.settle();
        tellEdited(workbook, sheet, area, before);
      }),
    paste: (id, row, column, block) => {
      const width = Math.max(1, ...block.map((line) => line.length));
      const area = { top: row, left: column, bottom: row + Math.max(1, block.length) - 1, right: column + width - 1 };
      change(id, area, (sheet) => {
        block.forEach((line, down) =>
          line.forEach((text, across) => {
            const [y, x] = [row + down, column + across];
            setContent(workbook, sheet, y, x, readTyped(text, locale, styleAt(sheet, y, x).numberFormat));
          }),
        );
        tellEdited(workbook, sheet, area);
      });
      return area;
    },
    copy: (from, source, to, target) =>
      change(to, targetOfCopy(find(from), source, target), (sheet) =>
        copyArea(workbook, find(from), source, sheet, target, { what: "All" }),
      ),
    clear: (id, area, what = "Contents") => change(id, area, (sheet) => clearArea(workbook, sheet, area, what)),
    format: (id, area, style) => change(id, undefined, (sheet) => patchStyle(workbook, sheet, area, style)),
    insert: (id, area, shift = "Down") => change(id, undefined, (sheet) => insertCells(workbook, sheet, area, shift)),
    remove: (id, area, shift = "Up") => change(id, undefined, (sheet) => deleteCells(workbook, sheet, area, shift)),
    merge: (id, area, across = false) => change(id, undefined, (sheet) => mergeArea(workbook, sheet, area, across)),
    unmerge: (id, area) => change(id, undefined, (sheet) => unmergeArea(workbook, sheet, area)),
    sort: (id, area, sorting) => change(id, area, (sheet) => sortArea(workbook, sheet, area, sorting)),
    setLines: (id, axis, from, to, patch) =>
      change(id, undefined, (sheet) => {
        const line =
          axis === "rows" ? { top: from, bottom: to, left: 0, right: 0 } : { left: from, right: to, top: 0, bottom: 0 };
        setLines(workbook, sheet, axis, line, patch);
      }),
    freeze: (id, rows, columns) =>
      step(() => {
        const sheet = find(id);
        workbook.edit.touch();
        sheet.freeze = { rows, columns };
        tellLook(workbook, sheet, cellArea(0, 0));
      }),
    select: (area) =>
      step(() => {
        const sheet = workbook.activeSheet();
        sheet.selection = [area];
        workbook.edit.tell({ kind: "selection", sheet: sheet.id, address: areaAddress(area), source: "user" });
      }),
    activate: (id) => step(() => activateSheet(workbook, find(id))),
    addSheet: (name) =>
      step(() => {
        const sheet = addSheet(workbook, name);
        activateSheet(workbook, sheet);
        return sheet;
      }),
    copySheet: (id) =>
      step(() => {
        const original = find(id);
        const sheet = duplicateSheet(workbook, original, workbook.state.sheets.indexOf(original) + 1);
        activateSheet(workbook, sheet);
        return sheet;
      }),
    renameSheet: (id, name) => step(() => renameSheet(workbook, find(id), name)),
    moveSheet: (id, position) => step(() => moveSheet(workbook, find(id), position)),
    deleteSheet: (id) => step(() => deleteSheet(workbook, find(id))),
    setVisibility: (id, visibility) => step(() => setVisibility(workbook, find(id), visibility)),
    protect: (id, password = "") =>
      step(() => {
        const sheet = find(id);
        workbook.edit.touch();
        sheet.protection = { password, options: {} };
        workbook.edit.tell({ kind: "protection", sheet: id, source: "user" });
      }),
    unprotect: (id, password = "") =>
      step(() => {
        const sheet = find(id);
        if (sheet.protection && sheet.protection.password !== "" && sheet.protection.password !== password)
          throw isProtected();
        workbook.edit.touch();
        sheet.protection = null;
        workbook.edit.tell({ kind: "protection", sheet: id, source: "user" });
      }),
    comment: (id, row, column, text) =>
      change(id, undefined, (sheet) => {
        workbook.edit.touch();
        const old = sheet.comments.find((one) => one.row === row && one.column === column);
        const others = sheet.comments.filter((one) => one !== old);
        const made = {
          id: old?.id ?? workbook.newId("comment"),
          row,
          column,
          author: old?.author ?? AUTHOR,
          content: text,
          resolved: old?.resolved ?? false,
          created: old?.created ?? new Date().toISOString(),
          replies: old?.replies ?? [],
        };
        sheet.comments = text === "" ? others : [...others, made];
        tellLook(workbook, sheet, cellArea(row, column));
      }),
  };
}
