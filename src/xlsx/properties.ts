/** The custom document properties of a workbook. */
import { readPart, relationships } from "./package";
import type { Package } from "./package";
import { attributeMap, scanXml } from "./xml";

/** The custom properties as texts: a number or a date reads as the file writes it, a truth value as true or false. */
export function readCustomProperties(pack: Package): Readonly<Record<string, string>> {
  const path = relationships(pack, "").find(({ type }) => type === "custom-properties" || type === "customProperties");
  const part = path && pack.part(path.path);
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
