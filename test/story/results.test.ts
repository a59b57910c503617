/** Kết quả in a real browser: sentences for the rows that are selected, a check that stays, the printed page, the chart. */

import { join } from "node:path";
import { paneFrame, violationsIn } from "../support/axe";
import { executablePath, SCREENSHOTS, startSandbox, type Desk, type Sandbox } from "../support/sandbox";

const inBrowser = executablePath === undefined ? describe.skip : describe;

inBrowser("the results of Điện Biên's figures, told and printed", () => {
  let sandbox: Sandbox;
  let desk: Desk;

  beforeAll(async () => {
    sandbox = await startSandbox();
    desk = await sandbox.open();
    await desk.button(/Xem thử với số liệu Điện Biên/).click();
    await desk.pane.getByRole("status").filter({ hasText: "Đã thêm trang “PL02”" }).waitFor();
    await desk.tab("Kết quả");
    await desk.pane.getByText("chỉ tiêu được đánh giá").waitFor();
  }, 600_000);

  afterAll(() => sandbox?.close());

  const told = (on: Desk) => on.pane.locator(".results-told li > span");
  /** The row of the sheet in which a code stands. */
  const rowOf = async (code: string) => {
    const cells = await desk.cells("PL02");
    const [place] = Object.entries(cells).find(([, held]) => held.startsWith(`["${code}"`))!;
    return Number(/^R(\d+)/.exec(place)![1]);
  };
  const axe = (on: Desk) => violationsIn(paneFrame(on.page), { within: "#panel-results" });

  test("the row where one stands is told beside the sheet, a heading as its section", async () => {
    await desk.goTo(`F${await rowOf("DTD_10")}`);
    const sentence = "khám và điều trị cho 14.137 lượt đạt 61,7% KH, tăng 18,9% so với cùng kỳ.";
    await told(desk).filter({ hasText: sentence }).waitFor();
    await desk.pane.locator(".results-sentences").scrollIntoViewIfNeeded();
    await desk.screenshot("results-1-row");
    await desk.goTo(`C${await rowOf("PHONG")}`);
    await told(desk).filter({ hasText: "không phát hiện bệnh nhân phong mới (KH 2 bệnh nhân)" }).waitFor();
  }, 120_000);

  test("the whole sheet is told at once: a few sentences, all on demand, and why the other rows say nothing", async () => {
    await desk.page.focus("#grid");
    await desk.page.keyboard.press("Control+a");
    await desk.pane.getByRole("button", { name: /^Xem cả \d{3} câu$/ }).waitFor();
    expect(await told(desk).count()).toBe(5);
    await desk.pane.getByText(/^\d+ dòng không có câu: .*chưa có số thực hiện/).waitFor();
    await desk.pane.locator(".results-sentences").scrollIntoViewIfNeeded();
    await desk.screenshot("results-2-all");
    expect(await axe(desk)).toEqual([]);
  }, 180_000);

  test("by keyboard: a section is chosen, told, copied and put on a sheet; Hoàn tác takes the sheet away", async () => {
    const section = desk.pane.locator(".results-section").first();
    await section.focus();
    await desk.page.keyboard.press("Enter");
    await desk.button("Câu của mục này").focus();
    await desk.page.keyboard.press("Enter");
    await desk.pane.getByRole("heading", { name: /^Câu của mục: / }).waitFor();
    await desk.button("Chép câu").focus();
    await desk.page.keyboard.press("Enter");
    await desk.pane.getByRole("status").filter({ hasText: "Đã chép" }).waitFor();
    const copied = await desk.page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split("\n").length).toBeGreaterThan(1);
    await desk.button("Ghi ra trang").focus();
    await desk.page.keyboard.press("Enter");
    await desk.pane.getByRole("status").filter({ hasText: "câu ra trang “Câu văn”" }).waitFor();
    await desk.page.getByRole("tab", { name: "Câu văn" }).click();
    await desk.screenshot("results-3-sheet");
    await desk.page.getByRole("tab", { name: "PL02" }).click();
    await desk.button(/^Hoàn tác/).click();
    await desk.page.getByRole("tab", { name: "Câu văn" }).waitFor({ state: "detached" });
  }, 180_000);

  test("the check stays while the sheet Tổng hợp with its chart is looked at", async () => {
    await desk.tab(/^Kiểm tra/);
    await desk.button("Kiểm tra").click();
    await desk.button("Kiểm tra lại").waitFor();
    const before = await desk.pane.locator(".chip").textContent();
    await desk.tab("Kết quả");
    await desk.button("Thêm trang Tổng hợp").click();
    await desk.pane.getByRole("status").filter({ hasText: "Đã thêm trang “Tổng hợp”" }).waitFor();
    await desk.page.getByRole("tab", { name: "Tổng hợp" }).click();
    await desk.pane.locator(".chip").waitFor({ state: "detached" });
    const chart = desk.page.getByRole("img", { name: /^Tỷ lệ chỉ tiêu theo kết quả thực hiện/ });
    await desk.goTo("A40");
    await chart.waitFor();
    await desk.screenshot("results-4-chart");
    await desk.page.getByRole("tab", { name: "PL02" }).click();
    await desk.pane.locator(".chip").filter({ hasText: before! }).waitFor();
  }, 180_000);

  test("printed: the bar, every section and the list in black on A4, and nothing to press", async () => {
    await desk.tab("Kết quả");
    // The pane alone, as Office prints it: its frame's own document.
    const html = await desk.pane.locator("html").evaluate((root) => root.outerHTML);
    const styles = await desk.pane
      .locator("html")
      .evaluate(() =>
        [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText)).join("\n"),
      );
    const page = await desk.context.newPage();
    await page.setContent(html.replace(/<script[\s\S]*?<\/script>|<link[^>]*>|<meta[^>]*Content-Security[^>]*>/gi, ""));
    await page.addStyleTag({ content: styles });
    await page.setViewportSize({ width: 680, height: 960 });
    await page.emulateMedia({ media: "print" });
    const visible = (selector: string) =>
      page
        .locator(selector)
        .evaluateAll((all) => all.filter((one) => (one as HTMLElement).getClientRects().length > 0).length);
    for (const gone of [".tabs", ".foot", ".top", ".results-button", ".results-link", ".results-sentences", ".notice"])
      expect([gone, await visible(gone)]).toEqual([gone, 0]);
    expect(await visible(".results-title")).toBe(1);
    expect(await visible(".results-bar")).toBeGreaterThan(15);
    const sections = await page.locator(".results-section").count();
    expect(await visible(".results-section")).toBe(sections);
    const rows = await page.locator(".results-row").count();
    expect(await visible(".results-row")).toBe(rows);
    const inks = await page
      .locator(".results-row span, .results-counts span")
      .evaluateAll((all) => [...new Set(all.map((one) => getComputedStyle(one).color))]);
    expect(inks).toEqual(["rgb(0, 0, 0)"]);
    await page.screenshot({ path: join(SCREENSHOTS, "results-5-printed.png") });
    const pdf = await page.pdf({ preferCSSPageSize: true, path: join(SCREENSHOTS, "results-5-printed.pdf") });
    const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? [];
    expect(pages.length).toBeGreaterThan(2);
    expect(pdf.toString("latin1")).toMatch(/\/MediaBox\s*\[0 0 59[45][\d.]* 84[12]/);
    await page.close();
  }, 120_000);

  test("in English, at 350 px and at 175 px, nothing scrolls sideways", async () => {
    const english = await sandbox.open("?so=trong&lang=en", { locale: "en-US" });
    await english
      .button(/sample|Điện Biên/i)
      .first()
      .click();
    await english.pane.getByRole("status").filter({ hasText: "PL02" }).first().waitFor();
    await english.tab("Results");
    await english.page.focus("#grid");
    await english.page.keyboard.press("Control+a");
    await english.pane.getByRole("button", { name: /^Show all \d{3} sentences$/ }).waitFor();
    expect(await axe(english)).toEqual([]);
    for (const width of [350, 175]) {
      await english.page.locator("#pane-frame").evaluate((frame, to) => (frame.style.width = `${to}px`), width);
      const wide = await english.pane
        .locator("#panel-results, #panel-results *")
        .evaluateAll((all) =>
          all
            .filter(
              (one) =>
                one.scrollWidth > one.clientWidth + 1 &&
                getComputedStyle(one).display !== "inline" &&
                !one.closest("svg"),
            )
            .map(({ className, scrollWidth }) => `${String(className)} ${scrollWidth}`),
        );
      expect(wide).toEqual([]);
    }
    await english.screenshot("results-6-english");
    await english.context.close();
    expect(desk.problems).toEqual([]);
  }, 240_000);
});
