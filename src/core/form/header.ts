/** Finds the header of a table typed by people, and what each of its columns is, from the words alone. */

import { cellAt, cellText, isEmpty, type Grid } from "../table/grid";
import type { BoundColumn } from "../table/binding";
import { fold } from "../text/fold";
import { headerTexts, headerYears, inMeasures, isFigureLike, readHeaderText, type Words } from "./header-words";
import { spanIn, type Period, type PeriodSpan } from "./period";
import type { ColumnRole, Measure } from "./types";

/** Rows from the top in which a header is looked for: a title block is rarely longer than a page. */
const SEARCH_DEPTH = 80;

/** A header has at most this many rows (a group row, a column row, and a row of units or a line break). */
const MAX_HEADER_ROWS = 3;

export interface Header {
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly BoundColumn[];
  /** Years and span that the header and the title above it state. */
  readonly period?: Period;
  /** Contradictions in what the header says, for the structure rules. */
  readonly years: HeaderYears;
}

/** The years that column headers state, where they state one. */
export interface HeaderYears {
  readonly plan?: number;
  readonly actual?: number;
  readonly samePeriod?: number;
}

/**
 * Finds the header row or rows of a sheet: the block whose texts name most columns.
 *
 * @param measures those of the form that is tried; `[]` where none is known
 * @param texts reads header texts; the same one for all forms that are tried on a sheet
 * @returns undefined where no row names a label column and a column of figures
 */
export function findHeader(grid: Grid, measures: readonly Measure[], texts = headerTexts()): Header | undefined {
  const spread = spreadMerges(grid);
  let best: { header: Header; score: number } | undefined;
  const deepest = Math.min(SEARCH_DEPTH, grid.rows.length);
  for (let top = 0; top < deepest; top += 1) {
    if (grid.rows[top]!.every((cell) => isEmpty(cell))) continue;
    for (let bottom = top; bottom < Math.min(top + MAX_HEADER_ROWS, grid.rows.length); bottom += 1) {
      if (bottom > top && !looksLikeHeader(grid, bottom)) break;
      const columns = columnsIn(grid, spread, top, bottom, (text) => inMeasures(texts(text), measures));
      const figures = columns.filter(({ words }) => isFigureLike(words)).length;
      if (figures === 0 || !columns.some(({ words }) => words.role === "label")) continue;
      const header = settle(grid, columns, top, bottom);
      // A longer block must tell more columns apart: otherwise it only swallows the first row of the table.
      const score = header.columns.length;
      if (!best || score > best.score) best = { score, header };
    }
  }
  return best?.header;
}

/** A second or third header row holds texts that are no figures; years only among words of a header, or alone. */
function looksLikeHeader(grid: Grid, row: number): boolean {
  const cells = grid.rows[row]!.filter((cell) => !isEmpty(cell));
  const others = cells.filter((cell) => !/^(?:19|20)\d{2}$/.test(cellText(cell).trim()));
  if (others.some((cell) => typeof cell!.value !== "string" || /^[\d.,\s%-]+$/.test(cell!.value))) return false;
  return cells.length > 0 && (others.length === cells.length || others.every((cell) => isHeaderWord(cellText(cell))));
}

const isHeaderWord = (text: string) => {
  const { role, periodOnly } = readHeaderText(text, []);
  return role !== undefined || periodOnly;
};

/** Merged cells that are filled out: more than the rows in question have, unless merges lie over one another. */
const MOST_COVERED = 100_000;

/** The text of each cell with merged blocks filled out to all the cells they cover, for header rows only. */
function spreadMerges(grid: Grid): (row: number, column: number) => string {
  const covered = new Map<string, string>();
  let left = MOST_COVERED;
  for (const merge of grid.merges ?? []) {
    if (merge.top >= SEARCH_DEPTH + MAX_HEADER_ROWS || merge.right - merge.left > 200) continue;
    left -= (merge.right - merge.left + 1) * Math.min(merge.bottom - merge.top + 1, MAX_HEADER_ROWS + 1);
    if (left < 0) break;
    const text = cellText(cellAt(grid, merge.top, merge.left));
    for (let row = merge.top; row <= Math.min(merge.bottom, merge.top + MAX_HEADER_ROWS); row += 1) {
      for (let column = merge.left; column <= merge.right; column += 1) covered.set(`${row},${column}`, text);
    }
  }
  return (row, column) => covered.get(`${row},${column}`) ?? cellText(cellAt(grid, row, column));
}

interface Found {
  readonly column: number;
  readonly text: string;
  readonly words: Words;
}

function columnsIn(
  grid: Grid,
  textAt: (row: number, column: number) => string,
  top: number,
  bottom: number,
  wordsIn: (text: string) => Words,
): Found[] {
  let width = 0;
  for (let row = top; row <= bottom; row += 1) width = Math.max(width, grid.rows[row]?.length ?? 0);
  const found: Found[] = [];
  for (let column = 0; column < Math.min(width, 300); column += 1) {
    const text = textOver(textAt, top, bottom, column);
    if (text.length <= 120) found.push({ column, text, words: wordsIn(text) });
  }
  return found;
}

/** A column of figures done, with the year and span that its header states or the title gives it. */
interface Done {
  readonly entry: Found;
  readonly year: number | undefined;
  readonly span: PeriodSpan | undefined;
}

/** What the lines above the table say of the period. */
interface Title {
  readonly year?: number;
  readonly span?: ReturnType<typeof spanIn>;
}

/** Decides between columns that say the same: TH is the latest year's, CK that of the year before over the same months. */
function settle(grid: Grid, found: readonly Found[], top: number, bottom: number): Header {
  const taken = new Map<string, Found>();
  const take = (role: ColumnRole, entry: Found | undefined) => {
    if (!entry) return;
    const key = `${role} ${entry.words.measure}`;
    if (!taken.has(key)) taken.set(key, entry);
  };
  const hasLabel = found.some(({ words, text }) => words.role === "label" && fold(text) !== "don vi");
  const title = readTitle(grid, top);

  for (const entry of found) {
    const { role } = entry.words;
    if (hasLabel && fold(entry.text) === "don vi") take("unit", entry);
    else if (role !== undefined && role !== "actual" && role !== "plan") take(role, entry);
  }
  for (const measure of new Set(found.map(({ words }) => words.measure))) {
    const own = found.filter(({ words }) => words.measure === measure);
    const plans = yearlyFirst(own.filter(({ words }) => words.role === "plan"));
    const [plan] = plans;
    take("plan", plan);
    take(
      "laterPlan",
      plans.find(({ words }) => (words.year ?? 0) > (plan!.words.year ?? Infinity)),
    );

    const now = title.year ?? plan?.words.year;
    const done = own
      .filter(({ words }) => words.role === "actual" || words.periodOnly)
      .map((entry): Done => ({ entry, year: entry.words.year ?? now, span: spanIn(fold(entry.text))?.span }));
    const latest = Math.max(...done.map(({ year }) => year ?? 0));
    const ofLatest = bestOf(
      done.filter(({ year }) => (year ?? 0) === latest),
      title.span?.span,
    );
    const actual = isGoneBy(ofLatest, title, plans) ? undefined : ofLatest;
    take("actual", actual?.entry);
    const before = done.filter(({ year }) => year !== undefined && year < (actual?.year ?? Infinity));
    take("samePeriod", samePeriodOf(before, actual)?.entry);
  }

  const columns = [...taken].map(([key, entry]) => ({
    role: key.slice(0, key.indexOf(" ")) as ColumnRole,
    measure: entry.words.measure,
    column: entry.column,
    header: entry.text,
  }));
  columns.sort((a, b) => a.column - b.column);
  const yearOf = (role: ColumnRole) => {
    const header = columns.find((column) => column.role === role)?.header;
    return header === undefined ? undefined : headerYears(header)[0];
  };
  const years = pick({ plan: yearOf("plan"), actual: yearOf("actual"), samePeriod: yearOf("samePeriod") });
  const period = periodFrom(columns, years, title);
  return { top, bottom, columns, years, ...(period && { period }) };
}

/**
 * Whether the latest column of months is of the year before the report's, so that the table has CK and no TH that we
 * can read. Forms that look ahead, with plans of other years, are left alone.
 */
function isGoneBy(done: Done | undefined, title: Title, plans: readonly Found[]): boolean {
  if (done?.span === undefined || done.span === "year" || title.year === undefined) return false;
  return done.year === title.year - 1 && plans.every(({ words }) => words.year === title.year);
}

/** Plans of the whole year before plans of a part of it, each in the order of their years and of the sheet. */
function yearlyFirst(plans: readonly Found[]): Found[] {
  const rank = ({ text, words }: Found) => {
    const span = spanIn(fold(text))?.span;
    return (span === undefined || span === "year" ? 0 : 10_000) + (words.year ?? 0);
  };
  return [...plans].sort((a, b) => rank(a) - rank(b));
}

/** The first column over the wanted months, else the first. */
function bestOf(done: readonly Done[], span: PeriodSpan | undefined): Done | undefined {
  return (span && done.find((one) => one.span === span)) ?? done[0];
}

/** The latest earlier year's column over the same months as TH; a whole year is no cùng kỳ of six months. */
function samePeriodOf(before: readonly Done[], actual: Done | undefined): Done | undefined {
  const fitting = before.filter(
    ({ span }) => !actual || span === undefined || actual.span === undefined || span === actual.span,
  );
  const latest = Math.max(...fitting.map(({ year }) => year ?? 0));
  return bestOf(
    fitting.filter(({ year }) => year === latest),
    actual?.span,
  );
}

function pick(years: { [role in keyof HeaderYears]: number | undefined }): HeaderYears {
  return Object.fromEntries(Object.entries(years).filter(([, year]) => year !== undefined));
}

/** Lines that cite a document are not about the report's own period. */
const CITATION =
  /(?:^| )(?:nghi quyet|quyet dinh|cong van|thong tu|bao cao|ke hoach|chi thi|nghi dinh|to trinh) so(?: |$)/;

/** The period in the lines above the header: one that names months or a quarter before one that names only a year. */
function readTitle(grid: Grid, top: number): Title {
  const lines = grid.rows
    .slice(0, top)
    .flatMap((cells) => cells.map((cell) => cellText(cell)))
    .filter((text) => !CITATION.test(fold(text)));
  const read = lines.map((text) => ({ span: spanIn(fold(text)), year: headerYears(text)[0] }));
  const best =
    read.find(({ span }) => span !== undefined && span.span !== "year") ?? read.find(({ year }) => year !== undefined);
  const year = best?.year ?? read.find((line) => line.year !== undefined)?.year;
  return { ...(year !== undefined && { year }), ...(best?.span && { span: best.span }) };
}

function periodFrom(columns: readonly BoundColumn[], years: HeaderYears, title: Title): Period | undefined {
  const actual = columns.find((column) => column.role === "actual")?.header ?? "";
  const named = spanIn(fold(actual)) ?? title.span;
  const year = years.actual ?? title.year ?? years.plan;
  if (year === undefined || named === undefined) return undefined;
  return named.span === "quarter" ? { span: "quarter", year, quarter: named.quarter! } : { span: named.span, year };
}

/** The text of a header cell over the header's rows, merged cells filled out. */
export function headerTextAt(grid: Grid, header: Pick<Header, "top" | "bottom">, column: number): string {
  return textOver(spreadMerges(grid), header.top, header.bottom, column);
}

function textOver(
  textAt: (row: number, column: number) => string,
  top: number,
  bottom: number,
  column: number,
): string {
  const texts: string[] = [];
  for (let row = top; row <= bottom; row += 1) {
    const text = textAt(row, column).trim();
    if (text !== "" && text !== texts.at(-1)) texts.push(text);
  }
  return texts.join(" ");
}
