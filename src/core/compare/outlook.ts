/** What an unmet or a late target still takes: how far off it is, and what each remaining month of the year must bring. */

import type { Period } from "../form/period";
import { shareOfYear } from "../form/period";
import { decimalsOf, roundHalfAway } from "../number";
import { toldDecimals, type Reached, type Status } from "./assess";
import type { RowAssessment, StatusCounts } from "./assess-table";
import { NOISE_DECIMALS } from "./comparison";

export interface Outlook {
  /** How far TH is from what is asked, above zero, at the finer of the two stated precisions. */
  readonly gap: Reached;
  /** Which side TH is on. */
  readonly side: "below" | "above";
  /** What the gap is measured from: the whole target, a threshold, or the part of it that falls to the period. */
  readonly from: "target" | "bound" | "due";
  /** Whether the gap is one of percentage points. */
  readonly points: boolean;
  /** What it takes each month to the year's end, rounded up; only for flows that add up from January. */
  readonly perMonth?: Reached & { readonly months: number };
}

/** The states that are judged, best first: the parts of the bar. */
export const JUDGED: readonly Status[] = ["exceeded", "met", "onPace", "behind", "unmet"];

/** How many targets were judged: neither without a verdict nor without figures. */
export function judgedCount(counts: StatusCounts): number {
  return JUDGED.reduce((sum, status) => sum + counts[status], 0);
}

/** How far an indicator that is behind or unmet is from its target; undefined for all others. */
export function outlookOf(assessment: RowAssessment, period: Period | undefined): Outlook | undefined {
  const { status, reached, traits } = assessment;
  if ((status !== "behind" && status !== "unmet") || !reached) return undefined;
  const { aim, from } = aimedAt(assessment, period);
  if (aim === undefined) return undefined;
  const decimals = Math.max(toldDecimals(reached), toldDecimals(aim));
  const difference = roundHalfAway(reached.value - aim.value, NOISE_DECIMALS);
  // At a threshold such as "<6" the figure 6 is unmet without being off.
  const gap = { value: Math.abs(roundHalfAway(difference, decimals)), decimals };
  const side = difference < 0 ? "below" : "above";
  const months = side === "below" && from === "target" && traits.accrual === "flow" ? monthsLeft(period) : 0;
  return {
    gap,
    side,
    from,
    points: traits.kind === "rate" && /[%‰]/.test(traits.unit),
    ...(months > 0 && { perMonth: { ...shareRoundedUp(gap, months), months } }),
  };
}

function aimedAt(
  { status, reached, target, traits }: RowAssessment,
  period: Period | undefined,
): { aim: Reached | undefined; from: Outlook["from"] } {
  if (target.kind === "bound") return { aim: target, from: "bound" };
  const { direction } = traits;
  if (direction.aim === "band" && reached) {
    const value = reached.value < direction.low ? direction.low : direction.high;
    return { aim: { value, decimals: decimalsOf(value) }, from: "bound" };
  }
  if (target.kind === "absent") return { aim: undefined, from: "target" };
  // What should stay low is late when it has used up more than the period's part of the year's target.
  if (direction.aim === "low" && status === "behind" && period) {
    const value = roundHalfAway(target.value * shareOfYear(period), target.decimals + 2);
    return { aim: { value, decimals: Number.isInteger(value) ? 0 : Math.max(1, toldDecimals(target)) }, from: "due" };
  }
  return { aim: target, from: "target" };
}

/**
 * Months of the year after a period whose figures add up from January. Later quarters tell of themselves alone: what
 * the year still takes does not follow from them.
 */
function monthsLeft(period: Period | undefined): number {
  if (!period || (period.span === "quarter" && period.quarter !== 1)) return 0;
  return 12 - 12 * shareOfYear(period);
}

/** Rounded up, so that as many months of it do reach the target. */
function shareRoundedUp({ value, decimals }: Reached, months: number): Reached {
  const factor = 10 ** decimals;
  return { value: Math.ceil(roundHalfAway((value / months) * factor, NOISE_DECIMALS)) / factor, decimals };
}
