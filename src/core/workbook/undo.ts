/** Taking an edit of ours back, without taking back anything that the user did since. */

import { cellAt, cellText, type Cell, type CellEdit, type CellPlace, type Grid } from "../table/grid";
import type { ExpectedText } from "./port";

/** An edit as it was made, and what it takes to take it back. */
export interface UndoStep {
  readonly written: readonly CellEdit[];
  /** What the cells held before, in the order of `written`. */
  readonly before: readonly CellEdit[];
  /** The cells that tell whether rows and columns are where they were. */
  readonly expected: readonly ExpectedText[];
}

/** What tells the rows and columns of a table apart. */
export interface Identity {
  /** 0-based columns that say which row is which, such as Mã số and Chỉ tiêu. */
  readonly columns: readonly number[];
  /** The rows that say which column is which, 0-based and inclusive; absent where no header is known. */
  readonly header?: { readonly top: number; readonly bottom: number };
}

/** What can be taken back now. */
export type Undo =
  | {
      readonly kind: "ready";
      readonly edits: readonly CellEdit[];
      /** Cells that someone changed since; they stay as they are. */
      readonly changedSince: readonly CellPlace[];
    }
  /** moved: rows were inserted, deleted or sorted; changed: no cell holds what was written. */
  | { readonly kind: "refused"; readonly why: "moved" | "changed" };

/**
 * Remembers how to take edits back.
 *
 * @param grid the sheet before the edits
 */
export function undoStep(grid: Grid, edits: readonly CellEdit[], identity: Identity): UndoStep {
  return { written: edits, before: inverseOf(grid, edits), expected: expectedFor(grid, edits, identity) };
}

/** The cells by which each edited row and column is known, with what they hold; the edited cells are none of them. */
function expectedFor(grid: Grid, edits: readonly CellEdit[], { columns, header }: Identity): ExpectedText[] {
  const edited = new Map<number, Set<number>>();
  for (const { row, column } of edits) edited.set(row, (edited.get(row) ?? new Set()).add(column));
  const places = [...edited.keys()].flatMap((row) => columns.map((column) => ({ row, column })));
  if (header) {
    for (const column of new Set(edits.map((edit) => edit.column))) {
      for (let row = header.top; row <= header.bottom; row += 1) places.push({ row, column });
    }
  }
  return places
    .filter(({ row, column }) => !edited.get(row)?.has(column))
    .map((place) => ({ ...place, text: cellText(cellAt(grid, place.row, place.column)) }));
}

/** Whether a sheet holds what was expected of it. */
export function holdsExpected(grid: Grid, expected: readonly ExpectedText[]): boolean {
  return expected.every(({ row, column, text }) => cellText(cellAt(grid, row, column)) === text);
}

/**
 * The edits that give cells what they hold in `grid`. An error value comes back as the formula that states it: core
 * knows no edit to an error.
 */
export function inverseOf(grid: Grid, edits: readonly CellEdit[]): CellEdit[] {
  return edits.map(({ row, column }) => {
    const cell = cellAt(grid, row, column);
    const value = cell?.value ?? null;
    if (typeof value === "object" && value !== null) {
      return { row, column, value: null, formula: cell?.formula ?? value.error };
    }
    return { row, column, value, ...(cell?.formula !== undefined && { formula: cell.formula }) };
  });
}

/** What of a step can be taken back, looking at the sheet as it is now. */
export function undoNow(step: UndoStep, now: Grid): Undo {
  if (!holdsExpected(now, step.expected)) return { kind: "refused", why: "moved" };
  const edits: CellEdit[] = [];
  const changedSince: CellPlace[] = [];
  step.written.forEach((edit, index) => {
    const { row, column } = edit;
    if (holds(cellAt(now, row, column), edit)) edits.push(step.before[index]!);
    else changedSince.push({ row, column });
  });
  return edits.length === 0 && step.written.length > 0
    ? { kind: "refused", why: "changed" }
    : { kind: "ready", edits, changedSince };
}

/** Whether a cell still holds what an edit wrote; hosts may write a formula with other spaces and capitals. */
function holds(cell: Cell | undefined, { value, formula }: CellEdit): boolean {
  if (formula !== undefined) {
    if (cell?.formula !== undefined) return plain(cell.formula) === plain(formula);
    return typeof cell?.value === "object" && cell.value?.error === formula;
  }
  if (cell?.formula !== undefined) return false;
  return (cell?.value ?? "") === (value ?? "");
}

const plain = (formula: string) => formula.replace(/^=/, "").replace(/\s+/g, "").toUpperCase();
