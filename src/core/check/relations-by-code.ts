/** The relations that a form declares, by the rows that they name. */

import type { Form } from "../form/types";
import { relationsOf, type Relation } from "./relations";

/** The codes that a relation names beside its own row's. */
export function otherCodes(relation: Relation): readonly string[] {
  if ("expression" in relation) return relation.expression.codes;
  return "other" in relation ? [relation.other] : [];
}

const naming = new WeakMap<Form, ReadonlyMap<string, readonly Relation[]>>();

/** The relations in which each code takes part, on whichever side. */
export function relationsByCode(form: Form): ReadonlyMap<string, readonly Relation[]> {
  const listed = naming.get(form);
  if (listed) return listed;
  const byCode = new Map<string, Relation[]>();
  for (const relation of relationsOf(form)) {
    for (const code of new Set([relation.code, ...otherCodes(relation)])) {
      const own = byCode.get(code);
      if (own) own.push(relation);
      else byCode.set(code, [relation]);
    }
  }
  naming.set(form, byCode);
  return byCode;
}
