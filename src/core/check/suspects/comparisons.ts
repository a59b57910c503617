/**
 * What the comparisons beside a figure say of it. So với KH and So với cùng kỳ that were typed or frozen keep what they
 * were made from: where the figure changed afterwards they still tell of the one that was meant. Formulas tell nothing.
 */

import type { DerivedRole, InputRole } from "../../form/types";
import type { FigureRow } from "../../table/figures";
import { intervalOf, isKnown } from "../rule";
import { exactly, meet, minus, noiseAt, over, plus, times, timesNumber, type Box } from "./box";
import { isCalculated } from "./variable";

/** The true values that an input has by each of the comparisons beside it that say something of it. */
export function toldByComparisons(row: FigureRow, role: InputRole): readonly Box[] {
  const boxOf = (other: InputRole | DerivedRole): Box | undefined => {
    const cell = row.cells[other];
    if (!isKnown(cell)) return undefined;
    const derived = other === "vsPlan" || other === "vsSamePeriod";
    return derived && (isCalculated(cell) || cell.figure.kind === "none") ? undefined : intervalOf(cell);
  };
  const [plan, actual, samePeriod] = [boxOf("plan"), boxOf("actual"), boxOf("samePeriod")];
  const [share, change] = [boxOf("vsPlan"), boxOf("vsSamePeriod")];
  const percent = (row.traits?.comparison ?? "percent") === "percent";
  const growth = change && plus(timesNumber(change, 0.01), exactly(1));
  switch (role) {
    case "plan":
      return share && actual ? [over(timesNumber(actual, 100), share)] : [];
    case "samePeriod":
      if (!change || !growth || !actual) return [];
      return [percent ? over(actual, growth) : minus(actual, change)];
    case "actual":
      return [
        ...(share && plan ? [timesNumber(times(share, plan), 0.01)] : []),
        ...(change && growth && samePeriod ? [percent ? times(samePeriod, growth) : plus(samePeriod, change)] : []),
      ];
    case "laterPlan":
      return [];
  }
}

/** Whether two ranges have a value in common. */
export function haveCommon(a: Box, b: Box): boolean {
  const { low, high } = meet(a, b);
  return low <= high + noiseAt(high);
}
