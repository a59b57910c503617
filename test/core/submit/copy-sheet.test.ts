/** What of a sheet goes into the copy for sending, and how it stands there. */

import { recognise } from "../../../src/core/form/recognise";
import { copySheet, sendable } from "../../../src/core/submit/copy-sheet";
import { canonicalText } from "../../../src/core/submit/fingerprint";
import { readFigures, type FigureTable } from "../../../src/core/table/figures";
import type { Cell, Grid } from "../../../src/core/table/grid";
import type { LayoutCell } from "../../../src/core/form/layout";
import { UNIT } from "../../cli/support";
import { layout as official, mendedTable, period, PL02, place, type Rows } from "../../support/mended";
import { asTyped } from "../../support/published";

const copyOf = (table: FigureTable) => copySheet(sendable(table)!, "PL02");

const line = (cells: readonly (LayoutCell | undefined)[] | undefined) =>
  Array.from(cells ?? [], (cell) => String(cell?.value ?? "")).join("|");

/** Rows of the copy's table as text. */
function bodyOf({ layout: { cells, body } }: ReturnType<typeof copySheet>): string[] {
  return cells.slice(body.top, body.bottom + 1).map(line);
}

/** The copy as a program reads it again. */
function readAgain({ layout }: ReturnType<typeof copySheet>): FigureTable {
  const rows = layout.cells.map((cells) =>
    Array.from(
      cells,
      (cell): Cell | undefined => cell && { value: cell.value, ...(cell.format && { format: cell.format }) },
    ),
  );
  const grid: Grid = { sheet: layout.name, rows, merges: layout.merges };
  return readFigures(grid, recognise(grid, [PL02], { formId: "PL02", period, unit: UNIT })!);
}

/** A table typed elsewhere and taken for PL02, with changes. */
function adopted(change: (rows: Rows) => void = () => undefined, more: Partial<Grid> = {}): FigureTable {
  const typed = asTyped("pl02");
  const rows = typed.rows.map((cells) => [...cells]);
  change(rows);
  const grid: Grid = { ...typed, rows, ...more };
  return readFigures(grid, { ...recognise(grid, [PL02])!, period, unit: UNIT });
}

/** The copy holds the figures that were in the table, and no others. */
function expectSame(table: FigureTable) {
  const again = readAgain(copyOf(table));
  expect(canonicalText(again)).toBe(canonicalText(table));
}

const BODY = official.body.top;
const LABEL = 1;

describe("what a table must say before it is sent", () => {
  const table = mendedTable();
  test.each([
    ["form", { form: undefined }],
    ["period", { period: undefined }],
    ["unit", { unit: " " }],
  ])("its %s", (_, change) => {
    expect(sendable({ ...table, binding: { ...table.binding, ...change } as FigureTable["binding"] })).toBeUndefined();
    expect(sendable(table)).toMatchObject({ form: PL02, period, unit: UNIT });
  });
});

describe("the copy of our own sheet", () => {
  const table = mendedTable();
  const copy = copyOf(table);
  test("is the official sheet, every formula its value", () => {
    expect(copy.layout.cells.slice(0, BODY).map(line)).toEqual(official.cells.slice(0, BODY).map(line));
    expect(copy.layout.headerRows).toEqual(official.headerRows);
    expect(copy.layout.merges).toEqual(expect.arrayContaining([...official.merges]));
    const { row, column } = place("LAO_03", "vsPlan");
    expect(table.grid.rows[row]![column]!.formula).toBeDefined();
    expect(copy.layout.cells[row]![column]).toMatchObject({ value: 68.6, look: "figure" });
    expectSame(table);
  });
  test("says where each cell of the sheet stands in it", () => {
    expect(copy.placeInCopy(place("LAO_03", "actual"))).toEqual(place("LAO_03", "actual"));
    expect(copy.placeInCopy({ row: 0, column: 40 })).toBeUndefined();
  });
  test("ends with the footnote and the places to sign", () => {
    const foot = copy.layout.cells
      .slice(copy.layout.body.bottom + 1)
      .map(line)
      .join("\n");
    expect(foot).toBe(
      official.cells
        .slice(official.body.bottom + 1)
        .map(line)
        .join("\n"),
    );
    expect(foot).toMatch(/NGƯỜI LẬP BIỂU.*THỦ TRƯỞNG ĐƠN VỊ/);
  });
});

describe("rows", () => {
  test("a hidden row of the form goes along: it is reported", () => {
    const row = official.rowOf.get("LAO_03")!;
    const table = mendedTable({ sheet: { hiddenRows: new Set([row]) } });
    expect(bodyOf(copyOf(table)).some((text) => text.includes("LAO_03"))).toBe(true);
    expectSame(table);
  });
  const note = (hidden: boolean) => {
    const at = asTyped("pl02").rows.findIndex((cells) => cells[1]?.value === "- Số xã triển khai") + 1;
    return adopted(
      (rows) => void rows.splice(at, 0, [undefined, { value: "Số liệu nháp của phòng" }, { value: 12 }, { value: 7 }]),
      { merges: [], ...(hidden && { hiddenRows: new Set([at]) }) },
    );
  };
  test("a row of one's own goes along where it is in sight", () => {
    const table = note(false);
    expect(bodyOf(copyOf(table))[4]).toBe("|Số liệu nháp của phòng||12|7|||");
    expect(canonicalText(table)).toContain("~Số liệu nháp của phòng");
    expectSame(table);
  });
  test("a hidden row of one's own stays behind, and its figures do not count", () => {
    const table = note(true);
    expect(bodyOf(copyOf(table)).some((text) => text.includes("Số liệu nháp"))).toBe(false);
    expect(canonicalText(table)).not.toContain("Số liệu nháp của phòng");
    expectSame(table);
  });
  test("the header once more on page two does not go along", () => {
    const texts = bodyOf(copyOf(adopted()));
    expect(texts.filter((text) => text.includes("Kế hoạch năm 2024"))).toEqual([]);
  });
  const under = (cells: (Cell | undefined)[]) => {
    const header = adopted().binding.header.bottom;
    return adopted((rows) => void rows.splice(header + 1, 0, cells), { merges: [] });
  };
  test.each([
    ["A|B|1|2|3|4=2/1|5", true],
    ["(1)|(2)|(3)|(4)|(5)|(6)=(4)/(3)|(7)", true],
    ["||1|2|3|4 = 2:1|5", true],
    ["||1.200|15|3|8,5|40", false],
    ["||12|7||58,3|", false],
  ])("%s under the header numbers the columns: %s", (text, numbers) => {
    const cells = text.split("|").map((value) => (value === "" ? undefined : { value }));
    const table = under(cells);
    const copy = copyOf(table);
    const mark = text.split("|").find((value) => value.length > 1 || value === "2")!;
    expect(bodyOf(copy)[0]!.includes(mark)).toBe(!numbers);
    // The printer repeats them with the header.
    expect(line(copy.layout.cells[copy.layout.headerRows.last]).includes(mark)).toBe(numbers);
    expect(table.binding.unbound.some(({ row }) => row === table.binding.header.bottom + 1)).toBe(!numbers);
    expectSame(table);
  });
  test("a first row of our own sheet whose label was deleted goes along", () => {
    const table = mendedTable({ filled: (rows) => (rows[BODY + 2]![LABEL] = undefined) });
    expect(bodyOf(copyOf(table))).toHaveLength(PL02.rows.length);
    expectSame(table);
  });
});

describe("columns", () => {
  const withColumn = (header: string, more: Partial<Grid> = {}) =>
    adopted(
      (rows) =>
        rows.forEach((cells, row) => {
          if (cells[1]?.value === "Chỉ tiêu") cells[7] = { value: header };
          else if (row > 6) cells[7] = { value: `ghi chú ${row}` };
        }),
      more,
    );
  test("one of one's own goes along where it has a header", () => {
    const copy = copyOf(withColumn("Ghi chú"));
    expect(line(copy.layout.cells[copy.layout.headerRows.first])).toMatch(/\|Ghi chú$/);
    expect(bodyOf(copy).join("\n")).toContain("ghi chú 10");
  });
  test.each([
    ["without a header", "", {}],
    ["hidden", "Ghi chú nội bộ", { hiddenColumns: new Set([7]) }],
  ])("one of one's own stays behind: %s", (_, header, more) => {
    const table = withColumn(header, more);
    expect(copyOf(table).layout.cells.map(line).join("\n")).not.toMatch(/ghi chú \d|nội bộ/);
    expectSame(table);
  });
  test("a hidden column of the form goes along", () => {
    const { column } = place("LAO_03", "samePeriod");
    expectSame(mendedTable({ sheet: { hiddenColumns: new Set([column]) } }));
  });
  test("a table without Mã số gets it, beside the label and in the header", () => {
    const copy = copyOf(adopted());
    expect(line(copy.layout.cells[copy.layout.headerRows.first])).toMatch(/^TT\|Chỉ tiêu\|Mã số\|Kế hoạch năm 2024\|/);
    expect(bodyOf(copy).join("\n")).toMatch(/- Số xã triển khai\|LAO_01\|129\|/);
  });
});

describe("merged cells", () => {
  const heading = official.rowOf.get("A_I")!;
  const over = (row: number, left: number, right: number, bottom = row) => ({ top: row, left, bottom, right });
  test("of the body stay merged where the copy has them side by side", () => {
    const merges = [...official.merges, over(heading, 4, 8)];
    const copy = copyOf(mendedTable({ sheet: { merges } }));
    expect(copy.layout.merges).toContainEqual(over(heading, 4, 8));
  });
  test("that still hold something under them come apart: nothing is hidden", () => {
    const { row, column } = place("LAO_03", "actual");
    const merges = [...official.merges, over(row, column - 1, column)];
    const table = mendedTable({ sheet: { merges } });
    expect(copyOf(table).layout.merges).not.toContainEqual(over(row, column - 1, column));
    expectSame(table);
  });
  test("that reach over a row that stays behind come apart", () => {
    const at = asTyped("pl02").rows.findIndex((cells) => cells[1]?.value === "- Số xã triển khai") + 1;
    const table = adopted((rows) => void rows.splice(at, 0, [undefined, { value: "nháp" }]), {
      hiddenRows: new Set([at]),
      merges: [over(at - 1, 0, 0, at + 1)],
    });
    const { layout } = copyOf(table);
    expect(layout.merges.filter(({ top, bottom }) => top >= layout.body.top && bottom > top)).toEqual([]);
  });
});

describe("what stands in cells", () => {
  const cases: [string, Cell, Partial<LayoutCell>][] = [
    ["a formula's value", { value: 1200, formula: "SUM(A1:A9)", format: "#,##0" }, { value: 1200, format: "#,##0" }],
    ["an error as its text", { value: { error: "#DIV/0!" }, formula: "1/0" }, { value: "#DIV/0!" }],
    ["a figure kept as text as that text", { value: "1.200" }, { value: "1.200" }],
    ["a text that begins like a formula as a text", { value: "=1+1" }, { value: "=1+1" }],
    ["markup as a text", { value: "<b>1</b>&amp;" }, { value: "<b>1</b>&amp;" }],
    ["a blank as blank", { value: null }, { value: null }],
    ["a number in no format with all its digits", { value: 1200.25, format: "General" }, { format: "#,##0.00" }],
    ["a number that its format hides, in sight", { value: 1200, format: ";;;" }, { value: 1200, format: "#,##0" }],
    ["a number behind a format of words, in sight", { value: 1200, format: '"đủ"' }, { format: "#,##0" }],
    ["a percentage as a percentage", { value: 0.987, format: "0.0%" }, { value: 0.987, format: "0.0%" }],
    ["negative numbers in brackets as they are", { value: -4, format: "0.0;(0.0)" }, { format: "0.0;(0.0)" }],
  ];
  const { column } = place("LAO_01", "actual");
  const first = official.rowOf.get("LAO_01")!;
  const table = mendedTable({
    filled: (rows) => cases.forEach(([, cell], index) => (rows[first + index]![column] = cell)),
  });
  const copy = copyOf(table);
  test.each(cases.map(([name, , expected], index) => [name, first + index, expected] as const))(
    "%s",
    (_, row, expected) => {
      expect(copy.layout.cells[row]![column]).toMatchObject(expected);
      expect(copy.layout.cells[row]![column]).not.toHaveProperty("formula");
    },
  );
  test("and all of it is the same to who reads the copy", () => {
    expectSame(table);
  });
});

describe("notes under the table", () => {
  const below = (text: string, more: Partial<Grid> = {}) => {
    const rows = asTyped("pl02").rows.length;
    return copyOf(
      adopted(
        (all) => void all.push([], [{ value: text }]),
        more.hiddenRows ? { hiddenRows: new Set([rows + 1]) } : {},
      ),
    );
  };
  const foot = ({ layout: { cells, body } }: ReturnType<typeof copySheet>) =>
    cells
      .slice(body.bottom + 1)
      .map(line)
      .join("\n");
  test("go along where they are called so", () => {
    expect(foot(below("Ghi chú: số liệu ước đến 30/6"))).toContain("Ghi chú: số liệu ước đến 30/6");
  });
  test("anything else that stands there does not, nor what is hidden", () => {
    expect(foot(below("Gửi chị Hoa xem lại"))).not.toContain("chị Hoa");
    expect(foot(below("Ghi chú: nội bộ", { hiddenRows: new Set([0]) }))).not.toContain("nội bộ");
  });
});
