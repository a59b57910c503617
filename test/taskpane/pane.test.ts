/** The built page in a real browser where there is no workbook: what it says, and that it asks nobody else. */

import { mkdirSync } from "node:fs";
import type { Server } from "node:http";
import { join } from "node:path";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { browserPath, QUIET_FLAGS, serve, TAKES_PICTURES } from "../support/browser";
import { built } from "../support/build";

const executablePath = browserPath();
const inBrowser = executablePath === undefined ? describe.skip : describe;
const SCREENSHOTS = join(__dirname, "..", "..", "reports", "screenshots");
const OFFICE_JS = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

/** An Office.js of an Excel that has none of what we need, as Excel 2016 answers. */
const OLD_EXCEL = `window.Office = {
  onReady: () => Promise.resolve({ host: "Excel" }),
  context: { host: "Excel", displayLanguage: "en-US", requirements: { isSetSupported: () => false } },
};`;

inBrowser("the task pane's page", () => {
  let browser: Browser;
  let server: Server;
  let url: string;

  beforeAll(async () => {
    ({ url, server } = await serve(built("web")));
    browser = await chromium.launch({ executablePath: executablePath!, args: QUIET_FLAGS });
    mkdirSync(SCREENSHOTS, { recursive: true });
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  /** Opens the page at the size that Excel gives it, with a script in place of Office.js. */
  async function open(officeJs: string, options: BrowserContextOptions = {}) {
    const context = await browser.newContext({ viewport: { width: 350, height: 378 }, ...options });
    const page = await context.newPage();
    const outside: string[] = [];
    const problems: string[] = [];
    await page.route("**/*", (route) => {
      const wanted = route.request().url();
      if (wanted.startsWith(url)) return route.continue();
      outside.push(wanted);
      return route.fulfill({ status: 200, contentType: "text/javascript", body: officeJs });
    });
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") problems.push(message.text());
    });
    page.on("pageerror", (error) => problems.push(error.message));
    await page.goto(`${url}/taskpane.html`);
    return { page, outside, problems };
  }

  const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
  const look = async (page: Page, name: string) => {
    if (TAKES_PICTURES) await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
  };

  test("outside Excel it says so, and what to do; nobody but Microsoft is asked, for Office.js", async () => {
    const { page, outside, problems } = await open("");
    await page.waitForSelector("text=Mở Biểu Y tế trong Excel");
    expect(await page.textContent("main")).toContain("npm start");
    expect(outside).toEqual([OFFICE_JS]);
    expect(problems).toEqual([]);
    expect(await fits(page)).toBe(true);
    await look(page, "pane-outside");
  });

  test("in an Excel that is too old it says what is needed, in the language of Office", async () => {
    const { page, problems } = await open(OLD_EXCEL);
    await page.waitForSelector("text=Excel on this computer is too old");
    expect(await page.getAttribute("html", "lang")).toBe("en");
    expect(await page.textContent("main")).toContain("Excel 2021");
    expect(problems).toEqual([]);
    expect(await fits(page)).toBe(true);
    await look(page, "pane-too-old");
  });

  test("where its script cannot run, the page itself says what is needed", async () => {
    const { page } = await open("", { javaScriptEnabled: false });
    expect(await page.textContent("#pane")).toContain("Biểu Y tế cần Excel 2021");
    expect(await page.textContent("#pane")).toContain("needs Excel 2021");
  });
});
