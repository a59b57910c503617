/** What speaks for and against a cell before any value is looked at. */

import { INPUT_ROLES } from "../rule";
import type { Constraint } from "./constraint";
import type { Network } from "./network";
import { isCalculated, type Variable } from "./variable";

/** A cell about which nothing is known. */
const PLAIN = 1;
/** What each relation that ties the cell and holds adds, and what all of them may add. */
const SUPPORT = { each: 0.2, most: 0.6 };
/** The same for inequalities, which hold over wide ranges. */
const LOOSE_SUPPORT = { each: 0.02, most: 0.1 };
/** What a number where a formula should be takes away, and a change of a moment ago. */
const TYPED_OVER = 0.3;
const RECENT = 0.3;

/**
 * The weight of blaming a cell, above zero: below 1 where something speaks against the cell, up to 1,7 where relations
 * that hold speak for it.
 */
export function weightOf(
  variable: Variable,
  network: Network,
  broken: ReadonlySet<Constraint>,
  recent: ReadonlySet<string>,
): number {
  const holding = network.around(variable.cell.at).filter((constraint) => !broken.has(constraint));
  const tight = holding.filter(({ tight: ties }) => ties).length;
  return (
    PLAIN +
    Math.min(SUPPORT.most, SUPPORT.each * tight) +
    Math.min(LOOSE_SUPPORT.most, LOOSE_SUPPORT.each * (holding.length - tight)) -
    (isTypedOver(variable) ? TYPED_OVER : 0) -
    (recent.has(variable.cell.at) ? RECENT : 0)
  );
}

/** Whether a number stands where the other columns of the row have formulas: a total or rate that was typed over. */
export function isTypedOver({ cell, row }: Variable): boolean {
  if (isCalculated(cell) || !(row.indicator?.total ?? row.indicator?.formula)) return false;
  return INPUT_ROLES.some((role) => {
    const other = row.cells[role];
    return other !== undefined && isCalculated(other);
  });
}
