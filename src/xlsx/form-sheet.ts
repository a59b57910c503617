/** A form's layout as a workbook: which font, line and alignment each kind of cell has in the official look. */

import type { Look, LayoutCell, SheetLayout } from "../core/form/layout";
import { metadataProperty, type SheetMetadata } from "../core/form/metadata";
import { address } from "../core/table/grid";
import {
  createWorkbook,
  rangeReference,
  type CellLook,
  type NewCell,
  type NewSheet,
  type NewValidation,
} from "./create";

const LOOKS: Readonly<Record<Look, CellLook>> = {
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

/** The bytes of a new workbook with one form's sheet. */
export function formWorkbook(layout: SheetLayout, metadata: SheetMetadata, created: Date): Promise<Uint8Array> {
  const property = metadataProperty(metadata, 0);
  return createWorkbook({
    sheets: [formSheet(layout)],
    names: layout.names.map(({ name, area }) => ({ name, refersTo: rangeReference(layout.name, area) })),
    customProperties: { [property.name]: property.value },
    properties: {
      title: `${metadata.formId} ${metadata.unit}`.trim(),
      creator: "Biểu Y tế",
      company: metadata.unit,
      created,
    },
  });
}

function formSheet(layout: SheetLayout): NewSheet {
  const lastRow = layout.cells.length - 1;
  return {
    name: layout.name,
    rows: layout.cells.map((cells) => Array.from(cells, (cell) => cell && newCell(cell))),
    columnWidths: layout.widths,
    rowHeights: rowHeights(layout),
    merges: layout.merges,
    frozen: layout.frozen,
    page: {
      orientation: layout.orientation,
      footer: { right: '&"Times New Roman,Italic"&10Trang &P/&N' },
      titleRows: layout.headerRows,
      printArea: { top: 0, left: 0, bottom: lastRow, right: layout.widths.length - 1 },
    },
    validations: layout.inputs.flatMap(validationFor),
  };
}

function newCell(cell: LayoutCell): NewCell {
  const look: CellLook = {
    ...LOOKS[cell.look],
    ...(cell.indent !== undefined && { indent: cell.indent }),
    ...(cell.format !== undefined && { format: cell.format }),
  };
  return { value: cell.value === "" ? null : cell.value, look };
}

/** Heights are given, not left to the program that opens the file: not all of them fit wrapped text by themselves. */
function rowHeights(layout: SheetLayout): ReadonlyMap<number, number> {
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

/** Plans may be thresholds in words ("trên 95%"), which the check reads; only figures of a period are held to numbers. */
function validationFor({ role, column, top, bottom }: SheetLayout["inputs"][number]): NewValidation[] {
  if (role === "plan" || role === "laterPlan") return [];
  const at = address(top, column);
  const written = NOTHING.map((text) => `${at}=${text}`).join(",");
  return [
    {
      range: { top, left: column, bottom, right: column },
      rule: { kind: "formula", formula: `OR(ISNUMBER(${at}),${written})` },
      error: {
        title: "Không phải là số",
        text: "Hãy nhập số. Không phát sinh ghi “-”, có phát sinh nhưng chưa thu thập được ghi “…”.",
        severity: "warning",
      },
    },
  ];
}
