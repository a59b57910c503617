/** Whether a sent copy still holds the figures that were checked, and which cells differ from the working file. */

import { recognise } from "../form/recognise";
import type { FigureRole, Form } from "../form/types";
import { readFigures, type FigureTable } from "../table/figures";
import type { Grid } from "../table/grid";
import { canonicalLines, fingerprintOf, type CanonicalLine, type Digest } from "./fingerprint";
import { isSlipSheet } from "./slip-sheet";
import { readSlip, type ReadSlip, type ReadSlipTable, type SlipProblem } from "./slip";

/** A workbook to verify. */
export interface CopyBook {
  readonly sheets: readonly string[];
  /** What a sheet holds; asked only of the slip's sheet and of those where a Biểu is looked for. */
  readonly grid: (sheet: string) => Grid | Promise<Grid>;
}

export type VerifiedCopy =
  /** There is no Phiếu kiểm tra: nothing says what the figures were. */
  | { readonly kind: "no-slip" }
  /** A line of the Phiếu kiểm tra is not there or does not read. */
  | { readonly kind: "damaged"; readonly problem: SlipProblem }
  | {
      readonly kind: "read";
      readonly slip: Extract<ReadSlip, { kind: "slip" }>;
      readonly tables: readonly VerifiedTable[];
    };

/**
 * Reads the slip of a sent copy and compares every table that it names.
 *
 * @param forms those that the tables may be of
 */
export async function verifyCopy(book: CopyBook, forms: readonly Form[], digest?: Digest): Promise<VerifiedCopy> {
  const slipSheet = book.sheets.find(isSlipSheet);
  if (slipSheet === undefined) return { kind: "no-slip" };
  const slip = await readSlip(await book.grid(slipSheet), digest);
  if (slip.kind === "damaged") return slip;
  const others = book.sheets.filter((name) => name !== slipSheet);
  return { kind: "read", slip, tables: await verifyTables(book, others, forms, slip.tables, digest) };
}

/**
 * Each table of the slip in the sheet that has its name; one whose sheet was renamed in a sheet that no other has. Of
 * several of the same Biểu those that hold the slip's figures are told first, so that none is held against another's. Each
 * sheet is asked for once at most: in Excel that is a round trip.
 */
async function verifyTables(
  book: CopyBook,
  sheets: readonly string[],
  forms: readonly Form[],
  tables: readonly ReadSlipTable[],
  digest?: Digest,
): Promise<VerifiedTable[]> {
  const named = new Set(tables.map(({ sheet }) => sheet));
  const lost = tables.filter(({ sheet }) => !sheets.includes(sheet));
  const others = lost.length === 0 ? [] : sheets.filter((name) => !named.has(name));
  const verifyAll = async (name: string, wanted: readonly ReadSlipTable[]) => {
    const grid = await book.grid(name);
    return Promise.all(wanted.map((said) => verifyTable(said, readAs(grid, forms, said), digest)));
  };

  const verified = new Map<ReadSlipTable, VerifiedTable>();
  for (const name of sheets.filter((one) => named.has(one))) {
    const wanted = tables.filter(({ sheet }) => sheet === name);
    for (const one of await verifyAll(name, wanted)) verified.set(one.said, one);
  }
  const candidates: { readonly name: string; readonly one: VerifiedTable }[] = [];
  for (const name of others) candidates.push(...(await verifyAll(name, lost)).map((one) => ({ name, one })));
  const taken = new Set<string>();
  for (const wanted of [["same"], ["changed", "other-version"]]) {
    for (const { name, one } of candidates) {
      if (!wanted.includes(one.outcome) || taken.has(name) || verified.has(one.said)) continue;
      verified.set(one.said, one);
      taken.add(name);
    }
  }
  return tables.map((said) => verified.get(said) ?? { said, outcome: "no-sheet" });
}

function readAs(grid: Grid, forms: readonly Form[], { formId, period, unit }: ReadSlipTable): FigureTable | undefined {
  const binding = recognise(grid, forms, { formId, period, unit });
  return binding?.form?.id === formId ? readFigures(grid, binding) : undefined;
}

export interface VerifiedTable {
  readonly said: ReadSlipTable;
  /** The table as read; absent where it is not there. */
  readonly table?: FigureTable;
  /**
   * `same`: the figures are those that the slip was made for; `changed`: they are not; `no-sheet`: the table is not
   * there or no longer recognised; `other-version`: they differ, but this program knows another version of the form, so
   * that nothing can be concluded.
   */
  readonly outcome: "same" | "changed" | "no-sheet" | "other-version";
  /** The fingerprint of the figures now. */
  readonly now?: string;
}

/**
 * Compares a table with what the slip says of it.
 *
 * @param table the copy's table as just read; undefined where it is not there
 */
export async function verifyTable(
  said: ReadSlipTable,
  table: FigureTable | undefined,
  digest?: Digest,
): Promise<VerifiedTable> {
  const form = table?.binding.form;
  if (!table || form?.id !== said.formId) return { said, outcome: "no-sheet" };
  const now = await fingerprintOf(table, digest, said);
  if (now === said.fingerprint) return { said, outcome: "same", now, table };
  return { said, outcome: form.version === said.version ? "changed" : "other-version", now, table };
}

/** A figure that is not the same in two tables. Figures are as in the canonical text; undefined where there is no such row. */
export interface FigureChange {
  /** Mã số, or `~` and the label of a row that has none. */
  readonly row: string;
  readonly measure: string;
  readonly role: FigureRole;
  readonly label: string;
  readonly before?: string;
  readonly after?: string;
  /** Addresses in the two sheets. */
  readonly atBefore?: string;
  readonly atAfter?: string;
}

/** Every figure that differs between two tables, whatever the order of their rows. */
export function figureChanges(before: FigureTable, after: FigureTable): FigureChange[] {
  const [was, is] = [linesByRow(before), linesByRow(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [left, right] = unlike(was.get(key) ?? [], is.get(key) ?? []);
    return Array.from({ length: Math.max(left.length, right.length) }, (_, at) =>
      differences(left[at], right[at]),
    ).flat();
  });
}

function linesByRow(table: FigureTable): ReadonlyMap<string, CanonicalLine[]> {
  const lines = new Map<string, CanonicalLine[]>();
  for (const line of canonicalLines(table)) {
    const key = `${line.row}\t${line.measure}`;
    const known = lines.get(key);
    if (known) known.push(line);
    else lines.set(key, [line]);
  }
  return lines;
}

/** What is left of both when equal lines are taken away in pairs. */
function unlike(before: readonly CanonicalLine[], after: readonly CanonicalLine[]): [CanonicalLine[], CanonicalLine[]] {
  const right = [...after];
  const left = before.filter(({ text }) => {
    const twin = right.findIndex((line) => line.text === text);
    if (twin >= 0) right.splice(twin, 1);
    return twin < 0;
  });
  return [left, right];
}

function differences(before: CanonicalLine | undefined, after: CanonicalLine | undefined): FigureChange[] {
  const some = (before ?? after)!;
  const roles = new Set([...(before?.figures ?? []), ...(after?.figures ?? [])].map(({ role }) => role));
  return [...roles].flatMap((role): FigureChange[] => {
    const [was, is] = [before, after].map((line) => line?.figures.find((figure) => figure.role === role));
    if ((was?.figure ?? "") === (is?.figure ?? "")) return [];
    return [
      {
        row: some.row,
        measure: some.measure,
        role,
        label: some.label,
        ...(was && { before: was.figure, atBefore: was.at }),
        ...(is && { after: is.figure, atAfter: is.at }),
      },
    ];
  });
}
