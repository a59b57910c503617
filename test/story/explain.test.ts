/** Giải trình in a real browser: given inside the entry, gone with the list, back when a figure changes, taken back. */

import { executablePath, startSandbox, type Desk, type Sandbox } from "../support/sandbox";

const inBrowser = executablePath === undefined ? describe.skip : describe;

const REASON = "Kế hoạch giao theo quyết định của UBND tỉnh, không sửa được.";

inBrowser("a warning of Điện Biên's figures that stands", () => {
  let sandbox: Sandbox;
  let desk: Desk;

  beforeAll(async () => {
    sandbox = await startSandbox();
    desk = await sandbox.open();
    await desk.button(/Xem thử với số liệu Điện Biên/).click();
    await said("Đã thêm trang “PL02”");
    await desk.tab("Kiểm tra");
    await desk.button("Kiểm tra").last().click();
    await entry().waitFor();
  }, 400_000);

  afterAll(() => sandbox?.close());

  const said = (text: string) => desk.pane.getByRole("status").filter({ hasText: text }).waitFor();
  const entry = () =>
    desk.pane.locator(".check-list").getByRole("listitem").filter({ hasText: "E22" }).filter({ hasText: "Cảnh báo" });
  const group = (count: number) => desk.pane.getByText(`Đã giải trình (${count})`, { exact: true });

  test("is explained in a field inside its entry and leaves the list", async () => {
    await entry().getByRole("heading").getByRole("button").click();
    await entry().getByRole("button", { name: "Giải trình…" }).click();
    await desk.pane.getByLabel("Vì sao số này đúng").fill(REASON);
    await desk.screenshot("explain-1-field");
    await entry().getByRole("button", { name: "Lưu giải trình" }).click();
    await said("Đã giải trình 1 cảnh báo");
    await entry().waitFor({ state: "detached" });
    await group(1).click();
    await desk.pane.getByText(REASON).scrollIntoViewIfNeeded();
    await desk.screenshot("explain-2-explained");
  });

  test("returns when a figure beside it changes, with the reason as a draft", async () => {
    await desk.goTo("E20");
    await desk.page.focus("#grid");
    await desk.type("285");
    await entry().waitFor();
    await group(1).waitFor({ state: "detached" });
    const head = entry().getByRole("heading").getByRole("button");
    if ((await head.getAttribute("aria-expanded")) === "false") await head.click();
    await entry().getByRole("button", { name: "Giải trình…" }).click();
    expect(await desk.pane.getByLabel("Vì sao số này đúng").inputValue()).toBe(REASON);
    await desk.screenshot("explain-3-draft");
    await entry().getByRole("button", { name: "Lưu giải trình" }).click();
    await said("Đã giải trình 1 cảnh báo");
  });

  test("all reasons are taken back, and undo gives them again", async () => {
    // The group stays as the user left it: unfolded.
    await desk.button("Xóa mọi giải trình").click();
    await said("Đã xóa 1 giải trình.");
    await entry().waitFor();
    await desk.button("Hoàn tác").click();
    await group(1).waitFor();
    expect(desk.problems).toEqual([]);
  });
});
