import fc from "fast-check";
import { slipsOf, type SlipKind } from "../../../../src/core/check/suspects/slips";

/** The slip that leads from a figure that was meant to the one that stands there. */
function slip(stated: number, meant: number, decimals = 0, whole = true): SlipKind | undefined {
  return slipsOf(stated, decimals, whole, { low: meant, high: meant })[0]?.kind;
}

describe("counts", () => {
  test.each<[SlipKind, number, number]>([
    ["swapped", 1722, 1272],
    ["swapped", 12, 21],
    ["dropped", 170, 1270],
    ["dropped", 127, 1272],
    ["doubled", 12772, 1272],
    ["neighbourKey", 1282, 1272],
    ["neighbourKey", 1572, 1272],
    ["neighbourKey", 1282, 1252],
    ["neighbourKey", 1282, 1202],
    ["digit", 1972, 1272],
    ["tenfold", 12720, 1272],
    ["tenfold", 127, 1270],
    ["tenfold", 1272000, 1272],
    ["sign", -1272, 1272],
  ])("%s: %d for %d", (kind, stated, meant) => {
    expect(slip(stated, meant)).toBe(kind);
  });

  test("a dot of thousands that was taken for a decimal mark", () => {
    expect(slip(1.244, 1244, 3)).toBe("thousands");
    expect(slip(1.24, 124, 2)).not.toBe("tenfold");
  });

  test.each([
    ["two digits that are no neighbours changed places", 1275, 5271],
    ["two digits are wrong", 1272, 1383],
    ["the figure is the same", 1272, 1272],
    ["another figure altogether", 1272, 9604],
  ])("none where %s", (_, stated, meant) => {
    expect(slip(stated, meant)).toBeUndefined();
  });
});

/** What lies around each digit in the row above the letters, and in the block of digits. */
const BESIDE = ["129", "0245", "01356", "246", "13578", "24689", "3579", "4689", "5790", "0568"];

test.each([...BESIDE.entries()])("beside %d lie %s, and no other", (key, beside) => {
  const reached = Array.from({ length: 10 }, (_, other) => other).filter(
    (other) => slip(10_000 + key * 100, 10_000 + other * 100) === "neighbourKey",
  );
  expect(reached).toEqual([...beside].map(Number).sort((a, b) => a - b));
});

test("the ends of the range are among the figures that may have been meant", () => {
  const meant = (low: number, high: number) => slipsOf(1722, 0, true, { low, high }).map((one) => one.meant);
  expect(meant(1272, 2000)).toContain(1272);
  expect(meant(1000, 1272)).toContain(1272);
  expect(meant(1273, 1700)).not.toContain(1272);
});

test("of figures so long that a double no longer holds their digits no slip is told", () => {
  expect(slipsOf(9_999_999_999_998, 0, true, { low: 0, high: Infinity })).not.toEqual([]);
  expect(slipsOf(10_000_000_000_002, 0, true, { low: 0, high: Infinity })).toEqual([]);
});

describe("rates", () => {
  test.each<[SlipKind, number, number, number]>([
    ["mark", 985, 98.5, 0],
    ["mark", 9.85, 98.5, 2],
    ["swapped", 63.5, 65.3, 1],
    ["dropped", 8.5, 98.5, 1],
    ["dropped", 84, 84.3, 0],
    ["doubled", 98.55, 98.5, 2],
    ["doubled", 998.5, 98.5, 1],
    ["sign", -0.4, 0.4, 1],
  ])("%s: %d for %d", (kind, stated, meant, decimals) => {
    expect(slip(stated, meant, decimals, false)).toBe(kind);
  });
});

test.each<[SlipKind, number, number, number]>([
  ["swapped", -63.5, -65.3, 1],
  ["mark", -985, -98.5, 0],
  ["dropped", -8.5, -98.5, 1],
  ["sign", -0.4, 0.4, 1],
])("below zero too, %s: %d for %d", (kind, stated, meant, decimals) => {
  expect(slip(stated, meant, decimals, false)).toBe(kind);
});

test("only figures within the range are told, each once", () => {
  const found = slipsOf(1722, 0, true, { low: 1000, high: 1999 });
  expect(found.map(({ meant }) => meant)).toContain(1272);
  for (const { meant } of found) expect(meant).toBeGreaterThanOrEqual(1000);
  for (const { meant } of found) expect(meant).toBeLessThanOrEqual(1999);
  expect(new Set(found.map(({ meant }) => meant)).size).toBe(found.length);
});

test("whatever neighbouring digits are swapped in a count, it is found", () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 9_999_999 }), fc.nat(), (meant, seed) => {
      const digits = String(meant);
      const at = seed % (digits.length - 1);
      const typed = digits.slice(0, at) + digits[at + 1]! + digits[at]! + digits.slice(at + 2);
      fc.pre(typed !== digits && !typed.startsWith("0"));
      expect(slip(Number(typed), meant)).toBe("swapped");
    }),
  );
});
