/** ConditionalFormat, its collection, and the rules and looks of the custom and cell value kinds. */

import { type Area, intersection, subtract } from "../../workbook/area";
import { formulaToEnglish, formulaToLocal, withEquals } from "../../workbook/input";
import { type Border } from "../../workbook/style";
import { type ConditionalFormat, type ConditionalLook, type ConditionalType, type Sheet } from "../../workbook/types";
import { tellLook } from "../../workbook/write";
import {
  type ApiClass,
  type ApiObject,
  type Property,
  type WireContext,
  asFlag,
  asNumber,
  asRecord,
  asText,
  asWord,
  bind,
} from "../api-class";
import { ApiError, present } from "../api-error";
import { type LookTarget, asColor } from "./look";
import { checkAllowed } from "./places";
import { rangeObject } from "./range";
import { rangesObject } from "./range-areas";

interface FormatRef {
  readonly target: LookTarget;
  readonly id: string;
}

function find({ target, id }: FormatRef, context: WireContext): { sheet: Sheet; format: ConditionalFormat } {
  const sheet = target.sheet(context);
  return { sheet, format: present(sheet.conditionalFormats.find((one) => one.id === id)) };
}

function setFormats(
  sheet: Sheet,
  context: WireContext,
  formats: readonly ConditionalFormat[],
  areas: readonly Area[],
): void {
  checkAllowed(sheet, "allowFormatCells");
  context.workbook.edit.touch();
  sheet.conditionalFormats = formats;
  for (const area of areas) tellLook(context.workbook, sheet, area);
}

function change(self: FormatRef, context: WireContext, patch: Partial<ConditionalFormat>): void {
  const { sheet, format } = find(self, context);
  const changed = sheet.conditionalFormats.map((one) => (one === format ? { ...one, ...patch } : one));
  setFormats(sheet, context, changed, format.areas);
}

function changeLook(
  self: FormatRef,
  context: WireContext,
  patch: { [K in keyof ConditionalLook]?: ConditionalLook[K] | undefined },
): void {
  const look: Record<string, unknown> = { ...find(self, context).format.look };
  for (const [name, value] of Object.entries(patch)) {
    if (value === undefined) Reflect.deleteProperty(look, name);
    else look[name] = value;
  }
  change(self, context, { look });
}

const lookField = <K extends keyof ConditionalLook>(
  name: K,
  absent: unknown,
  read: (value: unknown) => ConditionalLook[K],
): Property<FormatRef> => ({
  get: (self, context) => find(self, context).format.look[name] ?? absent,
  set: (self, value, context) => changeLook(self, context, { [name]: value === "" ? undefined : read(value) }),
});

const fillClass: ApiClass<FormatRef> = {
  name: "ConditionalRangeFill",
  properties: { Color: lookField("fill", "", asColor) },
  methods: { Clear: (self, _args, context) => changeLook(self, context, { fill: undefined }) },
};

const fontClass: ApiClass<FormatRef> = {
  name: "ConditionalRangeFont",
  properties: {
    Color: lookField("fontColor", "", asColor),
    Bold: lookField("bold", null, asFlag),
    Italic: lookField("italic", null, asFlag),
    Strikethrough: lookField("strikethrough", null, asFlag),
    Underline: lookField("underline", "None", (value) => asWord(value, ["None", "Single", "Double"])),
  },
  methods: {
    Clear: (self, _args, context) =>
      changeLook(self, context, {
        fontColor: undefined,
        bold: undefined,
        italic: undefined,
        strikethrough: undefined,
        underline: undefined,
      }),
  },
};

const SIDES = { EdgeTop: "top", EdgeBottom: "bottom", EdgeLeft: "left", EdgeRight: "right" } as const;
type SideName = keyof typeof SIDES;
const SIDE_NAMES = Object.keys(SIDES) as SideName[];

interface SideRef {
  readonly format: FormatRef;
  readonly side: SideName;
}

const border = ({ format, side }: SideRef, context: WireContext): Border =>
  find(format, context).format.look.borders?.[SIDES[side]] ?? { style: "None", weight: "Thin", color: "#000000" };

const setBorder = (self: SideRef, context: WireContext, patch: Partial<Border>): void => {
  const old = border(self, context);
  const made: Border = { ...old, style: old.style === "None" ? "Continuous" : old.style, ...patch };
  const borders = { ...find(self.format, context).format.look.borders, [SIDES[self.side]]: made };
  changeLook(self.format, context, { borders });
};

const borderClass: ApiClass<SideRef> = {
  name: "ConditionalRangeBorder",
  id: ({ side }) => ({ _Id: side }),
  properties: {
    SideIndex: { get: ({ side }) => side },
    Style: {
      get: (self, context) => border(self, context).style,
      set: (self, value, context) =>
        setBorder(self, context, {
          style: asWord(value, ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot"]),
        }),
    },
    Color: {
      get: (self, context) => border(self, context).color,
      set: (self, value, context) => setBorder(self, context, { color: asColor(value) }),
    },
  },
};

const sideOf = (side: SideName) => (format: FormatRef, context: WireContext) =>
  bind(borderClass, { format, side }, context);

const bordersClass: ApiClass<FormatRef> = {
  name: "ConditionalRangeBorderCollection",
  properties: { Count: { get: () => SIDE_NAMES.length } },
  navigations: {
    Top: sideOf("EdgeTop"),
    Bottom: sideOf("EdgeBottom"),
    Left: sideOf("EdgeLeft"),
    Right: sideOf("EdgeRight"),
  },
  items: (format, context) => SIDE_NAMES.map((side) => bind(borderClass, { format, side }, context)),
  item: (format, args, context) => bind(borderClass, { format, side: asWord(args.at(0), SIDE_NAMES) }, context),
};

const looksClass: ApiClass<FormatRef> = {
  name: "ConditionalRangeFormat",
  properties: { NumberFormat: lookField("numberFormat", null, asText) },
  navigations: {
    Fill: (self, context) => bind(fillClass, self, context),
    Font: (self, context) => bind(fontClass, self, context),
    Borders: (self, context) => bind(bordersClass, self, context),
  },
};

const ruleClass: ApiClass<FormatRef> = {
  name: "ConditionalFormatRule",
  properties: {
    Formula: {
      get: (self, context) => find(self, context).format.formula ?? "",
      set: (self, value, context) => change(self, context, { formula: withEquals(asText(value)) }),
    },
    FormulaLocal: {
      get: (self, context) => formulaToLocal(find(self, context).format.formula ?? "", context.locale),
      set: (self, value, context) =>
        change(self, context, { formula: formulaToEnglish(withEquals(asText(value)), context.locale) }),
    },
  },
};

const customClass: ApiClass<FormatRef> = {
  name: "CustomConditionalFormat",
  navigations: {
    Rule: (self, context) => bind(ruleClass, self, context),
    Format: (self, context) => bind(looksClass, self, context),
  },
};

/** The kinds whose rule is one plain object: value, text, preset, top and bottom. */
const ruledClass = (name: string): ApiClass<FormatRef> => ({
  name,
  properties: {
    Rule: {
      get: (self, context) => find(self, context).format.rule ?? {},
      set: (self, value, context) => change(self, context, { rule: asRecord(value) }),
    },
  },
  navigations: { Format: (self, context) => bind(looksClass, self, context) },
});

const KINDS: Readonly<Record<string, { readonly type: ConditionalType; readonly cls: ApiClass<FormatRef> }>> = {
  Custom: { type: "Custom", cls: customClass },
  CellValue: { type: "CellValue", cls: ruledClass("CellValueConditionalFormat") },
  TextComparison: { type: "ContainsText", cls: ruledClass("TextConditionalFormat") },
  Preset: { type: "PresetCriteria", cls: ruledClass("PresetCriteriaConditionalFormat") },
  TopBottom: { type: "TopBottom", cls: ruledClass("TopBottomConditionalFormat") },
};

const kindNavigations: NonNullable<ApiClass<FormatRef>["navigations"]> = Object.fromEntries(
  Object.entries(KINDS).flatMap(([name, { type, cls }]) => [
    [
      name,
      (self: FormatRef, context: WireContext) => {
        if (find(self, context).format.type !== type)
          throw new ApiError("InvalidOperation", "The conditional format is of another type.");
        return bind(cls, self, context);
      },
    ],
    [
      `${name}OrNullObject`,
      (self: FormatRef, context: WireContext) =>
        find(self, context).format.type === type ? bind(cls, self, context) : null,
    ],
  ]),
);

const formatClass: ApiClass<FormatRef> = {
  name: "ConditionalFormat",
  id: ({ id }) => ({ Id: id }),
  properties: {
    Id: { get: ({ id }) => id },
    Type: { get: (self, context) => find(self, context).format.type },
    Priority: {
      get: (self, context) => {
        const { sheet, format } = find(self, context);
        return sheet.conditionalFormats.indexOf(format);
      },
      set: (self, value, context) => {
        const { sheet, format } = find(self, context);
        const others = sheet.conditionalFormats.filter((one) => one !== format);
        const at = Math.min(asNumber(value), others.length);
        setFormats(sheet, context, [...others.slice(0, at), format, ...others.slice(at)], format.areas);
      },
    },
    StopIfTrue: {
      get: (self, context) => find(self, context).format.stopIfTrue,
      set: (self, value, context) => change(self, context, { stopIfTrue: asFlag(value) }),
    },
  },
  navigations: kindNavigations,
  methods: {
    Delete: (self, _args, context) => {
      const { sheet, format } = find(self, context);
      setFormats(
        sheet,
        context,
        sheet.conditionalFormats.filter((one) => one !== format),
        format.areas,
      );
    },
    GetRange: (self, _args, context) => {
      const { sheet, format } = find(self, context);
      // "Throws an error if the conditional format is applied to multiple ranges", says the documentation.
      if (format.areas.length !== 1) throw new ApiError("InvalidOperation", "The format lies on several ranges.");
      return rangeObject(context.range(sheet, format.areas[0]!), context);
    },
    GetRangeOrNullObject: (self, _args, context) => {
      const { sheet, format } = find(self, context);
      return format.areas.length === 1 ? rangeObject(context.range(sheet, format.areas[0]!), context) : null;
    },
    GetRanges: (self, _args, context) => {
      const { sheet, format } = find(self, context);
      return rangesObject(sheet, format.areas, context);
    },
  },
};

/** The formats that touch the areas, in order of priority. */
const touching = (target: LookTarget, context: WireContext): ConditionalFormat[] => {
  const areas = target.areas();
  return target
    .sheet(context)
    .conditionalFormats.filter((format) => format.areas.some((one) => areas.some((area) => intersection(one, area))));
};

const object = (target: LookTarget, { id }: { readonly id: string }, context: WireContext): ApiObject =>
  bind(formatClass, { target, id }, context);

const get = (target: LookTarget, id: string, context: WireContext): ApiObject =>
  object(target, present(touching(target, context).find((one) => one.id === id)), context);

const collectionClass: ApiClass<LookTarget> = {
  name: "ConditionalFormatCollection",
  items: (target, context) => touching(target, context).map((format) => object(target, format, context)),
  item: (target, args, context) => get(target, args.text(0), context),
  methods: {
    GetCount: (target, _args, context) => touching(target, context).length,
    GetItemAt: (target, args, context) => {
      return object(target, present(touching(target, context)[args.integer(0)]), context);
    },
    GetItemOrNullObject: (target, args, context) => {
      const found = touching(target, context).find(({ id }) => id === args.text(0));
      return found ? object(target, found, context) : null;
    },
    Add: (target, args, context) => {
      const sheet = target.sheet(context);
      const format: ConditionalFormat = {
        id: context.workbook.newId("format"),
        type: asWord(args.at(0), [
          "Custom",
          "DataBar",
          "ColorScale",
          "IconSet",
          "TopBottom",
          "PresetCriteria",
          "ContainsText",
          "CellValue",
        ]),
        areas: [...target.areas()],
        stopIfTrue: false,
        look: {},
      };
      // "To the collection at the first/top priority", says the documentation.
      setFormats(sheet, context, [format, ...sheet.conditionalFormats], format.areas);
      return object(target, format, context);
    },
    ClearAll: (target, _args, context) => {
      const sheet = target.sheet(context);
      const holes = target.areas();
      const left = sheet.conditionalFormats.flatMap((format) => {
        const areas = holes.reduce<Area[]>(
          (rest, hole) => rest.flatMap((one) => subtract(one, hole)),
          [...format.areas],
        );
        return areas.length > 0 ? { ...format, areas } : [];
      });
      setFormats(sheet, context, left, holes);
    },
  },
};

export const conditionalFormatsOf = (target: LookTarget, context: WireContext): ApiObject =>
  bind(collectionClass, target, context);
