/** Đánh giá as formulas: which function is called with what, and what the plain formula compares with what. */

import {
  assessmentFormula,
  assessmentFunction,
  isAssessmentFormula,
  isPlainAssessment,
} from "../../../src/core/fill/assessment-formulas";

type Judging = Parameters<typeof assessmentFormula>[2];

const TH = { at: "D2", percent: false };
const KH = { at: "C2", percent: false };
const judging = (more: Partial<Judging> = {}): Judging => ({
  target: { kind: "number", value: 100, decimals: 0 },
  direction: { aim: "high" },
  share: 0.5,
  decimals: 0,
  targetDecimals: 0,
  planIsWords: false,
  ...more,
});
const bound = (operator: "<" | "≤" | ">" | "≥" | "≈" | "=", value = 6): Partial<Judging> => ({
  target: { kind: "bound", operator, value, decimals: 0 },
  boundText: `${operator}${value}`,
});
const BAND = { aim: "band", low: 103.5, high: 107 } as const;
const called = (more?: Partial<Judging>) => assessmentFunction(TH, KH, judging(more));
const plain = (more?: Partial<Judging>) => assessmentFormula(TH, KH, judging(more));

describe("our function", () => {
  test.each<[string, Partial<Judging>, string]>([
    ["more is better", {}, 'DANHGIA(D2,C2,"CAO",0.5,0)'],
    ["less is better", { direction: { aim: "low" }, share: 1, decimals: 1 }, 'DANHGIA(D2,C2,"THAP",1,1)'],
    ["a band is aimed at", { direction: BAND, share: 1 }, 'DANHGIA(D2,C2,"103,5-107",1,0)'],
    ["a threshold stands in KH", bound("≥"), 'DANHGIA(D2,C2,"CAO",0.5,0)'],
    ["a threshold stands in KH of a band", { ...bound("≥"), direction: BAND }, 'DANHGIA(D2,C2,"CAO",0.5,0)'],
  ])("where %s", (_when, more, call) => {
    expect(called(more)).toBe(`IF(OR(D2="",C2=""),"",${call})`);
  });

  test("a cell that shows percentages counts a hundredfold where it holds a number", () => {
    expect(assessmentFunction({ at: "D2", percent: true }, KH, judging())).toContain(
      'DANHGIA(IF(ISNUMBER(D2),D2*100,D2&""),C2,',
    );
  });

  test.each<[string, Partial<Judging>]>([
    ["the period of what adds up is not known", { share: undefined }],
    ["KH of a band is in words", { direction: BAND, planIsWords: true }],
    ["KH says about so much, and nothing says which way is better", { ...bound("≈"), direction: BAND }],
  ])("cannot say it where %s", (_when, more) => {
    expect(called(more)).toBeUndefined();
  });

  test("can where it is told which way is better, and where KH in words is of no band", () => {
    expect(called({ ...bound("≈"), direction: { aim: "low" } })).toContain('"THAP"');
    expect(called({ ...bound("≈"), direction: { aim: "high" } })).toContain('"CAO"');
    expect(called({ planIsWords: true })).toContain('"CAO"');
  });
});

describe("the plain formula", () => {
  const FIGURE = 'OR(ISNUMBER(D2),D2="-",D2="–")';
  const given = (hasPlan: string, body: string) =>
    `IF(${hasPlan},IF(OR(D2="…",D2="..."),"Thiếu số liệu",IF(${FIGURE},${body},"")),"")`;
  const HAS_PLAN = 'OR(ISNUMBER(C2),C2="-",C2="–")';

  test("more is better: above, at, or by what was due in the period", () => {
    expect(plain()).toBe(
      given(
        HAS_PLAN,
        'IF(ROUND(N(D2),0)>ROUND(N(C2),0),"Vượt",IF(ROUND(N(D2),0)=ROUND(N(C2),0),"Đạt",' +
          'IF(N(D2)>=ROUND(N(C2)*0.5,2),"Đạt tiến độ","Chậm tiến độ")))',
      ),
    );
  });

  test("less is better: above is unmet, else by what may have been used up", () => {
    expect(plain({ direction: { aim: "low" }, decimals: 1, targetDecimals: 1 })).toBe(
      given(
        HAS_PLAN,
        'IF(ROUND(N(D2),1)>ROUND(N(C2),1),"Chưa đạt",IF(N(D2)<=ROUND(N(C2)*0.5,3),"Đạt tiến độ","Chậm tiến độ"))',
      ),
    );
  });

  test("over the whole year there is no pace, and without a period nothing is said of what is short", () => {
    expect(plain({ share: 1 })).toContain('"Đạt","Chưa đạt"))');
    expect(plain({ share: 1, direction: { aim: "low" } })).toContain('IF(ROUND(N(D2),0)=ROUND(N(C2),0),"Đạt","Vượt"))');
    expect(plain({ share: undefined })).toContain('"Đạt",""))');
    expect(plain({ share: undefined, direction: { aim: "low" } })).toContain('"Chưa đạt","")');
  });

  test("a band is met between its ends, whatever KH says", () => {
    expect(plain({ direction: BAND })).toBe(given(HAS_PLAN, 'IF(AND(N(D2)>=103.5,N(D2)<=107),"Đạt","Chưa đạt")'));
  });

  test.each<["<" | "≤" | ">" | "≥", string]>([
    ["<", "N(D2)<6"],
    ["≤", "N(D2)<=6"],
    [">", "N(D2)>6"],
    ["≥", "N(D2)>=6"],
  ])("a threshold %s is compared as it stands, as long as it stands there", (operator, comparison) => {
    expect(plain(bound(operator))).toBe(given(`C2="${operator}6"`, `IF(${comparison},"Đạt","Chưa đạt")`));
  });

  test.each<[string, Partial<Judging>, string]>([
    ["about so much, less is better", { ...bound("≈"), direction: { aim: "low" } }, "ROUND(N(D2),0)<=ROUND(6,0)"],
    ["about so much, more is better", bound("≈"), "ROUND(N(D2),0)>=ROUND(6,0)"],
    ["about so much, a band", { ...bound("≈"), direction: BAND }, "ROUND(N(D2),0)=ROUND(6,0)"],
    ["exactly so much, less is better", { ...bound("="), direction: { aim: "low" } }, "ROUND(N(D2),0)=ROUND(6,0)"],
  ])("%s", (_what, more, comparison) => {
    expect(plain(more)).toContain(`IF(${comparison},"Đạt","Chưa đạt")`);
  });

  test("a cell that shows percentages counts a hundredfold, without the noise of it", () => {
    expect(assessmentFormula({ at: "D2", percent: true }, KH, judging({ direction: BAND }))).toContain(
      "AND(ROUND(N(D2)*100,9)>=103.5,",
    );
  });
});

test("ours are told from the user's own formulas, and the plain ones from those with our function", () => {
  const ours = called()!;
  expect([isAssessmentFormula(ours), isPlainAssessment(ours)]).toEqual([true, false]);
  expect([isAssessmentFormula(plain()), isPlainAssessment(plain())]).toEqual([true, true]);
  expect([isAssessmentFormula('IF(C2>0,"Đạt","")'), isPlainAssessment('IF(C2>0,"Đạt","")')]).toEqual([false, false]);
});
