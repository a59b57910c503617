/** Colours of files, which name them by value, by place in the theme, or by a number of the old palette. */

import type { Color } from "hucre";

/** Numbers 8 to 63 of the palette of Excel 97; 0 to 7 repeat its first eight (ECMA-376, 18.8.27). */
const PALETTE = (
  "000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF8000000080000000808080008000800080" +
  "80C0C0C08080809999FF993366FFFFCCCCFFFF660066FF80800066CCCCCCFF000080FF00FFFFFF0000" +
  "FFFF8000808000000080800000FF00CCFFCCFFFFCCFFCCFFFF9999CCFFFF99CCCC99FFFFCC993366FF" +
  "33CCCC99CC00FFCC00FF9900FF6600666699969696003366339966003300333300993300993366333399333333"
).match(/.{6}/g)!;

function tinted(rgb: string, tint: number): string {
  const channels = rgb.match(/../g)!.map((pair) => parseInt(pair, 16));
  const shifted = channels.map((value) => Math.round(tint < 0 ? value * (1 + tint) : value + (255 - value) * tint));
  return shifted.map((value) => value.toString(16).padStart(2, "0").toUpperCase()).join("");
}

/** `#RRGGBB`; undefined where the file leaves the colour to the program. */
export function readColor(color: Color | undefined, theme: readonly string[] = []): string | undefined {
  if (!color) return undefined;
  const { rgb, theme: place, indexed, tint = 0 } = color;
  let found: string | undefined;
  if (rgb !== undefined) found = rgb.replace("#", "").slice(-6);
  // In a theme's list the first two pairs of dark and light are swapped.
  else if (place !== undefined) found = theme[place < 4 ? place ^ 1 : place] ?? theme[place];
  else if (indexed !== undefined) found = indexed < 8 ? PALETTE[indexed] : PALETTE[indexed - 8];
  if (found === undefined || !/^[0-9a-f]{6}$/i.test(found)) return undefined;
  return `#${tint === 0 ? found.toUpperCase() : tinted(found, tint)}`;
}

/** The colour to write into a file. */
export function fileColor(color: string): Color {
  return { rgb: color.replace("#", "").toUpperCase() };
}
