/** What counts as unusual in a form: its own limits, and the limits that hold where it names none. */

/** Limits of the rules BT and KH. A form names those that differ in `thresholds` of its form.json. */
export interface Thresholds {
  /** Counts are compared only where the larger one reaches this; below it, chance alone makes large changes. */
  readonly smallCount: number;
  /** Rates in %: a change against the same period of fewer points than this is never unusual. */
  readonly ratePoints: number;
  /** Counts, and rates in other units than %: a figure less than so many times the other one is never unusual. */
  readonly times: number;
  /** How many times the usual spread (median to quartile) of the form's own changes a change must exceed. */
  readonly spread: number;
  /** Weight of size in Hidiroglou and Berthelot's effect, 0 to 1: at 0 a change of 10 weighs as much as one of 10.000. */
  readonly size: number;
  /** A figure moved by a power of ten fits the same period where it is less than so many times larger or smaller. */
  readonly slipTimes: number;
  /** Rows in a run, with figures that change from year to year, that must equal last year's. */
  readonly block: number;
  /** Percent by which a count may differ from rate × population of another column: populations move little in a year. */
  readonly populationPercent: number;
  /** Percent of what was due in the period from which a target is met by more than is plausible. */
  readonly overPlan: number;
}

/**
 * The limits where a form names none. Size and spread follow Hidiroglou and Berthelot, "Statistical editing and
 * imputation for periodic business surveys" (Survey Methodology 12, 1986), which asks for a size between 0 and 1
 * and leaves the spread to the survey; the others were set on Điện Biên's annex, where each figure that they point at
 * is odd to a reader of the printed page too.
 */
export const DEFAULT_THRESHOLDS: Thresholds = {
  smallCount: 30,
  ratePoints: 30,
  times: 3,
  spread: 10,
  size: 0.4,
  slipTimes: 1.5,
  block: 6,
  populationPercent: 20,
  overPlan: 300,
};
