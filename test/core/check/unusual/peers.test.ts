/** What a figure may be measured by: the other columns of its row, in its own scale. */

import fc from "fast-check";
import {
  areNeighbours,
  comparable,
  figuresOf,
  growthOf,
  isLike,
  isSmall,
  peerCells,
  peersOf,
  timesApart,
} from "../../../../src/core/check/unusual/peers";
import { thousandsRead } from "../../../../src/core/check/unusual/slips";
import { parsePeriod } from "../../../../src/core/form/period";
import type { FigureTable } from "../../../../src/core/table/figures";
import { FORM, formOf, tableOf, type Written } from "../../table/support";

const HALF = parsePeriod("2024-6T")!;
const table = (line: readonly [string, ...Written[]], period: typeof HALF | null = HALF) =>
  tableOf(FORM, [line], { byLabel: true, ...(period && { period }) });
const peers = (from: FigureTable, role: "plan" | "actual" | "samePeriod") =>
  peersOf(from.rows[0]!, role, from).map(({ role: other, value, wish }) => [other, value, wish]);

test("of what adds up over the year half the plan is the measure of six months, and twice six months that of the plan", () => {
  const flow = table(["KHAM", 1000, 400, 300]);
  expect(peers(flow, "actual")).toEqual([
    ["samePeriod", 300, false],
    ["plan", 500, true],
  ]);
  expect(peers(flow, "samePeriod")).toEqual([
    ["actual", 400, false],
    ["plan", 500, true],
  ]);
  expect(peers(flow, "plan")).toEqual([
    ["actual", 800, true],
    ["samePeriod", 600, true],
  ]);
});

test("of what stands at a date the plan is the measure as it is", () => {
  expect(peers(table(["GIUONG", 1000, 400, 300]), "actual")).toEqual([
    ["samePeriod", 300, false],
    ["plan", 1000, true],
  ]);
});

test("without a period a plan measures nothing that adds up, and is measured by nothing", () => {
  expect(peers(table(["KHAM", 1000, 400, 300], null), "actual")).toEqual([["samePeriod", 300, false]]);
  expect(peers(table(["KHAM", 1000, 400, 300], null), "plan")).toEqual([]);
  expect(peers(table(["GIUONG", 1000, 400, 300], null), "plan")).toHaveLength(2);
});

test.each<[string, Written]>([
  ["nothing", null],
  ["none", "-"],
  ["zero", 0],
  ["what was not collected", "…"],
  ["a threshold", "≥ 95"],
  ["a figure below zero", -5],
])("%s measures nothing", (_what, written) => {
  expect(peers(table(["KHAM", null, 400, written]), "actual")).toEqual([]);
  expect(comparable(table(["KHAM", null, 400, written]).rows[0]!, "samePeriod")).toBeUndefined();
});

test("a row of nobody's form has nothing to compare", () => {
  const strange = tableOf(FORM, [["Hàng lạ", 10, 400, 300]]);
  expect(comparable(strange.rows[0]!, "actual")).toBeUndefined();
  expect(growthOf(strange.rows[0]!)).toBe(1);
});

test("growth is TH over CK, and one where either is missing", () => {
  expect(growthOf(table(["KHAM", null, 450, 300]).rows[0]!)).toBe(1.5);
  expect(growthOf(table(["KHAM", 900, 450, null]).rows[0]!)).toBe(1);
  expect(growthOf(table(["KHAM", 900, null, 300]).rows[0]!)).toBe(1);
});

test("the figures that show it are told as they stand, TH first, with the cells of the others", () => {
  const row = table(["KHAM", 8100, 3166, 73]).rows[0]!;
  expect(figuresOf(row)).toBe("TH 3.166; CK 73; KH 8.100");
  expect(peerCells(row, "actual")).toEqual(["E2", "C2"]);
  expect(figuresOf(table(["KHAM", null, 3166, "…"]).rows[0]!)).toBe("TH 3.166");
});

const above = fc.double({ min: 0.01, max: 1e6, noNaN: true });

test("how many times apart two figures are does not depend on which comes first, nor on their scale", () => {
  fc.assert(
    fc.property(above, above, fc.integer({ min: 1, max: 1000 }), (a, b, scale) => {
      expect(timesApart(a, b)).toBe(timesApart(b, a));
      expect(timesApart(a, b)).toBeGreaterThanOrEqual(1);
      expect(timesApart(a * scale, b * scale)).toBeCloseTo(timesApart(a, b), 6);
      expect(timesApart(a, a * 4)).toBeCloseTo(4, 9);
    }),
  );
});

test("a figure is like its peers where it is like each of them; a plan may lie further away", () => {
  const peer = (value: number, wish = false) => ({ role: "actual" as const, value, wish });
  expect(isLike(100, [peer(149)], 1.5)).toBe(true);
  expect(isLike(100, [peer(150)], 1.5)).toBe(false);
  expect(isLike(100, [peer(149), peer(300)], 1.5)).toBe(false);
  expect(isLike(100, [peer(250, true)], 1.5)).toBe(true);
  expect(isLike(100, [peer(256, true)], 1.5)).toBe(false);
  expect(isLike(100, [], 1.5)).toBe(false);
});

test("a count is small where its largest figure is; a rate where the count above its line is", () => {
  const form = formOf(
    [
      "A;mục;1;I;;Một",
      "CA;chỉ tiêu;1;1;;Số ca;ca;số đếm;phát sinh;thấp;0;PT;có;cộng",
      "DAN;chỉ tiêu;1;2;;Dân số;người;số đếm;thời điểm;cao;0;PT;có;cộng",
      "B;mục;1;II;;Hai",
      "TS;chỉ tiêu;1;1;;Tỷ suất;/1.000 dân;tỷ lệ;thời điểm;thấp;1;DIEM;có;tính lại",
      "TL;chỉ tiêu;1;2;;Tỷ lệ khác;%;tỷ lệ;thời điểm;cao;1;DIEM;có;tính lại",
    ],
    {},
  );
  const smallIn = (cases: number, code: string) => {
    const made = tableOf(form, [
      ["CA", 10, cases, 12],
      ["DAN", 1, 1, 1],
      ["TS", 1, 1, 1],
      ["TL", 1, 1, 1],
    ]);
    return isSmall(
      made.rows.find((row) => row.code === code)!,
      made,
    );
  };
  expect([smallIn(29, "CA"), smallIn(30, "CA")]).toEqual([true, false]);
  expect(smallIn(29, "TL")).toBe(false);
  const [cases, people, rate, other] = tableOf(form, [
    ["CA", 1],
    ["DAN", 1],
    ["TS", 1],
    ["TL", 1],
  ]).rows;
  expect(areNeighbours(cases!, people)).toBe(true);
  expect(areNeighbours(people!, rate)).toBe(false);
  expect(areNeighbours(rate!, other)).toBe(true);
  expect(areNeighbours(rate!, undefined)).toBe(false);
});

describe("a count whose thousands dot was read as a decimal mark", () => {
  const meant = (actual: Written, samePeriod: Written, code = "GIUONG") => {
    const made = table([code, null, actual, samePeriod]);
    return thousandsRead(made.rows[0]!, "actual", made);
  };

  test.each<[string, Written, Written, number | undefined]>([
    ["is told by the other columns", 1.244, 1300, 1244],
    ["with fewer decimals too", 12.5, 13000, 12500],
    ["also where the other column was misread alike", 1.244, 1.3, 1244],
    ["but not where the others are of another size", 1.244, 130, undefined],
    ["nor where they are more than three times apart", 1.244, 3800, undefined],
    ["nor where nothing is beside it", 1.244, null, undefined],
    ["nor where it is whole", 1244, 1300, undefined],
    ["nor where it has more than three decimals", 1.2445, 1300, undefined],
  ])("%s", (_what, actual, samePeriod, count) => {
    expect(meant(actual, samePeriod)).toBe(count);
  });

  test("is nothing that a rate could be", () => {
    expect(meant(1.244, 1300, "CS")).toBeUndefined();
  });
});
