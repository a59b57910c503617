/** Puts a chart of a sheet's own figures on a sheet of an .xlsx file, as further parts of the file. */

import type { StackedBars } from "../core/summary/chart";
import { chartXml, drawingXml } from "./chart-part";
import { appendTo, freeId, freeNumber, partCollector, RELATIONS, relationsXml, type PartContents } from "./new-parts";
import { readPart, relationshipsPath, textBytes, type Package } from "./package";
import { applySplices, scanXml, siblingName, type Tag } from "./xml";
import type { ZipPart } from "./zip";

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
export function addCharts(pack: Package, contents: PartContents, charts: readonly PlacedChart[]): ZipPart[] {
  if (charts.length === 0) return [];
  const { added, add } = partCollector(contents);
  const first = freeNumber(pack, /^xl\/(?:drawings\/drawing|charts\/chart)(\d{1,9})\.xml$/i);
  charts.forEach((placed, index) => {
    const number = first + index;
    for (const [name, text] of chartParts(number, placed)) add(name, text);
    const relations = relationshipsPath(placed.path);
    let id = "rId1";
    if (pack.part(relations)) {
      appendTo(pack, contents, relations, (name, xml) => {
        id = freeId(xml, number);
        return [`<${name("Relationship")} Id="${id}" Type="${RELATIONS}/drawing" Target="${drawingTarget(number)}"/>`];
      });
    } else add(relations, relationsXml("drawing", drawingTarget(number)));
    pointTo(pack, contents, placed.path, id);
  });
  appendTo(pack, contents, "[Content_Types].xml", (name) => added.flatMap((part) => chartOverride(name, part)));
  return added;
}

/** How a sheet's relationships name the drawing. */
export const drawingTarget = (number: number): string => `../drawings/drawing${number}.xml`;

/** A chart with its drawing and what ties them, by the names of the parts. */
export function chartParts(
  number: number,
  { chart, sheet, valueAt }: Omit<PlacedChart, "path">,
): readonly (readonly [name: string, text: string])[] {
  const drawing = `xl/drawings/drawing${number}.xml`;
  return [
    [drawing, drawingXml(chart)],
    [relationshipsPath(drawing), relationsXml("chart", `../charts/chart${number}.xml`)],
    [`xl/charts/chart${number}.xml`, chartXml(chart, sheet, valueAt)],
  ];
}

const TYPES: Readonly<Record<string, string>> = {
  drawings: "application/vnd.openxmlformats-officedocument.drawing+xml",
  charts: "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
};

/** The line of the content types for a chart or a drawing; none for other parts. */
export function chartOverride(name: (local: string) => string, part: ZipPart): string[] {
  const folder = /^xl\/(drawings|charts)\/[^/]+\.xml$/.exec(part.name)?.[1];
  if (folder === undefined) return [];
  return [`<${name("Override")} PartName="/${part.name}" ContentType="${TYPES[folder]}"/>`];
}

/** Names the drawing in the sheet, where the standard wants it. */
function pointTo(pack: Package, contents: PartContents, path: string, id: string): void {
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
    return applySplices(xml, [{ start, end: start, text: `<${element} xmlns:r="${RELATIONS}" r:id="${id}"/>` }]);
  });
  contents.set(part.name, textBytes(part, edited));
}
