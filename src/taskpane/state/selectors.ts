/** What follows from the state, for views and actions alike. */

import { countLevels, shownFindings } from "../check/items";
import { explainFindings, type ExplainedResult } from "../../core/check/explanations";
import type { CheckResult, Finding, Level, RuleId } from "../../core/check/finding";
import type { ReplacedWord } from "../../core/fill/assessment";
import type { Replaced } from "../../core/fill/fill";
import type { Period } from "../../core/form/period";
import type { DerivedRole, Form } from "../../core/form/types";
import type { CellEdit } from "../../core/table/grid";
import { isRuleId } from "../../core/workbook/rule-id";
import type { FillState, PaneState, SheetState } from "./types";

/** The rules that the user ignores on a sheet. */
export function ignoredOf(sheet: SheetState | undefined): readonly RuleId[] {
  return (sheet?.remembered?.ignoredRules ?? []).filter(isRuleId);
}

/** The form of a sheet; undefined where there is none or it is not known. */
export function formOf(sheet: SheetState | undefined): Form | undefined {
  return sheet && "form" in sheet.adoption ? sheet.adoption.form : undefined;
}

export function periodOf(sheet: SheetState | undefined): Period | undefined {
  return sheet && "binding" in sheet.adoption ? sheet.adoption.binding.period : undefined;
}

/** The reporting unit, as far as the workbook says it. */
export function unitOf(sheet: SheetState | undefined): string {
  if (!sheet || !("binding" in sheet.adoption)) return "";
  const { adoption } = sheet;
  if (adoption.kind === "adopted") return adoption.adopted.unit;
  return adoption.binding.unit ?? "";
}

/** Whether a sheet is a Biểu of a known form that the user works with, so that its period and unit can be written. */
export function isKnown({ adoption }: SheetState): boolean {
  return adoption.kind === "ours" || adoption.kind === "adopted";
}

/** Whether the workbook says both period and unit, as sending needs. */
export function saysAbout(sheet: SheetState): boolean {
  return periodOf(sheet) !== undefined && unitOf(sheet).trim() !== "";
}

/** Period and unit as the workbook says them and the user changed them. */
export function aboutOf({ sheet, adoptAs }: Pick<PaneState, "sheet" | "adoptAs">): {
  readonly period: Period | undefined;
  readonly unit: string;
} {
  return { period: adoptAs.period ?? periodOf(sheet), unit: adoptAs.unit ?? unitOf(sheet) };
}

const sorted = new WeakMap<CheckResult, { readonly sheet: SheetState | undefined; readonly into: ExplainedResult }>();

/** A result without the rules that are ignored, sorted into what is open and what was explained. */
export function sortFindings(sheet: SheetState | undefined, result: CheckResult): ExplainedResult {
  const known = sorted.get(result);
  if (known?.sheet === sheet && known) return known.into;
  const findings = shownFindings(result, ignoredOf(sheet));
  const explanations = sheet?.remembered?.explanations ?? [];
  const into = sheet?.table
    ? explainFindings({ findings }, sheet.table, explanations)
    : { open: [...findings], explained: [], stale: [] };
  sorted.set(result, { sheet, into });
  return into;
}

/** What the last check found and nobody explained, without the rules that are ignored. */
export function findingsOf({ check, sheet }: Pick<PaneState, "check" | "sheet">): readonly Finding[] {
  return check ? sortFindings(sheet, check.result).open : [];
}

/** Cells that were not calculated yet: filling is what mends them, in the way that the user chose. */
const FOR_FILLING: RuleId = "SS6";

/** Findings with a sure change. */
export function sureFixes(state: Pick<PaneState, "check" | "sheet">): readonly Finding[] {
  return findingsOf(state).filter(({ edit, rule }) => edit !== undefined && rule !== FOR_FILLING);
}

export function countsOf(state: Pick<PaneState, "check" | "sheet">): Readonly<Record<Level, number>> {
  return countLevels(findingsOf(state));
}

/** The columns that filling fills, as far as the table has them: some forms compare with nothing. */
export function derivedRoles({ table }: SheetState): readonly DerivedRole[] {
  const roles = new Set<string>((table?.binding.columns ?? []).map(({ role }) => role));
  return DERIVED_ROLES.filter((role) => roles.has(role));
}

/** Whether the table can have a column Đánh giá. */
export function canAssess({ assessment }: FillState): boolean {
  return (assessment?.columns.length ?? 0) > 0;
}

/** Whether filling fills the column Đánh giá. */
export function willAssess(fill: FillState): boolean {
  return fill.assess && canAssess(fill);
}

/** What the user typed and filling would replace. */
export function replacedBy(fill: FillState): readonly (Replaced | ReplacedWord)[] {
  return [...(fill.plan?.replaced ?? []), ...(willAssess(fill) ? fill.assessment!.replaced : [])];
}

/** Whether what would be replaced stands in the column Đánh giá. */
export function isWord(replaced: Replaced | ReplacedWord): boolean {
  return !("role" in replaced);
}

/** What filling writes. */
export function editsOf(fill: FillState): readonly CellEdit[] {
  return [...(fill.plan?.edits ?? []), ...(willAssess(fill) ? fill.assessment!.edits : [])];
}

const DERIVED_ROLES: readonly DerivedRole[] = ["vsPlan", "vsSamePeriod"];

/** How many figures of the period stand in the table, of how many places. */
export function actualsOf({ table }: SheetState): { readonly given: number; readonly all: number } {
  const cells = (table?.rows ?? []).flatMap(({ indicator, cells: { actual } }) =>
    indicator && actual ? [actual] : [],
  );
  return {
    given: cells.filter(({ figure }) => figure.kind !== "missing" || figure.written !== "blank").length,
    all: cells.length,
  };
}
