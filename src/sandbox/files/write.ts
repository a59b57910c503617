/** A workbook of the sandbox as an .xlsx file. */

import type { NamedRange } from "hucre";
import { writeXlsx } from "hucre/xlsx";
import { addCharts, type PlacedChart } from "../../xlsx/add-chart";
import { withCalculationEngine } from "../../xlsx/calculation";
import { addCustomXml } from "../../xlsx/custom-xml";
import { editCells, placeKey, scanForEdits } from "../../xlsx/edit-cells";
import { sheetPath, withExcelAsApplication } from "../../xlsx/hucre";
import type { PartContents } from "../../xlsx/new-parts";
import { openPackage } from "../../xlsx/package";
import { writeZip } from "../../xlsx/zip";
import type { NamedItem, WorkbookState } from "../host/workbook/types";
import { fileChart } from "./charts";
import { fileDocumentProperties } from "./document-properties";
import { printNames } from "./page-layout";
import { finishFormulas } from "./finish-formulas";
import type { Uncarried } from "./texts";
import { DEFAULT_FONT, sheetFile, styleWriter, type SheetFile } from "./write-sheet";

/** A file that was made. */
export interface WrittenFile {
  readonly bytes: Uint8Array;
  /** What the workbook holds and the file does not. */
  readonly left: readonly Uncarried[];
}

/**
 * Makes a file.
 *
 * @param created - when the file is made; given, so that nothing depends on the clock
 * @throws WorkbookError of src/xlsx `value-refused` for a formula or text that is longer than Excel accepts
 */
export async function writeFileState(state: WorkbookState, created: Date): Promise<WrittenFile> {
  const left = new Set<Uncarried>();
  const styleOf = styleWriter();
  const files = state.sheets.map((sheet) => sheetFile(sheet, styleOf, left));
  if (state.settings.size > 0) left.add("settings");
  const bytes = await writeXlsx({
    sheets: files.map(({ sheet }) => sheet),
    namedRanges: [
      ...state.names.map((name) => fileName(name)),
      ...state.sheets.flatMap((sheet) => sheet.names.map((name) => fileName(name, sheet.name))),
      ...state.sheets.flatMap((sheet) => printNames(sheet.name, sheet.pageLayout)),
    ],
    defaultFont: DEFAULT_FONT,
    activeSheet: Math.max(
      0,
      state.sheets.findIndex(({ id }) => id === state.activeSheet),
    ),
    ...(state.protection && { workbookProtection: { lockStructure: true } }),
    properties: {
      created,
      modified: created,
      ...fileDocumentProperties(state.properties),
      ...(state.customProperties.size > 0 && { custom: Object.fromEntries(state.customProperties) }),
    },
  });
  const charts = state.sheets.map((sheet, index) => fileChart(sheet, sheetPath(index)));
  if (charts.some(({ leavesSome }) => leavesSome)) left.add("charts");
  return {
    bytes: finish(
      bytes,
      files,
      state,
      charts.flatMap(({ placed }) => placed ?? []),
    ),
    left: [...left],
  };
}

function finish(
  bytes: Uint8Array,
  files: readonly SheetFile[],
  state: WorkbookState,
  charts: readonly PlacedChart[],
): Uint8Array {
  const pack = openPackage(bytes);
  const contents: PartContents = new Map();
  const change = (path: string, edit: (xml: string) => string) => {
    const part = pack.part(path);
    if (part) contents.set(path, new TextEncoder().encode(edit(new TextDecoder().decode(part.content))));
  };
  files.forEach(({ edits, finish: finishes }, index) => {
    if (edits.length === 0) return;
    const byPlace = new Map(edits.map((edit) => [placeKey(edit), edit]));
    change(sheetPath(index), (xml) => finishFormulas(editCells(xml, scanForEdits(xml, byPlace), byPlace), finishes));
  });
  change("xl/workbook.xml", withCalculationEngine);
  change("docProps/app.xml", withExcelAsApplication);
  const added = addCustomXml(pack, contents, state.customXmlParts);
  const drawn = addCharts(pack, contents, charts);
  return writeZip([...pack.parts, ...added, ...drawn], contents);
}

function fileName({ name, formula }: NamedItem, scope?: string): NamedRange {
  return { name, range: formula.replace(/^=/, ""), ...(scope !== undefined && { scope }) };
}
