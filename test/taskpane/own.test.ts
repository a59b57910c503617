/** A table of no known form becomes a form of one's own, or is taken for a part of ours. */

import type { Grid } from "../../src/core/table/grid";
import { asTyped } from "../support/published";
import { memoryWorkbook } from "../support/memory-port";
import { gridOf, type Line } from "../core/learn/table";
import { paneOn, type Desk } from "./support";

const LINES: readonly Line[] = [
  ["Trẻ được sàng lọc, trong đó:", "trẻ", 7540, 2435, 2507],
  ["- Miễn phí", "trẻ", 6990, 2250, 2299],
  ["- Xã hội hóa", "trẻ", 550, 185, 208],
  ["Số phụ nữ đẻ được khám", "người", 8832, 4620, 4227],
];

async function deskOn(grid: Grid): Promise<Desk> {
  const desk = paneOn(memoryWorkbook(grid), { choices: [["welcomed", "1"]] });
  await desk.actions.start();
  return desk;
}

const adoptionOf = ({ store }: Desk) => store.get().sheet!.adoption;
const noticeOf = ({ store }: Desk) => store.get().notice?.what;

async function withOwnForm(): Promise<Desk> {
  const desk = await deskOn(gridOf(LINES));
  await desk.actions.openLearn();
  desk.actions.acceptSure();
  await desk.actions.makeOwnForm();
  return desk;
}

test("nothing is accepted before the user says so", async () => {
  const desk = await deskOn(gridOf(LINES));
  expect(adoptionOf(desk).kind).toBe("unknown-form");
  await desk.actions.openLearn();
  const { learning, page } = desk.store.get();
  expect(page).toBe("learn");
  expect(learning!.learned.suggestions).toHaveLength(1);
  expect(learning!.decisions.size).toBe(0);
});

test("what was accepted is kept in the workbook, and the table is known and checked by it from then on", async () => {
  const desk = await withOwnForm();
  expect(noticeOf(desk)).toEqual({ kind: "own-made", form: "BR1", rows: 4, rules: 1 });
  expect(adoptionOf(desk)).toMatchObject({ kind: "adopted", form: { id: "BR1" } });
  const { id } = desk.store.get().sheet!.snapshot.sheet;
  await desk.workbook.port.write({ sheet: id, edits: [{ row: 3, column: 3, value: 158 }] });
  const again = paneOn(desk.workbook);
  await again.actions.start();
  expect(adoptionOf(again)).toMatchObject({ kind: "adopted", form: { id: "BR1" } });
  expect(again.store.get().forms.map(({ id }) => id)).toContain("BR1");
  await again.actions.check();
  const found = again.store.get().check!.result.findings.map(({ rule, cell }) => `${rule} ${cell}`);
  expect(found).toContain("QH1 D2");
});

test("a suggestion that was rejected is no rule", async () => {
  const desk = await deskOn(gridOf(LINES));
  await desk.actions.openLearn();
  const [{ id } = { id: "" }] = desk.store.get().learning!.learned.suggestions;
  desk.actions.decide(id, true);
  desk.actions.decide(id, false);
  await desk.actions.makeOwnForm();
  expect(noticeOf(desk)).toMatchObject({ kind: "own-made", rules: 0 });
});

test("making it is taken back in one step", async () => {
  const desk = await withOwnForm();
  await desk.actions.undo();
  expect(adoptionOf(desk).kind).toBe("unknown-form");
  expect(desk.store.get().forms.map(({ id }) => id)).not.toContain("BR1");
});

test("the form goes out in one file and comes in again in another workbook", async () => {
  const desk = await withOwnForm();
  await desk.actions.exportForm("BR1");
  const [file] = desk.saved;
  expect(file!.name).toBe("BR1.csv");
  const other = await deskOn(gridOf(LINES));
  const bytes = () => Promise.resolve(new TextEncoder().encode(file!.text).buffer);
  await other.actions.importForm({ name: "BR1.csv", bytes });
  expect(noticeOf(other)).toEqual({ kind: "own-imported", form: "BR1", rows: 4, rules: 1 });
  expect(adoptionOf(other)).toMatchObject({ kind: "adoptable", form: { id: "BR1" } });
});

test("an edited file that is wrong is refused with its lines, and the workbook stays as it is", async () => {
  const desk = await withOwnForm();
  await desk.actions.exportForm("BR1");
  const text = desk.saved[0]!.text.replace("số đếm", "đếm");
  const other = await deskOn(gridOf(LINES));
  await other.actions.importForm({
    name: "sua.csv",
    bytes: () => Promise.resolve(new TextEncoder().encode(text).buffer),
  });
  const { importTrouble, sheet } = other.store.get();
  expect(importTrouble!.file).toBe("sua.csv");
  expect(importTrouble!.problems[0]).toMatch(/^Dòng \d+: "Loại số" ghi "đếm": chỉ nhận số đếm/);
  expect(sheet!.memory.forms).toBeUndefined();
});

/** Brings a form in from a file of the text given. */
async function importing(text: string): Promise<Desk> {
  const other = await deskOn(gridOf(LINES));
  await other.actions.importForm({
    name: "sua.csv",
    bytes: () => Promise.resolve(new TextEncoder().encode(text).buffer),
  });
  return other;
}

test("a column that the loader does not know is told beside the form that was taken in", async () => {
  const desk = await withOwnForm();
  await desk.actions.exportForm("BR1");
  const more = desk.saved[0]!.text.split("\n").map((line) =>
    line.startsWith("Mã số;") ? `${line};Cách gộp` : /^CT\d+;/.test(line) ? `${line};tổng` : line,
  );
  const other = await importing(more.join("\n"));
  expect(noticeOf(other)?.kind).toBe("own-imported");
  expect(other.store.get().importTrouble).toEqual({
    file: "sua.csv",
    problems: ['Cột "Cách gộp" không có trong mẫu định nghĩa nên không được dùng.'],
    taken: true,
  });
});

test("a form for which the workbook has no room is not taken in, and it is said", async () => {
  const desk = await withOwnForm();
  await desk.actions.exportForm("BR1");
  const { text } = desk.saved[0]!;
  const other = await deskOn(gridOf(LINES));
  for (let number = 1; number <= 21; number += 1) {
    const own = text.replace("BR1", `BR${number}`);
    await other.actions.importForm({
      name: "bieu.csv",
      bytes: () => Promise.resolve(new TextEncoder().encode(own).buffer),
    });
  }
  expect(noticeOf(other)).toEqual({ kind: "own-no-room", form: "BR21", why: "too-many" });
  expect(other.store.get().sheet!.memory.forms).toHaveLength(20);
  // One that it has already is replaced.
  await other.actions.importForm({
    name: "bieu.csv",
    bytes: () => Promise.resolve(new TextEncoder().encode(text).buffer),
  });
  expect(noticeOf(other)?.kind).toBe("own-imported");
});

test("a form that is removed leaves the table unknown again", async () => {
  const desk = await withOwnForm();
  await desk.actions.removeForm("BR1");
  expect(adoptionOf(desk).kind).toBe("unknown-form");
});

describe("a small part of PL02", () => {
  const typed = asTyped("pl02");
  const part: Grid = { ...typed, rows: [...typed.rows.slice(0, 5), ...typed.rows.slice(128, 150)] };

  test("is taken for PL02 where the user chooses it", async () => {
    const desk = await deskOn(part);
    expect(adoptionOf(desk).kind).toBe("unknown-form");
    await desk.actions.chooseForm("PL02");
    expect(adoptionOf(desk)).toMatchObject({ kind: "adoptable", form: { id: "PL02" } });
    await desk.actions.adopt();
    expect(adoptionOf(desk)).toMatchObject({ kind: "adopted", form: { id: "PL02" } });
  });

  test("is not taken for a form that it has nothing of", async () => {
    const desk = await deskOn(part);
    await desk.actions.chooseForm("B04");
    expect(noticeOf(desk)).toMatchObject({ kind: "not-part" });
    expect(adoptionOf(desk).kind).toBe("unknown-form");
  });
});
