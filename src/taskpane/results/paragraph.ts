/** The results as a paragraph, the way reports tell them. */

import { assessmentName, countStatuses, type RowAssessment } from "../../core/compare/assess-table";
import { JUDGED, judgedCount } from "../../core/compare/outlook";
import { shareOfYear, type Period } from "../../core/form/period";
import type { Form } from "../../core/form/types";
import { writeFigure } from "../../core/number";
import type { ResultsTexts } from "../texts/results.vi";

/** Reports write counts below ten with a nought before them: "04 chỉ tiêu". */
const counted = (count: number) => String(count).padStart(2, "0");

/**
 * The paragraph: how many targets are met, and which are not, with TH/KH.
 *
 * @param form names the measures of its rows, where it has several
 * @returns "" where nothing is judged
 * @example "Hoàn thành và vượt 26/30 chỉ tiêu, có 04 chỉ tiêu không hoàn thành là: (1) Tỷ số giới tính khi sinh 112,4/109,56; …"
 */
export function paragraphOf(
  assessments: readonly RowAssessment[],
  period: Period | undefined,
  texts: ResultsTexts,
  form?: Form,
): string {
  const counts = countStatuses(assessments);
  const all = judgedCount(counts);
  if (all === 0) return "";
  const words = texts.paragraph;
  const met = counts.exceeded + counts.met;
  const whole = !period || shareOfYear(period) === 1;
  const parts = [(whole ? words.met : words.metInYear)(counted(met), counted(all))];
  if (counts.onPace > 0) parts.push(words.onPace(counted(counts.onPace)));
  const list = (own: readonly RowAssessment[]) =>
    own
      .map((assessment, index) => `(${index + 1}) ${assessmentName(assessment, form)} ${pairOf(assessment)}`)
      .join("; ");
  const unmet = assessments.filter(({ status }) => status === "unmet");
  const behind = assessments.filter(({ status }) => status === "behind");
  if (unmet.length > 0) {
    parts.push(`${(whole ? words.unmet : words.unmetInYear)(counted(unmet.length))}: ${list(unmet)}`);
  }
  const first = parts.join(", ");
  const opening = period ? words.opening(period) : "";
  const late = behind.length > 0 ? `; ${words.behind(counted(behind.length))}: ${list(behind)}` : "";
  return `${opening}${opening && whole ? lowerFirst(first) : first}${late}.`;
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** TH/KH as reports write it: "112,4/109,56", or "91/≥95" where KH is a threshold. */
export function pairOf({ reached, target }: RowAssessment): string {
  const actual = reached ? writeFigure(reached.value, reached.decimals) : "…";
  if (target.kind === "absent") return actual;
  const plan = writeFigure(target.value, target.decimals);
  return `${actual}/${target.kind === "bound" ? target.operator : ""}${plan}`;
}

/** The figures of a bar in words: "Vượt 82, Đạt 181, …". */
export function figuresInWords(counts: Readonly<Record<RowAssessment["status"], number>>, texts: ResultsTexts): string {
  return JUDGED.map((status) => texts.figure(status, String(counts[status]))).join(", ");
}
