/** Sentences for the rows and the sections of a table. */

import type { Form, Indicator } from "../form/types";
import { sectionLabel } from "../form/sections";
import type { FigureRow, FigureTable } from "../table/figures";
import { address } from "../table/grid";
import { contextOf, headingOf, isBarePart, repeatedLabels } from "./context";
import { clauseOf } from "./sentence";
import { lowerLabel, spokenLabel } from "./spoken-label";
import { SENTENCE_WORDS as WORDS } from "./words.vi";

/** One row's sentence. */
export interface RowSentence {
  readonly code: string;
  /** A1 address of the first TH cell. */
  readonly cell: string;
  /** Row of the sheet, from 1. */
  readonly row: number;
  readonly sentence: string;
}

/**
 * The sentence of every row that has one: rows without TH, and rows that are not known, have none.
 *
 * A label that the form has several times, or that says nothing without its total, is told with what stands above it.
 *
 * @param wanted which rows; all by default
 */
export function rowSentences(table: FigureTable, wanted: (row: FigureRow) => boolean = () => true): RowSentence[] {
  const { form } = table.binding;
  const twice = repeatedLabels(form);
  return [...entriesByRow(table.rows.filter(wanted)).values()].flatMap((group): RowSentence[] => {
    const first = group[0]!;
    const said = sayRow(group, table);
    const { indicator } = first;
    if (!said || !indicator) return [];
    const context = twice.has(indicator.label) || isBarePart(indicator, form) ? contextOf(indicator, form) : "";
    const sentence = `${context ? `${context}${lowerLabel(said)}` : said}.`;
    return [{ code: indicator.code, cell: cellOf(group), row: first.row + 1, sentence }];
  });
}

/**
 * One paragraph for a section: its heading, then its rows with parts after their totals.
 *
 * @param section code of a heading of the form, at any level
 * @returns undefined where the section has nothing to say
 */
export function sectionSentence(table: FigureTable, section: string): string | undefined {
  const paragraphs = sectionParagraphs(table, ({ path }) => path.includes(section));
  return paragraphs.length === 0 ? undefined : paragraphs.map(({ text }) => text).join("\n");
}

/** A paragraph of the rows under one heading. */
export interface Paragraph {
  /** A1 address of the first figure that it tells. */
  readonly cell: string;
  readonly text: string;
}

/** The paragraphs of those rows that belong, one for each heading; parts come after their totals. */
export function sectionParagraphs(
  table: FigureTable,
  belongs: (indicator: Indicator) => boolean,
): readonly Paragraph[] {
  const { form } = table.binding;
  const paragraphs = new Map<string, { readonly cell: string; readonly clauses: string[] }>();
  let within = "";
  for (const group of entriesByRow(table.rows).values()) {
    const { indicator } = group[0]!;
    if (!indicator || !belongs(indicator)) continue;
    const said = sayRow(group, table);
    if (!said) continue;
    const heading = indicator.path.at(-1) ?? "";
    if (!paragraphs.has(heading)) {
      within = "";
      paragraphs.set(heading, { cell: cellOf(group), clauses: [] });
    }
    const { clauses } = paragraphs.get(heading)!;
    const whole = indicator.partOf[0] ?? "";
    const told = lowerLabel(said);
    clauses.push(whole !== "" && whole !== within && clauses.length > 0 ? `${WORDS.ofWhich}${told}` : told);
    within = whole;
  }
  return [...paragraphs].map(([code, { cell, clauses }]) => {
    const told = `${clauses.join("; ")}.`;
    return { cell, text: code === "" ? capitalised(told) : `${headingOf(form, code)}: ${told}` };
  });
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The codes and names of a form's headings, for whoever must choose one. */
export function sectionsOf(form: Form | undefined): { code: string; label: string }[] {
  return (form?.rows ?? [])
    .filter(({ row }) => row === "heading")
    .map(({ code }) => ({ code, label: sectionLabel(form, code) }));
}

/** "Sởi: mắc 17 ca, tăng 6 ca so với cùng kỳ; chết 1 ca": all measures of a row; "" where nothing is known. */
function sayRow(group: readonly FigureRow[], table: FigureTable): string {
  const clauses = group.map((row) => clauseOf(row, table)).filter((clause) => clause !== undefined);
  const { measure, label } = group[0]!;
  if (clauses.length === 0 || measure.label === "") return clauses.join("; ");
  return `${spokenLabel(label)}: ${clauses.join("; ")}`;
}

/** The entries of each row of the sheet, one for each measure, in the sheet's order. */
export function entriesByRow(rows: readonly FigureRow[]): ReadonlyMap<number, readonly FigureRow[]> {
  const entries = new Map<number, FigureRow[]>();
  for (const row of rows) {
    const own = entries.get(row.row);
    if (own) own.push(row);
    else entries.set(row.row, [row]);
  }
  return entries;
}

function cellOf(group: readonly FigureRow[]): string {
  const first = group.find(({ cells }) => cells.actual?.value !== undefined) ?? group[0]!;
  return first.cells.actual?.at ?? address(first.row, 0);
}
