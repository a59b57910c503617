import fc from "fast-check";
import { compileExpression } from "../../../src/core/form/expression";

describe("what an expression says of itself", () => {
  test.each([
    ["100 * A / B", 100],
    ["A / B * 1000", 1000],
    ["100000 * A / (B + C)", 100_000],
    ["(10 * A) * 10 / B", 100],
    ["A / B", 1],
    ["A / (B / 100)", 100],
    ["(100 * A + 100 * B) / C", 100],
    ["100 * (A - B) / A", 100],
    ["1000 * A * B / C", 1000],
    ["100 * max(A, B) / C", 100],
    ["100 * A / ((B + C) / 2)", 200],
    ["(A + 2 * B) / C", undefined],
    ["A / B / 100", undefined],
    ["100 / A", undefined],
    ["100 - 100 * A / B", undefined],
    ["A + B", undefined],
    ["A / 100", undefined],
  ])("the factor of %s is %s", (text, factor) => {
    expect(compileExpression(text).factor).toBe(factor);
  });

  test.each([
    ["A", true],
    ["A + B", true],
    ["(A + B) + C", true],
    ["A - B", false],
    ["2 * A", false],
    ["A + 1", false],
    ["sum(A, B)", false],
    ["A + B + A", false],
  ])("%s is a plain sum: %s", (text, isSum) => {
    expect(compileExpression(text).isSum).toBe(isSum);
  });
});

describe("an expression as a quotient of two sums", () => {
  /** "3 A − B + 2 / 1 C" for what stands above and below. */
  const ratioOf = (text: string) => {
    const { ratio } = compileExpression(text);
    return ratio && [ratio.above, ratio.below].map(({ factors, constant }) => [...factors, constant]);
  };

  test.each([
    [
      "100 * A / B",
      [
        [100, 0, 0],
        [0, 1, 0],
      ],
    ],
    [
      "A / B * 1000",
      [
        [1000, 0, 0],
        [0, 1, 0],
      ],
    ],
    [
      "100000 * (A + B) / C",
      [
        [100000, 100000, 0, 0],
        [0, 0, 1, 0],
      ],
    ],
    [
      "100 * A / (B - A)",
      [
        [100, 0, 0],
        [-1, 1, 0],
      ],
    ],
    [
      "A - B",
      [
        [1, -1, 0],
        [0, 0, 1],
      ],
    ],
    [
      "-A + 10",
      [
        [-1, 10],
        [0, 1],
      ],
    ],
    [
      "sum(A, B) / 2",
      [
        [1, 1, 0],
        [0, 0, 2],
      ],
    ],
    [
      "2 * (A + 3) * 5 / (4 * B)",
      [
        [10, 0, 30],
        [0, 4, 0],
      ],
    ],
    [
      "-(A + B) / (C - 1)",
      [
        [-1, -1, 0, 0],
        [0, 0, 1, -1],
      ],
    ],
    [
      "(A - B) * (3 - 1) / (2 + 2)",
      [
        [2, -2, 0],
        [0, 0, 4],
      ],
    ],
    [
      "sum(A, B, -A) + sum(B)",
      [
        [0, 2, 0],
        [0, 0, 1],
      ],
    ],
    [
      "A / 4 + B",
      [
        [0.25, 1, 0],
        [0, 0, 1],
      ],
    ],
  ])("%s", (text, expected) => {
    expect(ratioOf(text)).toEqual(expected);
  });

  test.each([
    ...["A * B", "A / B + C", "max(A, B)", "A > 0 ? A : B", "A / (B * C)", "A / B / C", "A / (1 + B / C)"],
    ...["A < 2", "2 < A", "A + max(A, B)", "max(A, B) + A", "sum(A, abs(B))", "A - B * C", "A / 0 + B", "-max(A, B)"],
  ])("%s is none", (text) => {
    expect(ratioOf(text)).toBeUndefined();
  });

  test("has the value that the expression has", () => {
    const figure = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(figure, figure, figure, (a, b, c) => {
        const expression = compileExpression("1000 * (A + 2 * B) / (C - A / 2)");
        fc.pre(c - a / 2 !== 0);
        const { above, below } = expression.ratio!;
        const sum = ({ factors, constant }: typeof above) =>
          [a, b, c].reduce((total, value, index) => total + value * factors[index]!, constant);
        expect(sum(above) / sum(below)).toBeCloseTo(expression.evaluate([a, b, c])!, 6);
      }),
    );
  });
});
