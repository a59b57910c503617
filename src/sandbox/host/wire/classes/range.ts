/** Range: a rectangle of cells. */

import { areaAddress, isWholeColumns, isWholeRows } from "../../workbook/area";
import { deleteCells, insertCells } from "../../workbook/structure";
import { clearArea, mergeArea, unmergeArea } from "../../workbook/write";
import { type ApiClass, type ApiObject, type RangeRef, type WireContext, bind } from "../api-class";
import { ApiError, invalidArgument } from "../api-error";
import { WorkbookRefusal } from "../../workbook/types";
import { activateSheet } from "../../workbook/sheets";
import { geometryMethods } from "./range-geometry";
import { formatOf } from "./look";
import { areaOf, checkAllowed, checkWritable, sheetOf } from "./places";
import { RANGE_PROPERTIES, lookOf } from "./range-values";
import { RANGE_MORE_METHODS, RANGE_MORE_NAVIGATIONS } from "./range-more";

export const rangeObject = (range: RangeRef, context: WireContext): ApiObject => bind(rangeClass, range, context);

/** Selects areas of a sheet, which becomes the active one. */
export function select(range: RangeRef, context: WireContext): void {
  const { workbook } = context;
  const sheet = sheetOf(context, range);
  const area = areaOf(range);
  activateSheet(workbook, sheet);
  sheet.selection = [area];
  workbook.edit.tell({
    kind: "selection",
    sheet: sheet.id,
    address: areaAddress(area),
    source: workbook.edit.source(),
  });
}

const rangeClass: ApiClass<RangeRef> = {
  name: "Range",
  properties: RANGE_PROPERTIES,
  navigations: {
    Worksheet: (self, context) => context.classes.worksheet(sheetOf(context, self), context),
    Format: (self, context) => formatOf(lookOf(self), context),
    ...RANGE_MORE_NAVIGATIONS,
  },
  methods: {
    ...geometryMethods(rangeObject),
    ...RANGE_MORE_METHODS,
    Clear: (self, args, context) => {
      const sheet = sheetOf(context, self);
      const what = args.oneOf(0, ["All", "Contents", "Formats", "Hyperlinks", "RemoveHyperlinks"]);
      if (what === "Hyperlinks" || what === "RemoveHyperlinks") return;
      if (what === "Formats") checkAllowed(sheet, "allowFormatCells");
      else checkWritable(sheet, areaOf(self));
      clearArea(context.workbook, sheet, areaOf(self), what);
    },
    Insert: (self, args, context) => {
      const sheet = sheetOf(context, self);
      const area = areaOf(self);
      checkAllowed(
        sheet,
        isWholeRows(area) ? "allowInsertRows" : isWholeColumns(area) ? "allowInsertColumns" : undefined,
      );
      structural(() => insertCells(context.workbook, sheet, area, args.oneOf(0, ["Down", "Right"])));
      return rangeObject(context.range(sheet, area), context);
    },
    Delete: (self, args, context) => {
      const sheet = sheetOf(context, self);
      const area = areaOf(self);
      checkAllowed(
        sheet,
        isWholeRows(area) ? "allowDeleteRows" : isWholeColumns(area) ? "allowDeleteColumns" : undefined,
      );
      structural(() => deleteCells(context.workbook, sheet, area, args.oneOf(0, ["Up", "Left"])));
    },
    Merge: (self, args, context) => {
      const sheet = sheetOf(context, self);
      checkAllowed(sheet);
      mergeArea(context.workbook, sheet, areaOf(self), args.flag(0));
    },
    Unmerge: (self, _args, context) => {
      const sheet = sheetOf(context, self);
      checkAllowed(sheet);
      unmergeArea(context.workbook, sheet, areaOf(self));
    },
    Select: (self, _args, context) => select(self, context),
    // The library asks before it splits a large matrix into rows.
    _ValidateArraySize: (self, args) => {
      const { top, bottom, left, right } = areaOf(self);
      if (args.integer(0) !== bottom - top + 1 || args.integer(1) !== right - left + 1) throw invalidArgument();
    },
    Calculate: (_self, _args, context) => context.workbook.settle(),
    SetDirty: (_self, _args, context) => context.workbook.edit.meaningsChanged(),
  },
};

/** What the model refuses when cells move is a conflict to the API. */
function structural(run: () => void): void {
  try {
    run();
  } catch (error) {
    if (error instanceof WorkbookRefusal)
      throw new ApiError("InsertDeleteConflict", "The insert or delete operation attempted resulted in a conflict.");
    throw error;
  }
}
