import { layoutForm } from "../../src/core/form/layout";
import { parsePeriod } from "../../src/core/form/period";
import { formById } from "../../src/forms";
import { applyEdits } from "../../src/xlsx/patch";
import { desk, dienBien, UNIT, type Desk } from "./support";

describe("bieu check with several files", () => {
  let at: Desk;
  beforeAll(async () => {
    at = desk();
    await dienBien(at, "a.xlsx");
    await at.bieu("new", "MT136", "--ky", "2024-N", "--don-vi", UNIT, "-o", "m.xlsx");
    const rows = [...layoutForm(formById("MT136")!, parsePeriod("2024-N")!, UNIT).rowOf.values()];
    // Two of its ratios cannot be below 100.
    const figures = rows.map((row) => ({ row, column: 6, value: row === 17 || row === 18 ? 110 : 50 }));
    at.write("b.xlsx", applyEdits(at.read("m.xlsx"), "MT136", figures));
    at.write("hong.xlsx", "không phải tệp Excel");
  });

  test("checks them all, tells the bad one, and ends with the worst", async () => {
    const ran = await at.bieu("check", "a.xlsx", "hong.xlsx", "b.xlsx", "khong-co.xlsx");
    expect(ran.code).toBe(2);
    expect(ran.out).toContain(`== ${at.path("b.xlsx")}\nMT136`);
    expect(ran.out).toContain("4 tệp: 1 không có lỗi hay cảnh báo, 1 có, 2 không đọc được.");
    expect(ran.error.split("\n")).toHaveLength(2);
    expect(ran.error).toContain(`${at.path("hong.xlsx")}: `);
    expect(ran.error).toContain("Không thấy tệp");
  });

  test("findings alone end with 1, clean files with 0", async () => {
    expect((await at.bieu("check", "b.xlsx", "a.xlsx")).code).toBe(1);
    expect((await at.bieu("check", "b.xlsx", "b.xlsx")).code).toBe(0);
  });

  test("--json gives one array, in which a file that cannot be read has its reason", async () => {
    const ran = await at.bieu("check", "a.xlsx", "hong.xlsx", "b.xlsx", "--json");
    const files = JSON.parse(ran.out) as { file: string; error?: string; forms?: { form: string }[] }[];
    expect(files.map(({ file }) => file)).toEqual(["a.xlsx", "hong.xlsx", "b.xlsx"].map(at.path));
    expect(files[1]!.error).toMatch(/\S/);
    expect(files[2]!.forms![0]!.form).toBe("MT136");
  });
});
