/** Charts as stored objects: what was set is read back; nothing is drawn. */

import { type Chart, type Sheet } from "../../workbook/types";
import { WHOLE_SHEET, areaAddress, quotedSheetName } from "../../workbook/area";
import { tellLook } from "../../workbook/write";
import {
  type ApiClass,
  type ApiObject,
  type Args,
  type Property,
  type WireContext,
  asFlag,
  asNumber,
  asText,
  bind,
} from "../api-class";
import { notFound } from "../api-error";
import { areaOf, rangeFrom, sheetOf } from "./places";
import { type SheetRef } from "./worksheet";

interface ChartRef extends SheetRef {
  readonly id: string;
}

function find({ sheet: id, id: chartId }: ChartRef, context: WireContext): { sheet: Sheet; chart: Chart } {
  const sheet = sheetOf(context, { sheet: id });
  const chart = sheet.charts.find((one) => one.id === chartId);
  if (!chart) throw notFound();
  return { sheet, chart };
}

function change(self: ChartRef, context: WireContext, patch: Partial<Chart> | null): void {
  const { sheet, chart } = find(self, context);
  context.workbook.edit.touch();
  sheet.charts = sheet.charts.flatMap((one) => (one !== chart ? one : patch ? { ...one, ...patch } : []));
  tellLook(context.workbook, sheet, WHOLE_SHEET);
}

const stored = (path: string, initial: unknown, read: (value: unknown) => unknown): Property<ChartRef> => ({
  get: (self, context) => find(self, context).chart.properties[path] ?? initial,
  set: (self, value, context) =>
    change(self, context, { properties: { ...find(self, context).chart.properties, [path]: read(value) } }),
});

const titleClass: ApiClass<ChartRef> = {
  name: "ChartTitle",
  properties: {
    Text: stored("title.text", "", asText),
    Visible: stored("title.visible", true, asFlag),
    Overlay: stored("title.overlay", false, asFlag),
  },
};

const legendClass: ApiClass<ChartRef> = {
  name: "ChartLegend",
  properties: {
    Position: stored("legend.position", "Right", asText),
    Visible: stored("legend.visible", true, asFlag),
    Overlay: stored("legend.overlay", false, asFlag),
  },
};

const chartClass: ApiClass<ChartRef> = {
  name: "Chart",
  id: ({ id }) => ({ Id: id }),
  properties: {
    Id: { get: ({ id }) => id },
    Name: {
      get: (self, context) => find(self, context).chart.name,
      set: (self, value, context) => change(self, context, { name: asText(value) }),
    },
    ChartType: {
      get: (self, context) => find(self, context).chart.type,
      set: (self, value, context) => change(self, context, { type: asText(value) }),
    },
    Top: stored("top", 0, asNumber),
    Left: stored("left", 0, asNumber),
    Width: stored("width", 360, asNumber),
    Height: stored("height", 216, asNumber),
  },
  navigations: {
    Title: (self, context) => bind(titleClass, self, context),
    Legend: (self, context) => bind(legendClass, self, context),
    Worksheet: (self, context) => context.classes.worksheet(sheetOf(context, self), context),
  },
  methods: {
    Delete: (self, _args, context) => change(self, context, null),
    SetData: (self, args, context) => change(self, context, sourceOf(self, args, 0, context)),
    SetPosition: (self, args, context) => {
      const home = sheetOf(context, self);
      const start = areaAddress(areaOf(rangeFrom(context, args.at(0), home)));
      const end = args.at(1) === undefined ? start : areaAddress(areaOf(rangeFrom(context, args.at(1), home)));
      change(self, context, {
        properties: { ...find(self, context).chart.properties, startCell: start, endCell: end },
      });
    },
    Activate: () => undefined,
  },
};

function sourceOf(self: SheetRef, args: Args, at: number, context: WireContext): { source: string; seriesBy: string } {
  const range = rangeFrom(context, args.at(at), sheetOf(context, self));
  const source = `${quotedSheetName(sheetOf(context, range).name)}!${areaAddress(areaOf(range))}`;
  return { source, seriesBy: args.oneOf(at + 1, ["Auto", "Columns", "Rows"]) };
}

const object = (self: SheetRef, { id }: Chart, context: WireContext): ApiObject =>
  bind(chartClass, { sheet: self.sheet, id }, context);

const named = (self: SheetRef, args: Args, context: WireContext): ApiObject | null => {
  const key = args.text(0);
  const chart = sheetOf(context, self).charts.find(
    ({ id, name }) => id === key || name.toLowerCase() === key.toLowerCase(),
  );
  return chart ? object(self, chart, context) : null;
};

const present = (found: ApiObject | null): ApiObject => {
  if (!found) throw notFound();
  return found;
};

export const chartsClass: ApiClass<SheetRef> = {
  name: "ChartCollection",
  properties: { Count: { get: (self, context) => sheetOf(context, self).charts.length } },
  items: (self, context) => sheetOf(context, self).charts.map((chart) => object(self, chart, context)),
  item: (self, args, context) => present(named(self, args, context)),
  methods: {
    GetCount: (self, _args, context) => sheetOf(context, self).charts.length,
    GetItem: (self, args, context) => present(named(self, args, context)),
    GetItemOrNullObject: named,
    GetItemAt: (self, args, context) => {
      const chart = sheetOf(context, self).charts[args.integer(0)];
      return present(chart ? object(self, chart, context) : null);
    },
    Add: (self, args, context) => {
      const sheet = sheetOf(context, self);
      context.workbook.edit.touch();
      const chart: Chart = {
        id: context.workbook.newId("chart"),
        name: `Chart ${sheet.charts.length + 1}`,
        type: args.text(0),
        ...sourceOf(self, args, 1, context),
        properties: {},
      };
      sheet.charts = [...sheet.charts, chart];
      tellLook(context.workbook, sheet, WHOLE_SHEET);
      return object(self, chart, context);
    },
  },
};
