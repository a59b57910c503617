/** The official look of a form's sheet, as data: every edge (Excel, .xlsx) builds the same sheet from it. */

import type { BoundColumn } from "../table/binding";
import type { Merge } from "../table/grid";
import { PERCENT_DECIMALS, pointDecimals } from "../compare/comparison";
import { readFigure } from "../number";
import type { Period } from "./period";
import { columnTemplate, fillTemplate } from "./template";
import {
  isInputRole,
  traitsOf,
  type Column,
  type Form,
  type Indicator,
  type InputRole,
  type Measure,
  type Row,
} from "./types";

/** What a cell is, from which an edge takes font, border and alignment. */
export type Look =
  | "unit"
  | "number"
  | "title"
  | "subtitle"
  | "header"
  | "columnNumber"
  | "heading"
  | "headingCode"
  | "label"
  | "centered"
  | "code"
  | "figure"
  | "footnote"
  | "signature"
  | "signatureNote";

export interface LayoutCell {
  readonly value: string | number | null;
  readonly look: Look;
  /** Steps of indentation. */
  readonly indent?: number;
  /** Excel number format. */
  readonly format?: string;
}

/** An input column of the table's body, for data validation. */
export interface InputArea {
  readonly role: InputRole;
  readonly column: number;
  readonly top: number;
  readonly bottom: number;
}

export interface DefinedArea {
  readonly name: string;
  readonly area: Merge;
}

export interface SheetLayout {
  readonly name: string;
  readonly cells: readonly (readonly (LayoutCell | undefined)[])[];
  readonly merges: readonly Merge[];
  readonly widths: readonly number[];
  readonly orientation: "portrait" | "landscape";
  /** Rows of the header that are repeated on every page, 0-based and inclusive. */
  readonly headerRows: { readonly first: number; readonly last: number };
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** Rows (0-based) that begin a printed page, beside those where a page is full. */
  readonly pageStarts?: readonly number[];
  readonly body: { readonly top: number; readonly bottom: number };
  readonly inputs: readonly InputArea[];
  readonly names: readonly DefinedArea[];
  /** Rows (0-based) of the indicators by code. */
  readonly rowOf: ReadonlyMap<string, number>;
  readonly columns: readonly BoundColumn[];
}

/** Where the table's title block ends and its header begins. */
const HEADER_TOP = 6;

const ROLE_MARKS: Readonly<Record<string, string>> = {
  label: "CHITIEU",
  code: "MA",
  plan: "KH",
  laterPlan: "KHSAU",
  actual: "TH",
  samePeriod: "CK",
  vsPlan: "SOKH",
  vsSamePeriod: "SOCK",
};

/**
 * Lays out a form's sheet for a period and a reporting unit.
 *
 * @param unit name of the reporting unit as printed at the top left, such as "Sở Y tế tỉnh Điện Biên"
 */
export function layoutForm(form: Form, period: Period, unit: string): SheetLayout {
  const { columns } = form;
  const grouped = columns.some((column) => column.group !== undefined);
  const headerBottom = HEADER_TOP + (grouped ? 1 : 0);
  const numberRow = headerBottom + 1;
  const top = numberRow + 1;
  const bottom = top + form.rows.length - 1;
  const last = columns.length - 1;
  const cells: (LayoutCell | undefined)[][] = [];
  const merges: Merge[] = [];
  const put = (row: number, column: number, cell: LayoutCell) => ((cells[row] ??= [])[column] = cell);
  const across = (row: number, left: number, right: number) => {
    if (right > left) merges.push({ top: row, left, bottom: row, right });
  };

  const middle = splitColumn(columns);
  put(0, 0, { value: unit.toLocaleUpperCase("vi"), look: "unit" });
  across(0, 0, middle - 1);
  put(0, middle, { value: form.number, look: "number" });
  across(0, middle, last);
  put(2, 0, { value: fillTemplate(form.title, period).toLocaleUpperCase("vi"), look: "title" });
  across(2, 0, last);
  put(3, 0, {
    value: `(Kèm theo Báo cáo số            /BC-${officeMark(unit)} ngày        /        /${yearOfReport(period)} của ${unit})`,
    look: "subtitle",
  });
  across(3, 0, last);

  layoutHeader(columns, period, { grouped, headerBottom, numberRow }, put, merges);
  const rowOf = new Map<string, number>();
  form.rows.forEach((row, index) => {
    rowOf.set(row.code, top + index);
    columns.forEach((column, at) => put(top + index, at, bodyCell(row, column, form)));
  });
  const foot = layoutFoot(form, bottom + 2, middle, last, put, across);
  for (let row = 0; row < foot; row += 1) cells[row] ??= [];

  const bound = columns.map((column, at): BoundColumn => ({
    role: column.role,
    measure: column.measure ?? "",
    column: at,
    header: fillTemplate(columnTemplate(column), period),
  }));
  return {
    name: form.id,
    cells,
    merges,
    widths: columns.map((column) => column.width),
    orientation: form.orientation,
    headerRows: { first: HEADER_TOP, last: numberRow },
    frozen: { rows: top, columns: columns.findIndex((column) => column.role === "label") + 1 },
    body: { top, bottom },
    inputs: bound.flatMap(({ role, column }) => (isInputRole(role) ? [{ role, column, top, bottom }] : [])),
    names: namedAreas(form, bound, { top, bottom, header: HEADER_TOP, last }),
    rowOf,
    columns: bound,
  };
}

/** The title block is cut in two: the unit on the left, the form's number on the right third. */
function splitColumn(columns: readonly Column[]): number {
  const total = columns.reduce((sum, column) => sum + column.width, 0);
  let width = 0;
  const at = columns.findIndex((column) => (width += column.width) > total * 0.6);
  return Math.min(Math.max(at, 1), columns.length - 1);
}

/** The office in a document's number: SYT, TTYT, or a space to write in. */
function officeMark(unit: string): string {
  if (/^sở y tế/iu.test(unit)) return "SYT";
  return /^trung tâm y tế/iu.test(unit) ? "TTYT" : "       ";
}

/** A yearly report is dated in the year after; the others within their year. */
const yearOfReport = (period: Period) => (period.span === "year" ? period.year + 1 : period.year);

function layoutHeader(
  columns: readonly Column[],
  period: Period,
  rows: { readonly grouped: boolean; readonly headerBottom: number; readonly numberRow: number },
  put: (row: number, column: number, cell: LayoutCell) => void,
  merges: Merge[],
): void {
  const header = (value: string | null): LayoutCell => ({ value, look: "header" });
  columns.forEach((column, at) => {
    if (!rows.grouped) put(HEADER_TOP, at, header(fillTemplate(column.header, period)));
    else if (column.group === undefined) {
      put(HEADER_TOP, at, header(fillTemplate(column.header, period)));
      put(rows.headerBottom, at, header(null));
      merges.push({ top: HEADER_TOP, left: at, bottom: rows.headerBottom, right: at });
    } else {
      const first = columns[at - 1]?.group !== column.group;
      put(HEADER_TOP, at, header(first ? fillTemplate(column.group, period) : null));
      put(rows.headerBottom, at, header(fillTemplate(column.header, period)));
      let right = at;
      while (columns[right + 1]?.group === column.group) right += 1;
      if (first && right > at) merges.push({ top: HEADER_TOP, left: at, bottom: HEADER_TOP, right });
    }
  });
  columnNumbers(columns).forEach((value, at) => put(rows.numberRow, at, { value, look: "columnNumber" }));
}

/** The row under the header: A, B, C for what a row is, 1, 2, 3 for figures, "4=2/1" for what follows from them. */
function columnNumbers(columns: readonly Column[]): string[] {
  let letter = 0;
  let digit = 0;
  const numbers = new Map<string, number>();
  return columns.map((column) => {
    if (!(column.role in ROLE_MARKS) || column.role === "label" || column.role === "code") {
      letter += 1;
      return String.fromCharCode(64 + letter);
    }
    digit += 1;
    numbers.set(`${column.role} ${column.measure ?? ""}`, digit);
    const of = (role: string) => numbers.get(`${role} ${column.measure ?? ""}`);
    const [now, plan] = [of("actual"), of("plan")];
    return column.role === "vsPlan" && now !== undefined && plan !== undefined
      ? `${digit}=${now}/${plan}`
      : String(digit);
  });
}

function bodyCell(row: Row, column: Column, form: Form): LayoutCell {
  if (column.role === "label") {
    const text = row.marker === "" ? row.label : `${row.marker} ${row.label}`;
    return row.row === "heading"
      ? { value: text, look: "heading" }
      : { value: text, look: "label", ...(row.level > 1 && { indent: row.level - 1 }) };
  }
  if (column.role === "code") return { value: row.code, look: "code" };
  if (column.role === "tt") return { value: row.tt, look: row.row === "heading" ? "headingCode" : "centered" };
  if (row.row === "heading") return { value: null, look: "figure" };
  if (column.role === "unit") return { value: row.unit, look: "centered" };
  const measure = form.measures.find(({ id }) => id === (column.measure ?? "")) ?? form.measures[0]!;
  const preset = presetOf(row, column);
  return { value: preset, look: "figure", format: figureFormat(row, measure, column) };
}

/** A figure that the form sets: a number where it is one, so that formulas count it, else as written ("trên 95%"). */
function presetOf(row: Indicator, column: Column): string | number | null {
  const { role } = column;
  if (!isInputRole(role)) return null;
  const written = row.presets[role];
  if (written === undefined) return null;
  const figure = readFigure(written);
  return figure.kind === "number" && figure.confidence === 1 && figure.unit === undefined ? figure.value : written;
}

/** The number format of a figure: as many decimals as the indicator shows; Excel puts the separators of its language. */
export function figureFormat(indicator: Indicator, measure: Measure, column: Pick<Column, "role">): string {
  const traits = traitsOf(indicator, measure);
  if (column.role === "vsPlan") return withDecimals(PERCENT_DECIMALS);
  if (column.role !== "vsSamePeriod") return withDecimals(traits.decimals);
  return withDecimals(
    traits.comparison === "percent" ? PERCENT_DECIMALS : pointDecimals(traits.comparison, traits.decimals),
  );
}

const withDecimals = (decimals: number) => (decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(decimals)}`);

function layoutFoot(
  form: Form,
  start: number,
  middle: number,
  last: number,
  put: (row: number, column: number, cell: LayoutCell) => void,
  across: (row: number, left: number, right: number) => void,
): number {
  let row = start - 1;
  for (const text of form.footnotes) {
    put(row, 0, { value: text, look: "footnote" });
    across(row, 0, last);
    row += 1;
  }
  row += 1;
  put(row, 0, { value: "NGƯỜI LẬP BIỂU", look: "signature" });
  across(row, 0, middle - 1);
  put(row, middle, { value: "THỦ TRƯỞNG ĐƠN VỊ", look: "signature" });
  across(row, middle, last);
  put(row + 1, 0, { value: "(Ký, ghi rõ họ tên)", look: "signatureNote" });
  across(row + 1, 0, middle - 1);
  put(row + 1, middle, { value: "(Ký, đóng dấu, ghi rõ họ tên)", look: "signatureNote" });
  across(row + 1, middle, last);
  return row + 2;
}

function namedAreas(
  form: Form,
  columns: readonly BoundColumn[],
  place: { readonly top: number; readonly bottom: number; readonly header: number; readonly last: number },
): DefinedArea[] {
  const { top, bottom } = place;
  const whole = { name: `BIEU_${form.id}`, area: { top: place.header, left: 0, bottom, right: place.last } };
  const parts = columns.flatMap(({ role, measure, column }) => {
    const mark = ROLE_MARKS[role];
    if (mark === undefined) return [];
    const name = `BIEU_${form.id}_${mark}${measure === "" ? "" : `_${measure.toUpperCase()}`}`;
    return [{ name, area: { top, left: column, bottom, right: column } }];
  });
  return [whole, ...parts];
}
