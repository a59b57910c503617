/** A form of the user's own, made of a table and of the suggestions that were accepted: the same data as a shipped form. */

import Papa from "papaparse";
import { factorOfUnit } from "../form/definition-check";
import { templateOf } from "../form/template";
import type { ColumnRole, Comparison, Kind } from "../form/types";
import { writeInteger } from "../number";
import type { Binding } from "../table/binding";
import { tidy } from "../text/fold";
import type { Learned, LearnedRow, Suggestion } from "./types";

/** A form as it is kept: form.json, parsed, and the texts of indicators.csv and, where it has one, conditions.csv. */
export interface FormParts {
  readonly meta: unknown;
  readonly rows: string;
  readonly conditions?: string;
}

const HEADER = [
  "Mã số",
  "Loại dòng",
  "Cấp",
  "TT",
  "Dấu",
  "Chỉ tiêu",
  "Tên khác",
  "Đơn vị tính",
  "Loại số",
  "Cộng dồn",
  "Chiều",
  "Số lẻ",
  "So cùng kỳ",
  "Cách tính",
  "Bằng tổng",
  "Trong đó của",
  "Tập con của",
  "Mới của",
  "Bằng với",
  "Giới hạn",
  "Bắt buộc",
  "Gộp",
  "Ghi chú",
] as const;

const KINDS: Readonly<Record<Kind, string>> = {
  count: "số đếm",
  rate: "tỷ lệ",
  ratio: "tỷ số",
  index: "chỉ số",
  money: "tiền",
  text: "chữ",
};
const COMPARISONS: Readonly<Record<Comparison, string>> = { percent: "PT", points: "DIEM", difference: "SO" };
const WIDTHS: Readonly<Partial<Record<ColumnRole, number>>> = { tt: 5, label: 46, code: 11, unit: 13 };
/** What stands in a unit's place where the table does not say it. */
const NO_UNIT = "số";
const LONGEST_NOTE = 480;

export interface OwnFormOptions {
  /** Capital letters and digits. */
  readonly id: string;
  readonly title: string;
  /** Where the table came from. */
  readonly source: string;
  /** Ids of the suggestions that became rules; the others stay in the rows' notes. */
  readonly accepted: ReadonlySet<string>;
  /** A suggestion in words, over codes, for the notes. */
  readonly note: (suggestion: Suggestion, codeOf: (row: number) => string) => string;
}

/** An id for a form, of a name that people gave: "biểu của tôi" is BIEUCUATOI. */
export function formIdOf(name: string, taken: readonly string[]): string {
  const letters = name
    .normalize("NFKD")
    .replace(/[đĐ]/g, "d")
    .replace(/[^A-Za-z0-9]/g, "")
    .toUpperCase();
  const base = (/^[A-Z]/.test(letters) ? letters : `BR${letters}`).slice(0, 12).padEnd(2, "R");
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}${number}`;
    if (!taken.includes(id)) return id;
  }
}

/** Makes the form. A relation that was not accepted is no part of it. */
export function ownForm(learned: Learned, binding: Binding, options: OwnFormOptions): FormParts {
  const codes = codesOf(learned.rows);
  const codeOf = (row: number) => codes[row]!;
  const byRow = new Map<number, Suggestion[]>();
  const put = (row: number, one: Suggestion) => byRow.set(row, [...(byRow.get(row) ?? []), one]);
  for (const one of learned.suggestions) {
    if (one.type === "part" && options.accepted.has(one.id)) for (const part of one.others) put(part, one);
    else put(one.row, one);
  }
  const levels = levelsOf(learned.rows);
  const lines = learned.rows.map((row) => {
    const own = byRow.get(row.index) ?? [];
    return row.heading ? headingFields(row, codeOf, levels) : indicatorFields(row, own, codeOf, levels, options);
  });
  const table = [HEADER, ...lines.map((fields) => HEADER.map((name) => fields[name] ?? ""))];
  return {
    meta: metaOf(binding, options),
    rows: `\ufeff${Papa.unparse(table, { delimiter: ";", newline: "\n" })}\n`,
  };
}

function metaOf(binding: Binding, { id, title, source }: OwnFormOptions) {
  const columns = binding.columns.map(({ role, header }) => ({
    role,
    header: templateOf(tidy(header), binding.period).slice(0, 80) || "Cột",
    width: WIDTHS[role] ?? 11,
  }));
  const label = columns.findIndex(({ role }) => role === "label");
  const coded = columns.some(({ role }) => role === "code");
  if (!coded) columns.splice(label + 1, 0, { role: "code", header: "Mã số", width: WIDTHS.code! });
  return {
    id,
    version: "1.0",
    number: "Biểu riêng",
    title: tidy(title).slice(0, 300) || "Biểu riêng",
    periods: ["quarter", "half", "nine", "year"],
    columns,
    source: tidy(source) || "Bảng của đơn vị",
  };
}

/** M01 … for headings, CT001 … for indicators, in the order of the table. */
function codesOf(rows: readonly LearnedRow[]): string[] {
  let headings = 0;
  let indicators = 0;
  return rows.map(({ heading }) =>
    heading ? `M${String((headings += 1)).padStart(2, "0")}` : `CT${String((indicators += 1)).padStart(3, "0")}`,
  );
}

type Fields = Partial<Record<(typeof HEADER)[number], string>>;
type CodeOf = (row: number) => string;

/** Levels 1 to 9 of the depths that the table has, headings apart from indicators. */
function levelsOf(rows: readonly LearnedRow[]): (row: LearnedRow) => number {
  const steps = [...new Set(rows.filter(({ heading }) => !heading).map(({ depth }) => depth))].sort((a, b) => a - b);
  return (row) => {
    if (!row.heading) return Math.min(9, steps.indexOf(row.depth) + 1);
    if (/^[A-ZĐ]$/.test(row.tt) && !/^[IVX]$/.test(row.tt)) return 1;
    return /^[IVX]+$/.test(row.tt) ? 2 : row.tt === "" ? 4 : 3;
  };
}

function headingFields(row: LearnedRow, codeOf: CodeOf, levels: (row: LearnedRow) => number): Fields {
  return {
    "Mã số": codeOf(row.index),
    "Loại dòng": "mục",
    Cấp: String(levels(row)),
    TT: row.tt,
    Dấu: row.marker,
    "Chỉ tiêu": row.label,
  };
}

function indicatorFields(
  row: LearnedRow,
  own: readonly Suggestion[],
  codeOf: CodeOf,
  levels: (row: LearnedRow) => number,
  { accepted, note }: OwnFormOptions,
): Fields {
  const { kind, comparison, decimals, unit, confidence } = row.traits;
  const counted = kind === "count" || kind === "money";
  const rules = own.filter(({ id }) => accepted.has(id));
  const rule = (type: Suggestion["type"]) => rules.filter((one) => one.type === type);
  const [rate] = rule("rate");
  const [total] = rule("total");
  const notes = own.filter(({ id }) => !accepted.has(id)).map((one) => note(one, codeOf));
  if (confidence < 0.6) notes.unshift("Loại số do đoán từ số liệu, hãy xem lại.");
  return {
    ...headingFields(row, codeOf, levels),
    "Loại dòng": "chỉ tiêu",
    "Đơn vị tính": unitFor(unit, rate?.factor),
    "Loại số": KINDS[kind],
    "Cộng dồn": counted ? "phát sinh" : "thời điểm",
    // Which way is better nobody said: nothing is judged until somebody does.
    Chiều: "không",
    "Số lẻ": String(decimals),
    "So cùng kỳ": COMPARISONS[comparison],
    "Cách tính": rate ? `${rate.factor} * ${codeOf(rate.others[0]!)} / ${codeOf(rate.others[1]!)}` : "",
    "Bằng tổng": total ? total.others.map(codeOf).join(" + ") : "",
    "Trong đó của": rule("part")
      .map((one) => codeOf(one.row))
      .join(", "),
    "Bằng với": rule("same")
      .map((one) => codeOf(one.others[0]!))
      .join(", "),
    "Giới hạn": row.values.some((value) => value < 0) ? "" : "0..",
    "Bắt buộc": row.values.some(Number.isNaN) ? "không" : "có",
    Gộp: counted ? "cộng" : rate ? "tính lại" : "không",
    "Ghi chú": notes.join(" ").slice(0, LONGEST_NOTE),
  };
}

/** The unit, in step with the factor of an accepted formula where the table itself states none. */
function unitFor(unit: string, factor: number | undefined): string {
  const asked = factorOfUnit(unit);
  if (factor !== undefined && asked !== undefined && asked !== factor) return `/${writeInteger(factor)} dân`;
  return unit.slice(0, 60) || NO_UNIT;
}
