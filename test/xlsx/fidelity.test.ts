/** Patching a workbook that another program made, with everything in it that we do not know. */
import { address } from "../../src/core/table/grid";
import type { CellEdit } from "../../src/core/table/grid";
import { openWorkbook } from "../../src/xlsx/open";
import { freezeSheets } from "../../src/xlsx/freeze";
import { applyEdits } from "../../src/xlsx/patch";
import { at, bytesOf, changedParts, judge, must, partsOf, startExcelize, textOf } from "./support";

const SHEET = "Biểu 02";
let original: Uint8Array;

beforeAll(async () => {
  const excelize = await startExcelize();
  const file = must(excelize.NewFile());
  must(file.SetSheetName("Sheet1", SHEET));
  file.NewSheet("Khóa");
  file.NewSheet("Ẩn");
  const header = ["TT", "Chỉ tiêu", "KH", "TH", "So với KH"];
  header.forEach((text, column) => must(file.SetCellValue(SHEET, address(2, column), text)));
  for (let row = 3; row < 13; row++) {
    must(file.SetCellValue(SHEET, address(row, 0), row - 2));
    must(file.SetCellValue(SHEET, address(row, 1), `Chỉ tiêu <${row}> & "khác"`));
    must(file.SetCellValue(SHEET, address(row, 2), row * 100));
    must(file.SetCellValue(SHEET, address(row, 3), row * 99.5));
  }
  must(file.SetCellFormula(SHEET, "E4", "=D4/C4*100", { Type: "shared", Ref: "E4:E13" }));
  must(file.SetCellFormula(SHEET, "D15", "=SUM(D4:D13)"));
  const { style } = must(file.NewStyle({ NumFmt: 4, Font: { Bold: true, Family: "Times New Roman" } }));
  must(file.SetCellStyle(SHEET, "C4", "D13", style));
  must(file.MergeCell(SHEET, "A1", "E1"));
  must(file.SetCellValue(SHEET, "A1", "PHỤ LỤC 02"));
  must(file.AddComment(SHEET, { Cell: "D5", Author: "Nguyễn Văn A", Text: "Số liệu tạm tính" }));
  must(file.SetDefinedName({ Name: "TH_2024", RefersTo: `'${SHEET}'!$D$4:$D$13` }));
  must(file.SetDefinedName({ Name: "CucBo", RefersTo: `'${SHEET}'!$A$1`, Scope: SHEET }));
  const format = must(file.NewConditionalStyle({ Font: { Color: "9A0511" } })).style;
  must(file.SetConditionalFormat(SHEET, "E4:E13", [{ Type: "cell", Criteria: "<", Format: format, Value: "100" }]));
  must(
    file.AddDataValidation(SHEET, { Sqref: "D4:D13", Type: "decimal", Operator: "greaterThanOrEqual", Formula1: "0" }),
  );
  must(
    file.AddChart(SHEET, "G2", {
      Type: excelize.Col,
      Series: [{ Name: `'${SHEET}'!$D$3`, Categories: `'${SHEET}'!$B$4:$B$13`, Values: `'${SHEET}'!$D$4:$D$13` }],
    }),
  );
  must(file.SetRowVisible(SHEET, 6, false));
  must(file.SetColVisible(SHEET, "A", false));
  must(file.ProtectSheet("Khóa", { Password: "bi-mat", EditScenarios: true }));
  must(file.SetCellValue("Khóa", "B2", 5));
  must(file.SetSheetVisible("Ẩn", false));
  must(file.SetCustomProps({ Name: "BieuYTe", Value: "PL02;2024" }));
  original = bytesOf(file);
});

const edits: CellEdit[] = [
  { row: 4, column: 3, value: 1234.5 },
  { row: 5, column: 1, value: "=cmd|' /C calc'!A0" },
  { row: 20, column: 6, value: 7, formula: "SUM(D4,C4)" },
];

test("reading finds what excelize wrote", async () => {
  const workbook = await openWorkbook(original);
  expect(workbook.sheets).toEqual([
    { name: SHEET, hidden: false, veryHidden: false, protected: false },
    { name: "Khóa", hidden: false, veryHidden: false, protected: true },
    { name: "Ẩn", hidden: true, veryHidden: false, protected: false },
  ]);
  expect(workbook.names).toEqual(
    expect.arrayContaining([
      { name: "TH_2024", refersTo: `'${SHEET}'!$D$4:$D$13` },
      { name: "CucBo", refersTo: `'${SHEET}'!$A$1`, sheet: SHEET },
    ]),
  );
  expect(workbook.customProperties).toEqual({ BieuYTe: "PL02;2024" });
  const grid = workbook.grid(SHEET);
  expect(grid.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 4 }]);
  expect([...grid.hiddenRows!]).toEqual([5]);
  expect([...grid.hiddenColumns!]).toEqual([0]);
  expect(at(grid, "B4")).toEqual({ value: 'Chỉ tiêu <3> & "khác"' });
  expect(at(grid, "D5")).toEqual({ value: 398, format: "#,##0.00" });
  expect(at(grid, "E13")?.formula).toBe("D13/C13*100");
});

test("patching changes the sheet's part and nothing else", () => {
  const patched = applyEdits(original, SHEET, edits);
  expect(changedParts(original, patched)).toEqual(["xl/worksheets/sheet1.xml"]);
  expect(Object.keys(partsOf(patched))).toEqual(Object.keys(partsOf(original)));
});

test("patching leaves every other cell as it was", async () => {
  const before = (await openWorkbook(original)).grid(SHEET);
  const after = (await openWorkbook(applyEdits(original, SHEET, edits))).grid(SHEET);
  expect(at(after, "D5")).toEqual({ value: 1234.5, format: "#,##0.00" });
  expect(at(after, "B6")).toEqual({ value: "=cmd|' /C calc'!A0" });
  expect(at(after, "G21")).toEqual({ value: 7, formula: "SUM(D4,C4)" });
  const edited = new Set(edits.map(({ row, column }) => address(row, column)));
  before.rows.forEach((cells, row) =>
    cells.forEach((cell, column) => {
      if (!edited.has(address(row, column)))
        expect([address(row, column), after.rows[row]?.[column]]).toEqual([address(row, column), cell]);
    }),
  );
});

test("the judge opens the patched file, finds all of it, and computes with the new figures", async () => {
  const file = await judge(applyEdits(original, SHEET, edits));
  expect(must(file.GetCellValue(SHEET, "D5")).value).toBe("1,234.50");
  expect(must(file.GetCellFormula(SHEET, "B6")).formula).toBe("");
  expect(must(file.GetCellValue(SHEET, "B6")).value).toBe("=cmd|' /C calc'!A0");
  expect(Number(must(file.CalcCellValue(SHEET, "E5", { RawCellValue: true })).value)).toBeCloseTo(308.625, 6);
  expect(Number(must(file.CalcCellValue(SHEET, "G21", { RawCellValue: true })).value)).toBeCloseTo(598.5, 6);
  expect(must(file.GetComments(SHEET)).comments[0]?.Text).toContain("Số liệu tạm tính");
  expect(Object.values(must(file.GetDataValidations(SHEET)))).toContainEqual([
    expect.objectContaining({ Sqref: "D4:D13" }),
  ]);
  expect(must(file.GetMergeCells(SHEET)).mergeCells).toHaveLength(1);
  expect(must(file.GetCellStyle(SHEET, "D5")).style).toBe(must(file.GetCellStyle(SHEET, "D6")).style);
});

test("overwriting the first cell of a shared formula leaves the others their formula", async () => {
  const patched = applyEdits(original, SHEET, [
    { row: 3, column: 4, value: 99.5 },
    { row: 4, column: 4, value: null },
    { row: 7, column: 4, value: 1 },
  ]);
  const grid = (await openWorkbook(patched)).grid(SHEET);
  expect([at(grid, "E4"), at(grid, "E5"), at(grid, "E8")].map((cell) => cell?.formula)).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect([at(grid, "E6"), at(grid, "E13")].map((cell) => cell?.formula)).toEqual(["D6/C6*100", "D13/C13*100"]);
  const file = await judge(patched);
  expect(must(file.GetCellFormula(SHEET, "E6")).formula).toBe("D6/C6*100");
  expect(must(file.GetCellFormula(SHEET, "E13")).formula).toBe("D13/C13*100");
  expect(Number(must(file.CalcCellValue(SHEET, "E13", { RawCellValue: true })).value)).toBeCloseTo(99.5, 6);
});

test("a file without results is not frozen, and says which cell has none", () => {
  expect(() => freezeSheets(original, [SHEET])).toThrow(/Ô E4 của trang “Biểu 02”/);
});

test("freezing keeps everything but the formulas", async () => {
  const all: CellEdit[] = [];
  for (let row = 3; row < 13; row++) all.push({ row, column: 4, value: 99.5, formula: `D${row + 1}/C${row + 1}*100` });
  all.push(
    { row: 14, column: 3, value: 7462.5, formula: "SUM(D4:D13)" },
    { row: 15, column: 3, value: "đạt", formula: 'IF(1,"đạt","")' },
  );
  const filled = applyEdits(original, SHEET, all);
  const frozen = freezeSheets(filled);
  expect(changedParts(filled, frozen)).toEqual(["xl/worksheets/sheet1.xml"]);
  expect(textOf(frozen, "xl/worksheets/sheet1.xml")).not.toMatch(/<f[ >]/);
  const file = await judge(frozen);
  expect(must(file.GetCellValue(SHEET, "E4")).value).toBe("99.5");
  expect(must(file.GetCellValue(SHEET, "D15")).value).toBe("7462.5");
  expect(must(file.GetCellValue(SHEET, "D16")).value).toBe("đạt");
  expect(must(file.GetCellFormula(SHEET, "D15")).formula).toBe("");
});

test("the same edit gives the same bytes, and no edit gives the file itself", () => {
  expect(Buffer.from(applyEdits(original, SHEET, edits)).equals(Buffer.from(applyEdits(original, SHEET, edits)))).toBe(
    true,
  );
  expect(applyEdits(original, SHEET, [])).toBe(original);
});
