/** Reading a sheet and what the workbook remembers, in one round trip; huge sheets in several. */

import { columnName, type CellPlace, type Merge } from "../core/table/grid";
import { MEMORY_NAMESPACE, memoryIn } from "../core/workbook/memory-part";
import { WorkbookTrouble, type SheetInfo, type SheetSnapshot } from "../core/workbook/port";
import { gridOf, type RawBlock } from "./cells";
import { runBatch } from "./trouble";

/**
 * A sheet may claim a million rows because of one stray cell. The longest Biểu has some 5.000 rows with its header; no
 * Biểu comes near the columns.
 */
const MOST_ROWS = 6_000;
const MOST_COLUMNS = 60;

/** Rows read at once where a whole sheet is more than Excel on the web sends in one answer: 5 MB. */
const ROWS_AT_ONCE = 500;

/** Merged cells matter in the title and the header, and Excel refuses to list more than 512 of them. */
const MERGES_WITHIN_ROWS = 100;

const LAST_COLUMN = columnName(MOST_COLUMNS - 1);
const WINDOW = `A1:${LAST_COLUMN}${MOST_ROWS}`;
const MERGES_WINDOW = `A1:${LAST_COLUMN}${MERGES_WITHIN_ROWS}`;

export interface Reading {
  readonly snapshot: SheetSnapshot;
  /** Ids of the custom XML parts of our namespace. */
  readonly memoryParts: readonly string[];
}

/**
 * Reads a sheet.
 *
 * @param id the active sheet where absent
 * @throws WorkbookTrouble "sheet-gone"
 */
export async function readSheet(id?: string): Promise<Reading> {
  return readAs({ id, atOnce: true, withSelection: true });
}

/** How a sheet is read: all at once, with where the user stands, unless that was refused. */
interface Manner {
  /** The active sheet where undefined. */
  readonly id: string | undefined;
  readonly atOnce: boolean;
  /** Excel does not tell it while another workbook is in front. */
  readonly withSelection: boolean;
}

async function readAs(manner: Manner): Promise<Reading> {
  try {
    return await runBatch((context) => read(context, manner));
  } catch (error) {
    const code = error instanceof WorkbookTrouble ? error.code : undefined;
    if (code === "too-large" && manner.atOnce) return readAs({ ...manner, atOnce: false });
    if (code === "other-workbook" && manner.withSelection) return readAs({ ...manner, withSelection: false });
    throw error;
  }
}

async function read(context: Excel.RequestContext, manner: Manner): Promise<Reading> {
  const asked = ask(context, manner);
  const { atOnce } = manner;
  await context.sync();
  const block = atOnce ? blockOf(asked.block, [asked.block]) : await blockInParts(context, asked);
  const { sheet, sheets, custom, active, activeCell } = asked;
  const facts = {
    sheet: sheet.name,
    merges: mergesIn(asked.merged),
    hiddenRows: hiddenIn(asked.rows.value, asked.block, "rowIndex", ({ rowHidden }) => rowHidden),
    hiddenColumns: hiddenIn(asked.columns.value, asked.block, "columnIndex", ({ columnHidden }) => columnHidden),
  };
  const lastRow = asked.used.rowIndex + asked.used.rowCount;
  const lastColumn = asked.used.columnIndex + asked.used.columnCount;
  const snapshot: SheetSnapshot = {
    sheet: infoOf(sheet),
    sheets: sheets.items.map(infoOf),
    grid: gridOf(block, facts),
    rowsLeftOut: Math.max(0, lastRow - MOST_ROWS),
    columnsLeftOut: Math.max(0, lastColumn - MOST_COLUMNS),
    isProtected: sheet.protection.protected,
    ...(activeCell && active.id === sheet.id && { selection: placeIn(activeCell) }),
    properties: textProperties(custom),
    memory: await memoryOf(context, asked),
  };
  return { snapshot, memoryParts: asked.parts.items.map((part) => part.id) };
}

/** Puts everything that a snapshot takes into the batch; the sheet's cells only where they come at once. */
function ask(context: Excel.RequestContext, { id, atOnce, withSelection }: Manner) {
  const { workbook } = context;
  const active = workbook.worksheets.getActiveWorksheet().load("id");
  const sheet = id === undefined ? workbook.worksheets.getActiveWorksheet() : workbook.worksheets.getItem(id);
  sheet.load("id,name,visibility,protection/protected");
  const sheets = workbook.worksheets.load("items/id,items/name,items/visibility");
  // Only cells with content count: a border drawn down to the last row is no row of a table. An empty sheet has A1.
  const used = sheet.getUsedRange(true).load("rowIndex,rowCount,columnIndex,columnCount");
  const block = sheet.getRange("A1").getBoundingRect(sheet.getUsedRange(true)).getIntersection(WINDOW);
  block.load("rowIndex,columnIndex,rowCount,columnCount,hasSpill");
  if (atOnce) block.load("values,formulas,numberFormat,valueTypes");
  const merged = block.getIntersection(MERGES_WINDOW).getMergedAreasOrNullObject();
  merged.load("areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount");
  const custom = workbook.properties.custom.load("items/key,items/value");
  const parts = workbook.customXmlParts.getByNamespace(MEMORY_NAMESPACE);
  return {
    active,
    // The selection itself fails to load where it is several ranges or a chart.
    activeCell: withSelection ? workbook.getActiveCell().load("rowIndex,columnIndex") : undefined,
    sheet,
    sheets,
    used,
    block,
    merged,
    rows: block.getRowProperties({ rowHidden: true, rowIndex: true }),
    columns: block.getColumnProperties({ columnHidden: true, columnIndex: true }),
    custom,
    parts: parts.load("items/id"),
    xml: parts.getOnlyItemOrNullObject().getXml(),
  };
}

type Asked = ReturnType<typeof ask>;

export function infoOf(sheet: Excel.Worksheet): SheetInfo {
  return { id: sheet.id, name: sheet.name, visible: sheet.visibility === "Visible" };
}

/** Custom properties that are texts; those of ours are. */
export function textProperties(custom: Excel.CustomPropertyCollection): Readonly<Record<string, string>> {
  return Object.fromEntries(
    custom.items.flatMap((property) => {
      const value: unknown = property.value;
      return typeof value === "string" ? [[property.key, value] as const] : [];
    }),
  );
}

const placeIn = ({ rowIndex, columnIndex }: Excel.Range): CellPlace => ({ row: rowIndex, column: columnIndex });

function blockOf({ rowIndex, columnIndex, hasSpill }: Excel.Range, parts: readonly Excel.Range[]): RawBlock {
  return {
    top: rowIndex,
    left: columnIndex,
    values: parts.flatMap(({ values }) => values as unknown[][]),
    formulas: parts.flatMap(({ formulas }) => formulas as unknown[][]),
    formats: parts.flatMap(({ numberFormat }) => numberFormat as unknown[][]),
    types: parts.flatMap(({ valueTypes }) => valueTypes),
    // null: some cells are and some are not.
    hasArrays: hasSpill !== false,
  };
}

/** The cells of a huge sheet, some hundred rows a round trip. */
async function blockInParts(context: Excel.RequestContext, { sheet, block }: Asked): Promise<RawBlock> {
  const { rowIndex, columnIndex, rowCount, columnCount } = block;
  const readFrom = async (from: number): Promise<Excel.Range[]> => {
    if (from >= rowCount) return [];
    const rows = Math.min(ROWS_AT_ONCE, rowCount - from);
    const part = sheet.getRangeByIndexes(rowIndex + from, columnIndex, rows, columnCount);
    part.load("values,formulas,numberFormat,valueTypes");
    await context.sync();
    return [part, ...(await readFrom(from + rows))];
  };
  return blockOf(block, await readFrom(0));
}

function mergesIn(areas: Excel.RangeAreas): Merge[] {
  if (areas.isNullObject) return [];
  return areas.areas.items.map(({ rowIndex, columnIndex, rowCount, columnCount }) => ({
    top: rowIndex,
    left: columnIndex,
    bottom: rowIndex + rowCount - 1,
    right: columnIndex + columnCount - 1,
  }));
}

/** 0-based indices in the sheet of what is hidden; a host may leave the index out, then the order tells it. */
function hiddenIn<Line extends { rowIndex?: number; columnIndex?: number }>(
  lines: Line[] | null | undefined,
  block: Excel.Range,
  index: "rowIndex" | "columnIndex",
  isHidden: (line: Line) => boolean | undefined,
): ReadonlySet<number> {
  if (!lines) return new Set();
  const first = block[index];
  return new Set(lines.flatMap((line, at) => (isHidden(line) ? [line[index] ?? first + at] : [])));
}

/** The memory. Of two parts, as when somebody merged two files, the last counts; that is rare enough for a round trip. */
async function memoryOf(context: Excel.RequestContext, { parts, xml }: Asked): Promise<string | null> {
  const { items } = parts;
  if (items.length === 0) return null;
  if (items.length === 1) return memoryIn(xml.value);
  const texts = items.map((part) => part.getXml());
  await context.sync();
  return memoryIn(texts.at(-1)!.value);
}
