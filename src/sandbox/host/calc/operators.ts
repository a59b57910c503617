/** Operators, cell by cell over arrays. */

import { type CalcMatrix, type CalcValue } from "./types";
import { compareValues, DIV0, isErrorValue, NA, NUM, toNumber, toText, VALUE } from "./values";

export type ScalarFunction = (args: readonly CalcValue[]) => CalcValue;

/** A sum this much smaller than what was added or taken away is noise of binary arithmetic; Excel shows 0. */
const NOISE = 2 ** -50;

function added(a: number, b: number): number {
  const sum = a + b;
  return sum !== 0 && Math.abs(sum) < Math.abs(a) * NOISE ? 0 : sum;
}

const ARITHMETIC: Readonly<Record<string, (a: number, b: number) => CalcValue>> = {
  "+": added,
  "-": (a, b) => added(a, -b),
  "*": (a, b) => a * b,
  "/": (a, b) => (b === 0 ? DIV0 : a / b),
  "^": (a, b) => (a === 0 && b === 0 ? NUM : a === 0 && b < 0 ? DIV0 : a ** b),
};

const ORDER: Readonly<Record<string, (order: number) => boolean>> = {
  "=": (order) => order === 0,
  "<>": (order) => order !== 0,
  "<": (order) => order < 0,
  ">": (order) => order > 0,
  "<=": (order) => order <= 0,
  ">=": (order) => order >= 0,
};

/** The function of a binary operator; undefined for those that join references. */
export function binaryOperator(operator: string): ((a: CalcValue, b: CalcValue) => CalcValue) | undefined {
  if (operator === "&") return joined;
  const test = ORDER[operator];
  if (test) return (a, b) => (isErrorValue(a) ? a : isErrorValue(b) ? b : test(compareValues(a, b)));
  const calculate = ARITHMETIC[operator];
  if (!calculate) return undefined;
  return (a, b) => {
    if (typeof a === "number" && typeof b === "number") return finite(calculate(a, b));
    const left = toNumber(a);
    if (typeof left !== "number") return left;
    const right = toNumber(b);
    return typeof right === "number" ? finite(calculate(left, right)) : right;
  };
}

const finite = (value: CalcValue): CalcValue => (typeof value === "number" && !Number.isFinite(value) ? NUM : value);

function joined(a: CalcValue, b: CalcValue): CalcValue {
  const left = toText(a);
  if (typeof left !== "string") return left;
  const right = toText(b);
  return typeof right === "string" ? left + right : right;
}

/** The function of a unary operator. A plus sign changes nothing, not even a text. */
export function unaryOperator(operator: string): ((value: CalcValue) => CalcValue) | undefined {
  if (operator === "+") return (value) => value;
  if (operator !== "-" && operator !== "%") return undefined;
  return (value) => {
    const number = toNumber(value);
    if (typeof number !== "number") return number;
    return operator === "-" ? 0 - number : number / 100;
  };
}

/** Shapes of arrays that go together: the largest of each; what is missing beside a larger one is `#N/A`. */
export function overArrays(args: readonly (CalcValue | CalcMatrix)[], each: ScalarFunction): CalcMatrix {
  const matrices = args.map((arg): CalcMatrix => (Array.isArray(arg) ? (arg as CalcMatrix) : [[arg as CalcValue]]));
  const rows = Math.max(...matrices.map((matrix) => matrix.length));
  const columns = Math.max(...matrices.map((matrix) => matrix[0]?.length ?? 0));
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => {
      const cells = matrices.map((matrix): CalcValue | undefined => {
        const line = matrix[matrix.length === 1 ? 0 : row];
        return line?.[line.length === 1 ? 0 : column];
      });
      return cells.includes(undefined) ? NA : each(cells as CalcValue[]);
    }),
  );
}

/** Compares for a criterion such as ">=5", "<>không" or "Biểu*". */
export type Criterion = (value: CalcValue) => boolean;

const CRITERION = /^(<=|>=|<>|=|<|>)?(.*)$/s;

/** What SUMIF, COUNTIF and their kin count. Texts match without case; `*` and `?` stand for any text and any character. */
export function criterionOf(value: CalcValue): Criterion {
  if (isErrorValue(value)) return (cell) => isErrorValue(cell) && cell.error === value.error;
  if (typeof value !== "string") {
    const wanted = value ?? 0;
    return (cell) => typeof cell === typeof wanted && compareValues(cell, wanted) === 0;
  }
  const [, operator = "=", rest = ""] = CRITERION.exec(value)!;
  const number = toNumber(rest === "" ? VALUE : rest);
  const truth = { TRUE: true, FALSE: false }[rest.toUpperCase()];
  const wanted = typeof number === "number" ? number : (truth ?? rest);
  if (operator === "=" || operator === "<>") {
    const matches = equalTo(wanted, value.startsWith("="));
    return operator === "=" ? matches : (cell) => !matches(cell);
  }
  const test = ORDER[operator]!;
  return (cell) =>
    typeof cell === typeof wanted && cell !== null && !isErrorValue(cell) && test(compareValues(cell, wanted));
}

/** @param explicit whether the criterion is written with "=", which alone asks for cells with nothing in them */
function equalTo(wanted: number | boolean | string, explicit: boolean): Criterion {
  if (wanted === "") return (cell) => cell === null || (!explicit && cell === "");
  if (typeof wanted !== "string") {
    return (cell) => {
      const held = typeof cell === "string" && typeof wanted === "number" ? toNumber(cell) : cell;
      return typeof held === typeof wanted && compareValues(held, wanted) === 0;
    };
  }
  const pattern = wildcards(wanted);
  return (cell) => typeof cell === "string" && pattern.test(cell);
}

/** A text with `*`, `?` and `~` as the whole of a regular expression. */
export function wildcards(text: string): RegExp {
  const source = text.replace(/~[*?~]|[\\^$.*+?()[\]{}|/]/g, (found) => {
    if (found === "*") return ".*";
    if (found === "?") return ".";
    return `\\${found.at(-1)!}`;
  });
  return new RegExp(`^${source}$`, "isu");
}
