import { learnedOf, suggested, type Line } from "./table";
import { computing } from "../../support/computing";

const SCREENED: readonly Line[] = [
  ["Sàng lọc sơ sinh, trong đó:", "trẻ", 7540, 2435, 2507],
  ["- Miễn phí", "trẻ", 6990, 2250, 2299],
  ["- Xã hội hóa", "trẻ", 550, 185, 208],
];

describe("totals", () => {
  test("rows that add up in every column are suggested, in words", () => {
    expect(suggested(SCREENED)).toEqual(["dòng 2 = dòng 3 + dòng 4 ở cả 3 cột"]);
  });

  test("a sum that fails in one column is none", () => {
    const [total, ...parts] = SCREENED;
    expect(suggested([[total![0], "trẻ", 7540, 2435, 2508], ...parts]).filter((one) => one.includes("+"))).toEqual([]);
  });

  test("a column that lacks a part neither speaks for the sum nor against it", () => {
    const lines: readonly Line[] = [SCREENED[0]!, SCREENED[1]!, ["- Xã hội hóa", "trẻ", 550, 185, "…"]];
    expect(suggested(lines)).toContain("dòng 2 = dòng 3 + dòng 4 ở 2 cột đủ số");
  });

  test("small numbers and zeros agree by chance", () => {
    expect(
      suggested([
        ["Tập huấn", "lớp", 3, 2, 1],
        ["Giám sát", "lớp", 2, 1, 1],
        ["Kiểm tra", "lớp", 1, 1, 0],
        ["Hội thảo", "lớp", 0, 0, 0],
        ["Hội nghị", "lớp", 0, 0, 0],
      ]),
    ).toEqual([]);
  });

  test("the same column three times over is one column's evidence", () => {
    const once = learnedOf([
      ["Số hộ", "hộ", 130, 130, 130],
      ["Thành thị", "hộ", 112, 112, 112],
      ["Nông thôn", "hộ", 18, 18, 18],
    ]);
    expect(once.suggestions.filter(({ trust }) => trust === "sure")).toEqual([]);
  });

  test("rates between the parts are passed over, and parts of parts belong to their own total", () => {
    expect(
      suggested([
        ["Tổng số dân", "người", 656670, 656717, 641200],
        ["- Nông thôn", "người", 556957, 556873, 552964],
        ["+ Nam", "người", 280101, 279900, 277011],
        ["+ Nữ", "người", 276856, 276973, 275953],
        ["Tỷ lệ dân nông thôn", "%", 84.8, 84.8, 86.2],
        ["- Thành thị", "người", 99713, 99844, 88236],
      ]),
    ).toEqual(expect.arrayContaining(["dòng 2 = dòng 3 + dòng 7 ở cả 3 cột", "dòng 3 = dòng 4 + dòng 5 ở cả 3 cột"]));
  });

  test("a total under its parts is seen where it says that it is one", () => {
    const lines: readonly Line[] = [
      ["Huyện A", "lượt", 12031, 6120, 5911],
      ["Huyện B", "lượt", 9874, 4410, 4702],
      ["Huyện C", "lượt", 20117, 9908, 9035],
      ["Tổng cộng", "lượt", 42022, 20438, 19648],
    ];
    expect(suggested(lines)).toEqual(["dòng 5 = dòng 2 + dòng 3 + dòng 4 ở cả 3 cột"]);
  });

  test("rows of other units are not added", () => {
    expect(suggested([SCREENED[0]!, SCREENED[1]!, ["- Xã hội hóa", "lượt", 550, 185, 208]])).not.toContain(
      "dòng 2 = dòng 3 + dòng 4 ở cả 3 cột",
    );
  });
});

describe("rates", () => {
  const COVERAGE: readonly Line[] = [
    ["Số trẻ dưới 1 tuổi", "trẻ", 12041, 12110, 12929],
    ["Số trẻ được tiêm đủ", "trẻ", 11444, 5448, 4381],
    ["Tỷ lệ trẻ được tiêm đủ", "%", 95, 45, 33.9],
  ];

  test("a rate follows from two rows within the rounding of what is stated", () => {
    expect(suggested(COVERAGE)).toEqual(["dòng 4 = dòng 3 / dòng 2 × 100 ở cả 3 cột"]);
  });

  test("a rate that is off by more than rounding in one column follows from nothing", () => {
    expect(suggested([...COVERAGE.slice(0, 2), ["Tỷ lệ trẻ được tiêm đủ", "%", 95, 45, 34.1]])).toEqual([]);
  });

  test("two rows that fit alike leave it open which is meant", () => {
    const twice: Line = ["Số trẻ sinh năm trước", "trẻ", 12041, 12110, 12929];
    expect(suggested([COVERAGE[0]!, twice, ...COVERAGE.slice(1)]).filter((one) => one.includes("/"))).toEqual([]);
  });

  test("a hundred percent of the same number is no evidence", () => {
    expect(
      suggested([
        ["Số xã", "xã", 129, 129, 129],
        ["Số xã có bác sĩ", "xã", 129, 129, 129],
        ["Tỷ lệ xã có bác sĩ", "%", 100, 100, 100],
      ]),
    ).toEqual([]);
  });

  test("words alone are not enough, however well they fit", () => {
    expect(
      suggested([
        ["Số xã", "xã", 22, 11, null],
        ["Số xã có bác sĩ giỏi", "xã", 2, 1, null],
        ["Tỷ lệ xã có bác sĩ giỏi", "%", 9, 9, null],
      ]),
    ).toEqual([]);
  });

  test("the factor is that of the unit", () => {
    expect(
      suggested([
        ["Tổng số dân", "người", 656670, 656717, 641200],
        ["Số bệnh nhân", "người", 1901, 1801, 1604],
        ["Tỷ lệ mắc", "/10.000 dân", 28.95, 27.42, 25.02],
      ]),
    ).toEqual(["dòng 4 = dòng 3 / dòng 2 × 10.000 ở cả 3 cột"]);
  });
});

describe("parts and doubles", () => {
  test("what stands under trong đó is not more than the row above", () => {
    expect(
      suggested([
        ["Bệnh nhân được quản lý, trong đó:", "người", 3793, 3874, 3494],
        ["- Người dân tộc thiểu số", "người", 1092, 1244, 1032],
        ["- Trẻ em", "người", 300, 280, 310],
      ]),
    ).toEqual(["dòng 3, dòng 4 không lớn hơn dòng 2 ở cả 3 cột"]);
  });

  test("one that is more says that the list is something else", () => {
    expect(
      suggested([
        ["Bệnh nhân được quản lý, trong đó:", "người", 3793, 3874, 3494],
        ["- Lượt khám", "người", 5092, 1244, 1032],
        ["- Trẻ em", "người", 300, 280, 310],
      ]),
    ).toEqual([]);
  });

  test("a figure stated again in another section, not one that is merely common", () => {
    expect(
      suggested([
        ["SINH SẢN", ""],
        ["Số trẻ đẻ sống", "trẻ", 11951, 5958, 5900],
        ["Số xã", "xã", 129, 129, 115],
        ["DINH DƯỠNG", ""],
        ["Số trẻ đẻ sống", "trẻ", 11951, 5958, 5900],
        ["Số xã triển khai", "xã", 129, 129, 115],
      ]),
    ).toEqual(["dòng 6 ghi cùng số với dòng 3 ở cả 3 cột"]);
  });
});

describe("kinds", () => {
  const kindOf = (...line: Line) => {
    const learned = learnedOf([line, ["Số khác", "ca", 1, 2, 3]]);
    return learned.rows[0]!.traits;
  };

  test.each([
    ["Tổng tỷ suất sinh", "", "rate"],
    ["Tổng số trẻ", "", "count"],
    ["Kinh phí phòng chống dịch", "", "money"],
    ["Tỷ số giới tính khi sinh", "", "ratio"],
    ["Bao phủ bảo hiểm", "%", "rate"],
    ["Ngân sách cấp", "triệu đồng", "money"],
  ])("%s (%s) is a %s", (label, unit, kind) => {
    expect(kindOf(label, unit, 10, 20, 30).kind).toBe(kind);
  });

  test("a count of fractions is none", () => {
    expect(kindOf("Số lượt khám bình quân", "", 1.2, 1.3, 1.1).kind).toBe("index");
  });

  test("the comparison is checked against what the row states", () => {
    expect(kindOf("Tỷ lệ sinh", "%", 52, 51, 52.5, -1.5).compared).toBe("agrees");
    expect(kindOf("Tỷ lệ sinh", "%", 52, 51, 52.5, -2.9).compared).toBe("contradicts");
    expect(kindOf("Số ca mắc", "ca", 52, 51, 60, -9)).toMatchObject({ comparison: "difference", compared: "agrees" });
  });
});

test("five thousand rows are learned from in bounded time", () => {
  const lines = Array.from({ length: 1250 }, (_, at): Line[] => {
    const [a, b] = [1000 + ((at * 7919) % 9000), 500 + ((at * 104729) % 8000)];
    const rate = Math.round((1000 * b) / (a + b)) / 10;
    return [
      [`Tổng số ${at}`, "người", a + b, a + b + 1, a + b + 2],
      [`- Nam ${at}`, "người", a, a + 1, a + 1],
      [`- Nữ ${at}`, "người", b, b, b + 1],
      [
        `Tỷ lệ nữ ${at}`,
        "%",
        rate,
        Math.round((1000 * b) / (a + b + 1)) / 10,
        Math.round((1000 * (b + 1)) / (a + b + 2)) / 10,
      ],
    ];
  }).flat();
  const learn = () => {
    const { suggestions } = learnedOf(lines);
    expect(suggestions.filter(({ type }) => type === "total")).toHaveLength(1250);
  };
  expect(computing(learn)).toBeLessThan(6_000);
}, 20_000);

test("hostile labels are only text", () => {
  const evil = "=cmd|' /C calc'!A0";
  const learned = learnedOf([
    [evil, "<script>", 7540, 2435, 2507],
    ["- @SUM(1)", "<script>", 6990, 2250, 2299],
    ["- +1", "<script>", 550, 185, 208],
  ]);
  expect(learned.rows[0]!.label).toBe(evil);
  expect(learned.suggestions).toHaveLength(1);
});
