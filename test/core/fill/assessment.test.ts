import { planAssessment } from "../../../src/core/fill/assessment";
import { ASSESSMENT_LOOKS } from "../../../src/core/fill/assessment-look";
import { parsePeriod } from "../../../src/core/form/period";
import { readFigures, type FigureTable } from "../../../src/core/table/figures";
import type { FillMode } from "../../../src/core/table/binding";
import type { Cell, Grid } from "../../../src/core/table/grid";
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

describe("the number under the header of a new column", () => {
  /** The table with rows of column numbers between its header and its figures. */
  function numbered(last: readonly (Cell["value"] | undefined)[], hidden: readonly number[] = []): FigureTable {
    const { grid, binding } = TABLE;
    const between = last.map((value) => [
      ...Array<undefined>(6).fill(undefined),
      value === undefined ? undefined : { value },
    ]);
    const rows = [grid.rows[0]!, ...between, ...grid.rows.slice(1)];
    const below = binding.rows.map((row) => ({ ...row, row: row.row + last.length }));
    const sheet = { ...grid, rows, hiddenColumns: new Set(hidden) };
    return readFigures(sheet, { ...binding, rows: below });
  }
  const numbersOf = (table: FigureTable) =>
    planAssessment(table, "values")
      .edits.slice(1)
      .filter(({ row }) => row < table.rows[0]!.row);

  test.each<[string, Cell["value"], Cell["value"]]>([
    ["a number", 7, 8],
    ["a number as text", "7", "8"],
    ["in brackets", "(7)", "(8)"],
    ["with spaces", " (12) ", "(13)"],
    ["half a bracket, as it stands", "7)", "8)"],
  ])("goes on with the column before: %s", (_, last, next) => {
    expect(numbersOf(numbered([last]))).toEqual([{ row: 1, column: 7, value: next }]);
  });
  test.each<[string, Cell["value"] | undefined]>([
    ["nothing", undefined],
    ["a letter", "G"],
    ["a formula of columns", "7=4/3"],
    ["a figure", 1750],
    ["more beside it", "(7) ước"],
    ["more before it", "cột (7)"],
  ])("is none after %s", (_, last) => {
    expect(numbersOf(numbered([last]))).toEqual([]);
  });
  test("counts the columns that are passed over because they are hidden", () => {
    expect(numbersOf(numbered([7], [7]))).toEqual([{ row: 1, column: 8, value: 9 }]);
  });
  test("is looked for in two rows under the header, and above the first figure only", () => {
    expect(numbersOf(numbered([undefined, 7]))).toEqual([{ row: 2, column: 7, value: 8 }]);
    expect(numbersOf(numbered([undefined, undefined, 7]))).toEqual([]);
    const { grid, binding } = TABLE;
    const rows = grid.rows.map((cells, row) => (row === 1 ? [...cells.slice(0, 6), { value: 7 }] : cells));
    const { edits } = planAssessment(readFigures({ ...grid, rows }, binding), "values");
    expect(edits.map(({ row, value }) => [row, value])).toEqual([
      [0, "Đánh giá"],
      [1, "Chậm tiến độ"],
      [2, "Đạt"],
      [3, null],
    ]);
  });
  test("may stand in the last row of the header itself", () => {
    const table = numbered([7]);
    const inside = readFigures(table.grid, { ...table.binding, header: { top: 0, bottom: 1 } });
    expect(numbersOf(inside)).toEqual([{ row: 1, column: 7, value: 8 }]);
  });
  test("is not given to a column that is there", () => {
    const table = numbered([7]);
    const rows = table.grid.rows.map((cells, row) => (row === 0 ? [...cells, { value: "Đánh giá" }] : cells));
    expect(numbersOf(readFigures({ ...table.grid, rows }, table.binding))).toEqual([]);
    expect(planAssessment(readFigures({ ...table.grid, rows }, table.binding), "values").added).toEqual([]);
  });
});

describe("a header of several rows", () => {
  const { grid, binding } = TABLE;
  const under = (rows: Grid["rows"], more: Partial<Grid> = {}) =>
    planAssessment(
      readFigures({ ...grid, rows, ...more }, { ...binding, header: { top: 0, bottom: 1 }, rows: [] }),
      "values",
    );

  test("has the words in the row in which those of the labels stand", () => {
    const low = [[], grid.rows[0]!, ...grid.rows.slice(1)];
    expect(under(low).edits[0]).toEqual({ row: 1, column: 7, value: "Đánh giá" });
    expect(under(grid.rows).edits[0]).toMatchObject({ row: 0 });
    expect(under([[], [], ...grid.rows]).edits[0]).toMatchObject({ row: 0 });
  });
  test.each([
    ["merged as its labels are", { top: 0, left: 1, bottom: 1, right: 1 }, { top: 0, bottom: 1 }],
    ["not merged where they are merged sideways", { top: 0, left: 0, bottom: 1, right: 1 }, undefined],
    ["nor where they are merged sideways to the right", { top: 0, left: 1, bottom: 1, right: 2 }, undefined],
    ["nor where they are merged with a title", { top: -1, left: 1, bottom: 1, right: 1 }, undefined],
    ["nor where they are merged with figures", { top: 0, left: 1, bottom: 2, right: 1 }, undefined],
    ["nor as other columns are", { top: 0, left: 2, bottom: 1, right: 2 }, undefined],
  ])("is %s", (_, merge, merged) => {
    expect(under(grid.rows, { merges: [merge] }).added[0]!.merged).toEqual(merged);
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

  test.each([
    ["a title merged over the whole sheet", { top: 0, left: 0, bottom: 0, right: 300 }, 7],
    ["a merged cell above the table", { top: -2, left: 6, bottom: -1, right: 9 }, 7],
    ["a merged cell below the table", { top: 4, left: 6, bottom: 5, right: 9 }, 7],
    ["a merged cell in its first row", { top: -1, left: 6, bottom: 0, right: 9 }, 10],
    ["a merged cell in its last row", { top: 3, left: 6, bottom: 5, right: 9 }, 10],
  ])("%s leaves the column at its place or moves it", (_, merge, column) => {
    expect(planAssessment(readFigures({ ...grid, merges: [merge] }, binding), "values").columns[0]!.column).toBe(
      column,
    );
  });

  test.each([
    ["a note in the last row", [undefined, undefined, undefined, { value: "x" }], 8],
    ["a formula that shows nothing", [undefined, { value: "", formula: 'IF(A1="x",1,"")' }], 8],
    ["a blank cell with a format", [undefined, { value: null, format: "0.0" }], 7],
    ["a note below the table", [undefined, undefined, undefined, undefined, { value: "x" }], 7],
  ] as const)("%s beside the table keeps its column or frees it", (_, cells, column) => {
    const wide = beside(cells);
    const below = [...wide.grid.rows, [...Array<undefined>(7).fill(undefined), cells[4]]];
    const { columns } = planAssessment(readFigures({ ...wide.grid, rows: below }, binding), "values");
    expect(columns).toMatchObject([{ column, bottom: 3 }]);
  });

  test("of a merged cell only the first is written, whichever way it is merged", () => {
    const table = beside([{ value: "Đánh giá" }]);
    const told = (merge: { top: number; left: number; bottom: number; right: number }) =>
      planAssessment(readFigures({ ...table.grid, merges: [merge] }, binding), "values")
        .leftBlank.filter(({ why }) => why === "merged")
        .map(({ at }) => at);
    expect(told({ top: 1, left: 6, bottom: 1, right: 7 })).toEqual(["H2"]);
    expect(told({ top: 1, left: 7, bottom: 1, right: 8 })).toEqual([]);
    expect(told({ top: 1, left: 8, bottom: 2, right: 9 })).toEqual([]);
    expect(told({ top: 1, left: 5, bottom: 2, right: 6 })).toEqual([]);
    expect(told({ top: 1, left: 7, bottom: 9999, right: 7 })).toEqual(["H3", "H4"]);
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

test("counts what is judged and what was not collected", () => {
  const rows: typeof ROWS = [...ROWS, ["CHET", 5, "…"], ["SINH3", "<6", "chưa có"]];
  expect(planAssessment(tableOf(FORM, rows, { period }), "values")).toMatchObject({ judged: 2, missing: 2 });
});

test("without a period nothing is said of what is short", () => {
  const { leftBlank } = planAssessment(tableOf(FORM, ROWS), "values");
  expect(leftBlank.map(({ code, why }) => [code, why])).toEqual([
    ["KHAM", "no-period"],
    ["CS", "no-actual"],
  ]);
});

describe("the plain formula", () => {
  const wordsOf = (actual: Written, plan: Written = 1000, mode: FillMode = "formulas") =>
    planAssessment(tableOf(FORM, [["KHAM", plan, actual]], { period }), mode).edits.at(-1);
  test.each<[string, Written, Written, string]>([
    ["a number", 400, 1000, "Chậm tiến độ"],
    ["a dash", "-", 1000, "Chậm tiến độ"],
    ["a long dash", "–", 1000, "Chậm tiến độ"],
    ["not collected", "…", 1000, "Thiếu số liệu"],
    ["a threshold", 400, "≥1000", "Chưa đạt"],
    ["a number as text", "400", 1000, ""],
    ["a plan as text", 400, "1.000", ""],
    ["words", "chưa có", 1000, ""],
  ])("says of %s what it can count: %s of %s is %j", (_, actual, plan, word) => {
    expect(wordsOf(actual, plan)!.value).toBe(word);
    expect(wordsOf(actual, plan)!.formula).toBeDefined();
  });
  test("our function counts texts too", () => {
    expect(wordsOf("400", 1000, "functions")!.value).toBe("Chậm tiến độ");
    expect(wordsOf("400", 1000, "functions")!.formula).toContain("DANHGIA(D2,C2,");
    expect(wordsOf("400", 1000, "values")).toEqual({ row: 1, column: 7, value: "Chậm tiến độ" });
  });
});

test("what is missed stands out in bold, what is late in italics, all else like the table", () => {
  expect(ASSESSMENT_LOOKS).toEqual([
    { word: "Chưa đạt", bold: true, italic: false },
    { word: "Chậm tiến độ", bold: false, italic: true },
  ]);
});

test("a threshold that is changed later makes the plain formula go blank, not judge by the old one", () => {
  const { edits } = planAssessment(tableOf(FORM, [["SINH3", "<6", 5]], { period }), "formulas");
  expect(edits.at(-1)!.formula).toContain('C2="<6"');
});
