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
  const magnitude = Number(`${scaledMagnitude(value, decimals)}e${-decimals}`);
  return value < 0 ? 0 - magnitude : magnitude;
}
