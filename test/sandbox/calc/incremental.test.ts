/** Whatever is typed in whatever order, what is calculated step by step is what a fresh workbook would show. */

import fc from "fast-check";
import { createDependents } from "../../../src/sandbox/host/calc/dependents";
import type { CalcValue } from "../../../src/sandbox/host/calc/types";
import { desk } from "./support";

const ADDRESSES = ["A", "B", "C", "D"].flatMap((column) => [1, 2, 3, 4].map((row) => `${column}${row}`));

const address = fc.constantFrom(...ADDRESSES);
const formula = fc.oneof(
  fc.tuple(address, address).map(([one, other]) => `=${one}+${other}`),
  fc.tuple(address, address).map(([one, other]) => `=SUM(${one}:${other})`),
  address.map((one) => `=IF(${one}="","trống",${one})`),
  address.map((one) => `=IFERROR(${one}/2,-1)`),
  fc.constantFrom("=SUM(A:A)", "=COUNT(2:2)", "=SOVOIKH(A1,B2)", "=1/0"),
);
const content = fc.oneof(formula, fc.integer({ min: -9, max: 9 }), fc.constantFrom("-", "chữ", null, ""));

test("step by step and all at once come to the same", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(address, content), { minLength: 1, maxLength: 14 }), (steps) => {
      const stepwise = desk();
      const held: Record<string, CalcValue> = {};
      for (const [at, typed] of steps) {
        stepwise.type({ [at]: typed });
        held[at] = typed;
      }
      const fresh = desk();
      fresh.type(held);
      expect(stepwise.show(...ADDRESSES)).toEqual(fresh.show(...ADDRESSES));
      stepwise.recalculateAll();
      expect(stepwise.show(...ADDRESSES)).toEqual(fresh.show(...ADDRESSES));
    }),
  );
});

describe("who reads a cell", () => {
  const area = fc
    .tuple(fc.nat(3000), fc.nat(40), fc.nat(3000), fc.nat(40))
    .map(([top, left, height, width]) => ({ sheet: "s", top, left, bottom: top + height, right: left + width }));

  test("is found through areas of every size, and no more when it is removed", () => {
    fc.assert(
      fc.property(
        fc.array(area, { maxLength: 30 }),
        fc.nat(6100),
        fc.nat(90),
        fc.nat(30),
        (areas, row, column, gone) => {
          const dependents = createDependents<number>();
          const entries = areas.map((one, reader) => dependents.add(one, reader));
          if (entries[gone]) dependents.remove(entries[gone]);
          const found = new Set<number>();
          dependents.visit({ sheet: "s", row, column }, (reader) => found.add(reader));
          const expected = areas.flatMap(({ top, left, bottom, right }, reader) =>
            reader !== gone && row >= top && row <= bottom && column >= left && column <= right ? [reader] : [],
          );
          expect([...found].sort((a, b) => a - b)).toEqual(expected);
        },
      ),
    );
  });

  test("to the last cell of the grid", () => {
    const dependents = createDependents<string>();
    dependents.add({ sheet: "s", top: 0, left: 0, bottom: 1_048_575, right: 16_383 }, "all");
    dependents.add({ sheet: "s", top: 1_048_575, left: 16_383, bottom: 1_048_575, right: 16_383 }, "last");
    const found: string[] = [];
    dependents.visit({ sheet: "s", row: 1_048_575, column: 16_383 }, (reader) => found.push(reader));
    expect(found.sort()).toEqual(["all", "last"]);
    expect(dependents.readersOf("s").size).toBe(2);
  });
});
