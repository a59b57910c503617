/** What is said of a target that is late or not met: the percentages, the gap, and what it takes. */

import type { RowAssessment } from "../../core/compare/assess-table";
import { writeReached, type Reached } from "../../core/compare/assess";
import { outlookOf } from "../../core/compare/outlook";
import type { Period } from "../../core/form/period";
import { writeFigure } from "../../core/number";
import type { ResultsTexts } from "../texts/results.vi";

/** "47,6% cả năm, 95,2% của 6 tháng · còn thiếu 5.996 trẻ, cần 1.000 trẻ/tháng" */
export function describe(assessment: RowAssessment, period: Period | undefined, texts: ResultsTexts): string {
  return [sharesOf(assessment, period, texts), gapOf(assessment, period, texts)].filter(Boolean).join(" · ");
}

function sharesOf(
  { ofYear, ofPeriod, traits, status }: RowAssessment,
  period: Period | undefined,
  texts: ResultsTexts,
): string {
  // Of what should stay low, a share of the plan above a hundred reads like a success.
  if (ofYear === undefined || (traits.direction.aim === "low" && status === "unmet")) return "";
  const percent = writeFigure(ofYear, 1);
  if (ofPeriod === undefined || !period) return texts.ofTarget(percent);
  return `${texts.ofYear(percent)}, ${texts.ofPeriod(writeFigure(ofPeriod, 1), period)}`;
}

function gapOf(assessment: RowAssessment, period: Period | undefined, texts: ResultsTexts): string {
  const outlook = outlookOf(assessment, period);
  if (!outlook) return "";
  const { gap, side, from, perMonth } = outlook;
  const amount = amountOf(gap, assessment, texts);
  const low = assessment.traits.direction.aim === "low" ? [texts.lowIsBetter] : [];
  if (gap.value === 0) return low.join("");
  if (from === "bound") return [...low, (side === "below" ? texts.offBelow : texts.offAbove)(amount)].join(", ");
  if (from === "due") return [...low, texts.exceedsDue(amount)].join(", ");
  if (side === "above") return [...low, texts.exceeds(amount)].join(", ");
  const parts = [texts.lacks(amount)];
  if (perMonth) parts.push(texts.perMonth(amountOf(perMonth, assessment, texts)));
  return parts.join(", ");
}

/** A difference with its unit as one speaks it: "5.996 trẻ", "0,4 điểm phần trăm"; ratios such as "/100.000 dân" have none. */
function amountOf({ value, decimals }: Reached, { traits }: RowAssessment, texts: ResultsTexts): string {
  const { unit, kind } = traits;
  const isCounted = kind === "count" || kind === "money";
  const words = unit === "%" ? texts.percentPoints : unit === "‰" ? texts.perMillePoints : isCounted ? unit : "";
  return [writeFigure(value, decimals), words].filter(Boolean).join(" ");
}

/** TH/KH as reports write it: "112,4/109,56", or "91/≥95" where KH is a threshold. */
export function pairOf({ reached, target }: RowAssessment): string {
  const actual = reached ? writeReached(reached) : "…";
  if (target.kind === "absent") return actual;
  const plan = writeReached(target);
  return `${actual}/${target.kind === "bound" ? target.operator : ""}${plan}`;
}
