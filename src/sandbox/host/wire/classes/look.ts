/** The look of cells as the API shows it: RangeFormat, RangeFill, RangeFont, RangeBorder, FormatProtection. */

import { type Area, isWholeColumns, isWholeRows } from "../../workbook/area";
import { COLUMN_WIDTH, ROW_HEIGHT, cellAt, styleAt } from "../../workbook/state";
import { type Border, type BorderSide, type Style } from "../../workbook/style";
import { type Sheet } from "../../workbook/types";
import { changeStyle, patchStyle, setLines } from "../../workbook/write";
import {
  type ApiClass,
  type ApiObject,
  type Property,
  type WireContext,
  asFlag,
  asNumber,
  asText,
  asWord,
  bind,
} from "../api-class";
import { invalidArgument, notFound } from "../api-error";
import { formatValue } from "../../workbook/number-format";
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

const field = <K extends keyof Style>(name: K, read: (value: unknown) => Style[K]): Property<LookTarget> => ({
  get: (self, context) => agreed(self, context, (style) => style[name]),
  set: (self, value, context) => patchAreas(self, context, { [name]: read(value) }),
});

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

const HORIZONTAL = [
  "General",
  "Left",
  "Center",
  "Right",
  "Fill",
  "Justify",
  "CenterAcrossSelection",
  "Distributed",
] as const;
const VERTICAL = ["Top", "Center", "Bottom", "Justify", "Distributed"] as const;
const UNDERLINES = ["None", "Single", "Double", "SingleAccountant", "DoubleAccountant"] as const;

const fillClass: ApiClass<LookTarget> = {
  name: "RangeFill",
  properties: {
    Color: {
      // A cell without fill is white, as in Excel.
      get: (self, context) => agreed(self, context, ({ fill }) => fill ?? "#FFFFFF"),
      // An empty text is what Excel gives and takes for no fill of its own.
      set: (self, value, context) => patchAreas(self, context, { fill: value === "" ? null : asColor(value) }),
    },
    Pattern: { get: (self, context) => agreed(self, context, ({ fill }) => (fill === null ? "None" : "Solid")) },
    TintAndShade: { get: () => 0 },
  },
  methods: { Clear: (self, _args, context) => patchAreas(self, context, { fill: null }) },
};

const fontClass: ApiClass<LookTarget> = {
  name: "RangeFont",
  properties: {
    Name: field("fontName", asText),
    Size: field("fontSize", (value) => {
      const size = asNumber(value);
      if (size < 1 || size > 409) throw invalidArgument();
      return size;
    }),
    Color: field("fontColor", asColor),
    Bold: field("bold", asFlag),
    Italic: field("italic", asFlag),
    Underline: field("underline", (value) => asWord(value, UNDERLINES)),
    Strikethrough: field("strikethrough", asFlag),
    Superscript: field("superscript", asFlag),
    Subscript: field("subscript", asFlag),
    TintAndShade: { get: () => 0 },
  },
};

const protectionClass: ApiClass<LookTarget> = {
  name: "FormatProtection",
  properties: { Locked: field("locked", asFlag), FormulaHidden: field("formulaHidden", asFlag) },
};

const SIDES = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
  "DiagonalDown",
  "DiagonalUp",
] as const;
type Side = (typeof SIDES)[number];

const STYLES = ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot", "Double", "SlantDashDot"] as const;
const WEIGHTS = ["Hairline", "Thin", "Medium", "Thick"] as const;

interface BorderTarget {
  readonly target: LookTarget;
  readonly side: Side;
}

/** Which borders of which cells a side of an area is: an inside line is the border of one of its two cells. */
function sidesOf(side: Side, area: Area): { readonly area: Area; readonly border: BorderSide }[] {
  switch (side) {
    case "EdgeTop":
      return [{ area: { ...area, bottom: area.top }, border: "top" }];
    case "EdgeBottom":
      return [{ area: { ...area, top: area.bottom }, border: "bottom" }];
    case "EdgeLeft":
      return [{ area: { ...area, right: area.left }, border: "left" }];
    case "EdgeRight":
      return [{ area: { ...area, left: area.right }, border: "right" }];
    case "InsideHorizontal":
      return area.top === area.bottom ? [] : [{ area: { ...area, bottom: area.bottom - 1 }, border: "bottom" }];
    case "InsideVertical":
      return area.left === area.right ? [] : [{ area: { ...area, right: area.right - 1 }, border: "right" }];
    case "DiagonalDown":
      return [{ area, border: "diagonalDown" }];
    case "DiagonalUp":
      return [{ area, border: "diagonalUp" }];
  }
}

const NO_BORDER: Border = { style: "None", weight: "Thin", color: "#000000" };

function borderField<K extends keyof Border>(name: K, read: (value: unknown) => Border[K]): Property<BorderTarget> {
  return {
    get: ({ target, side }, context) => {
      const values = target
        .areas()
        .flatMap((area) => sidesOf(side, area))
        .map(({ area, border }) =>
          agreed(
            { sheet: target.sheet, areas: () => [area] },
            context,
            ({ borders }) => (borders[border] ?? NO_BORDER)[name],
          ),
        );
      return values.every((value) => value === values[0]) ? (values[0] ?? NO_BORDER[name]) : null;
    },
    set: ({ target, side }, value, context) => {
      const wanted = read(value);
      const sheet = target.sheet(context);
      checkAllowed(sheet, "allowFormatCells");
      for (const { area, border } of target.areas().flatMap((one) => sidesOf(side, one)))
        changeStyle(context.workbook, sheet, area, (style) => {
          const old = style.borders[border] ?? NO_BORDER;
          // A weight or colour given to a side without a line draws one, as in Excel.
          const made: Border = {
            ...old,
            ...(name === "style" ? {} : { style: old.style === "None" ? "Continuous" : old.style }),
            [name]: wanted,
          };
          const borders = Object.fromEntries(Object.entries(style.borders).filter(([one]) => one !== border));
          return { ...style, borders: made.style === "None" ? borders : { ...borders, [border]: made } };
        });
    },
  };
}

const borderClass: ApiClass<BorderTarget> = {
  name: "RangeBorder",
  id: ({ side }) => ({ _Id: side }),
  properties: {
    SideIndex: { get: ({ side }) => side },
    Style: borderField("style", (value) => asWord(value, STYLES)),
    Weight: borderField("weight", (value) => asWord(value, WEIGHTS)),
    Color: borderField("color", asColor),
    TintAndShade: { get: () => 0 },
  },
};

const bordersClass: ApiClass<LookTarget> = {
  name: "RangeBorderCollection",
  properties: { Count: { get: () => SIDES.length } },
  items: (target, context) => SIDES.map((side) => bind(borderClass, { target, side }, context)),
  item: (target, args, context) => {
    const side = SIDES.find((one) => one === args.text(0));
    if (!side) throw notFound();
    return bind(borderClass, { target, side }, context);
  },
  methods: {
    GetItemAt: (target, args, context) => {
      const side = SIDES[args.integer(0)];
      if (!side) throw notFound();
      return bind(borderClass, { target, side }, context);
    },
  },
};

/** What a protected sheet must allow for it. */
const FORMATS = { rows: "allowFormatRows", columns: "allowFormatColumns" } as const;

/** Height or width: what the lines agree on, in points. */
const lineSize = (axis: "rows" | "columns"): Property<LookTarget> => ({
  get: (self, context) => {
    const sheet = self.sheet(context);
    const lines = axis === "rows" ? sheet.rowLines : sheet.columnLines;
    const standard = axis === "rows" ? ROW_HEIGHT : COLUMN_WIDTH;
    let first: number | undefined;
    for (const area of self.areas()) {
      const [from, to] = axis === "rows" ? [area.top, area.bottom] : [area.left, area.right];
      for (let at = from; at <= to; at++) {
        const line = lines.get(at);
        const size = line?.hidden ? 0 : (line?.size ?? standard);
        first ??= size;
        if (first !== size) return null;
      }
    }
    return first ?? standard;
  },
  set: (self, value, context) => {
    const size = asNumber(value);
    if (size < 0 || size > (axis === "rows" ? 409.5 : 1790)) throw invalidArgument();
    const sheet = self.sheet(context);
    checkAllowed(sheet, FORMATS[axis]);
    // A size of nothing hides.
    for (const area of self.areas())
      setLines(context.workbook, sheet, axis, area, size === 0 ? { hidden: true } : { size, hidden: false });
  },
});

const standardSize = (axis: "rows" | "columns"): Property<LookTarget> => ({
  get: (self, context) => {
    const sheet = self.sheet(context);
    const lines = axis === "rows" ? sheet.rowLines : sheet.columnLines;
    return self.areas().every((area) => {
      const [from, to] = axis === "rows" ? [area.top, area.bottom] : [area.left, area.right];
      for (const [at, { size }] of lines) if (size !== undefined && at >= from && at <= to) return false;
      return true;
    });
  },
  set: (self, value, context) => {
    if (!asFlag(value)) return;
    const sheet = self.sheet(context);
    checkAllowed(sheet, FORMATS[axis]);
    for (const area of self.areas()) setLines(context.workbook, sheet, axis, area, { size: undefined });
  },
});

/** Widths and heights that fit are guessed from the number of letters, as there are no fonts here. */
function autofit(self: LookTarget, axis: "rows" | "columns", context: WireContext): void {
  const sheet = self.sheet(context);
  checkAllowed(sheet, FORMATS[axis]);
  for (const area of self.areas()) {
    if (axis === "rows") {
      setLines(context.workbook, sheet, "rows", area, { size: undefined });
      continue;
    }
    const last = isWholeColumns(area) || isWholeRows(area) ? sheet.rows.length - 1 : area.bottom;
    for (let column = area.left; column <= Math.min(area.right, area.left + 1000); column++) {
      let letters = 0;
      for (let row = area.top; row <= last; row++) {
        const cell = cellAt(sheet, row, column);
        if (cell) letters = Math.max(letters, formatValue(cell.value, cell.style.numberFormat, context.locale).length);
      }
      if (letters > 0)
        setLines(
          context.workbook,
          sheet,
          "columns",
          { ...area, left: column, right: column },
          { size: letters * 5.25 + 4 },
        );
    }
  }
}

export const formatClass: ApiClass<LookTarget> = {
  name: "RangeFormat",
  properties: {
    HorizontalAlignment: field("horizontal", (value) => asWord(value, HORIZONTAL)),
    VerticalAlignment: field("vertical", (value) => asWord(value, VERTICAL)),
    WrapText: field("wrap", asFlag),
    ShrinkToFit: field("shrink", asFlag),
    IndentLevel: field("indent", (value) => {
      const indent = asNumber(value);
      if (indent < 0 || indent > 250) throw invalidArgument();
      return indent;
    }),
    TextOrientation: field("orientation", asNumber),
    RowHeight: lineSize("rows"),
    ColumnWidth: lineSize("columns"),
    UseStandardHeight: standardSize("rows"),
    UseStandardWidth: standardSize("columns"),
    ReadingOrder: { get: () => "Context" },
    AutoIndent: { get: () => false },
  },
  navigations: {
    Fill: (self, context) => bind(fillClass, self, context),
    Font: (self, context) => bind(fontClass, self, context),
    Borders: (self, context) => bind(bordersClass, self, context),
    Protection: (self, context) => bind(protectionClass, self, context),
  },
  methods: {
    AutofitColumns: (self, _args, context) => autofit(self, "columns", context),
    AutofitRows: (self, _args, context) => autofit(self, "rows", context),
    AdjustIndent: (self, args, context) => {
      const by = args.integer(0);
      const sheet = self.sheet(context);
      checkAllowed(sheet, "allowFormatCells");
      for (const area of self.areas())
        changeStyle(context.workbook, sheet, area, (style) => ({
          ...style,
          indent: Math.max(0, Math.min(250, style.indent + by)),
        }));
    },
  },
};

export const formatOf = (target: LookTarget, context: WireContext): ApiObject => bind(formatClass, target, context);
