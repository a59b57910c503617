/** Điền with the column Đánh giá: beside the table, in one write, back in one step, and nothing of the user's lost. */

import { cellAt, placeOf } from "../../src/core/table/grid";
import { footButtons } from "../../src/taskpane/frame/foot-buttons";
import { happenedWords } from "../../src/taskpane/frame/words";
import { VI } from "../../src/taskpane/texts/vi";
import { memoryWorkbook } from "../support/memory-port";
import { deskWithSample, paneOn, type Desk } from "./support";

const J = 9;
const TH = 5;
const grid = ({ workbook }: Desk) => workbook.sheet("PL02").grid;
const column = (desk: Desk) => grid(desk).rows.map((row) => row[J]);
const said = ({ store }: Desk) => happenedWords(store.get().notice!.what, VI);

async function deskThatAssesses(): Promise<Desk> {
  const desk = await deskWithSample();
  desk.actions.chooseAssess(true);
  return desk;
}

test.each([
  ["functions", /DANHGIA\(/],
  ["formulas", /^IF\(/],
  ["values", undefined],
] as const)("%s: one write fills the comparisons and the new column, dressed as the table", async (mode, formula) => {
  const desk = await deskThatAssesses();
  desk.actions.chooseMode(mode);
  const before = desk.workbook.calls.write;
  await desk.actions.fill();
  expect(desk.workbook.calls.write - before).toBe(1);
  expect(said(desk)).toMatch(/557 ô So với KH, 506 ô So với cùng kỳ và 488 ô Đánh giá/);
  expect(desk.workbook.sheet("PL02").dressed).toMatchObject([{ column: J, width: 14 }]);
  const cells = column(desk).flatMap((cell) => (cell ? [cell] : []));
  expect(cells[0]).toEqual({ value: "Đánh giá" });
  expect(cells.filter(({ value }) => value === "Chưa đạt").length).toBeGreaterThan(20);
  for (const cell of cells.slice(2)) {
    if (formula) expect(cell.formula).toMatch(formula);
    else expect(cell.formula).toBeUndefined();
  }
});

test("unasked, no column comes", async () => {
  const desk = await deskWithSample();
  await desk.actions.fill();
  expect(said(desk)).toBe("Đã điền 557 ô So với KH và 506 ô So với cùng kỳ.");
  expect(column(desk).every((cell) => cell === undefined)).toBe(true);
});

test("undo takes comparisons, words and look back at once", async () => {
  const desk = await deskThatAssesses();
  const before = JSON.stringify(grid(desk).rows.map((row) => row.map((cell) => [cell?.value ?? null, cell?.formula])));
  await desk.actions.fill();
  const writes = desk.workbook.calls.write;
  await desk.actions.undo();
  expect(desk.workbook.calls.write - writes).toBe(1);
  expect(desk.workbook.sheet("PL02").dressed).toEqual([]);
  const rows = grid(desk).rows.map((row) => row.slice(0, J).map((cell) => [cell?.value ?? null, cell?.formula]));
  expect(JSON.stringify(rows)).toBe(before);
  expect(column(desk).every((cell) => (cell?.value ?? null) === null)).toBe(true);
});

test("a column in which the user wrote meanwhile keeps its look and that note", async () => {
  const desk = await deskThatAssesses();
  await desk.actions.fill();
  const row = column(desk).findIndex((cell) => cell?.value === "Chưa đạt");
  desk.workbook.type("PL02", [{ row, column: J, value: "xem lại" }]);
  await desk.actions.undo();
  expect(cellAt(grid(desk), row, J)?.value).toBe("xem lại");
  expect(desk.workbook.sheet("PL02").dressed).toHaveLength(1);
});

test("the column that is there is ticked and filled again, another way too, without a question", async () => {
  const desk = await deskThatAssesses();
  await desk.actions.fill();
  const next = paneOn(desk.workbook);
  await next.actions.start();
  expect(next.store.get().fill.assess).toBe(true);
  next.actions.chooseMode("values");
  await next.actions.fill();
  expect(next.store.get().fill.asking).toBe(false);
  expect(next.workbook.sheet("PL02").dressed).toHaveLength(1);
  expect(column(next).some((cell) => cell?.formula !== undefined)).toBe(false);
  next.actions.end();
});

describe("a word typed by hand", () => {
  const withTyped = async () => {
    const desk = await deskThatAssesses();
    await desk.actions.fill();
    const row = column(desk).findIndex((cell) => cell?.value === "Chưa đạt");
    desk.workbook.type("PL02", [{ row, column: J, value: "Đạt" }]);
    await desk.actions.fill();
    return { desk, row };
  };

  test("is listed first, and nothing is written", async () => {
    const { desk, row } = await withTyped();
    const { fill, notice } = desk.store.get();
    expect(fill.asking).toBe(true);
    expect(fill.assessment?.replaced).toMatchObject([{ from: "Đạt", to: "Chưa đạt" }]);
    expect(placeOf(fill.assessment!.replaced[0]!.at)).toEqual({ row, column: J });
    expect(footButtons(desk.store.get(), desk.actions, VI).map(({ label }) => label)).toEqual([
      "Thay 1 ô và điền",
      "Giữ các ô này",
    ]);
    expect(notice?.what.kind).toBe("filled");
  });

  test("is kept where the user says so", async () => {
    const { desk, row } = await withTyped();
    await desk.actions.fillAnswered("keep");
    expect(cellAt(grid(desk), row, J)).toMatchObject({ value: "Đạt" });
    expect(said(desk)).toContain("487 ô Đánh giá");
  });

  test("is kept in place of “chưa có số liệu”, too, which is none of the judged rows", async () => {
    const desk = await deskThatAssesses();
    await desk.actions.fill();
    const row = column(desk).findIndex((cell) => cell?.value === "Chưa đạt");
    desk.workbook.type("PL02", [
      { row, column: TH, value: "…" },
      { row, column: J, value: "Đạt" },
    ]);
    await desk.actions.fill();
    expect(desk.store.get().fill.assessment).toMatchObject({ judged: 487, missing: 1, replaced: [{ from: "Đạt" }] });
    await desk.actions.fillAnswered("keep");
    expect(cellAt(grid(desk), row, J)).toMatchObject({ value: "Đạt" });
    expect(said(desk)).toContain("487 ô Đánh giá");
  });

  test("is replaced after a yes", async () => {
    const { desk, row } = await withTyped();
    await desk.actions.fillAnswered("replace");
    expect(cellAt(grid(desk), row, J)).toMatchObject({ value: "Chưa đạt" });
  });
});

test("a column of the user's own beside the table stays; ours comes right of it", async () => {
  const desk = await deskWithSample();
  const { rows } = desk.store.get().sheet!.table!;
  desk.workbook.type("PL02", [{ row: rows[3]!.row, column: J, value: "ghi chú" }]);
  desk.actions.chooseAssess(true);
  await desk.actions.fill();
  expect(column(desk).filter((cell) => cell?.value)).toEqual([{ value: "ghi chú" }]);
  expect(desk.workbook.sheet("PL02").dressed).toMatchObject([{ column: J + 1 }]);
});

test("something typed beside the table in the very moment of writing is not written over", async () => {
  const desk = await deskThatAssesses();
  const { rows } = desk.store.get().sheet!.table!;
  const { port } = desk.workbook;
  const read = port.read;
  Object.assign(port, {
    read: async (sheet?: string) => {
      const snapshot = await read(sheet);
      desk.workbook.type("PL02", [{ row: rows[3]!.row, column: J, value: "ghi chú" }]);
      return snapshot;
    },
  });
  await desk.actions.fill();
  Object.assign(port, { read });
  expect(desk.store.get().notice?.what).toMatchObject({ kind: "trouble", code: "moved" });
  expect(column(desk).filter((cell) => cell?.value)).toEqual([{ value: "ghi chú" }]);
});

test.each(["protected", "cell-edit", "sheet-gone"] as const)(
  "%s: the clear message, and nothing is written",
  async (code) => {
    const desk = await deskThatAssesses();
    desk.workbook.fail("write", code);
    await desk.actions.fill();
    expect(said(desk)).toBe(VI.troubles[code]);
    expect(column(desk).every((cell) => cell === undefined)).toBe(true);
  },
);

test("MT136 compares with nothing, and can still be judged", async () => {
  const desk = paneOn(memoryWorkbook({ sheet: "Sheet1", rows: [] }));
  await desk.actions.start();
  desk.actions.changeDraft({ formId: "MT136", period: { span: "year", year: 2024 }, unit: "Sở Y tế" });
  await desk.actions.create();
  desk.actions.openTab("fill");
  const next = () => footButtons(desk.store.get(), desk.actions, VI).map(({ label }) => label);
  expect(next()).toEqual(["Tiếp: kiểm tra"]);
  desk.actions.chooseAssess(true);
  expect(next()).toEqual(["Điền"]);
  await desk.actions.fill();
  expect(said(desk)).toMatch(/^Đã điền \d+ ô Đánh giá\.$/);
  desk.actions.end();
});
