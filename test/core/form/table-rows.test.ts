/** Which rows under a header are rows of the table. */

import { hasFigures, isColumnNumbers, labelRows } from "../../../src/core/form/table-rows";
import type { BoundColumn } from "../../../src/core/table/binding";
import { grid, type Written } from "./support";

const HEADER: readonly Written[] = ["TT", "Chỉ tiêu", "Kế hoạch", "Thực hiện"];
const columns: readonly BoundColumn[] = (["tt", "label", "plan", "actual"] as const).map((role, column) => ({
  role,
  measure: "",
  column,
  header: HEADER[column] as string,
}));

const labels = (...rows: readonly (readonly Written[])[]) =>
  labelRows(grid([HEADER, ...rows]), { bottom: 0, columns }, 1).map(({ row, text }) => `${row} ${text}`);

test.each<[string, readonly Written[], boolean]>([
  ["a row of figures", ["1", "Số giường", 10, 9], true],
  ["a section", ["I", "Khám chữa bệnh"], true],
  ["a section that says more than the header", [null, "CHỈ TIÊU CHUYÊN MÔN CHUNG"], true],
  ["figures that nobody named", [null, null, 10, 9], true],
  ["the header once more", HEADER, false],
  ["the header in capitals", [null, "CHỈ TIÊU:", "KẾ HOẠCH"], false],
  ["nothing", [null, null, null, null], false],
  ["no cell at all", [], false],
  ["a letter alone", [null, "x"], false],
  ["a dash alone", [null, "-"], false],
  ["a letter with figures", [null, "x", 1], true],
  ["a word in a column of figures, without a label", [null, null, "nt"], false],
])("%s: %j", (_what, row, listed) => {
  expect(labels(["1", "Số máy thở", 5, 4], row)).toEqual(
    listed ? ["1 Số máy thở", `2 ${typeof row[1] === "string" ? row[1] : ""}`] : ["1 Số máy thở"],
  );
});

test.each<[string, Written, boolean]>([
  ["a number", 0, true],
  ["a number as text", "1.234", true],
  ["a threshold", "≥ 95%", true],
  ["an error of a formula", { value: { error: "#N/A" } }, true],
  ["a dash", "-", false],
  ["a word", "chưa có", false],
  ["nothing", null, false],
  ["spaces", "  ", false],
])("a row with %s in a column of figures", (_what, written, expected) => {
  const sheet = grid([HEADER, ["1", "Số giường 2", null, written], [7, 8]]);
  expect(hasFigures(sheet, { columns }, 1)).toBe(expected);
  // Numbers of rows and in labels are none.
  expect(hasFigures(sheet, { columns }, 2)).toBe(false);
});

test.each<[string, readonly Written[], boolean]>([
  ["in brackets", [null, null, "(1)", "(2)", "(3) = (2):(1)×100"], true],
  ["with what is divided by what", [null, null, "1", "2", "3 = 2/1*100%", "4=2-1"], true],
  ["past nine", [null, null, ...Array.from({ length: 12 }, (_, at) => String(at + 1))], true],
  ["two of them", [null, null, "1", "2"], true],
  ["with spaces around them", [null, null, " 1 ", " 2"], true],
  ["letters", ["A", null, "C", "D"], true],
  ["words behind a sign", [null, null, "1", "2=a/b"], false],
  ["three digits", [null, null, "1", "200"], false],
  ["two letters", [null, null, "1", "kg"], false],
])("columns without a label are numbered %s: %j", (_what, row, numbers) => {
  expect(isColumnNumbers(grid([HEADER, row]), { bottom: 0 }, 1, 1)).toBe(numbers);
});
