import fc from "fast-check";
import { assess, assessByShare, STATUS_WORDS, type Reached, type Target } from "../../../src/core/compare/assess";
import { parsePeriod } from "../../../src/core/form/period";
import type { Accrual, Direction } from "../../../src/core/form/types";
import { readFigure, roundHalfAway } from "../../../src/core/number";

const HIGH: Direction = { aim: "high" };
const LOW: Direction = { aim: "low" };
const NONE: Direction = { aim: "none" };
const BAND: Direction = { aim: "band", low: 103.5, high: 107 };

/** A figure reached, as written; undefined where there is none. */
function reached(text: string): Reached | undefined {
  const figure = readFigure(text);
  return figure.kind === "number" ? { value: figure.value, decimals: figure.decimals } : undefined;
}

function target(text: string): Target {
  const figure = readFigure(text);
  if (figure.kind === "number" || figure.kind === "bound") return figure;
  return { kind: "absent" };
}

const judge = (actual: string, plan: string, direction: Direction, accrual: Accrual = "stock", period?: string) =>
  assess(reached(actual), target(plan), { accrual, direction }, period ? parsePeriod(period) : undefined);

test("every status has its word", () => {
  expect(STATUS_WORDS).toEqual({
    exceeded: "Vượt",
    met: "Đạt",
    onPace: "Đạt tiến độ",
    behind: "Chậm tiến độ",
    unmet: "Chưa đạt",
    notJudged: "Không đánh giá",
    noData: "Thiếu số liệu",
  });
});

describe("nothing to judge", () => {
  test.each([
    ["95", "90", NONE, "notJudged", "Chỉ tiêu này không đánh giá đạt hay chưa đạt."],
    ["", "", NONE, "notJudged", "Chỉ tiêu này không đánh giá đạt hay chưa đạt."],
    ["95", "", HIGH, "noData", "Chưa có kế hoạch nên chưa đánh giá được."],
    ["", "", HIGH, "noData", "Chưa có kế hoạch nên chưa đánh giá được."],
    ["", "90", HIGH, "noData", "Chưa có số thực hiện nên chưa đánh giá được."],
    ["", "<6", HIGH, "noData", "Chưa có số thực hiện nên chưa đánh giá được."],
    ["", "105", BAND, "noData", "Chưa có số thực hiện nên chưa đánh giá được."],
    ["105", "", BAND, "noData", "Chưa có kế hoạch nên chưa đánh giá được."],
  ] as const)("TH %j, KH %j", (actual, plan, direction, status, sentence) => {
    expect(judge(actual, plan, direction)).toEqual({ status, sentence });
  });
});

describe("a state, higher is better: judged against the target itself, at any time of the year", () => {
  test.each([
    ["98,6", "95", "exceeded", "Vượt kế hoạch năm: 98,6/95 (103,8%)."],
    ["95", "95", "met", "Đạt kế hoạch năm: 95/95 (100,0%)."],
    ["98,46", "98,5", "met", "Đạt kế hoạch năm: 98,46/98,5 (100,0%)."],
    ["95,4", "95", "met", "Đạt kế hoạch năm: 95,4/95 (100,4%)."],
    ["98,44", "98,5", "unmet", "Chưa đạt kế hoạch: 98,44/98,5 (99,9%), còn thiếu 0,06."],
    ["1.000", "1.750", "unmet", "Chưa đạt kế hoạch: 1.000/1.750 (57,1%), còn thiếu 750."],
    ["3", "0", "exceeded", "Vượt kế hoạch năm: 3/0."],
    ["-1,5", "-0,5", "unmet", "Chưa đạt kế hoạch: -1,5/-0,5, còn thiếu 1,0."],
  ] as const)("%s of %s: %s", (actual, plan, status, sentence) => {
    for (const period of [undefined, "2024-6T", "2024-N"]) {
      expect(judge(actual, plan, HIGH, "stock", period)).toMatchObject({ status, sentence });
      expect(judge(actual, plan, HIGH, "cumulative", period)).toMatchObject({ status, sentence });
    }
  });

  test("one percentage, of the year", () => {
    expect(judge("503", "1.825", HIGH, "stock", "2024-6T")).toEqual({
      status: "unmet",
      ofYear: 27.6,
      sentence: "Chưa đạt kế hoạch: 503/1.825 (27,6%), còn thiếu 1.322.",
    });
  });
});

describe("a flow, higher is better: judged against the year and the share of it that has passed", () => {
  test.each([
    [
      "503",
      "1.825",
      "2024-6T",
      "behind",
      27.6,
      55.1,
      "Chậm tiến độ: 503/1.825 (27,6% cả năm, 55,1% của 6 tháng), còn thiếu 1.322 so với cả năm.",
    ],
    [
      "950",
      "1.825",
      "2024-6T",
      "onPace",
      52.1,
      104.1,
      "Đạt tiến độ: 950/1.825 (52,1% cả năm, 104,1% của 6 tháng), còn thiếu 875 so với cả năm.",
    ],
    [
      "50",
      "100",
      "2024-6T",
      "onPace",
      50,
      100,
      "Đạt tiến độ: 50/100 (50,0% cả năm, 100,0% của 6 tháng), còn thiếu 50 so với cả năm.",
    ],
    [
      "49",
      "100",
      "2024-6T",
      "behind",
      49,
      98,
      "Chậm tiến độ: 49/100 (49,0% cả năm, 98,0% của 6 tháng), còn thiếu 51 so với cả năm.",
    ],
    [
      "74",
      "100",
      "2024-9T",
      "behind",
      74,
      98.7,
      "Chậm tiến độ: 74/100 (74,0% cả năm, 98,7% của 9 tháng), còn thiếu 26 so với cả năm.",
    ],
    [
      "25",
      "100",
      "2024-Q2",
      "onPace",
      25,
      100,
      "Đạt tiến độ: 25/100 (25,0% cả năm, 100,0% của quý II), còn thiếu 75 so với cả năm.",
    ],
    [
      "24",
      "100",
      "2024-Q1",
      "behind",
      24,
      96,
      "Chậm tiến độ: 24/100 (24,0% cả năm, 96,0% của quý I), còn thiếu 76 so với cả năm.",
    ],
    [
      "75",
      "100",
      "2024-9T",
      "onPace",
      75,
      100,
      "Đạt tiến độ: 75/100 (75,0% cả năm, 100,0% của 9 tháng), còn thiếu 25 so với cả năm.",
    ],
    ["100", "100", "2024-6T", "met", 100, 200, "Đạt kế hoạch năm: 100/100 (100,0% cả năm, 200,0% của 6 tháng)."],
    ["110", "100", "2024-6T", "exceeded", 110, 220, "Vượt kế hoạch năm: 110/100 (110,0% cả năm, 220,0% của 6 tháng)."],
  ] as const)("%s of %s in %s: %s", (actual, plan, period, status, ofYear, ofPeriod, sentence) => {
    expect(judge(actual, plan, HIGH, "flow", period)).toEqual({ status, ofYear, ofPeriod, sentence });
  });

  test("binary noise of the share decides nothing", () => {
    expect(judge("3,3", "4,4", HIGH, "flow", "2024-9T").status).toBe("onPace");
    expect(judge("2,1", "2,8", LOW, "flow", "2024-9T").status).toBe("onPace");
  });

  test("at the year's end against the year alone; where the period is not known, nothing is said of the pace", () => {
    const result = { status: "unmet", ofYear: 60, sentence: "Chưa đạt kế hoạch: 60/100 (60,0%), còn thiếu 40." };
    expect(judge("60", "100", HIGH, "flow", "2024-N")).toEqual(result);
    expect(judge("60", "100", HIGH, "flow")).toEqual({
      status: "noData",
      ofYear: 60,
      sentence: "Chưa rõ kỳ báo cáo nên chưa đánh giá được tiến độ: 60/100 (60,0% cả năm).",
    });
    expect(judge("120", "100", HIGH, "flow").status).toBe("exceeded");
    expect(judge("12", "10", LOW, "flow").status).toBe("unmet");
    expect(judge("5", "10", LOW, "flow").status).toBe("noData");
  });

  test("a target of zero has no percentage", () => {
    expect(judge("0", "0", HIGH, "flow", "2024-6T")).toEqual({ status: "met", sentence: "Đạt kế hoạch năm: 0/0." });
  });
});

describe("lower is better", () => {
  test.each([
    [
      "12,5",
      "14,0",
      "exceeded",
      "Vượt kế hoạch: 12,5/14,0; chỉ tiêu này càng thấp càng tốt, đang thấp hơn kế hoạch 1,5.",
    ],
    ["14", "14,0", "met", "Đạt kế hoạch: 14/14,0; chỉ tiêu này càng thấp càng tốt."],
    ["15,25", "14,0", "unmet", "Chưa đạt: 15,25/14,0; chỉ tiêu này càng thấp càng tốt, đang cao hơn kế hoạch 1,25."],
  ] as const)("a state: %s of %s: %s", (actual, plan, status, sentence) => {
    expect(judge(actual, plan, LOW, "stock", "2024-6T")).toMatchObject({ status, sentence });
    expect(judge(actual, plan, LOW, "flow", "2024-N")).toMatchObject({ status, sentence });
    expect(judge(actual, plan, LOW).ofPeriod).toBeUndefined();
  });

  test.each([
    [
      "4",
      "10",
      "onPace",
      40,
      80,
      "Đạt tiến độ: 4/10 (40,0% cả năm, 80,0% của 6 tháng); chỉ tiêu này càng thấp càng tốt.",
    ],
    [
      "5",
      "10",
      "onPace",
      50,
      100,
      "Đạt tiến độ: 5/10 (50,0% cả năm, 100,0% của 6 tháng); chỉ tiêu này càng thấp càng tốt.",
    ],
    [
      "6",
      "10",
      "behind",
      60,
      120,
      "Chậm tiến độ: 6/10 (60,0% cả năm, 120,0% của 6 tháng), đã quá phần của kỳ này; chỉ tiêu này càng thấp càng tốt.",
    ],
    [
      "10",
      "10",
      "behind",
      100,
      200,
      "Chậm tiến độ: 10/10 (100,0% cả năm, 200,0% của 6 tháng), đã quá phần của kỳ này; chỉ tiêu này càng thấp càng tốt.",
    ],
    ["12", "10", "unmet", 120, 240, "Chưa đạt: 12/10; chỉ tiêu này càng thấp càng tốt, đang cao hơn kế hoạch 2."],
  ] as const)("a flow in mid-year: %s of %s: %s", (actual, plan, status, ofYear, ofPeriod, sentence) => {
    expect(judge(actual, plan, LOW, "flow", "2024-6T")).toEqual({ status, ofYear, ofPeriod, sentence });
  });
});

describe("a threshold", () => {
  test.each([
    ["5,96", "<6", "met", "Đạt: 5,96; yêu cầu dưới 6."],
    ["6", "<6", "unmet", "Chưa đạt: 6; yêu cầu dưới 6."],
    ["2", "≤2", "met", "Đạt: 2; yêu cầu không quá 2."],
    ["2,1", "≤2", "unmet", "Chưa đạt: 2,1; yêu cầu không quá 2."],
    ["10,8", "≥10,8", "met", "Đạt: 10,8; yêu cầu tối thiểu 10,8."],
    ["11", "≥10,8", "met", "Đạt: 11; yêu cầu tối thiểu 10,8."],
    ["10,7", "≥10,8", "unmet", "Chưa đạt: 10,7; yêu cầu tối thiểu 10,8."],
    ["95,1", "trên 95%", "met", "Đạt: 95,1; yêu cầu trên 95."],
    ["95", "trên 95%", "unmet", "Chưa đạt: 95; yêu cầu trên 95."],
    ["86,1", ">86%", "met", "Đạt: 86,1; yêu cầu trên 86."],
    ["86", ">86%", "unmet", "Chưa đạt: 86; yêu cầu trên 86."],
    ["34,9", "dưới 35%", "met", "Đạt: 34,9; yêu cầu dưới 35."],
    ["35", "dưới 35%", "unmet", "Chưa đạt: 35; yêu cầu dưới 35."],
    ["41,99", "< 42‰", "met", "Đạt: 41,99; yêu cầu dưới 42."],
    ["42", "< 42‰", "unmet", "Chưa đạt: 42; yêu cầu dưới 42."],
    ["44", "< 45", "met", "Đạt: 44; yêu cầu dưới 45."],
    ["93", "tối thiểu 93%", "met", "Đạt: 93; yêu cầu tối thiểu 93."],
    ["92,9", "tối thiểu 93%", "unmet", "Chưa đạt: 92,9; yêu cầu tối thiểu 93."],
    ["0,38", "khoảng 0,38%", "met", "Đạt: 0,38; yêu cầu khoảng 0,38."],
    ["100", "=100", "met", "Đạt: 100; yêu cầu bằng 100."],
    ["99", "=100", "unmet", "Chưa đạt: 99; yêu cầu bằng 100."],
    ["101", "=100", "unmet", "Chưa đạt: 101; yêu cầu bằng 100."],
    ["0,384", "khoảng 0,38%", "met", "Đạt: 0,384; yêu cầu khoảng 0,38."],
    ["0,39", "khoảng 0,38%", "unmet", "Chưa đạt: 0,39; yêu cầu khoảng 0,38."],
    ["0,37", "khoảng 0,38%", "unmet", "Chưa đạt: 0,37; yêu cầu khoảng 0,38."],
  ] as const)("%s against %s: %s", (actual, plan, status, sentence) => {
    // Also where the indicator is not judged against a number, within a band, and in mid-year.
    for (const direction of [NONE, BAND]) expect(judge(actual, plan, direction)).toEqual({ status, sentence });
    expect(judge(actual, plan, NONE, "flow", "2024-6T")).toEqual({ status, sentence });
  });

  test.each([
    ["68,9", HIGH, "met"],
    ["66", HIGH, "unmet"],
    ["66", LOW, "met"],
    ["70", LOW, "unmet"],
    ["68", LOW, "met"],
    ["68", HIGH, "met"],
  ] as const)("“khoảng 68” is also met by what is better: %s, %j: %s", (actual, direction, status) => {
    expect(judge(actual, "khoảng 68", direction).status).toBe(status);
  });
});

test("“=100” is met by 100 alone, whatever is better", () => {
  for (const direction of [HIGH, LOW]) {
    expect(["99", "100", "101"].map((actual) => judge(actual, "=100", direction).status)).toEqual([
      "unmet",
      "met",
      "unmet",
    ]);
  }
});

describe("a band", () => {
  test.each([
    ["105", "met", "Đạt: 105 nằm trong khoảng 103,5–107."],
    ["103,5", "met", "Đạt: 103,5 nằm trong khoảng 103,5–107."],
    ["107,0", "met", "Đạt: 107,0 nằm trong khoảng 103,5–107."],
    ["103,4", "unmet", "Chưa đạt: 103,4 thấp hơn khoảng 103,5–107."],
    ["112,4", "unmet", "Chưa đạt: 112,4 cao hơn khoảng 103,5–107."],
  ] as const)("%s: %s", (actual, status, sentence) => {
    expect(judge(actual, "109,56", BAND, "flow", "2024-6T")).toEqual({ status, sentence });
  });
});

describe("laws", () => {
  const RANK = { unmet: 0, behind: 1, onPace: 2, met: 3, exceeded: 4, notJudged: NaN, noData: NaN };
  const traits = (direction: Direction, accrual: Accrual) => ({ direction, accrual });
  const count = fc.nat(3000);
  const accrual = fc.constantFrom<Accrual>("flow", "stock", "cumulative");
  const period = fc.constantFrom("2024-Q1", "2024-6T", "2024-9T", "2024-N").map((code) => parsePeriod(code)!);

  test("doing better never makes the verdict worse", () => {
    fc.assert(
      fc.property(count, count, count, accrual, period, (a, b, plan, how, when) => {
        const rank = (value: number, direction: Direction) =>
          RANK[
            assess({ value, decimals: 0 }, { kind: "number", value: plan, decimals: 0 }, traits(direction, how), when)
              .status
          ];
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        expect(rank(more, HIGH)).toBeGreaterThanOrEqual(rank(less, HIGH));
        expect(rank(less, LOW)).toBeGreaterThanOrEqual(rank(more, LOW));
      }),
    );
  });

  test("the same figure later in the year is never better where more is better, never worse where less is", () => {
    const spans = ["2024-Q1", "2024-6T", "2024-9T", "2024-N"].map((code) => parsePeriod(code)!);
    fc.assert(
      fc.property(count, count, (value, plan) => {
        const ranks = (direction: Direction) =>
          spans.map(
            (when) =>
              RANK[
                assess(
                  { value, decimals: 0 },
                  { kind: "number", value: plan, decimals: 0 },
                  traits(direction, "flow"),
                  when,
                ).status
              ],
          );
        const pairs = (all: readonly number[]) => all.slice(1).map((rank, at) => [all[at]!, rank] as const);
        // Short of the year's target "behind" becomes "unmet" at its end; one that is reached stays so.
        for (const [earlier, later] of pairs(ranks(HIGH))) expect(later).toBeLessThanOrEqual(earlier);
        for (const [earlier, later] of pairs(ranks(LOW))) expect(later).toBeGreaterThanOrEqual(earlier);
      }),
    );
  });

  const stated = fc
    .tuple(fc.nat({ max: 9_999 }), fc.integer({ min: 0, max: 3 }))
    .map(([digits, decimals]): Reached => ({ value: digits / 10 ** decimals, decimals }));

  test("not said to be unmet where the true figures behind the rounded ones may reach the target", () => {
    fc.assert(
      fc.property(stated, stated, fc.boolean(), (figure, plan, near) => {
        // Half of the figures are put beside the target, where rounding decides.
        const value = near ? plan.value + (figure.value % 1) / 10 - 0.05 : figure.value;
        const decimals = Math.max(figure.decimals, plan.decimals);
        const actual = { value: roundHalfAway(value, decimals), decimals };
        const half = (places: number) => 10 ** -places / 2;
        const status = (direction: Direction) =>
          assess(actual, { kind: "number", ...plan }, traits(direction, "stock"), undefined).status;
        const low = plan.value - half(plan.decimals);
        const high = plan.value + half(plan.decimals);
        if (actual.value + half(decimals) - 1e-9 > low) expect(status(HIGH)).not.toBe("unmet");
        // A figure that stands on the upper edge itself, 0,15 beside 0,1, is read as above.
        if (actual.value < high - 1e-9) expect(status(LOW)).not.toBe("unmet");
        if (actual.value >= plan.value) expect(status(HIGH)).not.toBe("unmet");
        if (actual.value <= plan.value) expect(status(LOW)).not.toBe("unmet");
      }),
    );
  });

  test("a threshold is never left by going further in its own direction", () => {
    fc.assert(
      fc.property(stated, stated, stated, (a, b, bound) => {
        const [less, more] = a.value <= b.value ? [a, b] : [b, a];
        const met = (figure: Reached, operator: "<" | "≤" | ">" | "≥") =>
          assess(figure, { kind: "bound", operator, ...bound }, traits(NONE, "stock"), undefined).status === "met";
        for (const operator of ["<", "≤"] as const) if (met(more, operator)) expect(met(less, operator)).toBe(true);
        for (const operator of [">", "≥"] as const) if (met(less, operator)) expect(met(more, operator)).toBe(true);
        // A threshold and its opposite are never both met, and one of them always is.
        for (const figure of [less, more]) {
          expect(met(figure, "<")).toBe(!met(figure, "≥"));
          expect(met(figure, ">")).toBe(!met(figure, "≤"));
        }
      }),
    );
  });

  test("of the two percentages the one of the period is the one of the year by the share that has passed", () => {
    fc.assert(
      fc.property(count, fc.integer({ min: 1, max: 3000 }), period, (value, plan, when) => {
        const target: Target = { kind: "number", value: plan, decimals: 0 };
        const { ofYear, ofPeriod } = assess({ value, decimals: 0 }, target, traits(HIGH, "flow"), when);
        expect(ofYear).toBe(roundHalfAway((value / plan) * 100, 1));
        const share = { quarter: 0.25, half: 0.5, nine: 0.75, year: 1 }[when.span];
        expect(ofPeriod).toBe(share === 1 ? undefined : roundHalfAway((value / (plan * share)) * 100, 1));
        // A state has had its whole time at every moment.
        expect(assess({ value, decimals: 0 }, target, traits(HIGH, "stock"), when).ofPeriod).toBeUndefined();
      }),
    );
  });

  test("a sentence ends as a sentence and states the figure", () => {
    fc.assert(
      fc.property(
        count,
        count,
        fc.constantFrom(HIGH, LOW, BAND),
        accrual,
        period,
        (value, plan, direction, how, when) => {
          const target: Target = { kind: "number", value: plan, decimals: 0 };
          const { sentence } = assess({ value, decimals: 0 }, target, traits(direction, how), when);
          expect(sentence).toMatch(/^[ĐVC][^.]*(\.\d{3}[^.]*)*\.$/);
          expect(sentence.replaceAll(".", "")).toContain(String(value));
        },
      ),
    );
  });
});

describe("by a share of the year alone", () => {
  const byShare = (actual: string, plan: string, direction: Direction, share: number) =>
    assessByShare(reached(actual), target(plan), { direction }, share);

  test.each(["2024-Q1", "2024-6T", "2024-9T", "2024-N"])("the status is that of a flow in %s", (period) => {
    const share = { "2024-Q1": 0.25, "2024-6T": 0.5, "2024-9T": 0.75, "2024-N": 1 }[period]!;
    for (const direction of [HIGH, LOW, BAND, NONE]) {
      for (const plan of ["1825", "<6", "trên 95%", "0", ""]) {
        for (const actual of ["0", "456", "457", "912,5", "1368,7", "1825", "2000", ""]) {
          const { status, ofYear, ofPeriod } = byShare(actual, plan, direction, share);
          const expected = judge(actual, plan, direction, "flow", period);
          expect({ status, ofYear, ofPeriod }).toEqual({
            status: expected.status,
            ofYear: expected.ofYear,
            ofPeriod: expected.ofPeriod,
          });
        }
      }
    }
  });

  test("the sentence says both percentages", () => {
    expect(byShare("503", "1825", HIGH, 0.5).sentence).toBe(
      "Chậm tiến độ: 503/1.825 (27,6% cả năm, 55,1% của phần năm đã qua), còn thiếu 1.322 so với cả năm.",
    );
  });

  test("a share that is no quarter of the year is judged exactly", () => {
    expect(byShare("4", "12", HIGH, 1 / 3).status).toBe("onPace");
    expect(byShare("3", "12", HIGH, 1 / 3).status).toBe("behind");
  });
});

describe("a calculated figure, of which only some decimals are told", () => {
  const calculated = (value: number) => ({ value, decimals: 13, told: 1 });
  const rate = { accrual: "stock", direction: { aim: "high" }, decimals: 1 } as const;

  test("is judged as it is, and told in as many decimals as the verdict needs", () => {
    const least: Target = { kind: "bound", operator: "≥", value: 95, decimals: 0 };
    expect(assess(calculated(3324 / 35), least, rate, undefined)).toEqual({
      status: "unmet",
      sentence: "Chưa đạt: 94,97; yêu cầu tối thiểu 95.",
    });
    expect(assess(calculated(3326 / 35), least, rate, undefined).sentence).toBe("Đạt: 95,0; yêu cầu tối thiểu 95.");
    const band = { ...rate, direction: { aim: "band", low: 103, high: 107 } } as const;
    const target: Target = { kind: "number", value: 107, decimals: 0 };
    expect(assess(calculated(7493 / 70), target, band, undefined).sentence).toBe(
      "Chưa đạt: 107,04 cao hơn khoảng 103–107.",
    );
  });
});
