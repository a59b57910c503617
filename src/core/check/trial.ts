/** What would become of the relations if some figures were others: for telling a slip from a true change. */

import type { InputRole, Measure } from "../form/types";
import { point, roundHalfAway, roundingInterval } from "../number";
import { figureKey, type FigureRow, type FigureTable } from "../table/figures";
import type { Relation } from "./relations";
import { relationsByCode } from "./relations-by-code";
import { isKnown } from "./rule";
import { applyRelation } from "./rules/relation-rules";

/** Another figure for a row's column. */
export interface Change {
  readonly row: FigureRow;
  readonly role: InputRole;
  readonly value: number;
  readonly decimals: number;
}

/** The table with other figures in some cells; only what looks rows up by code sees them. */
function withChanges(table: FigureTable, changes: readonly Change[]): FigureTable {
  const changed = new Map<string, FigureRow>();
  for (const { row, role, value, decimals } of changes) {
    const key = figureKey(row.code ?? "", row.measure.id);
    const before = changed.get(key) ?? row;
    const cell = before.cells[role];
    if (!isKnown(cell)) continue;
    const exact = cell.interval.low === cell.interval.high && Number.isInteger(value);
    const interval = exact ? point(value) : roundingInterval(value, decimals);
    changed.set(key, { ...before, cells: { ...before.cells, [role]: { ...cell, value, decimals, interval } } });
  }
  return { ...table, byCode: { get: (key) => changed.get(key) ?? table.byCode.get(key) } };
}

/** Which of the relations around some rows are broken in a column, and which hold. */
export interface Standing {
  readonly broken: ReadonlySet<Relation>;
  readonly holding: ReadonlySet<Relation>;
}

/** How the relations around some rows stand in a column, with changes of figures. */
export function standing(
  table: FigureTable,
  rows: readonly FigureRow[],
  measure: Measure,
  role: InputRole,
  changes: readonly Change[] = [],
): Standing {
  const { form } = table.binding;
  const broken = new Set<Relation>();
  const holding = new Set<Relation>();
  if (!form) return { broken, holding };
  const tried = changes.length === 0 ? table : withChanges(table, changes);
  for (const relation of new Set(rows.flatMap(({ code }) => relationsByCode(form).get(code ?? "") ?? []))) {
    // That what accumulates does not fall is said of TH, and speaks of CK as well.
    const asked = relation.type === "cumulative" && role === "samePeriod" ? "actual" : role;
    const { kind } = applyRelation(relation, tried, measure, asked);
    if (kind === "broken") broken.add(relation);
    if (kind === "holds") holding.add(relation);
  }
  return { broken, holding };
}

/** Whether a change would break a relation that holds now. */
export function contradicts(table: FigureTable, change: Change): boolean {
  const { row, role } = change;
  const before = standing(table, [row], row.measure, role);
  if (before.holding.size === 0) return false;
  const { broken } = standing(table, [row], row.measure, role, [change]);
  return [...broken].some((relation) => before.holding.has(relation));
}

/** A figure moved by powers of ten, without the noise of multiplication. */
export function shifted(value: number, decimals: number, power: number): { value: number; decimals: number } {
  const left = Math.max(0, decimals - power);
  return { value: roundHalfAway(value * 10 ** power, left), decimals: left };
}
