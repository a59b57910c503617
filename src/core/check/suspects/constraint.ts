/** A relation between cells as the search sees it: what a cell may hold while the others keep within their boxes. */

import type { Expression } from "../../form/expression";
import type { Linear } from "../../form/expression-shape";
import { expressionRange } from "../../form/interval-value";
import type { RuleId } from "../finding";
import type { KnownCell } from "../rule";
import { ANYTHING, exactly, minus, over, plus, times, timesNumber, type Box } from "./box";

export interface Constraint {
  /** Rule and cells: the same as a finding of that rule about the same cells has. */
  readonly key: string;
  /** The relation's own cell first. */
  readonly cells: readonly KnownCell[];
  /** Whether it ties its cells to each other: of inequalities, which hold over wide ranges, little is proved. */
  readonly tight: boolean;
  /**
   * What cell `index` may truly be while every other is somewhere within its box. Exact where the others are
   * independent of each other, which they are in sums and in rates of one figure over another.
   */
  readonly narrow: (index: number, boxes: readonly Box[]) => Box;
}

/** The key of a constraint, and of the finding that says it is broken. */
export function constraintKey(rule: RuleId, cell: string, others: readonly string[]): string {
  return [rule, cell, ...others].join(" ");
}

/** The key of a constraint of these cells, its own first. */
export function keyOf(rule: RuleId, [own, ...others]: readonly KnownCell[]): string {
  return constraintKey(
    rule,
    own?.at ?? "",
    others.map(({ at }) => at),
  );
}

/** The sum of `factors[i] × cells[i]`, no factor zero, lies within `allowed`. */
export function linear(
  rule: RuleId,
  cells: readonly KnownCell[],
  factors: readonly number[],
  allowed: Box,
): Constraint {
  return {
    key: keyOf(rule, cells),
    cells,
    tight: allowed.low === allowed.high,
    narrow: (index, boxes) => {
      // Plain numbers: this is where the search spends its time.
      let { low, high } = allowed;
      for (let other = 0; other < boxes.length; other += 1) {
        if (other === index) continue;
        const factor = factors[other]!;
        const box = boxes[other]!;
        low -= factor * (factor > 0 ? box.high : box.low);
        high -= factor * (factor > 0 ? box.low : box.high);
      }
      const own = factors[index]!;
      return own > 0 ? { low: low / own, high: high / own } : { low: high / own, high: low / own };
    },
  };
}

/** The first cell is what the expression gives for the others, to the decimals that each states. */
export function rated(rule: RuleId, cells: readonly KnownCell[], expression: Expression): Constraint {
  return {
    key: keyOf(rule, cells),
    cells,
    tight: true,
    narrow: (index, boxes) => {
      const [own = ANYTHING, ...terms] = boxes;
      return index === 0 ? valueOf(expression, terms) : termOf(expression, own, terms, index - 1);
    },
  };
}

function valueOf(expression: Expression, terms: readonly Box[]): Box {
  const limited = terms.every(({ low, high }) => Number.isFinite(low) && Number.isFinite(high));
  if (limited) return expressionRange(expression, terms) ?? ANYTHING;
  const { ratio } = expression;
  return ratio ? over(sumOf(ratio.above, terms), sumOf(ratio.below, terms)) : ANYTHING;
}

function sumOf({ factors, constant }: Linear, boxes: readonly Box[]): Box {
  return boxes.reduce((sum, box, index) => plus(sum, timesNumber(box, factors[index]!)), exactly(constant));
}

/** Solves `above − own × below = 0` for one term. */
function termOf({ ratio }: Expression, own: Box, terms: readonly Box[], index: number): Box {
  if (!ratio) return ANYTHING;
  const { above, below } = ratio;
  const factor = (term: number) => minus(exactly(above.factors[term]!), timesNumber(own, below.factors[term]!));
  let rest = minus(exactly(above.constant), timesNumber(own, below.constant));
  terms.forEach((box, term) => {
    if (term !== index) rest = plus(rest, times(factor(term), box));
  });
  return over(timesNumber(rest, -1), factor(index));
}
