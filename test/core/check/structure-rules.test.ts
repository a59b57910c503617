import { checkFigures } from "../../../src/core/check/engine";
import { COLUMNS, count, formOf, grid, heading, headerOf, meta, rate, type Written } from "../form/support";
import type { Grid } from "../../../src/core/table/grid";
import type { SheetHint } from "../../../src/core/form/recognise";
import type { FigureTable } from "../../../src/core/table/figures";
import { tableOf, type Written as Typed } from "../table/support";
import { checkGrid, checkRows, findingsOf, messages, places, type RulesOf } from "./support";

const MUST = { "Bắt buộc": "có" };

const FORM = formOf(
  [
    heading("I", "Khám chữa bệnh"),
    count("KHAM", "Tổng số lượt khám bệnh", MUST),
    count("NT", "Số lượt điều trị nội trú", { ...MUST, "Tên khác": "Lượt điều trị nội trú | Nội trú" }),
    count("NGT", "Số lượt điều trị ngoại trú", MUST),
    rate("CS", "Công suất sử dụng giường bệnh", { "Giới hạn": "0.." }),
    count("PT", "Số ca phẫu thuật", MUST),
  ],
  meta(["label", "code", "plan", "actual", "samePeriod", "vsPlan"]),
);

type Row = readonly Written[];

/** The form's rows, sound in every way: rows 2 to 7. */
const ROWS: readonly Row[] = [
  ["Khám chữa bệnh", "I"],
  ["Tổng số lượt khám bệnh", "KHAM", 200, 100, 90, 50],
  ["Số lượt điều trị nội trú", "NT", 40, 20, 22, 50],
  ["Số lượt điều trị ngoại trú", "NGT", 10, 5, 4, 50],
  ["Công suất sử dụng giường bệnh", "CS", 100, 95, 90, 95],
  ["Số ca phẫu thuật", "PT", 20, 10, 10, 50],
];

/** A sheet: the rows, and what else differs from a sound one. */
interface Sheet {
  readonly rows: readonly Row[];
  readonly header?: Row;
  readonly more?: Partial<Grid>;
  readonly hint?: Partial<SheetHint>;
}

const without = (at: number): Row[] => ROWS.filter((_, index) => index !== at);
const replaced = (at: number, ...row: Row): Row[] => ROWS.map((own, index) => (index === at ? row : own));
const inserted = (at: number, ...row: Row): Row[] => [...ROWS.slice(0, at), row, ...ROWS.slice(at)];
const formulas = ROWS.map((row) =>
  row.map((figure, at) => (at === 5 ? { value: figure as number, formula: "D2/C2*100" } : figure)),
);
const header = (...texts: Row): Row => texts;
const HEADER = headerOf(FORM);

const findings = (table: FigureTable, rule: string) =>
  checkFigures(table).findings.filter((finding) => finding.rule === rule);

const run = ({ rows, header: own = HEADER, more = {}, hint = {} }: Sheet) =>
  checkGrid(grid([own, ...rows], more), [FORM], { formId: "THU", ...hint });

interface Cases {
  readonly finds: readonly (readonly [name: string, sheet: Sheet, messages: readonly string[]])[];
  readonly leaves: readonly (readonly [name: string, sheet: Sheet])[];
}

const CASES: Readonly<Record<RulesOf<"CT">, Cases>> = {
  CT1: {
    finds: [
      ["a row deleted", { rows: without(2) }, ["A3 CT1 Không thấy dòng “Số lượt điều trị nội trú”."]],
      ["the first row deleted", { rows: ROWS.slice(2) }, ["A1 CT1 Không thấy dòng “Tổng số lượt khám bệnh”."]],
      [
        "the code deleted",
        { rows: replaced(5, "Số ca phẫu thuật", null, null, null) },
        ["A6 CT1 Không thấy dòng “Số ca phẫu thuật”."],
      ],
    ],
    leaves: [
      ["a whole sheet", { rows: ROWS }],
      ["a heading deleted", { rows: without(0) }],
      ["a row without figures", { rows: replaced(2, "Số lượt điều trị nội trú", "NT") }],
      ["spaces around a code", { rows: replaced(2, "Số lượt điều trị nội trú", " NT\u00a0", 40, 20, 22, 50) }],
    ],
  },
  CT2: {
    finds: [
      ["a row copied", { rows: inserted(4, ...ROWS[2]!) }, ["A6 CT2 “Số lượt điều trị nội trú” đã có ở dòng 4."]],
      [
        "a row copied right below",
        { rows: inserted(3, ...ROWS[2]!) },
        ["A5 CT2 “Số lượt điều trị nội trú” đã có ở dòng 4."],
      ],
    ],
    leaves: [
      [
        "the same figures under another code",
        { rows: replaced(3, "Số lượt điều trị ngoại trú", "NGT", ...ROWS[2]!.slice(2)) },
      ],
    ],
  },
  CT3: {
    finds: [
      [
        "one row moved to the end: only it, not those that it passed",
        { rows: [...without(1), ROWS[1]!] },
        ["A7 CT3 “Tổng số lượt khám bệnh” không ở đúng thứ tự của biểu."],
      ],
    ],
    leaves: [
      ["a row left out", { rows: without(3) }],
      ["a row of the unit's own between others", { rows: inserted(3, "Khám tại nhà", null, 1, 2) }],
      ["a row doubled, which is another rule's", { rows: inserted(3, ...ROWS[2]!) }],
    ],
  },
  CT4: {
    finds: [
      [
        "a label that says another indicator",
        { rows: replaced(3, "Số trẻ em được tiêm chủng", "NGT", 10, 5, 4, 50) },
        ["A5 CT4 Dòng ghi “Số trẻ em được tiêm chủng”; theo mã số phải là “Số lượt điều trị ngoại trú”."],
      ],
      [
        "a label deleted",
        { rows: replaced(3, null, "NGT", 10, 5, 4, 50) },
        ["A5 CT4 Dòng chưa ghi tên; theo mã số phải là “Số lượt điều trị ngoại trú”."],
      ],
    ],
    leaves: [
      ["another name that the form knows", { rows: replaced(2, "Nội trú", "NT", 40, 20, 22, 50) }],
      ["a typing error", { rows: replaced(2, "- Số luợt điều tri nội trú ", "NT", 40, 20, 22, 50) }],
      [
        "capitals and another encoding",
        { rows: replaced(2, "SỐ LƯỢT ĐIỀU TRỊ NỘI TRÚ".normalize("NFD"), "NT", 40, 20, 22, 50) },
      ],
    ],
  },
  CT5: {
    finds: [
      [
        "a column deleted",
        { rows: ROWS.map((row) => row.filter((_, at) => at !== 4)), header: HEADER.filter((_, at) => at !== 4) },
        ["A1 CT5 Không thấy cột Cùng kỳ."],
      ],
    ],
    leaves: [
      [
        "other words for the same",
        { rows: ROWS, header: header("Nội dung", "Mã", "KH 2024", "TH 6T/2024", "Cùng kỳ 2023", "% KH") },
      ],
      ["no header over the codes", { rows: ROWS, header: header("Chỉ tiêu", null, ...HEADER.slice(2)) }],
      [
        "words that nobody can read over a column in its place",
        { rows: ROWS, header: HEADER.map((text, at) => (at === 2 ? "Cột 3" : text)) },
      ],
      ["a column of the unit's own", { rows: ROWS.map((row) => [...row, "tốt"]), header: [...HEADER, "Ghi chú"] }],
    ],
  },
  CT6: {
    finds: [
      [
        "last year's headers",
        {
          rows: ROWS,
          header: header(
            "Chỉ tiêu",
            "Mã số",
            "Kế hoạch năm 2023",
            "Thực hiện 6T.2023",
            "Thực hiện 6T.2022",
            "So với KH",
          ),
          hint: { period: { span: "half", year: 2024 } },
        },
        [
          "C1 CT6 Cột Kế hoạch ghi năm 2023; kỳ báo cáo này phải là 2024.",
          "D1 CT6 Cột Thực hiện ghi năm 2023; kỳ báo cáo này phải là 2024.",
          "E1 CT6 Cột Cùng kỳ ghi năm 2022; kỳ báo cáo này phải là 2023.",
        ],
      ],
      [
        "one header that was forgotten",
        {
          rows: ROWS,
          header: header(
            "Chỉ tiêu",
            "Mã số",
            "Kế hoạch năm 2023",
            "Thực hiện 6T.2024",
            "Thực hiện 6T.2023",
            "So với KH",
          ),
        },
        ["C1 CT6 Cột Kế hoạch ghi năm 2023; kỳ báo cáo này phải là 2024."],
      ],
    ],
    leaves: [
      ["the right years", { rows: ROWS, hint: { period: { span: "half", year: 2024 } } }],
      [
        "headers without years",
        { rows: ROWS, header: header("Chỉ tiêu", "Mã số", "Kế hoạch", "Thực hiện", "Cùng kỳ", "So với KH") },
      ],
      [
        "a header with two years, the last of which counts",
        {
          rows: ROWS,
          header: header("Chỉ tiêu", "Mã số", "KH 2021-2024", "Thực hiện 6T.2024", "Thực hiện 6T.2023", "So với KH"),
        },
      ],
    ],
  },
  CT7: {
    finds: [
      [
        "a column pasted as values",
        { rows: ROWS, hint: { filled: "formulas" } },
        ["F1 CT7 Cột So với KH đã điền bằng công thức, nay 5/5 ô chỉ còn số."],
      ],
      [
        "half of a column",
        { rows: [...formulas.slice(0, 4), ...ROWS.slice(4)], hint: { filled: "functions" } },
        ["F1 CT7 Cột So với KH đã điền bằng công thức, nay 2/5 ô chỉ còn số."],
      ],
    ],
    leaves: [
      ["formulas", { rows: formulas, hint: { filled: "formulas" } }],
      ["values that were asked for", { rows: ROWS, hint: { filled: "values" } }],
      ["a sheet that we did not fill", { rows: ROWS }],
      [
        "one cell, which is another rule's",
        { rows: [...formulas.slice(0, 5), ROWS[5]!], hint: { filled: "formulas" } },
      ],
      ["an empty column", { rows: ROWS.map((row) => row.slice(0, 5)), hint: { filled: "formulas" } }],
    ],
  },
  CT8: {
    finds: [
      [
        "a hidden row",
        { rows: ROWS, more: { hiddenRows: new Set([3]) } },
        ["A4 CT8 Dòng “Số lượt điều trị nội trú” đang ẩn; số vẫn được tính và kiểm tra."],
      ],
    ],
    leaves: [
      ["a hidden heading", { rows: ROWS, more: { hiddenRows: new Set([1]) } }],
      ["a hidden row outside the table", { rows: ROWS, more: { hiddenRows: new Set([0, 40]) } }],
    ],
  },
  CT9: {
    finds: [
      [
        "a row of the unit's own",
        { rows: inserted(3, "Khám tại nhà", null, 1, 2) },
        ["A5 CT9 “Khám tại nhà” không phải chỉ tiêu của biểu này."],
      ],
      [
        "a code that the form does not have",
        { rows: inserted(3, "Khám tại nhà", "KTN", 1, 2) },
        ["A5 CT9 “Khám tại nhà” không phải chỉ tiêu của biểu này."],
      ],
      [
        "figures under the table",
        { rows: [...ROWS, ["Khám từ xa", null, 1, 2]] },
        ["A8 CT9 “Khám từ xa” không phải chỉ tiêu của biểu này."],
      ],
    ],
    leaves: [
      ["a heading of the unit's own", { rows: inserted(3, "Tại các trạm y tế") }],
      ["a footnote and signatures", { rows: [...ROWS, [], ["Ghi chú: số liệu ước"], ["NGƯỜI LẬP BIỂU"]] }],
      ["the header once more", { rows: inserted(3, ...HEADER) }],
    ],
  },
};

describe.each(Object.entries(CASES))("%s", (rule, { finds, leaves }) => {
  test.each(finds)("finds %s", (_, sheet, expected) => {
    expect(messages(run(sheet), rule)).toEqual(expected);
  });
  test.each(leaves)("leaves %s alone", (_, sheet) => {
    expect(places(run(sheet), rule)).toEqual([]);
  });
});

test("a sound sheet has nothing to say but that a target is not met", () => {
  expect(places(run({ rows: ROWS }))).toEqual(["D6 KH1"]);
});

describe("a row missing", () => {
  const level = (rows: readonly Row[], codes = true) =>
    findingsOf(
      codes
        ? run({ rows })
        : checkGrid(grid([["Chỉ tiêu", ...HEADER.slice(2)], ...rows.map(([label, , ...rest]) => [label, ...rest])]), [
            FORM,
          ]),
      "CT1",
    ).map((finding) => finding.level);

  test("is an error by its code, less where the form lets it be blank", () => {
    expect(level(without(2))).toEqual(["error"]);
    expect(level(without(4))).toEqual(["hint"]);
  });

  test("is a warning where rows are known by their labels only: it may be there under another name", () => {
    expect(level(without(2), false)).toEqual(["warning"]);
  });
});

test("a label that stands twice, without codes, is said to stand twice, not to be strange", () => {
  const rows = inserted(4, ...ROWS[2]!).map(([label, , ...rest]) => [label, ...rest]);
  const result = checkGrid(grid([["Chỉ tiêu", ...HEADER.slice(2)], ...rows]), [FORM]);
  expect(messages(result, "CT")).toEqual([
    "A6 CT9 “Số lượt điều trị nội trú” đã có ở dòng 4; dòng này chưa gắn với chỉ tiêu nào.",
  ]);
});

describe("a row without a code whose name", () => {
  const twins = formOf(
    [
      count("KHAM", "Số lượt khám"),
      count("NAM", "Nam"),
      count("TIEM", "Số lượt tiêm"),
      count("NAM2", "Nam", { "Tên khác": "Nam giới" }),
      heading("MUC", "Nữ"),
    ],
    meta(["code", "label", "plan", "actual"]),
  );
  const said = (...lines: readonly (readonly [string, ...Typed[]])[]) =>
    findings(tableOf(twins, lines), "CT9").map(({ cell, facts: { other } }) => `${cell} ${other}`);

  test("other rows have is said to be the last such row above, else the first below", () => {
    expect(said(["NAM", 1], ["TIEM", 1], ["NAM2", 1], ["Nam", 1])).toEqual(["B5 dòng 4"]);
    expect(said(["NAM", 1], ["Nam", 1], ["TIEM", 1], ["NAM2", 1])).toEqual(["B3 dòng 2"]);
    expect(said(["Nam", 1], ["NAM", 1], ["TIEM", 1], ["NAM2", 1])).toEqual(["B2 dòng 3"]);
  });

  test("is another name of a row, or has a number before it, is said to be that row", () => {
    expect(said(["NAM", 1], ["NAM2", 1], ["Nam giới", 1])).toEqual(["B4 dòng 3"]);
    expect(said(["NAM", 1], ["NAM2", 1], ["2. NAM", 1])).toEqual(["B4 dòng 3"]);
  });

  test("only a heading has is strange", () => {
    expect(said(["NAM", 1], ["MUC"], ["Nữ", 1])).toEqual(["B4 undefined"]);
  });

  test("is blank, or that has no figure, is not spoken of", () => {
    expect(said(["NAM", 1], ["", 1, 2])).toEqual([]);
    expect(said(["NAM", 1], ["Ghi chú riêng"])).toEqual([]);
    expect(said(["NAM", 1], ["Ghi chú riêng", null, "…"])).toEqual(["B3 undefined"]);
  });
});

describe("what a row is called", () => {
  /** A row that says another indicator's name, known by its code or by its place and name. */
  const renamed = (byLabel: boolean, columns = true): FigureTable => {
    const table = tableOf(FORM_BY_CODE, [["KHAM", 200, 100]], { byLabel });
    const rows = table.grid.rows.map((row, at) => (at === 1 ? row.with(1, { value: "Số trẻ được tiêm chủng" }) : row));
    const without = table.binding.columns.filter(({ role }) => columns || role !== "label");
    return { ...table, grid: { ...table.grid, rows }, binding: { ...table.binding, columns: without } };
  };
  const FORM_BY_CODE = formOf([count("KHAM", "Số lượt khám")], meta(["code", "label", "plan", "actual"]));

  test("is held to its code, where that is what it is known by", () => {
    expect(findings(renamed(false), "CT4")).toHaveLength(1);
    expect(findings(renamed(true), "CT4")).toEqual([]);
  });

  test("is nobody's to ask where the sheet has no column of names", () => {
    expect(findings(renamed(false, false), "CT4")).toEqual([]);
  });
});

test("a header of another year is shown as it stands, a column that is missing as nothing", () => {
  const [year] = findingsOf(run({ rows: ROWS, hint: { period: { span: "half", year: 2025 } } }), "CT6");
  expect(year).toMatchObject({ cell: "C1", role: "plan", stated: HEADER[2], facts: { stated: HEADER[2] } });
  const [missing] = findingsOf(
    run({ rows: ROWS.map((row) => row.filter((_, at) => at !== 4)), header: HEADER.filter((_, at) => at !== 4) }),
    "CT5",
  );
  expect(missing).toMatchObject({ role: "samePeriod", stated: null, facts: { stated: "không có" } });
});

test("columns of several measures are named with theirs", () => {
  const column = (measure: string, text: string) => ({ ...COLUMNS.actual, header: text, group: "Năm {nam}", measure });
  const form = formOf([count("TA", "Tả"), count("LY", "Lỵ")], {
    ...meta(["label", "code"], {
      measures: [
        { id: "mac", label: "Mắc" },
        { id: "chet", label: "Chết" },
      ],
    }),
    columns: [COLUMNS.label, COLUMNS.code, column("mac", "Mắc"), column("chet", "Chết")],
  });
  const sheet = grid([
    ["Chỉ tiêu", "Mã số", "Năm 2024 Mắc"],
    ["Tả", "TA", 1],
    ["Lỵ", "LY", 2],
  ]);
  expect(messages(checkGrid(sheet, [form]), "CT")).toEqual(["A1 CT5 Không thấy cột Thực hiện (chết)."]);
});

test("a form that sets the plan of the year beside the figures of the year before has its years right", () => {
  const plan = formOf([rate("BS", "Số bác sĩ/vạn dân"), rate("XA", "Tỷ lệ xã đạt tiêu chí")], {
    ...meta(["label", "code"], { periods: ["year"], assessed: false }),
    columns: [
      COLUMNS.label,
      COLUMNS.code,
      { ...COLUMNS.actual, header: "Ước TH năm {nam-1}" },
      { ...COLUMNS.plan, header: "Kế hoạch năm {nam}" },
    ],
  });
  const sheet = (...years: readonly string[]) =>
    grid([
      ["Chỉ tiêu", "Mã số", `Ước TH năm ${years[0]}`, `Kế hoạch năm ${years[1]}`],
      ["Số bác sĩ/vạn dân", "BS", 11, 12],
      ["Tỷ lệ xã đạt tiêu chí", "XA", 90, 95],
    ]);
  expect(messages(checkGrid(sheet("2020", "2021"), [plan]))).toEqual([]);
  expect(
    messages(checkGrid(sheet("2020", "2021"), [plan], { formId: "THU", period: { span: "year", year: 2021 } })),
  ).toEqual([]);
  expect(
    messages(checkGrid(sheet("2020", "2020"), [plan], { formId: "THU", period: { span: "year", year: 2021 } })),
  ).toEqual(["D1 CT6 Cột Kế hoạch ghi năm 2020; kỳ báo cáo này phải là 2021."]);
});

test("a column that a form sets over the period of the year before has its years right", () => {
  const form = formOf([rate("BS", "Số bác sĩ/vạn dân"), rate("XA", "Tỷ lệ xã đạt tiêu chí")], {
    ...meta(["label", "code"], { assessed: false }),
    columns: [
      COLUMNS.label,
      COLUMNS.code,
      { ...COLUMNS.actual, header: "Ước TH {ky-1}" },
      { ...COLUMNS.plan, header: "Kế hoạch {nam}" },
    ],
  });
  const of = (mark: string) =>
    grid([
      ["Chỉ tiêu", "Mã số", `Ước TH ${mark}`, "Kế hoạch 2024"],
      ["Số bác sĩ/vạn dân", "BS", 11, 12],
      ["Tỷ lệ xã đạt tiêu chí", "XA", 90, 95],
    ]);
  const hint = { formId: "THU", period: { span: "half", year: 2024 } } as const;
  expect(messages(checkGrid(of("6T.2023"), [form], hint), "CT6")).toEqual([]);
  expect(messages(checkGrid(of("6T.2024"), [form], hint), "CT6")).toEqual([
    "C1 CT6 Cột Thực hiện ghi năm 2024; kỳ báo cáo này phải là 2023.",
  ]);
});

test("years are not asked of a form whose headers name years of their own", () => {
  const targets = formOf([rate("BH", "Tỷ lệ tham gia bảo hiểm"), rate("TC", "Tỷ lệ tiêm chủng")], {
    ...meta(["label", "code"]),
    columns: [COLUMNS.label, COLUMNS.code, { ...COLUMNS.plan, header: "Mục tiêu đến năm 2025" }, COLUMNS.actual],
  });
  const rows = [
    ["Tỷ lệ tham gia bảo hiểm", "BH", 95, 90],
    ["Tỷ lệ tiêm chủng", "TC", 95, 90],
  ];
  expect(messages(checkRows(targets, rows, {}, { period: { span: "half", year: 2024 } }), "CT")).toEqual([]);
});
