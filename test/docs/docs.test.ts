/** The docs are held to the project: links lead somewhere, commands exist, the published lists are the tested ones. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { USAGE } from "../../src/cli/run";
import { RULE_TEXTS } from "../../src/core/check/texts.vi";
import { readCsv } from "../support/published";

const ROOT = join(__dirname, "..", "..");
const PAGES = ["README.md", "CHANGELOG.md", ...readdirSync(join(ROOT, "docs")).map((name) => join("docs", name))];
const read = (page: string) => readFileSync(join(ROOT, page), "utf8");
const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };

test.each(PAGES)("%s: every link leads to a file", (page) => {
  const links = [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1]!);
  const local = links.filter((link) => !/^(https?:|#)/.test(link));
  const broken = local.filter((link) => !existsSync(join(ROOT, dirname(page), link.replace(/#.*$/, ""))));
  expect(broken).toEqual([]);
});

test("README opens with the two commands", () => {
  expect(read("README.md")).toMatch(/^# Biểu Y tế\n\n```sh\nnpm start .*\nnpm test .*\n```/);
});

test("every npm script that the docs name exists", () => {
  const named = PAGES.flatMap((page) => [...read(page).matchAll(/npm run ([a-z:]+)/g)].map((match) => match[1]!));
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
  expect(named.length).toBeGreaterThan(3);
});

test("every command of bieu that the docs name is in its help", () => {
  const named = PAGES.flatMap((page) =>
    [...read(page).matchAll(/bieu (list|new|fill|check|report|freeze)\b/g)].map((match) => match[1]!),
  );
  for (const command of new Set(named)) expect(USAGE).toContain(`bieu ${command}`);
});

test("the page on Điện Biên's data lists every published mistake and contradiction", () => {
  const page = read(join("docs", "du-lieu-dien-bien.md"));
  const rows = [...readCsv("published-mistakes.csv"), ...readCsv("published-contradictions.csv")];
  for (const [code, , rule] of rows) expect(page).toMatch(new RegExp(`^\\| ${code} .*\\| ${rule} `, "m"));
});

test("every rule that the docs name exists", () => {
  const named = PAGES.flatMap((page) =>
    [...read(page).matchAll(/\b((?:SO|TH|QH|SS|CT)[1-9])\b/g)].map((match) => match[1]!),
  );
  expect(named.filter((rule) => !(rule in RULE_TEXTS))).toEqual([]);
});
