import fc from "fast-check";
import { checkFigures } from "../../../src/core/check/engine";
import { count, formOf, grid, meta, rate, type Written } from "../form/support";
import { tableOf } from "../table/support";
import { check, checkGrid, findingsOf, messages, places, type Figures, type RulesOf } from "./support";

/** Rows 2 to 6; KH, TH, CK, So với KH and So với cùng kỳ stand in C to G. */
const FORM = formOf([
  count("KHAM", "Số lượt khám"),
  rate("TIEM", "Tỷ lệ tiêm chủng"),
  count("CHET", "Số ca tử vong", { "So cùng kỳ": "SO" }),
  rate("HIV", "Tỷ lệ nhiễm HIV", { "Số lẻ": "2" }),
  count("TEN", "Đơn vị dẫn đầu", { "Loại số": "chữ", "Giới hạn": "" }),
]);

const row = (code: string, ...figures: readonly Written[]): Figures => ({ [code]: figures });
const formula = (value: Written): Written => ({ value: value as number | null, formula: "D2/C2*100" });
const printed = (value: number, format: string): Written => ({ value, format });

interface Cases {
  /** What stands in the row, and all that group SS says of it. */
  readonly finds: readonly (readonly [name: string, figures: Figures, messages: readonly string[]])[];
  readonly leaves: readonly (readonly [name: string, figures: Figures])[];
}

const CASES: Readonly<Record<Exclude<RulesOf<"SS">, "SS8" | "SS9">, Cases>> = {
  SS1: {
    finds: [
      [
        "a stale figure",
        row("KHAM", 1750, 1200, null, 71.4),
        ["F2 SS1 So với KH ghi 71,4; 1.200 / 1.750 × 100 = 68,6."],
      ],
      [
        "a figure cut, not rounded",
        row("KHAM", 1750, 1200, null, 68.5),
        ["F2 SS1 So với KH ghi 68,5; 1.200 / 1.750 × 100 = 68,6."],
      ],
      [
        "the growth instead of the share",
        row("KHAM", 100, 120, null, 20),
        ["F2 SS1 So với KH ghi 20; 120 / 100 × 100 = 120,0."],
      ],
      ["points instead of the share", row("TIEM", 95, 97, null, 2), ["F3 SS1 So với KH ghi 2; 97 / 95 × 100 = 102,1."]],
      [
        "a dash where there is a share",
        row("KHAM", 200, 100, null, "-"),
        ["F2 SS1 So với KH ghi -; 100 / 200 × 100 = 50,0."],
      ],
      [
        "a stale formula",
        row("KHAM", 200, 100, null, formula(49)),
        ["F2 SS1 So với KH ghi 49; 100 / 200 × 100 = 50,0."],
      ],
    ],
    leaves: [
      ["one decimal", row("KHAM", 1750, 1200, null, 68.6)],
      ["no decimals", row("KHAM", 1750, 1200, null, 69)],
      ["all decimals", row("KHAM", 1750, 1200, null, 68.57142857142857)],
      ["a share shown as a percentage", row("KHAM", 1750, 1200, null, printed(1200 / 1750, "0.0%"))],
      ["what the rounded rates allow", row("TIEM", 9.5, 9.7, null, 102.4)],
      ["a formula that is not calculated", row("KHAM", 200, 100, null, formula(null))],
      ["zero of a plan", row("KHAM", 200, 0, null, "-")],
      ["an unreadable result, which is another rule's", row("KHAM", 200, 100, null, "đạt")],
    ],
  },
  SS2: {
    finds: [
      [
        "a stale growth",
        row("KHAM", null, 110, 100, null, 12.5),
        ["G2 SS2 So với cùng kỳ ghi 12,5; (110 / 100 − 1) × 100 = 10,0."],
      ],
      [
        "a share instead of growth",
        row("KHAM", null, 110, 100, null, 110),
        ["G2 SS2 So với cùng kỳ ghi 110; (110 / 100 − 1) × 100 = 10,0."],
      ],
      [
        "the sign turned",
        row("KHAM", null, 90, 100, null, 10.0),
        ["G2 SS2 So với cùng kỳ ghi 10; (90 / 100 − 1) × 100 = -10,0."],
      ],
      [
        "stale points",
        row("TIEM", null, 95.5, 93.2, null, 3.2),
        ["G3 SS2 So với cùng kỳ ghi 3,2; 95,5 − 93,2 = 2,3 điểm."],
      ],
      ["a stale difference", row("CHET", null, 3, 5, null, -3), ["G4 SS2 So với cùng kỳ ghi -3; 3 − 5 = -2."]],
      [
        "a dash where there is a change",
        row("KHAM", null, 110, 100, null, "-"),
        ["G2 SS2 So với cùng kỳ ghi -; (110 / 100 − 1) × 100 = 10,0."],
      ],
      [
        "growth of what happened in neither period",
        row("KHAM", null, "-", "-", null, 5),
        ["G2 SS2 So với cùng kỳ ghi 5; (- / - − 1) × 100 = 0,0."],
      ],
      ["no change where all was lost", row("CHET", null, 0, 5, null, 0), ["G4 SS2 So với cùng kỳ ghi 0; 0 − 5 = -5."]],
    ],
    leaves: [
      ["growth", row("KHAM", null, 110, 100, null, 10)],
      ["points", row("TIEM", null, 95.5, 93.2, null, 2.3)],
      [
        "points of figures that were rounded before",
        row("TIEM", null, printed(95.5, "0.0"), printed(93.2, "0.0"), null, 2.4),
      ],
      ["a difference", row("CHET", null, 3, 5, null, -2)],
      ["a difference from nothing", row("CHET", null, 5, 0, null, 5)],
      ["no change, as a dash", row("KHAM", null, 100, 100, null, "-")],
      ["nothing in both periods", row("KHAM", null, "-", "-", null, 0)],
      ["nothing in both periods, as a blank", row("KHAM", null, 0, "-", null, null)],
    ],
  },
  SS3: {
    finds: [
      [
        "a rate compared as a count",
        row("HIV", null, 0.44, 0.4, null, 10),
        ["G5 SS3 Tỷ lệ phải so bằng điểm: 0,44 − 0,4 = 0,04 điểm; đang ghi 10 (tính như số lượng)."],
      ],
      [
        "a count compared by a mere difference",
        row("KHAM", null, 230, 200, null, 30),
        ["G2 SS3 Số đếm phải so bằng phần trăm: (230 / 200 − 1) × 100 = 15,0; đang ghi 30 (chỉ lấy hiệu)."],
      ],
      [
        "a difference compared in percent",
        row("CHET", null, 6, 5, null, 20),
        ["G4 SS3 Chỉ tiêu này so bằng hiệu: 6 − 5 = 1; đang ghi 20 (tính phần trăm)."],
      ],
    ],
    leaves: [
      ["both ways give the same", row("KHAM", null, 110, 100, null, 10)],
      ["neither way gives it: stale, not a wrong method", row("KHAM", null, 230, 200, null, 31)],
      ["no change at all", row("TIEM", null, 95, 95, null, 0)],
    ],
  },
  SS4: {
    finds: [
      [
        "a missing same period taken for zero",
        row("CHET", null, 7, null, null, 7),
        ["G4 SS4 Chưa có số cùng kỳ nên không so được; đang ghi 7 như thể cùng kỳ bằng 0."],
      ],
      [
        "in points",
        row("TIEM", null, 95.5, "…", null, 95.5),
        ["G3 SS4 Chưa có số cùng kỳ nên không so được; đang ghi 95,5 như thể cùng kỳ bằng 0."],
      ],
      [
        "a missing figure taken for zero against the plan",
        row("KHAM", 200, null, null, 0),
        ["F2 SS4 Chưa có số thực hiện nên không so được; đang ghi 0 như thể thực hiện bằng 0."],
      ],
      [
        "a missing figure taken for zero against the same period",
        row("KHAM", null, null, 100, null, -100),
        ["G2 SS4 Chưa có số thực hiện nên không so được; đang ghi -100 như thể thực hiện bằng 0."],
      ],
      [
        "the same whatever stood there a year ago",
        row("KHAM", null, null, 80, null, -100),
        ["G2 SS4 Chưa có số thực hiện nên không so được; đang ghi -100 như thể thực hiện bằng 0."],
      ],
      [
        "a missing figure taken for zero in a difference",
        row("CHET", null, null, 5, null, -5),
        ["G4 SS4 Chưa có số thực hiện nên không so được; đang ghi -5 như thể thực hiện bằng 0."],
      ],
    ],
    leaves: [
      ["a blank", row("CHET", null, 7, null, null, null)],
      ["a dash in both", row("CHET", null, 7, "-", null, 7)],
      ["nothing to compare, as a dash", row("CHET", null, 7, null, null, "-")],
    ],
  },
  SS5: {
    finds: [
      [
        "one number among formulas",
        {
          KHAM: [100, 50, null, formula(50)],
          TIEM: [50, 50, null, formula(100)],
          CHET: [10, 5, null, formula(50)],
          HIV: [50, 25, null, 50],
          TEN: [null, "TTYT Mường Nhé", null, formula("-")],
        },
        ["F5 SS5 So với KH là cột công thức, riêng ô này gõ số 50."],
      ],
    ],
    leaves: [
      ["a column of numbers", { KHAM: [100, 50, 50, 50], TIEM: [50, 50, 50, 100] }],
      ["as many numbers as formulas", { KHAM: [100, 50, 50, formula(50)], TIEM: [50, 50, 50, 100] }],
      [
        "a dash among formulas",
        {
          KHAM: [100, 50, 50, formula(50)],
          TIEM: [50, 50, 50, formula(100)],
          CHET: [10, 5, 5, formula(50)],
          HIV: [null, 25, 25, "-"],
          TEN: [null, null, null, formula("-")],
        },
      ],
    ],
  },
  SS6: {
    finds: [
      ["a share left out", row("KHAM", 200, 100, null, null), ["F2 SS6 So với KH còn trống; 100 / 200 × 100 = 50,0."]],
      [
        "growth left out",
        row("KHAM", null, 110, 100),
        ["G2 SS6 So với cùng kỳ còn trống; (110 / 100 − 1) × 100 = 10,0."],
      ],
      ["points left out", row("HIV", null, 0.4, 0.44), ["G5 SS6 So với cùng kỳ còn trống; 0,4 − 0,44 = -0,04 điểm."]],
      ["a loss of all", row("KHAM", null, "-", 8), ["G2 SS6 So với cùng kỳ còn trống; (- / 8 − 1) × 100 = -100,0."]],
    ],
    leaves: [
      ["no plan", row("KHAM", null, 100)],
      ["a threshold", row("TIEM", "≥95", 100)],
      ["a plan of zero", row("KHAM", 0, 100)],
      ["something from nothing", row("KHAM", null, 5, 0)],
      ["a formula that is not calculated", row("KHAM", 200, 100, null, formula(null))],
      ["words", row("TEN", null, "2024", "2023")],
      ["a word of the user's own", row("KHAM", 200, 100, 50, "đạt", "tăng")],
      ["an error value, which is another rule's", row("KHAM", 200, 100, null, { error: "#REF!" })],
      ["two figures in one cell, which are another rule's", row("KHAM", 200, 100, null, "100/200")],
      ["nothing in both periods of a difference", row("CHET", null, 0, "-", null, null)],
      ["nothing in both periods in points", row("TIEM", null, "-", 0, null, null)],
    ],
  },
  SS7: {
    finds: [
      [
        "a share of no plan",
        row("KHAM", null, 100, null, 100),
        ["F2 SS7 Chưa có kế hoạch nên không tính được; đang ghi 100."],
      ],
      [
        "a share of a plan of zero",
        row("KHAM", 0, 100, null, 100),
        ["F2 SS7 Kế hoạch bằng 0 nên không tính được; đang ghi 100."],
      ],
      [
        "a share of a threshold",
        row("TIEM", "≥95", 96, null, 101.1),
        ["F3 SS7 Kế hoạch là ngưỡng nên không tính được; đang ghi 101,1."],
      ],
      [
        "growth from nothing",
        row("KHAM", null, 5, "-", null, 100),
        ["G2 SS7 Cùng kỳ bằng 0 nên không tính được; đang ghi 100."],
      ],
      [
        "growth from an unknown figure",
        row("KHAM", null, 5, null, null, 25),
        ["G2 SS7 Chưa có số cùng kỳ nên không tính được; đang ghi 25."],
      ],
      [
        "nothing of a plan of zero",
        row("KHAM", 0, 100, null, 0),
        ["F2 SS7 Kế hoạch bằng 0 nên không tính được; đang ghi 0."],
      ],
      [
        "nothing of no plan",
        row("KHAM", null, 100, null, 0),
        ["F2 SS7 Chưa có kế hoạch nên không tính được; đang ghi 0."],
      ],
      [
        "a loss of all of what nobody knows",
        row("KHAM", null, null, null, null, -100),
        ["G2 SS7 Chưa có số thực hiện nên không tính được; đang ghi -100."],
      ],
      [
        "a share of an unknown figure",
        row("KHAM", 200, "…", null, 40),
        ["F2 SS7 Chưa có số thực hiện nên không tính được; đang ghi 40."],
      ],
    ],
    leaves: [
      ["a dash", row("KHAM", null, 100, null, "-")],
      ["a blank", row("KHAM", 0, 100, null, null)],
      ["an error value, which is another rule's", row("KHAM", 0, 100, null, { error: "#DIV/0!" })],
      ["a difference from zero", row("CHET", null, 5, 0, null, 5)],
      ["a share of a plan that may be anything near zero", row("TIEM", printed(0.04, "0.0"), 0.1, null, 700)],
    ],
  },
};

describe.each(Object.entries(CASES))("%s", (rule, { finds, leaves }) => {
  test.each(finds)("finds %s", (_, figures, expected) => {
    expect(messages(check(FORM, figures), "SS")).toEqual(expected);
  });
  test.each(leaves)("leaves %s alone", (_, figures) => {
    expect(places(check(FORM, figures), rule)).toEqual([]);
  });
});

describe("what can be mended at once", () => {
  const mended = (figures: Figures) => findingsOf(check(FORM, figures), "SS").map(({ rule, edit }) => [rule, edit]);

  test("a typed figure becomes the right one, or blank where there is nothing to compare", () => {
    expect(mended(row("KHAM", 200, 100, 50, 49))).toEqual([
      ["SS1", { row: 1, column: 5, value: 50 }],
      ["SS6", { row: 1, column: 6, value: 100 }],
    ]);
    expect(mended(row("CHET", null, 7, null, null, 7))).toEqual([["SS4", { row: 3, column: 6, value: null }]]);
    expect(mended(row("KHAM", 0, 7, null, 7))).toEqual([["SS7", { row: 1, column: 5, value: null }]]);
  });

  test("a formula is never replaced by a number: the column is filled again", () => {
    expect(mended(row("KHAM", 200, 100, null, formula(49)))).toEqual([["SS1", undefined]]);
    expect(mended(row("KHAM", 0, 100, null, formula(49)))).toEqual([["SS7", undefined]]);
  });
});

test("what a comparison should not say is said to be blank; a formula is not to be emptied by hand", () => {
  const found = (figure: Written) => findingsOf(check(FORM, row("CHET", null, 7, null, null, figure)), "SS4")[0]!;
  expect(found(7)).toMatchObject({ expected: null, related: ["D4", "E4"], facts: { expected: "trống" } });
  expect(found(7).fix).toMatch(/^Để trống ô này/);
  expect(found(formula(7)).fix).toMatch(/ô có công thức sẽ tự để trống/);
});

test("a comparison whose column of figures is not in the sheet is nobody's to judge", () => {
  const derived = ["vsPlan", "vsSamePeriod"] as const;
  for (const inputs of [["actual"], ["plan", "samePeriod"]] as const) {
    const form = formOf([count("KHAM", "Số lượt khám")], meta(["code", "label", ...inputs, ...derived]));
    const { findings } = checkFigures(tableOf(form, [["KHAM", ...inputs.map(() => 50), 12, 34]]));
    expect(findings.filter(({ rule }) => rule.startsWith("SS"))).toEqual([]);
  }
});

test("a finding has the figures for machines too", () => {
  expect(findingsOf(check(FORM, row("KHAM", null, 110, 100, null, 12.54)), "SS2")).toMatchObject([
    { cell: "G2", stated: 12.54, expected: 10, gap: 2.54, related: ["D2", "E2"], level: "error" },
  ]);
});

test("the result of a formula is not accused for the last digits of its arithmetic", () => {
  const figure = fc.integer({ min: 1, max: 2_000_000 });
  fc.assert(
    fc.property(figure, figure, figure, (plan, actual, before) => {
      const figures = row("KHAM", plan, actual, before, (100 * actual) / plan, (100 * (actual - before)) / before);
      expect(messages(check(FORM, figures), "SS")).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test("results that follow from their inputs are never accused", () => {
  const figure = fc.integer({ min: 1, max: 2_000_000 });
  fc.assert(
    fc.property(figure, figure, figure, fc.integer({ min: 0, max: 3 }), (plan, actual, before, decimals) => {
      const round = (value: number) => Number(value.toFixed(decimals));
      const exact = [(actual / plan) * 100, (actual / before - 1) * 100];
      // A result at the very half may be rounded either way by toFixed.
      fc.pre(exact.every((value) => Math.abs(((value * 10 ** decimals) % 1) - 0.5) > 1e-6));
      fc.pre(exact.every((value) => Math.abs(((value * 10 ** decimals) % 1) + 0.5) > 1e-6));
      const figures = row("KHAM", plan, actual, before, ...exact.map(round));
      expect(messages(check(FORM, figures), "SS")).toEqual([]);
    }),
    // Of eleven digits ten are sure, and the last one must not be rounded a second time.
    { numRuns: 200, examples: [[1, 1_440_636, 13, 3]] },
  );
});

describe("a table of no known form", () => {
  const HEADER = ["Nội dung", "Kế hoạch", "Thực hiện", "Cùng kỳ", "So với KH", "So với cùng kỳ"];
  const found = (...rows: readonly (readonly Written[])[]) => messages(checkGrid(grid([HEADER, ...rows]), []), "SS");
  const other = ["Số buổi họp", 10, 5, 5, 50, 0];

  test("a label that names a rate asks for points", () => {
    expect(found(other, ["Tỷ lệ sử dụng giường", 85, 90, 80, 105.9, 12.5])).toEqual([
      "F3 SS2 So với cùng kỳ ghi 12,5; 90 − 80 = 10 điểm.",
    ]);
  });

  test("so does one that names a ratio", () => {
    expect(found(other, ["Tỷ số giới tính khi sinh", 110, 150, 120, 136.4, 25])).toEqual([
      "F3 SS2 So với cùng kỳ ghi 25; 150 − 120 = 30 điểm.",
    ]);
    expect(found(other, ["Tỷ số giới tính khi sinh", 110, 150, 120, 136.4, 30])).toEqual([]);
  });

  test("a label that does not say what it counts allows every way", () => {
    expect(found(other, ["Khám thai", 85, 90, 80, 105.9, 12.5], ["Đẻ tại trạm", 85, 90, 80, 105.9, 10])).toEqual([]);
    expect(found(other, ["Khám thai", 85, 90, 80, 105.9, 20])).toEqual([
      "F3 SS2 So với cùng kỳ ghi 20; (90 / 80 − 1) × 100 = 12,5.",
    ]);
  });

  test("a number typed among formulas is not mended by filling where filling passes over its row", () => {
    const formulas = Array.from({ length: 4 }, (_, at) => [`Số buổi ${at}`, 10, 5, 5, formula(50), formula(0)]);
    const fixes = (label: string) =>
      checkGrid(grid([HEADER, ...formulas, [label, 10, 5, 5, formula(50), 0]]), [])
        .findings.filter(({ rule }) => rule === "SS5")
        .map(({ fix }) => fix);
    expect(fixes("Khám thai")).toEqual([
      "Chép công thức từ ô bên trên; dòng này chưa gắn với chỉ tiêu nào nên điền lại không thay được.",
    ]);
    expect(fixes("Số buổi họp")).toEqual(["Điền lại cột này để có lại công thức."]);
  });

  test("a count may be compared in percent or by its difference", () => {
    expect(found(other, ["Số trẻ", 85, 90, 80, 105.9, 12.5], ["Số mẹ", 85, 90, 80, 105.9, 10])).toEqual([]);
    expect(found(other, ["Số trẻ", 85, 90, 80, 105.9, 11])).toEqual([
      "F3 SS2 So với cùng kỳ ghi 11; (90 / 80 − 1) × 100 = 12,5.",
    ]);
  });

  test("of nothing a year ago only a difference can be told, and what says otherwise is left alone", () => {
    const from = (figure: Written) => found(other, ["Khám thai", 10, 5, 0, 50, figure]);
    expect([from(5), from(7), from(0), from("-"), from(null)]).toEqual([[], [], [], [], []]);
  });
});

test("a difference is expected at the decimals of its indicator, or of the figures where they have more", () => {
  const [blank] = findingsOf(check(FORM, row("HIV", null, 5, 4, null, null)), "SS6");
  expect(blank).toMatchObject({ cell: "G5", expected: 1 });
  expect(blank!.facts.expected).toBe("1,00");
  const [wrong] = findingsOf(check(FORM, row("HIV", null, 0.31, 0.26, null, 0.5)), "SS2");
  expect(wrong).toMatchObject({ cell: "G5", expected: 0.05, gap: 0.45 });
});
