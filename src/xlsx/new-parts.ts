/** Adding parts to a file: the parts themselves, and the lines in other parts that name them. */

import { readPart, textBytes, type Package } from "./package";
import { applySplices, scanXml, siblingName, type Tag } from "./xml";
import type { ZipPart } from "./zip";

/** The namespace of references by `r:id`, and the beginning of the types of relationships. */
export const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** What the parts of a file are to hold, by path; null for one that goes. */
export type PartContents = Map<string, Uint8Array | null>;

/** An empty part of a new name. */
function newPart(name: string): ZipPart {
  const nothing = new Uint8Array();
  // The flag says that the name is UTF-8; the stamp is 1 January 1980.
  const shared = { content: nothing, packed: nothing, method: 0, flags: 0x800, crc: 0, stamp: 0x0021_0000 };
  return { name, rawName: new TextEncoder().encode(name), ...shared };
}

/** Collects new parts, and puts what they hold among the contents. */
export function partCollector(contents: PartContents): {
  readonly added: ZipPart[];
  readonly add: (name: string, text: string) => void;
} {
  const added: ZipPart[] = [];
  return {
    added,
    add: (name, text) => {
      added.push(newPart(name));
      contents.set(name, new TextEncoder().encode(text));
    },
  };
}

/** A part of relationships with the one relationship `rId1`; `type` is its last word, such as `drawing`. */
export function relationsXml(type: string, target: string): string {
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${RELATIONS}/${type}" Target="${target}"/></Relationships>`;
}

/** An id that no relationship of the part has. */
export function freeId(xml: string, number: number): string {
  let id = `rIdXml${number}`;
  while (xml.includes(`"${id}"`)) id += "x";
  return id;
}

/**
 * The first number from which on no part is named by it.
 *
 * @param pattern its group is the number
 */
export function freeNumber({ parts }: Package, pattern: RegExp): number {
  return Math.max(0, ...parts.map(({ name }) => Number(pattern.exec(name)?.[1] ?? 0))) + 1;
}

/** Adds elements at the end of a part's root, in the root's own way of naming. */
export function appendTo(
  pack: Package,
  contents: PartContents,
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
