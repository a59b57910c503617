/** The report's own sentence for a row of figures. */

import { BOUND_WORDS } from "../compare/assess";
import { planFor } from "../compare/assess-table";
import { pointDecimals, vsPlan, vsSamePeriod } from "../compare/comparison";
import { operandOf, reachedOf, targetOf } from "../compare/operand";
import type { Traits } from "../form/types";
import { roundHalfAway } from "../number";
import type { FigureRow, FigureTable } from "../table/figures";
import { fold } from "../text/fold";
import { amountOf, isPoints, withUnit, writeShort } from "./amount";
import { leadTo, lowerLabel, spokenLabel } from "./spoken-label";
import { SENTENCE_WORDS as WORDS } from "./words.vi";

/**
 * The clause of one figure: "Khám và điều trị cho 14.137 lượt đạt 61,7% KH, tăng 18,9% so với cùng kỳ".
 *
 * Nothing is said of a plan or a last year that is missing.
 *
 * @returns undefined where TH is missing or the row is not known
 */
export function clauseOf(row: FigureRow, table: FigureTable): string | undefined {
  const { traits } = row;
  const actual = row.cells.actual;
  const reached = reachedOf(actual);
  if (!traits || traits.kind === "text" || !actual || !reached) return undefined;
  const measured = row.measure.label !== "";
  const label = measured ? lowerLabel(row.measure.label) : spokenLabel(row.label, traits.unit);
  const none = table.binding.form?.blankMeansNone === true && measured && reached.value === 0;
  const head = none
    ? WORDS.none(traits.unit, label)
    : `${leadTo(label)}${withUnit(reached, traits, saysUnit(label, traits, measured))}`;
  const [plan, changed] = [
    plannedPart(row, table, traits),
    none ? lessThanBefore(row, traits) : changePart(row, traits),
  ];
  return [[head, plan].filter(Boolean).join(" "), changed].filter(Boolean).join(", ");
}

/** Whether a label already says the unit: "Tử vong mẹ/100.000 trẻ đẻ sống", the measure "Lượt khám". */
function saysUnit(label: string, { unit, kind }: Traits, isMeasure: boolean): boolean {
  if (kind === "count" || kind === "money") return isMeasure && ` ${fold(label)} `.includes(` ${fold(unit)} `);
  return unit.startsWith("/") && label.replace(/[\s.]/g, "").includes(unit.replace(/[\s.]/g, ""));
}

/** What is said of the plan; "" where there is none to speak of. */
function plannedPart(row: FigureRow, table: FigureTable, traits: Traits): string {
  const actual = row.cells.actual!;
  const plan = planFor(row, table);
  const target = targetOf(plan);
  if (!plan || target.kind === "absent" || table.binding.form?.assessed === false) return "";
  if (target.kind === "bound") {
    const figure = withUnit(target, traits, false);
    return WORDS.required(`${BOUND_WORDS[target.operator]} ${figure}`);
  }
  const reached = reachedOf(actual)!;
  const { aim } = traits.direction;
  if (aim === "low") {
    const decimals = Math.max(reached.decimals, target.decimals);
    const gap = roundHalfAway(reached.value - target.value, decimals);
    if (gap > 0) return WORDS.abovePlan(amountOf({ value: gap, decimals }, traits));
  }
  // A share of a share is no way to speak: the planned rate itself is told.
  if (traits.kind !== "count" && traits.kind !== "money") return WORDS.planned(withUnit(target, traits, true));
  const share = vsPlan(operandOf(actual), operandOf(plan));
  if (share.kind === "blank") return "";
  const percent = writeShort(share);
  if (aim === "low") return WORDS.within(percent);
  return aim === "high" ? WORDS.reached(percent) : WORDS.equals(percent);
}

/** What is said of last year's figure; "" where there is none. */
function changePart(row: FigureRow, traits: Traits): string {
  const { actual, samePeriod } = row.cells;
  if (!actual || samePeriod?.value === undefined) return "";
  const [now, before] = [operandOf(actual), operandOf(samePeriod)];
  const growth = vsSamePeriod(now, before, traits.comparison, changeDecimals(row, traits));
  // Something from nothing has no percentage, but a difference.
  const shown = growth.kind === "value" ? growth : vsSamePeriod(now, before, "difference");
  if (shown.kind === "blank") return "";
  if (shown.value === 0) return actual.value === samePeriod.value ? WORDS.same : WORDS.nearlySame;
  const size = { value: Math.abs(shown.value), decimals: shown.decimals };
  const isGrowth = traits.comparison === "percent" && growth.kind === "value";
  const amount = isGrowth ? `${writeShort(size)}%` : amountOf(size, traits);
  return shown.value > 0 ? WORDS.more(amount) : WORDS.less(amount);
}

/** Where none occurred now: how many fewer, or nothing. */
function lessThanBefore(row: FigureRow, traits: Traits): string {
  return (row.cells.samePeriod?.value ?? 0) === 0 ? "" : changePart(row, { ...traits, comparison: "difference" });
}

/** Differences are told as finely as the figures are stated. */
function changeDecimals({ cells: { actual, samePeriod } }: FigureRow, traits: Traits): number | undefined {
  if (traits.comparison === "percent") return undefined;
  const stated = Math.max(actual?.decimals ?? 0, samePeriod?.decimals ?? 0);
  return isPoints(traits) ? Math.max(stated, pointDecimals("points", 0)) : stated;
}
