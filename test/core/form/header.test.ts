import { findHeader } from "../../../src/core/form/header";
import { readHeaderText } from "../../../src/core/form/header-words";
import type { Measure } from "../../../src/core/form/types";
import { computing } from "../../support/computing";
import { grid, type Written } from "./support";

/** As many as a cell of Excel holds. */
const LETTERS = 32_767;

test.each(["thực hiện ", "th / ", "so với ", "số kế hoạch / ", "th 2024 ", "ty le a ke "])(
  "a cell full of %j is read at once",
  (words) => {
    const text = words.repeat(LETTERS / words.length);
    const read = () => {
      for (let cell = 0; cell < 20; cell += 1) readHeaderText(`${text}${cell}`, []);
    };
    expect(computing(read)).toBeLessThan(1_000);
  },
);

describe("what a header's words say", () => {
  test.each([
    ["TT", "tt"],
    ["STT", "tt"],
    ["Số TT", "tt"],
    ["Mã số", "code"],
    ["MÃ SỐ", "code"],
    ["Mã chỉ tiêu", "code"],
    ["Chỉ tiêu", "label"],
    ["CÁC CHỈ TIÊU", "label"],
    ["Tên chỉ tiêu", "label"],
    ["Chỉ tiêu chuyên môn", "label"],
    ["Nội dung", "label"],
    ["Tên bệnh", "label"],
    ["Tên đơn vị", "label"],
    ["Đơn vị tính", "unit"],
    ["ĐVT", "unit"],
    ["Đ.V.T", "unit"],
    ["Kế hoạch năm 2024", "plan"],
    ["KH 2024", "plan"],
    ["KH\nnăm 2024", "plan"],
    ["Chỉ tiêu giao năm 2024", "plan"],
    ["Mục tiêu đến năm 2025", "plan"],
    ["Thực hiện 6T.2024", "actual"],
    ["Ước TH 6T.2024", "actual"],
    ["Ước thực hiện 6 tháng đầu năm 2024", "actual"],
    ["TH 2024", "actual"],
    ["Kết quả thực hiện", "actual"],
    ["Cùng kỳ", "samePeriod"],
    ["CK 2023", "samePeriod"],
    ["Thực hiện cùng kỳ năm 2023", "samePeriod"],
    ["So với Kế hoạch", "vsPlan"],
    ["So với KH (%)", "vsPlan"],
    ["% so với KH", "vsPlan"],
    ["Tỷ lệ % so với kế hoạch năm", "vsPlan"],
    ["Đạt % kế hoạch", "vsPlan"],
    ["% KH", "vsPlan"],
    ["TH/KH (%)", "vsPlan"],
    ["Thực hiện so với kế hoạch (%)", "vsPlan"],
    ["% thực hiện so với KH", "vsPlan"],
    ["So với cùng kỳ", "vsSamePeriod"],
    ["So sánh với CK (%)", "vsSamePeriod"],
    ["Tăng, giảm so với cùng kỳ", "vsSamePeriod"],
    ["Tăng/giảm (%)", "vsSamePeriod"],
    ["Chênh lệch", "vsSamePeriod"],
    ["Thực hiện so với cùng kỳ (%)", "vsSamePeriod"],
    ["So với cùng kỳ năm 2023 (%)", "vsSamePeriod"],
    // "Số" and "so" are one word once folded.
    ["Số cùng kỳ", "samePeriod"],
    ["Số thực hiện cùng kỳ năm 2023", "samePeriod"],
    ["Số liệu CK 2023", "samePeriod"],
    ["Số kế hoạch", "plan"],
    ["Số giao 2024", "plan"],
    ["Số KH năm 2024", "plan"],
    ["Số thực hiện 6T.2024", "actual"],
    ["Số TH so với số KH (%)", "vsPlan"],
    ["Tỷ lệ % so với số cùng kỳ", "vsSamePeriod"],
    // A stroke is a comparison.
    ["Thực hiện/Kế hoạch (%)", "vsPlan"],
    ["TH 6T.2024 / KH năm 2024", "vsPlan"],
    ["Kết quả/KH", "vsPlan"],
    ["TH/CK (%)", "vsSamePeriod"],
    ["Tỷ lệ TH/cùng kỳ", "vsSamePeriod"],
    ["TH 2024/TH 2023 (%)", "vsSamePeriod"],
    ["Thực hiện 6T.2024/Thực hiện 6T.2023", "vsSamePeriod"],
    ["Mục tiêu/Kế hoạch năm 2024", "plan"],
    ["Thực hiện năm 2024/năm 2025", "actual"],
    ["TH 6T.2024 so với 6T.2023", "vsSamePeriod"],
    ["Thực hiện so với năm 2023 (%)", "vsSamePeriod"],
    ["KH 2024 so với TH 2023", "plan"],
    ["Kế hoạch so với năm 2023", "plan"],
    // The year before without its number.
    ["Năm trước", "samePeriod"],
    ["Thực hiện năm trước", "samePeriod"],
    ["Số liệu 6 tháng năm trước", "samePeriod"],
    ["Thực hiện so với năm trước", "vsSamePeriod"],
    ["Kế hoạch năm trước", "plan"],
    ["Chuyển năm trước", undefined],
    ["6T.2024 Số cùng kỳ", "samePeriod"],
    ["TH 6T.2024 / cùng kỳ (%)", "vsSamePeriod"],
    ["Kết quả 9T.2024/CK", "vsSamePeriod"],
    // Longer ways of writing.
    ["Chỉ tiêu được giao", "plan"],
    ["Chỉ tiêu KH 2024", "plan"],
    ["So sánh với kế hoạch", "vsPlan"],
    ["Thực hiện so với tổng số kế hoạch năm", "vsPlan"],
    ["Thực hiện so sánh với tổng số cùng kỳ", "vsSamePeriod"],
    ["KH đạt (%)", "vsPlan"],
    ["Kế hoạch hoàn thành", "vsPlan"],
    ["% cùng kỳ", "vsSamePeriod"],
    ["So CK", "vsSamePeriod"],
    ["Tăng trưởng bình quân so CK", "vsSamePeriod"],
    ["So 2023", "vsSamePeriod"],
    ["So sánh 9 tháng", "vsSamePeriod"],
    ["Thực hiện so với cả năm 2023", "vsSamePeriod"],
    ["TH so với 2023", "vsSamePeriod"],
    ["So sánh (%) với thực hiện năm 2023", "vsSamePeriod"],
    ["TH so với ước TH cả năm 2023", "vsSamePeriod"],
    ["Thực hiện so với chỉ tiêu giao năm 2024", "vsPlan"],
    ["% so với chỉ tiêu được giao", "vsPlan"],
    // With a target or an average of some year, which is neither column.
    ["% so với mục tiêu năm 2025", undefined],
    ["So với trung bình toàn quốc năm 2023", undefined],
    ["Quý III năm 2024 Kế hoạch", "plan"],
    ["Quý 2 năm 2024 Thực hiện", "actual"],
    ["2024 Kế hoạch", "plan"],
    // Words that only begin or end so.
    ["Ghi chú TT", undefined],
    ["TTYT huyện", undefined],
    ["Mã vạch", undefined],
    ["Tên theo mã", undefined],
    ["Theo đơn vị tính", undefined],
    ["ĐVT khác", undefined],
    ["Nội dung 2024", undefined],
    ["Ngày giao", undefined],
    ["Số khám", undefined],
    ["% khám", undefined],
    ["Tỷ lệ khám thai", undefined],
    ["Số tăng giảm", undefined],
    ["Năm trước chuyển sang", undefined],
    ["Ghi chú", undefined],
    ["Số lượt khám bệnh", undefined],
    ["Số đơn vị", undefined],
    ["Chỉ", undefined],
    ["Tổng", undefined],
    ["", undefined],
  ])("“%s” is %s", (text, role) => {
    expect(readHeaderText(text, []).role).toBe(role);
    expect(readHeaderText(text.normalize("NFD"), []).role).toBe(role);
    expect(readHeaderText(text.toLocaleUpperCase("vi"), []).role).toBe(role);
  });

  test.each([
    ["6 tháng năm 2023", 2023],
    ["Năm 2024", 2024],
    ["Quý II năm 2024", 2024],
    ["9T.2024", 2024],
  ])("“%s” is nothing but a period", (text, year) => {
    expect(readHeaderText(text, [])).toMatchObject({ periodOnly: true, year });
  });

  test.each(["Thực hiện 2024", "Dân số năm 2024", "6 tháng", "6T.2024/6T.2023", "Ghi chú"])(
    "“%s” is more, or less, than a period",
    (text) => {
      expect(readHeaderText(text, []).periodOnly).toBe(false);
    },
  );

  test.each([
    ["KH theo QĐ ngày 20/12/2023", undefined],
    ["KH theo QĐ ngày 5/1/2023", undefined],
    ["KH theo QĐ ngày 5.12.2023", undefined],
    ["KH theo QĐ ngày 05-1-2023", undefined],
    ["KH 2024 theo QĐ ngày 20/12/2023", 2024],
    ["TH tháng 12/2023", 2023],
    ["TH 6T-2024", 2024],
  ])("“%s” is of the year %s", (text, year) => {
    expect(readHeaderText(text, []).year).toBe(year);
  });

  const MEASURES: readonly Measure[] = [
    { id: "mac", label: "Mắc" },
    { id: "chet", label: "Chết" },
    { id: "ty", label: "Tỷ lệ chết" },
  ];

  test.each([
    ["6 tháng năm 2024 Mắc", "mac", undefined],
    ["So cùng kỳ Chết", "chet", "vsSamePeriod"],
    ["Thực hiện 2024 - Tỷ lệ chết", "ty", "actual"],
    ["Thực hiện 2024", "", "actual"],
    ["Mắc mới", "mac", undefined],
    ["Số máccc", "", undefined],
  ])("“%s” is of the measure “%s”", (text, measure, role) => {
    expect(readHeaderText(text, MEASURES)).toMatchObject({ measure });
    expect(readHeaderText(text, MEASURES).role).toBe(role);
  });
});

/** Roles by their column. */
function roles(
  rows: readonly (readonly Written[])[],
  more: Parameters<typeof grid>[1] = {},
  measures: readonly Measure[] = [],
) {
  const header = findHeader(grid(rows, more), measures);
  return (
    header &&
    Object.fromEntries(
      header.columns.map(({ role, measure, column }) => [column, measure ? `${role} ${measure}` : role]),
    )
  );
}

const USUAL = [
  "TT",
  "Chỉ tiêu",
  "Kế hoạch năm 2024",
  "Ước TH 6T.2024",
  "Thực hiện 6T.2023",
  "So với Kế hoạch",
  "So với cùng kỳ",
];
const ROW = ["1", "Số lượt khám", 100, 60, 50, 60, 20];

describe("finding the header", () => {
  test("in the first row", () => {
    expect(roles([USUAL, ROW])).toEqual({
      0: "tt",
      1: "label",
      2: "plan",
      3: "actual",
      4: "samePeriod",
      5: "vsPlan",
      6: "vsSamePeriod",
    });
    expect(findHeader(grid([USUAL, ROW]), [])).toMatchObject({
      top: 0,
      bottom: 0,
      period: { span: "half", year: 2024 },
      years: { plan: 2024, actual: 2024, samePeriod: 2023 },
    });
  });

  test("with its columns in any order", () => {
    expect(roles([[...USUAL].reverse(), [...ROW].reverse()])).toEqual({
      6: "tt",
      5: "label",
      4: "plan",
      3: "actual",
      2: "samePeriod",
      1: "vsPlan",
      0: "vsSamePeriod",
    });
  });

  test("under a merged title block that uses the same words", () => {
    const rows = [
      ["SỞ Y TẾ TỈNH ĐIỆN BIÊN", null, null, null, "Phụ lục 02"],
      ["KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU CHUYÊN MÔN 6 THÁNG ĐẦU NĂM 2024"],
      ["(Kèm theo Báo cáo số 12/BC-SYT của Sở Y tế)"],
      [],
      USUAL,
      ["A", "B", "1", "2", "3", "4=2/1", "5"],
      ROW,
    ];
    const merges = [1, 2].map((row) => ({ top: row, bottom: row, left: 0, right: 6 }));
    expect(findHeader(grid(rows, { merges }), [])).toMatchObject({
      top: 4,
      bottom: 4,
      period: { span: "half", year: 2024 },
    });
  });

  test("in two rows, the groups merged over their columns", () => {
    const rows = [
      ["TT", "Chỉ tiêu", "Năm 2024", null, "So sánh (%)", null, "Thực hiện 6 tháng 2023"],
      [null, null, "Kế hoạch", "Ước TH 6 tháng", "So với KH", "So với cùng kỳ", null],
      ROW,
    ];
    const merges = [
      ...[0, 1, 6].map((left) => ({ top: 0, bottom: 1, left, right: left })),
      ...[2, 4].map((left) => ({ top: 0, bottom: 0, left, right: left + 1 })),
    ];
    const header = findHeader(grid(rows, { merges }), [])!;
    expect([header.top, header.bottom]).toEqual([0, 1]);
    expect(header.columns.map(({ column, header: text }) => `${column} ${text}`)).toEqual([
      "0 TT",
      "1 Chỉ tiêu",
      "2 Năm 2024 Kế hoạch",
      "3 Năm 2024 Ước TH 6 tháng",
      "4 So sánh (%) So với KH",
      "5 So sánh (%) So với cùng kỳ",
      "6 Thực hiện 6 tháng 2023",
    ]);
    expect(roles(rows, { merges })).toMatchObject({ 1: "label", 4: "vsPlan", 5: "vsSamePeriod" });
  });

  test("in groups of measures", () => {
    const rows = [
      ["TT", "Tên bệnh", "6 tháng năm 2024", null, "6 tháng năm 2023", null, "So cùng kỳ", null],
      [null, null, "Mắc", "Chết", "Mắc", "Chết", "Mắc", "Chết"],
      ["1", "Tả", 1, 0, 2, 0, -1, 0],
    ];
    const merges = [2, 4, 6].map((left) => ({ top: 0, bottom: 0, left, right: left + 1 }));
    const measures = [
      { id: "mac", label: "Mắc" },
      { id: "chet", label: "Chết" },
    ];
    expect(roles(rows, { merges }, measures)).toEqual({
      ...{ 0: "tt", 1: "label", 2: "actual mac", 3: "actual chet", 4: "samePeriod mac", 5: "samePeriod chet" },
      ...{ 6: "vsSamePeriod mac", 7: "vsSamePeriod chet" },
    });
    expect(findHeader(grid(rows, { merges }), measures)!.period).toEqual({ span: "half", year: 2024 });
  });

  test("two columns of figures are told apart by their years, in either order", () => {
    expect(
      roles([
        ["Chỉ tiêu", "Năm 2024", "Năm 2023"],
        ["Số ca", 1, 2],
      ]),
    ).toEqual({ 0: "label", 1: "actual", 2: "samePeriod" });
    expect(
      roles([
        ["Chỉ tiêu", "TH 2023", "TH 2024"],
        ["Số ca", 1, 2],
      ]),
    ).toEqual({ 0: "label", 1: "samePeriod", 2: "actual" });
    expect(
      roles([
        ["Chỉ tiêu", "Mục tiêu 2025", "Mục tiêu 2030", "TH 2024"],
        ["Số ca", 1, 2, 3],
      ]),
    ).toEqual({ 0: "label", 1: "plan", 2: "laterPlan", 3: "actual" });
  });

  test.each<[string, Written, Written]>([
    ["numbers", 2023, 2024],
    ["texts", "2023", "2024"],
  ])("years under one word may be %s", (_, before, now) => {
    const rows = [
      ["TT", "Chỉ tiêu", "Thực hiện", null, "Kế hoạch"],
      [null, null, before, now, null],
      ["1", "Số ca", 4, 5, 6],
    ];
    const merges = [{ top: 0, bottom: 0, left: 2, right: 3 }];
    const expected = { 0: "tt", 1: "label", 2: "samePeriod", 3: "actual", 4: "plan" };
    expect(roles(rows, { merges })).toEqual(expected);
    expect(roles(rows)).toEqual(expected);
    expect(roles([rows[0]!, [null, null, before, now, "KH năm 2024"], rows[2]!])).toEqual(expected);
    expect(
      roles([
        ["Chỉ tiêu", before, now],
        ["Số ca", 4, 5],
      ]),
    ).toEqual({ 0: "label", 1: "samePeriod", 2: "actual" });
  });

  test.each<[string, readonly Written[]]>([
    ["figures", ["Số giường", 100, "KH năm 2024"]],
    ["figures as texts", ["Số giường", "1.200", "KH năm 2024"]],
    ["figures that look like years", ["Số giường", 2010, "KH năm 2024"]],
    ["an error", ["Số giường", { value: { error: "#N/A" } }, "KH năm 2024"]],
  ])("a row with %s is the first of the table, whatever its notes say", (_, row) => {
    const sheet = [["Chỉ tiêu", "Thực hiện 6T.2024", null], row];
    expect(findHeader(grid(sheet), [])).toMatchObject({ top: 0, bottom: 0 });
    expect(roles(sheet)).toEqual({ 0: "label", 1: "actual" });
  });

  test("columns are told from left to right, their words without the spaces around them", () => {
    const { columns } = findHeader(grid([[...USUAL].reverse().map((text) => `  ${text}\n`), [...ROW].reverse()]), [])!;
    expect(columns.map(({ column, header }) => [column, header])).toEqual(
      [...USUAL].reverse().map((text, at) => [at, text]),
    );
  });

  test("a column of the comparison with the plan is never taken for the figures themselves", () => {
    const header = ["Chỉ tiêu", "KH 2024", "TH 2024", "Thực hiện so với KH (%)", "Thực hiện so với cùng kỳ (%)"];
    expect(roles([header, ["Số ca", 10, 5, 50, 10]])).toEqual({
      0: "label",
      1: "plan",
      2: "actual",
      3: "vsPlan",
      4: "vsSamePeriod",
    });
  });

  test("a unit beside the label is Đơn vị tính; alone it is the label", () => {
    expect(
      roles([
        ["Chỉ tiêu", "Đơn vị", "TH 2024"],
        ["Số ca", "ca", 1],
      ]),
    ).toEqual({ 0: "label", 1: "unit", 2: "actual" });
    expect(
      roles([
        ["TT", "Đơn vị", "TH 2024"],
        ["1", "TTYT Tủa Chùa", 1],
      ]),
    ).toEqual({ 0: "tt", 1: "label", 2: "actual" });
  });

  test("the first of two headers that say the same: the second is the header of page two", () => {
    expect(findHeader(grid([USUAL, ROW, ROW, USUAL, ROW]), [])).toMatchObject({ top: 0, bottom: 0 });
  });

  test.each([
    ["an empty sheet", []],
    ["no header", [ROW, ROW]],
    [
      "a header without figures",
      [
        ["TT", "Chỉ tiêu", "Ghi chú"],
        ["1", "Số ca", "x"],
      ],
    ],
    [
      "a header without labels",
      [
        ["Kế hoạch", "Thực hiện"],
        [1, 2],
      ],
    ],
    ["a header far down", [...Array.from({ length: 90 }, () => ["x"]), USUAL, ROW]],
    [
      "a paragraph",
      [
        ["Chỉ tiêu", `Kế hoạch ${"được giao và thực hiện ".repeat(8)}`],
        ["Số ca", 1],
      ],
    ],
  ])("%s has none", (_, rows: readonly (readonly Written[])[]) => {
    expect(findHeader(grid(rows), [])).toBeUndefined();
  });

  test.each([
    [
      "the header",
      [
        ["Chỉ tiêu", "KH 2024", "TH 9 tháng 2024"],
        ["Số ca", 1, 2],
      ],
      { span: "nine", year: 2024 },
    ],
    [
      "the title",
      [["BÁO CÁO QUÝ III NĂM 2024"], ["Chỉ tiêu", "KH", "TH"], ["Số ca", 1, 2]],
      { span: "quarter", quarter: 3, year: 2024 },
    ],
    [
      "title and header together",
      [["Báo cáo sáu tháng"], ["Chỉ tiêu", "KH 2024", "TH"], ["Số ca", 1, 2]],
      { span: "half", year: 2024 },
    ],
    [
      "a year alone",
      [
        ["Chỉ tiêu", "KH 2024", "TH năm 2024"],
        ["Số ca", 1, 2],
      ],
      { span: "year", year: 2024 },
    ],
    [
      "nothing",
      [
        ["Chỉ tiêu", "KH", "TH"],
        ["Số ca", 1, 2],
      ],
      undefined,
    ],
  ])("the period is read from %s", (_, rows: readonly (readonly Written[])[], period) => {
    expect(findHeader(grid(rows), [])!.period).toEqual(period);
  });
});
