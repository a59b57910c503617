/** Charts as stored objects: what was set is read back. What is drawn of them `workbook/chart.ts` says. */

import { type Chart, type Sheet } from "../../workbook/types";
import { WHOLE_SHEET, areaAddress, parseArea, quotedSheetName } from "../../workbook/area";
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
import { notFound, present } from "../api-error";
import { asColor } from "./look-target";
import { areaOf, rangeFrom, sheetOf } from "./places";
import { type SheetRef } from "./worksheet";

interface ChartRef extends SheetRef {
  readonly id: string;
}

function find({ sheet: id, id: chartId }: ChartRef, context: WireContext): { sheet: Sheet; chart: Chart } {
  const sheet = sheetOf(context, { sheet: id });
  return { sheet, chart: present(sheet.charts.find((one) => one.id === chartId)) };
}

function change(self: ChartRef, context: WireContext, patch: Partial<Chart> | null): void {
  const { sheet, chart } = find(self, context);
  context.workbook.edit.touch();
  sheet.charts = sheet.charts.flatMap((one) => (one !== chart ? one : patch ? { ...one, ...patch } : []));
  tellLook(context.workbook, sheet, WHOLE_SHEET);
}

/** A part of a chart, such as one of its series, whose members are stored under a path of their own. */
interface PartRef extends ChartRef {
  readonly path: string;
}

const pathOf = ({ path }: ChartRef & Partial<PartRef>, name: string): string =>
  path === undefined ? name : `${path}.${name}`;

function setProperty(self: ChartRef, context: WireContext, path: string, value: unknown): void {
  change(self, context, { properties: { ...find(self, context).chart.properties, [path]: value } });
}

/** A member that is kept under its name, of the chart itself or of one of its parts. */
const stored = (
  name: string,
  initial: unknown,
  read: (value: unknown) => unknown,
): Property<ChartRef & Partial<PartRef>> => ({
  get: (self, context) => find(self, context).chart.properties[pathOf(self, name)] ?? initial,
  set: (self, value, context) => setProperty(self, context, pathOf(self, name), read(value)),
});

const part =
  (cls: ApiClass<PartRef>, name: string) =>
  (self: ChartRef & Partial<PartRef>, context: WireContext): ApiObject =>
    bind(cls, { ...self, path: pathOf(self, name) }, context);

const fontClass: ApiClass<PartRef> = {
  name: "ChartFont",
  properties: {
    Name: stored("name", "Calibri", asText),
    Size: stored("size", 10, asNumber),
    Color: stored("color", "#000000", asColor),
    Bold: stored("bold", false, asFlag),
  },
};

const textFormatClass: ApiClass<PartRef> = { name: "ChartTextFormat", navigations: { Font: part(fontClass, "font") } };

const titleClass: ApiClass<PartRef> = {
  name: "ChartTitle",
  properties: {
    Text: stored("text", "", asText),
    Visible: stored("visible", true, asFlag),
    Overlay: stored("overlay", false, asFlag),
  },
  navigations: { Format: part(textFormatClass, "format") },
};

const legendClass: ApiClass<PartRef> = {
  name: "ChartLegend",
  properties: {
    Position: stored("position", "Right", asText),
    Visible: stored("visible", true, asFlag),
    Overlay: stored("overlay", false, asFlag),
  },
};

const fillClass: ApiClass<PartRef> = {
  name: "ChartFill",
  methods: {
    SetSolidColor: (self, args, context) => setProperty(self, context, pathOf(self, "color"), asColor(args.text(0))),
  },
};

const lineClass: ApiClass<PartRef> = {
  name: "ChartLineFormat",
  properties: { Color: stored("color", "", asColor), Weight: stored("weight", 0.75, asNumber) },
};

const seriesFormatClass: ApiClass<PartRef> = {
  name: "ChartSeriesFormat",
  navigations: { Fill: part(fillClass, "fill"), Line: part(lineClass, "line") },
};

const dataLabelsClass: ApiClass<PartRef> = {
  name: "ChartDataLabels",
  properties: { NumberFormat: stored("numberFormat", "General", asText), ShowValue: stored("showValue", true, asFlag) },
  navigations: { Format: part(textFormatClass, "format") },
};

const seriesClass: ApiClass<PartRef> = {
  name: "ChartSeries",
  properties: {
    GapWidth: stored("gapWidth", 150, asNumber),
    HasDataLabels: stored("hasDataLabels", false, asFlag),
  },
  navigations: { Format: part(seriesFormatClass, "format"), DataLabels: part(dataLabelsClass, "dataLabels") },
};

/** Series of a source by columns: the first column names the bars. */
function seriesCount(self: ChartRef, context: WireContext): number {
  const { source } = find(self, context).chart;
  const area = parseArea(source.slice(source.lastIndexOf("!") + 1));
  return area ? area.right - area.left : 0;
}

const seriesCollectionClass: ApiClass<ChartRef> = {
  name: "ChartSeriesCollection",
  properties: { Count: { get: seriesCount } },
  methods: {
    GetItemAt: (self, args, context) => {
      const at = args.integer(0);
      if (at < 0 || at >= seriesCount(self, context)) throw notFound();
      return part(seriesClass, `series.${at}`)(self, context);
    },
    GetCount: (self, _args, context) => seriesCount(self, context),
  },
};

const axisClass: ApiClass<PartRef> = {
  name: "ChartAxis",
  properties: { ReversePlotOrder: stored("reversePlotOrder", false, asFlag), Visible: stored("visible", true, asFlag) },
};

const axesClass: ApiClass<ChartRef> = {
  name: "ChartAxes",
  navigations: { CategoryAxis: part(axisClass, "categoryAxis"), ValueAxis: part(axisClass, "valueAxis") },
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
    Title: part(titleClass, "title"),
    Legend: part(legendClass, "legend"),
    Series: (self, context) => bind(seriesCollectionClass, self, context),
    Axes: (self, context) => bind(axesClass, self, context),
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
