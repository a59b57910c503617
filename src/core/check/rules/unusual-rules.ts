/**
 * BT: figures that are possible and yet odd. Each is a warning, mended or explained. Where one figure is odd in several
 * ways, the way that says most is told: whose figure it is, then which slip explains it, then that it is far away.
 */

import type { FigureTable } from "../../table/figures";
import { placeOf } from "../../table/grid";
import { kept, once } from "../../table/kept";
import type { Draft, RuleId } from "../finding";
import type { Rule } from "../rule";
import { copiedBlocks } from "../unusual/blocks";
import { changedCounts, changedRates } from "../unusual/changes";
import { contradictedByPopulation } from "../unusual/population";
import { powersOfTen, readAsDecimals } from "../unusual/slips";
import { swappedRows } from "../unusual/swaps";

function unusualIn(table: FigureTable): readonly Draft[] {
  const drafts: Draft[] = [];
  const told = new Set<number>();
  const tell = (found: readonly Draft[]) => {
    const fresh = found.filter(({ row }) => !told.has(row));
    drafts.push(...fresh);
    for (const { row } of fresh) told.add(row);
  };
  if (table.binding.form) {
    tell(table.rows.flatMap((row) => kept(table, readAsDecimals, row)));
    const swapped = swappedRows(table);
    tell(swapped);
    // What was exchanged with a row is told with it.
    for (const { related } of swapped) told.add(placeOf(related[0]!)!.row);
    tell(powersOfTen(table));
    tell(changedCounts(table));
    tell(changedRates(table));
    drafts.push(...copiedBlocks(table), ...table.rows.flatMap((row) => kept(table, contradictedByPopulation, row)));
  }
  return drafts;
}

const entry = (id: RuleId, level: Rule["level"]): Rule => ({
  id,
  level,
  table: (table) => once(table, unusualIn).filter(({ rule }) => rule === id),
});

export const unusualRules: readonly Rule[] = [
  entry("BT1", "warning"),
  entry("BT2", "warning"),
  entry("BT3", "warning"),
  // A count has no fraction: this one is wrong whatever it was meant to be.
  entry("BT4", "error"),
  entry("BT5", "warning"),
  entry("BT6", "warning"),
  entry("BT7", "warning"),
];
