/** Learns of a table whose form is not known what its labels and numbers say. Nothing of it is applied unasked. */

import type { Binding } from "../table/binding";
import type { Grid } from "../table/grid";
import { suggestParts, suggestSame } from "./links";
import { suggestRates } from "./rates";
import { readRows } from "./read-rows";
import { suggestTotals } from "./totals";
import type { Learned } from "./types";

/**
 * The rows of a table with their kinds, and the relations that its numbers suggest, in the order of the rows.
 *
 * Every relation holds in all columns that have the figures for it, within rounding only. Takes time linear in the rows.
 *
 * @param binding of a table without a form, as `recognise` gives it
 */
export function learnTable(grid: Grid, binding: Binding): Learned {
  const { rows, inputs } = readRows(grid, binding);
  const totals = suggestTotals(rows, inputs);
  const covered = new Set(totals.flatMap(({ others }) => others));
  const suggestions = [
    ...totals,
    ...suggestRates(rows, inputs),
    ...suggestParts(rows, inputs, covered),
    ...suggestSame(rows, inputs),
  ].sort((a, b) => a.row - b.row);
  return { rows, inputs, suggestions };
}
