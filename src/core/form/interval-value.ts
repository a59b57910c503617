/** The true values an expression may have when its figures are known only to the decimals shown. */

import type { Interval } from "../number";
import type { Expression } from "./expression";

/** Above this many rounded figures, corners are not tried one by one. */
const MAX_CORNERS = 4;

/**
 * The smallest and largest value of an expression while every figure moves within its interval.
 *
 * Exact for expressions that rise or fall steadily in each code, which sums, differences and rates of non-negative
 * figures do. Ends are taken as closed, so at the very border nobody is accused.
 *
 * @param ranges one interval per code of the expression, in the order of `expression.codes`
 * @returns undefined where some corner has no value, for instance a denominator that may be zero
 */
export function expressionRange(expression: Expression, ranges: readonly Interval[]): Interval | undefined {
  const wide = ranges.flatMap((range, index) => (range.high > range.low ? [index] : []));
  return wide.length <= MAX_CORNERS ? overCorners(expression, ranges, wide) : bySlope(expression, ranges, wide);
}

function overCorners(
  expression: Expression,
  ranges: readonly Interval[],
  wide: readonly number[],
): Interval | undefined {
  let smallest = Infinity;
  let largest = -Infinity;
  for (let corner = 0; corner < 2 ** wide.length; corner += 1) {
    const values = ranges.map((range) => range.low);
    wide.forEach((index, bit) => {
      if (corner & (1 << bit)) values[index] = ranges[index]!.high;
    });
    const value = expression.evaluate(values);
    if (value === undefined) return undefined;
    smallest = Math.min(smallest, value);
    largest = Math.max(largest, value);
  }
  return { low: smallest, high: largest };
}

/**
 * Moves one figure at a time to see which way the value goes, then takes all figures the same way at once. Where the
 * value does not go steadily, all that was met is within the interval.
 */
function bySlope(expression: Expression, ranges: readonly Interval[], wide: readonly number[]): Interval | undefined {
  const lows = ranges.map((range) => range.low);
  const [least, most] = [[...lows], [...lows]];
  const base = expression.evaluate(lows);
  if (base === undefined) return undefined;
  const met: (number | undefined)[] = [base];
  for (const index of wide) {
    const { high } = ranges[index]!;
    const value = expression.evaluate(lows.map((low, at) => (at === index ? high : low)));
    if (value !== undefined && value < base) least[index] = high;
    else most[index] = high;
    met.push(value);
  }
  met.push(expression.evaluate(least), expression.evaluate(most));
  if (!met.every((value) => value !== undefined)) return undefined;
  return { low: Math.min(...met), high: Math.max(...met) };
}
