/**
 * The tree that mathjs makes of an expression, as far as expressions of ours use it. mathjs's typings do not narrow on
 * `type`, so the parts in use are named here.
 */
export type Node =
  | { readonly type: "ConstantNode"; readonly value: unknown }
  | { readonly type: "SymbolNode"; readonly name: string }
  | { readonly type: "ParenthesisNode"; readonly content: Node }
  | OperatorNode
  | { readonly type: "FunctionNode"; readonly fn: Node; readonly args: readonly Node[] }
  | { readonly type: "ConditionalNode"; readonly condition: Node; readonly trueExpr: Node; readonly falseExpr: Node }
  | { readonly type: "RelationalNode"; readonly params: readonly Node[] }
  /** Everything else, under the names that mathjs has for it: no expression of ours holds any. */
  | { readonly type: "other" };

export interface OperatorNode {
  readonly type: "OperatorNode";
  /** The operator's name, such as "add". */
  readonly fn: string;
  /** One for a sign, else two. */
  readonly args: readonly [Node, ...Node[]];
  /** Whether the operator is not written, as in "2 A". */
  readonly implicit: boolean;
}

/** A node without the parentheses around it. */
export function unwrap(node: Node): Node {
  return node.type === "ParenthesisNode" ? unwrap(node.content) : node;
}
