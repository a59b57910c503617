import fc from "fast-check";
import { longestRisingRun } from "../../../src/core/form/rising";

test.each([
  [[], []],
  [[7], [0]],
  [
    [1, 9, 2, 3],
    [0, 2, 3],
  ],
  [[3, 2, 1], [2]],
  [[5, 5, 5], [2]],
])("of %j the places %j keep their order", (values, expected) => {
  expect(longestRisingRun(values)).toEqual(expected);
});

/** The same question by trying every run: for each place the longest run that ends there. */
function longestByTrying(values: readonly number[]): number {
  const lengths: number[] = [];
  values.forEach((value, at) => {
    lengths[at] = 1 + Math.max(0, ...lengths.filter((_, before) => values[before]! < value));
  });
  return Math.max(0, ...lengths);
}

test("places and values of the run rise, and no run is longer", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 14 }), (values) => {
      const run = longestRisingRun(values);
      for (const [index, place] of run.entries()) {
        if (index === 0) continue;
        expect(place).toBeGreaterThan(run[index - 1]!);
        expect(values[place]).toBeGreaterThan(values[run[index - 1]!]!);
      }
      expect(run).toHaveLength(longestByTrying(values));
    }),
  );
});
