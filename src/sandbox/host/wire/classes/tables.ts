/** Table and its collections: of the workbook, of a sheet, of a range. */

import { intersection, includes } from "../../workbook/area";
import { deleteCells } from "../../workbook/structure";
import { type Table } from "../../workbook/types";
import { tellLook } from "../../workbook/write";
import {
  type ApiClass,
  type ApiObject,
  type Args,
  type Property,
  type RangeRef,
  type WireContext,
  asFlag,
  asText,
  bind,
} from "../api-class";
import { ApiError, present } from "../api-error";
import { areaOf, checkAllowed, rangeFrom, sheetOf } from "./places";
import { rangeObject } from "./range";
import { type TableRef, body, change, columnsClass, findTable, header, part, rowsClass, totals } from "./table-parts";
import { type SheetRef } from "./worksheet";

const flag = (name: keyof Table): Property<TableRef> => ({
  get: (self, context) => findTable(self, context).table[name],
  set: (self, value, context) => change(self, context, { [name]: asFlag(value) }),
});

const tableClass: ApiClass<TableRef> = {
  name: "Table",
  id: ({ id }) => ({ Id: id }),
  properties: {
    Id: { get: ({ id }) => id },
    LegacyId: { get: ({ id }) => id },
    Name: {
      get: (self, context) => findTable(self, context).table.name,
      set: (self, value, context) => change(self, context, { name: asText(value) }),
    },
    Style: {
      get: (self, context) => findTable(self, context).table.style,
      set: (self, value, context) => change(self, context, { style: asText(value) }),
    },
    ShowHeaders: { get: (self, context) => findTable(self, context).table.showHeaders },
    ShowTotals: { get: (self, context) => findTable(self, context).table.showTotals },
    ShowBandedRows: flag("showBandedRows"),
    ShowBandedColumns: flag("showBandedColumns"),
    ShowFilterButton: flag("showFilterButton"),
    HighlightFirstColumn: flag("highlightFirstColumn"),
    HighlightLastColumn: flag("highlightLastColumn"),
  },
  navigations: {
    Columns: (self, context) => bind(columnsClass, self, context),
    Rows: (self, context) => bind(rowsClass, self, context),
    Worksheet: (self, context) => context.classes.worksheet(findTable(self, context).sheet, context),
  },
  methods: {
    GetRange: part(({ area }) => area),
    GetDataBodyRange: part(body),
    GetHeaderRowRange: part(header),
    GetTotalRowRange: part(totals),
    Delete: (self, _args, context) => {
      const { sheet, table } = findTable(self, context);
      change(self, context, null);
      deleteCells(context.workbook, sheet, table.area, "Up");
    },
    ConvertToRange: (self, _args, context) => {
      const { sheet, table } = findTable(self, context);
      change(self, context, null);
      return rangeObject(context.range(sheet, table.area), context);
    },
    Resize: (self, args, context) => {
      const { sheet } = findTable(self, context);
      change(self, context, { area: areaOf(rangeFrom(context, args.at(0), sheet)) });
    },
  },
};

/** The tables of the workbook (null), of a sheet, or of a range. */
type Scope = null | SheetRef | { readonly tables: readonly string[] };

const inScope = (scope: Scope, context: WireContext): Table[] => {
  if (scope === null) return context.workbook.state.sheets.flatMap(({ tables }) => tables);
  if ("sheet" in scope) return [...sheetOf(context, scope).tables];
  return scope.tables.map((id) => findTable({ id }, context).table);
};

const find = (scope: Scope, args: Args, context: WireContext): ApiObject | null => {
  const key = args.text(0).toLowerCase();
  const table = inScope(scope, context).find(({ id, name }) => id.toLowerCase() === key || name.toLowerCase() === key);
  return table ? bind(tableClass, { id: table.id }, context) : null;
};

export const tablesClass: ApiClass<Scope> = {
  name: "TableCollection",
  properties: { Count: { get: (scope, context) => inScope(scope, context).length } },
  items: (scope, context) => inScope(scope, context).map(({ id }) => bind(tableClass, { id }, context)),
  item: (scope, args, context) => {
    return present(find(scope, args, context));
  },
  methods: {
    GetCount: (scope, _args, context) => inScope(scope, context).length,
    GetItemOrNullObject: find,
    GetItemAt: (scope, args, context) => {
      return bind(tableClass, { id: present(inScope(scope, context)[args.integer(0)]).id }, context);
    },
    Add: (scope, args, context) => {
      const home = scope !== null && "sheet" in scope ? sheetOf(context, scope) : context.workbook.activeSheet();
      const range = rangeFrom(context, args.at(0), home);
      const sheet = sheetOf(context, range);
      const area = areaOf(range);
      const overlaps =
        sheet.tables.some((table) => intersection(table.area, area)) ||
        sheet.merges.some((merge) => intersection(merge, area));
      if (overlaps) throw new ApiError("InvalidOperation", "A table cannot overlap another one or merged cells.");
      checkAllowed(sheet);
      context.workbook.edit.touch();
      const all = inScope(null, context);
      let number = all.length + 1;
      while (all.some(({ name }) => name === `Table${number}`)) number++;
      const table: Table = {
        id: context.workbook.newId("table"),
        name: `Table${number}`,
        area,
        showHeaders: args.flag(1),
        showTotals: false,
        style: "TableStyleMedium2",
        showBandedRows: true,
        showBandedColumns: false,
        showFilterButton: true,
        highlightFirstColumn: false,
        highlightLastColumn: false,
      };
      sheet.tables = [...sheet.tables, table];
      context.workbook.edit.meaningsChanged();
      tellLook(context.workbook, sheet, area);
      return bind(tableClass, { id: table.id }, context);
    },
  },
};

/** The tables of a range: those wholly in it, or those that it touches. */
export function tablesOf(range: RangeRef, wholly: boolean, context: WireContext): ApiObject {
  const area = areaOf(range);
  const tables = sheetOf(context, range)
    .tables.filter((table) => (wholly ? includes(area, table.area) : intersection(area, table.area)))
    .map(({ id }) => id);
  return bind(tablesClass, { tables }, context);
}
