import { scaledDigits } from "./round";

/**
 * Writes a figure the Vietnamese way: thousands dot, decimal comma, rounded half away from zero. Zero has no sign.
 *
 * @param decimals - whole number from 0
 * @throws RangeError when the value is not finite
 * @example writeFigure(1234.5, 1) === "1.234,5"
 * @example writeFigure(-0.04, 1) === "0,0"
 */
export function writeFigure(value: number, decimals: number): string {
  const magnitude = scaledDigits(value, decimals);
  const digits = magnitude.padStart(decimals + 1, "0");
  const wholeLength = digits.length - decimals;
  const whole = digits.slice(0, wholeLength).replace(/\B(?=(?:\d{3})+$)/g, ".");
  const sign = value < 0 && magnitude !== "0" ? "-" : "";
  return decimals === 0 ? `${sign}${whole}` : `${sign}${whole},${digits.slice(wholeLength)}`;
}

/**
 * Writes a whole number the Vietnamese way.
 *
 * @throws RangeError when the value is not finite
 * @example writeInteger(1168150) === "1.168.150"
 */
export function writeInteger(value: number): string {
  return writeFigure(value, 0);
}
