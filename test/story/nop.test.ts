/** Nộp in a real browser: a Biểu is made, mended, sent, verified, and a figure that was tampered with is named. */

import { readFileSync } from "node:fs";
import { openWorkbook } from "../../src/xlsx/open";
import { applyEdits } from "../../src/xlsx/patch";
import { paneFrame, violationsIn } from "../support/axe";
import { ACTUALS, actualOf, makeMt136, pasteActuals } from "../support/mt136";
import { executablePath, startSandbox, type Desk, type Sandbox } from "../support/sandbox";

const inBrowser = executablePath === undefined ? describe.skip : describe;

/** The second one is more than the first, which cannot be. */
const WRONG_ACTUALS = ACTUALS.replace("62,5", "72,5");

inBrowser("a small Biểu on its way out", () => {
  let sandbox: Sandbox;
  let desk: Desk;
  /** The copy that was downloaded. */
  let sent: Buffer;

  beforeAll(async () => {
    sandbox = await startSandbox();
    desk = await sandbox.open("?so=trong", { viewport: { width: 1366, height: 1100 } });
    await makeMt136(desk);
  }, 400_000);

  afterAll(() => sandbox?.close());

  const said = (text: string) => desk.pane.getByRole("status").filter({ hasText: text }).first().waitFor();
  const accessible = async () => {
    expect(await violationsIn(paneFrame(desk.page))).toEqual([]);
  };
  const question = (title: string) => desk.pane.locator(".gate-item").filter({ hasText: title });
  const actual = (code: string) => actualOf(desk, code);
  const book = (name: string) =>
    desk.page.getByRole("navigation", { name: "Các sổ đang mở" }).getByRole("button", { name });
  const verify = (name: string, buffer: Buffer) =>
    desk.pane
      .locator("#panel-submit input[type=file]")
      .setInputFiles({ name, mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", buffer });

  test("says before anything what is not checked, and asks for a name", async () => {
    await desk.tab("Nộp");
    await desk.pane.getByText("Chưa kiểm tra.").waitFor();
    await desk.button("Tạo bản nộp").click();
    await said("Hãy ghi người lập");
    expect(await desk.pane.getByLabel("Người lập").getAttribute("aria-invalid")).toBe("true");
    await desk.screenshot("nop-1-empty");
    await accessible();
  });

  test("checks again by itself when asked, and says what is missing and where it is mended", async () => {
    await pasteActuals(desk, WRONG_ACTUALS);
    await desk.pane.getByLabel("Người lập").fill("Nguyễn Thị A");
    await desk.button("Tạo bản nộp").click();
    await said("Chưa nộp được");
    await question("Không còn lỗi").getByText("Chưa đạt").waitFor();
    await question("Số liệu đủ").getByText("Đạt", { exact: true }).waitFor();
    await desk.screenshot("nop-2-blocked");
    await accessible();
    await question("Không còn lỗi").getByRole("button").focus();
    await desk.page.keyboard.press("Enter");
    expect(await desk.pane.getByRole("tab", { name: /^Kiểm tra/ }).getAttribute("aria-selected")).toBe("true");
    // The link went out of sight with its view; the keys are in the one that it leads to.
    await desk.pane.locator("#panel-check:focus-visible").waitFor();
  });

  test("ticks itself off while the figures are mended, and the chip leads back", async () => {
    await desk.goTo(await actual("MT_02"));
    await desk.type("62,5");
    await desk.button("Sẵn sàng nộp").click();
    await question("Không còn lỗi").getByText("Đạt", { exact: true }).waitFor();
    await desk.screenshot("nop-3-ready");
  });

  test("opens the copy as a second workbook by keyboard, with its fingerprint, and gives it as a download too", async () => {
    const button = desk.button("Tạo bản nộp");
    await button.focus();
    await desk.page.keyboard.press("Enter");
    await said("Bản nộp đã mở thành sổ mới. Lưu sổ ấy với tên MT136_2024-N_nop.xlsx rồi gửi.");
    await desk.button(/^Đã nộp /).waitFor();
    await book("So2").waitFor();
    const fingerprint = desk.pane.locator(".sent .fingerprint");
    expect(await fingerprint.textContent()).toMatch(/^([0-9a-f]{4} ){15}[0-9a-f]{4}$/);
    await fingerprint.scrollIntoViewIfNeeded();
    await desk.screenshot("nop-4-sent");
    await accessible();
    const [download] = await Promise.all([desk.page.waitForEvent("download"), desk.button("Tải tệp xuống").click()]);
    expect(download.suggestedFilename()).toBe("MT136_2024-N_nop.xlsx");
    sent = readFileSync(await download.path());
    await said("Đã tải xuống bản nộp MT136_2024-N_nop.xlsx.");
    const file = await openWorkbook(sent);
    expect(file.sheets.map(({ name }) => name)).toEqual(["MT136", "Phiếu kiểm tra"]);
  });

  test("verifies the file, and names a figure that was tampered with", async () => {
    await verify("nop.xlsx", sent);
    await said("Số liệu đúng như lúc kiểm tra.");
    await desk.pane.getByText("Mọi ô giống trang đang mở.").waitFor();
    await desk.pane.locator(".verified").scrollIntoViewIfNeeded();
    await desk.screenshot("nop-5-same");
    const { rows } = (await openWorkbook(sent)).grid("MT136");
    const row = rows.findIndex((cells) => cells.some((cell) => cell?.value === "MT_03"));
    const column = rows[row]!.findIndex((cell) => cell?.value === 95.6);
    await verify("sua.xlsx", Buffer.from(applyEdits(sent, "MT136", [{ row, column, value: 99.6 }])));
    await said("Số liệu đã thay đổi sau khi kiểm tra.");
    const line = desk.pane.locator(".verified .line").filter({ hasText: "95,6 → 99,6" });
    await line.waitFor();
    await line.scrollIntoViewIfNeeded();
    await desk.screenshot("nop-6-changed");
    await accessible();
    await line.click();
    expect(await desk.activeCell()).toBe(await actual("MT_03"));
  });

  test("is told apart in the second workbook: a sent copy, verified where it is open", async () => {
    await book("So2").click();
    await desk.pane.getByText("Sổ này là một bản nộp").waitFor();
    await desk.pane.getByRole("button", { name: "Bản nộp", exact: true }).waitFor();
    await desk.screenshot("nop-7-copy-open");
    await desk.button("Kiểm chứng sổ này").click();
    await said("Số liệu đúng như lúc kiểm tra.");
    await accessible();
    expect(await desk.button("Tạo bản nộp").count()).toBe(0);
    await desk.goTo(await actual("MT_03"));
    await desk.type("99,6");
    await said("Sổ đã đổi từ lúc kiểm chứng.");
    await desk.button("Kiểm chứng sổ này").click();
    await said("Số liệu đã thay đổi sau khi kiểm tra.");
    await desk.screenshot("nop-8-copy-changed");
  });

  test("still stands in the working book, opened again, until a figure changes; nothing left the machine", async () => {
    await book("So1").click();
    await desk.button(/^Đã nộp /).click();
    await desk.pane.getByText("Bản nộp gần nhất").waitFor();
    await desk.pane.getByText("Nguyễn Thị A").first().waitFor();
    await desk.screenshot("nop-9-remembered");
    await desk.goTo(await actual("MT_03"));
    await desk.type("95,7");
    await desk.pane.getByText("Số liệu trên trang đã khác bản nộp này.").waitFor();
    expect(await desk.button(/^Đã nộp /).count()).toBe(0);
    expect(desk.problems).toEqual([]);
    expect(desk.outside).toEqual([]);
  });
});

inBrowser("where Excel opens no new workbook", () => {
  let sandbox: Sandbox;

  beforeAll(async () => {
    sandbox = await startSandbox();
  }, 400_000);

  afterAll(() => sandbox?.close());

  test("the copy stays in the pane and comes out as a download", async () => {
    const desk = await sandbox.open("?so=trong");
    await makeMt136(desk);
    await pasteActuals(desk, ACTUALS);
    await desk.faults({ refuseNewWindows: true });
    await desk.tab("Nộp");
    await desk.pane.getByLabel("Người lập").fill("Nguyễn Thị A");
    await desk.button("Tạo bản nộp").click();
    await desk.pane.getByText("Excel không mở được bản nộp thành sổ mới.").waitFor();
    expect(await desk.button(/^Đã nộp /).count()).toBe(0);
    await desk.screenshot("nop-10-not-opened");
    const [download] = await Promise.all([desk.page.waitForEvent("download"), desk.button("Tải tệp xuống").click()]);
    expect((await openWorkbook(readFileSync(await download.path()))).sheets).toHaveLength(2);
    await desk.button(/^Đã nộp /).waitFor();
  });
});
