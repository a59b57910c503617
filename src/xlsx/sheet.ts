/**
 * One pass over a worksheet part, for reading and for editing alike: what is read and what is edited can then never
 * disagree about which cell is which.
 */
import { placeOf } from "../core/table/grid";
import type { CellPlace, Merge } from "../core/table/grid";
import { cellReader } from "./cell-reader";
import { XmlError, attributesOf, isOn, scanXml, valueOf } from "./xml";
import type { Attribute, Tag } from "./xml";

/** The last row and column that a sheet can have, 0-based. */
export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

/** A piece of the part's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The `<f>` of a cell. */
export interface RawFormula extends Span {
  readonly text: string;
  /** `shared`, `array`, `dataTable`, or `normal`. */
  readonly type: string;
  /** The range of an array or data table, and of the first cell of a shared formula. */
  readonly ref: string | undefined;
  /** What the cells of one shared formula have in common. */
  readonly shared: string | undefined;
}

/** A `<c>` as it is written. */
export interface RawCell extends CellPlace, Span {
  readonly tag: Tag;
  readonly attributes: readonly Attribute[];
  /** `n`, `s`, `str`, `inlineStr`, `b`, `e` or `d`. */
  readonly type: string;
  readonly style: number | undefined;
  readonly formula: RawFormula | undefined;
  /** The text of `<v>`; undefined without one. For an inline string, its plain text. */
  readonly value: string | undefined;
  /** The content of `<v>` between its tags. */
  readonly valueSpan: Span | undefined;
  /** What else the cell holds, such as extensions. */
  readonly others: readonly Span[];
}

/** A `<row>` as it is written. */
export interface RawRow extends Span {
  readonly row: number;
  readonly tag: Tag;
  readonly attributes: readonly Attribute[];
  /** Where the closing tag begins; the end of the tag itself, where that is empty. */
  readonly close: number;
  readonly hidden: boolean;
}

/** A `<col>`: how the columns from `first` to `last` look. */
export interface RawColumns {
  readonly first: number;
  readonly last: number;
  readonly hidden: boolean;
  readonly style: string | undefined;
}

/** What stands around the cells. */
export interface SheetFrame {
  readonly columns: readonly RawColumns[];
  readonly merges: readonly Merge[];
  readonly protected: boolean;
  /** Whether rows without an entry of their own are hidden. */
  readonly rowsHidden: boolean;
  readonly dimension: Attribute | undefined;
  /** The `<sheetData>` tag and the place of its closing tag (or its own end, where it is empty). */
  readonly data: { readonly tag: Tag; readonly close: number };
}

/** Receives cells and rows in the order of the file: the cells of a row first, then the row. */
export interface SheetVisitor {
  cell?(cell: RawCell): void;
  row?(row: RawRow, cells: readonly RawCell[]): void;
}

/** The range of a reference such as `A1` or `A1:B4`. */
export function rangeOf(ref: string): Merge | undefined {
  const [from, to = from, ...more] = ref.split(":");
  const start = placeOf(from ?? "");
  const end = placeOf(to ?? "");
  if (!start || !end || more.length > 0) return undefined;
  return {
    top: Math.min(start.row, end.row),
    left: Math.min(start.column, end.column),
    bottom: Math.max(start.row, end.row),
    right: Math.max(start.column, end.column),
  };
}

function rowIndex(stated: string | undefined, before: number): number {
  const row = stated === undefined ? before + 1 : Number(stated) - 1;
  if (!Number.isInteger(row) || row < 0 || row > LAST_ROW) throw new XmlError(`row ${stated ?? ""}`);
  return row;
}

function cellPlace(stated: string | undefined, row: number, before: number): CellPlace {
  const place = stated === undefined ? { row, column: before + 1 } : placeOf(stated);
  // A cell that claims another row than the one it stands in would be read differently by different programs.
  if (place?.row !== row || place.column > LAST_COLUMN) throw new XmlError(`cell ${stated ?? ""}`);
  return place;
}

/** Scans a worksheet. */
export function scanSheet(xml: string, visitor: SheetVisitor): SheetFrame {
  const columns: RawColumns[] = [];
  const merges: Merge[] = [];
  let protectedSheet = false;
  let rowsHidden = false;
  let dimension: Attribute | undefined;
  let data: { tag: Tag; close: number } | undefined;
  let section = "";
  let row: { tag: Tag; attributes: Attribute[]; row: number } | undefined;
  let lastRow = -1;
  let cells: RawCell[] = [];
  const reader = cellReader(xml, (cell) => {
    cells.push(cell);
    visitor.cell?.(cell);
  });

  function openSection(tag: Tag): void {
    section = tag.local;
    if (section === "sheetData") {
      if (data) throw new XmlError("two sheetData");
      data = { tag, close: tag.end };
    } else if (section === "sheetProtection") protectedSheet = isOn(valueOf(attributesOf(xml, tag), "sheet"));
    else if (section === "sheetFormatPr") rowsHidden = isOn(valueOf(attributesOf(xml, tag), "zeroHeight"));
    else if (section === "dimension") dimension = attributesOf(xml, tag).find(({ name }) => name === "ref");
  }

  function openItem(tag: Tag): void {
    if (section === "sheetData" && tag.local === "row") {
      const attributes = attributesOf(xml, tag);
      lastRow = rowIndex(valueOf(attributes, "r"), lastRow);
      row = { tag, attributes, row: lastRow };
      cells = [];
    } else if (section === "cols" && tag.local === "col") {
      if (columns.length > LAST_COLUMN) throw new XmlError("more descriptions of columns than columns");
      const attributes = attributesOf(xml, tag);
      const width = valueOf(attributes, "width");
      columns.push({
        first: Number(valueOf(attributes, "min")) - 1,
        last: Math.min(Number(valueOf(attributes, "max")) - 1, LAST_COLUMN),
        hidden: isOn(valueOf(attributes, "hidden")) || (width !== undefined && Number(width) === 0),
        style: valueOf(attributes, "style"),
      });
    } else if (section === "mergeCells" && tag.local === "mergeCell") {
      const merge = rangeOf(valueOf(attributesOf(xml, tag), "ref") ?? "");
      if (!merge) throw new XmlError("a merge without its range");
      merges.push(merge);
    }
  }

  scanXml(xml, {
    open(tag) {
      if (tag.depth === 1) openSection(tag);
      else if (tag.depth === 2) openItem(tag);
      else if (tag.depth === 3 && row && tag.local === "c") {
        const attributes = attributesOf(xml, tag);
        reader.start(tag, cellPlace(valueOf(attributes, "r"), row.row, cells.at(-1)?.column ?? -1), attributes);
      } else reader.open(tag);
    },
    text(text, depth) {
      reader.text(text, depth);
    },
    close(local, depth, start, end) {
      if (depth >= 3) reader.close(local, depth, start, end);
      else if (depth === 2 && row) {
        const height = valueOf(row.attributes, "ht");
        const hidden = isOn(valueOf(row.attributes, "hidden")) || (height !== undefined && Number(height) === 0);
        const { tag, attributes } = row;
        visitor.row?.({ row: row.row, tag, attributes, hidden, start: tag.start, close: start, end }, cells);
        row = undefined;
      } else if (depth === 1 && section === "sheetData" && !data!.tag.empty) data!.close = start;
    },
  });
  if (!data) throw new XmlError("no sheetData");
  return { columns, merges, protected: protectedSheet, rowsHidden, dimension, data };
}
