/** Điền: the derived columns in three ways, nothing typed by hand lost without a yes, and the way back. */

import { readStored } from "../../src/core/form/metadata";
import { cellAt } from "../../src/core/table/grid";
import { parseMemory } from "../../src/core/workbook/memory";
import { footButtons } from "../../src/taskpane/frame/foot-buttons";
import { happenedWords } from "../../src/taskpane/frame/words";
import { VI } from "../../src/taskpane/texts/vi";
import { asTyped } from "../support/published";
import { memoryWorkbook } from "../support/memory-port";
import { deskWithSample, NOON, paneOn, placeIn, type Desk } from "./support";

const TO_PLAN = placeIn("A_I.1", "vsPlan");

const cellOf = ({ workbook }: Desk, { row, column }: { row: number; column: number }) =>
  cellAt(workbook.sheet("PL02").grid, row, column);

test("fills both columns with one reading before, one write, and says how many cells", async () => {
  const desk = await deskWithSample();
  const before = { ...desk.workbook.calls };
  await desk.actions.fill();
  const { read, write } = desk.workbook.calls;
  expect(write - before.write).toBe(1);
  // Once to know what is there, once to show what came out.
  expect(read - before.read).toBe(2);
  expect(desk.store.get().notice).toMatchObject({
    what: { kind: "filled", vsPlan: 557, vsSamePeriod: 506, mode: "functions" },
    undoable: true,
  });
});

test("remembers in the workbook how and when it was filled", async () => {
  const desk = await deskWithSample();
  desk.actions.chooseMode("formulas");
  await desk.actions.fill();
  const [stored] = readStored(desk.workbook.properties());
  expect(stored).toMatchObject({ sheet: "PL02", filled: "formulas" });
  expect(parseMemory(desk.workbook.memory()).memory.sheets[0]?.filled).toEqual({
    mode: "formulas",
    at: NOON.toISOString(),
  });
});

test.each([
  ["functions", /SOVOIKH\(/],
  ["formulas", /ROUND\(/],
] as const)("%s: a cell gets a formula, which another way replaces without asking", async (mode, formula) => {
  const desk = await deskWithSample();
  desk.actions.chooseMode(mode);
  await desk.actions.fill();
  const row = placeOfFilled(desk);
  expect(cellOf(desk, row)?.formula).toMatch(formula);
  desk.actions.chooseMode("values");
  await desk.actions.fill();
  expect(desk.store.get().fill.asking).toBe(false);
  expect(cellOf(desk, row)?.formula).toBeUndefined();
  expect(typeof cellOf(desk, row)?.value).toBe("number");
});

/** The first cell of So với KH that gets a figure. */
function placeOfFilled({ store }: Desk): { row: number; column: number } {
  const { plan } = store.get().fill;
  const blank = new Set(plan!.leftBlank.map(({ at }) => at));
  const row = store.get().sheet!.table!.rows.find(({ cells }) => cells.vsPlan && !blank.has(cells.vsPlan.at))!;
  return row.cells.vsPlan!;
}

describe("a figure typed by hand", () => {
  const withTyped = async () => {
    const desk = await deskWithSample();
    const place = placeOfFilled(desk);
    desk.workbook.type("PL02", [{ ...place, value: 12.3 }]);
    await desk.actions.fill();
    return { desk, place };
  };

  test("is listed first, and nothing is written", async () => {
    const { desk, place } = await withTyped();
    expect(desk.store.get()).toMatchObject({ tab: "fill", fill: { asking: true } });
    expect(desk.store.get().fill.plan?.replaced).toMatchObject([{ from: "12,3" }]);
    expect(desk.workbook.calls.write).toBe(0);
    expect(cellOf(desk, place)?.value).toBe(12.3);
  });

  test("is kept where the user says so, and counts as not filled", async () => {
    const { desk, place } = await withTyped();
    await desk.actions.fillAnswered("keep");
    expect(cellOf(desk, place)).toMatchObject({ value: 12.3 });
    expect(cellOf(desk, place)?.formula).toBeUndefined();
    expect(desk.store.get().notice?.what).toMatchObject({ kind: "filled", vsPlan: 556 });
  });

  test("is replaced after a yes, and comes back with undo", async () => {
    const { desk, place } = await withTyped();
    await desk.actions.fillAnswered("replace");
    expect(cellOf(desk, place)?.formula).toMatch(/SOVOIKH/);
    await desk.actions.undo();
    expect(cellOf(desk, place)).toMatchObject({ value: 12.3 });
    expect(cellOf(desk, place)?.formula).toBeUndefined();
    expect(readStored(desk.workbook.properties())[0]?.filled).toBeUndefined();
    expect(desk.store.get().fill.plan?.replaced).toHaveLength(1);
  });

  test("that came after the question is asked about too", async () => {
    const { desk, place } = await withTyped();
    const next = { row: place.row + 1, column: place.column };
    desk.workbook.type("PL02", [{ ...next, value: 77.7 }]);
    await desk.actions.fillAnswered("replace");
    expect(desk.workbook.calls.write).toBe(0);
    expect(desk.store.get()).toMatchObject({ fill: { asking: true }, notice: { what: { kind: "sheet-changed" } } });
    expect(desk.store.get().fill.plan?.replaced).toHaveLength(2);
  });
});

describe("undo", () => {
  test("leaves alone what the user changed since", async () => {
    const desk = await deskWithSample();
    const place = placeOfFilled(desk);
    await desk.actions.fill();
    desk.workbook.type("PL02", [{ ...place, value: 55 }]);
    await desk.actions.undo();
    expect(desk.store.get().notice?.what).toMatchObject({ kind: "undone", kept: 1 });
    expect(cellOf(desk, place)?.value).toBe(55);
    expect(cellOf(desk, { row: place.row, column: TO_PLAN.column + 1 })?.formula).toBeUndefined();
  });

  test("is refused where rows moved, and touches nothing", async () => {
    const desk = await deskWithSample();
    await desk.actions.fill();
    const { rows } = desk.workbook.sheet("PL02").grid;
    desk.workbook.rearrange("PL02", [...rows.slice(0, 20), [], ...rows.slice(20)]);
    const writes = desk.workbook.calls.write;
    await desk.actions.undo();
    expect(desk.store.get().notice?.what).toEqual({ kind: "undo-refused", why: "moved" });
    expect(desk.workbook.calls.write).toBe(writes);
  });
});

test("a table with rows to confirm is sent to the view Biểu, unwritten", async () => {
  const typed = asTyped("pl02");
  const rows = typed.rows.map((cells, row) =>
    cells.map((cell, column) =>
      column === 1 && row > 20 && row % 40 === 0 && typeof cell?.value === "string"
        ? { value: `${cell.value.slice(0, Math.ceil(cell.value.length * 0.8))} khác` }
        : cell,
    ),
  );
  const desk = paneOn(memoryWorkbook({ ...typed, rows }));
  await desk.actions.start();
  expect(desk.store.get().sheet?.adoption.kind).toBe("adoptable");
  desk.actions.openTab("fill");
  await desk.actions.fill();
  expect(desk.store.get().tab).toBe("form");
  expect(desk.workbook.calls.write).toBe(0);
});

test("without our functions in this Excel, plain formulas are the way", async () => {
  const desk = await deskWithSample({ hasFunctions: false, choices: [["mode", "functions"]] });
  expect(desk.store.get().fill.mode).toBe("formulas");
});

describe("a form that lacks a column", () => {
  const created = async (formId: string) => {
    const desk = paneOn(memoryWorkbook({ sheet: "Sheet1", rows: [] }));
    await desk.actions.start();
    desk.actions.changeDraft({ formId, period: { span: "year", year: 2024 }, unit: "Sở Y tế" });
    await desk.actions.create();
    return desk;
  };
  const next = ({ store, actions }: Desk) => footButtons(store.get(), actions, VI).map(({ label }) => label);

  test("PL01 has no plan, and the message speaks of the other column only", async () => {
    const desk = await created("PL01");
    expect(next(desk)).toEqual(["Tiếp: điền cột so sánh"]);
    await desk.actions.fill();
    const { notice } = desk.store.get();
    expect(happenedWords(notice!.what, VI)).toBe("Đã điền 0 ô So với cùng kỳ.");
    desk.actions.end();
  });

  test("MT136 compares with nothing, so the check is next and not filling", async () => {
    const desk = await created("MT136");
    expect(next(desk)).toEqual(["Tiếp: kiểm tra"]);
    desk.actions.openTab("fill");
    expect(next(desk)).toEqual(["Tiếp: kiểm tra"]);
    desk.actions.end();
  });
});
