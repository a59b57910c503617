/** A sheet of the sandbox's workbook as hucre takes it, and what is to be written after it. */

import type { Cell as FileCell, ColumnDef, RowDef, TableDefinition, WriteSheet } from "hucre";
import type { CellEdit } from "../../core/table/grid";
import { placeKey } from "../../xlsx/edit-cells";
import { isMiswritten } from "../../xlsx/hucre";
import { WHOLE_SHEET, areaAddress, columnCount, type Area } from "../host/workbook/area";
import { eachCell, valueAt } from "../host/workbook/state";
import { DEFAULT_STYLE, type Style } from "../host/workbook/style";
import type { Sheet, Table } from "../host/workbook/types";
import { ALLOWANCES } from "./allowances";
import { fileColor } from "./colors";
import type { FormulaFinish } from "./finish-formulas";
import { withFilePrefixes } from "./functions";
import { digitPixels, digitsOfPoints } from "./measures";
import { fileHeaderFooter, filePageSetup } from "./page-layout";
import { fileCondition, fileValidation } from "./rules";
import { fileStyle } from "./styles";
import type { Uncarried } from "./texts";

/** The font of cells that say no other; widths of columns are counted in its digits. */
export const DEFAULT_FONT = { name: DEFAULT_STYLE.fontName, size: DEFAULT_STYLE.fontSize };
const DIGIT = digitPixels(DEFAULT_FONT);

export interface SheetFile {
  readonly sheet: WriteSheet;
  /** Formulas, which hucre would write without their texts and errors. */
  readonly edits: readonly CellEdit[];
  readonly finish: ReadonlyMap<number, FormulaFinish>;
}

/** Cells of one look share one object in the file as well. */
export function styleWriter(): (style: Style) => FileCell["style"] {
  const known = new Map<Style, FileCell["style"]>();
  return (style) => {
    if (style === DEFAULT_STYLE) return undefined;
    let written = known.get(style);
    if (!written) known.set(style, (written = fileStyle(style)));
    return written;
  };
}

/** @param left is told what the file does not hold */
export function sheetFile(sheet: Sheet, styleOf: ReturnType<typeof styleWriter>, left: Set<Uncarried>): SheetFile {
  const cells = new Map<string, Partial<FileCell>>();
  const edits: CellEdit[] = [];
  const finishes = new Map<number, FormulaFinish>();
  const spilled = spillAreas(sheet);
  eachCell(sheet, WHOLE_SHEET, (cell, row, column) => {
    const style = styleOf(cell.style);
    const { value } = cell;
    const plain = typeof value === "object" && value !== null ? value.error : value;
    const later = cell.formula !== undefined || (typeof value === "string" && isMiswritten(value));
    cells.set(`${row},${column}`, { value: later ? null : plain, ...(style && { style }) });
    if (!later) return;
    const place = { row, column };
    const result = typeof value === "object" ? null : value;
    edits.push({ ...place, value: result, ...(cell.formula && { formula: fileFormula(cell.formula) }) });
    const ref = spilled.get(placeKey(place));
    if (ref) left.add("spills");
    const error = typeof value === "object" && value !== null ? value.error : undefined;
    if (ref || error) finishes.set(placeKey(place), { ...(ref && { ref: areaAddress(ref) }), ...(error && { error }) });
  });
  addComments(sheet, cells, left);
  // hucre writes no row without a cell, and with it the row's height would be lost.
  for (const row of sheet.rowLines.keys()) if (!sheet.rows[row]?.some(Boolean)) cells.set(`${row},0`, { value: null });
  return { sheet: writeSheet(sheet, cells, styleOf, left), edits, finish: finishes };
}

const fileFormula = (formula: string): string => withFilePrefixes(formula.replace(/^=/, ""));

/** The areas of spilling formulas, by the place of the formula. */
function spillAreas(sheet: Sheet): Map<number, Area> {
  const areas = new Map<number, Area>();
  eachCell(sheet, WHOLE_SHEET, ({ spilledFrom }, row, column) => {
    if (!spilledFrom) return;
    const key = placeKey(spilledFrom);
    const { row: top, column: left } = spilledFrom;
    const area = areas.get(key) ?? { top, left, bottom: top, right: left };
    areas.set(key, { ...area, bottom: Math.max(area.bottom, row), right: Math.max(area.right, column) });
  });
  return areas;
}

function addComments(sheet: Sheet, cells: Map<string, Partial<FileCell>>, left: Set<Uncarried>): void {
  for (const { row, column, author, content, replies } of sheet.comments) {
    const key = `${row},${column}`;
    if (replies.length > 0) left.add("threads");
    const text = [content, ...replies.map((reply) => `${reply.author}: ${reply.content}`)].join("\n");
    cells.set(key, { ...(cells.get(key) ?? { value: null }), comment: { text, ...(author && { author }) } });
  }
}

function writeSheet(
  sheet: Sheet,
  cells: Map<string, Partial<FileCell>>,
  styleOf: ReturnType<typeof styleWriter>,
  left: Set<Uncarried>,
): WriteSheet {
  const { freeze, protection, pageLayout, visibility, tabColor } = sheet;
  const conditions = sheet.conditionalFormats.map((format, index) => fileCondition(format, index + 1));
  const validations = sheet.validations.map(fileValidation);
  if ([...conditions, ...validations].includes(undefined)) left.add("rules");
  if (protection?.password) left.add("passwords");
  return {
    name: sheet.name,
    cells,
    columns: columnDefs(sheet, styleOf),
    rowDefs: rowDefs(sheet),
    merges: sheet.merges.map(({ top, left: first, bottom, right }) => ({
      startRow: top,
      startCol: first,
      endRow: bottom,
      endCol: right,
    })),
    ...((freeze.rows > 0 || freeze.columns > 0) && { freezePane: { ...freeze } }),
    conditionalRules: conditions.filter((one) => one !== undefined),
    dataValidations: validations.filter((one) => one !== undefined),
    ...(protection && {
      protection: {
        sheet: true,
        ...Object.fromEntries(ALLOWANCES.map(([inFile, name]) => [inFile, protection.options[name] === true])),
      },
    }),
    pageSetup: filePageSetup(pageLayout),
    headerFooter: fileHeaderFooter(pageLayout),
    view: {
      showGridLines: sheet.showGridlines,
      showRowColHeaders: sheet.showHeadings,
      ...(tabColor && { tabColor: fileColor(tabColor) }),
    },
    tables: sheet.tables.map((table) => fileTable(sheet, table)),
    ...(sheet.autoFilter && { autoFilter: { range: areaAddress(sheet.autoFilter) } }),
    ...(visibility === "Hidden" && { hidden: true }),
    ...(visibility === "VeryHidden" && { veryHidden: true }),
  };
}

function columnDefs(sheet: Sheet, styleOf: ReturnType<typeof styleWriter>): ColumnDef[] {
  const last = Math.max(-1, ...sheet.columnLines.keys());
  return Array.from({ length: last + 1 }, (_, column) => {
    const line = sheet.columnLines.get(column);
    const style = line?.style && styleOf(line.style);
    return {
      ...(line?.size !== undefined && { width: digitsOfPoints(line.size, DIGIT) }),
      ...(line?.hidden && { hidden: true }),
      ...(style && { style }),
    };
  });
}

function rowDefs(sheet: Sheet): Map<number, RowDef> {
  return new Map(
    [...sheet.rowLines]
      .filter(([, { size, hidden }]) => size !== undefined || hidden)
      .map(([row, { size, hidden }]) => [
        row,
        { ...(size !== undefined && { height: size }), ...(hidden && { hidden }) },
      ]),
  );
}

function fileTable(sheet: Sheet, table: Table): TableDefinition {
  const headers = Array.from({ length: columnCount(table.area) }, (_, index) => {
    const value = valueAt(sheet, table.area.top, table.area.left + index);
    return { name: typeof value === "object" ? `Cột ${index + 1}` : String(value) };
  });
  return {
    name: table.name,
    range: areaAddress(table.area),
    columns: headers,
    ...(table.style && { style: table.style }),
    showRowStripes: table.showBandedRows,
    showColumnStripes: table.showBandedColumns,
    showAutoFilter: table.showFilterButton,
    showTotalRow: table.showTotals,
  };
}
