import fc from "fast-check";
import {
  ANYTHING,
  exactly,
  isEmptyBox,
  meet,
  minus,
  noiseAt,
  over,
  plus,
  times,
  timesNumber,
  type Box,
} from "../../../../src/core/check/suspects/box";

const box = (low: number, high: number): Box => ({ low, high });

test.each<[string, Box, Box]>([
  ["a sum", plus(box(1, 2), box(10, 20)), box(11, 22)],
  ["a difference", minus(box(1, 2), box(10, 20)), box(-19, -8)],
  ["a product across zero", times(box(-1, 2), box(-3, 5)), box(-6, 10)],
  ["a product of two ranges below zero", times(box(-2, -1), box(-5, -3)), box(3, 10)],
  ["a multiple below zero, which turns the ends round", timesNumber(box(1, 2), -3), box(-6, -3)],
  ["nothing times a range without an end", times(exactly(0), ANYTHING), box(0, 0)],
  ["a range without an end times nothing", times(ANYTHING, exactly(0)), box(0, 0)],
  ["a range from nothing on, times one without an end", times(box(0, 3), box(2, Infinity)), box(0, Infinity)],
  ["a quotient", over(box(1, 2), box(4, 5)), box(0.2, 0.5)],
  ["a quotient by a range below zero", over(box(1, 2), box(-5, -4)), box(-0.5, -0.2)],
  ["a quotient by what may be nothing", over(box(1, 2), box(0, 4)), box(0.25, Infinity)],
  ["a quotient by what may be nothing or less", over(box(1, 2), box(-4, 0)), box(-Infinity, -0.25)],
  ["a quotient by nothing", over(box(1, 2), exactly(0)), ANYTHING],
  ["a quotient by either side of zero", over(box(1, 2), box(-1, 1)), ANYTHING],
  ["what two ranges share", meet(box(1, 5), box(3, 9)), box(3, 5)],
])("%s", (_what, actual, expected) => {
  expect(actual).toEqual(expected);
});

test.each([
  ["ranges apart", meet(box(1, 2), box(3, 4)), true],
  ["ranges that touch", meet(box(1, 2), box(2, 4)), false],
  ["ends that only noise keeps apart", box(1e6 + 1e-4, 1e6), false],
  ["ends further apart than noise", box(1e6 + 1e-2, 1e6), true],
  ["small ends that only noise keeps apart", box(0.5 + 5e-10, 0.5), false],
  ["everything", ANYTHING, false],
  ["nothing below an end that is missing", box(3, -Infinity), true],
])("whether no value is left of %s: %j", (_what, given, empty) => {
  expect(isEmptyBox(given)).toBe(empty);
});

test("an end that is missing has no noise", () => {
  expect([noiseAt(Infinity), noiseAt(-Infinity)]).toEqual([0, 0]);
  expect(noiseAt(-2e9)).toBe(noiseAt(2e9));
});

const finite = fc
  .tuple(fc.integer({ min: -1000, max: 1000 }), fc.nat(500))
  .map(([low, width]): Box => box(low / 4, (low + width) / 4));
const share = fc.double({ min: 0, max: 1, noNaN: true });
const at = ({ low, high }: Box, part: number) => low + (high - low) * part;
const holds = ({ low, high }: Box, value: number) => {
  const noise = 1e-9 * Math.max(1, Math.abs(value));
  expect(value).toBeGreaterThanOrEqual(low - noise);
  expect(value).toBeLessThanOrEqual(high + noise);
};

test("whatever the values within two ranges, their sum, difference, product and quotient are within the result", () => {
  fc.assert(
    fc.property(finite, finite, share, share, (a, b, inA, inB) => {
      const [x, y] = [at(a, inA), at(b, inB)];
      holds(plus(a, b), x + y);
      holds(minus(a, b), x - y);
      holds(times(a, b), x * y);
      if (Math.abs(y) > 1e-6) holds(over(a, b), x / y);
    }),
  );
});

test("a value is in what two ranges share exactly where it is in both", () => {
  fc.assert(
    fc.property(finite, finite, fc.integer({ min: -1000, max: 1500 }), (a, b, quarters) => {
      const value = quarters / 4;
      const within = ({ low, high }: Box) => low <= value && value <= high;
      expect(within(meet(a, b))).toBe(within(a) && within(b));
      expect(meet(a, b)).toEqual(meet(b, a));
    }),
  );
});
