/** References in formulas: cells, whole columns and rows, other sheets, defined names and tables. */

import { parseA1Ref, parseStructRef, type ReferenceStruct } from "@borgar/fx";
import { type CalcCells, type CalcPlace, type CalcTable } from "./types";
import { LAST_COLUMN, LAST_ROW } from "./environment";
import { NAME, REF, type Area, type ErrorValue } from "./values";

/** What a reference means where it stands. */
export type Resolved =
  | { readonly kind: "area"; readonly area: Area }
  | { readonly kind: "formula"; readonly formula: string }
  | { readonly kind: "error"; readonly error: ErrorValue };

/** Finds out what a reference, as written, means in a cell. */
export function resolve(text: string, at: CalcPlace, cells: CalcCells): Resolved {
  // Asked first, since a table's reference also reads as the name of its table.
  const structured = text.endsWith("]") ? parseStructRef(text) : undefined;
  if (structured) {
    const area = areaInTable(structured, at, cells);
    return area ? { kind: "area", area } : { kind: "error", error: REF };
  }
  const reference = parseA1Ref(text);
  if (!reference) return { kind: "error", error: NAME };
  const sheet = sheetOf(reference.context, at, cells);
  if (sheet === undefined) return { kind: "error", error: REF };
  if (!("range" in reference)) return named(reference.name, sheet, cells);
  const { top, left, bottom, right } = reference.range;
  const area = { top: top ?? 0, left: left ?? 0, bottom: bottom ?? LAST_ROW, right: right ?? LAST_COLUMN };
  return { kind: "area", area: { sheet, ...area } };
}

/** A sheet of this workbook; of other workbooks there are none here. */
function sheetOf(context: readonly string[] | undefined, at: CalcPlace, cells: CalcCells): string | undefined {
  if (!context || context.length === 0) return at.sheet;
  return context.length === 1 ? cells.sheetNamed(context[0]!) : undefined;
}

function named(name: string, sheet: string, cells: CalcCells): Resolved {
  const formula = cells.name(name, sheet);
  if (formula !== undefined) return { kind: "formula", formula };
  const table = cells.table?.(name);
  return table ? { kind: "area", area: bodyOf(table) } : { kind: "error", error: NAME };
}

/** The rows between headers and totals; a table without any is its last row, as it is drawn. */
const bodyOf = ({ sheet, top, left, bottom, right, hasHeaders, hasTotals }: CalcTable): Area => ({
  sheet,
  top: Math.min(top + (hasHeaders ? 1 : 0), bottom),
  left,
  bottom: Math.max(bottom - (hasTotals ? 1 : 0), top),
  right,
});

function areaInTable(
  { table: name, columns, sections }: ReferenceStruct,
  at: CalcPlace,
  cells: CalcCells,
): Area | undefined {
  const table = name === undefined ? undefined : cells.table?.(name);
  if (!table) return undefined;
  const across = columnsIn(table, columns ?? []);
  const down = rowsIn(table, sections ?? [], at);
  return across && down && { sheet: table.sheet, ...across, ...down };
}

function columnsIn(table: CalcTable, names: readonly string[]): Pick<Area, "left" | "right"> | undefined {
  if (names.length === 0) return { left: table.left, right: table.right };
  const places = names.map((name) => table.headers.findIndex((header) => header.toLowerCase() === name.toLowerCase()));
  if (places.includes(-1)) return undefined;
  return { left: table.left + Math.min(...places), right: table.left + Math.max(...places) };
}

function rowsIn(
  table: CalcTable,
  sections: readonly string[],
  at: CalcPlace,
): Pick<Area, "top" | "bottom"> | undefined {
  const { top, bottom } = bodyOf(table);
  const asks = (section: string) => sections.includes(section);
  if (asks("all")) return { top: table.top, bottom: table.bottom };
  if (asks("this row")) return at.row >= top && at.row <= bottom ? { top: at.row, bottom: at.row } : undefined;
  if (sections.length === 0) return { top, bottom };
  const rows = [
    ...(asks("headers") && table.hasHeaders ? [{ top: table.top, bottom: table.top }] : []),
    ...(asks("data") ? [{ top, bottom }] : []),
    ...(asks("totals") && table.hasTotals ? [{ top: table.bottom, bottom: table.bottom }] : []),
  ];
  const [first, last] = [rows[0], rows.at(-1)];
  return first && last && { top: first.top, bottom: last.bottom };
}
