/** A new workbook: what we describe is in the file, and another program finds it there. */
import { createWorkbook } from "../../src/xlsx/create";
import type { NewCell, NewWorkbook } from "../../src/xlsx/new-workbook";
import { openWorkbook } from "../../src/xlsx/open";
import { freezeSheets } from "../../src/xlsx/freeze";
import { applyEdits } from "../../src/xlsx/patch";
import { rangeReference } from "../../src/xlsx/reference";
import { at, judge, must, refusal, textOf } from "./support";

const SHEET = "Biểu 'số' 1 & 2";
const table = { bold: true, border: "thin", horizontal: "center", wrap: true } as const;
const figure = { border: "thin", format: "#,##0.0" } as const;

const row = (code: string, label: string, plan: number, actual: number, line: number): NewCell[] => [
  { value: code, look: { border: "thin" } },
  { value: label, look: { border: "thin", indent: 1 } },
  { value: plan, look: figure },
  { value: actual, look: figure },
  { value: (actual / plan) * 100, formula: `SOVOIKH(D${line},C${line})`, look: figure },
  { value: "vượt", formula: `DANHGIA(D${line},C${line})` },
];

const spec: NewWorkbook = {
  sheets: [
    {
      name: SHEET,
      rows: [
        [{ value: "SỞ Y TẾ TỈNH ĐIỆN BIÊN", look: { bold: true, size: 13 } }],
        [],
        ["Mã số", "Chỉ tiêu", "KH", "TH", "So với KH", "Đánh giá"].map((value) => ({ value, look: table })),
        row("01", 'Tổng số <khám> & "chữa"', 1000, 1100, 4),
        row("02", "#N/A", 2000, 1000, 5),
        [{ value: "_x0041_" }, undefined, { value: "  lùi\ndòng " }, { value: null, look: { fill: "FFF2CC" } }],
      ],
      columnWidths: [8, 40, undefined, 12],
      rowHeights: new Map([[2, 36]]),
      merges: [{ top: 0, left: 0, bottom: 0, right: 3 }],
      hiddenColumns: new Set([5]),
      frozen: { rows: 3, columns: 2 },
      page: {
        orientation: "landscape",
        titleRows: { first: 2, last: 2 },
        printArea: { top: 0, left: 0, bottom: 5, right: 5 },
        footer: { center: "Trang &P/&N" },
      },
      validations: [
        {
          range: { top: 3, left: 3, bottom: 4, right: 3 },
          rule: { kind: "number", min: 0 },
          prompt: { title: "Thực hiện", text: "Nhập số của kỳ báo cáo" },
          error: { title: "Không phải số", text: "Ô này chỉ nhận số không âm. ".repeat(20), severity: "stop" },
        },
        { range: { top: 3, left: 5, bottom: 4, right: 5 }, rule: { kind: "list", values: ["vượt", "đạt"] } },
      ],
    },
    { name: "Phiếu kiểm tra", rows: [[{ value: 1 }]], visibility: "veryHidden" },
  ],
  names: [
    { name: "BieuYTe_TH", refersTo: rangeReference(SHEET, { top: 3, left: 3, bottom: 4, right: 3 }) },
    { name: "BieuYTe_Cuc", refersTo: "5", sheet: "Phiếu kiểm tra" },
  ],
  customProperties: { "Biểu Y tế": "PL02 & <khác>" },
  properties: {
    title: "Phụ lục 02",
    creator: "Sở Y tế",
    company: "Điện Biên",
    created: new Date("2024-07-01T00:00:00Z"),
  },
};

let bytes: Uint8Array;
beforeAll(async () => {
  bytes = await createWorkbook(spec);
});

test("what is written is read again", async () => {
  const workbook = await openWorkbook(bytes);
  expect(workbook.sheets).toEqual([
    { name: SHEET, hidden: false, veryHidden: false, protected: false },
    { name: "Phiếu kiểm tra", hidden: true, veryHidden: true, protected: false },
  ]);
  const grid = workbook.grid(SHEET);
  expect(at(grid, "B4")).toEqual({ value: 'Tổng số <khám> & "chữa"' });
  expect(at(grid, "B5")).toEqual({ value: "#N/A" });
  expect(at(grid, "A6")).toEqual({ value: "_x0041_" });
  expect(at(grid, "C6")).toEqual({ value: "  lùi\ndòng " });
  expect(at(grid, "E5")).toEqual({ value: 50, formula: "SOVOIKH(D5,C5)", format: "#,##0.0" });
  expect(at(grid, "F4")).toEqual({ value: "vượt", formula: "DANHGIA(D4,C4)" });
  expect(grid.merges).toEqual(spec.sheets[0]!.merges);
  expect([...grid.hiddenColumns!]).toEqual([5]);
  expect(workbook.customProperties).toEqual(spec.customProperties);
  expect(workbook.names).toContainEqual({ name: "BieuYTe_Cuc", refersTo: "5", sheet: "Phiếu kiểm tra" });
});

test("the file says what the print-out and the screen need", () => {
  const sheet = textOf(bytes, "xl/worksheets/sheet1.xml");
  expect(sheet).toContain('<pane xSplit="2" ySplit="3" topLeftCell="C4" state="frozen" activePane="bottomRight"/>');
  expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>');
  expect(sheet).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>');
  expect(sheet).toContain(
    '<pageMargins left="1.181" right="0.591" top="0.787" bottom="0.787" header="0.394" footer="0.394"/>',
  );
  expect(sheet).toContain("<oddFooter>&amp;CTrang &amp;P/&amp;N</oddFooter>");
  expect(sheet).toContain("<f>_xldudf_SOVOIKH(D4,C4)</f>");
  expect(sheet).toMatch(/promptTitle="Thực hiện" prompt="Nhập số của kỳ báo cáo"/);
  expect(/ error="([^"]*)"/.exec(sheet)?.[1]?.length).toBe(225);
  const workbook = textOf(bytes, "xl/workbook.xml");
  expect(workbook).toContain(`>'Biểu ''số'' 1 &amp; 2'!$3:$3</definedName>`);
  expect(workbook).toContain(`>'Biểu ''số'' 1 &amp; 2'!$A$1:$F$6</definedName>`);
  expect(workbook).toContain(`<definedName name="BieuYTe_TH">'Biểu ''số'' 1 &amp; 2'!$D$4:$D$5</definedName>`);
  expect(workbook).toContain('<calcPr calcId="191029"/>');
  expect(textOf(bytes, "xl/styles.xml")).not.toContain("Calibri");
});

test("the judge finds all of it", async () => {
  const file = await judge(bytes);
  expect(file.GetSheetList().list).toEqual([SHEET, "Phiếu kiểm tra"]);
  expect(must(file.GetCellValue(SHEET, "E4")).value).toBe("110.0");
  expect(must(file.GetCellValue(SHEET, "B5")).value).toBe("#N/A");
  expect(must(file.GetPanes(SHEET)).panes).toMatchObject({ Freeze: true, XSplit: 2, YSplit: 3 });
  expect(must(file.GetMergeCells(SHEET)).mergeCells).toHaveLength(1);
  const names = must(file.GetDefinedName()).definedNames;
  expect(names.map(({ Name }) => Name).sort()).toEqual([
    "BieuYTe_Cuc",
    "BieuYTe_TH",
    "_xlnm.Print_Area",
    "_xlnm.Print_Titles",
  ]);
  const validations = Object.values(must(file.GetDataValidations(SHEET))).flat();
  expect(validations).toContainEqual(expect.objectContaining({ Sqref: "D4:D5", PromptTitle: "Thực hiện" }));
});

test("the same description gives the same bytes", async () => {
  expect(Buffer.from(await createWorkbook(spec)).equals(Buffer.from(bytes))).toBe(true);
});

test("a new file can be patched and frozen", async () => {
  const patched = applyEdits(bytes, SHEET, [{ row: 3, column: 3, value: 1200 }]);
  const grid = (await openWorkbook(freezeSheets(patched))).grid(SHEET);
  expect([at(grid, "D4"), at(grid, "E4")]).toEqual([
    { value: 1200, format: "#,##0.0" },
    { value: 110.00000000000001, format: "#,##0.0" },
  ]);
});

test.each(["", "a".repeat(32), "6/2024", "'a", "history", "Phiếu kiểm tra"])(
  "the sheet name “%s” is refused",
  async (name) => {
    const sheets = [...spec.sheets, { name, rows: [] }];
    const error = await refusal(() => createWorkbook({ ...spec, sheets }));
    expect(error.message).toContain(`Tên trang “${name}” không dùng được`);
  },
);

test("a value that Excel cannot hold is refused, with its cell", async () => {
  const error = await refusal(() => createWorkbook({ ...spec, sheets: [{ name: "A", rows: [[{ value: NaN }]] }] }));
  expect(error).toMatchObject({ reason: "value-refused", cell: "A1", sheet: "A" });
});
