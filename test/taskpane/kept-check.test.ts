import { deskWithSample, placeIn } from "./support";

const settle = () => new Promise((resolve) => setTimeout(resolve, 50));

/** A checked sample that was left for another sheet. */
async function away() {
  const desk = await deskWithSample();
  desk.workbook.add({ sheet: "Tổng hợp", rows: [[{ value: "TỔNG HỢP" }]] });
  await desk.actions.check();
  const { check } = desk.store.get();
  desk.workbook.activate("Tổng hợp");
  await settle();
  expect(desk.store.get().sheet?.snapshot.sheet.name).toBe("Tổng hợp");
  expect(desk.store.get().check).toBeUndefined();
  return { ...desk, before: check! };
}

test("looking at another sheet and coming back keeps the check", async () => {
  const { store, workbook, before } = await away();
  workbook.activate("PL02");
  await settle();
  expect(store.get().check?.result).toBe(before.result);
  expect(store.get().check?.stale).toBe(false);
});

test("a figure that changed meanwhile takes it away", async () => {
  const { store, workbook } = await away();
  workbook.type("PL02", [{ ...placeIn("LAO_02", "actual"), value: 7 }]);
  workbook.activate("PL02");
  await settle();
  expect(store.get().sheet?.snapshot.sheet.name).toBe("PL02");
  expect(store.get().check).toBeUndefined();
});

test("a row that was hidden or a title that changed meanwhile takes it away as well", async () => {
  const { store, workbook } = await away();
  workbook.type("PL02", [{ row: 0, column: 0, value: "Sở khác" }]);
  workbook.activate("PL02");
  await settle();
  expect(store.get().check).toBeUndefined();
});

test("a check that was stale when the sheet was left still is", async () => {
  const { store, workbook, actions } = await deskWithSample();
  actions.setLive(false);
  workbook.add({ sheet: "Khác", rows: [] });
  await actions.check();
  workbook.type("PL02", [{ ...placeIn("LAO_02", "actual"), value: 7 }]);
  expect(store.get().check?.stale).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 700));
  workbook.activate("Khác");
  await settle();
  workbook.activate("PL02");
  await settle();
  expect(store.get().check?.stale).toBe(true);
});
