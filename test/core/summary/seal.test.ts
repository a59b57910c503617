/** A sheet that somebody edited is told from one that still says what it said: nobody's work is replaced. */

import { sealOf } from "../../../src/core/summary/seal";
import type { Cell, Grid } from "../../../src/core/table/grid";

const sheet = (rows: readonly (readonly (Cell | undefined)[])[], more: Partial<Grid> = {}): Grid => ({
  sheet: "Tổng hợp",
  rows,
  ...more,
});
const ROWS: readonly (readonly (Cell | undefined)[])[] = [
  [{ value: "Cả biểu" }, { value: 3 }, undefined],
  [],
  [undefined, { value: "12" }, { value: 12, formula: "B1*4" }],
];
const SEAL = sealOf(sheet(ROWS));

const changed = (row: number, column: number, cell: Cell | undefined) => {
  const rows = ROWS.map((cells) => [...cells]);
  rows[row]![column] = cell;
  return sealOf(sheet(rows));
};

test("says how many cells hold something, then sixteen digits", () => {
  expect(SEAL).toMatch(/^4-[0-9a-f]{16}$/);
  expect(sealOf(sheet([]))).toMatch(/^0-[0-9a-f]{16}$/);
});

test.each<[string, string]>([
  ["the sheet read again", sealOf(sheet(ROWS.map((cells) => cells.map((cell) => cell && { ...cell }))))],
  ["another look", changed(0, 1, { value: 3, format: "0.0" })],
  ["another result of the same formula", changed(2, 2, { value: 13, formula: "B1*4" })],
  ["blank cells and rows at its end", sealOf(sheet([...ROWS, [], [undefined, { value: null }, { value: "" }]]))],
  ["another name, or hidden rows", sealOf(sheet(ROWS, { sheet: "Khác", hiddenRows: new Set([1]) }))],
])("is the same for %s", (_, seal) => {
  expect(seal).toBe(SEAL);
});

test.each<[string, string]>([
  ["another figure", changed(0, 1, { value: 4 })],
  ["a figure for its text", changed(2, 1, { value: 12 })],
  ["another word", changed(0, 0, { value: "Cả  biểu" })],
  ["another formula", changed(2, 2, { value: 12, formula: "B1*5" })],
  ["its result in a formula's place", changed(2, 2, { value: 12 })],
  ["a note beside it", changed(1, 5, { value: "đã xem" })],
  ["a zero in a blank cell", changed(0, 2, { value: 0 })],
  ["a cell emptied", changed(0, 1, undefined)],
  ["a row more above it", sealOf(sheet([[], ...ROWS]))],
  ["two rows in each other's place", sealOf(sheet([ROWS[2]!, ROWS[1]!, ROWS[0]!]))],
])("is another for %s", (_, seal) => {
  expect(seal).not.toBe(SEAL);
});

test("many sheets that differ in one figure have as many seals", () => {
  const seals = new Set(Array.from({ length: 2_000 }, (_, value) => changed(0, 1, { value })));
  expect(seals.size).toBe(2_000);
});
