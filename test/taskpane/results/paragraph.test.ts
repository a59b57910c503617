import { assess, type Target } from "../../../src/core/compare/assess";
import type { RowAssessment } from "../../../src/core/compare/assess-table";
import type { Period } from "../../../src/core/form/period";
import { describe as describeTarget } from "../../../src/taskpane/results/describe";
import { paragraphOf } from "../../../src/taskpane/results/paragraph";
import { RESULTS_TEXTS_EN } from "../../../src/taskpane/texts/results.en";
import { RESULTS_TEXTS } from "../../../src/taskpane/texts/results.vi";

const YEAR: Period = { span: "year", year: 2020 };
const HALF: Period = { span: "half", year: 2024 };
const FLOW: RowAssessment["traits"] = { unit: "trẻ", kind: "count", accrual: "flow", direction: { aim: "high" } };
const LOW: RowAssessment["traits"] = { unit: "%", kind: "rate", accrual: "stock", direction: { aim: "low" } };

function row(
  label: string,
  actual: number,
  plan: number | Target,
  traits: RowAssessment["traits"],
  period: Period = YEAR,
): RowAssessment {
  const decimals = (value: number) => String(value).split(".")[1]?.length ?? 0;
  const reached = { value: actual, decimals: decimals(actual) };
  const target: Target = typeof plan === "number" ? { kind: "number", value: plan, decimals: decimals(plan) } : plan;
  const judged = assess(reached, target, traits, period);
  return { code: label, label, cell: "D3", section: "", reached, target, traits, ...judged };
}

const ratio = { ...LOW, unit: "trẻ trai/100 trẻ gái", kind: "ratio" as const };

test("a year: how many are met, and those that are not with TH/KH, counts below ten with a nought", () => {
  const met = Array.from({ length: 26 }, (_, index) => row(`Chỉ tiêu ${index}`, 10, 10, FLOW));
  const unmet = [
    row("Tỷ số giới tính khi sinh", 112.4, 109.56, ratio),
    row("Tỷ lệ các bà mẹ sinh con thứ 3 trở lên", 20.2, 15.5, LOW),
    row("Tỷ lệ thôn bản có nhân viên y tế hoạt động:", 95.8, 98.7, { ...LOW, direction: { aim: "high" } }),
    row("Đào tạo Bác sỹ CKII,I, Thạc sỹ", 16, 30, FLOW),
  ];
  expect(paragraphOf([...met, ...unmet], YEAR, RESULTS_TEXTS)).toBe(
    "Năm 2020: hoàn thành và vượt 26/30 chỉ tiêu, có 04 chỉ tiêu không hoàn thành là: " +
      "(1) Tỷ số giới tính khi sinh 112,4/109,56; (2) Tỷ lệ các bà mẹ sinh con thứ 3 trở lên 20,2/15,5; " +
      "(3) Tỷ lệ thôn bản có nhân viên y tế hoạt động 95,8/98,7; (4) Đào tạo Bác sỹ CKII,I, Thạc sỹ 16/30.",
  );
});

test("mid-year: those on pace and those behind are told apart from those that are not met", () => {
  const rows = [
    row("A", 12, 10, FLOW, HALF),
    row("B", 6, 10, FLOW, HALF),
    row("C", 3, 10, FLOW, HALF),
    row("D", 21, 17.3, LOW, HALF),
    row(
      "E",
      91,
      { kind: "bound", operator: "≥", value: 95, decimals: 0 },
      { ...LOW, direction: { aim: "high" } },
      HALF,
    ),
    row("F", 1, { kind: "absent" }, FLOW, HALF),
  ];
  expect(paragraphOf(rows, HALF, RESULTS_TEXTS)).toBe(
    "6 tháng đầu năm 2024: hoàn thành và vượt kế hoạch năm 01/05 chỉ tiêu, 01 chỉ tiêu đạt tiến độ, " +
      "có 02 chỉ tiêu chưa đạt là: (1) D 21/17,3; (2) E 91/≥95; có 01 chỉ tiêu chậm tiến độ là: (1) C 3/10.",
  );
  expect(paragraphOf(rows, HALF, RESULTS_TEXTS_EN)).toBe(
    "First half of 2024: met or exceeded the year's plan in 01/05 targets, 01 targets on pace, " +
      "02 targets are not met: (1) D 21/17,3; (2) E 91/≥95; 01 targets are behind pace: (1) C 3/10.",
  );
});

test("all met, and nothing judged", () => {
  expect(paragraphOf([row("A", 10, 10, FLOW)], YEAR, RESULTS_TEXTS)).toBe(
    "Năm 2020: hoàn thành và vượt 01/01 chỉ tiêu.",
  );
  expect(paragraphOf([row("A", 10, { kind: "absent" }, FLOW)], YEAR, RESULTS_TEXTS)).toBe("");
});

test.each([
  [row("TCĐĐ", 5448, 11444, FLOW, HALF), "47,6% cả năm, 95,2% của 6 tháng · còn thiếu 5.996, cần 1.000 trẻ mỗi tháng"],
  [row("Con thứ 3", 21, 17.3, LOW, HALF), "càng thấp càng tốt, cao hơn kế hoạch 3,7 điểm"],
  [row("GTKS", 112.4, 109.56, ratio, HALF), "càng thấp càng tốt, cao hơn kế hoạch 2,84"],
  [row("Xã", 101, 102, { ...FLOW, accrual: "stock" }, HALF), "99,0% kế hoạch · còn thiếu 1"],
  [
    row("Chết", 12, 15, { ...FLOW, direction: { aim: "low" } }, HALF),
    "80,0% cả năm, 160,0% của 6 tháng · càng thấp càng tốt, quá phần của kỳ 4,5",
  ],
  [
    row("BHYT", 91, { kind: "bound", operator: "≥", value: 95, decimals: 0 }, { ...LOW, direction: { aim: "high" } }),
    "thấp hơn mức yêu cầu 4 điểm",
  ],
])("what is said of one target: %#", (assessment, words) => {
  expect(describeTarget(assessment, HALF, RESULTS_TEXTS)).toBe(words);
});

test("both languages have the same words", () => {
  const keys = (value: object): string[] =>
    Object.entries(value).flatMap(([key, inner]) =>
      typeof inner === "object" && inner !== null ? keys(inner as object).map((one) => `${key}.${one}`) : [key],
    );
  expect(keys(RESULTS_TEXTS_EN).sort()).toEqual(keys(RESULTS_TEXTS).sort());
});
