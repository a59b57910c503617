/** What the shape of an expression says: the factor of a rate, a quotient of two sums, a plain sum. */

import { unwrap, type Node } from "./expression-node";

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

/** Splits a product into what multiplies and what divides, through `*`, `/` and parentheses. */
function flatten(node: Node, above: Node[], below: Node[]): void {
  const inner = unwrap(node);
  if (inner.type !== "OperatorNode" || (inner.fn !== "multiply" && inner.fn !== "divide")) {
    above.push(inner);
    return;
  }
  const [left, right] = inner.args;
  flatten(left, above, below);
  if (inner.fn === "multiply") flatten(right!, above, below);
  else flatten(right!, below, above);
}

/**
 * The factor of a rate, `k` of `k * a / b`, where a is a code, a sum or a product of some; undefined where nothing is
 * divided, or by a number, and where parts of a sum have factors of their own.
 */
export function factorOf(tree: Node, codes: readonly string[]): number | undefined {
  const above: Node[] = [];
  const below: Node[] = [];
  flatten(tree, above, below);
  if (below.length === 0 || below.some((node) => node.type === "ConstantNode")) return undefined;
  const sum = productOf(above, codes);
  if (sum) {
    const factors = new Set(sum.factors.filter((factor) => factor !== 0).map(Math.abs));
    return factors.size === 1 ? [...factors][0] : undefined;
  }
  const constants = above.filter((node) => node.type === "ConstantNode");
  return constants.reduce((product, node) => product * Number(node.value), 1);
}

/** The expression as a quotient of two sums of `codes`; undefined where it is none. */
export function ratioOf(tree: Node, codes: readonly string[]): Ratio | undefined {
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
  const isSumCall = node.type === "FunctionNode" && node.fn.type === "SymbolNode" && node.fn.name === "sum";
  if (node.type !== "OperatorNode" && !isSumCall) return undefined;
  const terms = node.args.map((arg) => linearOf(arg, codes));
  if (!terms.every((term) => term !== undefined)) return undefined;
  const add = () => terms.reduce((sum, term) => combine(sum, 1, term, 1));
  if (node.type !== "OperatorNode") return add();
  const [first, second] = terms as [Linear, Linear];
  switch (node.fn) {
    case "add":
      return add();
    case "subtract":
      return combine(first, 1, second, -1);
    case "unaryMinus":
      return combine(first, -1, first, 0);
    case "multiply":
      return productOf(node.args, codes);
    case "divide": {
      const divisor = isConstant(second) ? second.constant : 0;
      return divisor === 0 ? undefined : combine(first, 1 / divisor, first, 0);
    }
    default:
      return undefined;
  }
}

/** Whether an expression is a plain sum of codes, each once. */
export function isSumOfCodes(tree: Node, seen = new Set<string>()): boolean {
  const node = unwrap(tree);
  if (node.type === "OperatorNode") return node.fn === "add" && node.args.every((arg) => isSumOfCodes(arg, seen));
  if (node.type !== "SymbolNode" || seen.has(node.name)) return false;
  seen.add(node.name);
  return true;
}
