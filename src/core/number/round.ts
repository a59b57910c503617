import { decimalsOf } from "./decimals";

/**
 * Significant digits that Excel and LibreOffice keep. A double that differs from a decimal number of 15 digits only
 * beyond them is that number with the noise of binary arithmetic: 23 / 80 * 100 gives 28.749999999999996, and both
 * programs round it to 28,8.
 */
const SIGNIFICANT_DIGITS = 15;

/**
 * |value| × 10^decimals as a whole number, rounded half away from zero. The work is done on decimal digits, so
 * that 1.005, whose double lies just below, is a half as it was typed.
 *
 * @param decimals - whole number
 * @throws RangeError when the value is not finite
 */
export function scaledMagnitude(value: number, decimals: number): bigint {
  if (!Number.isFinite(value)) throw new RangeError(`not a finite number: ${value}`);
  // A value with no digit to drop is taken whole, even with 16 or 17 digits.
  const keep = decimalsOf(value) > decimals ? SIGNIFICANT_DIGITS - 1 : undefined;
  const [mantissa, exponent] = Math.abs(value).toExponential(keep).split("e") as [string, string];
  const digits = mantissa.replace(".", "");
  const shift = Number(exponent) - (digits.length - 1) + decimals;
  if (shift >= 0) return BigInt(digits) * 10n ** BigInt(shift);
  const unit = 10n ** BigInt(-shift);
  return (BigInt(digits) + unit / 2n) / unit;
}

/**
 * Commercial rounding: half away from zero, as ROUND of Excel and LibreOffice. Never -0.
 *
 * @param decimals - whole number
 * @throws RangeError when the value is not finite
 * @example roundHalfAway(1.005, 2) === 1.01
 * @example roundHalfAway(-2.5, 0) === -3
 */
export function roundHalfAway(value: number, decimals: number): number {
  const quick = scaledQuickly(value, decimals);
  const magnitude =
    quick === undefined ? Number(`${scaledMagnitude(value, decimals)}e${-decimals}`) : quick / 10 ** decimals;
  return value < 0 ? 0 - magnitude : magnitude;
}

/** Below this magnitude the noise of a scaled value stays far below {@link FAR_FROM_HALF}. */
const SURE_MAGNITUDE = 1e11;
/** Powers of ten up to this one are exact doubles. */
const EXACT_POWERS = 22;
/** How far from a half a scaled value must be for plain arithmetic to decide. */
const FAR_FROM_HALF = 1e-3;

/**
 * {@link scaledMagnitude} by plain arithmetic, where that is certain to agree with the decimal digits: nowhere near a
 * half, and small enough for the noise not to matter. Nearly all figures are; the rest are left to the digits.
 */
function scaledQuickly(value: number, decimals: number): number | undefined {
  const scaled = Math.abs(value) * 10 ** decimals;
  if (decimals < 0 || decimals > EXACT_POWERS || !(scaled < SURE_MAGNITUDE)) return undefined;
  const whole = Math.floor(scaled);
  const rest = scaled - whole;
  if (Math.abs(rest - 0.5) < FAR_FROM_HALF) return undefined;
  return rest > 0.5 ? whole + 1 : whole;
}

/**
 * The digits of |value| × 10^decimals, rounded half away from zero.
 *
 * @param decimals - whole number
 * @throws RangeError when the value is not finite
 * @example scaledDigits(-1.005, 2) === "101"
 */
export function scaledDigits(value: number, decimals: number): string {
  return String(scaledQuickly(value, decimals) ?? scaledMagnitude(value, decimals));
}
