/** Finds the header of a table typed by people, and what each of its columns is, from the words alone. */

import { cellAt, cellText, isEmpty, type Grid } from "../table/grid";
import type { BoundColumn } from "../table/binding";
import { fold } from "../text/fold";
import { spanIn, yearsIn, type Period } from "./period";
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

interface Words {
  readonly role?: ColumnRole;
  readonly year?: number;
  readonly measure: string;
  /** A header that is nothing but a period, such as "6 tháng năm 2023". */
  readonly periodOnly: boolean;
}

/** What a header text says of its column. `measures` are those of the form that is tried. */
export function readHeaderText(text: string, measures: readonly Measure[]): Words {
  const folded = fold(text);
  const measure = measureIn(folded, measures);
  const year = yearsIn(text).at(-1);
  const rest = measure ? folded.replace(fold(measure.label), " ").replace(/ +/g, " ").trim() : folded;
  // In a group of columns the period comes first: "Năm 2024 Kế hoạch".
  const role = roleOf(rest) ?? roleOf(rest.replace(LEADING_PERIOD, ""));
  const bare = rest
    .replace(/\b(?:19|20)\d{2}\b/g, "")
    .replace(/\b(6t|9t|nam|quy|thang|dau|6|9|i{1,3}|iv)\b/g, "")
    .trim();
  return {
    measure: measure?.id ?? "",
    periodOnly: role === undefined && year !== undefined && bare === "",
    ...(role && { role }),
    ...(year !== undefined && { year }),
  };
}

const LEADING_PERIOD = /^(?:(?:6t|9t|nam|quy|thang|dau|[1-4]|6|9|i{1,3}|iv) )*(?:19|20)\d{2} /;

/** The measure that a header names; the longest, since "Tỷ lệ chết" also holds "Chết". */
function measureIn(folded: string, measures: readonly Measure[]): Measure | undefined {
  const named = measures.filter(({ label }) => label !== "" && hasWords(folded, fold(label)));
  return named.sort((a, b) => b.label.length - a.label.length)[0];
}

const hasWords = (text: string, words: string) => ` ${text} `.includes(` ${words} `);

// Order matters: "so với kế hoạch" also holds "kế hoạch".
const ROLES: readonly (readonly [RegExp, ColumnRole])[] = [
  [/^(tt|stt|so tt)$/, "tt"],
  [/^(ma so|ma|ma chi tieu|ms)$/, "code"],
  [/^(don vi tinh|dvt|d v t)$/, "unit"],
  [/^chi tieu (duoc )?(ke hoach|kh|giao)( |$)/, "plan"],
  [/^(ten )?(cac )?(chi tieu|noi dung|muc tieu|benh|don vi|co so y te)$/, "label"],
  [/^(ten )?(cac )?(chi tieu|noi dung|don vi y te)( [a-z]+){0,4}$/, "label"],
  [
    /^(%|ty le|so|so voi|% so voi|% so|dat|% dat|ty le dat|% th|th|% thuc hien|ty le %|ty le % so voi)( .*)? ?(ke hoach|kh)( |$)/,
    "vsPlan",
  ],
  [/(^| )so (voi|sanh)( .*)? (ke hoach|kh)( |$)/, "vsPlan"],
  [/^(% )?(ke hoach|kh) (dat|hoan thanh)/, "vsPlan"],
  [/(^| )so (voi|sanh)( .*)? (cung ky|ck)( |$)/, "vsSamePeriod"],
  [/^(%|so|so voi|% so voi|% so|tang|giam|tang giam|chenh lech|tang truong)( .*)? ?(cung ky|ck)( |$)/, "vsSamePeriod"],
  [/^(tang giam|chenh lech)( |$)/, "vsSamePeriod"],
  [/^(so|so voi|so sanh|so sanh voi|% so|% so voi) (6t|9t|nam|quy|6 thang|9 thang|\d{4})( |$)/, "vsSamePeriod"],
  [/(^| )(cung ky|ck)( |$)/, "samePeriod"],
  [/^(ke hoach|kh|muc tieu|chi tieu giao|giao)( |$)/, "plan"],
  [/^(so )?(uoc thuc hien|uoc th|thuc hien|th|ket qua|uoc)( |$)/, "actual"],
];

function roleOf(folded: string): ColumnRole | undefined {
  return ROLES.find(([pattern]) => pattern.test(folded))?.[1];
}

/**
 * Finds the header row or rows of a sheet: the block whose texts name most columns.
 *
 * @param measures those of the form that is tried; `[]` where none is known
 * @returns undefined where no row names a label column and a column of figures
 */
export function findHeader(grid: Grid, measures: readonly Measure[]): Header | undefined {
  const spread = spreadMerges(grid);
  let best: { header: Header; score: number } | undefined;
  const deepest = Math.min(SEARCH_DEPTH, grid.rows.length);
  for (let top = 0; top < deepest; top += 1) {
    if (grid.rows[top]!.every((cell) => isEmpty(cell))) continue;
    for (let bottom = top; bottom < Math.min(top + MAX_HEADER_ROWS, grid.rows.length); bottom += 1) {
      if (bottom > top && !looksLikeHeader(grid, bottom)) break;
      const columns = columnsIn(grid, spread, top, bottom, measures);
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

const isFigureLike = (words: Words) =>
  words.periodOnly || (words.role !== undefined && !["tt", "label", "code", "unit"].includes(words.role));

/** A second or third header row holds texts only, and none as long as a row's label. */
function looksLikeHeader(grid: Grid, row: number): boolean {
  const cells = grid.rows[row]?.filter((cell) => !isEmpty(cell)) ?? [];
  return (
    cells.length > 0 && cells.every((cell) => typeof cell!.value === "string" && !/^[\d.,\s%-]+$/.test(cell!.value))
  );
}

/** The text of each cell with merged blocks filled out to all the cells they cover, for header rows only. */
function spreadMerges(grid: Grid): (row: number, column: number) => string {
  const covered = new Map<string, string>();
  for (const merge of grid.merges ?? []) {
    if (merge.top >= SEARCH_DEPTH + MAX_HEADER_ROWS || merge.right - merge.left > 200) continue;
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
  measures: readonly Measure[],
): Found[] {
  let width = 0;
  for (let row = top; row <= bottom; row += 1) width = Math.max(width, grid.rows[row]?.length ?? 0);
  const found: Found[] = [];
  for (let column = 0; column < Math.min(width, 300); column += 1) {
    const texts: string[] = [];
    for (let row = top; row <= bottom; row += 1) {
      const text = textAt(row, column).trim();
      if (text !== "" && text !== texts.at(-1)) texts.push(text);
    }
    const text = texts.join(" ");
    if (text === "" || text.length > 120) continue;
    const words = readHeaderText(text, measures);
    if (words.role !== undefined || words.periodOnly) found.push({ column, text, words });
  }
  return found;
}

/** Decides between columns that say the same: two "Thực hiện" are told apart by their years, the earlier is cùng kỳ. */
function settle(grid: Grid, found: readonly Found[], top: number, bottom: number): Header {
  const taken = new Map<string, Found>();
  const take = (role: ColumnRole, entry: Found) => {
    const key = `${role} ${entry.words.measure}`;
    if (!taken.has(key)) taken.set(key, entry);
  };
  const hasLabel = found.some(({ words, text }) => words.role === "label" && fold(text) !== "don vi");
  const byYear = (entries: Found[]) => entries.sort((a, b) => (a.words.year ?? 0) - (b.words.year ?? 0));
  const measureIds = new Set(found.map(({ words }) => words.measure));

  for (const entry of found) {
    const { role } = entry.words;
    if (role === "label" && hasLabel && fold(entry.text) === "don vi") take("unit", entry);
    else if (role !== undefined && role !== "actual" && role !== "plan") take(role, entry);
  }
  for (const measure of measureIds) {
    const own = found.filter(({ words }) => words.measure === measure);
    const done = byYear(own.filter(({ words }) => words.role === "actual" || words.periodOnly));
    if (done.length > 0) take("actual", done.at(-1)!);
    if (done.length > 1 && done[0]!.words.year !== done.at(-1)!.words.year) take("samePeriod", done[0]!);
    const plans = byYear(own.filter(({ words }) => words.role === "plan"));
    if (plans.length > 0) take("plan", plans[0]!);
    if (plans.length > 1 && plans[0]!.words.year !== plans.at(-1)!.words.year) take("laterPlan", plans.at(-1)!);
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
    return header === undefined ? undefined : yearsIn(header).at(-1);
  };
  const years = pick({ plan: yearOf("plan"), actual: yearOf("actual"), samePeriod: yearOf("samePeriod") });
  const period = periodFrom(grid, columns, top, years);
  return { top, bottom, columns, years, ...(period && { period }) };
}

function pick(years: { [role in keyof HeaderYears]: number | undefined }): HeaderYears {
  return Object.fromEntries(Object.entries(years).filter(([, year]) => year !== undefined));
}

function periodFrom(grid: Grid, columns: readonly BoundColumn[], top: number, years: HeaderYears): Period | undefined {
  const actual = columns.find((column) => column.role === "actual")?.header ?? "";
  const title = grid.rows.slice(0, top).flatMap((cells) => cells.map((cell) => cellText(cell)));
  const texts = [actual, ...title];
  const named = texts.map((text) => spanIn(fold(text))).find((span) => span !== undefined);
  const year = years.actual ?? years.plan ?? title.flatMap(yearsIn)[0];
  if (year === undefined || named === undefined) return undefined;
  return named.span === "quarter" ? { span: "quarter", year, quarter: named.quarter! } : { span: named.span, year };
}
