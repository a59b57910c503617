import fc from "fast-check";
import { columnOf, columnsOf } from "../../../src/core/table/binding";
import { address, cellAt, cellText, columnName, isEmpty, placeOf, type Grid } from "../../../src/core/table/grid";
import { FORM, formOf, tableOf } from "./support";

const grid: Grid = { sheet: "Biểu", rows: [[{ value: 1 }, undefined], [], [{ value: "Lao" }]] };

test("a cell, where there is one", () => {
  expect(cellAt(grid, 2, 0)).toEqual({ value: "Lao" });
  expect([cellAt(grid, 0, 1), cellAt(grid, 1, 0), cellAt(grid, 9, 0), cellAt(grid, 0, 9)]).toEqual(
    Array(4).fill(undefined),
  );
});

test.each([
  [undefined, true],
  [{ value: null }, true],
  [{ value: "" }, true],
  [{ value: " \u00a0\n" }, true],
  [{ value: "", formula: "SOVOIKH(D2,C2)" }, true],
  [{ value: 0 }, false],
  [{ value: "-" }, false],
  [{ value: false }, false],
  [{ value: { error: "#N/A" } }, false],
])("whether a person sees nothing in %j: %j", (cell, empty) => {
  expect(isEmpty(cell)).toBe(empty);
});

test.each([
  [undefined, ""],
  [{ value: null }, ""],
  [{ value: 1234.5 }, "1234.5"],
  [{ value: " Lao " }, " Lao "],
  [{ value: true }, "true"],
  [{ value: { error: "#DIV/0!" } }, "#DIV/0!"],
])("the text of %j is %j", (cell, text) => {
  expect(cellText(cell)).toBe(text);
});

test.each([
  [0, "A"],
  [25, "Z"],
  [26, "AA"],
  [51, "AZ"],
  [52, "BA"],
  [701, "ZZ"],
  [702, "AAA"],
  [16383, "XFD"],
])("column %i is %s", (column, name) => {
  expect(columnName(column)).toBe(name);
});

test.each([
  ["A1", { row: 0, column: 0 }],
  ["$C$12", { row: 11, column: 2 }],
  ["xfd1048576", { row: 1048575, column: 16383 }],
])("%s is a place", (text, place) => {
  expect(placeOf(text)).toEqual(place);
});

test.each(["", "A", "1", "A0", "A01", "AAAA1", "A12345678", "A1:B2", " A1", "R1C1", "Biểu!A1"])(
  "%j is no place",
  (text) => {
    expect(placeOf(text)).toBeUndefined();
  },
);

test("an address leads back to its place", () => {
  fc.assert(
    fc.property(fc.nat(1048575), fc.nat(16383), (row, column) =>
      expect(placeOf(address(row, column))).toEqual({ row, column }),
    ),
  );
});

test("columns of a binding, by role and measure", () => {
  const diseases = formOf(["TA;chỉ tiêu;1;1;;Tả;ca;số đếm;phát sinh;thấp;0;SO;không;cộng"], {
    measures: [
      { id: "mac", label: "Mắc" },
      { id: "chet", label: "Chết" },
    ],
    columns: [
      { role: "code", header: "Mã số", width: 9 },
      { role: "label", header: "Tên bệnh", width: 9 },
      { role: "actual", header: "Mắc", width: 9, measure: "mac" },
      { role: "actual", header: "Chết", width: 9, measure: "chet" },
    ],
  });
  const { binding } = tableOf(diseases, []);
  expect(columnsOf(binding, "actual").map(({ column }) => column)).toEqual([2, 3]);
  expect(columnsOf(binding, "plan")).toEqual([]);
  expect(columnOf(binding, "actual", "chet")?.column).toBe(3);
  expect(columnOf(binding, "actual")).toBeUndefined();
  expect(columnOf(tableOf(FORM, []).binding, "actual")?.column).toBe(3);
});
