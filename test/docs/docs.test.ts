/** The docs are held to the project: links lead somewhere, commands exist, the published lists are the tested ones. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { USAGE } from "../../src/cli/command-line";
import { catalogueText } from "../../src/core/check/catalogue";
import { RULE_TEXTS } from "../../src/core/check/texts.vi";
import schema from "../../src/forms/form.schema.json";
import * as functions from "../../src/functions/functions";
import { VI } from "../../src/taskpane/texts/vi";
import { readCsv } from "../support/published";

const ROOT = join(__dirname, "..", "..");
const PAGES = [
  "README.md",
  "CHANGELOG.md",
  ...readdirSync(join(ROOT, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name)),
];
const read = (page: string) => readFileSync(join(ROOT, page), "utf8");
const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };

test.each(PAGES)("%s: every link leads to a file", (page) => {
  const links = [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1]!);
  const local = links.filter((link) => !/^(https?:|#)/.test(link));
  const broken = local.filter((link) => !existsSync(join(ROOT, dirname(page), link.replace(/#.*$/, ""))));
  expect(broken).toEqual([]);
});

/** The anchors of a page's headings, as GitHub makes them. */
const anchorsOf = (page: string) =>
  [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, "")
      .replace(/ /g, "-"),
  );

test.each(PAGES)("%s: every link into a page leads to a heading", (page) => {
  const links = [...read(page).matchAll(/\]\(([^)\s#]*)#([^)\s]+)\)/g)].filter(([, to]) => !/^https?:/.test(to!));
  const broken = links.filter(([, to, anchor]) => {
    const target = to === "" ? page : join(dirname(page), to!);
    return !anchorsOf(target).includes(decodeURIComponent(anchor!));
  });
  expect(broken.map(([link]) => link)).toEqual([]);
});

test("every picture is shown in a page, and every page has its pictures", () => {
  const shown = new Set(
    PAGES.flatMap((page) => [...read(page).matchAll(/!\[[^\]]{10,}\]\((?:docs\/)?images\/([\w-]+\.png)\)/g)]).map(
      (match) => match[1]!,
    ),
  );
  const kept = readdirSync(join(ROOT, "docs", "images")).filter((name) => name.endsWith(".png"));
  expect(kept.filter((name) => !shown.has(name))).toEqual([]);
  const words = JSON.parse(read(join("docs", "images", "shown.json"))) as Record<string, string[]>;
  expect(Object.keys(words).map((name) => `${name}.png`)).toEqual(expect.arrayContaining([...shown]));
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
    [
      ...read(page).matchAll(
        /bieu (list|new|fill|check|explain|report|sentences|freeze|submit|verify|mapping|learn)\b/g,
      ),
    ].map((match) => match[1]!),
  );
  for (const command of new Set(named)) expect(USAGE).toContain(`bieu ${command}`);
});

test("the page on Điện Biên's data lists every published mistake and contradiction", () => {
  const page = read(join("docs", "du-lieu-dien-bien.md"));
  const lists = ["published-mistakes.csv", "published-contradictions.csv", "published-unusual.csv"];
  const rows = lists.flatMap(readCsv);
  for (const [code, , rule] of rows) expect(page).toMatch(new RegExp(`^\\| ${code} .*\\| ${rule} `, "m"));
});

test("the catalogue of rules is the one that npm run catalogue writes", () => {
  expect(read(join("docs", "quy-tac.md"))).toBe(catalogueText());
});

test("every limit of the catalogue is one that a form may set", () => {
  const named = [...catalogueText().matchAll(/^- `(\w+)` = /gm)].map((match) => match[1]);
  expect(named).toEqual(Object.keys(schema.$defs.thresholds.properties));
});

test("every rule that the docs name exists", () => {
  const named = PAGES.flatMap((page) =>
    [...read(page).matchAll(/\b((?:SO|TH|QH|SS|BT|KH|CT)[1-9])\b/g)].map((match) => match[1]!),
  );
  expect(named.filter((rule) => !(rule in RULE_TEXTS))).toEqual([]);
});

test("the README lists our functions as they are", () => {
  const source = readFileSync(join(ROOT, "src", "functions", "functions.ts"), "utf8");
  const functions = [...source.matchAll(/@customfunction (\w+)\n((?: \* @param .*\n)+)/g)].map(([, name, params]) => {
    const names = [...params!.matchAll(/@param (\[?[\p{L}\p{N}_]+\]?)/gu)].map((match) => match[1]!);
    return `=${name}(${names.join("; ")})`;
  });
  expect(functions).toHaveLength(5);
  for (const signature of functions) {
    // Once in English, once in Vietnamese.
    expect(read("README.md").split(`\`${signature}\``)).toHaveLength(3);
  }
});

test("the README asks for the Excel that the manifest asks for", () => {
  const sets = [...read("manifest.xml").matchAll(/<bt:Set Name="(\w+)" MinVersion="([\d.]+)"/g)];
  expect(sets.length).toBeGreaterThan(0);
  for (const [, name, version] of sets) expect(read("README.md")).toContain(`${name} ${version}`);
});

test("the README names the port that the sandbox tries first", () => {
  const source = readFileSync(join(ROOT, "src", "sandbox", "server", "serve.ts"), "utf8");
  const port = /FIRST_PORT = (\d+)/.exec(source)![1]!;
  expect(read("README.md")).toContain(`http://localhost:${port}`);
  expect(read("README.md")).toContain(`first free port from ${port}`);
});

/** Our functions by the names that Excel knows them by. */
const FUNCTIONS: Readonly<Record<string, (...args: unknown[][][]) => unknown[][]>> = {
  SOVOIKH: functions.soVoiKh,
  SOCUNGKY: functions.soCungKy,
  DANHGIA: functions.danhGia,
  TYLE: functions.tyLe,
  DOCSO: functions.docSo,
};

describe("the list for a real Excel", () => {
  const rows = read(join("docs", "kiem-tra-thu-cong.md"))
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .filter((cells) => /^\d+\.\d+$/.test(cells[1] ?? ""));

  test("begins with the function without a prefix", () => {
    expect(rows[0]!.slice(1, 3)).toEqual(["1.1", "Trang trống, gõ `=SOCUNGKY(12;10)`"]);
  });

  test("has an action, an expectation and three boxes to tick in every row", () => {
    expect(rows.length).toBeGreaterThan(50);
    for (const [, item, action, expected, ...boxes] of rows) {
      expect({ item, action, expected }).not.toMatchObject({ action: "" });
      expect({ item, expected }).not.toMatchObject({ expected: "" });
      expect({ item, boxes }).toEqual({ item, boxes: ["☐", "☐", "☐", ""] });
    }
  });

  test("expects of the functions what they give", () => {
    const [, , formulas, expected] = rows.find((cells) => cells[1] === "1.3")!;
    const calls = [...formulas!.matchAll(/`=(\w+)\(([^`]*)\)`/g)];
    const given = calls.map(([, name, text]) => {
      const args = [...text!.matchAll(/"[^"]*"|[^;]+/g)].map(([arg]) =>
        arg.startsWith('"') ? arg.slice(1, -1) : Number(arg.replace(",", ".")),
      );
      const call = FUNCTIONS[name!]!;
      const value = call(...args.map((arg) => [[arg]]))[0]![0];
      return typeof value === "number" ? String(value).replace(".", ",").replace("-", "−") : `“${String(value)}”`;
    });
    expect(given).toHaveLength(5);
    expect(expected).toBe(given.join("; "));
  });

  test("quotes the pane's sentences as they are", () => {
    const page = read(join("docs", "kiem-tra-thu-cong.md"));
    expect(page).toContain(`“${VI.troubles["cell-edit"]}”`);
    expect(VI.troubles.protected).toMatch(/^Trang tính đang khóa/);
    expect(page).toContain("“Trang tính đang khóa…”");
  });

  test("counts its items without a gap", () => {
    const items = rows.map((cells) => cells[1]!.split(".").map(Number) as [number, number]);
    items.slice(1).forEach(([part, nth], at) => {
      const [partBefore, nthBefore] = items[at]!;
      expect([part, nth]).toEqual(part === partBefore ? [part, nthBefore + 1] : [partBefore + 1, 1]);
    });
  });
});

test("the folders that the architecture draws exist, and every folder of src is drawn", () => {
  const tree = /```\n(src\/[\s\S]*?)```/.exec(read(join("docs", "architecture.md")))![1]!;
  const path: string[] = [];
  const drawn = tree.split("\n").flatMap((line) => {
    const match = /^( *)([\w.-]+)\//.exec(line);
    if (!match) return [];
    path.length = match[1]!.length / 2;
    path.push(match[2]!);
    return [path.join("/")];
  });
  expect(drawn.filter((folder) => !existsSync(join(ROOT, folder)))).toEqual([]);
  const actual = readdirSync(join(ROOT, "src"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(actual.map(({ name }) => `src/${name}`).filter((folder) => !drawn.includes(folder))).toEqual([]);
});
