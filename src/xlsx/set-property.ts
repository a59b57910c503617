/** Changes a custom document property of an .xlsx file that already has it. */

import { openPackage, readPart, relationships, textBytes } from "./package";
import { applySplices, attributeMap, encodeXml, scanXml, type Splice, type Tag } from "./xml";
import { writeZip } from "./zip";

/**
 * Gives a text property a new value; everything else of the file stays as it is, to the byte.
 *
 * @returns the same bytes where the workbook has no property of that name: a workbook that is not ours gets none
 */
export function setCustomProperty(bytes: Uint8Array, property: string, value: string): Uint8Array {
  const pack = openPackage(bytes);
  const path = relationships(pack, "").find(({ type }) => type === "custom-properties" || type === "customProperties");
  const part = path && pack.part(path.path);
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
