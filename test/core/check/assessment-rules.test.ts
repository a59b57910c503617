import { checkFigures } from "../../../src/core/check/engine";
import { readAgain } from "../../../src/core/check/live";
import { planAssessment } from "../../../src/core/fill/assessment";
import { parsePeriod } from "../../../src/core/form/period";
import type { FillMode } from "../../../src/core/table/binding";
import { readFigures, type FigureTable } from "../../../src/core/table/figures";
import type { Cell, CellEdit } from "../../../src/core/table/grid";
import { FORM, tableOf, type Written } from "../table/support";

const period = parsePeriod("2024-6T")!;
const ROWS: readonly (readonly [string, ...Written[]])[] = [
  ["KHAM", 1000, 400],
  ["GIUONG", 100, 100],
  ["CS", 90, 95],
  ["SINH3", 14, 12.5],
  ["GT", 105, null],
];

const written = (table: FigureTable, edits: readonly CellEdit[]): FigureTable => {
  const rows = table.grid.rows.map((row) => [...row]);
  for (const { row, column, value, formula } of edits) {
    rows[row]![column] = { value, ...(formula !== undefined && { formula }) };
  }
  return readFigures({ ...table.grid, rows }, table.binding);
};

/** The table with its column Đánh giá filled: H. */
function filled(mode: FillMode): FigureTable {
  const table = tableOf(FORM, ROWS, { period });
  return written(table, planAssessment(table, mode).edits);
}

/** Findings of the column as "rule cell: message". */
const found = (table: FigureTable) =>
  checkFigures(table)
    .findings.filter(({ role }) => role === "assessment")
    .map(({ rule, cell, message }) => `${rule} ${cell}: ${message}`);

const put = (row: number, value: Cell["value"], more: Partial<CellEdit> = {}): CellEdit =>
  ({ row, column: 7, value, ...more }) as CellEdit;

describe.each(["functions", "formulas", "values"] as const)("a column filled by %s", (mode) => {
  test("is left alone while it is fresh", () => {
    expect(found(filled(mode))).toEqual([]);
  });

  test("is found where a word was changed, with what the figures say", () => {
    const table = written(filled(mode), [put(1, "Đạt")]);
    expect(found(table)).toEqual([
      "SS8 H2: Đang ghi “Đạt”. Chậm tiến độ: 400/1.000 (40,0% cả năm, 80,0% của 6 tháng), còn thiếu 600 so với cả năm.",
    ]);
    const [finding] = checkFigures(table).findings.filter(({ rule }) => rule === "SS8");
    expect(finding).toMatchObject({ level: "warning", edit: { row: 1, column: 7, value: "Chậm tiến độ" } });
    expect(finding!.fix).toMatch(/^Ghi “Chậm tiến độ”/);
  });

  test("is found where words of another kind took the place of one", () => {
    expect(found(written(filled(mode), [put(2, "gần đạt")]))).toEqual([
      "SS8 H3: Đang ghi “gần đạt”. Đạt kế hoạch năm: 100/100 (100,0%).",
    ]);
  });

  test("a note where nothing can be said is left alone", () => {
    expect(found(written(filled(mode), [put(5, "chờ số liệu của tỉnh")]))).toEqual([]);
  });

  test("a verdict where nothing can be said is found", () => {
    const table = written(filled(mode), [put(5, "Đạt")]);
    expect(found(table)).toEqual(["SS8 H6: Đang ghi “Đạt”. Chưa có số thực hiện nên chưa đánh giá được."]);
    expect(checkFigures(table).findings.find(({ rule }) => rule === "SS8")!.fix).toMatch(/^Nhập số còn thiếu/);
  });
});

test("words are stale after a figure changed, and fresh ones without capitals are left alone", () => {
  const stale = written(filled("values"), [{ row: 1, column: 3, value: 600 }, put(2, "đạt")]);
  expect(found(stale)).toEqual([
    "SS8 H2: Đang ghi “Chậm tiến độ”. Đạt tiến độ: 600/1.000 (60,0% cả năm, 120,0% của 6 tháng), còn thiếu 400 so với cả năm.",
  ]);
});

test("a cell emptied among words is found; a column of the user's own that is half filled is not", () => {
  expect(found(written(filled("values"), [put(1, null)]))).toEqual([
    "SS8 H2: Ô Đánh giá còn trống. Chậm tiến độ: 400/1.000 (40,0% cả năm, 80,0% của 6 tháng), còn thiếu 600 so với cả năm.",
  ]);
  expect(found(written(tableOf(FORM, ROWS, { period }), [put(0, "Đánh giá")]))).toEqual([]);
});

test("the right word typed over a formula is found as what it is", () => {
  const messages = found(written(filled("functions"), [put(1, "Chậm tiến độ")]));
  expect(messages).toEqual(["SS9 H2: Đánh giá là cột công thức, riêng ô này gõ chữ “Chậm tiến độ”."]);
});

test("a formula that was not calculated, one that shows an error, and the user's own are left alone", () => {
  const ours = (value: Cell["value"]) => put(1, value, { formula: 'DANHGIA(D2,C2,"CAO",0.5,0)' });
  expect(found(written(filled("functions"), [ours(null)]))).toEqual([]);
  expect(found(written(filled("functions"), [ours({ error: "#NAME?" })]))).toEqual([]);
  expect(found(written(filled("functions"), [put(1, "ok", { formula: 'IF(D2>0,"ok","")' })]))).toEqual([]);
});

describe("a column of the user's own", () => {
  const own = (...words: readonly string[]) =>
    written(tableOf(FORM, ROWS, { period }), [put(0, "Đánh giá"), ...words.map((word, index) => put(index + 1, word))]);

  test("judges in its own way", () => {
    expect(found(own("Chưa đạt", "Hoàn thành", "Đạt", "Đạt"))).toEqual([]);
    expect(found(own("đang làm", "x", "tốt", "tốt"))).toEqual([]);
  });

  test("is found where it says the opposite of the figures", () => {
    const messages = found(own("Đạt", "Hoàn thành", "Không đạt", "Hoàn thành"));
    expect(messages.map((message) => message.slice(0, 6))).toEqual(["SS8 H2", "SS8 H4"]);
  });
});

test("a form that is not judged, and a sheet without the column, are left alone", () => {
  expect(found(tableOf(FORM, ROWS, { period }))).toEqual([]);
  const none = tableOf(undefined, [["Số lượt", 1, 2]]);
  expect(found(written(none, [put(0, "Đánh giá"), put(1, "Đạt")]))).toEqual([]);
});

test("checked while the user types, the finding comes and goes with the word and with the figure", () => {
  const first = readAgain(undefined, filled("values").grid, filled("values").binding);
  expect(found(first)).toEqual([]);
  const steps: readonly (readonly [CellEdit, number])[] = [
    [put(1, "Đạt"), 1],
    [{ row: 1, column: 3, value: 1000 }, 0],
    [{ row: 1, column: 3, value: 300 }, 1],
    [put(1, "Chậm tiến độ"), 0],
  ];
  let table = first;
  for (const [edit, count] of steps) {
    const next = written(table, [edit]);
    table = readAgain(table, next.grid, next.binding);
    expect(found(table)).toHaveLength(count);
    expect(checkFigures(table)).toEqual(checkFigures(next));
  }
});
