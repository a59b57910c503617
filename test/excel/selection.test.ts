/** The selection and sheets of sentences through Microsoft's library. */

import { openExcel, type OpenExcel } from "./support";
import { recognise } from "../../src/core/form/recognise";
import { layoutSentences } from "../../src/core/report/sentences-sheet";
import { readFigures } from "../../src/core/table/figures";
import { allForms } from "../../src/forms";
import { asTyped } from "../support/published";
import type { WorkbookEvent } from "../../src/core/workbook/port";

let excel: OpenExcel;
beforeEach(async () => {
  excel = await openExcel("1.13");
});
afterEach(() => excel.close());

test("one round trip for the rows of every selected area", async () => {
  const sheet = excel.host.workbook.activeSheet();
  excel.host.workbook.step("user", () => {
    sheet.selection = [
      { top: 4, left: 1, bottom: 6, right: 3 },
      { top: 9, left: 0, bottom: 9, right: 16_383 },
    ];
  });
  const { syncs } = excel.traffic();
  expect(await excel.port.selection()).toEqual({
    sheet: sheet.id,
    areas: [
      { top: 4, bottom: 6 },
      { top: 9, bottom: 9 },
    ],
  });
  expect(excel.traffic().syncs - syncs).toBe(1);
});

test("selecting is told", async () => {
  const told: WorkbookEvent[] = [];
  const stop = await excel.port.watch((event) => told.push(event));
  await excel.run((sheet) => sheet.getRange("B3:B5").select());
  await excel.eventsTold();
  expect(told).toEqual([{ kind: "selected", sheet: excel.host.workbook.activeSheet().id }]);
  await stop();
});

test.each(["=1+1", "+84 123", "-5 lượt", "@SUM(A1)", "=cmd|'/c calc'!A0"])(
  "a sentence of %s is text and no formula",
  async (text) => {
    const grid = asTyped("pl02");
    const table = readFigures(grid, recognise(grid, allForms())!);
    const layout = layoutSentences(table, [{ cell: "F20", text }]);
    const made = await excel.port.createSheet({ layout, edits: [], properties: [], stay: true });
    const cell = (await excel.port.read(made.id)).grid.rows.at(-1)![1];
    expect(cell).toMatchObject({ value: text });
    expect(cell?.formula).toBeUndefined();
    await excel.port.removeSheet(made.id, layout);
  },
);
