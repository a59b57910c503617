/** The report's own sentence for a row of figures. */

import { BOUND_WORDS, toldDecimals } from "../compare/assess";
import { planFor } from "../compare/assess-table";
import { pointDecimals, vsPlan, vsSamePeriod } from "../compare/comparison";
import { operandOf, reachedOf, targetOf } from "../compare/operand";
import { shareOfYear } from "../form/period";
import type { Traits } from "../form/types";
import { roundHalfAway } from "../number";
import type { FigureRow, FigureTable } from "../table/figures";
import { amountOf, isPoints, withUnit, writeShort } from "./amount";
import { headOf, noneHead, type Head } from "./head";
import { lowerLabel, spokenLabel } from "./spoken-label";
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
  const reached = traits && reachedOf(actual, traits.decimals);
  if (!traits || traits.kind === "text" || !actual || !reached) return undefined;
  const measured = row.measure.label !== "";
  const label = measured ? lowerLabel(row.measure.label) : spokenLabel(row.label, traits.unit);
  const none = reached.value === 0 ? noneOf(row, table, label) : undefined;
  const head = none ?? headOf(label, reached, traits, measured);
  const plan = none ? planBesideNone(row, table, traits) : plannedPart(row, table, traits);
  const joined = plan === "" ? head.text : `${head.text}${joint(plan, head)}${plan}`;
  const changed = none ? lessThanBefore(row, traits, measured) : changePart(row, traits);
  return [joined, changed].filter(Boolean).join(", ");
}

/** A bracket follows at once, a verb behind words only after a comma. */
function joint(plan: string, { wordsLast }: Head): string {
  return !plan.startsWith("(") && (wordsLast || plan.startsWith(WORDS.above)) ? ", " : " ";
}

/** How none is told; undefined where 0 is a figure like any other. */
function noneOf(row: FigureRow, { binding }: FigureTable, label: string): Head | undefined {
  const traits = row.traits!;
  if (row.measure.label !== "") {
    if (binding.form?.blankMeansNone !== true) return undefined;
    return { text: WORDS.none(traits.unit, label), wordsLast: true };
  }
  const { period } = binding;
  // Of what is wanted there may still be some; of what is not, there was none.
  const isOpen = traits.direction.aim === "high" && period !== undefined && shareOfYear(period) < 1;
  return noneHead(label, traits, isOpen);
}

/** Beside none a share of the plan says nothing; what was planned does. */
function planBesideNone(row: FigureRow, table: FigureTable, traits: Traits): string {
  const target = targetOf(planFor(row, table), traits.decimals);
  if (target.kind !== "number") return plannedPart(row, table, traits);
  return target.value === 0 || table.binding.form?.assessed === false
    ? ""
    : WORDS.planned(withUnit(target, traits, false));
}

/** What is said of the plan; "" where there is none to speak of. */
function plannedPart(row: FigureRow, table: FigureTable, traits: Traits): string {
  const actual = row.cells.actual!;
  const plan = planFor(row, table);
  const target = targetOf(plan, traits.decimals);
  if (!plan || target.kind === "absent" || table.binding.form?.assessed === false) return "";
  if (target.kind === "bound") {
    const figure = withUnit(target, traits, false);
    return WORDS.required(`${BOUND_WORDS[target.operator]} ${figure}`);
  }
  const reached = reachedOf(actual, traits.decimals)!;
  const { aim } = traits.direction;
  if (aim === "low") {
    const decimals = Math.max(toldDecimals(reached), toldDecimals(target));
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

/** Where none occurred now: how many fewer; of one measure of several nothing more where there was none before either. */
function lessThanBefore(row: FigureRow, traits: Traits, measured: boolean): string {
  const isSame = (row.cells.samePeriod?.value ?? 0) === 0;
  return isSame && measured ? "" : changePart(row, { ...traits, comparison: "difference" });
}

/** Differences are told as finely as the figures are stated. */
function changeDecimals({ cells: { actual, samePeriod } }: FigureRow, traits: Traits): number | undefined {
  if (traits.comparison === "percent") return undefined;
  const stated = Math.max(
    ...[actual, samePeriod].map((cell) => {
      const figure = reachedOf(cell, traits.decimals);
      return figure ? toldDecimals(figure) : 0;
    }),
  );
  return isPoints(traits) ? Math.max(stated, pointDecimals("points", 0)) : stated;
}
