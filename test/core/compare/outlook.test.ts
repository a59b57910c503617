import fc from "fast-check";
import { assess, type Reached, type Target } from "../../../src/core/compare/assess";
import type { RowAssessment } from "../../../src/core/compare/assess-table";
import { judgedCount, outlookOf } from "../../../src/core/compare/outlook";
import type { Period } from "../../../src/core/form/period";

const HALF: Period = { span: "half", year: 2024 };
const NINE: Period = { span: "nine", year: 2024 };
const YEAR: Period = { span: "year", year: 2024 };
const COUNT: RowAssessment["traits"] = { unit: "trẻ", kind: "count", accrual: "flow", direction: { aim: "high" } };
const RATE: RowAssessment["traits"] = { unit: "%", kind: "rate", accrual: "stock", direction: { aim: "high" } };

const whole = (value: number): Reached => ({ value, decimals: 0 });
const tenth = (value: number): Reached => ({ value, decimals: 1 });

function outlook(
  reached: Reached,
  target: Reached | Target,
  traits: RowAssessment["traits"],
  period: Period | undefined = HALF,
) {
  const aim: Target = "kind" in target ? target : { kind: "number", ...target };
  const judged = assess(reached, aim, traits, period);
  return outlookOf({ code: "X", label: "X", cell: "D3", section: "", reached, target: aim, traits, ...judged }, period);
}

test("a flow that is late: what is left of the year, and what each month must bring, rounded up", () => {
  expect(outlook(whole(5448), whole(11444), COUNT)).toEqual({
    gap: { value: 5996, decimals: 0 },
    side: "below",
    from: "target",
    points: false,
    perMonth: { value: 1000, decimals: 0, months: 6 },
  });
  expect(outlook(whole(700), whole(1000), COUNT, NINE)!.perMonth).toEqual({ value: 100, decimals: 0, months: 3 });
  // A third of a unit is not rounded up twice: 0,1 + 0,2 is no more than 0,3.
  expect(outlook(tenth(0.1), tenth(0.7), { ...COUNT, kind: "money" })!.perMonth!.value).toBe(0.1);
});

test("at the year's end, and for what does not add up, nothing can be made up month by month", () => {
  expect(outlook(whole(16), whole(30), COUNT, YEAR)).toEqual({
    gap: { value: 14, decimals: 0 },
    side: "below",
    from: "target",
    points: false,
  });
  expect(outlook(tenth(92.2), tenth(92.6), RATE)).toEqual({
    gap: { value: 0.4, decimals: 1 },
    side: "below",
    from: "target",
    points: true,
  });
});

test("a quarter tells of the months before it only if it is the first", () => {
  const quarter = (number: 1 | 3): Period => ({ span: "quarter", year: 2024, quarter: number });
  expect(outlook(whole(100), whole(1000), COUNT, quarter(1))!.perMonth).toEqual({ value: 100, decimals: 0, months: 9 });
  expect(outlook(whole(100), whole(1000), COUNT, quarter(3))!.perMonth).toBeUndefined();
});

test("what should stay low is above its target, or above the part of it that falls to the period", () => {
  const low = { aim: "low" } as const;
  expect(outlook(tenth(21), tenth(17.3), { ...RATE, direction: low })).toMatchObject({
    gap: { value: 3.7, decimals: 1 },
    side: "above",
    from: "target",
    points: true,
  });
  expect(outlook(whole(12), whole(15), { ...COUNT, direction: low })).toMatchObject({
    gap: { value: 4.5, decimals: 1 },
    side: "above",
    from: "due",
  });
});

test("thresholds and bands: the distance to the nearest figure that would do", () => {
  const bound = (operator: "<" | "≥", value: number): Target => ({ kind: "bound", operator, value, decimals: 0 });
  expect(outlook(whole(91), bound("≥", 95), RATE)).toMatchObject({ gap: whole(4), side: "below", from: "bound" });
  expect(outlook(whole(6), bound("<", 6), RATE)).toMatchObject({ gap: whole(0), from: "bound" });
  const fine = { ...RATE, direction: { aim: "band", low: 104.5, high: 106.5 } as const };
  expect(outlook(whole(104), whole(105), fine)).toMatchObject({ gap: tenth(0.5), side: "below", from: "bound" });
  expect(outlook(whole(107), whole(105), fine)).toMatchObject({ gap: tenth(0.5), side: "above", from: "bound" });
  const band = { ...RATE, direction: { aim: "band", low: 85, high: 110 } as const };
  expect(outlook(whole(80), whole(100), band)).toMatchObject({ gap: whole(5), side: "below", from: "bound" });
  expect(outlook(whole(120), whole(100), band)).toMatchObject({ gap: whole(10), side: "above", from: "bound" });
});

test("nothing is said of targets that are met, on pace or not judged", () => {
  expect(outlook(whole(11444), whole(11444), COUNT)).toBeUndefined();
  expect(outlook(whole(6000), whole(11444), COUNT)).toBeUndefined();
  expect(outlook(whole(6000), { kind: "absent" }, COUNT)).toBeUndefined();
});

test("only verdicts are counted as judged", () => {
  expect(judgedCount({ exceeded: 1, met: 2, onPace: 3, behind: 4, unmet: 5, notJudged: 6, noData: 7 })).toBe(15);
});

test("what is lacking and what each month must bring add up to the target, and to no more than it takes", () => {
  const figure = fc.integer({ min: 0, max: 1_000_000 });
  fc.assert(
    fc.property(figure, figure, fc.nat(2), fc.constantFrom(HALF, NINE), (now, plan, decimals, period) => {
      const unit = 10 ** -decimals;
      const [reached, target] = [now, plan].map((units) => ({ value: units / 10 ** decimals, decimals })) as [
        Reached,
        Reached,
      ];
      const told = outlook(reached, target, COUNT, period);
      if (!told)
        return expect(now).toBeGreaterThanOrEqual(
          Math.floor((plan * (period === HALF ? 1 : 3)) / (period === HALF ? 2 : 4)),
        );
      const { gap, perMonth } = told;
      expect(reached.value + gap.value).toBeCloseTo(target.value);
      expect(perMonth!.value * perMonth!.months).toBeGreaterThanOrEqual(gap.value - unit / 1000);
      expect((perMonth!.value - unit) * perMonth!.months).toBeLessThan(gap.value);
    }),
  );
});
