/** Calculates formulas that stand in no cell, such as those of conditional formats. */

import type { Host } from "../../host";
import { createCalculator } from "../../host/calc/calculator";
import { MAX_COLUMNS, MAX_ROWS, WHOLE_SHEET } from "../../host/workbook/area";
import { sheetById, sheetByName, usedArea, valueAt } from "../../host/workbook/state";
import type { Evaluate } from "./conditions";

/** Where the formula stands for as long as it is calculated: in the last cell of all, which no Biểu refers to. */
const ROW = MAX_ROWS - 1;
const COLUMN = MAX_COLUMNS - 1;

export function createEvaluator({ workbook, customFunctions }: Pick<Host, "workbook" | "customFunctions">): Evaluate {
  const { state } = workbook;
  // A calculation of its own, which sees the values of the workbook and keeps none of its formulas.
  const calculator = createCalculator(
    {
      value: (id, row, column) => {
        const sheet = sheetById(state, id);
        return sheet ? valueAt(sheet, row, column) : { error: "#REF!" };
      },
      sheetNamed: (name) => sheetByName(state, name)?.id,
      name: (name, id) => {
        const isIt = (item: { readonly name: string }) => item.name.toLowerCase() === name.toLowerCase();
        return (sheetById(state, id)?.names.find(isIt) ?? state.names.find(isIt))?.formula;
      },
      extent: (id) => {
        const sheet = sheetById(state, id);
        const used = sheet && usedArea(sheet, WHOLE_SHEET, true);
        return { rows: (used?.bottom ?? -1) + 1, columns: (used?.right ?? -1) + 1 };
      },
    },
    customFunctions.call,
  );
  return (sheet, formula) => {
    calculator.setFormula(sheet, ROW, COLUMN, formula);
    const [result] = calculator.recalculate([]);
    calculator.setFormula(sheet, ROW, COLUMN, undefined);
    return result?.value ?? null;
  };
}
