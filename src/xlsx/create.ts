/** Makes a new .xlsx file: hucre writes it, and we what hucre cannot. */
import { writeXlsx } from "hucre/xlsx";
import type { NamedRange } from "hucre";
import { FONT } from "../core/form/look";
import type { CellEdit } from "../core/table/grid";
import { withCalculationEngine } from "./calculation";
import { editCells, placeKey, scanForEdits } from "./edit-cells";
import { WorkbookError } from "./error";
import { sheetPath, withExcelAsApplication } from "./hucre";
import { sheetNameRefused } from "./messages";
import type { PartContents } from "./new-parts";
import { FONT_SIZE, newCells, printNames, writeSheet } from "./new-sheet";
import type { NewSheet, NewWorkbook } from "./new-workbook";
import { readZip, writeZip } from "./zip";

function refuseBadNames(sheets: readonly NewSheet[]): void {
  const seen = new Set<string>();
  for (const { name } of sheets) {
    const folded = name.toLowerCase();
    const bad = name === "" || name.length > 31 || /[:\\/?*[\]\p{Cc}]|^'|'$/u.test(name) || folded === "history";
    if (bad || seen.has(folded)) throw new WorkbookError("value-refused", sheetNameRefused(name), { sheet: name });
    seen.add(folded);
  }
}

/**
 * Makes a workbook.
 *
 * @throws {@link WorkbookError} `value-refused` for a sheet name or a value that Excel would not accept.
 */
export async function createWorkbook(spec: NewWorkbook): Promise<Uint8Array> {
  refuseBadNames(spec.sheets);
  const { title, creator, company, created } = spec.properties;
  const cells = spec.sheets.map(newCells);
  const names = (spec.names ?? []).map(({ name, refersTo, sheet }): NamedRange => ({
    name,
    range: refersTo,
    ...(sheet !== undefined && { scope: sheet }),
  }));
  const bytes = await writeXlsx({
    sheets: spec.sheets.map((sheet, index) => writeSheet(sheet, cells[index]!.plain)),
    namedRanges: [...names, ...spec.sheets.flatMap(printNames)],
    defaultFont: { name: FONT, size: FONT_SIZE },
    properties: {
      created,
      modified: created,
      ...(title !== undefined && { title }),
      ...(creator !== undefined && { creator, lastModifiedBy: creator }),
      ...(company !== undefined && { company }),
      ...(spec.customProperties && { custom: { ...spec.customProperties } }),
    },
  });
  return finish(
    bytes,
    cells.map(({ ours }) => ours),
  );
}

/** Writes what hucre cannot, and packs everything anew: browsers and Node do not compress alike. */
function finish(bytes: Uint8Array, edits: readonly (readonly CellEdit[])[]): Uint8Array {
  const parts = readZip(bytes);
  const contents: PartContents = new Map(parts.map(({ name, content }) => [name, content]));
  const change = (path: string, edit: (xml: string) => string) => {
    const content = contents.get(path);
    if (content) contents.set(path, new TextEncoder().encode(edit(new TextDecoder().decode(content))));
  };
  edits.forEach((list, index) => {
    const byPlace = new Map(list.map((edit) => [placeKey(edit), edit]));
    if (list.length === 0) return;
    change(sheetPath(index), (xml) => editCells(xml, scanForEdits(xml, byPlace), byPlace));
  });
  change("xl/workbook.xml", withCalculationEngine);
  change("docProps/app.xml", withExcelAsApplication);
  return writeZip(parts, contents);
}
