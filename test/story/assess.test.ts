/** Đánh giá in a real browser: written beside the table, taken back, in each of the three ways, and following a figure. */

import { executablePath, startSandbox, type Desk, type Sandbox } from "../support/sandbox";

const inBrowser = executablePath === undefined ? describe.skip : describe;

inBrowser("the column Đánh giá of Điện Biên's figures", () => {
  let sandbox: Sandbox;
  let desk: Desk;

  beforeAll(async () => {
    sandbox = await startSandbox();
    desk = await sandbox.open();
    await desk.button(/Xem thử với số liệu Điện Biên/).click();
    await desk.pane.getByRole("status").filter({ hasText: "Đã thêm trang “PL02”" }).waitFor();
  }, 400_000);

  afterAll(() => sandbox?.close());

  const said = (text: string | RegExp) => desk.pane.getByRole("status").filter({ hasText: text });
  const fill = (mode: RegExp, button: string) => async () => {
    await desk.tab("Điền");
    await desk.pane.getByRole("radio", { name: mode }).check();
    await desk.button(button).click();
    await said(/488 ô Đánh giá/).waitFor();
  };

  test("a tick tells where it will stand, and filling writes it with the table's look", async () => {
    await desk.tab("Điền");
    const tick = desk.pane.getByRole("checkbox", { name: /Ghi cột Đánh giá/ });
    expect(await tick.isChecked()).toBe(false);
    await desk.pane.getByText("thêm cột J cạnh bảng").waitFor();
    await tick.check();
    await desk.pane.getByRole("row", { name: /^Đánh giá 488 5$/ }).waitFor();
    await desk.screenshot("assess-1-ticked");
    await fill(/Hàm Biểu Y tế/, "Điền")();
    expect(await desk.shown("J7")).toBe("Đánh giá");
    expect(await desk.shown("J14")).toBe("Đạt tiến độ");
    expect(await desk.page.inputValue("#formula")).toContain("DANHGIA(");
    await desk.screenshot("assess-2-functions");
  });

  test("Chưa đạt is bold and nothing else is", async () => {
    const weights = await desk.page.evaluate(() =>
      [...document.querySelectorAll('[id^="cell-"][id$="-9"]')].map((cell) => [
        cell.textContent,
        getComputedStyle(cell).fontWeight,
        getComputedStyle(cell).fontStyle,
      ]),
    );
    const words = weights.filter(([word]) => /^(Vượt|Đạt|Chưa|Chậm)/.test(word ?? ""));
    expect(words.length).toBeGreaterThan(5);
    for (const [word, weight, slant] of words) {
      expect([word, Number(weight) >= 600, slant]).toEqual([
        word,
        word === "Chưa đạt",
        word === "Chậm tiến độ" ? "italic" : "normal",
      ]);
    }
  });

  test("undo takes comparisons and column back in one step, look and all", async () => {
    await desk.button(/^Hoàn tác/).click();
    await said(/Đã trả lại [\d.]+ ô như trước/).waitFor();
    const cells = await desk.cells();
    expect(Object.keys(cells).filter((place) => place.endsWith("C10"))).toEqual([]);
    expect(Object.keys(cells).filter((place) => place.endsWith("C8") && cells[place]!.includes("SOVOIKH"))).toEqual([]);
    await desk.screenshot("assess-3-undone");
  });

  test.each([
    ["plain formulas", /Công thức Excel/, "Điền", /^IF\(/],
    ["words", /Giá trị/, "Chốt số", undefined],
    ["our functions", /Hàm Biểu Y tế/, "Đổi sang hàm Biểu Y tế", /DANHGIA\(/],
  ] as const)("%s say the same", async (_what, mode, button, formula) => {
    await fill(mode, button)();
    expect(await desk.shown("J14")).toBe("Đạt tiến độ");
    const held = await desk.page.inputValue("#formula");
    if (formula) expect(held.replace(/^=/, "")).toMatch(formula);
    else expect(held).toBe("Đạt tiến độ");
    await desk.pane.getByText("ghi vào cột J đang có").waitFor();
  });

  test("a changed figure changes its word at once", async () => {
    await desk.goTo("F14");
    await desk.type("10");
    expect(await desk.shown("J14")).toBe("Chậm tiến độ");
    await desk.goTo("F14");
    await desk.type("9999");
    expect(await desk.shown("J14")).toBe("Vượt");
    await desk.screenshot("assess-4-changed");
    expect(desk.problems).toEqual([]);
  });
});
