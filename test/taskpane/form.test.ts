/** Biểu: making a sheet, taking a table made elsewhere, carrying last year over, the first run. */

import { cellAt, type Grid } from "../../src/core/table/grid";
import { parseMemory } from "../../src/core/workbook/memory";
import { formWorkbook } from "../../src/xlsx/form-sheet";
import { applyEdits } from "../../src/xlsx/patch";
import { layoutForm } from "../../src/core/form/layout";
import { sampleEdits } from "../../src/taskpane/sample";
import { doubtfulOf } from "../../src/taskpane/state/reading";
import { lastPeriod } from "../../src/taskpane/state/pane";
import { formOf, periodOf, unitOf } from "../../src/taskpane/state/selectors";
import { gridOf, memoryWorkbook } from "../support/memory-port";
import { asTyped } from "../support/published";
import { addSample, deskWithSample, LAYOUT, NOON, paneOn, PERIOD, PL02, placeIn, type Desk } from "./support";

const EMPTY: Grid = { sheet: "Sheet1", rows: [] };

async function started(...grids: readonly Grid[]): Promise<Desk> {
  const desk = paneOn(memoryWorkbook(...grids));
  await desk.actions.start();
  return desk;
}

/** Điện Biên's table as typed elsewhere, some of its labels written in a way of their own. */
function withOwnLabels(): Grid {
  const typed = asTyped("pl02");
  const rows = typed.rows.map((cells, row) =>
    cells.map((cell, column) =>
      column === 1 && row > 20 && row % 40 === 0 && typeof cell?.value === "string"
        ? { value: `${cell.value.slice(0, Math.ceil(cell.value.length * 0.8))} khác` }
        : cell,
    ),
  );
  return { ...typed, rows };
}

describe("the first run", () => {
  test("greets on an empty sheet, and makes Điện Biên's Biểu with its published figures", async () => {
    const desk = await started(EMPTY);
    expect(desk.store.get().welcome).toBe(true);
    await desk.actions.createSample();
    const { sheet, welcome, notice } = desk.store.get();
    expect(welcome).toBe(false);
    expect(notice?.what).toEqual({ kind: "sample-created", sheet: "PL02" });
    expect(formOf(sheet)?.id).toBe("PL02");
    expect(periodOf(sheet)).toEqual(PERIOD);
    const { row, column } = placeIn("E_DA7.2", "actual");
    expect(cellAt(desk.workbook.sheet("PL02").grid, row, column)?.value ?? null).toBe(
      sampleEdits(LAYOUT).find((edit) => edit.row === row && edit.column === column)?.value ?? null,
    );
    desk.actions.end();
  });

  test("is skipped once and for all", async () => {
    const desk = await started(EMPTY);
    desk.actions.skipWelcome();
    desk.actions.end();
    const again = paneOn(desk.workbook, { choices: desk.choices });
    await again.actions.start();
    expect(again.store.get().welcome).toBe(false);
    again.actions.end();
  });

  test("is not shown over a Biểu, nor to somebody who has worked with one", async () => {
    const desk = paneOn(memoryWorkbook({ ...asTyped("pl02"), sheet: "PL02" }));
    await desk.actions.start();
    expect(desk.store.get().welcome).toBe(false);
    expect(desk.choices.get("welcomed")).toBeUndefined();
    desk.actions.openTab("fill");
    desk.actions.end();
    const next = paneOn(memoryWorkbook(EMPTY), { choices: desk.choices });
    await next.actions.start();
    expect(next.store.get().welcome).toBe(false);
    next.actions.end();
  });

  test("greets still where an empty sheet is all that was looked at", async () => {
    const desk = await started(EMPTY);
    desk.actions.openTab("fill");
    desk.actions.end();
    const again = paneOn(desk.workbook, { choices: desk.choices });
    await again.actions.start();
    expect(again.store.get().welcome).toBe(true);
    again.actions.end();
  });
});

describe("a new Biểu", () => {
  test("is made as chosen, beside the others, and the choice is kept for the next", async () => {
    const desk = await deskWithSample();
    desk.actions.openPage("create");
    desk.actions.changeDraft({ formId: "PL02", period: { span: "nine", year: 2024 }, unit: "TTYT huyện Tủa Chùa" });
    await desk.actions.create();
    expect(desk.workbook.names()).toEqual(["Sheet1", "PL02", "PL02 (2)"]);
    const { sheet, page } = desk.store.get();
    expect(page).toBe("overview");
    expect(sheet?.snapshot.sheet.name).toBe("PL02 (2)");
    expect(periodOf(sheet)).toEqual({ span: "nine", year: 2024 });
    expect(unitOf(sheet)).toBe("TTYT huyện Tủa Chùa");
    expect(Object.fromEntries(desk.choices)).toMatchObject({
      form: "PL02",
      period: "2024-9T",
      unit: "TTYT huyện Tủa Chùa",
    });
    desk.actions.end();
  });

  test("a locked workbook structure is said, and the page stays for another try", async () => {
    const desk = await started(EMPTY);
    desk.actions.openPage("create");
    desk.workbook.fail("createSheet", "structure-protected");
    await desk.actions.create();
    expect(desk.store.get()).toMatchObject({
      page: "create",
      notice: { what: { kind: "trouble", code: "structure-protected", during: "creating" } },
    });
    desk.actions.end();
  });

  test.each([
    ["2025-02-10", { span: "year", year: 2024 }],
    ["2025-06-28", { span: "half", year: 2025 }],
    ["2025-09-30", { span: "nine", year: 2025 }],
    ["2025-12-05", { span: "year", year: 2025 }],
  ] as const)("on %s the period offered is the one that is reported then", (day, period) => {
    expect(lastPeriod(new Date(`${day}T09:00:00`))).toEqual(period);
  });
});

describe("a table made elsewhere", () => {
  test("is taken with the guesses, and asks no more the next time", async () => {
    const desk = await started(withOwnLabels());
    const { adoption } = desk.store.get().sheet!;
    expect(adoption.kind).toBe("adoptable");
    const doubtful = "doubtful" in adoption ? adoption.doubtful : [];
    expect(doubtful.length).toBeGreaterThan(3);
    await desk.actions.adopt();
    const adopted = desk.store.get().sheet?.adoption;
    expect(adopted).toMatchObject({ kind: "adopted", doubtful: [] });
    // The message counts what the view counts.
    const found = adopted && "recognised" in adopted ? adopted.recognised : 0;
    expect(desk.store.get().notice?.what).toEqual({ kind: "adopted", form: "Phụ lục 02", found, total: 575 });
    desk.actions.end();
    const again = paneOn(desk.workbook);
    await again.actions.start();
    expect(again.store.get().sheet?.adoption).toMatchObject({ kind: "adopted", doubtful: [] });
    again.actions.end();
  });

  test("follows the answers: another indicator, or none", async () => {
    const desk = await started(withOwnLabels());
    const { adoption } = desk.store.get().sheet!;
    const [first, second] = "doubtful" in adoption ? adoption.doubtful : [];
    const other = first!.alternatives[0]?.code ?? first!.guess.code;
    desk.actions.answer(first!.row, other);
    desk.actions.answer(second!.row, null);
    await desk.actions.adopt();
    const rows = desk.store.get().sheet!.table!.binding.rows;
    expect(rows.find(({ row }) => row === first!.row)?.code).toBe(other);
    expect(rows.find(({ row }) => row === second!.row)).toBeUndefined();
    desk.actions.end();
  });

  test("takes period and unit as given, and lets go with undo", async () => {
    const desk = await started(withOwnLabels());
    desk.actions.changeAdoptAs({ period: { span: "nine", year: 2023 } });
    desk.actions.changeAdoptAs({ unit: "Sở Y tế Lai Châu" });
    await desk.actions.adopt();
    expect(periodOf(desk.store.get().sheet)).toEqual({ span: "nine", year: 2023 });
    expect(unitOf(desk.store.get().sheet)).toBe("Sở Y tế Lai Châu");
    await desk.actions.undo();
    expect(desk.store.get().sheet?.adoption.kind).toBe("adoptable");
    expect(parseMemory(desk.workbook.memory()).memory.sheets).toHaveLength(0);
    desk.actions.end();
  });

  test("that changed while it was answered is read again, and nothing is stored", async () => {
    const desk = await started(withOwnLabels());
    const { adoption } = desk.store.get().sheet!;
    const [first] = "doubtful" in adoption ? adoption.doubtful : [];
    desk.workbook.type("Sheet1", [{ row: first!.row, column: 1, value: `${first!.guess.label} (mới)` }]);
    await desk.actions.adopt();
    expect(desk.store.get().notice?.what).toEqual({ kind: "sheet-changed" });
    expect(desk.workbook.memory()).toBeNull();
    desk.actions.end();
  });

  test("whose rows moved while the pane looked asks again: answers are not taken for other rows", async () => {
    const desk = await started(withOwnLabels());
    const [first] = doubtfulOf(desk.store.get().sheet);
    desk.actions.answer(first!.row, null);
    const { rows } = desk.workbook.sheet("Sheet1").grid;
    desk.workbook.rearrange("Sheet1", [...rows.slice(0, 10), [], ...rows.slice(10)]);
    const end = Date.now() + 8_000;
    while (doubtfulOf(desk.store.get().sheet)[0]!.row === first!.row && Date.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(doubtfulOf(desk.store.get().sheet)[0]!.row).toBe(first!.row + 1);
    expect(desk.store.get().answers.size).toBe(0);
    desk.actions.end();
  });

  test("is said not to be one where the sheet has no table", async () => {
    const desk = await started(EMPTY);
    await desk.actions.lookAgain();
    expect(desk.store.get().notice?.what).toEqual({ kind: "no-table" });
    desk.actions.end();
  });
});

describe("a Biểu whose period or unit is not known", () => {
  const known = (desk: Desk) => {
    const { sheet } = desk.store.get();
    return [periodOf(sheet), unitOf(sheet)];
  };

  test("is given them, so that it can be sent, and lets go with undo", async () => {
    // Without what the workbook remembered, as when the sheet was copied into another file.
    const desk = await started(gridOf(layoutForm(PL02, PERIOD, "")));
    expect(desk.store.get().sheet?.adoption.kind).toBe("ours");
    expect(known(desk)).toEqual([PERIOD, ""]);
    desk.actions.changeAdoptAs({ unit: "  " });
    await desk.actions.writeAbout();
    desk.actions.changeAdoptAs({ unit: "  Sở Y tế tỉnh Điện Biên ", period: { span: "nine", year: 0 } });
    await desk.actions.writeAbout();
    expect(desk.workbook.calls.write).toBe(0);
    desk.actions.changeAdoptAs({ period: PERIOD });
    await desk.actions.writeAbout();
    expect(desk.store.get().notice).toMatchObject({ what: { kind: "about-written" }, undoable: true });
    expect(known(desk)).toEqual([PERIOD, "Sở Y tế tỉnh Điện Biên"]);
    await desk.actions.undo();
    expect(known(desk)).toEqual([PERIOD, ""]);
    desk.actions.end();
  });

  test("that we made ourselves keeps them where it kept them, and is checked again", async () => {
    const desk = await deskWithSample();
    await desk.actions.check();
    const before = known(desk);
    desk.actions.openPage("about");
    desk.actions.changeAdoptAs({ period: { span: "nine", year: 2024 } });
    await desk.actions.writeAbout();
    expect(known(desk)).toEqual([{ span: "nine", year: 2024 }, before[1]]);
    expect(JSON.stringify(desk.workbook.properties())).toContain("2024-9T");
    expect(desk.store.get()).toMatchObject({ page: "overview", check: { stale: false } });
    await desk.actions.undo();
    expect(known(desk)).toEqual(before);
    desk.actions.end();
  });

  test("keeps what was typed where the sheet cannot be written to", async () => {
    const desk = await deskWithSample();
    desk.workbook.fail("write", "cell-edit");
    desk.actions.openPage("about");
    desk.actions.changeAdoptAs({ unit: "TTYT huyện" });
    await desk.actions.writeAbout();
    expect(desk.store.get()).toMatchObject({
      page: "about",
      adoptAs: { unit: "TTYT huyện" },
      notice: { what: { kind: "trouble", code: "cell-edit" } },
    });
    desk.actions.end();
  });
});

describe("carrying last year over", () => {
  const LAST_YEAR = { ...PERIOD, year: PERIOD.year - 1 };

  const oldFile = async (period = LAST_YEAR) => {
    const layout = layoutForm(PL02, period, "Sở Y tế tỉnh Điện Biên");
    const metadata = { sheet: layout.name, formId: "PL02", version: "1.0", period, unit: "Sở Y tế tỉnh Điện Biên" };
    const bytes = await formWorkbook(layout, metadata, NOON);
    const patched = applyEdits(bytes, layout.name, sampleEdits(layout));
    return { name: "nam-truoc.xlsx", bytes: () => Promise.resolve(patched.slice().buffer) };
  };

  test("makes next year's Biểu with TH as CK", async () => {
    const desk = await started(EMPTY);
    await desk.actions.openOldFile(await oldFile());
    const { carry } = desk.store.get();
    expect(carry?.choice).toMatchObject({ kind: "ready", formId: "PL02", from: LAST_YEAR, here: undefined });
    await desk.actions.carryIntoNew();
    expect(periodOf(desk.store.get().sheet)).toEqual(PERIOD);
    const { row, column } = placeIn("A_I.1", "actual");
    const source = sampleEdits(LAYOUT).find((edit) => edit.row === row && edit.column === column);
    const target = placeIn("A_I.1", "samePeriod");
    expect(cellAt(desk.workbook.sheet("PL02").grid, target.row, target.column)?.value).toBe(source?.value);
    desk.actions.end();
  });

  test("into the open Biểu lists the figures it replaces, and comes back with undo", async () => {
    const desk = await deskWithSample();
    await desk.actions.openOldFile(await oldFile());
    const { choice } = desk.store.get().carry!;
    const here = choice.kind === "ready" ? choice.here : undefined;
    expect(here?.replaced.length).toBeGreaterThan(100);
    const before = desk.workbook.sheet("PL02").grid.rows.map((cells) => cells.map((cell) => cell?.value ?? null));
    await desk.actions.carryHere();
    expect(desk.store.get().notice).toMatchObject({
      what: { kind: "carried", figures: here!.figures },
      undoable: true,
    });
    await desk.actions.undo();
    expect(desk.workbook.sheet("PL02").grid.rows.map((cells) => cells.map((cell) => cell?.value ?? null))).toEqual(
      before,
    );
    desk.actions.end();
  });

  test("a file of another period does not go into the open Biểu", async () => {
    const desk = await deskWithSample();
    await desk.actions.openOldFile(await oldFile(PERIOD));
    expect(desk.store.get().carry?.choice).toMatchObject({ kind: "ready", here: undefined });
    desk.actions.end();
  });

  test("a file that is no workbook is said in its own sentence", async () => {
    const desk = await started(EMPTY);
    const text = new TextEncoder().encode("không phải Excel").slice().buffer;
    await desk.actions.openOldFile({ name: "ghi-chu.xlsx", bytes: () => Promise.resolve(text) });
    expect(desk.store.get().notice).toMatchObject({
      tone: "trouble",
      what: { kind: "file-trouble", reason: "not-workbook" },
    });
    desk.actions.end();
  });
});

test("the page for a new Biểu stays when another sheet is looked at", async () => {
  const workbook = memoryWorkbook(EMPTY);
  await addSample(workbook);
  const desk = paneOn(workbook);
  await desk.actions.start();
  desk.actions.openPage("create");
  workbook.activate("Sheet1");
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(desk.store.get()).toMatchObject({ page: "create" });
  expect(desk.store.get().sheet?.snapshot.sheet.name).toBe("Sheet1");
  desk.actions.end();
});
