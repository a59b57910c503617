/** The charts of a sheet, drawn over its cells as simple pictures: bars, the names of their parts, the title. */

import { barChartOf, type BarChart } from "../../host/workbook/chart";
import { PIXELS_PER_POINT } from "../../host/workbook/state";
import type { Chart, Sheet } from "../../host/workbook/types";
import { HEAD_HEIGHT, HEAD_WIDTH, type Frame } from "./frame";

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Drawn inside the scrolled rows, so that scrolling moves charts as it moves cells. */
export function Charts({
  sheet,
  frame,
  left,
}: {
  readonly sheet: Sheet;
  readonly frame: Frame;
  readonly left: number;
}) {
  return (
    <>
      {sheet.charts.map((stored) => {
        const chart = barChartOf(sheet, stored);
        const box = chart && boxOf(stored, chart, frame, left);
        return box && box.width > 0 && box.height > 0 && <Picture key={stored.id} chart={chart} box={box} />;
      })}
    </>
  );
}

function boxOf({ properties }: Chart, { place }: BarChart, { rows, columns }: Frame, scrolled: number): Box {
  const points = (path: string, usual: number) => {
    const value = properties[path];
    return (typeof value === "number" ? value : usual) * PIXELS_PER_POINT;
  };
  const left = HEAD_WIDTH - scrolled;
  if (!place) {
    const [width, height] = [points("width", 360), points("height", 216)];
    return { left: left + points("left", 0), top: HEAD_HEIGHT + points("top", 0), width, height };
  }
  return {
    left: left + columns.start(place.left),
    top: HEAD_HEIGHT + rows.start(place.top),
    width: columns.start(place.right + 1) - columns.start(place.left),
    height: rows.start(place.bottom + 1) - rows.start(place.top),
  };
}

/** Pixels of the title, the line of names, the axis, and between what touches. */
const TITLE = 38;
const LEGEND = 22;
const AXIS = 20;
const GAP = 8;
/** Share of the width that the names of the bars take, and of a bar's room that the bar takes. */
const NAMES_SHARE = 0.36;
const BAR_SHARE = 0.7;
/** About so wide is a letter of the names. */
const LETTER = 6;

function Picture({ chart, box }: { readonly chart: BarChart; readonly box: Box }) {
  const { title, parts, names, fromTop, stacking } = chart;
  const order = names.map((_, index) => (fromTop ? index : names.length - 1 - index));
  const plotTop = TITLE + (chart.legend ? LEGEND : 0);
  const plotLeft = box.width * NAMES_SHARE;
  const plot = { width: box.width - plotLeft - 2 * GAP, height: Math.max(0, box.height - plotTop - AXIS) };
  const room = plot.height / Math.max(1, names.length);
  const totals = names.map((_, bar) => parts.reduce((sum, { values }) => sum + values[bar]!, 0));
  const most = Math.max(1, ...(stacking === "none" ? parts.flatMap(({ values }) => values) : totals));
  const words = `${title}: ${parts.map(({ name }) => name).join(", ")}`;
  return (
    <svg
      class="chart"
      role="img"
      aria-label={words}
      style={{ left: `${box.left}px`, top: `${box.top}px` }}
      width={box.width}
      height={box.height}
    >
      <rect width={box.width} height={box.height} class="chart-ground" />
      <text x={box.width / 2} y={19} class="chart-title">
        {title}
      </text>
      {chart.legend && <Legend parts={parts} width={box.width} />}
      {order.map((bar, at) => {
        const whole = stacking === "shares" ? Math.max(1, totals[bar]!) : most;
        const y = plotTop + at * room + (room * (1 - BAR_SHARE)) / 2;
        return (
          <g key={bar}>
            <text x={plotLeft - GAP} y={y + (room * BAR_SHARE) / 2} class="chart-name">
              {shortened(names[bar]!, (plotLeft - 2 * GAP) / LETTER)}
            </text>
            <Bar
              chart={chart}
              bar={bar}
              whole={whole}
              area={{ left: plotLeft, top: y, width: plot.width, height: room * BAR_SHARE }}
            />
          </g>
        );
      })}
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <text key={share} x={plotLeft + share * plot.width} y={box.height - 6} class="chart-tick">
          {stacking === "shares" ? `${share * 100}%` : Math.round(share * most)}
        </text>
      ))}
    </svg>
  );
}

interface BarProps {
  readonly chart: BarChart;
  readonly bar: number;
  /** What the full width stands for. */
  readonly whole: number;
  readonly area: Box;
}

function Bar({ chart: { parts, stacking }, bar, whole, area }: BarProps) {
  const side = stacking === "none" ? area.height / Math.max(1, parts.length) : area.height;
  let before = 0;
  return (
    <>
      {parts.map(({ values, fill, line, figures }, index) => {
        const value = values[bar]!;
        const width = (value / whole) * area.width;
        const left = area.left + (stacking === "none" ? 0 : (before / whole) * area.width);
        const top = area.top + (stacking === "none" ? index * side : 0);
        before += value;
        if (width <= 0) return null;
        return (
          <g key={index}>
            <rect x={left} y={top} width={width} height={side} fill={fill} stroke={line} stroke-width={0.75} />
            {figures !== undefined && (
              <text x={left + width / 2} y={top + side / 2} class="chart-figure" fill={figures}>
                {value}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}

/** The parts by name, in one line under the title. */
function Legend({ parts, width }: { readonly parts: BarChart["parts"]; readonly width: number }) {
  const each = width / Math.max(1, parts.length);
  return (
    <>
      {parts.map(({ name, fill }, index) => (
        <g key={index}>
          <rect x={index * each + GAP} y={TITLE} width={10} height={10} fill={fill} stroke="#000" stroke-width={0.75} />
          <text x={index * each + GAP + 15} y={TITLE + 5} class="chart-part">
            {name}
          </text>
        </g>
      ))}
    </>
  );
}

const shortened = (name: string, letters: number) =>
  name.length <= letters ? name : `${name.slice(0, Math.max(1, Math.floor(letters) - 1)).trimEnd()}…`;
