/** BT3 and BT4: which figures are told to be off by a power of ten, and what speaks against it. */

import { powersOfTen, readAsDecimals } from "../../../../src/core/check/unusual/slips";
import { parsePeriod } from "../../../../src/core/form/period";
import { count, formOf, heading, meta, rate } from "../../form/support";
import { tableOf, type Written } from "../../table/support";

type Line = readonly [string, ...Written[]];
const STOCK = { "Cộng dồn": "thời điểm" };
const FORM = formOf(
  [
    heading("I", "Khám"),
    count("A", "Số lượt khám", STOCK),
    count("B", "Số lượt khám lao", STOCK),
    count("DICH", "Số ca mắc", { ...STOCK, "So cùng kỳ": "SO" }),
    rate("TL", "Tỷ lệ"),
    rate("TRAN", "Tỷ lệ có mức trên", { "Giới hạn": "..100" }),
    rate("CS", "Chỉ số", { "Giới hạn": "10..100" }),
    heading("II", "Xét nghiệm"),
    count("TONG", "Tổng số", { ...STOCK, "Bằng tổng": "MAU + NUOC" }),
    count("MAU", "Máu", STOCK),
    count("NUOC", "Nước tiểu", STOCK),
  ],
  meta(["code", "label", "plan", "actual", "samePeriod"]),
);
const tableWith = (lines: readonly Line[]) => tableOf(FORM, lines, { period: parsePeriod("2024-6T")! });

/** Each figure found, with what was meant and how far off it is. */
const slips = (...lines: readonly Line[]) =>
  powersOfTen(tableWith(lines)).map(
    ({ row, column, expected, facts: { variant, gap } }) =>
      `${"ABCDE"[column]}${row + 1} ${expected} ${variant} ${gap}`,
  );

describe("off by a power of ten", () => {
  test.each<[string, Line, string]>([
    ["TH, ten times too large", ["A", 1100, 10_400, 1000], "D2 1040 up 10"],
    ["TH, a hundred times too small", ["A", 1100, 10, 1000], "D2 1000 down 100"],
    ["CK", ["A", 1100, 1040, 10_000], "E2 1000 up 10"],
    ["KH, a thousand times too small", ["A", 1, 1040, 1000], "C2 1000 down 1.000"],
    ["what is nearly half as much again as its row", ["A", 1000, 14_900, 1000], "D2 1490 up 10"],
    ["what is nearly like the only other figure", ["A", null, 11_900, 1000], "D2 1190 up 10"],
    ["a rate without its mark", ["TL", 90, 8.82, 87], "D2 88.2 down 10"],
    ["a rate of which only the upper limit is known", ["TRAN", 90, 8.82, 87], "D2 88.2 down 10"],
    ["a rate that is then as low as it can be", ["CS", 10.4, 1, 10.5], "D2 10 down 10"],
    ["a rate that is then as high as it can be", ["TL", 98, 10, 99], "D2 100 down 10"],
    ["cases of a disease, where the plan says so too", ["DICH", 40, 400, 42], "D2 40 up 10"],
  ])("%s", (_, line, expected) => {
    expect(slips(line)).toEqual([expected]);
  });

  test.each<[string, Line[]]>([
    ["half as much again as its row", [["A", 1000, 15_000, 1000]]],
    ["a fifth more than the only other figure", [["A", null, 12_000, 1000]]],
    ["like one column only", [["A", 30_000, 10_400, 1000]]],
    ["a count that would have a fraction", [["A", 100, 1045, 100]]],
    ["a rate that would be higher than it can be", [["TL", 99, 11, 99]]],
    ["a rate that would be lower than it can be", [["CS", null, 99, 9.9]]],
    ["cases of a disease against last year's alone, which come and go", [["DICH", null, 400, 42]]],
    ["small counts", [["A", 3, 29, 3]]],
    ["alone in its row", [["A", null, 10_400]]],
    [
      "what a sum holds",
      [
        ["TONG", null, 10_400, 1000],
        ["MAU", null, 10_000, 6000],
        ["NUOC", null, 400, 390],
      ],
    ],
    [
      "CK against TH alone: which of two is wrong nobody can tell from CK",
      [
        ["TONG", null, 1000, 10_000],
        ["MAU", null, 900],
        ["NUOC", null, 100],
      ],
    ],
    ["a row of nobody's", [["Hàng lạ", 1000, 10_400, 1000]]],
  ])("not %s", (_, lines) => {
    expect(slips(...lines)).toEqual([]);
  });

  test("a sum that was broken before does not stand in the way", () => {
    expect(slips(["TONG", null, 10_400, 1000], ["MAU", null, 5000, 4900], ["NUOC", null, 400, 390])).toEqual([
      "D2 1040 up 10",
    ]);
  });

  describe("a neighbour of the section that moved as well", () => {
    const grown: Line = ["A", null, 10_400, 1000];
    const fallen: Line = ["A", null, 1000, 10_400];

    test.each<[string, Line, Line]>([
      ["twice as much", grown, ["B", null, 200, 100]],
      ["half as much", fallen, ["B", null, 100, 200]],
    ])("%s: what a whole programme does is no slip", (_, row, neighbour) => {
      expect(slips(row, neighbour)).toEqual([]);
      expect(slips(neighbour, row)).toEqual([]);
    });

    test.each<[string, Line, Line]>([
      ["less than twice as much", grown, ["B", null, 199, 100]],
      ["more than half as much", fallen, ["B", null, 101, 200]],
      ["the other way", grown, ["B", null, 100, 200]],
      ["the other way, too", fallen, ["B", null, 200, 100]],
      ["in another section", grown, ["TONG", null, 200, 100]],
      ["without a figure of last year", grown, ["B", null, 200]],
    ])("%s: the slip is told", (_, row, neighbour) => {
      expect(slips(row, neighbour)).toHaveLength(1);
    });
  });

  test("of a row at most one figure is told, TH before CK and KH", () => {
    expect(slips(["A", null, 1000, 10_000])).toEqual(["D2 10000 down 10"]);
  });
});

describe("a thousands dot read as a decimal mark", () => {
  const read = (...line: Line) => {
    const table = tableWith([line]);
    return readAsDecimals(table, table.rows[0]!);
  };

  test("is put back where the figure was typed; a formula is to be mended where it comes from", () => {
    const [typed] = read("A", 1300, 1.244, 1200);
    expect(typed).toMatchObject({
      rule: "BT4",
      expected: 1244,
      related: ["E2", "C2"],
      facts: { expected: "1.244" },
      edit: { row: 1, column: 3, value: 1244 },
    });
    const [calculated] = read("A", 1300, { value: 1.244, formula: "X9" }, 1200);
    expect(calculated).toMatchObject({ expected: 1244 });
    expect(calculated).not.toHaveProperty("edit");
  });

  test("is told of every column of the row", () => {
    expect(read("A", 1.3, 1.244, 1.2).map(({ column }) => column)).toEqual([3, 4, 2]);
  });

  test.each<[string, Line]>([
    ["more decimals than a thousands dot has digits behind it", ["A", 1300, "1,2440", 1200]],
    ["figures of another size beside it", ["A", 9000, 1.244, 1200]],
    ["a rate", ["TL", 90, 1.244, 88]],
    ["a whole count", ["A", 1300, 1244, 1200]],
  ])("not %s", (_, line) => {
    expect(read(...line)).toEqual([]);
  });
});
