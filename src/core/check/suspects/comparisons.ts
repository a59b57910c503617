/**
 * What the comparisons beside a figure say of it. So với KH and So với cùng kỳ that were typed or frozen keep what they
 * were made from: where the figure changed afterwards they still tell of the one that was meant. Formulas tell nothing.
 */

import { vsPlanRange, vsSamePeriodRange } from "../../compare/comparison";
import type { InputRole } from "../../form/types";
import type { Interval } from "../../number";
import type { FigureCell, FigureRow } from "../../table/figures";
import { couldState, intervalOf, isKnown } from "../rule";
import { isCalculated } from "./variable";

/** Comparisons of a row that follow from a figure, and those that do not. */
export interface Agreement {
  readonly agree: number;
  readonly differ: number;
}

/**
 * How the row's comparisons stand to one of its inputs.
 *
 * @param values the true values that the input may have instead of what it states
 */
export function agreement(row: FigureRow, role: InputRole, values: Interval): Agreement {
  const { vsPlan, vsSamePeriod } = row.cells;
  const comparison = row.traits?.comparison ?? "percent";
  const valueOf = (other: InputRole): Interval | undefined => {
    const cell = row.cells[other];
    if (other === role) return values;
    return isKnown(cell) ? intervalOf(cell) : undefined;
  };
  const [plan, actual, samePeriod] = [valueOf("plan"), valueOf("actual"), valueOf("samePeriod")];
  const tells = [
    role !== "samePeriod" && actual && plan ? follows(vsPlan, vsPlanRange(actual, plan)) : undefined,
    role !== "plan" && actual && samePeriod
      ? follows(vsSamePeriod, vsSamePeriodRange(actual, samePeriod, comparison))
      : undefined,
  ];
  return {
    agree: tells.filter((told) => told === true).length,
    differ: tells.filter((told) => told === false).length,
  };
}

/** Whether a comparison follows; undefined where it says nothing. */
function follows(cell: FigureCell | undefined, range: Interval | undefined): boolean | undefined {
  if (!isKnown(cell) || cell.figure.kind === "none" || isCalculated(cell) || range === undefined) return undefined;
  return couldState(range, cell);
}
