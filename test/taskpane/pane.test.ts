/** The pane in a real browser, from the built site: a file is chosen, checked, and its findings are shown. */

import { mkdirSync } from "node:fs";
import type { Server } from "node:http";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { applyEdits } from "../../src/xlsx/patch";
import { desk, dienBien, type Desk } from "../cli/support";
import { browserPath, buildSite, QUIET_FLAGS, serve } from "../support/browser";

const executablePath = browserPath();
const inBrowser = executablePath === undefined ? describe.skip : describe;
const SCREENSHOTS = join(__dirname, "..", "..", "reports", "screenshots");

inBrowser("the task pane", () => {
  let browser: Browser;
  let server: Server;
  let page: Page;
  let at: Desk;
  const problems: string[] = [];
  const outside: string[] = [];

  beforeAll(async () => {
    buildSite();
    const site = await serve(join(__dirname, "..", "..", "dist", "web"));
    server = site.server;
    browser = await chromium.launch({ executablePath: executablePath!, args: QUIET_FLAGS });
    page = await browser.newPage({ viewport: { width: 350, height: 600 }, locale: "vi-VN" });
    await page.route("**/*", (route) => {
      const url = route.request().url();
      if (url.startsWith(site.url)) return route.continue();
      outside.push(url);
      return route.fulfill({ status: 200, contentType: "text/javascript", body: "" });
    });
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") problems.push(message.text());
    });
    page.on("pageerror", (error) => problems.push(error.message));
    await page.goto(`${site.url}/taskpane.html`);
    at = desk();
    await dienBien(at, "nhap.xlsx");
    await at.bieu("fill", "nhap.xlsx", "-o", "da-dien.xlsx", "--cach", "gia-tri");
    mkdirSync(SCREENSHOTS, { recursive: true });
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  const choose = async (name: string) => {
    await page.setInputFiles("#file", at.path(name));
    await page.waitForFunction(() => !(document.getElementById("file") as HTMLInputElement).disabled);
  };
  const look = (name: string) => page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });

  test("says what it does before anything is chosen", async () => {
    expect(await page.textContent("main")).toContain("không gửi đi đâu");
    expect(await page.textContent("#choose")).toBe("Chọn tệp .xlsx để kiểm tra");
    await look("pane-welcome");
  });

  test("checks Điện Biên's report and unfolds a finding by keyboard", async () => {
    await choose("da-dien.xlsx");
    expect(await page.textContent("h2")).toBe("PL02 · 6 tháng đầu năm 2024 · PL02");
    expect(await page.textContent("section > p")).toMatch(/^\d+ lỗi, \d+ cảnh báo, \d+ gợi ý$/);
    const item = page.locator("li.error", { hasText: "Sàng lọc sơ sinh ghi 1.722" });
    await item.locator("summary").focus();
    await page.keyboard.press("Enter");
    expect(await item.locator("dd").last().textContent()).toContain("Sửa tổng thành 1.690");
    await look("pane-findings");
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  });

  test("a mended figure leaves the list", async () => {
    const mended = applyEdits(at.read("da-dien.xlsx"), "PL02", [{ row: 577, column: 5, value: 1690 }]);
    at.write("da-sua.xlsx", mended);
    await choose("da-sua.xlsx");
    expect(await page.locator("li", { hasText: "Sàng lọc sơ sinh ghi 1.722" }).count()).toBe(0);
    expect(await page.locator("li.error", { hasText: "So với KH" }).count()).toBe(1);
  });

  test("markup in a label is shown as text", async () => {
    const label = "<img src=x onerror=\"document.title='hỏng'\">";
    at.write("nhan.xlsx", applyEdits(at.read("da-dien.xlsx"), "PL02", [{ row: 11, column: 1, value: label }]));
    await choose("nhan.xlsx");
    expect(await page.locator("main img").count()).toBe(0);
    expect(await page.textContent("main")).toContain(label);
    expect(await page.title()).toBe("Biểu Y tế");
  });

  test("a file that is no workbook: one sentence, and the next file can be chosen", async () => {
    at.write("hong.xlsx", "đây không phải sổ tính");
    await choose("hong.xlsx");
    expect(await page.textContent("main")).toMatch(/^[^\n]{20,250}$/);
    await look("pane-bad-file");
    await choose("da-dien.xlsx");
    expect(await page.locator("li.error").count()).toBeGreaterThan(0);
  });

  test("keeps to its own site but for Office.js, and breaks no rule of its content security policy", () => {
    expect([...new Set(outside)]).toEqual(["https://appsforoffice.microsoft.com/lib/1/hosted/office.js"]);
    expect(problems).toEqual([]);
  });
});
