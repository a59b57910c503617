/** Making and verifying copies for sending, with the writer of .xlsx files. Loaded when one is made or chosen. */

import { periodCode } from "../core/form/period";
import type { Form } from "../core/form/types";
import { figureChanges, verifyCopy, type CopyBook, type VerifiedCopy, type VerifiedTable } from "../core/submit/verify";
import type { FigureTable } from "../core/table/figures";
import { openWorkbook } from "../xlsx/open";
import type { Verified, VerifiedTableState } from "./state/types";

export { sendable } from "../core/submit/copy-sheet";
export { makeSentCopy } from "../xlsx/sent-copy";

/** The open sheet. */
interface OpenTable {
  readonly table: FigureTable;
  readonly sheet: string;
}

/**
 * Compares a copy with its slip, and with the open sheet where that is the same Biểu of the same period.
 *
 * @throws WorkbookError where the file cannot be read; its message is for people
 */
export async function verifyBytes(
  bytes: Uint8Array,
  forms: readonly Form[],
  open: OpenTable | undefined,
): Promise<Verified> {
  const book = await openWorkbook(bytes);
  const copy = { sheets: book.sheets.map(({ name }) => name), grid: (name: string) => book.grid(name) };
  return verified(await verifyCopy(copy, forms), open);
}

/** Compares the sheets of a copy that is open with its slip. */
export async function verifyBook(copy: CopyBook, forms: readonly Form[]): Promise<Verified> {
  return verified(await verifyCopy(copy, forms), undefined);
}

function verified(read: VerifiedCopy, open: OpenTable | undefined): Verified {
  if (read.kind === "no-slip") return { kind: "no-slip" };
  if (read.kind === "damaged") return { kind: "damaged", line: read.problem.line };
  const { person, at, untouched } = read.slip;
  return { kind: "read", person, at, untouched, tables: read.tables.map((one) => compared(one, open)) };
}

function compared({ said, outcome, now, table }: VerifiedTable, open: OpenTable | undefined): VerifiedTableState {
  const binding = open?.table.binding;
  const isSame =
    binding?.form?.id === said.formId && binding.period && periodCode(binding.period) === periodCode(said.period);
  const changes = table && open && isSame ? figureChanges(open.table, table) : undefined;
  return { said, outcome, now, version: table?.binding.form?.version, changes, sheet: changes && open?.sheet };
}
