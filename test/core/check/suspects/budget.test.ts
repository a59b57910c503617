/** How many steps a tangle of contradictions may have: few at first, then its share of what is left. */

import { checkFigures } from "../../../../src/core/check/engine";
import { count, formOf, type Line } from "../../form/support";
import { tableOf } from "../../table/support";
import { INPUTS } from "./support";

const SIDE = [0, 1, 2];

/**
 * Rows and columns of which no total agrees with its cells. Each total is stated three times, so that it cannot be the
 * total that is wrong: some 10.000 steps of search.
 */
function tangle(name: string): Line[] {
  const cell = (row: number, column: number) => `${name}O${row}${column}`;
  const total = (code: string, cells: readonly string[]) => [
    count(code, `Tổng ${code}`, { "Bằng tổng": cells.join(" + ") }),
    ...["W", "X"].map((copy) => count(`${code}${copy}`, `Tổng ${code}, nơi ${copy}`, { "Bằng với": code })),
  ];
  return [
    ...SIDE.flatMap((row) =>
      total(
        `${name}H${row}`,
        SIDE.map((column) => cell(row, column)),
      ),
    ),
    ...SIDE.flatMap((column) =>
      total(
        `${name}C${column}`,
        SIDE.map((row) => cell(row, column)),
      ),
    ),
    ...SIDE.flatMap((row) => SIDE.map((column) => count(cell(row, column), `Ô ${cell(row, column)}`))),
  ];
}

/** Of tangles that have nothing to do with each other: by each, contradictions with suspects and those given up. */
function searched(names: readonly string[], steps: number): string[] {
  const form = formOf(names.flatMap(tangle), INPUTS);
  const each = form.indicators.length / names.length;
  const figures = form.indicators.map(({ code }, index) => {
    const total = /^.[HC](\d)/.exec(code)?.[1];
    const figure = total === undefined ? 1000 + (((index % each) * 7919) % 991) : 12_700 + 77 * Number(total);
    return [code, null, figure] as const;
  });
  const { findings, unchecked } = checkFigures(tableOf(form, figures), { steps });
  return names.map((name) => {
    const found = findings.filter(({ code, rule, suspects }) => code?.startsWith(name) && rule === "QH1" && suspects);
    const left = unchecked.filter(({ code, reason }) => code?.startsWith(name) && reason === "suspects");
    return `${found.length} found, ${left.length} given up`;
  });
}

const WHOLE = "6 found, 0 given up";

test("alone it may have many times what any may have at first", () => {
  expect(searched(["A"], 64_000)).toEqual([WHOLE]);
  expect(searched(["A"], 2_000)).not.toEqual([WHOLE]);
});

test("of two the second has what the first left, and both are searched whole", () => {
  expect(searched(["A", "B"], 32_000)).toEqual([WHOLE, WHOLE]);
});

test("where many wait, none is searched less far than at first", () => {
  const [alone] = searched(["A"], 2_000);
  expect(searched(["A", "B", "C"], 2_000)[0]).toBe(alone);
  expect(searched(["A", "B", "C"], 64_000)).toEqual([WHOLE, WHOLE, WHOLE]);
});
