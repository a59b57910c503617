/** Worksheet and WorksheetCollection. */

import { WHOLE_SHEET, cellArea } from "../../workbook/area";
import { COLUMN_WIDTH, ROW_HEIGHT, usedArea } from "../../workbook/state";
import {
  activateSheet,
  addSheet,
  deleteSheet,
  duplicateSheet,
  moveSheet,
  renameSheet,
  setVisibility,
} from "../../workbook/sheets";
import { type Sheet } from "../../workbook/types";
import { tellLook } from "../../workbook/write";
import {
  type ApiClass,
  type ApiObject,
  type Args,
  type WireContext,
  asFlag,
  asNumber,
  asText,
  asWord,
  bind,
  isApiObject,
} from "../api-class";
import { invalidArgument, present } from "../api-error";
import { REGISTRATIONS, WORKBOOK_TARGET } from "../events";
import { chartsClass } from "./charts";
import { commentsClass } from "./comments";
import { sheetPropertiesClass } from "./document";
import { namesClass } from "./names";
import { areaOf, findArea, sheetOf } from "./places";
import { sheetProtectionClass } from "./protection";
import { rangeObject } from "./range";
import { rangesFrom, rangesObject } from "./range-areas";
import { onSheet } from "./range-geometry";
import { findCells } from "./range-search";
import { freezePanesClass, pageLayoutClass } from "./sheet-view";
import { tablesClass } from "./tables";
import { asColor } from "./look-target";

/** A sheet is held by its id: it may be gone when it is next spoken of. */
export interface SheetRef {
  readonly sheet: string;
}

export const worksheetObject = (sheet: Sheet, context: WireContext): ApiObject =>
  bind(worksheetClass, { sheet: sheet.id }, context);

/** `_RegisterDataChangedEvent`, `_UnregisterDataChangedEvent` and their like, for one sheet or the whole workbook. */
export function registrations<T>(
  names: readonly string[],
  target: (self: T) => string,
): Record<string, (self: T, args: Args, context: WireContext) => void> {
  const methods: Record<string, (self: T, args: Args, context: WireContext) => void> = {};
  for (const name of names) {
    const event = REGISTRATIONS[name]!;
    methods[`_Register${name}`] = (self, _args, context) => context.register(event, target(self));
    methods[`_Unregister${name}`] = (self, _args, context) => context.unregister(event, target(self));
  }
  return methods;
}

const visible = (sheets: readonly Sheet[], visibleOnly: boolean): Sheet[] =>
  sheets.filter(({ visibility }) => !visibleOnly || visibility === "Visible");

function beside(self: SheetRef, args: Args, context: WireContext, step: 1 | -1): Sheet | undefined {
  const { sheets } = context.workbook.state;
  const own = sheetOf(context, self);
  const at = sheets.indexOf(own);
  const others = step > 0 ? sheets.slice(at + 1) : sheets.slice(0, at).reverse();
  return visible(others, args.flag(0))[0];
}

const orNotFound = (sheet: Sheet | undefined, context: WireContext): ApiObject =>
  worksheetObject(present(sheet), context);
const orNull = (sheet: Sheet | undefined, context: WireContext): ApiObject | null =>
  sheet ? worksheetObject(sheet, context) : null;

const findAll = (self: SheetRef, args: Args, context: WireContext): ApiObject | null => {
  const sheet = sheetOf(context, self);
  const { completeMatch, matchCase } = args.record(1);
  const criteria = { complete: completeMatch === true, matchCase: matchCase === true, backwards: false };
  const found = findCells(sheet, WHOLE_SHEET, args.text(0), criteria, context);
  return found.length > 0 ? rangesObject(sheet, found, context) : null;
};

const SHEET_EVENTS = [
  "DataChangedEvent",
  "ActivatedEvent",
  "DeactivatedEvent",
  "SelectionChangedEvent",
  "CalculatedEvent",
  "FormatChangedEvent",
  "RowSortedEvent",
  "ColumnSortedEvent",
  "ProtectionChangedEvent",
  "EventNameChanged",
  "EventVisibilityChanged",
];

const byId = (_self: SheetRef, args: Args, context: WireContext) =>
  orNotFound(context.workbook.sheet(args.text(0)), context);

const worksheetClass: ApiClass<SheetRef> = {
  name: "Worksheet",
  // A sheet that is gone is found out when it is spoken of.
  id: (self, context) => ({ Id: sheetOf(context, self).id }),
  properties: {
    Id: { get: (self, context) => sheetOf(context, self).id },
    Name: {
      get: (self, context) => sheetOf(context, self).name,
      set: (self, value, context) => renameSheet(context.workbook, sheetOf(context, self), asText(value)),
    },
    Position: {
      get: (self, context) => context.workbook.state.sheets.indexOf(sheetOf(context, self)),
      set: (self, value, context) => moveSheet(context.workbook, sheetOf(context, self), asNumber(value)),
    },
    Visibility: {
      get: (self, context) => sheetOf(context, self).visibility,
      set: (self, value, context) =>
        setVisibility(context.workbook, sheetOf(context, self), asWord(value, ["Visible", "Hidden", "VeryHidden"])),
    },
    TabColor: {
      get: (self, context) => sheetOf(context, self).tabColor,
      set: (self, value, context) =>
        setLook(self, context, (sheet) => {
          sheet.tabColor = value === "" ? "" : asColor(value);
        }),
    },
    ShowGridlines: {
      get: (self, context) => sheetOf(context, self).showGridlines,
      set: (self, value, context) =>
        setLook(self, context, (sheet) => {
          sheet.showGridlines = asFlag(value);
        }),
    },
    ShowHeadings: {
      get: (self, context) => sheetOf(context, self).showHeadings,
      set: (self, value, context) =>
        setLook(self, context, (sheet) => {
          sheet.showHeadings = asFlag(value);
        }),
    },
    StandardHeight: { get: () => ROW_HEIGHT },
    StandardWidth: { get: () => COLUMN_WIDTH },
    EnableCalculation: { get: () => true },
  },
  navigations: {
    Charts: (self, context) => bind(chartsClass, self, context),
    Comments: (self, context) => bind(commentsClass, self, context),
    CustomProperties: (self, context) => bind(sheetPropertiesClass, self, context),
    FreezePanes: (self, context) => bind(freezePanesClass, self, context),
    Names: (self, context) => bind(namesClass, self, context),
    PageLayout: (self, context) => bind(pageLayoutClass, self, context),
    Protection: (self, context) => bind(sheetProtectionClass, self, context),
    Tables: (self, context) => bind(tablesClass, self, context),
  },
  methods: {
    ...registrations<SheetRef>(SHEET_EVENTS, ({ sheet }) => sheet),
    GetRange: (self, args, context) => {
      const sheet = sheetOf(context, self);
      const address = args.textOr(0, undefined);
      const found = address === undefined ? { sheet, area: WHOLE_SHEET } : findArea(context, address, sheet);
      // An address that names another sheet is not this sheet's.
      if (found?.sheet !== sheet) throw invalidArgument();
      return rangeObject(context.range(sheet, found.area), context);
    },
    GetRanges: (self, args, context) => {
      const sheet = sheetOf(context, self);
      const areas = args.at(0) === undefined ? [WHOLE_SHEET] : rangesFrom(context, args.at(0), sheet).map(areaOf);
      return rangesObject(sheet, areas, context);
    },
    GetRangeByIndexes: (self, args, context) => {
      const [top, left] = [args.integer(0), args.integer(1)];
      const area = { top, left, bottom: top + args.integer(2) - 1, right: left + args.integer(3) - 1 };
      return rangeObject(context.range(sheetOf(context, self), onSheet(area)), context);
    },
    GetCell: (self, args, context) =>
      rangeObject(context.range(sheetOf(context, self), onSheet(cellArea(args.integer(0), args.integer(1)))), context),
    GetUsedRange: (self, args, context) => {
      const sheet = sheetOf(context, self);
      return rangeObject(context.range(sheet, usedArea(sheet, WHOLE_SHEET, args.flag(0)) ?? cellArea(0, 0)), context);
    },
    GetUsedRangeOrNullObject: (self, args, context) => {
      const sheet = sheetOf(context, self);
      const area = usedArea(sheet, WHOLE_SHEET, args.flag(0));
      return area ? rangeObject(context.range(sheet, area), context) : null;
    },
    FindAllOrNullObject: findAll,
    FindAll: (self, args, context) => present(findAll(self, args, context)),
    Activate: (self, _args, context) => activateSheet(context.workbook, sheetOf(context, self)),
    Delete: (self, _args, context) => deleteSheet(context.workbook, sheetOf(context, self)),
    Calculate: (_self, _args, context) => context.workbook.settle(),
    Copy: (self, args, context) => {
      const { sheets } = context.workbook.state;
      const where = args.oneOf(0, ["None", "Before", "After", "Beginning", "End"]);
      const relative = args.at(1);
      const other = isApiObject(relative) ? sheetOf(context, relative.self as SheetRef) : undefined;
      if ((where === "Before" || where === "After") && !other) throw invalidArgument();
      const at =
        where === "Beginning"
          ? 0
          : where === "Before"
            ? sheets.indexOf(other!)
            : where === "After"
              ? sheets.indexOf(other!) + 1
              : sheets.length;
      return worksheetObject(duplicateSheet(context.workbook, sheetOf(context, self), at), context);
    },
    GetNext: (self, args, context) => orNotFound(beside(self, args, context, 1), context),
    GetPrevious: (self, args, context) => orNotFound(beside(self, args, context, -1), context),
    GetNextOrNullObject: (self, args, context) => orNull(beside(self, args, context, 1), context),
    GetPreviousOrNullObject: (self, args, context) => orNull(beside(self, args, context, -1), context),
    _GetSheetById: byId,
    _GetAnotherWorksheetById: byId,
  },
};

/** Sets something of how a sheet is shown. */
function setLook(self: SheetRef, context: WireContext, set: (sheet: Sheet) => void): void {
  const sheet = sheetOf(context, self);
  context.workbook.edit.touch();
  set(sheet);
  tellLook(context.workbook, sheet, cellArea(0, 0));
}

/** A sheet by its id or, whatever the case, its name. */
const findSheet = (args: Args, { workbook }: WireContext): Sheet | undefined =>
  workbook.sheet(args.text(0)) ?? workbook.sheetNamed(args.text(0));

export const worksheetsClass: ApiClass<null> = {
  name: "WorksheetCollection",
  items: (_self, context) => context.workbook.state.sheets.map((sheet) => worksheetObject(sheet, context)),
  item: (_self, args, context) => orNotFound(findSheet(args, context), context),
  methods: {
    ...registrations<null>([...SHEET_EVENTS, "AddedEvent", "DeletedEvent", "EventMoved"], () => WORKBOOK_TARGET),
    Add: (_self, args, context) => worksheetObject(addSheet(context.workbook, args.textOr(0, undefined)), context),
    GetActiveWorksheet: (_self, _args, context) => worksheetObject(context.workbook.activeSheet(), context),
    GetCount: (_self, args, context) => visible(context.workbook.state.sheets, args.flag(0)).length,
    GetFirst: (_self, args, context) => orNotFound(visible(context.workbook.state.sheets, args.flag(0))[0], context),
    GetLast: (_self, args, context) => orNotFound(visible(context.workbook.state.sheets, args.flag(0)).at(-1), context),
    GetItemOrNullObject: (_self, args, context) => orNull(findSheet(args, context), context),
  },
};
