/** What a conditional format puts on its cells: ConditionalRangeFormat with its fill, font and borders. */

import { type Area } from "../../workbook/area";
import { type Border } from "../../workbook/style";
import { type ConditionalFormat, type ConditionalLook, type Sheet } from "../../workbook/types";
import { tellLook } from "../../workbook/write";
import { type ApiClass, type Property, type WireContext, asFlag, asText, asWord, bind } from "../api-class";
import { present } from "../api-error";
import { type LookTarget, asColor } from "./look-target";
import { checkAllowed } from "./places";

/** A conditional format, held by its id. */
export interface FormatRef {
  readonly target: LookTarget;
  readonly id: string;
}

export function find({ target, id }: FormatRef, context: WireContext): { sheet: Sheet; format: ConditionalFormat } {
  const sheet = target.sheet(context);
  return { sheet, format: present(sheet.conditionalFormats.find((one) => one.id === id)) };
}

/** Puts other formats in place of those of a sheet; `areas` are where that is seen. */
export function setFormats(
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

export function change(self: FormatRef, context: WireContext, patch: Partial<ConditionalFormat>): void {
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

export const looksClass: ApiClass<FormatRef> = {
  name: "ConditionalRangeFormat",
  properties: { NumberFormat: lookField("numberFormat", null, asText) },
  navigations: {
    Fill: (self, context) => bind(fillClass, self, context),
    Font: (self, context) => bind(fontClass, self, context),
    Borders: (self, context) => bind(bordersClass, self, context),
  },
};
