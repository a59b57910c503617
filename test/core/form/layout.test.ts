import fc from "fast-check";
import { pointDecimals } from "../../../src/core/compare/comparison";
import { decimalsOfFormat } from "../../../src/core/number";
import { figureFormat, layoutForm, type SheetLayout } from "../../../src/core/form/layout";
import type { Period } from "../../../src/core/form/period";
import type { Column, Measure } from "../../../src/core/form/types";
import { formById } from "../../../src/forms";
import { formOf } from "../table/support";

const HALF: Period = { span: "half", year: 2024 };
const UNIT = "Sở Y tế tỉnh Điện Biên";

const FORM = formOf(
  [
    "KCB;mục;1;I;;Khám chữa bệnh",
    "GIUONG;chỉ tiêu;1;1;;Số giường bệnh;giường;số đếm;thời điểm;cao;0;PT;có;cộng",
    "GIUONG_HUYEN;chỉ tiêu;2;;-;Tuyến huyện;giường;số đếm;thời điểm;cao;0;PT;có;cộng",
    "CS;chỉ tiêu;1;2;;Công suất;%;tỷ lệ;thời điểm;cao;1;DIEM;có;tính lại;≥85",
  ],
  {
    columns: [
      { role: "tt", header: "TT", width: 5 },
      { role: "label", header: "Chỉ tiêu", width: 40 },
      { role: "code", header: "Mã số", width: 10 },
      { role: "unit", header: "ĐVT", width: 10 },
      { role: "plan", header: "KH {nam}", width: 10 },
      { role: "actual", header: "Ước TH {ky}", width: 10 },
      { role: "samePeriod", header: "TH {ky-1}", width: 10 },
      { role: "vsPlan", header: "So với KH (%)", width: 10 },
      { role: "vsSamePeriod", header: "So với cùng kỳ", width: 10 },
    ],
    footnotes: ["Dấu “-” là không phát sinh."],
    orientation: "landscape",
  },
);

/** The texts of a row, "" where nothing stands. */
const texts = (layout: SheetLayout, row: number) =>
  Array.from({ length: layout.columns.length }, (_, column) => layout.cells[row]?.[column]?.value ?? "");
const looks = (layout: SheetLayout, row: number) => Array.from(layout.cells[row]!, (cell) => cell?.look);
const merged = (layout: SheetLayout, row: number) =>
  layout.merges.filter(({ top }) => top === row).map(({ left, bottom, right }) => [left, bottom, right]);

describe("a form with one header row", () => {
  const layout = layoutForm(FORM, HALF, UNIT);

  test("the title block: unit on the left, number on the right, title and letter below", () => {
    expect(layout.cells[0]!.filter(Boolean)).toEqual([
      { value: "SỞ Y TẾ TỈNH ĐIỆN BIÊN", look: "unit" },
      { value: "Biểu thử", look: "number" },
    ]);
    expect(merged(layout, 0)).toEqual([
      [0, 0, 3],
      [4, 0, 8],
    ]);
    expect(layout.cells[2]).toEqual([{ value: "BIỂU THỬ 6 THÁNG ĐẦU NĂM 2024", look: "title" }]);
    expect(layout.cells[3]![0]).toEqual({
      value: "(Kèm theo Báo cáo số            /BC-SYT ngày        /        /2024 của Sở Y tế tỉnh Điện Biên)",
      look: "subtitle",
    });
    expect([merged(layout, 2), merged(layout, 3)]).toEqual([[[0, 2, 8]], [[0, 3, 8]]]);
    expect([layout.cells[1], layout.cells[4], layout.cells[5]]).toEqual([[], [], []]);
  });

  test.each([
    ["Sở Y tế tỉnh Lai Châu", "/BC-SYT ngày"],
    ["Trung tâm Y tế huyện Mường Tè", "/BC-TTYT ngày"],
    ["Phòng khám của Trung tâm Y tế", "/BC-        ngày"],
    ["Bệnh viện thuộc Sở Y tế", "/BC-        ngày"],
  ])("the number of a document of %s names its office", (unit, said) => {
    const subtitle = String(layoutForm(FORM, HALF, unit).cells[3]![0]!.value);
    expect(subtitle).toContain(said);
  });

  test("a yearly report is dated in the year after", () => {
    expect(layoutForm(FORM, { span: "year", year: 2024 }, UNIT).cells[3]![0]!.value).toContain("/2025 của");
  });

  test("the header and the column numbers", () => {
    expect(texts(layout, 6)).toEqual([
      "TT",
      "Chỉ tiêu",
      "Mã số",
      "ĐVT",
      "KH 2024",
      "Ước TH 6T.2024",
      "TH 6T.2023",
      "So với KH (%)",
      "So với cùng kỳ",
    ]);
    expect(new Set(looks(layout, 6))).toEqual(new Set(["header"]));
    expect(texts(layout, 7)).toEqual(["A", "B", "C", "D", "1", "2", "3", "4=2/1", "5"]);
    expect(new Set(looks(layout, 7))).toEqual(new Set(["columnNumber"]));
    expect([merged(layout, 6), merged(layout, 7)]).toEqual([[], []]);
    expect(layout.headerRows).toEqual({ first: 6, last: 7 });
    expect(layout.frozen).toEqual({ rows: 8, columns: 2 });
  });

  test("the rows of the form, headings apart from indicators", () => {
    expect(texts(layout, 8).slice(0, 5)).toEqual(["I", "Khám chữa bệnh", "KCB", "", ""]);
    expect(looks(layout, 8).slice(0, 5)).toEqual(["headingCode", "heading", "code", "figure", "figure"]);
    expect(texts(layout, 9).slice(0, 5)).toEqual(["1", "Số giường bệnh", "GIUONG", "giường", ""]);
    expect(looks(layout, 9).slice(0, 5)).toEqual(["centered", "label", "code", "centered", "figure"]);
    expect(layout.cells[9]![1]).toEqual({ value: "Số giường bệnh", look: "label" });
    expect(layout.cells[10]![1]).toEqual({ value: "- Tuyến huyện", look: "label", indent: 1 });
    expect(layout.body).toEqual({ top: 8, bottom: 11 });
    expect([...layout.rowOf]).toEqual([
      ["KCB", 8],
      ["GIUONG", 9],
      ["GIUONG_HUYEN", 10],
      ["CS", 11],
    ]);
  });

  test("figures come empty, but for those that the form sets, and show their decimals", () => {
    expect(texts(layout, 11).slice(4)).toEqual(["≥85", "", "", "", ""]);
    expect(layout.cells[11]!.slice(4).map((cell) => cell!.format)).toEqual(Array(5).fill("#,##0.0"));
    expect(layout.cells[9]!.slice(4).map((cell) => cell!.format)).toEqual([
      "#,##0",
      "#,##0",
      "#,##0",
      "#,##0.0",
      "#,##0.0",
    ]);
    expect(layout.cells[8]!.slice(4).every((cell) => cell!.format === undefined)).toBe(true);
  });

  test("the foot: notes right below, signatures after a blank row", () => {
    expect(layout.cells[12]).toEqual([{ value: "Dấu “-” là không phát sinh.", look: "footnote" }]);
    expect(merged(layout, 12)).toEqual([[0, 12, 8]]);
    expect(layout.cells[13]).toEqual([]);
    expect(layout.cells[14]!.filter(Boolean)).toEqual([
      { value: "NGƯỜI LẬP BIỂU", look: "signature" },
      { value: "THỦ TRƯỞNG ĐƠN VỊ", look: "signature" },
    ]);
    expect(layout.cells[15]!.filter(Boolean)).toEqual([
      { value: "(Ký, ghi rõ họ tên)", look: "signatureNote" },
      { value: "(Ký, đóng dấu, ghi rõ họ tên)", look: "signatureNote" },
    ]);
    for (const row of [14, 15]) {
      expect(merged(layout, row)).toEqual([
        [0, row, 3],
        [4, row, 8],
      ]);
    }
    expect(layout.cells).toHaveLength(16);
  });

  test("what the edges need: name, page, inputs and names", () => {
    expect([layout.name, layout.orientation, layout.widths]).toEqual([
      "THU",
      "landscape",
      [5, 40, 10, 10, 10, 10, 10, 10, 10],
    ]);
    expect(layout.inputs).toEqual([
      { role: "plan", column: 4, top: 8, bottom: 11 },
      { role: "actual", column: 5, top: 8, bottom: 11 },
      { role: "samePeriod", column: 6, top: 8, bottom: 11 },
    ]);
    expect(layout.names.map(({ name }) => name)).toEqual(
      ["", "_CHITIEU", "_MA", "_KH", "_TH", "_CK", "_SOKH", "_SOCK"].map((mark) => `BIEU_THU${mark}`),
    );
    expect(layout.names[0]!.area).toEqual({ top: 6, left: 0, bottom: 11, right: 8 });
    expect(layout.names[4]!.area).toEqual({ top: 8, left: 5, bottom: 11, right: 5 });
    expect(layout.columns[5]).toEqual({ role: "actual", measure: "", column: 5, header: "Ước TH 6T.2024" });
  });
});

describe("a form with groups of columns", () => {
  const column = (role: Column["role"], header: string, group: string, measure: string) => ({
    role,
    header,
    group,
    measure,
    width: 9,
  });
  const grouped = formOf(["TA;chỉ tiêu;1;1;;Tả;ca;số đếm;phát sinh;thấp;0;SO;không;cộng"], {
    measures: [
      { id: "mac", label: "Mắc" },
      { id: "chet", label: "Chết" },
      { id: "tyle", label: "Tỷ lệ", kind: "tỷ lệ", unit: "%", comparison: "DIEM", decimals: 2 },
    ],
    columns: [
      { role: "code", header: "Mã số", width: 10 },
      { role: "label", header: "Tên bệnh", width: 30 },
      column("plan", "Mắc", "Kế hoạch {nam}", "mac"),
      column("actual", "Mắc", "{Kỳ} năm {nam}", "mac"),
      column("actual", "Chết", "{Kỳ} năm {nam}", "chet"),
      column("actual", "Tỷ lệ", "{Kỳ} năm {nam}", "tyle"),
      column("vsPlan", "Mắc", "So sánh", "mac"),
      column("vsPlan", "Chết", "So sánh", "chet"),
      column("vsSamePeriod", "Tỷ lệ", "So sánh", "tyle"),
    ],
  });
  const layout = layoutForm(grouped, { span: "quarter", year: 2024, quarter: 2 }, UNIT);

  test("two header rows: groups across their columns, the others down both rows", () => {
    expect(texts(layout, 6)).toEqual([
      "Mã số",
      "Tên bệnh",
      "Kế hoạch 2024",
      "Quý II năm 2024",
      "",
      "",
      "So sánh",
      "",
      "",
    ]);
    expect(texts(layout, 7)).toEqual(["", "", "Mắc", "Mắc", "Chết", "Tỷ lệ", "Mắc", "Chết", "Tỷ lệ"]);
    expect(new Set([...looks(layout, 6), ...looks(layout, 7)])).toEqual(new Set(["header"]));
    expect(merged(layout, 6)).toEqual([
      [0, 7, 0],
      [1, 7, 1],
      [3, 6, 5],
      [6, 6, 8],
    ]);
    expect(layout.headerRows).toEqual({ first: 6, last: 8 });
    expect(layout.body.top).toBe(9);
  });

  test("column numbers name the plan of their own measure only", () => {
    expect(texts(layout, 8)).toEqual(["A", "B", "1", "2", "3", "4", "5=2/1", "6", "7"]);
  });

  test("a column is told by its group and header, and named by its measure", () => {
    expect(layout.columns[4]).toEqual({ role: "actual", measure: "chet", column: 4, header: "Quý II năm 2024 Chết" });
    expect(layout.names.map(({ name }) => name)).toContain("BIEU_THU_TH_CHET");
    expect(new Set(layout.names.map(({ name }) => name)).size).toBe(layout.names.length);
  });

  test("formats go by the measure", () => {
    expect(layout.cells[9]!.slice(2).map((cell) => cell!.format)).toEqual([
      "#,##0",
      "#,##0",
      "#,##0",
      "#,##0.00",
      "#,##0.0",
      "#,##0.0",
      "#,##0.00",
    ]);
  });
});

test("a comparison with the plan that has no TH before it is numbered like any column", () => {
  const { columns } = FORM;
  const layout = layoutForm({ ...FORM, columns: columns.filter(({ role }) => role !== "actual") }, HALF, UNIT);
  expect(texts(layout, 7)).toEqual(["A", "B", "C", "D", "1", "2", "3", "4"]);
});

test.each([
  ["a count compared in percent", "0;PT", "số đếm", "#,##0", "#,##0.0"],
  ["a count compared by difference", "0;SO", "số đếm", "#,##0", "#,##0"],
  ["a rate without decimals: points still show one", "0;DIEM", "tỷ lệ", "#,##0", "#,##0.0"],
  ["a rate with two decimals", "2;DIEM", "tỷ lệ", "#,##0.00", "#,##0.00"],
])("the format of %s", (_what, decimals, kind, figure, vsSamePeriod) => {
  const [indicator] = formOf([`X;chỉ tiêu;1;;;Chỉ tiêu;đơn vị;${kind};thời điểm;cao;${decimals};có;không`]).indicators;
  const single: Measure = { id: "", label: "" };
  const formats = (["actual", "vsPlan", "vsSamePeriod"] as const).map((role) =>
    figureFormat(indicator!, single, { role }),
  );
  expect(formats).toEqual([figure, "#,##0.0", vsSamePeriod]);
});

test.each([
  ["163", 163],
  ["1,5", 1.5],
  ["1.750,0", 1750],
  ["trên 95%", "trên 95%"],
  ["95%", "95%"],
  ["1.234", "1.234"],
])("the form sets KH to %j: the cell holds %j", (preset, value) => {
  const line = `X;chỉ tiêu;1;;;Chiều cao;cm;chỉ số;thời điểm;cao;1;DIEM;có;không;${preset}`;
  const layout = layoutForm(formOf([line]), HALF, UNIT);
  expect(layout.cells[layout.rowOf.get("X")!]![2]!.value).toBe(value);
});

test("a form of two columns of targets keeps both", () => {
  const layout = layoutForm(formById("MT136")!, { span: "year", year: 2024 }, UNIT);
  const row = layout.rowOf.get("MT_01")!;
  expect(texts(layout, row).slice(4, 6)).toEqual(["khoảng 68", "khoảng 70"]);
  expect(layout.inputs.map(({ role }) => role)).toEqual(["plan", "laterPlan", "actual"]);
  expect(layout.names.map(({ name }) => name)).toContain("BIEU_MT136_KHSAU");
});

test("one wide column takes the unit, the number stays at its right", () => {
  const wide = formOf(["X;chỉ tiêu;1;;;Chỉ tiêu;ca;số đếm;thời điểm;cao;0;PT;có;không"], {
    columns: [
      { role: "label", header: "Chỉ tiêu", width: 100 },
      { role: "code", header: "Mã số", width: 10 },
      { role: "actual", header: "TH", width: 10 },
    ],
  });
  const layout = layoutForm(wide, HALF, UNIT);
  expect(looks(layout, 0)).toEqual(["unit", "number"]);
  expect(merged(layout, 0)).toEqual([[1, 0, 2]]);
  expect(layout.cells).toHaveLength(layout.body.bottom + 4);
  expect(looks(layout, layout.body.bottom + 1)).toEqual([]);
});

test("a figure's format shows the decimals of what stands there", () => {
  const indicators = FORM.indicators;
  const comparison = fc.constantFrom("percent" as const, "points" as const, "difference" as const);
  const role = fc.constantFrom("plan", "laterPlan", "actual", "samePeriod", "vsPlan", "vsSamePeriod");
  fc.assert(
    fc.property(fc.nat(indicators.length - 1), fc.nat(6), comparison, role, (at, decimals, compared, column) => {
      const indicator = { ...indicators[at]!, decimals, comparison: compared };
      const shown = decimalsOfFormat(figureFormat(indicator, FORM.measures[0]!, { role: column }));
      const ofPoints = pointDecimals(compared, decimals);
      const changes = compared === "percent" ? 1 : ofPoints;
      expect(shown).toBe(column === "vsPlan" ? 1 : column === "vsSamePeriod" ? changes : decimals);
      expect(ofPoints).toBeGreaterThanOrEqual(decimals);
    }),
  );
});
