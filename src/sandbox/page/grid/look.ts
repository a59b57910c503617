/** How a cell's look is drawn in the page. */

import type { JSX } from "preact";
import { PIXELS_PER_POINT } from "../../host/workbook/state";
import type { Border, BorderSide, Style } from "../../host/workbook/style";
import type { CellValue, ConditionalLook } from "../../host/workbook/types";

type Css = JSX.CSSProperties;

/** Fonts that this machine may lack, with ones of about the same width. */
const FALLBACKS: Readonly<Record<string, string>> = {
  "Times New Roman": '"Times New Roman", "Liberation Serif", Tinos, "Nimbus Roman", serif',
  Calibri: 'Calibri, Carlito, "Segoe UI", sans-serif',
  Arial: 'Arial, "Liberation Sans", sans-serif',
};
const INDENT_PIXELS = 9;

const WIDTHS: Readonly<Record<Border["weight"], number>> = { Hairline: 1, Thin: 1, Medium: 2, Thick: 3 };

function borderText({ style, weight, color }: Border): string {
  const kind =
    style === "Double"
      ? "double"
      : style.startsWith("Dash") || style === "SlantDashDot"
        ? "dashed"
        : style === "Dot"
          ? "dotted"
          : "solid";
  const width = style === "Double" ? 3 : WIDTHS[weight];
  return `${width}px ${weight === "Hairline" && kind === "solid" ? "dotted" : kind} ${color}`;
}

/** The font of a cell as CSS, also for measuring. */
export function fontOf(style: Style, zoom: number): string {
  const family = FALLBACKS[style.fontName] ?? `"${style.fontName.replaceAll('"', "")}", sans-serif`;
  const size = Math.round(style.fontSize * PIXELS_PER_POINT * zoom * 10) / 10;
  return `${style.italic ? "italic " : ""}${style.bold ? "700 " : ""}${size}px/1.2 ${family}`;
}

/** A cell's look with what conditional formats add to it; the first format has the last word. */
export function withConditions(style: Style, looks: readonly ConditionalLook[]): Style {
  return looks.reduceRight<Style>(
    (sum, { borders, ...look }) => ({ ...sum, ...look, borders: { ...sum.borders, ...borders } }),
    style,
  );
}

/** To which side a value goes where the look leaves it open. */
export function sideOf(style: Style, value: CellValue): "left" | "center" | "right" | "justify" {
  switch (style.horizontal) {
    case "Left":
    case "Fill":
      return "left";
    case "Right":
      return "right";
    case "Justify":
    case "Distributed":
      return "justify";
    case "Center":
    case "CenterAcrossSelection":
      return "center";
    case "General":
      if (typeof value === "number") return "right";
      return typeof value === "boolean" || (typeof value === "object" && value !== null) ? "center" : "left";
  }
}

const CORNERS = {
  Top: "flex-start",
  Center: "center",
  Bottom: "flex-end",
  Justify: "flex-start",
  Distributed: "center",
} as const;

/** The box of a cell: fill, lines, font. A line that two cells share is drawn by the one above or to the left. */
export function boxCss(style: Style): Css {
  const line = (side: BorderSide) => {
    const border = style.borders[side];
    return border && border.style !== "None" ? borderText(border) : undefined;
  };
  const [top, right, bottom, left] = [line("top"), line("right"), line("bottom"), line("left")];
  return {
    alignItems: CORNERS[style.vertical],
    // A fill hides the grid lines of its cell.
    ...(style.fill !== null && {
      backgroundColor: style.fill,
      borderRightColor: style.fill,
      borderBottomColor: style.fill,
    }),
    ...(top && { borderTop: top }),
    ...(right && { borderRight: right }),
    ...(bottom && { borderBottom: bottom }),
    ...(left && { borderLeft: left }),
  };
}

/** The text within the box. */
export function textCss(style: Style, side: ReturnType<typeof sideOf>, zoom: number): Css {
  const indent = 2 + Math.round(style.indent * INDENT_PIXELS * zoom);
  const decoration = [style.underline === "None" ? "" : "underline", style.strikethrough ? "line-through" : ""];
  return {
    font: fontOf(style, zoom),
    color: style.fontColor,
    textAlign: side,
    whiteSpace: style.wrap ? "pre-wrap" : "pre",
    paddingLeft: `${side === "right" ? 2 : indent}px`,
    paddingRight: `${side === "right" ? indent : 2}px`,
    ...(decoration.some(Boolean) && { textDecorationLine: decoration.join(" ").trim() }),
    ...(style.underline.startsWith("Double") && { textDecorationStyle: "double" as const }),
    ...(style.superscript && { verticalAlign: "super" }),
    ...(style.subscript && { verticalAlign: "sub" }),
    ...(style.orientation !== 0 && style.orientation !== 180 && { transform: `rotate(${-style.orientation}deg)` }),
    ...(style.orientation === 180 && { writingMode: "vertical-rl" as const, textOrientation: "upright" as const }),
  };
}

let measure: CanvasRenderingContext2D | null | undefined;
const widths = new Map<string, number>();

/** The width of a text in pixels; 0 where nothing can be measured. */
export function textWidth(text: string, font: string): number {
  measure ??= document.createElement("canvas").getContext("2d");
  if (!measure) return 0;
  const key = `${font}\n${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    if (widths.size > 20_000) widths.clear();
    measure.font = font;
    widths.set(key, (width = measure.measureText(text).width));
  }
  return width;
}
