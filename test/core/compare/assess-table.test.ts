import fc from "fast-check";
import type { RowAssessment } from "../../../src/core/compare/assess-table";
import { judgedCount } from "../../../src/core/compare/outlook";
import { assessmentName, assessTable, countBySection, countStatuses } from "../../../src/core/compare/assess-table";
import { FORM, formOf, tableOf, type TableOptions, type Written } from "../table/support";

const HALF: TableOptions = { period: { span: "half", year: 2024 } };

const TABLE = tableOf(
  FORM,
  [
    ["KCB"],
    ["KHAM", 1825, 503],
    ["GIUONG", 1750, 1800],
    ["CS", "≥90", "…"],
    ["Dòng lạ", 10, 12],
    ["DS"],
    ["SINH3", 14, 12.5],
    ["GT", 109.56, 112.4],
    ["CHET", null, 1],
  ],
  HALF,
);

test("every indicator is judged, with its cell and its section", () => {
  expect(assessTable(TABLE).map(({ code, cell, section, status }) => [code, cell, section, status])).toEqual([
    ["KHAM", "D3", "KCB", "behind"],
    ["GIUONG", "D4", "KCB", "exceeded"],
    ["CS", "D5", "KCB", "noData"],
    ["SINH3", "D8", "DS", "exceeded"],
    ["GT", "D9", "DS", "unmet"],
    ["CHET", "D10", "DS", "noData"],
  ]);
  expect(assessTable(TABLE)[0]).toEqual({
    code: "KHAM",
    label: "Tổng số lượt khám bệnh",
    cell: "D3",
    section: "KCB",
    reached: { value: 503, decimals: 0 },
    target: { kind: "number", value: 1825, decimals: 0 },
    traits: { unit: "lượt", kind: "count", accrual: "flow", direction: { aim: "high" } },
    status: "behind",
    ofYear: 27.6,
    ofPeriod: 55.1,
    sentence: "Chậm tiến độ: 503/1.825 (27,6% cả năm, 55,1% của 6 tháng), còn thiếu 1.322 so với cả năm.",
  });
});

test("counts by section, in the order of the form", () => {
  const none = { exceeded: 0, met: 0, onPace: 0, behind: 0, unmet: 0, notJudged: 0, noData: 0 };
  const all = assessTable(TABLE);
  expect(countStatuses(all)).toEqual({ ...none, exceeded: 2, behind: 1, unmet: 1, noData: 2 });
  expect(countStatuses([])).toEqual(none);
  expect(countBySection(all, TABLE)).toEqual([
    { section: "KCB", label: "I. Khám chữa bệnh", counts: { ...none, exceeded: 1, behind: 1, noData: 1 } },
    { section: "DS", label: "II. Dân số", counts: { ...none, exceeded: 1, unmet: 1, noData: 1 } },
  ]);
});

test("a table of no known form, and a form that sets next year's plan, are not judged", () => {
  const lines = [["KHAM", 1825, 503]] as const;
  expect(assessTable(tableOf(undefined, lines, HALF))).toEqual([]);
  expect(assessTable(tableOf({ ...FORM, assessed: false }, lines, HALF))).toEqual([]);
});

test("a form without a plan or without an actual column is not judged", () => {
  for (const role of ["plan", "actual"]) {
    const columns = FORM.columns.filter((column) => column.role !== role);
    expect(assessTable(tableOf({ ...FORM, columns }, [["KHAM", 1825, 503]], HALF))).toEqual([]);
  }
});

describe("sections", () => {
  const rate = (code: string) => `${code};chỉ tiêu;1;;;Tỷ lệ ${code};%;tỷ lệ;thời điểm;cao;1;DIEM;có;không`;
  const form = formOf([
    rate("NGOAI"),
    "A;mục;1;A;;Phần một",
    "A1;mục;2;I;;Chương một",
    "A1A;mục;3;1;;Chương trình",
    rate("SAU"),
    "A2;mục;2;;;Chương không số",
    rate("A21"),
    "B;mục;1;;;Phần không số",
    rate("B1"),
  ]);
  const table = tableOf(form, [
    ["B1", 90, 95],
    ["SAU", 90, 95],
    ["A21", 90, 95],
    ["NGOAI", 90, 95],
  ]);

  test("are parts and chapters, not the programmes of a chapter", () => {
    expect(assessTable(table).map(({ code, section }) => [code, section])).toEqual([
      ["B1", "B"],
      ["SAU", "A1"],
      ["A21", "A2"],
      ["NGOAI", ""],
    ]);
  });

  test("are named by number and title, as far as they have them", () => {
    const sections = countBySection(assessTable(table), table);
    expect(sections.map(({ section, label, counts }) => [section, label, counts.exceeded])).toEqual([
      ["B", "Phần không số", 1],
      ["A1", "A.I. Chương một", 1],
      ["A2", "A. Chương không số", 1],
      ["", "", 1],
    ]);
  });
});

describe("targets of two years", () => {
  const form = formOf(["BHYT;chỉ tiêu;1;1;;Tỷ lệ tham gia bảo hiểm y tế;%;tỷ lệ;thời điểm;cao;1;DIEM;có;không"], {
    columns: [
      { role: "code", header: "Mã số", width: 9 },
      { role: "label", header: "Chỉ tiêu", width: 9 },
      { role: "plan", header: "Mục tiêu đến năm 2025", width: 9 },
      { role: "laterPlan", header: "Mục tiêu đến năm 2030", width: 9 },
      { role: "actual", header: "Thực hiện {ky}", width: 9 },
    ],
  });
  const status = (options: TableOptions, later: Written = "trên 97%") =>
    assessTable(tableOf(form, [["BHYT", "trên 95%", later, 96]], options))[0]!.status;
  const year = (value: number) => ({ period: { span: "year", year: value } as const });

  test("the nearer holds until its year has passed", () => {
    expect([status(year(2024)), status(year(2025)), status(year(2026))]).toEqual(["met", "met", "unmet"]);
    expect(status(year(2026), null)).toBe("noData");
  });

  test("the nearer holds where no year is known", () => {
    expect(status({})).toBe("met");
    expect(status({ ...year(2026), headers: { 2: "Mục tiêu" } })).toBe("met");
  });

  test("a plan without a later one holds however old it is; a later one alone is no plan", () => {
    const without = (role: string) => ({ ...form, columns: form.columns.filter((column) => column.role !== role) });
    const old = tableOf(without("laterPlan"), [["BHYT", "trên 95%", 96]], year(2026));
    expect(assessTable(old)[0]!.status).toBe("met");
    expect(assessTable(tableOf(without("plan"), [["BHYT", "trên 97%", 96]], year(2026)))).toEqual([]);
  });

  test("the last year of the header counts", () => {
    expect(status({ ...year(2026), headers: { 2: "Mục tiêu 2021-2025" } })).toBe("unmet");
    expect(status({ ...year(2024), headers: { 2: "Mục tiêu 2021-2025" } })).toBe("met");
  });
});

test("a form of several measures is judged measure by measure", () => {
  const column = (role: string, measure?: string) => ({
    role,
    header: `${role} ${measure}`,
    width: 9,
    ...(measure && { measure }),
  });
  const form = formOf(["BV;chỉ tiêu;1;1;;Bệnh viện tỉnh;giường;số đếm;thời điểm;cao;0;PT;có;cộng"], {
    measures: [
      { id: "giuong", label: "Giường" },
      { id: "cs", label: "Công suất", kind: "tỷ lệ", unit: "%", comparison: "DIEM", decimals: 1, direction: "không" },
    ],
    columns: [
      column("code"),
      column("label"),
      ...["giuong", "cs"].flatMap((id) => [column("plan", id), column("actual", id)]),
    ],
  });
  const judged = assessTable(tableOf(form, [["BV", 100, 110, 90, 95]]));
  expect(judged.map(({ code, measure, cell, status }) => [code, measure, cell, status])).toEqual([
    ["BV", "giuong", "D2", "exceeded"],
    ["BV", "cs", "F2", "notJudged"],
  ]);
  expect(judged.map((one) => assessmentName(one, form))).toEqual([
    "Bệnh viện tỉnh (giường)",
    "Bệnh viện tỉnh (công suất)",
  ]);
});

test("an assessment is called by its label, without what leads to the rows below", () => {
  expect(assessmentName({ label: "Tổng số người được giám định, trong đó:" }, undefined)).toBe(
    "Tổng số người được giám định",
  );
});

test("the counts of the sections add up to those of the whole, whichever assessments there are", () => {
  const all = assessTable(TABLE);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...all), { maxLength: 20 }), (drawn: RowAssessment[]) => {
      const counts = countStatuses(drawn);
      const sections = countBySection(drawn, TABLE);
      expect(new Set(sections.map(({ section }) => section)).size).toBe(sections.length);
      for (const status of Object.keys(counts) as (keyof typeof counts)[]) {
        expect(sections.reduce((sum, { counts: own }) => sum + own[status], 0)).toBe(counts[status]);
      }
      expect(judgedCount(counts) + counts.notJudged + counts.noData).toBe(drawn.length);
    }),
  );
});
