import { strFromU8, unzipSync } from "fflate";
import { openWorkbook } from "../../src/xlsx/open";
import { applyEdits } from "../../src/xlsx/patch";
import { desk, dienBien, type Desk } from "./support";

const cells = async (at: Desk, name: string, column: number) =>
  (await openWorkbook(at.read(name))).grid("PL02").rows.map((row) => row[column]);

describe("bieu fill --danh-gia", () => {
  test.each([
    ["ham", /^IF\(OR\(F\d+="",E\d+=""\),"",DANHGIA\(/],
    ["cong-thuc", /^IF\(/],
  ])("%s: a column J of formulas with their words, beside the table", async (mode, formula) => {
    const at = desk();
    await dienBien(at, "f.xlsx");
    const { code, out } = await at.bieu("fill", "f.xlsx", "-o", "g.xlsx", "--danh-gia", "--cach", mode);
    expect(code).toBe(0);
    expect(out).toContain("đánh giá 488 chỉ tiêu ở cột J; để trống 5 ô: 3 chưa có kế hoạch, 2 chưa có thực hiện.");
    const column = await cells(at, "g.xlsx", 9);
    expect(column.flatMap((cell) => cell?.value ?? []).slice(0, 2)).toEqual(["Đánh giá", "6"]);
    const filled = column.filter((cell) => cell?.formula !== undefined);
    expect(filled).toHaveLength(493);
    for (const cell of filled) expect(cell!.formula).toMatch(formula);
    expect(filled.filter((cell) => cell!.value === "Chưa đạt").length).toBeGreaterThan(20);
  });

  test("what is filled once is filled again in the same column, and is still the same Biểu", async () => {
    const at = desk();
    await dienBien(at, "f.xlsx");
    await at.bieu("fill", "f.xlsx", "-o", "g.xlsx", "--danh-gia");
    const { out } = await at.bieu("fill", "g.xlsx", "-o", "h.xlsx", "--danh-gia", "--cach", "gia-tri");
    expect(out).toContain("ở cột J");
    expect(out).not.toContain("gõ tay");
    expect((await cells(at, "h.xlsx", 10)).some((cell) => cell?.value)).toBe(false);
    expect((await at.bieu("report", "h.xlsx")).out).toBe((await at.bieu("report", "f.xlsx")).out);
  });

  test("a word typed by hand is named when it goes", async () => {
    const at = desk();
    await dienBien(at, "f.xlsx");
    await at.bieu("fill", "f.xlsx", "-o", "g.xlsx", "--danh-gia", "--cach", "gia-tri");
    const row = (await cells(at, "g.xlsx", 9)).findIndex((cell) => cell?.value === "Chưa đạt");
    at.write("g.xlsx", applyEdits(at.read("g.xlsx"), "PL02", [{ row, column: 9, value: "=đạt rồi" }]));
    const { out } = await at.bieu("fill", "g.xlsx", "-o", "h.xlsx", "--danh-gia");
    expect(out).toContain(`J${row + 1}: =đạt rồi → Chưa đạt`);
  });

  test("the column looks like the table, is printed with it, and stands out by weight and slant", async () => {
    const at = desk();
    await dienBien(at, "f.xlsx");
    await at.bieu("fill", "f.xlsx", "-o", "g.xlsx", "--danh-gia");
    const parts = unzipSync(at.read("g.xlsx"));
    const text = (name: string) => strFromU8(parts[name]!);
    const sheet = text("xl/worksheets/sheet1.xml");
    const styleOf = (cell: string) => / s="(\d+)"/.exec(new RegExp(`<c [^>]*r="${cell}"[^>]*>`).exec(sheet)![0])?.[1];
    for (const row of [7, 8, 9, 12, 100]) {
      expect(styleOf(`J${row}`)).toBeDefined();
      expect(styleOf(`J${row}`)).toBe(styleOf(`D${row}`));
    }
    expect(text("xl/workbook.xml")).toMatch(/_xlnm\.Print_Area[^>]*>[^<]*\$A\$1:\$J\$/);
    expect(sheet).toContain("<formula>$J7=&quot;Chưa đạt&quot;</formula>");
    expect(text("xl/styles.xml")).toContain("<dxf><font><b/></font></dxf><dxf><font><i/></font></dxf>");
    expect(sheet.indexOf("<conditionalFormatting")).toBeGreaterThan(sheet.indexOf("</sheetData>"));
    expect(sheet.indexOf("<conditionalFormatting")).toBeLessThan(sheet.indexOf("<dataValidations"));
  });

  test("a form that is not judged says so and gets no column", async () => {
    const at = desk();
    await at.bieu("new", "CTCY", "--ky", "2024-N", "--don-vi", "Sở Y tế", "-o", "f.xlsx");
    const { code, out } = await at.bieu("fill", "f.xlsx", "-o", "g.xlsx", "--danh-gia");
    expect(code).toBe(0);
    expect(out).toContain("không đánh giá đạt hay chưa đạt");
  });
});
