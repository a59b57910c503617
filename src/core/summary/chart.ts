/** A chart of stacked bars as data, for every edge to draw: each bar is the whole of its row, parted by state. */

import type { Merge } from "../table/grid";

/** How a part of a bar is filled: told apart by pattern, so that it survives a printer without colours. */
export interface PartFill {
  /** Name of a pattern in DrawingML; absent where the part is filled evenly. */
  readonly pattern?: "smCheck" | "wdUpDiag";
  /** Ink and ground as `RRGGBB`. */
  readonly ink: string;
  readonly ground: string;
  /** An even tone in place of the pattern, for a host that has none, and the colour of figures upon it. */
  readonly tone: string;
  readonly figures: string;
}

export interface ChartSeries {
  readonly name: string;
  /** 0-based column of its figures; its name stands in the header row above them. */
  readonly column: number;
  readonly fill: PartFill;
}

export interface StackedBars {
  readonly title: string;
  /** 0-based row of the names of the series, and the rows of the bars, inclusive. */
  readonly headerRow: number;
  readonly first: number;
  readonly last: number;
  /** 0-based column of the names of the bars. */
  readonly labels: number;
  readonly series: readonly ChartSeries[];
  /** The cells that the chart covers. */
  readonly place: Merge;
}
