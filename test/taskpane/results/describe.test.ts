import { assess, type Target } from "../../../src/core/compare/assess";
import type { RowAssessment } from "../../../src/core/compare/assess-table";
import type { Period } from "../../../src/core/form/period";
import { describe as describeTarget } from "../../../src/taskpane/results/describe";
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

test.each([
  [row("TCĐĐ", 5448, 11444, FLOW, HALF), "47,6% cả năm, 95,2% của 6 tháng · còn thiếu 5.996 trẻ, cần 1.000 trẻ/tháng"],
  [row("Con thứ 3", 21, 17.3, LOW, HALF), "càng thấp càng tốt, cao hơn kế hoạch 3,7 điểm phần trăm"],
  [row("GTKS", 112.4, 109.56, ratio, HALF), "càng thấp càng tốt, cao hơn kế hoạch 2,84"],
  [row("Xã", 101, 102, { ...FLOW, accrual: "stock" }, HALF), "99,0% kế hoạch · còn thiếu 1 trẻ"],
  [
    row("Chết", 12, 15, { ...FLOW, direction: { aim: "low" } }, HALF),
    "80,0% cả năm, 160,0% của 6 tháng · càng thấp càng tốt, quá phần của kỳ 4,5 trẻ",
  ],
  [
    row("BHYT", 91, { kind: "bound", operator: "≥", value: 95, decimals: 0 }, { ...LOW, direction: { aim: "high" } }),
    "thấp hơn mức yêu cầu 4 điểm phần trăm",
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
