/**
 * The story of the product in a real browser, through the real Office.js: a new Biểu, the figures of a real report, filled,
 * checked, mended, its results, and the file that is sent.
 */

import { readFileSync } from "node:fs";
import { checkTable } from "../../src/core/check/engine";
import { hintFor, readMetadata } from "../../src/core/form/metadata";
import { recognise } from "../../src/core/form/recognise";
import { allForms } from "../../src/forms";
import { openWorkbook } from "../../src/xlsx/open";
import { readPublished } from "../support/published";
import { executablePath, startSandbox, type Desk, type Sandbox } from "../support/sandbox";

const inBrowser = executablePath === undefined ? describe.skip : describe;

/** KH, TH and CK as published, one line a row of the Biểu, as they are copied from another sheet. */
const FIGURES = readPublished("pl02")
  .map(({ figures }) => figures.slice(0, 3).join("\t"))
  .join("\r\n");

inBrowser("PL02 of Điện Biên, from an empty workbook to the file that is sent", () => {
  let sandbox: Sandbox;
  let desk: Desk;

  beforeAll(async () => {
    sandbox = await startSandbox();
    desk = await sandbox.open();
  }, 400_000);

  afterAll(() => sandbox?.close());

  const message = () => desk.pane.getByRole("status");
  const finding = () =>
    desk.pane.getByRole("listitem").filter({ hasText: "Sàng lọc sơ sinh" }).filter({ hasText: "F578" });

  test("the first run says what it does and can be skipped", async () => {
    await desk.button("Bỏ qua").waitFor();
    await desk.screenshot("story-1-first-run");
    await desk.button("Bỏ qua").click();
    await desk
      .button(/^Tạo Biểu mới/)
      .first()
      .waitFor();
    await desk.screenshot("story-2-start");
  });

  test("a new Biểu asks for form, period and unit only, and stands in the workbook", async () => {
    await desk
      .button(/^Tạo Biểu mới/)
      .first()
      .click();
    await desk.pane.getByLabel("Kỳ báo cáo").selectOption({ label: "6 tháng" });
    await desk.pane.getByLabel("Năm", { exact: true }).fill("2024");
    await desk.pane.getByLabel("Đơn vị").fill("Sở Y tế tỉnh Điện Biên");
    await desk.screenshot("story-3-create");
    await desk.button("Tạo Biểu").click();
    await message().filter({ hasText: "Đã thêm trang “PL02” với 575 chỉ tiêu." }).waitFor();
    expect(await desk.shown("A3")).toBe("KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU CHUYÊN MÔN 6 THÁNG ĐẦU NĂM 2024");
    await desk.screenshot("story-4-created");
  });

  test("the published figures are pasted as they are, and the pane says how many there are", async () => {
    await desk.goTo("E9");
    await desk.page.focus("#grid");
    await desk.paste(FIGURES);
    expect(await desk.shown("E14")).toBe("1.750");
    await desk.tab("Biểu");
    await desk.pane.getByText(/^\d{3}\/575$/).waitFor();
    await desk.screenshot("story-5-pasted");
  });

  test("filling tells how many cells, and the cells hold our functions", async () => {
    await desk.tab("Điền");
    await desk.pane.getByRole("radio", { name: /Hàm Biểu Y tế/ }).check();
    await desk.screenshot("story-6-fill");
    await desk.button("Điền").click();
    await message().filter({ hasText: "Đã điền 557 ô So với KH và 506 ô So với cùng kỳ." }).waitFor();
    expect(await desk.shown("H14")).toBe("68,6");
    expect(await desk.page.inputValue("#formula")).toContain("SOVOIKH(");
    expect(await desk.shown("I14")).toBe("-88,1");
    await desk.screenshot("story-7-filled");
  });

  test("checking finds the published mistakes, and a click on one shows its cell and leaves the keys in the list", async () => {
    await desk.tab(/^Kiểm tra/);
    await desk.button("Kiểm tra").click();
    await finding().waitFor();
    await desk.screenshot("story-8-findings");
    await finding().getByRole("button").first().click();
    await desk.pane.getByText("Lệch", { exact: true }).waitFor();
    expect(await desk.activeCell()).toBe("F578");
    expect(await desk.page.evaluate(() => document.activeElement?.id)).toBe("pane-frame");
    await desk.screenshot("story-9-one-finding");
  });

  test("the mended figure leaves the list by itself", async () => {
    const errors = Number(
      await desk.pane.getByRole("button", { name: /Lỗi/ }).first().locator("strong, b").first().textContent(),
    );
    await desk.goTo("F578");
    await desk.page.focus("#grid");
    await desk.page.keyboard.type("1690");
    await desk.page.keyboard.press("Enter");
    await finding().waitFor({ state: "detached", timeout: 10_000 });
    expect(errors).toBeGreaterThan(0);
    await desk.screenshot("story-10-mended");
  });

  test("the results tell what is reached, and go to a cell", async () => {
    await desk.tab("Kết quả");
    await desk.pane.getByText("chỉ tiêu được đánh giá").waitFor();
    await desk.screenshot("story-11-results");
  });

  test("the saved file holds the filled Biểu, and the check of the file finds what the pane found", async () => {
    const [download] = await Promise.all([
      desk.page.waitForEvent("download"),
      desk.page.getByRole("button", { name: "Lưu .xlsx" }).click(),
    ]);
    const workbook = await openWorkbook(new Uint8Array(readFileSync(await download.path())));
    const grid = workbook.grid("PL02");
    const binding = recognise(grid, allForms(), hintFor("PL02", readMetadata(workbook.customProperties)))!;
    expect(binding.rows).toHaveLength(664);
    const found = checkTable(grid, binding).findings.filter(({ level }) => level === "error");
    await desk.tab(/^Kiểm tra/);
    const count = await desk.pane.getByRole("tab", { name: /^Kiểm tra/ }).textContent();
    expect(count).toContain(String(found.length));
    expect(grid.rows[13]?.[7]).toMatchObject({ formula: expect.stringContaining("SOVOIKH("), value: 68.6 });
  });

  test("nothing left this machine, and the console stayed silent", () => {
    expect(desk.outside).toEqual([]);
    expect(desk.problems).toEqual([]);
  });
});
