/** BT7: a count and its rate per so many people that together ask for a population which the form contradicts. */

import { roundHalfAway, writeFigure, writeInteger } from "../../number";
import { figureKey, type FigureRow, type FigureTable } from "../../table/figures";
import { shortLabel } from "../../text/label";
import type { Draft } from "../finding";
import { aboutCell, isKnown, written } from "../rule";
import { comparable, isSmall, PEER_ROLES, type PeerRole } from "./peers";

/** Rates per 1.000 people and more are rates of a population. */
const OF_POPULATION = 1000;

/**
 * Where a column has its own population, QH3 holds rate, count and population together exactly. Where it has none, the
 * population of another column stands in: within a year it moves by a few percent, a slip moves it by much more.
 */
export function contradictedByPopulation(table: FigureTable, row: FigureRow): readonly Draft[] {
  const { formula } = row.indicator ?? {};
  if (!formula || (formula.factor ?? 0) < OF_POPULATION || isSmall(row, table)) return [];
  const population = denominatorOf(row, table);
  if (!population) return [];
  return PEER_ROLES.flatMap((role) => contradictionIn(row, role, population, table) ?? []);
}

/** The last code of "factor * cases / population", where it stands for a number of people at a date. */
function denominatorOf(row: FigureRow, table: FigureTable): FigureRow | undefined {
  const code = row.indicator?.formula?.codes.at(-1);
  const found = code === undefined ? undefined : table.byCode.get(figureKey(code, row.measure.id));
  return found?.traits?.kind === "count" && found.traits.accrual === "stock" ? found : undefined;
}

function contradictionIn(row: FigureRow, role: PeerRole, population: FigureRow, table: FigureTable): Draft | undefined {
  const cell = comparable(row, role);
  if (!cell || isKnown(population.cells[role])) return undefined;
  const standIn = PEER_ROLES.flatMap((other) => comparable(population, other) ?? [])[0];
  const { codes, evaluate } = row.indicator!.formula!;
  const cases = codes.slice(0, -1).map((code) => table.byCode.get(figureKey(code, row.measure.id))?.cells[role]);
  if (!standIn || !cases.every(isKnown)) return undefined;
  const expected = evaluate([...cases.map((one) => one.value), standIn.value]);
  if (expected === undefined || expected <= 0) return undefined;
  const percent = Math.abs(cell.value / expected - 1) * 100;
  if (percent <= table.binding.form!.thresholds.populationPercent) return undefined;
  const decimals = row.traits?.decimals ?? 1;
  return {
    ...aboutCell("BT7", cell, row, {
      expected: writeFigure(expected, decimals),
      gap: writeInteger(roundHalfAway(percent, 0)),
      working: [...cases, standIn]
        .map((one) => `${shortLabel(table.bySheetRow.get(one.row)?.label ?? one.at)} ${written(one)}`)
        .join("; "),
    }),
    expected: null,
    gap: roundHalfAway(cell.value - expected, decimals),
    related: [...cases, standIn].map(({ at }) => at),
  };
}
