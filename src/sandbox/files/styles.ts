/** How cells look: as files state it, and as the workbook holds it. */

import type { AlignmentStyle, BorderStyle as FileBorders, CellStyle, FontStyle } from "hucre";
import {
  DEFAULT_STYLE,
  type Border,
  type BorderSide,
  type BorderStyle,
  type BorderWeight,
  type Style,
} from "../host/workbook/style";
import { fileColor, readColor } from "./colors";

type FileLine = NonNullable<FileBorders["top"]>["style"];

const LINES: Readonly<Record<FileLine, readonly [BorderStyle, BorderWeight]>> = {
  hair: ["Continuous", "Hairline"],
  thin: ["Continuous", "Thin"],
  medium: ["Continuous", "Medium"],
  thick: ["Continuous", "Thick"],
  dotted: ["Dot", "Thin"],
  dashed: ["Dash", "Thin"],
  mediumDashed: ["Dash", "Medium"],
  dashDot: ["DashDot", "Thin"],
  mediumDashDot: ["DashDot", "Medium"],
  dashDotDot: ["DashDotDot", "Thin"],
  mediumDashDotDot: ["DashDotDot", "Medium"],
  double: ["Double", "Thick"],
  slantDashDot: ["SlantDashDot", "Medium"],
};
const SIDES = ["top", "right", "bottom", "left"] as const;

const HORIZONTAL: Readonly<Record<NonNullable<AlignmentStyle["horizontal"]>, Style["horizontal"]>> = {
  general: "General",
  left: "Left",
  center: "Center",
  right: "Right",
  fill: "Fill",
  justify: "Justify",
  centerContinuous: "CenterAcrossSelection",
  distributed: "Distributed",
};
const VERTICAL: Readonly<Record<NonNullable<AlignmentStyle["vertical"]>, Style["vertical"]>> = {
  top: "Top",
  center: "Center",
  bottom: "Bottom",
  justify: "Justify",
  distributed: "Distributed",
};
const UNDERLINES = {
  single: "Single",
  double: "Double",
  singleAccounting: "SingleAccountant",
  doubleAccounting: "DoubleAccountant",
} as const;

/** The key of a value in a table, for the way back. */
function keyOf<Key extends string, Value>(table: Readonly<Record<Key, Value>>, value: Value): Key {
  return (Object.keys(table) as Key[]).find((key) => table[key] === value)!;
}

/** Reads borders; sides without a line are absent. */
export function readBorders(borders: FileBorders | undefined, theme: readonly string[]): Style["borders"] {
  const read: Partial<Record<BorderSide, Border>> = {};
  const add = (side: BorderSide, line: FileBorders["top"]) => {
    const known = line && LINES[line.style];
    if (known) read[side] = { style: known[0], weight: known[1], color: readColor(line.color, theme) ?? "#000000" };
  };
  for (const side of SIDES) add(side, borders?.[side]);
  if (borders?.diagonalDown) add("diagonalDown", borders.diagonal);
  if (borders?.diagonalUp) add("diagonalUp", borders.diagonal);
  return read;
}

function readRotation(degrees = 0): number {
  if (degrees === 255) return 180;
  return degrees > 90 ? 90 - degrees : degrees;
}

/** Reads the look of a cell; `base` is the workbook's default font. */
export function readStyle(style: CellStyle | undefined, base: FontStyle, theme: readonly string[]): Style {
  const font = { ...base, ...style?.font };
  const { alignment, fill, protection, border } = style ?? {};
  const { underline } = font;
  return {
    ...DEFAULT_STYLE,
    numberFormat: style?.numFmt ?? DEFAULT_STYLE.numberFormat,
    fontName: font.name ?? DEFAULT_STYLE.fontName,
    fontSize: font.size ?? DEFAULT_STYLE.fontSize,
    bold: font.bold ?? false,
    italic: font.italic ?? false,
    underline: underline === true ? "Single" : underline ? UNDERLINES[underline] : "None",
    strikethrough: font.strikethrough ?? false,
    superscript: font.vertAlign === "superscript",
    subscript: font.vertAlign === "subscript",
    fontColor: readColor(font.color, theme) ?? DEFAULT_STYLE.fontColor,
    fill: readFill(fill, theme),
    horizontal: HORIZONTAL[alignment?.horizontal ?? "general"],
    vertical: VERTICAL[alignment?.vertical ?? "bottom"],
    indent: alignment?.indent ?? 0,
    wrap: alignment?.wrapText ?? false,
    shrink: alignment?.shrinkToFit ?? false,
    orientation: readRotation(alignment?.textRotation),
    locked: protection?.locked ?? true,
    formulaHidden: protection?.hidden ?? false,
    borders: readBorders(border, theme),
  };
}

/** A gradient becomes its first colour, a pattern its main one. */
function readFill(fill: CellStyle["fill"], theme: readonly string[]): string | null {
  if (!fill) return null;
  if (fill.type === "gradient") return readColor(fill.stops[0]?.color, theme) ?? null;
  if (fill.pattern === "none") return null;
  return readColor(fill.fgColor, theme) ?? readColor(fill.bgColor, theme) ?? null;
}

/** Borders as a file states them. */
export function fileBorders(borders: Style["borders"]): FileBorders {
  const line = (border: Border | undefined) => {
    if (!border || border.style === "None") return undefined;
    const exact = (Object.keys(LINES) as FileLine[]).find(
      (key) => LINES[key][0] === border.style && LINES[key][1] === border.weight,
    );
    const style = exact ?? (Object.keys(LINES) as FileLine[]).find((key) => LINES[key][0] === border.style)!;
    return { style, color: fileColor(border.color) };
  };
  const written: FileBorders = {};
  for (const side of SIDES) {
    const found = line(borders[side]);
    if (found) written[side] = found;
  }
  const diagonal = line(borders.diagonalDown) ?? line(borders.diagonalUp);
  if (diagonal) {
    written.diagonal = diagonal;
    written.diagonalDown = line(borders.diagonalDown) !== undefined;
    written.diagonalUp = line(borders.diagonalUp) !== undefined;
  }
  return written;
}

function fileFont(style: Style): FontStyle {
  return {
    name: style.fontName,
    size: style.fontSize,
    ...(style.bold && { bold: true }),
    ...(style.italic && { italic: true }),
    ...(style.underline !== "None" && { underline: keyOf(UNDERLINES, style.underline) }),
    ...(style.strikethrough && { strikethrough: true }),
    ...(style.superscript && { vertAlign: "superscript" as const }),
    ...(style.subscript && { vertAlign: "subscript" as const }),
    ...(style.fontColor !== DEFAULT_STYLE.fontColor && { color: fileColor(style.fontColor) }),
  };
}

function fileAlignment(style: Style): AlignmentStyle {
  const { orientation } = style;
  const rotation = orientation === 180 ? 255 : orientation < 0 ? 90 - orientation : orientation;
  return {
    ...(style.horizontal !== "General" && { horizontal: keyOf(HORIZONTAL, style.horizontal) }),
    ...(style.vertical !== "Bottom" && { vertical: keyOf(VERTICAL, style.vertical) }),
    ...(style.indent > 0 && { indent: style.indent }),
    ...(style.wrap && { wrapText: true }),
    ...(style.shrink && { shrinkToFit: true }),
    ...(rotation !== 0 && { textRotation: rotation }),
  };
}

/** The look of a cell as a file states it. */
export function fileStyle(style: Style): CellStyle {
  const alignment = fileAlignment(style);
  const border = fileBorders(style.borders);
  return {
    font: fileFont(style),
    ...(style.fill !== null && {
      fill: { type: "pattern" as const, pattern: "solid" as const, fgColor: fileColor(style.fill) },
    }),
    ...(Object.keys(border).length > 0 && { border }),
    ...(Object.keys(alignment).length > 0 && { alignment }),
    ...(style.numberFormat !== DEFAULT_STYLE.numberFormat && { numFmt: style.numberFormat }),
    ...((!style.locked || style.formulaHidden) && {
      protection: { locked: style.locked, hidden: style.formulaHidden },
    }),
  };
}
