/** A table that no form fits, in a real browser: a form of its own is made, used, brought out and in again. */

import { readFileSync } from "node:fs";
import { gridOf, type Line } from "../core/learn/table";
import { paneFrame, violationsIn } from "../support/axe";
import { asTsv } from "../support/published";
import { executablePath, startSandbox, type Desk, type Sandbox } from "../support/sandbox";

const inBrowser = executablePath === undefined ? describe.skip : describe;

const LINES: readonly Line[] = [
  ["CHĂM SÓC SỨC KHỎE BÀ MẸ, TRẺ EM", ""],
  ["Trẻ được sàng lọc sơ sinh tại các cơ sở y tế trong tỉnh, trong đó:", "trẻ", 7540, 2435, 2507],
  ["- Miễn phí", "trẻ", 6990, 2250, 2299],
  ["- Xã hội hóa", "trẻ", 550, 185, 208],
  ["Số trẻ dưới 1 tuổi", "trẻ", 12041, 12110, 12929],
  ["Số trẻ được tiêm đủ 8 loại vắc xin", "trẻ", 11444, 5448, 4381],
  ["Tỷ lệ trẻ được tiêm đủ", "%", 95, 45, 33.9],
  ["Bệnh nhân được quản lý, trong đó:", "người", 3793, 3874, 3494],
  ["- Người dân tộc thiểu số", "người", 1092, 1244, 1032],
];

inBrowser("a table that no form fits", () => {
  let sandbox: Sandbox;
  let desk: Desk;
  let exported: string;

  beforeAll(async () => {
    sandbox = await startSandbox();
    desk = await sandbox.open();
  }, 400_000);

  afterAll(() => sandbox?.close());

  const message = (text: string | RegExp) => desk.pane.getByRole("status").filter({ hasText: text }).first().waitFor();
  const accessible = async ({ page }: Desk) => {
    expect(await violationsIn(paneFrame(page))).toEqual([]);
  };
  const suggestion = (label: RegExp) => desk.pane.getByRole("group", { name: label });

  test("shows what its figures suggest, nothing accepted", async () => {
    await desk.button("Bỏ qua").click();
    await desk.page.focus("#grid");
    await desk.paste(asTsv(gridOf(LINES)));
    await desk.pane.getByText("Chưa nhận ra biểu này").waitFor();
    await desk.screenshot("own-1-unknown");
    await accessible(desk);
    await desk.button(/^Lập biểu riêng từ bảng này/).click();
    await desk.pane.getByText("Đã nhận 0/3 gợi ý.").waitFor();
    await desk.pane.getByText("TH: 2.435 = 2.250 + 185").waitFor();
    await desk.screenshot("own-2-suggestions");
  });

  test("is accepted and rejected by keyboard, and made into a form", async () => {
    await suggestion(/sàng lọc/)
      .getByRole("button", { name: "Nhận", exact: true })
      .focus();
    await desk.page.keyboard.press("Enter");
    await desk.pane.getByText("Đã nhận 1/3 gợi ý.").waitFor();
    await desk.button(/^Nhận 1 gợi ý chắc chắn/).click();
    await suggestion(/Bệnh nhân/)
      .getByRole("button", { name: "Bỏ qua" })
      .click();
    await desk.screenshot("own-3-decided");
    await accessible(desk);
    await desk.button("Lập biểu với 2 quy tắc").click();
    await message(/^Đã lập biểu BR1: 8 chỉ tiêu, 2 quy tắc/);
    await desk.pane.getByText("Đã nhận 8/8 chỉ tiêu trên trang").waitFor();
    await desk.screenshot("own-4-made");
  });

  test("holds the table to what was accepted", async () => {
    await desk.tab(/^Kiểm tra/);
    await desk.button("Kiểm tra").click();
    await desk.goTo("D5");
    await desk.type("158");
    await desk.pane.getByText("Tổng không bằng các phần cộng lại").first().waitFor();
    await desk.screenshot("own-5-found");
  });

  test("goes out in one file and comes in again in another workbook", async () => {
    await desk.tab("Biểu");
    await desk.button(/^Biểu riêng/).click();
    const [download] = await Promise.all([desk.page.waitForEvent("download"), desk.button("Xuất biểu BR1").click()]);
    exported = await download.path();
    expect(download.suggestedFilename()).toBe("BR1.csv");
    await desk.screenshot("own-6-carried");
    await accessible(desk);
    const other = await sandbox.open();
    await other.button("Bỏ qua").click();
    await other.button(/^Biểu riêng/).click();
    await other.pane.locator("input[type=file]").setInputFiles({
      name: "sua.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(readFileSync(exported, "utf8").replace("tỷ lệ;", "phần trăm;")),
    });
    await other.pane
      .getByRole("alert")
      .getByText(/^sua\.csv: 1 chỗ cần sửa/)
      .waitFor();
    await other.screenshot("own-7-refused");
    await accessible(other);
    await other.pane.locator("input[type=file]").setInputFiles(exported);
    await other.pane.getByText("8 chỉ tiêu, 2 quy tắc", { exact: true }).waitFor();
    expect(other.problems).toEqual([]);
  });

  test("complains of nothing, and nothing leaves the machine", () => {
    expect(desk.problems).toEqual([]);
    expect(desk.outside).toEqual([]);
  });
});
