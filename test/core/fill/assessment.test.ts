import { planAssessment } from "../../../src/core/fill/assessment";
import { parsePeriod } from "../../../src/core/form/period";
import { readFigures, type FigureTable } from "../../../src/core/table/figures";
import type { Cell } from "../../../src/core/table/grid";
import { FORM, tableOf, type Written } from "../table/support";

const period = parsePeriod("2024-6T")!;
const ROWS: readonly (readonly [string, ...Written[]])[] = [
  ["KHAM", 1000, 400],
  ["GIUONG", 100, 100],
  ["CS", 90, null],
];
const TABLE = tableOf(FORM, ROWS, { period });

/** The same table with one more column. */
function beside(cells: readonly (Cell | undefined)[], gap = 0): FigureTable {
  const { grid, binding } = TABLE;
  const rows = grid.rows.map((row, index) => {
    const wide = [...row];
    wide[7 + gap] = cells[index];
    return wide;
  });
  return readFigures({ ...grid, rows }, binding);
}

describe("where the column stands", () => {
  test("right of the table where there is none", () => {
    const { columns, edits } = planAssessment(TABLE, "values");
    expect(columns).toMatchObject([{ column: 7, isNew: true, top: 0, bottom: 3 }]);
    expect(edits[0]).toEqual({ row: 0, column: 7, value: "Đánh giá" });
  });

  test("right of a column of the user's own, which stays as it is", () => {
    const { columns, edits } = planAssessment(
      beside([{ value: "Ghi chú" }, undefined, { value: "=rà soát" }]),
      "values",
    );
    expect(columns).toMatchObject([{ column: 8, isNew: true }]);
    expect(edits.filter(({ column }) => column === 7)).toEqual([]);
  });

  test.each(["Đánh giá", "ĐÁNH GIÁ", " đánh giá "])("in the column of the header %j that is there", (header) => {
    const { columns, edits } = planAssessment(beside([{ value: header }], 1), "values");
    expect(columns).toMatchObject([{ column: 8, isNew: false }]);
    expect(edits.filter(({ row }) => row === 0)).toEqual([]);
  });

  test("nowhere in a form that is not known", () => {
    expect(planAssessment(tableOf(undefined, [["Số lượt", 1, 2]]), "values")).toMatchObject({ columns: [], edits: [] });
  });
});

describe("what somebody typed", () => {
  const typed = (first: string | undefined, third?: string) =>
    beside([
      { value: "Đánh giá" },
      first ? { value: first } : undefined,
      undefined,
      third ? { value: third } : undefined,
    ]);

  test("another word is listed before it goes", () => {
    const { replaced } = planAssessment(typed("Đạt"), "functions");
    expect(replaced).toEqual([{ at: "H2", code: "KHAM", from: "Đạt", to: "Chậm tiến độ" }]);
  });

  test("the same word is no change", () => {
    expect(planAssessment(typed("Chậm tiến độ"), "values").replaced).toEqual([]);
  });

  test("a note where nothing can be said stays", () => {
    const { edits, replaced } = planAssessment(typed(undefined, "chờ số liệu của tỉnh"), "values");
    expect(edits.filter(({ row }) => row === 3)).toEqual([]);
    expect(replaced).toEqual([]);
  });

  test("a formula is not taken for typed, and switching to words replaces it", () => {
    const filled = beside([{ value: "Đánh giá" }, { value: "Đạt", formula: 'DANHGIA(D2,C2,"CAO",0.5,0)' }]);
    const { edits, replaced } = planAssessment(filled, "values");
    expect(replaced).toEqual([]);
    expect(edits).toContainEqual({ row: 1, column: 7, value: "Chậm tiến độ" });
  });
});

test("a formula of the user's own is listed before it goes", () => {
  const filled = beside([{ value: "Đánh giá" }, { value: "Đạt", formula: 'IF(C2>0,"Đạt","")' }]);
  expect(planAssessment(filled, "values").replaced).toEqual([
    { at: "H2", code: "KHAM", from: '=IF(C2>0,"Đạt","")', to: "Chậm tiến độ" },
  ]);
});

describe("merged and hidden cells", () => {
  const { grid, binding } = TABLE;

  test("a cell merged over the columns beside the table keeps them, and a hidden column is passed over", () => {
    const merged = { ...grid, merges: [{ top: 2, left: 6, bottom: 2, right: 8 }], hiddenColumns: new Set([9]) };
    expect(planAssessment(readFigures(merged, binding), "values").columns).toMatchObject([{ column: 10 }]);
  });

  test("the header is one cell where that of the column it looks like is", () => {
    const tall = { ...binding, header: { top: 0, bottom: 1 } };
    const merged = { ...grid, merges: [{ top: 0, left: 1, bottom: 1, right: 1 }] };
    const { added } = planAssessment(readFigures(merged, tall), "values");
    expect(added).toMatchObject([{ like: 1, merged: { top: 0, bottom: 1 } }]);
  });

  test("a word that a merged cell would swallow is not written, and the row is told", () => {
    const table = beside([{ value: "Đánh giá" }]);
    const merged = { ...table.grid, merges: [{ top: 1, left: 7, bottom: 2, right: 7 }] };
    const { edits, leftBlank } = planAssessment(readFigures(merged, binding), "values");
    expect(edits.map(({ row }) => row)).toEqual([1, 3]);
    expect(leftBlank).toContainEqual({ at: "H3", code: "GIUONG", why: "merged" });
  });
});

test("says why a row has no word", () => {
  const rows: typeof ROWS = [...ROWS, ["SINH3", null, 5], ["GT", 105, " "], ["CHET", "1.750", 5]];
  const { leftBlank } = planAssessment(tableOf(FORM, rows, { period }), "formulas");
  expect(leftBlank.map(({ code, why }) => [code, why])).toEqual([
    ["CS", "no-actual"],
    ["SINH3", "no-plan"],
    ["GT", "no-actual"],
    ["CHET", "text-figure"],
  ]);
});

test("a threshold that is changed later makes the plain formula go blank, not judge by the old one", () => {
  const { edits } = planAssessment(tableOf(FORM, [["SINH3", "<6", 5]], { period }), "formulas");
  expect(edits.at(-1)!.formula).toContain('C2="<6"');
});
