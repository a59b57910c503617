/** The results as reports tell them: how many targets are met, and which are not, with TH/KH and what they still take. */

import { writeReached } from "../compare/assess";
import { countStatuses, type RowAssessment } from "../compare/assess-table";
import { judgedCount, outlookOf } from "../compare/outlook";
import { shareOfYear, periodWords, type Period } from "../form/period";
import { isIndicator, measureLabel, type Form } from "../form/types";
import { amountOf } from "./amount";
import { contextOf, repeatedLabels } from "./context";
import { lowerLabel, spokenLabel } from "./spoken-label";
import { SUMMARY_WORDS as WORDS } from "./words.vi";

/** So many names are told of what was not judged; the rest is counted. */
const NAMES_TOLD = 10;

/** Reports write counts below ten with a nought before them: "04 chỉ tiêu". */
const counted = (count: number) => String(count).padStart(2, "0");

/**
 * The paragraph of a form: "Hoàn thành và vượt 26/30 chỉ tiêu năm 2020, có 04 chỉ tiêu không hoàn thành là:
 * (1) Tỷ số giới tính khi sinh 112,4/109,56 KH; …". What has no figures and what is not judged is named after it.
 *
 * The form of Lai Châu's report of 2020, section I.1.
 *
 * @returns "" where the form has no targets
 */
export function summaryOf(
  assessments: readonly RowAssessment[],
  period: Period | undefined,
  form: Form | undefined,
): string {
  const counts = countStatuses(assessments);
  const all = judgedCount(counts);
  const own = (status: RowAssessment["status"]) => assessments.filter((one) => one.status === status);
  const twice = repeatedLabels(form);
  const name = (one: RowAssessment) => nameOf(one, form, twice);
  const left = [
    ...(counts.noData > 0 ? [WORDS.missing(counted(counts.noData), names(own("noData").map(name)))] : []),
    ...(counts.notJudged > 0 ? [WORDS.notJudged(counted(counts.notJudged), names(own("notJudged").map(name)))] : []),
  ];
  if (all === 0) return left.join(" ");
  const isWhole = !period || shareOfYear(period) === 1;
  const when = period ? ` ${periodWords(period)}` : "";
  const met = counted(counts.exceeded + counts.met);
  const told = (late: readonly RowAssessment[]) =>
    late
      .map(
        (one, index) =>
          `(${index + 1}) ${[`${name(one)} ${pairOf(one)}`, gapOf(one, period)].filter(Boolean).join(", ")}`,
      )
      .join("; ");
  const parts = [isWhole ? WORDS.met(met, counted(all), when) : WORDS.metInYear(met, counted(all), when)];
  if (counts.onPace > 0) parts.push(WORDS.onPace(counted(counts.onPace)));
  if (counts.unmet > 0) {
    const lead = isWhole ? WORDS.unmet : WORDS.unmetInYear;
    parts.push(`${lead(counted(counts.unmet))}: ${told(own("unmet"))}`);
  }
  const late = counts.behind > 0 ? `; ${WORDS.behind(counted(counts.behind))}: ${told(own("behind"))}` : "";
  return [`${parts.join(", ")}${late}.`, ...left].join(" ");
}

/** TH/KH as reports write it: "112,4/109,56 KH", "20,2/15,5% KH", "16/30 người", "91/≥95% KH". */
function pairOf({ reached, target, traits }: RowAssessment): string {
  const actual = reached ? writeReached(reached) : "…";
  if (target.kind === "absent") return actual;
  const plan = `${target.kind === "bound" ? target.operator : ""}${writeReached(target)}`;
  const { unit, kind } = traits;
  if ((kind === "count" || kind === "money") && unit !== "") return `${actual}/${plan} ${unit}`;
  return `${actual}/${plan}${unit === "%" || unit === "‰" ? unit : ""} KH`;
}

/** "còn thiếu 1.250 lượt, cần 209 lượt/tháng": what the rest of the year must bring; at the year's end nothing can be brought. */
function gapOf(assessment: RowAssessment, period: Period | undefined): string {
  const outlook = outlookOf(assessment, period);
  if (!outlook || outlook.gap.value === 0 || !period || shareOfYear(period) === 1) return "";
  const { gap, side, from, perMonth } = outlook;
  const amount = amountOf(gap, assessment.traits);
  if (from === "due") return WORDS.exceedsDue(amount);
  if (side === "above") return WORDS.exceeds(amount);
  if (!perMonth) return WORDS.lacks(amount);
  return `${WORDS.lacks(amount)}, ${WORDS.perMonth(amountOf(perMonth, assessment.traits))}`;
}

/** A row's label with its measure where the form has several, and with what stands above it where the label is there twice. */
function nameOf(
  { code, label, measure, traits }: RowAssessment,
  form: Form | undefined,
  twice: ReadonlySet<string>,
): string {
  const words = measureLabel(form, measure);
  if (words) return `${spokenLabel(label)} (${lowerLabel(words)})`;
  const spoken = spokenLabel(label, traits.unit);
  const indicator = form?.byCode.get(code);
  const context = indicator && isIndicator(indicator) && twice.has(indicator.label) ? contextOf(indicator, form) : "";
  return context ? `${context}${lowerLabel(spoken)}` : spoken;
}

function names(all: readonly string[]): string {
  const told = all.slice(0, NAMES_TOLD).join("; ");
  return all.length > NAMES_TOLD ? `${told} ${WORDS.others(counted(all.length - NAMES_TOLD))}` : told;
}
