/** Cells as the comparisons take them. */

import { decimalsOfFormat } from "../number";
import type { FigureCell } from "../table/figures";
import type { Operand } from "./comparison";
import type { Reached, Target } from "./assess";

/** A cell as an operand: "-" is zero, a threshold is a bound, everything without a value is absent. */
export function operandOf(cell: FigureCell): Operand {
  if (cell.value !== undefined) return { kind: "number", value: cell.value };
  return cell.figure.kind === "bound" ? { kind: "bound" } : { kind: "absent" };
}

/** A KH cell as a target; `usual` as in {@link reachedOf}. */
export function targetOf(cell: FigureCell | undefined, usual: number): Target {
  const number = reachedOf(cell, usual);
  if (number) return { kind: "number", ...number };
  if (cell?.figure.kind !== "bound") return { kind: "absent" };
  const { operator, value, decimals } = cell.figure;
  return { kind: "bound", operator, value, decimals };
}

/**
 * A TH cell as a figure reached; undefined where it has none.
 *
 * @param usual decimals that figures of the indicator show: a calculated one is told in no more than these or its format's
 */
export function reachedOf(cell: FigureCell | undefined, usual: number): Reached | undefined {
  if (cell?.value === undefined) return undefined;
  const { value, decimals } = cell;
  const told = Math.max(usual, decimalsOfFormat(cell.cell?.format) ?? 0);
  return { value, decimals, ...(isCalculated(cell) && told < decimals && { told }) };
}

/** Nobody types more decimals; a value that has more was calculated, and frozen since. */
const MOST_TYPED = 6;

const isCalculated = ({ cell, decimals }: FigureCell) => cell?.formula !== undefined || decimals > MOST_TYPED;
