/** QH: relations between rows, held by KH, TH and CK alike, and between the measures of one row. */

import { expressionRange } from "../../form/interval-value";
import { isIndicator, traitsOf, type InputRole, type Measure } from "../../form/types";
import { overlaps, roundHalfAway, roundingInterval, writeFigure, type Interval } from "../../number";
import { figureKey, type FigureCell, type FigureRow, type FigureTable } from "../../table/figures";
import { kept } from "../../table/kept";
import { relationsOf, type Relation } from "../relations";
import { couldState, INPUT_ROLES, isKnown, labelOf, written } from "../rule";
import { checkCondition } from "./condition-rules";
import { measureOutcomes } from "./measure-relations";
import { broken, HOLDS, labelFor, RELATION_RULES, SILENT, undecided, type RelationOutcome } from "./relation-outcome";
import { isComplete, sideOf, type Side, type Term } from "./relation-side";

export { RELATION_RULES, type RelationOutcome } from "./relation-outcome";

/** Applies every relation of the form to every input column and measure, one after the other. */
export function* relationOutcomes(table: FigureTable): Generator<RelationOutcome, void, void> {
  const { form } = table.binding;
  if (!form) return;
  for (const measure of form.measures) {
    const outcomes: (readonly RelationOutcome[])[] = [];
    for (const relation of relationsOf(form)) {
      const inRoles = kept(table, inEveryRole, relation, measure);
      outcomes.push(inRoles);
      yield inRoles[0]!;
    }
    for (const index of INPUT_ROLES.keys()) if (index > 0) for (const outcome of outcomes) yield outcome[index]!;
  }
  yield* measureOutcomes(table);
}

function inEveryRole(table: FigureTable, relation: Relation, measure: Measure): readonly RelationOutcome[] {
  return INPUT_ROLES.map((role) => applyRelation(relation, table, measure, role));
}

/** How many outcomes {@link relationOutcomes} has at most, for telling how far a check has come. */
export function relationCount(table: FigureTable): number {
  const { form } = table.binding;
  if (!form) return 0;
  return form.measures.length * INPUT_ROLES.length * relationsOf(form).length + table.rows.length;
}

/** Applies one relation to one column; what a changed cell calls for again. */
export function applyRelation(
  relation: Relation,
  table: FigureTable,
  measure: Measure,
  role: InputRole,
): RelationOutcome {
  const row = table.byCode.get(figureKey(relation.code, measure.id));
  const cell = row?.cells[role];
  if (!row?.indicator || !cell) return SILENT;
  // The row's relations speak of its first measure's kind of figures: a sum of beds is no sum of occupancy rates.
  if (measure.id !== "" && !sumsLike(traitsOf(row.indicator, measure).kind, relation)) return SILENT;
  switch (relation.type) {
    case "condition":
      return checkCondition(relation, table, row, role);
    case "cumulative":
      return role === "actual" ? checkCumulative(relation, row, cell) : SILENT;
    case "total":
    case "rate": {
      const [own] = sideOf([cell], relation.missing.own);
      if (!own) return SILENT;
      const others = sideOf(cellsOf(table, relation.expression.codes, measure, role), relation.missing.others);
      const check = relation.type === "total" ? checkTotal : checkRate;
      return check({ relation, table, row, own, others, role });
    }
    default: {
      const [own] = sideOf([cell], relation.missing.own);
      if (!own) return SILENT;
      const others = sideOf(cellsOf(table, [relation.other], measure, role), relation.missing.others);
      return comparePair({ relation, table, row, own, others, role });
    }
  }
}

/** Whether a relation of rows speaks of figures of this kind. */
export function sumsLike(kind: string, relation: Relation): boolean {
  const counts = kind === "count" || kind === "money";
  if (relation.type === "condition") return false;
  return relation.type === "rate" ? !counts : counts || relation.type === "same";
}

function cellsOf(
  table: FigureTable,
  codes: readonly string[],
  measure: Measure,
  role: InputRole,
): (FigureCell | undefined)[] {
  return codes.map((code) => table.byCode.get(figureKey(code, measure.id))?.cells[role]);
}

/** A relation with the figures that it speaks of. */
interface Applied<R extends Relation> {
  readonly relation: R;
  readonly table: FigureTable;
  readonly row: FigureRow;
  readonly own: Term;
  readonly others: Side;
  readonly role: InputRole;
}

type Made = Extract<Relation, { type: "total" | "rate" }>;

function checkTotal({ relation, table, row, own, others, role }: Applied<Made>): RelationOutcome {
  const { codes } = relation.expression;
  const given = others.filter((term) => term !== undefined);
  const range: Interval = {
    low: given.reduce((sum, { interval }) => sum + interval.low, 0),
    high: given.reduce((sum, { interval }) => sum + interval.high, 0),
  };
  if (given.length === 0 || !isComplete(others)) {
    // Parts are missing, yet those given already exceed the total: wrong whatever the missing ones are.
    const exceeded = given.length > 0 && range.low > own.interval.high;
    if (!exceeded || !missingOnlyAdds(codes, others, table)) return undecided(table, row, own.cell, codes, others);
  } else if (overlaps(range, own.interval)) return HOLDS;
  // Whole counts add up to a whole count, also where a sheet shows them as "15.575,0".
  const exact = range.low === range.high && Number.isInteger(range.low);
  const decimals = exact ? 0 : Math.max(own.decimals, ...given.map((term) => term.decimals));
  const sum = roundHalfAway(
    given.reduce((total, { value }) => total + value, 0),
    decimals,
  );
  const words = given.map(({ cell }) => `${labelFor(table, cell)} ${written(cell)}`).join(" + ");
  return broken(row, own, role, "QH1", {
    expected: sum,
    decimals,
    related: cellsGiven(given),
    working: `${words} = ${writeFigure(sum, decimals)}`,
  });
}

/** Whether none of the missing parts could be negative. */
function missingOnlyAdds(codes: readonly string[], others: Side, table: FigureTable): boolean {
  return codes.every((code, index) => {
    const definition = table.binding.form?.byCode.get(code);
    return others[index] !== undefined || (isIndicator(definition) && (definition.bounds?.low ?? 0) >= 0);
  });
}

function checkRate({ relation, table, row, own, others, role }: Applied<Made>): RelationOutcome {
  const { expression } = relation;
  if (!isComplete(others)) return undecided(table, row, own.cell, expression.codes, others);
  const range = expressionRange(
    expression,
    others.map(({ interval }) => interval),
  );
  const value = expression.evaluate(others.map((term) => term.value));
  if (range === undefined || value === undefined) return SILENT;
  if (states(range, own)) return HOLDS;
  const decimals = Math.max(own.decimals, row.traits?.decimals ?? 1);
  return broken(row, own, role, "QH3", {
    expected: roundHalfAway(value, decimals),
    decimals,
    related: cellsGiven(others),
    working: others.map(({ cell }) => `${labelFor(table, cell)} ${written(cell)}`).join("; "),
  });
}

/** Whether the row's figure states some true value of the range; a cell left blank that counts as none states zero. */
function states(range: Interval, { cell, value, decimals }: Term): boolean {
  return isKnown(cell) ? couldState(range, cell) : overlaps(range, roundingInterval(value, decimals));
}

function checkCumulative(relation: Relation, row: FigureRow, cell: FigureCell): RelationOutcome {
  // A measure may accrue otherwise than its row.
  if (row.traits?.accrual !== "cumulative") return SILENT;
  const [own] = sideOf([cell], relation.missing.own);
  const [before] = sideOf([row.cells.samePeriod], relation.missing.others);
  if (!own || !before) return SILENT;
  if (own.interval.high >= before.interval.low) return HOLDS;
  return broken(row, own, "actual", "QH6", {
    expected: before.value,
    decimals: Math.max(own.decimals, before.decimals),
    related: cellsGiven([before]),
    other: written(before.cell),
  });
}

type Pair = Extract<Relation, { other: string }>;

function comparePair({ relation, table, row, own, others, role }: Applied<Pair>): RelationOutcome {
  const [other] = others;
  if (!other) return undecided(table, row, own.cell, [relation.other], others);
  const fits =
    relation.type === "same" ? overlaps(own.interval, other.interval) : own.interval.low <= other.interval.high;
  if (fits) return HOLDS;
  const name = labelFor(table, other.cell);
  return broken(row, own, role, RELATION_RULES[relation.type], {
    expected: other.value,
    decimals: Math.max(own.decimals, other.decimals),
    related: cellsGiven([other]),
    other: name === labelOf(row) ? "ở mục khác" : `“${name}”`,
    working: `${name} ${written(other.cell)}`,
  });
}

const cellsGiven = (terms: readonly Term[]): FigureCell[] => terms.map(({ cell }) => cell);
