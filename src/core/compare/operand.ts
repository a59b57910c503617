/** Cells as the comparisons take them. */

import type { FigureCell } from "../table/figures";
import type { Operand } from "./comparison";
import type { Reached, Target } from "./assess";

/** A cell as an operand: "-" is zero, a threshold is a bound, everything without a value is absent. */
export function operandOf(cell: FigureCell): Operand {
  if (cell.value !== undefined) return { kind: "number", value: cell.value };
  return cell.figure.kind === "bound" ? { kind: "bound" } : { kind: "absent" };
}

/** A KH cell as a target. */
export function targetOf(cell: FigureCell | undefined): Target {
  if (cell?.value !== undefined) return { kind: "number", value: cell.value, decimals: cell.decimals };
  if (cell?.figure.kind !== "bound") return { kind: "absent" };
  const { operator, value, decimals } = cell.figure;
  return { kind: "bound", operator, value, decimals };
}

/** A TH cell as a figure reached; undefined where it has none. */
export function reachedOf(cell: FigureCell | undefined): Reached | undefined {
  return cell?.value === undefined ? undefined : { value: cell.value, decimals: cell.decimals };
}
