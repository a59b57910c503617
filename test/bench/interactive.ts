/**
 * How long until the pane can be used: the production build, served by this machine to Chromium, with the real Office.js from
 * node_modules and our host for Excel, beside the findings list of Fluent UI React v9 that waits for Office.js as Microsoft's
 * template does. Each run is a new browser context, so nothing is cached.
 */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { browserPath, QUIET_FLAGS, serve } from "../support/browser";
import { sampleFindings } from "./findings";
import { heading, median, ms, say } from "./measure";

const RUNS = 9;
/** What the pane promises, in milliseconds. */
const LIMIT = 500;
const PANE = { width: 350, height: 378 };
const OFFICE_JS = join("node_modules", "@microsoft", "office-js", "dist");
const OFFICE_ADDRESS = "https://appsforoffice.microsoft.com/lib/1/hosted/";

/** A page to measure. */
interface Subject {
  readonly name: string;
  readonly folder: string;
  readonly page: string;
  /** There when the user can do something: what is clicked first. */
  readonly ready: string;
}

const SUBJECTS: readonly Subject[] = [
  {
    name: "Biểu Y tế: the whole pane",
    folder: join("dist", "web"),
    page: "taskpane.html",
    ready: "[role=tab][aria-selected=true]",
  },
  {
    name: "Fluent UI React v9: the findings list alone",
    folder: join("dist", "bench-fluent"),
    page: "pane.html",
    ready: ".fui-AccordionHeader button",
  },
];

interface Timing {
  /** Milliseconds from the start of the navigation. */
  readonly officeLoaded: number;
  readonly interactive: number;
}

/** Runs in the page before its own scripts: notes when Office.js is ready, and when the page can be used. */
function watch(ready: string): void {
  const times: { office?: number; interactive?: number } = {};
  Object.assign(window, { benchTimes: times });
  const look = () => {
    if (times.office === undefined && "Office" in window) {
      times.office = -1;
      void Office.onReady(() => (times.office = performance.now()));
    }
    const target = document.querySelector<HTMLButtonElement>(ready);
    if (target && !target.disabled) {
      // Painted, and the thread is free to answer.
      requestAnimationFrame(() => setTimeout(() => (times.interactive ??= performance.now())));
      return;
    }
    requestAnimationFrame(look);
  };
  look();
}

async function timed(browser: Browser, subject: Subject, url: string, findings: unknown): Promise<Timing> {
  const context = await browser.newContext({ viewport: PANE, locale: "vi-VN" });
  try {
    const page = await context.newPage();
    await page.route(`${OFFICE_ADDRESS}**`, (route) =>
      route.fulfill({ path: join(OFFICE_JS, new URL(route.request().url()).pathname.replace("/lib/1/hosted/", "")) }),
    );
    await page.addInitScript({ content: readFileSync(join("dist", "bench-host", "host.js"), "utf8") });
    await page.addInitScript((list) => Object.assign(window, { benchFindings: list }), findings);
    await page.addInitScript(watch, subject.ready);
    await page.goto(`${url}/${subject.page}`);
    return await timesOf(page);
  } finally {
    await context.close();
  }
}

async function timesOf(page: Page): Promise<Timing> {
  const times = await page.waitForFunction(
    () => {
      const { office, interactive } = (
        window as unknown as { benchTimes: { readonly office?: number; readonly interactive?: number } }
      ).benchTimes;
      return office !== undefined && office > 0 && interactive !== undefined
        ? { officeLoaded: office, interactive }
        : undefined;
    },
    undefined,
    { timeout: 30_000 },
  );
  return (await times.jsonValue())!;
}

/** Prints the time to interactive, with and without what Office.js takes. */
export async function benchInteractive(): Promise<void> {
  heading("Time until the pane can be used");
  const executablePath = browserPath();
  if (executablePath === undefined) return void say("  No Chromium, Chrome or Edge is installed here: not measured.");
  if (!existsSync(OFFICE_JS)) return void say("  Office.js is not installed here: not measured.");
  say(`  Medians of ${RUNS} loads in ${executablePath}, nothing cached, Office.js from this machine's node_modules.`);
  const browser = await chromium.launch({ executablePath, args: QUIET_FLAGS });
  try {
    for (const subject of SUBJECTS) {
      const { url, server } = await serve(subject.folder);
      const runs: Timing[] = [];
      for (let run = 0; run < RUNS; run += 1) runs.push(await timed(browser, subject, url, sampleFindings()));
      server.close();
      const included = median(runs.map(({ interactive }) => interactive));
      const excluded = median(runs.map(({ interactive, officeLoaded }) => Math.max(0, interactive - officeLoaded)));
      say(
        `  ${subject.name.padEnd(44)} from Office.js ready ${ms(excluded).padStart(9)}, from the start with Office.js ${ms(included).padStart(9)}`,
      );
      if (subject === SUBJECTS[0]) {
        say(
          `  within ${LIMIT} ms without Office.js: ${excluded <= LIMIT ? "held" : "NOT held"}; with it: ${included <= LIMIT ? "held" : "NOT held"}`,
        );
      }
    }
  } finally {
    await browser.close();
  }
}
