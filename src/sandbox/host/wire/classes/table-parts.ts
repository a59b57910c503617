/** A table's parts: TableColumn, TableRow and their collections. */

import { type Area } from "../../workbook/area";
import { cellAt, styleAt, valueAt } from "../../workbook/state";
import { deleteCells, insertCells } from "../../workbook/structure";
import { type Sheet, type Table } from "../../workbook/types";
import { setContent, tellEdited, tellLook } from "../../workbook/write";
import { type ApiClass, type ApiObject, type Args, type WireContext, asText, bind } from "../api-class";
import { invalidArgument, notFound, present } from "../api-error";
import { handedOver } from "../values";
import { checkAllowed } from "./places";
import { rangeObject } from "./range";
import { contentOf } from "./range-values";

/** A table, held by its id. */
export interface TableRef {
  readonly id: string;
}

export function findTable({ id }: TableRef, context: WireContext): { sheet: Sheet; table: Table } {
  for (const sheet of context.workbook.state.sheets) {
    const table = sheet.tables.find((one) => one.id === id);
    if (table) return { sheet, table };
  }
  throw notFound();
}

export function change(self: TableRef, context: WireContext, patch: Partial<Table> | null): void {
  const { sheet, table } = findTable(self, context);
  checkAllowed(sheet);
  context.workbook.edit.touch();
  sheet.tables = sheet.tables.flatMap((one) => (one !== table ? one : patch ? { ...one, ...patch } : []));
  context.workbook.edit.meaningsChanged();
  tellLook(context.workbook, sheet, table.area);
}

export const body = ({ area, showHeaders, showTotals }: Table): Area => ({
  ...area,
  top: area.top + (showHeaders ? 1 : 0),
  bottom: area.bottom - (showTotals ? 1 : 0),
});
export const header = ({ area }: Table): Area => ({ ...area, bottom: area.top });
export const totals = ({ area }: Table): Area => ({ ...area, top: area.bottom });

/** The part of a table, cut to one column where one is given. */
export const part =
  <T extends TableRef>(
    of: (table: Table) => Area,
    column: (self: T, table: Table) => number | undefined = () => undefined,
  ) =>
  (self: T, _args: Args, context: WireContext): ApiObject => {
    const { sheet, table } = findTable(self, context);
    const area = of(table);
    const at = column(self, table);
    const cut = at === undefined ? area : { ...area, left: area.left + at, right: area.left + at };
    return rangeObject(context.range(sheet, cut), context);
  };

interface PartRef extends TableRef {
  readonly index: number;
}

const values = (sheet: Sheet, area: Area): unknown[][] => {
  const rows: unknown[][] = [];
  for (let row = area.top; row <= area.bottom; row++)
    rows.push(
      Array.from({ length: area.right - area.left + 1 }, (_, at) => handedOver(valueAt(sheet, row, area.left + at))),
    );
  return rows;
};

function writeRows(sheet: Sheet, area: Area, written: unknown, context: WireContext): void {
  if (!Array.isArray(written)) throw invalidArgument();
  written.forEach((row: unknown, down) => {
    if (!Array.isArray(row) || row.length !== area.right - area.left + 1) throw invalidArgument();
    row.forEach((value: unknown, across) => {
      if (value === null) return;
      const [y, x] = [area.top + down, area.left + across];
      setContent(context.workbook, sheet, y, x, contentOf(value, "en-US", styleAt(sheet, y, x).numberFormat));
    });
  });
  tellEdited(context.workbook, sheet, area);
}

const columnName = (self: PartRef, context: WireContext): string => {
  const { sheet, table } = findTable(self, context);
  const value = cellAt(sheet, table.area.top, table.area.left + self.index)?.value ?? null;
  return table.showHeaders ? String(handedOver(value)) : `Column${self.index + 1}`;
};

const columnArea = (of: (table: Table) => Area, self: PartRef, context: WireContext): { sheet: Sheet; area: Area } => {
  const { sheet, table } = findTable(self, context);
  const area = of(table);
  return { sheet, area: { ...area, left: area.left + self.index, right: area.left + self.index } };
};

const index = (self: PartRef): number => self.index;

const columnClass: ApiClass<PartRef> = {
  name: "TableColumn",
  id: (self) => ({ Id: String(self.index + 1) }),
  properties: {
    Id: { get: (self) => self.index + 1 },
    Index: { get: index },
    Name: {
      get: columnName,
      set: (self, value, context) => {
        const { sheet, area } = columnArea(header, self, context);
        setContent(context.workbook, sheet, area.top, area.left, { value: asText(value) });
        context.workbook.edit.meaningsChanged();
        tellEdited(context.workbook, sheet, area);
      },
    },
    Values: {
      get: (self, context) => {
        const { sheet, area } = columnArea(({ area: whole }) => whole, self, context);
        return values(sheet, area);
      },
      set: (self, value, context) => {
        const { sheet, area } = columnArea(({ area: whole }) => whole, self, context);
        writeRows(sheet, area, value, context);
      },
    },
  },
  methods: {
    GetRange: part<PartRef>(({ area }) => area, index),
    GetDataBodyRange: part<PartRef>(body, index),
    GetHeaderRowRange: part<PartRef>(header, index),
    GetTotalRowRange: part<PartRef>(totals, index),
  },
};

export const columnsClass: ApiClass<TableRef> = {
  name: "TableColumnCollection",
  properties: { Count: { get: (self, context) => columnCount(self, context) } },
  items: (self, context) =>
    Array.from({ length: columnCount(self, context) }, (_, at) => bind(columnClass, { ...self, index: at }, context)),
  item: (self, args, context) => {
    return present(columnNamed(self, args, context));
  },
  methods: {
    GetCount: (self, _args, context) => columnCount(self, context),
    GetItemAt: (self, args, context) => {
      const at = args.integer(0);
      if (at < 0 || at >= columnCount(self, context)) throw notFound();
      return bind(columnClass, { ...self, index: at }, context);
    },
    GetItemOrNullObject: (self, args, context) => columnNamed(self, args, context),
  },
};

function columnCount(self: TableRef, context: WireContext): number {
  const { area } = findTable(self, context).table;
  return area.right - area.left + 1;
}

/** A column by its name, or by its id, which counts from 1. */
function columnNamed(self: TableRef, args: Args, context: WireContext): ApiObject | null {
  const key = args.text(0);
  for (let at = 0; at < columnCount(self, context); at++) {
    const column = { ...self, index: at };
    if (columnName(column, context).toLowerCase() === key.toLowerCase() || String(at + 1) === key)
      return bind(columnClass, column, context);
  }
  return null;
}

const rowArea = (self: PartRef, context: WireContext): { sheet: Sheet; area: Area } => {
  const { sheet, table } = findTable(self, context);
  const area = body(table);
  const row = area.top + self.index;
  if (row > area.bottom || self.index < 0) throw notFound();
  return { sheet, area: { ...area, top: row, bottom: row } };
};

const rowClass: ApiClass<PartRef> = {
  name: "TableRow",
  properties: {
    Index: { get: index },
    Values: {
      get: (self, context) => {
        const { sheet, area } = rowArea(self, context);
        return values(sheet, area);
      },
      set: (self, value, context) => {
        const { sheet, area } = rowArea(self, context);
        writeRows(sheet, area, value, context);
      },
    },
  },
  methods: {
    GetRange: (self, _args, context) => {
      const { sheet, area } = rowArea(self, context);
      return rangeObject(context.range(sheet, area), context);
    },
    Delete: (self, _args, context) => {
      const { sheet, area } = rowArea(self, context);
      deleteCells(context.workbook, sheet, area, "Up");
    },
  },
};

const rowCount = (self: TableRef, context: WireContext): number => {
  const area = body(findTable(self, context).table);
  return area.bottom - area.top + 1;
};

export const rowsClass: ApiClass<TableRef> = {
  name: "TableRowCollection",
  properties: { Count: { get: rowCount } },
  items: (self, context) =>
    Array.from({ length: rowCount(self, context) }, (_, at) => bind(rowClass, { ...self, index: at }, context)),
  methods: {
    GetCount: (self, _args, context) => rowCount(self, context),
    GetItemAt: (self, args, context) => bind(rowClass, { ...self, index: args.integer(0) }, context),
    Add: (self, args, context) => {
      const { sheet, table } = findTable(self, context);
      const area = body(table);
      const given = args.at(0);
      const at = typeof given === "number" && given >= 0 ? area.top + given : area.bottom + 1;
      const rows = args.at(1);
      const count = Array.isArray(rows) ? rows.length : 1;
      const room = { ...area, top: at, bottom: at + count - 1 };
      insertCells(context.workbook, sheet, room, "Down");
      const grown = findTable(self, context).table;
      // Rows put behind the last one do not widen the table by themselves.
      if (at > area.bottom) change(self, context, { area: { ...grown.area, bottom: table.area.bottom + count } });
      if (Array.isArray(rows)) writeRows(sheet, room, rows, context);
      return bind(rowClass, { ...self, index: at - area.top }, context);
    },
  },
};
