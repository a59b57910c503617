/** The look of cells as the API shows it: RangeFormat, RangeFill, RangeFont, FormatProtection. */

import { type Style } from "../../workbook/style";
import { changeStyle } from "../../workbook/write";
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
import { invalidArgument } from "../api-error";
import { bordersClass } from "./borders";
import { autofit, lineSize, standardSize } from "./line-sizes";
import { type LookTarget, agreed, asColor, patchAreas } from "./look-target";
import { checkAllowed } from "./places";

const field = <K extends keyof Style>(name: K, read: (value: unknown) => Style[K]): Property<LookTarget> => ({
  get: (self, context) => agreed(self, context, (style) => style[name]),
  set: (self, value, context) => patchAreas(self, context, { [name]: read(value) }),
});

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

const formatClass: ApiClass<LookTarget> = {
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
