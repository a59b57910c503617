/** What goes wrong in Excel, and what the port makes of it: the right trouble, and nothing lost. */

import type { CellEdit } from "../../src/core/table/grid";
import type { WorkbookTrouble } from "../../src/core/workbook/port";
import { layoutForm } from "../../src/core/form/layout";
import { formById } from "../../src/forms";
import type { Misfortune } from "../../src/sandbox/host";
import { addSheet } from "../../src/sandbox/host/workbook/sheets";
import { HALF_2024 } from "../core/form/support";
import { openExcel, type OpenExcel } from "./support";

let excel: OpenExcel;
beforeEach(async () => {
  excel = await openExcel();
});
afterEach(() => {
  excel.close();
});

const troubleOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => "none",
    (error: unknown) => {
      expect(error).toMatchObject({ name: "WorkbookTrouble" });
      return (error as WorkbookTrouble).code;
    },
  );

/** Three columns far enough apart in kind to be three ranges. */
const EDITS: readonly CellEdit[] = [0, 1, 2].flatMap((column) =>
  [0, 1, 2].map((row): CellEdit => ({ row, column, value: 100 + row, formula: `${column}+${row}` })),
);

async function filled() {
  await excel.run((sheet) => {
    sheet.getRange("A1:C3").formulas = [
      [1, "=A1*2", "'1.750"],
      [4, "#N/A", true],
      ["", 8, "chữ"],
    ];
  });
  return excel.port.read();
}

test("a cell being edited is said at once, and said again until Enter is pressed", async () => {
  const { sheet, grid } = await filled();
  excel.host.faults.cellEdit = true;
  expect(await troubleOf(excel.port.read())).toBe("cell-edit");
  expect(await troubleOf(excel.port.write({ sheet: sheet.id, edits: EDITS }))).toBe("cell-edit");
  expect(await troubleOf(excel.port.mark(sheet.id, [{ row: 0, column: 0, level: "error" }]))).toBe("cell-edit");
  excel.host.faults.cellEdit = false;
  expect((await excel.port.read()).grid).toEqual(grid);
});

test("a protected sheet is not written, nor opened by us", async () => {
  const { sheet, grid } = await filled();
  await excel.run((one) => {
    one.protection.protect();
  });
  expect(await troubleOf(excel.port.write({ sheet: sheet.id, edits: EDITS, memory: "{}" }))).toBe("protected");
  expect(await troubleOf(excel.port.mark(sheet.id, [{ row: 0, column: 0, level: "error" }]))).toBe("protected");
  const after = await excel.port.read();
  expect(after).toMatchObject({ isProtected: true, memory: null });
  expect(after.grid).toEqual(grid);
});

test("a workbook whose structure is protected gets no new sheet", async () => {
  await excel.run((_, context) => {
    context.workbook.protection.protect();
  });
  const layout = layoutForm(formById("MT136")!, { span: "year", year: 2024 }, "Sở Y tế");
  expect(await troubleOf(excel.port.createSheet({ layout, edits: [], properties: [] }))).toBe("structure-protected");
  expect((await excel.port.read()).sheets).toHaveLength(1);
});

test("a sheet that is gone is said to be gone, whatever is asked of it", async () => {
  const { sheet } = await filled();
  await excel.run((one, context) => {
    context.workbook.worksheets.add("Khác").activate();
    one.delete();
  });
  expect(await troubleOf(excel.port.read(sheet.id))).toBe("sheet-gone");
  expect(await troubleOf(excel.port.write({ sheet: sheet.id, edits: EDITS }))).toBe("sheet-gone");
  expect(await troubleOf(excel.port.show(sheet.id, { row: 0, column: 0 }))).toBe("sheet-gone");
  expect(await troubleOf(excel.port.mark(sheet.id, []))).toBe("sheet-gone");
  expect(await troubleOf(excel.port.comment(sheet.id, { row: 0, column: 0 }, "a"))).toBe("sheet-gone");
});

test("a write that Excel ends half-way leaves every cell as it was, errors, formulas and texts alike", async () => {
  const { sheet, grid } = await filled();
  for (let action = 1; ; action += 1) {
    excel.host.faults.failAt = action;
    const code = await troubleOf(excel.port.write({ sheet: sheet.id, edits: EDITS, memory: "{}" }));
    excel.host.faults.failAt = null;
    if (code === "none") {
      expect(action).toBeGreaterThan(10);
      break;
    }
    const after = await excel.port.read();
    // Nothing stands half-way, so nobody is told that it may.
    expect(["unknown", "memory-refused"]).toContain(code);
    expect([action, after.grid]).toEqual([action, grid]);
    expect(after.memory).toBeNull();
  }
});

test("a sheet that could not be made whole is taken away again", async () => {
  const layout = layoutForm(formById("PL01")!, HALF_2024, "Sở Y tế");
  for (const action of [20, 60, 120]) {
    const { bytesOut } = excel.host.traffic;
    const made = troubleOf(excel.port.createSheet({ layout, edits: [], properties: [] }));
    // The first batch only looks at the workbook; the second builds.
    while (excel.host.traffic.bytesOut === bytesOut) await Promise.resolve();
    excel.host.faults.failAt = action;
    expect(await made).toBe("unknown");
    expect(excel.host.faults.failAt).toBeNull();
    expect((await excel.port.read()).sheets.map(({ name }) => name)).toEqual(["Sheet1"]);
    expect(excel.host.workbook.state.names).toEqual([]);
  }
});

test("a sheet is taken away, or whole, whatever Excel says of it", async () => {
  const layout = layoutForm(formById("PL01")!, HALF_2024, "Sở Y tế");
  const { id } = await excel.port.createSheet({ layout, edits: [], properties: [] });
  const names = async () => (await excel.port.read()).sheets.map(({ name }) => name);
  let batches = 0;
  const at = (batch: number, misfortune: Misfortune) => {
    batches = 0;
    excel.host.faults.onBatch = () => ((batches += 1) === batch ? misfortune : undefined);
  };
  at(1, { kind: "stopped", action: 2, code: "GeneralException" });
  expect(await troubleOf(excel.port.removeSheet(id, layout))).toBe("unknown");
  at(2, { kind: "stopped", action: 0, code: "GeneralException" });
  expect(await troubleOf(excel.port.removeSheet(id, layout))).toBe("unknown");
  expect(await names()).toHaveLength(2);
  at(2, { kind: "answer-lost", code: "ConnectionFailure" });
  expect(await troubleOf(excel.port.removeSheet(id, layout))).toBe("none");
  expect(await names()).toEqual(["Sheet1"]);
});

test("rows inserted between reading and writing: nothing is written, not even what the workbook remembers", async () => {
  await excel.run((sheet) => {
    sheet.getRange("A1:B3").formulas = [
      ["Mã số", "So KH"],
      ["A", 1],
      ["B", ""],
    ];
  });
  const before = await excel.port.read();
  await excel.port.write({ sheet: before.sheet.id, edits: [], properties: [{ name: "a", value: "cũ" }] });
  const { sheet } = await excel.port.read();
  excel.insertRows(1, 1);
  const change = {
    sheet: sheet.id,
    edits: [
      { row: 1, column: 1, value: 10, formula: "5+5" },
      { row: 2, column: 1, value: 20 },
    ],
    expected: [
      { row: 1, column: 0, text: "A" },
      { row: 2, column: 0, text: "B" },
    ],
    properties: [
      { name: "a", value: "mới" },
      { name: "b", value: "thêm" },
    ],
    memory: "{}",
  };
  expect(await troubleOf(excel.port.write(change))).toBe("moved");
  const after = await excel.port.read();
  expect(after.grid.rows.map((row) => row.map((cell) => cell?.value ?? null))).toEqual([
    ["Mã số", "So KH"],
    [null, null],
    ["A", 1],
    ["B", null],
  ]);
  expect(after.properties).toEqual({ a: "cũ" });
  expect(after.memory).toBeNull();
});

test("an answer too large for Excel on the web is no proof that nothing was written", async () => {
  const { sheet, grid } = await filled();
  const { bytesOut } = excel.host.traffic;
  excel.host.faults.largestAnswer = 0;
  const done = troubleOf(excel.port.write({ sheet: sheet.id, edits: EDITS }));
  while (excel.host.traffic.bytesOut === bytesOut) await Promise.resolve();
  excel.host.faults.largestAnswer = Infinity;
  expect(await done).toBe("too-large");
  expect((await excel.port.read()).grid).toEqual(grid);
});

test("a sheet of the same name that somebody else adds in the same moment stays, and ours gets the next name", async () => {
  const { workbook } = excel.host;
  const layout = layoutForm(formById("MT136")!, { span: "year", year: 2024 }, "Sở Y tế");
  const { bytesOut } = excel.host.traffic;
  const made = troubleOf(excel.port.createSheet({ layout, edits: [], properties: [] }));
  // We have looked which names are taken, and not added the sheet yet.
  while (excel.host.traffic.bytesOut === bytesOut) await Promise.resolve();
  workbook.step("user", () => addSheet(workbook, layout.name));
  expect(await made).toBe("none");
  const names = (await excel.port.read()).sheets.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining([layout.name, `${layout.name} (2)`]));
});

/** What befalls the next batch, and no other. */
function once(misfortune: Misfortune): void {
  const { faults } = excel.host;
  faults.onBatch = () => {
    faults.onBatch = null;
    return misfortune;
  };
}

test("an open dialog is told from a cell that is edited", async () => {
  const { sheet, grid } = await filled();
  once({ kind: "refused", code: "WriteNotSupportedWhenModalDialogOpen" });
  expect(await troubleOf(excel.port.write({ sheet: sheet.id, edits: EDITS }))).toBe("dialog-open");
  expect((await excel.port.read()).grid).toEqual(grid);
});

test("a workbook that may only be read is told from a sheet that is locked", async () => {
  const { sheet } = await filled();
  excel.host.faults.readOnly = true;
  expect(await troubleOf(excel.port.write({ sheet: sheet.id, edits: EDITS }))).toBe("read-only");
  expect(await troubleOf(excel.port.mark(sheet.id, [{ row: 0, column: 0, level: "error" }]))).toBe("read-only");
  // Nothing stands half-way, though what it remembers cannot be given back either.
  expect(await troubleOf(excel.port.write({ sheet: sheet.id, edits: EDITS, memory: "{}" }))).toBe("read-only");
  expect(await troubleOf(excel.port.read())).toBe("none");
});

test("while another workbook is in front the sheet is read, without a selection", async () => {
  const { grid } = await filled();
  excel.host.faults.onBatch = () => ({
    kind: "member-refused",
    codes: new Map([["Workbook.getActiveCell", "InvalidSelection"]]),
  });
  const { grid: read, selection } = await excel.port.read();
  expect(read).toEqual(grid);
  expect(selection).toBeUndefined();
});

test("a workbook that takes no more memory keeps the memory and the cells that it has", async () => {
  const { sheet } = await filled();
  await excel.port.write({ sheet: sheet.id, edits: [], memory: "cũ" });
  const { grid } = await excel.port.read();
  excel.host.faults.onBatch = () => ({
    kind: "member-refused",
    codes: new Map([
      ["CustomXmlPartCollection.add", "GeneralException"],
      ["CustomXmlPart.setXml", "GeneralException"],
    ]),
  });
  expect(await troubleOf(excel.port.write({ sheet: sheet.id, edits: EDITS, memory: "mới" }))).toBe("memory-refused");
  excel.host.faults.onBatch = null;
  expect(await excel.port.read()).toMatchObject({ grid, memory: "cũ" });
});

test("memory is written again without a reading in between, and there is still one", async () => {
  const { sheet } = await filled();
  for (const memory of ["một", "hai", "ba"]) await excel.port.write({ sheet: sheet.id, edits: [], memory });
  expect((await excel.port.read()).memory).toBe("ba");
  expect(excel.host.workbook.state.customXmlParts).toHaveLength(1);
});

test("a write whose answer was lost is taken back with what the workbook remembers", async () => {
  const { sheet } = await filled();
  await excel.port.write({ sheet: sheet.id, edits: [], memory: "cũ", properties: [{ name: "a", value: "cũ" }] });
  const { grid } = await excel.port.read();
  once({ kind: "answer-lost", code: "ConnectionFailure" });
  const change = { sheet: sheet.id, edits: EDITS, memory: "mới", properties: [{ name: "a", value: "mới" }] };
  expect(await troubleOf(excel.port.write(change))).toBe("unknown");
  expect(await excel.port.read()).toMatchObject({ grid, memory: "cũ", properties: { a: "cũ" } });
});

test("a session that has ended is no write half done", async () => {
  const { sheet } = await filled();
  excel.host.faults.onBatch = () => ({ kind: "refused", code: "InvalidOrTimedOutSession" });
  expect(await troubleOf(excel.port.write({ sheet: sheet.id, edits: EDITS }))).toBe("session-lost");
});

test("a new sheet whose answer was lost may be there, and that is said", async () => {
  const layout = layoutForm(formById("MT136")!, { span: "year", year: 2024 }, "Sở Y tế");
  let batches = 0;
  excel.host.faults.onBatch = () => {
    batches += 1;
    return batches === 2 ? { kind: "answer-lost", code: "ConnectionFailure" } : undefined;
  };
  expect(await troubleOf(excel.port.createSheet({ layout, edits: [], properties: [] }))).toBe("interrupted");
});

describe("an Excel that does not answer", () => {
  beforeEach(() => void jest.useFakeTimers({ doNotFake: ["nextTick", "queueMicrotask", "setImmediate"] }));
  afterEach(() => void jest.useRealTimers());

  test.each([true, false])("is not waited for for ever, whether it did what it was asked (%s) or not", async (done) => {
    const { sheet, grid } = await filled();
    once({ kind: "unanswered", done });
    const written = troubleOf(excel.port.write({ sheet: sheet.id, edits: EDITS, memory: "{}" }));
    await new Promise((resolve) => setImmediate(resolve));
    await jest.advanceTimersByTimeAsync(60_000);
    expect(await written).toBe("no-answer");
    expect(await excel.port.read()).toMatchObject({ grid, memory: null });
  });
});

test("everything stays within ExcelApi 1.13", async () => {
  excel.close();
  excel = await openExcel("1.13");
  const layout = layoutForm(formById("PL01")!, HALF_2024, "Sở Y tế");
  const made = await excel.port.createSheet({ layout, edits: [], properties: [{ name: "a", value: "b" }] });
  const { sheet } = await excel.port.read(made.id);
  await excel.port.write({ sheet: sheet.id, edits: [{ row: 20, column: 3, value: 1 }], memory: "{}" });
  await excel.port.mark(sheet.id, [{ row: 20, column: 3, level: "error" }]);
  await excel.port.mark(sheet.id, []);
  await excel.port.comment(sheet.id, { row: 20, column: 3 }, "Xem lại");
  await excel.port.show(sheet.id, { row: 20, column: 3 });
  const stop = await excel.port.watch(() => undefined);
  await stop();
});
