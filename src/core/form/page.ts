/** What a printed page of a sheet holds: all our sheets are on A4, their columns fitted to its width. */

import type { SheetLayout } from "./layout";
import { PAGE_MARGINS, rowHeights } from "./look";

/** A4, in centimetres. */
const A4 = { short: 21, long: 29.7 } as const;
const POINTS_PER_CM = 72 / 2.54;
const POINTS_PER_PIXEL = 72 / 96;
/** A column of width n takes so many pixels for each of its digits, and some around them. */
const COLUMN_PIXELS = { perDigit: 7, around: 5 } as const;
/** Height of a row that was given none, in points. */
const DEFAULT_HEIGHT = 15.75;
/** Programs round the scale of a page and the heights of rows, each in its own way. */
const RESERVE = 0.97;

/**
 * How high the rows of one page may be together, in points of the sheet: where columns are shrunk to fit the page's
 * width, rows shrink with them and more of them fit.
 */
export function pageHeight({ orientation, widths }: Pick<SheetLayout, "orientation" | "widths">): number {
  const [wide, high] = orientation === "landscape" ? [A4.long, A4.short] : [A4.short, A4.long];
  const printed = (wide - PAGE_MARGINS.left - PAGE_MARGINS.right) * POINTS_PER_CM;
  const pixels = widths.reduce((sum, width) => sum + width * COLUMN_PIXELS.perDigit + COLUMN_PIXELS.around, 0);
  const scale = Math.min(1, printed / (pixels * POINTS_PER_PIXEL));
  return ((high - PAGE_MARGINS.top - PAGE_MARGINS.bottom) * POINTS_PER_CM * RESERVE) / scale;
}

/** The height of rows of a sheet together, in points; both ends count. */
export function heightOfRows(layout: SheetLayout, first: number, last: number): number {
  const heights = rowHeights(layout);
  let sum = 0;
  for (let row = first; row <= last; row += 1) sum += heights.get(row) ?? DEFAULT_HEIGHT;
  return sum;
}
