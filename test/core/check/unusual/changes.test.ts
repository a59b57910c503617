/** BT1 and BT2: which changes are far outside what is usual in the table, and whose figure is asked about. */

import { changedCounts, changedRates } from "../../../../src/core/check/unusual/changes";
import type { Draft } from "../../../../src/core/check/finding";
import { parsePeriod } from "../../../../src/core/form/period";
import type { Form } from "../../../../src/core/form/types";
import { count, formOf as formWith, meta, rate } from "../../form/support";
import { formOf, tableOf, type Written } from "../../table/support";

const YEAR = parsePeriod("2024-N")!;
type Line = readonly [string, ...Written[]];

const KINDS = {
  F: "lượt;số đếm;phát sinh;cao;0;PT;có;cộng",
  S: "giường;số đếm;thời điểm;cao;0;PT;có;cộng",
  M: "triệu đồng;tiền;phát sinh;cao;0;PT;có;cộng",
  R: "%;tỷ lệ;thời điểm;cao;1;DIEM;có;tính lại",
  I: "%;chỉ số;thời điểm;cao;1;DIEM;có;không",
  U: "/1.000 dân;tỷ suất;thời điểm;thấp;2;DIEM;có;tính lại",
} as const;
type Kind = keyof typeof KINDS;

const codes = (kind: Kind, size: number) => Array.from({ length: size }, (_, at) => `${kind}${at}`);
const linesOf = (kind: Kind, size: number) =>
  codes(kind, size).map((code) => `${code};chỉ tiêu;1;1;;Chỉ tiêu ${code};${KINDS[kind].replace("tỷ suất", "tỷ lệ")}`);
const FORM = formOf((["F", "S", "M", "R", "I", "U"] as const).flatMap((kind) => linesOf(kind, 15)));

/** Growth as it usually is: by a few percent. */
const GROWTH = [0.93, 1.02, 1.06, 0.97, 1.04, 1, 1.1, 0.95, 1.03, 0.99, 1.08, 0.9, 1.01, 1.05, 0.98];
const usual = (kind: Kind, size: number, times = 1): Line[] =>
  codes(kind, size).map((code, at) => [code, null, Math.round(1000 * GROWTH[at]! * times), 1000]);
/** The lines with another one in the place of the first. */
const but = (lines: readonly Line[], ...figures: readonly Written[]): Line => [lines[0]![0], ...figures];
const withFirst = (lines: Line[], ...figures: readonly Written[]): Line[] => [
  but(lines, ...figures),
  ...lines.slice(1),
];

const told = (drafts: readonly Draft[]) =>
  drafts.map(({ rule, code, role, facts: { variant, gap } }) => `${rule} ${code} ${role} ${variant} ${gap}`);
const counts = (lines: readonly Line[], form: Form = FORM) =>
  told(changedCounts(tableOf(form, lines, { period: YEAR })));
const changed = (lines: readonly Line[], form: Form = FORM) =>
  told(changedRates(tableOf(form, lines, { period: YEAR })));

describe("a count", () => {
  test("of twelve is told, of eleven nobody can say what is usual", () => {
    expect(counts(withFirst(usual("F", 12), null, 4000, 1000))).toEqual(["BT2 F0 actual up 4,0"]);
    expect(counts(withFirst(usual("F", 11), null, 4000, 1000))).toEqual([]);
  });

  test.each<[string, number, number, string[]]>([
    ["three times as many", 3000, 1000, ["BT2 F0 actual up 3,0"]],
    ["less than three times as many", 2990, 1000, []],
    ["a third", 1000, 3000, ["BT2 F0 actual down 3,0"]],
    ["more than a third", 1010, 3000, []],
    ["a small count that grew to the least that is looked at", 30, 3, ["BT2 F0 actual up 10,0"]],
    ["a small count", 29, 3, []],
  ])("that is %s", (_, actual, samePeriod, expected) => {
    expect(counts(withFirst(usual("F", 12), null, actual, samePeriod))).toEqual(expected);
  });

  test("that became many times more is usual where most did", () => {
    expect(counts(withFirst(usual("F", 15, 4), null, 4800, 1000))).toEqual([]);
    expect(counts(withFirst(usual("F", 15, 4), null, 1000, 1000))).toEqual([]);
    expect(counts(withFirst(usual("F", 15, 4), null, 300, 1000))).toEqual(["BT2 F0 actual down 3,3"]);
  });

  test("that fell to a quarter is as odd as one that rose to four times, and the larger the odder", () => {
    const ratios = [...Array<number>(4).fill(1 / 1.4), ...Array<number>(5).fill(1), ...Array<number>(4).fill(1.4)];
    const wide = ratios.map((ratio, at): Line => [`F${at + 1}`, null, Math.round(1000 * ratio), 1000]);
    expect(counts([["F0", null, 1000, 4000], ...wide])).toEqual(["BT2 F0 actual down 4,0"]);
    expect(counts([["F0", null, 4000, 1000], ...wide])).toEqual(["BT2 F0 actual up 4,0"]);
    expect(counts([["F0", null, 100, 400], ...wide])).toEqual([]);
    expect(counts([["F0", null, 400, 100], ...wide])).toEqual([]);
  });

  test("of beds is held against beds, and what happens in a year against what happens, where each has twelve", () => {
    const wild = codes("F", 15).map((code, at): Line => [code, null, 1000 * (1 + at), 1000]);
    const apart = [...wild, ...withFirst(usual("S", 12), null, 3500, 1000)];
    expect(counts(apart)).toEqual(["BT2 S0 actual up 3,5"]);
    const few = [...wild, ...withFirst(usual("S", 11), null, 3500, 1000)];
    expect(counts(few)).toEqual([]);
  });

  test("of which there are twelve together is told though neither kind has twelve", () => {
    const flows = withFirst(usual("F", 6), null, 4000, 1000);
    expect(counts([...flows, ...usual("S", 6)])).toEqual(["BT2 F0 actual up 4,0"]);
    expect(counts([...flows, ...usual("S", 5)])).toEqual([]);
  });

  test("that states money is one of them, a rate is none", () => {
    expect(counts(withFirst(usual("M", 12), null, 4000, 1000))).toEqual(["BT2 M0 actual up 4,0"]);
    expect(counts(withFirst(usual("R", 12), null, 90, 10))).toEqual([]);
    expect(counts([...withFirst(usual("F", 6), null, 4000, 1000), ...usual("R", 6)])).toEqual([]);
  });

  test.each<[string, Written[], string]>([
    ["TH, where no plan tells", [null, 4000, 1000], "BT2 F0 actual up 4,0"],
    ["TH, where the plan is nearer to CK", [1100, 4000, 1000], "BT2 F0 actual up 4,0"],
    ["CK, where the plan is nearer to TH", [3900, 4000, 1000], "BT2 F0 samePeriod down 4,0"],
    ["CK, also where it is the larger one", [1050, 1000, 4000], "BT2 F0 samePeriod up 4,0"],
    ["TH, where the plan lies between", [2000, 4000, 1000], "BT2 F0 actual up 4,0"],
  ])("asked about is %s", (_, figures, expected) => {
    expect(counts(withFirst(usual("F", 12), ...figures))).toEqual([expected]);
  });

  test("is told beside the other figures of its row, and named by the other column", () => {
    const [th] = changedCounts(tableOf(FORM, withFirst(usual("F", 12), 1100, 4000, 1000), { period: YEAR }));
    expect(th).toMatchObject({ related: ["E2", "C2"], facts: { other: "cùng kỳ" } });
    const [ck] = changedCounts(tableOf(FORM, withFirst(usual("F", 12), 3900, 4000, 1000), { period: YEAR }));
    expect(ck).toMatchObject({ related: ["D2", "C2"], facts: { other: "thực hiện" } });
  });

  describe("that grew as planned", () => {
    /** The first two rows: the one that is asked about, and its neighbour. */
    const planned = (own: Written[], neighbour: Written[]) => {
      const [first, second, ...rest] = usual("F", 14);
      return counts([but([first!], ...own), but([second!], ...neighbour), ...rest]);
    };

    test.each<[string, Written[], Written[]]>([
      ["beside one that grew as much", [4000, 4000, 1000], [null, 400, 100]],
      ["somewhat beyond the plan", [3000, 4000, 1000], [null, 400, 100]],
      ["beside one that grew nearly as much", [4000, 4000, 1000], [null, 280, 100]],
    ])("%s is left alone", (_, own, neighbour) => {
      expect(planned(own, neighbour).filter((line) => line.includes("F0"))).toEqual([]);
    });

    test.each<[string, Written[], Written[]]>([
      ["far beyond the plan", [2600, 4000, 1000], [null, 400, 100]],
      ["without a plan", [null, 4000, 1000], [null, 400, 100]],
      ["beside one that grew much less", [4000, 4000, 1000], [null, 260, 100]],
      ["beside one that fell as much", [4000, 4000, 1000], [null, 100, 400]],
      ["beside one that has no figure of last year", [4000, 4000, 1000], [null, 400]],
    ])("%s is told", (_, own, neighbour) => {
      expect(planned(own, neighbour).filter((line) => line.includes("F0"))).toHaveLength(1);
    });

    test("is left alone for the row above as for the one below", () => {
      const lines = usual("F", 14);
      lines.splice(1, 2, ["F1", null, 400, 100], ["F2", 4000, 4000, 1000]);
      expect(counts(lines).filter((line) => line.includes("F2"))).toEqual([]);
    });
  });

  test("of a form with limits of its own is held to these", () => {
    const strict = formOf(linesOf("F", 15), { thresholds: { times: 5, smallCount: 2000 } });
    expect(counts(withFirst(usual("F", 12), null, 6000, 1000), strict)).toEqual([]);
    const more = (actual: number) => codes("F", 12).map((code, at): Line => [code, null, at ? 3000 : actual, 3000]);
    expect(counts(more(15_000), strict)).toEqual(["BT2 F0 actual up 5,0"]);
    expect(counts(more(14_900), strict)).toEqual([]);
    const wide = formOf(linesOf("F", 15), { thresholds: { spread: 1000 } });
    expect(counts(withFirst(usual("F", 12), null, 4000, 1000), wide)).toEqual([]);
  });
});

describe("a rate in percent", () => {
  const steady = (kind: Kind, size: number): Line[] =>
    codes(kind, size).map((code, at) => [code, null, 60 + at + 10 * (GROWTH[at]! - 1), 60 + at]);

  test.each<[string, Written[], string[]]>([
    ["thirty points more", [null, 90, 60], ["BT1 R0 actual points-up 30"]],
    ["fewer than thirty points more", [null, 89.9, 60], []],
    ["thirty points less", [null, 30, 60], ["BT1 R0 actual points-down 30"]],
    ["fewer than thirty points less", [null, 30.1, 60], []],
    ["CK out of line with the plan and TH", [91, 90, 50.5], ["BT1 R0 samePeriod points-down 39,5"]],
    ["CK too high", [41, 40, 80], ["BT1 R0 samePeriod points-up 40"]],
  ])("%s", (_, figures, expected) => {
    expect(changed(withFirst(steady("R", 12), ...figures))).toEqual(expected);
  });

  test("is told with the gap of the figure that is asked about, and the cells beside it", () => {
    const first = (...figures: Written[]) =>
      changedRates(tableOf(FORM, withFirst(steady("R", 12), ...figures), { period: YEAR }))[0];
    expect(first(null, 95, 50.25)).toMatchObject({ gap: 44.75, related: ["E2"], facts: { other: "cùng kỳ" } });
    expect(first(91, 90.25, 50)).toMatchObject({ gap: -40.25 });
    expect(first(91, 90, 50.5)).toMatchObject({ gap: -39.5, related: ["D2", "C2"], facts: { other: "thực hiện" } });
  });

  test("is one of twelve at least, of which rates per 1.000 are none", () => {
    expect(changed(withFirst(steady("R", 11), null, 95, 40))).toEqual([]);
    expect(changed([...withFirst(steady("R", 11), null, 95, 40), ...steady("U", 3)])).toEqual([]);
    expect(changed([...withFirst(steady("R", 8), null, 95, 40), ...steady("I", 4)])).toEqual([
      "BT1 R0 actual points-up 55",
    ]);
  });

  test("may move by thirty points and more where the others move by as many", () => {
    const wild = codes("R", 14).map((code, at): Line => [code, null, 50 + 5 * (at - 7), 50]);
    expect(changed([...wild, ["R14", null, 90, 50]])).toEqual([]);
  });

  test("is told where hardly any moves at all", () => {
    const still = codes("R", 12).map((code): Line => [code, null, 60, 60]);
    expect(changed(withFirst(still, null, 95, 60))).toEqual(["BT1 R0 actual points-up 35"]);
    const calm = formOf(linesOf("R", 15), { thresholds: { ratePoints: 5, spread: 10 } });
    expect(changed(withFirst(still, null, 69.5, 60), calm)).toEqual([]);
    expect(changed(withFirst(still, null, 70.5, 60), calm)).toEqual(["BT1 R0 actual points-up 10,5"]);
  });
});

describe("a rate whose counts stand in the table", () => {
  const counted = formWith(
    [
      count("CA", "Số ca", { "Cộng dồn": "thời điểm" }),
      count("DAN", "Dân số", { "Cộng dồn": "thời điểm" }),
      rate("MAC", "Tỷ suất", { "Đơn vị tính": "/1.000 dân", "Cách tính": "1000 * CA / DAN" }),
      rate("TL", "Tỷ lệ", { "Cách tính": "100 * CA / DAN" }),
    ],
    meta(["code", "label", "plan", "actual", "samePeriod"]),
  );
  const told = (code: string, actual: Written, samePeriod: Written, cases = 300) =>
    changed(
      [
        ["CA", null, cases, 20],
        ["DAN", null, 10_000, 10_000],
        [code, null, actual, samePeriod],
      ],
      counted,
    );

  test("per 1.000 is told where it is three times as high or low, in however small a table", () => {
    expect(told("MAC", 9, 3)).toEqual(["BT1 MAC actual up 3,0"]);
    expect(told("MAC", 3, 9)).toEqual(["BT1 MAC actual down 3,0"]);
    expect(told("MAC", 8.9, 3)).toEqual([]);
  });

  test("in percent is told by points only: from 2% to 8% is no wonder", () => {
    expect(told("TL", 8, 2)).toEqual([]);
  });

  test("of few cases is left alone", () => {
    expect(told("MAC", 9, 3, 30)).toHaveLength(1);
    expect(told("MAC", 9, 3, 29)).toEqual([]);
  });
});

test("a table of nobody's form has no unusual change", () => {
  const table = tableOf(undefined, [["Hàng 1", null, 4000, 10]]);
  expect([...changedCounts(table), ...changedRates(table)]).toEqual([]);
});
