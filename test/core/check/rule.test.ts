/** What every rule starts from: what a cell states, for people and for machines, and whether it could state it. */

import { isInputRole } from "../../../src/core/form/types";
import fc from "fast-check";
import {
  aboutCell,
  columnWords,
  couldState,
  decimalsOfCell,
  headerPlace,
  intervalOf,
  isKnown,
  statedOf,
  written,
  type KnownCell,
} from "../../../src/core/check/rule";
import type { FigureCell } from "../../../src/core/table/figures";
import { FORM, formOf, percent, tableOf, type Written } from "../table/support";

/** A figure of TH as it is read in a sheet that somebody typed. */
function actual(content: Written, code = "KHAM"): FigureCell {
  return tableOf(FORM, [[code, 1, content]], { byLabel: true }).rows[0]!.cells.actual!;
}

test.each<[Written, string, number | string | null]>([
  [1722, "1.722", 1722],
  [{ value: 15, format: "0.0" }, "15,0", 15],
  [percent(0.987), "98,7", 98.7],
  ["1.722", "1.722", 1722],
  ["-", "-", "-"],
  ["…", "…", "…"],
  [" khoảng 5 ca ", "khoảng 5 ca", " khoảng 5 ca "],
  ["a".repeat(70), "a".repeat(60), "a".repeat(70)],
  [{ error: "#DIV/0!" }, "#DIV/0!", "#DIV/0!"],
  [true, "TRUE", "true"],
  [false, "FALSE", "false"],
  ["", "trống", ""],
  [null, "trống", null],
  [{ value: null, formula: "A1" }, "trống", null],
])("%j is told as %j, to machines as %j", (content, words, stated) => {
  const cell = actual(content);
  expect(written(cell)).toBe(words);
  expect(statedOf(cell)).toBe(stated);
});

test("a finding names the code and the measure where there are any, and nothing else", () => {
  const table = tableOf(FORM, [
    ["KHAM", 1, 2],
    ["Hàng lạ", 1, 2],
  ]);
  const [known, strange] = table.rows.map((row) => aboutCell("SO1", row.cells.actual!, row));
  expect(known).toMatchObject({ rule: "SO1", row: 1, column: 3, role: "actual", code: "KHAM", stated: 2, related: [] });
  expect(known).not.toHaveProperty("measure");
  expect(strange).not.toHaveProperty("code");
  expect(strange!.facts).toEqual({ label: "Hàng lạ", column: "Thực hiện", stated: "2" });
  const measured = tableOf(DISEASES, [["TA", 5, 1]]);
  const deaths = measured.rows.find(({ measure }) => measure.id === "chet")!;
  expect(aboutCell("SO1", deaths.cells.actual!, deaths)).toMatchObject({
    measure: "chet",
    facts: { label: "Tả (chết)" },
  });
});

const DISEASES = formOf(["TA;chỉ tiêu;1;1;;Tả;ca;số đếm;phát sinh;thấp;0;SO;không;cộng"], {
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

test("a column is named with its measure where the form has several", () => {
  expect(columnWords(tableOf(DISEASES, []), "actual", "chet")).toBe("Thực hiện (chết)");
  expect(columnWords(tableOf(FORM, []), "actual")).toBe("Thực hiện");
  expect(columnWords(tableOf(undefined, []), "samePeriod", "chet")).toBe("Cùng kỳ");
});

test("what is said of a column as a whole stands at its header, without the column at that of the labels", () => {
  const table = tableOf(DISEASES, [["TA", 5, 1]]);
  expect(headerPlace(table, "actual", "chet")).toEqual({ row: 0, column: 3 });
  expect(headerPlace(table, "plan")).toEqual({ row: 0, column: 1 });
  expect(headerPlace(tableOf(FORM, []), "plan")).toEqual({ row: 0, column: 2 });
  const bare = tableOf(FORM, []);
  const nothing = { ...bare, binding: { ...bare.binding, columns: [] } };
  expect(headerPlace(nothing, "plan")).toEqual({ row: 0, column: 0 });
});

test.each<[number, number]>([
  [68.57142857142857, 8],
  [1234567.123456789, 3],
  [0.1234567891234, 9],
  [12345678901.5, 0],
  [-68.57142857142857, 8],
  [68.5, 1],
])("of %p the figures are known to %i decimals", (value, decimals) => {
  expect(decimalsOfCell(actual(value, "CS"))).toBe(decimals);
});

test.each<[Written, boolean]>([
  [12, true],
  ["-", true],
  ["…", false],
  ["≥ 95", false],
  ["không rõ", false],
  [null, false],
])("whether %j is a figure to reckon with: %j", (content, known) => {
  expect(isKnown(actual(content, "CS"))).toBe(known);
});

test("plans and figures of a period are typed, comparisons are derived", () => {
  const roles = ["plan", "laterPlan", "actual", "samePeriod", "vsPlan", "vsSamePeriod"] as const;
  expect(roles.filter(isInputRole)).toEqual(["plan", "laterPlan", "actual", "samePeriod"]);
});

test("there is nothing to reckon with where there is no cell", () => {
  expect(isKnown(undefined)).toBe(false);
});

test("a figure could state a range that it lies in, or that some of its true values lie in, and no other", () => {
  const rate = actual(68.6, "CS");
  expect(couldState({ low: 68.5, high: 68.7 }, rate)).toBe(true);
  expect(couldState({ low: 68.64, high: 68.7 }, rate)).toBe(true);
  expect(couldState({ low: 68.66, high: 68.7 }, rate)).toBe(false);
  expect(couldState({ low: 68.66, high: 68.7 }, rate, 0)).toBe(true);
  const long = actual(68.57142857142857, "CS");
  expect(couldState({ low: 68.571428571, high: 68.571428572 }, long)).toBe(true);
  expect(couldState({ low: 68.5715, high: 68.5716 }, long)).toBe(false);
});

test("a figure is always one of the values that may be behind it, and could state itself", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 9 }), (units, decimals) => {
      const value = units / 10 ** decimals;
      const cell = actual(value, "CS") as KnownCell;
      const { low, high } = intervalOf(cell);
      expect(low).toBeLessThanOrEqual(value);
      expect(high).toBeGreaterThanOrEqual(value);
      expect(couldState({ low: value, high: value }, cell)).toBe(true);
    }),
  );
});
