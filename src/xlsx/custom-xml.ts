/** The custom XML parts of a file, which programs keep their own data in. */

import { partText, readPart, relationships, relationshipsPath, textBytes, workbookPath, type Package } from "./package";
import { siblingName } from "./sheet";
import { applySplices, attributeMap, scanXml, type Tag } from "./xml";
import type { ZipPart } from "./zip";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A custom XML part: its id, a GUID in braces, and its text. */
export interface CustomXml {
  readonly id: string;
  readonly xml: string;
}

function idOf(pack: Package, path: string): string | undefined {
  const target = relationships(pack, path).find(({ type }) => type === "customXmlProps");
  const part = target && pack.part(target.path);
  if (!part) return undefined;
  return readPart(part, (xml) => {
    let id: string | undefined;
    scanXml(xml, {
      open(tag) {
        if (tag.local !== "datastoreItem") return;
        for (const [name, value] of attributeMap(xml, tag)) if (/(^|:)itemID$/.test(name)) id = value;
      },
    });
    return id;
  });
}

/** The parts of the container that hold custom XML, each once, in the order of the workbook's relationships. */
export function customXmlParts(pack: Package): ZipPart[] {
  const parts = relationships(pack, workbookPath(pack))
    .filter(({ type }) => type === "customXml")
    .flatMap(({ path }) => pack.part(path) ?? []);
  return [...new Set(parts)];
}

/** Reads the parts; those that a program forgot to name get a name by their order. */
export function readCustomXml(pack: Package): CustomXml[] {
  return customXmlParts(pack).map((part, index) => ({ id: idOf(pack, part.name) ?? guid(index), xml: xmlOf(part) }));
}

/** The text of a part, without the mark that says how it is encoded. */
export function xmlOf(part: ZipPart): string {
  return partText(part).replace(/^\uFEFF/, "");
}

/** A GUID that says which part it is, for parts whose id is none. */
function guid(index: number): string {
  return `{B1E0C0DE-0000-4000-8000-${String(index + 1).padStart(12, "0")}}`;
}

const GUID = /^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/i;

export function newPart(name: string): ZipPart {
  const nothing = new Uint8Array();
  // The flag says that the name is UTF-8; the stamp is 1 January 1980.
  const shared = { content: nothing, packed: nothing, method: 0, flags: 0x800, crc: 0, stamp: 0x0021_0000 };
  return { name, rawName: new TextEncoder().encode(name), ...shared };
}

/**
 * Adds custom XML parts to the parts of a file, under names that are free.
 *
 * @param contents - what the file's parts are to hold; added to
 * @returns the parts to add to the container
 */
export function addCustomXml(
  pack: Package,
  contents: Map<string, Uint8Array | null>,
  xmlParts: readonly Partial<CustomXml>[],
): ZipPart[] {
  if (xmlParts.length === 0) return [];
  const added: ZipPart[] = [];
  const add = (name: string, text: string) => {
    added.push(newPart(name));
    contents.set(name, new TextEncoder().encode(text));
  };
  const first = firstFree(pack);
  const numbers = xmlParts.map((_, index) => first + index);
  xmlParts.forEach(({ id = "", xml = "" }, index) => {
    const number = numbers[index]!;
    add(`customXml/item${number}.xml`, xml);
    add(
      `customXml/itemProps${number}.xml`,
      `${DECLARATION}<ds:datastoreItem ds:itemID="${GUID.test(id) ? id : guid(number - 1)}" xmlns:ds="${OFFICE}/customXml"><ds:schemaRefs/></ds:datastoreItem>`,
    );
    add(
      `customXml/_rels/item${number}.xml.rels`,
      `${DECLARATION}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/relationships/customXmlProps" Target="itemProps${number}.xml"/></Relationships>`,
    );
  });
  const workbook = workbookPath(pack);
  const up = "../".repeat(workbook.split("/").length - 1);
  appendTo(pack, contents, relationshipsPath(workbook), (name, xml) =>
    numbers.map(
      (n) =>
        `<${name("Relationship")} Id="${freeId(xml, n)}" Type="${OFFICE}/relationships/customXml" Target="${up}customXml/item${n}.xml"/>`,
    ),
  );
  appendTo(pack, contents, "[Content_Types].xml", (name, xml) => [
    ...(/Extension="xml"/i.test(xml) ? [] : [`<${name("Default")} Extension="xml" ContentType="application/xml"/>`]),
    ...numbers.map(
      (n) =>
        `<${name("Override")} PartName="/customXml/itemProps${n}.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>`,
    ),
  ]);
  return added;
}

/** The first number from which on no part is named by it. */
function firstFree({ parts }: Package): number {
  const taken = parts.map(({ name }) => Number(/^customXml\/item(?:Props)?(\d{1,9})\.xml$/i.exec(name)?.[1] ?? 0));
  return Math.max(0, ...taken) + 1;
}

export function freeId(xml: string, number: number): string {
  let id = `rIdXml${number}`;
  while (xml.includes(`"${id}"`)) id += "x";
  return id;
}

/** Adds elements at the end of a part's root, in the root's own way of naming. */
export function appendTo(
  pack: Package,
  contents: Map<string, Uint8Array | null>,
  path: string,
  elements: (name: (local: string) => string, xml: string) => readonly string[],
): void {
  const part = pack.part(path)!;
  const before = contents.get(part.name);
  const edited = readPart(before ? { ...part, content: before } : part, (xml) => {
    let root: Tag | undefined;
    let end = xml.length;
    scanXml(xml, {
      open(tag) {
        if (tag.depth === 0) root = tag;
      },
      close(_local, depth, start) {
        if (depth === 0) end = start;
      },
    });
    const text = elements((local) => siblingName(root!, local), xml).join("");
    if (!root?.empty) return applySplices(xml, [{ start: end, end, text }]);
    const open = xml.slice(root.start, root.end).replace(/\s*\/>$/, ">");
    return applySplices(xml, [{ start: root.start, end: root.end, text: `${open}${text}</${root.name}>` }]);
  });
  contents.set(part.name, textBytes(part, edited));
}
