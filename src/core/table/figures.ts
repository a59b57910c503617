/** The figures of a bound table, each cell read once, for filling, checking and assessing alike. */

import { isIndicator, traitsOf, type FigureRole, type Indicator, type Measure, type Traits } from "../form/types";
import {
  decimalsOf,
  decimalsOfFormat,
  isPercentFormat,
  point,
  readColumn,
  readFigure,
  roundHalfAway,
  roundingInterval,
  type Figure,
  type Interval,
} from "../number";
import { fold } from "../text/fold";
import type { Binding, BoundColumn } from "./binding";
import { address, cellAt, cellText, isEmpty, type Cell, type Grid } from "./grid";

const FIGURE_ROLES: ReadonlySet<string> = new Set<FigureRole>([
  "plan",
  "laterPlan",
  "actual",
  "samePeriod",
  "vsPlan",
  "vsSamePeriod",
]);

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
}

export interface FigureTable {
  readonly grid: Grid;
  readonly binding: Binding;
  /** Rows of the sheet in order; in a form of several measures one entry per row and measure. */
  readonly rows: readonly FigureRow[];
  /** By `${code} ${measure}`; the first where a code stands twice. */
  readonly byCode: { readonly get: (key: string) => FigureRow | undefined };
  /** The first entry of each sheet row. */
  readonly bySheetRow: ReadonlyMap<number, FigureRow>;
  readonly cellCount: number;
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
  const columns = binding.columns.filter((column) => FIGURE_ROLES.has(column.role));
  const read = new Map(columns.map((column) => [column, readOneColumn(grid, places, column)]));

  const habits: Habits = {
    blankMeansNone: binding.form?.blankMeansNone ?? false,
    ownFormats: binding.rows.some(({ by }) => by === "code"),
  };
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
      const kind = traits?.kind ?? inferKind(written);
      const cells: Partial<Record<FigureRole, FigureCell>> = {};
      for (const column of columns) {
        if (column.measure !== measure.id) continue;
        const cell = cellAt(grid, row, column.column);
        const figure = withKind(read.get(column)![index]!, cell, kind);
        cells[column.role as FigureRole] = figureCell(row, column, cell, figure, kind, habits);
        cellCount += 1;
      }
      const entry: FigureRow = {
        row,
        ...(indicator && { indicator, code: indicator.code }),
        ...(traits && { traits }),
        label: indicator?.label ?? written,
        measure,
        cells,
      };
      rows.push(entry);
      const key = figureKey(code ?? "", measure.id);
      if (indicator && !byCode.has(key)) byCode.set(key, entry);
    }
  });
  const bySheetRow = new Map([...rows].reverse().map((entry) => [entry.row, entry]));
  return { grid, binding, rows, byCode, bySheetRow, cellCount };
}

/** The key of a row and measure in {@link FigureTable.byCode}. */
export function figureKey(code: string, measure: string): string {
  return `${code} ${measure}`;
}

function readOneColumn(
  grid: Grid,
  places: readonly { readonly row: number }[],
  column: BoundColumn,
): readonly Figure[] {
  const contents = places.map(({ row }) => {
    const value = cellAt(grid, row, column.column)?.value ?? null;
    if (typeof value === "object" && value !== null) return value.error;
    return typeof value === "boolean" ? String(value) : value;
  });
  return readColumn(contents).figures;
}

/** A figure that its column leaves in doubt is read once more with what the indicator is. */
function withKind(figure: Figure, cell: Cell | undefined, kind: Traits["kind"] | undefined): Figure {
  if (figure.kind !== "number" || figure.ambiguity === undefined || typeof cell?.value !== "string") return figure;
  if (kind === "count") return readFigure(cell.value, { kind: "count" });
  return kind === "rate" || kind === "ratio" ? readFigure(cell.value, { kind: "rate" }) : figure;
}

/** What holds for a whole table when its cells are read. */
interface Habits {
  readonly blankMeansNone: boolean;
  /** Whether the number formats are those that we gave the sheet: then they say nothing of what was typed. */
  readonly ownFormats: boolean;
}

function figureCell(
  row: number,
  column: BoundColumn,
  cell: Cell | undefined,
  figure: Figure,
  kind: Traits["kind"] | undefined,
  habits: Habits,
): FigureCell {
  const derived = column.role === "vsPlan" || column.role === "vsSamePeriod";
  const base = {
    row,
    column: column.column,
    at: address(row, column.column),
    role: column.role as FigureRole,
    measure: column.measure,
    cell,
    figure,
  };
  const isNone = figure.kind === "none" || (habits.blankMeansNone && !derived && isBlank(figure));
  if (isNone) return { ...base, value: 0, interval: point(0), decimals: 0 };
  if (figure.kind !== "number") return { ...base, decimals: figure.kind === "bound" ? figure.decimals : 0 };
  const { value, decimals } = stated(cell, figure.value, figure.decimals, habits.ownFormats && !derived);
  const exact = !derived && (kind === "count" || kind === "money") && Number.isInteger(value);
  return { ...base, value, interval: exact ? point(value) : roundingInterval(value, decimals), decimals };
}

const isBlank = (figure: Figure) => figure.kind === "missing" && figure.written === "blank";

/**
 * What a cell states, as a person sees it. A number states at least as many decimals as it holds and as many as its
 * format shows: 51 shown as "51,0" says 50,95 to 51,05; 98,4567 shown as "98,5" still holds what it holds. In a sheet
 * whose formats are ours the zeros that they add are our doing: 14,9 typed into it says 14,85 to 14,95. A number shown
 * as a percentage states what is shown: 0,987 as "98,7%" is 98,7.
 */
function stated(
  cell: Cell | undefined,
  value: number,
  written: number,
  ownFormat: boolean,
): { value: number; decimals: number } {
  if (typeof cell?.value !== "number") return { value, decimals: written };
  const format = cell.format ?? "General";
  const shown = ownFormat ? 0 : (decimalsOfFormat(format) ?? 0);
  // Excel keeps fifteen digits; 0,6859999999999999 from a division is 0,686 to the person who sees it.
  const clean = Number(value.toPrecision(15));
  const held = decimalsOf(clean);
  if (!isPercentFormat(format)) return { value: clean, decimals: Math.max(shown, held) };
  // Two decimals move before the mark; what multiplication adds beyond the held ones is noise.
  const decimals = Math.max(0, held - 2);
  return { value: roundHalfAway(clean * 100, decimals), decimals: Math.max(shown, decimals) };
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
