/** RangeAreas: several rectangles of one sheet. */

import {
  type Area,
  bounding,
  columnCount,
  intersection,
  isWholeColumns,
  isWholeRows,
  rowCount,
  MAX_COLUMNS,
  MAX_ROWS,
} from "../../workbook/area";
import { fullAddress, usedArea } from "../../workbook/state";
import { type Sheet } from "../../workbook/types";
import { clearArea } from "../../workbook/write";
import {
  type ApiClass,
  type ApiObject,
  type Args,
  type RangeRef,
  type RangesRef,
  type WireContext,
  asText,
  bind,
  isApiObject,
  isRangeRef,
  isRangesRef,
} from "../api-class";
import { invalidArgument, present } from "../api-error";
import { conditionalFormatsOf } from "./conditional-formats";
import { validationOf } from "./data-validation";
import { formatOf } from "./look";
import { agreed, patchAreas } from "./look-target";
import { areaOf, checkAllowed, checkWritable, findArea, sheetOf } from "./places";
import { rangeObject } from "./range";
import { onSheet } from "./range-geometry";

/** Longer addresses are refused, as the documentation says of `getRange`; of `getRanges` it is silent. */
const LONGEST_ADDRESS = 8192;

export function rangesObject(sheet: Sheet, areas: readonly Area[], context: WireContext): ApiObject {
  const ranges = areas.map((area) => context.range(sheet, area));
  return bind(rangesClass, { kind: "ranges", sheet: sheet.id, ranges }, context);
}

/** Ranges from what callers may give: Range, RangeAreas, or addresses with commas or semicolons between them. */
export function rangesFrom(context: WireContext, value: unknown, home: Sheet): readonly RangeRef[] {
  if (isApiObject(value)) {
    if (isRangeRef(value.self)) return [value.self];
    if (isRangesRef(value.self)) return value.self.ranges;
  }
  if (typeof value !== "string" || value.length > LONGEST_ADDRESS) throw invalidArgument();
  return value.split(/[,;](?=(?:[^']*'[^']*')*[^']*$)/).map((address) => {
    const found = findArea(context, address, home);
    if (found?.sheet !== home) throw invalidArgument();
    return context.range(found.sheet, found.area);
  });
}

const target = (self: RangesRef, context: WireContext) => ({
  sheet: () => sheetOf(context, self),
  areas: () => self.ranges.map(areaOf),
});

const all = (self: RangesRef, test: (area: Area) => boolean): boolean => self.ranges.map(areaOf).every(test);

const address = (self: RangesRef, context: WireContext): string =>
  self.ranges.map((range) => fullAddress(sheetOf(context, self), areaOf(range))).join(",");

const collectionClass: ApiClass<RangesRef> = {
  name: "RangeCollection",
  items: (self, context) => self.ranges.map((range) => rangeObject(range, context)),
  methods: {
    GetCount: (self) => self.ranges.length,
    GetItemAt: (self, args, context) => {
      return rangeObject(present(self.ranges[args.integer(0)]), context);
    },
  },
};

const mapped =
  (change: (area: Area, args: Args) => Area) =>
  (self: RangesRef, args: Args, context: WireContext): ApiObject =>
    rangesObject(
      sheetOf(context, self),
      self.ranges.map((range) => onSheet(change(areaOf(range), args))),
      context,
    );

const cut = (self: RangesRef, args: Args, context: WireContext): ApiObject | null => {
  const sheet = sheetOf(context, self);
  const others = rangesFrom(context, args.at(0), sheet).map(areaOf);
  const areas = self.ranges.flatMap((range) => others.flatMap((other) => intersection(areaOf(range), other) ?? []));
  return areas.length > 0 ? rangesObject(sheet, areas, context) : null;
};

const used = (self: RangesRef, args: Args, context: WireContext): ApiObject | null => {
  const sheet = sheetOf(context, self);
  const areas = self.ranges.flatMap((range) => usedArea(sheet, areaOf(range), args.flag(0)) ?? []);
  return areas.length > 0 ? rangesObject(sheet, areas, context) : null;
};

/** `clear` of a Range or of several; there are no links here to be cleared. */
export function clearAreas(sheet: Sheet, areas: readonly Area[], args: Args, context: WireContext): void {
  const what = args.oneOf(0, ["All", "Contents", "Formats", "Hyperlinks", "RemoveHyperlinks"]);
  if (what === "Hyperlinks" || what === "RemoveHyperlinks") return;
  for (const area of areas) {
    if (what === "Formats") checkAllowed(sheet, "allowFormatCells");
    else checkWritable(sheet, area);
    clearArea(context.workbook, sheet, area, what);
  }
}

const rangesClass: ApiClass<RangesRef> = {
  name: "RangeAreas",
  properties: {
    Address: { get: address },
    AddressLocal: { get: address },
    AreaCount: { get: ({ ranges }) => ranges.length },
    CellCount: {
      get: ({ ranges }) => {
        const count = ranges.map(areaOf).reduce((sum, area) => sum + rowCount(area) * columnCount(area), 0);
        return count > 2 ** 31 - 1 ? -1 : count;
      },
    },
    IsEntireColumn: { get: (self) => all(self, isWholeColumns) },
    IsEntireRow: { get: (self) => all(self, isWholeRows) },
    Style: {
      get: (self, context) => agreed(target(self, context), context, ({ styleName }) => styleName),
      set: (self, value, context) => patchAreas(target(self, context), context, { styleName: asText(value) }),
    },
  },
  navigations: {
    Areas: (self, context) => bind(collectionClass, self, context),
    Worksheet: (self, context) => context.classes.worksheet(sheetOf(context, self), context),
    Format: (self, context) => formatOf(target(self, context), context),
    ConditionalFormats: (self, context) => conditionalFormatsOf(target(self, context), context),
    DataValidation: (self, context) => validationOf(target(self, context), context),
  },
  methods: {
    Clear: (self, args, context) => clearAreas(sheetOf(context, self), self.ranges.map(areaOf), args, context),
    Calculate: (_self, _args, context) => context.workbook.settle(),
    SetDirty: (_self, _args, context) => context.workbook.edit.meaningsChanged(),
    GetEntireRow: mapped((area) => ({ ...area, left: 0, right: MAX_COLUMNS - 1 })),
    GetEntireColumn: mapped((area) => ({ ...area, top: 0, bottom: MAX_ROWS - 1 })),
    GetOffsetRangeAreas: mapped((area, args) => ({
      top: area.top + args.integer(0),
      bottom: area.bottom + args.integer(0),
      left: area.left + args.integer(1),
      right: area.right + args.integer(1),
    })),
    GetIntersection: (self, args, context) => present(cut(self, args, context)),
    GetIntersectionOrNullObject: cut,
    GetUsedRangeAreas: (self, args, context) => present(used(self, args, context)),
    GetUsedRangeAreasOrNullObject: used,
  },
};

/** Cells as few rectangles: runs in rows, joined where the next rows have the same. */
export function rectangles(cells: readonly { readonly row: number; readonly column: number }[]): Area[] {
  const runs: Area[] = [];
  for (const { row, column } of cells) {
    const last = runs.at(-1);
    if (last?.top === row && last.right === column - 1) runs[runs.length - 1] = { ...last, right: column };
    else runs.push({ top: row, bottom: row, left: column, right: column });
  }
  const joined: Area[] = [];
  const open = new Map<string, number>();
  for (const run of runs) {
    const key = `${run.left} ${run.right}`;
    const at = open.get(key);
    const above = at === undefined ? undefined : joined[at];
    if (above?.bottom === run.top - 1) joined[at!] = bounding(above, run);
    else {
      open.set(key, joined.length);
      joined.push(run);
    }
  }
  return joined;
}
