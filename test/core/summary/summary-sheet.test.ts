/** The sheet "Tổng hợp": its counts, its list of what still wants work, and the chart over the counts. */

import { parsePeriod } from "../../../src/core/form/period";
import { layoutSummary } from "../../../src/core/summary/summary-sheet";
import type { FigureTable } from "../../../src/core/table/figures";
import { FORM, formOf, tableOf, type Written } from "../table/support";

const HALF = parsePeriod("2024-6T")!;
const ROWS: readonly (readonly [string, ...Written[]])[] = [
  ["KHAM", 1000, 400],
  ["GIUONG", 100, 100],
  ["CS", 90, 80.25],
  ["SINH3", "<6", 7.5],
  ["GT", 105, 110],
  ["CHET", 10, 3],
];

function table(rows = ROWS, options: { unit?: string; period?: typeof HALF | null } = {}): FigureTable {
  const { unit, period = HALF } = options;
  const made = tableOf(FORM, rows, period ? { period } : {});
  return { ...made, binding: { ...made.binding, ...(unit !== undefined && { unit }) } };
}

const made = (from = table()) => layoutSummary(from)!;
const values = (from = table()) =>
  made(from).layout.cells.map((cells) => Array.from(cells, (cell) => cell?.value ?? null));

/** The rows under the heads of the list. */
function listed(from = table()): unknown[][] {
  const rows = values(from);
  return rows.slice(rows.findIndex(([first]) => first === "Chưa đạt, chậm tiến độ") + 1);
}

test("says of whom, of what and of when it is", () => {
  const [unit, , title, about] = values(table(ROWS, { unit: "Sở Y tế tỉnh Điện Biên" }));
  expect(unit).toEqual(["SỞ Y TẾ TỈNH ĐIỆN BIÊN"]);
  expect(title).toEqual(["TỔNG HỢP KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU"]);
  expect(about).toEqual(["(Biểu thử, 6 tháng đầu năm 2024; trang tính “Biểu”)"]);
  expect(values()[0]).toEqual([]);
  expect(values(table(ROWS, { period: null }))[3]).toEqual(["(Biểu thử; trang tính “Biểu”)"]);
});

test("counts the whole form first, then each section that has something judged", () => {
  expect(values().slice(5, 9)).toEqual([
    [
      "Mục",
      "Vượt",
      "Đạt",
      "Đạt tiến độ",
      "Chậm tiến độ",
      "Chưa đạt",
      "Không đánh giá",
      "Thiếu số liệu",
      "Được đánh giá",
    ],
    ["Cả biểu", 0, 1, 1, 1, 3, 0, 0, 6],
    ["I. Khám chữa bệnh", 0, 1, 0, 1, 1, 0, 0, 3],
    ["II. Dân số", 0, 0, 1, 0, 2, 0, 0, 3],
  ]);
  const [whole, section] = made().layout.cells.slice(6, 8);
  expect(whole!.map((cell) => cell!.look)).toEqual(["heading", ...Array<string>(8).fill("figure")]);
  expect(section![0]!.look).toBe("label");
  expect(section![1]!.format).toBe("#,##0");
});

test("a form of one section, or with figures in one section only, is counted once", () => {
  const one = values(table(ROWS.slice(0, 3)));
  expect(one[6]![0]).toBe("Cả biểu");
  expect(one[7]).toEqual([]);
});

test("lists what is unmet, then what is behind, with what each still takes", () => {
  expect(listed()).toEqual([
    ["Tỷ lệ sử dụng giường bệnh", "%", 90, 80.25, 89.2, null, -9.75, null, "Chưa đạt"],
    ["Tỷ lệ sinh con thứ 3 trở lên", "%", "< 6", 7.5, null, null, 1.5, null, "Chưa đạt"],
    ["Tỷ số giới tính khi sinh", "nam/100 nữ", 105, 110, null, null, 3, null, "Chưa đạt"],
    ["Tổng số lượt khám bệnh", "lượt", 1000, 400, 40, 80, -600, 100, "Chậm tiến độ"],
  ]);
  const rows = made().layout.cells;
  expect(rows.at(-4)!.map((cell) => cell!.format)).toEqual([
    undefined,
    undefined,
    "#,##0",
    "#,##0.00",
    "#,##0.0",
    undefined,
    "#,##0.00",
    undefined,
    undefined,
  ]);
  expect([rows.at(-4)!.at(-1)!.look, rows.at(-1)!.at(-1)!.look]).toEqual(["headingCode", "centered"]);
});

test("the share of the plan that was due is named after the period where it is a part of the year", () => {
  const heads = (from: FigureTable) => values(from).find(([first]) => first === "Chưa đạt, chậm tiến độ")!;
  expect(heads(table())[5]).toBe("% phần của 6 tháng");
  expect(heads(table(ROWS, { period: parsePeriod("2024-N")! }))[5]).toBe("% phần của kỳ");
  expect(heads(table(ROWS, { period: null }))[5]).toBe("% phần của kỳ");
});

test("says so where nothing is late, and its list is empty", () => {
  const fine = table([
    ["KHAM", 1000, 600],
    ["GIUONG", 100, 100],
  ]);
  expect(values(fine).flat()).toContain("Không có chỉ tiêu nào chậm tiến độ hay chưa đạt");
  expect(listed(fine)).toEqual([]);
  expect(values().flat()).toContain("Chỉ tiêu chưa đạt và chậm tiến độ");
});

test("the chart is of the counts, and covers cells that hold nothing", () => {
  const { layout, chart } = made();
  expect(chart).toMatchObject({ headerRow: 5, first: 6, last: 8, labels: 0 });
  expect(chart!.series.map(({ name, column }) => [name, column])).toEqual([
    ["Vượt", 1],
    ["Đạt", 2],
    ["Đạt tiến độ", 3],
    ["Chậm tiến độ", 4],
    ["Chưa đạt", 5],
  ]);
  const { top, bottom, left, right } = chart!.place;
  expect([left, right]).toEqual([0, layout.widths.length - 1]);
  expect(top).toBe(chart!.last + 2);
  // A title, a legend and a row and a bit for each of three bars.
  expect(bottom - top).toBe(Math.ceil(6 + 3 * 1.15));
  for (let row = chart!.last + 1; row <= bottom + 1; row += 1) expect(layout.cells[row]).toEqual([]);
  expect(layout.cells[bottom + 2]![0]!.value).toBe("Chỉ tiêu chưa đạt và chậm tiến độ");
});

/** Luminance of a colour as WCAG has it. */
function luminance(color: string): number {
  const [red, green, blue] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test("parts of a bar are told apart without colour, and the figures on them are legible", () => {
  const fills = made().chart!.series.map(({ fill }) => fill);
  expect(new Set(fills.map(({ pattern, ink, ground }) => `${pattern} ${ink} ${ground}`)).size).toBe(5);
  expect(fills.map(({ pattern }) => pattern)).toEqual([undefined, undefined, undefined, "wdUpDiag", "smCheck"]);
  for (const { ink, ground, tone, figures } of fills) {
    for (const color of [ink, ground, tone, figures]) {
      // Greys only: a printer without colours shows them as they are.
      expect(color).toMatch(/^([0-9A-F]{2})\1\1$/);
    }
    const [dark, light] = [luminance(tone), luminance(figures)].sort((a, b) => a - b) as [number, number];
    expect((light + 0.05) / (dark + 0.05)).toBeGreaterThan(4.5);
  }
});

test("a section in which nothing is judged is left out, and rows under no section are counted as common", () => {
  const form = formOf([
    "A;chỉ tiêu;1;1;;Số lượt khám;lượt;số đếm;phát sinh;cao;0;PT;có;cộng",
    "M;mục;1;I;;Dân số",
    "B;chỉ tiêu;1;1;;Số trẻ sinh;trẻ;số đếm;phát sinh;cao;0;PT;có;cộng",
    "N;mục;1;II;;Truyền thông",
    "C;chỉ tiêu;1;1;;Số buổi;buổi;số đếm;phát sinh;cao;0;PT;có;cộng",
  ]);
  const rows: [string, ...Written[]][] = [
    ["A", 10, 8],
    ["B", 10, 8],
    ["C", 10, null],
  ];
  const { cells } = layoutSummary(tableOf(form, rows, { period: HALF }))!.layout;
  expect(cells.slice(6, 10).map((row) => row[0]?.value)).toEqual(["Cả biểu", "Chung", "I. Dân số", undefined]);
});

test("it lies across the page, under its own name, and its list says what each column is", () => {
  const { layout } = made();
  expect([layout.name, layout.orientation]).toEqual(["Tổng hợp", "landscape"]);
  const heads = values().find(([first]) => first === "Chưa đạt, chậm tiến độ")!;
  expect(heads).toEqual([
    "Chưa đạt, chậm tiến độ",
    "Đơn vị tính",
    "KH giao",
    "Đã thực hiện",
    "% kế hoạch",
    "% phần của 6 tháng",
    "Chênh lệch với mức cần đạt",
    "Cần thêm mỗi tháng",
    "Kết quả",
  ]);
  const looks = layout.cells.at(-1)!.map((cell) => cell!.look);
  expect(looks).toEqual(["label", "centered", ...Array<string>(6).fill("figure"), "centered"]);
});

test("of many sections the chart stays on a page", () => {
  const sections = Array.from({ length: 30 }, (_, at) => [
    `M${at};mục;1;${at};;Mục ${at}`,
    `A${at};chỉ tiêu;1;1;;Số lượt ${at};lượt;số đếm;phát sinh;cao;0;PT;có;cộng`,
  ]).flat();
  const form = formOf(sections);
  const rows = Array.from({ length: 30 }, (_, at): [string, ...Written[]] => [`A${at}`, 10, 8]);
  const { chart } = layoutSummary(tableOf(form, rows, { period: HALF }))!;
  expect(chart!.last - chart!.first).toBe(30);
  expect(chart!.place.bottom - chart!.place.top).toBe(30);
});

test("without figures there are counts and no chart", () => {
  const { layout, chart } = made(table([["KHAM", 1000, null]]));
  expect(chart).toBeUndefined();
  expect(layout.cells[6]!.map((cell) => cell!.value)).toEqual(["Cả biểu", 0, 0, 0, 0, 0, 0, 1, 0]);
});

test("titles go across the sheet, and the list is repeated under its heads on every page", () => {
  const { layout } = made();
  const list = layout.cells.findIndex((cells) => cells[0]?.value === "Chưa đạt, chậm tiến độ");
  expect(layout.headerRows).toEqual({ first: list, last: list });
  expect(layout.body).toEqual({ top: 5, bottom: layout.cells.length - 1 });
  expect(layout.merges.map(({ top, bottom, left, right }) => [top, bottom, left, right])).toEqual(
    [2, 3, list - 1].map((row) => [row, row, 0, 8]),
  );
  expect(layout.cells[2]![0]!.look).toBe("title");
  expect(layout.cells[3]![0]!.look).toBe("subtitle");
  expect(layout.cells[list]!.map((cell) => cell!.look)).toEqual(Array(9).fill("header"));
});

test("a long name of a section is cut between words", () => {
  const long = "Chương trình mục tiêu về phòng chống một số bệnh truyền nhiễm nguy hiểm (sởi, lao)";
  const form = formOf([
    `A;mục;1;I;;${long}`,
    "KHAM;chỉ tiêu;1;1;;Tổng số lượt khám;lượt;số đếm;phát sinh;cao;0;PT;có;cộng",
    "B;mục;1;II;;Dân số",
    "SINH;chỉ tiêu;1;1;;Số trẻ sinh;trẻ;số đếm;phát sinh;cao;0;PT;có;cộng",
  ]);
  const rows: [string, ...Written[]][] = [
    ["KHAM", 10, 8],
    ["SINH", 10, 8],
  ];
  const [name, short] = layoutSummary(tableOf(form, rows, { period: HALF }))!
    .layout.cells.slice(7, 9)
    .map((cells) => cells[0]!.value);
  expect(name).toBe("I. Chương trình mục tiêu về phòng chống một số bệnh truyền…");
  expect(short).toBe("II. Dân số");
});

test("there is none of a form that is not known or not judged", () => {
  expect(layoutSummary(tableOf(undefined, [["Số lượt", 1, 2]]))).toBeUndefined();
  const unjudged = formOf(["KHAM;chỉ tiêu;1;1;;Số lượt;lượt;số đếm;phát sinh;cao;0;PT;có;cộng"], { assessed: false });
  expect(layoutSummary(tableOf(unjudged, [["KHAM", 10, 8]], { period: HALF }))).toBeUndefined();
});
