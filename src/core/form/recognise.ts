/** Recognises a form in a sheet: by its Mã số column where we made the sheet, else by header words and labels. */

import { cellAt, cellText, type Grid } from "../table/grid";
import {
  columnOf,
  type Binding,
  type BoundColumn,
  type BoundRow,
  type FillMode,
  type UnboundRow,
} from "../table/binding";
import { tidy } from "../text/fold";
import { findHeader, headerTextAt, type Header } from "./header";
import { headerTexts, isBesideForm, readHeaderText } from "./header-words";
import { labelForMatching, matchRows, SURE } from "./match-rows";
import type { Period } from "./period";
import { hasFigures, labelColumnOf, labelRows } from "./table-rows";
import { namesYearBefore } from "./template";
import type { Form, Measure } from "./types";

/** What the workbook's metadata says of a sheet that we made. */
export interface SheetHint {
  readonly formId: string;
  readonly period?: Period;
  readonly unit?: string;
  readonly filled?: FillMode;
  /** Whether a person said so: then the sheet may also be a small part of the form. */
  readonly chosen?: boolean;
}

/** Share of a form's indicators that must be found before a sheet is taken for that form. */
const LEAST_COVERAGE = 0.25;

/** Share of a sheet's rows that must be found in a form that a person chose. */
const LEAST_EXPLAINED = 0.3;

/** Share of a sheet's rows that must be found by their codes for the labels not to be asked. */
const SURELY_EXPLAINED = 0.5;

/** Fewest rows that make a table. */
const LEAST_ROWS = 2;

/**
 * Binds a sheet to one of the forms.
 *
 * @returns undefined where the sheet has no header that names a label column and a column of figures; a binding
 *   without a form where it has one but no form fits
 */
export function recognise(grid: Grid, forms: readonly Form[], hint?: SheetHint): Binding | undefined {
  const hinted = forms.filter((form) => form.id === hint?.formId);
  const candidates = hinted.length > 0 ? hinted : forms;
  const headerOf = headerReader(grid);
  const coded = candidates.flatMap((form) => byCode(grid, form, headerOf) ?? []);
  const chosen = hinted.length > 0 && hint?.chosen === true;
  // A few cells that happen to read like a form's codes must not hide the form that the labels name.
  const sure = coded.some(({ explained }) => explained >= SURELY_EXPLAINED);
  const others = candidates.filter((form) => coded.every(({ binding }) => binding.form !== form));
  const labelled = sure ? [] : byLabel(grid, others, chosen, headerOf);
  const best = [...coded, ...labelled].sort((a, b) => b.rank - a.rank)[0];
  const enough = best && (best.coverage >= LEAST_COVERAGE || (chosen && best.explained >= LEAST_EXPLAINED));
  if (enough && best.binding.rows.length >= LEAST_ROWS) {
    const { period = best.binding.period, unit, filled } = hint ?? {};
    return { ...best.binding, ...(period && { period }), ...(unit && { unit }), ...(filled && { filled }) };
  }
  return withoutForm(grid, headerOf);
}

type HeaderOf = (measures: readonly Measure[]) => Header | undefined;

/** The header of a sheet, looked for once for all forms whose measures read alike; most forms have one without a name. */
function headerReader(grid: Grid): HeaderOf {
  const found = new Map<string, Header | undefined>();
  const texts = headerTexts();
  return (measures) => {
    const named = measures.filter(({ label }) => label !== "");
    const key = JSON.stringify(named.map(({ id, label }) => [id, label]));
    if (!found.has(key)) found.set(key, findHeader(grid, named, texts));
    return found.get(key);
  };
}

interface Candidate {
  readonly binding: Binding;
  /** Share of the form's indicators that were found. */
  readonly coverage: number;
  /** Share of the sheet's rows that are of the form. */
  readonly explained: number;
  /** Of two forms with the same rows, such as the units of a province, the one with the sheet's columns comes first. */
  readonly rank: number;
}

function byCode(grid: Grid, form: Form, headerOf: HeaderOf): Candidate | undefined {
  const counts = new Map<number, number>();
  for (const cells of grid.rows) {
    cells.forEach((cell, column) => {
      if (typeof cell?.value === "string" && form.byCode.has(cell.value.trim())) {
        counts.set(column, (counts.get(column) ?? 0) + 1);
      }
    });
  }
  const [column, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [-1, 0];
  if (count < LEAST_ROWS || count < form.rows.length * LEAST_COVERAGE) return undefined;
  const header = headerOf(form.measures);
  if (!header) return undefined;
  const rows: BoundRow[] = [];
  const loose: number[] = [];
  for (let row = header.bottom + 1; row < grid.rows.length; row += 1) {
    const code = cellText(cellAt(grid, row, column)).trim();
    if (form.byCode.has(code)) rows.push({ row, code, confidence: 1, by: "code" });
    else loose.push(row);
  }
  const named = header.columns.some((bound) => bound.role === "code")
    ? header.columns
    : [...header.columns, { role: "code" as const, measure: "", column, header: "" }];
  const columns = inFormOrder(grid, form, header, column) ?? named;
  return candidate(form, { ...header, columns }, rows, looseRows(grid, { ...header, columns }, new Set(loose)));
}

/** Columns of figures done, which only their years tell apart. */
const DONE: ReadonlySet<string> = new Set(["actual", "samePeriod"]);

/**
 * The form's own columns where the sheet still has them in place: then a slip in one header's year or words does not
 * change what its column is.
 *
 * @returns undefined where a header says that another column stands there
 */
function inFormOrder(grid: Grid, form: Form, header: Header, codeColumn: number): BoundColumn[] | undefined {
  if (form.columns.findIndex(({ role }) => role === "code") !== codeColumn) return undefined;
  const columns = form.columns.map((column, at): BoundColumn => ({
    role: column.role,
    measure: column.measure ?? "",
    column: at,
    header: headerTextAt(grid, header, at),
  }));
  const agree = columns.every(({ role, measure, header: text }) => {
    const words = readHeaderText(text, form.measures);
    const said = words.periodOnly ? "actual" : words.role;
    if (said === undefined) return (text !== "" && !isBesideForm(text)) || role === "code";
    const same = said === role || (DONE.has(said) && DONE.has(role)) || (said === "plan" && role === "laterPlan");
    return same && words.measure === measure;
  });
  return agree ? columns : undefined;
}

interface Labels {
  readonly labels: readonly { readonly row: number; readonly text: string }[];
  /** As matching sees them. */
  readonly folded: readonly string[];
}

/** The labels of a sheet, read once for all forms that see the same header. */
function labelReader(grid: Grid): (header: Header) => Labels {
  const read = new Map<string, Labels>();
  return (header) => {
    const key = `${header.bottom} ${JSON.stringify(header.columns)}`;
    const known = read.get(key);
    if (known) return known;
    const labels = labelRows(grid, header, labelColumnOf(header));
    const made = { labels, folded: labels.map(({ text }) => labelForMatching(text)) };
    read.set(key, made);
    return made;
  };
}

function byLabel(grid: Grid, forms: readonly Form[], chosen: boolean, headerOf: HeaderOf): Candidate[] {
  const labelsOf = labelReader(grid);
  return forms.flatMap((form) => {
    const header = headerOf(form.measures);
    if (!header) return [];
    const { labels, folded } = labelsOf(header);
    // A quick look before the costly alignment: does the sheet share any wording with the form at all?
    const known = new Set(form.rows.flatMap((row) => [row.label, ...row.aliases].map(labelForMatching)));
    const shared = folded.filter((text) => known.has(text)).length;
    if (shared < LEAST_ROWS || (!chosen && shared < form.rows.length * LEAST_COVERAGE * 0.4)) return [];

    const { matches, guesses } = matchRows(
      labels.map(({ text }) => text),
      form.rows,
    );
    const rows = matches.map((match): BoundRow => ({
      row: labels[match.sheet]!.row,
      code: form.rows[match.form]!.code,
      confidence: Math.round(match.confidence * 100) / 100,
      by: "label",
    }));
    const last = rows.at(-1)?.row ?? 0;
    const bound = new Set(rows.map(({ row }) => row));
    const unbound = labels.flatMap(({ row, text }, index): UnboundRow[] => {
      if (bound.has(row) || (row > last && !hasFigures(grid, header, row))) return [];
      const mine = (guesses.get(index) ?? []).map(({ form: at, confidence }) => ({
        code: form.rows[at]!.code,
        confidence: Math.round(confidence * 100) / 100,
      }));
      return [{ row, label: tidy(text), guesses: mine }];
    });
    return [candidate(form, header, rows, unbound)];
  });
}

function candidate(form: Form, header: Header, rows: BoundRow[], unbound: UnboundRow[]): Candidate {
  const codes = new Set(rows.filter(({ confidence }) => confidence >= SURE).map(({ code }) => code));
  const found = form.indicators.filter(({ code }) => codes.has(code)).length;
  const binding: Binding = {
    form,
    header: { top: header.top, bottom: header.bottom },
    columns: header.columns.filter(({ role }) => role !== "laterPlan" || form.columns.some((own) => own.role === role)),
    rows,
    unbound,
    ...periodOf(form, header),
  };
  const coverage = found / form.indicators.length;
  const columns = form.columns.filter(({ role, measure = "" }) => columnOf(binding, role, measure));
  // A form made of a part of a larger one is found whole in both; the one that explains more of the sheet is meant.
  const explained = rows.length / Math.max(1, rows.length + unbound.length);
  return {
    binding,
    coverage,
    explained,
    rank: coverage * (1 + columns.length / form.columns.length) * (1 + explained),
  };
}

/** The period of the header; a form that sets next year's plan reports in TH the year before its period. */
function periodOf(form: Form, { period, years }: Header): Pick<Binding, "period"> {
  if (!period) return {};
  const actual = form.columns.find(({ role }) => role === "actual");
  return {
    period: namesYearBefore(actual) && years.actual !== undefined ? { ...period, year: period.year + 1 } : period,
  };
}

/** Labelled rows with figures, of some rows or of all, that no form is asked for. */
function looseRows(grid: Grid, header: Header, wanted?: ReadonlySet<number>): UnboundRow[] {
  return labelRows(grid, header, labelColumnOf(header))
    .filter(({ row }) => (wanted?.has(row) ?? true) && hasFigures(grid, header, row))
    .map(({ row, text }) => ({ row, label: tidy(text), guesses: [] }));
}

/** A table whose form is not known: every labelled row is unbound, and still gets the checks that need no definition. */
function withoutForm(grid: Grid, headerOf: HeaderOf): Binding | undefined {
  const header = headerOf([]);
  if (!header) return undefined;
  const unbound = looseRows(grid, header);
  if (unbound.length < LEAST_ROWS) return undefined;
  return {
    header: { top: header.top, bottom: header.bottom },
    columns: header.columns,
    rows: [],
    unbound,
    ...(header.period && { period: header.period }),
  };
}
