/** Opens an .xlsx file and reads its sheets into the table model. */
import { address, type Cell, type CellContent, type Grid } from "../core/table/grid";
import { findSheet, readBook } from "./book";
import type { DateSystem, DefinedName, SheetPart } from "./book";
import { WorkbookError } from "./error";
import { readFormats } from "./formats";
import { hasPrefix, withoutPrefix } from "./formula";
import { MAX_TEXT } from "./limits";
import { OPENING, textMissing, textTooLong } from "./messages";
import { readMemory } from "./memory";
import { openPackage, readPart, relationships, workbookPath } from "./package";
import type { Package } from "./package";
import { readCustomProperties } from "./properties";
import { LAST_COLUMN, LAST_ROW, scanSheet } from "./sheet";
import type { RawCell, RawFormula, RawRow, SheetFrame } from "./sheet";
import { formulaReader, isSharedFollower, isSharedMaster } from "./shared";
import { decodeEscapes, readSharedStrings } from "./text";

/** A worksheet of a workbook. */
export interface SheetInfo {
  readonly name: string;
  /** Whether people do not see the sheet's tab, for whatever reason. */
  readonly hidden: boolean;
  /** Whether the sheet is hidden so that Excel's menu does not bring it back. */
  readonly veryHidden: boolean;
  /** Whether the sheet is protected against changes; for the caller to heed, patching does not look at it. */
  readonly protected: boolean;
}

/** An opened workbook. */
export interface XlsxWorkbook {
  /** The worksheets in the order of their tabs; chart sheets are left out. */
  readonly sheets: readonly SheetInfo[];
  /**
   * The cells of a sheet.
   *
   * @throws {@link WorkbookError} `sheet-missing` where there is no such sheet.
   */
  grid(sheet: string): Grid;
  readonly names: readonly DefinedName[];
  /** The properties that programs add to a workbook, as texts. */
  readonly customProperties: Readonly<Record<string, string>>;
  /** The text that the workbook remembers for us (see `core/workbook/memory.ts`); null where there is none. */
  readonly memory: string | null;
  readonly dateSystem: DateSystem;
  /** The file itself, for patching. */
  readonly bytes: Uint8Array;
}

/** The most places that the rows of all sheets together may span, so that memory stays within bounds. */
const MAX_PLACES = 20_000_000;
/** How many characters of formulas may be taken apart and moved: some five seconds of work. */
const MAX_FORMULA_WORK = 5_000_000;

interface Resources {
  readonly strings: readonly string[];
  readonly formats: readonly (string | undefined)[];
  readonly dateSystem: DateSystem;
  placesLeft: number;
  formulaWorkLeft: number;
}

const MS_PER_DAY = 86_400_000;

/** A date of ISO 8601, perhaps with its time. `Date.parse` alone takes "hello 1" for one. */
const ISO_DATE = /^\d{4}-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)?)?)?$/;

/** The serial number of an ISO date, which only the strict standard writes; undefined where it is none. */
function serialOf(text: string, dateSystem: DateSystem): number | undefined {
  if (!ISO_DATE.test(text)) return undefined;
  const time = Date.parse(text.includes("T") && !/Z|[+-]\d\d:\d\d$/.test(text) ? `${text}Z` : text);
  if (Number.isNaN(time)) return undefined;
  const epoch = dateSystem === "1904" ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  return (time - epoch) / MS_PER_DAY;
}

/** The shared text that a cell points at; undefined where there is none. */
function sharedText(index: string, strings: readonly string[]): string | undefined {
  return /^\s*\d+\s*$/.test(index) ? strings[Number(index)] : undefined;
}

function contentOf(cell: RawCell, sheet: string, { strings, dateSystem }: Resources): CellContent {
  const { value } = cell;
  if (value === undefined) return null;
  switch (cell.type) {
    case "s": {
      if (value.trim() === "") return null;
      const text = sharedText(value, strings);
      // Read as blank, a figure or a label would be lost without a word.
      if (text === undefined) throw damagedCell(cell, sheet, textMissing);
      return text;
    }
    case "inlineStr":
      return value;
    case "str":
      return decodeEscapes(value);
    case "b":
      return value.trim() === "1" || value.trim() === "true";
    case "e":
      return { error: value.trim() };
    case "d":
      return serialOf(value.trim(), dateSystem) ?? value;
    default: {
      if (value.trim() === "") return null;
      const number = Number(value);
      return Number.isFinite(number) ? number : value;
    }
  }
}

function damagedCell(
  { row, column }: RawCell,
  sheet: string,
  message: (sheet: string, cell: string) => string,
): WorkbookError {
  const cell = address(row, column);
  return new WorkbookError("damaged", message(sheet, cell), { sheet, cell });
}

/** What reading a formula costs: moving one is linear in its length, taking one apart is worse for absurd ones. */
function formulaWork(formula: RawFormula, text: string): number {
  if (isSharedFollower(formula)) return text.length;
  return isSharedMaster(formula) || hasPrefix(text) ? text.length * (1 + text.length / 256) : 0;
}

function gridReader(sheet: string, resources: Resources) {
  const emptyCells = new Map<string, Cell>();
  const formulaOf = formulaReader();

  /** Empty cells of one format are one object: a sheet may have millions of them. */
  function emptyCell(format: string): Cell {
    const known = emptyCells.get(format) ?? { value: null, format };
    emptyCells.set(format, known);
    return known;
  }

  return (raw: RawCell): Cell | undefined => {
    const value = contentOf(raw, sheet, resources);
    // One such text, pointed at by every cell, would keep every comparison of labels busy for hours.
    if (typeof value === "string" && value.length > MAX_TEXT) throw damagedCell(raw, sheet, textTooLong);
    const format = raw.style === undefined ? resources.formats[0] : resources.formats[raw.style];
    const text = raw.formula && formulaOf(raw, raw.formula);
    if (text === undefined) {
      if (value === null) return format === undefined ? undefined : emptyCell(format);
      return format === undefined ? { value } : { value, format };
    }
    resources.formulaWorkLeft -= formulaWork(raw.formula!, text);
    const formula = withoutPrefix(text);
    return format === undefined ? { value, formula } : { value, formula, format };
  };
}

function hiddenColumns(frame: SheetFrame): Set<number> {
  // A sheet may describe the same columns without end, so only where a description begins and ends is counted.
  const edges = new Int32Array(LAST_COLUMN + 2);
  for (const columns of frame.columns) {
    const [first, last] = [Math.max(columns.first, 0), Math.min(columns.last, LAST_COLUMN)];
    if (!columns.hidden || !(first <= last) || !Number.isInteger(first) || !Number.isInteger(last)) continue;
    edges[first]! += 1;
    edges[last + 1]! -= 1;
  }
  const hidden = new Set<number>();
  let covering = 0;
  for (let column = 0; column <= LAST_COLUMN; column++) {
    covering += edges[column]!;
    if (covering > 0) hidden.add(column);
  }
  return hidden;
}

const NO_CELLS: readonly undefined[] = [];

function readGrid(xml: string, sheet: string, resources: Resources): { grid: Grid; frame: SheetFrame } {
  const rows: (readonly (Cell | undefined)[])[] = [];
  const listed = new Set<number>();
  const hiddenRows = new Set<number>();
  const cellOf = gridReader(sheet, resources);

  function addRow(row: RawRow, cells: readonly RawCell[]): void {
    listed.add(row.row);
    if (row.hidden) hiddenRows.add(row.row);
    const line: (Cell | undefined)[] = [...(rows[row.row] ?? [])];
    for (const raw of cells) {
      const cell = cellOf(raw);
      if (cell) line[raw.column] = cell;
    }
    if (line.length === 0) return;
    while (rows.length < row.row) rows.push(NO_CELLS);
    rows[row.row] = line;
    resources.placesLeft -= line.length;
    if (resources.placesLeft < 0 || resources.formulaWorkLeft < 0) {
      throw new WorkbookError("too-large", OPENING.tooManyCells, { sheet });
    }
  }

  const frame = scanSheet(xml, { row: addRow });
  if (frame.rowsHidden) {
    for (let row = 0; row <= Math.min(rows.length, LAST_ROW); row++) if (!listed.has(row)) hiddenRows.add(row);
  }
  const columns = hiddenColumns(frame);
  const grid: Grid = {
    sheet,
    rows,
    ...(frame.merges.length > 0 && { merges: frame.merges }),
    ...(hiddenRows.size > 0 && { hiddenRows }),
    ...(columns.size > 0 && { hiddenColumns: columns }),
  };
  return { grid, frame };
}

function readResources(pack: Package, dateSystem: DateSystem): Resources {
  const path = workbookPath(pack);
  const targets = new Map(relationships(pack, path).map(({ type, path: target }) => [type, target]));
  const part = (type: string) => pack.part(targets.get(type) ?? "");
  return {
    strings: readSharedStrings(part("sharedStrings")),
    formats: readFormats(part("styles")),
    dateSystem,
    placesLeft: MAX_PLACES,
    formulaWorkLeft: MAX_FORMULA_WORK,
  };
}

/**
 * Opens a workbook and reads all of it.
 *
 * A date is what the file holds: a serial number, with the date's number format. The cells of an array formula other
 * than the first have its results as plain values.
 *
 * @throws {@link WorkbookError} with a Vietnamese message for anything that cannot be read whole and safely.
 */
export function openWorkbook(bytes: Uint8Array): Promise<XlsxWorkbook> {
  return Promise.resolve(bytes).then(readWorkbook);
}

function readWorkbook(bytes: Uint8Array): XlsxWorkbook {
  const pack = openPackage(bytes);
  const book = readBook(pack);
  const resources = readResources(pack, book.dateSystem);
  const read = ({ name, state, part }: SheetPart) => {
    const { grid, frame } = readPart(part, (xml) => readGrid(xml, name, resources));
    const veryHidden = state === "veryHidden";
    const info: SheetInfo = { name, hidden: veryHidden || state === "hidden", veryHidden, protected: frame.protected };
    return { name, info, grid };
  };
  const sheets = book.sheets.map(read);
  return {
    sheets: sheets.map(({ info }) => info),
    grid: (sheet) => findSheet(sheets, sheet).grid,
    names: book.names,
    customProperties: readCustomProperties(pack),
    memory: readMemory(pack),
    dateSystem: book.dateSystem,
    bytes,
  };
}
