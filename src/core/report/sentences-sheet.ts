/** A sheet of sentences, to be taken into a report: values only. */

import type { LayoutCell, SheetLayout } from "../form/layout";
import { periodWords } from "../form/period";
import type { FigureTable } from "../table/figures";
import type { Merge } from "../table/grid";
import type { Told } from "./selected";

const SENTENCES_NAME = "Câu văn";

/** The cell in the Biểu, and its sentence: as wide as an A4 page holds. */
const WIDTHS = [10, 84] as const;
const LAST = WIDTHS.length - 1;
const HEADER = 5;

/** Letters of a row: no row is higher than 409 points, in which a longer paragraph could not be read. */
const LONGEST = 1_800;

/** A long paragraph in pieces of whole clauses. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const clause of text.split(/(?<=; )/u)) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + clause.length <= LONGEST) pieces[pieces.length - 1] = last + clause;
    else pieces.push(clause);
  }
  return pieces.map((piece) => piece.trim());
}

/** Lays out sentences under a title, each with the cell that it tells of. */
export function layoutSentences({ binding, grid }: FigureTable, told: readonly Told[]): SheetLayout {
  const { form, period, unit } = binding;
  const about = [form?.number, period && periodWords(period)].filter(Boolean).join(", ");
  const across = (row: number): Merge => ({ top: row, left: 0, bottom: row, right: LAST });
  const title: readonly (readonly LayoutCell[])[] = [
    unit ? [{ value: unit.toLocaleUpperCase("vi"), look: "unit" }] : [],
    [],
    [{ value: "CÂU VĂN CHO BÁO CÁO", look: "title" }],
    [{ value: `(${[about, `trang tính “${grid.sheet}”`].filter(Boolean).join("; ")})`, look: "subtitle" }],
    [],
    // Not "Chỉ tiêu": the sheet is no Biểu, and must not be taken for one.
    [
      { value: "Ô", look: "header" },
      { value: "Câu văn", look: "header" },
    ],
  ];
  const rows = told.flatMap(({ cell, text }) =>
    piecesOf(text).map((piece): readonly LayoutCell[] => [
      { value: cell, look: "code" },
      { value: piece, look: "label" },
    ]),
  );
  return {
    name: SENTENCES_NAME,
    cells: [...title, ...rows],
    merges: [0, 2, 3].map(across),
    widths: WIDTHS,
    orientation: "portrait",
    headerRows: { first: HEADER, last: HEADER },
    frozen: { rows: 0, columns: 0 },
    body: { top: HEADER, bottom: HEADER + rows.length },
    inputs: [],
    names: [],
    rowOf: new Map(),
    columns: [],
  };
}
