/** The copy of small tables typed elsewhere: headers of two rows, columns and rows of one's own, what cells look like. */

import type { LayoutCell } from "../../../src/core/form/layout";
import { parsePeriod } from "../../../src/core/form/period";
import { copySheet } from "../../../src/core/submit/copy-sheet";
import { readFigures, type FigureTable } from "../../../src/core/table/figures";
import type { Cell, Grid, Merge } from "../../../src/core/table/grid";
import { FORM, formOf, tableOf } from "../table/support";

const period = parsePeriod("2024-6T")!;
const UNIT = "Sở Y tế";

type Rows = (Cell | undefined)[][];

/** A table of four rows under a header of two, with its Mã số or without; columns A to G, or A to F. */
function small({
  coded = false,
  change = () => undefined,
  sheet = {},
}: {
  readonly coded?: boolean;
  readonly change?: (rows: Rows) => void;
  readonly sheet?: Partial<Grid>;
} = {}): FigureTable {
  const { grid, binding } = tableOf(FORM, [
    ["KCB"],
    ["KHAM", 1000, 600, 500, 60, 20],
    ["GIUONG", 20, 18, 17, 90, 5.9],
    ["CS", 90.5, 87.5, 85, 96.7, 2.5],
  ]);
  const under = ["", "", "", "6 tháng", "6 tháng", "%", "%"].map((value) => (value === "" ? undefined : { value }));
  const rows: Rows = [[...grid.rows[0]!], under, ...grid.rows.slice(1).map((cells) => [...cells])];
  if (!coded) rows.forEach((cells) => cells.shift());
  change(rows);
  const columns = coded
    ? binding.columns
    : binding.columns.filter(({ role }) => role !== "code").map((one) => ({ ...one, column: one.column - 1 }));
  return readFigures(
    { ...grid, rows, ...sheet },
    {
      ...binding,
      columns,
      header: { top: 0, bottom: 1 },
      rows: binding.rows.map((row) => ({ ...row, row: row.row + 1, by: "label" as const })),
    },
  );
}

const copyOf = (table: FigureTable, form = FORM) => copySheet({ table, form, period, unit: UNIT }, "Bản nộp");
const line = (cells: readonly (LayoutCell | undefined)[] | undefined) =>
  Array.from(cells ?? [], (cell) => String(cell?.value ?? "")).join("|");
const bodyOf = ({ layout: { cells, body } }: ReturnType<typeof copySheet>) =>
  cells.slice(body.top, body.bottom + 1).map(line);

describe("a header of two rows", () => {
  /** Merged cells of the copy's header, its first row as row 0. */
  const mergesOf = (merges: readonly Merge[]) => {
    const { layout } = copyOf(small({ sheet: { merges } }));
    const { first, last } = layout.headerRows;
    expect(last).toBe(first + 1);
    return layout.merges
      .filter(({ top }) => top >= first && top <= last)
      .map(({ top, left, bottom, right }) => [top - first, left, bottom - first, right].join(" "));
  };
  test("is kept as it is, with Mã số beside the labels over both rows", () => {
    const { layout } = copyOf(small());
    const { first } = layout.headerRows;
    expect(layout.cells.slice(first, first + 2).map(line)).toEqual([
      "Chỉ tiêu|Mã số|Kế hoạch {nam}|Ước TH {ky}|TH {ky-1}|So với KH (%)|So với cùng kỳ",
      "|||6 tháng|6 tháng|%|%",
    ]);
    expect(mergesOf([])).toEqual(["0 1 1 1"]);
    expect(layout.cells[first]!.every((cell) => cell?.look === "header")).toBe(true);
    expect(layout.columns.map(({ role, column }) => `${role} ${column}`)).toEqual([
      "label 0",
      "code 1",
      "plan 2",
      "actual 3",
      "samePeriod 4",
      "vsPlan 5",
      "vsSamePeriod 6",
    ]);
    expect(layout.widths).toEqual([40, 10, 12, 12, 12, 12, 12]);
  });
  test("keeps the merged cells that its columns have, moved with them", () => {
    expect(mergesOf([{ top: 0, left: 0, bottom: 1, right: 0 }])).toEqual(["0 1 1 1", "0 0 1 0"]);
    expect(mergesOf([{ top: 0, left: 2, bottom: 0, right: 3 }])).toEqual(["0 1 1 1", "0 3 0 4"]);
    expect(mergesOf([{ top: 1, left: 4, bottom: 1, right: 5 }])).toEqual(["0 1 1 1", "1 5 1 6"]);
  });
  test("has none that Mã số would stand in the middle of, none of one cell, none that reach out of it", () => {
    expect(mergesOf([{ top: 0, left: 0, bottom: 0, right: 1 }])).toEqual(["0 1 1 1"]);
    expect(mergesOf([{ top: 0, left: 7, bottom: 1, right: 9 }])).toEqual(["0 1 1 1"]);
    expect(mergesOf([{ top: -1, left: 2, bottom: 0, right: 3 }])).toEqual(["0 1 1 1"]);
    expect(mergesOf([{ top: 1, left: 2, bottom: 2, right: 3 }])).toEqual(["0 1 1 1"]);
  });
  test("merged over a column that stays behind is merged over those that go along", () => {
    const merged = (left: number, right: number) => {
      const hidden = small({
        change: (rows) => rows.forEach((cells, row) => (cells[6] = row === 0 ? { value: "Nội bộ" } : { value: row })),
        sheet: { merges: [{ top: 0, left, bottom: 0, right }], hiddenColumns: new Set([6]) },
      });
      const { layout } = copyOf(hidden);
      return layout.merges
        .filter(({ top }) => top === layout.headerRows.first)
        .map(({ left, right }) => `${left} ${right}`);
    };
    expect(merged(4, 6)).toEqual(["1 1", "5 6"]);
    expect(merged(5, 6)).toEqual(["1 1"]);
  });
});

describe("the form's own sheet", () => {
  test("has its official header, whatever the user made of it", () => {
    const changed = small({ coded: true, change: (rows) => (rows[0]![2] = { value: "KH cũ" }) });
    const { layout } = copyOf(changed);
    expect(line(layout.cells[layout.headerRows.first])).not.toContain("KH cũ");
    expect(line(layout.cells[layout.headerRows.first])).toContain("Kế hoạch 2024");
    expect(layout.frozen).toEqual({ rows: layout.body.top, columns: 2 });
    expect(layout.rowOf.get("KHAM")).toBe(layout.body.top + 1);
    expect([layout.inputs, layout.names, layout.name]).toEqual([[], [], "Bản nộp"]);
  });
  test("has its own header where columns are in another order", () => {
    const { grid, binding } = small({ coded: true });
    const swapped = readFigures(grid, {
      ...binding,
      columns: binding.columns.map((one) =>
        one.role === "actual"
          ? { ...one, role: "samePeriod" }
          : one.role === "samePeriod"
            ? { ...one, role: "actual" }
            : one,
      ),
    });
    const { layout } = copyOf(swapped);
    expect(line(layout.cells[layout.headerRows.first])).toContain("Ước TH {ky}");
  });
});

describe("rows of one's own", () => {
  test("go along with what they hold, numbers as figures and words as labels, headings as such", () => {
    const table = small({
      change: (rows) => {
        rows[0]![6] = { value: "Ghi chú" };
        rows[4]![6] = { value: 12 };
        rows[5]![6] = { value: "ước" };
      },
    });
    const copy = copyOf(table);
    const cells = copy.layout.cells.slice(copy.layout.body.top, copy.layout.body.bottom + 1);
    expect(cells.map((row) => [row[0]!.look, row[1]!.look, row[7]!.look].join(" "))).toEqual([
      "heading code label",
      "label code label",
      "label code figure",
      "label code label",
    ]);
    expect(bodyOf(copy)).toEqual([
      "Khám chữa bệnh|KCB||||||",
      "Tổng số lượt khám bệnh|KHAM|1000|600|500|60|20|",
      "Số giường bệnh|GIUONG|20|18|17|90|5.9|12",
      "Tỷ lệ sử dụng giường bệnh|CS|90.5|87.5|85|96.7|2.5|ước",
    ]);
    expect(copy.placeInCopy({ row: 4, column: 6 })).toEqual({ row: copy.layout.body.top + 2, column: 7 });
    expect(copy.placeInCopy({ row: 4, column: 9 })).toBeUndefined();
    expect(copy.placeInCopy({ row: 1, column: 6 })).toBeUndefined();
  });
  test("parts stand under their total", () => {
    const deep = formOf([
      "A;chỉ tiêu;1;1;;Tổng số;ca;số đếm;phát sinh;cao;0;PT;có;cộng",
      "B;chỉ tiêu;2;;-;Trong đó nữ;ca;số đếm;phát sinh;cao;0;PT;có;cộng",
    ]);
    const table = tableOf(deep, [
      ["A", 5, 4],
      ["B", 3, 2],
    ]);
    const { layout } = copyOf(table, deep);
    const labels = layout.cells.slice(layout.body.top, layout.body.bottom + 1).map((cells) => cells[1]);
    expect(labels.map((cell) => cell?.indent)).toEqual([undefined, 1]);
  });
  test("a blank row goes along only where it is a row of the form", () => {
    const table = small({ change: (rows) => void rows.push([], [{ value: "Dòng thêm" }, { value: 3 }]) });
    const more = { ...table.binding, unbound: [{ row: 7, label: "Dòng thêm", guesses: [] }] };
    expect(bodyOf(copyOf(readFigures(table.grid, more)))).toHaveLength(5);
  });
});

describe("merged cells of the body", () => {
  const inBody = (merge: Merge) => {
    const { layout } = copyOf(small({ sheet: { merges: [merge] }, change: (rows) => (rows[2] = [rows[2]![0]]) }));
    const { top, bottom } = layout.body;
    return layout.merges
      .filter((one) => one.top >= top && one.bottom <= bottom)
      .map((one) => ({ ...one, top: one.top - top, bottom: one.bottom - top }));
  };
  test("are kept side by side, moved with their columns", () => {
    expect(inBody({ top: 2, left: 2, bottom: 2, right: 4 })).toEqual([{ top: 0, left: 3, bottom: 0, right: 5 }]);
  });
  test("come apart where Mã số now stands between them, where they cover a figure, where they leave the table", () => {
    expect(inBody({ top: 2, left: 0, bottom: 2, right: 3 })).toEqual([]);
    expect(inBody({ top: 2, left: 2, bottom: 3, right: 2 })).toEqual([]);
    expect(inBody({ top: 3, left: 2, bottom: 3, right: 3 })).toEqual([]);
    expect(inBody({ top: 2, left: 4, bottom: 2, right: 9 })).toEqual([]);
    expect(inBody({ top: 5, left: 2, bottom: 6, right: 2 })).toEqual([]);
    expect(inBody({ top: 1, left: 2, bottom: 2, right: 2 })).toEqual([]);
  });
});

describe("how numbers are shown", () => {
  test.each<[number, string | undefined, string]>([
    [12, "0.0", "0.0"],
    [12, undefined, "#,##0"],
    [12.5, undefined, "#,##0.0"],
    [12.123456, undefined, "#,##0.00"],
    [0.1 + 0.2, undefined, "#,##0.0"],
    [12, '[Red]0;[Blue]"âm"', "#,##0"],
    [12, "[hh]", "#,##0"],
    [12, "\\0", "#,##0"],
    [12, "_0", "#,##0"],
    [12, "0;;", "#,##0"],
    [12, "0;-0;", "0;-0;"],
    [45_000, "dd/mm/yyyy", "dd/mm/yyyy"],
  ])("%d in the format %j is shown as %j", (value, format, shown) => {
    const table = small({
      change: (rows) => {
        rows[0]![6] = { value: "Thêm" };
        rows[4]![6] = { value, ...(format !== undefined && { format }) };
      },
    });
    const { layout } = copyOf(table);
    expect(layout.cells[layout.body.top + 2]![7]).toMatchObject({ value, format: shown });
  });
});

test("notes are those that stand within twenty rows under the table and call themselves so", () => {
  const foot = (...texts: readonly string[]) => {
    const { layout } = copyOf(
      small({ change: (rows) => void rows.push(...texts.map((value) => [undefined, { value }])) }),
    );
    return layout.cells
      .slice(layout.body.bottom + 1)
      .map(line)
      .join("\n");
  };
  expect(foot("Nguồn: báo cáo huyện")).toContain("Nguồn: báo cáo huyện");
  expect(foot("Chú thích 1", "Ghi chú")).toMatch(/Chú thích 1[^]*Ghi chú/);
  expect(foot("Xem ghi chú ở trang sau")).not.toContain("trang sau");
  expect(foot("Ghi chúa")).not.toContain("chúa");
  const far = (blank: number) => foot(...Array<string>(blank).fill(""), "Ghi chú: cuối trang");
  expect(far(19)).toContain("cuối trang");
  expect(far(20)).not.toContain("cuối trang");
});
