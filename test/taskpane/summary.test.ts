import { deskWithSample, paneOn, placeIn } from "./support";

const summed = async () => {
  const desk = await deskWithSample();
  await desk.actions.addSummary();
  return desk;
};

test("the sheet is added beside the Biểu, which stays open, and what was done is said", async () => {
  const { store, workbook } = await summed();
  expect(workbook.names()).toContain("Tổng hợp");
  const { notice, sheet } = store.get();
  expect(sheet?.snapshot.sheet.name).toBe("PL02");
  expect(notice).toMatchObject({ what: { kind: "summary-added", sheet: "Tổng hợp" }, undoable: true });
  expect(workbook.sheet("Tổng hợp").grid.rows[6]![0]?.value).toBe("Cả biểu");
});

test("it counts the figures as they are now, not as they were when the pane last looked", async () => {
  const desk = await deskWithSample();
  const before = desk.store.get().results!.assessments.find(({ status }) => status === "behind")!;
  desk.workbook.type("PL02", [{ ...placeIn(before.code, "actual"), value: 9_999_999 }]);
  await desk.actions.addSummary();
  const listed = desk.workbook.sheet("Tổng hợp").grid.rows.filter((row) => row[8]?.value === "Chậm tiến độ");
  expect(listed.length).toBe(desk.store.get().results!.assessments.filter(({ status }) => status === "behind").length);
});

test("Hoàn tác takes it away, and leaves it where somebody wrote in it since", async () => {
  const { actions, store, workbook } = await summed();
  await actions.undo();
  expect(workbook.names()).not.toContain("Tổng hợp");
  await actions.addSummary();
  workbook.type("Tổng hợp", [{ row: 6, column: 1, value: 0 }]);
  await actions.undo();
  expect(workbook.names()).toContain("Tổng hợp");
  expect(store.get().notice?.what).toEqual({ kind: "undo-refused", why: "changed" });
});

test("a sheet of that name that is there stays as it is", async () => {
  const desk = await deskWithSample();
  desk.workbook.add({ sheet: "Tổng hợp", rows: [[{ value: "của tôi" }]] });
  await desk.actions.addSummary();
  expect(desk.workbook.sheet("Tổng hợp").grid.rows[0]![0]?.value).toBe("của tôi");
  expect(desk.workbook.names()).toContain("Tổng hợp (2)");
});

test("in a protected workbook nothing is made and it is said", async () => {
  const desk = await deskWithSample();
  desk.workbook.fail("createSheet", "structure-protected");
  await desk.actions.addSummary();
  expect(desk.store.get().notice?.what).toEqual({ kind: "trouble", code: "structure-protected", during: "creating" });
});

test("an earlier one that nobody wrote in gives way, and Hoàn tác brings it back", async () => {
  const desk = await summed();
  const before = desk.workbook.sheet("Tổng hợp").grid.rows;
  desk.workbook.type("PL02", [{ ...placeIn("LAO_02", "actual"), value: 1 }]);
  await desk.actions.addSummary();
  expect(desk.workbook.names().filter((name) => name.startsWith("Tổng hợp"))).toEqual(["Tổng hợp"]);
  expect(desk.workbook.sheet("Tổng hợp").grid.rows).not.toEqual(before);
  expect(desk.store.get().notice).toMatchObject({ what: { kind: "summary-replaced" }, undoable: true });
  await desk.actions.undo();
  expect(desk.workbook.sheet("Tổng hợp").grid.rows).toEqual(before);
  // What was brought back is ours as it was made.
  await desk.actions.addSummary();
  expect(desk.store.get().notice?.what).toMatchObject({ kind: "summary-replaced" });
});

test("one that somebody wrote in stays, a second is made and it is said", async () => {
  const desk = await summed();
  desk.workbook.type("Tổng hợp", [{ row: 4, column: 0, value: "Ghi chú của phòng" }]);
  await desk.actions.addSummary();
  expect(desk.workbook.names()).toEqual(expect.arrayContaining(["Tổng hợp", "Tổng hợp (2)"]));
  expect(desk.workbook.sheet("Tổng hợp").grid.rows[4]![0]?.value).toBe("Ghi chú của phòng");
  expect(desk.store.get().notice?.what).toEqual({
    kind: "summary-beside",
    sheet: "Tổng hợp (2)",
    earlier: "Tổng hợp",
  });
  // The next one replaces the second, which is ours as it was made.
  await desk.actions.addSummary();
  expect(desk.workbook.names().filter((name) => name.startsWith("Tổng hợp"))).toHaveLength(2);
});

test("an untouched one of an earlier session is replaced, without a way back that could not keep its word", async () => {
  const desk = await summed();
  const later = paneOn(desk.workbook);
  await later.actions.start();
  await later.actions.addSummary();
  expect(desk.workbook.names().filter((name) => name.startsWith("Tổng hợp"))).toEqual(["Tổng hợp"]);
  expect(later.store.get().notice).toMatchObject({ what: { kind: "summary-replaced" }, undoable: false });
});
