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
  abs: (value) => Math.abs(value ?? NaN),
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
  /** `k` where the expression is `k * a / b` or `a / b * k` with codes a and b: the factor of a rate; else undefined. */
  readonly factor: number | undefined;
  /** Whether it is a plain sum of codes, each once. */
  readonly isSum: boolean;
  /** The expression as a quotient of two sums, where it is one: every rate of the forms is. */
  readonly ratio: Ratio | undefined;
}

/** A sum of codes, each with a factor, and a constant; `factors[i]` belongs to `codes[i]` of the expression. */
export interface Linear {
  readonly factors: readonly number[];
  readonly constant: number;
}

/** `above / below`; a plain sum has the constant 1 below. */
export interface Ratio {
  readonly above: Linear;
  readonly below: Linear;
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

  let tree: MathNode;
  try {
    tree = math.parse(text);
  } catch {
    throw refuse("viết sai, không đọc được");
  }
  const codes: string[] = [];
  inspect(tree, codes, refuse);
  if (codes.length === 0) throw refuse("không có mã số chỉ tiêu nào");

  const compiled = tree.compile();
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
    factor: factorOf(tree),
    isSum: isSumOfCodes(tree, new Set()),
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

// mathjs's node classes are told apart by `type`; its typings do not narrow on it, so the parts in use are named here.
interface Node {
  readonly type: string;
  readonly value?: unknown;
  readonly name?: string;
  readonly fn?: Node | string;
  readonly args?: readonly Node[];
  readonly implicit?: boolean;
  readonly content?: Node;
  readonly condition?: Node;
  readonly trueExpr?: Node;
  readonly falseExpr?: Node;
  readonly conditionals?: readonly string[];
  readonly params?: readonly Node[];
}

function inspect(node: Node, codes: string[], refuse: (reason: string) => ExpressionError): void {
  const visit = (child: Node | undefined) => {
    if (child) inspect(child, codes, refuse);
  };
  switch (node.type) {
    case "ConstantNode":
      if (!Number.isFinite(node.value)) throw refuse("chỉ dùng được số");
      return;
    case "SymbolNode": {
      const name = node.name ?? "";
      // mathjs keeps "end" for itself and throws where a scope has it.
      if (!CODE_PATTERN.test(name) || name in FUNCTIONS || name === "end") throw refuse(`"${name}" không phải mã số`);
      if (!codes.includes(name)) codes.push(name);
      return;
    }
    case "ParenthesisNode":
      return visit(node.content);
    case "OperatorNode":
      if (typeof node.fn !== "string" || !OPERATORS.has(node.fn)) {
        throw refuse("phép tính không dùng được; chỉ có + - * / và so sánh");
      }
      if (node.implicit) throw refuse("thiếu dấu phép tính giữa hai số");
      return node.args?.forEach(visit);
    case "ConditionalNode":
      visit(node.condition);
      visit(node.trueExpr);
      return visit(node.falseExpr);
    case "RelationalNode":
      if (node.conditionals?.some((name) => !OPERATORS.has(name))) throw refuse("phép so sánh không dùng được");
      return node.params?.forEach(visit);
    case "FunctionNode": {
      // Only a plain name: `A.sum(B)` also has the name "sum" and calls whatever A has under it.
      const name = typeof node.fn === "object" && node.fn.type === "SymbolNode" ? node.fn.name : undefined;
      if (name === undefined || !Object.hasOwn(FUNCTIONS, name))
        throw refuse(`${name === undefined ? "cách gọi hàm này" : `hàm "${name}"`} không có trong danh sách`);
      if (!node.args?.length) throw refuse(`hàm "${name}" thiếu tham số`);
      return node.args.forEach(visit);
    }
    default:
      throw refuse("có phần không dùng được trong định nghĩa biểu");
  }
}

function unwrap(node: Node): Node {
  return node.type === "ParenthesisNode" && node.content ? unwrap(node.content) : node;
}

/** Splits a product into what multiplies and what divides, through `*`, `/` and parentheses. */
function flatten(node: Node, above: Node[], below: Node[]): void {
  const inner = unwrap(node);
  const [left, right] = inner.args ?? [];
  if (inner.type === "OperatorNode" && left && right && inner.fn === "multiply") {
    flatten(left, above, below);
    flatten(right, above, below);
  } else if (inner.type === "OperatorNode" && left && right && inner.fn === "divide") {
    flatten(left, above, below);
    flatten(right, below, above);
  } else {
    above.push(inner);
  }
}

function factorOf(tree: Node): number | undefined {
  const above: Node[] = [];
  const below: Node[] = [];
  flatten(tree, above, below);
  if (below.length === 0 || below.some((node) => node.type === "ConstantNode")) return undefined;
  const constants = above.filter((node) => node.type === "ConstantNode");
  return constants.reduce((product, node) => product * Number(node.value), 1);
}

function ratioOf(tree: Node, codes: readonly string[]): Ratio | undefined {
  const nodes: { above: Node[]; below: Node[] } = { above: [], below: [] };
  flatten(tree, nodes.above, nodes.below);
  const above = productOf(nodes.above, codes);
  const below = productOf(nodes.below, codes);
  return above && below && { above, below };
}

const isConstant = ({ factors }: Linear) => factors.every((factor) => factor === 0);

/** The product of sums of which at most one has codes. */
function productOf(nodes: readonly Node[], codes: readonly string[]): Linear | undefined {
  let product: Linear = { factors: codes.map(() => 0), constant: 1 };
  for (const node of nodes) {
    const next = linearOf(node, codes);
    if (!next) return undefined;
    const [sum, factor] = isConstant(product) ? [next, product.constant] : [product, next.constant];
    if (sum !== next && !isConstant(next)) return undefined;
    product = combine(sum, factor, sum, 0);
  }
  return product;
}

const combine = (a: Linear, timesA: number, b: Linear, timesB: number): Linear => ({
  factors: a.factors.map((factor, index) => factor * timesA + b.factors[index]! * timesB),
  constant: a.constant * timesA + b.constant * timesB,
});

/** A node as a sum of codes with factors; undefined where it is none, such as a comparison or a product of codes. */
function linearOf(tree: Node, codes: readonly string[]): Linear | undefined {
  const node = unwrap(tree);
  const none = codes.map(() => 0);
  if (node.type === "ConstantNode") return { factors: none, constant: Number(node.value) };
  if (node.type === "SymbolNode") return { factors: codes.map((code) => (code === node.name ? 1 : 0)), constant: 0 };
  const isSumCall = node.type === "FunctionNode" && typeof node.fn === "object" && node.fn.name === "sum";
  if (node.type !== "OperatorNode" && !isSumCall) return undefined;
  const terms = (node.args ?? []).map((arg) => linearOf(arg, codes));
  if (!terms.every((term) => term !== undefined)) return undefined;
  const [first, second] = terms;
  if (!first) return undefined;
  if (node.fn === "add" || isSumCall) return terms.slice(1).reduce((sum, term) => combine(sum, 1, term, 1), first);
  if (node.fn === "unaryMinus") return combine(first, -1, first, 0);
  if (!second) return undefined;
  if (node.fn === "subtract") return combine(first, 1, second, -1);
  if (node.fn === "multiply") return productOf([...(node.args ?? [])], codes);
  const divisor = node.fn === "divide" && isConstant(second) ? second.constant : 0;
  return divisor === 0 ? undefined : combine(first, 1 / divisor, first, 0);
}

function isSumOfCodes(tree: Node, seen: Set<string>): boolean {
  const node = unwrap(tree);
  if (node.type === "OperatorNode")
    return node.fn === "add" && (node.args ?? []).every((arg) => isSumOfCodes(arg, seen));
  if (node.type !== "SymbolNode" || seen.has(node.name!)) return false;
  seen.add(node.name!);
  return true;
}
