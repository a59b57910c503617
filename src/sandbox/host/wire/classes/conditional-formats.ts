/** ConditionalFormat and its collection, and the rules of the custom and cell value kinds. */

import { type Area, intersection, subtract } from "../../workbook/area";
import { formulaToEnglish, formulaToLocal, withEquals } from "../../workbook/input";
import { CONDITIONAL_TYPES, type ConditionalFormat, type ConditionalType } from "../../workbook/types";
import {
  type ApiClass,
  type ApiObject,
  type WireContext,
  asFlag,
  asNumber,
  asRecord,
  asText,
  asWord,
  bind,
} from "../api-class";
import { ApiError, present } from "../api-error";
import { type FormatRef, change, find, looksClass, setFormats } from "./conditional-looks";
import { type LookTarget } from "./look-target";
import { rangeObject } from "./range";
import { rangesObject } from "./range-areas";

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
        type: asWord(args.at(0), CONDITIONAL_TYPES),
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
