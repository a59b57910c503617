/** Which of several columns is TH, CK and KH, on the layouts that people really use. */

import { findHeader } from "../../../src/core/form/header";
import type { Grid } from "../../../src/core/table/grid";

const TITLE = ["KẾT QUẢ THỰC HIỆN 6 THÁNG ĐẦU NĂM 2024"];

function roles(header: readonly string[], title: readonly string[] = TITLE) {
  const rows = [title, ["Nghị quyết số 12 năm 2021"], header, ["Số ca mắc", ...header.slice(1).map((_, at) => at + 1)]];
  const grid: Grid = { sheet: "S", rows: rows.map((cells) => cells.map((value) => ({ value }))) };
  const found = findHeader(grid, [])!;
  return { ...Object.fromEntries(found.columns.map(({ role, column }) => [role, column])), period: found.period };
}

const HALF = { span: "half", year: 2024 };

test.each([
  [
    "the usual order",
    ["Chỉ tiêu", "Kế hoạch năm 2024", "Ước TH 6T.2024", "Thực hiện 6T.2023"],
    { plan: 1, actual: 2, samePeriod: 3 },
  ],
  [
    "last year's whole year beside its six months",
    ["Chỉ tiêu", "KH 2024", "Thực hiện năm 2023", "Thực hiện 6T.2023", "TH 6T.2024"],
    { plan: 1, actual: 4, samePeriod: 3 },
  ],
  [
    "TH without a year",
    ["Chỉ tiêu", "Kế hoạch năm 2024", "Thực hiện 6 tháng", "Thực hiện 6T.2023"],
    { plan: 1, actual: 2, samePeriod: 3 },
  ],
  [
    "a plan of six months beside the year's",
    ["Chỉ tiêu", "Kế hoạch 6 tháng", "Kế hoạch năm 2024", "TH 6T.2024", "TH 6T.2023"],
    { plan: 2, actual: 3, samePeriod: 4 },
  ],
  [
    "two columns of the same words: the first",
    ["Chỉ tiêu", "KH 2024", "Ước TH 6T.2024", "Ước TH 6T.2024", "TH 6T.2023"],
    { plan: 1, actual: 2, samePeriod: 4 },
  ],
  [
    "the date of a decision in the header",
    ["Chỉ tiêu", "KH 2024 theo QĐ 2345/QĐ-UBND ngày 20/12/2023", "TH 6T.2024", "TH 6T.2023"],
    { plan: 1, actual: 2, samePeriod: 3 },
  ],
  [
    "other words for TH",
    ["Chỉ tiêu", "KH 2024", "Lũy kế 6 tháng đầu năm 2024", "KQ thực hiện 6T/2023"],
    { plan: 1, actual: 2, samePeriod: 3 },
  ],
  [
    "an estimate of the year beside six months",
    ["Chỉ tiêu", "KH 2024", "TH 6T.2024", "Ước TH cả năm 2024", "TH 6T.2023"],
    { plan: 1, actual: 2, samePeriod: 4 },
  ],
  [
    "months that are none of the title's: the first column of this year",
    ["Chỉ tiêu", "KH 2024", "TH 9T.2024", "TH quý I/2024", "TH 9T.2023", "TH quý I/2023"],
    { plan: 1, actual: 2, samePeriod: 4 },
  ],
  [
    "the same months of two earlier years: the latest",
    ["Chỉ tiêu", "KH 2024", "TH 6T.2022", "TH 6T.2023", "TH 6T.2024"],
    { plan: 1, actual: 4, samePeriod: 3 },
  ],
  [
    "only the whole of last year: no cùng kỳ",
    ["Chỉ tiêu", "KH 2024", "TH 6T.2024", "Thực hiện năm 2023"],
    { plan: 1, actual: 2 },
  ],
  [
    "last year without its months",
    ["Chỉ tiêu", "KH 2024", "TH 6T.2024", "TH 2023"],
    { plan: 1, actual: 2, samePeriod: 3 },
  ],
  [
    "plans of two years: this year's, then the later",
    ["Chỉ tiêu", "KH 2025", "KH 2024", "TH 6T.2024", "TH 6T.2023"],
    { plan: 2, laterPlan: 1, actual: 3, samePeriod: 4 },
  ],
  [
    "a comparison of two years' months before the figures themselves",
    ["Chỉ tiêu", "KH 2024", "TH 6T.2024 so với 6T.2023 (%)", "Thực hiện", "Số cùng kỳ"],
    { plan: 1, vsSamePeriod: 2, actual: 3, samePeriod: 4 },
  ],
  [
    "the year before in words, before this year",
    ["Chỉ tiêu", "KH 2024", "Thực hiện năm trước", "Thực hiện", "TH/KH (%)"],
    { plan: 1, samePeriod: 2, actual: 3, vsPlan: 4 },
  ],
  [
    "an estimate of the whole year before the six months of the title",
    ["Chỉ tiêu", "KH 2024", "Ước TH năm 2024", "TH 6T.2024", "TH 6T.2023"],
    { plan: 1, actual: 3, samePeriod: 4 },
  ],
  [
    "TH without year and months beside last year's months",
    ["Chỉ tiêu", "KH 2024", "Thực hiện", "TH 6T.2023"],
    { plan: 1, actual: 2, samePeriod: 3 },
  ],
  [
    "TH without a year beside this year's months: the months",
    ["Chỉ tiêu", "KH 2025", "Thực hiện", "TH 6T.2024"],
    { plan: 1, actual: 3 },
  ],
  [
    "a plan that says its year in full beside one that does not",
    ["Chỉ tiêu", "Kế hoạch năm 2025", "KH 2024", "TH 6T.2024"],
    { plan: 2, laterPlan: 1, actual: 3 },
  ],
  [
    "two comparisons with the plan: the first",
    ["Chỉ tiêu", "KH 2024", "TH 6T.2024", "TH/KH (%)", "So với KH"],
    { plan: 1, actual: 2, vsPlan: 3 },
  ],
  [
    "only last year's months that we can read",
    ["Chỉ tiêu", "KH 2024", "Cột mới 6T", "Thực hiện 6T.2023"],
    { plan: 1, samePeriod: 3 },
  ],
])("%s", (_name, header, expected) => {
  const { period, ...found } = roles(header);
  expect(found).toEqual({ label: 0, ...expected });
  if ("actual" in expected && !header.includes("TH 9T.2024")) expect(period).toEqual(HALF);
});

test("the months of what is planned next are not the period", () => {
  expect(roles(["Chỉ tiêu", "KH 2024", "Thực hiện"], ["PHƯƠNG HƯỚNG 6 THÁNG CUỐI NĂM 2024"]).period).toBeUndefined();
});

test.each([[["KH 2025"]], [["KH 2024", "KH 2025"]]])(
  "with %j the months of the year before are TH: the form looks ahead",
  (plans) => {
    expect(roles(["Chỉ tiêu", "TH 6T.2023", ...plans])).toMatchObject({ actual: 1, plan: 2 });
    expect(roles(["Chỉ tiêu", "TH 6T.2023", "KH 2024"])).not.toHaveProperty("actual");
  },
);

test("without a title TH that says no year is of the plan's year", () => {
  expect(roles(["Chỉ tiêu", "KH 2024", "Thực hiện", "TH 2023"], ["BÁO CÁO"])).toMatchObject({
    actual: 2,
    samePeriod: 3,
  });
});

test.each([
  ["months before a year alone", ["Năm 2025", "BÁO CÁO 6 THÁNG ĐẦU NĂM 2024"], HALF],
  ["months and their year in two lines", ["BÁO CÁO 6 THÁNG", "Sở Y tế", "Năm 2024"], HALF],
  ["a year alone", ["Sở Y tế", "BÁO CÁO NĂM 2023"], { span: "year", year: 2023 }],
  ["months without a year", ["BÁO CÁO 6 THÁNG"], undefined],
])("the title says the period: %s", (_, title, period) => {
  expect(roles(["Chỉ tiêu", "Kế hoạch", "Thực hiện"], title).period).toEqual(period);
});

test("what rows of the table say is not the report's period", () => {
  const rows = [
    ["Chỉ tiêu", "Kế hoạch", "Thực hiện"],
    ["Số ca 9 tháng năm 2021", 1, 2],
    ["Kế hoạch quý I năm 2022", 1, 2],
  ];
  const grid: Grid = { sheet: "S", rows: rows.map((cells) => cells.map((value) => ({ value }))) };
  expect(findHeader(grid, [])!.period).toBeUndefined();
});

test("a form that looks ahead keeps this year's figures as TH", () => {
  expect(roles(["Chỉ tiêu", "Ước TH năm 2020", "Kế hoạch năm 2021"], ["CHỈ TIÊU GIAO NĂM 2021"])).toMatchObject({
    actual: 1,
    plan: 2,
  });
});

test("the period is that of TH's own months before those of the title", () => {
  const header = ["Chỉ tiêu", "KH 2024", "TH 9T.2024", "TH 9T.2023"];
  expect(roles(header).period).toEqual({ span: "nine", year: 2024 });
  expect(roles(["Chỉ tiêu", "KH 2024", "TH quý III/2024", "TH quý III/2023"]).period).toEqual({
    span: "quarter",
    year: 2024,
    quarter: 3,
  });
  expect(roles(["Chỉ tiêu", "KH 2024", "Thực hiện", "Cùng kỳ"]).period).toEqual(HALF);
  expect(roles(["Chỉ tiêu", "Kế hoạch", "Thực hiện"], ["BÁO CÁO"]).period).toBeUndefined();
});

test("a title that cites a decision of months or years is not the report's own", () => {
  expect(
    roles(["Chỉ tiêu", "KH", "Thực hiện"], ["(Kèm theo Báo cáo số 12/BC-SYT 9 tháng năm 2021)"]).period,
  ).toBeUndefined();
});
