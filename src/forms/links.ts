/** The indicators that several of the shipped forms state. */

import { readLinks, type Link } from "../core/form/links";
import text from "./links.csv";

let known: readonly Link[] | undefined;

/** All links between shipped forms, read once. */
export function shippedLinks(): readonly Link[] {
  return (known ??= readLinks(text));
}

/** The ids of the forms that state an indicator of a form, itself among them: its TH is the CK of the next year. */
export function formsLinkedWith(form: string): ReadonlySet<string> {
  const linked = shippedLinks().filter(({ members }) => members.some((member) => member.form === form));
  return new Set(linked.flatMap(({ members }) => members.map((member) => member.form)));
}
