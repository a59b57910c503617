import fc from "fast-check";
import { roundHalfAway } from "../../../src/core/number";

test.each<[number, number, number]>([
  [2.5, 0, 3],
  [-2.5, 0, -3],
  [0.5, 0, 1],
  [-0.5, 0, -1],
  [1.5, 0, 2],
  [2.4999, 0, 2],
  [1.005, 2, 1.01],
  [-1.005, 2, -1.01],
  [0.285, 2, 0.29],
  [1.255, 2, 1.26],
  [8.345, 2, 8.35],
  [27.56, 1, 27.6],
  [27.54, 1, 27.5],
  [99.95, 1, 100],
  [5, 2, 5],
  [0, 1, 0],
  [1234.5, 1, 1234.5],
  [1e21, 0, 1e21],
  [1.5e-7, 7, 2e-7],
  [4e-8, 7, 0],
  [1250, -2, 1300],
  [1249, -2, 1200],
  [49, -2, 0],
  [9007199254740991, 0, 9007199254740991],
  [0.1 + 0.2, 17, 0.1 + 0.2],
])("roundHalfAway(%p, %p) is %p", (value, decimals, rounded) => {
  expect(roundHalfAway(value, decimals)).toBe(rounded);
});

test.each<[string, number, number, number]>([
  ["23 / 80 * 100", (23 / 80) * 100, 1, 28.8],
  ["1.1 * 1.15", 1.1 * 1.15, 3, 1.265],
  ["0.1 + 0.25 - 0.1", 0.1 + 0.25 - 0.1, 1, 0.3],
  ["(2001 / 2000 - 1) * 100", (2001 / 2000 - 1) * 1000000, 2, 500],
])("noise beyond 15 digits does not decide: %s", (_what, value, decimals, rounded) => {
  expect(roundHalfAway(value, decimals)).toBe(rounded);
});

test("the 15th digit does decide", () => {
  expect(roundHalfAway(0.499999999999999, 0)).toBe(0);
  expect(roundHalfAway(0.4999999999999999, 0)).toBe(1);
});

test.each([0, -0, -0.04, -0.4])("never -0: %p", (value) => {
  expect(Object.is(roundHalfAway(value, 0), 0)).toBe(true);
});

test.each([Number.NaN, Infinity, -Infinity])("%p cannot be rounded", (value) => {
  expect(() => roundHalfAway(value, 1)).toThrow(new RangeError(`not a finite number: ${value}`));
});

test("agrees with arithmetic on decimal digits", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 15n - 1n), max: 10n ** 15n - 1n }),
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: 0, max: 6 }),
      (digits, scale, decimals) => {
        const value = Number(`${digits}e${-scale}`);
        const unit = 10n ** BigInt(Math.max(0, scale - decimals));
        const magnitude = digits < 0n ? -digits : digits;
        const rounded = ((2n * magnitude + unit) / (2n * unit)) * unit;
        expect(roundHalfAway(value, decimals)).toBe(Number(`${digits < 0n ? -rounded : rounded}e${-scale}`) + 0);
      },
    ),
  );
});

test("rounding twice changes nothing", () => {
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, min: -1e12, max: 1e12 }),
      fc.integer({ min: 0, max: 6 }),
      (value, decimals) => {
        const once = roundHalfAway(value, decimals);
        expect(roundHalfAway(once, decimals)).toBe(once);
        expect(roundHalfAway(-value, decimals)).toBe(0 - once);
      },
    ),
  );
});
