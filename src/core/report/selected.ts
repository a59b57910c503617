/** Sentences for rows that somebody selected in a sheet, or for one section, and why the other rows say nothing. */

import { sectionOf } from "../form/sections";
import type { Indicator } from "../form/types";
import type { FigureRow, FigureTable } from "../table/figures";
import { entriesByRow, rowSentences, sectionParagraphs } from "./sentences";

/** Rows of a sheet, 0-based and inclusive. */
export interface RowArea {
  readonly top: number;
  readonly bottom: number;
}

export interface Told {
  /** A1 address of what is told of. */
  readonly cell: string;
  readonly text: string;
}

/**
 * Why a row says nothing: TH is missing, cannot be read, or is a text; the row is not known, is a heading among its own
 * rows, is hidden, or stands outside the table.
 */
export type SilentReason = "missing" | "unreadable" | "text" | "unknown" | "heading" | "hidden" | "outside";

export interface Telling {
  /** In the order of the sheet. */
  readonly sentences: readonly Told[];
  /** How many rows were asked for, of those that the sheet uses. */
  readonly rows: number;
  readonly silent: Readonly<Partial<Record<SilentReason, number>>>;
}

/**
 * The sentences of selected rows.
 *
 * A heading that is selected without any row of its section stands for the whole section. Rows that are hidden, as by a
 * filter, are passed over; a section that is asked for by its heading is told as a whole.
 *
 * @param areas may overlap, and may go beyond what the sheet uses
 */
export function tellSelected(table: FigureTable, areas: readonly RowArea[]): Telling {
  const rows = rowsIn(areas, table.grid.rows.length);
  const entries = entriesByRow(table.rows);
  const headings = headingsByRow(table);
  const hidden = table.grid.hiddenRows ?? new Set<number>();
  const silent = counter();
  const pathOf = (row: number) => entries.get(row)?.[0]?.indicator?.path ?? [];
  const within = new Set(rows.flatMap((row) => [...pathOf(row)]));
  const wanted = new Set<number>();
  const whole = new Map<string, number>();
  for (const row of rows) {
    const heading = headings.get(row);
    if (heading) {
      // A part whose chapters are selected with it is told once, by its own heading.
      const isTold = heading.path.some((code) => whole.has(code));
      if (within.has(heading.code)) silent.add("heading");
      else if (!isTold) whole.set(heading.code, row);
    } else if (hidden.has(row)) silent.add("hidden");
    else if (entries.has(row)) wanted.add(row);
    else silent.add("outside");
  }
  const told: (Told & { readonly row: number })[] = sayRows(table, wanted, entries, silent);
  for (const [code, row] of whole) {
    const of = tellWhere(table, ({ path }) => path.includes(code));
    told.push(...of.sentences.map((one) => ({ ...one, row })));
    silent.addAll(of.silent);
  }
  const sentences = told.sort((a, b) => a.row - b.row).map(({ cell, text }) => ({ cell, text }));
  return { sentences, rows: rows.length, silent: silent.counts() };
}

/**
 * The paragraphs of a section, as results count it.
 *
 * @param section code of a heading; "" for the rows under none
 */
export function tellSection(table: FigureTable, section: string): Telling {
  return tellWhere(table, ({ path }) => sectionOf(table.binding.form, path) === section);
}

function tellWhere(table: FigureTable, belongs: (indicator: Indicator) => boolean): Telling {
  const own = [...entriesByRow(table.rows)].filter(([, [first]]) => first?.indicator && belongs(first.indicator));
  const rows = new Set(own.map(([row]) => row));
  const speaking = new Set(rowSentences(table, ({ row }) => rows.has(row)).map(({ row }) => row - 1));
  const silent = counter();
  for (const [row, group] of own) if (!speaking.has(row)) silent.add(reasonOf(group));
  return { sentences: sectionParagraphs(table, belongs), rows: own.length, silent: silent.counts() };
}

function sayRows(
  table: FigureTable,
  wanted: ReadonlySet<number>,
  entries: ReadonlyMap<number, readonly FigureRow[]>,
  silent: Counter,
): (Told & { readonly row: number })[] {
  const said = rowSentences(table, ({ row }) => wanted.has(row));
  const speaking = new Set(said.map(({ row }) => row - 1));
  for (const row of wanted) if (!speaking.has(row)) silent.add(reasonOf(entries.get(row) ?? []));
  return said.map(({ cell, sentence, row }) => ({ cell, text: sentence, row: row - 1 }));
}

/** Why the row of a sheet has no sentence. */
function reasonOf(group: readonly FigureRow[]): SilentReason {
  const known = group.filter(({ indicator }) => indicator);
  if (known.length === 0) return "unknown";
  if (known.every(({ traits }) => traits?.kind === "text")) return "text";
  const missing = known.every(({ cells: { actual } }) => !actual || actual.figure.kind === "missing");
  return missing ? "missing" : "unreadable";
}

/** The rows of areas, each once, in the order of the sheet. */
function rowsIn(areas: readonly RowArea[], used: number): number[] {
  const rows = new Set<number>();
  for (const { top, bottom } of areas) {
    for (let row = Math.max(0, top); row <= Math.min(bottom, used - 1); row += 1) rows.add(row);
  }
  return [...rows].sort((a, b) => a - b);
}

function headingsByRow({ binding: { form, rows } }: FigureTable) {
  return new Map(
    rows.flatMap(({ row, code }) => {
      const definition = form?.byCode.get(code);
      return definition?.row === "heading" ? [[row, definition] as const] : [];
    }),
  );
}

type Counter = ReturnType<typeof counter>;

function counter() {
  const counts: Partial<Record<SilentReason, number>> = {};
  const add = (reason: SilentReason, count = 1) => {
    counts[reason] = (counts[reason] ?? 0) + count;
  };
  return {
    add,
    addAll: (more: Telling["silent"]) => {
      for (const [reason, count] of Object.entries(more)) add(reason as SilentReason, count);
    },
    counts: () => ({ ...counts }),
  };
}
