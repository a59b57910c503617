/** Of which rows a rate is, where the figures of several would do: their places, their sections and their words tell. */

import { suggested, type Line } from "./table";

const rates = (lines: readonly Line[]) => suggested(lines).filter((one) => one.includes(" / "));

/** The numerator's and the denominator's row of the one rate, "3/2"; nothing where none is suggested. */
const pairOf = (lines: readonly Line[]): string =>
  rates(lines)
    .map((words) => /dòng \d+ = dòng (\d+) \/ dòng (\d+)/.exec(words)!.slice(1).join("/"))
    .join(" ");

const DONE = [11444, 5448, 4381] as const;
const ALL = [12041, 12110, 12929] as const;
const RATE: Line = ["Tỷ lệ hoàn thành", "%", 95.04, 44.99, 33.89];
const all = (label = "Đối tượng"): Line => [label, "lượt", ...ALL];
const done = (label = "Mũi tiêm"): Line => [label, "lượt", ...DONE];
/** Rows whose figures lead nowhere. */
const others = (count: number): Line[] =>
  Array.from({ length: count }, (_, at) => [`Xã loại ${at}`, "xã", at + 1, 2, at + 1]);
const heading = (label: string): Line => [label, ""];

describe("of two rows that could be the numerator", () => {
  test.each<[string, readonly Line[], string]>([
    ["the one right above the rate", [all(), done(), done("Lượt tiêm"), RATE], "4/2"],
    ["one of the last four before it", [all(), done(), ...others(2), done("Lượt tiêm"), ...others(2), RATE], "6/2"],
    ["neither, where both are near it", [all(), done(), done("Lượt tiêm"), ...others(2), RATE], ""],
    ["neither, where both are far from it", [all(), done(), done("Lượt tiêm"), ...others(5), RATE], ""],
    ["the one right above it, not the one right below it", [all(), done(), RATE, done("Lượt tiêm")], "3/2"],
    [
      "the one near above it, not the one right below it",
      [all(), done(), ...others(1), RATE, done("Lượt tiêm")],
      "3/2",
    ],
    [
      "neither, where one is far above it and the other below it",
      [all(), done(), ...others(5), RATE, done("Lượt tiêm")],
      "",
    ],
    [
      "the one of its own section",
      [all(), done(), heading("TIÊM CHỦNG"), ...others(2), done("Lượt tiêm"), ...others(1), RATE],
      "7/2",
    ],
    ["the one that speaks of the same", [all(), done(), done("Số hoàn thành"), ...others(2), RATE], "4/2"],
    [
      "the one that speaks of the same, although it stands farther",
      [all(), done("Số hoàn thành"), done(), RATE],
      "3/2",
    ],
    [
      "neither, where both speak of the same",
      [all(), done("Số hoàn thành"), done("Hoàn thành số"), ...others(2), RATE],
      "",
    ],
  ])("%s", (_, lines, pair) => {
    expect(pairOf(lines)).toBe(pair);
  });
});

describe("of two rows that could be the denominator", () => {
  test.each<[string, readonly Line[], string]>([
    ["neither, where both stand in its section", [all(), all("Số phải tiêm"), done(), RATE], ""],
    ["the one of its own section", [all(), heading("TIÊM CHỦNG"), all("Số phải tiêm"), done(), RATE], "5/4"],
    ["neither, where both are of another", [all(), all("Số phải tiêm"), heading("TIÊM CHỦNG"), done(), RATE], ""],
    [
      "the one below it, where that alone is of its section",
      [all(), heading("TIÊM CHỦNG"), done(), RATE, all("Số phải tiêm")],
      "4/6",
    ],
  ])("%s", (_, lines, pair) => {
    expect(pairOf(lines)).toBe(pair);
  });
});

describe("how far from the rate they are looked for", () => {
  const numeratorAt = (above: number) => pairOf([all(), done(), ...others(above - 1), RATE]);
  const denominatorAt = (above: number) => pairOf([all(), ...others(above - 2), done(), RATE]);
  const numeratorBelow = (below: number) => pairOf([all(), RATE, ...others(below - 1), done()]);

  test("a numerator up to fifteen rows above, and six below", () => {
    expect([15, 16].map(numeratorAt)).toEqual(["3/2", ""]);
    expect([6, 7].map(numeratorBelow)).toEqual(["9/2", ""]);
  });
  test("a denominator up to twenty-five rows above", () => {
    expect([25, 26].map(denominatorAt)).toEqual(["26/2", ""]);
  });
  test.each([
    ["Dân số", true],
    ["Tổng dân số", true],
    ["Dân số trung bình", true],
    ["Dân số toàn tỉnh", true],
    ["Tổng số dân", true],
    ["Tổng số dân trong huyện", true],
    ["Số trẻ đẻ sống", true],
    ["Tổng số trẻ sinh sống", true],
    ["Trẻ em sinh sống", true],
    ["Số trẻ sống", true],
    ["Dân số nữ", false],
    ["Tổng số dân tộc thiểu số", true],
    ["Số dân quân", false],
    ["Số trẻ đẻ sống tại trạm", false],
    ["Khám cho dân", false],
  ])("%s, which rates anywhere refer to: %j", (label, common) => {
    const lines: readonly Line[] = [[label, "người", ...ALL], ...others(30), done(), RATE];
    expect(pairOf(lines)).toBe(common ? "33/2" : "");
  });
  test("a rate by the name of a population is none", () => {
    expect(pairOf([["Dân số", "%", 12.4, 12.1, 12.9], ...others(30), done(), RATE])).toBe("");
  });
});

describe("the factor", () => {
  const per = (label: string, unit: string, factor: number) => {
    const figures = DONE.map((figure, at) => Number(((factor * figure) / ALL[at]!).toFixed(2)));
    const words = rates([all(), done(), [label, unit, ...figures]]);
    return words.map((one) => /× ([\d.]+) /.exec(one)![1]).join(" ");
  };
  test.each<[string, string, number, string]>([
    ["Tỷ lệ trên 1000 dân", "", 1000, "1.000"],
    ["Tỷ lệ trên 1.000 dân", "", 1000, "1.000"],
    ["Tỷ lệ trên 1 000 dân", "", 1000, "1.000"],
    ["Tỷ lệ trên 10.000 dân", "", 10_000, "10.000"],
    ["Tỷ lệ trên 100000 dân", "", 100_000, "100.000"],
    ["Tỷ lệ trên 1.000.000 dân", "", 1_000_000, "1.000.000"],
    ["Tỷ lệ trên 21000 dân", "", 10_000, "10.000"],
    ["Tỷ lệ trên 10007 dân", "", 10_000, "10.000"],
    ["Tỷ lệ trên 1000 dân", "", 10_000, ""],
    ["Tỷ lệ đạt", "", 100, "100"],
    ["Tỷ lệ đạt", "", 1000, ""],
    // "Trên" may also mean more than: of trẻ it is no factor.
    ["Tỷ lệ trên 1.000 trẻ", "%", 1000, ""],
    // A unit of percent is often left standing where the label says of how many people.
    ["Tỷ lệ mắc trên dân số", "%", 100_000, "100.000"],
    ["Tỷ lệ mắc theo số dân", "%", 10_000, "10.000"],
    ["Tỷ lệ mắc trong dân", "%", 1000, "1.000"],
    ["Tỷ lệ mắc của dân tộc Thái", "%", 1000, ""],
    ["Tỷ lệ mắc trên dân số", "‰", 100_000, ""],
    ["Tỷ số mắc", "", 100_000, "100.000"],
    ["Tỷ số mắc", "", 10_000, ""],
  ])("%s (%s) × %d: %s", (label, unit, factor, told) => {
    expect(per(label, unit, factor)).toBe(told);
  });
});

describe("figures that say nothing", () => {
  test.each<[string, readonly Line[]]>([
    [
      "two rows that state the same make 100%",
      [all(), ["Số phải tiêm", "lượt", ...ALL], ["Tỷ lệ đạt", "%", 100, 100, 100]],
    ],
    [
      "a share of a hundred is the number itself",
      [
        ["Số xã", "xã", 100, 100, 100],
        ["Số xã đạt chuẩn", "xã", 87, 91, 93],
        ["Tỷ lệ xã đạt chuẩn", "%", 87, 91, 93],
      ],
    ],
    ["nothing of anything is nothing", [all(), ["Số tai biến", "ca", 0, 0, 0], ["Tỷ lệ tai biến", "%", 0, 0, 0]]],
    ["a column contradicts it", [all(), done(), ["Tỷ lệ hoàn thành", "%", 95.04, 44.99, 33.98]]],
    ["a row of nothing beneath a rate", [["Đối tượng", "lượt", 0, 0, 0], done(), RATE]],
  ])("%s", (_, lines) => {
    expect(rates(lines)).toEqual([]);
  });
});
