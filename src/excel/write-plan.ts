/** Edits as the few ranges that Office.js is given. Pure, so that what is sent can be tested without Excel. */

import type { CellEdit, Merge } from "../core/table/grid";
import { writtenOf } from "./cells";

/** What to assign to a cell; null leaves it as it is (Office.js, "null input in a 2-D array is ignored"). */
export type Assigned = number | string | boolean | null;

/** One assignment of `Range.formulas`, down one column. */
export interface ColumnWrite {
  readonly area: Merge;
  readonly formulas: readonly (readonly Assigned[])[];
}

/** Untouched cells between two edits for which one range is still less to send than two. */
const LARGEST_GAP = 40;

/** Excel on the web takes 5 MB a request; a cell's text counts three times, for escapes and letters of several bytes. */
const MOST_CHARACTERS = 1_200_000;

/** Groups edits into ranges; of two edits of one cell the later counts. */
export function planWrites(edits: readonly CellEdit[]): ColumnWrite[] {
  const columns = new Map<number, Map<number, Assigned>>();
  for (const edit of edits) {
    const cells = columns.get(edit.column) ?? new Map<number, Assigned>();
    cells.set(edit.row, writtenOf(edit));
    columns.set(edit.column, cells);
  }
  return [...columns].flatMap(([column, cells]) => {
    const rows = [...cells.keys()].sort((a, b) => a - b);
    const writes: ColumnWrite[] = [];
    let from = 0;
    rows.forEach((row, at) => {
      const next = rows[at + 1];
      if (next !== undefined && next - row <= LARGEST_GAP) return;
      writes.push(columnWrite(column, rows[from]!, row, cells));
      from = at + 1;
    });
    return writes;
  });
}

function columnWrite(column: number, top: number, bottom: number, cells: ReadonlyMap<number, Assigned>): ColumnWrite {
  const formulas = Array.from({ length: bottom - top + 1 }, (_, index) => [cells.get(top + index) ?? null]);
  return { area: { top, left: column, bottom, right: column }, formulas };
}

/** Writes in batches that Excel takes, in order; nearly always one. A single huge column is cut, too. */
export function inBatches(writes: readonly ColumnWrite[], most = MOST_CHARACTERS): ColumnWrite[][] {
  const batches: ColumnWrite[][] = [[]];
  let size = 0;
  for (const write of writes.flatMap((one) => cut(one, most))) {
    const more = sizeOf(write);
    if (size > 0 && size + more > most) {
      batches.push([]);
      size = 0;
    }
    batches.at(-1)!.push(write);
    size += more;
  }
  return batches;
}

const lengthOf = (row: readonly Assigned[]) => row.reduce<number>((sum, cell) => sum + 4 + String(cell).length, 0);
const sizeOf = ({ formulas }: ColumnWrite) => formulas.reduce((sum, row) => sum + lengthOf(row), 0);

function cut(write: ColumnWrite, most: number): ColumnWrite[] {
  if (write.formulas.length < 2 || sizeOf(write) <= most) return [write];
  const { area, formulas } = write;
  const half = Math.floor(formulas.length / 2);
  const upper = { area: { ...area, bottom: area.top + half - 1 }, formulas: formulas.slice(0, half) };
  const lower = { area: { ...area, top: area.top + half }, formulas: formulas.slice(half) };
  return [...cut(upper, most), ...cut(lower, most)];
}

/** Formulas of a range as Excel gave them before a write. */
export type Before = readonly (readonly unknown[])[];

/**
 * What brings the written cells of one range back, given what they held before and what they hold now. Only cells that
 * hold what was written are brought back: whatever else stands there now, somebody put there since.
 *
 * @returns undefined where there is nothing to bring back
 */
export function restoring(write: ColumnWrite, before: readonly CellEdit[], now: Before): ColumnWrite | undefined {
  let differs = false;
  const formulas = write.formulas.map((row, at) =>
    row.map((cell, column): Assigned => {
      const held = writtenOf(before[at]!);
      const current = now[at]?.[column] ?? "";
      if (cell === null || comparable(cell) !== comparable(current) || comparable(held) === comparable(current)) {
        return null;
      }
      differs = true;
      return held;
    }),
  );
  return differs ? { area: write.area, formulas } : undefined;
}

/** The apostrophe says "text" and is no part of what the cell holds; Excel writes formulas in its own capitals. */
function comparable(content: unknown): unknown {
  if (typeof content !== "string") return content ?? "";
  if (content.startsWith("=")) return content.replace(/\s+/g, "").toUpperCase();
  return content.startsWith("'") ? content.slice(1) : content;
}

/** Edits that stand for the cells of a write, in its order, to look up what a grid holds there. */
export function placesOf({ area, formulas }: ColumnWrite): CellEdit[] {
  return formulas.map((_, index) => ({ row: area.top + index, column: area.left, value: null }));
}
