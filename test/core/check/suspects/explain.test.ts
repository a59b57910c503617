/** What a cell should have held, where one figure or a range of them would mend it, and the slip that explains it. */

import { explain } from "../../../../src/core/check/suspects/explain";
import { variableOf } from "../../../../src/core/check/suspects/variable";
import type { KnownCell } from "../../../../src/core/check/rule";
import { count, formOf, meta, rate } from "../../form/support";
import { tableOf, type Written } from "../../table/support";

const FORM = formOf(
  [count("TREN", "Dòng trên"), count("DEM", "Lượt khám"), count("DUOI", "Dòng dưới"), rate("TL", "Tỷ lệ khám")],
  meta(["code", "label", "plan", "actual", "samePeriod", "vsPlan", "vsSamePeriod"]),
);

interface Beside {
  /** KH and CK of the row, and its comparisons. */
  readonly row?: readonly Written[];
  /** TH of the rows above and below it. */
  readonly above?: number;
  readonly below?: number;
}

/** TH of a row as it stands, and the figures that would mend it. */
function explained(code: "DEM" | "TL", stated: number, [low, high]: readonly [number, number], beside: Beside = {}) {
  const [plan = null, samePeriod = null, ...comparisons] = beside.row ?? [];
  const table = tableOf(
    FORM,
    [
      ["TREN", null, beside.above ?? null],
      [code, plan, stated, samePeriod, ...comparisons],
      ["DUOI", null, beside.below ?? null],
    ],
    { byLabel: true },
  );
  const row = table.rows[1]!;
  const found = explain(variableOf(row.cells.actual as KnownCell, row), { low, high }, table);
  if (!found) return undefined;
  const { value, slip, range } = found;
  return [value ?? `${range.low}..${range.high}`, slip].filter((part) => part !== undefined).join(" ");
}

describe("where one figure would do", () => {
  test.each<[string, "DEM" | "TL", number, number, string | undefined]>([
    ["it is told, with the slip that leads from it", "DEM", 1722, 1272, "1272 swapped"],
    ["it is told without one where no slip does", "DEM", 1722, 9048, "9048"],
    ["it is the figure that stands there: nothing to mend", "DEM", 1722, 1722, undefined],
    ["a digit of many says something", "DEM", 1972, 1272, "1272 digit"],
    ["a digit of two is no slip to speak of", "DEM", 19, 12, "12"],
    ["digits swapped are one also in a short figure", "DEM", 21, 12, "12 swapped"],
    ["a rate off by one in its last decimal was rounded otherwise", "TL", 45.1, 45.2, "45.2"],
    ["a rate off by two was typed otherwise", "TL", 45.1, 45.3, "45.3 digit"],
  ])("%s", (_, code, stated, meant, expected) => {
    expect(explained(code, stated, [meant, meant])).toBe(expected);
  });
});

describe("where a range of figures would do", () => {
  test.each<[string, number, readonly [number, number], string]>([
    ["a narrow one into which one slip leads: that figure", 1722, [1270, 1274], "1272 swapped"],
    ["a narrow one into which none leads: the range", 1722, [1530, 1540], "1530..1540"],
    ["a narrow one into which only another digit leads: the range", 1972, [1270, 1274], "1270..1274"],
    ["a wide one: no slip but whole powers of ten", 1722, [1000, 1500], "1000..1500"],
    ["a wide one that a zero too many leads out of", 17220, [1500, 2500], "1722 tenfold"],
    ["a wide one, and a figure of few digits", 20, [150, 250], "150..250"],
    ["one without an end", 812, [900, Infinity], "900..Infinity"],
  ])("%s", (_, stated, range, expected) => {
    expect(explained("DEM", stated, range)).toBe(expected);
  });

  test("a dot of thousands that was taken for a decimal mark is told in any range", () => {
    expect(explained("DEM", 1.272, [1000, 1500])).toBe("1272 thousands");
  });

  test("comparisons beside the cell narrow it to what they tell of", () => {
    expect(explained("DEM", 1905, [1200, 1300], { row: [2000, 1200, 63.6, 6] })).toBe("1271..1273");
    expect(explained("DEM", 1905, [1200, 1300], { row: [2000, 1200, 91.3, 33.9] })).toBe("1200..1300");
  });
});

describe("a figure copied from beside it", () => {
  test.each<[string, number, Beside, string]>([
    ["from the row above", 572, { above: 572 }, "700 otherRow"],
    ["from the row below", 572, { below: 572 }, "700 otherRow"],
    ["from KH", 572, { row: [572, null] }, "700 otherColumn"],
    ["from CK", 572, { row: [null, 572] }, "700 otherColumn"],
    ["from a row: told before a column", 572, { above: 572, row: [572, null] }, "700 otherRow"],
    ["ten are enough to tell", 10, { above: 10 }, "700 otherRow"],
    ["fewer are often equal by themselves", 9, { above: 9 }, "700"],
    ["from nowhere", 572, { above: 571, below: 573, row: [570, 574] }, "700"],
  ])("%s", (_, stated, beside, expected) => {
    expect(explained("DEM", stated, [700, 700], beside)).toBe(expected);
  });

  test("rates of neighbours are often equal in earnest", () => {
    expect(explained("TL", 57, [90, 90], { row: [57, 57], above: 57 })).toBe("90");
  });
});
