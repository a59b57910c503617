/** All formulas of a workbook, wherever they stand. Every function is called within a step. */

import { WHOLE_SHEET } from "./area";
import { eachCell } from "./state";
import { type Chart, type NamedItem, type Sheet } from "./types";
import { type Workbook } from "./workbook";

type Change = (formula: string) => string;

export const rewriteNames = (names: readonly NamedItem[], change: Change): NamedItem[] =>
  names.map((name) => ({ ...name, formula: change(name.formula) }));

export const rewriteCharts = (charts: readonly Chart[], change: Change): Chart[] =>
  charts.map((chart) => ({ ...chart, source: change(`=${chart.source}`).slice(1) }));

/** Rewrites the texts of a rule that are formulas: those that begin with "=", however deep they lie. */
function rewriteRule<T>(rule: T, change: Change): T {
  const rewritten = (value: unknown): unknown => {
    if (typeof value === "string") return value.startsWith("=") ? change(value) : value;
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, rewritten(one)]));
  };
  return rewritten(rule) as T;
}

function rewriteSheet(sheet: Sheet, change: Change): void {
  eachCell(sheet, WHOLE_SHEET, (cell, row, column) => {
    if (cell.formula === undefined) return;
    const formula = change(cell.formula);
    if (formula !== cell.formula) sheet.rows[row]![column] = { ...cell, formula };
  });
  sheet.names = rewriteNames(sheet.names, change);
  sheet.charts = rewriteCharts(sheet.charts, change);
  sheet.conditionalFormats = sheet.conditionalFormats.map((format) => ({
    ...format,
    ...(format.formula !== undefined && { formula: change(format.formula) }),
    ...(format.rule && { rule: rewriteRule(format.rule, change) }),
  }));
  sheet.validations = sheet.validations.map((one) => ({ ...one, rule: rewriteRule(one.rule, change) }));
}

/**
 * Rewrites every formula of the workbook, and has all calculated anew.
 *
 * @param change gives the new formula for an old one; `home` is the name of its sheet, empty for a name of the workbook
 */
export function rewriteFormulas({ state, edit }: Workbook, change: (formula: string, home: string) => string): void {
  for (const sheet of state.sheets) {
    rewriteSheet(sheet, (formula) => change(formula, sheet.name));
    edit.formulasMoved(sheet);
  }
  state.names = rewriteNames(state.names, (formula) => change(formula, ""));
}
