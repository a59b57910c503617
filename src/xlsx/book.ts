/** The workbook part: which sheets there are, in which parts they lie, the names and the date system. */
import { readPart, relationships, workbookPath } from "./package";
import type { Package } from "./package";
import { WorkbookError } from "./error";
import { damagedPart, sheetMissing } from "./messages";
import { attributeMap, isOn, localName, scanXml } from "./xml";
import type { ZipPart } from "./zip";

/** A name of the workbook, such as a named range. */
export interface DefinedName {
  readonly name: string;
  /** What the name stands for, as the file writes it, without `=`: `'Biểu 1'!$A$1:$K$40`. */
  readonly refersTo: string;
  /** The sheet the name belongs to; absent for a name of the whole workbook. */
  readonly sheet?: string;
}

/** How days are counted: from 1900 (Windows) or from 1904 (old Macs). */
export type DateSystem = "1900" | "1904";

/** A worksheet and the part that holds it. Chart sheets have no cells and are left out. */
export interface SheetPart {
  readonly name: string;
  readonly state: string;
  readonly part: ZipPart;
}

/** The workbook part, read. */
export interface Book {
  readonly sheets: readonly SheetPart[];
  readonly names: readonly DefinedName[];
  readonly dateSystem: DateSystem;
}

interface ListedSheet {
  readonly name: string;
  readonly state: string;
  readonly relation: string;
}

/** The `r:id` of an element; its prefix is the writer's choice. */
function relationId(attributes: ReadonlyMap<string, string>): string {
  for (const [name, value] of attributes) if (name.includes(":") && localName(name) === "id") return value;
  return "";
}

function readWorkbookXml(xml: string) {
  const listed: ListedSheet[] = [];
  const names: { name: string; refersTo: string; scope: string | undefined }[] = [];
  let dateSystem: DateSystem = "1900";
  let inName = false;
  scanXml(xml, {
    open(tag) {
      if (tag.depth === 1 && tag.local === "workbookPr") {
        if (isOn(attributeMap(xml, tag).get("date1904"))) dateSystem = "1904";
      } else if (tag.depth === 2 && tag.local === "sheet") {
        const attributes = attributeMap(xml, tag);
        const state = attributes.get("state") ?? "visible";
        listed.push({ name: attributes.get("name") ?? "", state, relation: relationId(attributes) });
      } else if (tag.depth === 2 && tag.local === "definedName") {
        const attributes = attributeMap(xml, tag);
        names.push({ name: attributes.get("name") ?? "", refersTo: "", scope: attributes.get("localSheetId") });
        inName = true;
      }
    },
    close(_local, depth) {
      if (depth === 2) inName = false;
    },
    text(text) {
      if (inName) names.at(-1)!.refersTo += text;
    },
  });
  return { listed, names, dateSystem };
}

/** Reads the workbook part. */
export function readBook(pack: Package): Book {
  const path = workbookPath(pack);
  const workbook = pack.part(path)!;
  const { listed, names, dateSystem } = readPart(workbook, readWorkbookXml);
  const relations = new Map(relationships(pack, path).map((relation) => [relation.id, relation]));
  const taken = new Set<ZipPart>();
  const sheets = listed.flatMap(({ name, state, relation }) => {
    const target = relations.get(relation);
    if (target && target.type !== "worksheet") return [];
    const part = target && pack.part(target.path);
    // No program lets a name have a line end or the like; one that does would break up what is said of the sheet.
    if (/\p{Cc}/u.test(name)) throw new WorkbookError("damaged", damagedPart(workbook.name));
    // Sheets that share a part are one sheet under many names: an edit of one would change the others.
    if (!part || taken.has(part)) throw new WorkbookError("damaged", damagedPart(target?.path ?? workbook.name));
    taken.add(part);
    return [{ name, state, part }];
  });
  return {
    sheets,
    names: names.map(({ name, refersTo, scope }) => {
      const sheet = scope === undefined ? undefined : listed[Number(scope)]?.name;
      return sheet === undefined ? { name, refersTo } : { name, refersTo, sheet };
    }),
    dateSystem,
  };
}

/**
 * The sheet of a name. Excel takes sheet names without regard to capitals, and files from a Mac may hold them in
 * decomposed Unicode; so does this, after an exact match.
 */
export function findSheet<Sheet extends { readonly name: string }>(sheets: readonly Sheet[], name: string): Sheet {
  const fold = (text: string) => text.normalize("NFC").toLowerCase();
  const found = sheets.find((sheet) => sheet.name === name) ?? sheets.find((sheet) => fold(sheet.name) === fold(name));
  if (!found) throw new WorkbookError("sheet-missing", sheetMissing(name), { sheet: name });
  return found;
}
