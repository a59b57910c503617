/** The sandbox in a real browser, with the real pane beside its grid, for tests that live a user's day. */

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import {
  chromium,
  type Browser,
  type BrowserContext,
  type FrameLocator,
  type Locator,
  type Page,
} from "playwright-core";
import { listen, type Listening } from "../../src/sandbox/server/listen";
import type { Faults } from "../../src/sandbox/host";
import type { PaneHost } from "../../src/sandbox/page/pane-host";
import { browserPath, QUIET_FLAGS, TAKES_PICTURES } from "./browser";
import { built } from "./build";

const ROOT = join(__dirname, "..", "..");
export const SCREENSHOTS = join(ROOT, "reports", "screenshots");
const FIRST_PORT = 3310;

/** The browser's program; undefined where tests in a browser are to be skipped. */
export const executablePath = browserPath();

export interface Sandbox {
  readonly url: string;
  readonly browser: Browser;
  /** Opens the page, in Vietnamese with an empty workbook unless the query says otherwise. */
  readonly open: (query?: string, options?: Parameters<Browser["newContext"]>[0]) => Promise<Desk>;
  readonly close: () => Promise<void>;
}

/** One open page: a workbook with its pane. */
export interface Desk {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly pane: FrameLocator;
  /** What the page and the pane complained of in the console. */
  readonly problems: readonly string[];
  /** Requests that left this machine. */
  readonly outside: readonly string[];
  readonly tab: (name: RegExp | string) => Promise<void>;
  readonly button: (name: RegExp | string) => Locator;
  /** Goes to a cell by the name box. */
  readonly goTo: (address: string) => Promise<void>;
  readonly activeCell: () => Promise<string>;
  /** The text that a cell of the grid shows, after going there. */
  readonly shown: (address: string) => Promise<string>;
  /** Pastes a block as Excel puts it on the clipboard. */
  readonly paste: (block: string) => Promise<void>;
  /** Types into the grid, where the active cell is, and ends with Enter. */
  readonly type: (text: string) => Promise<void>;
  /** What every cell of a sheet holds, by address: a formula or a value, and the number format. The active sheet where absent. */
  readonly cells: (sheet?: string) => Promise<Readonly<Record<string, string>>>;
  /** Switches faults of the host on or off. */
  readonly faults: (change: Partial<Faults>) => Promise<void>;
  /** Takes pictures of the page and of the pane, for people to look at; none in continuous integration. */
  readonly screenshot: (name: string) => Promise<void>;
}

interface SandboxWindow {
  readonly bieuHost: PaneHost;
}

/** Builds, serves and starts a browser. Call it where {@link executablePath} is known. */
export async function startSandbox(): Promise<Sandbox> {
  const listening: Listening = (await listen(
    [
      { path: "/", folder: built("sandbox") },
      { path: "/office-js/", folder: join(ROOT, "node_modules", "@microsoft", "office-js", "dist") },
    ],
    FIRST_PORT,
  ))!;
  const url = `http://localhost:${listening.port}/`;
  const browser = await chromium.launch({ executablePath: executablePath!, args: QUIET_FLAGS });
  mkdirSync(SCREENSHOTS, { recursive: true });
  return {
    url,
    browser,
    open: (query = "?so=trong", options = {}) => openDesk(browser, url, query, options),
    close: async () => {
      await browser.close();
      await listening.close();
    },
  };
}

async function openDesk(
  browser: Browser,
  url: string,
  query: string,
  options: Parameters<Browser["newContext"]>[0],
): Promise<Desk> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: "vi-VN",
    acceptDownloads: true,
    ...options,
  });
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: url });
  const page = await context.newPage();
  const problems: string[] = [];
  const outside: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("request", (request) => {
    if (!/^(http:\/\/localhost:|data:|blob:)/.test(request.url())) outside.push(request.url());
  });
  await page.goto(`${url}${query}`);
  const pane = page.frameLocator("#pane-frame");
  await pane.locator('[role="tab"], main.plain-page').first().waitFor();

  const goTo = async (address: string) => {
    await page.fill("#name-box", address);
    await page.press("#name-box", "Enter");
  };
  return {
    context,
    page,
    pane,
    problems,
    outside,
    tab: (name) => pane.getByRole("tab", { name }).click(),
    button: (name) => pane.getByRole("button", { name, exact: typeof name === "string" }),
    goTo,
    activeCell: () => page.inputValue("#name-box"),
    shown: async (address) => {
      await goTo(address);
      const [, letters, row] = /^([A-Z])(\d+)$/.exec(address)!;
      const cell = page.locator(`#cell-${Number(row) - 1}-${letters!.charCodeAt(0) - 65}`);
      return (await cell.textContent()) ?? "";
    },
    paste: (block) =>
      page.evaluate((text) => {
        const data = new DataTransfer();
        data.setData("text/plain", text);
        const grid = document.getElementById("grid")!;
        grid.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
      }, block),
    type: async (text) => {
      await page.focus("#grid");
      await page.keyboard.type(text);
      await page.keyboard.press("Enter");
    },
    cells: (name) =>
      page.evaluate((sheetName) => {
        const { state } = (window as unknown as SandboxWindow).bieuHost.host.workbook;
        const sheet = state.sheets.find((one) => (sheetName ? one.name === sheetName : one.id === state.activeSheet))!;
        const cells: Record<string, string> = {};
        sheet.rows.forEach((row, at) =>
          row.forEach((cell, column) => {
            const held = cell?.formula ?? cell?.value ?? null;
            if (held !== null) cells[`R${at + 1}C${column + 1}`] = JSON.stringify([held, cell?.style.numberFormat]);
          }),
        );
        return cells;
      }, name),
    faults: (change) =>
      page.evaluate((faults) => {
        Object.assign((window as unknown as SandboxWindow).bieuHost.host.faults, faults);
      }, change),
    screenshot: async (name) => {
      if (!TAKES_PICTURES) return;
      await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
      await page.locator("#pane-frame").screenshot({ path: join(SCREENSHOTS, `${name}-pane.png`) });
    },
  };
}
