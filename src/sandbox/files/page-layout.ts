/** How a sheet is printed: as files state it, and in the words of Office.js. */

import type { HeaderFooter, NamedRange, PageSetup, PaperSize } from "hucre";
import { quotedSheet } from "../../xlsx/reference";
import { fixedAddress, parseArea, type Area } from "../host/workbook/area";
import type { PageLayout } from "../host/workbook/types";
import { POINTS_PER_INCH } from "./measures";

const PAPERS: Readonly<Record<PaperSize, string>> = {
  letter: "Letter",
  legal: "Legal",
  a3: "A3",
  a4: "A4",
  a5: "A5",
  b4: "B4",
  b5: "B5",
  executive: "Executive",
  tabloid: "Tabloid",
};
const MARGINS = ["top", "bottom", "left", "right", "header", "footer"] as const;
const PARTS = { L: "left", C: "center", R: "right" } as const;

/** Takes a header or footer apart at its codes for left, centre and right; `&&` is an ampersand, not a code. */
function readParts(text: string | undefined, kind: "Header" | "Footer"): Record<string, string> {
  const parts: Record<string, string> = {};
  let at = "center";
  for (const piece of (text ?? "").match(/&[LCR]|&.|[^&]+|&$/gs) ?? []) {
    const letter = /^&([LCR])$/.exec(piece)?.[1] as keyof typeof PARTS | undefined;
    if (letter) at = PARTS[letter];
    else parts[at] = (parts[at] ?? "") + piece;
  }
  return Object.fromEntries(Object.entries(parts).map(([part, content]) => [`${part}${kind}`, content]));
}

function fileParts(settings: PageLayout["settings"], kind: "Header" | "Footer"): string {
  return Object.entries(PARTS)
    .map(([letter, part]) => {
      const content = settings[`${part}${kind}`];
      return typeof content === "string" && content !== "" ? `&${letter}${content}` : "";
    })
    .join("");
}

function readZoom(setup: PageSetup): Record<string, number> {
  if (!setup.fitToPage) return { scale: setup.scale ?? 100 };
  // A file writes 0 for "as many pages as it takes"; Office.js leaves that out.
  const { fitToWidth = 1, fitToHeight = 1 } = setup;
  return {
    ...(fitToWidth > 0 && { horizontalFitToPages: fitToWidth }),
    ...(fitToHeight > 0 && { verticalFitToPages: fitToHeight }),
  };
}

/** Reads the page layout of a sheet. */
export function readPageLayout(setup: PageSetup = {}, texts: HeaderFooter = {}): PageLayout {
  const area = (text: string | undefined): Area | undefined => (text === undefined ? undefined : parseArea(text));
  const [titleRows, titleColumns] = [area(setup.printTitlesRow), area(setup.printTitlesColumn)];
  const margins = MARGINS.flatMap((side) => {
    const inches = setup.margins?.[side];
    return inches === undefined ? [] : [[`${side}Margin`, inches * POINTS_PER_INCH] as const];
  });
  return {
    printArea: (setup.printArea ?? "").split(",").flatMap((part) => area(part) ?? []),
    ...(titleRows && { titleRows }),
    ...(titleColumns && { titleColumns }),
    settings: {
      ...(setup.orientation && { orientation: setup.orientation === "landscape" ? "Landscape" : "Portrait" }),
      ...(setup.paperSize && { paperSize: PAPERS[setup.paperSize] }),
      ...((setup.fitToPage || setup.scale !== undefined) && { zoom: readZoom(setup) }),
      ...(setup.horizontalCentered && { centerHorizontally: true }),
      ...(setup.verticalCentered && { centerVertically: true }),
      ...Object.fromEntries(margins),
      ...readParts(texts.oddHeader, "Header"),
      ...readParts(texts.oddFooter, "Footer"),
    },
  };
}

const numberOf = (value: unknown): number | undefined => (typeof value === "number" ? value : undefined);

/** The page set-up as a file states it. */
export function filePageSetup({ settings }: PageLayout): PageSetup {
  const zoom = (settings["zoom"] ?? {}) as Readonly<Record<string, unknown>>;
  const fits = numberOf(zoom["horizontalFitToPages"]) ?? numberOf(zoom["verticalFitToPages"]);
  const scale = numberOf(zoom["scale"]);
  const paper = (Object.keys(PAPERS) as PaperSize[]).find((key) => PAPERS[key] === settings["paperSize"]);
  const margins = Object.fromEntries(
    MARGINS.flatMap((side) => {
      const points = numberOf(settings[`${side}Margin`]);
      return points === undefined ? [] : [[side, Math.round((points / POINTS_PER_INCH) * 1000) / 1000]];
    }),
  );
  return {
    ...(typeof settings["orientation"] === "string" && {
      orientation: settings["orientation"].toLowerCase() === "landscape" ? "landscape" : "portrait",
    }),
    ...(paper && { paperSize: paper }),
    ...(fits !== undefined && {
      fitToPage: true,
      fitToWidth: numberOf(zoom["horizontalFitToPages"]) ?? 0,
      fitToHeight: numberOf(zoom["verticalFitToPages"]) ?? 0,
    }),
    ...(fits === undefined && scale !== undefined && { scale }),
    ...(settings["centerHorizontally"] === true && { horizontalCentered: true }),
    ...(settings["centerVertically"] === true && { verticalCentered: true }),
    ...(Object.keys(margins).length > 0 && { margins }),
  };
}

/** Header and footer as a file states them. */
export function fileHeaderFooter({ settings }: PageLayout): HeaderFooter {
  const [oddHeader, oddFooter] = [fileParts(settings, "Header"), fileParts(settings, "Footer")];
  return { ...(oddHeader && { oddHeader }), ...(oddFooter && { oddFooter }) };
}

/** The names that hold print area and print titles. */
export function printNames(sheet: string, layout: PageLayout): NamedRange[] {
  const fixed = (area: Area) => `${quotedSheet(sheet)}!${fixedAddress(area)}`;
  const titles = [layout.titleColumns, layout.titleRows].flatMap((area) => (area ? [fixed(area)] : []));
  return [
    ...(layout.printArea.length > 0
      ? [{ name: "_xlnm.Print_Area", range: layout.printArea.map(fixed).join(","), scope: sheet }]
      : []),
    ...(titles.length > 0 ? [{ name: "_xlnm.Print_Titles", range: titles.join(","), scope: sheet }] : []),
  ];
}
