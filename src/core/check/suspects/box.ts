/**
 * Closed ranges of values, possibly without an end or empty (`low > high`), and the arithmetic that narrows them.
 * Ends are closed on purpose: at the very border of rounding nobody is ruled out, as nobody is accused there.
 */

export interface Box {
  readonly low: number;
  readonly high: number;
}

export const ANYTHING: Box = { low: -Infinity, high: Infinity };

/** Two ends closer than this, relative to them, are the same end: the noise of binary arithmetic, no tolerance. */
const NOISE = 1e-9;

export const noiseAt = (value: number): number => (Number.isFinite(value) ? NOISE * Math.max(1, Math.abs(value)) : 0);

export const exactly = (value: number): Box => ({ low: value, high: value });

/** Whether no value is left. */
export function isEmptyBox({ low, high }: Box): boolean {
  return low > high + noiseAt(high);
}

/** The values that are in both. */
export function meet(a: Box, b: Box): Box {
  return { low: Math.max(a.low, b.low), high: Math.min(a.high, b.high) };
}

/** All sums. */
export function plus(a: Box, b: Box): Box {
  return { low: a.low + b.low, high: a.high + b.high };
}

/** All differences. */
export function minus(a: Box, b: Box): Box {
  return { low: a.low - b.high, high: a.high - b.low };
}

/** Nothing times an end that has no limit is nothing: the end is never reached. */
const product = (x: number, y: number): number => (x === 0 || y === 0 ? 0 : x * y);

/** All products. */
export function times(a: Box, b: Box): Box {
  const corners = [product(a.low, b.low), product(a.low, b.high), product(a.high, b.low), product(a.high, b.high)];
  return { low: Math.min(...corners), high: Math.max(...corners) };
}

/** All products with one number. */
export function timesNumber(a: Box, factor: number): Box {
  return times(a, exactly(factor));
}

/** All quotients; anything at all where the divisor may lie on either side of zero. */
export function over(a: Box, b: Box): Box {
  if (b.low < 0 && b.high > 0) return ANYTHING;
  if (b.low === 0 && b.high === 0) return ANYTHING;
  const ends = [b.low === 0 ? Infinity : 1 / b.low, b.high === 0 ? -Infinity : 1 / b.high];
  return times(a, { low: Math.min(...ends), high: Math.max(...ends) });
}
