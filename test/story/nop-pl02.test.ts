/** The whole way of Điện Biên's Phụ lục 02 in a real browser: made, filled, checked, mended, explained, sent, verified. */

import { readFileSync } from "node:fs";
import { openWorkbook } from "../../src/xlsx/open";
import { applyEdits } from "../../src/xlsx/patch";
import { PERIOD, publishedInputs, UNIT } from "../cli/support";
import { layout, mendedInputs, place } from "../support/mended";
import { executablePath, startSandbox, type Desk, type Sandbox } from "../support/sandbox";

const inBrowser = executablePath === undefined ? describe.skip : describe;

const ROLES = ["plan", "actual", "samePeriod"] as const;
/** Some warnings are left once the mistakes are mended; many more would be a mistake of ours. */
const MOST_WARNINGS = 60;

/** KH, TH and CK of the body as they are copied from another sheet: as published, or mended. */
function block(isMended: boolean): string {
  const figures = new Map<string, string>();
  for (const { row, column, value } of [...publishedInputs(), ...(isMended ? mendedInputs() : [])]) {
    figures.set(
      `${row} ${column}`,
      typeof value === "number" ? String(value).replace(".", ",") : (value?.toString() ?? ""),
    );
  }
  const columns = ROLES.map((role) => layout.columns.find((column) => column.role === role)!.column);
  const rows = Array.from({ length: layout.body.bottom - layout.body.top + 1 }, (_, at) => layout.body.top + at);
  return rows.map((row) => columns.map((column) => figures.get(`${row} ${column}`) ?? "").join("\t")).join("\r\n");
}

inBrowser("PL02 of Điện Biên, from a new Biểu to a copy that is held against it", () => {
  let sandbox: Sandbox;
  let desk: Desk;
  let sent: Buffer;

  beforeAll(async () => {
    sandbox = await startSandbox();
    desk = await sandbox.open();
  }, 400_000);

  afterAll(() => sandbox?.close());

  const said = (text: string) => desk.pane.getByRole("status").filter({ hasText: text }).first().waitFor();
  const chip = (words: RegExp | string) => desk.button(words).first().waitFor();
  const first = `E${layout.body.top + 1}`;
  const pasted = async (isMended: boolean) => {
    await desk.goTo(first);
    await desk.page.focus("#grid");
    await desk.paste(block(isMended));
  };
  const verify = (name: string, buffer: Buffer) =>
    desk.pane
      .locator("#panel-submit input[type=file]")
      .setInputFiles({ name, mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", buffer });

  test("is made, its published figures are filled and checked, and Nộp is closed", async () => {
    await desk.button("Bỏ qua").click();
    await desk
      .button(/^Tạo Biểu mới/)
      .first()
      .click();
    await desk.pane.getByLabel("Kỳ báo cáo").selectOption({ label: "6 tháng" });
    await desk.pane.getByLabel("Năm", { exact: true }).fill(PERIOD.slice(0, 4));
    await desk.pane.getByLabel("Đơn vị").fill(UNIT);
    await desk.button("Tạo Biểu").click();
    await said("Đã thêm trang “PL02”");
    await pasted(false);
    await desk.tab("Điền");
    await desk.pane.getByRole("radio", { name: /Công thức Excel/ }).check();
    await desk.button("Điền").click();
    await said("Đã điền");
    await desk.button("Tiếp: kiểm tra").click();
    await chip(/^\d+ lỗi$/);
    await desk.tab("Nộp");
    await desk.pane.getByLabel("Người lập").fill("Nguyễn Thị A");
    await desk.button("Tạo bản nộp").click();
    await said("Chưa nộp được");
    await desk.screenshot("nop-pl02-1-closed");
  });

  test("mended and explained, it may be sent", async () => {
    await pasted(true);
    await chip("Cần giải trình");
    await desk.tab(/^Kiểm tra/);
    const warnings = desk.pane.locator(".check-list").getByRole("listitem").filter({ hasText: "Cảnh báo" });
    let explained = 0;
    while ((await warnings.count()) > 0 && explained < MOST_WARNINGS) {
      const entry = warnings.first();
      const head = entry.getByRole("heading").getByRole("button");
      if ((await head.getAttribute("aria-expanded")) !== "true") await head.click();
      await entry.getByRole("button", { name: "Giải trình…" }).click();
      await desk.pane.getByLabel("Vì sao số này đúng").fill("Số theo quyết định giao");
      const before = await warnings.count();
      await entry.getByRole("button", { name: "Lưu giải trình" }).click();
      while ((await warnings.count()) >= before) await desk.page.waitForTimeout(100);
      explained += 1;
    }
    expect(explained).toBeGreaterThan(0);
    await chip("Sẵn sàng nộp");
    await desk.tab("Kết quả");
    await desk.pane.getByText("chỉ tiêu được đánh giá").waitFor();
    await desk.screenshot("nop-pl02-2-results");
  });

  test("is sent, and the copy verifies", async () => {
    await desk.tab("Nộp");
    await desk.screenshot("nop-pl02-3-ready");
    await desk.button("Tạo bản nộp").click();
    await said("Bản nộp đã mở thành sổ mới.");
    await chip(/^Đã nộp /);
    await desk.pane.locator(".sent").scrollIntoViewIfNeeded();
    await desk.screenshot("nop-pl02-4-sent");
    const [download] = await Promise.all([desk.page.waitForEvent("download"), desk.button("Tải tệp xuống").click()]);
    sent = readFileSync(await download.path());
    await verify("nop.xlsx", sent);
    await said("Số liệu đúng như lúc kiểm tra.");
    await desk.pane.getByText("Mọi ô giống trang đang mở.").waitFor();
  });

  test("one figure that was tampered with is named, and leads to its cell", async () => {
    const { rows } = (await openWorkbook(sent)).grid("PL02");
    const { column } = place("LAO_01", "actual");
    const row = rows.findIndex((cells) => cells.some((cell) => cell?.value === "LAO_01"));
    await verify("sua.xlsx", Buffer.from(applyEdits(sent, "PL02", [{ row, column, value: 4321 }])));
    await said("Số liệu đã thay đổi sau khi kiểm tra.");
    const lines = desk.pane.locator(".verified .line");
    expect(await lines.count()).toBe(1);
    await lines.first().scrollIntoViewIfNeeded();
    await desk.screenshot("nop-pl02-5-tampered");
    expect(await lines.first().textContent()).toContain("→ 4.321");
    await lines.first().click();
    expect(await desk.activeCell()).toBe(`F${place("LAO_01", "actual").row + 1}`);
  });

  test("the file opened by itself is a sent copy, and is verified there", async () => {
    const name = "PL02_2024-6T_nop.xlsx";
    const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    await desk.page.locator("#file").setInputFiles({ name, mimeType, buffer: sent });
    await desk.pane.getByText("Sổ này là một bản nộp").waitFor();
    await desk.button("Kiểm chứng sổ này").click();
    await said("Số liệu đúng như lúc kiểm tra.");
    await desk.screenshot("nop-pl02-6-copy");
    expect(desk.problems).toEqual([]);
    expect(desk.outside).toEqual([]);
  });
});
