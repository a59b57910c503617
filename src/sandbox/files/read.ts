/**
 * An .xlsx file as a workbook of the sandbox. Values and formulas come from our own reader, which refuses what is not
 * safe to read and expands shared formulas; how everything looks comes from hucre.
 */

import type { Sheet as FileSheet, Workbook as FileWorkbook } from "hucre";
import { readXlsx } from "hucre/xlsx";
import type { Grid } from "../../core/table/grid";
import { readCustomXml } from "../../xlsx/custom-xml";
import { WorkbookError } from "../../xlsx/error";
import { OPENING } from "../../xlsx/messages";
import { openWorkbook } from "../../xlsx/open";
import { openPackage } from "../../xlsx/package";
import { parseArea } from "../host/workbook/area";
import { newSheet } from "../host/workbook/state";
import type { Style } from "../host/workbook/style";
import type { Comment, NamedItem, Protection, Sheet, Table, WorkbookState } from "../host/workbook/types";
import { ALLOWANCES } from "./allowances";
import { readChart } from "./charts";
import { readColor } from "./colors";
import { readDocumentProperties } from "./document-properties";
import { leftBehind } from "./left-behind";
import { readPageLayout } from "./page-layout";
import { columnLines, readRows, rowLines, type StyleReader } from "./read-cells";
import { readCondition, readValidation } from "./rules";
import { readStyle } from "./styles";
import type { Uncarried } from "./texts";

/** An opened file. */
export interface OpenedFile {
  readonly state: WorkbookState;
  /** What the file holds and the workbook does not. */
  readonly left: readonly Uncarried[];
}

interface Reading {
  readonly file: FileWorkbook;
  readonly theme: readonly string[];
  readonly styleOf: StyleReader;
  /** When the file was changed last, for comments that have no time of their own. */
  readonly stamp: string;
  readonly newId: (kind: string) => string;
}

/**
 * Opens a file.
 *
 * @throws WorkbookError of src/xlsx with a sentence for the user, for anything that cannot be read whole and safely
 */
export async function readFileState(bytes: Uint8Array): Promise<OpenedFile> {
  const checked = await openWorkbook(bytes);
  const file = await looksIn(bytes);
  const theme = file.themeColors ?? [];
  let ids = 0;
  const reading: Reading = {
    file,
    theme,
    styleOf: styleReader(file),
    stamp: (file.properties?.modified ?? new Date(0)).toISOString(),
    newId: (kind) => `{${kind.toUpperCase()}-FILE-${String((ids += 1)).padStart(6, "0")}}`,
  };
  // Chart sheets have no cells and are not listed by our own reader.
  const sheets = file.sheets.flatMap((one) =>
    checked.sheets.some(({ name }) => name === one.name) ? [readSheet(reading, one, checked.grid(one.name))] : [],
  );
  if (sheets.length === 0) throw new WorkbookError("not-workbook", OPENING.noSheet);
  const names = checked.names.filter(({ name }) => !name.startsWith("_xlnm."));
  for (const sheet of sheets) sheet.names = names.filter((name) => name.sheet === sheet.name).map(namedItem);
  const visible = sheets.filter(({ visibility }) => visibility === "Visible");
  // Excel opens no workbook without a visible sheet.
  if (visible.length === 0) visible.push(Object.assign(sheets[0]!, { visibility: "Visible" }));
  const active = file.sheets[file.activeSheet ?? 0]?.name;
  const state: WorkbookState = {
    sheets,
    activeSheet: (visible.find(({ name }) => name === active) ?? visible[0]!).id,
    names: names.filter((name) => name.sheet === undefined).map(namedItem),
    customProperties: new Map(
      Object.entries(checked.customProperties).map(([name, text]) => {
        const typed = file.properties?.custom?.[name];
        return [name, typeof typed === "number" || typeof typed === "boolean" ? typed : text];
      }),
    ),
    properties: readDocumentProperties(file.properties),
    settings: new Map(),
    customXmlParts: readCustomXml(openPackage(bytes)),
    protection: file.workbookProtection?.lockStructure ? { password: "", options: {} } : null,
  };
  return { state, left: leftBehind(file) };
}

/** What hucre reads. It refuses sheets whose cells lie too far apart, and some of what our own reader passes over. */
async function looksIn(bytes: Uint8Array): Promise<FileWorkbook> {
  try {
    return await readXlsx(bytes, { readStyles: true });
  } catch (error) {
    const tooLarge = error instanceof Error && / limit\b/.test(error.message);
    throw tooLarge
      ? new WorkbookError("too-large", OPENING.tooManyCells)
      : new WorkbookError("damaged", OPENING.unreadableLooks);
  }
}

/** Cells of one look share one object. */
function styleReader(file: FileWorkbook): StyleReader {
  const known = new Map<string, Style>();
  return (style) => {
    const key = JSON.stringify(style ?? null);
    let read = known.get(key);
    if (!read) known.set(key, (read = readStyle(style, file.defaultFont ?? {}, file.themeColors ?? [])));
    return read;
  };
}

function namedItem({ name, refersTo }: { readonly name: string; readonly refersTo: string }): NamedItem {
  return { name, formula: `=${refersTo}`, visible: true, comment: "" };
}

function readSheet(reading: Reading, file: FileSheet, grid: Grid): Sheet {
  const sheet = newSheet(reading.newId("sheet"), file.name);
  const { theme, newId } = reading;
  return Object.assign(sheet, {
    visibility: file.veryHidden ? "VeryHidden" : file.hidden ? "Hidden" : "Visible",
    tabColor: readColor(file.view?.tabColor, theme) ?? "",
    showGridlines: file.view?.showGridLines ?? true,
    showHeadings: file.view?.showRowColHeaders ?? true,
    rows: readRows(file, grid, reading.styleOf),
    rowLines: rowLines(file, grid),
    columnLines: columnLines(file, grid, reading.file.defaultFont, reading.styleOf),
    merges: grid.merges ?? [],
    freeze: { rows: file.freezePane?.rows ?? 0, columns: file.freezePane?.columns ?? 0 },
    comments: readComments(reading, file),
    conditionalFormats: [...(file.conditionalRules ?? [])]
      .sort((one, other) => one.priority - other.priority)
      .flatMap((rule) => readCondition(rule, newId("format"), theme) ?? []),
    validations: (file.dataValidations ?? []).flatMap((one) => readValidation(one) ?? []),
    protection: file.protection ? readProtection(file.protection) : null,
    pageLayout: readPageLayout(file.pageSetup, file.headerFooter),
    tables: (file.tables ?? []).flatMap((table) => readTable(newId("table"), table) ?? []),
    charts: (file.charts ?? []).flatMap((chart) => readChart(newId("chart"), chart) ?? []),
    autoFilter: (file.autoFilter && parseArea(file.autoFilter.range)) ?? null,
  } satisfies Partial<Sheet>);
}

function readComments({ stamp, newId, file: { persons = [] } }: Reading, file: FileSheet): Comment[] {
  const threads = file.threadedComments ?? [];
  const nameOf = (id: string) => persons.find((person) => person.id === id)?.displayName ?? "";
  const found = new Map<string, Comment>();
  file.cells?.forEach(({ comment }, key) => {
    if (!comment) return;
    const [row, column] = key.split(",").map(Number) as [number, number];
    const common = { row, column, resolved: false, created: stamp, replies: [] };
    found.set(key, { id: newId("comment"), ...common, author: comment.author ?? "", content: comment.text });
  });
  for (const thread of threads) {
    if (thread.parentId !== undefined) continue;
    const area = parseArea(thread.ref ?? "");
    if (!area) continue;
    const replies = threads
      .filter(({ parentId }) => parentId === thread.id)
      .map((reply) => ({
        id: newId("reply"),
        author: nameOf(reply.personId),
        content: reply.text,
        created: reply.date ?? stamp,
      }));
    found.set(`${area.top},${area.left}`, {
      id: newId("comment"),
      row: area.top,
      column: area.left,
      author: nameOf(thread.personId),
      content: thread.text,
      resolved: thread.done ?? false,
      created: thread.date ?? stamp,
      replies,
    });
  }
  return [...found.values()];
}

function readProtection(file: NonNullable<FileSheet["protection"]>): Protection {
  return {
    password: "",
    options: Object.fromEntries(ALLOWANCES.map(([inFile, name]) => [name, file[inFile] === true])),
  };
}

function readTable(id: string, file: NonNullable<FileSheet["tables"]>[number]): Table | undefined {
  const area = parseArea(file.range ?? "");
  return (
    area && {
      id,
      name: file.displayName ?? file.name,
      area,
      showHeaders: true,
      showTotals: file.showTotalRow ?? false,
      style: file.style ?? "TableStyleMedium2",
      showBandedRows: file.showRowStripes ?? true,
      showBandedColumns: file.showColumnStripes ?? false,
      showFilterButton: file.showAutoFilter ?? true,
      highlightFirstColumn: false,
      highlightLastColumn: false,
    }
  );
}
