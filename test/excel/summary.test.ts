/** The sheet "Tổng hợp" through Microsoft's library: made with its chart, and taken away while it is as it was made. */

import { recognise } from "../../src/core/form/recognise";
import { layoutSummary, type SummarySheet } from "../../src/core/summary/summary-sheet";
import { readFigures } from "../../src/core/table/figures";
import { allForms } from "../../src/forms";
import { asTyped } from "../support/published";
import { openExcel, type OpenExcel } from "./support";

const troubleOf = (work: Promise<unknown>) =>
  work.then(
    () => "none",
    (error: unknown) => (error as { code: string }).code,
  );

let excel: OpenExcel;
let summary: SummarySheet;

const make = () => excel.port.createSheet({ ...summary, edits: [], properties: [], stay: true });

beforeAll(() => {
  const grid = asTyped("pl02");
  summary = layoutSummary(readFigures(grid, recognise(grid, allForms())!))!;
});

beforeEach(async () => {
  excel = await openExcel("1.13");
});

afterEach(() => excel.close());

test("one look, one build: the counts, the chart over them, and the user stays where they are", async () => {
  const before = excel.host.workbook.activeSheet().name;
  const trips = excel.traffic().syncs;
  const made = await make();
  expect(excel.traffic().syncs - trips).toBe(2);
  expect(made.name).toBe("Tổng hợp");
  expect(excel.host.workbook.activeSheet().name).toBe(before);
  const sheet = excel.host.workbook.sheet(made.id)!;
  const [chart] = sheet.charts;
  expect(chart).toMatchObject({ type: "BarStacked100", seriesBy: "Columns", source: "'Tổng hợp'!A6:F26" });
  expect(chart!.properties).toMatchObject({
    "title.text": summary.chart!.title,
    "categoryAxis.reversePlotOrder": true,
    startCell: "A28",
    "series.4.format.fill.color": "#000000",
    "series.4.dataLabels.format.font.color": "#FFFFFF",
  });
  const values = (await excel.port.read(made.id)).grid.rows[6]!.map((cell) => cell?.value);
  expect(values).toEqual(summary.layout.cells[6]!.map((cell) => cell?.value));
});

test("a second one gets a number; the first is left alone", async () => {
  await make();
  expect((await make()).name).toBe("Tổng hợp (2)");
});

test("it is taken away as it was made, and stays once somebody wrote in it", async () => {
  const [first, second] = [await make(), await make()];
  await excel.port.removeSheet(first.id, summary.layout);
  expect(excel.host.workbook.sheet(first.id)).toBeUndefined();
  await excel.Excel.run(async (context) => {
    context.workbook.worksheets.getItem(second.id).getRange("K90").values = [["ghi chú"]];
    await context.sync();
  });
  expect(await troubleOf(excel.port.removeSheet(second.id, summary.layout))).toBe("moved");
  expect(excel.host.workbook.sheet(second.id)).toBeDefined();
});

test("in a workbook whose structure is protected nothing is made", async () => {
  await excel.Excel.run(async (context) => {
    context.workbook.protection.protect();
    await context.sync();
  });
  expect(await troubleOf(make())).toBe("structure-protected");
  expect(excel.host.workbook.state.sheets).toHaveLength(1);
});

test("one that gives way is deleted in the same batch, and its name is the new one's", async () => {
  const first = await make();
  const { syncs } = excel.traffic();
  const second = await excel.port.createSheet({
    ...summary,
    edits: [],
    properties: [],
    stay: true,
    replaces: first.id,
  });
  expect(excel.traffic().syncs - syncs).toBe(2);
  expect(second.name).toBe("Tổng hợp");
  expect(excel.host.workbook.sheet(first.id)).toBeUndefined();
  expect(excel.host.workbook.sheet(second.id)!.charts).toHaveLength(1);
});
