/** Giải trình in the pane: given, kept, gone with the figures, taken back. */

import { explanationsOf, parseMemory } from "../../src/core/workbook/memory";
import { countsOf, findingsOf, sortFindings } from "../../src/taskpane/state/selectors";
import { deskWithSample, paneOn, placeIn, type Desk } from "./support";

const REASON = "Kế hoạch giao theo quyết định";

async function checked(): Promise<Desk> {
  const desk = await deskWithSample();
  desk.actions.setLive(false);
  desk.actions.chooseMode("values");
  await desk.actions.fill();
  await desk.actions.check();
  return desk;
}

const find = (desk: Desk, level: "error" | "warning", code?: string) =>
  findingsOf(desk.store.get()).find((one) => one.level === level && (code === undefined || one.code === code))!;

const explained = (desk: Desk) => {
  const { sheet, check } = desk.store.get();
  return sortFindings(sheet, check!.result).explained.map(({ finding, explanation }) => [
    finding.cell,
    explanation.text,
  ]);
};

const stored = (desk: Desk) => explanationsOf(parseMemory(desk.workbook.memory()).memory, "PL02");

test("an explained warning leaves the list, the counts and the marks, and is kept in one write", async () => {
  const desk = await checked();
  const warning = find(desk, "warning", "LAO_11");
  const { warning: before } = countsOf(desk.store.get());
  const { write } = desk.workbook.calls;
  await desk.actions.explain([warning], `  ${REASON}\n`);
  expect(desk.workbook.calls.write).toBe(write + 1);
  expect(countsOf(desk.store.get()).warning).toBe(before - 1);
  expect(explained(desk)).toEqual([[warning.cell, REASON]]);
  expect(desk.workbook.sheet("PL02").marks).toHaveLength(findingsOf(desk.store.get()).length);
  expect(stored(desk)).toEqual([expect.objectContaining({ rule: "QH3", row: "LAO_11", role: "plan", text: REASON })]);
  expect(desk.store.get().notice).toMatchObject({ what: { kind: "explained", count: 1 }, undoable: true });
  desk.actions.end();
});

test("another pane on the workbook finds it", async () => {
  const desk = await checked();
  await desk.actions.explain([find(desk, "warning", "LAO_11")], REASON);
  const again = paneOn(desk.workbook);
  await again.actions.start();
  await again.actions.check();
  expect(explained(again)).toHaveLength(1);
  desk.actions.end();
  again.actions.end();
});

test("it returns when a related figure changes, and holds again when the figure is back", async () => {
  const desk = await checked();
  const warning = find(desk, "warning", "LAO_11");
  await desk.actions.explain([warning], REASON);
  const related = placeIn("LAO_09", "plan");
  desk.workbook.type("PL02", [{ ...related, value: 285 }]);
  await desk.actions.check();
  expect(explained(desk)).toEqual([]);
  expect(find(desk, "warning", "LAO_11").cell).toBe(warning.cell);
  desk.workbook.type("PL02", [{ ...related, value: 300 }]);
  await desk.actions.check();
  expect(explained(desk)).toHaveLength(1);
  desk.actions.end();
});

test("a warning whose figures changed since it was shown is not explained, and that is said", async () => {
  const desk = await checked();
  const warning = find(desk, "warning", "LAO_11");
  desk.workbook.type("PL02", [{ ...placeIn("LAO_11", "plan"), value: 90 }]);
  await desk.actions.explain([warning], REASON);
  expect(stored(desk)).toEqual([]);
  expect(desk.store.get().notice?.what).toEqual({ kind: "sheet-changed" });
  desk.actions.end();
});

test("an error is not explained", async () => {
  const desk = await checked();
  await desk.actions.explain([find(desk, "error")], "Cứ để vậy");
  expect(stored(desk)).toEqual([]);
  desk.actions.end();
});

test("a reason is taken back alone or with all others, and undo brings them again", async () => {
  const desk = await checked();
  const [first, second] = findingsOf(desk.store.get()).filter(({ level }) => level === "warning");
  await desk.actions.explain([first!, second!], REASON);
  expect(explained(desk)).toHaveLength(2);
  await desk.actions.unexplain(first!);
  expect(explained(desk)).toEqual([[second!.cell, REASON]]);
  await desk.actions.resetExplanations();
  expect(explained(desk)).toEqual([]);
  expect(desk.store.get().notice).toMatchObject({ what: { kind: "explanations-reset", count: 1 }, undoable: true });
  await desk.actions.undo();
  expect(explained(desk)).toEqual([[second!.cell, REASON]]);
  desk.actions.end();
});
