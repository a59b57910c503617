/** Checks small tables and writes down what was found. */

import { checkTable } from "../../../src/core/check/engine";
import type { CheckResult, Finding } from "../../../src/core/check/finding";
import type { KnownRule } from "../../../src/core/check/texts.vi";
import { recognise, type SheetHint } from "../../../src/core/form/recognise";
import type { Form } from "../../../src/core/form/types";
import type { Grid } from "../../../src/core/table/grid";
import { grid, headerOf, type Written } from "../form/support";

/** Figures by Mã số, in the order of the form's columns after Chỉ tiêu and Mã số. */
export type Figures = Readonly<Record<string, readonly Written[]>>;

/** The rules of a group, so that a table of cases cannot leave one out. */
export type RulesOf<Group extends string> = Extract<KnownRule, `${Group}${number}`>;

/** A form's sheet: the header in row 1, then every row of the form, with the figures given. */
export function rowsOf(form: Form, figures: Figures): Written[][] {
  return form.rows.map((row) => [row.label, row.code, ...(figures[row.code] ?? [])]);
}

/** Checks a sheet that has every row of the form. */
export function check(form: Form, figures: Figures, more: Partial<Grid> = {}, hint?: Partial<SheetHint>): CheckResult {
  return checkRows(form, rowsOf(form, figures), more, hint);
}

/** Checks a sheet of the rows given under the form's header. */
export function checkRows(
  form: Form,
  rows: readonly (readonly Written[])[],
  more: Partial<Grid> = {},
  hint: Partial<SheetHint> = {},
): CheckResult {
  return checkGrid(grid([headerOf(form), ...rows], more), [form], { formId: form.id, ...hint });
}

export function checkGrid(sheet: Grid, forms: readonly Form[], hint?: SheetHint): CheckResult {
  const binding = recognise(sheet, forms, hint);
  if (!binding) throw new Error("The sheet has no table");
  const result = checkTable(sheet, binding);
  result.findings.forEach(expectWords);
  return result;
}

/** Whatever a test looks for, no finding may show the reader what only a programmer knows. */
function expectWords({ title, message, why, fix }: Finding): void {
  for (const text of [title, message, why, fix]) {
    expect(text).not.toMatch(/undefined|NaN|null|Infinity|\[object|“”|\s{2}|^\s*$/);
  }
}

/** Each finding as its cell, rule and message: "C2 SO1 “12” đang là chữ, không phải số." */
export function messages(result: CheckResult, rules = ""): string[] {
  return findingsOf(result, rules).map(({ cell, rule, message }) => `${cell} ${rule} ${message}`);
}

/** Each finding as its cell and rule: "C2 SO1". */
export function places(result: CheckResult, rules = ""): string[] {
  return findingsOf(result, rules).map(({ cell, rule }) => `${cell} ${rule}`);
}

/** The findings of a rule or a group. */
export function findingsOf(result: CheckResult, rules: string): readonly Finding[] {
  return result.findings.filter(({ rule }) => rule.startsWith(rules));
}
