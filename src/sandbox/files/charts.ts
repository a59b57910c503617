/** Charts of the sandbox's sheets as the files hold them. */

import type { Sheet as FileSheet } from "hucre";
import type { StackedBars } from "../../core/summary/chart";
import type { PlacedChart } from "../../xlsx/add-chart";
import { barChartOf } from "../host/workbook/chart";
import { valueAt } from "../host/workbook/state";
import { areaAddress, bounding, parseArea, type Area } from "../host/workbook/area";
import type { Chart, Sheet } from "../host/workbook/types";

/** The charts of a sheet that a file can hold, and whether others are left behind. */
export function fileChart(sheet: Sheet, path: string): { readonly placed?: PlacedChart; readonly leavesSome: boolean } {
  const [first] = sheet.charts.flatMap((chart) => barsOf(sheet, chart) ?? []);
  if (!first) return { leavesSome: sheet.charts.length > 0 };
  const held = (row: number, column: number) => {
    const value = valueAt(sheet, row, column);
    return typeof value === "object" || typeof value === "boolean" ? undefined : value;
  };
  return {
    placed: { chart: first, sheet: sheet.name, path, valueAt: held },
    leavesSome: sheet.charts.length > 1,
  };
}

/** Stacked bars of shares, as the sheet Tổng hợp has them. */
function barsOf(sheet: Sheet, chart: Sheet["charts"][number]): StackedBars | undefined {
  const bars = barChartOf(sheet, chart);
  if (bars?.stacking !== "shares" || !bars.place) return undefined;
  const bare = (color: string) => color.replace("#", "").toUpperCase();
  return {
    title: bars.title,
    headerRow: bars.source.top,
    first: bars.source.top + 1,
    last: bars.source.bottom,
    labels: bars.source.left,
    place: bars.place,
    series: bars.parts.map(({ name, column, fill, figures = "#000000" }) => {
      const tone = bare(fill);
      return { name, column, fill: { ink: tone, ground: tone, tone, figures: bare(figures) } };
    }),
  };
}

type FileChart = NonNullable<FileSheet["charts"]>[number];

const TYPES: Readonly<Record<string, string>> = {
  clustered: "BarClustered",
  stacked: "BarStacked",
  percentStacked: "BarStacked100",
};

/**
 * A chart of a file as the workbook stores it.
 *
 * @returns undefined for other charts than lying bars of one table, whose first column names them
 */
export function readChart(id: string, chart: FileChart): Chart | undefined {
  const { series = [], anchor, barGrouping = "clustered" } = chart;
  const type = TYPES[barGrouping];
  const [first] = series;
  if (type === undefined || chart.kinds.join() !== "bar" || !first?.categoriesRef || !anchor) return undefined;
  const areas = [first.categoriesRef, ...series.map(({ valuesRef }) => valuesRef ?? "")].map(areaOf);
  const known = areas.filter((area) => area !== undefined);
  if (known.length < areas.length) return undefined;
  const figures = known.reduce(bounding);
  // A table: columns beside each other, with a row of names above.
  if (figures.right - figures.left !== series.length || figures.top === 0) return undefined;
  const source = { ...figures, top: figures.top - 1 };
  const sheet = first.categoriesRef.slice(0, first.categoriesRef.lastIndexOf("!"));
  const { from, to = from } = anchor;
  const corner = (row: number, column: number) => areaAddress({ top: row, left: column, bottom: row, right: column });
  const parts = series.flatMap(({ color, dataLabels }, index) => [
    ...(typeof color === "string" ? [[`series.${index}.format.fill.color`, `#${color}`]] : []),
    ...(dataLabels?.showValue ? [[`series.${index}.hasDataLabels`, true]] : []),
    ...(typeof dataLabels?.fontColor === "string"
      ? [[`series.${index}.dataLabels.format.font.color`, `#${dataLabels.fontColor}`]]
      : []),
  ]) as [string, unknown][];
  return {
    id,
    name: chart.title ?? "",
    type,
    source: `${sheet}!${areaAddress(source)}`,
    seriesBy: "Columns",
    properties: {
      ...Object.fromEntries(parts),
      "title.text": chart.title ?? "",
      ...(typeof chart.legend === "string"
        ? { "legend.position": chart.legend.charAt(0).toUpperCase() + chart.legend.slice(1) }
        : { "legend.visible": false }),
      "categoryAxis.reversePlotOrder": chart.axes?.x?.reverse === true,
      startCell: corner(from.row, from.col),
      endCell: corner(Math.max(from.row, to.row - 1), Math.max(from.col, to.col - 1)),
    },
  };
}

const areaOf = (reference: string): Area | undefined =>
  parseArea(reference.slice(reference.lastIndexOf("!") + 1).replaceAll("$", ""));
