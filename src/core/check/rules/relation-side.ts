/** The figures on a side of a relation, with what its strategy makes of those that are missing. */

import type { MissingStrategy } from "../../form/missing";
import { point, type Interval } from "../../number";
import type { FigureCell } from "../../table/figures";
import { decimalsOfCell, intervalOf, isKnown } from "../rule";

/** A figure to reckon with. */
export interface Term {
  readonly cell: FigureCell;
  readonly value: number;
  readonly interval: Interval;
  readonly decimals: number;
}

/** One entry per cell of the side, in order; undefined where the figure is missing and stays so. */
export type Side = readonly (Term | undefined)[];

/**
 * Reads one side of a relation.
 *
 * @param cells undefined where the sheet has no such row or column: nothing is known of it, whatever the strategy
 */
export function sideOf(cells: readonly (FigureCell | undefined)[], strategy: MissingStrategy): Side {
  const known = cells.map((cell) => (isKnown(cell) ? termOf(cell) : undefined));
  const counts = strategy === "never" || (strategy === "all" && known.some((term) => term !== undefined));
  if (!counts) return known;
  return cells.map((cell, index) => known[index] ?? (cell && isLeftBlank(cell) ? noneAt(cell) : undefined));
}

/** Whether every figure of a side can be reckoned with. */
export function isComplete(side: Side): side is readonly Term[] {
  return side.every((term) => term !== undefined);
}

/**
 * Whether a cell was left blank: only that may be taken for none. "…" says that it occurred, and a formula without a
 * result has not been calculated.
 */
function isLeftBlank({ figure, cell }: FigureCell): boolean {
  return figure.kind === "missing" && figure.written === "blank" && cell?.formula === undefined;
}

function termOf(cell: FigureCell & { readonly value: number; readonly interval: Interval }): Term {
  return { cell, value: cell.value, interval: intervalOf(cell), decimals: decimalsOfCell(cell) };
}

function noneAt(cell: FigureCell): Term {
  return { cell, value: 0, interval: point(0), decimals: 0 };
}
