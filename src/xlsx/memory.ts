/** What a file remembers for us: the custom XML part that the pane keeps in Excel. */

import { MEMORY_NAMESPACE, memoryIn, memoryXml } from "../core/workbook/memory-part";
import { addCustomXml, customXmlParts, xmlOf } from "./custom-xml";
import type { PartContents } from "./new-parts";
import { openPackage, type Package } from "./package";
import { writeZip, type ZipPart } from "./zip";

/** The root element of a part, as far as it says its namespace. */
const ROOT = /^\s*(?:<\?[^>]*\?>\s*)*<[^<>]*\sxmlns(?::[\w-]+)?\s*=\s*["']([^"'<>]*)["']/;

/** The parts of our namespace. Where somebody merged two files there may be several; the last counts. */
function memoryParts(pack: Package): ZipPart[] {
  return customXmlParts(pack).filter((part) => ROOT.exec(xmlOf(part).slice(0, 2_000))?.[1] === MEMORY_NAMESPACE);
}

/** The text that a file remembers for us (see `core/workbook/memory.ts`); null where there is none. */
export function readMemory(pack: Package): string | null {
  const part = memoryParts(pack).at(-1);
  return part ? memoryIn(xmlOf(part)) : null;
}

/**
 * Replaces what a file remembers for us, or adds it; every other part of the file stays as it is, to the byte, except
 * that the workbook and the list of content types name a part that is new.
 *
 * @throws WorkbookError where the file cannot be read; nothing is changed then.
 */
export function putMemory(bytes: Uint8Array, text: string): Uint8Array {
  const pack = openPackage(bytes);
  const known = memoryParts(pack).at(-1);
  const xml = memoryXml(text);
  if (known) return writeZip(pack.parts, new Map([[known.name, new TextEncoder().encode(xml)]]));
  const contents: PartContents = new Map();
  const added = addCustomXml(pack, contents, [{ xml }]);
  return writeZip([...pack.parts, ...added], contents);
}
