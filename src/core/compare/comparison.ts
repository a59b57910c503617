/** So với KH and So với cùng kỳ: the two derived columns, as the product's section 6 states them. */

import { decimalsOf, divide, point, roundHalfAway, scale, subtract, type Interval } from "../number";
import type { Comparison } from "../form/types";

/** Decimals of So với KH and of growth in percent. */
export const PERCENT_DECIMALS = 1;

/** Noise of binary subtraction lies beyond this many decimals; it is cut before a result is rounded. */
export const NOISE_DECIMALS = 9;

/** Why there is nothing to compare. */
export type NoComparison =
  /** TH is blank, "…" or unreadable. */
  | "no-actual"
  /** KH is blank, "…" or unreadable. */
  | "no-plan"
  /** KH is zero. */
  | "zero-plan"
  /** KH is a threshold such as "<6". */
  | "bound-plan"
  /** CK is blank, "…" or unreadable. */
  | "no-same-period"
  /** CK is zero and TH is not: growth has no percentage. */
  | "zero-same-period";

/** A derived figure, or why it stays blank. */
export type Derived =
  | { readonly kind: "value"; readonly value: number; readonly decimals: number }
  | { readonly kind: "blank"; readonly why: NoComparison };

/**
 * What comparisons need of a cell: a number, a threshold, or nothing usable.
 * "-" in a cell is the number 0: it did not occur.
 */
export type Operand =
  { readonly kind: "number"; readonly value: number } | { readonly kind: "bound" } | { readonly kind: "absent" };

/**
 * So với KH = TH / KH × 100, one decimal.
 *
 * @example vsPlan({ kind: "number", value: 1200 }, { kind: "number", value: 1750 }) // 68.6
 */
export function vsPlan(actual: Operand, plan: Operand): Derived {
  if (plan.kind === "bound") return { kind: "blank", why: "bound-plan" };
  if (plan.kind === "absent") return { kind: "blank", why: "no-plan" };
  if (actual.kind !== "number") return { kind: "blank", why: "no-actual" };
  if (plan.value === 0) return { kind: "blank", why: "zero-plan" };
  return percent((actual.value / plan.value) * 100, "zero-plan");
}

/**
 * So với cùng kỳ by the way the indicator is compared.
 *
 * - percent: (TH / CK − 1) × 100, one decimal; nothing to nothing is no change, something from nothing has no percentage
 * - points, difference: TH − CK, rounded to `decimals` where they are given
 *
 * @param decimals decimals of the result for points and differences; by default those that the figures hold
 */
export function vsSamePeriod(actual: Operand, samePeriod: Operand, comparison: Comparison, decimals?: number): Derived {
  if (actual.kind !== "number") return { kind: "blank", why: "no-actual" };
  if (samePeriod.kind !== "number") return { kind: "blank", why: "no-same-period" };
  const exact = actual.value - samePeriod.value;
  if (!Number.isFinite(exact)) return { kind: "blank", why: "no-actual" };
  const difference = roundHalfAway(exact, NOISE_DECIMALS);
  if (comparison === "percent") {
    // Not TH / CK − 1, whose noise turns the growth from 2.000 to 2.001, exactly 0,05%, into 0,0.
    if (samePeriod.value !== 0) return percent((difference / samePeriod.value) * 100, "zero-same-period");
    return actual.value === 0 ? percent(0, "zero-same-period") : { kind: "blank", why: "zero-same-period" };
  }
  const held = Math.min(NOISE_DECIMALS, Math.max(decimalsOf(actual.value), decimalsOf(samePeriod.value)));
  const shown = decimals ?? held;
  return { kind: "value", value: roundHalfAway(difference, shown), decimals: shown };
}

/** A base so small that the quotient overflows is no base: as zero, so that no pair of figures stops the filling. */
function percent(value: number, otherwise: NoComparison): Derived {
  if (!Number.isFinite(value)) return { kind: "blank", why: otherwise };
  return { kind: "value", value: roundHalfAway(value, PERCENT_DECIMALS), decimals: PERCENT_DECIMALS };
}

/** Decimals that a difference in points shows: those of the indicator, at least one. */
export function pointDecimals(comparison: Comparison, indicatorDecimals: number): number {
  return comparison === "points" ? Math.max(1, indicatorDecimals) : indicatorDecimals;
}

/**
 * All values that So với KH may truly have when TH and KH are known to the decimals shown.
 * @returns undefined where KH may be zero
 */
export function vsPlanRange(actual: Interval, plan: Interval): Interval | undefined {
  const ratio = divide(actual, plan);
  return ratio && scale(ratio, 100);
}

/** All values that So với cùng kỳ may truly have; undefined where growth has none because CK may be zero. */
export function vsSamePeriodRange(
  actual: Interval,
  samePeriod: Interval,
  comparison: Comparison,
): Interval | undefined {
  if (comparison !== "percent") return subtract(actual, samePeriod);
  const ratio = divide(actual, samePeriod);
  return ratio && scale(subtract(ratio, point(1)), 100);
}
