import fc from "fast-check";
import { toldDecimals } from "../../../src/core/compare/assess";
import type { Operand } from "../../../src/core/compare/comparison";
import { operandOf, reachedOf, targetOf } from "../../../src/core/compare/operand";
import { FORM, percent, tableOf, type Written } from "../table/support";

const cell = (written: Written) => tableOf(FORM, [["CS", written]]).rows[0]!.cells.plan!;

test.each<[Written, Operand]>([
  [98.5, { kind: "number", value: 98.5 }],
  ["98,5%", { kind: "number", value: 98.5 }],
  [percent(0.985), { kind: "number", value: 98.5 }],
  [0, { kind: "number", value: 0 }],
  ["-", { kind: "number", value: 0 }],
  ["<6", { kind: "bound" }],
  [null, { kind: "absent" }],
  ["…", { kind: "absent" }],
  ["chưa giao", { kind: "absent" }],
  ["503/1.825", { kind: "absent" }],
])("%j as an operand", (written, expected) => {
  expect(operandOf(cell(written))).toEqual(expected);
});

test("as a target: a number, a threshold, or none", () => {
  expect(targetOf(cell("98,50"), 1)).toEqual({ kind: "number", value: 98.5, decimals: 2 });
  expect(targetOf(cell("-"), 1)).toEqual({ kind: "number", value: 0, decimals: 0 });
  expect(targetOf(cell("≥10,8"), 1)).toEqual({ kind: "bound", operator: "≥", value: 10.8, decimals: 1 });
  for (const written of [null, "…", "chưa giao"]) expect(targetOf(cell(written), 1)).toEqual({ kind: "absent" });
  expect(targetOf(undefined, 1)).toEqual({ kind: "absent" });
});

test("as a figure reached, where it has one", () => {
  expect(reachedOf(cell(98.46), 1)).toEqual({ value: 98.46, decimals: 2 });
  expect(reachedOf(cell("-"), 1)).toEqual({ value: 0, decimals: 0 });
  for (const written of [null, "…", "<6"]) expect(reachedOf(cell(written), 1)).toBeUndefined();
  expect(reachedOf(undefined, 1)).toBeUndefined();
});

test("however many decimals a calculated figure has, it is told in no more than its format and its indicator show", () => {
  const numerator = fc.integer({ min: 0, max: 100_000 });
  fc.assert(
    fc.property(numerator, fc.integer({ min: 1, max: 9_999 }), fc.nat(3), fc.nat(3), (above, below, usual, shown) => {
      const format = shown === 0 ? "0" : `0.${"0".repeat(shown)}`;
      const value = (100 * above) / below;
      const figure = reachedOf({ ...cell(value), cell: { value, formula: "100*A1/A2", format } }, usual)!;
      expect(toldDecimals(figure)).toBeLessThanOrEqual(figure.decimals);
      expect(toldDecimals(figure)).toBeLessThanOrEqual(Math.max(usual, shown));
      expect(figure.told === undefined).toBe(figure.decimals <= Math.max(usual, shown));
    }),
  );
});
