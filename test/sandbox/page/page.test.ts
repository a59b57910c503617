/** The sandbox in a real browser, as built: what a user of Excel does in its grid. */

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import { listen, type Listening } from "../../../src/sandbox/server/listen";
import { openWorkbook } from "../../../src/xlsx/open";
import { desk, dienBien } from "../../cli/support";
import { violationsIn } from "../../support/axe";
import { QUIET_FLAGS, TAKES_PICTURES, browserPath } from "../../support/browser";
import { built } from "../../support/build";

const executablePath = browserPath();
const inBrowser = executablePath === undefined ? describe.skip : describe;
const ROOT = join(__dirname, "..", "..", "..");
const SCREENSHOTS = join(ROOT, "reports", "screenshots");

inBrowser("the sandbox's page", () => {
  let browser: Browser;
  let context: BrowserContext;
  let listening: Listening;
  let page: Page;
  let url: string;
  const problems: string[] = [];
  const outside: string[] = [];

  beforeAll(async () => {
    listening = (await listen(
      [
        { path: "/", folder: built("sandbox") },
        { path: "/office-js/", folder: join(ROOT, "node_modules", "@microsoft", "office-js", "dist") },
      ],
      3210,
    ))!;
    url = `http://localhost:${listening.port}/`;
    browser = await chromium.launch({ executablePath: executablePath!, args: QUIET_FLAGS });
    context = await browser.newContext({
      viewport: { width: 1366, height: 768 },
      locale: "vi-VN",
      acceptDownloads: true,
    });
    await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: url });
    page = await context.newPage();
    page.on("console", (message) => {
      if (message.type() === "error") problems.push(message.text());
    });
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("request", (request) => {
      if (!/^(http:\/\/localhost:|data:|blob:)/.test(request.url())) outside.push(request.url());
    });
    mkdirSync(SCREENSHOTS, { recursive: true });
  }, 400_000);

  afterAll(async () => {
    await browser?.close();
    await listening?.close();
  });

  const look = async (name: string) => {
    if (TAKES_PICTURES) await page.screenshot({ path: join(SCREENSHOTS, `sandbox-${name}.png`) });
  };
  const goTo = async (address: string) => {
    await page.fill("#name-box", address);
    await page.press("#name-box", "Enter");
  };
  const cell = (row: number, column: number) => page.locator(`#cell-${row - 1}-${column - 1}`);
  const active = () => page.inputValue("#name-box");
  const empty = async () => {
    await page.goto(`${url}?so=trong`);
    await page.waitForSelector("#cell-0-0");
    await page.focus("#grid");
  };
  const paste = (text: string) =>
    page.evaluate((content) => {
      const data = new DataTransfer();
      data.setData("text/plain", content);
      document
        .getElementById("grid")!
        .dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
    }, text);

  test("types, calculates in Vietnamese separators, and takes it back", async () => {
    await empty();
    await page.keyboard.type("1.750,5");
    await page.keyboard.press("Enter");
    await page.keyboard.type("=A1*2+SUM(1;2)");
    await page.keyboard.press("Enter");
    expect(await cell(2, 1).textContent()).toBe("3504");
    expect(await active()).toBe("A3");
    await goTo("A1");
    await page.keyboard.press("F2");
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Enter");
    expect(await cell(2, 1).textContent()).toBe("3503");
    await page.keyboard.press("Control+z");
    expect(await cell(2, 1).textContent()).toBe("3504");
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    expect(await cell(1, 1).textContent()).toBe("");
  });

  test("Escape leaves a cell as it was, and the formula bar edits too", async () => {
    await empty();
    await page.keyboard.type("một");
    await page.keyboard.press("Escape");
    expect(await cell(1, 1).textContent()).toBe("");
    await page.fill("#formula", "=1/4");
    expect(await page.textContent(".mode")).toBe("Đang nhập");
    await page.press("#formula", "Enter");
    expect(await cell(1, 1).textContent()).toBe("0,25");
    expect(await page.textContent(".mode")).toBe("Sẵn sàng");
  });

  test("pastes what Excel copies, in either language's numbers, and copies formulas with their references", async () => {
    await empty();
    await paste('Chỉ tiêu\t"hai\ndòng"\t1.234,5\r\nLao\t1,251.7\t=C1*2\r\n');
    await goTo("C1");
    expect(await page.inputValue("#formula")).toBe("1234,5");
    expect(await cell(2, 3).textContent()).toBe("2469");
    await goTo("A1:C2");
    expect(await page.textContent(".sums")).toContain("Số ô có dữ liệu: 6");
    await goTo("C2");
    await page.keyboard.press("Control+c");
    await goTo("D2");
    await page.keyboard.press("Control+v");
    expect(await page.inputValue("#formula")).toBe("=D1*2");
  });

  test("goes about by keys and keeps the active cell in sight", async () => {
    await empty();
    await paste(Array.from({ length: 300 }, (_, index) => String(index + 1)).join("\n"));
    await goTo("A1");
    await page.keyboard.press("Control+ArrowDown");
    expect(await active()).toBe("A300");
    await page.waitForSelector("#cell-299-0");
    expect(await page.locator("#cell-0-0").count()).toBe(0);
    await page.keyboard.press("Shift+ArrowUp");
    await page.keyboard.press("Shift+ArrowRight");
    expect(await page.textContent(".sums")).toContain("Tổng: 599");
    await page.keyboard.press("Control+Home");
    expect(await active()).toBe("A1");
    await page.keyboard.press("PageDown");
    expect(Number((await active()).slice(1))).toBeGreaterThan(15);
    await page.keyboard.press("Delete");
    expect(await page.inputValue("#formula")).toBe("");
  });

  test("inserts, deletes and sorts rows from the menu", async () => {
    await empty();
    await paste("b\t2\na\t1\nc\t3");
    await goTo("A1:B3");
    const choose = async (name: string) => {
      await page.keyboard.press("Shift+F10");
      await page.getByRole("menuitem", { name, exact: true }).click();
    };
    await choose("Xếp tăng theo cột này");
    expect(await cell(1, 2).textContent()).toBe("1");
    await goTo("A2");
    await choose("Chèn hàng phía trên");
    expect(await cell(3, 1).textContent()).toBe("b");
    await choose("Xóa hàng");
    expect(await cell(2, 1).textContent()).toBe("b");
    await choose("Ẩn hàng");
    expect(await page.locator("#cell-1-0").count()).toBe(0);
  });

  test("adds, renames, shows and deletes sheets", async () => {
    await empty();
    await page.click(".add-sheet");
    await page.locator("[role=tab][aria-selected=true]").dblclick();
    await page.fill(".rename", "Biểu 2");
    await page.press(".rename", "Enter");
    expect(await page.locator("[role=tab]").allTextContents()).toEqual(["Trang tính1", "Biểu 2"]);
    await page.locator("[role=tab]").first().click();
    await page.keyboard.press("Tab");
    await page.locator("[role=tab]", { hasText: "Biểu 2" }).focus();
    await page.keyboard.press("Delete");
    expect(await page.locator("[role=tab]").allTextContents()).toEqual(["Trang tính1"]);
  });

  test("a protected sheet says why nothing is written", async () => {
    await empty();
    await page.getByRole("button", { name: "Bảo vệ trang" }).click();
    await page.focus("#grid");
    await page.keyboard.type("5");
    expect(await page.textContent(".message")).toContain("đang khóa");
    expect(await cell(1, 1).textContent()).toBe("");
  });

  test("a column is made wider with the pointer, in one step", async () => {
    await empty();
    const handle = (await page.locator(".width-handle").first().boundingBox())!;
    await page.mouse.move(handle.x + 3, handle.y + 8);
    await page.mouse.down();
    await page.mouse.move(handle.x + 43, handle.y + 8, { steps: 4 });
    await page.mouse.up();
    expect((await cell(1, 1).boundingBox())!.width).toBeCloseTo(105, -1);
    await page.focus("#grid");
    await page.keyboard.press("Control+z");
    expect((await cell(1, 1).boundingBox())!.width).toBeCloseTo(65, -1);
  });

  test("opens Điện Biên's file, scrolls through it, and saves it with a figure changed", async () => {
    const at = desk();
    await dienBien(at, "dien-bien.xlsx");
    await empty();
    await page.setInputFiles("#file", at.path("dien-bien.xlsx"));
    await page.waitForSelector("text=Đã mở dien-bien.xlsx");
    expect(await page.locator("[role=columnheader].frozen").count()).toBe(2);
    await goTo("F600");
    await page.waitForSelector("#cell-599-5");
    // Only what is seen is drawn, and the frozen header rows stay.
    expect(await page.locator(".row").count()).toBeLessThan(60);
    expect(await page.locator("#cell-6-1").textContent()).toBe("Chỉ tiêu");
    await page.keyboard.type("1.234");
    await page.keyboard.press("Enter");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Lưu .xlsx" }).click(),
    ]);
    await download.saveAs(at.path("da-luu.xlsx"));
    const grid = (await openWorkbook(at.read("da-luu.xlsx"))).grid("PL02");
    expect(grid.rows[599]![5]!.value).toBe(1234);
    at.write("hong.xlsx", "đây không phải sổ tính");
    await page.setInputFiles("#file", at.path("hong.xlsx"));
    await page.waitForSelector(".message.warning");
    expect(await cell(600, 6).textContent()).toBe("1.234");
  });

  test("carries 5.000 rows, and draws only those in sight however far it is scrolled", async () => {
    await empty();
    const text = Array.from({ length: 5000 }, (_, row) =>
      Array.from({ length: 9 }, (__, column) => row * column).join("\t"),
    ).join("\n");
    await paste(text);
    await goTo("A1");
    const drawn = await page.evaluate(async () => {
      const scroller = document.querySelector(".scroller")!;
      const counts: number[] = [];
      for (let step = 0; step < 40; step++) {
        scroller.scrollTop += 900;
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        counts.push(scroller.querySelectorAll('[role="row"]').length);
      }
      return counts;
    });
    // The window is 768 px high; a row is drawn ahead here and there.
    expect(Math.min(...drawn)).toBeGreaterThan(20);
    expect(Math.max(...drawn)).toBeLessThan(150);
    await goTo("C5000");
    expect(await cell(5000, 3).textContent()).toBe("9998");
  });

  test("starts with the sample, fills and checks from the ribbon", async () => {
    await page.goto(url);
    await page.waitForSelector("text=Sổ mẫu: Phụ lục 02 của Điện Biên");
    await page.frameLocator("#pane-frame").getByRole("tab").first().waitFor();
    await look("sample");
    const pressUntil = async (name: string, done: () => Promise<void>) => {
      await page.getByRole("toolbar").getByRole("button", { name, exact: true }).click();
      await done();
    };
    await pressUntil("Điền", () => cell(14, 8).getByText("68,6").waitFor());
    await pressUntil("Kiểm tra", () =>
      page.frameLocator("#pane-frame").getByRole("button", { name: "Kiểm tra lại" }).waitFor(),
    );
    await look("checked");
  });

  test("has nothing for axe to complain of, in both languages", async () => {
    for (const address of ["?so=trong", "?so=trong&lang=en"]) {
      await page.goto(url + address);
      await page.waitForSelector("#cell-0-0");
      // Of a thousand cells alike, each of which axe looks at for a while, only the first.
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(`[role="row"]:nth-child(n + 6), [role="gridcell"]:nth-child(n + 9) { display: none }`);
        document.adoptedStyleSheets = [sheet];
      });
      const within = { exclude: ["#pane-frame"] };
      expect(await violationsIn(page.mainFrame(), { within })).toEqual([]);
    }
    expect(await page.getAttribute("html", "lang")).toBe("en");
  });

  test("asks nobody outside of this machine, and breaks nothing on the way", () => {
    expect(outside).toEqual([]);
    expect(problems).toEqual([]);
  });
});
