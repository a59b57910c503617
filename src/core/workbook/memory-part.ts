/**
 * The text that the workbook remembers for us, in a custom XML part: it travels with the file, is not seen by the user,
 * takes any length, and is left alone by Excel, WPS and LibreOffice. (Document settings are lost when the add-in's id
 * changes; a hidden sheet would be seen and printed.) The pane and the command line keep the same part.
 */

export const MEMORY_NAMESPACE = "urn:bieu-y-te:memory:1";

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const CHARACTERS: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The XML of the part. Of the characters that XML forbids, JSON escapes all but two, which stand only in its texts. */
export function memoryXml(text: string): string {
  const escaped = text
    .replace(/[&<>]/g, (char) => ESCAPES[char]!)
    .replace(/[\uFFFE\uFFFF]/g, (char) => `\\u${char.charCodeAt(0).toString(16)}`);
  return `<memory xmlns="${MEMORY_NAMESPACE}">${escaped}</memory>`;
}

/** The text in a part. One that is not as we wrote it comes back as it is: then it does not read, and the pane says so. */
export function memoryIn(xml: string): string {
  const content = /^(?:\s*<\?xml[^>]*\?>)?\s*<memory\b[^>]*?(?:\/>|>([^<]*)<\/memory>)\s*$/.exec(xml);
  if (!content) return xml;
  return (content[1] ?? "").replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/gi,
    (whole, hex, decimal, name) => {
      if (typeof name === "string") return CHARACTERS[name.toLowerCase()] ?? whole;
      const code = typeof hex === "string" ? Number.parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
