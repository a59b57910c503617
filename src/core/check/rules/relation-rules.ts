/** QH: relations between rows, held by KH, TH and CK alike, and between the measures of one row. */

import { expressionRange } from "../../form/interval-value";
import { traitsOf, type InputRole, type Measure } from "../../form/types";
import { overlaps, roundHalfAway, writeFigure, type Interval } from "../../number";
import { figureKey, type FigureCell, type FigureRow, type FigureTable } from "../../table/figures";
import { shortLabel } from "../../text/label";
import type { Draft, Level, RuleId, Unchecked } from "../finding";
import { relationsOf, type Relation } from "../relations";
import {
  aboutCell,
  couldState,
  decimalsOfCell,
  INPUT_ROLES,
  intervalOf,
  isKnown,
  type KnownCell,
  labelOf,
  roleWords,
  written,
} from "../rule";

/** What came of applying one relation to one column. */
export type RelationOutcome =
  | { readonly kind: "holds" }
  | { readonly kind: "broken"; readonly draft: Draft }
  /** Figures are missing, so nobody can say. */
  | { readonly kind: "undecided"; readonly unchecked: Unchecked }
  /** The relation says nothing about these cells. */
  | { readonly kind: "silent" };

const HOLDS: RelationOutcome = { kind: "holds" };
const SILENT: RelationOutcome = { kind: "silent" };

/** The rule that each relation is checked by. */
export const RELATION_RULES: Readonly<Record<Relation["type"], RuleId>> = {
  total: "QH1",
  part: "QH2",
  rate: "QH3",
  subset: "QH4",
  new: "QH5",
  cumulative: "QH6",
  same: "QH7",
};

/**
 * A contradiction in TH is for the sender to mend. KH was assigned by decision and CK published last year: there it
 * is mended or explained.
 */
const levelOf = (role: InputRole): Level => (role === "actual" ? "error" : "warning");

/** Applies every relation of the form to every input column and measure, one after the other. */
export function* relationOutcomes(table: FigureTable): Generator<RelationOutcome, void, void> {
  const { form } = table.binding;
  if (!form) return;
  for (const measure of form.measures) {
    for (const role of INPUT_ROLES) {
      for (const relation of relationsOf(form)) yield applyRelation(relation, table, measure, role);
    }
  }
  yield* measureOutcomes(table);
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
    case "total":
      return checkTotal(relation.expression.codes, table, row, cell, role);
    case "rate":
      return checkRate(relation, table, row, cell, role);
    case "cumulative":
      return role === "actual" ? checkCumulative(row, cell) : SILENT;
    case "same":
      return comparePair(relation, table, row, cell, role, (own, other) => overlaps(own, other));
    case "part":
    case "subset":
    case "new":
      return comparePair(relation, table, row, cell, role, (own, other) => own.low <= other.high);
  }
}

/** Whether a relation of rows speaks of figures of this kind. */
export function sumsLike(kind: string, relation: Relation): boolean {
  const counts = kind === "count" || kind === "money";
  return relation.type === "rate" ? !counts : counts || relation.type === "same";
}

function others(
  table: FigureTable,
  codes: readonly string[],
  measure: Measure,
  role: InputRole,
): (FigureCell | undefined)[] {
  return codes.map((code) => table.byCode.get(figureKey(code, measure.id))?.cells[role]);
}

function undecided(row: FigureRow, cell: FigureCell, missing: string): RelationOutcome {
  const unchecked: Unchecked = {
    reason: "missing-figure",
    cell: cell.at,
    ...(row.code && { code: row.code }),
    column: cell.role,
    message: `Chưa đối chiếu được ${roleWords(cell.role)} của “${labelOf(row)}”: thiếu số của ${missing}.`,
  };
  return { kind: "undecided", unchecked };
}

function missingLabels(
  table: FigureTable,
  codes: readonly string[],
  cells: readonly (FigureCell | undefined)[],
): string {
  const names = codes.filter((_, index) => !isKnown(cells[index]));
  return names.map((code) => `“${shortLabel(table.binding.form?.byCode.get(code)?.label ?? code)}”`).join(", ");
}

function checkTotal(
  codes: readonly string[],
  table: FigureTable,
  row: FigureRow,
  cell: FigureCell,
  role: InputRole,
): RelationOutcome {
  if (!isKnown(cell)) return SILENT;
  const parts = others(table, codes, row.measure, role);
  const given = parts.filter(isKnown);
  if (given.length === 0) return SILENT;
  const range: Interval = {
    low: given.reduce((sum, part) => sum + intervalOf(part).low, 0),
    high: given.reduce((sum, part) => sum + intervalOf(part).high, 0),
  };
  if (given.length < parts.length) {
    // Parts are missing, yet those given already exceed the total: wrong whatever the missing ones are.
    if (range.low <= intervalOf(cell).high) return undecided(row, cell, missingLabels(table, codes, parts));
  } else if (overlaps(range, intervalOf(cell))) return HOLDS;
  const decimals = Math.max(decimalsOfCell(cell), ...given.map((part) => decimalsOfCell(part)));
  const sum = roundHalfAway(
    given.reduce((total, part) => total + part.value, 0),
    decimals,
  );
  return broken(row, cell, role, "QH1", {
    expected: sum,
    decimals,
    related: given,
    working: `${given.map((part) => `${labelFor(table, part)} ${written(part)}`).join(" + ")} = ${writeFigure(sum, decimals)}`,
  });
}

function checkRate(
  relation: Extract<Relation, { expression: unknown }>,
  table: FigureTable,
  row: FigureRow,
  cell: FigureCell,
  role: InputRole,
): RelationOutcome {
  if (!isKnown(cell)) return SILENT;
  const { codes } = relation.expression;
  const terms = others(table, codes, row.measure, role);
  if (!terms.some(isKnown)) return SILENT;
  if (!terms.every(isKnown)) return undecided(row, cell, missingLabels(table, codes, terms));
  const given: readonly KnownCell[] = terms;
  const range = expressionRange(
    relation.expression,
    given.map((term) => intervalOf(term)),
  );
  const value = relation.expression.evaluate(given.map((term) => term.value));
  if (range === undefined || value === undefined) return SILENT;
  if (couldState(range, cell)) return HOLDS;
  const decimals = Math.max(decimalsOfCell(cell), row.traits?.decimals ?? 1);
  return broken(row, cell, role, "QH3", {
    expected: roundHalfAway(value, decimals),
    decimals,
    related: given,
    working: given.map((term) => `${labelFor(table, term)} ${written(term)}`).join("; "),
  });
}

function checkCumulative(row: FigureRow, cell: FigureCell): RelationOutcome {
  const before = row.cells.samePeriod;
  // A measure may accrue otherwise than its row.
  if (row.traits?.accrual !== "cumulative") return SILENT;
  if (!isKnown(cell) || !isKnown(before)) return SILENT;
  if (intervalOf(cell).high >= intervalOf(before).low) return HOLDS;
  const decimals = Math.max(decimalsOfCell(cell), decimalsOfCell(before));
  return broken(row, cell, "actual", "QH6", {
    expected: before.value,
    decimals,
    related: [before],
    other: written(before),
  });
}

function comparePair(
  relation: Extract<Relation, { other: string }>,
  table: FigureTable,
  row: FigureRow,
  cell: FigureCell,
  role: InputRole,
  fits: (own: Interval, other: Interval) => boolean,
): RelationOutcome {
  const [other] = others(table, [relation.other], row.measure, role);
  if (!isKnown(cell) || !isKnown(other)) return SILENT;
  if (fits(intervalOf(cell), intervalOf(other))) return HOLDS;
  return broken(row, cell, role, RELATION_RULES[relation.type], {
    expected: other.value,
    decimals: Math.max(decimalsOfCell(cell), decimalsOfCell(other)),
    related: [other],
    other: labelFor(table, other) === labelOf(row) ? "ở mục khác" : `“${labelFor(table, other)}”`,
    working: `${labelFor(table, other)} ${written(other)}`,
  });
}

/** Relations between the measures of one row: no more deaths than cases, a rate of one row's own figures. */
function measureOutcomes(table: FigureTable): RelationOutcome[] {
  const measures = table.binding.form?.measures ?? [];
  const related = measures.filter((measure) => measure.subsetOf || measure.formula);
  if (related.length === 0) return [];
  return table.rows.flatMap((row) => {
    const measure = related.find((candidate) => candidate === row.measure);
    if (!measure || row.code === undefined) return [];
    return INPUT_ROLES.flatMap((role) => [
      measureRate(measure, row, table, role),
      measureSubset(measure, row, table, role),
    ]);
  });
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
  return broken(row, cell, role, "QH3", {
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
  return broken(row, cell, role, "QH4", {
    expected: whole.value,
    decimals: Math.max(decimalsOfCell(cell), decimalsOfCell(whole)),
    related: [whole],
    other: name,
    working: `${name} ${written(whole)}`,
  });
}

/** The figure of another measure in the same row and column. */
function measureCell(id: string, row: FigureRow, table: FigureTable, role: InputRole): FigureCell | undefined {
  return row.code === undefined ? undefined : table.byCode.get(figureKey(row.code, id))?.cells[role];
}

function measureLabel(id: string, table: FigureTable): string {
  return table.binding.form?.measures.find((measure) => measure.id === id)?.label ?? id;
}

interface Break {
  readonly expected: number;
  readonly decimals: number;
  readonly related: readonly FigureCell[];
  readonly working?: string;
  readonly other?: string;
}

function broken(row: FigureRow, cell: FigureCell, role: InputRole, rule: RuleId, found: Break): RelationOutcome {
  const gap = roundHalfAway(cell.value! - found.expected, found.decimals);
  const { low = -Infinity, high = Infinity } = row.traits?.bounds ?? {};
  const impossible = rule === "QH3" && (found.expected < low || found.expected > high);
  const draft: Draft = {
    ...aboutCell(rule, cell, row, {
      ...(impossible && { variant: "impossible" }),
      expected: writeFigure(found.expected, found.decimals),
      gap: writeFigure(Math.abs(gap), found.decimals),
      ...(found.working !== undefined && { working: found.working }),
      ...(found.other !== undefined && { other: found.other }),
    }),
    level: levelOf(role),
    // What is not to be exceeded is no value to write there: only sums and rates say what the cell should be.
    expected: rule === "QH1" || (rule === "QH3" && !impossible) ? found.expected : null,
    gap,
    related: found.related.map((other) => other.at),
  };
  return { kind: "broken", draft };
}

function labelFor(table: FigureTable, cell: FigureCell): string {
  return shortLabel(table.bySheetRow.get(cell.row)?.label ?? cell.at);
}
