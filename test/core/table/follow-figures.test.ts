/** The figures after a change: what reading the sheet anew gives, with the rows that did not change taken over. */

import fc from "fast-check";
import { readFigures, type FigureTable } from "../../../src/core/table/figures";
import { followFigures, sameSheet, sameTable } from "../../../src/core/table/follow-figures";
import type { Cell, Grid } from "../../../src/core/table/grid";
import { FORM, formOf, tableOf } from "./support";

const START = tableOf(FORM, [
  ["KHAM", 1000, 600, 500, 60, 20],
  ["GIUONG", 20, 18, "17", 90, "-"],
  ["CS", 90.5, "87,5", 85, null, 2.5],
  ["Hàng lạ", 4, 3, 2],
  ["CHET", null, 0, { error: "#DIV/0!" }],
]);
const ROW = { kham: 1, giuong: 2, cs: 3, strange: 4, chet: 5 };
const COLUMN = { code: 0, label: 1, plan: 2, actual: 3, samePeriod: 4, outside: 8 };

/** The sheet with one cell changed, read anew: no cell is the same object. */
function withCell(grid: Grid, row: number, column: number, cell: Cell | undefined): Grid {
  const rows = grid.rows.map((cells) => cells.map((one) => one && { ...one }));
  while (rows[row]!.length < column) rows[row]!.push(undefined);
  rows[row]![column] = cell;
  return { ...grid, rows };
}

const after = (row: number, column: number, cell: Cell | undefined) =>
  followFigures(START, withCell(START.grid, row, column, cell), START.binding);

/** What a table says, without how it is kept. */
const said = ({ rows, cellCount, byCode, bySheetRow }: FigureTable) => ({
  rows,
  cellCount,
  found: rows.map((row) => [byCode.get(`${row.code} `)?.cells, bySheetRow.get(row.row)?.cells]),
});

const content = fc.constantFrom<Cell | undefined>(
  undefined,
  { value: 0 },
  { value: 12 },
  { value: 12.5 },
  { value: "12,5" },
  { value: "1.234" },
  { value: "1,234.5" },
  { value: "-" },
  { value: "không có" },
  { value: true },
  { value: { error: "#N/A" } },
  { value: { error: "#DIV/0!" } },
  { value: 0.987, format: "0.0%" },
  { value: 0.987 },
  { value: 12, formula: "6+6" },
);

test("after any changes the table says what the sheet read anew says, whichever rows are hidden", () => {
  const change = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 2, max: 8 }), content);
  const hidden = fc.subarray([ROW.cs, ROW.strange]);
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), hidden, (changes, hiddenRows) => {
      let table = readFigures({ ...START.grid, hiddenRows: new Set(hiddenRows) }, START.binding);
      for (const [row, column, cell] of changes) {
        const grid = withCell(table.grid, row, column, cell);
        const anew = readFigures(grid, START.binding);
        const followed = followFigures(table, grid, START.binding);
        table = followed?.table ?? anew;
        expect(said(table)).toEqual(said(anew));
      }
    }),
  );
});

test("only the changed row is another, and it is said which one it took the place of", () => {
  const { table, replaced } = after(ROW.giuong, COLUMN.actual, { value: 19 })!;
  const others = table.rows.filter((row, index) => row !== START.rows[index]);
  expect(others.map(({ code, cells }) => [code, cells.actual?.value])).toEqual([["GIUONG", 19]]);
  expect(replaced).toEqual([START.rows[1]]);
  expect(replaced[0]).toBe(START.rows[1]);
});

test.each<[string, Cell | undefined, Cell | undefined]>([
  ["a number", { value: 600 }, { value: 600 }],
  ["an error value", { value: { error: "#N/A" } }, { value: { error: "#N/A" } }],
  ["a formula and its result", { value: 600, formula: "A1" }, { value: 600, formula: "A1" }],
  ["nothing", undefined, undefined],
])("%s written once more changes nothing", (_what, was, is) => {
  const before = readFigures(withCell(START.grid, ROW.kham, COLUMN.actual, was), START.binding);
  const { table, replaced } = followFigures(
    before,
    withCell(before.grid, ROW.kham, COLUMN.actual, is),
    before.binding,
  )!;
  expect(replaced).toEqual([]);
  expect(table.rows).toEqual(before.rows);
});

test.each<[string, Cell | undefined, Cell | undefined]>([
  ["another error value", { value: { error: "#N/A" } }, { value: { error: "#DIV/0!" } }],
  ["a formula over a typed number", { value: 600 }, { value: 600, formula: "A1" }],
  ["another number format", { value: 0.5, format: "0.0" }, { value: 0.5, format: "0%" }],
  ["a number in place of nothing", undefined, { value: 600 }],
  ["nothing in place of a number", { value: 600 }, undefined],
])("%s is a change", (_what, was, is) => {
  const before = readFigures(withCell(START.grid, ROW.kham, COLUMN.actual, was), START.binding);
  const followed = followFigures(before, withCell(before.grid, ROW.kham, COLUMN.actual, is), before.binding)!;
  expect(followed.replaced).toEqual([before.rows[0]]);
});

test("of a code that stands twice the first stays the one that is meant", () => {
  const twice = tableOf(FORM, [
    ["KHAM", 1000, 600],
    ["KHAM", 1000, 700],
  ]);
  const { table } = followFigures(twice, withCell(twice.grid, 2, COLUMN.actual, { value: 701 }), twice.binding)!;
  expect(table.byCode.get("KHAM ")).toBe(twice.rows[0]);
  expect(table.bySheetRow.get(2)!.cells.actual!.value).toBe(701);
});

test("of several measures only the one that changed is read again", () => {
  const column = (role: string, measure?: string) => ({
    role,
    header: `${role} ${measure}`,
    width: 9,
    ...(measure && { measure }),
  });
  const measures = ["mac", "chet"];
  const diseases = formOf(["TA;chỉ tiêu;1;1;;Tả;ca;số đếm;phát sinh;thấp;0;SO;không;cộng"], {
    measures: measures.map((id) => ({ id, label: id })),
    columns: [column("code"), column("label"), ...measures.map((measure) => column("actual", measure))],
  });
  const before = tableOf(diseases, [["TA", 12, 1]]);
  for (const [at, figures] of [
    [2, [13, 1]],
    [3, [12, 13]],
  ] as const) {
    const { table, replaced } = followFigures(before, withCell(before.grid, 1, at, { value: 13 }), before.binding)!;
    expect(table.rows.map(({ cells }) => cells.actual!.value)).toEqual(figures);
    expect(replaced).toEqual([before.rows[at - 2]]);
    expect(table.bySheetRow.get(1)).toBe(table.rows[0]);
  }
});

test("a note beside the table replaces no row", () => {
  expect(after(ROW.kham, COLUMN.outside, { value: "ghi chú" })!.replaced).toEqual([]);
});

test.each([
  ["a label is another", after(ROW.kham, COLUMN.label, { value: "Số lượt khám" })],
  ["a code is another", after(ROW.kham, COLUMN.code, { value: "GIUONG" })],
  [
    "a row more is in the sheet",
    followFigures(START, { ...START.grid, rows: [...START.grid.rows, []] }, START.binding),
  ],
  ["the sheet has another name", followFigures(START, { ...START.grid, sheet: "Khác" }, START.binding)],
  ["a row was hidden", followFigures(START, { ...START.grid, hiddenRows: new Set([2]) }, START.binding)],
  ["another row is hidden", hiddenInstead()],
  ["the table is of another period", withBinding({ period: { span: "half", year: 2024 } })],
  ["a row is taken for another indicator", withBinding({ rows: START.binding.rows.slice(1) })],
  ["the header is elsewhere", withBinding({ header: { top: 0, bottom: 1 } })],
  ["a column is another", withBinding({ columns: START.binding.columns.slice(1) })],
  ["the table is filled by another", withBinding({ filled: true })],
  ["a strange row is gone", withBinding({ unbound: [] })],
])("it is read as a whole where %s", (_when, followed) => {
  expect(followed).toBeUndefined();
});

function hiddenInstead() {
  const grid: Grid = { ...START.grid, hiddenRows: new Set([2]) };
  const before = readFigures(grid, START.binding);
  return followFigures(before, { ...grid, hiddenRows: new Set([3]) }, START.binding);
}

function withBinding(more: object) {
  return followFigures(START, START.grid, { ...START.binding, ...more });
}

test("the same rows hidden as before, and a binding that says the same, are no other table", () => {
  const grid: Grid = { ...START.grid, hiddenRows: new Set([2]) };
  const before = readFigures(grid, START.binding);
  const binding = structuredCopy(START.binding);
  expect(followFigures(before, { ...grid, hiddenRows: new Set([2]) }, binding)?.table.binding).toBe(before.binding);
});

/** The same binding made of other objects; the form is one and the same for a workbook. */
function structuredCopy(binding: FigureTable["binding"]): FigureTable["binding"] {
  const { form, ...rest } = binding;
  return { ...(JSON.parse(JSON.stringify(rest)) as typeof rest), ...(form && { form }) };
}

test.each(["row", "code", "by", "confidence"] as const)(
  "bindings whose rows differ in %s say different things",
  (what) => {
    const [first, ...others] = START.binding.rows;
    const other = { row: 9, code: "GIUONG", by: "label", confidence: 0.5 } as const;
    const changed = { ...START.binding, rows: [{ ...first!, [what]: other[what] }, ...others] };
    expect(sameTable(START.binding, changed)).toBe(false);
    expect(sameTable(START.binding, structuredCopy(START.binding))).toBe(true);
  },
);

test("a table that was not read from a sheet is read as a whole", () => {
  expect(followFigures({ ...START }, START.grid, START.binding)).toBeUndefined();
});

describe("a sheet read again", () => {
  const plain = (cell: Cell | undefined) => JSON.stringify(cell ?? null);

  test("is the same sheet as long as every cell says what it said, and another once one says something else", () => {
    const place = fc.tuple(fc.nat(5), fc.nat(8), content);
    fc.assert(
      fc.property(fc.array(place, { maxLength: 3 }), place, (changes, [row, column, cell]) => {
        const grid = changes.reduce((now, change) => withCell(now, ...change), START.grid);
        const before = readFigures(grid, START.binding);
        const again = withCell(grid, 0, 0, grid.rows[0]![0] && { ...grid.rows[0]![0] });
        expect(sameSheet(before, again, structuredCopy(START.binding))).toBe(true);
        const same = plain(grid.rows[row]![column]) === plain(cell);
        expect(sameSheet(before, withCell(grid, row, column, cell), START.binding)).toBe(same);
      }),
    );
  });

  test("is another where other rows or columns are hidden, a row more is there, or its name is another", () => {
    const places = fc.uniqueArray(fc.nat(7), { maxLength: 4 });
    fc.assert(
      fc.property(places, places, fc.constantFrom("hiddenRows" as const, "hiddenColumns" as const), (was, is, what) => {
        const before = readFigures({ ...START.grid, [what]: new Set(was) }, START.binding);
        const same = was.length === is.length && was.every((one) => is.includes(one));
        expect(sameSheet(before, { ...START.grid, [what]: new Set(is) }, START.binding)).toBe(same);
        const { grid } = before;
        expect(sameSheet(before, { ...grid, sheet: "Khác" }, START.binding)).toBe(false);
        expect(sameSheet(before, { ...grid, rows: [...grid.rows, []] }, START.binding)).toBe(false);
      }),
      { numRuns: 30 },
    );
  });
});
