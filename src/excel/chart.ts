/** A chart of stacked bars in Excel. Office.js has no patterns, so that tones and figures tell the parts apart. */

import type { StackedBars } from "../core/summary/chart";
import { FONT } from "../core/form/look";
import { address, areaAddress } from "../core/table/grid";

/** Points of a font, and of the line around a part. */
const SIZES = { title: 12, text: 9, line: 0.5 } as const;
/** Parts of none have no figure. */
const FIGURES = "#,##0;;;";

/** Adds the chart to a sheet, in the batch that makes the sheet. */
export function addChart(sheet: Excel.Worksheet, bars: StackedBars): void {
  const { headerRow, last, labels, series, place } = bars;
  const right = Math.max(...series.map(({ column }) => column));
  const source = sheet.getRange(areaAddress({ top: headerRow, left: labels, bottom: last, right }));
  const chart = sheet.charts.add("BarStacked100", source, "Columns");
  chart.title.text = bars.title;
  chart.title.format.font.name = FONT;
  chart.title.format.font.size = SIZES.title;
  chart.legend.position = "Top";
  // Excel draws the first bar at the foot; the list is read from the top.
  chart.axes.categoryAxis.reversePlotOrder = true;
  series.forEach(({ fill }, index) => {
    const part = chart.series.getItemAt(index);
    part.format.fill.setSolidColor(`#${fill.tone}`);
    part.format.line.color = "#000000";
    part.format.line.weight = SIZES.line;
    part.gapWidth = 40;
    part.hasDataLabels = true;
    part.dataLabels.numberFormat = FIGURES;
    part.dataLabels.format.font.color = `#${fill.figures}`;
    part.dataLabels.format.font.size = SIZES.text;
  });
  chart.setPosition(address(place.top, place.left), address(place.bottom, place.right));
}
