import fc from "fast-check";
import {
  add,
  contains,
  couldRoundTo,
  divide,
  multiply,
  overlaps,
  point,
  roundHalfAway,
  roundingInterval,
  scale,
  subtract,
  type Interval,
} from "../../../src/core/number";

const closed = (low: number, high: number): Interval => ({ low, high });
const open = (low: number, high: number): Interval => ({ low, high, lowOpen: true, highOpen: true });
const lowOpen = (low: number, high: number): Interval => ({ low, high, lowOpen: true });
const highOpen = (low: number, high: number): Interval => ({ low, high, highOpen: true });

describe("roundingInterval: what rounds to the stated figure", () => {
  test.each<[number, number, Interval]>([
    [77.3, 1, highOpen(77.25, 77.35)],
    [5, 0, highOpen(4.5, 5.5)],
    [5, 1, highOpen(4.95, 5.05)],
    [0.1, 1, highOpen(0.05, 0.15)],
    [-5, 0, lowOpen(-5.5, -4.5)],
    [-0.01, 2, lowOpen(-0.015, -0.005)],
    [0, 0, open(-0.5, 0.5)],
    [0, 1, open(-0.05, 0.05)],
    [-0, 1, open(-0.05, 0.05)],
    [1200, -2, highOpen(1150, 1250)],
  ])("%p with %p decimals", (value, decimals, expected) => {
    expect(roundingInterval(value, decimals)).toEqual(expected);
  });
});

describe("arithmetic", () => {
  test("point", () => {
    expect(point(3)).toEqual(closed(3, 3));
  });

  test.each<[string, Interval, Interval]>([
    ["add", add(closed(1, 2), closed(10, 20)), closed(11, 22)],
    ["add, open on the left operand", add(open(1, 2), closed(10, 20)), open(11, 22)],
    ["add, open on the right operand", add(closed(1, 2), open(10, 20)), open(11, 22)],
    ["add, half open", add(highOpen(1, 2), highOpen(10, 20)), highOpen(11, 22)],
    ["subtract", subtract(closed(1, 2), closed(10, 20)), closed(-19, -8)],
    ["subtract, half open", subtract(closed(1, 2), highOpen(10, 20)), lowOpen(-19, -8)],
    ["subtract to zero", subtract(point(0.3), point(0.3)), point(0)],
    ["scale up", scale(highOpen(1, 2), 100), highOpen(100, 200)],
    ["scale by a negative mirrors", scale(highOpen(1, 2), -1), lowOpen(-2, -1)],
    ["scale by zero is reached", scale(open(1, 2), 0), point(0)],
    ["scale around zero", scale(open(-1, 2), 3), open(-3, 6)],
    ["multiply positive", multiply(closed(1, 2), closed(3, 5)), closed(3, 10)],
    ["multiply across zero", multiply(closed(-1, 2), closed(-3, 5)), closed(-6, 10)],
    ["multiply negative", multiply(closed(-2, -1), closed(-5, -3)), closed(3, 10)],
    ["multiply, open ends", multiply(highOpen(1, 2), highOpen(3, 5)), highOpen(3, 10)],
    ["multiply, one open end is enough", multiply(highOpen(1, 2), closed(3, 5)), highOpen(3, 10)],
    ["multiply, the other one too", multiply(closed(1, 2), lowOpen(3, 5)), lowOpen(3, 10)],
    ["multiply, a reached zero makes zero of an open end", multiply(closed(0, 2), open(3, 5)), highOpen(0, 10)],
    ["multiply, the other way round", multiply(open(3, 5), closed(0, 2)), highOpen(0, 10)],
    ["multiply, a zero not reached", multiply(open(0, 2), closed(3, 5)), open(0, 10)],
    ["multiply, an end reached by one corner only is reached", multiply(closed(-2, 2), highOpen(-2, 2)), closed(-4, 4)],
  ])("%s", (_what, actual, expected) => {
    expect(actual).toEqual(expected);
  });

  test.each<[string, Interval | undefined, Interval | undefined]>([
    ["divide", divide(closed(1, 2), closed(4, 5)), closed(0.2, 0.5)],
    ["divide by negative", divide(closed(1, 2), closed(-5, -4)), closed(-0.5, -0.2)],
    ["divide, open ends", divide(highOpen(1, 2), highOpen(4, 5)), open(0.2, 0.5)],
    ["divide zero", divide(point(0), open(4, 5)), point(0)],
    ["divide by what contains zero", divide(point(1), closed(-1, 1)), undefined],
    ["divide by what touches zero from above", divide(point(1), lowOpen(0, 1)), undefined],
    ["divide by what touches zero from below", divide(point(1), highOpen(-1, 0)), undefined],
    ["divide by zero", divide(point(1), point(0)), undefined],
  ])("%s", (_what, actual, expected) => {
    expect(actual).toEqual(expected);
  });

  test("no -0", () => {
    expect(Object.is(scale(closed(0, 1), -1).high, 0)).toBe(true);
    expect(Object.is(add(point(-0), point(-0)).low, 0)).toBe(true);
  });

  test.each<[string, Interval, number]>([
    ["0.1 + 0.2", add(point(0.1), point(0.2)), 0.3],
    ["100000.3 − 100000.2", subtract(point(100000.3), point(100000.2)), 0.1],
    ["100000.2 − 100000.3", subtract(point(100000.2), point(100000.3)), -0.1],
    ["0.2 − 100000.3", subtract(point(0.2), point(100000.3)), -100000.1],
    ["1168150.3 − 1168150.2", subtract(point(1168150.3), point(1168150.2)), 0.1],
    ["359672.7 + 0.9", add(point(359672.7), point(0.9)), 359673.6],
    ["0.9 + 359672.7", add(point(0.9), point(359672.7)), 359673.6],
    ["10 + 0.000001", add(point(10), point(0.000001)), 10.000001],
    ["0.9 − 0.8", subtract(point(0.9), point(0.8)), 0.1],
  ])("sums are decimal sums: %s", (_what, { low, high }, expected) => {
    expect(low).toBe(expected);
    expect(high).toBe(expected);
  });
});

describe("contains and overlaps", () => {
  test.each<[Interval, number, boolean]>([
    [closed(1, 2), 1, true],
    [closed(1, 2), 2, true],
    [closed(1, 2), 1.5, true],
    [closed(1, 2), 0.999, false],
    [closed(1, 2), 2.001, false],
    [open(1, 2), 1, false],
    [open(1, 2), 2, false],
    [open(1, 2), 1.001, true],
    [highOpen(1, 2), 1, true],
    [highOpen(1, 2), 2, false],
    [lowOpen(1, 2), 1, false],
    [lowOpen(1, 2), 2, true],
    [highOpen(-Infinity, 6), -1e300, true],
    [highOpen(-Infinity, 6), 6, false],
    [lowOpen(95, Infinity), 1e300, true],
    [lowOpen(95, Infinity), 94, false],
    [open(-Infinity, 6), 5, true],
    [open(5, Infinity), 6, true],
  ])("%j contains %p: %p", (interval, value, expected) => {
    expect(contains(interval, value)).toBe(expected);
  });

  test.each<[Interval, Interval, boolean]>([
    [closed(1, 2), closed(2, 3), true],
    [highOpen(1, 2), closed(2, 3), false],
    [closed(1, 2), lowOpen(2, 3), false],
    [closed(1, 2), closed(2.1, 3), false],
    [highOpen(1, 2), lowOpen(1.9, 3), true],
    [closed(1, 5), closed(2, 3), true],
    [closed(1, 2), lowOpen(1.5, 3), true],
  ])("%j overlaps %j: %p", (a, b, expected) => {
    expect(overlaps(a, b)).toBe(expected);
    expect(overlaps(b, a)).toBe(expected);
  });

  test("noise is forgiven, at any size, and nothing more", () => {
    expect(contains(closed(3e-7, 1), 3e-7 - 2.9e-19)).toBe(true);
    expect(contains(closed(3e-7, 1), 3e-7 - 3.1e-19)).toBe(false);
    expect(contains(open(3e-7, 1), 3e-7 + 2.9e-19)).toBe(false);
    expect(contains(open(3e-7, 1), 3e-7 + 3.1e-19)).toBe(true);
    expect(contains(closed(1e6, 2e6), 1e6 - 0.9e-6)).toBe(true);
    expect(contains(closed(1e6, 2e6), 1e6 - 1.1e-6)).toBe(false);
    expect(contains(closed(-2e6, -1e6), -1e6 + 0.9e-6)).toBe(true);
    expect(contains(closed(-2e6, -1e6), -1e6 + 1.1e-6)).toBe(false);
  });

  test("next to zero there is no noise to forgive", () => {
    expect(contains(closed(0, 1), 0)).toBe(true);
    expect(contains(closed(0, 1), -1e-300)).toBe(false);
  });
});

describe("couldRoundTo: is a published figure possible", () => {
  test.each<[string, Interval | undefined, number, number, boolean]>([
    ["503/1.825 is 27,6%", scale(divide(point(503), point(1825)) ?? point(0), 100), 27.6, 1, true],
    ["503/1.825 is not 27,5%", scale(divide(point(503), point(1825)) ?? point(0), 100), 27.5, 1, false],
    ["a half rounds away", point(27.55), 27.6, 1, true],
    ["a half does not round down", point(27.55), 27.5, 1, false],
    ["a negative half rounds away", point(-27.55), -27.6, 1, true],
    ["a negative half does not round up", point(-27.55), -27.5, 1, false],
    [
      "77,3 − 77,2 from rounded figures may be 0,0",
      subtract(roundingInterval(77.3, 1), roundingInterval(77.2, 1)),
      0,
      1,
      true,
    ],
    ["… or 0,2", subtract(roundingInterval(77.3, 1), roundingInterval(77.2, 1)), 0.2, 1, true],
    ["… but not 0,3", subtract(roundingInterval(77.3, 1), roundingInterval(77.2, 1)), 0.3, 1, false],
    ["nor −0,1", subtract(roundingInterval(77.3, 1), roundingInterval(77.2, 1)), -0.1, 1, false],
  ])("%s", (_what, interval, stated, decimals, expected) => {
    expect(interval && couldRoundTo(interval, stated, decimals)).toBe(expected);
  });
});

describe("properties", () => {
  const figure = fc
    .tuple(fc.integer({ min: -10_000_000, max: 10_000_000 }), fc.integer({ min: 0, max: 4 }))
    .map(([digits, decimals]) => ({ value: Number(`${digits}e${-decimals}`) + 0, decimals }));

  test("an interval contains what rounds to the figure, and only that", () => {
    fc.assert(
      fc.property(figure, fc.integer({ min: -20, max: 20 }), ({ value, decimals }, twentieths) => {
        const near = Number((value + (twentieths / 20) * 10 ** -decimals).toFixed(decimals + 2));
        expect(contains(roundingInterval(value, decimals), near)).toBe(roundHalfAway(near, decimals) === value);
        expect(couldRoundTo(point(near), value, decimals)).toBe(roundHalfAway(near, decimals) === value);
      }),
    );
  });

  test("results of true values lie in the result of their intervals", () => {
    const within = ({ low, high }: Interval, share: number): number => low + (high - low) * share;
    const share = fc.double({ noNaN: true, min: 0.01, max: 0.99 });
    fc.assert(
      fc.property(figure, figure, share, share, (a, b, s, t) => {
        const [x, y] = [roundingInterval(a.value, a.decimals), roundingInterval(b.value, b.decimals)];
        const [trueX, trueY] = [within(x, s), within(y, t)];
        expect(contains(add(x, y), trueX + trueY)).toBe(true);
        expect(contains(subtract(x, y), trueX - trueY)).toBe(true);
        expect(contains(multiply(x, y), trueX * trueY)).toBe(true);
        const quotient = divide(x, y);
        expect(quotient === undefined).toBe(contains(y, 0));
        if (quotient !== undefined) expect(contains(quotient, trueX / trueY)).toBe(true);
      }),
    );
  });
});
