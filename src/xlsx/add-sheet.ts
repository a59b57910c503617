/** Adds a sheet that we made, with its chart, at the end of an .xlsx file; all else stays as it is, to the byte. */

import type { SheetLayout } from "../core/form/layout";
import type { StackedBars } from "../core/summary/chart";
import type { CellEdit } from "../core/table/grid";
import { chartOverride, chartParts, drawingTarget } from "./add-chart";
import { withStyles } from "./borrow-styles";
import { createWorkbook } from "./create";
import { WorkbookError } from "./error";
import { formSheet } from "./form-sheet";
import { sheetPath } from "./hucre";
import { damagedPart, structureLocked } from "./messages";
import { appendTo, freeId, freeNumber, partCollector, RELATIONS, relationsXml, type PartContents } from "./new-parts";
import type { NewSheet } from "./new-workbook";
import {
  openPackage,
  readPart,
  relationships,
  relationshipsPath,
  textBytes,
  workbookPath,
  type Package,
} from "./package";
import { applyEdits } from "./patch";
import { rangeReference, rowsReference } from "./reference";
import { applySplices, attributeMap, encodeXml, isOn, scanXml, siblingName, type Splice, type Tag } from "./xml";
import { readZip, writeZip, type ZipPart } from "./zip";

const WORKSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

export interface AddedSheet {
  /** Its name must be free. */
  readonly layout: SheetLayout;
  readonly chart?: StackedBars;
}

/**
 * Adds a sheet behind all others.
 *
 * @throws WorkbookError where the file cannot be read, its structure is protected, or its styles cannot be added to
 */
export async function addSheet(bytes: Uint8Array, { layout, chart }: AddedSheet): Promise<Uint8Array> {
  const pack = openPackage(bytes);
  const sheet = formSheet(layout);
  const made = await madeParts(sheet);
  const contents: PartContents = new Map();
  const { added, add } = partCollector(contents);
  const offset = addStyles(pack, contents, made.styles);
  const number = freeNumber(pack, /^xl\/(?:worksheets\/sheet|drawings\/drawing|charts\/chart)(\d{1,9})\.xml$/i);
  const content = made.sheet.replace(/(<c r="[A-Z]+\d+") s="(\d+)"/g, (_, cell: string, style: string) => {
    return `${cell} s="${Number(style) + offset}"`;
  });
  const path = sheetPath(number - 1);
  if (chart) {
    add(path, content.replace("</worksheet>", `<drawing xmlns:r="${RELATIONS}" r:id="rId1"/></worksheet>`));
    add(relationshipsPath(path), relationsXml("drawing", drawingTarget(number)));
    const valueAt = (row: number, column: number) => layout.cells[row]?.[column]?.value;
    for (const [name, text] of chartParts(number, { chart, sheet: layout.name, valueAt })) add(name, text);
  } else add(path, content);
  listParts(pack, contents, added);
  listSheet(pack, contents, sheet, path);
  return writeZip([...pack.parts, ...added], contents);
}

/** The sheet and the styles of a workbook that holds nothing else; its texts stand in the cells. */
async function madeParts(sheet: NewSheet): Promise<{ sheet: string; styles: string }> {
  const edits = sheet.rows.flatMap((cells, row) =>
    cells.flatMap((cell, column): CellEdit[] => {
      const value = cell?.value ?? null;
      return value === null ? [] : [{ row, column, value }];
    }),
  );
  const blank = sheet.rows.map((cells) => cells.map((cell) => cell && { ...cell, value: null }));
  const empty = await createWorkbook({ sheets: [{ ...sheet, rows: blank }], properties: { created: new Date(0) } });
  const parts = new Map(readZip(applyEdits(empty, sheet.name, edits)).map((part) => [part.name, part.content]));
  const text = (name: string) => new TextDecoder().decode(parts.get(name));
  return { sheet: text(sheetPath(0)), styles: text("xl/styles.xml") };
}

function addStyles(pack: Package, contents: PartContents, ours: string): number {
  const path = relationships(pack, workbookPath(pack)).find(({ type }) => type === "styles")?.path ?? "";
  const part = pack.part(path);
  const styles = part && readPart(part, (xml) => withStyles(xml, ours));
  if (!styles) throw new WorkbookError("damaged", damagedPart(path || "xl/styles.xml"));
  contents.set(part.name, textBytes(part, styles.xml));
  return styles.offset;
}

function listParts(pack: Package, contents: PartContents, added: readonly ZipPart[]): void {
  appendTo(pack, contents, "[Content_Types].xml", (name, xml) => [
    ...(/Extension="rels"/i.test(xml)
      ? []
      : [
          `<${name("Default")} Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
        ]),
    ...added.flatMap((part) =>
      part.name.startsWith("xl/worksheets/") && part.name.endsWith(".xml")
        ? [`<${name("Override")} PartName="/${part.name}" ContentType="${WORKSHEET}"/>`]
        : chartOverride(name, part),
    ),
  ]);
}

/** Names the sheet in the workbook, with its print settings. */
function listSheet(pack: Package, contents: PartContents, sheet: NewSheet, path: string): void {
  const workbook = pack.part(workbookPath(pack))!;
  const relations = relationshipsPath(workbook.name);
  const up = "../".repeat(workbook.name.split("/").length - 1);
  let id = "";
  appendTo(pack, contents, relations, (name, xml) => {
    id = freeId(xml, 1);
    return [`<${name("Relationship")} Id="${id}" Type="${RELATIONS}/worksheet" Target="${up}${path}"/>`];
  });
  contents.set(
    workbook.name,
    textBytes(
      workbook,
      readPart(workbook, (xml) => withSheet(xml, sheet, id)),
    ),
  );
}

function withSheet(xml: string, sheet: NewSheet, relation: string): string {
  let sheets: { tag: Tag; close: number; end: number } | undefined;
  let names: { tag: Tag; close: number } | undefined;
  let behind = 0;
  let opened: Tag | undefined;
  let count = 0;
  let lastId = 0;
  scanXml(xml, {
    open(tag) {
      if (tag.depth === 1) opened = tag;
      if (tag.local === "workbookProtection" && isOn(attributeMap(xml, tag).get("lockStructure")))
        throw new WorkbookError("value-refused", structureLocked);
      if (tag.depth !== 2 || tag.local !== "sheet") return;
      count += 1;
      lastId = Math.max(lastId, Number(attributeMap(xml, tag).get("sheetId")) || 0);
    },
    close(local, depth, start, end) {
      if (depth !== 1 || !opened) return;
      if (local === "sheets") sheets = { tag: opened, close: start, end };
      if (local === "definedNames") names = { tag: opened, close: start };
      if (["sheets", "functionGroups", "externalReferences"].includes(local)) behind = end;
    },
  });
  if (!sheets) return xml;
  const prefixed = (local: string) => siblingName(sheets!.tag, local);
  const entry = `<${prefixed("sheet")} name="${encodeXml(sheet.name)}" sheetId="${lastId + 1}" xmlns:r="${RELATIONS}" r:id="${relation}"/>`;
  const { page } = sheet;
  const printed = [
    ...(page?.printArea ? [["_xlnm.Print_Area", rangeReference(sheet.name, page.printArea)] as const] : []),
    ...(page?.titleRows ? [["_xlnm.Print_Titles", rowsReference(sheet.name, page.titleRows)] as const] : []),
  ].map(([name, refersTo]) => {
    const element = prefixed("definedName");
    return `<${element} name="${name}" localSheetId="${count}">${encodeXml(refersTo)}</${element}>`;
  });
  const splices: Splice[] = [{ start: sheets.close, end: sheets.close, text: entry }];
  if (printed.length > 0) {
    const element = prefixed("definedNames");
    const whole = `<${element}>${printed.join("")}</${element}>`;
    if (!names) splices.push({ start: behind, end: behind, text: whole });
    else if (names.tag.empty) splices.push({ start: names.tag.start, end: names.tag.end, text: whole });
    else splices.push({ start: names.close, end: names.close, text: printed.join("") });
  }
  return applySplices(xml, splices);
}
