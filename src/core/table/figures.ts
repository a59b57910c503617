/** The figures of a bound table, each cell read once, for filling, checking and assessing alike. */

import {
  isFigureRole,
  isIndicator,
  traitsOf,
  type FigureRole,
  type Indicator,
  type Measure,
  type Traits,
} from "../form/types";
import { readColumn, type ColumnReading, type Figure, type Interval } from "../number";
import { fold } from "../text/fold";
import { assessmentCell, assessmentColumnsIn, type AssessmentCell } from "./assessment-cells";
import type { Binding, BoundColumn } from "./binding";
import { contentAt, figureCell, habitsOf } from "./figure-cell";
import { cellAt, cellText, isEmpty, type Cell, type Grid } from "./grid";

/** One cell where a figure belongs, as read. */
export interface FigureCell {
  readonly row: number;
  readonly column: number;
  /** A1 address. */
  readonly at: string;
  readonly role: FigureRole;
  readonly measure: string;
  readonly cell: Cell | undefined;
  readonly figure: Figure;
  /** The number that takes part in relations: a plain figure, or 0 for "-". Absent for bounds, pairs, missing, unreadable. */
  readonly value?: number;
  /** The true values behind the figure as stated; exact for counts. */
  readonly interval?: Interval;
  /** Decimals that the figure states. */
  readonly decimals: number;
}

/** A row of figures of one measure. */
export interface FigureRow {
  readonly row: number;
  /** Absent where the row belongs to no indicator. */
  readonly indicator?: Indicator;
  readonly traits?: Traits;
  readonly code?: string;
  readonly label: string;
  readonly measure: Measure;
  readonly cells: Readonly<Partial<Record<FigureRole, FigureCell>>>;
  /** The row's cell in the column "Đánh giá"; absent where the sheet has no such column. */
  readonly assessment?: AssessmentCell;
}

export interface FigureTable {
  readonly grid: Grid;
  readonly binding: Binding;
  /** Rows of the sheet in order; in a form of several measures one entry per row and measure. */
  readonly rows: readonly FigureRow[];
  /** By `${code} ${measure}`; the first where a code stands twice. */
  readonly byCode: { readonly get: (key: string) => FigureRow | undefined };
  /** The first entry of each sheet row. */
  readonly bySheetRow: { readonly get: (row: number) => FigureRow | undefined };
  readonly cellCount: number;
  /** 0-based columns "Đánh giá" that stand in the sheet, by measure. */
  readonly assessmentColumns: ReadonlyMap<string, number>;
}

const SINGLE: Measure = { id: "", label: "" };

/** Reads every figure of a table. Linear in its cells. */
export function readFigures(grid: Grid, binding: Binding): FigureTable {
  const labelColumn = binding.columns.find((column) => column.role === "label")?.column;
  const places = [
    ...binding.rows.map((bound) => ({ row: bound.row, code: bound.code })),
    ...binding.unbound.map((unbound) => ({ row: unbound.row, code: undefined })),
  ].sort((a, b) => a.row - b.row);
  const measures = binding.form?.measures ?? [SINGLE];
  const columns = binding.columns.filter((column) => isFigureRole(column.role));
  const read = new Map(columns.map((column) => [column, readOneColumn(grid, places, column, binding)]));

  const assessmentColumns = assessmentColumnsIn(grid, binding);
  const habits = habitsOf(binding);
  const rows: FigureRow[] = [];
  const byCode = new Map<string, FigureRow>();
  let cellCount = 0;
  places.forEach(({ row, code }, index) => {
    const definition = code === undefined ? undefined : binding.form?.byCode.get(code);
    if (definition?.row === "heading") return;
    const indicator = isIndicator(definition) ? definition : undefined;
    const written = labelColumn === undefined ? "" : cellText(cellAt(grid, row, labelColumn));
    for (const measure of measures) {
      const traits = indicator && traitsOf(indicator, measure);
      const kind = kindOf(traits, written);
      const cells: Partial<Record<FigureRole, FigureCell>> = {};
      for (const column of columns) {
        if (column.measure !== measure.id) continue;
        const cell = cellAt(grid, row, column.column);
        const figure = read.get(column)!.figures[index]!;
        cells[column.role as FigureRole] = figureCell(row, column, cell, figure, kind, habits);
        cellCount += 1;
      }
      const judgedIn = indicator && assessmentColumns.get(measure.id);
      const entry: FigureRow = {
        row,
        ...(indicator && { indicator, code: indicator.code }),
        ...(traits && { traits }),
        label: indicator?.label ?? written,
        measure,
        cells,
        ...(judgedIn !== undefined && { assessment: assessmentCell(grid, row, judgedIn) }),
      };
      rows.push(entry);
      const key = figureKey(code ?? "", measure.id);
      if (indicator && !byCode.has(key)) byCode.set(key, entry);
    }
  });
  const bySheetRow = new Map([...rows].reverse().map((entry) => [entry.row, entry]));
  const table: FigureTable = { grid, binding, rows, byCode, bySheetRow, cellCount, assessmentColumns };
  const evidence = new Map([...read].map(([column, reading]) => [column, reading.evidence]));
  insides.set(table, { byCode, bySheetRow, evidence });
  return table;
}

/** What following a table needs of how it was read. */
interface Inside {
  readonly byCode: ReadonlyMap<string, FigureRow>;
  readonly bySheetRow: ReadonlyMap<number, FigureRow>;
  readonly evidence: ReadonlyMap<BoundColumn, ColumnReading["evidence"]>;
}

const insides = new WeakMap<FigureTable, Inside>();

/** How a table of {@link readFigures} or {@link tableOf} was read. */
export const insideOf = (table: FigureTable): Inside | undefined => insides.get(table);

/** A table of rows that were read already. */
export function tableOf(table: Omit<FigureTable, "byCode" | "bySheetRow">, inside: Inside): FigureTable {
  const made: FigureTable = { ...table, byCode: inside.byCode, bySheetRow: inside.bySheetRow };
  insides.set(made, inside);
  return made;
}

/** The key of a row and measure in {@link FigureTable.byCode}. */
export function figureKey(code: string, measure: string): string {
  return `${code} ${measure}`;
}

interface Place {
  readonly row: number;
  readonly code?: string | undefined;
}

/**
 * Whether a row is hidden and no part of the form. It is not sent: what is written in it must not decide how the texts of
 * other rows are read, or the copy would state other figures than the sheet.
 */
export function isAside({ hiddenRows }: Grid, { form }: Binding, { row, code }: Place): boolean {
  return form !== undefined && code === undefined && hiddenRows?.has(row) === true;
}

function readOneColumn(grid: Grid, places: readonly Place[], { column }: BoundColumn, binding: Binding): ColumnReading {
  const aside = places.map((place) => isAside(grid, binding, place));
  const read = (isWanted: boolean) =>
    readColumn(places.flatMap(({ row }, at) => (aside[at] === isWanted ? [contentAt(grid, row, column)] : [])));
  const reading = read(false);
  if (!aside.includes(true)) return reading;
  const [sent, left] = [reading.figures.values(), read(true).figures.values()];
  return { ...reading, figures: aside.map((isLeft) => (isLeft ? left : sent).next().value!) };
}

/** What a row's figures count: by its definition, else as far as its label says. */
export function kindOf(traits: Traits | undefined, label: string): Traits["kind"] | undefined {
  return traits?.kind ?? inferKind(label);
}

/** Kind of a row without a definition, from the first words of its label; undefined where they do not say. */
export function inferKind(label: string): Traits["kind"] | undefined {
  const text = fold(label);
  if (/^(giam |tang )?(ty le|ti le|ty suat|ti suat|%)/.test(text)) return "rate";
  if (/^(ty so|ti so)/.test(text)) return "ratio";
  if (/^(so |tong so|t so|tong )/.test(text)) return "count";
  return undefined;
}

/** Whether a figure cell has something in it. */
export function isGiven(figure: FigureCell | undefined): figure is FigureCell {
  return figure !== undefined && !isEmpty(figure.cell);
}
