/** A table typed by hand is taken over: confirmed, filled in each way, checked, sorted, carried over, and all of it undone. */

import { applyEdits } from "../../src/xlsx/patch";
import { desk as folder, publishedInputs, UNIT } from "../cli/support";
import { asTsv, asTyped, withDoubts } from "../support/published";
import { executablePath, startSandbox, type Desk, type Sandbox } from "../support/sandbox";

const inBrowser = executablePath === undefined ? describe.skip : describe;

const TYPED = withDoubts(asTyped("pl02"));
/** 1-based row of a label; of several, the first. */
const rowOf = (label: string) => TYPED.rows.findIndex((row) => row[1]?.value === label) + 1;
/** Columns of the typed table. */
const [VS_PLAN, VS_SAME] = ["F", "G"];

inBrowser("a table of PL02 that somebody typed", () => {
  let sandbox: Sandbox;
  let desk: Desk;
  let oldFile: string;
  let typed: Readonly<Record<string, string>>;

  beforeAll(async () => {
    sandbox = await startSandbox();
    desk = await sandbox.open();
    const at = folder();
    await at.bieu("new", "PL02", "--ky", "2023-6T", "--don-vi", UNIT, "-o", "moi.xlsx");
    oldFile = at.write("nam-truoc.xlsx", applyEdits(at.read("moi.xlsx"), "PL02", publishedInputs()));
  }, 400_000);

  afterAll(() => sandbox?.close());

  const message = (text: string | RegExp) => desk.pane.getByRole("status").filter({ hasText: text }).first().waitFor();
  const doubtful = (label: string) => desk.pane.getByRole("button", { name: `“${label}”` });
  const fillAs = async (mode: string, button: string) => {
    await desk.pane.getByRole("radio", { name: mode }).check();
    await desk.button(button).click();
  };
  const formulaAt = async (address: string) => {
    await desk.goTo(address);
    return desk.page.inputValue("#formula");
  };

  test("is recognised, with the rows that are not sure", async () => {
    await desk.button("Bỏ qua").click();
    await desk.page.focus("#grid");
    await desk.paste(asTsv(TYPED));
    await desk.pane.getByText("Trang này giống Phụ lục 02: nhận được 573/575 dòng.").waitFor();
    await desk.pane.getByText("3 dòng cần xác nhận.").waitFor();
    await desk.screenshot("adopt-1-doubtful");
    typed = await desk.cells();
  });

  test("filling waits for the rows to be confirmed", async () => {
    await desk.tab("Điền");
    await desk.pane.getByText("Còn 3 dòng cần xác nhận ở bước Biểu trước khi điền.").waitFor();
    await desk.button("Xác nhận ở bước Biểu").click();
    expect(await desk.pane.getByRole("tab", { name: "Biểu" }).getAttribute("aria-selected")).toBe("true");
  });

  test("a row is confirmed, another declined, and the table is taken", async () => {
    await desk.pane.getByRole("radio", { name: "Số xã triển khai khám sàng lọc THA" }).check();
    await doubtful("Sàng lọc sơ sinh lưu động").click();
    expect(await desk.activeCell()).toBe(`B${rowOf("Sàng lọc sơ sinh lưu động")}`);
    await desk.pane.getByRole("radio", { name: "Không phải chỉ tiêu" }).check();
    await desk.screenshot("adopt-2-answered");
    await desk.pane.getByLabel("Đơn vị").fill(UNIT);
    await desk.button("Tiếp tục với các xác nhận này").click();
    await message(/^Đã nhận trang này là Phụ lục 02.*575\/575/);
    await desk.pane.getByText("Đã nhận 575/575 chỉ tiêu trên trang").waitFor();
    expect(await desk.cells()).toEqual(typed);
    await desk.screenshot("adopt-3-taken");
  });

  test("typed figures that would be replaced are listed first, and nothing is written", async () => {
    await desk.tab("Điền");
    await fillAs("Công thức Excel", "Điền");
    await desk.pane.getByRole("alert").getByText("Số gõ tay sẽ bị thay").waitFor();
    await desk.pane.getByText(/^\d+ ô đang có số gõ tay khác với kết quả tính\. Thay hay giữ\?$/).waitFor();
    expect(await desk.cells()).toEqual(typed);
    await desk.screenshot("adopt-4-asks");
  });

  test("they are kept where the user says so, and every other cell is filled", async () => {
    await desk.button("Giữ các số này").click();
    await message(/^Đã điền \d+ ô So với KH và \d+ ô So với cùng kỳ\./);
    const after = await desk.cells();
    const inputs = Object.keys(typed).filter((place) => /C[345]$/.test(place));
    expect(inputs.filter((place) => after[place] !== typed[place])).toEqual([]);
    expect(Object.values(after).filter((held) => held.startsWith('["=IF(')).length).toBeGreaterThan(900);
    await desk.button("Hoàn tác").click();
    await message(/^Đã trả lại [\d.]+ ô như trước\.$/);
    expect(await desk.cells()).toEqual(typed);
    await desk.button("Điền").click();
  });

  test("they are replaced by formulas after a yes, and given back by Hoàn tác", async () => {
    await desk.button(/^Thay \d+ số và điền$/).click();
    await message(/^Đã điền \d+ ô So với KH và \d+ ô So với cùng kỳ\./);
    const row = rowOf("Sàng lọc trước sinh");
    expect(await formulaAt(`${VS_PLAN}${row}`)).toMatch(/^=IF\(.*ROUND\(/);
    expect(await formulaAt(`${VS_SAME}${row}`)).toMatch(/^=IF\(.*ROUND\(/);
    await desk.screenshot("adopt-5-formulas");
    await desk.button("Hoàn tác").click();
    await message(/^Đã trả lại [\d.]+ ô như trước\.$/);
    expect(await desk.cells()).toEqual(typed);
  });

  test("Ctrl+Z in the sheet takes a fill back too", async () => {
    await desk.button("Điền").click();
    await desk.button(/^Thay \d+ số và điền$/).click();
    await message(/^Đã điền/);
    await desk.page.focus("#grid");
    await desk.page.keyboard.press("Control+z");
    await desk.page.waitForTimeout(100);
    expect(await desk.cells()).toEqual(typed);
    await desk.page.keyboard.press("Control+y");
  });

  test("functions, formulas and values change places, and show the same", async () => {
    const at = `${VS_PLAN}${rowOf("Sàng lọc trước sinh")}`;
    const shown = await desk.shown(at);
    expect(shown).toMatch(/^\d/);
    await fillAs("Hàm Biểu Y tế", "Đổi sang hàm Biểu Y tế");
    await desk.pane.getByText("Bảng này đã điền bằng hàm Biểu Y tế.").waitFor();
    expect(await formulaAt(at)).toContain("SOVOIKH(");
    expect(await desk.shown(at)).toBe(shown);
    await fillAs("Công thức Excel", "Đổi sang công thức Excel");
    await desk.pane.getByText("Bảng này đã điền bằng công thức Excel.").waitFor();
    expect(await formulaAt(at)).toContain("ROUND(");
    await fillAs("Giá trị", "Chốt số");
    await message(/^Đã chốt \d+ ô So với KH và \d+ ô So với cùng kỳ thành giá trị\./);
    expect(await formulaAt(at)).toBe(shown);
    await desk.screenshot("adopt-6-values");
  });

  test("rows that were sorted or inserted stay the rows they are", async () => {
    await desk.tab(/^Kiểm tra/);
    await desk.button("Kiểm tra").click();
    await desk.button("Kiểm tra lại").waitFor();
    // Hints may say that rows are out of order.
    const totals = async () =>
      /^\d+ ?Lỗi ?\d+ ?Cảnh báo/.exec(
        (await desk.pane.getByRole("group", { name: "Lọc theo loại" }).textContent()) ?? "",
      )?.[0];
    const before = await totals();
    expect(before).toMatch(/[1-9]\d* ?Lỗi/);
    await desk.screenshot("adopt-7-checked");

    const [first, last] = [rowOf("Xã có khám sàng lọc THA"), rowOf("Xã có khám sàng lọc THA") + 5];
    const at = `B${first}`;
    await desk.goTo(`B${first}:G${last}`);
    const top = await desk.page.inputValue("#formula");
    await desk.page.getByRole("button", { name: "Xếp tăng" }).click();
    expect(await formulaAt(at)).not.toBe(top);
    await desk.goTo(`A${rowOf("Sàng lọc trước sinh")}`);
    await desk.page.keyboard.press("Shift+F10");
    await desk.page.getByRole("menuitem", { name: "Chèn hàng phía trên" }).click();
    await desk.button("Kiểm tra lại").click();
    await desk.button("Kiểm tra lại").waitFor();
    expect(await totals()).toBe(before);
    await desk.tab("Biểu");
    await desk.pane.getByText("Đã nhận 575/575 chỉ tiêu trên trang").waitFor();
  });

  test("formulas that show nothing count as calculated", async () => {
    await desk.tab("Điền");
    await fillAs("Công thức Excel", "Đổi sang công thức Excel");
    await desk.pane.getByText("Bảng này đã điền bằng công thức Excel.").waitFor();
    await desk.tab(/^Kiểm tra/);
    expect(await desk.pane.getByText("Công thức chưa có kết quả").count()).toBe(0);
  });

  test("last year's file brings the same-period figures, after saying which it replaces", async () => {
    await desk.tab("Biểu");
    await desk.button(/^Chuyển từ kỳ trước/).click();
    await desk.pane.locator("input[type=file]").setInputFiles(oldFile);
    await desk.pane.getByText(/^PL02, 6 tháng 2023: \d+ số thực hiện sẽ thành số cùng kỳ\.$/).waitFor();
    await desk.pane.getByText("Số cùng kỳ sẽ bị thay").waitFor();
    await desk.screenshot("adopt-8-carry");
    const before = await desk.cells();
    await desk.button(/^Chuyển, thay \d+ số$/).click();
    await message(/^Đã chuyển \d+ số thực hiện kỳ trước thành số cùng kỳ/);
    // One row was inserted above it.
    const row = rowOf("Sàng lọc trước sinh") + 1;
    expect(await desk.shown(`E${row}`)).toBe(await desk.shown(`D${row}`));
    expect(await desk.cells()).not.toEqual(before);
    await desk.button("Hoàn tác").click();
    await message(/^Đã trả lại [\d.]+ ô như trước\.$/);
    expect(await desk.cells()).toEqual(before);
  });

  test("the console stayed silent, and nothing left this machine", () => {
    expect(desk.problems).toEqual([]);
    expect(desk.outside).toEqual([]);
  });
});
