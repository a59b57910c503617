import { deskWithSample, LAYOUT, placeIn, type Desk } from "./support";

const settle = () => new Promise((resolve) => setTimeout(resolve, 250));
const rowsOf = (...codes: readonly string[]) => {
  const rows = codes.map((code) => LAYOUT.rowOf.get(code)!);
  return { top: Math.min(...rows), bottom: Math.max(...rows) };
};

async function looking(): Promise<Desk> {
  const desk = await deskWithSample();
  desk.actions.openTab("results");
  await settle();
  return desk;
}
const told = ({ store }: Desk) => store.get().sentences.told?.sentences.map(({ text }) => text);

const TREATED =
  "Hoạt động phòng chống bệnh đái tháo đường: khám và điều trị cho 14.137 lượt đạt 61,7% KH, tăng 18,9% so với cùng kỳ.";
const SCREENED = "Số xã khám sàng lọc 6 xã đạt 100% KH, giảm 40% so với cùng kỳ.";

test("the selected rows are told as the selection moves, of several areas too", async () => {
  const desk = await looking();
  desk.workbook.select(rowsOf("DTD_10"));
  await settle();
  expect(told(desk)).toEqual([TREATED]);
  desk.workbook.select(rowsOf("DTD_10"), rowsOf("LAO_02"));
  await settle();
  expect(told(desk)).toEqual([SCREENED, TREATED]);
});

test("the selection is read only while the results are looked at", async () => {
  const desk = await deskWithSample();
  desk.workbook.select(rowsOf("DTD_10"));
  await settle();
  expect(desk.workbook.calls.selection).toBe(0);
  desk.actions.openTab("results");
  await settle();
  expect(told(desk)).toEqual([TREATED]);
});

test("a figure that is typed changes its sentence", async () => {
  const desk = await looking();
  desk.workbook.select(rowsOf("LAO_02"));
  await settle();
  desk.workbook.type("PL02", [{ ...placeIn("LAO_02", "actual"), value: 5 }]);
  await new Promise((resolve) => setTimeout(resolve, 900));
  expect(told(desk)).toEqual(["Số xã khám sàng lọc 5 xã đạt 83,3% KH, giảm 50% so với cùng kỳ."]);
});

test("a section is told until the selected rows are asked for again, or another sheet is opened", async () => {
  const desk = await looking();
  desk.workbook.select(rowsOf("LAO_02"));
  await desk.actions.tellSection("RUOU");
  await settle();
  expect(told(desk)![0]).toMatch(/^Hoạt động phòng, chống tác hại rượu, bia: /);
  await desk.actions.tellSection(undefined);
  expect(told(desk)).toEqual([SCREENED]);
  await desk.actions.tellSection("RUOU");
  desk.workbook.add({ sheet: "Khác", rows: [] });
  desk.workbook.activate("Khác");
  await settle();
  expect(desk.store.get().sentences).toMatchObject({ section: undefined, told: undefined });
});

test("they are copied one a line; the paragraph of the form is the command line's own", async () => {
  const desk = await looking();
  desk.workbook.select(rowsOf("LAO_02"), rowsOf("DTD_10"));
  await settle();
  await desk.actions.copySentences();
  await desk.actions.copySummary();
  expect(desk.copied[0]).toBe(`${SCREENED}\n${TREATED}`);
  expect(desk.copied[1]).toMatch(
    /^Tính đến hết 6 tháng đầu năm 2024, hoàn thành và vượt kế hoạch cả năm \d+\/\d+ chỉ tiêu, \d+ chỉ tiêu đạt tiến độ, có \d+ chỉ tiêu chưa đạt là: \(1\) /,
  );
});

test("Ghi ra trang puts them on a sheet, the next free name, and takes it back", async () => {
  const desk = await looking();
  desk.workbook.add({ sheet: "Câu văn", rows: [[{ value: "của tôi" }]] });
  desk.workbook.select(rowsOf("LAO_02"));
  await settle();
  await desk.actions.addSentences();
  expect(desk.store.get().notice).toMatchObject({
    what: { kind: "sentences-added", sheet: "Câu văn (2)", count: 1 },
    undoable: true,
  });
  const { rows } = desk.workbook.sheet("Câu văn (2)").grid;
  expect(rows.at(-1)!.map((cell) => cell?.value)).toEqual([expect.stringMatching(/^[A-Z]+\d+$/), SCREENED]);
  expect(desk.store.get().sheet?.snapshot.sheet.name).toBe("PL02");
  await desk.actions.undo();
  expect(desk.workbook.names()).not.toContain("Câu văn (2)");
  expect(desk.workbook.sheet("Câu văn").grid.rows[0]![0]?.value).toBe("của tôi");
});

test("nothing to tell makes no sheet and says so; a locked workbook is said", async () => {
  const desk = await looking();
  desk.workbook.select({ top: 0, bottom: 0 });
  await settle();
  await desk.actions.addSentences();
  expect(desk.store.get().notice?.what).toEqual({ kind: "nothing-told" });
  desk.workbook.select(rowsOf("LAO_02"));
  await settle();
  desk.workbook.fail("createSheet", "protected");
  await desk.actions.addSentences();
  expect(desk.store.get().notice?.what).toEqual({ kind: "trouble", code: "protected", during: "creating" });
});

test("a cell that is being edited is no trouble: the next selection is read", async () => {
  const desk = await looking();
  desk.workbook.fail("selection", "cell-edit");
  desk.workbook.select(rowsOf("LAO_02"));
  await settle();
  expect(desk.store.get().notice).toBeUndefined();
  desk.workbook.fail("selection", undefined);
  desk.workbook.select(rowsOf("DTD_10"));
  await settle();
  expect(told(desk)).toEqual([TREATED]);
});
