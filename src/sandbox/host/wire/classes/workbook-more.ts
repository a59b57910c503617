/** What hangs on a Workbook. */

import { type ApiObject, type Args, type WireContext, bind } from "../api-class";
import { commentsClass } from "./comments";
import { documentPropertiesClass, settingsClass, xmlPartsClass } from "./document";
import { namesClass } from "./names";
import { workbookProtectionClass } from "./protection";
import { rangesObject } from "./range-areas";
import { tablesClass } from "./tables";

type Method = (self: null, args: Args, context: WireContext) => unknown;

export const WORKBOOK_MORE_METHODS: Readonly<Record<string, Method>> = {
  GetSelectedRanges: (_self, _args, context) => {
    const sheet = context.workbook.activeSheet();
    return rangesObject(sheet, sheet.selection, context);
  },
};

export const WORKBOOK_MORE_NAVIGATIONS: Readonly<Record<string, (self: null, context: WireContext) => ApiObject>> = {
  Comments: (_self, context) => bind(commentsClass, null, context),
  CustomXmlParts: (_self, context) => bind(xmlPartsClass, null, context),
  Names: (_self, context) => bind(namesClass, null, context),
  Properties: (_self, context) => bind(documentPropertiesClass, null, context),
  Protection: (_self, context) => bind(workbookProtectionClass, null, context),
  Settings: (_self, context) => bind(settingsClass, null, context),
  Tables: (_self, context) => bind(tablesClass, null, context),
};
