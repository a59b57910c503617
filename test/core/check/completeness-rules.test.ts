import { COLUMNS, count, formOf, grid, meta, rate, type Written } from "../form/support";
import {
  check,
  checkGrid,
  checkRows,
  findingsOf,
  messages,
  places,
  rowsOf,
  type Figures,
  type RulesOf,
} from "./support";

const MUST = { "Bắt buộc": "có" };

/** Rows 2 to 6; KH, TH, CK and the two comparisons stand in C to G. */
const FORM = formOf([
  count("KHAM", "Tổng số lượt khám, trong đó:", MUST),
  rate("TIEM", "Tỷ lệ tiêm chủng", MUST),
  count("CHET", "Số ca tử vong mẹ", { ...MUST, "So cùng kỳ": "SO" }),
  count("THEM", "Số buổi truyền thông"),
  count("TEN", "Đơn vị dẫn đầu", { ...MUST, "Loại số": "chữ", "Giới hạn": "" }),
]);

const FULL: Figures = {
  KHAM: [200, 100, 100, 50, 0],
  TIEM: [95, 95, 95, 100, 0],
  CHET: [null, 1, 1, null, 0],
  THEM: [null, null, null],
  TEN: [null, "TTYT Mường Ảng", null],
};

const changed = (code: string, ...figures: readonly Written[]): Figures => ({ ...FULL, [code]: figures });

/** A formula that nobody has calculated yet. */
const formula = { value: null, formula: "SUM(D10:D20)" };

interface Cases {
  readonly finds: readonly (readonly [name: string, figures: Figures, messages: readonly string[]])[];
  readonly leaves: readonly (readonly [name: string, figures: Figures])[];
}

const CASES: Readonly<Record<RulesOf<"TH">, Cases>> = {
  TH1: {
    finds: [
      ["a blank", changed("KHAM", 200, null, 100), ["D2 TH1 “Tổng số lượt khám” chưa có số thực hiện."]],
      ["white space", changed("TIEM", 95, " \u00a0", 95), ["D3 TH1 “Tỷ lệ tiêm chủng” chưa có số thực hiện."]],
    ],
    leaves: [
      ["a figure", FULL],
      ["a zero", changed("KHAM", 200, 0, 100)],
      ["a dash", changed("KHAM", 200, "-", 100)],
      ["an ellipsis, which is another rule's", changed("KHAM", 200, "…", 100)],
      ["an unreadable text, which is another rule's", changed("KHAM", 200, "chưa có", 100)],
      ["a formula that is not calculated", changed("KHAM", 200, formula, 100)],
      ["a row that may be blank", changed("THEM", 10, null, 10)],
    ],
  },
  TH2: {
    finds: [
      [
        "three dots",
        changed("TIEM", 95, "...", 95),
        ["D3 TH2 “Tỷ lệ tiêm chủng” ghi “…”: có phát sinh nhưng chưa thu thập được."],
      ],
      [
        "in a row that may be blank",
        changed("THEM", null, "…"),
        ["D5 TH2 “Số buổi truyền thông” ghi “…”: có phát sinh nhưng chưa thu thập được."],
      ],
    ],
    leaves: [
      ["a blank", changed("TIEM", 95, null, 95)],
      ["a dash", changed("TIEM", 95, "-", 95)],
      ["dots in the same period", changed("TIEM", 95, 95, "…")],
    ],
  },
  TH3: {
    finds: [
      [
        "a row that has a plan elsewhere",
        changed("TIEM", null, 95, 95),
        ["C3 TH3 “Tỷ lệ tiêm chủng” chưa có kế hoạch nên không tính được So với KH."],
      ],
    ],
    leaves: [
      ["a threshold", changed("TIEM", "≥95", 95, 95)],
      ["a zero", changed("KHAM", 0, 100, 100)],
      ["case counts, which have no plan", changed("CHET", null, 1, 1)],
      ["words, which have no plan", changed("TEN", null, "TTYT Tủa Chùa")],
      ["a formula that is not calculated", changed("KHAM", formula, 100, 100)],
    ],
  },
  TH4: {
    finds: [
      [
        "a figure with nothing to compare it with",
        changed("KHAM", 200, 100, null),
        ["E2 TH4 “Tổng số lượt khám” chưa có số cùng kỳ nên không so được."],
      ],
    ],
    leaves: [
      ["a dash", changed("KHAM", 200, 100, "-")],
      ["a row without a figure of the period, which is another rule's", changed("KHAM", 200, null, null)],
      ["words, which are not compared", changed("TEN", null, "TTYT Tủa Chùa", null)],
      ["a formula that is not calculated", changed("KHAM", 200, 100, formula)],
    ],
  },
  TH5: {
    finds: [
      [
        "a sheet without figures, once for a column",
        { TEN: [null, null, null] },
        [
          "C1 TH5 Cột Kế hoạch chưa có số nào.",
          "D1 TH5 Cột Thực hiện chưa có số nào.",
          "E1 TH5 Cột Cùng kỳ chưa có số nào.",
        ],
      ],
      [
        "one empty column",
        { KHAM: [200, 100], TIEM: [95, 95], CHET: [null, 1], TEN: [null, "A"] },
        ["E1 TH5 Cột Cùng kỳ chưa có số nào."],
      ],
    ],
    leaves: [
      ["a single dash", { KHAM: ["-", "-", "-"] }],
      ["formulas that are not calculated", { KHAM: [formula, formula, formula] }],
    ],
  },
};

describe.each(Object.entries(CASES))("%s", (rule, { finds, leaves }) => {
  test.each(finds)("finds %s", (_, figures, expected) => {
    expect(messages(check(FORM, figures), "TH")).toEqual(expected);
  });
  test.each(leaves)("leaves %s alone", (_, figures) => {
    expect(places(check(FORM, figures)).filter((place) => place.endsWith(` ${rule}`))).toEqual([]);
  });
});

test("what is missing weighs by what hangs on it", () => {
  const levels = (figures: Figures) => findingsOf(check(FORM, figures), "TH").map(({ rule, level }) => [rule, level]);
  expect(levels(changed("KHAM", null, "…", 100))).toEqual([
    ["TH3", "hint"],
    ["TH2", "warning"],
  ]);
  expect(levels(changed("KHAM", 1, null, 1))).toEqual([["TH1", "warning"]]);
  expect(levels(changed("KHAM", 1, 1, null))).toEqual([["TH4", "hint"]]);
});

/** A form in which a blank means that none occurred. */
const group = (name: "actual" | "samePeriod", measure: string, header: string) => ({
  ...COLUMNS[name],
  header,
  group: name === "actual" ? "Năm {nam}" : "Năm {nam-1}",
  measure,
});
const DISEASES = formOf(
  [count("TA", "Tả", { ...MUST, "So cùng kỳ": "SO" }), count("LY", "Lỵ", { ...MUST, "So cùng kỳ": "SO" })],
  {
    ...meta(["label", "code"], {
      blankMeansNone: true,
      measures: [
        { id: "mac", label: "Mắc" },
        { id: "chet", label: "Chết" },
      ],
    }),
    columns: [
      COLUMNS.label,
      COLUMNS.code,
      group("actual", "mac", "Mắc"),
      group("actual", "chet", "Chết"),
      group("samePeriod", "mac", "Mắc"),
      group("samePeriod", "chet", "Chết"),
    ],
  },
);

describe("a form in which a blank means that none occurred", () => {
  test("misses no figure, not even in a column without deaths", () => {
    expect(messages(check(DISEASES, { TA: [null, null, 3], LY: [12, null, 10] }), "TH")).toEqual([]);
  });

  test("still says that nothing was entered for a period", () => {
    expect(messages(check(DISEASES, { TA: [null, null, 3], LY: [null, null, 10, 1] }), "TH")).toEqual([
      "C1 TH5 Cột Thực hiện (mắc) chưa có số nào.",
      "D1 TH5 Cột Thực hiện (chết) chưa có số nào.",
    ]);
  });
});

test("a column is empty also where only a row of nobody's has a figure in it", () => {
  const rows = [...rowsOf(FORM, { ...FULL, KHAM: [null, 100, 100], TIEM: [null, 95, 95] }), ["Hàng lạ", null, 5, 5, 5]];
  expect(messages(checkRows(FORM, rows), "TH5")).toEqual(["C1 TH5 Cột Kế hoạch chưa có số nào."]);
});

test("an empty column of a measure is told with its measure, another without", () => {
  const [plain] = findingsOf(check(FORM, { KHAM: [1, 1] }), "TH5");
  expect(plain).toMatchObject({ role: "samePeriod", stated: null, related: [] });
  expect(plain).not.toHaveProperty("measure");
  const [measured] = findingsOf(check(DISEASES, { TA: [null, null, 3], LY: [null, null, 10, 1] }), "TH5");
  expect(measured).toMatchObject({ role: "actual", measure: "mac", facts: { label: "", stated: "trống" } });
});

test("a table of no known form is asked for nothing", () => {
  const sheet = grid([
    ["Nội dung", "Kế hoạch", "Thực hiện", "Cùng kỳ"],
    ["Số buổi họp", null, 3, null],
    ["Số người dự", null, 120, null],
  ]);
  expect(messages(checkGrid(sheet, []))).toEqual([]);
});
