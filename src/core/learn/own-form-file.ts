/**
 * A form in one file, to be kept, passed on and edited in a spreadsheet: a few lines that say what the form is, then the
 * rows of indicators.csv and, where the form has conditions, those of conditions.csv. What the lines do not name
 * (measures, thresholds) travels in one line of its own.
 */

import Papa from "papaparse";
import { loadForm, type LoadedForm } from "../form/load";
import type { Problem } from "../form/problem";
import { isRecord } from "../workbook/defensive";
import { cellsOf, decodeText, guarded, guardedTable, rowFile } from "../text/spreadsheet-text";
import type { FormParts } from "./own-form";

/** Lines before the rows, by their first cell, and where form.json has what they say. */
const LINES = {
  "Biểu riêng": "id",
  "Phiên bản": "version",
  "Số biểu": "number",
  "Tên biểu": "title",
  Nguồn: "source",
} as const;

const SPANS: Readonly<Record<string, string>> = { quarter: "quý", half: "6 tháng", nine: "9 tháng", year: "năm" };
const ROLES: Readonly<Record<string, string>> = {
  tt: "TT",
  label: "tên chỉ tiêu",
  code: "mã số",
  unit: "đơn vị tính",
  plan: "kế hoạch",
  laterPlan: "kế hoạch sau",
  actual: "thực hiện",
  samePeriod: "cùng kỳ",
  vsPlan: "so với kế hoạch",
  vsSamePeriod: "so với cùng kỳ",
};
const REST = "Khác";

/** The text of the one file, in which no spreadsheet takes a cell for a formula. */
export function formFile({ meta, rows, conditions }: FormParts): string {
  const fields = isRecord(meta) ? meta : {};
  const { periods, columns, ...others } = fields;
  const lines: string[][] = Object.entries(LINES).map(([name, field]) => [name, textIn(fields[field])]);
  lines.push([
    "Kỳ báo cáo",
    listOf(periods)
      .map((span) => SPANS[textIn(span)] ?? "")
      .join(", "),
  ]);
  for (const column of listOf(columns).filter(isRecord)) {
    if (column["group"] !== undefined || column["measure"] !== undefined) continue;
    lines.push(["Cột", textIn(column["header"]), ROLES[textIn(column["role"])] ?? "", textIn(column["width"])]);
  }
  const rest: Record<string, unknown> = { ...others };
  for (const field of Object.values(LINES)) delete rest[field];
  // Columns of several measures have more to them than a line can say.
  if (listOf(columns).some((column) => isRecord(column) && (column["group"] ?? column["measure"]) !== undefined)) {
    rest["columns"] = columns;
  }
  if (Object.keys(rest).length > 0) lines.push([REST, JSON.stringify(rest)]);
  const head = Papa.unparse(
    lines.map((line) => line.map((cell) => guarded(cell))),
    { delimiter: ";", newline: "\n" },
  );
  const tables = [rows, ...(conditions === undefined ? [] : [conditions])].map((text) => guardedTable(text).trimEnd());
  return `\ufeff${[head, ...tables].join("\n\n")}\n`;
}

export type ReadParts =
  { readonly ok: true; readonly parts: FormParts } | { readonly ok: false; readonly problems: readonly Problem[] };

const problem = (message: string, line = 0): Problem => ({ level: "error", line, message });

/** Names of columns by which the conditions begin. */
const CONDITION_NAMES = ["Mã số", "Vế trái", "Vế phải"] as const;

/** Takes the one file apart again, after a spreadsheet had it. */
export function readFormFile(bytes: Uint8Array): ReadParts {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return { ok: false, problems: [problem(decoded.message)] };
  const lines = cellsOf(decoded.text);
  const start = lines.findIndex((cells) => cells.includes("Mã số") && cells.includes("Chỉ tiêu"));
  if (start < 0) {
    return {
      ok: false,
      problems: [problem("Không thấy dòng tiêu đề của danh sách chỉ tiêu (Mã số; Loại dòng; …; Chỉ tiêu).")],
    };
  }
  const meta = readHead(lines.slice(0, start));
  if (!meta.ok) return meta;
  // An indicator may be called "Vế trái", but none has the code "Mã số".
  const found = lines.findIndex((cells, at) => at > start && CONDITION_NAMES.every((name) => cells.includes(name)));
  const end = found < 0 ? lines.length : found;
  // Lines are counted as the spreadsheet shows them: those of what stands before become blank.
  const rows = rowFile(lines.slice(0, end).map((cells, at) => (at < start ? [] : cells)));
  const conditions = found < 0 ? undefined : rowFile(lines.map((cells, at) => (at < found ? [] : cells)));
  return { ok: true, parts: { meta: meta.value, rows, ...(conditions !== undefined && { conditions }) } };
}

function readHead(
  lines: readonly (readonly string[])[],
): { readonly ok: true; readonly value: unknown } | Extract<ReadParts, { ok: false }> {
  const meta: Record<string, unknown> = {};
  const columns: unknown[] = [];
  const problems: Problem[] = [];
  lines.forEach(([name = "", value = "", role = "", width = ""], index) => {
    const line = index + 1;
    if (name === "" && value === "") return;
    if (Object.hasOwn(LINES, name)) {
      const field = LINES[name as keyof typeof LINES];
      meta[field] = field === "version" ? versionOf(value) : value;
    } else if (name === "Kỳ báo cáo") meta["periods"] = readSpans(value, line, problems);
    else if (name === "Cột") {
      const found = Object.keys(ROLES).find((key) => ROLES[key] === role.toLowerCase() || ROLES[key] === role);
      if (found) columns.push({ role: found, header: value, width: Number(width.replace(",", ".")) || 11 });
      else {
        const known = Object.values(ROLES).join(", ");
        problems.push(problem(`Cột “${value}” ghi vai trò “${role}”; chỉ nhận: ${known}.`, line));
      }
    } else if (name === REST) {
      const rest = readRest(value);
      if (rest) Object.assign(meta, rest);
      else problems.push(problem("Dòng “Khác” không còn nguyên vẹn; hãy chép lại dòng này từ tệp đã xuất.", line));
    } else problems.push(problem(`Dòng “${name.slice(0, 40)}” không có trong mẫu.`, line));
  });
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { ...(columns.length > 0 && { columns }), ...meta } };
}

/** "1.0" is a number to a spreadsheet, which saves it as "1" or "1,0". */
function versionOf(text: string): string {
  return /^\d+$/.test(text) ? `${text}.0` : text.replace(/^(\d+),(\d+)$/, "$1.$2");
}

function readSpans(text: string, line: number, problems: Problem[]): string[] {
  return text.split(",").flatMap((part) => {
    const wanted = part.trim().toLowerCase();
    const found = Object.keys(SPANS).find((span) => SPANS[span] === wanted);
    if (found) return [found];
    problems.push(problem(`Kỳ báo cáo ghi “${part.trim()}”; chỉ nhận: ${Object.values(SPANS).join(", ")}.`, line));
    return [];
  });
}

function readRest(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Takes the files of a folder, as a spreadsheet left the tables.
 *
 * @param conditions the bytes of conditions.csv, where the folder has one
 */
export function readFormFolder(meta: Uint8Array, rows: Uint8Array, conditions?: Uint8Array): ReadParts {
  const [head, body, more] = [meta, rows, conditions].map((bytes) => bytes && decodeText(bytes));
  if (!head?.ok) return { ok: false, problems: [problem(`form.json: ${head?.message}`)] };
  if (!body?.ok) return { ok: false, problems: [problem(`indicators.csv: ${body?.message}`)] };
  if (more && !more.ok) return { ok: false, problems: [problem(`conditions.csv: ${more.message}`)] };
  const tables = { rows: rowFile(cellsOf(body.text)), ...(more && { conditions: rowFile(cellsOf(more.text)) }) };
  try {
    return { ok: true, parts: { meta: JSON.parse(head.text), ...tables } };
  } catch {
    return { ok: false, problems: [problem("form.json không đúng cú pháp JSON.")] };
  }
}

/** Loads a form of the user's own with the loader of the shipped ones. */
export function loadParts(parts: FormParts, schema: object): LoadedForm {
  return loadForm({ ...parts, schema });
}

/** A problem with its place, as a person finds it in the spreadsheet. */
export function problemWords({ line, code, message }: Problem): string {
  if (line === 0) return message;
  return `Dòng ${line}${code ? ` (${code})` : ""}: ${message}`;
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textIn = (value: unknown) => (typeof value === "string" || typeof value === "number" ? String(value) : "");
