/** What a condition of a form leaves each of its cells, while the others keep within what they may truly be. */

import { relationsOf, type Relation } from "../../../../src/core/check/relations";
import type { KnownCell } from "../../../../src/core/check/rule";
import { exactly, type Box } from "../../../../src/core/check/suspects/box";
import { conditioned } from "../../../../src/core/check/suspects/conditioned";
import { count, formOf, meta, rate } from "../../form/support";
import { tableOf } from "../../table/support";

const CODES = ["A", "B", "C", "D", "E", "F", "G"];

/** The constraint that "own: left sign right" makes of rows with these figures. */
function constraintOf(left: string, sign: string, right: string, figures: readonly (number | null)[], own = "A") {
  const form = formOf(
    [...CODES.map((code) => count(code, `Số ${code}`)), rate("R", "Tỷ lệ R"), rate("S", "Tỷ lệ S")],
    meta(["code", "label", "plan", "actual"]),
    [{ "Mã số": own, "Vế trái": left, Dấu: sign, "Vế phải": right, "Vì sao": "Thử." }],
  );
  const codes = [...CODES, "R", "S"];
  const table = tableOf(
    form,
    figures.map((figure, at) => [codes[at]!, null, figure] as const),
  );
  const relation = relationsOf(form).find(
    (one): one is Extract<Relation, { type: "condition" }> => one.type === "condition",
  )!;
  const cellOf = (code: string) => {
    const cell = table.byCode.get(`${code} `)?.cells.actual;
    return cell?.value === undefined ? undefined : (cell as KnownCell);
  };
  return conditioned(relation, cellOf);
}

const wide = (low: number, high: number): Box => ({ low, high });

describe("sums and differences", () => {
  test("equal sides leave each figure exactly what the others leave", () => {
    const made = constraintOf("A + B", "=", "C", [5, 7, 12])!;
    expect(made.cells.map(({ at }) => at)).toEqual(["D2", "D3", "D4"]);
    expect(made.tight).toBe(true);
    const boxes = [exactly(5), wide(6, 8), exactly(12)];
    expect(made.narrow(0, boxes)).toEqual({ low: 4, high: 6 });
    expect(made.narrow(2, boxes)).toEqual({ low: 11, high: 13 });
  });
  test("what may not be exceeded leaves one side no floor and the other no ceiling", () => {
    const most = constraintOf("A + B", "<=", "C", [5, 7, 12])!;
    const boxes = [exactly(5), exactly(7), exactly(12)];
    expect(most.tight).toBe(false);
    expect(most.narrow(0, boxes)).toEqual({ low: -Infinity, high: 5 });
    expect(most.narrow(2, boxes)).toEqual({ low: 12, high: Infinity });
    const least = constraintOf("A + B", ">=", "C", [5, 7, 12])!;
    expect(least.narrow(0, boxes)).toEqual({ low: 5, high: Infinity });
    expect(least.narrow(2, boxes)).toEqual({ low: -Infinity, high: 12 });
  });
  test("a number in it shifts what is left, a factor scales it", () => {
    const boxes = [exactly(5), exactly(7)];
    expect(constraintOf("A", "<=", "2 * B + 3", [5, 7])!.narrow(0, boxes)).toEqual({ low: -Infinity, high: 17 });
    expect(constraintOf("A", "<=", "2 * B + 3", [5, 7])!.narrow(1, boxes)).toEqual({ low: 1, high: Infinity });
    expect(constraintOf("A / 2", "=", "B", [5, 7])!.narrow(0, boxes)).toMatchObject({ low: 14, high: 14 });
  });
  test("its own cell stands first, whichever it is", () => {
    const made = constraintOf("B + C", "=", "A", [12, 5, 7])!;
    expect(made.cells.map(({ at }) => at)).toEqual(["D2", "D3", "D4"]);
    expect(made.narrow(0, [exactly(12), exactly(5), exactly(7)])).toEqual({ low: 12, high: 12 });
    expect(made.narrow(1, [exactly(12), exactly(5), exactly(7)])).toEqual({ low: 5, high: 5 });
  });
});

describe("products", () => {
  test("each factor is what makes the sides equal, over all that the others may be", () => {
    const made = constraintOf("A * B", "=", "C * D", [4, 6, 8, 3])!;
    expect(made.tight).toBe(true);
    expect(made.narrow(0, [exactly(4), exactly(6), exactly(8), exactly(3)])).toEqual({ low: 4, high: 4 });
    expect(made.narrow(0, [exactly(4), wide(4, 6), exactly(8), exactly(3)])).toEqual({ low: 4, high: 6 });
    expect(made.narrow(2, [wide(4, 5), exactly(6), exactly(8), exactly(3)])).toEqual({ low: 8, high: 10 });
  });
  test("of a side that may not be exceeded one end is open", () => {
    const boxes = [exactly(4), exactly(6), exactly(8), exactly(3)];
    const most = constraintOf("A * B", "<=", "C * D", [4, 6, 8, 3])!;
    expect(most.tight).toBe(false);
    expect(most.narrow(0, boxes)).toEqual({ low: -Infinity, high: 4 });
    expect(most.narrow(2, boxes)).toEqual({ low: 8, high: Infinity });
    const least = constraintOf("A * B", ">=", "C * D", [4, 6, 8, 3])!;
    expect(least.narrow(0, boxes)).toEqual({ low: 4, high: Infinity });
  });
  test("nothing follows while another factor may be anything, or nothing", () => {
    const made = constraintOf("A * B", "=", "C * D", [4, 6, 8, 3])!;
    const anything = { low: -Infinity, high: Infinity };
    expect(made.narrow(0, [exactly(4), wide(0, Infinity), exactly(8), exactly(3)])).toEqual(anything);
    expect(made.narrow(0, [exactly(4), wide(-Infinity, 6), exactly(8), exactly(3)])).toEqual(anything);
    expect(made.narrow(0, [exactly(4), exactly(0), exactly(8), exactly(3)])).toEqual(anything);
    // What the cell itself may be so far does not matter.
    expect(made.narrow(0, [anything, exactly(6), exactly(8), exactly(3)])).toEqual({ low: 4, high: 4 });
  });
});

describe("what is no constraint", () => {
  test.each<[string, [string, string, string], readonly (number | null)[]]>([
    ["a figure is missing", ["A + B", "=", "C"], [5, 7, null]],
    ["a figure is in it otherwise than as a factor", ["max(A, B)", "<=", "C"], [5, 7, 12]],
    ["a figure stands on both sides and so says nothing", ["A + B", "<=", "A + C"], [5, 7, 12]],
    ["a figure is squared", ["A * A", "<=", "B"], [5, 30]],
    ["a figure divides", ["A / B", "<=", "C / D"], [5, 7, 12, 3]],
    ["products of more figures than are tried", ["A * B * C * D", "<=", "E * F * G"], [1, 2, 3, 4, 5, 6, 7]],
  ])("%s", (_, [left, sign, right], figures) => {
    expect(constraintOf(left, sign, right, figures)).toBeUndefined();
  });
  test("six figures are tried", () => {
    expect(constraintOf("A * B * C", "<=", "D * E * F", [1, 2, 3, 4, 5, 6])!.cells).toHaveLength(6);
  });
});
