/** Which rows a total, a rate, a part or a double is suggested of, and where nothing is. */

import { suggested, type Line } from "./table";

const only = (lines: readonly Line[], sign: string) => suggested(lines).filter((one) => one.includes(sign));

describe("which parts a total has", () => {
  test("rows deeper than the first part belong to it", () => {
    const lines: readonly Line[] = [
      ["Tổng số giường:", "giường", 2510, 2390, 2275],
      ["- Tuyến tỉnh", "giường", 1103, 1042, 998],
      ["+ Nội trú", "giường", 777, 801, 650],
      ["- Tuyến huyện", "giường", 1407, 1348, 1277],
    ];
    expect(only(lines, "+")).toEqual(["dòng 2 = dòng 3 + dòng 5 ở cả 3 cột"]);
  });
  test("rows of nothing that stand like the parts belong to it, others do not", () => {
    const parts: readonly Line[] = [
      ["Tổng số lớp:", "lớp", 2510, 2390, 2275],
      ["- Tuyến tỉnh", "lớp", 1103, 1042, 998],
      ["- Tuyến huyện", "lớp", 1407, 1348, 1277],
    ];
    const sum = (...more: readonly Line[]) => only([...parts, ...more], "=");
    expect(sum(["- Tuyến xã", "lớp", 0, 0, 0])).toEqual(["dòng 2 = dòng 3 + dòng 4 + dòng 5 ở cả 3 cột"]);
    expect(sum(["+ Tuyến xã", "lớp", 0, 0, 0])).toEqual(["dòng 2 = dòng 3 + dòng 4 ở cả 3 cột"]);
    expect(sum(["- Tuyến xã", "lớp", 0, 1, 0])).toEqual(["dòng 2 = dòng 3 + dòng 4 ở cả 3 cột"]);
  });
  test("a heading or a row that stands higher ends its list", () => {
    const sum = (...between: readonly Line[]) =>
      only(
        [
          ["- Tổng số giường:", "giường", 2510, 2390, 2275],
          ["+ Tuyến tỉnh", "giường", 1103, 1042, 998],
          ...between,
          ["+ Tuyến huyện", "giường", 1407, 1348, 1277],
        ],
        "+",
      );
    expect(sum()).toHaveLength(1);
    expect(sum(["GIƯỜNG HUYỆN", ""])).toEqual([]);
    expect(sum(["Số khoa", "khoa", 51, 49, 48])).toEqual([]);
  });
  test("two that are no neighbours are found among the next rows", () => {
    const lines: readonly Line[] = [
      ["Tổng số giường", "giường", 25101, 23907, 22753],
      ["Tuyến tỉnh", "giường", 11032, 10429, 9981],
      ["Giường đặt thêm", "giường", 777, 801, 650],
      ["Tuyến huyện", "giường", 14069, 13478, 12772],
    ];
    expect(only(lines, "+")).toEqual(["dòng 2 = dòng 3 + dòng 5 ở cả 3 cột"]);
  });
  test("one part alone is no sum, however it fits", () => {
    expect(
      only(
        [
          ["Tổng số giường:", "giường", 25101, 23907, 22753],
          ["- Tuyến tỉnh", "giường", 25101, 23907, 22753],
        ],
        "dòng 2 =",
      ),
    ).toEqual([]);
  });
  test("money adds up within its rounding", () => {
    const sum = (last: number) =>
      only(
        [
          ["Tổng kinh phí:", "triệu đồng", 2510.3, 2390.5, 2275.2],
          ["- Trung ương", "triệu đồng", 1103.2, 1042.1, 998.1],
          ["- Địa phương", "triệu đồng", 1407.1, 1348.4, last],
        ],
        "+",
      );
    expect(sum(1277.1)).toHaveLength(1);
    expect(sum(1277.2)).toHaveLength(1);
    expect(sum(1277.4)).toEqual([]);
  });
  test("rates are no parts, nor totals", () => {
    expect(
      only(
        [
          ["Tỷ lệ chung:", "%", 25.1, 23.9, 22.7],
          ["- Tuyến tỉnh", "%", 11, 10.4, 9.9],
          ["- Tuyến huyện", "%", 14.1, 13.5, 12.8],
        ],
        "+",
      ),
    ).toEqual([]);
  });
  test.each(["Cộng", "Tổng cộng", "Tổng số", "Toàn tỉnh"])("%s may stand under its parts", (label) => {
    const lines = (last: string): readonly Line[] => [
      ["Huyện A", "lượt", 12031, 6120, 5911],
      ["Huyện B", "lượt", 9874, 4410, 4702],
      [last, "lượt", 21905, 10530, 10613],
    ];
    expect(only(lines(label), "+")).toEqual(["dòng 4 = dòng 2 + dòng 3 ở cả 3 cột"]);
    expect(only(lines(`${label} khám thêm`), "+")).toEqual([]);
  });
  test("of two sums that fit alike the one with fewer rows is meant, and it is not called certain", () => {
    const lines: readonly Line[] = [
      ["Tổng số giường", "giường", 25101, 23907, 22753],
      ["Tuyến tỉnh", "giường", 11032, 10429, 9981],
      ["Tuyến huyện", "giường", 14069, 13478, 12772],
      ["Tuyến xã", "giường", 0, 0, 0],
    ];
    expect(only(lines, "+")).toEqual(["dòng 2 = dòng 3 + dòng 4 ở cả 3 cột"]);
  });
});

describe("which rows a rate is of", () => {
  const base: readonly Line[] = [
    ["Số trẻ dưới 1 tuổi", "trẻ", 12041, 12110, 12929],
    ["Số trẻ được tiêm đủ", "trẻ", 11444, 5448, 4381],
  ];
  const rate = (...line: Line) => only([...base, line], "/");

  test.each<[string, Line, string]>([
    ["percent", ["Tỷ lệ trẻ được tiêm đủ", "%", 95, 45, 33.9], "× 100 "],
    ["per mille", ["Tỷ lệ trẻ được tiêm đủ", "‰", 950.4, 449.9, 338.9], "× 1.000 "],
    ["of so many, as its label spells it", ["Tỷ số tiêm đủ trên 1.000 trẻ", "", 950.4, 449.9, 338.9], "× 1.000 "],
    ["a ratio of any factor", ["Tỷ số trẻ được tiêm đủ", "", 950.4, 449.9, 338.9], "× 1.000 "],
    ["a ratio of one", ["Tỷ số trẻ được tiêm đủ", "", 0.9504, 0.4499, 0.3389], "× 1 "],
  ])("%s", (_, line, words) => {
    expect(rate(...line)).toEqual([expect.stringContaining(`dòng 4 = dòng 3 / dòng 2 ${words}`)]);
  });
  test("a percentage has no other factor than its own", () => {
    expect(rate("Tỷ lệ trẻ được tiêm đủ", "%", 950.4, 449.9, 338.9)).toEqual([]);
  });
  test("a ratio that spells its factor has no other", () => {
    expect(rate("Tỷ số tiêm đủ trên 1.000 trẻ", "", 95.04, 44.99, 33.89)).toEqual([]);
    expect(rate("Tỷ số tiêm đủ trên 100 trẻ", "", 95.04, 44.99, 33.89)).toHaveLength(1);
  });
  test("without a unit a rate per population may be of any number of people", () => {
    const lines = (label: string): readonly Line[] => [
      ["Tổng số dân", "người", 656670, 656717, 641200],
      ["Số bệnh nhân lao", "người", 1901, 1801, 1604],
      [label, "", 28.95, 27.42, 25.02],
    ];
    expect(only(lines("Tỷ lệ mắc lao/dân số"), "/")).toEqual(["dòng 4 = dòng 3 / dòng 2 × 10.000 ở cả 3 cột"]);
    expect(only(lines("Tỷ lệ mắc lao"), "/")).toEqual([]);
  });
  test("the population is found however far above it stands", () => {
    const between = Array.from({ length: 30 }, (_, at): Line => [`Số xã loại ${at}`, "xã", at + 1, at + 2, at + 1]);
    const lines: readonly Line[] = [
      ["Dân số trung bình", "người", 656670, 656717, 641200],
      ...between,
      ["Số bệnh nhân lao", "người", 1901, 1801, 1604],
      ["Tỷ lệ mắc lao", "/10.000 dân", 28.95, 27.42, 25.02],
    ];
    expect(only(lines, "/")).toEqual(["dòng 34 = dòng 33 / dòng 2 × 10.000 ở cả 3 cột"]);
    expect(only([["Số thẻ", "thẻ", 656670, 656717, 641200], ...lines.slice(1)], "/")).toEqual([]);
  });
  test("a column that lacks a figure, or whose denominator is zero, says nothing", () => {
    const [all, done] = base;
    const told = (third: readonly [number | string, number | string, number | string]) =>
      only(
        [
          [all![0], "trẻ", 12041, 12110, third[0]],
          [done![0], "trẻ", 11444, 5448, third[1]],
          ["Tỷ lệ trẻ được tiêm đủ", "%", 95.04, 44.99, third[2]],
        ],
        "/",
      );
    expect(told(["…", 4381, 33.9])).toEqual(["dòng 4 = dòng 3 / dòng 2 × 100 ở 2 cột đủ số"]);
    expect(told([0, 0, 0])).toEqual(["dòng 4 = dòng 3 / dòng 2 × 100 ở 2 cột đủ số"]);
    expect(told([0, 5, 0])).toEqual([]);
    expect(told([0, 0, 12])).toEqual([]);
  });
  test("one or two cases are found in many rows, and tell nothing", () => {
    expect(
      only(
        [
          ["Số trẻ dưới 1 tuổi", "trẻ", 12041, 12110, 12929],
          ["Số trẻ tử vong", "trẻ", 1, 1, 1],
          ["Tỷ lệ trẻ tử vong", "%", 0.0083, 0.0083, 0.0077],
        ],
        "/",
      ),
    ).toEqual([]);
  });
});

describe("parts under a row that leads to them", () => {
  const list = (label: string, unit: string, ...parts: readonly Line[]) =>
    only([[label, unit, 3793, 3874, 3494], ...parts], "không lớn hơn");
  const two: readonly Line[] = [
    ["- Người dân tộc thiểu số", "người", 1092, 1244, 1032],
    ["- Trẻ em", "người", 300, 280, 310],
  ];
  test.each([
    ["Bệnh nhân, trong đó:", 1],
    ["Bệnh nhân trong đó", 1],
    ["Bệnh nhân, trong đó,", 1],
    ["Bệnh nhân:", 1],
    ["Bệnh nhân", 0],
    ["Bệnh nhân: ngoại trú", 0],
    ["Trong đó bệnh nhân", 0],
  ])("%s: %d", (label, count) => {
    expect(list(label, "người", ...two)).toHaveLength(count);
  });
  test("are counted in the same unit, one step below it", () => {
    const told = (...parts: readonly Line[]) => list("Bệnh nhân, trong đó:", "người", ...parts);
    expect(told(two[0]!, ["- Lượt khám", "lượt", 300, 280, 310])).toEqual(["dòng 3 không lớn hơn dòng 2 ở cả 3 cột"]);
    expect(told(two[0]!, ["- Tỷ lệ nữ", "%", 30, 28, 31])).toEqual(["dòng 3 không lớn hơn dòng 2 ở cả 3 cột"]);
    expect(told(two[0]!, ["+ Phụ nữ", "người", 301, 281, 311])).toEqual(["dòng 3 không lớn hơn dòng 2 ở cả 3 cột"]);
    expect(told(["Số xã", "người", 30, 28, 31])).toEqual([]);
    expect(told(["NGOẠI TRÚ", ""], ...two)).toEqual([]);
  });
  test("say nothing under a rate, nor where they are always nothing", () => {
    expect(list("Tỷ lệ bệnh nhân, trong đó:", "%", ["- Nữ", "%", 30, 28, 31])).toEqual([]);
    expect(list("Bệnh nhân, trong đó:", "người", ["- Nữ", "người", 0, 0, 0])).toEqual([]);
    expect(list("Bệnh nhân, trong đó:", "người", ["- Nữ", "người", 30, "…", "…"])).toEqual([]);
  });
  test("may be all of it, but not more", () => {
    expect(list("Bệnh nhân, trong đó:", "người", ["- Nữ", "người", 3793, 3870, 3490])).toHaveLength(1);
    expect(list("Bệnh nhân, trong đó:", "người", ["- Nữ", "người", 3794, 3870, 3490])).toEqual([]);
  });
});

describe("a figure that is stated twice", () => {
  const doubled = (second: Line, between: readonly Line[] = [["DINH DƯỠNG", ""]], more: readonly Line[] = []) =>
    only([["SINH SẢN", ""], ["Số trẻ đẻ sống", "trẻ", 11951, 5958, 5900], ...between, second, ...more], "cùng số");
  test("has the same words, kind, unit and figures in every column", () => {
    expect(doubled(["Số trẻ đẻ sống", "trẻ", 11951, 5958, 5900])).toEqual(["dòng 5 ghi cùng số với dòng 3 ở cả 3 cột"]);
    expect(doubled(["Số trẻ đẻ sống", "trẻ", 11951, 5958, 5901])).toEqual([]);
    expect(doubled(["Số trẻ đẻ sống", "lượt", 11951, 5958, 5900])).toEqual([]);
    expect(doubled(["Số lượt khám thai", "trẻ", 11951, 5958, 5900])).toEqual([]);
  });
  test("in one section must say the same", () => {
    expect(doubled(["Số trẻ đẻ sống", "trẻ", 11951, 5958, 5900], [])).toHaveLength(1);
    expect(doubled(["Số trẻ đẻ sống được cân", "trẻ", 11951, 5958, 5900], [])).toEqual([]);
    expect(doubled(["Số trẻ đẻ sống được cân", "trẻ", 11951, 5958, 5900])).toHaveLength(1);
  });
  test("is common, not the same, where it stands in many rows", () => {
    const again: Line = ["Số trẻ đẻ sống", "trẻ", 11951, 5958, 5900];
    const rows = (count: number) => doubled(again, [["DINH DƯỠNG", ""]], Array<Line>(count - 2).fill(again)).length;
    expect([rows(2), rows(3), rows(4), rows(5)]).toEqual([1, 2, 3, 0]);
  });
  test("leaves out a column without a figure, and says nothing of one figure alone", () => {
    const lines = (...figures: readonly (number | string)[]): readonly Line[] => [
      ["SINH SẢN", ""],
      ["Số trẻ đẻ sống", "trẻ", ...figures],
      ["DINH DƯỠNG", ""],
      ["Số trẻ đẻ sống", "trẻ", ...figures],
    ];
    expect(only(lines(11951, 5958, "…"), "cùng số")).toEqual(["dòng 5 ghi cùng số với dòng 3 ở 2 cột đủ số"]);
    expect(only(lines(11951, 11951, 11951), "cùng số")).toEqual([]);
  });
});
