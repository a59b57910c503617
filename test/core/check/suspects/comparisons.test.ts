/** What So với KH and So với cùng kỳ say of the figures that they were made from. */

import fc from "fast-check";
import { haveCommon, toldByComparisons } from "../../../../src/core/check/suspects/comparisons";
import { roundHalfAway } from "../../../../src/core/number";
import type { FigureRow } from "../../../../src/core/table/figures";
import { FORM, tableOf, type Written } from "../../table/support";

/** A row's KH, TH, CK, So với KH and So với cùng kỳ, as somebody typed them. */
function row(code: string, ...figures: readonly Written[]): FigureRow {
  return tableOf(FORM, [[code, ...figures]], { byLabel: true }).rows[0]!;
}

const rounded = (value: number) => roundHalfAway(value, 1);
const count = fc.integer({ min: 1, max: 100_000 });
const contains = ({ low, high }: { low: number; high: number }, value: number) => {
  const noise = 1e-9 * Math.max(1, Math.abs(value));
  expect(value).toBeGreaterThanOrEqual(low - noise);
  expect(value).toBeLessThanOrEqual(high + noise);
};

test("a figure that comparisons were made from is among those that they tell of, whatever is typed there now", () => {
  fc.assert(
    fc.property(count, count, count, count, (plan, actual, samePeriod, typed) => {
      const share = rounded((100 * actual) / plan);
      const growth = rounded((100 * actual) / samePeriod - 100);
      // Where the share is shown as nothing, any plan would be large enough.
      fc.pre(share > 0 && growth > -99);
      const told = toldByComparisons(row("KHAM", plan, typed, samePeriod, share, growth), "actual");
      expect(told).toHaveLength(2);
      for (const box of told) contains(box, actual);
      const [ofPlan] = toldByComparisons(row("KHAM", typed, actual, samePeriod, share, growth), "plan");
      contains(ofPlan!, plan);
      const [ofBefore] = toldByComparisons(row("KHAM", plan, actual, typed, share, growth), "samePeriod");
      contains(ofBefore!, samePeriod);
    }),
  );
});

test("of a rate the comparison with last year is in points", () => {
  const [told] = toldByComparisons(row("CS", null, 1, 80, null, 5.5), "actual");
  contains(told!, 85.5);
  expect(told!.high - told!.low).toBeCloseTo(0.2 + 0.9, 5);
  const [before] = toldByComparisons(row("CS", null, 85.5, 1, null, 5.5), "samePeriod");
  contains(before!, 80);
});

test.each<[string, FigureRow, "plan" | "actual" | "samePeriod" | "laterPlan", number]>([
  ["nothing is beside it", row("KHAM", 100, 50, 40), "actual", 0],
  ["only So với KH is beside it", row("KHAM", 100, 50, 40, 50), "actual", 1],
  ["only So với cùng kỳ is beside it", row("KHAM", 100, 50, 40, null, 25), "actual", 1],
  ["a comparison has a formula", row("KHAM", 100, 50, 40, { value: 50, formula: "D2/C2*100" }, 25), "actual", 1],
  ["a comparison is a dash", row("KHAM", 100, 50, 40, "-", "-"), "actual", 0],
  ["the plan is missing", row("KHAM", null, 50, 40, 50, 25), "actual", 1],
  ["last year is missing", row("KHAM", 100, 50, null, 50, 25), "actual", 1],
  ["TH is missing", row("KHAM", 100, null, 40, 50, 25), "plan", 0],
  ["So với KH is missing", row("KHAM", 100, 50, 40, null, 25), "plan", 0],
  ["TH is missing too", row("KHAM", 100, null, 40, 50, 25), "samePeriod", 0],
  ["So với cùng kỳ is missing", row("KHAM", 100, 50, 40, 50), "samePeriod", 0],
  ["it is a plan for later", row("KHAM", 100, 50, 40, 50, 25), "laterPlan", 0],
])("where %s, as many comparisons tell of it as can", (_when, given, role, number) => {
  expect(toldByComparisons(given, role)).toHaveLength(number);
});

test.each([
  [{ low: 1, high: 2 }, { low: 2, high: 3 }, true],
  [{ low: 1, high: 2 }, { low: 2.001, high: 3 }, false],
  [{ low: 1, high: 2 }, { low: 2 + 1e-10, high: 3 }, true],
  [{ low: 1, high: 5 }, { low: 2, high: 3 }, true],
])("whether %j and %j have a value in common: %j", (a, b, common) => {
  expect(haveCommon(a, b)).toBe(common);
  expect(haveCommon(b, a)).toBe(common);
});
