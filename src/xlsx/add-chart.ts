/** Puts a chart of a sheet's own figures on a sheet of an .xlsx file, as further parts of the file. */

import type { StackedBars } from "../core/summary/chart";
import { chartXml, drawingXml } from "./chart-part";
import { appendTo, freeId, newPart } from "./custom-xml";
import { readPart, relationshipsPath, textBytes, type Package } from "./package";
import { siblingName } from "./sheet";
import { applySplices, scanXml, type Tag } from "./xml";
import type { ZipPart } from "./zip";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPES = {
  drawing: "application/vnd.openxmlformats-officedocument.drawing+xml",
  chart: "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
} as const;
/** What follows a sheet's drawing, as the standard orders the elements. */
const BEHIND = [
  "legacyDrawing",
  "legacyDrawingHF",
  "picture",
  "oleObjects",
  "controls",
  "webPublishItems",
  "tableParts",
  "extLst",
];

export interface PlacedChart {
  readonly chart: StackedBars;
  /** Name of the sheet. */
  readonly sheet: string;
  /** Path of the sheet's part, which has no drawing yet. */
  readonly path: string;
  /** What the cells hold. */
  readonly valueAt: (row: number, column: number) => number | string | null | undefined;
}

/**
 * Adds charts to sheets of a file, one to a sheet.
 *
 * @param contents - what the file's parts are to hold; added to
 * @returns the parts to add to the container
 */
export function addCharts(
  pack: Package,
  contents: Map<string, Uint8Array | null>,
  charts: readonly PlacedChart[],
): ZipPart[] {
  if (charts.length === 0) return [];
  const added: ZipPart[] = [];
  const add = (name: string, text: string) => {
    added.push(newPart(name));
    contents.set(name, new TextEncoder().encode(text));
  };
  const first = freeNumber(pack);
  charts.forEach(({ chart, sheet, path, valueAt }, index) => {
    const number = first + index;
    const [drawing, part] = [`xl/drawings/drawing${number}.xml`, `xl/charts/chart${number}.xml`];
    add(drawing, drawingXml(chart));
    add(relationshipsPath(drawing), relationsXml("rId1", "chart", `../charts/chart${number}.xml`));
    add(part, chartXml(chart, sheet, valueAt));
    const relations = relationshipsPath(path);
    let id = "rId1";
    if (pack.part(relations)) {
      appendTo(pack, contents, relations, (name, xml) => {
        id = freeId(xml, number);
        return [
          `<${name("Relationship")} Id="${id}" Type="${OFFICE}/drawing" Target="../drawings/drawing${number}.xml"/>`,
        ];
      });
    } else add(relations, relationsXml(id, "drawing", `../drawings/drawing${number}.xml`));
    pointTo(pack, contents, path, id);
  });
  appendTo(pack, contents, "[Content_Types].xml", (name) =>
    added.flatMap((part) => {
      const type = /^xl\/(drawings|charts)\/[^/]+\.xml$/.exec(part.name)?.[1];
      if (type === undefined) return [];
      return [
        `<${name("Override")} PartName="/${part.name}" ContentType="${type === "drawings" ? TYPES.drawing : TYPES.chart}"/>`,
      ];
    }),
  );
  return added;
}

/** A number that no drawing or chart of the file has. */
function freeNumber({ parts }: Package): number {
  const taken = parts.map(({ name }) =>
    Number(/^xl\/(?:drawings\/drawing|charts\/chart)(\d{1,9})\.xml$/i.exec(name)?.[1] ?? 0),
  );
  return Math.max(0, ...taken) + 1;
}

const relationsXml = (id: string, type: string, target: string) =>
  `${DECLARATION}<Relationships xmlns="${PACKAGE}"><Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`;

/** Names the drawing in the sheet, where the standard wants it. */
function pointTo(pack: Package, contents: Map<string, Uint8Array | null>, path: string, id: string): void {
  const part = pack.part(path)!;
  const before = contents.get(part.name);
  const edited = readPart(before ? { ...part, content: before } : part, (xml) => {
    let root: Tag | undefined;
    let at: number | undefined;
    let end = xml.length;
    scanXml(xml, {
      open(tag) {
        if (tag.depth === 0) root = tag;
        else if (tag.depth === 1 && BEHIND.includes(tag.local)) at ??= tag.start;
      },
      close(_local, depth, start) {
        if (depth === 0) end = start;
      },
    });
    const element = siblingName(root!, "drawing");
    const start = at ?? end;
    return applySplices(xml, [{ start, end: start, text: `<${element} xmlns:r="${OFFICE}" r:id="${id}"/>` }]);
  });
  contents.set(part.name, textBytes(part, edited));
}
