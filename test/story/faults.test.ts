/** Everything that can go wrong in Excel, once, as a user sees it: the sentence, and the workbook as it was. */

import { executablePath, startSandbox, type Desk, type Sandbox } from "../support/sandbox";

const inBrowser = executablePath === undefined ? describe.skip : describe;

const CELL_EDIT = "Excel đang chờ bạn nhập xong một ô. Nhấn Enter rồi thử lại.";
const LOCKED =
  "Trang tính đang khóa: kiểm tra được, chưa điền và chưa sửa được. Bỏ khóa ở Xem lại > Bỏ bảo vệ trang tính.";
const NOTHING_LOST = "Excel chưa làm được việc vừa rồi. Số liệu của bạn không mất; hãy thử lại.";
const GONE = "Trang tính này không còn trong sổ. Hãy mở trang có biểu rồi làm tiếp.";
const NO_TABLE =
  "Không thấy bảng biểu trên trang này. Bảng cần có dòng tiêu đề với cột Chỉ tiêu và các cột Kế hoạch, Thực hiện, Cùng kỳ.";
const CHANGED = "Trang tính vừa thay đổi nên đã đọc lại. Hãy xem lại rồi làm tiếp.";
const OPEN_ONE = "Mở trang có biểu, hoặc tạo Biểu mới ở bước Biểu.";
const TOO_LARGE = "Bảng lớn hơn mức Excel nhận một lần. Hãy tách bớt dòng sang trang tính khác rồi thử lại.";
const FILLED = "Đã điền 557 ô So với KH và 506 ô So với cùng kỳ.";

/** The sample workbook: the published figures, nothing derived yet. */
const SAMPLE = "";

inBrowser("what goes wrong in Excel", () => {
  let sandbox: Sandbox;
  let desk: Desk;

  beforeAll(async () => {
    sandbox = await startSandbox();
  }, 400_000);

  afterAll(() => sandbox?.close());

  const opened = async (query = SAMPLE) => {
    desk = await sandbox.open(query);
    await desk.pane.getByText("Đã nhận 575/575 chỉ tiêu trên trang “PL02”.").waitFor();
    await desk.tab("Điền");
    // The plan that the button waits for.
    await desk.pane.getByRole("cell", { name: "557" }).waitFor();
  };

  afterEach(async () => {
    const words = (await desk.pane.locator("body").textContent()) ?? "";
    await desk.context.close();
    expect(words).not.toMatch(/\bat \w+ \(|\.js:\d+|Error\b|Exception|undefined|\[object/);
    expect(desk.problems).toEqual([]);
  });

  const says = (sentence: string) => desk.pane.getByRole("status").getByText(sentence, { exact: true }).waitFor();
  const ribbon = (name: string) => desk.page.getByRole("button", { name, exact: true }).click();
  const fault = async (name: string) => {
    await desk.page.getByRole("button", { name: /^Thử sự cố/ }).click();
    await desk.page.getByRole("menuitemcheckbox", { name }).click();
  };

  test("a cell that is being edited: said at once, and after Enter it works", async () => {
    await opened();
    const before = await desk.cells();
    await desk.goTo("K20");
    await desk.page.focus("#grid");
    await desk.page.keyboard.type("12");
    await desk.button("Điền").click();
    await says(CELL_EDIT);
    await desk.screenshot("fault-cell-edit");
    expect(await desk.cells()).toEqual(before);
    await desk.page.keyboard.press("F6");
    await desk.page.locator(".editor-layer textarea").press("Enter");
    await desk.button("Điền").click();
    await says(FILLED);
    expect(await desk.shown("K20")).toBe("12");
  });

  test("a protected sheet: said before, and neither filled nor marked", async () => {
    await opened();
    const before = await desk.cells();
    await ribbon("Bảo vệ trang");
    // Pressed by somebody who has not seen it yet: Excel tells nobody that a sheet was protected.
    await desk.button("Điền").click();
    await desk.pane.locator(".panel:not([hidden])").getByText(LOCKED, { exact: true }).waitFor();
    await desk.screenshot("fault-protected");
    expect(await desk.button("Điền").isDisabled()).toBe(true);
    expect(await desk.cells()).toEqual(before);
    await desk.tab("Kiểm tra");
    await desk.button("Kiểm tra").click();
    await desk.button("Kiểm tra lại").waitFor();
    expect(await desk.cells()).toEqual(before);
    await ribbon("Bỏ bảo vệ");
    await desk.tab("Điền");
    await desk.pane.locator(".panel:not([hidden])").getByText(LOCKED, { exact: true }).waitFor({ state: "detached" });
    await desk.button("Điền").click();
    await says(FILLED);
  });

  test("a write that stops half-way: the cells are given back, and trying again works", async () => {
    await opened();
    const before = await desk.cells();
    await fault("Lỗi giữa chừng khi ghi");
    await desk.button("Điền").click();
    await says(NOTHING_LOST);
    await desk.screenshot("fault-half-way");
    expect(await desk.cells()).toEqual(before);
    await desk.button("Điền").click();
    await says(FILLED);
  });

  test("lost events: a change is not followed, and “Kiểm tra lại” sees it", async () => {
    await opened();
    await desk.tab("Kiểm tra");
    await desk.button("Kiểm tra").click();
    const finding = desk.pane.getByRole("listitem").filter({ hasText: "F578" }).filter({ hasText: "Tổng không bằng" });
    await finding.waitFor();
    await desk.faults({ loseEvents: true });
    await desk.goTo("F578");
    await desk.type("1690");
    await desk.page.waitForTimeout(1_500);
    expect(await finding.count()).toBe(1);
    await desk.button("Kiểm tra lại").press("Enter");
    await finding.waitFor({ state: "detached" });
  });

  test("a sheet that is deleted behind the pane's back", async () => {
    await opened();
    await desk.goTo("A1");
    await ribbon("Thêm trang");
    // Seen by the pane before it is left again: else what is awaited below still stands there from before.
    await desk.pane.getByText("chưa có biểu nào.").waitFor({ state: "attached" });
    await desk.page.getByRole("tab", { name: "PL02" }).click();
    await desk.pane.getByText("Đã nhận 575/575 chỉ tiêu trên trang “PL02”.").waitFor({ state: "attached" });
    await desk.button("Điền").waitFor();
    await fault("Xóa trang đang mở sau lưng ngăn");
    await desk.button("Điền").click();
    // By the press itself, or by the look around that comes with it: whichever meets the missing sheet first.
    const said = [GONE, CHANGED, NO_TABLE, OPEN_ONE].map((sentence) => desk.pane.getByText(sentence, { exact: true }));
    await said
      .reduce((one, other) => one.or(other))
      .filter({ visible: true })
      .first()
      .waitFor();
    await desk.screenshot("fault-sheet-gone");
    await desk.pane.getByText("chưa có biểu nào.").waitFor({ state: "attached" });
    expect(await desk.page.getByRole("tab", { name: "PL02" }).count()).toBe(0);
    expect(await desk.cells()).toEqual({});
  });

  test("a request that is larger than Excel takes", async () => {
    await opened();
    const before = await desk.cells();
    await desk.faults({ largestRequest: 20_000 });
    await desk.button("Điền").click();
    await says(TOO_LARGE);
    await desk.screenshot("fault-too-large");
    expect(await desk.cells()).toEqual(before);
    await desk.faults({ largestRequest: 5 * 1024 * 1024 });
    await desk.button("Điền").click();
    await says(FILLED);
  });

  test("ExcelApi 1.13 is enough for filling, checking, mending and undoing", async () => {
    await opened("?api=1.13");
    const before = await desk.cells();
    await desk.button("Điền").click();
    await says(FILLED);
    await desk.tab("Kiểm tra");
    await desk.button("Kiểm tra").click();
    await desk.button("Kiểm tra lại").waitFor();
    await desk.pane.locator(".check-head").first().click();
    await desk.pane.getByRole("button", { name: "Xem ô" }).click();
    await desk.pane.getByRole("button", { name: "Ghi chú vào ô" }).click();
    await desk.pane.getByRole("status").filter({ hasText: "Đã ghi chú vào ô" }).waitFor();
    await desk.tab("Điền");
    await desk.pane.getByRole("radio", { name: "Giá trị" }).check();
    await desk.button("Chốt số").click();
    await desk.pane.getByRole("status").filter({ hasText: "Đã chốt" }).waitFor();
    await desk.page.focus("#grid");
    for (let times = 0; times < 12; times += 1) await desk.page.keyboard.press("Control+z");
    expect(await desk.cells()).toEqual(before);
  });

  test("an Excel that is too old gets a page that says what helps", async () => {
    desk = await sandbox.open("?api=1.12");
    await desk.pane.getByRole("heading", { name: "Excel trên máy này quá cũ" }).waitFor();
    await desk.pane.getByText("Biểu Y tế cần Excel 2021, Microsoft 365 hoặc Excel trên web (ExcelApi 1.13).").waitFor();
    await desk.screenshot("fault-too-old");
  });
});
