/** Small tables that the corpus spoils: one of ours, and one that nobody has a definition of. */

import { layoutForm } from "../../../src/core/form/layout";
import { parsePeriod } from "../../../src/core/form/period";
import { columnName, type CellEdit } from "../../../src/core/table/grid";
import { formById } from "../../../src/forms";
import { formWorkbook } from "../../../src/xlsx/form-sheet";
import { applyEdits } from "../../../src/xlsx/patch";
import { HEADER } from "./header";
import { handWritten, pack, partsOf, type HandWritten } from "../../xlsx/support";

const FORM = formById("B01")!;
const PERIOD = parsePeriod("2024-N")!;
export const UNIT = "Sở Y tế tỉnh Điện Biên";
export const LAYOUT = layoutForm(FORM, PERIOD, UNIT);

const columnOf = (role: string) => LAYOUT.columns.find((column) => column.role === role)!.column;

/** The A1 address of an indicator's cell in the sheet that {@link ourBook} makes. */
export function cellOf(code: string, role: string): string {
  return `${columnName(columnOf(role))}${LAYOUT.rowOf.get(code)! + 1}`;
}

export const CODES = FORM.indicators.map(({ code }) => code);

/** An edit of an indicator's cell. */
export function edit(code: string, role: string, value: CellEdit["value"], formula?: string): CellEdit {
  const place = { row: LAYOUT.rowOf.get(code)!, column: columnOf(role) };
  return { ...place, value, ...(formula !== undefined && { formula }) };
}

/** B01 as we make it, with a figure of 50 in every cell of KH, TH and CK, and the edits given. */
export async function ourBook(edits: readonly CellEdit[] = []): Promise<Uint8Array> {
  const metadata = { sheet: LAYOUT.name, formId: FORM.id, version: FORM.version, period: PERIOD, unit: UNIT };
  const bytes = await formWorkbook(LAYOUT, metadata, new Date("2024-07-11"));
  const figures = CODES.flatMap((code) =>
    ["plan", "actual", "samePeriod"]
      .filter((role) => LAYOUT.columns.some((column) => column.role === role))
      .map((role) => edit(code, role, 50)),
  );
  return applyEdits(bytes, LAYOUT.name, [...figures, ...edits]);
}

/** A text for XML. */
export const xml = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** A cell: a number, a text, or XML that stands in the `<c>` as it is. */
export type Written = number | string | { readonly raw: string; readonly attributes?: string } | undefined;

function cellXml(value: Written, at: string): string {
  if (value === undefined) return "";
  if (typeof value === "number") return `<c r="${at}"><v>${value}</v></c>`;
  if (typeof value === "string")
    return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${xml(value)}</t></is></c>`;
  return `<c r="${at}"${value.attributes ?? ""}>${value.raw}</c>`;
}

export const rowsXml = (rows: readonly (readonly Written[])[]) =>
  rows
    .map((cells, row) => {
      const inside = cells.map((value, column) => cellXml(value, `${columnName(column)}${row + 1}`)).join("");
      return `<row r="${row + 1}">${inside}</row>`;
    })
    .join("");

/** Rows of a table that no definition knows: label, KH, TH, CK. */
export type FreeRow = readonly [label: Written, plan: Written, actual: Written, samePeriod: Written];

const ORDINARY: readonly FreeRow[] = [
  ["Số giếng khoan", 120, 100, 90],
  ["Số giếng đào", 80, 70, 60],
  ["Số bể chứa nước mưa", 40, 30, 20],
];

/** A table that no definition knows, as rows of cells. */
export function freeRows(rows: readonly FreeRow[], header: readonly string[] = HEADER): Written[][] {
  return [
    ["BÁO CÁO NĂM 2024"],
    [...header],
    ...[...ORDINARY, ...rows].map(([label, plan, actual, samePeriod], index): Written[] => [
      index + 1,
      label,
      "cái",
      plan,
      actual,
      samePeriod,
    ]),
  ];
}

/** A workbook with such a table. */
export function freeBook(rows: readonly FreeRow[] = [], more: Partial<HandWritten> = {}): Uint8Array {
  return bookOf(`<sheetData>${rowsXml(freeRows(rows))}</sheetData>`, more);
}

/** A workbook whose one sheet holds this XML. */
export function bookOf(sheet: string, more: Partial<HandWritten> = {}): Uint8Array {
  return handWritten({ sheets: { "Biểu 1": sheet }, ...more });
}

/** A file with some of its parts changed; a part that becomes undefined goes. */
export function spoilt(
  bytes: Uint8Array,
  change: (
    parts: Record<string, Uint8Array>,
    textIn: (path: string) => string,
  ) => Record<string, string | Uint8Array | undefined>,
): Uint8Array {
  const parts = partsOf(bytes);
  const changes = change(parts, (path) => new TextDecoder().decode(parts[path]));
  const all = { ...parts, ...changes };
  const kept = Object.entries(all).filter((entry): entry is [string, string | Uint8Array] => entry[1] !== undefined);
  return pack(Object.fromEntries(kept));
}
