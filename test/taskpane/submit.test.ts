/** Nộp in the pane: what is asked again before a copy is made, what the copy is, and how it is verified. */

import type { CellEdit } from "../../src/core/table/grid";
import { fingerprintOf } from "../../src/core/submit/fingerprint";
import { memoryOf, parseMemory } from "../../src/core/workbook/memory";
import { isExplainable } from "../../src/core/check/explanations";
import { columnOf } from "../../src/core/table/binding";
import { placeOf } from "../../src/core/table/grid";
import { memoryWorkbook, type MemoryWorkbook } from "../support/memory-port";
import { typed } from "../support/published";
import { readData } from "../quality/book";
import { applyEdits } from "../../src/xlsx/patch";
import { openWorkbook } from "../../src/xlsx/open";
import { gateNow, tableToSend } from "../../src/taskpane/state/gate";
import { isAsSent, sentOf } from "../../src/taskpane/state/sent";
import { findingsOf } from "../../src/taskpane/state/selectors";
import { addSample, deskWithSample, LAYOUT, NOON, paneOn, placeIn, type Desk } from "./support";

const REASON = "=Số theo quyết định";

/** What makes Điện Biên's published figures agree with each other. */
const MENDED = readData("mended.csv").flatMap(([code, role, , to]): CellEdit[] => {
  const value = typed(to!)?.value;
  return LAYOUT.rowOf.has(code!) ? [{ ...placeIn(code!, role!), value: typeof value === "number" ? value : to! }] : [];
});

/** Filled and mended; warnings are left. */
async function mended(): Promise<Desk> {
  const workbook = memoryWorkbook({ sheet: "Sheet1", rows: [] });
  await addSample(workbook, MENDED);
  const desk = paneOn(workbook);
  await desk.actions.start();
  desk.actions.setLive(false);
  desk.actions.chooseMode("values");
  await desk.actions.fill();
  await desk.actions.check();
  return desk;
}

async function ready(): Promise<Desk> {
  const desk = await mended();
  await desk.actions.explain(findingsOf(desk.store.get()).filter(isExplainable), REASON);
  desk.actions.setPerson("Nguyễn  Thị A");
  return desk;
}

const standing = (desk: Desk) => gateNow(desk.store.get())?.items.map(({ question, state }) => `${question} ${state}`);
const said = (desk: Desk) => desk.store.get().notice?.what;
const tables = (desk: Desk) => {
  const { verified } = desk.store.get().submit;
  return verified?.kind === "read" ? verified.tables : [];
};
const verify = (desk: Desk, bytes: Uint8Array) =>
  desk.actions.verifyFile({ name: "nop.xlsx", bytes: () => Promise.resolve(Uint8Array.from(bytes).buffer) });

describe("what stands in the way", () => {
  test("is nothing known before a check, or once the sheet changed", async () => {
    const desk = await deskWithSample();
    expect(gateNow(desk.store.get())).toBeUndefined();
    desk.actions.setLive(false);
    await desk.actions.check();
    expect(standing(desk)).toContain("errors open");
    desk.workbook.type("PL02", [{ ...placeIn("LAO_01", "actual"), value: 1 }]);
    expect(gateNow(desk.store.get())).toBeUndefined();
    desk.actions.end();
  });

  test("fills itself: mending and explaining tick the questions one by one", async () => {
    const desk = await mended();
    expect(standing(desk)).toEqual([
      "complete done",
      "errors done",
      "warnings open",
      "derived done",
      "definition done",
    ]);
    await desk.actions.explain(findingsOf(desk.store.get()).filter(isExplainable), REASON);
    expect(gateNow(desk.store.get())).toMatchObject({ ready: true });
    desk.actions.end();
  });

  test("counts rules that are ignored while working", async () => {
    const desk = await deskWithSample();
    desk.actions.setLive(false);
    desk.actions.chooseMode("values");
    await desk.actions.fill();
    await desk.actions.check();
    const rules = new Set(findingsOf(desk.store.get()).map(({ rule }) => rule));
    for (const rule of rules) await desk.actions.ignoreRule(rule, rule);
    expect(findingsOf(desk.store.get())).toEqual([]);
    expect(standing(desk)).toContain("errors open");
    desk.actions.end();
  });
});

describe("making the copy", () => {
  test("asks for a name first, and reads nothing without one", async () => {
    const desk = await ready();
    desk.actions.setPerson("  ");
    const { read } = desk.workbook.calls;
    await desk.actions.submit();
    expect(said(desk)).toEqual({ kind: "no-person" });
    expect(desk.store.get().submit.nameAsked).toBe(true);
    expect(desk.workbook.calls.read).toBe(read);
    expect(desk.workbook.opened).toEqual([]);
    desk.actions.end();
  });

  test("is refused with the count of what is open", async () => {
    const desk = await mended();
    desk.actions.setPerson("A");
    await desk.actions.submit();
    expect(said(desk)).toEqual({ kind: "gate-closed", questions: 1 });
    expect(desk.workbook.opened).toEqual([]);
    desk.actions.end();
  });

  test("opens a workbook that verifies, remembers the name and says the fingerprint", async () => {
    const desk = await ready();
    await desk.actions.submit();
    expect(said(desk)).toEqual({ kind: "sent", file: "PL02_2024-6T_nop.xlsx", by: "window" });
    expect(desk.workbook.opened).toHaveLength(1);
    expect(desk.files).toEqual([]);
    expect(desk.choices.get("person")).toBe("Nguyễn  Thị A");
    const { note } = sentOf(desk.store.get())!;
    expect(note).toMatchObject({ person: "Nguyễn Thị A", at: NOON.toISOString(), file: "PL02_2024-6T_nop.xlsx" });
    expect(note.fingerprint).toBe(await fingerprintOf(tableToSend(desk.store.get().sheet!)!));
    expect(isAsSent(desk.store.get())).toBe(true);
    const book = await openWorkbook(desk.workbook.opened[0]!);
    expect(book.sheets.map(({ name }) => name)).toEqual(["PL02", "Phiếu kiểm tra"]);
    expect(JSON.stringify(book.grid("Phiếu kiểm tra").rows)).toContain("Nguyễn Thị A");
    await verify(desk, desk.workbook.opened[0]!);
    expect(tables(desk)).toMatchObject([{ outcome: "same", changes: [], now: note.fingerprint }]);
    desk.actions.end();
  });

  test("reads the sheet itself, whatever events said: a figure that was changed unseen closes the gate", async () => {
    const desk = await ready();
    desk.actions.end();
    desk.workbook.type("PL02", [{ ...placeIn("LAO_01", "actual"), value: "khoảng 20" }]);
    expect(gateNow(desk.store.get())?.ready).toBe(true);
    await desk.actions.submit();
    expect(said(desk)?.kind).toBe("gate-closed");
    expect(standing(desk)).toContain("errors open");
    expect(desk.workbook.opened).toEqual([]);
  });

  test("does not keep a copy of figures that changed while it was made", async () => {
    const desk = await ready();
    const sending = desk.actions.submit();
    const stop = desk.store.subscribe(() => {
      if ((desk.store.get().work?.progress ?? 0) < 0.8) return;
      stop();
      desk.workbook.type("PL02", [{ ...placeIn("LAO_01", "actual"), value: 1 }]);
    });
    await sending;
    expect(said(desk)).toEqual({ kind: "sheet-changed" });
    expect(desk.workbook.opened).toEqual([]);
    desk.actions.end();
  });

  test("stops when asked, and then nothing was made", async () => {
    const desk = await ready();
    const sending = desk.actions.submit();
    const stop = desk.store.subscribe(() => {
      if ((desk.store.get().work?.progress ?? 0) === 0) return;
      stop();
      desk.store.get().work?.stop?.();
    });
    await sending;
    expect(said(desk)).toEqual({ kind: "stopped" });
    expect(desk.workbook.opened).toEqual([]);
    desk.actions.end();
  });

  test("a later figure on the sheet is no longer what was sent; the same figure typed again is", async () => {
    const desk = await ready();
    await desk.actions.submit();
    const place = placeIn("LAO_01", "actual");
    const before = desk.store.get().sheet!.snapshot.grid.rows[place.row]![place.column]!.value;
    desk.workbook.type("PL02", [{ ...place, value: 999 }]);
    await desk.actions.check();
    expect(sentOf(desk.store.get())?.figures).toBe("changed");
    desk.workbook.type("PL02", [{ ...place, value: Number(before) }]);
    await desk.actions.check();
    expect(isAsSent(desk.store.get())).toBe(true);
    desk.actions.end();
  });
});

/** What the workbook remembers of having sent PL02. */
const kept = (workbook: MemoryWorkbook) => memoryOf(parseMemory(workbook.memory()).memory, "PL02")?.sent;

describe("handing the copy out", () => {
  test("a copy that Excel does not open stays in the pane, and comes out as a download", async () => {
    const desk = await ready();
    desk.workbook.fail("openInNewWindow", "unknown");
    await desk.actions.submit();
    expect(said(desk)).toEqual({ kind: "not-given", by: "window", code: "unknown" });
    expect(isAsSent(desk.store.get())).toBe(false);
    expect(kept(desk.workbook)).toBeUndefined();
    await desk.actions.giveCopy("download");
    expect(said(desk)).toMatchObject({ kind: "sent", by: "download" });
    expect(desk.files.map(({ name }) => name)).toEqual(["PL02_2024-6T_nop.xlsx"]);
    expect((await openWorkbook(desk.files[0]!.bytes)).sheets).toHaveLength(2);
    expect(kept(desk.workbook)).toMatchObject({ person: "Nguyễn Thị A" });
    desk.actions.end();
  });

  test("a workbook that cannot be told does not lose the copy; it is told later", async () => {
    const desk = await ready();
    desk.workbook.fail("write", "cell-edit");
    await desk.actions.submit();
    expect(desk.workbook.opened).toHaveLength(1);
    expect(said(desk)).toEqual({ kind: "sent-not-kept", file: "PL02_2024-6T_nop.xlsx", code: "cell-edit" });
    expect(isAsSent(desk.store.get())).toBe(true);
    expect(kept(desk.workbook)).toBeUndefined();
    desk.workbook.fail("write", undefined);
    await desk.actions.keepSent();
    expect(said(desk)).toEqual({ kind: "sent-kept" });
    expect(kept(desk.workbook)?.fingerprint).toBe(sentOf(desk.store.get())?.note.fingerprint);
    desk.actions.end();
  });

  test("getting it again opens the same copy and writes nothing anew", async () => {
    const desk = await ready();
    await desk.actions.submit();
    const { write } = desk.workbook.calls;
    await desk.actions.giveCopy("window");
    expect(desk.workbook.opened[1]).toEqual(desk.workbook.opened[0]);
    expect(desk.workbook.calls.write).toBe(write);
    desk.actions.end();
  });

  test("keeps what else the workbook remembers", async () => {
    const desk = await ready();
    const before = parseMemory(desk.workbook.memory()).memory.sheets[0]!;
    await desk.actions.submit();
    expect(parseMemory(desk.workbook.memory()).memory.sheets[0]).toEqual({ ...before, sent: kept(desk.workbook) });
    desk.actions.end();
  });
});

describe("a workbook that is opened again", () => {
  test("was sent as long as its figures are the ones sent, and says so when they are not", async () => {
    const first = await ready();
    await first.actions.submit();
    first.actions.end();
    const desk = paneOn(first.workbook);
    await desk.actions.start();
    expect(desk.store.get().check).toBeUndefined();
    expect(isAsSent(desk.store.get())).toBe(true);
    expect(sentOf(desk.store.get())).toMatchObject({ copy: undefined, note: { file: "PL02_2024-6T_nop.xlsx" } });
    desk.workbook.type("PL02", [{ ...placeIn("LAO_01", "actual"), value: 1 }]);
    await desk.actions.check();
    expect(isAsSent(desk.store.get())).toBe(false);
    expect(sentOf(desk.store.get())?.figures).toBe("changed");
    desk.actions.end();
  });

  test("the copy itself is no working Biểu: it is verified where it is open", async () => {
    const first = await ready();
    await first.actions.submit();
    first.actions.end();
    const book = await openWorkbook(first.workbook.opened[0]!);
    const workbook = memoryWorkbook(...book.sheets.map(({ name }) => book.grid(name)));
    const desk = paneOn(workbook);
    await desk.actions.start();
    expect(desk.store.get().sheet?.isSentCopy).toBe(true);
    await desk.actions.verifyOpen();
    expect(desk.store.get().submit.verified).toMatchObject({ kind: "read", untouched: true, person: "Nguyễn Thị A" });
    expect(tables(desk)).toMatchObject([{ outcome: "same" }]);
    const row = workbook.sheet("PL02").grid.rows.findIndex((cells) => cells.some((cell) => cell?.value === "LAO_01"));
    workbook.type("PL02", [{ row, column: placeIn("LAO_01", "actual").column, value: 4321 }]);
    await desk.actions.verifyOpen();
    expect(tables(desk)).toMatchObject([{ outcome: "changed" }]);
    desk.actions.end();
  });

  test("a working Biểu is none", async () => {
    const desk = await mended();
    expect(desk.store.get().sheet?.isSentCopy).toBe(false);
    desk.actions.end();
  });
});

describe("verifying a file", () => {
  let desk: Desk;
  let copy: Uint8Array;
  beforeAll(async () => {
    desk = await ready();
    await desk.actions.submit();
    copy = desk.workbook.opened[0]!;
  });
  afterAll(() => desk.actions.end());

  const tampered = async (sheet: string, code: string, value: number) => {
    const grid = (await openWorkbook(copy)).grid(sheet);
    const row = grid.rows.findIndex((cells) => cells.some((cell) => cell?.value === code));
    const column = columnOf(desk.store.get().sheet!.table!.binding, "actual")!.column;
    return applyEdits(copy, sheet, [{ row, column, value }]);
  };

  test("names the figure that was changed in it, as on the open sheet and in the file", async () => {
    await verify(desk, await tampered("PL02", "LAO_01", 4321));
    const [table] = tables(desk);
    expect(table).toMatchObject({ outcome: "changed", sheet: desk.store.get().sheet!.snapshot.sheet.id });
    expect(table!.changes).toEqual([expect.objectContaining({ row: "LAO_01", role: "actual", after: "4321" })]);
    expect(placeOf(table!.changes![0]!.atBefore!)).toEqual(placeIn("LAO_01", "actual"));
  });

  test("what was compared no longer holds once the sheet changes, until it is compared again", async () => {
    await verify(desk, await tampered("PL02", "LAO_01", 4321));
    const holds = () => {
      const { sheet, submit } = desk.store.get();
      return sheet?.fingerprint === submit.verified?.against;
    };
    expect(holds()).toBe(true);
    const place = placeIn("LAO_01", "actual");
    const before = desk.store.get().sheet!.snapshot.grid.rows[place.row]![place.column]!.value;
    desk.workbook.type("PL02", [{ ...place, value: 4321 }]);
    await desk.actions.check();
    expect(holds()).toBe(false);
    await desk.actions.verifyAgain();
    expect(holds()).toBe(true);
    expect(tables(desk)).toMatchObject([{ outcome: "changed", changes: [] }]);
    desk.workbook.type("PL02", [{ ...place, value: Number(before) }]);
    await desk.actions.check();
  });

  test("says nothing of cells where another Biểu is open", async () => {
    const other = paneOn(memoryWorkbook({ sheet: "Sheet1", rows: [] }));
    await other.actions.start();
    await verify(other, await tampered("PL02", "LAO_01", 4321));
    expect(tables(other)).toMatchObject([{ outcome: "changed", changes: undefined }]);
    other.actions.end();
  });

  test("tells a workbook without Phiếu kiểm tra, and what is no workbook, apart", async () => {
    await verify(desk, new TextEncoder().encode("Đây không phải tệp Excel"));
    expect(said(desk)?.kind).toBe("file-trouble");
    expect(desk.store.get().submit.verified).toBeUndefined();
  });
});
