/** Calculates formulas that stand in no cell, such as those of conditional formats. */

import type { Host } from "../../host";
import { createCalculator } from "../../host/calc/calculator";
import { MAX_COLUMNS, MAX_ROWS } from "../../host/workbook/area";
import { calcCellsOf } from "../../host/workbook/calc-cells";
import type { Evaluate } from "./conditions";

/** Where the formula stands for as long as it is calculated: in the last cell of all, which no Biểu refers to. */
const ROW = MAX_ROWS - 1;
const COLUMN = MAX_COLUMNS - 1;

export function createEvaluator({ workbook, customFunctions }: Pick<Host, "workbook" | "customFunctions">): Evaluate {
  // A calculation of its own, which sees the values of the workbook and keeps none of its formulas.
  const calculator = createCalculator(calcCellsOf(workbook.state), customFunctions.call);
  return (sheet, formula) => {
    calculator.setFormula(sheet, ROW, COLUMN, formula);
    const [result] = calculator.recalculate([]);
    calculator.setFormula(sheet, ROW, COLUMN, undefined);
    return result?.value ?? null;
  };
}
