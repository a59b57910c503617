/** What speaks for and against a cell before any value is looked at: heavier is less likely to blame. */

import { variableOf } from "../../../../src/core/check/suspects/variable";
import { isTypedOver, weightOf } from "../../../../src/core/check/suspects/weigh";
import type { KnownCell } from "../../../../src/core/check/rule";
import { count, formOf, meta, rate } from "../../form/support";
import { tableOf, type Written } from "../../table/support";
import { INPUTS, tableWith } from "./support";

const copies = (code: string, size: number) =>
  Array.from({ length: size }, (_, at) => count(`${code}${at}`, `Như ${code} ${at}`, { "Bằng với": code }));

const FORM = formOf(
  [
    count("LE", "Đứng riêng"),
    count("TONG", "Tổng số", { "Bằng tổng": "NAM + NU" }),
    count("NAM", "Nam"),
    count("NU", "Nữ"),
    rate("TL", "Tỷ lệ nữ", { "Cách tính": "100 * NU / TONG" }),
    count("TAP", "Nhóm con", { "Tập con của": "LON" }),
    count("LON", "Nhóm lớn"),
    count("MOT", "Nêu lại"),
    ...copies("MOT", 1),
    count("BA", "Nêu ba lần"),
    ...copies("BA", 3),
    count("NAM5", "Nêu năm lần"),
    ...copies("NAM5", 5),
  ],
  INPUTS,
);
const FIGURES = Object.fromEntries(FORM.indicators.map(({ code }) => [code, 50]));
const { network, broken, cellOf } = tableWith(FORM, { ...FIGURES, TONG: 100, NU: 40, NAM: 50, TL: 40, TAP: 20 });

const weight = (code: string, recent: readonly string[] = []) =>
  weightOf(network.variable(cellOf(code)), network, new Set(broken), new Set(recent.map(cellOf)));

test("relations that hold speak for a cell, the more the better, up to three", () => {
  expect(weight("MOT")).toBeGreaterThan(weight("LE"));
  expect(weight("BA")).toBeGreaterThan(weight("MOT"));
  expect(weight("NAM5")).toBe(weight("BA"));
});

test("that a cell is no larger than another says less than that both are the same", () => {
  expect(weight("TAP")).toBeGreaterThan(weight("LE"));
  expect(weight("TAP")).toBeLessThan(weight("MOT"));
});

test("a relation that is broken speaks for none of its cells", () => {
  expect(broken.map(({ key }) => key.slice(0, 3))).toEqual(["QH1"]);
  expect(weight("NAM")).toBe(weight("LE"));
  expect(weight("NU")).toBe(weight("MOT"));
});

test("a change of a moment ago speaks against the cell that was changed, and no other", () => {
  expect(weight("MOT", ["MOT"])).toBeLessThan(weight("LE"));
  expect(weight("MOT", ["LE"])).toBe(weight("MOT"));
});

describe("a number where a formula should be", () => {
  const inputs = formOf(
    [count("TONG", "Tổng", { "Bằng tổng": "A + B" }), count("A", "A"), count("B", "B")],
    meta(["code", "label", "plan", "actual", "samePeriod"]),
  );
  const sum = (value: number): Written => ({ value, formula: "C3+C4" });
  const variable = (code: string, ...figures: readonly Written[]) => {
    const row = tableOf(inputs, [[code, ...figures]]).rows[0]!;
    return variableOf(row.cells.actual as KnownCell, row);
  };

  test.each<[string, string, Written[], boolean]>([
    ["a total among totals that are calculated", "TONG", [sum(30), 30, sum(30)], true],
    ["a total beside one that is calculated", "TONG", [null, 30, sum(30)], true],
    ["a total that is calculated itself", "TONG", [sum(30), sum(30), sum(30)], false],
    ["a total where all were typed", "TONG", [30, 30, 30], false],
    ["a part, of which no formula is asked", "A", [sum(30), 30, sum(30)], false],
  ])("%s", (_, code, figures, expected) => {
    expect(isTypedOver(variable(code, ...figures))).toBe(expected);
  });
});
