/** The row under a header that numbers the columns is no row of the table, and a row of figures is none of numbers. */

import { recognise } from "../../../src/core/form/recognise";
import { isColumnNumbers } from "../../../src/core/form/table-rows";
import { count, formOf, grid, type Written } from "./support";

const HEADER = ["TT", "Chỉ tiêu", "Kế hoạch", "Thực hiện", "So với KH"];

test.each<[string, readonly Written[], boolean]>([
  ["letters and numbers", ["A", "B", "1", "2", "3=2/1"], true],
  ["numbers in brackets", ["(1)", "(2)", "(3)", "(4)", "(5) = (4):(3)×100"], true],
  ["numbers as numbers, no label", [null, null, 1, 2, 3], true],
  ["numbers that begin at three, no label", [null, null, 3, 4, 5], true],
  ["numbers that begin at four, no label", [null, null, 4, 5, 6], false],
  ["figures that do not count on, no label", [null, null, 1, 3, 5], false],
  ["figures that count down, no label", [null, null, 3, 2, 1], false],
  ["a figure alone, no label", [null, null, 2], false],
  ["long figures, no label", [null, null, 120, 121, 122], false],
  ["words, no label", [null, null, "x", "năm", "2"], false],
  ["a label", ["1", "Số giường", "1", "2", "3"], false],
  ["nothing", [], false],
])("%s: %j", (_what, row, numbers) => {
  expect(isColumnNumbers(grid([HEADER, row]), { bottom: 0 }, 1, 1)).toBe(numbers);
});

test("it stands right under the header and nowhere else", () => {
  const sheet = grid([HEADER, [], ["A", "B", "1", "2", "3"]]);
  expect(isColumnNumbers(sheet, { bottom: 0 }, 1, 2)).toBe(false);
  expect(isColumnNumbers(sheet, { bottom: 1 }, 1, 2)).toBe(true);
});

test("a table is recognised with it and without it alike", () => {
  const form = formOf([count("A", "Số giường bệnh"), count("B", "Số lượt khám bệnh")]);
  const rows: Written[][] = [
    ["1", "Số giường bệnh", 10, 9, 90],
    ["2", "Số lượt khám bệnh", 10, 9, 90],
  ];
  const [plain, numbered] = [[], [["A", "B", "1", "2", "3=2/1"]]].map((more) =>
    recognise(grid([HEADER, ...more, ...rows]), [form])!,
  );
  expect(plain!.rows.map(({ code }) => code)).toEqual(["A", "B"]);
  expect(numbered!.rows.map(({ row, code }) => [row - 1, code])).toEqual(
    plain!.rows.map(({ row, code }) => [row, code]),
  );
  expect(numbered!.unbound).toEqual([]);
});
