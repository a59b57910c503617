/** The custom document properties of a workbook. */
import { openPackage, readPart, relationships, textBytes, type Package } from "./package";
import { applySplices, attributeMap, encodeXml, scanXml, type Splice, type Tag } from "./xml";
import { writeZip, type ZipPart } from "./zip";

/** The part that holds them, where there is one. */
function propertiesPart(pack: Package): ZipPart | undefined {
  const target = relationships(pack, "").find(
    ({ type }) => type === "custom-properties" || type === "customProperties",
  );
  return target && pack.part(target.path);
}

/** The custom properties as texts: a number or a date reads as the file writes it, a truth value as true or false. */
export function readCustomProperties(pack: Package): Readonly<Record<string, string>> {
  const part = propertiesPart(pack);
  if (!part) return {};
  return readPart(part, (xml) => {
    const found: [string, string][] = [];
    scanXml(xml, {
      open(tag) {
        if (tag.depth === 1 && tag.local === "property") found.push([attributeMap(xml, tag).get("name") ?? "", ""]);
      },
      text(text, depth) {
        if (depth === 3) found.at(-1)![1] += text;
      },
    });
    return Object.fromEntries(found);
  });
}

/**
 * Gives a text property a new value; everything else of the file stays as it is, to the byte.
 *
 * @returns the same bytes where the workbook has no property of that name: a workbook that is not ours gets none
 */
export function setCustomProperty(bytes: Uint8Array, property: string, value: string): Uint8Array {
  const pack = openPackage(bytes);
  const part = propertiesPart(pack);
  if (!part) return bytes;
  const edited = readPart(part, (xml) => applySplices(xml, contentSplices(xml, property, encodeXml(value))));
  return writeZip(pack.parts, new Map([[part.name, textBytes(part, edited)]]));
}

/** Where the value of a property stands: between the tags of the one element inside it. */
function contentSplices(xml: string, property: string, text: string): Splice[] {
  const splices: Splice[] = [];
  let inside = false;
  let holder: Tag | undefined;
  scanXml(xml, {
    open(tag) {
      if (tag.depth === 1) inside = attributeMap(xml, tag).get("name") === property;
      if (tag.depth === 2 && inside && tag.local === "lpwstr") holder = tag;
    },
    close(_local, depth, start) {
      if (depth !== 2 || !holder) return;
      const { name, start: from, end, empty } = holder;
      splices.push(empty ? { start: from, end, text: `<${name}>${text}</${name}>` } : { start: end, end: start, text });
      holder = undefined;
    },
  });
  return splices;
}
