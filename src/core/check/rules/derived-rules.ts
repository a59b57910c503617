/** SS: the derived columns. A stated result is wrong only when no true values behind its inputs could give it. */

import {
  vsPlan,
  vsPlanRange,
  vsSamePeriod,
  vsSamePeriodRange,
  pointDecimals,
  type Derived,
} from "../../compare/comparison";
import { operandOf } from "../../compare/operand";
import type { Comparison, DerivedRole } from "../../form/types";
import { roundHalfAway, scale, writeFigure, type Interval } from "../../number";
import { columnsOf } from "../../table/binding";
import { isEmpty } from "../../table/grid";
import { inferKind, isGiven, type FigureCell, type FigureRow, type FigureTable } from "../../table/figures";
import type { Draft, RuleId } from "../finding";
import {
  aboutCell,
  couldState,
  decimalsOfCell,
  intervalOf,
  isFewTyped,
  isKnown,
  isTextRow,
  written,
  type Rule,
} from "../rule";

const COMPARISONS: readonly Comparison[] = ["percent", "points", "difference"];

/** Points are a difference, too: in a row of nobody's form the value tells no more than these two apart. */
const UNNAMED: readonly Comparison[] = ["percent", "difference"];

/** A dash in a derived cell says "nothing to compare" or "no change"; the finest it can claim is one decimal. */
const DASH_DECIMALS = 1;

/** The ways in which a row's same period may be compared: one where the form says it, else what its label leaves open. */
function comparisonsOf(row: FigureRow): readonly Comparison[] {
  if (row.traits) return [row.traits.comparison];
  const kind = inferKind(row.label);
  return kind === "rate" || kind === "ratio" ? ["points"] : UNNAMED;
}

/** What a derived cell should hold, and every value it may truly have. */
interface Expected {
  readonly derived: Derived;
  readonly range?: Interval;
}

function expectedPlan(row: FigureRow): Expected | undefined {
  const { actual, plan } = row.cells;
  if (!actual || !plan) return undefined;
  const derived = vsPlan(operandOf(actual), operandOf(plan));
  const known = isKnown(actual) && isKnown(plan);
  const range = known ? vsPlanRange(intervalOf(actual), intervalOf(plan)) : undefined;
  return { derived, ...(range && { range }) };
}

function expectedSamePeriod(row: FigureRow, comparison: Comparison): Expected | undefined {
  const { actual, samePeriod } = row.cells;
  if (!actual || !samePeriod) return undefined;
  const decimals = row.traits && pointDecimals(comparison, row.traits.decimals);
  const derived = vsSamePeriod(operandOf(actual), operandOf(samePeriod), comparison, decimals);
  if (!isKnown(actual) || !isKnown(samePeriod)) return { derived };
  const bothNothing = comparison === "percent" && actual.value === 0 && samePeriod.value === 0;
  const range = bothNothing
    ? { low: 0, high: 0 }
    : vsSamePeriodRange(intervalOf(actual), intervalOf(samePeriod), comparison);
  return { derived, ...(range && { range }) };
}

/** Whether the stated figure may follow from its inputs. */
function follows(cell: FigureCell, range: Interval): boolean {
  return couldState(range, cell, cell.figure.kind === "none" ? DASH_DECIMALS : undefined);
}

function checkPlan(row: FigureRow): readonly Draft[] {
  const cell = row.cells.vsPlan;
  const expected = cell && expectedPlan(row);
  if (!cell || !expected || isTextRow(row)) return [];
  const inputs = [row.cells.actual!, row.cells.plan!];
  return compareWith(cell, row, inputs, [expected], "SS1");
}

function checkSamePeriod(row: FigureRow): readonly Draft[] {
  const cell = row.cells.vsSamePeriod;
  const comparisons = comparisonsOf(row);
  const expected = comparisons.flatMap((comparison) => expectedSamePeriod(row, comparison) ?? []);
  if (!cell || expected.length === 0 || isTextRow(row)) return [];
  const inputs = [row.cells.actual!, row.cells.samePeriod!];
  const found = compareWith(cell, row, inputs, expected, "SS2");
  const stale = found.find((draft) => draft.rule === "SS2");
  if (!stale || cell.figure.kind === "none") return found;
  const used = COMPARISONS.find((comparison) => {
    const range = expectedSamePeriod(row, comparison)?.range;
    return range !== undefined && follows(cell, range);
  });
  // A count without decimals cannot be told from points by its value: the two differ in name only.
  if (used === undefined || !row.traits) return found;
  return [{ ...stale, rule: "SS3", facts: { ...stale.facts, variant: variantOf(row.traits.comparison) } }];
}

/** The wording for a wrong method, by the right one: only counts are said to be taken as a mere difference. */
function variantOf(right: Comparison): string {
  if (right === "points") return "points";
  return right === "percent" ? "difference" : "percent";
}

function compareWith(
  cell: FigureCell,
  row: FigureRow,
  inputs: readonly FigureCell[],
  expected: readonly Expected[],
  rule: RuleId,
): readonly Draft[] {
  // Error values and unreadable texts are the number rules' to say; a formula without a result was never calculated.
  if (cell.figure.kind !== "number" && cell.figure.kind !== "none" && cell.figure.kind !== "missing") return [];
  if (isEmpty(cell.cell) && cell.cell?.formula !== undefined) return [];
  const first = expected[0]!;
  const related = inputs.map((input) => input.at);
  const working = workingOf(row, inputs, first.derived);

  if (expected.every(({ derived }) => derived.kind === "blank")) {
    if (cell.value === undefined || cell.figure.kind === "none" || first.derived.kind !== "blank") return [];
    const missing = asIfZero(cell, inputs, first.derived.why);
    const formula = cell.cell?.formula !== undefined;
    const facts = { expected: "trống", working, variant: first.derived.why, formula };
    return [
      { ...aboutCell(missing ? "SS4" : "SS7", cell, row, facts), expected: null, related, ...editTo(cell, null) },
    ];
  }
  if (cell.value === undefined) {
    // Where nothing happened in either period there is nothing to fill in.
    if (inputs.every((input) => input.value === 0) || first.derived.kind === "blank") return [];
    const facts = { expected: writeDerived(first.derived), working };
    return [
      {
        ...aboutCell("SS6", cell, row, facts),
        expected: first.derived.value,
        related,
        ...editTo(cell, first.derived.value),
      },
    ];
  }
  const ranges = expected.flatMap(({ range }) => range ?? []);
  if (ranges.length === 0 || ranges.some((range) => follows(cell, range))) return [];
  if (first.derived.kind === "blank") return [];
  const { value, decimals } = first.derived;
  return [
    {
      ...aboutCell(rule, cell, row, { expected: writeDerived(first.derived), working }),
      expected: value,
      gap: roundHalfAway(cell.value - value, Math.max(decimals, decimalsOfCell(cell))),
      related,
      ...editTo(cell, value),
    },
  ];
}

/** Whether the stated figure is what comes out when the missing figure is taken for zero. */
function asIfZero(cell: FigureCell, inputs: readonly FigureCell[], why: string): boolean {
  const [actual, base] = inputs;
  if (why === "no-same-period" && isKnown(actual)) return follows(cell, intervalOf(actual));
  if (why !== "no-actual" || !isKnown(base)) return false;
  if (cell.role === "vsPlan") return cell.value === 0;
  return cell.value === -100 || follows(cell, scale(intervalOf(base), -1));
}

/** Only a typed figure is replaced by a value; a formula is mended by filling again. */
function editTo(cell: FigureCell, value: number | null): Pick<Draft, "edit"> {
  return cell.cell?.formula === undefined ? { edit: { row: cell.row, column: cell.column, value } } : {};
}

function writeDerived(derived: Extract<Derived, { kind: "value" }>): string {
  return writeFigure(derived.value, derived.decimals);
}

/** "1.200 / 1.750 × 100 = 68,6" and the like. */
function workingOf(row: FigureRow, inputs: readonly FigureCell[], derived: Derived): string {
  const [actual, base] = inputs.map(written) as [string, string];
  if (derived.kind === "blank") return "";
  const result = writeDerived(derived);
  if (inputs[1]?.role === "plan") return `${actual} / ${base} × 100 = ${result}`;
  const comparison = comparisonsOf(row)[0];
  if (comparison === "percent") return `(${actual} / ${base} − 1) × 100 = ${result}`;
  return `${actual} − ${base} = ${result}${comparison === "points" ? " điểm" : ""}`;
}

const stalePlan: Rule = { id: "SS1", level: "error", row: checkPlan };
const staleSamePeriod: Rule = { id: "SS2", level: "error", row: checkSamePeriod };

/** Only named here: SS1 and SS2 find these as they look at the same cells. */
const wrongMethod: Rule = { id: "SS3", level: "error" };
const missingAsZero: Rule = { id: "SS4", level: "error" };
const notFilled: Rule = { id: "SS6", level: "warning" };
const nothingToCompare: Rule = { id: "SS7", level: "error" };

/** A number typed over a formula in a column of formulas: right today, stale tomorrow. */
const typedOver: Rule = {
  id: "SS5",
  level: "warning",
  table: (table) => {
    const roles: readonly DerivedRole[] = ["vsPlan", "vsSamePeriod"];
    return roles.flatMap((role) =>
      columnsOf(table.binding, role).flatMap((column) => typedOverIn(table, role, column.measure)),
    );
  },
};

function typedOverIn(table: FigureTable, role: DerivedRole, measure: string): Draft[] {
  const filled = table.rows.flatMap((row) => {
    const cell = row.measure.id === measure ? row.cells[role] : undefined;
    return cell && isGiven(cell) ? [{ row, cell }] : [];
  });
  const typed = filled.filter(({ cell }) => cell.cell?.formula === undefined);
  if (!isFewTyped(typed.length, filled.length)) return [];
  // A dash says that there is nothing to compare; once there is, it does not follow from its inputs.
  return typed.flatMap(({ row, cell }) =>
    cell.figure.kind === "number"
      ? [aboutCell("SS5", cell, row, isPassedOver(row, cell) ? { variant: "unknown" } : {})]
      : [],
  );
}

/** Whether filling leaves the cell as it is: of a row of nobody's form only the label could say how it is compared. */
function isPassedOver(row: FigureRow, cell: FigureCell): boolean {
  return cell.role === "vsSamePeriod" && !row.traits && inferKind(row.label) === undefined;
}

export const derivedRules: readonly Rule[] = [
  stalePlan,
  staleSamePeriod,
  wrongMethod,
  missingAsZero,
  typedOver,
  notFilled,
  nothingToCompare,
];
