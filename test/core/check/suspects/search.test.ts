/** Which cells are blamed together: the lightest sets whose change makes every relation hold, and where the search ends. */

import { lightestSets } from "../../../../src/core/check/suspects/search";
import type { Form } from "../../../../src/core/form/types";
import { count, formOf, type Line } from "../../form/support";
import { INPUTS, tableWith } from "./support";

const PLENTY = 100_000;

/** The sets found, as "A+B", and whether the search gave up. */
function search(
  form: Form,
  figures: Readonly<Record<string, number>>,
  { steps = PLENTY, weights = {} }: { steps?: number; weights?: Readonly<Record<string, number>> } = {},
) {
  const { network, broken, codeAt } = tableWith(form, figures);
  const budget = { left: steps };
  const { solutions, gaveUp } = lightestSets(broken, network, (at) => weights[codeAt(at)] ?? 1, budget);
  return {
    sets: solutions.map(({ cells }) => cells.map(codeAt).join("+")),
    weights: solutions.map(({ weight }) => weight),
    gaveUp,
    used: steps - budget.left,
  };
}

const TOTALS = formOf(
  [
    count("TONG", "Tổng số khám", { "Bằng tổng": "NAM + NU" }),
    count("NAM", "Nam"),
    count("NU", "Nữ"),
    count("LON", "Tổng số lượt", { "Bằng tổng": "TONG + KHAC" }),
    count("KHAC", "Khác"),
  ],
  INPUTS,
);

/** Pairs of rows that state one figure twice; `first` is more about the first row. */
const pairs = (number: number, first: Line = {}) => {
  const indexes = Array.from({ length: number }, (_, index) => index);
  const lines = indexes.flatMap((index): Line[] => [
    count(`A${index}`, `Số ${index}`, index === 0 ? first : {}),
    count(`B${index}`, `Số ${index}, nơi khác`, { "Bằng với": `A${index}` }),
  ]);
  const figures = indexes.flatMap((index) => [[`A${index}`, 10] as const, [`B${index}`, 20] as const]);
  const form = formOf([...lines, count("P", "Phần P"), count("Q", "Phần Q")], INPUTS);
  return { form, figures: Object.fromEntries(figures) };
};

describe("the lightest sets come first", () => {
  const alone = { TONG: 1690, NAM: 1503, NU: 11 };

  test.each<[string, Record<string, number>, string[]]>([
    ["of equal weight: as the relation names them", {}, ["TONG", "NAM", "NU"]],
    ["one lighter", { NU: 0.5 }, ["NU", "TONG", "NAM"]],
    ["each of another weight", { TONG: 1.3, NAM: 1.1, NU: 1.2 }, ["NAM", "NU", "TONG"]],
    ["heavier by as much as is still told", { NAM: 1.75 }, ["TONG", "NU", "NAM"]],
    ["heavier by more than that", { NAM: 1.76 }, ["TONG", "NU"]],
  ])("%s", (_, weights, sets) => {
    expect(search(TOTALS, alone, { weights })).toMatchObject({ sets, gaveUp: false });
  });

  test("a set that holds one that does by itself is not told", () => {
    // TONG by itself breaks LON; NAM could join it, but does alone.
    const figures = { ...alone, LON: 1700, KHAC: 10 };
    const weights = { TONG: 0.1, NAM: 0.1, NU: 0.1, KHAC: 0.5 };
    expect(search(TOTALS, figures, { weights }).sets).toEqual(["NAM", "NU", "TONG+KHAC"]);
  });

  test("where changing a cell breaks what held, a cell of that joins it", () => {
    const figures = { ...alone, LON: 1700, KHAC: 10 };
    expect(search(TOTALS, figures, { weights: { NAM: 5, NU: 5 } })).toMatchObject({
      sets: ["TONG+LON", "TONG+KHAC"],
      weights: [2, 2],
      gaveUp: false,
    });
    expect(search(TOTALS, figures).sets).toEqual(["NAM", "NU"]);
  });

  test.each([2, 3, 4])("%d figures stated twice and different: a cell of each", (number) => {
    const { form, figures } = pairs(number);
    const { sets, weights, gaveUp } = search(form, figures);
    expect(gaveUp).toBe(false);
    expect(sets).toHaveLength(2 ** number);
    expect(new Set(sets).size).toBe(2 ** number);
    for (const set of sets)
      expect(set.replaceAll(/[AB]/g, "").split("+").sort()).toEqual([...Array(number).keys()].map(String));
    expect(new Set(weights)).toEqual(new Set([number]));
  });
});

describe("the search gives up", () => {
  test("where more cells would have to be wrong than are blamed at once", () => {
    const { form, figures } = pairs(5);
    expect(search(form, figures)).toMatchObject({ sets: [], gaveUp: true });
  });

  test("not where that is so of some sets, and others do", () => {
    // A0 is what its parts add up to: changing it would take one of them too, five cells in all.
    const { form, figures } = pairs(4, { "Bằng tổng": "P + Q" });
    const { sets, gaveUp } = search(form, { ...figures, P: 6, Q: 4 });
    expect(gaveUp).toBe(false);
    expect(sets).toHaveLength(8);
    for (const set of sets) expect(set).toMatch(/^B0\+/);
  });

  test("where no figure does, however many are changed, it has looked at all", () => {
    const form = formOf([count("A", "Số A"), count("B", "Số B", { "Giới hạn": "0..5" })], INPUTS, [
      { "Mã số": "A", "Vế trái": "2 * A", Dấu: "=", "Vế phải": "2 * B + 1", "Vì sao": "Thử." },
    ]);
    expect(search(form, { A: 3, B: 3 })).toMatchObject({ sets: [], gaveUp: false });
  });

  test("without a step left, before it begins", () => {
    expect(search(TOTALS, { TONG: 1690, NAM: 1503, NU: 11 }, { steps: 0 })).toEqual({
      sets: [],
      weights: [],
      gaveUp: true,
      used: 0,
    });
  });

  test.each([
    ["one cell does", {}],
    // TONG with LON or KHAC weighs little more than NAM alone, and takes trying of values.
    ["so do two that depend on each other", { NU: 3, TONG: 0.8, LON: 0.8, KHAC: 0.8 }],
  ])("where %s: with fewer steps it finds the first of the same, and says so", (_, weights) => {
    const figures = { TONG: 1690, NAM: 1503, NU: 11, LON: 1700, KHAC: 10 };
    const whole = search(TOTALS, figures, { weights });
    expect(whole.gaveUp).toBe(false);
    for (let steps = 0; steps <= whole.used + 1; steps += 1) {
      const { sets, gaveUp } = search(TOTALS, figures, { steps, weights });
      expect(sets).toEqual(whole.sets.slice(0, sets.length));
      if (!gaveUp) expect(sets).toEqual(whole.sets);
      if (steps > whole.used) expect(gaveUp).toBe(false);
    }
  });

  test("sets that are only counted end it too", () => {
    const { form, figures } = pairs(5);
    const steps = 50;
    expect(search(form, figures).used).toBeGreaterThan(2 * steps);
    const { used, gaveUp } = search(form, figures, { steps });
    expect(gaveUp).toBe(true);
    expect(used).toBeLessThan(steps + 10);
  });
});
