/** The custom XML parts of a file, which programs keep their own data in. */

import { partText, readPart, relationships, relationshipsPath, workbookPath, type Package } from "../../xlsx/package";
import { attributeMap, scanXml } from "../../xlsx/xml";
import type { ZipPart } from "../../xlsx/zip";
import type { CustomXmlPart } from "../host/workbook/types";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

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

/** Reads the parts; those that a program forgot to name get a name by their order. */
export function readCustomXml(pack: Package): CustomXmlPart[] {
  return relationships(pack, workbookPath(pack))
    .filter(({ type }) => type === "customXml")
    .flatMap(({ path }, index) => {
      const part = pack.part(path);
      if (!part) return [];
      return [{ id: idOf(pack, path) ?? guid(index), xml: partText(part).replace(/^\uFEFF/, "") }];
    });
}

/** A GUID that says which part it is, for parts whose id is none. */
function guid(index: number): string {
  return `{B1E0C0DE-0000-4000-8000-${String(index + 1).padStart(12, "0")}}`;
}

const GUID = /^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/i;

function newPart(name: string): ZipPart {
  const nothing = new Uint8Array();
  // The flag says that the name is UTF-8; the stamp is 1 January 1980.
  const shared = { content: nothing, packed: nothing, method: 0, flags: 0x800, crc: 0, stamp: 0x0021_0000 };
  return { name, rawName: new TextEncoder().encode(name), ...shared };
}

/**
 * Adds custom XML parts to the parts of a file.
 *
 * @param contents - what the file's parts are to hold; added to
 * @returns the parts to add to the container
 */
export function addCustomXml(
  pack: Package,
  contents: Map<string, Uint8Array | null>,
  xmlParts: readonly CustomXmlPart[],
): ZipPart[] {
  if (xmlParts.length === 0) return [];
  const added: ZipPart[] = [];
  const add = (name: string, text: string) => {
    added.push(newPart(name));
    contents.set(name, new TextEncoder().encode(text));
  };
  xmlParts.forEach(({ id, xml }, index) => {
    const number = index + 1;
    add(`customXml/item${number}.xml`, xml);
    add(
      `customXml/itemProps${number}.xml`,
      `${DECLARATION}<ds:datastoreItem ds:itemID="${GUID.test(id) ? id : guid(index)}" xmlns:ds="${OFFICE}/customXml"><ds:schemaRefs/></ds:datastoreItem>`,
    );
    add(
      `customXml/_rels/item${number}.xml.rels`,
      `${DECLARATION}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/relationships/customXmlProps" Target="itemProps${number}.xml"/></Relationships>`,
    );
  });
  const change = (path: string, edit: (text: string) => string) => {
    const before = contents.get(path) ?? pack.part(path)!.content;
    contents.set(path, new TextEncoder().encode(edit(new TextDecoder().decode(before))));
  };
  const numbers = xmlParts.map((_, index) => index + 1);
  change(relationshipsPath(workbookPath(pack)), (text) =>
    text.replace(
      "</Relationships>",
      `${numbers.map((n) => `<Relationship Id="rIdXml${n}" Type="${OFFICE}/relationships/customXml" Target="../customXml/item${n}.xml"/>`).join("")}</Relationships>`,
    ),
  );
  change("[Content_Types].xml", (text) =>
    text.replace(
      "</Types>",
      `${numbers.map((n) => `<Override PartName="/customXml/itemProps${n}.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>`).join("")}</Types>`,
    ),
  );
  return added;
}
