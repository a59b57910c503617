/** Finding cells within a Range: by kind, by their words, and replacing these. */

import { type Area, cellArea, intersection } from "../../workbook/area";
import { readTyped } from "../../workbook/input";
import { formatValue } from "../../workbook/number-format";
import { cellAt, extentOf, holdsContent, styleAt } from "../../workbook/state";
import { type Cell, type Sheet } from "../../workbook/types";
import { setContent, tellEdited } from "../../workbook/write";
import { type ApiObject, type Args, type RangeRef, type WireContext } from "../api-class";
import { invalidArgument, present } from "../api-error";
import { areaOf, checkWritable, cutTo, isUnbounded, sheetOf } from "./places";
import { rangeObject } from "./range";
import { rectangles, rangesObject } from "./range-areas";

type Method = (self: RangeRef, args: Args, context: WireContext) => unknown;

/** An area cut to the cells that are there, for walks over whole columns. */
const walked = (sheet: Sheet, area: Area): Area | undefined => {
  const { rows, columns } = extentOf(sheet);
  return intersection(area, { top: 0, left: 0, bottom: Math.max(0, rows - 1), right: Math.max(0, columns - 1) });
};

function cellsWhere(
  sheet: Sheet,
  area: Area,
  test: (cell: Cell | undefined, row: number, column: number) => boolean,
): Area[] {
  const cells: { row: number; column: number }[] = [];
  const within = isUnbounded(area) ? walked(sheet, area) : area;
  if (!within) return [];
  for (let row = within.top; row <= within.bottom; row++)
    for (let column = within.left; column <= within.right; column++)
      if (test(cellAt(sheet, row, column), row, column)) cells.push({ row, column });
  return rectangles(cells);
}

/** Whether a value is one of the kinds that a word such as `LogicalText` names. */
function isOfKind(cell: Cell | undefined, kinds: string): boolean {
  const value = cell?.value ?? null;
  if (kinds === "All") return true;
  if (typeof value === "number") return kinds.includes("Numbers");
  if (typeof value === "string") return kinds.includes("Text");
  if (typeof value === "boolean") return kinds.includes("Logical");
  return value !== null && kinds.includes("Errors");
}

function specialCells(self: RangeRef, args: Args, context: WireContext): ApiObject | null {
  const sheet = sheetOf(context, self);
  const area = areaOf(self);
  const kinds = args.textOr(1, "All");
  const find = (): readonly Area[] => {
    switch (args.text(0)) {
      case "Blanks": {
        // As Ctrl + G in Excel: only within what is used.
        const used = walked(sheet, area);
        return used ? cellsWhere(sheet, used, (cell) => !holdsContent(cell)) : [];
      }
      case "Constants":
        return cellsWhere(
          sheet,
          area,
          (cell) =>
            cell !== undefined &&
            cell.value !== null &&
            cell.formula === undefined &&
            !cell.spilledFrom &&
            isOfKind(cell, kinds),
        );
      case "Formulas":
        return cellsWhere(sheet, area, (cell) => cell?.formula !== undefined && isOfKind(cell, kinds));
      case "Visible":
        return cellsWhere(
          sheet,
          area,
          (_cell, row, column) => !sheet.rowLines.get(row)?.hidden && !sheet.columnLines.get(column)?.hidden,
        );
      case "ConditionalFormats":
        return sheet.conditionalFormats.flatMap(({ areas }) => cutTo(areas, area));
      case "DataValidations":
        return sheet.validations.flatMap(({ areas }) => cutTo(areas, area));
      default:
        throw invalidArgument();
    }
  };
  const areas = find();
  return areas.length > 0 ? rangesObject(sheet, areas, context) : null;
}

interface Criteria {
  readonly complete: boolean;
  readonly matchCase: boolean;
  readonly backwards: boolean;
}

const criteriaOf = (args: Args, at: number): Criteria => {
  const given = args.record(at);
  return {
    complete: given["completeMatch"] === true,
    matchCase: given["matchCase"] === true,
    backwards: given["searchDirection"] === "Backwards",
  };
};

/** Cells whose shown text has the words, in reading order; `*` and `?` stand for any letters, as in Excel. */
export function findCells(
  sheet: Sheet,
  area: Area,
  text: string,
  { complete, matchCase }: Criteria,
  context: WireContext,
): Area[] {
  if (text === "") throw invalidArgument();
  const pattern = text
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/~([*?~])|\*|\?/g, (all, escaped?: string) =>
      escaped === undefined ? (all === "*" ? ".*" : ".") : `\\${escaped}`,
    );
  const wanted = new RegExp(complete ? `^${pattern}$` : pattern, matchCase ? "su" : "sui");
  const within = walked(sheet, area);
  if (!within) return [];
  const found: Area[] = [];
  for (let row = within.top; row <= within.bottom; row++)
    for (let column = within.left; column <= within.right; column++) {
      const cell = cellAt(sheet, row, column);
      const value = cell?.value ?? null;
      if (!cell || value === null) continue;
      if (wanted.test(formatValue(value, cell.style.numberFormat, context.locale))) found.push(cellArea(row, column));
    }
  return found;
}

const findOne = (self: RangeRef, args: Args, context: WireContext): ApiObject | null => {
  const sheet = sheetOf(context, self);
  const criteria = criteriaOf(args, 1);
  const found = findCells(sheet, areaOf(self), args.text(0), criteria, context);
  const first = criteria.backwards ? found.at(-1) : found[0];
  return first ? rangeObject(context.range(sheet, first), context) : null;
};

export const SEARCH_METHODS: Readonly<Record<string, Method>> = {
  GetSpecialCells: (self, args, context) => present(specialCells(self, args, context)),
  GetSpecialCellsOrNullObject: specialCells,
  Find: (self, args, context) => present(findOne(self, args, context)),
  FindOrNullObject: findOne,
  ReplaceAll: (self, args, context) => {
    const sheet = sheetOf(context, self);
    const criteria = criteriaOf(args, 2);
    checkWritable(sheet, areaOf(self));
    const [text, replacement] = [args.text(0), args.text(1)];
    const found = findCells(sheet, areaOf(self), text, criteria, context);
    for (const { top, left } of found) {
      const cell = cellAt(sheet, top, left)!;
      const before = cell.formula ?? formatValue(cell.value, "General", "en-US");
      const pattern = text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      const after = before.replace(new RegExp(pattern, criteria.matchCase ? "gu" : "giu"), () => replacement);
      setContent(context.workbook, sheet, top, left, readTyped(after, "en-US", styleAt(sheet, top, left).numberFormat));
    }
    if (found.length > 0) tellEdited(context.workbook, sheet, areaOf(self));
    return found.length;
  },
};
