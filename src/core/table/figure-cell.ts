/** One cell where a figure belongs: what it states, with how many decimals, and which true values are behind it. */

import type { FigureRole, Traits } from "../form/types";
import {
  decimalsOf,
  decimalsOfFormat,
  isPercentFormat,
  point,
  readFigure,
  roundHalfAway,
  roundingInterval,
  type Figure,
} from "../number";
import type { Binding, BoundColumn } from "./binding";
import type { FigureCell } from "./figures";
import { address, cellAt, type Cell, type Grid } from "./grid";

/** What a cell holds, as columns are read. */
export function contentAt(grid: Grid, row: number, column: number): string | number | null {
  const value = cellAt(grid, row, column)?.value ?? null;
  if (typeof value === "object" && value !== null) return value.error;
  return typeof value === "boolean" ? String(value) : value;
}

/** A figure that its column leaves in doubt is read once more with what the indicator is. */
function withKind(figure: Figure, cell: Cell | undefined, kind: Traits["kind"] | undefined): Figure {
  if (figure.kind !== "number" || figure.ambiguity === undefined || typeof cell?.value !== "string") return figure;
  if (kind === "count") return readFigure(cell.value, { kind: "count" });
  return kind === "rate" || kind === "ratio" ? readFigure(cell.value, { kind: "rate" }) : figure;
}

/** What holds for a whole table when its cells are read. */
export interface Habits {
  readonly blankMeansNone: boolean;
  /** Whether the number formats are those that we gave the sheet: then they say nothing of what was typed. */
  readonly ownFormats: boolean;
}

/** What holds for the table of a binding. */
export function habitsOf(binding: Binding): Habits {
  return {
    blankMeansNone: binding.form?.blankMeansNone ?? false,
    ownFormats: binding.rows.some(({ by }) => by === "code"),
  };
}

/** A cell with the figure that its column reads in it. */
export function figureCell(
  row: number,
  column: BoundColumn,
  cell: Cell | undefined,
  read: Figure,
  kind: Traits["kind"] | undefined,
  habits: Habits,
): FigureCell {
  const figure = withKind(read, cell, kind);
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
