/** Kiểm tra: the check with its progress, marks, fixes, ignored rules, and following changes. */

import { cellAt } from "../../src/core/table/grid";
import { countsOf, findingsOf, sureFixes } from "../../src/taskpane/state/selectors";
import { memoryWorkbook } from "../support/memory-port";
import { addSample, deskWithSample, paneOn, type Desk } from "./support";

const SCREENED = "Sàng lọc sơ sinh ghi 1.722";

const find = (desk: Desk, message: string) =>
  findingsOf(desk.store.get()).find((finding) => finding.message.includes(message));

async function checked(): Promise<Desk> {
  const desk = await deskWithSample();
  desk.actions.chooseMode("values");
  await desk.actions.fill();
  await desk.actions.check();
  return desk;
}

async function until(condition: () => boolean): Promise<void> {
  const end = Date.now() + 8_000;
  while (!condition()) {
    if (Date.now() > end) throw new Error("waited too long");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test("reads once, finds the published contradictions, marks their cells, remembers the counts", async () => {
  const desk = await deskWithSample();
  await desk.actions.fill();
  const before = { ...desk.workbook.calls };
  await desk.actions.check();
  expect(desk.workbook.calls.read - before.read).toBe(1);
  expect(find(desk, SCREENED)).toBeDefined();
  const { marks } = desk.workbook.sheet("PL02");
  expect(marks).toHaveLength(findingsOf(desk.store.get()).length);
  expect(desk.store.get().sheet?.remembered?.checked).toMatchObject({ errors: countsOf(desk.store.get()).error });
});

test("shows progress that never falls, and can be stopped with nothing changed", async () => {
  const desk = await deskWithSample();
  const shares: number[] = [];
  desk.store.subscribe(() => {
    const { progress, stop } = desk.store.get().work ?? {};
    if (progress !== undefined) shares.push(progress);
    if (progress !== undefined && progress > 0) stop?.();
  });
  await desk.actions.check();
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  if (desk.store.get().check) return; // Fast machines finish within one slice.
  expect(desk.store.get().notice?.what).toEqual({ kind: "stopped" });
  expect(desk.workbook.sheet("PL02").marks).toHaveLength(0);
});

test("a certain fix is made, leaves the list, and comes back with undo", async () => {
  const desk = await deskWithSample();
  await desk.actions.check();
  const sure = findingsOf(desk.store.get()).find(({ edit }) => edit !== undefined);
  // The sample is not filled yet: figures to be calculated are what is certain.
  expect(sure).toBeDefined();
  const { edit } = sure!;
  const before = cellAt(desk.workbook.sheet("PL02").grid, edit!.row, edit!.column);
  await desk.actions.fix([sure!]);
  expect(desk.store.get().notice).toMatchObject({ what: { kind: "fixed", cells: 1, skipped: 0 }, undoable: true });
  const same = () => findingsOf(desk.store.get()).some(({ cell, rule }) => cell === sure!.cell && rule === sure!.rule);
  expect(same()).toBe(false);
  await desk.actions.undo();
  expect(cellAt(desk.workbook.sheet("PL02").grid, edit!.row, edit!.column)?.value ?? null).toBe(before?.value ?? null);
  expect(same()).toBe(true);
});

test("a fix follows its row: rows that were inserted do not get it", async () => {
  const desk = await deskWithSample();
  desk.actions.setLive(false);
  await desk.actions.check();
  const sure = findingsOf(desk.store.get()).find(
    ({ edit, code }) => edit !== undefined && edit.row > 12 && code !== undefined,
  )!;
  const { rows } = desk.workbook.sheet("PL02").grid;
  desk.workbook.rearrange("PL02", [...rows.slice(0, 12), [], ...rows.slice(12)]);
  await desk.actions.fix([sure]);
  const { grid } = desk.workbook.sheet("PL02");
  expect(cellAt(grid, sure.edit!.row, sure.edit!.column)?.value ?? null).toBe(
    cellAt({ ...grid, rows }, sure.edit!.row - 1, sure.edit!.column)?.value ?? null,
  );
  expect(cellAt(grid, sure.edit!.row + 1, sure.edit!.column)?.value ?? null).toBe(sure.edit!.value);
});

test("in a column of formulas a cell that was typed over gets its formula back", async () => {
  const desk = await deskWithSample();
  desk.actions.chooseMode("formulas");
  await desk.actions.fill();
  const row = desk.store
    .get()
    .sheet!.table!.rows.find(({ cells }) => cells.vsPlan?.cell?.formula && cells.plan?.value)!;
  desk.workbook.type("PL02", [{ ...row.cells.vsPlan!, value: 12.3 }]);
  await desk.actions.check();
  const wrong = sureFixes(desk.store.get()).filter(({ cell }) => cell === row.cells.vsPlan!.at);
  expect(wrong).toHaveLength(1);
  await desk.actions.fix(wrong);
  const { row: at, column } = row.cells.vsPlan!;
  expect(cellAt(desk.workbook.sheet("PL02").grid, at, column)?.formula).toMatch(/ROUND\(/);
  desk.actions.end();
});

test("cells that were never filled are for Điền, not among the sure fixes", async () => {
  const desk = await deskWithSample();
  await desk.actions.check();
  expect(findingsOf(desk.store.get()).filter(({ rule }) => rule === "SS6").length).toBeGreaterThan(1_000);
  expect(sureFixes(desk.store.get()).filter(({ rule }) => rule === "SS6")).toEqual([]);
  desk.actions.end();
});

test("a fix whose figures changed since is not made", async () => {
  const desk = await deskWithSample();
  desk.actions.setLive(false);
  await desk.actions.check();
  const sure = findingsOf(desk.store.get()).find(({ edit }) => edit !== undefined)!;
  desk.workbook.type("PL02", [{ row: sure.edit!.row, column: sure.edit!.column, value: sure.edit!.value }]);
  const writes = desk.workbook.calls.write;
  await desk.actions.fix([sure]);
  expect(desk.workbook.calls.write).toBe(writes);
  expect(desk.store.get().notice?.what).toEqual({ kind: "nothing-to-fix" });
});

test("an ignored rule leaves counts and marks, is kept in the workbook, and comes back", async () => {
  const desk = await checked();
  const before = countsOf(desk.store.get()).error;
  const { rule } = find(desk, SCREENED)!;
  await desk.actions.ignoreRule(rule, rule);
  expect(countsOf(desk.store.get()).error).toBeLessThan(before);
  expect(desk.workbook.sheet("PL02").marks).toHaveLength(findingsOf(desk.store.get()).length);
  const again = paneOn(desk.workbook);
  await again.actions.start();
  await again.actions.check();
  expect(find(again, SCREENED)).toBeUndefined();
  await again.actions.resetIgnored();
  expect(find(again, SCREENED)).toBeDefined();
});

describe("following changes", () => {
  test("live: the finding of a mended cell disappears without a word", async () => {
    const desk = await checked();
    const { row, column, expected } = find(desk, SCREENED)!;
    desk.actions.dismiss();
    desk.workbook.type("PL02", [{ row, column, value: expected as number }]);
    await until(() => find(desk, SCREENED) === undefined);
    expect(desk.store.get().notice).toBeUndefined();
    expect(desk.store.get().check?.stale).toBe(false);
    desk.actions.end();
  });

  test("live: while a cell is being edited it waits, and looks again", async () => {
    const desk = await checked();
    desk.actions.dismiss();
    const { row, column, expected } = find(desk, SCREENED)!;
    desk.workbook.fail("read", "cell-edit");
    desk.workbook.type("PL02", [{ row, column, value: expected as number }]);
    const reads = desk.workbook.calls.read;
    await until(() => desk.workbook.calls.read > reads);
    expect(desk.store.get().notice).toBeUndefined();
    desk.workbook.fail("read", undefined);
    await until(() => find(desk, SCREENED) === undefined);
    desk.actions.end();
  });

  test("not live: the result stays, and says that it may no longer hold", async () => {
    const desk = await checked();
    desk.actions.setLive(false);
    const { row, column, expected } = find(desk, SCREENED)!;
    desk.workbook.type("PL02", [{ row, column, value: expected as number }]);
    expect(desk.store.get().check?.stale).toBe(true);
    expect(find(desk, SCREENED)).toBeDefined();
    desk.actions.end();
  });

  test("another sheet is shown as soon as it is activated; its findings are its own", async () => {
    const desk = await checked();
    desk.workbook.activate("Sheet1");
    await until(() => desk.store.get().sheet?.snapshot.sheet.name === "Sheet1");
    expect(desk.store.get().check).toBeUndefined();
    expect(desk.store.get().sheet?.adoption.kind).toBe("nothing");
    desk.actions.end();
  });

  test("a sheet deleted behind our back gives way to the one that is open", async () => {
    const desk = await checked();
    desk.workbook.remove("PL02");
    await until(() => desk.store.get().sheet?.snapshot.sheet.name === "Sheet1");
    expect(desk.store.get().sheet?.table).toBeUndefined();
    desk.actions.end();
  });

  test("marks that stay the same are not written again", async () => {
    const desk = await checked();
    const { mark } = desk.workbook.calls;
    const { check } = desk.store.get();
    desk.actions.lookAround();
    await until(() => desk.store.get().check !== check);
    expect(desk.workbook.calls.mark).toBe(mark);
    desk.actions.end();
  });
});

test("a locked sheet is checked, without marks", async () => {
  const workbook = memoryWorkbook({ sheet: "Sheet1", rows: [] });
  await addSample(workbook);
  workbook.sheet("PL02").isProtected = true;
  const desk = paneOn(workbook);
  await desk.actions.start();
  await desk.actions.check();
  expect(find(desk, SCREENED)).toBeDefined();
  expect(workbook.calls.mark).toBe(0);
  expect(desk.store.get().notice).toBeUndefined();
});

test("a figure typed while the check ran is not said to be checked", async () => {
  const desk = await deskWithSample();
  desk.actions.setLive(false);
  const at = { row: 20, column: 3 };
  const stop = desk.store.subscribe(() => {
    if (desk.store.get().work?.progress === undefined || desk.store.get().sheet === undefined) return;
    if (desk.workbook.calls.read < 2) return;
    stop();
    desk.workbook.type("PL02", [{ ...at, value: 12_345 }]);
  });
  await desk.actions.check();
  expect(cellAt(desk.workbook.sheet("PL02").grid, at.row, at.column)?.value).toBe(12_345);
  expect(desk.store.get().check).toMatchObject({ stale: true });
  desk.actions.end();
});

test("what was decided of one sheet is not done to another that was opened unseen", async () => {
  const desk = await checked();
  const [finding] = findingsOf(desk.store.get());
  desk.workbook.add({ ...desk.workbook.sheet("PL02").grid, sheet: "PL02 (bản sao)" });
  const before = { ...desk.workbook.calls };
  for (const decide of [
    () => desk.actions.fix([finding!]),
    () => desk.actions.ignoreRule(finding!.rule, "x"),
    () => desk.actions.fillAnswered("replace"),
  ]) {
    desk.workbook.activate("PL02");
    await until(() => desk.store.get().sheet?.snapshot.sheet.name === "PL02");
    desk.workbook.activateUnseen("PL02 (bản sao)");
    await decide();
    expect(desk.store.get().notice?.what).toEqual({ kind: "sheet-changed" });
    expect(desk.store.get().sheet?.snapshot.sheet.name).toBe("PL02 (bản sao)");
  }
  expect(desk.workbook.calls.write).toBe(before.write);
  desk.actions.end();
});

test("a figure that is calculated from another sheet is followed there", async () => {
  const desk = await checked();
  desk.workbook.add({ sheet: "Nguồn", rows: [[{ value: 1 }]] });
  desk.workbook.type("PL02", [{ row: 20, column: 3, value: 1, formula: "'Nguồn'!A1" }]);
  const { read } = desk.workbook.calls;
  await until(() => desk.workbook.calls.read > read);
  const then = desk.workbook.calls.read;
  desk.workbook.type("Nguồn", [{ row: 0, column: 0, value: 2 }]);
  await until(() => desk.workbook.calls.read > then);
  desk.actions.end();
});

test("marks that were cleared with the cells' formats come back with the next check", async () => {
  const desk = await checked();
  const sheet = desk.workbook.sheet("PL02");
  const { marks } = sheet;
  expect(marks.length).toBeGreaterThan(0);
  sheet.marks = [];
  await desk.actions.check();
  expect(sheet.marks).toEqual(marks);
  desk.actions.end();
});

test("a look that other work overtook is made up for", async () => {
  const desk = await checked();
  const { port } = desk.workbook;
  desk.workbook.type("PL02", [{ row: 20, column: 3, value: 54_321 }]);
  const { read } = desk.workbook.calls;
  await until(() => desk.workbook.calls.read > read);
  await desk.actions.comment(findingsOf(desk.store.get())[0]!, "Xem lại");
  const shown = () => cellAt(desk.store.get().sheet!.snapshot.grid, 20, 3)?.value;
  await until(() => shown() === 54_321);
  expect((await port.read()).grid).toEqual(desk.store.get().sheet!.snapshot.grid);
  desk.actions.end();
});
