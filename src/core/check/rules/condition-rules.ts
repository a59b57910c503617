/** QH8: conditions that a form declares between the figures of several rows. */

import type { Condition } from "../../form/conditions";
import type { Expression } from "../../form/expression";
import { expressionRange } from "../../form/interval-value";
import type { InputRole } from "../../form/types";
import { roundHalfAway, writeFigure, type Interval } from "../../number";
import { figureKey, type FigureCell, type FigureRow, type FigureTable } from "../../table/figures";
import type { Relation } from "../relations";
import { written } from "../rule";
import { broken, HOLDS, labelFor, SILENT, undecided, type RelationOutcome } from "./relation-outcome";
import { isComplete, sideOf, type Side, type Term } from "./relation-side";

/** Noise of adding and subtracting doubles, far below the last decimal of any figure. */
const NOISE = 1e-12;

/** Applies a condition to one column. */
export function checkCondition(
  relation: Extract<Relation, { type: "condition" }>,
  table: FigureTable,
  row: FigureRow,
  role: InputRole,
): RelationOutcome {
  const { condition, missing } = relation;
  const cellOf = (code: string) => table.byCode.get(figureKey(code, ""))?.cells[role];
  const terms = new Map<string, Term | undefined>();
  for (const [{ codes }, strategy] of [
    [condition.left, missing.own],
    [condition.right, missing.others],
  ] as const) {
    sideOf(codes.map(cellOf), strategy).forEach((term, index) => terms.set(codes[index]!, term));
  }
  const { codes } = condition.difference;
  const side: Side = codes.map((code) => terms.get(code));
  const own = terms.get(condition.code);
  if (!own) return SILENT;
  if (!isComplete(side)) {
    const others = codes.filter((code) => code !== condition.code);
    return undecided(
      table,
      row,
      own.cell,
      others,
      others.map((code) => terms.get(code)),
    );
  }
  const range = expressionRange(
    condition.difference,
    side.map(({ interval }) => interval),
  );
  const left = valueOf(condition.left, terms);
  const right = valueOf(condition.right, terms);
  if (range === undefined || left === undefined || right === undefined) return SILENT;
  if (holds(condition.sign, range, NOISE * (Math.abs(left) + Math.abs(right)))) return HOLDS;
  const others = side.filter((term) => term !== own).map(({ cell }) => cell);
  return brokenCondition(condition, table, row, role, { own, others, terms, left, right });
}

function holds(sign: Condition["sign"], { low, high }: Interval, slack: number): boolean {
  if (sign === "<=") return low <= slack;
  if (sign === ">=") return high >= -slack;
  return low <= slack && high >= -slack;
}

interface Sides {
  readonly own: Term;
  readonly others: readonly FigureCell[];
  readonly terms: ReadonlyMap<string, Term | undefined>;
  readonly left: number;
  readonly right: number;
}

function brokenCondition(
  condition: Condition,
  table: FigureTable,
  row: FigureRow,
  role: InputRole,
  { own, others, terms, left, right }: Sides,
): RelationOutcome {
  const decimals = Math.max(...[...terms.values()].map((term) => term?.decimals ?? 0));
  const plain = [condition.left, condition.right].every((side) => signsOf(side) !== undefined);
  return broken(row, own, role, "QH8", {
    expected: right,
    decimals,
    related: others,
    working: sideWords(condition.left, table, terms, left, decimals),
    other: sideWords(condition.right, table, terms, right, decimals),
    variant: plain ? condition.sign : "=",
    gap: plain ? roundHalfAway(left - right, decimals) : null,
    reason: condition.why,
    soft: condition.soft,
  });
}

const valueOf = ({ codes, evaluate }: Expression, terms: ReadonlyMap<string, Term | undefined>) =>
  evaluate(codes.map((code) => terms.get(code)!.value));

/** 1 or -1 for each code of a plain sum or difference; undefined for anything else, which no reader adds up. */
function signsOf({ ratio }: Expression): readonly number[] | undefined {
  if (ratio?.above.constant !== 0 || ratio.below.constant !== 1) return undefined;
  if (ratio.below.factors.some((factor) => factor !== 0)) return undefined;
  const { factors } = ratio.above;
  return factors.every((factor) => Math.abs(factor) === 1) ? factors : undefined;
}

/** "Nông thôn 104.561 + Thành thị 25.066 = 129.627"; of other expressions the figures only. */
function sideWords(
  side: Expression,
  table: FigureTable,
  terms: ReadonlyMap<string, Term | undefined>,
  value: number,
  decimals: number,
): string {
  const words = side.codes.map((code) => {
    const { cell } = terms.get(code)!;
    return `${labelFor(table, cell)} ${written(cell)}`;
  });
  const signs = signsOf(side);
  if (!signs) return words.join("; ");
  const sum = words.map((word, index) => `${signs[index]! < 0 ? "− " : index > 0 ? "+ " : ""}${word}`).join(" ");
  return words.length === 1 ? sum : `${sum} = ${writeFigure(value, decimals)}`;
}
