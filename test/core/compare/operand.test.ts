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
