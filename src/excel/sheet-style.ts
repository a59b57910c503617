/** The official look as few assignments: cells that look alike are one area, however many rows there are. Pure. */

import { FONT, LOOKS, rowHeights, type LookStyle } from "../core/form/look";
import type { LayoutCell, SheetLayout } from "../core/form/layout";
import { areaAddress, type CellEdit, type CellPlace, type Merge } from "../core/table/grid";
import { areasOf, joinAddresses, runsOf } from "./areas";
import { writtenOf } from "./cells";
import type { Assigned } from "./write-plan";

/** Cells that share a look, as addresses that Excel takes at once. */
export interface StyledAreas {
  readonly addresses: readonly string[];
  readonly style: CellStyle;
}

export type CellStyle = LookStyle & { readonly indent?: number };

/** What most cells of the table have, assigned once to all of it; the others differ from it. */
export const BASE: CellStyle = LOOKS.figure;

/** The cells of a sheet by what they look like, the base left out. */
export function styledAreas(layout: SheetLayout): StyledAreas[] {
  const groups = new Map<string, { style: CellStyle; places: CellPlace[] }>();
  forEachCell(layout, (cell, place) => {
    const style = { ...LOOKS[cell.look], ...(cell.indent !== undefined && { indent: cell.indent }) };
    const key = JSON.stringify(style);
    const group = groups.get(key) ?? { style, places: [] };
    group.places.push(place);
    groups.set(key, group);
  });
  groups.delete(JSON.stringify(BASE));
  return [...groups.values()].map(({ style, places }) => ({
    style,
    addresses: joinAddresses(areasOf(places).map(areaAddress)),
  }));
}

/** Cells with a line around them. */
export function borderedAreas(layout: SheetLayout): string[] {
  const places: CellPlace[] = [];
  forEachCell(layout, (cell, place) => {
    if (LOOKS[cell.look].border) places.push(place);
  });
  return joinAddresses(areasOf(places).map(areaAddress));
}

/** Rows by their height in points, as addresses such as "10:12,15:15". */
export function heightAreas(layout: SheetLayout): { readonly height: number; readonly addresses: readonly string[] }[] {
  const rows = new Map<number, number[]>();
  for (const [row, height] of rowHeights(layout)) rows.set(height, [...(rows.get(height) ?? []), row]);
  return [...rows].map(([height, of]) => ({
    height,
    addresses: joinAddresses(runsOf(of).map(([first, last]) => `${first + 1}:${last + 1}`)),
  }));
}

/** The number formats of one column: one for all its figures, then those that differ, null for the others. */
export interface ColumnFormats {
  readonly area: Merge;
  readonly common: string;
  readonly others: readonly (readonly (string | null)[])[] | undefined;
}

export function columnFormats(layout: SheetLayout): ColumnFormats[] {
  const { top, bottom } = layout.body;
  return layout.widths.flatMap((_, column): ColumnFormats[] => {
    const formats = layout.cells.slice(top, bottom + 1).map((cells) => cells[column]?.format);
    const counts = new Map<string, number>();
    for (const format of formats) if (format !== undefined) counts.set(format, (counts.get(format) ?? 0) + 1);
    const common = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
    if (common === undefined) return [];
    const others = formats.map((format) => [format === undefined || format === common ? null : format]);
    return [
      {
        area: { top, left: column, bottom, right: column },
        common,
        others: counts.size > 1 ? others : undefined,
      },
    ];
  });
}

/** Everything that the sheet holds, row by row; edits over what the form says. */
export function contentOf(layout: SheetLayout, edits: readonly CellEdit[]): { area: Merge; formulas: Assigned[][] } {
  const right = layout.widths.length - 1;
  const bottom = Math.max(layout.cells.length - 1, ...edits.map(({ row }) => row));
  const formulas = Array.from({ length: bottom + 1 }, (_, row) =>
    Array.from({ length: right + 1 }, (__, column): Assigned => {
      const value = layout.cells[row]?.[column]?.value ?? null;
      return writtenOf({ row, column, value });
    }),
  );
  for (const edit of edits) if (edit.column <= right) formulas[edit.row]![edit.column] = writtenOf(edit);
  return { area: { top: 0, left: 0, bottom, right }, formulas };
}

function forEachCell(layout: SheetLayout, visit: (cell: LayoutCell, place: CellPlace) => void): void {
  layout.cells.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      if (cell) visit(cell, { row, column });
    });
  });
}

/** Puts a look on a format, leaving out what `than` has already. */
export function applyStyle(format: Excel.RangeFormat, style: CellStyle, than?: CellStyle): void {
  const { font } = format;
  if (!than) font.name = FONT;
  if (style.size !== than?.size) font.size = style.size;
  if (Boolean(style.bold) !== Boolean(than?.bold)) font.bold = Boolean(style.bold);
  if (Boolean(style.italic) !== Boolean(than?.italic)) font.italic = Boolean(style.italic);
  if (style.color !== undefined) font.color = `#${style.color}`;
  if (style.horizontal !== than?.horizontal) format.horizontalAlignment = HORIZONTAL[style.horizontal];
  if (style.vertical !== than?.vertical) format.verticalAlignment = style.vertical === "center" ? "Center" : "Bottom";
  if (Boolean(style.wrap) !== Boolean(than?.wrap)) format.wrapText = Boolean(style.wrap);
  if (style.indent !== undefined) format.indentLevel = style.indent;
}

const HORIZONTAL = { left: "Left", center: "Center", right: "Right" } as const;
