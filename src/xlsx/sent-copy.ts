/** The copy for sending: a workbook made anew, so that nothing of the working file can be in it but what is put there. */

import { copySheet, type Sendable } from "../core/submit/copy-sheet";
import { fingerprintOf, type Digest } from "../core/submit/fingerprint";
import type { Gate } from "../core/submit/gate";
import { slipLayout, SLIP_SHEET, type SlipTable } from "../core/submit/slip";
import { verifyCopy } from "../core/submit/verify";
import { freeName } from "../core/workbook/sheet-name";
import { createWorkbook } from "./create";
import { formSheet } from "./form-sheet";
import type { NewPage, NewSheet } from "./new-workbook";
import { openWorkbook } from "./open";

export interface Submission {
  /** Each table with its gate, which is ready. */
  readonly tables: readonly (Sendable & { readonly gate: Gate })[];
  /** Who sends it. */
  readonly person: string;
  readonly at: Date;
}

export interface SentCopy {
  readonly bytes: Uint8Array;
  /** One for each table, with the name of its sheet in the copy. */
  readonly fingerprints: readonly { readonly sheet: string; readonly fingerprint: string }[];
}

/**
 * Makes the copy for sending: the tables as values and the Phiếu kiểm tra. The result is read again before it is
 * handed out: a copy that would not verify is not made.
 *
 * @throws Error where a gate is not ready, or where the copy does not hold the figures of its tables (a mistake of ours)
 */
export async function makeSentCopy(submission: Submission, digest?: Digest): Promise<SentCopy> {
  const { tables, person, at } = submission;
  if (tables.length === 0 || tables.some(({ gate }) => !gate.ready)) throw new Error("the gate is not ready");
  const names = sheetNames(tables.map(({ form }) => form.id));
  const sheets: NewSheet[] = [];
  const slipTables: SlipTable[] = [];
  for (const [index, one] of tables.entries()) {
    const sheet = names[index]!;
    const { layout, placeInCopy } = copySheet(one, sheet);
    sheets.push(formSheet(layout));
    slipTables.push({ ...one, sheet, placeInCopy, fingerprint: await fingerprintOf(one.table, digest) });
  }
  const slip = formSheet(await slipLayout({ person, at, tables: slipTables }, digest));
  const bytes = await createWorkbook({
    sheets: [...sheets, withoutRepeats(slip)],
    properties: {
      title: [...new Set(tables.map(({ form }) => form.id))].join(", "),
      creator: "Biểu Y tế",
      company: tables[0]!.unit,
      created: at,
    },
  });
  await refuseUnlike(bytes, tables, digest);
  return { bytes, fingerprints: slipTables.map(({ sheet, fingerprint }) => ({ sheet, fingerprint })) };
}

/** A slip is read once from top to bottom: nothing stays in sight, and nothing is repeated on the next page. */
function withoutRepeats(slip: NewSheet): NewSheet {
  const kept: { -readonly [Key in keyof NewSheet]: NewSheet[Key] } = { ...slip };
  delete kept.frozen;
  if (slip.page) {
    const page: { -readonly [Key in keyof NewPage]: NewPage[Key] } = { ...slip.page };
    delete page.titleRows;
    kept.page = page;
  }
  return kept;
}

/** Sheets are named after their forms; a second one of the same form gets a number. */
function sheetNames(ids: readonly string[]): string[] {
  const taken = [SLIP_SHEET];
  return ids.map((id) => {
    const name = freeName(id.replace(/[:\\/?*[\]']/g, " "), taken);
    taken.push(name);
    return name;
  });
}

async function refuseUnlike(bytes: Uint8Array, tables: readonly Sendable[], digest?: Digest): Promise<void> {
  const book = await openWorkbook(bytes);
  const copy = { sheets: book.sheets.map(({ name }) => name), grid: (name: string) => book.grid(name) };
  const forms = [...new Map(tables.map(({ form }) => [form.id, form])).values()];
  const read = await verifyCopy(copy, forms, digest);
  const same = read.kind === "read" && read.slip.untouched && read.tables.every(({ outcome }) => outcome === "same");
  if (!same) throw new Error("the copy does not hold the figures of its tables");
}
