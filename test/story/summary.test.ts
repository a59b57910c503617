/** Kết quả in a real browser: the picture, the sheet "Tổng hợp" beside the Biểu, and taking it back. */

import { executablePath, startSandbox, type Desk, type Sandbox } from "../support/sandbox";

const inBrowser = executablePath === undefined ? describe.skip : describe;

inBrowser("the results of Điện Biên's figures", () => {
  let sandbox: Sandbox;
  let desk: Desk;

  beforeAll(async () => {
    sandbox = await startSandbox();
    desk = await sandbox.open();
    await desk.button(/Xem thử với số liệu Điện Biên/).click();
    await desk.pane.getByRole("status").filter({ hasText: "Đã thêm trang “PL02”" }).waitFor();
  }, 400_000);

  afterAll(() => sandbox?.close());

  test("the picture says its figures in words", async () => {
    await desk.tab("Kết quả");
    await desk.pane.getByText("chỉ tiêu được đánh giá").waitFor();
    await desk.screenshot("summary-1-results");
    const bar = desk.pane.getByRole("img", {
      name: /^Cả biểu: Vượt \d+, Đạt \d+, Đạt tiến độ \d+, Chậm tiến độ \d+, Chưa đạt \d+\.$/,
    });
    await bar.waitFor();
  });

  test("the sheet is added beside the Biểu and taken back", async () => {
    await desk.button("Thêm trang Tổng hợp").click();
    const said = desk.pane.getByRole("status").filter({ hasText: "Đã thêm trang “Tổng hợp”" });
    await said.waitFor();
    await desk.screenshot("summary-2-added");
    await desk.page.getByRole("tab", { name: "Tổng hợp" }).waitFor();
    await desk.button(/^Hoàn tác/).click();
    await desk.page.getByRole("tab", { name: "Tổng hợp" }).waitFor({ state: "detached" });
    expect(desk.problems).toEqual([]);
  });
});
