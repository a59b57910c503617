/** A cell as the search sees it: what it states, what it may hold at all, and the grid that its values stand on. */

import { roundHalfAway } from "../../number";
import type { FigureCell, FigureRow } from "../../table/figures";
import { decimalsOfCell, intervalOf, type KnownCell } from "../rule";
import { noiseAt, type Box } from "./box";

export interface Variable {
  readonly cell: KnownCell;
  readonly row: FigureRow;
  /** True values behind the figure as stated. */
  readonly stated: Box;
  /** True values that the indicator may have. */
  readonly domain: Box;
  /** Whether true values are whole numbers: people, beds, visits. */
  readonly whole: boolean;
  /** Decimals of the values that are proposed. */
  readonly decimals: number;
}

/** A cell as the search sees it, by what its row says of it. */
export function variableOf(cell: KnownCell, row: FigureRow): Variable {
  const { low, high } = intervalOf(cell);
  const whole = row.traits?.kind === "count";
  const { bounds } = row.traits ?? {};
  return {
    cell,
    row,
    stated: { low, high },
    domain: { low: bounds?.low ?? (whole ? 0 : -Infinity), high: bounds?.high ?? Infinity },
    whole,
    decimals: whole ? 0 : Math.max(decimalsOfCell(cell), row.traits?.decimals ?? 0),
  };
}

/** The part of a box between the outermost values that the cell can truly have. */
export function onGrid(variable: Variable, { low, high }: Box): Box {
  if (!variable.whole) return { low, high };
  return { low: Math.ceil(low - noiseAt(low)), high: Math.floor(high + noiseAt(high)) };
}

/** The figures at the cell's decimals that true values within a box are written as: the first and the last. */
export function writtenRange({ decimals }: Variable, { low, high }: Box): Box {
  const round = (value: number) => (Number.isFinite(value) ? roundHalfAway(value, decimals) : value);
  return { low: round(low), high: round(high) };
}

/** The true values behind a figure that is written at the cell's decimals. */
export function behind({ whole, decimals }: Variable, value: number): Box {
  const half = whole ? 0 : 0.5 * 10 ** -decimals;
  return { low: value - half, high: value + half };
}

/** Whether a formula calculates the cell. */
export const isCalculated = (cell: FigureCell): boolean => cell.cell?.formula !== undefined;
