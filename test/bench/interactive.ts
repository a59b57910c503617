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
import { heading, kilobytes, median, ms, say } from "./measure";
import { gzipped } from "./sizes";

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
  /** What the peer's list is given. */
  readonly findings: () => readonly unknown[];
}

const FLUENT = { folder: join("dist", "bench-fluent"), page: "pane.html" } as const;

const SUBJECTS: readonly [Subject, ...Subject[]] = [
  {
    name: "Biểu Y tế: the whole pane, on an empty sheet",
    folder: join("dist", "web"),
    page: "taskpane.html",
    ready: ".foot .button-primary:not([aria-disabled=true])",
    findings: () => [],
  },
  { ...FLUENT, name: "Fluent UI React v9: the list, empty", ready: "main button[aria-pressed]", findings: () => [] },
  {
    ...FLUENT,
    name: "Fluent UI React v9: the list of PL02's findings",
    ready: ".fui-AccordionHeader button",
    findings: sampleFindings,
  },
];

interface Timing {
  /** Milliseconds from the start of the navigation. */
  readonly officeReady: number;
  readonly interactive: number;
  /** The site's own scripts that were loaded by then, gzipped, in bytes. */
  readonly scripts: number;
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

async function timed(browser: Browser, subject: Subject, url: string): Promise<Timing> {
  const context = await browser.newContext({ viewport: PANE, locale: "vi-VN" });
  try {
    const page = await context.newPage();
    await page.route(`${OFFICE_ADDRESS}**`, (route) =>
      route.fulfill({ path: join(OFFICE_JS, new URL(route.request().url()).pathname.replace("/lib/1/hosted/", "")) }),
    );
    await page.addInitScript({ content: readFileSync(join("dist", "bench-host", "host.js"), "utf8") });
    await page.addInitScript((list) => Object.assign(window, { benchFindings: list }), subject.findings());
    await page.addInitScript(watch, subject.ready);
    await page.goto(`${url}/${subject.page}`);
    const times = await timesOf(page);
    const own = times.loaded.filter((address) => address.startsWith(url) && address.endsWith(".js"));
    const sizes = own.map((address) => gzipped(join(subject.folder, new URL(address).pathname)));
    return { ...times, scripts: sizes.reduce((sum, size) => sum + size, 0) };
  } finally {
    await context.close();
  }
}

async function timesOf(page: Page) {
  const times = await page.waitForFunction(
    () => {
      const { office, interactive } = (
        window as unknown as { benchTimes: { readonly office?: number; readonly interactive?: number } }
      ).benchTimes;
      if (office === undefined || office < 0 || interactive === undefined) return undefined;
      const loaded = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
      const before = loaded.filter(({ responseEnd }) => responseEnd <= interactive).map(({ name }) => name);
      return { officeReady: office, interactive, loaded: before };
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
      for (let run = 0; run < RUNS; run += 1) runs.push(await timed(browser, subject, url));
      server.close();
      report(subject, runs);
    }
  } finally {
    await browser.close();
  }
}

function report(subject: Subject, runs: readonly Timing[]): void {
  const included = median(runs.map(({ interactive }) => interactive));
  const excluded = median(runs.map(({ interactive, officeReady }) => Math.max(0, interactive - officeReady)));
  say(
    `  ${subject.name.padEnd(48)} from Office.js ready ${ms(excluded).padStart(9)}, with Office.js ${ms(included).padStart(9)}, own scripts by then ${kilobytes(runs[0]!.scripts).padStart(9)}`,
  );
  if (subject !== SUBJECTS[0]) return;
  say(`    of it until Office.js is ready ${ms(median(runs.map(({ officeReady }) => officeReady)))}`);
  const held = (time: number) => (time <= LIMIT ? "held" : "NOT held");
  say(`    within ${LIMIT} ms from Office.js ready: ${held(excluded)}; with Office.js: ${held(included)}`);
}
