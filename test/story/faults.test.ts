/** What goes wrong in Excel, once each, as a user meets it: the sentence, what to do next, and the workbook as it was. */

import { executablePath, startSandbox, type Desk, type Sandbox } from "../support/sandbox";

const inBrowser = executablePath === undefined ? describe.skip : describe;

inBrowser("what can go wrong", () => {
  let sandbox: Sandbox;
  let desk: Desk;

  beforeAll(async () => {
    sandbox = await startSandbox();
  }, 400_000);

  /** Điện Biên's Biểu with its figures, not filled yet. */
  beforeEach(async () => {
    desk = await sandbox.open("");
    await desk.tab("Điền");
    await desk.button("Điền").waitFor();
  });

  afterEach(async () => {
    expect(desk.problems).toEqual([]);
    await desk.context.close();
  });

  afterAll(() => sandbox?.close());

  const says = (text: string | RegExp) =>
    desk.pane.locator("body").getByText(text).locator("visible=true").first().waitFor({ timeout: 15_000 });
  const filled = () => says("Đã điền 557 ô So với KH và 506 ô So với cùng kỳ.");

  test("a cell is being edited: the pane says what Excel waits for, and goes on after Enter", async () => {
    const before = await desk.cells();
    await desk.goTo("J20");
    await desk.page.focus("#grid");
    await desk.page.keyboard.type("12");
    await desk.button("Điền").click();
    await says("Excel đang chờ bạn nhập xong một ô. Nhấn Enter rồi thử lại.");
    await desk.screenshot("fault-cell-edit");
    expect(await desk.cells()).toEqual(before);
    await desk.page.focus("#grid");
    await desk.page.keyboard.press("Enter");
    await desk.button("Điền").click();
    await filled();
    expect(await desk.shown("J20")).toBe("12");
  });

  test("a locked sheet: said before anything is pressed, filling is out of reach, checking still works", async () => {
    const before = await desk.cells();
    await desk.page.getByRole("button", { name: "Bảo vệ trang" }).click();
    await desk.tab("Biểu");
    await desk.tab("Kiểm tra");
    await desk.button("Kiểm tra").click();
    await desk.pane.getByRole("tab", { name: /Kiểm tra.*5/ }).waitFor();
    await desk.tab("Điền");
    await says(/Trang tính đang khóa/);
    await desk.screenshot("fault-protected");
    expect(await desk.button("Điền").isDisabled()).toBe(true);
    expect(await desk.cells()).toEqual(before);
  });

  test("a write that stops half-way: every cell is as it was, and filling again works", async () => {
    const before = await desk.cells();
    await desk.faults({ failAt: 12 });
    await desk.button("Điền").click();
    await desk.pane.getByText("Excel", { exact: false }).first().waitFor();
    await desk.page.waitForTimeout(600);
    await desk.screenshot("fault-half-way");
    expect(await desk.cells()).toEqual(before);
    await desk.button("Điền").click();
    await filled();
  });

  test("lost events: following misses the change, checking again reads it", async () => {
    await desk.tab("Kiểm tra");
    await desk.button("Kiểm tra").click();
    const item = desk.pane.getByRole("listitem").filter({ hasText: "F578" });
    await item.first().waitFor();
    await desk.faults({ loseEvents: true });
    await desk.goTo("F578");
    await desk.type("1690");
    await desk.button("Kiểm tra lại").click();
    await item.first().waitFor({ state: "detached", timeout: 15_000 });
  });

  test("the sheet is deleted behind the pane's back: said, and the other sheets are untouched", async () => {
    await desk.page.getByRole("button", { name: "Thêm trang" }).click();
    await desk.page.getByRole("tab", { name: "PL02" }).click();
    await desk.pane.getByText("So với cùng kỳ").first().waitFor();
    await desk.page.waitForTimeout(800);
    await desk.faults({ deleteSheetBeforeNextBatch: "PL02" });
    await desk.button("Điền").click();
    await says(/không còn trong sổ|chưa có biểu nào|Mở trang có biểu/);
    await desk.screenshot("fault-deleted-sheet");
    expect(await desk.page.getByRole("tab", { name: "PL02" }).count()).toBe(0);
    expect(await desk.cells()).toEqual({});
  });

  test("more than Excel takes at once: said, and nothing is written", async () => {
    const before = await desk.cells();
    await desk.faults({ largestRequest: 20_000 });
    await desk.button("Điền").click();
    await says(/lớn hơn mức Excel nhận một lần/);
    await desk.screenshot("fault-too-large");
    expect(await desk.cells()).toEqual(before);
  });

  test("an Excel with ExcelApi 1.13 and nothing newer fills and checks", async () => {
    await desk.page.getByRole("button", { name: /Thử sự cố/ }).click();
    await desk.page.getByRole("menuitemcheckbox", { name: "Chỉ có ExcelApi 1.13" }).click();
    await desk.tab("Điền");
    await desk.button("Điền").click();
    await filled();
    await desk.tab("Kiểm tra");
    await desk.button("Kiểm tra").click();
    await desk.pane.getByRole("tab", { name: /Kiểm tra.*5/ }).waitFor();
  });
});
