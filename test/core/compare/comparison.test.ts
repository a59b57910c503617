import fc from "fast-check";
import {
  pointDecimals,
  vsPlan,
  vsPlanRange,
  vsSamePeriod,
  vsSamePeriodRange,
  type Derived,
  type Operand,
} from "../../../src/core/compare/comparison";
import type { Comparison } from "../../../src/core/form/types";
import { contains, couldRoundTo, decimalsOf, point, roundingInterval } from "../../../src/core/number";

/** Operands as short as they are said: a number, "<" for a threshold, "" for nothing. */
const operand = (said: number | string): Operand =>
  typeof said === "number" ? { kind: "number", value: said } : { kind: said === "<" ? "bound" : "absent" };

/** A result as a person reads it: the figure with its decimals, or why it is blank. */
const read = (derived: Derived) => (derived.kind === "blank" ? derived.why : derived.value.toFixed(derived.decimals));

describe("So với KH", () => {
  test.each<[number | string, number | string, string]>([
    [1200, 1750, "68.6"],
    [503, 1825, "27.6"],
    [98.46, 98.5, "100.0"],
    [23, 80, "28.8"],
    [0, 1750, "0.0"],
    [-0.1, 0.2, "-50.0"],
    [1, 3, "33.3"],
    [5, 0, "zero-plan"],
    [0, 0, "zero-plan"],
    [5, "<", "bound-plan"],
    ["", "<", "bound-plan"],
    [5, "", "no-plan"],
    ["", "", "no-plan"],
    ["", 1750, "no-actual"],
    ["", 0, "no-actual"],
    ["<", 1750, "no-actual"],
  ])("TH %p, KH %p: %s", (actual, plan, result) => {
    expect(read(vsPlan(operand(actual), operand(plan)))).toBe(result);
  });
});

describe("So với cùng kỳ", () => {
  test.each<[Comparison, number | string, number | string, string]>([
    ["percent", 1200, 1100, "9.1"],
    ["percent", 1100, 1200, "-8.3"],
    ["percent", 1100, 1100, "0.0"],
    ["percent", 0, 12, "-100.0"],
    ["percent", 0, 0, "0.0"],
    ["percent", 12, 0, "zero-same-period"],
    ["percent", 2001, 2000, "0.1"],
    ["percent", 1999, 2000, "-0.1"],
    ["percent", 100.05, 100, "0.1"],
    ["points", 98.46, 97.1, "1.36"],
    ["points", 97.1, 98.46, "-1.36"],
    ["points", 12, 0, "12"],
    ["points", 0.3, 0.1, "0.2"],
    ["points", 98.4, 97.1, "1.3"],
    ["points", 98.5, 97.5, "1.0"],
    ["difference", 3, 5, "-2"],
    ["difference", 5, 0, "5"],
    ["difference", 0, 0, "0"],
    ["difference", 1 / 3, 0, "0.333333333"],
    ["percent", "", 12, "no-actual"],
    ["percent", "", "", "no-actual"],
    ["percent", "<", 12, "no-actual"],
    ["percent", 12, "", "no-same-period"],
    ["percent", 12, "<", "no-same-period"],
    ["points", 98.4, "", "no-same-period"],
    ["difference", 5, "", "no-same-period"],
  ])("%s, TH %p, CK %p: %s", (comparison, actual, samePeriod, result) => {
    expect(read(vsSamePeriod(operand(actual), operand(samePeriod), comparison))).toBe(result);
  });

  test("a difference is rounded to the decimals asked for, growth is not", () => {
    expect(read(vsSamePeriod(operand(98.46), operand(97.1), "points", 1))).toBe("1.4");
    expect(read(vsSamePeriod(operand(98), operand(97), "points", 1))).toBe("1.0");
    expect(read(vsSamePeriod(operand(90), operand(89.95), "points", 1))).toBe("0.1");
    expect(read(vsSamePeriod(operand(98.46), operand(97.1), "difference", 0))).toBe("1");
    expect(read(vsSamePeriod(operand(1200), operand(1100), "percent", 0))).toBe("9.1");
  });

  test.each<[Comparison, number, number]>([
    ["points", 0, 1],
    ["points", 1, 1],
    ["points", 2, 2],
    ["difference", 0, 0],
    ["difference", 2, 2],
  ])("%s of an indicator with %i decimals show %i", (comparison, indicator, shown) => {
    expect(pointDecimals(comparison, indicator)).toBe(shown);
  });
});

describe("what may truly stand behind rounded figures", () => {
  test("So với KH of 98,5 and 90: from 98,45/90,5 to 98,55/89,5", () => {
    const range = vsPlanRange(roundingInterval(98.5, 1), roundingInterval(90, 0))!;
    expect(range.low).toBeCloseTo((98.45 / 90.5) * 100, 9);
    expect(range.high).toBeCloseTo((98.55 / 89.5) * 100, 9);
  });

  test("So với cùng kỳ in points, and in percent", () => {
    expect(vsSamePeriodRange(point(98.5), roundingInterval(97, 0), "points")).toMatchObject({ low: 1, high: 2 });
    expect(vsSamePeriodRange(point(5), point(3), "difference")).toMatchObject({ low: 2, high: 2 });
    const growth = vsSamePeriodRange(point(120), point(100), "percent")!;
    expect([growth.low, growth.high]).toEqual([expect.closeTo(20, 9), expect.closeTo(20, 9)]);
  });

  test("a base that may be zero has no ratio, but a difference", () => {
    const maybeZero = roundingInterval(0, 0);
    expect(vsPlanRange(point(5), maybeZero)).toBeUndefined();
    expect(vsSamePeriodRange(point(5), maybeZero, "percent")).toBeUndefined();
    expect(vsSamePeriodRange(point(5), maybeZero, "difference")).toMatchObject({ low: 4.5, high: 5.5 });
  });
});

describe("laws", () => {
  const figure = fc.tuple(fc.nat(10 ** 7), fc.nat(2)).map(([digits, scale]) => Number(`${digits}e${-scale}`));
  const positive = figure.filter((value) => value > 0);
  const comparison = fc.constantFrom<Comparison>("percent", "points", "difference");
  const value = (derived: Derived) => (derived.kind === "value" ? derived.value : NaN);

  test("a result follows from its own figures, as stated and as true", () => {
    fc.assert(
      fc.property(figure, positive, comparison, (now, base, how) => {
        const [a, b] = [roundingInterval(now, decimalsOf(now)), roundingInterval(base, decimalsOf(base))];
        const plan = vsPlanRange(a, b);
        if (plan) expect(couldRoundTo(plan, value(vsPlan(operand(now), operand(base))), 1)).toBe(true);
        const derived = vsSamePeriod(operand(now), operand(base), how);
        const range = vsSamePeriodRange(a, b, how);
        if (range && derived.kind === "value") expect(couldRoundTo(range, derived.value, derived.decimals)).toBe(true);
        if (range && how !== "percent") expect(contains(range, now - base)).toBe(true);
      }),
    );
  });

  test("the same figure is 100% of itself and no change", () => {
    fc.assert(
      fc.property(positive, comparison, (same, how) => {
        expect(value(vsPlan(operand(same), operand(same)))).toBe(100);
        expect(value(vsSamePeriod(operand(same), operand(same), how))).toBe(0);
      }),
    );
  });

  test("points turn their sign when the periods change places; growth of the plan's kind is So với KH less 100", () => {
    fc.assert(
      fc.property(figure, positive, (now, before) => {
        const forth = value(vsSamePeriod(operand(now), operand(before), "points"));
        expect(value(vsSamePeriod(operand(before), operand(now), "points"))).toBe(0 - forth);
        const growth = value(vsSamePeriod(operand(now), operand(before), "percent"));
        expect(Math.abs(growth + 100 - value(vsPlan(operand(now), operand(before))))).toBeLessThan(0.11);
      }),
    );
  });
});

describe("figures that no double can compare", () => {
  test.each<[number, number, string]>([
    [-1, 5e-324, "zero-plan"],
    [1e308, 1, "zero-plan"],
  ])("So với KH of TH %p, KH %p is blank and stops nothing", (actual, plan, result) => {
    expect(read(vsPlan(operand(actual), operand(plan)))).toBe(result);
  });

  test.each<[number, number, Comparison, string]>([
    [-1, 5e-324, "percent", "zero-same-period"],
    [1e308, -1e308, "percent", "no-actual"],
    [1e308, -1e308, "points", "no-actual"],
  ])("So với cùng kỳ of TH %p, CK %p by %s is blank and stops nothing", (actual, before, comparison, result) => {
    expect(read(vsSamePeriod(operand(actual), operand(before), comparison))).toBe(result);
  });
});
