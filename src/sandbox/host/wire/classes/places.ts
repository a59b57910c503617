/** From addresses and held ranges to sheets and areas, and back. */

import { type Area, intersection, parseArea, splitSheet } from "../../workbook/area";
import { holdsLocked } from "../../workbook/state";
import { type Sheet } from "../../workbook/types";
import { type RangeRef, type WireContext, isApiObject, isRangeRef } from "../api-class";
import { ApiError, accessDenied, invalidArgument, present } from "../api-error";

/** Excel refuses to hand over more cells than this at once. */
const MOST_CELLS = 5_000_000;

export function sheetOf(context: WireContext, { sheet }: { readonly sheet: string }): Sheet {
  return present(context.workbook.sheet(sheet));
}

export function areaOf(range: RangeRef): Area {
  if (!range.area) throw new ApiError("InvalidReference", "This reference is not valid for the current operation.");
  return range.area;
}

/** Whether only walking over the cells that are there makes sense, as with whole columns. */
export const isUnbounded = (area: Area): boolean =>
  (area.bottom - area.top + 1) * (area.right - area.left + 1) > MOST_CELLS;

/** A range from what callers may give for one: a Range, or an address, on this sheet where it names none. */
export function rangeFrom(context: WireContext, value: unknown, home?: Sheet): RangeRef {
  if (isApiObject(value) && isRangeRef(value.self)) return value.self;
  if (typeof value !== "string") throw invalidArgument();
  const found = findArea(context, value, home);
  if (!found) throw invalidArgument();
  return context.range(found.sheet, found.area);
}

/** The area of an address or a defined name. */
export function findArea(
  context: WireContext,
  address: string,
  home: Sheet | undefined,
): { sheet: Sheet; area: Area } | undefined {
  const { sheet: named, rest } = splitSheet(address.replace(/^=/, ""));
  const sheet = named === undefined ? home : context.workbook.sheetNamed(named);
  if (!sheet) return undefined;
  const area = parseArea(rest);
  if (area) return { sheet, area };
  const isIt = (item: { readonly name: string }) => item.name.toLowerCase() === rest.toLowerCase();
  const name = sheet.names.find(isIt) ?? context.workbook.state.names.find(isIt);
  if (name) return findArea(context, name.formula, undefined);
  const table = sheet.tables.find(isIt);
  return table && { sheet, area: { ...table.area, top: table.area.top + (table.showHeaders ? 1 : 0) } };
}

/** Refuses to write where the sheet's protection does. */
export function checkWritable(sheet: Sheet, area: Area): void {
  if (sheet.protection && holdsLocked(sheet, area)) throw accessDenied();
}

/** Refuses what a protected sheet allows only where its option says so; without an option it never does. */
export function checkAllowed(sheet: Sheet, option?: string): void {
  if (sheet.protection && (option === undefined || sheet.protection.options[option] !== true)) throw accessDenied();
}

/** The areas of the list that share cells with one, cut to it. */
export const cutTo = (areas: readonly Area[], area: Area): Area[] =>
  areas.flatMap((one) => intersection(one, area) ?? []);
