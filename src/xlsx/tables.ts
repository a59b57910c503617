/** Excel tables (ListObjects) of a sheet. */
import type { Merge } from "../core/table/grid";
import { readPart, relationships } from "./package";
import type { Package } from "./package";
import { rangeOf } from "./sheet";
import { attributeMap, scanXml } from "./xml";
import type { ZipPart } from "./zip";

/** The header of a table. */
export interface TableHeader {
  readonly table: string;
  readonly range: Merge;
}

/** The headers of a sheet's tables. Their texts stand in the table's part too, and both must agree. */
export function tableHeaders(pack: Package, sheet: ZipPart): TableHeader[] {
  const parts = relationships(pack, sheet.name).filter(({ type }) => type === "table");
  return parts.flatMap(({ path }) => {
    const part = pack.part(path);
    const header = part && readPart(part, headerOf);
    return header ? [header] : [];
  });
}

function headerOf(xml: string): TableHeader | undefined {
  let header: TableHeader | undefined;
  scanXml(xml, {
    open(tag) {
      if (tag.depth !== 0) return;
      const attributes = attributeMap(xml, tag);
      const range = rangeOf(attributes.get("ref") ?? "");
      if (!range || attributes.get("headerRowCount") === "0") return;
      header = { table: attributes.get("displayName") ?? "", range: { ...range, bottom: range.top } };
    },
  });
  return header;
}
