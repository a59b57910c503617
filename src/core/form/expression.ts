/**
 * Formulas and relations as text over codes, such as `100 * SKSS_04 / SKSS_01`, evaluated by mathjs.
 *
 * Definitions may come from strangers, so an expression is parsed first and its tree must hold nothing but numbers,
 * codes, `+ - * /`, comparisons, `a ? b : c`, parentheses and calls to the functions below. mathjs's own hardening is
 * not enough: inside an expression `config(…)` can change what `==` means, and a range can run for minutes.
 */

import {
  create,
  addDependencies,
  divideDependencies,
  largerDependencies,
  largerEqDependencies,
  multiplyDependencies,
  parseDependencies,
  smallerDependencies,
  smallerEqDependencies,
  subtractDependencies,
  unaryMinusDependencies,
  type FactoryFunctionMap,
  type MathNode,
} from "mathjs/number";
import type { Node } from "./expression-node";
import { factorOf, isSumOfCodes, ratioOf, type Ratio } from "./expression-shape";

/** Only what an expression may hold; everything else of mathjs stays out of reach and out of the bundle. */
const math = create(
  Object.assign(
    {},
    addDependencies,
    divideDependencies,
    largerDependencies,
    largerEqDependencies,
    multiplyDependencies,
    parseDependencies,
    smallerDependencies,
    smallerEqDependencies,
    subtractDependencies,
    unaryMinusDependencies,
  ) as FactoryFunctionMap,
);

/** Longest expression that is read; a sum of eighty codes fits. */
export const MAX_EXPRESSION_LENGTH = 1000;

/** Deepest nesting that is read, so that a hostile text cannot exhaust the stack. */
const MAX_DEPTH = 40;

/** The functions an expression may call: plain ones of ours, since mathjs's typed `min`, `max`, `sum` cost fifty times as much. */
const FUNCTIONS: Readonly<Record<string, (...values: number[]) => number>> = {
  abs: (value) => Math.abs(value),
  max: (...values) => Math.max(...values),
  min: (...values) => Math.min(...values),
  sum: (...values) => values.reduce((total, value) => total + value, 0),
};

const OPERATORS: ReadonlySet<string> = new Set([
  "add",
  "subtract",
  "multiply",
  "divide",
  "unaryMinus",
  "smaller",
  "smallerEq",
  "larger",
  "largerEq",
]);

/** A code usable in expressions: a letter, then letters, digits and underscores. */
export const CODE_PATTERN = /^[A-Za-z][A-Za-z0-9_]{0,39}$/;

export interface Expression {
  /** As written in the definition. */
  readonly text: string;
  /** Codes it needs, in order of first use, each once. */
  readonly codes: readonly string[];
  /**
   * The value for given figures; `values[i]` belongs to `codes[i]`.
   * @returns undefined where it has none: a division by zero, an overflow.
   */
  readonly evaluate: (values: readonly number[]) => number | undefined;
  /** The factor of a rate: `k` where the expression is `k * a / b`, `a / b * k` or the like; else undefined. */
  readonly factor: number | undefined;
  /** Whether it is a plain sum of codes, each once. */
  readonly isSum: boolean;
  /** The expression as a quotient of two sums, where it is one: every rate of the forms is. */
  readonly ratio: Ratio | undefined;
}

/** An expression that is refused: `reason` in Vietnamese, for the person who wrote the definition. */
export class ExpressionError extends Error {
  override readonly name = "ExpressionError";
  constructor(
    readonly text: string,
    readonly reason: string,
  ) {
    super(`Công thức "${text.slice(0, 80)}": ${reason}`);
  }
}

/**
 * Parses an expression, refusing whatever is outside the closed set.
 *
 * @example compileExpression("100 * a_1 / b_1").evaluate([3, 4]) === 75
 * @throws ExpressionError
 */
export function compileExpression(text: string): Expression {
  const refuse = (reason: string) => new ExpressionError(text, reason);
  if (text.trim() === "") throw refuse("để trống");
  if (text.length > MAX_EXPRESSION_LENGTH) throw refuse(`dài quá ${MAX_EXPRESSION_LENGTH} ký tự`);
  // Characters are decided before mathjs sees them: no strings, brackets, assignments, ranges, powers or units.
  const strange = /[^A-Za-z0-9_+\-*/().,<>=?: \t]/u.exec(text);
  if (strange) throw refuse(`ký tự "${strange[0]}" không dùng được`);
  if (/(^|[^<>])=/.test(text)) throw refuse('dấu "=" không dùng được; chỉ có <, <=, >, >=');
  if (depthOf(text) > MAX_DEPTH) throw refuse("lồng quá nhiều dấu ngoặc");

  let parsed: MathNode;
  try {
    parsed = math.parse(text);
  } catch {
    throw refuse("viết sai, không đọc được");
  }
  const tree = parsed as unknown as Node;
  const codes: string[] = [];
  inspect(tree, codes, refuse);
  if (codes.length === 0) throw refuse("không có mã số chỉ tiêu nào");

  const compiled = parsed.compile();
  const scope = new Map<string, unknown>(Object.entries(FUNCTIONS));
  const evaluate = (values: readonly number[]): number | undefined => {
    codes.forEach((code, index) => scope.set(code, values[index]));
    const result: unknown = compiled.evaluate(scope);
    if (typeof result === "boolean") return result ? 1 : 0;
    return typeof result === "number" && Number.isFinite(result) ? result : undefined;
  };
  return {
    text,
    codes,
    evaluate,
    factor: factorOf(tree, codes),
    isSum: isSumOfCodes(tree),
    ratio: ratioOf(tree, codes),
  };
}

function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let run = 0;
  for (const char of text) {
    if (char === "(") depth += 1;
    if (char === ")") depth -= 1;
    // A run of signs ("-----1") nests just as parentheses do.
    run = char === "-" || char === "+" || char === "?" ? run + 1 : char === " " || char === "\t" ? run : 0;
    deepest = Math.max(deepest, depth, run);
  }
  return deepest;
}

function inspect(node: Node, codes: string[], refuse: (reason: string) => ExpressionError): void {
  const visit = (child: Node) => inspect(child, codes, refuse);
  switch (node.type) {
    case "ConstantNode":
      if (!Number.isFinite(node.value)) throw refuse("chỉ dùng được số");
      return;
    case "SymbolNode": {
      const { name } = node;
      // mathjs keeps "end" for itself and throws where a scope has it.
      if (!CODE_PATTERN.test(name) || name in FUNCTIONS || name === "end") throw refuse(`"${name}" không phải mã số`);
      if (!codes.includes(name)) codes.push(name);
      return;
    }
    case "ParenthesisNode":
      return visit(node.content);
    case "OperatorNode":
      if (!OPERATORS.has(node.fn)) throw refuse("phép tính không dùng được; chỉ có + - * / và so sánh");
      if (node.implicit) throw refuse("thiếu dấu phép tính giữa hai số");
      return node.args.forEach(visit);
    case "ConditionalNode":
      return [node.condition, node.trueExpr, node.falseExpr].forEach(visit);
    case "RelationalNode":
      // Of comparisons in a row: "==" and "!=" did not come so far.
      return node.params.forEach(visit);
    case "FunctionNode": {
      // Only a plain name: `A.sum(B)` also has the name "sum" and calls whatever A has under it.
      if (node.fn.type !== "SymbolNode") throw refuse("cách gọi hàm này không có trong danh sách");
      const { name } = node.fn;
      if (!Object.hasOwn(FUNCTIONS, name)) throw refuse(`hàm "${name}" không có trong danh sách`);
      if (node.args.length === 0) throw refuse(`hàm "${name}" thiếu tham số`);
      if (name === "abs" && node.args.length > 1) throw refuse('hàm "abs" chỉ nhận một tham số');
      return node.args.forEach(visit);
    }
    default:
      throw refuse("có phần không dùng được trong định nghĩa biểu");
  }
}
