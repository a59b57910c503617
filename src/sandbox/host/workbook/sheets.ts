/** Sheets added, copied, renamed, moved, shown and deleted. Every function is called within a step. */

import { rewriteCharts, rewriteFormulas, rewriteNames } from "./formulas";
import { dropSheetFromFormula, renameSheetInFormula } from "./references";
import { copySheet, newSheet, sheetById, sheetByName } from "./state";
import { type Sheet, type Visibility, WorkbookRefusal } from "./types";
import { type Workbook } from "./workbook";

const LONGEST_NAME = 31;

/** Refuses a name that Excel refuses. */
function checkName(workbook: Workbook, name: string, own?: Sheet): void {
  const clean = name.length > 0 && name.length <= LONGEST_NAME && !/[\\/?*[\]:]/.test(name) && !/^'|'$/.test(name);
  if (!clean || name.toLowerCase() === "history")
    throw new WorkbookRefusal("InvalidArgument", "The name of the sheet is not one that Excel takes.");
  const taken = sheetByName(workbook.state, name);
  if (taken && taken !== own)
    throw new WorkbookRefusal("ItemAlreadyExists", "A resource with the same name or identifier already exists.");
}

const checkStructure = ({ state }: Workbook): void => {
  if (state.protection) throw new WorkbookRefusal("AccessDenied", "The workbook's structure is protected.");
};

function freeName(workbook: Workbook): string {
  for (let number = workbook.state.sheets.length + 1; ; number++) {
    const name = `Sheet${number}`;
    if (!sheetByName(workbook.state, name)) return name;
  }
}

/** Adds a sheet after the last one; it is not activated. */
export function addSheet(workbook: Workbook, name?: string): Sheet {
  const { state, edit } = workbook;
  checkStructure(workbook);
  const wanted = name ?? freeName(workbook);
  checkName(workbook, wanted);
  edit.touch();
  const sheet = newSheet(workbook.newId("sheet"), wanted);
  state.sheets = [...state.sheets, sheet];
  // Formulas that named this sheet before it was there.
  edit.meaningsChanged();
  edit.tell({ kind: "added", sheet: sheet.id, source: edit.source() });
  return sheet;
}

/** Copies a sheet with all that is on it; `at` is its place among the sheets. */
export function duplicateSheet(workbook: Workbook, original: Sheet, at: number): Sheet {
  const { state, edit } = workbook;
  checkStructure(workbook);
  edit.touch();
  let number = 2;
  const name = () => `${original.name.slice(0, LONGEST_NAME - ` (${number})`.length)} (${number})`;
  while (sheetByName(state, name())) number++;
  const sheet: Sheet = { ...copySheet(original), id: workbook.newId("sheet"), name: name() };
  sheet.comments = sheet.comments.map((comment) => ({ ...comment, id: workbook.newId("comment") }));
  sheet.conditionalFormats = sheet.conditionalFormats.map((one) => ({ ...one, id: workbook.newId("format") }));
  sheet.tables = sheet.tables.map((one) => ({ ...one, id: workbook.newId("table"), name: `${one.name}_${number}` }));
  // What belongs to the sheet speaks of the copy's own cells.
  const own = (formula: string) => renameSheetInFormula(formula, original.name, sheet.name);
  sheet.charts = rewriteCharts(sheet.charts, own).map((one) => ({ ...one, id: workbook.newId("chart") }));
  sheet.names = rewriteNames(sheet.names, own);
  state.sheets = [...state.sheets.slice(0, at), sheet, ...state.sheets.slice(at)];
  edit.formulasMoved(sheet);
  edit.tell({ kind: "added", sheet: sheet.id, source: edit.source() });
  return sheet;
}

export function renameSheet(workbook: Workbook, sheet: Sheet, name: string): void {
  const { edit } = workbook;
  checkStructure(workbook);
  checkName(workbook, name, sheet);
  edit.touch();
  const before = sheet.name;
  sheet.name = name;
  rewriteFormulas(workbook, (formula) => renameSheetInFormula(formula, before, name));
  edit.tell({ kind: "renamed", sheet: sheet.id, source: edit.source() });
}

/** Moves a sheet to another place among the sheets. */
export function moveSheet(workbook: Workbook, sheet: Sheet, position: number): void {
  const { state, edit } = workbook;
  checkStructure(workbook);
  if (!Number.isInteger(position) || position < 0 || position >= state.sheets.length)
    throw new WorkbookRefusal("InvalidArgument", "The position is outside of the workbook.");
  edit.touch();
  const others = state.sheets.filter((one) => one !== sheet);
  state.sheets = [...others.slice(0, position), sheet, ...others.slice(position)];
  edit.tell({ kind: "moved", sheet: sheet.id, source: edit.source() });
}

const visibleOthers = ({ state }: Workbook, sheet: Sheet): Sheet[] =>
  state.sheets.filter((one) => one !== sheet && one.visibility === "Visible");

/** The sheet that Excel shows when this one goes: the next visible one, else the one before. */
function neighbour(workbook: Workbook, sheet: Sheet): Sheet | undefined {
  const at = workbook.state.sheets.indexOf(sheet);
  const others = visibleOthers(workbook, sheet);
  return others.find((one) => workbook.state.sheets.indexOf(one) > at) ?? others.at(-1);
}

export function setVisibility(workbook: Workbook, sheet: Sheet, visibility: Visibility): void {
  const { state, edit } = workbook;
  if (visibility === sheet.visibility) return;
  checkStructure(workbook);
  if (visibility !== "Visible" && visibleOthers(workbook, sheet).length === 0)
    throw new WorkbookRefusal("InvalidOperation", "A workbook must keep one visible sheet.");
  edit.touch();
  const next = neighbour(workbook, sheet);
  sheet.visibility = visibility;
  edit.tell({ kind: "visibility", sheet: sheet.id, source: edit.source() });
  if (visibility !== "Visible" && state.activeSheet === sheet.id && next) activateSheet(workbook, next);
}

export function activateSheet(workbook: Workbook, sheet: Sheet): void {
  const { state, edit } = workbook;
  if (sheet.visibility !== "Visible")
    throw new WorkbookRefusal("InvalidOperation", "A hidden sheet cannot be activated.");
  if (state.activeSheet === sheet.id) return;
  const before = sheetById(state, state.activeSheet);
  // Which sheet is shown is not a step that undo takes back.
  state.activeSheet = sheet.id;
  if (before) edit.tell({ kind: "deactivated", sheet: before.id, source: edit.source() });
  edit.tell({ kind: "activated", sheet: sheet.id, source: edit.source() });
}

export function deleteSheet(workbook: Workbook, sheet: Sheet): void {
  const { state, edit } = workbook;
  checkStructure(workbook);
  if (sheet.visibility === "VeryHidden")
    throw new WorkbookRefusal("GeneralException", "A very hidden sheet cannot be deleted.");
  if (sheet.visibility === "Visible" && visibleOthers(workbook, sheet).length === 0)
    throw new WorkbookRefusal("InvalidOperation", "A workbook must keep one visible sheet.");
  edit.touch();
  const next = neighbour(workbook, sheet);
  const wasActive = state.activeSheet === sheet.id;
  state.sheets = state.sheets.filter((one) => one !== sheet);
  edit.sheetGone(sheet);
  rewriteFormulas(workbook, (formula) => dropSheetFromFormula(formula, sheet.name));
  edit.tell({ kind: "deleted", sheet: sheet.id, source: edit.source() });
  if (wasActive && next) {
    state.activeSheet = next.id;
    edit.tell({ kind: "activated", sheet: next.id, source: edit.source() });
  }
}
