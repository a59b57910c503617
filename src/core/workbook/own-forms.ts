/** Forms of the user's own that a workbook carries with it, so that it is recognised wherever it goes. */

import { isTooDeep } from "../form/depth";
import type { FormParts } from "../learn/own-form";
import { isRecord, textOf } from "./defensive";
import type { WorkbookMemory } from "./memory";

/** A form as data: what `form.json` holds and the texts of its tables. Loaded and checked each time it is read. */
export interface StoredForm extends FormParts {
  readonly id: string;
}

/** More than a workbook needs, and longer than any Biểu: what goes beyond is not from us. */
export const MOST_FORMS = 20;
const LONGEST_ROWS = 2_000_000;

const isTooLong = ({ rows, conditions = "" }: { readonly rows: string; readonly conditions: string | undefined }) =>
  rows.length + conditions.length > LONGEST_ROWS;

/** Why a workbook takes no form in: it has as many as are read again, or the form is longer than what is. */
export type NoRoom = "too-many" | "too-long";

/** Whether a form that is remembered will be read again. */
export function roomFor({ forms = [] }: WorkbookMemory, form: StoredForm): NoRoom | undefined {
  if (isTooLong({ rows: form.rows, conditions: form.conditions })) return "too-long";
  return forms.filter(({ id }) => id !== form.id).length >= MOST_FORMS ? "too-many" : undefined;
}

/** Reads the forms of a memory's JSON; `damaged` where some of them are none. */
export function readStoredForms(value: unknown): { readonly forms: readonly StoredForm[]; readonly damaged: boolean } {
  if (value === undefined) return { forms: [], damaged: false };
  const all: readonly unknown[] = Array.isArray(value) ? value : [undefined];
  const forms = all.slice(0, MOST_FORMS).flatMap((one): StoredForm[] => {
    if (!isRecord(one)) return [];
    const [id, rows, conditions] = [textOf(one["id"]), textOf(one["rows"]), textOf(one["conditions"])];
    if (id === undefined || rows === undefined || !isRecord(one["meta"])) return [];
    if (isTooLong({ rows, conditions }) || isTooDeep(one["meta"])) return [];
    return [{ id, meta: one["meta"], rows, ...(conditions !== undefined && { conditions }) }];
  });
  return { forms, damaged: forms.length < all.length };
}

/** The memory with a form added, in place of one with the same id; ask {@link roomFor} first. */
export function rememberForm(memory: WorkbookMemory, form: StoredForm): WorkbookMemory {
  return { ...memory, forms: [...(memory.forms ?? []).filter(({ id }) => id !== form.id), form] };
}

/** The memory without a form; tables that were adopted as it are of no known form again. */
export function forgetForm(memory: WorkbookMemory, id: string): WorkbookMemory {
  const sheets = memory.sheets.map(({ adopted, ...sheet }) =>
    adopted === undefined || adopted.formId === id ? sheet : { ...sheet, adopted },
  );
  return { ...memory, sheets, forms: (memory.forms ?? []).filter((form) => form.id !== id) };
}
