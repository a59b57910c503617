/** WorksheetProtection and WorkbookProtection. */

import { type ApiClass, type WireContext } from "../api-class";
import { ApiError, accessDenied } from "../api-error";
import { sheetOf } from "./places";
import { type SheetRef } from "./worksheet";

/** What a protected sheet lets users do when nothing else is said. */
const DEFAULT_OPTIONS: Readonly<Record<string, unknown>> = {
  allowAutoFilter: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertHyperlinks: false,
  allowInsertRows: false,
  allowPivotTables: false,
  allowSort: false,
  selectionMode: "Normal",
};

const already = (): ApiError =>
  new ApiError("InvalidOperation", "The sheet is protected already. Unprotect it before you protect it again.");

const tell = ({ workbook: { edit } }: WireContext, sheet: string): void =>
  edit.tell({ kind: "protection", sheet, source: edit.source() });

/** Of a workbook's structure Excel tells no event. */
const tellOfStructure = ({ workbook: { edit } }: WireContext): void =>
  edit.tell({ kind: "document", source: edit.source() });

export const sheetProtectionClass: ApiClass<SheetRef> = {
  name: "WorksheetProtection",
  properties: {
    Protected: { get: (self, context) => sheetOf(context, self).protection !== null },
    Options: { get: (self, context) => sheetOf(context, self).protection?.options ?? null },
  },
  methods: {
    Protect: (self, args, context) => {
      const sheet = sheetOf(context, self);
      // Excel throws here too; callers load `protected` first.
      if (sheet.protection) throw already();
      context.workbook.edit.touch();
      sheet.protection = {
        password: args.textOr(1, ""),
        options: {
          ...DEFAULT_OPTIONS,
          ...Object.fromEntries(Object.entries(args.record(0)).filter(([, value]) => value !== null)),
        },
      };
      tell(context, sheet.id);
    },
    Unprotect: (self, args, context) => {
      const sheet = sheetOf(context, self);
      if (!sheet.protection) return;
      if (sheet.protection.password !== "" && sheet.protection.password !== args.textOr(0, "")) throw accessDenied();
      context.workbook.edit.touch();
      sheet.protection = null;
      tell(context, sheet.id);
    },
  },
};

export const workbookProtectionClass: ApiClass<null> = {
  name: "WorkbookProtection",
  properties: { Protected: { get: (_self, { workbook: { state } }) => state.protection !== null } },
  methods: {
    Protect: (_self, args, context) => {
      const { state, edit } = context.workbook;
      if (state.protection) throw already();
      edit.touch();
      state.protection = { password: args.textOr(0, ""), options: {} };
      tellOfStructure(context);
    },
    Unprotect: (_self, args, context) => {
      const { state, edit } = context.workbook;
      if (!state.protection) return;
      if (state.protection.password !== "" && state.protection.password !== args.textOr(0, "")) throw accessDenied();
      edit.touch();
      state.protection = null;
      tellOfStructure(context);
    },
  },
};
