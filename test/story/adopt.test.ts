/** A table typed by hand, without Mã số, becomes a Biểu: what is doubtful is asked, what was typed is not replaced unasked. */

import type { Cell } from "../../src/core/table/grid";
import { asTyped } from "../support/published";
import { executablePath, startSandbox, type Desk, type Sandbox } from "../support/sandbox";

const inBrowser = executablePath === undefined ? describe.skip : describe;

/** A cell as Excel copies it in Vietnam. */
function copied(cell: Cell | undefined): string {
  const value = cell?.value ?? "";
  if (typeof value === "object") return value.error;
  return typeof value === "number" ? String(value).replace(".", ",") : String(value);
}

const LABEL = 1;
/** A label that somebody wrote his own way. */
const OWN_WORDS = "Sàng lọc trẻ sơ sinh";

/** The published table as typed, with the label of two rows in other words. */
function typedTable(): string {
  const { rows } = asTyped("pl02");
  return rows
    .map((row) =>
      row.map((cell, at) => (at === LABEL && cell?.value === "Sàng lọc sơ sinh" ? OWN_WORDS : copied(cell))),
    )
    .map((cells) => cells.join("\t"))
    .join("\r\n");
}

inBrowser("a table typed by hand", () => {
  let sandbox: Sandbox;
  let desk: Desk;
  let before: Readonly<Record<string, string>>;

  beforeAll(async () => {
    sandbox = await startSandbox();
    desk = await sandbox.open();
    await desk.button("Bỏ qua").click();
    await desk.goTo("A1");
    await desk.page.focus("#grid");
    await desk.paste(typedTable());
    before = await desk.cells();
  }, 400_000);

  afterAll(() => sandbox?.close());

  const says = (text: string | RegExp) =>
    desk.pane.locator("body").getByText(text).locator("visible=true").first().waitFor({ timeout: 15_000 });

  test("is recognised by its labels; the doubtful rows are asked with our guesses", async () => {
    await says(/Trang này giống Phụ lục 02: nhận được 573\/575 dòng/);
    await says(new RegExp(OWN_WORDS));
    await says(/Có lẽ là: Sàng lọc sơ sinh/);
    // The form has two indicators of this name: the choices say of which section.
    await says(/^Sàng lọc sơ sinh · A\.III\./);
    await desk.screenshot("adopt-1-doubtful");
    await desk.button(/^Đúng cả 2 dòng, tiếp tục$/).click();
    await says(/Đã nhận trang này là Phụ lục 02/);
    await desk.screenshot("adopt-2-adopted");
    expect(await desk.cells()).toEqual(before);
  });

  test("typed figures that filling would replace are listed first, and kept where the user says so", async () => {
    await desk.tab("Điền");
    await desk.pane.getByRole("radio", { name: /Công thức Excel/ }).check();
    await desk.button(/^(Điền|Đổi sang công thức Excel)$/).click();
    await says("Số gõ tay sẽ bị thay");
    await desk.screenshot("adopt-3-asked");
    expect(await desk.cells()).toEqual(before);
    await desk.button("Giữ các số này").click();
    await says(/^Đã điền/);
    const after = await desk.cells();
    // Every figure of KH, TH and CK stands as it did: columns C, D and E.
    const inputs = Object.keys(before).filter((place) => /C[345]$/.test(place));
    expect(inputs.filter((place) => after[place] !== before[place])).toEqual([]);
    const filled = Object.values(after).filter((held) => held.startsWith('["=IF('));
    expect(filled.length).toBeGreaterThan(900);
  });

  test("taking the filling back leaves the table as it was typed", async () => {
    await desk.button("Hoàn tác").click();
    await says(/Đã trả lại [\d.]+ ô như trước/);
    expect(await desk.cells()).toEqual(before);
  });

  test("filled as our functions, then as formulas, then frozen: the figures stay the same", async () => {
    const fill = async (mode: RegExp, button: RegExp) => {
      await desk.pane.getByRole("radio", { name: mode }).check();
      await desk.button(button).click();
      const replace = desk.button(/^Thay [\d.]+ số và điền$/);
      const done = desk.pane.getByText(/^Đã (điền|chốt) \d/).locator("visible=true");
      await replace.or(done).first().waitFor();
      if (await replace.count()) await replace.click();
      await done.first().waitFor();
      await desk.button("Đóng thông báo").click();
      return desk.shown("F10");
    };
    const asFunctions = await fill(/Hàm Biểu Y tế/, /^(Điền|Đổi sang hàm)/);
    const asFormulas = await fill(/Công thức Excel/, /^Đổi sang công thức Excel$/);
    const asValues = await fill(/Giá trị/, /^Chốt số$/);
    expect([asFormulas, asValues]).toEqual([asFunctions, asFunctions]);
    expect(asFunctions).not.toBe("");
    const left = Object.values(await desk.cells()).filter((held) => /SOVOIKH|SOCUNGKY|^\["=/.test(held));
    expect(left).toEqual([]);
    await desk.screenshot("adopt-4-frozen");
  });

  test("a row put in above moves the finding with its figures", async () => {
    await desk.tab("Kiểm tra");
    await desk.button("Kiểm tra").click();
    await desk.pane.getByRole("listitem").filter({ hasText: "Tổng không bằng" }).first().waitFor();
    const cellsOf = () =>
      desk.pane
        .getByRole("listitem")
        .filter({ hasText: "Tổng không bằng" })
        .filter({ hasText: "Sàng lọc sơ sinh" })
        .textContent();
    const earlier = await cellsOf();
    await desk.goTo("A20");
    await desk.page.focus("#grid");
    await desk.page.keyboard.press("Shift+F10");
    await desk.page.getByRole("menuitem", { name: "Chèn hàng phía trên" }).click();
    await desk.button("Kiểm tra lại").click();
    const row = Number(/D(\d+)/.exec(earlier ?? "")![1]);
    await desk.pane
      .getByRole("listitem")
      .filter({ hasText: `D${row + 1}` })
      .first()
      .waitFor();
  });

  test("nothing was complained of", () => {
    expect(desk.problems).toEqual([]);
    expect(desk.outside).toEqual([]);
  });
});
