/** Gives a column that was added to a table the table's own look, and puts it inside what is printed. */

import type { AddedColumn } from "../core/fill/assessment";
import { ASSESSMENT_LOOKS } from "../core/fill/assessment-look";
import { address, areaAddress, columnName } from "../core/table/grid";
import { findSheet, readBook } from "./book";
import { openPackage, readPart, relationships, textBytes, workbookPath, type Package } from "./package";
import { absoluteRange } from "./reference";
import { rangeOf, scanSheet, type RawCell } from "./sheet";
import {
  applySplices,
  attributeMap,
  attributeText,
  encodeXml,
  scanXml,
  siblingName,
  type Splice,
  type Tag,
} from "./xml";
import { writeZip } from "./zip";

/**
 * Dresses added columns: styles, width, print area, and the words told apart in black and white by a conditional format.
 *
 * @throws WorkbookError where the file cannot be read or the sheet is missing
 */
export function dressColumns(bytes: Uint8Array, sheetName: string, added: readonly AddedColumn[]): Uint8Array {
  if (added.length === 0) return bytes;
  const pack = openPackage(bytes);
  const { sheets } = readBook(pack);
  const { name, part } = findSheet(sheets, sheetName);
  const changes = new Map<string, Uint8Array>();
  const formats = addFormats(pack, changes);
  changes.set(
    part.name,
    textBytes(
      part,
      readPart(part, (xml) => added.reduce((text, one) => dressed(text, one, formats), xml)),
    ),
  );
  const workbook = pack.part(workbookPath(pack))!;
  const last = Math.max(...added.map(({ column }) => column));
  const widened = readPart(workbook, (xml) => withPrintArea(xml, name, last));
  changes.set(workbook.name, textBytes(workbook, widened));
  return writeZip(pack.parts, changes);
}

function dressed(xml: string, added: AddedColumn, formats: readonly number[]): string {
  const { column, like, top, bottom } = added;
  const splices: Splice[] = [];
  const { data, columns } = scanSheet(xml, {
    row({ row, tag, close }, cells) {
      if (row < top || row > bottom) return;
      const style = cells.find((cell) => cell.column === like)?.style;
      if (style === undefined) return;
      const own = cells.find((cell) => cell.column === column);
      if (own) splices.push(styled(own, style));
      else if (!tag.empty) {
        const at = cells.find((cell) => cell.column > column)?.start ?? close;
        const text = `<${siblingName(tag, "c")} r="${address(row, column)}" s="${style}"/>`;
        splices.push({ start: at, end: at, text });
      }
    },
  });
  const prefixed = (local: string) => siblingName(data.tag, local);
  if (!columns.some(({ first, last }) => first <= column && column <= last)) {
    splices.push(widthSplice(xml, added, data.tag, prefixed));
  }
  if (formats.length > 0) splices.push(rulesSplice(xml, added, formats, prefixed));
  splices.sort((a, b) => a.start - b.start);
  return applySplices(xml, splices);
}

/** Sets the style of a cell, whether it has one or not. */
function styled({ attributes, tag }: RawCell, style: number): Splice {
  const own = attributes.find(({ name }) => name === "s");
  if (own) return { start: own.start, end: own.end, text: String(style) };
  const at = tag.start + 1 + tag.name.length;
  return { start: at, end: at, text: attributeText("s", String(style)) };
}

function widthSplice(
  xml: string,
  { column, width }: AddedColumn,
  data: Tag,
  prefixed: (local: string) => string,
): Splice {
  const text = `<${prefixed("col")} min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"/>`;
  let end: number | undefined;
  let next: number | undefined;
  let inside = false;
  scanXml(xml, {
    open(tag) {
      if (tag.depth === 1) inside = tag.local === "cols";
      if (tag.depth !== 2 || !inside || tag.local !== "col") return;
      if (Number(attributeMap(xml, tag).get("min")) > column + 1) next ??= tag.start;
    },
    close(local, depth, start) {
      if (depth === 1 && local === "cols") end = start;
    },
  });
  const at = next ?? end;
  if (at !== undefined) return { start: at, end: at, text };
  return { start: data.start, end: data.start, text: `<${prefixed("cols")}>${text}</${prefixed("cols")}>` };
}

/** What may stand between the cells and the conditional formats; the schema fixes the order. */
const BEFORE_RULES: ReadonlySet<string> = new Set([
  "sheetData",
  "sheetCalcPr",
  "sheetProtection",
  "protectedRanges",
  "scenarios",
  "autoFilter",
  "sortState",
  "dataConsolidate",
  "customSheetViews",
  "mergeCells",
  "phoneticPr",
  "conditionalFormatting",
]);

function rulesSplice(
  xml: string,
  { column, top, bottom }: AddedColumn,
  formats: readonly number[],
  prefixed: (local: string) => string,
): Splice {
  let at = 0;
  let priority = 0;
  scanXml(xml, {
    open(tag) {
      if (tag.local === "cfRule") priority = Math.max(priority, Number(attributeMap(xml, tag).get("priority")) || 0);
    },
    close(local, depth, _start, end) {
      if (depth === 1 && BEFORE_RULES.has(local)) at = end;
    },
  });
  const first = `$${columnName(column)}${top + 1}`;
  const rules = ASSESSMENT_LOOKS.map(({ word }, index) => {
    const formula = encodeXml(`${first}="${word}"`);
    const place = priority + 1 + index;
    const head = `<${prefixed("cfRule")} type="expression" dxfId="${formats[index]}" priority="${place}">`;
    return `${head}<${prefixed("formula")}>${formula}</${prefixed("formula")}></${prefixed("cfRule")}>`;
  });
  const area = areaAddress({ top, left: column, bottom, right: column });
  const name = prefixed("conditionalFormatting");
  return { start: at, end: at, text: `<${name} sqref="${area}">${rules.join("")}</${name}>` };
}

/** What may stand in the styles before the formats of rules. */
const BEFORE_DXFS: ReadonlySet<string> = new Set([
  "numFmts",
  "fonts",
  "fills",
  "borders",
  "cellStyleXfs",
  "cellXfs",
  "cellStyles",
]);

/** Adds the formats of the rules to the styles; gives their numbers, none where the file has no styles. */
function addFormats(pack: Package, changes: Map<string, Uint8Array>): number[] {
  const path = relationships(pack, workbookPath(pack)).find(({ type }) => type === "styles")?.path;
  const part = path === undefined ? undefined : pack.part(path);
  if (!part) return [];
  return readPart(part, (xml) => {
    let dxfs: { tag: Tag; close: number } | undefined;
    let before: { tag: Tag; end: number } | undefined;
    let opened: Tag | undefined;
    let count = 0;
    scanXml(xml, {
      open(tag) {
        if (tag.depth === 1) opened = tag;
        if (tag.depth === 2 && tag.local === "dxf" && opened?.local === "dxfs") count += 1;
      },
      close(local, depth, start, end) {
        if (depth !== 1 || !opened) return;
        if (local === "dxfs") dxfs = { tag: opened, close: start };
        if (BEFORE_DXFS.has(local)) before = { tag: opened, end };
      },
    });
    const beside = dxfs?.tag ?? before?.tag;
    if (!beside) return [];
    const name = (local: string) => siblingName(beside, local);
    const texts = ASSESSMENT_LOOKS.map(({ bold, italic }) => {
      const font = `${bold ? `<${name("b")}/>` : ""}${italic ? `<${name("i")}/>` : ""}`;
      return `<${name("dxf")}><${name("font")}>${font}</${name("font")}></${name("dxf")}>`;
    }).join("");
    const total = attributeText("count", String(count + ASSESSMENT_LOOKS.length));
    const open = `<${name("dxfs")}${total}>`;
    const splices: Splice[] = !dxfs
      ? [{ start: before!.end, end: before!.end, text: `${open}${texts}</${name("dxfs")}>` }]
      : dxfs.tag.empty
        ? [{ start: dxfs.tag.start, end: dxfs.tag.end, text: `${open}${texts}</${name("dxfs")}>` }]
        : [
            { start: dxfs.tag.start, end: dxfs.tag.end, text: open },
            { start: dxfs.close, end: dxfs.close, text: texts },
          ];
    changes.set(part.name, textBytes(part, applySplices(xml, splices)));
    return ASSESSMENT_LOOKS.map((_, index) => count + index);
  });
}

/** Widens a print area of one block that ends left of the column; any other is the user's own idea. */
function withPrintArea(xml: string, sheet: string, last: number): string {
  const splices: Splice[] = [];
  const sheets: string[] = [];
  let start: number | undefined;
  scanXml(xml, {
    open(tag) {
      if (tag.depth !== 2) return;
      const attributes = attributeMap(xml, tag);
      if (tag.local === "sheet") sheets.push(attributes.get("name") ?? "");
      const isArea = tag.local === "definedName" && attributes.get("name") === "_xlnm.Print_Area";
      start = isArea && sheets[Number(attributes.get("localSheetId"))] === sheet ? tag.end : undefined;
    },
    close(_local, depth, end) {
      if (depth !== 2 || start === undefined) return;
      const text = xml.slice(start, end);
      const mark = text.lastIndexOf("!") + 1;
      const area = rangeOf(text.slice(mark));
      if (area && area.right < last) {
        splices.push({ start: start + mark, end, text: absoluteRange({ ...area, right: last }) });
      }
      start = undefined;
    },
  });
  return applySplices(xml, splices);
}
