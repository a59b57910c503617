/** A workbook as a calculation reads it. */

import { type CalcCells, type CalcTable } from "../calc/types";
import { extentOf, sheetById, sheetByName, valueAt } from "./state";
import { type WorkbookState } from "./types";

/** The cells, names and tables of a workbook; whatever changes in it is seen at once. */
export function calcCellsOf(state: WorkbookState): CalcCells {
  const named = (wanted: string) => {
    const folded = wanted.toLowerCase();
    return (item: { readonly name: string }): boolean => item.name.toLowerCase() === folded;
  };
  return {
    value: (id, row, column) => {
      const sheet = sheetById(state, id);
      return sheet ? valueAt(sheet, row, column) : { error: "#REF!" };
    },
    sheetNamed: (name) => sheetByName(state, name)?.id,
    name: (name, id) => {
      const isIt = named(name);
      return (sheetById(state, id)?.names.find(isIt) ?? state.names.find(isIt))?.formula;
    },
    extent: (id) => {
      const sheet = sheetById(state, id);
      return sheet ? extentOf(sheet) : { rows: 0, columns: 0 };
    },
    table: (name) => tableNamed(state, named(name)),
  };
}

function tableNamed(state: WorkbookState, isIt: (item: { readonly name: string }) => boolean): CalcTable | undefined {
  for (const sheet of state.sheets) {
    const table = sheet.tables.find(isIt);
    if (!table) continue;
    const { area, showHeaders, showTotals } = table;
    const headers = Array.from({ length: area.right - area.left + 1 }, (_, at) => {
      const value = showHeaders ? valueAt(sheet, area.top, area.left + at) : null;
      return typeof value === "object" ? "" : String(value);
    });
    return { sheet: sheet.id, ...area, headers, hasHeaders: showHeaders, hasTotals: showTotals };
  }
  return undefined;
}
