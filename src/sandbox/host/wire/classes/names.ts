/** NamedItem and its collections, of the workbook and of a sheet. */

import { fixedAddress, quotedSheetName, splitSheet } from "../../workbook/area";
import { formulaToEnglish, withEquals } from "../../workbook/input";
import { valueAt } from "../../workbook/state";
import { type NamedItem, type Sheet } from "../../workbook/types";
import {
  type ApiClass,
  type RangeRef,
  type WireContext,
  asFlag,
  asText,
  bind,
  isApiObject,
  isRangeRef,
} from "../api-class";
import { ApiError, invalidArgument, present } from "../api-error";
import { handedOver } from "../values";
import { type Keyed, keyedCollection } from "./keyed";
import { areaOf, findArea, sheetOf } from "./places";
import { rangeObject } from "./range";
import { type SheetRef } from "./worksheet";

/** The workbook's names (null) or those of a sheet. */
type Scope = SheetRef | null;

const holder = (scope: Scope, context: WireContext): { names: readonly NamedItem[] } =>
  scope ? sheetOf(context, scope) : context.workbook.state;

function itemOf({ owner, key }: Keyed<Scope>, context: WireContext): NamedItem {
  return present(holder(owner, context).names.find(({ name }) => name === key));
}

function change(self: Keyed<Scope>, context: WireContext, patch: Partial<NamedItem>): void {
  itemOf(self, context);
  const { edit } = context.workbook;
  edit.touch();
  const at = holder(self.owner, context);
  at.names = at.names.map((item) => (item.name === self.key ? { ...item, ...patch } : item));
  edit.meaningsChanged();
  edit.tell({ kind: "document", source: edit.source() });
}

/** The fixed reference of a range, as names hold it: `='Biểu 1'!$A$1:$B$2`. */
export const fixedReference = (sheet: Sheet, range: RangeRef): string =>
  `=${quotedSheetName(sheet.name)}!${fixedAddress(areaOf(range))}`;

const target = (self: Keyed<Scope>, context: WireContext): RangeRef | undefined => {
  const found = findArea(context, itemOf(self, context).formula, self.owner ? sheetOf(context, self.owner) : undefined);
  return found && context.range(found.sheet, found.area);
};

const namedItemClass: ApiClass<Keyed<Scope>> = {
  name: "NamedItem",
  id: ({ key }) => ({ _Id: key }),
  properties: {
    Name: { get: (self, context) => itemOf(self, context).name },
    Formula: {
      get: (self, context) => itemOf(self, context).formula,
      set: (self, value, context) => {
        change(self, context, { formula: withEquals(asText(value)) });
      },
    },
    Comment: {
      get: (self, context) => itemOf(self, context).comment,
      set: (self, value, context) => change(self, context, { comment: asText(value) }),
    },
    Visible: {
      get: (self, context) => itemOf(self, context).visible,
      set: (self, value, context) => change(self, context, { visible: asFlag(value) }),
    },
    Scope: { get: ({ owner }) => (owner ? "Worksheet" : "Workbook") },
    Type: {
      get: (self, context) => {
        if (target(self, context)) return "Range";
        const constant = itemOf(self, context).formula.slice(1);
        return /^-?[\d.]+$/.test(constant) ? "Double" : /^".*"$/.test(constant) ? "String" : "Error";
      },
    },
    Value: {
      get: (self, context) => {
        const range = target(self, context);
        const { formula } = itemOf(self, context);
        if (!range) {
          const constant = formula.slice(1);
          return /^-?[\d.]+$/.test(constant) ? Number(constant) : constant.replace(/^"|"$/g, "");
        }
        const area = areaOf(range);
        // The documentation gives the address for a range.
        return area.top === area.bottom && area.left === area.right && !splitSheet(formula).sheet
          ? handedOver(valueAt(sheetOf(context, range), area.top, area.left))
          : formula.slice(1);
      },
    },
  },
  navigations: {
    Worksheet: ({ owner }, context) => {
      // A name of the workbook has no sheet, as the documentation says.
      return context.classes.worksheet(sheetOf(context, present(owner)), context);
    },
    WorksheetOrNullObject: ({ owner }, context) =>
      owner ? context.classes.worksheet(sheetOf(context, owner), context) : null,
  },
  methods: {
    GetRange: (self, _args, context) => {
      return rangeObject(present(target(self, context)), context);
    },
    GetRangeOrNullObject: (self, _args, context) => {
      const range = target(self, context);
      return range ? rangeObject(range, context) : null;
    },
    Delete: (self, _args, context) => {
      itemOf(self, context);
      const { edit } = context.workbook;
      edit.touch();
      const at = holder(self.owner, context);
      at.names = at.names.filter(({ name }) => name !== self.key);
      edit.meaningsChanged();
      edit.tell({ kind: "document", source: edit.source() });
    },
  },
};

const NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u;

function add(scope: Scope, context: WireContext, name: string, formula: string, comment: string): string {
  const at = holder(scope, context);
  if (!NAME.test(name) || /^([A-Z]{1,3}\d+|R\d*C\d*|[RC])$/i.test(name) || name.length > 255) throw invalidArgument();
  if (at.names.some((item) => item.name.toLowerCase() === name.toLowerCase()))
    throw new ApiError("ItemAlreadyExists", "A resource with the same name or identifier already exists.");
  const { edit } = context.workbook;
  edit.touch();
  at.names = [...at.names, { name, formula, visible: true, comment }];
  edit.meaningsChanged();
  edit.tell({ kind: "document", source: edit.source() });
  return name;
}

export const namesClass = keyedCollection<Scope>({
  name: "NamedItemCollection",
  item: namedItemClass,
  keys: (scope, context) => holder(scope, context).names.map(({ name }) => name),
  add: (scope, args, context) => {
    const reference = args.at(1);
    const range = isApiObject(reference) && isRangeRef(reference.self) ? reference.self : undefined;
    const text = range ? fixedReference(sheetOf(context, range), range) : args.text(1);
    return add(scope, context, args.text(0), withEquals(text), args.textOr(2, ""));
  },
  methods: {
    AddFormulaLocal: (scope, args, context) => {
      const formula = withEquals(formulaToEnglish(args.text(1), context.locale));
      const key = add(scope, context, args.text(0), formula, args.textOr(2, ""));
      return bind(namedItemClass, { owner: scope, key }, context);
    },
  },
});
