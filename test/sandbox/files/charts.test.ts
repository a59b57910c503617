/** The chart of the sheet Tổng hợp in the sandbox's files: written, read again, and opened by LibreOffice. */

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { strFromU8, unzipSync } from "fflate";
import { recognise } from "../../../src/core/form/recognise";
import { layoutSummary } from "../../../src/core/summary/summary-sheet";
import { readFigures } from "../../../src/core/table/figures";
import { allForms } from "../../../src/forms";
import { readFileState } from "../../../src/sandbox/files/read";
import { writeFileState } from "../../../src/sandbox/files/write";
import { barChartOf } from "../../../src/sandbox/host/workbook/chart";
import type { WorkbookState } from "../../../src/sandbox/host/workbook/types";
import { openExcel } from "../../excel/support";
import { asTyped } from "../../support/published";

const CREATED = new Date("2024-07-11T00:00:00Z");
const installed = spawnSync("soffice", ["--version"]).status === 0;
const inLibreOffice = installed ? test : test.skip;

let state: WorkbookState;
let bytes: Uint8Array;
let left: readonly string[];

beforeAll(async () => {
  const excel = await openExcel("1.13");
  const grid = asTyped("pl02");
  const summary = layoutSummary(readFigures(grid, recognise(grid, allForms())!))!;
  await excel.port.createSheet({ ...summary, edits: [], properties: [] });
  ({ state } = excel.host.workbook);
  ({ bytes, left } = await writeFileState(state, CREATED));
  excel.close();
});

const chartIn = ({ sheets }: WorkbookState) => {
  const sheet = sheets.find(({ name }) => name === "Tổng hợp")!;
  return barChartOf(sheet, sheet.charts[0]!);
};

test("nothing of the chart is said to be left behind", () => {
  expect(left).not.toContain("charts");
});

test("the file that is opened again has the chart at its place, with its parts, names and figures", async () => {
  const again = await readFileState(bytes);
  expect(again.left).not.toContain("charts");
  const [before, after] = [chartIn(state)!, chartIn(again.state)!];
  expect(after).toMatchObject({ title: before.title, stacking: "shares", legend: "Top", fromTop: true });
  expect(after.place).toEqual(before.place);
  expect(after.source).toEqual(before.source);
  expect(after.names).toEqual(before.names);
  expect(after.parts.map(({ name, values, fill }) => ({ name, values, fill }))).toEqual(
    before.parts.map(({ name, values, fill }) => ({ name, values, fill })),
  );
  // And once more, from what was read.
  const twice = await readFileState((await writeFileState(again.state, CREATED)).bytes);
  expect(chartIn(twice.state)!.parts.map(({ values }) => values)).toEqual(before.parts.map(({ values }) => values));
});

test("the drawing is named in the sheet before what the standard wants behind it, and every part is listed", () => {
  const parts = unzipSync(bytes);
  const types = strFromU8(parts["[Content_Types].xml"]!);
  const drawn = Object.keys(parts).filter((name) => /^xl\/(drawings|charts)\/[a-z]+\d+\.xml$/.test(name));
  expect(drawn).toHaveLength(2);
  for (const name of drawn) expect(types).toContain(`PartName="/${name}"`);
});

test("a chart of another kind is left behind and said so", async () => {
  const [sheet, ...others] = state.sheets;
  const pie = { id: "c", name: "Bánh", type: "Pie", source: "A1:B3", seriesBy: "Columns", properties: {} };
  const written = await writeFileState({ ...state, sheets: [{ ...sheet!, charts: [pie] }, ...others] }, CREATED);
  expect(written.left).toContain("charts");
});

inLibreOffice(
  "LibreOffice opens it and keeps the chart with its five parts",
  () => {
    const folder = mkdtempSync(join(tmpdir(), "bieu-chart-"));
    writeFileSync(join(folder, "in.xlsx"), bytes);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
    const args = [
      profile,
      "--headless",
      "--convert-to",
      "xlsx:Calc MS Excel 2007 XML",
      "--outdir",
      join(folder, "out"),
    ];
    const { status } = spawnSync("soffice", [...args, join(folder, "in.xlsx")], { timeout: 240_000 });
    expect(status).toBe(0);
    const parts = unzipSync(new Uint8Array(readFileSync(join(folder, "out", "in.xlsx"))));
    const [, chart] = Object.entries(parts).find(([name]) => /^xl\/charts\/chart\d+\.xml$/.test(name))!;
    expect(strFromU8(chart).match(/<c:ser>/g)).toHaveLength(5);
    expect(strFromU8(chart)).toContain("percentStacked");
  },
  300_000,
);
