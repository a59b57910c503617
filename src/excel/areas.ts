/** Scattered cells as few rectangles, and rectangles as addresses that Excel takes at once. */

import type { CellPlace, Merge } from "../core/table/grid";

/** `Worksheet.getRanges` takes texts of up to 8.192 characters; some room is left for the sheet's name. */
const LONGEST_ADDRESS = 8_000;

/**
 * The rectangles that cover exactly the given cells: runs down each column, and neighbouring columns with the same run
 * as one. Not the fewest possible, but few for tables.
 */
export function areasOf(places: readonly CellPlace[]): Merge[] {
  const columns = new Map<number, number[]>();
  for (const { row, column } of places) {
    const rows = columns.get(column);
    if (rows) rows.push(row);
    else columns.set(column, [row]);
  }
  const done: Merge[] = [];
  let open = new Map<string, Merge>();
  for (const [column, rows] of [...columns].sort((a, b) => a[0] - b[0])) {
    const next = new Map<string, Merge>();
    for (const [top, bottom] of runsOf(rows)) {
      const key = `${top}:${bottom}`;
      const before = open.get(key);
      const joins = before?.right === column - 1;
      if (joins) open.delete(key);
      next.set(key, { top, left: joins ? before.left : column, bottom, right: column });
    }
    done.push(...open.values());
    open = next;
  }
  return [...done, ...open.values()];
}

/** Runs of consecutive numbers, first and last, in rising order. */
export function runsOf(numbers: readonly number[]): [first: number, last: number][] {
  const runs: [number, number][] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs;
}

/** Addresses joined by commas, in as few texts as Excel takes. */
export function joinAddresses(addresses: readonly string[]): string[] {
  const texts: string[] = [];
  for (const one of addresses) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + one.length < LONGEST_ADDRESS) texts[texts.length - 1] = `${last},${one}`;
    else texts.push(one);
  }
  return texts;
}
