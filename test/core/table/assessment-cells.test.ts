/** Where the column Đánh giá stands beside a table, and that it follows a change of the sheet. */

import {
  assessmentCell,
  assessmentColumnsIn,
  assessmentHeader,
  judgedMeasures,
} from "../../../src/core/table/assessment-cells";
import type { Binding } from "../../../src/core/table/binding";
import { isPart } from "../../../src/core/table/binding";
import { readFigures, type FigureTable } from "../../../src/core/table/figures";
import { followFigures, sameSheet } from "../../../src/core/table/follow-figures";
import type { Cell, Grid } from "../../../src/core/table/grid";
import { FORM, formOf, tableOf } from "./support";

const BESIDE = 7;

/** The small table with texts beside its header and beside its rows. */
function beside(
  headers: Readonly<Record<number, string>>,
  cells: readonly (Cell | undefined)[] = [],
  columns: readonly number[] = [BESIDE],
): FigureTable {
  const { grid, binding } = tableOf(FORM, [
    ["KHAM", 1000, 600],
    ["GIUONG", 20, 18],
    ["Hàng lạ", 4, 3],
  ]);
  const rows = grid.rows.map((row) => [...row]);
  for (const [column, value] of Object.entries(headers)) rows[0]![Number(column)] = { value };
  for (const column of columns) cells.forEach((cell, at) => (rows[at + 1]![column] = cell));
  return readFigures({ ...grid, rows }, binding);
}

const judged = { value: "vượt" };

describe("the column Đánh giá", () => {
  test("is known by its header, however it is written", () => {
    expect(beside({ [BESIDE]: "Đánh giá" }).assessmentColumns).toEqual(new Map([["", BESIDE]]));
    expect(beside({ [BESIDE]: " ĐÁNH  GIÁ: " }).assessmentColumns).toEqual(new Map([["", BESIDE]]));
    expect(beside({ [BESIDE + 3]: "Đánh giá" }).assessmentColumns).toEqual(new Map([["", BESIDE + 3]]));
  });
  test("of two with the same header is the first", () => {
    expect(beside({ [BESIDE]: "Đánh giá", [BESIDE + 1]: "Đánh giá" }).assessmentColumns.get("")).toBe(BESIDE);
  });
  test.each(["", "Ghi chú", "Đánh giá của huyện"])("is none with the header %j", (header) => {
    expect(beside({ [BESIDE]: header }).assessmentColumns.size).toBe(0);
  });
  test("is none among the columns of the table", () => {
    expect(beside({ 6: "Đánh giá" }).assessmentColumns.size).toBe(0);
  });
  test("is looked for in every row of the header, and in none below or above it", () => {
    const { grid, binding } = beside({});
    const at = (row: number) => {
      const rows = grid.rows.map((cells) => [...cells]);
      rows[row]![BESIDE] = { value: "Đánh giá" };
      return assessmentColumnsIn({ ...grid, rows }, { ...binding, header: { top: 1, bottom: 2 } });
    };
    expect([0, 1, 2, 3].map((row) => at(row).get(""))).toEqual([undefined, BESIDE, BESIDE, undefined]);
  });
  test("is each indicator's cell with its address; a row of no indicator has none", () => {
    const { rows } = beside({ [BESIDE]: "Đánh giá" }, [judged, undefined, judged]);
    expect(rows.map(({ assessment }) => assessment)).toEqual([
      { row: 1, column: BESIDE, at: "H2", cell: judged },
      { row: 2, column: BESIDE, at: "H3", cell: undefined },
      undefined,
    ]);
    expect(beside({}).rows.map(({ assessment }) => assessment)).toEqual([undefined, undefined, undefined]);
    expect(assessmentCell({ sheet: "x", rows: [[{ value: 5 }]] }, 0, 0)).toEqual({
      row: 0,
      column: 0,
      at: "A1",
      cell: { value: 5 },
    });
  });
});

describe("what is judged", () => {
  const column = (role: string, measure?: string) => ({
    role,
    header: `${role} ${measure}`,
    width: 9,
    ...(measure && { measure }),
  });
  const beds = (more: object = {}) =>
    formOf(["BV;chỉ tiêu;1;1;;Bệnh viện tỉnh;giường;số đếm;thời điểm;cao;0;PT;có;cộng"], {
      measures: [
        { id: "giuong", label: "Giường bệnh" },
        { id: "cs", label: "Công suất" },
        { id: "ngay", label: "Ngày điều trị" },
      ],
      columns: [
        column("code"),
        column("label"),
        column("plan", "giuong"),
        column("plan", "cs"),
        column("actual", "cs"),
        column("actual", "giuong"),
        column("actual", "ngay"),
      ],
      ...more,
    });
  const bound = (more: object = {}) => tableOf(beds(more), [["BV", 1, 2, 3, 4, 5]]).binding;

  test("is every measure that has both a plan and what was done, each in a column with its name", () => {
    expect(judgedMeasures(bound())).toEqual(["cs", "giuong"]);
    expect(assessmentHeader(beds(), "giuong")).toBe("Đánh giá (giường bệnh)");
    expect(assessmentHeader(FORM, "")).toBe("Đánh giá");
    const { grid } = tableOf(beds(), [["BV", 1, 2, 3, 4, 5]]);
    const header = [...grid.rows[0]!, { value: "Đánh giá (Công suất)" }, { value: "Đánh giá (Giường bệnh)" }];
    const found = assessmentColumnsIn({ ...grid, rows: [header, ...grid.rows.slice(1)] }, bound());
    expect([...found]).toEqual([
      ["cs", 7],
      ["giuong", 8],
    ]);
  });
  test("is nothing in a form without targets, nor in a table of no known form", () => {
    expect(judgedMeasures(bound({ assessed: false }))).toEqual([]);
    const unknown: Binding = { ...tableOf(undefined, [["Số máy thở", 4, 3]]).binding };
    expect(judgedMeasures(unknown)).toEqual([]);
    const { grid } = beside({ [BESIDE]: "Đánh giá" });
    expect(assessmentColumnsIn(grid, unknown).size).toBe(0);
  });
});

describe("after a change of the sheet", () => {
  const before = beside({ [BESIDE]: "Đánh giá" }, [judged, judged]);
  const { grid, binding } = before;
  const changed = (row: number, column: number, cell: Cell | undefined): Grid => {
    const rows = grid.rows.map((cells) => [...cells]);
    rows[row]![column] = cell;
    return { ...grid, rows };
  };

  test("another assessment is read, and its row alone is another", () => {
    const after = changed(1, BESIDE, { value: "đạt" });
    const { table, replaced } = followFigures(before, after, binding)!;
    expect(table.rows[0]!.assessment).toEqual({ row: 1, column: BESIDE, at: "H2", cell: { value: "đạt" } });
    expect(table.rows[0]!.cells).toBe(before.rows[0]!.cells);
    expect(table.rows[1]).toBe(before.rows[1]);
    expect(replaced).toEqual([before.rows[0]]);
  });
  test("another figure leaves the assessment as it was read", () => {
    const { table } = followFigures(before, changed(1, 3, { value: 601 }), binding)!;
    expect(table.rows[0]!.cells.actual!.value).toBe(601);
    expect(table.rows[0]!.assessment).toBe(before.rows[0]!.assessment);
  });
  test.each([
    ["gone", undefined, undefined],
    ["another's", { value: "Ghi chú" }, undefined],
  ])("the table is read as a whole where its header is %s", (_, header, followed) => {
    expect(followFigures(before, changed(0, BESIDE, header), binding)).toBe(followed);
  });
  test("the table is read as a whole where the column moved", () => {
    const rows = grid.rows.map((cells) => [...cells]);
    rows.forEach((cells) => cells.splice(BESIDE, 0, undefined));
    expect(followFigures(before, { ...grid, rows }, binding)).toBeUndefined();
  });
  test("a row that grew shorter at its end is read without what stood there", () => {
    const rows = grid.rows.map((cells, row) => (row === 1 ? cells.slice(0, 3) : cells));
    const { table } = followFigures(before, { ...grid, rows }, binding)!;
    expect(table.rows[0]!.cells.actual!.value).toBeUndefined();
    expect(table.rows[0]!.assessment!.cell).toBeUndefined();
  });
});

describe("a sheet that is read again", () => {
  const table = beside({ [BESIDE]: "Đánh giá" }, [judged]);
  const again = (more: Partial<Grid> = {}): Grid => ({
    ...table.grid,
    rows: table.grid.rows.map((cells) => cells.map((cell) => cell && { ...cell })),
    ...more,
  });
  const withCell = (row: number, column: number, cell: Cell | undefined) => {
    const rows = again().rows.map((cells) => [...cells]);
    rows[row]![column] = cell;
    return again({ rows });
  };
  test("is the same where every cell says what it said", () => {
    expect(sameSheet(table, again(), { ...table.binding })).toBe(true);
    expect(sameSheet(table, again({ hiddenColumns: new Set() }), table.binding)).toBe(true);
  });
  test.each<[string, Grid]>([
    ["a figure", withCell(1, 3, { value: 601 })],
    ["a cell beside the table", withCell(1, BESIDE, { value: "đạt" })],
    ["a title", withCell(0, 0, { value: "STT" })],
    ["a formula", withCell(1, 3, { value: 600, formula: "A1" })],
    ["its name", again({ sheet: "Khác" })],
    ["a row more", again({ rows: [...again().rows, []] })],
    ["a hidden row", again({ hiddenRows: new Set([1]) })],
    ["a hidden column", again({ hiddenColumns: new Set([3]) })],
  ])("is another with %s", (_, grid) => {
    expect(sameSheet(table, grid, table.binding)).toBe(false);
  });
  test.each([
    ["unit", { unit: "Sở Y tế" }],
    ["unbound row", { unbound: [{ ...table.binding.unbound[0]!, label: "Hàng khác" }] }],
    ["row in doubt", { rows: table.binding.rows.map((row) => ({ ...row, confidence: 0.7 })) }],
    ["row known by its label", { rows: table.binding.rows.map((row) => ({ ...row, by: "label" as const })) }],
    ["form", { form: formOf(["A;chỉ tiêu;1;1;;Số A;ca;số đếm;phát sinh;cao;0;PT;có;cộng"]) }],
  ])("is another with another %s", (_, change) => {
    expect(sameSheet(table, again(), { ...table.binding, ...change })).toBe(false);
  });
});

describe("a part of a form", () => {
  const eight = formOf(
    ["A", "B", "C", "D", "E", "F", "G", "H"].map(
      (code) => `${code};chỉ tiêu;1;1;;Số ${code};ca;số đếm;phát sinh;cao;0;PT;có;cộng`,
    ),
  );
  const bindingOf = (codes: readonly string[]) =>
    tableOf(
      eight,
      codes.map((code) => [code, 1, 1] as const),
    ).binding;
  test("has fewer than a quarter of its indicators, however often each stands there", () => {
    expect(isPart(bindingOf(["A"]))).toBe(true);
    expect(isPart(bindingOf(["A", "A", "A"]))).toBe(true);
    expect(isPart(bindingOf([]))).toBe(true);
    expect(isPart(bindingOf(["A", "B"]))).toBe(false);
    expect(isPart(bindingOf(["A", "B", "C"]))).toBe(false);
  });
  test("is nothing of a table whose form nobody knows", () => {
    expect(isPart(tableOf(undefined, [["Số máy thở", 4, 3]]).binding)).toBe(false);
  });
});
