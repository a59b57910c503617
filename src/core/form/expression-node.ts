/** The tree that mathjs makes of an expression, as far as expressions of ours use it. */

/**
 * A node of the tree; which of its parts are there depends on its type. mathjs's typings do not narrow on `type`, so the
 * parts in use are named here.
 */
export interface Node {
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

/** A node without the parentheses around it. */
export function unwrap(node: Node): Node {
  return node.type === "ParenthesisNode" && node.content ? unwrap(node.content) : node;
}
