/** The copy for sending in LibreOffice: it opens whole, holds the same values, and prints as an official annex. */

import { spawnSync } from "node:child_process";
import { gateOf } from "../../src/core/submit/gate";
import { sendable } from "../../src/core/submit/copy-sheet";
import { verifyCopy } from "../../src/core/submit/verify";
import { layoutSummary } from "../../src/core/summary/summary-sheet";
import type { CellContent } from "../../src/core/table/grid";
import { addSheet } from "../../src/xlsx/add-sheet";
import { openWorkbook } from "../../src/xlsx/open";
import { makeSentCopy } from "../../src/xlsx/sent-copy";
import { explained, PL02 } from "../support/mended";
import { convertedFile, inLibreOffice, throughLibreOffice } from "./support";

/** Pages of a PDF as text, by poppler. */
function pagesOf(pdf: string): string[] {
  const { stdout, status } = spawnSync("pdftotext", ["-layout", pdf, "-"], { maxBuffer: 50_000_000 });
  expect(status).toBe(0);
  return stdout.toString().normalize("NFC").split("\f").slice(0, -1);
}

/** Width and height in points of every page. */
function sizesOf(pdf: string): [number, number][] {
  const { stdout } = spawnSync("pdfinfo", ["-f", "1", "-l", "999", pdf]);
  return [...stdout.toString().matchAll(/Page +\d+ size: +([\d.]+) x ([\d.]+)/g)].map(([, w, h]) => [
    Number(w),
    Number(h),
  ]);
}

/** Where a word stands on a page, in points from the top; pages count from 1. */
function heightsOf(pdf: string, page: number): (word: string) => number[] {
  const { stdout } = spawnSync("pdftotext", ["-f", String(page), "-l", String(page), "-bbox", pdf, "-"]);
  const words = [...stdout.toString().matchAll(/yMin="([\d.]+)"[^>]*yMax="([\d.]+)">([^<]*)</g)];
  return (word) => words.filter(([, , , text]) => text === word).flatMap(([, from, to]) => [Number(from), Number(to)]);
}

/** Whether every dot of the printed pages is a shade of grey. */
function isGrey(pdf: string): boolean {
  const { stdout } = spawnSync("pdftoppm", ["-r", "25", pdf], { maxBuffer: 200_000_000 });
  // Portable pixmaps one after another: a short head each, then three bytes for each dot.
  let at = 0;
  while (at < stdout.length) {
    const head = /^P6\s(\d+)\s(\d+)\s255\s/.exec(stdout.subarray(at, at + 40).toString("latin1"))!;
    const from = at + head[0].length;
    at = from + Number(head[1]) * Number(head[2]) * 3;
    for (let dot = from; dot < at; dot += 3) {
      if (stdout[dot] !== stdout[dot + 1] || stdout[dot] !== stdout[dot + 2]) return false;
    }
  }
  return at > 0;
}

const simple = (value: CellContent) => (typeof value === "number" ? Number(value.toPrecision(14)) : value);

async function valuesOf(bytes: Uint8Array) {
  const book = await openWorkbook(bytes);
  return book.sheets.map(({ name }) => ({
    name,
    values: book
      .grid(name)
      .rows.flatMap((cells, row) =>
        cells.flatMap((cell, column) =>
          cell && cell.value !== null && cell.value !== "" ? [[row, column, simple(cell.value), cell.formula]] : [],
        ),
      ),
  }));
}

async function sent(): Promise<Uint8Array> {
  const ready = explained();
  const one = { ...sendable(ready.table)!, gate: gateOf(ready) };
  const at = new Date("2024-07-11T01:30:00Z");
  return (await makeSentCopy({ tables: [one], person: "Nguyễn Thị A", at })).bytes;
}

inLibreOffice("the copy for sending, opened in LibreOffice", () => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await sent();
  });

  test("keeps every value of both sheets, and still verifies after it was saved there", async () => {
    const back = throughLibreOffice(bytes);
    expect(await valuesOf(back)).toEqual(await valuesOf(bytes));
    const book = await openWorkbook(back);
    const copy = { sheets: book.sheets.map(({ name }) => name), grid: (name: string) => book.grid(name) };
    expect(await verifyCopy(copy, [PL02])).toMatchObject({
      kind: "read",
      slip: { untouched: true, person: "Nguyễn Thị A" },
      tables: [{ outcome: "same" }],
    });
  }, 180_000);

  test("prints on A4 in black and white, the header on every page, ending with the places to sign", () => {
    const pdf = convertedFile(bytes, "pdf");
    const pages = pagesOf(pdf);
    const slip = pages.findIndex((page) => page.includes("PHIẾU KIỂM TRA SỐ LIỆU"));
    const table = pages.slice(0, slip);
    expect(table.length).toBeGreaterThan(5);
    expect(table[0]).toMatch(/SỞ Y TẾ TỈNH ĐIỆN BIÊN +Phụ lục 02/);
    expect(table[0]).toContain("KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU CHUYÊN MÔN 6 THÁNG ĐẦU NĂM 2024");
    expect(table[0]).toContain("(Kèm theo Báo cáo số");
    for (const page of table) expect(page).toMatch(/TT +Chỉ tiêu +Mã số +Đơn vị tính/);
    expect(table.at(-1)).toMatch(/“-”: không phát sinh[^]*NGƯỜI LẬP BIỂU +THỦ TRƯỞNG ĐƠN VỊ/);
    pages.forEach((page, index) => expect(page).toContain(`Trang ${index + 1}/${pages.length}`));
    expect(pages.slice(slip).join("\n")).toMatch(
      /Người lập +Nguyễn Thị A[^]*Dấu vân tay số liệu[^]*Dấu vân tay của phiếu/,
    );
    for (const page of pages.slice(slip + 1)) expect(page).not.toContain("Mã số");
    const sizes = sizesOf(pdf);
    expect(sizes).toHaveLength(pages.length);
    for (const size of sizes) {
      const [short, long] = [...size].sort((a, b) => a - b);
      expect(short).toBeCloseTo(595.3, 0);
      expect(long).toBeCloseTo(841.9, 0);
    }
    expect(isGrey(pdf)).toBe(true);
  }, 180_000);

  test("with Tổng hợp behind it no page cuts the chart: it stands on a page of its own", async () => {
    const { table } = explained();
    const pdf = convertedFile(await addSheet(bytes, layoutSummary(table)!), "pdf");
    const pages = pagesOf(pdf);
    const first = pages.findIndex((page) => page.includes("TỔNG HỢP KẾT QUẢ"));
    const list = pages.findIndex((page) => page.includes("Chỉ tiêu chưa đạt và chậm tiến độ"));
    expect(list).toBe(first + 2);
    const chart = pages[first + 1]!;
    expect(chart).toContain("Tỷ lệ chỉ tiêu theo kết quả thực hiện");
    expect(chart).not.toContain("Mục");
    // Everything of it, from the title down to the axis, stands between the margins of that page: 2 cm above and below.
    const heights = heightsOf(pdf, first + 2);
    expect(Math.min(...heights("theo"))).toBeGreaterThan(56);
    expect(Math.max(...heights("100%"))).toBeLessThan(595.3 - 56);
    for (const page of pages.slice(list)) expect(page).toContain("Chưa đạt, chậm tiến độ");
  }, 180_000);
});
