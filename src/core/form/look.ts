/** Which font, line, alignment, height and rule each kind of cell of a form's sheet has: the same in Excel and in files. */

import { address, type Merge } from "../table/grid";
import type { InputArea, LayoutCell, Look, SheetLayout } from "./layout";
import { linesOf } from "./text-width";

/** The font of official documents. */
export const FONT = "Times New Roman";

/** Margins of official documents, in centimetres. */
export const PAGE_MARGINS = { top: 2, bottom: 2, left: 3, right: 1.5 } as const;

/** Distance of header and footer from the edge of the paper, in centimetres. */
export const HEADER_MARGIN = 1;

/** The page number at the foot, in the codes of Excel. */
export const PAGE_FOOTER = '&"Times New Roman,Italic"&10Trang &P/&N';

/** How a kind of cell looks; its size is in points, its colour `RRGGBB`. */
export interface LookStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly size: number;
  readonly color?: string;
  /** A line around the cell. */
  readonly border?: "thin";
  readonly horizontal: "left" | "center" | "right";
  readonly vertical?: "center";
  readonly wrap?: boolean;
}

export const LOOKS: Readonly<Record<Look, LookStyle>> = {
  unit: { bold: true, size: 12, horizontal: "center", vertical: "center", wrap: true },
  number: { bold: true, size: 12, horizontal: "center", vertical: "center" },
  title: { bold: true, size: 14, horizontal: "center", vertical: "center", wrap: true },
  subtitle: { italic: true, size: 12, horizontal: "center", vertical: "center", wrap: true },
  header: { bold: true, size: 11, border: "thin", horizontal: "center", vertical: "center", wrap: true },
  columnNumber: { italic: true, size: 10, border: "thin", horizontal: "center", vertical: "center" },
  heading: { bold: true, size: 11, border: "thin", horizontal: "left", vertical: "center", wrap: true },
  headingCode: { bold: true, size: 11, border: "thin", horizontal: "center", vertical: "center" },
  label: { size: 11, border: "thin", horizontal: "left", vertical: "center", wrap: true },
  centered: { size: 11, border: "thin", horizontal: "center", vertical: "center", wrap: true },
  code: { size: 9, color: "595959", border: "thin", horizontal: "center", vertical: "center" },
  figure: { size: 11, border: "thin", horizontal: "right", vertical: "center" },
  footnote: { italic: true, size: 10, horizontal: "left", wrap: true },
  signature: { bold: true, size: 12, horizontal: "center" },
  signatureNote: { italic: true, size: 11, horizontal: "center" },
};

/** Points of height for a line of text, for each point of its size, and the space above and below it. */
const LINE_PER_POINT = 14 / 11;
const LINE_SPACE = 3;
/** Points of height that the rows of the title block and of the header have even where their texts are short. */
const LEAST = { unit: 32, title: 40, header: 48, groupedHeader: 24 } as const;
/** An indent's step in the unit of column widths. */
const INDENT_WIDTH = 2;

/**
 * Heights of rows in points by 0-based row. They are given, not left to the program that opens the sheet: not all of
 * them fit wrapped text by themselves.
 */
export function rowHeights(layout: SheetLayout): ReadonlyMap<number, number> {
  const { headerRows, body } = layout;
  const grouped = headerRows.last - headerRows.first > 1;
  const least = new Map<number, number>([
    [0, LEAST.unit],
    [2, LEAST.title],
    [headerRows.first, grouped ? LEAST.groupedHeader : LEAST.header],
  ]);
  const heights = new Map(least);
  layout.cells.forEach((cells, row) => {
    if (!cells.some((cell) => cell?.value && LOOKS[cell.look].wrap) && row < body.top) return;
    const needed = Array.from(cells, (cell, column) => heightOf(cell, widthAt(layout, row, column)));
    heights.set(row, Math.max(least.get(row) ?? 0, lineHeight(LOOKS.figure.size), ...needed));
  });
  return heights;
}

const lineHeight = (size: number, lines = 1) => Math.ceil(lines * size * LINE_PER_POINT) + LINE_SPACE;

function heightOf(cell: LayoutCell | undefined, width: number): number {
  if (!cell?.value) return 0;
  const look = LOOKS[cell.look];
  const lines = look.wrap ? linesOf(String(cell.value), width - INDENT_WIDTH * (cell.indent ?? 0), look) : 1;
  return lineHeight(look.size, lines);
}

/** The width of a cell's column, or of all columns that it is merged over. */
function widthAt({ merges, widths }: SheetLayout, row: number, column: number): number {
  const merged = merges.find((merge) => merge.top === row && merge.left === column);
  return widths.slice(column, (merged?.right ?? column) + 1).reduce((sum, width) => sum + width, 0);
}

const NOTHING = ["-", "–", "…", "..."].map((text) => `"${text}"`);

/** What may be typed into an area, and what is said about anything else, which is a question and no refusal. */
export interface InputRule {
  readonly area: Merge;
  /** True for what may be typed, seen from the area's first cell; without its leading `=`. */
  readonly formula: string;
  readonly title: string;
  readonly text: string;
}

/** Plans may be thresholds in words ("trên 95%"), which the check reads; only figures of a period are held to numbers. */
export function inputRule({ role, column, top, bottom }: InputArea): InputRule | undefined {
  if (role === "plan" || role === "laterPlan") return undefined;
  const at = address(top, column);
  const written = NOTHING.map((text) => `${at}=${text}`).join(",");
  return {
    area: { top, left: column, bottom, right: column },
    formula: `OR(ISNUMBER(${at}),${written})`,
    title: "Không phải là số",
    text: "Hãy nhập số. Không phát sinh ghi “-”, có phát sinh nhưng chưa thu thập được ghi “…”.",
  };
}
