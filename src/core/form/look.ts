/** Which font, line, alignment, height and rule each kind of cell of a form's sheet has: the same in Excel and in files. */

import { address, type Merge } from "../table/grid";
import type { InputArea, Look, SheetLayout } from "./layout";

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
  subtitle: { italic: true, size: 12, horizontal: "center" },
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

/** Points of height for one line of text in the body, and for the space around it. */
const LINE_HEIGHT = 14;
const LINE_SPACE = 3;

/** A column of width n holds n digits of Excel's default font; of Times New Roman 11 it holds so many times more letters. */
const LETTERS_PER_WIDTH = 1.2;

/**
 * Heights of rows in points by 0-based row. They are given, not left to the program that opens the sheet: not all of
 * them fit wrapped text by themselves.
 */
export function rowHeights(layout: SheetLayout): ReadonlyMap<number, number> {
  const heights = new Map<number, number>([
    [0, 32],
    [2, 40],
    [layout.headerRows.first, 48],
  ]);
  layout.cells.forEach((cells, row) => {
    if (row < layout.body.top) return;
    const lines = Array.from(cells, (cell, column) => {
      if (!cell?.value || cell.look === "figure" || cell.look === "code") return 1;
      const merged = layout.merges.find((merge) => merge.top === row && merge.left === column);
      const right = merged?.right ?? column;
      const width = layout.widths.slice(column, right + 1).reduce((sum, one) => sum + one, 0);
      return linesOf(String(cell.value), width - 2 * (cell.indent ?? 0), cell.look === "heading");
    });
    heights.set(row, Math.max(1, ...lines) * LINE_HEIGHT + LINE_SPACE);
  });
  return heights;
}

/** Lines that a text takes in a column of a given width, word by word; bold and capital letters are wider. */
function linesOf(text: string, width: number, bold: boolean): number {
  const room = Math.max(4, width * LETTERS_PER_WIDTH);
  const wide = (word: string) =>
    [...word].reduce((sum, char) => sum + (/\p{Lu}/u.test(char) ? 1.4 : 1), 0) * (bold ? 1.1 : 1);
  let lines = 1;
  let used = 0;
  for (const word of text.split(" ")) {
    const needed = wide(word);
    if (used > 0 && used + 1 + needed > room) {
      lines += 1;
      used = 0;
    }
    lines += Math.max(0, Math.ceil(needed / room) - 1);
    used += needed + (used > 0 ? 1 : 0);
  }
  return lines;
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
