/**
 * What a user downloads for the pane, beside the same findings list built with Fluent UI React v9 (test/bench/fluent).
 * Sizes are gzipped at level 9, as a server would send them. Office.js is not counted: it is Microsoft's, and the same for both.
 */

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { heading, kilobytes, say } from "./measure";

/** The most that the pane's first JavaScript may weigh; `.ci/first-script.mjs` fails above it. */
const LIMIT = 70_000;

export interface SiteSize {
  /** The scripts that the page itself asks for. */
  readonly first: number;
  /** All scripts, also those loaded when first needed. */
  readonly all: number;
  /** The page and its style sheets. */
  readonly look: number;
}

/** Size of a file as a server would send it, in bytes. */
export const gzipped = (path: string) => gzipSync(readFileSync(path), { level: 9 }).length;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Weighs a built site. */
export function siteSize(folder: string, page: string): SiteSize {
  const html = readFileSync(join(folder, page), "utf8");
  const scripts = [...html.matchAll(/<script\b[^>]*?\bsrc="?([^"\s>]+)/g)].map((match) => match[1]!);
  const own = scripts.filter((address) => !address.includes(":"));
  if (own.length === 0) throw new Error(`${page} asks for no script of its own`);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const ending = (end: string) => files.filter((name) => name.endsWith(end)).map((name) => join(folder, name));
  return {
    first: sum(own.map((name) => gzipped(join(folder, name)))),
    all: sum(ending(".js").map(gzipped)),
    look: sum([join(folder, page), ...ending(".css")].map(gzipped)),
  };
}

/** Prints the sizes of the pane and of its peer. */
export function benchSizes(): void {
  heading("Sizes, gzipped, without Office.js");
  const ours = siteSize(join("dist", "web"), "taskpane.html");
  const fluent = siteSize(join("dist", "bench-fluent"), "pane.html");
  const line = (name: string, { first, all, look }: SiteSize) =>
    say(
      `  ${name.padEnd(44)} first JavaScript ${kilobytes(first).padStart(9)}, all JavaScript ${kilobytes(all).padStart(9)}, page and styles ${kilobytes(look).padStart(8)}`,
    );
  line("Biểu Y tế: the whole pane", ours);
  line("Fluent UI React v9: the findings list alone", fluent);
  say(`  first JavaScript of ours / Fluent's: ${(ours.first / fluent.first).toFixed(2)}`);
  say(`  at most ${kilobytes(LIMIT)} of first JavaScript: ${ours.first <= LIMIT ? "held" : "NOT held"}`);
  if (existsSync(join("dist", "web", "functions.json"))) {
    say(`  functions.json ${kilobytes(gzipped(join("dist", "web", "functions.json")))}`);
  }
}
