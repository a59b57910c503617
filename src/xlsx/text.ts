/** Texts of cells: the shared strings, and the escapes that SpreadsheetML has on top of XML. */
import { readPart } from "./package";
import { encodeXml, scanXml } from "./xml";
import type { XmlHandler } from "./xml";
import type { ZipPart } from "./zip";

/** Undoes `_x000D_` and the like, which stand for characters that XML cannot hold. */
export function decodeEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** A text as the content of `<t>`: line ends as Excel has them, and what merely looks like an escape escaped. */
export function encodeText(text: string): string {
  return encodeXml(text.replace(/\r\n?/g, "\n").replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_"));
}

/**
 * Collects the plain text of a rich text: the `<t>` of the item itself and of its runs, not the furigana (`rPh`).
 * Give it the events inside the item; `depth` is the item's own.
 */
export function plainTextCollector(depth: number): Required<XmlHandler> & { take(): string } {
  let text = "";
  let inText = false;
  let phonetic = false;
  return {
    open(tag) {
      if (tag.depth === depth + 1 && tag.local === "rPh") phonetic = true;
      if (tag.local === "t" && !phonetic) inText = true;
    },
    close(local, at) {
      if (local === "t") inText = false;
      if (local === "rPh" && at === depth + 1) phonetic = false;
    },
    text(piece) {
      if (inText) text += piece;
    },
    take() {
      const taken = decodeEscapes(text);
      text = "";
      return taken;
    },
  };
}

/** The shared strings in their order, as plain text. */
export function readSharedStrings(part: ZipPart | undefined): string[] {
  if (!part) return [];
  return readPart(part, (xml) => {
    const strings: string[] = [];
    const item = plainTextCollector(1);
    scanXml(xml, {
      open: item.open,
      text: item.text,
      close(local, depth, start, end) {
        item.close(local, depth, start, end);
        if (depth === 1 && local === "si") strings.push(item.take());
      },
    });
    return strings;
  });
}
