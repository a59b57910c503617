/** The whole way of Điện Biên's Phụ lục 02 on the command line: made, filled, checked, mended, explained, told, sent, verified, tampered with. */

import type { Finding } from "../../src/core/check/finding";
import { applyEdits } from "../../src/xlsx/patch";
import { mendedInputs, place } from "../support/mended";
import { desk, publishedInputs, PERIOD, UNIT, type Desk } from "./support";

let at: Desk;
beforeAll(() => void (at = desk()));

/** The findings of `bieu check --json`. */
async function found(name: string): Promise<Finding[]> {
  const { out } = await at.bieu("check", name, "--json");
  const { forms } = JSON.parse(out) as { forms: { findings: Finding[] }[] };
  return forms.flatMap(({ findings }) => findings);
}

const cellsOf = (findings: readonly Finding[], level: Finding["level"]) => [
  ...new Set(findings.filter((finding) => finding.level === level).map(({ cell }) => cell)),
];

test("a new Biểu is filled with the published figures, and the check finds their mistakes", async () => {
  expect(await at.bieu("new", "PL02", "--ky", PERIOD, "--don-vi", UNIT, "-o", "moi.xlsx")).toMatchObject({ code: 0 });
  at.write("nhap.xlsx", applyEdits(at.read("moi.xlsx"), "PL02", publishedInputs()));
  const ran = await at.bieu("fill", "nhap.xlsx", "-o", "dien.xlsx", "--cach", "cong-thuc", "--danh-gia");
  expect(ran).toMatchObject({ code: 0, error: "" });
  expect(cellsOf(await found("dien.xlsx"), "error")).toContain("F578");
  const sent = await at.bieu("submit", "dien.xlsx", "--nguoi", "Nguyễn Thị A", "-o", "nop.xlsx");
  expect(sent.code).toBe(1);
  expect(sent.out).toMatch(/\[CHƯA\] Không còn lỗi/);
});

test("mended, it has warnings alone, and each gets its reason", async () => {
  at.write("sua.xlsx", applyEdits(at.read("dien.xlsx"), "PL02", mendedInputs()));
  await at.bieu("fill", "sua.xlsx", "-o", "dien-lai.xlsx", "--cach", "cong-thuc", "--danh-gia");
  const findings = await found("dien-lai.xlsx");
  expect(cellsOf(findings, "error")).toEqual([]);
  const warned = cellsOf(findings, "warning");
  expect(warned.length).toBeGreaterThan(5);
  const reason = ["--ly-do", "Theo số đã công bố"];
  const ran = await at.bieu("explain", "dien-lai.xlsx", "--o", warned.join(","), ...reason, "-o", "xong.xlsx");
  expect(ran).toMatchObject({ code: 0, error: "" });
  expect((await at.bieu("check", "xong.xlsx")).code).toBe(0);
});

test("its results and its sentences are those of the figures", async () => {
  const report = await at.bieu("report", "xong.xlsx");
  expect(report).toMatchObject({ code: 0, error: "" });
  expect(report.out).toMatch(/Chưa đạt/);
  const row = place("DA7DS_08", "actual").row + 1;
  const { out } = await at.bieu("sentences", "xong.xlsx", "--dong", String(row));
  expect(out).toMatch(/sàng lọc trước sinh cho 2\.435 người đạt 59,8% KH, tăng 17,3% so với cùng kỳ/i);
});

test("it is sent, the copy verifies, and one figure tampered with is named", async () => {
  const sent = await at.bieu("submit", "xong.xlsx", "--nguoi", "Nguyễn Thị A", "-o", "nop.xlsx");
  expect(sent).toMatchObject({ code: 0, error: "" });
  expect((await at.bieu("verify", "nop.xlsx", "--goc", "xong.xlsx")).code).toBe(0);
  const tampered = [{ ...place("LAO_04", "actual"), value: 1201 }];
  at.write("gia.xlsx", applyEdits(at.read("nop.xlsx"), "PL02", tampered));
  const ran = await at.bieu("verify", "gia.xlsx", "--goc", "xong.xlsx");
  expect(ran.code).toBe(1);
  expect(ran.out).toMatch(/LAO_04 “.*”, Thực hiện: 1\.200 → 1\.201 \(F15 trong bản nộp, F15 trong tệp gốc\)/);
});
