/** Where rows or columns lie, in pixels. Most have the common size; the others are known one by one. */

import { PIXELS_PER_POINT } from "../../host/workbook/state";
import type { Line } from "../../host/workbook/types";

/** The rows or the columns of a sheet. */
export interface Axis {
  /** Where a line begins. */
  readonly start: (index: number) => number;
  readonly size: (index: number) => number;
  /** The line at a place; never beyond `last`. */
  readonly at: (pixels: number) => number;
}

/**
 * @param lines - the lines that are not like the others; sizes in points
 * @param common - the size of the others, in points
 * @param last - the last line there is
 * @param zoom - 1 for the size in print
 */
export function createAxis(lines: ReadonlyMap<number, Line>, common: number, last: number, zoom = 1): Axis {
  const usual = Math.round(common * PIXELS_PER_POINT * zoom);
  const sizeOf = ({ size, hidden }: Line) =>
    hidden ? 0 : size === undefined ? usual : Math.round(size * PIXELS_PER_POINT * zoom);
  const special = [...lines]
    .map(([index, line]) => ({ index, size: sizeOf(line) }))
    .filter(({ size }) => size !== usual)
    .sort((one, other) => one.index - other.index);
  const sizes = new Map(special.map(({ index, size }) => [index, size]));
  // What all the special lines before the n-th add to the common size.
  const shifts = [0];
  for (const { size } of special) shifts.push(shifts.at(-1)! + size - usual);

  const before = (index: number): number => {
    let [low, high] = [0, special.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (special[middle]!.index < index) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const start = (index: number) => index * usual + shifts[before(index)]!;
  const size = (index: number) => sizes.get(index) ?? usual;
  return {
    start,
    size,
    at(pixels) {
      let [low, high] = [0, last];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (start(middle) <= pixels) low = middle;
        else high = middle - 1;
      }
      return low;
    },
  };
}

/** The lines to draw between two places, without those of no size. */
export function visibleLines(axis: Axis, from: number, to: number, first: number, last: number): number[] {
  const lines: number[] = [];
  for (let index = Math.max(first, axis.at(from)); index <= last && axis.start(index) < to; index++) {
    if (axis.size(index) > 0) lines.push(index);
  }
  return lines;
}
