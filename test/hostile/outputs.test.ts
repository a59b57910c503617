/** Markup and beginnings of formulas in labels, units and reasons: in everything that we write they stay what they are, texts. */

import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { JSDOM, VirtualConsole } from "jsdom";
import Papa from "papaparse";
import { run } from "../../src/cli/run";
import { writtenOf } from "../../src/excel/cells";
import { openWorkbook } from "../../src/xlsx/open";
import { applyEdits } from "../../src/xlsx/patch";
import { partsOf } from "../xlsx/support";
import { PAYLOADS } from "./corpus/payloads";
import { HEADER } from "./corpus/header";
import { bookOf, rowsXml, type Written } from "./corpus/table";

const LABELS = Object.values(PAYLOADS);
/** As texts are kept: one space for any white space. */
const tidied = (text: string) => text.replace(/\s+/g, " ").trim();
const REPORTER = PAYLOADS.command;

/** A table whose labels and units are payloads. */
function hostileTable(): Uint8Array {
  const rows = LABELS.map((label, index): Written[] => [index + 1, label, LABELS.at(-1 - index)!, 100, 90 + index, 80]);
  return bookOf(`<sheetData>${rowsXml([["BÁO CÁO NĂM 2024"], HEADER, ...rows])}</sheetData>`);
}

const folder = mkdtempSync(join(tmpdir(), "bieu-outputs-"));
const path = (name: string) => join(folder, name);
const read = (name: string) => new Uint8Array(readFileSync(path(name)));

async function bieu(...args: string[]): Promise<string> {
  const said: string[] = [];
  const io = {
    out: (line: string) => void said.push(line),
    error: (line: string) => void said.push(line),
    now: () => new Date("2024-07-11"),
  };
  const code = await run(args, io);
  if (code === 2) throw new Error(said.join("\n"));
  return said.join("\n");
}

/** The workbook of a form of one's own whose labels and units are payloads, with figures that fall short of the plan. */
beforeAll(async () => {
  const { writeFileSync } = await import("node:fs");
  writeFileSync(path("bang.xlsx"), hostileTable());
  await bieu("learn", path("bang.xlsx"), "-o", path("RIENG"));
  await bieu("new", "RIENG", "--bieu", path("RIENG"), "--ky", "2024-N", "--don-vi", REPORTER, "-o", path("moi.xlsx"));
  const book = await openWorkbook(read("moi.xlsx"));
  const grid = book.grid(book.sheets[0]!.name);
  const header = grid.rows.findIndex((cells) => cells.some((cell) => cell?.value === "Mã số"));
  const at = (words: RegExp) =>
    grid.rows[header]!.findIndex((cell) => typeof cell?.value === "string" && words.test(cell.value));
  const rows = grid.rows.flatMap((cells, row) =>
    cells.some((cell) => typeof cell?.value === "string" && LABELS.map(tidied).includes(cell.value)) ? [row] : [],
  );
  expect(rows.length).toBe(LABELS.length);
  const figures = rows.flatMap((row, index) => [
    { row, column: at(/^Kế hoạch/), value: 100 },
    { row, column: at(/^Thực hiện năm 2024/), value: 60 + index },
    { row, column: at(/^Thực hiện năm 2023/), value: 55 + index },
  ]);
  writeFileSync(path("so.xlsx"), applyEdits(read("moi.xlsx"), grid.sheet, figures));
}, 120_000);

/** A page in which scripts run, if there are any. */
function opened(html: string): { readonly dom: JSDOM; readonly troubles: string[] } {
  const troubles: string[] = [];
  const dom = new JSDOM(html, {
    runScripts: "dangerously",
    virtualConsole: new VirtualConsole(),
    beforeParse: (window) => {
      window.alert = (said: unknown) => void troubles.push(String(said));
    },
  });
  return { dom, troubles };
}

test("the report as HTML shows them and runs nothing", async () => {
  await bieu("report", path("so.xlsx"), "--bieu", path("RIENG"), "--html", "-o", path("ra.html"));
  const { dom, troubles } = opened(readFileSync(path("ra.html"), "utf8"));
  const { document } = dom.window;
  expect(troubles).toEqual([]);
  expect(document.querySelectorAll("script, img, svg, iframe, link, object, embed, a, form").length).toBe(0);
  const handlers = [...document.querySelectorAll("*")].flatMap((element) => element.getAttributeNames());
  expect(handlers.filter((name) => name.startsWith("on"))).toEqual([]);
  for (const label of [PAYLOADS.image, PAYLOADS.script, PAYLOADS.style, PAYLOADS.entity]) {
    expect(document.body.textContent).toContain(tidied(label));
  }
});

test("sentences and JSON say them as they are", async () => {
  const told = JSON.parse(await bieu("report", path("so.xlsx"), "--bieu", path("RIENG"), "--json")) as {
    forms: { assessment: { label: string }[] }[];
  };
  expect(told.forms[0]!.assessment.map(({ label }) => label)).toEqual(LABELS.map(tidied));
  const sentences = JSON.parse(await bieu("sentences", path("so.xlsx"), "--bieu", path("RIENG"), "--json")) as {
    forms: { sentences: unknown[] }[];
  };
  expect(sentences.forms[0]!.sentences.length).toBeGreaterThan(0);
});

/** Every cell of a workbook, with its formula. */
async function cellsOf(bytes: Uint8Array) {
  const book = await openWorkbook(bytes);
  return book.sheets.flatMap(({ name }) =>
    book.grid(name).rows.flatMap((cells) => cells.flatMap((cell) => cell ?? [])),
  );
}

async function isInert(bytes: Uint8Array): Promise<void> {
  const cells = await cellsOf(bytes);
  const texts = cells.filter(
    ({ value }) => typeof value === "string" && LABELS.some((label) => value.includes(tidied(label))),
  );
  expect(texts.length).toBeGreaterThan(0);
  for (const { formula } of texts) expect(formula).toBeUndefined();
  const formulas = cells.flatMap(({ formula }) => formula ?? []);
  for (const formula of formulas) expect(formula).not.toMatch(/cmd\||HYPERLINK|alert|SUM\(1\+1\)/);
  // No part of the file is a macro, a link outwards or a thing to be run.
  expect(Object.keys(partsOf(bytes)).filter((name) => /vba|externalLink|oleObject|activeX|\.bin$/i.test(name))).toEqual(
    [],
  );
}

test.each(["ham", "cong-thuc", "gia-tri"])("filling as %s writes no formula of theirs", async (mode) => {
  await bieu(
    "fill",
    path("so.xlsx"),
    "--bieu",
    path("RIENG"),
    "--cach",
    mode,
    "--danh-gia",
    "-o",
    path(`dien-${mode}.xlsx`),
  );
  await isInert(read(`dien-${mode}.xlsx`));
});

test("Tổng hợp holds them as texts, also in the chart", async () => {
  await bieu("report", path("so.xlsx"), "--bieu", path("RIENG"), "--trang-tong-hop", "-o", path("tong-hop.xlsx"));
  await isInert(read("tong-hop.xlsx"));
  const charts = Object.entries(partsOf(read("tong-hop.xlsx"))).filter(([name]) => name.includes("chart"));
  for (const [, content] of charts)
    expect(new JSDOM(new TextDecoder().decode(content), { contentType: "text/xml" })).toBeDefined();
});

test("the copy for sending, its Phiếu and the SDMX hold them as texts", async () => {
  await bieu("fill", path("so.xlsx"), "--bieu", path("RIENG"), "--cach", "gia-tri", "-o", path("du.xlsx"), "--ghi-de");
  const checked = JSON.parse(await bieu("check", path("du.xlsx"), "--bieu", path("RIENG"), "--json")) as {
    forms: { findings: { level: string; cell: string; rule: string }[] }[];
  };
  let input = "du.xlsx";
  for (const [index, { cell, rule }] of checked.forms[0]!.findings.filter(
    ({ level }) => level === "warning",
  ).entries()) {
    const next = `giai-trinh-${index}.xlsx`;
    const reason = LABELS[index % LABELS.length]!;
    await bieu(
      "explain",
      path(input),
      "--bieu",
      path("RIENG"),
      "--o",
      cell,
      "--quy-tac",
      rule,
      "--ly-do",
      reason,
      "-o",
      path(next),
    );
    input = next;
  }
  const said = await bieu(
    "submit",
    path(input),
    "--bieu",
    path("RIENG"),
    "--nguoi",
    PAYLOADS.script,
    "-o",
    path("nop.xlsx"),
    "--sdmx",
    path("sdmx.csv"),
  );
  expect(said).toContain("Dấu vân tay");
  await isInert(read("nop.xlsx"));
  const book = await openWorkbook(read("nop.xlsx"));
  const slip = book.grid("Phiếu kiểm tra").rows.flatMap((cells) => cells.map((cell) => cell?.value));
  expect(slip).toContain(PAYLOADS.script);
  const { data } = Papa.parse<string[]>(readFileSync(path("sdmx.csv"), "utf8"), { skipEmptyLines: true });
  expect(data.length).toBeGreaterThan(LABELS.length);
  for (const cell of data.flat()) expect(cell).not.toMatch(/^[=+@\t\r]|^-(?!\d)/);
});

test("a form that was learnt, and a mapping, run nothing in the spreadsheet that opens them", async () => {
  await bieu("mapping", "RIENG", "--bieu", path("RIENG"), "--don-vi", REPORTER, "-o", path("anh-xa.csv"));
  for (const file of ["RIENG/indicators.csv", "anh-xa.csv"]) {
    const { data } = Papa.parse<string[]>(readFileSync(path(file), "utf8").replace(/^\ufeff/, ""), { delimiter: ";" });
    for (const cell of data.flat()) expect(cell).not.toMatch(/^[=+@\t\r]|^-(?!\d|$)/);
  }
  const label = PAYLOADS.command;
  expect(readFileSync(path("RIENG/indicators.csv"), "utf8")).toContain(`'${label}`);
});

test("Excel is given each of them as a text", () => {
  for (const value of LABELS) {
    const written = String(writtenOf({ row: 0, column: 0, value }));
    // What Excel would calculate or read as a number gets the apostrophe that makes it a text.
    if (/^[=+\-@\t]/.test(value)) expect(written).toBe(`'${value}`);
    else expect(written.replace(/^'/, "")).toBe(value);
  }
});
