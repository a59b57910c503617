import { scaledMagnitude } from "./round";

/**
 * The true values that may stand behind a figure. Ends belong to it unless open. Not empty: `low ≤ high`, and equal
 * only when both are closed. Ends are finite in arithmetic; `contains` and `overlaps` also take infinite ones.
 */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly lowOpen?: boolean;
  readonly highOpen?: boolean;
}

/**
 * Two ends closer than this, relative to them, are the same end. It forgives the noise of binary arithmetic and
 * nothing else: it is no tolerance on the figures, whose last decimal is thousands of times larger.
 */
const NOISE = 1e-12;
/** Sizes at which a figure and the ends of its interval are whole numbers over an exact power of ten. */
const EVERYDAY_UNITS = 1e12;
const EVERYDAY_DECIMALS = 12;
/** Decimal digits that a double surely keeps. */
const SURE_DIGITS = 15;

/** Below, by more than noise. */
function below(x: number, y: number): boolean {
  return y - x > NOISE * Math.min(Math.abs(x), Math.abs(y));
}

function interval(low: number, high: number, lowOpen: boolean | undefined, highOpen: boolean | undefined): Interval {
  return { low, high, ...(lowOpen === true ? { lowOpen } : {}), ...(highOpen === true ? { highOpen } : {}) };
}

/** The most decimals that `Number.toFixed` takes. */
const MOST_FIXED = 100;

/** An exact value, such as a count. */
export function point(value: number): Interval {
  return { low: value, high: value };
}

/**
 * The true values that round, half away from zero, to a stated figure: [v − h, v + h) above zero, mirrored below,
 * (−h, h) for zero, where h is half a unit of the last decimal.
 *
 * @example roundingInterval(77.3, 1) // { low: 77.25, high: 77.35, highOpen: true }
 */
export function roundingInterval(value: number, decimals: number): Interval {
  const [inner, outer] = roundingEnds(value, decimals);
  if (inner < 0) return interval(inner, outer, true, true);
  return value > 0 ? interval(inner, outer, false, true) : interval(-outer, -inner, true, false);
}

/** Where magnitudes that round to the figure's magnitude begin and end; the beginning is below zero for zero itself. */
function roundingEnds(value: number, decimals: number): [number, number] {
  const units = Math.round(Math.abs(value) * 10 ** decimals);
  const unit = 10 ** decimals;
  // Figures of everyday size: one division each, which rounds correctly, gives the very doubles of the two ends.
  if (units < EVERYDAY_UNITS && decimals >= 0 && decimals <= EVERYDAY_DECIMALS && units / unit === Math.abs(value)) {
    return [(units * 10 - 5) / (unit * 10), (units * 10 + 5) / (unit * 10)];
  }
  const tenths = scaledMagnitude(value, decimals) * 10n;
  const end = (tenth: bigint): number => Number(`${tenth}e${-decimals - 1}`);
  return [end(tenths - 5n), end(tenths + 5n)];
}

/**
 * Sums ends, without the digits that cancellation turns into noise: 100000.3 − 100000.2 is 0.1 here and
 * 0.10000000000582077 in binary.
 */
function sum(x: number, y: number): number {
  const total = x + y;
  if (total === 0 || (Number.isInteger(x) && Number.isInteger(y))) return total + 0;
  const wholeDigits = 1 + Math.floor(Math.log10(Math.max(Math.abs(x), Math.abs(y))));
  // The digits behind are noise, so which way a half of them goes does not matter; + 0 keeps -0 away.
  return Number(total.toFixed(Math.min(Math.max(0, SURE_DIGITS - wholeDigits), MOST_FIXED))) + 0;
}

/** All sums of a value of `a` and a value of `b`. */
export function add(a: Interval, b: Interval): Interval {
  return interval(sum(a.low, b.low), sum(a.high, b.high), a.lowOpen || b.lowOpen, a.highOpen || b.highOpen);
}

/** All differences of a value of `a` and an independent value of `b`. */
export function subtract(a: Interval, b: Interval): Interval {
  return add(a, scale(b, -1));
}

/** All multiples of the values of `a` by an exact factor. */
export function scale(a: Interval, factor: number): Interval {
  return multiply(a, point(factor));
}

/** All products of a value of `a` and an independent value of `b`. */
export function multiply(a: Interval, b: Interval): Interval {
  return hull(a, b, (x, y) => x * y);
}

/**
 * All quotients of a value of `a` by an independent value of `b`.
 *
 * @returns undefined when `b` contains or touches zero: the quotients have no limit
 */
export function divide(a: Interval, b: Interval): Interval | undefined {
  if (b.low <= 0 && b.high >= 0) return undefined;
  return hull(a, b, (x, y) => x / y);
}

interface End {
  readonly value: number;
  readonly open: boolean;
}

function endsOf({ low, high, lowOpen = false, highOpen = false }: Interval): End[] {
  return [
    { value: low, open: lowOpen },
    { value: high, open: highOpen },
  ];
}

/** The interval between the extreme corners of an operation that is monotonous in both operands. */
function hull(a: Interval, b: Interval, operation: (x: number, y: number) => number): Interval {
  const corners = endsOf(a).flatMap((x) =>
    endsOf(b).map((y): End => ({ value: operation(x.value, y.value) + 0, open: isOpen(x, y) })),
  );
  const low = Math.min(...corners.map(({ value }) => value));
  const high = Math.max(...corners.map(({ value }) => value));
  // In doubt closed: an end that any corner reaches is reached.
  const open = (end: number): boolean =>
    corners.every((corner) => corner.open || below(end, corner.value) || below(corner.value, end));
  return interval(low, high, open(low), open(high));
}

/** A corner is reached when both ends are, or when one is a zero that is reached: it makes zero of anything. */
function isOpen(x: End, y: End): boolean {
  const reachedZero = (end: End): boolean => end.value === 0 && !end.open;
  return (x.open || y.open) && !reachedZero(x) && !reachedZero(y);
}

/** Whether a value belongs to the interval. */
export function contains(a: Interval, value: number): boolean {
  return overlaps(a, point(value));
}

/** Whether two intervals have a value in common. */
export function overlaps(a: Interval, b: Interval): boolean {
  return !endsBefore(a, b) && !endsBefore(b, a);
}

function endsBefore(a: Interval, b: Interval): boolean {
  return a.highOpen || b.lowOpen ? !below(b.low, a.high) : below(a.high, b.low);
}

/**
 * Whether some true value in the interval rounds to the stated figure; if not, the figure is wrong.
 *
 * @example couldRoundTo(point(27.55), 27.6, 1) === true
 */
export function couldRoundTo(a: Interval, stated: number, decimals: number): boolean {
  return overlaps(a, roundingInterval(stated, decimals));
}
