/** How the functions of Excel are written down here. */

import { firstOf, matrixOf, type Environment, type Part } from "../environment";
import { type ScalarFunction } from "../operators";
import { type CalcMatrix, type CalcValue } from "../types";
import { isArea, isErrorValue, isMatrix, toNumber, toText, VALUE, type ErrorValue, type Operand } from "../values";

export type KnownFunction = {
  /** Changes without its arguments changing. */
  readonly volatile?: boolean;
} & (
  | {
      /** Calculates its arguments itself, those that it needs. */
      readonly kind: "parts";
      readonly call: (parts: readonly Part[], environment: Environment) => Operand;
    }
  | {
      /** Takes ranges and arrays as they are. */
      readonly kind: "operands";
      readonly call: (args: readonly Operand[], environment: Environment) => Operand;
    }
  | {
      /** Takes single values; over arrays it is applied cell by cell. An error among them never reaches it. */
      readonly kind: "scalars";
      readonly call: ScalarFunction;
    }
);

export type KnownFunctions = Readonly<Record<string, KnownFunction>>;

export const scalars = (call: ScalarFunction): KnownFunction => ({ kind: "scalars", call });

export const operands = (call: (args: readonly Operand[], environment: Environment) => Operand): KnownFunction => ({
  kind: "operands",
  call,
});

export const parts = (call: (parts: readonly Part[], environment: Environment) => Operand): KnownFunction => ({
  kind: "parts",
  call,
});

/** A function of numbers: what is no number is turned into one, or is the result's error. */
export function ofNumbers(call: (...numbers: number[]) => CalcValue): KnownFunction {
  return scalars((args) => {
    const numbers = args.map(toNumber);
    return numbers.find(isErrorValue) ?? call(...(numbers as number[]));
  });
}

/** A function of texts. */
export function ofTexts(call: (...texts: string[]) => CalcValue): KnownFunction {
  return scalars((args) => {
    const texts = args.map(toText);
    return texts.find(isErrorValue) ?? call(...(texts as string[]));
  });
}

/** An argument as one number; `fallback` where it is left out. */
export function numberArgument(args: readonly CalcValue[], at: number, fallback: number): number | ErrorValue {
  const value = args[at];
  return value === undefined ? fallback : toNumber(value);
}

/** Whether an argument is given as cells or an array, so that texts in it are skipped and not read as numbers. */
export const isRange = (operand: Operand): boolean => isArea(operand) || isMatrix(operand);

/** Every value of the arguments, with whether it stood in a range. */
export function eachValue(
  args: readonly Operand[],
  environment: Environment,
  visit: (value: CalcValue, ranged: boolean) => void,
): void {
  for (const arg of args) {
    const ranged = isRange(arg);
    if (ranged) for (const line of matrixOf(arg, environment)) for (const value of line) visit(value, true);
    else visit(arg as CalcValue, false);
  }
}

/**
 * The numbers that SUM and its kin take: in ranges only numbers count; a value written into the formula is turned into
 * a number.
 *
 * @returns the first error among them
 */
export function numbersIn(args: readonly Operand[], environment: Environment): number[] | ErrorValue {
  const numbers: number[] = [];
  let error: ErrorValue | undefined;
  eachValue(args, environment, (value, ranged) => {
    if (isErrorValue(value)) error ??= value;
    else if (typeof value === "number") numbers.push(value);
    else if (!ranged) {
      const number = toNumber(value);
      if (typeof number === "number") numbers.push(number);
      else error ??= number;
    }
  });
  return error ?? numbers;
}

/** A number among operands, for functions that take ranges beside. */
export function numberOf(
  operand: Operand | undefined,
  environment: Environment,
  fallback: number,
): number | ErrorValue {
  return operand === undefined ? fallback : toNumber(firstOf(operand, environment));
}

/** All values of a range in one list, row by row. */
export function flat(operand: Operand, environment: Environment): CalcValue[] {
  return matrixOf(operand, environment).flat();
}

/** A matrix that must not be empty. */
export const filled = (matrix: CalcMatrix): Operand => (matrix.length > 0 && matrix[0]!.length > 0 ? matrix : VALUE);
