/** Đánh giá: whether an indicator's target is met, and what its figures say about it. */

import { roundHalfAway, writeFigure, type Operator } from "../number";
import { shareOfYear, spanWords, type Period } from "../form/period";
import type { Traits } from "../form/types";

/**
 * vượt, đạt, đạt tiến độ, chậm tiến độ, chưa đạt, không đánh giá, thiếu số liệu.
 * Met and pace are told apart because a flow in mid-year is judged against the share of the year that has passed.
 */
export type Status = "exceeded" | "met" | "onPace" | "behind" | "unmet" | "notJudged" | "noData";

/** The status in the words that people use. */
export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  exceeded: "Vượt",
  met: "Đạt",
  onPace: "Đạt tiến độ",
  behind: "Chậm tiến độ",
  unmet: "Chưa đạt",
  notJudged: "Không đánh giá",
  noData: "Thiếu số liệu",
};

/** A target as the form gives it: a number to reach, or a threshold with an operator. */
export type Target =
  | ({ readonly kind: "number" } & Reached)
  | { readonly kind: "bound"; readonly operator: Operator; readonly value: number; readonly decimals: number }
  | { readonly kind: "absent" };

/** A figure reached, with the decimals that it states; undefined where it is missing. */
export interface Reached {
  readonly value: number;
  /** Those that it is judged by. */
  readonly decimals: number;
  /** Those that people are told, where a formula left more than anybody reads: 68,6 of 68,5714285714286. */
  readonly told?: number;
}

/** The decimals in which people are told a figure. */
export const toldDecimals = ({ decimals, told = decimals }: Reached): number => told;

/** A figure as people are told it: "68,6". */
export function writeReached(figure: Reached): string {
  return writeFigure(figure.value, toldDecimals(figure));
}

export interface Assessment {
  readonly status: Status;
  /** TH / KH × 100, one decimal, where KH is a number above zero. */
  readonly ofYear?: number;
  /** The same against the share of the year that has passed; only for flows before the year's end. */
  readonly ofPeriod?: number;
  /** The sentence that explains the status. */
  readonly sentence: string;
}

/**
 * Judges one figure against its target.
 *
 * A flow is judged against the year and, before the year's end, against the share of it that has passed (product,
 * section 6: 503/1.825 is 27,6% of the year and 55,1% of six months). A stock, a cumulative figure and a rate of a
 * state are judged against the target itself. Equality is decided at the coarser of the two stated precisions: 98,46
 * reaches 98,5.
 */
export function assess(
  stated: Reached | undefined,
  plan: Target,
  traits: Pick<Traits, "accrual" | "direction"> & Partial<Pick<Traits, "decimals">>,
  period: Period | undefined,
): Assessment {
  if (traits.accrual !== "flow") return judge(stated, plan, traits, WHOLE_YEAR);
  return judge(stated, plan, traits, period && { share: shareOfYear(period), words: spanWords(period) });
}

/**
 * The same where only the share of the year is known: below 1, the figure is judged as a flow in mid-year.
 *
 * @param share of the year that has passed, above 0, at most 1
 * @example assessByShare({ value: 503, decimals: 0 }, { kind: "number", value: 1825, decimals: 0 }, { direction: { aim: "high" } }, 0.25).status === "onPace"
 */
export function assessByShare(
  stated: Reached | undefined,
  plan: Target,
  traits: Pick<Traits, "direction"> & Partial<Pick<Traits, "decimals">>,
  share: number,
): Assessment {
  return judge(stated, plan, traits, share === 1 ? WHOLE_YEAR : { share, words: "phần năm đã qua" });
}

/** How much of the year a flow had to come about, and the words for it. */
interface Elapsed {
  readonly share: number;
  readonly words: string;
}

const WHOLE_YEAR: Elapsed = { share: 1, words: "năm" };

/** @param elapsed undefined where a flow's period is not known */
function judge(
  stated: Reached | undefined,
  plan: Target,
  traits: Pick<Traits, "direction"> & Partial<Pick<Traits, "decimals">>,
  elapsed: Elapsed | undefined,
): Assessment {
  // A rate typed as 98 in a column of one decimal means 98,0: 97,6 does not reach it.
  const atLeast = <R extends Reached>(figure: R): R => ({
    ...figure,
    decimals: Math.max(figure.decimals, traits.decimals ?? 0),
    ...(figure.told !== undefined && { told: Math.max(figure.told, traits.decimals ?? 0) }),
  });
  const actual = stated && atLeast(stated);
  const target = plan.kind === "number" ? atLeast(plan) : plan;
  if (traits.direction.aim === "none" && target.kind !== "bound")
    return { status: "notJudged", sentence: "Chỉ tiêu này không đánh giá đạt hay chưa đạt." };
  if (target.kind === "absent") {
    return { status: "noData", sentence: "Chưa có kế hoạch nên chưa đánh giá được." };
  }
  if (actual === undefined) return { status: "noData", sentence: "Chưa có số thực hiện nên chưa đánh giá được." };
  if (target.kind === "bound") return againstBound(actual, target, traits.direction.aim);
  if (traits.direction.aim === "band") return againstBand(actual, traits.direction.low, traits.direction.high);

  if (!elapsed && !reaches(actual, target, traits.direction.aim)) {
    const { ofYear } = percentages(actual.value, target.value, 1);
    const of = ofYear === undefined ? "" : ` (${writeFigure(ofYear, 1)}% cả năm)`;
    const sentence = `Chưa rõ kỳ báo cáo nên chưa đánh giá được tiến độ: ${figures(actual, target)}${of}.`;
    return { status: "noData", ...(ofYear !== undefined && { ofYear }), sentence };
  }
  return traits.direction.aim === "low"
    ? lowerIsBetter(actual, target, elapsed ?? WHOLE_YEAR)
    : higherIsBetter(actual, target, elapsed ?? WHOLE_YEAR);
}

type NumberTarget = Extract<Target, { kind: "number" }>;

/** Below zero where the figure is under the target, zero where it reaches it at the coarser precision stated. */
function against(actual: Reached, target: Reached): number {
  const decimals = Math.min(actual.decimals, target.decimals);
  return roundHalfAway(actual.value, decimals) - roundHalfAway(target.value, decimals);
}

/** Whether the year's target is reached whatever part of the year has passed; what should stay low never is before its end. */
function reaches(actual: Reached, target: NumberTarget, aim: "high" | "low" | "none"): boolean {
  const gap = against(actual, target);
  return aim === "low" ? gap > 0 : gap >= 0;
}

/** The part of the target that falls to the period, exactly: quarters of the year add two decimals at most. */
const dueIn = (target: NumberTarget, share: number) => roundHalfAway(target.value * share, target.decimals + 2);

function higherIsBetter(actual: Reached, target: NumberTarget, elapsed: Elapsed): Assessment {
  const { share, words } = elapsed;
  const shares = percentages(actual.value, target.value, share);
  const pair = figures(actual, target);
  const gap = against(actual, target);
  if (gap > 0) return { status: "exceeded", ...shares, sentence: `Vượt kế hoạch năm: ${pair}${said(shares, words)}.` };
  if (gap === 0) return { status: "met", ...shares, sentence: `Đạt kế hoạch năm: ${pair}${said(shares, words)}.` };
  if (share === 1) {
    return {
      status: "unmet",
      ...shares,
      sentence: `Chưa đạt kế hoạch: ${pair}${said(shares, words)}, còn thiếu ${lack(actual, target)}.`,
    };
  }
  const onPace = actual.value >= dueIn(target, share);
  const status = onPace ? "onPace" : "behind";
  const verdict = onPace ? "Đạt tiến độ" : "Chậm tiến độ";
  return {
    status,
    ...shares,
    sentence: `${verdict}: ${pair}${said(shares, words)}, còn thiếu ${lack(actual, target)} so với cả năm.`,
  };
}

function lowerIsBetter(actual: Reached, target: NumberTarget, elapsed: Elapsed): Assessment {
  const { share, words } = elapsed;
  const shares = percentages(actual.value, target.value, share);
  const pair = figures(actual, target);
  const gap = against(actual, target);
  const lower = "chỉ tiêu này càng thấp càng tốt";
  if (gap > 0) {
    return {
      status: "unmet",
      ...shares,
      sentence: `Chưa đạt: ${pair}; ${lower}, đang cao hơn kế hoạch ${lack(target, actual)}.`,
    };
  }
  if (share < 1) {
    const onPace = actual.value <= dueIn(target, share);
    return onPace
      ? { status: "onPace", ...shares, sentence: `Đạt tiến độ: ${pair}${said(shares, words)}; ${lower}.` }
      : {
          status: "behind",
          ...shares,
          sentence: `Chậm tiến độ: ${pair}${said(shares, words)}, đã quá phần của kỳ này; ${lower}.`,
        };
  }
  return gap === 0
    ? { status: "met", ...shares, sentence: `Đạt kế hoạch: ${pair}; ${lower}.` }
    : {
        status: "exceeded",
        ...shares,
        sentence: `Vượt kế hoạch: ${pair}; ${lower}, đang thấp hơn kế hoạch ${lack(actual, target)}.`,
      };
}

/** A threshold in words: "tối thiểu 95". */
export const BOUND_WORDS: Readonly<Record<Operator, string>> = {
  "<": "dưới",
  "≤": "không quá",
  "=": "bằng",
  "≥": "tối thiểu",
  ">": "trên",
  "≈": "khoảng",
};

function againstBound(actual: Reached, target: Extract<Target, { kind: "bound" }>, aim: string): Assessment {
  const words = `${BOUND_WORDS[target.operator]} ${writeFigure(target.value, target.decimals)}`;
  const met = reachesBound(actual, target, aim);
  const stated = `${tellingly(actual, (value) => reachesBound({ ...actual, value }, target, aim))}; yêu cầu ${words}`;
  return met ? { status: "met", sentence: `Đạt: ${stated}.` } : { status: "unmet", sentence: `Chưa đạt: ${stated}.` };
}

function reachesBound(actual: Reached, target: Extract<Target, { kind: "bound" }>, aim: string): boolean {
  const { value } = actual;
  switch (target.operator) {
    case "<":
      return value < target.value;
    case "≤":
      return value <= target.value;
    case ">":
      return value > target.value;
    case "≥":
      return value >= target.value;
    case "=":
      return against(actual, target) === 0;
    case "≈": {
      // "khoảng 0,38%": at the stated precision, or better than it.
      const gap = against(actual, target);
      return gap === 0 || (aim === "low" && gap < 0) || (aim === "high" && gap > 0);
    }
  }
}

function againstBand(actual: Reached, low: number, high: number): Assessment {
  const band = `${writePlain(low)}–${writePlain(high)}`;
  const isWithin = (value: number) => value >= low && value <= high;
  const stated = tellingly(actual, isWithin);
  if (isWithin(actual.value)) return { status: "met", sentence: `Đạt: ${stated} nằm trong khoảng ${band}.` };
  const side = actual.value < low ? "thấp hơn" : "cao hơn";
  return { status: "unmet", sentence: `Chưa đạt: ${stated} ${side} khoảng ${band}.` };
}

const writePlain = (value: number) => String(value).replace(".", ",");

interface Shares {
  readonly ofYear?: number;
  readonly ofPeriod?: number;
}

function percentages(actual: number, target: number, share: number): Shares {
  if (target <= 0) return {};
  const ofYear = roundHalfAway((actual / target) * 100, 1);
  return share === 1 ? { ofYear } : { ofYear, ofPeriod: roundHalfAway((actual / (target * share)) * 100, 1) };
}

/** " (27,6% cả năm, 55,1% của 6 tháng)": only what there is to say. */
function said(shares: Shares, words: string): string {
  if (shares.ofYear === undefined) return "";
  const year = `${writeFigure(shares.ofYear, 1)}%`;
  if (shares.ofPeriod === undefined) return ` (${year})`;
  return ` (${year} cả năm, ${writeFigure(shares.ofPeriod, 1)}% của ${words})`;
}

function figures(actual: Reached, target: Reached): string {
  return `${writeReached(actual)}/${writeReached(target)}`;
}

/** A figure in the fewest decimals in which it is on the side of a limit where it is judged to be: 94,97 is not told as 95,0. */
function tellingly(figure: Reached, verdict: (value: number) => boolean): string {
  let told = toldDecimals(figure);
  while (told < figure.decimals && verdict(roundHalfAway(figure.value, told)) !== verdict(figure.value)) told += 1;
  return writeFigure(figure.value, told);
}

/** How much the smaller figure lacks to the larger, at the finer of the two precisions. */
function lack(smaller: Reached, larger: Reached): string {
  const decimals = Math.max(toldDecimals(smaller), toldDecimals(larger));
  return writeFigure(larger.value - smaller.value, decimals);
}
