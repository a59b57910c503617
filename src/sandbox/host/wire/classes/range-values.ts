/** What a Range says of its cells, and how it is written: values, formulas, texts, number formats. */

import { type Area, cellArea, columnCount, isWholeColumns, isWholeRows, rowCount } from "../../workbook/area";
import { type TypedContent, formulaToLocal, readTyped } from "../../workbook/input";
import { formatValue } from "../../workbook/number-format";
import { columnWidth, fullAddress, isCovered, rowHeight, styleAt } from "../../workbook/state";
import { type Cell, type InputLocale, type Sheet } from "../../workbook/types";
import { patchStyle, setContent, setLines, tellEdited } from "../../workbook/write";
import { type Property, type RangeRef, type WireContext, asFlag, asText } from "../api-class";
import { ApiError, invalidArgument } from "../api-error";
import { handedOver, valueType } from "../values";
import { type LookTarget, agreed, patchAreas } from "./look-target";
import { areaOf, checkAllowed, checkWritable, isUnbounded, sheetOf } from "./places";

/** A matrix of something of each cell; null for whole columns and the like, as Excel has it for unbounded ranges. */
function matrix<T>(
  sheet: Sheet,
  area: Area,
  of: (cell: Cell | undefined, row: number, column: number) => T,
): T[][] | null {
  if (isUnbounded(area)) return null;
  const width = columnCount(area);
  return Array.from({ length: rowCount(area) }, (_, down) => {
    const row = area.top + down;
    const cells = sheet.rows[row];
    return Array.from({ length: width }, (_, across) => {
      const column = area.left + across;
      return of(cells?.[column], row, column);
    });
  });
}

/** Reads something of each cell of a range. */
const reader =
  (of: (cell: Cell | undefined, row: number, column: number, sheet: Sheet, context: WireContext) => unknown) =>
  (range: RangeRef, context: WireContext): unknown => {
    const sheet = sheetOf(context, range);
    return matrix(sheet, areaOf(range), (cell, row, column) => of(cell, row, column, sheet, context));
  };

/** Calls back with what is written to each cell: one thing for all, or a matrix of the range's own size. */
function eachWritten(area: Area, written: unknown, write: (row: number, column: number, value: unknown) => void): void {
  if (!Array.isArray(written)) {
    if (isUnbounded(area))
      throw new ApiError("RangeExceedsLimit", "The cell count in the range has exceeded the maximum supported number.");
    for (let row = area.top; row <= area.bottom; row++)
      for (let column = area.left; column <= area.right; column++) write(row, column, written);
    return;
  }
  const rows: unknown[] = written;
  const width = columnCount(area);
  if (rows.length !== rowCount(area) || rows.some((row) => !Array.isArray(row) || row.length !== width))
    throw invalidArgument(
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    );
  rows.forEach((row, down) =>
    (row as readonly unknown[]).forEach((value, across) => write(area.top + down, area.left + across, value)),
  );
}

/** What a written value becomes. A text is read as if it were typed into an English Excel. */
export function contentOf(value: unknown, locale: InputLocale, numberFormat: string): TypedContent {
  if (typeof value === "string") return readTyped(value, locale, numberFormat);
  if (typeof value === "boolean") return { value };
  if (typeof value === "number" && Number.isFinite(value))
    // A cell of format Text holds texts only.
    return { value: numberFormat === "@" ? String(value) : value };
  throw invalidArgument();
}

function writeContents(range: RangeRef, written: unknown, context: WireContext, locale: InputLocale): void {
  const { workbook } = context;
  const sheet = sheetOf(context, range);
  const area = areaOf(range);
  checkWritable(sheet, area);
  const before = sheet.rows[area.top]?.[area.left]?.value ?? null;
  eachWritten(area, written, (row, column, value) => {
    // null leaves the cell as it is, as the documentation says; so does what a merged cell covers.
    if (value === null || value === undefined || isCovered(sheet, row, column)) return;
    setContent(workbook, sheet, row, column, contentOf(value, locale, styleAt(sheet, row, column).numberFormat));
  });
  workbook.settle();
  tellEdited(workbook, sheet, area, before);
}

const writer =
  (locale: (context: WireContext) => InputLocale) =>
  (range: RangeRef, written: unknown, context: WireContext): void =>
    writeContents(range, written, context, locale(context));

const formula = (cell: Cell | undefined): unknown => cell?.formula ?? handedOver(cell?.value ?? null);

const areHidden = (sheet: Sheet, area: Area, axis: "rows" | "columns"): boolean | null => {
  const lines = axis === "rows" ? sheet.rowLines : sheet.columnLines;
  const [from, to] = axis === "rows" ? [area.top, area.bottom] : [area.left, area.right];
  let hidden = 0;
  for (const [at, line] of lines) if (line.hidden && at >= from && at <= to) hidden++;
  return hidden === 0 ? false : hidden === to - from + 1 ? true : null;
};

/** A range as what has a look. */
export const lookOf = (range: RangeRef): LookTarget => ({
  sheet: (context) => sheetOf(context, range),
  areas: () => [areaOf(range)],
});

const hiding = (axis: "rows" | "columns"): Property<RangeRef> => ({
  get: (range, context) => areHidden(sheetOf(context, range), areaOf(range), axis),
  set: (range, value, context) => {
    const sheet = sheetOf(context, range);
    checkAllowed(sheet, axis === "rows" ? "allowFormatRows" : "allowFormatColumns");
    setLines(context.workbook, sheet, axis, areaOf(range), { hidden: asFlag(value) });
  },
});

function sum(sizeOf: (sheet: Sheet, at: number) => number, sheet: Sheet, from: number, to: number): number {
  let total = 0;
  for (let at = from; at <= to; at++) total += sizeOf(sheet, at);
  return total;
}

const size = (of: (sheet: Sheet, area: Area) => number): Property<RangeRef> => ({
  get: (range, context) => of(sheetOf(context, range), areaOf(range)),
});

const place = (of: (area: Area) => unknown): Property<RangeRef> => ({ get: (range) => of(areaOf(range)) });

const numberFormat = (): Property<RangeRef> => ({
  get: reader((_cell, row, column, sheet) => styleAt(sheet, row, column).numberFormat),
  set: (range, written, context) => {
    const sheet = sheetOf(context, range);
    const area = areaOf(range);
    checkAllowed(sheet, "allowFormatCells");
    if (!Array.isArray(written)) {
      patchStyle(context.workbook, sheet, area, { numberFormat: asText(written) });
      return;
    }
    eachWritten(area, written, (row, column, format) => {
      if (format === null || format === undefined) return;
      if (styleAt(sheet, row, column).numberFormat === format) return;
      patchStyle(context.workbook, sheet, cellArea(row, column), { numberFormat: asText(format) });
    });
  },
});

export const RANGE_PROPERTIES: Readonly<Record<string, Property<RangeRef>>> = {
  Values: { get: reader((cell) => handedOver(cell?.value ?? null)), set: writer(() => "en-US") },
  Formulas: { get: reader(formula), set: writer(() => "en-US") },
  FormulasLocal: {
    get: reader((cell, _row, _column, _sheet, { locale }) =>
      cell?.formula === undefined ? formula(cell) : formulaToLocal(cell.formula, locale),
    ),
    set: writer(({ locale }) => locale),
  },
  Text: {
    // A column too narrow shows ####, which depends on fonts: here a text always has room.
    get: reader((cell, row, column, sheet, { locale }) =>
      formatValue(cell?.value ?? null, styleAt(sheet, row, column).numberFormat, locale),
    ),
  },
  ValueTypes: { get: reader((cell) => valueType(cell?.value ?? null)) },
  NumberFormat: numberFormat(),
  NumberFormatLocal: numberFormat(),
  Address: { get: (range, context) => fullAddress(sheetOf(context, range), areaOf(range)) },
  AddressLocal: { get: (range, context) => fullAddress(sheetOf(context, range), areaOf(range)) },
  RowIndex: place(({ top }) => top),
  ColumnIndex: place(({ left }) => left),
  RowCount: place(rowCount),
  ColumnCount: place(columnCount),
  // -1 beyond 2^31 - 1, as the documentation says.
  CellCount: place((area) => {
    const count = rowCount(area) * columnCount(area);
    return count > 2 ** 31 - 1 ? -1 : count;
  }),
  IsEntireColumn: place(isWholeColumns),
  IsEntireRow: place(isWholeRows),
  RowHidden: hiding("rows"),
  ColumnHidden: hiding("columns"),
  Hidden: {
    get: (range, context) => {
      const [sheet, area] = [sheetOf(context, range), areaOf(range)];
      const [rows, columns] = [areHidden(sheet, area, "rows"), areHidden(sheet, area, "columns")];
      return rows === true || columns === true ? true : rows === false && columns === false ? false : null;
    },
  },
  HasSpill: {
    get: (range, context) => {
      const flags =
        matrix(sheetOf(context, range), areaOf(range), (cell) => cell?.spilledFrom !== undefined)?.flat() ?? [];
      return flags.every((flag) => flag) ? true : flags.some((flag) => flag) ? null : false;
    },
  },
  Style: {
    get: (range, context) => agreed(lookOf(range), context, ({ styleName }) => styleName),
    set: (range, value, context) => patchAreas(lookOf(range), context, { styleName: asText(value) }),
  },
  Top: size((sheet, { top }) => sum(rowHeight, sheet, 0, top - 1)),
  Left: size((sheet, { left }) => sum(columnWidth, sheet, 0, left - 1)),
  Height: size((sheet, { top, bottom }) => sum(rowHeight, sheet, top, bottom)),
  Width: size((sheet, { left, right }) => sum(columnWidth, sheet, left, right)),
};
