/** Two Biểu of a workbook that state one indicator: a check of one reads the other. */

import { layoutForm } from "../../src/core/form/layout";
import { metadataProperty } from "../../src/core/form/metadata";
import type { Period } from "../../src/core/form/period";
import { formById } from "../../src/forms";
import { countsOf, findingsOf } from "../../src/taskpane/state/selectors";
import { memoryWorkbook, type MemoryWorkbook } from "../support/memory-port";
import { paneOn } from "./support";

const PERIOD: Period = { span: "year", year: 2020 };
const UNIT = "Sở Y tế tỉnh Lai Châu";

async function addForm(workbook: MemoryWorkbook, id: string, code: string, value: number, unit = UNIT) {
  const form = formById(id)!;
  const layout = layoutForm(form, PERIOD, unit);
  const { column } = layout.columns.find(({ role }) => role === "actual")!;
  await workbook.port.createSheet({
    layout,
    edits: [{ row: layout.rowOf.get(code)!, column, value }],
    properties: [
      metadataProperty({ sheet: id, formId: id, version: form.version, period: PERIOD, unit }, id === "B01" ? 0 : 1),
    ],
  });
}

async function deskWith(third: number, unit?: string) {
  const workbook = memoryWorkbook({ sheet: "Sheet1", rows: [] });
  await addForm(workbook, "B03", "DSM_05", 20.22, unit);
  await addForm(workbook, "B01", "CB_22", third);
  const desk = paneOn(workbook);
  await desk.actions.start();
  desk.actions.setLive(false);
  return desk;
}

const across = (desk: Awaited<ReturnType<typeof deskWith>>) =>
  findingsOf(desk.store.get()).filter(({ rule }) => rule === "QH9");

test("the other Biểu's figure is told with its sheet and cell", async () => {
  const desk = await deskWith(20.5);
  await desk.actions.check();
  const [finding, ...more] = across(desk);
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ level: "warning", code: "CB_22" });
  expect(finding!.message).toContain("trang tính “B03”");
  expect(countsOf(desk.store.get()).warning).toBeGreaterThan(0);
  desk.actions.end();
});

test("equal figures, and those of another unit, are left alone", async () => {
  for (const desk of [await deskWith(20.22), await deskWith(20.5, "Sở Y tế tỉnh Điện Biên")]) {
    await desk.actions.check();
    expect(across(desk)).toEqual([]);
    desk.actions.end();
  }
});

test("a check of a workbook of one Biểu reads once", async () => {
  const workbook = memoryWorkbook({ sheet: "Sheet1", rows: [] });
  await addForm(workbook, "B01", "CB_22", 20.5);
  const desk = paneOn(workbook);
  await desk.actions.start();
  const { read } = workbook.calls;
  await desk.actions.check();
  expect(workbook.calls.read).toBe(read + 1);
  desk.actions.end();
});
