/** Small tables without a form, for what is learned of them. */

import { recognise } from "../../../src/core/form/recognise";
import { learnTable } from "../../../src/core/learn/learn";
import { LEARN_VI } from "../../../src/core/learn/texts.vi";
import type { Learned } from "../../../src/core/learn/types";
import { suggestionWords } from "../../../src/core/learn/words";
import type { CellContent, Grid } from "../../../src/core/table/grid";

/** A row: label, unit, KH, TH, CK, and what it states of the same period. */
export type Line = readonly [string, string, ...CellContent[]];

const HEADER = [
  "Chỉ tiêu",
  "Đơn vị tính",
  "Kế hoạch năm 2024",
  "Thực hiện 6T.2024",
  "Thực hiện 6T.2023",
  "So với cùng kỳ",
];

export function gridOf(lines: readonly Line[]): Grid {
  const rows = [HEADER, ...lines].map((line) =>
    line.map((value) => (value === null || value === "" ? undefined : { value })),
  );
  return { sheet: "Bảng", rows };
}

export function learnedOf(lines: readonly Line[]): Learned {
  const grid = gridOf(lines);
  return learnTable(grid, recognise(grid, [])!);
}

/** Every suggestion in words; the first line of a table stands in row 2. */
export function suggested(lines: readonly Line[]): string[] {
  const learned = learnedOf(lines);
  return learned.suggestions.map((one) => suggestionWords(learned, one, LEARN_VI));
}
