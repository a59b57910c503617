import { inBatches, planWrites, restoring } from "../../src/excel/write-plan";
import { areaAddress } from "../../src/core/table/grid";
import type { CellEdit } from "../../src/core/table/grid";

const down = (column: number, rows: readonly number[]): CellEdit[] =>
  rows.map((row) => ({ row, column, value: row, formula: `A${row + 1}` }));

test("two columns of edits are two ranges, with what is between left alone", () => {
  const rows = Array.from({ length: 600 }, (_, index) => index + 8).filter((row) => row % 5 !== 0);
  const writes = planWrites([...down(6, rows), ...down(7, rows)]);
  expect(writes.map(({ area }) => areaAddress(area))).toEqual(["G9:G608", "H9:H608"]);
  expect(writes[0]!.formulas.slice(0, 4)).toEqual([["=A9"], ["=A10"], [null], ["=A12"]]);
});

test("edits far apart are ranges of their own", () => {
  expect(planWrites(down(0, [3, 4, 900])).map(({ area }) => areaAddress(area))).toEqual(["A4:A5", "A901"]);
});

test("of two edits of one cell the later counts", () => {
  const [write] = planWrites([
    { row: 0, column: 0, value: 1 },
    { row: 0, column: 0, value: 2 },
  ]);
  expect(write!.formulas).toEqual([[2]]);
});

test("nothing to write is no range", () => {
  expect(planWrites([])).toEqual([]);
  expect(inBatches([])).toEqual([[]]);
});

test("a Biểu is one batch; what is too large for one is cut, also within a column, and stays in order", () => {
  const edits = down(
    0,
    Array.from({ length: 1_000 }, (_, row) => row),
  );
  expect(inBatches(planWrites(edits))).toHaveLength(1);
  const batches = inBatches(planWrites(edits), 2_000);
  expect(batches.length).toBeGreaterThan(1);
  expect(batches.flat().flatMap(({ formulas }) => formulas)).toEqual(planWrites(edits)[0]!.formulas);
  const rows = batches.flat().flatMap(({ area }) => [area.top, area.bottom]);
  expect(rows).toEqual([...rows].sort((a, b) => a - b));
});

describe("after a write that stopped half-way", () => {
  const [write] = planWrites([
    { row: 0, column: 0, value: 50, formula: "B1*2" },
    { row: 1, column: 0, value: "1.750" },
    { row: 3, column: 0, value: 7 },
  ]);
  const before: CellEdit[] = [
    { row: 0, column: 0, value: 9 },
    { row: 1, column: 0, value: null, formula: "#N/A" },
    { row: 2, column: 0, value: "giữ" },
    { row: 3, column: 0, value: null },
  ];

  test("cells that hold what was written get back what they held", () => {
    expect(restoring(write!, before, [["=b1 * 2"], ["1.750"], ["giữ"], [7]])?.formulas).toEqual([
      [9],
      ["#N/A"],
      [null],
      [""],
    ]);
  });

  test("cells that were not reached, or that somebody changed meanwhile, are left alone", () => {
    expect(restoring(write!, before, [["=B1*2"], ["#N/A"], ["giữ"], [99]])?.formulas).toEqual([
      [9],
      [null],
      [null],
      [null],
    ]);
  });

  test("where nothing was reached there is nothing to bring back", () => {
    expect(restoring(write!, before, [[9], ["#N/A"], ["giữ"], [""]])).toBeUndefined();
  });
});
