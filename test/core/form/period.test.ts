import fc from "fast-check";
import {
  parsePeriod,
  periodCode,
  periodMark,
  periodWords,
  samePeriodLastYear,
  shareOfYear,
  spanIn,
  spanWords,
  yearsIn,
  type Period,
} from "../../../src/core/form/period";
import { fold } from "../../../src/core/text/fold";
import { anyPeriod } from "../../support/arbitraries";

const HALF: Period = { span: "half", year: 2024 };
const NINE: Period = { span: "nine", year: 2024 };
const YEAR: Period = { span: "year", year: 2024 };
const QUARTER: Period = { span: "quarter", year: 2024, quarter: 2 };

test.each<[string, Period]>([
  ["2024-6T", HALF],
  ["2024-9t", NINE],
  ["2024-N", YEAR],
  [" 2024 ", YEAR],
  ["2024-Q2", QUARTER],
  ["1999-q4", { span: "quarter", year: 1999, quarter: 4 }],
])("%j is a period", (text, period) => {
  expect(parsePeriod(text)).toEqual(period);
});

test.each([
  "",
  "6T",
  "24-6T",
  "12024-6T",
  "x2024",
  "2024-N 2024",
  "2024-6",
  "2024-3T",
  "2024-Q5",
  "2024-Q",
  "2024 6T",
  "2024-6T.",
  "3024",
  "2024-6T-Q1",
])("%j is no period", (text) => {
  expect(parsePeriod(text)).toBeUndefined();
});

test.each<[Period, string, string, string, string, number]>([
  [HALF, "2024-6T", "6 tháng đầu năm 2024", "6T.2024", "6 tháng", 0.5],
  [NINE, "2024-9T", "9 tháng đầu năm 2024", "9T.2024", "9 tháng", 0.75],
  [YEAR, "2024-N", "năm 2024", "năm 2024", "năm", 1],
  [QUARTER, "2024-Q2", "quý II năm 2024", "quý II.2024", "quý II", 0.25],
])("how %j is written, and its share of the year", (period, code, words, mark, span, share) => {
  expect([periodCode(period), periodWords(period), periodMark(period), spanWords(period)]).toEqual([
    code,
    words,
    mark,
    span,
  ]);
  expect(shareOfYear(period)).toBe(share);
});

test("the same period is one year before", () => {
  expect(samePeriodLastYear(QUARTER)).toEqual({ span: "quarter", year: 2023, quarter: 2 });
});

test.each([
  ["KH năm 2024", [2024]],
  ["Kế hoạch 2021-2025, TH 6T.2024", [2021, 2025, 2024]],
  ["1990, 1989, 2099, 2100", [1990, 2099]],
  ["20245, 12024, 503/1825", []],
  ["năm2024", [2024]],
])("years in %j", (text, years) => {
  expect(yearsIn(text)).toEqual(years);
});

test.each([
  ["Ước TH 6 tháng đầu năm 2024", { span: "half" }],
  ["6T.2024", { span: "half" }],
  ["TH 6T2024", { span: "half" }],
  ["Sáu tháng", { span: "half" }],
  ["9 tháng 2024", { span: "nine" }],
  ["TH 9T/2024", { span: "nine" }],
  ["TH 9T2024", { span: "nine" }],
  ["Chín tháng", { span: "nine" }],
  ["Quý I năm 2024", { span: "quarter", quarter: 1 }],
  ["quý II/2024", { span: "quarter", quarter: 2 }],
  ["QUÝ III", { span: "quarter", quarter: 3 }],
  ["TH quý IV", { span: "quarter", quarter: 4 }],
  ["quý 4 năm 2024", { span: "quarter", quarter: 4 }],
  ["Thực hiện năm 2024", { span: "year" }],
  ["năm 2024", { span: "year" }],
])("the span in %j", (text, span) => {
  expect(spanIn(fold(text))).toEqual(span);
});

test.each(["", "Kế hoạch", "16 tháng", "26T", "năm", "quý", "quý V", "quý 5", "năm 20245", "Thực hiện 2024"])(
  "no span in %j",
  (text) => {
    expect(spanIn(fold(text))).toBeUndefined();
  },
);

test("what is written of a period is read back", () => {
  fc.assert(
    fc.property(anyPeriod, (drawn) => {
      expect(parsePeriod(periodCode(drawn))).toEqual(drawn);
      for (const words of [periodWords(drawn), periodMark(drawn)]) {
        expect(yearsIn(words)).toEqual([drawn.year]);
        expect({ ...spanIn(fold(words)), year: drawn.year }).toEqual(drawn);
      }
    }),
  );
});
