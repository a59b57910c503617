/** getCellProperties and its like: properties of many cells in one matrix, named as callers name them. */

import { type Area, cellArea, columnCount, rowCount } from "../../workbook/area";
import { type ApiObject, type Args, type RangeRef, type WireContext, asRecord } from "../api-class";
import { ApiError, invalidArgument } from "../api-error";
import { pascal } from "../member-names";
import { areaOf, isUnbounded, sheetOf } from "./places";
import { rangeObject } from "./range";

/** What cell properties call the sides of a cell. */
const SIDES: Readonly<Record<string, string>> = {
  top: "EdgeTop",
  bottom: "EdgeBottom",
  left: "EdgeLeft",
  right: "EdgeRight",
  horizontal: "InsideHorizontal",
  vertical: "InsideVertical",
  diagonalDown: "DiagonalDown",
  diagonalUp: "DiagonalUp",
};

/** The sides that one cell has. */
const CELL_SIDES = ["top", "bottom", "left", "right", "diagonalDown", "diagonalUp"] as const;

const child = (object: ApiObject, name: string): ApiObject | null =>
  object.className === "RangeBorderCollection" ? object.item([SIDES[name] ?? name]) : object.navigate(pascal(name));

const hasChild = (object: ApiObject, name: string): boolean =>
  object.className === "RangeBorderCollection" ? name in SIDES : object.has(pascal(name)) === "navigation";

function read(object: ApiObject, options: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  // What is asked of borders is asked of every side: `{ borders: { style: true } }`.
  if (object.className === "RangeBorderCollection" && Object.keys(options).every((name) => !(name in SIDES))) {
    for (const name of CELL_SIDES) result[name] = read(child(object, name)!, options);
    return result;
  }
  for (const [name, wanted] of Object.entries(options)) {
    if (wanted === null || wanted === false || wanted === undefined) continue;
    if (typeof wanted === "object") {
      const below = child(object, name);
      result[name] = below && read(below, asRecord(wanted));
    } else result[name] = object.get(pascal(name));
  }
  return result;
}

function write(object: ApiObject, properties: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined) continue;
    if (hasChild(object, name)) {
      const below = child(object, name);
      if (below) write(below, asRecord(value));
    } else object.set(pascal(name), value);
  }
}

function parts(area: Area, by: "cells" | "rows" | "columns"): Area[][] {
  if (by === "rows")
    return [
      Array.from({ length: rowCount(area) }, (_, at) => ({ ...area, top: area.top + at, bottom: area.top + at })),
    ];
  if (by === "columns")
    return [
      Array.from({ length: columnCount(area) }, (_, at) => ({ ...area, left: area.left + at, right: area.left + at })),
    ];
  return Array.from({ length: rowCount(area) }, (_, down) =>
    Array.from({ length: columnCount(area) }, (__, across) => cellArea(area.top + down, area.left + across)),
  );
}

const bounded = (area: Area): Area => {
  if (isUnbounded(area))
    throw new ApiError("RangeExceedsLimit", "The cell count in the range has exceeded the maximum supported number.");
  return area;
};

const getter =
  (by: "cells" | "rows" | "columns") =>
  (self: RangeRef, args: Args, context: WireContext): unknown => {
    const sheet = sheetOf(context, self);
    const options = args.record(0);
    const found = parts(bounded(areaOf(self)), by).map((line) =>
      line.map((area) => read(rangeObject({ kind: "range", sheet: sheet.id, area }, context), options)),
    );
    return by === "cells" ? found : found[0];
  };

const setter =
  (by: "cells" | "rows" | "columns") =>
  (self: RangeRef, args: Args, context: WireContext): void => {
    const sheet = sheetOf(context, self);
    const given = args.at(0);
    const lines = parts(bounded(areaOf(self)), by);
    const rows: readonly unknown[] = by === "cells" ? asArray(given) : [given];
    if (rows.length !== lines.length) throw invalidArgument();
    lines.forEach((line, at) => {
      const row = asArray(rows[at]);
      if (row.length !== line.length) throw invalidArgument();
      line.forEach((area, index) =>
        write(rangeObject({ kind: "range", sheet: sheet.id, area }, context), asRecord(row[index])),
      );
    });
  };

function asArray(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw invalidArgument();
  return value;
}

export const CELL_PROPERTY_METHODS = {
  GetCellProperties: getter("cells"),
  GetRowProperties: getter("rows"),
  GetColumnProperties: getter("columns"),
  SetCellProperties: setter("cells"),
  SetRowProperties: setter("rows"),
  SetColumnProperties: setter("columns"),
} as const;
