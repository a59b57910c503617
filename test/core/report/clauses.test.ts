/** What sentences say of plan and last year, on small tables where each case stands alone. */

import type { Period } from "../../../src/core/form/period";
import { rowSentences, sectionParagraphs, sectionsOf } from "../../../src/core/report/sentences";
import { layoutSentences } from "../../../src/core/report/sentences-sheet";
import { tellSection, tellSelected } from "../../../src/core/report/selected";
import type { FigureTable } from "../../../src/core/table/figures";
import { FORM, formOf, tableOf, type Written } from "../table/support";

const HALF: Period = { span: "half", year: 2024 };
const YEAR: Period = { span: "year", year: 2024 };

const LINES = [
  "GIUONG;chỉ tiêu;1;1;;Số giường bệnh;giường;số đếm;thời điểm;cao;0;PT;có;cộng",
  "TIEN;chỉ tiêu;1;1;;Tổng kinh phí;triệu đồng;tiền;phát sinh;cao;1;PT;có;cộng",
  "CS;chỉ tiêu;1;1;;Tỷ lệ sử dụng giường bệnh;%;tỷ lệ;thời điểm;cao;1;DIEM;có;tính lại",
  "SINH;chỉ tiêu;1;1;;Tỷ suất sinh;‰;tỷ lệ;thời điểm;thấp;2;DIEM;có;tính lại",
  "SINH3;chỉ tiêu;1;1;;Tỷ lệ sinh con thứ 3;%;tỷ lệ;thời điểm;thấp;1;DIEM;có;tính lại",
  "NGODOC;chỉ tiêu;1;1;;Số vụ ngộ độc;vụ;số đếm;phát sinh;thấp;0;SO;có;cộng",
  "CAP;chỉ tiêu;1;1;;Số thẻ cấp;thẻ;số đếm;phát sinh;cố định 90..110;0;PT;có;cộng",
  "MAC;chỉ tiêu;1;1;;Tỷ lệ mắc lao;/100.000 dân;tỷ lệ;thời điểm;thấp;2;DIEM;có;tính lại",
  "GHI;chỉ tiêu;1;1;;Ghi chú của đơn vị;chữ;chữ;thời điểm;không;0;PT;không;không",
];

function said(code: string, [plan, actual, before]: readonly Written[], period: Period | undefined = YEAR, meta = {}) {
  const table = tableOf(formOf(LINES, meta), [[code, plan!, actual!, before!]], { ...(period && { period }) });
  return rowSentences(table).map(({ sentence }) => sentence);
}

test.each<[string, string, Written[], string[]]>([
  ["a count against its plan", "GIUONG", [200, 150, null], ["Số giường bệnh 150 giường đạt 75% KH."]],
  ["money against its plan", "TIEN", [200, 150.5, null], ["Tổng kinh phí 150,5 triệu đồng đạt 75,3% KH."]],
  ["a rate with its plan", "CS", [90, 85.5, null], ["Tỷ lệ sử dụng giường bệnh 85,5% (KH 90%)."]],
  ["what should be low, within its plan", "NGODOC", [10, 4, null], ["Số vụ ngộ độc 4 vụ bằng 40% mức KH."]],
  ["what should be low, above its plan", "NGODOC", [3, 4, null], ["Số vụ ngộ độc 4 vụ, cao hơn KH 1 vụ."]],
  [
    "above its plan by as many decimals as are stated",
    "SINH",
    [15, "15,25", null],
    ["Tỷ suất sinh 15,25‰, cao hơn KH 0,25 điểm phần nghìn."],
  ],
  ["at its plan", "SINH3", [15.5, 15.5, null], ["Tỷ lệ sinh con thứ 3: 15,5% (KH 15,5%)."]],
  ["what should be as planned", "CAP", [100, 104, null], ["Số thẻ cấp 104 thẻ bằng 104% KH."]],
  ["against a bound", "SINH3", ["≤15,5", 15, null], ["Tỷ lệ sinh con thứ 3: 15% (yêu cầu không quá 15,5%)."]],
  ["a plan of 0 has no share", "GIUONG", [0, 150, null], ["Số giường bệnh 150 giường."]],
  ["no plan, no last year", "GIUONG", [null, 150, "…"], ["Số giường bệnh 150 giường."]],
  ["a last year that nobody can read", "GIUONG", [null, 150, "chưa rõ"], ["Số giường bệnh 150 giường."]],
  ["growth", "GIUONG", [null, 150, 120], ["Số giường bệnh 150 giường, tăng 25% so với cùng kỳ."]],
  ["decline", "GIUONG", [null, 90, 120], ["Số giường bệnh 90 giường, giảm 25% so với cùng kỳ."]],
  ["growth from none", "GIUONG", [null, 90, 0], ["Số giường bệnh 90 giường, tăng 90 giường so với cùng kỳ."]],
  ["the same", "GIUONG", [null, 120, 120], ["Số giường bệnh 120 giường, bằng cùng kỳ."]],
  ["nearly the same", "GIUONG", [null, 100_001, 100_000], ["Số giường bệnh 100.001 giường, tương đương cùng kỳ."]],
  [
    "points as finely as they are stated",
    "SINH",
    [null, "15,25", "15,5"],
    ["Tỷ suất sinh 15,25‰, giảm 0,25 điểm phần nghìn so với cùng kỳ."],
  ],
  [
    "points with a decimal at least",
    "CS",
    [null, 86, 84],
    ["Tỷ lệ sử dụng giường bệnh 86%, tăng 2 điểm phần trăm so với cùng kỳ."],
  ],
  [
    "a difference of rates as finely as they are stated",
    "MAC",
    [null, "36,55", "36,3"],
    ["Tỷ lệ mắc lao 36,55/100.000 dân, tăng 0,25 so với cùng kỳ."],
  ],
  ["a difference of counts", "NGODOC", [null, 4, 6], ["Số vụ ngộ độc 4 vụ, giảm 2 vụ so với cùng kỳ."]],
  ["a text says nothing", "GHI", [null, 5, 6], []],
  ["a bound in place of a figure says nothing", "GIUONG", [null, "≥5", 6], []],
])("%s", (_, code, figures, told) => {
  expect(said(code, figures)).toEqual(told);
});

describe("none", () => {
  test.each<[string, string, Written[], Period | undefined, string]>([
    [
      "before the year's end there may still be some",
      "GIUONG",
      [9, 0, 0],
      HALF,
      "Chưa có giường bệnh (KH 9 giường), bằng cùng kỳ.",
    ],
    ["at its end there is none", "GIUONG", [9, 0, 0], YEAR, "Không có giường bệnh (KH 9 giường), bằng cùng kỳ."],
    ["nobody knows when", "GIUONG", [9, 0, null], undefined, "Không có giường bệnh (KH 9 giường)."],
    [
      "of what nobody wants there was none",
      "NGODOC",
      [9, 0, 2],
      HALF,
      "Không có vụ ngộ độc (KH 9 vụ), giảm 2 vụ so với cùng kỳ.",
    ],
    ["none was planned", "GIUONG", [0, 0, null], YEAR, "Không có giường bệnh."],
    ["a bound was asked", "NGODOC", ["<6", 0, null], YEAR, "Không có vụ ngộ độc (yêu cầu dưới 6 vụ)."],
    [
      "a drop to none is told in figures",
      "GIUONG",
      [null, 0, 120],
      YEAR,
      "Không có giường bệnh, giảm 120 giường so với cùng kỳ.",
    ],
    [
      "a rate of 0 is a figure",
      "CS",
      [90, 0, 5],
      YEAR,
      "Tỷ lệ sử dụng giường bệnh 0% (KH 90%), giảm 5 điểm phần trăm so với cùng kỳ.",
    ],
  ])("%s", (_, code, figures, period, told) => {
    const table = tableOf(formOf(LINES), [[code, ...figures] as [string, ...Written[]]], { ...(period && { period }) });
    expect(rowSentences(table).map(({ sentence }) => sentence)).toEqual([told]);
  });
});

test("a form without targets says nothing of plans", () => {
  const none = { assessed: false };
  expect(said("GIUONG", [200, 150, null], YEAR, none)).toEqual(["Số giường bệnh 150 giường."]);
  expect(said("GIUONG", [200, 0, null], YEAR, none)).toEqual(["Không có giường bệnh."]);
  expect(said("SINH3", ["≤15,5", 15, null], YEAR, none)).toEqual(["Tỷ lệ sinh con thứ 3: 15%."]);
});

describe("a form of several measures", () => {
  const column = (role: string, measure?: string) => ({
    role,
    header: `${role} ${measure}`,
    width: 9,
    ...(measure && { measure }),
  });
  const diseases = (meta: object = {}) =>
    formOf(
      [
        "TA;chỉ tiêu;1;1;;Tả (ca);ca;số đếm;phát sinh;thấp;0;SO;không;cộng",
        "SOI;chỉ tiêu;1;2;;Sởi;ca;số đếm;phát sinh;thấp;0;SO;không;cộng",
      ],
      {
        blankMeansNone: true,
        assessed: false,
        measures: [
          { id: "mac", label: "Mắc" },
          { id: "chet", label: "Chết" },
        ],
        columns: [
          column("code"),
          column("label"),
          ...["mac", "chet"].map((measure) => column("actual", measure)),
          ...["mac", "chet"].map((measure) => column("samePeriod", measure)),
        ],
        ...meta,
      },
    );
  const tell = (figures: readonly Written[], meta = {}) =>
    rowSentences(tableOf(diseases(meta), [["TA", ...figures]])).map(({ sentence, cell }) => `${cell} ${sentence}`);

  test("tells them one after the other", () => {
    expect(tell([12, 1, 9, 1])).toEqual(["C2 Tả (ca): mắc 12 ca, tăng 3 ca so với cùng kỳ; chết 1 ca, bằng cùng kỳ."]);
  });
  test("tells none of a measure, and how many fewer, but not that there was none before", () => {
    expect(tell([12, 0, 12, 2])).toEqual([
      "C2 Tả (ca): mắc 12 ca, bằng cùng kỳ; không có ca chết, giảm 2 ca so với cùng kỳ.",
    ]);
    expect(tell([0, 0, 0, 0])).toEqual(["C2 Tả (ca): không có ca mắc; không có ca chết."]);
    expect(tell([null, null, null, null])).toEqual(["C2 Tả (ca): không có ca mắc; không có ca chết."]);
  });
  test("where blank does not mean none, 0 is a figure", () => {
    expect(tell([0, 2, 0, 2], { blankMeansNone: false })).toEqual([
      "C2 Tả (ca): mắc 0 ca, bằng cùng kỳ; chết 2 ca, bằng cùng kỳ.",
    ]);
  });
  test("is told from the first figure that is there", () => {
    expect(tell(["…", 2, null, 2])).toEqual(["D2 Tả (ca): chết 2 ca, bằng cùng kỳ."]);
    expect(tell(["…", "…", 1, 2])).toEqual([]);
  });
  test("a row is silent only where all of its measures are", () => {
    const silent = (first: Written, second: Written) =>
      tellSelected(tableOf(diseases(), [["TA", first, second]]), [{ top: 1, bottom: 1 }]).silent;
    expect(silent("…", "…")).toEqual({ missing: 1 });
    expect(silent("…", "chưa rõ")).toEqual({ unreadable: 1 });
    expect(silent("…", 3)).toEqual({});
  });
});

describe("sections", () => {
  const form = formOf([
    "DAU;chỉ tiêu;1;;;Số xã;xã;số đếm;thời điểm;cao;0;PT;có;cộng",
    "A;mục;1;A;;Phần A",
    "A_I;mục;2;I;;KHÁM BỆNH:",
    "KHAM;chỉ tiêu;1;1;;Tổng số lượt khám;lượt;số đếm;phát sinh;cao;0;PT;có;cộng",
    "GHI;chỉ tiêu;1;2;;Ghi chú;chữ;chữ;thời điểm;không;0;PT;không;không",
    "A_II;mục;2;II;;Giường bệnh",
    "GIUONG;chỉ tiêu;1;1;;Số giường;giường;số đếm;thời điểm;cao;0;PT;có;cộng",
    "KE;chỉ tiêu;1;2;;Số giường kê;giường;số đếm;thời điểm;cao;0;PT;có;cộng",
  ]);
  const table: FigureTable = tableOf(form, [
    ["DAU", null, 129],
    ["A", null, null],
    ["A_I", null, null],
    ["KHAM", null, 1000],
    ["GHI", null, "khám lưu động"],
    ["A_II", null, null],
    ["GIUONG", null, 20],
    ["KE", null, "…"],
  ]);
  const textsOf = (told: { readonly sentences: readonly { readonly text: string }[] }) =>
    told.sentences.map(({ text }) => text);

  test("of a form are its headings, with their marks", () => {
    expect(sectionsOf(form)).toEqual([
      { code: "A", label: "A. Phần A" },
      { code: "A_I", label: "A.I. KHÁM BỆNH" },
      { code: "A_II", label: "A.II. Giường bệnh" },
    ]);
    expect(sectionsOf(undefined)).toEqual([]);
  });
  test("rows under no heading are a paragraph of their own", () => {
    expect(sectionParagraphs(table, ({ path }) => path.length === 0)).toEqual([{ cell: "D2", text: "Số xã 129 xã." }]);
    expect(textsOf(tellSection(table, ""))).toEqual(["Số xã 129 xã."]);
  });
  test("of a section it is said how many rows are silent, and why", () => {
    expect(tellSection(table, "A_I")).toEqual({
      sentences: [{ cell: "D5", text: "Khám bệnh: tổng số lượt khám 1.000 lượt." }],
      rows: 2,
      silent: { text: 1 },
    });
    expect(tellSection(table, "A_II")).toMatchObject({ rows: 2, silent: { missing: 1 } });
  });
  test("a heading stands for all that is below it, in the order of the sheet with rows beside it", () => {
    const told = tellSelected(table, [
      { top: 2, bottom: 2 },
      { top: 1, bottom: 1 },
    ]);
    expect(textsOf(told)).toEqual([
      "Số xã 129 xã.",
      "Khám bệnh: tổng số lượt khám 1.000 lượt.",
      "Giường bệnh: số giường 20 giường.",
    ]);
    expect(told).toMatchObject({ rows: 2, silent: { text: 1, missing: 1 } });
  });
  test("two chapters are told in the order of the sheet, whatever the order they were selected in", () => {
    const told = tellSelected(table, [
      { top: 6, bottom: 6 },
      { top: 3, bottom: 3 },
    ]);
    expect(told.sentences.map(({ cell }) => cell)).toEqual(["D5", "D8"]);
  });
  test("a selected row stands between the chapters that it stands between in the sheet", () => {
    const told = tellSelected(table, [
      { top: 7, bottom: 7 },
      { top: 3, bottom: 3 },
      { top: 1, bottom: 1 },
    ]);
    expect(told.sentences.map(({ cell }) => cell)).toEqual(["D2", "D5", "D8"]);
  });
  test("rows beyond the sheet are none", () => {
    expect(tellSelected(table, [{ top: -5, bottom: 50 }]).rows).toBe(table.grid.rows.length);
  });
});

describe("the sheet of sentences", () => {
  const table = tableOf(FORM, [["KHAM", 1000, 600]], { period: HALF });
  const unit = { ...table, binding: { ...table.binding, unit: "Sở Y tế Điện Biên" } };
  const linesOf = (of: FigureTable, texts: readonly string[] = []) =>
    layoutSentences(
      of,
      texts.map((text) => ({ cell: "D2", text })),
    ).cells.map((cells) => cells.map((cell) => `${cell?.look}: ${cell?.value}`));

  test("says whose sentences they are, of which form, period and sheet", () => {
    expect(linesOf(unit, ["Một.", "Hai."])).toEqual([
      ["unit: SỞ Y TẾ ĐIỆN BIÊN"],
      [],
      ["title: CÂU VĂN CHO BÁO CÁO"],
      ["subtitle: (Biểu thử, 6 tháng đầu năm 2024; trang tính “Biểu”)"],
      [],
      ["header: Ô", "header: Câu văn"],
      ["code: D2", "label: Một."],
      ["code: D2", "label: Hai."],
    ]);
  });
  test("says less where less is known", () => {
    const { header, columns, rows, unbound } = table.binding;
    const lines = linesOf({ ...table, binding: { header, columns, rows, unbound } });
    expect([lines[0], lines[3]]).toEqual([[], ["subtitle: (trang tính “Biểu”)"]]);
  });
  test("has its titles across both columns, and a header that is repeated on every page", () => {
    const layout = layoutSentences(unit, [{ cell: "D2", text: "Một." }]);
    expect(layout).toMatchObject({
      name: "Câu văn",
      merges: [0, 2, 3].map((row) => ({ top: row, left: 0, bottom: row, right: 1 })),
      orientation: "portrait",
      headerRows: { first: 5, last: 5 },
      frozen: { rows: 0, columns: 0 },
      body: { top: 5, bottom: 6 },
      inputs: [],
      names: [],
      columns: [],
    });
    expect(layout.widths).toHaveLength(2);
  });
  test("a paragraph is divided between its clauses, as late as a row can hold", () => {
    const clause = (letter: string, length: number) => letter.repeat(length - 2);
    const pieces = (...clauses: readonly string[]) =>
      linesOf(unit, [clauses.join("; ")])
        .slice(6)
        .map(([, text]) => text!.replace("label: ", ""));
    expect(pieces(clause("a", 900), clause("b", 900))).toEqual([`${clause("a", 900)}; ${clause("b", 900)}`]);
    expect(pieces(clause("a", 900), clause("b", 902), "c")).toEqual([
      `${clause("a", 900)}; ${clause("b", 902)}`.slice(0, 898) + ";",
      `${clause("b", 902)}; c`,
    ]);
  });
});
