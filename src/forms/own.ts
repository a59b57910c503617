/** Forms of the user's own beside the shipped ones: the same schema, the same loader. */

import type { LoadedForm } from "../core/form/load";
import { problemText } from "../core/form/problem";
import type { Form } from "../core/form/types";
import { loadParts } from "../core/learn/own-form-file";
import type { FormParts } from "../core/learn/own-form";
import type { WorkbookMemory } from "../core/workbook/memory";
import schema from "./form.schema.json";
import { allForms, FORM_SOURCES } from "./index";

/**
 * Loads a form of the user's own. An id of a shipped form is refused: findings name forms by their ids.
 */
export function loadOwnForm(parts: FormParts): LoadedForm {
  const loaded = loadParts(parts, schema);
  if (!loaded.ok || !Object.hasOwn(FORM_SOURCES, loaded.form.id)) return loaded;
  return { ok: false, problems: [problemText("shipped-id", { value: loaded.form.id })] };
}

/** The shipped forms, then the user's; of two with one id the first counts. */
export function withOwnForms(own: readonly Form[]): Form[] {
  const shipped = allForms();
  const taken = new Set(shipped.map(({ id }) => id));
  return [...shipped, ...own.filter(({ id }) => !taken.has(id) && taken.add(id))];
}

const known = new Map<string, Form | undefined>();
/** Forms kept at a time; a workbook has a few. */
const MOST_KNOWN = 40;

/**
 * The shipped forms and those that a workbook carries. A form that does not load any more is left out, and said.
 */
export function formsOf(memory: WorkbookMemory): { readonly forms: readonly Form[]; readonly damaged: boolean } {
  const own = (memory.forms ?? []).map((stored) => {
    const key = JSON.stringify(stored);
    if (!known.has(key)) {
      if (known.size >= MOST_KNOWN) known.clear();
      const loaded = loadOwnForm(stored);
      known.set(key, loaded.ok && loaded.form.id === stored.id ? loaded.form : undefined);
    }
    return known.get(key);
  });
  const usable = own.filter((form) => form !== undefined);
  return { forms: withOwnForms(usable), damaged: usable.length < own.length };
}
