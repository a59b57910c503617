import fc from "fast-check";
import { compileExpression } from "../../../src/core/form/expression";
import { expressionRange } from "../../../src/core/form/interval-value";
import { point, roundingInterval, type Interval } from "../../../src/core/number";

const range = (text: string, ...figures: readonly Interval[]) => expressionRange(compileExpression(text), figures);

describe("the values that an expression may have", () => {
  test.each([
    ["exact figures", "100 * A / B", [point(1), point(4)], { low: 25, high: 25 }],
    ["one rounded figure", "A + B", [{ low: 1, high: 2 }, point(4)], { low: 5, high: 6 }],
    ["a numerator", "100 * A / B", [{ low: 1, high: 2 }, point(4)], { low: 25, high: 50 }],
    ["a denominator", "100 / A * B", [{ low: 4, high: 5 }, point(1)], { low: 20, high: 25 }],
    [
      "both",
      "100 * A / B",
      [
        { low: 1, high: 2 },
        { low: 4, high: 5 },
      ],
      { low: 20, high: 50 },
    ],
    [
      "a difference",
      "A - B",
      [
        { low: 1, high: 2 },
        { low: 4, high: 6 },
      ],
      { low: -5, high: -2 },
    ],
    ["a figure used twice", "A / (A + B)", [{ low: 1, high: 3 }, point(1)], { low: 0.5, high: 0.75 }],
  ])("with %s", (_, text, figures, expected) => {
    expect(range(text, ...figures)).toEqual(expected);
  });

  test.each<[string, string, Interval[]]>([
    ["a denominator of zero", "A / B", [point(1), point(0)]],
    [
      "a denominator that may be zero",
      "A / B",
      [
        { low: 1, high: 2 },
        { low: 0, high: 1 },
      ],
    ],
    [
      "one of many that is zero at its end alone",
      "(A + B + C + D + E) / (F - 1)",
      [1, 2, 3, 4, 5, 0].map((low) => ({ low, high: low + 1 })),
    ],
    ...["C + D + E + 1 / (A - B)", "C + D + E - 1 / (A - B)"].map((text): [string, string, Interval[]] => [
      `two of many that may be the same: ${text}`,
      text,
      [...[3, 4, 5].map((low) => ({ low, high: low + 1 })), { low: 1, high: 2 }, { low: 1.5, high: 2 }],
    ]),
    [
      "one of many that may be zero",
      "(A + B + C + D + E) / F",
      [1, 2, 3, 4, 5, 0].map((low) => ({ low, high: low + 1 })),
    ],
  ])("has none with %s", (_, text, figures) => {
    expect(range(text, ...figures)).toBeUndefined();
  });

  test("a product of differences, which goes up and down, is met at all its corners", () => {
    const from1to4 = { low: 1, high: 4 };
    expect(range("(A - 2) * (B - 2)", from1to4, from1to4)).toEqual({ low: -2, high: 4 });
    expect(range("(A - 2) * (B - 2) * (C - 2)", from1to4, from1to4, from1to4)).toEqual({ low: -4, high: 8 });
  });

  test("of many rounded figures whose value goes up and down the interval holds what was met, the right way round", () => {
    const from = (low: number) => ({ low, high: low + 3 });
    const { low, high } = range("(A - 2) * (B - 2) + C + D + E", from(1), from(1), from(0), from(0), from(0))!;
    expect(low).toBeLessThanOrEqual(-2);
    expect(high).toBeGreaterThanOrEqual(4);
  });

  test.each([
    ["A + B + C + D + E + F", { low: 21, high: 27 }],
    ["A + B - C + D - E + F", { low: 3, high: 9 }],
    ["(A + B + C + D + E) / F", { low: 15 / 7, high: 20 / 6 }],
  ])("%s with many rounded figures", (text, expected) => {
    const figures = [1, 2, 3, 4, 5, 6].map((low) => ({ low, high: low + 1 }));
    expect(range(text, ...figures)).toEqual(expected);
  });
});

test.each([
  ["100 * A / B", 2],
  ["100 * (A + B) / C", 3],
  ["A + B + C + D + E + F", 6],
  ["1000 * (A + B + C + D) / (E + F)", 6],
  ["A - B + C - D + E - F", 6],
])("%s never leaves its range, wherever the true figures lie", (text, size) => {
  const expression = compileExpression(text);
  const figure = fc.record({
    stated: fc.integer({ min: 1, max: 100_000 }).map((tenths) => tenths / 10 + 1),
    decimals: fc.constantFrom(0, 1),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(figure, { minLength: size, maxLength: size }), (figures) => {
      const ranges = figures.map(({ stated, decimals }) => roundingInterval(stated, decimals));
      const values = ranges.map(({ low, high }, index) => low + (high - low) * figures[index]!.at);
      const { low, high } = expressionRange(expression, ranges)!;
      const value = expression.evaluate(values)!;
      const noise = 1e-9 * Math.max(1, Math.abs(low), Math.abs(high));
      expect(value).toBeGreaterThanOrEqual(low - noise);
      expect(value).toBeLessThanOrEqual(high + noise);
    }),
  );
});
