/**
 * The look of a column that is added beside a table, and taking it back.
 *
 * - Its cells take the look of a column of the table, row by row, by copying formats: setting lines side by side would
 *   also change those of the neighbours.
 * - A conditional format makes the words stand out by weight and slant. It is ours by its formula.
 * - A print area of one block that ends left of the column is widened; any other is the user's own idea.
 * - Before it is dressed a column is looked at in a round trip of its own, so that taking it back leaves what was there.
 */

import type { AddedColumn } from "../core/fill/assessment";
import { ASSESSMENT_LOOKS } from "../core/fill/assessment-look";
import { areaAddress, columnName } from "../core/table/grid";
import type { DressedColumn } from "../core/workbook/port";
import { assignFormat, columnPoints } from "./format";

/** How a column looked before it was dressed. */
export interface ColumnBefore {
  readonly width: { readonly isStandard: boolean; readonly points: number };
  /** Addresses of the print area, without the sheet's name; "" where there is none. */
  readonly printArea: string;
  readonly formats: readonly (readonly string[])[];
  readonly looks: readonly (readonly Excel.CellProperties[])[];
}

/** A column that was looked at before it is dressed. */
export type Dressed = DressedColumn & { readonly before: ColumnBefore };

const LOOK: Excel.CellPropertiesLoadOptions = {
  format: {
    fill: { color: true, pattern: true },
    font: { bold: true, color: true, italic: true, name: true, size: true, strikethrough: true, underline: true },
    borders: { color: true, style: true, weight: true },
    horizontalAlignment: true,
    indentLevel: true,
    verticalAlignment: true,
    wrapText: true,
  },
};

/** Asks in a batch how columns look; the answer can be read after the sync. */
export function askLooks(sheet: Excel.Worksheet, columns: readonly AddedColumn[]): () => readonly Dressed[] {
  const printArea = sheet.pageLayout.getPrintAreaOrNullObject().load("address");
  const asked = columns.map((column) => {
    const range = rangeOf(sheet, column).load("numberFormat");
    range.format.load("columnWidth,useStandardWidth");
    return { column, range, looks: range.getCellProperties(LOOK) };
  });
  return () =>
    asked.map(({ column, range, looks }) => ({
      ...column,
      before: {
        width: { isStandard: range.format.useStandardWidth, points: range.format.columnWidth },
        printArea: printArea.isNullObject ? "" : withoutSheet(printArea.address),
        formats: range.numberFormat as string[][],
        looks: looks.value,
      },
    }));
}

/** Gives columns the look of their table. Before their content is written: merging cells must not lose any. */
export function dress(sheet: Excel.Worksheet, columns: readonly Dressed[]) {
  for (const column of columns) {
    const range = rangeOf(sheet, column);
    range.copyFrom(rangeOf(sheet, { ...column, column: column.like }), "Formats");
    // Copying formats also copies merged cells and conditional formats, with the marks of findings among them.
    range.unmerge();
    range.conditionalFormats.clearAll();
    assignFormat(range, "General");
    if (column.merged) rangeOf(sheet, { ...column, ...column.merged }).merge();
    if (column.before.width.isStandard) range.format.columnWidth = columnPoints(column.width);
    for (const { word, bold, italic } of ASSESSMENT_LOOKS) {
      const { custom } = range.conditionalFormats.add("Custom");
      custom.rule.formula = wordRule(column, word);
      if (bold) custom.format.font.bold = true;
      if (italic) custom.format.font.italic = true;
    }
  }
  const [first] = columns;
  const wide = first && widened(first.before.printArea, columns);
  if (wide) sheet.pageLayout.setPrintArea(wide);
}

type Rules = ReturnType<ReturnType<typeof askRules>>;

/** Of columns that were dressed once, those that are no longer: none of the rules for their words is there. */
export function undressed(columns: readonly DressedColumn[], { formats }: Rules): readonly Dressed[] {
  return columns.filter(hasBefore).filter((column, at) => formats[at] && rulesOf(column, formats[at]).length === 0);
}

/** The conditional formats of ours in a column. */
function rulesOf(column: AddedColumn, { items }: Excel.ConditionalFormatCollection): Excel.ConditionalFormat[] {
  const rules = new Set(ASSESSMENT_LOOKS.map(({ word }) => wordRule(column, word)));
  return items.filter(
    ({ type, customOrNullObject: custom }) =>
      type === "Custom" && !custom.isNullObject && rules.has(custom.rule.formula),
  );
}

/** What taking the look of columns back must know of the sheet as it is now. */
export function askRules(sheet: Excel.Worksheet, columns: readonly DressedColumn[]) {
  const printArea = sheet.pageLayout.getPrintAreaOrNullObject().load("address");
  const formats = columns.map((column) =>
    rangeOf(sheet, column).conditionalFormats.load("items/id,items/type,items/customOrNullObject/rule/formula"),
  );
  return () => ({ printArea: printArea.isNullObject ? "" : withoutSheet(printArea.address), formats });
}

/** Gives columns the look that they had before they were dressed. */
export function undress(sheet: Excel.Worksheet, columns: readonly DressedColumn[], now: Rules): void {
  const dressed = columns.filter(hasBefore);
  dressed.forEach((column, at) => {
    const formats = now.formats[at];
    if (formats) for (const format of rulesOf(column, formats)) format.delete();
    const range = rangeOf(sheet, column);
    if (column.merged) rangeOf(sheet, { ...column, ...column.merged }).unmerge();
    range.clear("Formats");
    putLooks(sheet, column);
    if (column.before.width.isStandard) range.format.useStandardWidth = true;
  });
  const [first] = dressed;
  if (first && now.printArea === widened(first.before.printArea, dressed)) {
    sheet.pageLayout.setPrintArea(first.before.printArea);
  }
}

/** The looks that cells had, for runs of cells that looked alike; what a plain cell has needs no setting. */
function putLooks(sheet: Excel.Worksheet, column: Dressed): void {
  const { looks, formats } = column.before;
  const keys = looks.map(([look], row) => JSON.stringify([settable(look), formats[row]?.[0]]));
  let from = 0;
  keys.forEach((key, row) => {
    if (keys[row + 1] === key) return;
    const range = rangeOf(sheet, { ...column, top: column.top + from, bottom: column.top + row });
    const format = formats[row]?.[0];
    if (format !== undefined && format !== "General") assignFormat(range, format);
    range.setCellProperties(looks.slice(from, row + 1).map(([look]) => [settable(look)]));
    from = row + 1;
  });
}

function settable(look: Excel.CellProperties | undefined): Excel.SettableCellProperties {
  const { fill, borders, ...rest } = look?.format ?? {};
  const isFilled = fill?.pattern !== undefined && fill.pattern !== null && fill.pattern !== "None";
  const lines = Object.entries(borders ?? {}).filter(
    ([, line]) => (line as Excel.CellBorder | undefined)?.style !== "None",
  );
  return {
    format: {
      ...rest,
      ...(isFilled && fill.color !== undefined && { fill: { color: fill.color } }),
      ...(lines.length > 0 && { borders: Object.fromEntries(lines) }),
    },
  };
}

function hasBefore(column: DressedColumn): column is Dressed {
  return typeof column.before === "object" && column.before !== null && "looks" in column.before;
}

const rangeOf = (sheet: Excel.Worksheet, { column, top, bottom }: Pick<AddedColumn, "column" | "top" | "bottom">) =>
  sheet.getRange(areaAddress({ top, left: column, bottom, right: column }));

const wordRule = ({ column, top }: AddedColumn, word: string) => `=$${columnName(column)}${top + 1}="${word}"`;

const withoutSheet = (address: string) => address.replace(/(?:'(?:[^']|'')*'|[^,!']*)!/g, "");

/** A print area of one block that reaches the new columns; undefined where there is nothing to widen. */
function widened(printArea: string, columns: readonly AddedColumn[]): string | undefined {
  const [, left, top, right, bottom] = /^\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)$/.exec(printArea) ?? [];
  const last = columnName(Math.max(...columns.map(({ column }) => column)));
  if (left === undefined || right === undefined || !isLeftOf(right, last)) return undefined;
  return `${left}${top}:${last}${bottom}`;
}

const isLeftOf = (a: string, b: string) => a.length < b.length || (a.length === b.length && a < b);
