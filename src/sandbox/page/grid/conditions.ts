/** Which conditional formats hold for a cell. Custom formulas are calculated; limits that are numbers are compared. */

import { contains } from "../../host/workbook/area";
import { copyFormula } from "../../host/workbook/references";
import { valueAt } from "../../host/workbook/state";
import type { CellValue, ConditionalFormat, ConditionalLook, Sheet } from "../../host/workbook/types";
import { standsTo } from "./limits";

/** Calculates a formula as if it stood on a sheet, without putting it there. */
export type Evaluate = (sheet: string, formula: string) => CellValue;

/** Looks up the conditional looks of cells; remembers what it calculated until the workbook changes. */
export interface Conditions {
  readonly looks: (sheet: Sheet, row: number, column: number) => readonly ConditionalLook[];
  readonly forget: () => void;
}

const NONE: readonly ConditionalLook[] = [];

export function createConditions(evaluate: Evaluate): Conditions {
  const known = new Map<string, boolean>();

  const holds = (sheet: Sheet, format: ConditionalFormat, row: number, column: number): boolean => {
    const first = format.areas[0];
    if (!first) return false;
    if (format.type === "CellValue") return compares(format, valueAt(sheet, row, column));
    if (format.type !== "Custom" || format.formula === undefined) return false;
    if (/^=(TRUE|1)$/i.test(format.formula)) return true;
    const formula = copyFormula(format.formula, row - first.top, column - first.left);
    const key = `${sheet.id} ${formula}`;
    let result = known.get(key);
    if (result === undefined) {
      const value = evaluate(sheet.id, formula);
      known.set(key, (result = value === true || (typeof value === "number" && value !== 0)));
    }
    return result;
  };

  return {
    looks(sheet, row, column) {
      if (sheet.conditionalFormats.length === 0) return NONE;
      const looks: ConditionalLook[] = [];
      for (const format of sheet.conditionalFormats) {
        if (!format.areas.some((area) => contains(area, row, column)) || !holds(sheet, format, row, column)) continue;
        looks.push(format.look);
        if (format.stopIfTrue) break;
      }
      return looks;
    },
    forget: () => known.clear(),
  };
}

function compares({ rule = {} }: ConditionalFormat, value: CellValue): boolean {
  const limit = (text: unknown) =>
    typeof text === "number" ? text : typeof text === "string" && text !== "" ? Number(text.replace(/^=/, "")) : NaN;
  const [one, two] = [limit(rule["formula1"]), limit(rule["formula2"])];
  if (typeof value !== "number" || Number.isNaN(one)) return false;
  return standsTo(rule["operator"], value, one, two) ?? false;
}
