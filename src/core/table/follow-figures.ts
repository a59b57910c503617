/** The figures of a table after a change of some cells: only rows in which something changed are read again. */

import type { FigureRole } from "../form/types";
import { rereadCell, type ColumnReading } from "../number";
import type { Binding, BoundColumn } from "./binding";
import { assessmentCell, assessmentColumnsIn } from "./assessment-cells";
import { contentAt, figureCell, habitsOf } from "./figure-cell";
import {
  figureKey,
  insideOf,
  isAside,
  kindOf,
  tableOf,
  type FigureCell,
  type FigureRow,
  type FigureTable,
} from "./figures";
import { cellAt, type Cell, type Grid } from "./grid";

export interface Followed {
  readonly table: FigureTable;
  /** The rows of the table before that are others now. */
  readonly replaced: readonly FigureRow[];
}

/**
 * What `readFigures(grid, binding)` gives, with every row in which nothing changed taken over from the table before: the
 * very same object.
 *
 * @returns undefined where the table itself changed: rows or columns were inserted, labels, codes or the header are
 * others, or a text typed into a column changes how the column is read. Then it is read as a whole.
 */
export function followFigures(before: FigureTable, grid: Grid, binding: Binding): Followed | undefined {
  const inside = insideOf(before);
  if (!inside || !sameTable(before.binding, binding) || !sameShape(before.grid, grid)) return undefined;
  const { assessmentColumns } = before;
  if (!sameColumns(assessmentColumns, assessmentColumnsIn(grid, binding))) return undefined;
  const figures = new Map(
    before.binding.columns.flatMap((column) => (inside.evidence.has(column) ? [[column.column, column]] : [])),
  );
  const others = new Set(before.binding.columns.map(({ column }) => column).filter((column) => !figures.has(column)));
  const evidence = new Map(inside.evidence);
  const rows = [...before.rows];
  const byCode = new Map(inside.byCode);
  const bySheetRow = new Map(inside.bySheetRow);
  const replaced: FigureRow[] = [];
  const entries = entriesByRow(before, changedRows(before.grid, grid));
  for (const [row, own] of entries) {
    const changed = changedColumns(before.grid, grid, row);
    // Labels and codes tell which row this is.
    if (changed.some((column) => others.has(column))) return undefined;
    const columns = changed.flatMap((column) => figures.get(column) ?? []);
    for (const { entry, at } of own) {
      // Such a row is read by itself, not with the column.
      if (isAside(grid, binding, entry)) return undefined;
      const cells = reread(entry, columns, before.grid, grid, binding, evidence);
      if (cells === undefined) return undefined;
      const judgedIn = entry.assessment?.column;
      const rejudged = judgedIn !== undefined && changed.includes(judgedIn);
      if (cells === entry.cells && !rejudged) continue;
      const assessment = rejudged ? { assessment: assessmentCell(grid, row, judgedIn) } : {};
      const now: FigureRow = { ...entry, cells, ...assessment };
      rows[at] = now;
      replaced.push(entry);
      const key = figureKey(entry.code ?? "", entry.measure.id);
      if (byCode.get(key) === entry) byCode.set(key, now);
      if (bySheetRow.get(row) === entry) bySheetRow.set(row, now);
    }
  }
  // The binding of before: what rests on it by identity stays true.
  const table = { grid, binding: before.binding, rows, cellCount: before.cellCount, assessmentColumns };
  return { table: tableOf(table, { byCode, bySheetRow, evidence }), replaced };
}

function sameColumns(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  return a.size === b.size && [...a].every(([measure, column]) => b.get(measure) === column);
}

type Evidence = Map<BoundColumn, ColumnReading["evidence"]>;

/** The cells of a row with those of some columns read again; undefined where a column must be read as a whole. */
function reread(
  { row, measure, traits, label, cells }: FigureRow,
  columns: readonly BoundColumn[],
  old: Grid,
  grid: Grid,
  binding: Binding,
  evidence: Evidence,
): FigureRow["cells"] | undefined {
  const own = columns.filter((column) => column.measure === measure.id);
  if (own.length === 0) return cells;
  const now: Partial<Record<FigureRole, FigureCell>> = { ...cells };
  for (const column of own) {
    const [was, is] = [old, grid].map((one) => contentAt(one, row, column.column)) as [Content, Content];
    const read = rereadCell(evidence.get(column)!, was, is);
    if (!read) return undefined;
    evidence.set(column, read.evidence);
    const cell = cellAt(grid, row, column.column);
    now[column.role as FigureRole] = figureCell(
      row,
      column,
      cell,
      read.figure,
      kindOf(traits, label),
      habitsOf(binding),
    );
  }
  return now;
}

type Content = string | number | null;

function entriesByRow(
  { rows }: FigureTable,
  changed: ReadonlySet<number>,
): Map<number, { readonly entry: FigureRow; readonly at: number }[]> {
  const entries = new Map([...changed].map((row) => [row, [] as { entry: FigureRow; at: number }[]]));
  if (changed.size > 0) rows.forEach((entry, at) => entries.get(entry.row)?.push({ entry, at }));
  return entries;
}

/** Rows of the sheet in which some cell is another now. */
function changedRows(before: Grid, grid: Grid): ReadonlySet<number> {
  const changed = new Set<number>();
  grid.rows.forEach((row, index) => {
    const old = before.rows[index] ?? [];
    if (row === old) return;
    const width = Math.max(row.length, old.length);
    for (let column = 0; column < width; column += 1) {
      if (sameCell(old[column], row[column])) continue;
      changed.add(index);
      break;
    }
  });
  return changed;
}

function changedColumns(before: Grid, grid: Grid, row: number): number[] {
  const [old, now] = [before.rows[row] ?? [], grid.rows[row] ?? []];
  return Array.from({ length: Math.max(old.length, now.length) }, (_, column) => column).filter(
    (column) => !sameCell(old[column], now[column]),
  );
}

function sameCell(a: Cell | undefined, b: Cell | undefined): boolean {
  if (a === b) return true;
  if (!a || !b) return false;
  return a.formula === b.formula && a.format === b.format && sameContent(a.value, b.value);
}

function sameContent(a: Cell["value"], b: Cell["value"]): boolean {
  if (typeof a === "object" && typeof b === "object" && a !== null && b !== null) return a.error === b.error;
  return Object.is(a, b);
}

function sameShape(a: Grid, b: Grid): boolean {
  return a.sheet === b.sheet && a.rows.length === b.rows.length && sameSet(a.hiddenRows, b.hiddenRows);
}

function sameSet(a: ReadonlySet<number> | undefined, b: ReadonlySet<number> | undefined): boolean {
  return (a?.size ?? 0) === (b?.size ?? 0) && [...(a ?? [])].every((item) => b?.has(item));
}

/** Whether a sheet that is read again says in every cell what it said before, and is taken for the same table. */
export function sameSheet(before: FigureTable, grid: Grid, binding: Binding): boolean {
  return (
    sameShape(before.grid, grid) &&
    sameSet(before.grid.hiddenColumns, grid.hiddenColumns) &&
    sameTable(before.binding, binding) &&
    changedRows(before.grid, grid).size === 0
  );
}

/** Whether two bindings say the same of a sheet. */
export function sameTable(a: Binding, b: Binding): boolean {
  if (a === b) return true;
  return (
    a.form === b.form &&
    a.unit === b.unit &&
    a.filled === b.filled &&
    JSON.stringify([a.period, a.header, a.columns]) === JSON.stringify([b.period, b.header, b.columns]) &&
    sameList(
      a.rows,
      b.rows,
      (one, other) =>
        one.row === other.row && one.code === other.code && one.by === other.by && one.confidence === other.confidence,
    ) &&
    sameList(a.unbound, b.unbound, (one, other) => JSON.stringify(one) === JSON.stringify(other))
  );
}

function sameList<T>(a: readonly T[], b: readonly T[], same: (one: T, other: T) => boolean): boolean {
  return a.length === b.length && a.every((item, index) => same(item, b[index]!));
}
