/** What a stored chart shows: its parts and figures, for whoever draws it or writes it into a file. */

import { parseArea, splitSheet, type Area } from "./area";
import { valueAt } from "./state";
import type { Chart, Sheet } from "./types";

export interface ChartPart {
  readonly name: string;
  /** 0-based column of its figures. */
  readonly column: number;
  /** `#RRGGBB`. */
  readonly fill: string;
  readonly line: string;
  /** Colour of the figures upon it; undefined where none are shown. */
  readonly figures: string | undefined;
  readonly values: readonly number[];
}

/** Lying bars of figures by columns, the first column naming the bars: the charts that are drawn. */
export interface BarChart {
  readonly stacking: "none" | "sums" | "shares";
  readonly title: string;
  readonly legend: "Top" | "Bottom" | "Left" | "Right" | undefined;
  /** Whether the first bar stands at the top. */
  readonly fromTop: boolean;
  /** Header row and column of names included. */
  readonly source: Area;
  readonly names: readonly string[];
  readonly parts: readonly ChartPart[];
  /** The cells that it covers; undefined where it was placed by points. */
  readonly place: Area | undefined;
}

const STACKING: Readonly<Record<string, BarChart["stacking"]>> = {
  BarClustered: "none",
  BarStacked: "sums",
  BarStacked100: "shares",
};
/** The first colours of Office's own theme. */
const OFFICE_COLORS = ["#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"];

/** @returns undefined for a chart of another kind, of another sheet's figures, or of rows */
export function barChartOf(sheet: Sheet, chart: Chart): BarChart | undefined {
  const stacking = STACKING[chart.type];
  const { sheet: home = sheet.name, rest } = splitSheet(chart.source);
  const source = parseArea(rest);
  if (stacking === undefined || !source || chart.seriesBy === "Rows" || home !== sheet.name) return undefined;
  const text = (path: string) => {
    const value = chart.properties[path];
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  const rows = Array.from({ length: source.bottom - source.top }, (_, index) => source.top + 1 + index);
  const written = (row: number, column: number) => {
    const value = valueAt(sheet, row, column);
    return typeof value === "object" ? "" : String(value);
  };
  const parts = Array.from({ length: source.right - source.left }, (_, index): ChartPart => {
    const column = source.left + 1 + index;
    const path = `series.${index}`;
    const shown = chart.properties[`${path}.hasDataLabels`] === true;
    return {
      name: written(source.top, column),
      column,
      fill: text(`${path}.format.fill.color`) ?? OFFICE_COLORS[index % OFFICE_COLORS.length]!,
      line: text(`${path}.format.line.color`) ?? "none",
      figures: shown ? (text(`${path}.dataLabels.format.font.color`) ?? "#000000") : undefined,
      values: rows.map((row) => {
        const value = valueAt(sheet, row, column);
        return typeof value === "number" ? value : 0;
      }),
    };
  });
  const [start, end] = [parseArea(text("startCell") ?? ""), parseArea(text("endCell") ?? "")];
  const legend = chart.properties["legend.visible"] === false ? undefined : (text("legend.position") ?? "Right");
  return {
    stacking,
    title: text("title.text") ?? "",
    legend: legend as BarChart["legend"],
    fromTop: chart.properties["categoryAxis.reversePlotOrder"] === true,
    source,
    names: rows.map((row) => written(row, source.left)),
    parts,
    place: start && { top: start.top, left: start.left, bottom: (end ?? start).bottom, right: (end ?? start).right },
  };
}
