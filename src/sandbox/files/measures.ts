/** Sizes: files count a column's width in digits of the workbook's font, Excel's programming interface in points. */

import { PIXELS_PER_POINT } from "../host/workbook/state";

/** How wide a digit is beside the size of its font; others are taken for Calibri's. */
const DIGIT_WIDTHS: Readonly<Record<string, number>> = {
  Calibri: 0.507,
  "Times New Roman": 0.5,
  Arial: 0.556,
  Tahoma: 0.546,
  Aptos: 0.561,
};

/** The width of a digit in pixels, as Excel rounds it. */
export function digitPixels(font: { readonly name?: string; readonly size?: number } = {}): number {
  const share = DIGIT_WIDTHS[font.name ?? "Calibri"] ?? DIGIT_WIDTHS["Calibri"]!;
  return Math.max(1, Math.round(share * (font.size ?? 11) * PIXELS_PER_POINT));
}

/** A column's width in points, from the digits that the file states. */
export function pointsOfDigits(digits: number, pixelsPerDigit: number): number {
  return Math.round(digits * pixelsPerDigit) / PIXELS_PER_POINT;
}

/** A column's width in digits, to write into a file. */
export function digitsOfPoints(points: number, pixelsPerDigit: number): number {
  return Math.round(((points * PIXELS_PER_POINT) / pixelsPerDigit) * 1000) / 1000;
}

export const POINTS_PER_INCH = 72;
