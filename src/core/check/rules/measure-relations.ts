/** Relations between the measures of one row: no more deaths than cases, a rate of one row's own figures. */

import { expressionRange } from "../../form/interval-value";
import type { InputRole, Measure } from "../../form/types";
import { roundHalfAway } from "../../number";
import { figureKey, type FigureCell, type FigureRow, type FigureTable } from "../../table/figures";
import { kept } from "../../table/kept";
import { couldState, decimalsOfCell, INPUT_ROLES, intervalOf, isKnown, written, type KnownCell } from "../rule";
import { broken, HOLDS, SILENT, type RelationOutcome } from "./relation-outcome";
import { sideOf } from "./relation-side";

/** Applies the relations between measures to every row, one after the other. */
export function measureOutcomes(table: FigureTable): RelationOutcome[] {
  const measures = table.binding.form?.measures ?? [];
  const related = measures.filter((measure) => measure.subsetOf || measure.formula);
  if (related.length === 0) return [];
  return table.rows.flatMap((row) => (related.includes(row.measure) ? kept(table, betweenMeasures, row) : []));
}

function betweenMeasures(table: FigureTable, row: FigureRow): readonly RelationOutcome[] {
  return INPUT_ROLES.flatMap((role) => [
    measureRate(row.measure, row, table, role),
    measureSubset(row.measure, row, table, role),
  ]);
}

function measureRate(measure: Measure, row: FigureRow, table: FigureTable, role: InputRole): RelationOutcome {
  const cell = row.cells[role];
  if (!measure.formula || !isKnown(cell)) return SILENT;
  const terms = measure.formula.codes.map((id) => measureCell(id, row, table, role));
  if (!terms.every(isKnown)) return SILENT;
  const given: readonly KnownCell[] = terms;
  const range = expressionRange(
    measure.formula,
    given.map((term) => intervalOf(term)),
  );
  const value = measure.formula.evaluate(given.map((term) => term.value));
  if (range === undefined || value === undefined || couldState(range, cell)) return HOLDS;
  const decimals = Math.max(decimalsOfCell(cell), row.traits?.decimals ?? 1);
  const [own] = sideOf([cell], "any");
  return broken(row, own!, role, "QH3", {
    expected: roundHalfAway(value, decimals),
    decimals,
    related: given,
    working: given.map((term) => `${measureLabel(term.measure, table)} ${written(term)}`).join("; "),
  });
}

function measureSubset(measure: Measure, row: FigureRow, table: FigureTable, role: InputRole): RelationOutcome {
  const cell = row.cells[role];
  if (measure.subsetOf === undefined || !isKnown(cell)) return SILENT;
  const whole = measureCell(measure.subsetOf, row, table, role);
  if (!isKnown(whole)) return SILENT;
  if (intervalOf(cell).low <= intervalOf(whole).high) return HOLDS;
  const name = measureLabel(measure.subsetOf, table);
  const [own] = sideOf([cell], "any");
  return broken(row, own!, role, "QH4", {
    expected: whole.value,
    decimals: Math.max(decimalsOfCell(cell), decimalsOfCell(whole)),
    related: [whole],
    other: name,
    working: `${name} ${written(whole)}`,
    soft: measure.subsetSoft ?? false,
  });
}

/** The figure of another measure in the same row and column. */
function measureCell(id: string, row: FigureRow, table: FigureTable, role: InputRole): FigureCell | undefined {
  return row.code === undefined ? undefined : table.byCode.get(figureKey(row.code, id))?.cells[role];
}

function measureLabel(id: string, table: FigureTable): string {
  return table.binding.form?.measures.find((measure) => measure.id === id)?.label ?? id;
}
