/** What is said of a target that is late or not met: the percentages, the gap, and what it takes. */

import type { RowAssessment } from "../../core/compare/assess-table";
import { outlookOf } from "../../core/compare/outlook";
import type { Period } from "../../core/form/period";
import { writeFigure } from "../../core/number";
import type { ResultsTexts } from "../texts/results.vi";

/** "47,6% cả năm, 95,2% của 6 tháng · còn thiếu 5.996, cần 1.000 trẻ mỗi tháng" */
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
  const { gap, side, from, points, perMonth } = outlook;
  const amount = writeFigure(gap.value, gap.decimals);
  const low = assessment.traits.direction.aim === "low" ? [texts.lowIsBetter] : [];
  if (gap.value === 0) return low.join("");
  if (from === "bound")
    return [...low, (side === "below" ? texts.offBelow : texts.offAbove)(amount, points)].join(", ");
  if (from === "due") return [...low, texts.exceedsDue(amount, points)].join(", ");
  if (side === "above") return [...low, texts.exceeds(amount, points)].join(", ");
  const parts = [texts.lacks(amount, points)];
  if (perMonth)
    parts.push(texts.perMonth(writeFigure(perMonth.value, perMonth.decimals), unitOf(assessment, points, texts)));
  return parts.join(", ");
}

/** The unit as one speaks it: "trẻ", "lượt", "điểm"; nothing for ratios such as "/100.000 dân". */
function unitOf({ traits }: RowAssessment, points: boolean, texts: ResultsTexts): string {
  if (points) return texts.points;
  return traits.kind === "count" || traits.kind === "money" ? traits.unit : "";
}
