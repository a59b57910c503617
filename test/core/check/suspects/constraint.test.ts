/** What a relation leaves a cell, and the grid that a cell's values stand on. */

import fc from "fast-check";
import { exactly, type Box } from "../../../../src/core/check/suspects/box";
import { keyOf, linear, rated } from "../../../../src/core/check/suspects/constraint";
import { behind, onGrid, variableOf, writtenRange } from "../../../../src/core/check/suspects/variable";
import type { KnownCell } from "../../../../src/core/check/rule";
import { compileExpression } from "../../../../src/core/form/expression";
import { FORM, formOf, tableOf } from "../../table/support";

const table = tableOf(
  FORM,
  [
    ["KHAM", 1, 60],
    ["GIUONG", 1, 20],
    ["CS", 1, 87.5],
    ["CHET", 1, 40],
  ],
  { byLabel: true },
);
const cells = table.rows.map((row) => row.cells.actual as KnownCell);
const [kham, giuong, cs, chet] = cells as [KnownCell, KnownCell, KnownCell, KnownCell];

const around = (value: number, width: number): Box => ({ low: value - width, high: value + width });
const contains = ({ low, high }: Box, value: number) => {
  const noise = 1e-9 * Math.max(1, Math.abs(value));
  expect(value).toBeGreaterThanOrEqual(low - noise);
  expect(value).toBeLessThanOrEqual(high + noise);
};

test("is told from others by its rule and its cells, its own first", () => {
  expect(keyOf("QH1", [kham, giuong, chet])).toBe("QH1 D2 D3 D5");
  expect(linear("QH1", [kham, giuong], [1, -1], exactly(0)).key).toBe("QH1 D2 D3");
});

test("a sum leaves each figure what the others leave of it", () => {
  const sum = linear("QH1", [kham, giuong, chet], [1, -1, -1], exactly(0));
  const boxes = [around(60, 1), around(20, 2), around(40, 0)];
  expect(sum.tight).toBe(true);
  expect(sum.narrow(0, boxes)).toEqual({ low: 58, high: 62 });
  expect(sum.narrow(1, boxes)).toEqual({ low: 19, high: 21 });
  expect(sum.narrow(2, boxes)).toEqual({ low: 37, high: 43 });
});

test("what must not be exceeded leaves the smaller figure no floor and the larger one no ceiling", () => {
  const part = linear("QH4", [giuong, kham], [1, -1], { low: -Infinity, high: 0 });
  const boxes = [exactly(20), exactly(60)];
  expect(part.tight).toBe(false);
  expect(part.narrow(0, boxes)).toEqual({ low: -Infinity, high: 60 });
  expect(part.narrow(1, boxes)).toEqual({ low: 20, high: Infinity });
});

test("figures that a sum is made of are never ruled out by it", () => {
  const figure = fc.record({ value: fc.integer({ min: -500, max: 500 }), width: fc.nat(5) });
  const factor = fc.constantFrom(-2, -1, 1, 3);
  fc.assert(
    fc.property(fc.array(fc.tuple(figure, factor), { minLength: 2, maxLength: 4 }), (terms) => {
      const total = terms.reduce((sum, [{ value }, by]) => sum + by * value, 0);
      const sum = linear(
        "QH1",
        cells.slice(0, terms.length),
        terms.map(([, by]) => by),
        exactly(total),
      );
      const boxes = terms.map(([{ value, width }]) => around(value, width));
      terms.forEach(([{ value }], index) => contains(sum.narrow(index, boxes), value));
    }),
  );
});

test("figures that a rate is made of are never ruled out by it", () => {
  const rate = rated("QH3", [cs, kham, giuong], compileExpression("100 * A / (A + B)"));
  const figure = fc.integer({ min: 1, max: 5_000 });
  fc.assert(
    fc.property(figure, figure, fc.nat(3), fc.boolean(), (a, b, width, open) => {
      const value = (100 * a) / (a + b);
      const second = open ? { low: 0, high: Infinity } : around(b, Math.min(width, b - 1));
      const boxes = [around(value, 0.05), around(a, Math.min(width, a - 1)), second];
      [value, a, b].forEach((own, index) => contains(rate.narrow(index, boxes), own));
    }),
  );
});

test("a rate tells its numerator and its denominator as finely as it is stated", () => {
  const rate = rated("QH3", [cs, kham, giuong], compileExpression("100 * A / B"));
  expect(rate.narrow(0, [exactly(0), exactly(30), exactly(40)])).toEqual({ low: 75, high: 75 });
  expect(rate.narrow(0, [exactly(0), exactly(30), { low: 40, high: Infinity }])).toEqual({ low: 0, high: 75 });
  const numerator = rate.narrow(1, [around(75, 0.05), exactly(0), exactly(40)]);
  expect([numerator.low, numerator.high].map((end) => Number(end.toFixed(6)))).toEqual([29.98, 30.02]);
  const denominator = rate.narrow(2, [exactly(75), exactly(30), exactly(0)]);
  expect([denominator.low, denominator.high].map((end) => Number(end.toFixed(6)))).toEqual([40, 40]);
});

test("an expression that is no rate leaves its terms anything", () => {
  const made = rated("QH3", [cs, kham, giuong], compileExpression("A * A / B"));
  expect(made.narrow(0, [exactly(0), exactly(6), exactly(4)])).toEqual({ low: 9, high: 9 });
  expect(made.narrow(1, [exactly(9), exactly(6), exactly(4)])).toEqual({ low: -Infinity, high: Infinity });
  expect(made.narrow(0, [exactly(0), exactly(6), { low: 4, high: Infinity }])).toEqual({
    low: -Infinity,
    high: Infinity,
  });
});

describe("a cell's values", () => {
  const limits = tableOf(
    formOf([
      "KHAM;chỉ tiêu;1;1;;Tổng số lượt khám;lượt;số đếm;phát sinh;cao;0;PT;có;cộng",
      "TL;chỉ tiêu;1;2;;Tỷ lệ khám;%;tỷ lệ;thời điểm;cao;1;DIEM;có;tính lại;;0..100",
      "BD;chỉ tiêu;1;3;;Mức tăng dân số;%;tỷ lệ;thời điểm;cao;2;DIEM;có;tính lại",
    ]),
    [
      ["KHAM", 1, 60],
      ["TL", 1, 87.5],
      ["BD", 1, -1],
    ],
    { byLabel: true },
  );
  const [people, rate, growth] = limits.rows.map((row) => variableOf(row.cells.actual as KnownCell, row));

  test("of people are whole numbers from nothing on", () => {
    expect(people).toMatchObject({ whole: true, decimals: 0, stated: exactly(60), domain: { low: 0, high: Infinity } });
    expect(onGrid(people!, { low: 1.2, high: 3.9 })).toEqual({ low: 2, high: 3 });
    expect(onGrid(people!, { low: 2 + 1e-10, high: 3 - 1e-10 })).toEqual({ low: 2, high: 3 });
    expect(behind(people!, 7)).toEqual(exactly(7));
  });

  test("of rates are any within their bounds, written at the decimals of their indicator", () => {
    expect(rate).toMatchObject({ whole: false, decimals: 1, domain: { low: 0, high: 100 } });
    expect(onGrid(rate!, { low: 1.2, high: 3.9 })).toEqual({ low: 1.2, high: 3.9 });
    expect(writtenRange(rate!, { low: 1.23, high: 3.98 })).toEqual({ low: 1.2, high: 4 });
    expect(writtenRange(rate!, { low: -Infinity, high: Infinity })).toEqual({ low: -Infinity, high: Infinity });
    expect(behind(rate!, 7)).toEqual({ low: 6.95, high: 7.05 });
  });

  test("without bounds may be below zero, at more decimals than the cell states", () => {
    expect(growth).toMatchObject({ decimals: 2, domain: { low: -Infinity, high: Infinity } });
  });
});
