/** BT1 and BT2: changes against the same period that are far outside what is usual in the form. */

import type { Accrual } from "../../form/types";
import { roundHalfAway, writeFigure } from "../../number";
import type { FigureRow, FigureTable } from "../../table/figures";
import { kept } from "../../table/kept";
import type { Draft } from "../finding";
import { aboutCell, decimalsOfCell, type KnownCell } from "../rule";
import {
  areNeighbours,
  comparable,
  figuresOf,
  growthOf,
  isSmall,
  peerCells,
  peersOf,
  timesApart,
  type PeerRole,
} from "./peers";

/** Below so many changes of a kind nobody can say what is usual. */
const ENOUGH = 12;

/** The middle half of the changes is taken to be no narrower than this part of the middle one, so that tables in which hardly anything changes do not accuse every change. */
const LEAST_SPREAD = 0.05;

/** One row's change, and its effect: the change weighed so that changes of all rows can be compared. */
interface Change {
  readonly row: FigureRow;
  readonly actual: KnownCell;
  readonly samePeriod: KnownCell;
  readonly effect: number;
}

/**
 * Counts by Hidiroglou and Berthelot: ratios TH / CK, made symmetric around the median so that a fall to a third
 * weighs as much as a rise to three times, then weighed by size, since small counts change more. An effect is far out
 * where it lies further from the median than `spread` times the quartile on its side does.
 */
export function changedCounts(table: FigureTable): Draft[] {
  const thresholds = table.binding.form?.thresholds;
  if (!thresholds) return [];
  const pairs = pairsOf(table, ["count", "money"]);
  return groupsOf(pairs).flatMap((group) => {
    const ratios = group.map(({ actual, samePeriod }) => actual.value / samePeriod.value);
    const middle = quantile(inOrder(ratios), 0.5);
    const changes = group.map((pair, index): Change => {
      const ratio = ratios[index]!;
      const symmetric = ratio < middle ? 1 - middle / ratio : ratio / middle - 1;
      const size = Math.max(pair.actual.value, pair.samePeriod.value) ** thresholds.size;
      return { ...pair, effect: symmetric * size };
    });
    return farOut(changes, thresholds.spread, 0).flatMap(({ row, actual, samePeriod }) =>
      timesApart(actual.value, samePeriod.value) < thresholds.times || isAsPlanned(row, table)
        ? []
        : [kept(table, manyTimes, row, "BT2" as const)],
    );
  });
}

/**
 * Whether a programme was enlarged or cut back as planned: TH is what the plan asks of the period, and a neighbour in the
 * section changed as many times. One commune screened last year, five planned this year: nothing to ask about.
 */
function isAsPlanned(row: FigureRow, table: FigureTable): boolean {
  const { slipTimes } = table.binding.form!.thresholds;
  const plan = peersOf(row, "actual", table).find(({ role }) => role === "plan");
  if (!plan || timesApart(row.cells.actual!.value!, plan.value) >= slipTimes) return false;
  const at = table.rows.indexOf(row);
  return [table.rows[at - 1], table.rows[at + 1]].some(
    (other) => areNeighbours(row, other) && timesApart(growthOf(row), growthOf(other)) < slipTimes,
  );
}

/** Rates: those in % by points, others by how many times; where the counts behind them are small they are left alone. */
export function changedRates(table: FigureTable): Draft[] {
  const thresholds = table.binding.form?.thresholds;
  if (!thresholds) return [];
  const rates = pairsOf(table, ["rate", "ratio", "index"]);
  const percents = rates.filter(({ row }) => row.traits?.unit === "%");
  const changes = percents.map((pair) => ({ ...pair, effect: pair.actual.value - pair.samePeriod.value }));
  const points = changes.length < ENOUGH ? [] : farOut(changes, thresholds.spread, 1);
  return [
    ...points.flatMap(({ row, effect }) =>
      Math.abs(effect) < thresholds.ratePoints ? [] : [kept(table, inPoints, row, effect)],
    ),
    ...rates.flatMap(({ row, actual, samePeriod }) => {
      // Without the counts behind it nobody knows how few cases a rate per 100.000 rests on.
      if (row.traits?.unit === "%" || !row.indicator?.formula) return [];
      return timesApart(actual.value, samePeriod.value) < thresholds.times
        ? []
        : [kept(table, manyTimes, row, "BT1" as const)];
    }),
  ];
}

type Pair = Omit<Change, "effect">;

function pairsOf(table: FigureTable, kinds: readonly string[]): Pair[] {
  return table.rows.flatMap((row) => (kinds.includes(row.traits?.kind ?? "") ? (kept(table, pairOf, row) ?? []) : []));
}

function pairOf(table: FigureTable, row: FigureRow): Pair | undefined {
  if (isSmall(row, table)) return undefined;
  const actual = comparable(row, "actual");
  const samePeriod = comparable(row, "samePeriod");
  return actual && samePeriod ? { row, actual, samePeriod } : undefined;
}

/** What adds up over the year changes more than what is counted at a date; where one kind has too few rows, all together. */
function groupsOf(pairs: readonly Pair[]): (readonly Pair[])[] {
  const isFlow = ({ row }: Pair) => row.traits?.accrual === ("flow" satisfies Accrual);
  const groups = [pairs.filter(isFlow), pairs.filter((pair) => !isFlow(pair))];
  if (groups.every(({ length }) => length === 0 || length >= ENOUGH)) return groups.filter(({ length }) => length > 0);
  return pairs.length < ENOUGH ? [] : [pairs];
}

/** @param least the quartiles are taken to lie no nearer to the median than this */
function farOut(changes: readonly Change[], spread: number, least: number): Change[] {
  const effects = inOrder(changes.map(({ effect }) => effect));
  const middle = quantile(effects, 0.5);
  const floor = Math.max(least, Math.abs(middle) * LEAST_SPREAD);
  const below = Math.max(middle - quantile(effects, 0.25), floor);
  const above = Math.max(quantile(effects, 0.75) - middle, floor);
  return changes.filter(({ effect }) => effect < middle - spread * below || effect > middle + spread * above);
}

const inOrder = (values: readonly number[]): readonly number[] => [...values].sort((a, b) => a - b);

/** The value below which a share of the values lies, between neighbours by straight line. */
function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)]!;
  return low + (sorted[Math.ceil(at)]! - low) * (at - Math.floor(at));
}

/** Where the plan tells which of the two figures is out of line, that one; else TH, which is this year's to answer for. */
function accused(row: FigureRow, table: FigureTable): PeerRole {
  const plan = peersOf(row, "actual", table).find(({ role }) => role === "plan");
  const { actual, samePeriod } = row.cells;
  if (!plan || !actual?.value || !samePeriod?.value) return "actual";
  return timesApart(samePeriod.value, plan.value) > timesApart(actual.value, plan.value) ? "samePeriod" : "actual";
}

function manyTimes(table: FigureTable, row: FigureRow, rule: "BT1" | "BT2"): Draft {
  const role = accused(row, table);
  const cell = row.cells[role]!;
  const other = row.cells[role === "actual" ? "samePeriod" : "actual"]!;
  const times = timesApart(cell.value!, other.value!);
  return {
    ...aboutCell(rule, cell, row, {
      variant: cell.value! > other.value! ? "up" : "down",
      other: role === "actual" ? "cùng kỳ" : "thực hiện",
      gap: writeFigure(times, 1),
      working: figuresOf(row),
    }),
    related: peerCells(row, role),
  };
}

function inPoints(table: FigureTable, row: FigureRow, effect: number): Draft {
  const role = accused(row, table);
  const cell = row.cells[role]!;
  const other = row.cells[role === "actual" ? "samePeriod" : "actual"]!;
  const decimals = Math.max(decimalsOfCell(cell), decimalsOfCell(other));
  const gap = role === "actual" ? effect : -effect;
  return {
    ...aboutCell("BT1", cell, row, {
      variant: gap > 0 ? "points-up" : "points-down",
      other: role === "actual" ? "cùng kỳ" : "thực hiện",
      gap: writeFigure(Math.abs(gap), decimals),
      working: figuresOf(row),
    }),
    gap: roundHalfAway(gap, decimals),
    related: peerCells(row, role),
  };
}
