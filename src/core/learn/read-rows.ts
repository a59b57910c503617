/** The rows of a table without a form: headings and figures, with what is known of each. */

import { labelRows } from "../form/table-rows";
import type { InputRole } from "../form/types";
import { columnOf, type Binding } from "../table/binding";
import { readFigures, type FigureRow } from "../table/figures";
import { cellAt, cellText, type Grid } from "../table/grid";
import { tidy } from "../text/fold";
import { learnKind } from "./kinds";
import type { LearnedRow } from "./types";

const INPUTS: readonly InputRole[] = ["plan", "laterPlan", "actual", "samePeriod"];

/** More than any Biểu has; what lies below is not learned from. */
export const MOST_ROWS = 6_000;

/** "- ", "+ ", "* ", "a) ", "1. " before a label. */
const MARKER = /^\s*([-–—+*•.]|(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)])\s+/iu;
/** A dash that nobody put a space behind still is a marker. */
const TIGHT_MARKER = /^\s*([-–—+*•])(?=\p{L})/u;

/** The order in which reports use them: a star before dashes, dashes before plusses. */
const RANKS: readonly (readonly [RegExp, number])[] = [
  [/^[*]$/, 2],
  [/^[-–—•]$/, 3],
  [/^[+]$/, 4],
  [/^[.]$/, 5],
];

/** How deep a marker stands under a row without one. */
function depthOf(marker: string, indent: number): number {
  const rank = RANKS.find(([pattern]) => pattern.test(marker))?.[1] ?? 1;
  return rank * 20 + Math.min(19, indent);
}

/** Reads the rows once; linear in the cells. Hostile texts are only text here. */
export function readRows(
  grid: Grid,
  binding: Binding,
): { readonly rows: readonly LearnedRow[]; readonly inputs: readonly InputRole[] } {
  const labelColumn = columnOf(binding, "label")?.column;
  if (labelColumn === undefined) return { rows: [], inputs: [] };
  const inputs = INPUTS.filter((role) => columnOf(binding, role));
  const table = readFigures(grid, binding);
  const header = { bottom: binding.header.bottom, columns: binding.columns };
  const unitColumn = columnOf(binding, "unit")?.column;
  const ttColumn = columnOf(binding, "tt")?.column;
  const textAt = (row: number, column: number | undefined) =>
    column === undefined ? "" : tidy(cellText(cellAt(grid, row, column)));
  const rows: LearnedRow[] = [];
  let section = -1;
  for (const { row, text } of labelRows(grid, header, labelColumn).slice(0, MOST_ROWS)) {
    const marker = (MARKER.exec(text) ?? TIGHT_MARKER.exec(text))?.[1] ?? "";
    const label = tidy(text.replace(MARKER, "").replace(TIGHT_MARKER, "")) || tidy(text);
    const figures: FigureRow | undefined = table.bySheetRow.get(row);
    const heading = !figures;
    const index = rows.length;
    if (heading) section = index;
    const traits = learnKind(label, textAt(row, unitColumn), figures ?? NOTHING, inputs);
    const exact = traits.kind === "count" || traits.kind === "money";
    const values = inputs.map((role) => figures?.cells[role]?.value ?? NaN);
    rows.push({
      index,
      row,
      tt: textAt(row, ttColumn).slice(0, 10),
      marker: marker.slice(0, 3),
      label: label.slice(0, 500),
      depth: depthOf(marker, /^\s*/.exec(text)![0].length),
      section: heading ? -1 : section,
      heading,
      traits,
      cells: figures?.cells ?? {},
      values,
      halves: inputs.map((role, at) => {
        if (exact && Number.isInteger(values[at])) return 0;
        return 0.5 * 10 ** -(figures?.cells[role]?.decimals ?? 0);
      }),
    });
  }
  return { rows, inputs };
}

const NOTHING: FigureRow = { row: -1, label: "", measure: { id: "", label: "" }, cells: {} };
