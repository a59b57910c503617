import fc from "fast-check";
import { parsePeriod, type Period } from "../../../src/core/form/period";
import {
  columnTemplate,
  fillTemplate,
  namesPeriod,
  namesYearBefore,
  templateOf,
  withoutPlaces,
} from "../../../src/core/form/template";
import { anyPeriod } from "../../support/arbitraries";

const HALF = parsePeriod("2024-6T")!;
const QUARTER = parsePeriod("2024-Q2")!;

test.each([
  ["Kế hoạch {nam}", "Kế hoạch 2024"],
  ["Ước TH {ky}", "Ước TH 6T.2024"],
  ["TH {ky-1}", "TH 6T.2023"],
  ["{Kỳ} năm {nam-1}", "6 tháng năm 2023"],
  ["Ước TH {kỳ} {nam}, KH {nam}", "Ước TH 6 tháng 2024, KH 2024"],
  ["Tình hình các bệnh {kỳ báo cáo}", "Tình hình các bệnh 6 tháng đầu năm 2024"],
  ["Mục tiêu đến năm 2025", "Mục tiêu đến năm 2025"],
])("the header %j in six months of 2024", (template, text) => {
  expect(fillTemplate(template, HALF)).toBe(text);
});

test("a whole year is not called a year twice", () => {
  expect(fillTemplate("{Kỳ} năm {nam}", { span: "year", year: 2024 })).toBe("Năm 2024");
  expect(fillTemplate("{Kỳ} năm {nam}", HALF)).toBe("6 tháng năm 2024");
});

test("{Kỳ} begins with a capital", () => {
  expect(fillTemplate("{Kỳ} {nam-1}, {kỳ}, {ky-1}", QUARTER)).toBe("Quý II 2023, quý II, quý II.2023");
});

test.each([
  ["Điều trị nội trú {kỳ báo cáo}", "Điều trị nội trú"],
  ["{Kỳ} năm {nam}: giường bệnh", "năm : giường bệnh"],
  ["Mục tiêu đến năm 2025", "Mục tiêu đến năm 2025"],
  ["Nội trú{kỳ}ngoại trú", "Nội trú ngoại trú"],
])("%j without its places", (template, text) => {
  expect(withoutPlaces(template)).toBe(text);
});

test("a column is called by its group and its own header", () => {
  expect(columnTemplate({ header: "Mắc", group: "{Kỳ} năm {nam-1}" })).toBe("{Kỳ} năm {nam-1} Mắc");
  expect(columnTemplate({ header: "Chỉ tiêu" })).toBe("Chỉ tiêu");
  expect(columnTemplate(undefined)).toBe("");
});

test.each<[string, boolean, boolean]>([
  ["Ước TH {ky}", true, false],
  ["Thực hiện {ky-1}", true, true],
  ["Ước TH năm {nam-1}", true, true],
  ["Mục tiêu đến năm 2025", false, false],
  ["So với cùng kỳ", false, false],
])("%j speaks of the period: %j, of the year before: %j", (header, period, before) => {
  expect([namesPeriod({ header }), namesYearBefore({ header })]).toEqual([period, before]);
  expect([namesPeriod({ header: "Mắc", group: header }), namesYearBefore({ header: "", group: header })]).toEqual([
    period,
    before,
  ]);
});

const words = fc.constantFrom("Ước TH ", "Kế hoạch ", "6 tháng ", "{nam}", "{nam-1}", "{ky}", "{ky-1}", "2019", ", ");
const anyTemplate = fc.array(words, { maxLength: 6 }).map((parts) => parts.join(""));

test("a header made a template says the same of its own period, and of the next what a template says of it", () => {
  fc.assert(
    fc.property(anyTemplate, anyPeriod, (template, period: Period) => {
      const header = fillTemplate(template, period);
      const made = templateOf(header, period);
      expect(fillTemplate(made, period)).toBe(header);
      expect(templateOf(fillTemplate(made, period), period)).toBe(made);
      const next = { ...period, year: period.year + 1 };
      // A year that the form itself names may be the period's by chance.
      if (!template.includes("2019")) expect(fillTemplate(made, next)).toBe(fillTemplate(template, next));
      expect(withoutPlaces(withoutPlaces(template))).toBe(withoutPlaces(template));
    }),
  );
});

test("a header stays as it is where nobody knows the period", () => {
  expect(templateOf("Ước TH 6T.2024", undefined)).toBe("Ước TH 6T.2024");
});

test.each([
  ["Ước TH 6T.2024", "Ước TH {ky}"],
  ["Thực hiện 6T.2023", "Thực hiện {ky-1}"],
  ["KH năm 2024 so với 2023", "KH năm {nam} so với {nam-1}"],
  ["Mục tiêu 2030", "Mục tiêu 2030"],
])("of six months of 2024 %j is made %j", (header, template) => {
  expect(templateOf(header, { span: "half", year: 2024 })).toBe(template);
});
