/** Other people's code in what is shipped: listed, and under licences that allow it. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { built } from "../support/build";

const read = (...path: string[]) => readFileSync(join(__dirname, "..", "..", ...path), "utf8");

/** The packages that the built site holds, with their licences. */
let held: readonly string[];
let licences: string;

beforeAll(() => {
  licences = readFileSync(join(built("web"), "licences.txt"), "utf8");
  held = [...licences.matchAll(/^(@?[\w./-]+) \d[\w.-]*\n([\w.-]+)\n\n/gm)].map(([, name, kind]) => `${name} ${kind}`);
}, 300_000);

test("the page on safety lists each package with its licence", () => {
  const rows = [...read("docs", "an-toan.md").matchAll(/^\| (@?[a-z][\w./-]*) +\| ([\w.-]+) +\|$/gm)];
  expect(rows.map(([, name, kind]) => `${name} ${kind}`)).toEqual(held);
});

test("what the site needs to run is in it", () => {
  for (const name of ["preact MIT", "mathjs Apache-2.0", "fflate MIT"]) expect(held).toContain(name);
});

test("each licence comes with its text and its holder", () => {
  for (const text of licences.split(/^-{80}$/m)) {
    expect(text).toMatch(/copyright/i);
    expect(text.length).toBeGreaterThan(500);
  }
});

test("nothing is shipped that only development needs", () => {
  const { devDependencies } = JSON.parse(read("package.json")) as { devDependencies: Record<string, string> };
  // Its drawings are taken into the page when it is built.
  const taken = Object.keys(devDependencies).filter((name) => name !== "@fluentui/svg-icons");
  expect(taken.filter((name) => held.some((one) => one.startsWith(`${name} `)))).toEqual([]);
});
