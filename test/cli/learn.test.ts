import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { applyEdits } from "../../src/xlsx/patch";
import type { CellEdit } from "../../src/core/table/grid";
import { oneSheet } from "../xlsx/support";
import { memoryText, NO_MEMORY, remember } from "../../src/core/workbook/memory";
import { rememberForm } from "../../src/core/workbook/own-forms";
import { putMemory } from "../../src/xlsx/memory";
import { readPublished } from "../support/published";
import { desk, dienBien } from "./support";

const SHEET = "Biểu 1";

const LINES = [
  ["Chỉ tiêu", "Đơn vị tính", "Kế hoạch năm 2024", "Thực hiện 6T.2024", "Thực hiện 6T.2023"],
  ["Trẻ được sàng lọc, trong đó:", "trẻ", 7540, 2435, 2507],
  ["- Miễn phí", "trẻ", 6990, 2250, 2299],
  ["- Xã hội hóa", "trẻ", 550, 185, 208],
  ["Số phụ nữ đẻ được khám", "người", 8832, 4620, 4227],
] as const;

const edits = (lines: readonly (readonly (string | number)[])[]): CellEdit[] =>
  lines.flatMap((line, row) => line.map((value, column) => ({ row, column, value })));

function withTable() {
  const at = desk();
  at.write("bang.xlsx", applyEdits(oneSheet('<row r="1"><c r="A1"/></row>'), SHEET, edits(LINES)));
  return at;
}

test("suggestions are told with their figures; nothing is written unasked", async () => {
  const { bieu } = withTable();
  const { code, out } = await bieu("learn", "bang.xlsx");
  expect(code).toBe(0);
  expect(out).toContain("Chắc chắn: dòng 2 = dòng 3 + dòng 4 ở cả 3 cột; nhận làm quy tắc?");
  expect(out).toContain("TH: 2.435 = 2.250 + 185");
});

test("a form of one's own is made, used, edited and refused with every place that is wrong", async () => {
  const at = withTable();
  const folder = at.path("bieu-cua-toi");
  const made = await at.bieu("learn", "bang.xlsx", "-o", folder, "--nhan", "chac-chan");
  expect(made.error).toBe("");
  expect(made.out).toContain("Đã lập biểu BIEUCUATOI");
  expect((await at.bieu("learn", "bang.xlsx", "-o", folder)).error).toContain("Thêm --ghi-de");

  at.write("sai.xlsx", applyEdits(at.read("bang.xlsx"), SHEET, [{ row: 3, column: 3, value: 158 }]));
  const unknown = await at.bieu("check", "sai.xlsx", "--json");
  expect(unknown.out).not.toContain("QH1");
  const known = await at.bieu("check", "sai.xlsx", "--json", "--bieu", folder);
  const { forms } = JSON.parse(known.out) as { forms: { form: string; findings: { rule: string; cell: string }[] }[] };
  expect(forms[0]!.form).toBe("BIEUCUATOI");
  expect(forms[0]!.findings).toContainEqual(expect.objectContaining({ rule: "QH1", cell: "D2" }));
  expect(known.code).toBe(1);

  const fresh = await at.bieu(
    "new",
    "bieucuatoi",
    "--bieu",
    folder,
    "--ky",
    "2025-6T",
    "--don-vi",
    "TTYT",
    "-o",
    "moi.xlsx",
  );
  expect(fresh.error).toBe("");
  expect((await at.bieu("check", "moi.xlsx", "--bieu", folder)).out).toContain("BIEUCUATOI");

  const rows = join(folder, "indicators.csv");
  at.write(
    "bieu-cua-toi/indicators.csv",
    readFileSync(rows, "utf8").replace("số đếm", "đếm").replace("CT002 + CT003", "CT002 + CT099"),
  );
  const refused = await at.bieu("check", "bang.xlsx", "--bieu", folder);
  expect(refused.code).toBe(2);
  expect(refused.error).toContain("Dòng 2");
  expect(refused.error).toContain("chỉ nhận số đếm");
});

test("conditions in the folder of a form are checked too", async () => {
  const at = withTable();
  const folder = at.path("rieng");
  await at.bieu("learn", "bang.xlsx", "-o", folder, "--nhan", "chac-chan");
  at.write("rieng/conditions.csv", "Mã số;Vế trái;Dấu;Vế phải;Vì sao\nCT002;CT002;<=;CT003;Thử.");
  const { out } = await at.bieu("check", "bang.xlsx", "--bieu", folder);
  expect(out).toContain("QH8");
});

test("where one of the two files is there already, neither is written", async () => {
  const at = withTable();
  mkdirSync(at.path("rieng"));
  at.write("rieng/indicators.csv", "cũ");
  const { code, error } = await at.bieu("learn", "bang.xlsx", "-o", at.path("rieng"));
  expect(code).toBe(2);
  expect(error).toContain("Thêm --ghi-de");
  expect(existsSync(at.path("rieng/form.json"))).toBe(false);
  expect(readFileSync(at.path("rieng/indicators.csv"), "utf8")).toBe("cũ");
});

test("without --nhan the suggestions stay notes", async () => {
  const at = withTable();
  const folder = at.path("rieng");
  const { out } = await at.bieu("learn", "bang.xlsx", "-o", folder);
  expect(out).toContain("0 quy tắc; 1 gợi ý chưa nhận ghi ở cột Ghi chú");
  expect(readFileSync(join(folder, "indicators.csv"), "utf8")).toContain("Gợi ý chưa nhận: Bằng tổng CT002 + CT003.");
});

test("a workbook whose tables are all known needs no form of its own", async () => {
  const at = desk();
  await dienBien(at, "pl02.xlsx");
  const { code, error } = await at.bieu("learn", "pl02.xlsx");
  expect(code).toBe(2);
  expect(error).toContain("đã có định nghĩa (“PL02” là PL02)");
});

test("words after --nhan and --bieu that say nothing are refused", async () => {
  const { bieu } = withTable();
  expect((await bieu("learn", "bang.xlsx", "--nhan", "het")).error).toContain("chỉ có tat-ca hoặc chac-chan");
  expect((await bieu("check", "bang.xlsx", "--bieu", "khong-co")).error).toContain("Không thấy biểu khong-co");
});

test("a form that the workbook carries is known without --bieu", async () => {
  const at = withTable();
  const folder = at.path("rieng");
  await at.bieu("learn", "bang.xlsx", "-o", folder, "--nhan", "tat-ca");
  const stored = {
    id: "RIENG",
    meta: JSON.parse(readFileSync(join(folder, "form.json"), "utf8")) as unknown,
    rows: readFileSync(join(folder, "indicators.csv"), "utf8"),
  };
  at.write("mang-theo.xlsx", putMemory(at.read("bang.xlsx"), memoryText(rememberForm(NO_MEMORY, stored))));
  expect((await at.bieu("check", "mang-theo.xlsx")).out).toContain("RIENG");
});

test("a part of a form that the user chose in the pane is that form here too", async () => {
  const at = desk();
  const header = ["TT", "Chỉ tiêu", "Kế hoạch năm 2024", "Ước TH 6T.2024", "Thực hiện 6T.2023"];
  const lines = readPublished("pl02")
    .slice(123, 145)
    .map(({ tt, label, figures }) => [tt, label, ...figures.slice(0, 3)]);
  at.write("phan.xlsx", applyEdits(oneSheet('<row r="1"><c r="A1"/></row>'), SHEET, edits([header, ...lines])));
  expect((await at.bieu("check", "phan.xlsx")).out).toContain("Biểu chưa nhận ra");
  const adopted = { formId: "PL02", version: "1.0", unit: "", answers: [] };
  const memory = memoryText(remember(NO_MEMORY, SHEET, { adopted }));
  at.write("da-chon.xlsx", putMemory(at.read("phan.xlsx"), memory));
  const { out } = await at.bieu("check", "da-chon.xlsx");
  expect(out).toContain("PL02");
  expect(out).toContain("Bảng chỉ có một phần của Phụ lục 02");
});
