/** The relations that a form declares between its rows, listed once per form. */

import type { Condition } from "../form/conditions";
import type { Expression } from "../form/expression";
import { DEFAULT_MISSING, type Missing, type RelationType } from "../form/missing";
import type { Form } from "../form/types";

export type Relation = {
  /** The row that it is declared for, and that findings are put at. */
  readonly code: string;
  readonly missing: Missing;
} & (
  | { readonly type: "total" | "rate"; readonly expression: Expression }
  | { readonly type: "part" | "subset" | "new" | "same"; readonly other: string }
  | { readonly type: "cumulative" }
  /** `expression` is the difference of the condition's sides. */
  | { readonly type: "condition"; readonly expression: Expression; readonly condition: Condition }
);

const known = new WeakMap<Form, readonly Relation[]>();

/** Every relation of a form: those of its rows in their order, then its conditions. */
export function relationsOf(form: Form): readonly Relation[] {
  const listed = known.get(form);
  if (listed) return listed;
  const measured = form.measures.some(({ accrual }) => accrual === "cumulative");
  const ofRows = form.indicators.flatMap((row): Relation[] => {
    const { code } = row;
    const missing = (type: RelationType): Missing => ({ ...DEFAULT_MISSING, ...form.missing[type], ...row.missing });
    const pairs = (type: "part" | "subset" | "new" | "same", others: readonly string[]) =>
      others.map((other): Relation => ({ type, code, other, missing: missing(type) }));
    const made = (type: "total" | "rate", expression: Expression | undefined): Relation[] =>
      expression ? [{ type, code, expression, missing: missing(type) }] : [];
    return [
      ...made("total", row.total),
      ...made("rate", row.formula),
      ...pairs("part", row.partOf),
      ...pairs("subset", row.subsetOf),
      ...pairs("new", row.newOf),
      ...pairs("same", row.sameAs),
      ...(row.accrual === "cumulative" || measured
        ? [{ type: "cumulative" as const, code, missing: missing("cumulative") }]
        : []),
    ];
  });
  const conditions = form.conditions.map((condition): Relation => {
    const { code, difference, missing } = condition;
    return { type: "condition", code, expression: difference, condition, missing };
  });
  const relations = [...ofRows, ...conditions];
  known.set(form, relations);
  return relations;
}
