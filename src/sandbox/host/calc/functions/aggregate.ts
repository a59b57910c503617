/** Sums, counts and averages, of everything and of what meets criteria. */

import { firstOf, matrixOf, type Environment } from "../environment";
import { criterionOf, type Criterion } from "../operators";
import { type CalcMatrix, type CalcValue } from "../types";
import { DIV0, isArea, isErrorValue, toNumber, VALUE, type Area, type ErrorValue, type Operand } from "../values";
import { eachValue, flat, numbersIn, operands, type KnownFunction, type KnownFunctions } from "./known";

const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
const average = (numbers: readonly number[]) => (numbers.length === 0 ? DIV0 : total(numbers) / numbers.length);
const least = (numbers: readonly number[]) => numbers.reduce((low, number) => Math.min(low, number), numbers[0] ?? 0);
const most = (numbers: readonly number[]) => numbers.reduce((high, number) => Math.max(high, number), numbers[0] ?? 0);
const product = (numbers: readonly number[]) => (numbers.length === 0 ? 0 : numbers.reduce((a, b) => a * b, 1));

type Aggregate = (numbers: readonly number[]) => CalcValue;

const ofAll = (aggregate: Aggregate): KnownFunction =>
  operands((args, environment) => {
    const numbers = numbersIn(args, environment);
    return isErrorValue(numbers as Operand) ? (numbers as ErrorValue) : aggregate(numbers as number[]);
  });

const counting = (counts: (value: CalcValue, ranged: boolean) => boolean): KnownFunction =>
  operands((args, environment) => {
    let count = 0;
    eachValue(args, environment, (value, ranged) => {
      if (counts(value, ranged)) count += 1;
    });
    return count;
  });

/** Texts count as 0 and truth values as 1 in AVERAGEA, MAXA and MINA. */
const ofEverything = (aggregate: Aggregate): KnownFunction =>
  operands((args, environment) => {
    const numbers: number[] = [];
    let error: ErrorValue | undefined;
    eachValue(args, environment, (value) => {
      if (isErrorValue(value)) error ??= value;
      else if (value !== null) numbers.push(typeof value === "string" ? 0 : Number(value));
    });
    return error ?? aggregate(numbers);
  });

interface Condition {
  readonly range: CalcMatrix;
  readonly meets: Criterion;
}

/** Pairs of a range and a criterion. */
function conditionsIn(args: readonly Operand[], environment: Environment): Condition[] {
  const conditions: Condition[] = [];
  for (let at = 0; at + 1 < args.length; at += 2) {
    const range = matrixOf(args[at]!, environment);
    conditions.push({ range, meets: criterionOf(firstOf(args[at + 1]!, environment)) });
  }
  return conditions;
}

/** Visits the places where every condition is met. */
function whereMet(conditions: readonly Condition[], visit: (row: number, column: number) => void): void {
  conditions[0]?.range.forEach((line, row) =>
    line.forEach((_, column) => {
      if (conditions.every(({ range, meets }) => meets(range[row]?.[column] ?? null))) visit(row, column);
    }),
  );
}

function numbersWhere(
  values: Operand,
  conditions: readonly Condition[],
  environment: Environment,
): number[] | ErrorValue {
  const matrix = sameShape(values, conditions[0], environment);
  const numbers: number[] = [];
  let error: ErrorValue | undefined;
  whereMet(conditions, (row, column) => {
    const value = matrix[row]?.[column] ?? null;
    if (typeof value === "number") numbers.push(value);
    else if (isErrorValue(value)) error ??= value;
  });
  return error ?? numbers;
}

/** SUMIF takes as many cells as the criterion's range has, from the first of the range to sum on. */
function sameShape(values: Operand, condition: Condition | undefined, environment: Environment): CalcMatrix {
  if (!isArea(values) || !condition) return matrixOf(values, environment);
  const { range } = condition;
  const area = {
    ...values,
    bottom: values.top + range.length - 1,
    right: values.left + (range[0]?.length ?? 1) - 1,
  };
  return matrixOf(area, environment);
}

/** SUMIF, AVERAGEIF: range, criterion, and the cells to take where they are others. */
const where = (aggregate: Aggregate): KnownFunction =>
  operands(([range = null, criterion = null, values], environment) => {
    const taken = values ?? range;
    const numbers = numbersWhere(taken, conditionsIn([range, criterion], environment), environment);
    return Array.isArray(numbers) ? aggregate(numbers) : numbers;
  });

/** SUMIFS, AVERAGEIFS, MAXIFS, MINIFS: the cells to take, then ranges and criteria, all of one shape. */
const whereAll = (aggregate: Aggregate): KnownFunction =>
  operands(([values = null, ...pairs], environment) => {
    const conditions = conditionsIn(pairs, environment);
    if (!agree(conditions)) return VALUE;
    const numbers = numbersWhere(values, conditions, environment);
    return Array.isArray(numbers) ? aggregate(numbers) : numbers;
  });

const agree = (conditions: readonly Condition[]) =>
  conditions.every(
    ({ range }) => range.length === conditions[0]!.range.length && range[0]!.length === conditions[0]!.range[0]!.length,
  );

const countWhere = operands((args, environment) => {
  const conditions = conditionsIn(args, environment);
  if (!agree(conditions)) return VALUE;
  let count = 0;
  whereMet(conditions, () => (count += 1));
  return count;
});

/** SUMPRODUCT: what is no number counts as 0; arrays must have one shape. */
const sumProduct = operands((args, environment) => {
  const matrices = args.map((arg) => matrixOf(arg, environment));
  const [first] = matrices;
  if (!first || matrices.some((matrix) => matrix.length !== first.length || matrix[0]!.length !== first[0]!.length)) {
    return VALUE;
  }
  let sum = 0;
  for (let row = 0; row < first.length; row += 1) {
    for (let column = 0; column < first[0]!.length; column += 1) {
      let times = 1;
      for (const matrix of matrices) {
        const value = matrix[row]![column]!;
        if (isErrorValue(value)) return value;
        times *= typeof value === "number" ? value : 0;
      }
      sum += times;
    }
  }
  return sum;
});

const countNumbers = counting(
  (value, ranged) =>
    typeof value === "number" ||
    (!ranged && value !== null && !isErrorValue(value) && typeof toNumber(value) === "number"),
);
const countGiven = counting((value) => value !== null);

/** COUNTBLANK counts cells that show nothing; those beyond the cells in use are blank as well. */
const countBlank = operands(([range = null], environment) => {
  const values = flat(range, environment);
  const unread = isArea(range) ? cellsIn(range) - values.length : 0;
  return unread + values.filter((value) => value === null || value === "").length;
});

const cellsIn = ({ top, left, bottom, right }: Area) => (bottom - top + 1) * (right - left + 1);

/** By the number that SUBTOTAL knows them by; 101 to 111 are the same without hidden rows, which are not told here. */
const SUBTOTALS: Readonly<Record<number, KnownFunction>> = {
  1: ofAll(average),
  2: countNumbers,
  3: countGiven,
  4: ofAll(most),
  5: ofAll(least),
  6: ofAll(product),
  9: ofAll(total),
};

const subtotal = operands(([which = null, ...args], environment) => {
  const number = toNumber(firstOf(which, environment));
  const known = typeof number === "number" ? SUBTOTALS[Math.trunc(number) % 100] : undefined;
  return known?.kind === "operands" ? known.call(args, environment) : VALUE;
});

export const AGGREGATE: KnownFunctions = {
  SUM: ofAll(total),
  AVERAGE: ofAll(average),
  MIN: ofAll(least),
  MAX: ofAll(most),
  PRODUCT: ofAll(product),
  SUMSQ: ofAll((numbers) => total(numbers.map((number) => number ** 2))),
  COUNT: countNumbers,
  COUNTA: countGiven,
  COUNTBLANK: countBlank,
  AVERAGEA: ofEverything(average),
  MAXA: ofEverything(most),
  MINA: ofEverything(least),
  SUMIF: where(total),
  AVERAGEIF: where(average),
  COUNTIF: countWhere,
  SUMIFS: whereAll(total),
  AVERAGEIFS: whereAll(average),
  MAXIFS: whereAll(most),
  MINIFS: whereAll(least),
  COUNTIFS: countWhere,
  SUMPRODUCT: sumProduct,
  SUBTOTAL: subtotal,
};
