import { readFileSync } from "node:fs";
import { join } from "node:path";
import { factorOfUnit } from "../../src/core/form/definition-check";
import { loadForm } from "../../src/core/form/load";
import { fillTemplate } from "../../src/core/form/template";
import type { Form, Indicator } from "../../src/core/form/types";
import { readFigure } from "../../src/core/number";
import { tidy } from "../../src/core/text/fold";
import { allForms, formById, FORM_SOURCES } from "../../src/forms";
import { readPublished } from "../support/published";

const IDS = Object.keys(FORM_SOURCES);
const FORMS = IDS.map((id) => [id, formById(id)!] as const);
const PL02 = formById("PL02")!;

const indicator = (form: Form, code: string) => form.byCode.get(code) as Indicator;

describe.each(IDS)("%s", (id) => {
  test("loads without a problem", () => {
    expect(loadForm(FORM_SOURCES[id]!).problems).toEqual([]);
  });

  test("is a file that Excel opens and saves: byte order mark, semicolons, a column for every field", () => {
    const bytes = readFileSync(join(__dirname, "../../src/forms", id, "indicators.csv"));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = bytes.toString("utf8");
    expect(text).toBe(text.normalize("NFC"));
    expect(text.slice(1).split("\n")[0]).toMatch(/^Mã số;Loại dòng;Cấp;TT;Dấu;Chỉ tiêu;Tên khác;Đơn vị tính;/);
    expect(text.endsWith("\n")).toBe(true);
    expect(text).not.toContain("\t");
  });

  test("carries its own id, names its source and points to the schema", () => {
    const form = formById(id)!;
    expect(form.id).toBe(id);
    expect(form.source).toMatch(/Sở Y tế tỉnh|UBND tỉnh/);
    expect(FORM_SOURCES[id]!.meta).toMatchObject({ $schema: "../form.schema.json" });
  });

  test("fills its title and headers for each of its periods", () => {
    const form = formById(id)!;
    for (const span of form.periods) {
      const period = span === "quarter" ? ({ span, year: 2024, quarter: 2 } as const) : ({ span, year: 2024 } as const);
      const texts = [form.title, ...form.columns.flatMap(({ header, group }) => [header, group ?? ""])];
      for (const text of texts) expect(fillTemplate(text, period)).not.toMatch(/[{}]/);
    }
  });
});

test.each([
  ["PL01", 30, 30],
  ["PL02", 664, 575],
  ["B01", 34, 30],
  ["B02", 45, 38],
  ["B03", 31, 29],
  ["B04", 16, 16],
  ["B05", 15, 15],
  ["B06", 16, 16],
  ["CTCY", 11, 10],
  ["MT136", 19, 19],
])("%s has %i rows, %i of them indicators", (id, rows, indicators) => {
  const form = formById(id)!;
  expect([form.rows.length, form.indicators.length]).toEqual([rows, indicators]);
});

test("a form is loaded once, and what is no form is none", () => {
  expect(formById("PL01")).toBe(formById("PL01"));
  expect(formById("PL99")).toBeUndefined();
  expect(formById("constructor")).toBeUndefined();
  expect(allForms().map(({ id }) => id)).toEqual(IDS);
});

describe.each(FORMS)("the indicators of %s", (_, form) => {
  /** Codes of the indicators that break a habit of all. */
  const breaking = (breaks: (row: Indicator) => boolean) => form.indicators.filter(breaks).map(({ code }) => code);

  test("have a unit, and rates a unit of rates", () => {
    expect(breaking(({ unit }) => unit === "")).toEqual([]);
    expect(breaking(({ kind, unit }) => kind === "rate" && factorOfUnit(unit) === undefined)).toEqual([]);
    expect(breaking(({ kind, unit }) => kind === "count" && factorOfUnit(unit) !== undefined)).toEqual([]);
  });

  test("count whole things from zero up, and bound percentages", () => {
    expect(breaking(({ kind, decimals, bounds }) => kind === "count" && (decimals !== 0 || bounds?.low !== 0))).toEqual(
      [],
    );
    expect(breaking(({ bounds, kind }) => kind === "rate" && bounds?.high !== undefined && bounds.high < 1)).toEqual(
      [],
    );
  });

  test("roll up as what they are: counts are added, rates recomputed or left", () => {
    expect(breaking(({ kind, rollUp }) => kind === "count" && rollUp !== "sum" && rollUp !== "latest")).toEqual([]);
    expect(breaking(({ kind, rollUp }) => kind !== "count" && kind !== "money" && rollUp === "sum")).toEqual([]);
    expect(breaking(({ formula, rollUp }) => formula !== undefined && rollUp !== "recompute")).toEqual([]);
    expect(breaking(({ formula, rollUp }) => formula === undefined && rollUp === "recompute")).toEqual([]);
  });

  test("are parts of their totals where they are added to them", () => {
    const wrong = form.indicators.flatMap((row) =>
      (row.total?.codes ?? []).filter((part) => !indicator(form, part).partOf.includes(row.code)),
    );
    expect(wrong).toEqual([]);
  });

  test("have figures of the form that read as figures", () => {
    const presets = form.indicators.flatMap(({ presets: own }) => Object.values(own));
    expect(presets.filter((text) => !["number", "bound"].includes(readFigure(text).kind))).toEqual([]);
  });

  test("share no label, nor another name, with a row under the same heading", () => {
    const seen = new Map<string, string>();
    const twice = form.indicators.flatMap((row) =>
      [row.label, ...row.aliases].flatMap((label) => {
        const key = `${row.path.join("/")} ${row.partOf.join()} ${tidy(label).toLowerCase()}`;
        const first = seen.get(key);
        seen.set(key, row.code);
        return first === undefined || first === row.code ? [] : [`${first} ${row.code} ${label}`];
      }),
    );
    expect(twice).toEqual([]);
  });
});

describe("PL02", () => {
  test.each([
    ["LAO_11", "Tỷ lệ B/nhân lao được Q/lý & Đ.trị", "100 * LAO_09 / LAO_07", 100],
    ["LAO_19", "Tỷ lệ mắc lao (mới)/dân số", "100000 * LAO_08 / NS_32", 100_000],
    ["TT_13", "Tỷ lệ mắc bệnh tâm thần/dân số", "100000 * (TT_05 + TT_09) / NS_32", 100_000],
    ["COPD_13", "Tỷ lệ mắc COPD/10.000 dân", "10000 * COPD_06 / NS_32", 10_000],
    ["TCMR_05", "Tỷ lệ TE<1 tuổi TCĐĐ các loại VX", "100 * TCMR_04 / TCMR_03", 100],
    ["SKSS_05", "Tỷ lệ PN đẻ được quản lý thai nghén", "100 * SKSS_04 / SKSS_01", 100],
    ["SKSS_26", "Tỷ số chết mẹ: 1/100.000 trẻ đẻ sống", "100000 * SKSS_25 / SKSS_31", 100_000],
    ["DD_07", "Tỷ lệ trẻ sơ sinh có cân nặng < 2500g", "100 * DD_06 / DD_04", 100],
    ["HIV_19", "Tỷ lệ còn sống quản lý được", "100 * HIV_18 / (HIV_13 - HIV_17)", 100],
    ["NS_07", "Tỷ lệ hộ gia đình sử dụng nguồn nước hợp vệ sinh", "100 * NS_06 / NS_02", 100],
  ])("%s %s = %s", (code, label, formula, factor) => {
    expect(indicator(PL02, code)).toMatchObject({ label, comparison: "points", formula: { text: formula, factor } });
  });

  test.each([
    ["DSB_09", ["DSB_10", "DSB_11"]],
    ["GDYK_01", ["GDYK_02", "GDYK_03", "GDYK_04", "GDYK_05", "GDYK_06"]],
    ["HIV_28", ["HIV_29", "HIV_30"]],
    ["NS_32", ["NS_33", "NS_34"]],
    ["KHHGD_01", ["KHHGD_02", "KHHGD_05", "KHHGD_07", "KHHGD_10", "KHHGD_13", "KHHGD_14"]],
  ])("%s is the sum of %j", (code, parts) => {
    expect(indicator(PL02, code).total).toMatchObject({ codes: parts, isSum: true });
  });

  test.each([
    ["LAO_04", "subsetOf", ["LAO_03"]],
    ["NS_12", "subsetOf", ["NS_03", "NS_08"]],
    ["SKSS_18", "subsetOf", ["SKSS_19"]],
    ["LAO_08", "newOf", ["LAO_07"]],
    ["HIV_12", "newOf", ["HIV_13"]],
    ["LAO_10", "partOf", ["LAO_09"]],
    ["KHHGD_06", "partOf", ["KHHGD_05"]],
    ["DD_02", "sameAs", ["SKSS_31"]],
    ["CLN_06", "sameAs", ["NS_22"]],
  ] as const)("%s is %s %j", (code, relation, others) => {
    expect(indicator(PL02, code)[relation]).toEqual(others);
  });

  test("a “trong đó” whose parts do not make up the whole is no sum", () => {
    expect(indicator(PL02, "LAO_09")).not.toHaveProperty("total");
    expect(indicator(PL02, "KHHGD_05")).not.toHaveProperty("total");
  });

  test("declares as many relations as were found in the annex", () => {
    const having = (field: "formula" | "total" | "partOf" | "subsetOf" | "newOf" | "sameAs") =>
      PL02.indicators.filter((row) => [row[field]].flat().some(Boolean)).length;
    expect([
      having("formula"),
      having("total"),
      having("partOf"),
      having("subsetOf"),
      having("newOf"),
      having("sameAs"),
    ]).toEqual([85, 21, 61, 150, 9, 13]);
  });

  test("what runs over years never falls, and is said so", () => {
    const cumulative = PL02.indicators.filter(({ accrual }) => accrual === "cumulative").map(({ code }) => code);
    expect(cumulative).toEqual(expect.arrayContaining(["TT_02", "COPD_02", "HIV_13", "HIV_15", "HIV_17"]));
  });
});

describe.each(["pl01", "pl02"] as const)("the published %s", (annex) => {
  const form = formById(annex.toUpperCase())!;
  const published = readPublished(annex);

  test("has the form's rows in the form's order", () => {
    expect(published.map(({ code }) => code)).toEqual(form.rows.map(({ code }) => code));
  });

  test("has in each row the form's label or another name that the form knows, to the letter", () => {
    const strange = published.flatMap(({ code, label }) => {
      const row = form.byCode.get(code)!;
      const bare = tidy(label.replace(/^\s*[-+.*]+\s*/, ""));
      return [row.label, ...row.aliases].includes(bare) ? [] : [`${code}: ${bare}`];
    });
    expect(strange).toEqual([]);
  });

  test("has the form's marks in front of its labels", () => {
    const strange = published.filter(({ code, label, tt }) => {
      const row = form.byCode.get(code)!;
      const mark = /^\s*([-+.*]+)/.exec(label)?.[1] ?? "";
      return mark !== row.marker || tt !== row.tt;
    });
    expect(strange.map(({ code, tt, label }) => `${code}: ${tt} ${label}`)).toEqual([]);
  });
});

describe("the forms rebuilt from Lai Châu's reports", () => {
  test.each(["B04", "B05", "B06"])(
    "%s adds up its units: the province, its two tiers, their hospitals and centres",
    (id) => {
      const form = formById(id)!;
      expect(indicator(form, "DV_01").total!.codes).toEqual(["DV_02", "DV_06"]);
      expect(indicator(form, "DV_06").total!.codes).toHaveLength(8);
      // Clinics and stations are counted within their centres already.
      expect(indicator(form, "DV_06").total!.codes).not.toContain("DV_15");
      expect(indicator(form, "DV_15").partOf).toEqual(["DV_06"]);
    },
  );

  test("the forms say that they are rebuilt", () => {
    for (const id of ["B01", "B02", "B03", "B04", "B05", "B06"]) {
      expect(formById(id)!.notes.join(" ")).toMatch(/không kèm theo|dựng/);
    }
  });

  test("MT136 brings its targets along", () => {
    const targets = (code: string) => indicator(formById("MT136")!, code).presets;
    expect(targets("MT_03")).toEqual({ plan: "trên 95%", laterPlan: "trên 96%" });
    expect(targets("MT_04")).toEqual({ plan: "dưới 35%", laterPlan: "dưới 30%" });
    expect(targets("MT_06")).toEqual({ plan: "< 42‰", laterPlan: "< 40‰" });
    expect(targets("MT_19")).toEqual({ plan: "khoảng 0,38%", laterPlan: "0,33" });
  });

  test("CTCY sets a plan beside the year before and is not assessed", () => {
    const form = formById("CTCY")!;
    expect(form.assessed).toBe(false);
    expect(form.columns.map(({ header }) => header)).toEqual(
      expect.arrayContaining(["Ước TH năm {nam-1}", "Kế hoạch năm {nam}"]),
    );
  });
});
