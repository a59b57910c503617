/** The change of cells inside the text of a worksheet part. */
import { address, areaAddress } from "../core/table/grid";
import type { CellEdit, CellPlace, Merge } from "../core/table/grid";
import { formulaMover, withPrefix } from "./formula";
import { rangeOf, scanSheet } from "./sheet";
import type { RawCell, RawRow, SheetFrame } from "./sheet";
import { collectSharedGroups } from "./shared";
import type { SharedGroup } from "./shared";
import { encodeText } from "./text";
import { applySplices, attributeText, encodeXml, siblingName, valueOf, XmlError } from "./xml";
import type { Attribute, Splice } from "./xml";

/** A number that tells the cells of a sheet apart. */
export function placeKey({ row, column }: CellPlace): number {
  return row * 16_384 + column;
}

/** The edits of a sheet by place; of two edits of one cell the later counts. */
export type Edits = ReadonlyMap<number, CellEdit>;

interface EditedRow {
  readonly row: RawRow;
  readonly cells: readonly RawCell[];
}

/** What an edit needs to know of a sheet. */
export interface SheetScan {
  readonly frame: SheetFrame;
  /** Where each row begins, in ascending order. */
  readonly rowStarts: readonly { readonly row: number; readonly start: number }[];
  /** The rows that have an edited cell. */
  readonly editedRows: ReadonlyMap<number, EditedRow>;
  readonly formulaCells: readonly RawCell[];
}

/** Reads what an edit needs to know. Rows and cells must ascend, as Excel demands; else there is no right place. */
export function scanForEdits(xml: string, edits: Edits): SheetScan {
  const wanted = new Set([...edits.values()].map(({ row }) => row));
  const rowStarts: { row: number; start: number }[] = [];
  const editedRows = new Map<number, EditedRow>();
  const formulaCells: RawCell[] = [];
  const frame = scanSheet(xml, {
    row(row, cells) {
      if (row.row <= (rowStarts.at(-1)?.row ?? -1)) throw new XmlError("rows out of order");
      rowStarts.push({ row: row.row, start: row.start });
      if (wanted.has(row.row)) editedRows.set(row.row, { row, cells });
    },
    cell(cell) {
      if (cell.formula) formulaCells.push(cell);
    },
  });
  return { frame, rowStarts, editedRows, formulaCells };
}

const isErasing = (edit: CellEdit) => edit.value === null && edit.formula === undefined;

/** Attributes that belong to the old value: its type, and its marks as a spilling formula or a rich value. */
const OF_THE_VALUE: ReadonlySet<string> = new Set(["r", "t", "cm", "vm"]);

/** Writes cells in the prefix of the file. */
function cellWriter(xml: string, frame: SheetFrame) {
  const name = (local: string) => siblingName(frame.data.tag, local);
  const element = (local: string, content: string) => `<${name(local)}>${content}</${name(local)}>`;

  /** The type and the content of a cell. */
  function content({ value, formula }: CellEdit): { type?: string; inner: string } {
    if (formula !== undefined) {
      const text = element("f", encodeXml(withPrefix(formula.replace(/^\s*=/, ""))));
      if (typeof value === "number") return { inner: text + element("v", String(value)) };
      if (typeof value === "boolean") return { type: "b", inner: text + element("v", value ? "1" : "0") };
      // A formula that shows nothing has the empty text as its result: Excel knows no formula without one.
      return { type: "str", inner: text + element("v", encodeText(value ?? "")) };
    }
    if (value === null) return { inner: "" };
    if (typeof value === "number") return { inner: element("v", String(value)) };
    if (typeof value === "boolean") return { type: "b", inner: element("v", value ? "1" : "0") };
    // An inline string, never a formula: a text stays a text whatever it begins with.
    const text = `<${name("t")} xml:space="preserve">${encodeText(value)}</${name("t")}>`;
    return { type: "inlineStr", inner: element("is", text) };
  }

  function write(edit: CellEdit, kept: string, others: string): string {
    const { type, inner } = content(edit);
    const start = `<${name("c")}${attributeText("r", address(edit.row, edit.column))}${kept}`;
    const typed = type === undefined ? start : start + attributeText("t", type);
    return inner + others === "" ? `${typed}/>` : `${typed}>${inner}${others}</${name("c")}>`;
  }

  return {
    replacing(cell: RawCell, edit: CellEdit): string {
      const kept = cell.attributes.filter((attribute) => !OF_THE_VALUE.has(attribute.name));
      const others = cell.others.map(({ start, end }) => xml.slice(start, end));
      return write(
        edit,
        kept.map((attribute) => attributeText(attribute.name, attribute.value)).join(""),
        others.join(""),
      );
    },
    /** A new cell looks as Excel would make it look: like its row, or else like its column. */
    creating(edit: CellEdit, row: RawRow | undefined): string {
      const rowStyle =
        row && valueOf(row.attributes, "customFormat") === "1" ? valueOf(row.attributes, "s") : undefined;
      const column = frame.columns.find(({ first, last }) => first <= edit.column && edit.column <= last);
      const style = rowStyle ?? column?.style;
      return write(edit, style === undefined ? "" : attributeText("s", style), "");
    },
    row(index: number, cells: string): string {
      return `<${name("row")}${attributeText("r", String(index + 1))}>${cells}</${name("row")}>`;
    },
  };
}

type CellWriter = ReturnType<typeof cellWriter>;

/** Puts content into an element that may be written as an empty tag; `close` is where its closing tag begins. */
function fill(tag: { name: string; end: number; empty: boolean }, close: number, content: string): Splice {
  if (!tag.empty) return { start: close, end: close, text: content };
  return { start: tag.end - 2, end: tag.end, text: `>${content}</${tag.name}>` };
}

/** Widens the `spans` hint of a row to a new cell; Excel trusts the hint. */
function widenSpans(attributes: readonly Attribute[], columns: readonly number[]): Splice[] {
  const spans = attributes.find(({ name }) => name === "spans");
  const match = /^(\d+):(\d+)$/.exec(spans?.value ?? "");
  if (!spans || !match) return [];
  const first = Math.min(Number(match[1]), ...columns.map((column) => column + 1));
  const last = Math.max(Number(match[2]), ...columns.map((column) => column + 1));
  return [{ start: spans.start, end: spans.end, text: `${first}:${last}` }];
}

function editRow({ row, cells }: EditedRow, edits: readonly CellEdit[], writer: CellWriter): Splice[] {
  const splices: Splice[] = [];
  const appended: CellEdit[] = [];
  const created: number[] = [];
  let at = 0;
  for (const edit of edits) {
    while (at < cells.length && cells[at]!.column < edit.column) at++;
    const next = cells[at];
    if (next?.column === edit.column) {
      splices.push({ start: next.start, end: next.end, text: writer.replacing(next, edit) });
    } else if (!isErasing(edit)) {
      created.push(edit.column);
      if (next) splices.push({ start: next.start, end: next.start, text: writer.creating(edit, row) });
      else appended.push(edit);
    }
  }
  if (appended.length > 0) {
    const text = appended.map((edit) => writer.creating(edit, row)).join("");
    splices.push(fill(row.tag, row.close, text));
  }
  return created.length > 0 ? [...splices, ...widenSpans(row.attributes, created)] : splices;
}

/** Splices for rows that the sheet does not have yet, each before the next row there is. */
function addRows(rows: ReadonlyMap<number, readonly CellEdit[]>, scan: SheetScan, writer: CellWriter): Splice[] {
  const splices: Splice[] = [];
  let appended = "";
  let at = 0;
  for (const [index, edits] of rows) {
    const text = writer.row(index, edits.map((edit) => writer.creating(edit, undefined)).join(""));
    while (at < scan.rowStarts.length && scan.rowStarts[at]!.row < index) at++;
    const next = scan.rowStarts[at];
    if (next) splices.push({ start: next.start, end: next.start, text });
    else appended += text;
  }
  const { tag, close } = scan.frame.data;
  return appended === "" ? splices : [...splices, fill(tag, close, appended)];
}

function boundsOf(places: readonly CellPlace[]): Merge {
  const first = places[0]!;
  const bounds = { top: first.row, left: first.column, bottom: first.row, right: first.column };
  for (const { row, column } of places) {
    bounds.top = Math.min(bounds.top, row);
    bounds.left = Math.min(bounds.left, column);
    bounds.bottom = Math.max(bounds.bottom, row);
    bounds.right = Math.max(bounds.right, column);
  }
  return bounds;
}

/** Where the cell with the text of a shared formula is overwritten, the first cell that is left takes the text over. */
function rehome({ master, followers }: SharedGroup, edits: Edits, frame: SheetFrame): Splice[] {
  if (!edits.has(placeKey(master))) return [];
  const left = followers.filter((cell) => !edits.has(placeKey(cell)));
  const heir = left[0];
  if (!heir) return [];
  const { start, end, shared } = heir.formula!;
  const name = siblingName(frame.data.tag, "f");
  const text = encodeXml(formulaMover(master.formula!.text, master)(heir));
  const attributes = `t="shared" ref="${areaAddress(boundsOf(left))}" si="${encodeXml(shared!)}"`;
  return [{ start, end, text: `<${name} ${attributes}>${text}</${name}>` }];
}

function widenDimension(dimension: Attribute | undefined, created: readonly CellPlace[]): Splice[] {
  const range = dimension && rangeOf(dimension.value);
  if (!range || created.length === 0) return [];
  const corners = [
    { row: range.top, column: range.left },
    { row: range.bottom, column: range.right },
  ];
  return [{ start: dimension.start, end: dimension.end, text: areaAddress(boundsOf([...corners, ...created])) }];
}

/** Applies edits to the text of a worksheet part. */
export function editCells(xml: string, scan: SheetScan, edits: Edits): string {
  const writer = cellWriter(xml, scan.frame);
  const byRow = new Map<number, CellEdit[]>();
  for (const edit of [...edits.values()].sort((a, b) => placeKey(a) - placeKey(b))) {
    const row = byRow.get(edit.row);
    if (row) row.push(edit);
    else byRow.set(edit.row, [edit]);
  }
  // Pushed one by one: a call takes no more than some 100.000 arguments.
  const splices: Splice[] = [];
  const newRows = new Map<number, readonly CellEdit[]>();
  for (const [index, rowEdits] of byRow) {
    const row = scan.editedRows.get(index);
    const filled = rowEdits.filter((edit) => !isErasing(edit));
    if (row) for (const splice of editRow(row, rowEdits, writer)) splices.push(splice);
    else if (filled.length > 0) newRows.set(index, filled);
  }
  for (const splice of addRows(newRows, scan, writer)) splices.push(splice);
  for (const group of collectSharedGroups(scan.formulaCells)) splices.push(...rehome(group, edits, scan.frame));
  splices.push(
    ...widenDimension(
      scan.frame.dimension,
      [...edits.values()].filter((edit) => !isErasing(edit)),
    ),
  );
  return applySplices(xml, splices);
}
