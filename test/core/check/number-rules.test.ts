import type { Cell } from "../../../src/core/table/grid";
import { COLUMNS, count, formOf, meta, rate, type Written } from "../form/support";
import { check, findingsOf, messages, places, type Figures, type RulesOf } from "./support";

/** Rows 2 to 7 of the sheet; KH, TH and So với KH stand in C, D and E. */
const FORM = formOf(
  [
    count("KHAM", "Số lượt khám bệnh"),
    rate("TIEM", "Tỷ lệ tiêm chủng đầy đủ"),
    rate("GIAM", "Mức giảm tỷ suất sinh", { "Giới hạn": "" }),
    rate("CAO", "Chiều cao trung bình", { "Đơn vị tính": "cm", "Loại số": "chỉ số", "Giới hạn": "100..220,5" }),
    count("TEN", "Tên đơn vị dẫn đầu", { "Loại số": "chữ", "Giới hạn": "" }),
    count("XA", "Số xã trong tỉnh", { "Giới hạn": "5..129" }),
  ],
  meta(["label", "code", "plan", "actual", "vsPlan"]),
);

const actual = (code: string, written: Written): Figures => ({ [code]: [null, written] });
const plan = (code: string, written: Written): Figures => ({ [code]: [written] });
const shown = (value: number, format: string): Cell => ({ value, format });
const error = (text: string) => ({ error: text });

interface Cases {
  /** What was typed, and all that group SO says of it. */
  readonly finds: readonly (readonly [name: string, figures: Figures, message: string])[];
  readonly leaves: readonly (readonly [name: string, figures: Figures])[];
}

const CASES: Readonly<Record<RulesOf<"SO">, Cases>> = {
  SO1: {
    finds: [
      ["a count typed as text", actual("KHAM", "1722"), "D2 SO1 “1.722” đang là chữ, không phải số."],
      ["a rate typed as text", actual("TIEM", "95,7"), "D3 SO1 “95,7” đang là chữ, không phải số."],
      ["a plan typed as text", plan("KHAM", "1.250.000"), "C2 SO1 “1.250.000” đang là chữ, không phải số."],
      ["a text in a derived column", { KHAM: [100, 98, "98,0"] }, "E2 SO1 “98,0” đang là chữ, không phải số."],
      ["spaces that do not show", actual("KHAM", "\u00a01722\u200b"), "D2 SO1 “1.722” đang là chữ, không phải số."],
      ["full-width digits", actual("KHAM", "１７２２"), "D2 SO1 “1.722” đang là chữ, không phải số."],
    ],
    leaves: [
      ["a number", actual("KHAM", 1722)],
      ["a number with a format", actual("TIEM", shown(95.7, "#,##0.0"))],
      ["a dash", actual("KHAM", "-")],
      ["an ellipsis", actual("KHAM", "…")],
      ["a blank", actual("KHAM", "  ")],
      ["a threshold in the plan", plan("TIEM", "≥95")],
      ["a row of texts", actual("TEN", "2024")],
    ],
  },
  SO2: {
    finds: [
      ["a word", actual("KHAM", "không có"), "D2 SO2 “không có” không phải là số."],
      [
        "a remark with a number",
        actual("KHAM", "12 (chưa kể tư nhân)"),
        "D2 SO2 “12 (chưa kể tư nhân)” không phải là số.",
      ],
      ["a pair", actual("TIEM", "503/1.825"), "D3 SO2 Ô ghi hai số: “503/1.825”."],
      ["a threshold as a figure of the period", actual("TIEM", ">95"), "D3 SO2 “>95” là ngưỡng, không phải số của kỳ."],
      [
        "separators of no style",
        actual("KHAM", "1.234.56"),
        "D2 SO2 Dấu chấm, dấu phẩy trong “1.234.56” không theo cách viết số nào.",
      ],
      ["a logical value", actual("KHAM", true), "D2 SO2 “TRUE” không phải là số."],
    ],
    leaves: [
      ["a threshold in the plan", plan("TIEM", "tối thiểu 93%")],
      ["a dash", actual("KHAM", "–")],
      ["an error value, which is another rule's", actual("KHAM", error("#N/A"))],
      ["a date, which is another rule's", actual("KHAM", "31/12/2024")],
      ["a row of texts", actual("TEN", "TTYT huyện Tủa Chùa")],
    ],
  },
  SO3: {
    finds: [
      ["thousands or decimals", actual("CAO", "1.244"), "D5 SO3 “1.244” có thể là 1.244 hoặc 1,244."],
      ["a dot in a rate", actual("TIEM", "1.244"), "D3 SO3 “1.244” có thể là 1,244 hoặc 1.244."],
      ["a comma in a count", actual("KHAM", "1,244"), "D2 SO3 “1,244” có thể là 1.244 hoặc 1,244."],
      ["with a unit", actual("TIEM", "1.244%"), "D3 SO3 “1.244%” có thể là 1,244 hoặc 1.244."],
    ],
    leaves: [
      ["a number", actual("KHAM", shown(1244, "#,##0"))],
      ["two marks", actual("KHAM", "1.244.000")],
      ["a count in the style of the country", actual("KHAM", "1.244")],
      ["a rate in the style of the country", actual("TIEM", "12,244")],
      ["a zero before the mark", actual("GIAM", "0,244")],
      ["a neighbour that settles the column", { KHAM: [null, "1.244"], TIEM: [null, "95,7"] }],
    ],
  },
  SO4: {
    finds: [
      ["a count below zero", actual("KHAM", -5), "D2 SO4 Thực hiện ghi -5; chỉ tiêu này không thể nhỏ hơn 0."],
      ["a rate below zero", actual("TIEM", -1.5), "D3 SO4 Thực hiện ghi -1,5; chỉ tiêu này không thể nhỏ hơn 0."],
      ["a plan below zero", plan("KHAM", -100), "C2 SO4 Kế hoạch ghi -100; chỉ tiêu này không thể nhỏ hơn 0."],
    ],
    leaves: [
      ["zero", actual("KHAM", 0)],
      ["a dash", actual("KHAM", "-")],
      ["an indicator that may fall below zero", actual("GIAM", -0.4)],
      ["a derived column", { KHAM: [100, 98, -2] }],
    ],
  },
  SO5: {
    finds: [
      [
        "a thousands mark read as decimals",
        actual("KHAM", 1.244),
        "D2 SO5 Thực hiện ghi 1,244; đây là số đếm nên phải là số nguyên.",
      ],
      [
        "a rate in the row of a count",
        plan("KHAM", 95.7),
        "C2 SO5 Kế hoạch ghi 95,7; đây là số đếm nên phải là số nguyên.",
      ],
      [
        "a threshold with a fraction",
        plan("KHAM", "≥10,8"),
        "C2 SO5 Kế hoạch ghi ≥10,8; đây là số đếm nên phải là số nguyên.",
      ],
    ],
    leaves: [
      ["a whole number that shows decimals", actual("KHAM", shown(1244, "0.0"))],
      [
        "a whole number with the noise of a formula",
        actual("KHAM", { value: (98.6 - 97.1) * 1000, formula: "A9*1000" }),
      ],
      ["a threshold of whole numbers", plan("KHAM", "≥10")],
      ["a rate", actual("TIEM", 95.75)],
      ["an index", actual("CAO", 163.25)],
      ["a derived column", { KHAM: [100, 98.0, 98.5] }],
    ],
  },
  SO6: {
    finds: [
      ["more than all", actual("TIEM", 104.2), "D3 SO6 Thực hiện ghi 104,2; chỉ tiêu này không thể lớn hơn 100."],
      ["less than can be", actual("CAO", 16.3), "D5 SO6 Thực hiện ghi 16,3; chỉ tiêu này không thể nhỏ hơn 100."],
      [
        "a limit with decimals",
        actual("CAO", 1630),
        "D5 SO6 Thực hiện ghi 1.630; chỉ tiêu này không thể lớn hơn 220,5.",
      ],
      [
        "less than nothing where more than nothing is due",
        actual("XA", -4),
        "D7 SO6 Thực hiện ghi -4; chỉ tiêu này không thể nhỏ hơn 5.",
      ],
      ["a count below its limit", actual("XA", 4), "D7 SO6 Thực hiện ghi 4; chỉ tiêu này không thể nhỏ hơn 5."],
      ["in the plan", plan("TIEM", 957), "C3 SO6 Kế hoạch ghi 957; chỉ tiêu này không thể lớn hơn 100."],
    ],
    leaves: [
      ["the limit itself", actual("TIEM", 100)],
      ["an exact count at its lower limit", actual("XA", 5)],
      ["an exact count at its upper limit", actual("XA", 129)],
      ["what rounds to the limit", actual("CAO", 220.5)],
      ["the limit with the noise of a formula", actual("TIEM", { value: 100 + 1.4e-12, formula: "SUM(A9:A900)" })],
      ["an indicator without limits", actual("GIAM", 1000)],
      ["a negative, which is another rule's", actual("TIEM", -3)],
      ["a derived column", { TIEM: [50, 60, 120] }],
    ],
  },
  SO7: {
    finds: [
      ["a division by zero", { KHAM: [null, null, error("#DIV/0!")] }, "E2 SO7 So với KH đang hiện #DIV/0!."],
      ["a broken reference", actual("KHAM", error("#REF!")), "D2 SO7 Thực hiện đang hiện #REF!."],
      ["an error pasted as text", actual("KHAM", "#N/A"), "D2 SO7 Thực hiện đang hiện #N/A."],
      ["in a row of texts", actual("TEN", error("#REF!")), "D6 SO7 Thực hiện đang hiện #REF!."],
    ],
    leaves: [
      ["a number sign in a word", actual("TEN", "Tổ #1")],
      ["a number", actual("KHAM", 0)],
    ],
  },
  SO8: {
    finds: [
      ["a percent sign", actual("TIEM", "95,7%"), "D3 SO8 “95,7%” có kèm đơn vị nên Excel coi là chữ."],
      ["a unit in words", actual("KHAM", "1250 lượt"), "D2 SO8 “1250 lượt” có kèm đơn vị nên Excel coi là chữ."],
      ["in a derived column", { KHAM: [100, 98, "98,0%"] }, "E2 SO8 “98,0%” có kèm đơn vị nên Excel coi là chữ."],
    ],
    leaves: [
      ["a number shown with a percent sign", actual("TIEM", shown(0.957, "0.0%"))],
      ["a number shown with its unit", actual("KHAM", shown(1250, '#,##0" lượt"'))],
      ["a threshold with a unit in the plan", plan("TIEM", "trên 95%")],
      ["a row of texts", actual("TEN", "95 giường")],
    ],
  },
  SO9: {
    finds: [
      [
        "a date that Excel made",
        actual("KHAM", shown(45444, "dd/mm/yyyy")),
        "D2 SO9 Thực hiện đang là ngày tháng chứ không phải số.",
      ],
      [
        "a month that Excel made",
        actual("TIEM", shown(45444, "d-mmm")),
        "D3 SO9 Thực hiện đang là ngày tháng chứ không phải số.",
      ],
      ["a date typed as text", plan("KHAM", "1/6/2024"), "C2 SO9 Kế hoạch đang là ngày tháng chứ không phải số."],
    ],
    leaves: [
      ["a number with a unit that looks like a day", actual("KHAM", shown(12, '0" ngày/đợt"'))],
      ["a colour and a condition", actual("KHAM", shown(12, "[Red][>100]#,##0;0"))],
      ["a pair", actual("KHAM", "31/12")],
      ["General", actual("KHAM", shown(45444, "General"))],
      ["a blank with a date format", actual("KHAM", { value: null, format: "dd/mm/yyyy" })],
    ],
  },
};

describe.each(Object.entries(CASES))("%s", (rule, { finds, leaves }) => {
  test.each(finds)("finds %s", (_, figures, message) => {
    expect(messages(check(FORM, figures), "SO")).toEqual([message]);
  });
  test.each(leaves)("leaves %s alone", (_, figures) => {
    expect(places(check(FORM, figures)).filter((place) => place.endsWith(` ${rule}`))).toEqual([]);
  });
});

describe("what can be mended at once", () => {
  test.each([
    ["1722", 1722],
    ["95,7%", 95.7],
    ["(52,38)", -52.38],
  ])("%s becomes a number", (text, value) => {
    const [finding] = findingsOf(check(FORM, actual("GIAM", text)), "SO");
    expect(finding).toMatchObject({ level: "warning", expected: value, edit: { row: 3, column: 3, value } });
  });

  test("nothing is changed where a person must decide", () => {
    const result = check(FORM, { KHAM: ["1,244", "x"], TIEM: [957, -1], GIAM: [null, "12/7"] });
    expect(findingsOf(result, "SO").map(({ rule, edit }) => [rule, edit])).toEqual(
      ["SO3", "SO2", "SO6", "SO4", "SO2"].map((rule) => [rule, undefined]),
    );
  });
});

describe("a target of a later year", () => {
  const later = { role: "laterPlan", header: "Mục tiêu đến năm 2030", width: 10 };
  const form = formOf([count("KHAM", "Số lượt khám"), rate("CHET", "Tỷ suất", { "Giới hạn": "..50" })], {
    ...meta([]),
    columns: [COLUMNS.label, COLUMNS.code, COLUMNS.plan, later, COLUMNS.actual],
  });
  const said = (code: string, written: Written) => messages(check(form, { [code]: [null, written, 1] }), "SO");

  test("may be a threshold, as the plan may", () => {
    expect(said("KHAM", "≥10")).toEqual([]);
    expect(said("CHET", "<42")).toEqual([]);
  });

  test("is held to what its row can be", () => {
    expect(said("KHAM", 10.5)).toEqual(["D2 SO5 Mục tiêu sau ghi 10,5; đây là số đếm nên phải là số nguyên."]);
    expect(said("KHAM", 1.244)).toHaveLength(1);
    expect(said("KHAM", -3)).toEqual(["D2 SO4 Mục tiêu sau ghi -3; chỉ tiêu này không thể nhỏ hơn 0."]);
    expect(said("CHET", 51)).toEqual(["D3 SO6 Mục tiêu sau ghi 51; chỉ tiêu này không thể lớn hơn 50."]);
  });

  test("may be as low as one likes where only an upper limit is known", () => {
    expect(said("CHET", 0.001)).toEqual([]);
  });
});

test("the gap to a limit has no noise", () => {
  expect(findingsOf(check(FORM, actual("TIEM", 100.1)), "SO6")).toMatchObject([{ stated: 100.1, gap: 0.1 }]);
});

test("the same cell may break two rules, and both are said", () => {
  expect(places(check(FORM, actual("TIEM", "104,2%")), "SO")).toEqual(["D3 SO6", "D3 SO8"]);
});

test("an error in a derived column is mended by filling again, one among the figures by typing", () => {
  const fixes = (figures: Figures) => findingsOf(check(FORM, figures), "SO7").map(({ fix }) => fix);
  expect(fixes({ KHAM: [null, null, error("#DIV/0!")] })).toEqual([
    "Điền lại cột này; thiếu số để so thì để trống, không để lỗi.",
  ]);
  expect(fixes(actual("KHAM", error("#REF!")))).toEqual(["Nhập lại số hoặc sửa công thức trong ô."]);
});
