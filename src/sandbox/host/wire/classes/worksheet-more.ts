/** What hangs on a Worksheet. */

import { WHOLE_SHEET } from "../../workbook/area";
import { type ApiObject, type Args, type WireContext, bind } from "../api-class";
import { present } from "../api-error";
import { chartsClass } from "./charts";
import { commentsClass } from "./comments";
import { sheetPropertiesClass } from "./document";
import { namesClass } from "./names";
import { areaOf, sheetOf } from "./places";
import { sheetProtectionClass } from "./protection";
import { rangesFrom, rangesObject } from "./range-areas";
import { findCells } from "./range-more";
import { freezePanesClass, pageLayoutClass } from "./sheet-view";
import { tablesClass } from "./tables";
import { type SheetRef } from "./worksheet";

type Method = (self: SheetRef, args: Args, context: WireContext) => unknown;

const findAll: Method = (self, args, context): ApiObject | null => {
  const sheet = sheetOf(context, self);
  const { completeMatch, matchCase } = args.record(1);
  const criteria = { complete: completeMatch === true, matchCase: matchCase === true, backwards: false };
  const found = findCells(sheet, WHOLE_SHEET, args.text(0), criteria, context);
  return found.length > 0 ? rangesObject(sheet, found, context) : null;
};

export const SHEET_MORE_METHODS: Readonly<Record<string, Method>> = {
  GetRanges: (self, args, context) => {
    const sheet = sheetOf(context, self);
    const areas = args.at(0) === undefined ? [WHOLE_SHEET] : rangesFrom(context, args.at(0), sheet).map(areaOf);
    return rangesObject(sheet, areas, context);
  },
  FindAllOrNullObject: findAll,
  FindAll: (self, args, context) => present(findAll(self, args, context)),
};

export const SHEET_MORE_NAVIGATIONS: Readonly<Record<string, (self: SheetRef, context: WireContext) => ApiObject>> = {
  Charts: (self, context) => bind(chartsClass, self, context),
  Comments: (self, context) => bind(commentsClass, self, context),
  CustomProperties: (self, context) => bind(sheetPropertiesClass, self, context),
  FreezePanes: (self, context) => bind(freezePanesClass, self, context),
  Names: (self, context) => bind(namesClass, self, context),
  PageLayout: (self, context) => bind(pageLayoutClass, self, context),
  Protection: (self, context) => bind(sheetProtectionClass, self, context),
  Tables: (self, context) => bind(tablesClass, self, context),
};
