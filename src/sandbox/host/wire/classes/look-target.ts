/** What has a look: the cells of one area or of several. */

import { type Area } from "../../workbook/area";
import { styleAt } from "../../workbook/state";
import { type Style } from "../../workbook/style";
import { type Sheet } from "../../workbook/types";
import { patchStyle } from "../../workbook/write";
import { type WireContext, asText } from "../api-class";
import { invalidArgument } from "../api-error";
import { checkAllowed } from "./places";

/** The areas whose look is spoken of: one for a Range, several for RangeAreas. */
export interface LookTarget {
  readonly sheet: (context: WireContext) => Sheet;
  readonly areas: () => readonly Area[];
}

/** Looks beyond this are taken from the cells that are there. */
const MOST_COMPARED = 200_000;

/** What all cells of the areas agree on; null where they differ. */
export function agreed<T>(target: LookTarget, context: WireContext, of: (style: Style) => T): T | null {
  const sheet = target.sheet(context);
  let first: { readonly value: T } | undefined;
  let lastStyle: Style | undefined;
  let compared = 0;
  for (const area of target.areas())
    for (let row = area.top; row <= area.bottom; row++)
      for (let column = area.left; column <= area.right; column++) {
        if (++compared > MOST_COMPARED) return first?.value ?? null;
        const style = styleAt(sheet, row, column);
        if (style === lastStyle) continue;
        lastStyle = style;
        const value = of(style);
        if (!first) first = { value };
        else if (first.value !== value) return null;
      }
  return first?.value ?? null;
}

/** Sets looks, where the sheet's protection lets them be set. */
export function patchAreas(target: LookTarget, context: WireContext, patch: Partial<Style>): void {
  const sheet = target.sheet(context);
  checkAllowed(sheet, "allowFormatCells");
  for (const area of target.areas()) patchStyle(context.workbook, sheet, area, patch);
}

const NAMED_COLORS: Readonly<Record<string, string>> = {
  black: "#000000",
  white: "#FFFFFF",
  red: "#FF0000",
  green: "#008000",
  lime: "#00FF00",
  blue: "#0000FF",
  yellow: "#FFFF00",
  orange: "#FFA500",
  gray: "#808080",
  grey: "#808080",
  purple: "#800080",
  pink: "#FFC0CB",
};

/** `#RRGGBB` or a colour's HTML name. Of the names only the commonest are known here. */
export function asColor(value: unknown): string {
  const text = asText(value).toLowerCase();
  if (/^#?[0-9a-f]{6}$/.test(text)) return `#${text.replace("#", "").toUpperCase()}`;
  const named = NAMED_COLORS[text];
  if (named === undefined) throw invalidArgument();
  return named;
}
