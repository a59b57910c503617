/** The custom XML parts of a file, which programs keep their own data in. */

import {
  appendTo,
  DECLARATION,
  freeId,
  freeNumber,
  partCollector,
  RELATIONS,
  relationsXml,
  type PartContents,
} from "./new-parts";
import { partText, readPart, relationships, relationshipsPath, workbookPath, type Package } from "./package";
import { attributeMap, scanXml } from "./xml";
import type { ZipPart } from "./zip";

const CUSTOM_XML = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";

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

/**
 * Adds custom XML parts to the parts of a file, under names that are free.
 *
 * @param contents - what the file's parts are to hold; added to
 * @returns the parts to add to the container
 */
export function addCustomXml(
  pack: Package,
  contents: PartContents,
  xmlParts: readonly Partial<CustomXml>[],
): ZipPart[] {
  if (xmlParts.length === 0) return [];
  const { added, add } = partCollector(contents);
  const first = freeNumber(pack, /^customXml\/item(?:Props)?(\d{1,9})\.xml$/i);
  const numbers = xmlParts.map((_, index) => first + index);
  xmlParts.forEach(({ id = "", xml = "" }, index) => {
    const number = numbers[index]!;
    add(`customXml/item${number}.xml`, xml);
    add(
      `customXml/itemProps${number}.xml`,
      `${DECLARATION}<ds:datastoreItem ds:itemID="${GUID.test(id) ? id : guid(number - 1)}" xmlns:ds="${CUSTOM_XML}"><ds:schemaRefs/></ds:datastoreItem>`,
    );
    add(`customXml/_rels/item${number}.xml.rels`, relationsXml("customXmlProps", `itemProps${number}.xml`));
  });
  const workbook = workbookPath(pack);
  const up = "../".repeat(workbook.split("/").length - 1);
  appendTo(pack, contents, relationshipsPath(workbook), (name, xml) =>
    numbers.map(
      (n) =>
        `<${name("Relationship")} Id="${freeId(xml, n)}" Type="${RELATIONS}/customXml" Target="${up}customXml/item${n}.xml"/>`,
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
