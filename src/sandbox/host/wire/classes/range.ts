/** Range: a rectangle of cells. */

import { areaAddress, columnCount, intersection, isWholeColumns, isWholeRows, rowCount } from "../../workbook/area";
import { copyArea, targetOfCopy } from "../../workbook/copy";
import { activateSheet } from "../../workbook/sheets";
import { sortArea } from "../../workbook/sort";
import { deleteCells, insertCells } from "../../workbook/structure";
import { WorkbookRefusal } from "../../workbook/types";
import { mergeArea, unmergeArea } from "../../workbook/write";
import { type ApiClass, type ApiObject, type RangeRef, type WireContext, asNumber, asRecord, bind } from "../api-class";
import { ApiError, invalidArgument } from "../api-error";
import { CELL_PROPERTY_METHODS } from "./cell-properties";
import { conditionalFormatsOf } from "./conditional-formats";
import { validationOf } from "./data-validation";
import { formatOf } from "./look";
import { areaOf, checkAllowed, checkWritable, rangeFrom, sheetOf } from "./places";
import { clearAreas, rangesObject } from "./range-areas";
import { geometryMethods } from "./range-geometry";
import { SEARCH_METHODS } from "./range-search";
import { RANGE_PROPERTIES, lookOf } from "./range-values";
import { tablesOf } from "./tables";

export const rangeObject = (range: RangeRef, context: WireContext): ApiObject => bind(rangeClass, range, context);

/** Selects an area of a sheet, which becomes the active one. */
function select(range: RangeRef, context: WireContext): void {
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

const sortClass: ApiClass<RangeRef> = {
  name: "RangeSort",
  methods: {
    Apply: (self, args, context) => {
      const sheet = sheetOf(context, self);
      if (sheet.protection) {
        checkAllowed(sheet, "allowSort");
        checkWritable(sheet, areaOf(self));
      }
      const fields = args.at(0);
      if (!Array.isArray(fields) || fields.length === 0) throw invalidArgument();
      sortArea(context.workbook, sheet, areaOf(self), {
        fields: fields.map((field: unknown) => {
          const { key, ascending } = asRecord(field);
          return { key: asNumber(key), ascending: ascending !== false };
        }),
        matchCase: args.flag(1),
        hasHeaders: args.flag(2),
        byColumns: args.oneOf(3, ["Rows", "Columns"]) === "Columns",
      });
    },
  },
};

const rangeClass: ApiClass<RangeRef> = {
  name: "Range",
  properties: RANGE_PROPERTIES,
  navigations: {
    Worksheet: (self, context) => context.classes.worksheet(sheetOf(context, self), context),
    Format: (self, context) => formatOf(lookOf(self), context),
    ConditionalFormats: (self, context) => conditionalFormatsOf(lookOf(self), context),
    DataValidation: (self, context) => validationOf(lookOf(self), context),
    Sort: (self, context) => bind(sortClass, self, context),
  },
  methods: {
    ...geometryMethods(rangeObject),
    ...CELL_PROPERTY_METHODS,
    ...SEARCH_METHODS,
    Clear: (self, args, context) => clearAreas(sheetOf(context, self), [areaOf(self)], args, context),
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
    GetMergedAreasOrNullObject: (self, _args, context) => {
      const sheet = sheetOf(context, self);
      const areas = sheet.merges.filter((merge) => intersection(merge, areaOf(self)));
      return areas.length > 0 ? rangesObject(sheet, areas, context) : null;
    },
    CopyFrom: (self, args, context) => {
      const sheet = sheetOf(context, self);
      const source = rangeFrom(context, args.at(0), sheet);
      const what = args.oneOf(1, ["All", "Formulas", "Values", "Formats"]);
      const [from, transpose] = [sheetOf(context, source), args.flag(3)];
      checkWritable(sheet, targetOfCopy(from, areaOf(source), areaOf(self), transpose));
      const copying = { what, skipBlanks: args.flag(2), transpose };
      copyArea(context.workbook, from, areaOf(source), sheet, areaOf(self), copying);
    },
    GetTables: (self, args, context) => tablesOf(self, args.flag(0), context),
    Select: (self, _args, context) => select(self, context),
    // The library asks before it splits a large matrix into rows.
    _ValidateArraySize: (self, args) => {
      const area = areaOf(self);
      if (args.integer(0) !== rowCount(area) || args.integer(1) !== columnCount(area)) throw invalidArgument();
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
