/** The same indicator in several forms: what is held against each other, and what is left alone. */

import { acrossForms, checkTogether } from "../../../src/core/check/across-forms";
import { explainedBy } from "../../../src/core/check/explanations";
import { readLinks } from "../../../src/core/form/links";
import type { Period } from "../../../src/core/form/period";
import { recognise } from "../../../src/core/form/recognise";
import { readFigures, type FigureTable } from "../../../src/core/table/figures";
import { allForms, formById } from "../../../src/forms";
import { shippedLinks } from "../../../src/forms/links";
import type { Form } from "../../../src/core/form/types";
import { linkProblems } from "../../support/link-problems";
import { COLUMNS, count, formOf, grid, headerOf, laidOut, meta, type Line, type Written } from "../form/support";
import { rowsOf, type Figures } from "./support";

const YEAR_2020: Period = { span: "year", year: 2020 };

/** A form's own sheet with a figure in one column of one row. */
function sheet(
  id: string,
  figures: Readonly<Record<string, Readonly<Partial<Record<"plan" | "actual" | "samePeriod", Written>>>>>,
  period: Period = YEAR_2020,
  unit?: string,
): FigureTable {
  const form = formById(id)!;
  const grid = laidOut(form, period, (code, column) => {
    const role = form.columns[column]!.role;
    return role === "plan" || role === "actual" || role === "samePeriod" ? figures[code]?.[role] : null;
  });
  const named = { ...grid, sheet: `${id} ${period.year}` };
  return readFigures(named, recognise(named, [form], { formId: id, period, ...(unit && { unit }) })!);
}

const said = (...tables: FigureTable[]) =>
  [...acrossForms(tables, shippedLinks())].flatMap(([table, findings]) =>
    findings.map(({ cell, message, level }) => `${table.grid.sheet} ${cell} ${level} ${message}`),
  );

describe("two forms that say different figures", () => {
  const b01 = sheet("B01", { CB_22: { actual: 20.5 } });
  const b03 = sheet("B03", { DSM_05: { actual: 20.22 } });

  test("are both told, each with the other's sheet, cell and figure", () => {
    const [first, second] = said(b01, b03);
    expect(first).toMatch(
      /^B01 2020 F\d+ warning .* ở đây ghi 20,5; trang tính “B03 2020”, ô F\d+ \(Thực hiện\) ghi 20,22\. Lệch 0,28\.$/,
    );
    expect(second).toMatch(/^B03 2020 F\d+ warning .*“B01 2020”/);
    const [finding] = acrossForms([b01, b03], shippedLinks()).get(b01)!;
    expect(finding!.elsewhere).toEqual([
      { sheet: "B03 2020", cell: b03.byCode.get("DSM_05 ")!.cells.actual!.at, value: 20.22 },
    ]);
  });

  test("a reason given for it holds until the other form's figure changes", () => {
    const figure = (other: FigureTable) => {
      const [finding] = acrossForms([b01, other], shippedLinks()).get(b01)!;
      return explainedBy(finding!, b01).figure;
    };
    expect(figure(b03)).toBe(figure(sheet("B03", { DSM_05: { actual: 20.22, plan: 3 } })));
    expect(figure(b03)).not.toBe(figure(sheet("B03", { DSM_05: { actual: 20.32 } })));
  });

  test("last year's TH is this year's CK, where both sheets say the same unit", () => {
    const [last, now] = [2019, 2020].map(
      (year) => (unit?: string) =>
        sheet("B01", { CB_22: year === 2019 ? { actual: 20.5 } : { samePeriod: 21.5 } }, { span: "year", year }, unit),
    ) as [(unit?: string) => FigureTable, (unit?: string) => FigureTable];
    expect(said(last("Sở Y tế A"), now("Sở Y tế A"))).toHaveLength(2);
    expect(said(last("TTYT huyện A"), now("TTYT huyện B"))).toEqual([]);
    // The sheets of several districts, which nobody gave a name, are no contradiction.
    expect(said(last(), now())).toEqual([]);
  });

  test("stand among the findings of their own table", () => {
    const [result] = checkTogether([b01, b03], shippedLinks());
    const rows = result!.findings.map(({ row }) => row);
    expect(result!.findings.filter(({ rule }) => rule === "QH9")).toHaveLength(1);
    expect(rows).toEqual([...rows].sort((a, b) => a - b));
  });

  test("each is held against every other", () => {
    const third = sheet("PL02", { SKSS_19: { actual: 18 } });
    const tables = [sheet("B01", { CB_27: { actual: 19 } }), sheet("B03", { DSM_25: { actual: 19 } }), third];
    expect(said(...tables)).toHaveLength(3);
  });

  test("also in the plan, of whatever period of the year", () => {
    const half = sheet("B03", { DSM_05: { plan: 18 } }, { span: "half", year: 2020 });
    expect(said(sheet("B01", { CB_22: { plan: 17 } }), half)).toHaveLength(2);
  });

  test("next year's targets state this year's figure beside them", () => {
    const next = sheet("CTCY", { CY_02: { actual: 12.06 } }, { span: "year", year: 2021 });
    expect(said(sheet("B01", { CB_01: { actual: 9.87 } }), next)).toHaveLength(2);
    expect(said(sheet("B01", { CB_01: { actual: 9.87 } }, { span: "year", year: 2021 }), next)).toEqual([]);
  });
});

describe("what is left alone", () => {
  const b01 = sheet("B01", { CB_22: { actual: 20.5, plan: "<20" } });

  test.each<[string, FigureTable]>([
    ["the same figure with other decimals", sheet("B03", { DSM_05: { actual: 20.49 } })],
    ["another year", sheet("B03", { DSM_05: { actual: 30 } }, { span: "year", year: 2021 })],
    ["half of the year", sheet("B03", { DSM_05: { actual: 30 } }, { span: "half", year: 2020 })],
    ["a figure that is missing", sheet("B03", { DSM_05: { actual: "…" } })],
    ["a threshold beside a figure", sheet("B03", { DSM_05: { plan: 30 } })],
    ["an indicator of another meaning", sheet("B03", { DSM_18: { actual: 30 } })],
    ["a form without links", sheet("MT136", { MT_08: { actual: 30 } })],
  ])("%s", (_, other) => {
    expect(said(b01, other)).toEqual([]);
  });

  test("another unit; where one sheet does not say its unit they are taken together", () => {
    const lai = sheet("B01", { CB_22: { actual: 20.5 } }, YEAR_2020, "Sở Y tế Lai Châu");
    const other = (unit?: string) => sheet("B03", { DSM_05: { actual: 30 } }, YEAR_2020, unit);
    expect(said(lai, other("Sở Y tế Hà Tĩnh"))).toEqual([]);
    expect(said(lai, other("SỞ Y TẾ LAI CHÂU"))).toHaveLength(2);
    expect(said(lai, other())).toHaveLength(2);
  });
});

describe("forms of one's own", () => {
  const form = (id: string, lines: readonly Line[], more: object = {}) =>
    formOf(lines, meta(undefined, { id, ...more }));
  const [one, two] = ["MOT", "HAI"].map((id) => form(id, [count("A", "Số ca"), count("B", "Số ca, nơi khác")]));
  const links = readLinks("Nghĩa;Biểu;Mã số;Số đo\nca;MOT;A;\nca;MOT;B;\nca;HAI;A;\n");
  const tableOf = (own: Form, figures: Figures, period?: Period, unit?: string): FigureTable => {
    const header = period ? headerOf(own, period) : own.columns.map(({ role }) => ROLE_HEADERS[role] ?? role);
    const sheet = grid([header, ...rowsOf(own, figures)], { sheet: own.id });
    return readFigures(
      sheet,
      recognise(sheet, [own], { formId: own.id, ...(period && { period }), ...(unit && { unit }) })!,
    );
  };
  /** Headers that say nothing of a period. */
  const ROLE_HEADERS: Readonly<Record<string, string>> = {
    label: "Chỉ tiêu",
    code: "Mã số",
    plan: "Kế hoạch",
    actual: "Thực hiện",
    samePeriod: "Cùng kỳ",
  };
  const found = (tables: readonly FigureTable[], by = links) =>
    [...acrossForms(tables, by)].map(
      ([table, findings]) => `${table.grid.sheet} ${findings.map(({ cell }) => cell).join(" ")}`,
    );

  test("figures of one table are not held against each other: that is for its own relations", () => {
    expect(found([tableOf(one!, { A: [null, 5], B: [null, 6] }, YEAR_2020, "Sở Y tế A")])).toEqual([]);
    const other = tableOf(two!, { A: [null, 5] }, YEAR_2020);
    expect(found([tableOf(one!, { A: [null, 5], B: [null, 6] }, YEAR_2020), other])).toEqual(["MOT D3", "HAI D2"]);
  });

  test("a row of the same code in a form that no link names is another indicator", () => {
    const strange = form("BA", [count("A", "Số giường"), count("B", "Số phòng")]);
    const known = tableOf(one!, { A: [null, 5] }, YEAR_2020);
    expect(found([known, tableOf(strange, { A: [null, 90] }, YEAR_2020)])).toEqual([]);
  });

  test("a sheet whose period nothing tells is held against none", () => {
    const [known, unknown] = [tableOf(one!, { A: [9, 5] }, YEAR_2020), tableOf(two!, { A: [8, 6] })];
    expect(unknown.binding.period).toBeUndefined();
    expect(found([known, unknown])).toEqual([]);
  });

  test("plans of two years may differ", () => {
    const next: Period = { span: "year", year: 2021 };
    expect(found([tableOf(one!, { A: [9] }, YEAR_2020), tableOf(two!, { A: [8] }, next)])).toEqual([]);
    expect(found([tableOf(one!, { A: [9] }, YEAR_2020), tableOf(two!, { A: [8] }, YEAR_2020)])).toHaveLength(2);
  });

  test("CK is last year's also under a header that only says cùng kỳ", () => {
    const plain = form("HAI", [count("A", "Số ca"), count("B", "Số ca khác")], {
      columns: [COLUMNS.label, COLUMNS.code, COLUMNS.actual, { ...COLUMNS.samePeriod, header: "Cùng kỳ" }],
    });
    const last = tableOf(one!, { A: [null, 5] }, YEAR_2020);
    const now = (actual: number, before: number) =>
      tableOf(plain, { A: [actual, before] }, { span: "year", year: 2021 });
    expect(found([last, now(5, 6)])).toEqual(["MOT D2", "HAI D2"]);
    expect(found([last, now(6, 5)])).toEqual([]);
  });

  test("each measure has the year that its own header names", () => {
    const column = (measure: string, header: string, year: string) => ({
      ...COLUMNS.actual,
      group: `Năm ${year}`,
      header,
      measure,
    });
    const measured = form("BA", [count("A", "Tả"), count("B", "Lỵ")], {
      measures: [
        { id: "mac", label: "Mắc" },
        { id: "chet", label: "Chết" },
      ],
      columns: [COLUMNS.label, COLUMNS.code, column("mac", "Mắc", "{nam}"), column("chet", "Chết", "{nam-1}")],
    });
    const both = readLinks("Nghĩa;Biểu;Mã số;Số đo\nca;MOT;A;\nca;BA;A;mac\nca;BA;A;chet\n");
    const figures = tableOf(measured, { A: [7, 5] }, { span: "year", year: 2021 });
    const last = (actual: number) => tableOf(one!, { A: [null, actual] }, YEAR_2020);
    expect(found([last(5), figures], both)).toEqual([]);
    expect(found([last(7), figures], both)).toEqual(["MOT D2", "BA D2"]);
  });

  test("of three that differ each names both others, and a table that agrees with all has its own findings only", () => {
    const three = readLinks("Nghĩa;Biểu;Mã số;Số đo\nca;MOT;A;\nca;HAI;A;\nca;BA;A;\ncon;MOT;B;\ncon;BON;B;\n");
    const more = ["BA", "BON"].map((id) => form(id, [count("A", "Số ca"), count("B", "Số con")]));
    const tables = [one!, two!, ...more].map((own, at) =>
      tableOf(own, { A: [null, 5 + at], B: [null, own.id === "BON" ? 3 : null] }, YEAR_2020),
    );
    const [first] = acrossForms(tables, three).get(tables[0]!)!;
    expect(first!.message).toContain(
      "trang tính “HAI”, ô D2 (Thực hiện) ghi 6; trang tính “BA”, ô D2 (Thực hiện) ghi 7",
    );
    const results = checkTogether(tables, three);
    const across = results.map(({ findings }) => findings.filter(({ rule }) => rule === "QH9").length);
    expect(across).toEqual([1, 1, 1, 0]);
    expect(results[3]!.findings.map(({ cell, rule }) => `${cell} ${rule}`)).toEqual(
      checkTogether([tables[3]!], three)[0]!.findings.map(({ cell, rule }) => `${cell} ${rule}`),
    );
  });
});

describe("the links between the shipped forms", () => {
  test("name rows that exist, of one unit and kind each", () => {
    expect(linkProblems(shippedLinks(), allForms())).toEqual([]);
    expect(shippedLinks().length).toBeGreaterThan(20);
  });

  test("a row that is not there, another unit and a single form are said", () => {
    const text = "Nghĩa;Biểu;Mã số;Số đo\na;B01;KHONG;\na;B03;DSM_05;\nb;B01;CB_01;\nb;B03;DSM_05;\nc;B01;CB_01;\n";
    expect(linkProblems(readLinks(text), allForms())).toEqual([
      "a: không có B01 KHONG",
      "b: /10.000 dân / %",
      "c: chỉ một biểu",
    ]);
  });

  test("a file without its columns is refused", () => {
    expect(() => readLinks("Nghĩa;Mã số\n")).toThrow("links.csv");
  });
});
