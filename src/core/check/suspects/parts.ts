/** The parts of a form that have nothing to do with each other: within one, relations lead from every row to every other. */

import type { Form } from "../../form/types";
import { relationsOf } from "../relations";
import { otherCodes } from "../relations-by-code";

/** Rows that relations tie together, directly or through others, by their codes. */
export interface Part {
  readonly form: Form;
  readonly codes: ReadonlySet<string>;
}

const known = new WeakMap<Form, Map<string, Part>>();

/** The part that a row belongs to; a row of which no relation speaks is a part of its own. The same object each time. */
export function partOf(form: Form, code: string): Part {
  const parts = known.get(form) ?? partsOf(form);
  known.set(form, parts);
  let own = parts.get(code);
  if (!own) parts.set(code, (own = { form, codes: new Set([code]) }));
  return own;
}

/** Every code that a relation names, with its part. */
function partsOf(form: Form): Map<string, Part> {
  const codesOf = new Map<string, Set<string>>();
  for (const relation of relationsOf(form)) {
    const joined = new Set([relation.code, ...otherCodes(relation)]);
    for (const code of [...joined]) for (const other of codesOf.get(code) ?? []) joined.add(other);
    for (const code of joined) codesOf.set(code, joined);
  }
  const made = new Map([...new Set(codesOf.values())].map((codes): [Set<string>, Part] => [codes, { form, codes }]));
  return new Map([...codesOf].map(([code, codes]) => [code, made.get(codes)!]));
}
