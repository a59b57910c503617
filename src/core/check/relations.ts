/** The relations that a form declares between its rows, listed once per form. */

import type { Expression } from "../form/expression";
import type { Form } from "../form/types";

export type Relation =
  | { readonly type: "total" | "rate"; readonly code: string; readonly expression: Expression }
  | { readonly type: "part" | "subset" | "new" | "same"; readonly code: string; readonly other: string }
  | { readonly type: "cumulative"; readonly code: string };

const known = new WeakMap<Form, readonly Relation[]>();

/** Every relation of a form, in the order of its rows. */
export function relationsOf(form: Form): readonly Relation[] {
  const listed = known.get(form);
  if (listed) return listed;
  const measured = form.measures.some(({ accrual }) => accrual === "cumulative");
  const relations = form.indicators.flatMap((row): Relation[] => {
    const pairs = (type: "part" | "subset" | "new" | "same", others: readonly string[]) =>
      others.map((other): Relation => ({ type, code: row.code, other }));
    return [
      ...(row.total ? [{ type: "total" as const, code: row.code, expression: row.total }] : []),
      ...(row.formula ? [{ type: "rate" as const, code: row.code, expression: row.formula }] : []),
      ...pairs("part", row.partOf),
      ...pairs("subset", row.subsetOf),
      ...pairs("new", row.newOf),
      ...pairs("same", row.sameAs),
      ...(row.accrual === "cumulative" || measured ? [{ type: "cumulative" as const, code: row.code }] : []),
    ];
  });
  known.set(form, relations);
  return relations;
}
