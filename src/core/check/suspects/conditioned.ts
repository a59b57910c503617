/** The conditions of a form as constraints: each is solved for one cell while the others keep within their boxes. */

import type { Relation } from "../relations";
import type { KnownCell } from "../rule";
import { ANYTHING, type Box } from "./box";
import { keyOf, linear, type Constraint } from "./constraint";

type ConditionRelation = Extract<Relation, { type: "condition" }>;

/** So many cells at most are tried at the ends of their boxes; a condition of more is not solved. */
const MAX_CELLS = 6;

/**
 * A condition as a constraint: exact for sums and differences, and for products of figures such as those that two rates
 * of one denominator make.
 *
 * @returns undefined where figures are missing, or where a cell stands in it otherwise than as a factor (min, max)
 */
export function conditioned(
  relation: ConditionRelation,
  cellOf: (code: string) => KnownCell | undefined,
): Constraint | undefined {
  const { codes } = relation.expression;
  const found = codes.map(cellOf);
  if (!found.every((cell) => cell !== undefined)) return undefined;
  const own = codes.indexOf(relation.code);
  // The row's own cell first, as in the finding.
  const order = [own, ...codes.map((_, index) => index).filter((index) => index !== own)];
  const cells = order.map((index) => found[index]!);
  return sum(relation, cells, order) ?? product(relation, cells, order);
}

/** What the difference of the sides may be. */
function allowedBy({ condition }: ConditionRelation): Box {
  return {
    low: condition.sign === "<=" ? -Infinity : 0,
    high: condition.sign === ">=" ? Infinity : 0,
  };
}

function sum(
  relation: ConditionRelation,
  cells: readonly KnownCell[],
  order: readonly number[],
): Constraint | undefined {
  const { ratio } = relation.expression;
  if (!ratio || ratio.below.constant === 0 || ratio.below.factors.some((factor) => factor !== 0)) return undefined;
  const factors = order.map((index) => ratio.above.factors[index]! / ratio.below.constant);
  if (factors.includes(0)) return undefined;
  const shift = -ratio.above.constant / ratio.below.constant;
  const { low, high } = allowedBy(relation);
  return linear("QH8", cells, factors, { low: low + shift, high: high + shift });
}

function product(
  relation: ConditionRelation,
  cells: readonly KnownCell[],
  order: readonly number[],
): Constraint | undefined {
  if (cells.length > MAX_CELLS) return undefined;
  const difference = (figures: readonly number[]): number => {
    const values: number[] = [];
    order.forEach((at, index) => (values[at] = figures[index]!));
    return relation.expression.evaluate(values) ?? NaN;
  };
  const stated = cells.map(({ value }) => value);
  if (!cells.every((_, index) => isFactor(difference, stated, index))) return undefined;
  const allowed = allowedBy(relation);
  return {
    key: keyOf("QH8", cells),
    cells,
    tight: allowed.low === allowed.high,
    narrow: (index, boxes) => solveFor(difference, index, boxes, allowed),
  };
}

/** Whether the difference rises or falls in step with a figure, all others being what they are. */
function isFactor(difference: (figures: readonly number[]) => number, stated: readonly number[], index: number) {
  const [zero, one, two] = [0, 1, 2].map((value) => difference(stated.map((own, at) => (at === index ? value : own))));
  const step = one! - zero!;
  return step !== 0 && Math.abs(two! - one! - step) <= 1e-9 * Math.max(1, Math.abs(zero!), Math.abs(two!));
}

/** The values of one figure with which the difference may be as allowed, over every corner of the others' boxes. */
function solveFor(
  difference: (figures: readonly number[]) => number,
  index: number,
  boxes: readonly Box[],
  allowed: Box,
): Box {
  const others = boxes.map((box, at) => (at === index ? { low: 0, high: 0 } : box));
  if (others.some(({ low, high }) => !Number.isFinite(low) || !Number.isFinite(high))) return ANYTHING;
  let found: Box | undefined;
  for (let corner = 0; corner < 2 ** boxes.length; corner += 1) {
    const figures = others.map(({ low, high }, at) => (corner & (1 << at) ? high : low));
    const at = (value: number) => difference(figures.map((figure, other) => (other === index ? value : figure)));
    const base = at(0);
    const slope = at(1) - base;
    if (!Number.isFinite(slope) || slope === 0) return ANYTHING;
    const ends = [(allowed.low - base) / slope, (allowed.high - base) / slope] as const;
    const own: Box = { low: Math.min(...ends), high: Math.max(...ends) };
    found = found ? { low: Math.min(found.low, own.low), high: Math.max(found.high, own.high) } : own;
  }
  return found ?? ANYTHING;
}
