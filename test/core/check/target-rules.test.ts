import { count, formOf, meta, rate } from "../form/support";
import { check, findingsOf, messages, places, type Figures, type RulesOf } from "./support";

const COLUMNS = meta(["label", "code", "plan", "actual", "samePeriod"]);

/** The rows stand in lines 2 to 8; the period is six months. */
const FORM = formOf(
  [
    count("KHAM", "Số lượt khám"),
    count("XA", "Số xã đạt chuẩn", { "Cộng dồn": "thời điểm" }),
    rate("TC", "Tỷ lệ tiêm chủng"),
    rate("SDD", "Tỷ lệ suy dinh dưỡng", { Chiều: "thấp" }),
    rate("GT", "Tỷ số giới tính", { "Loại số": "tỷ số", Chiều: "cố định 103..107", "Giới hạn": "0.." }),
    count("DS", "Dân số", { "Cộng dồn": "thời điểm", Chiều: "không" }),
    count("CHET", "Số ca tử vong", { Chiều: "thấp" }),
  ],
  COLUMNS,
);

interface Cases {
  readonly finds: readonly (readonly [name: string, figures: Figures, messages: readonly string[]])[];
  readonly leaves: readonly (readonly [name: string, figures: Figures])[];
}

const CASES: Readonly<Record<RulesOf<"KH">, Cases>> = {
  KH1: {
    finds: [
      [
        "a state below its target",
        { XA: [100, 96] },
        ["D3 KH1 Số xã đạt chuẩn: thực hiện 96, kế hoạch 100, còn thiếu 4."],
      ],
      [
        "a rate above the threshold that it should stay under",
        { SDD: ["< 15", 15.2] },
        ["D5 KH1 Tỷ lệ suy dinh dưỡng: thực hiện 15,2, kế hoạch < 15, cao hơn 0,2."],
      ],
      [
        "a ratio outside its band",
        { GT: [106, 112.4] },
        ["D6 KH1 Tỷ số giới tính: thực hiện 112,4, kế hoạch 103 đến 107, cao hơn 5,4."],
      ],
      [
        "what should stay low and is above the year's target in mid-year",
        { CHET: [2, 3] },
        ["D8 KH1 Số ca tử vong: thực hiện 3, kế hoạch 2, cao hơn 1."],
      ],
    ],
    leaves: [
      ["a target that is reached", { XA: [100, 100], TC: ["trên 95%", 95.1] }],
      ["a flow that the rest of the year can still bring", { KHAM: [1000, 600] }],
      ["what is not judged", { DS: [600, 500] }],
      ["a missing figure", { XA: [100, null] }],
      ["a missing plan", { XA: [null, 96] }],
    ],
  },
  KH2: {
    finds: [
      [
        "less than half of the year's target in six months",
        { KHAM: [1000, 480] },
        ["D2 KH2 Số lượt khám: thực hiện 480, kế hoạch năm 1.000: 48,0% cả năm, 96,0% của kỳ này."],
      ],
      [
        "what should stay low and has used up more than its half",
        { CHET: [4, 3] },
        ["D8 KH2 Số ca tử vong: thực hiện 3, kế hoạch năm 4: 75,0% cả năm, 150,0% của kỳ này."],
      ],
    ],
    leaves: [
      ["half of the year's target", { KHAM: [1000, 500] }],
      ["a state, which does not add up", { XA: [100, 40] }],
    ],
  },
  KH3: {
    finds: [
      [
        "more than three times what was due",
        { KHAM: [1000, 1501] },
        ["D2 KH3 Số lượt khám: thực hiện 1.501, kế hoạch 1.000: 150,1% cả năm, 300,2% của kỳ này."],
      ],
      [
        "the smallest count that is not small",
        { KHAM: [4, 30] },
        ["D2 KH3 Số lượt khám: thực hiện 30, kế hoạch 4: 750,0% cả năm, 1.500,0% của kỳ này."],
      ],
      [
        "a rate of more than three times its target, however low it is",
        { TC: [5, 20] },
        ["D4 KH3 Tỷ lệ tiêm chủng: thực hiện 20, kế hoạch 5: 400,0% cả năm."],
      ],
      [
        "a state of more than three times its target",
        { XA: [30, 91] },
        ["D3 KH3 Số xã đạt chuẩn: thực hiện 91, kế hoạch 30: 303,3% cả năm."],
      ],
    ],
    leaves: [
      ["three times what was due", { KHAM: [1000, 1500] }],
      ["small counts", { KHAM: [4, 29] }],
      ["what is within its band, whatever somebody planned", { GT: [30, 105] }],
      ["what should stay low and nearly does not occur", { CHET: [400, 31], SDD: [20, 2] }],
      ["a threshold", { TC: ["≥ 10", 80] }],
    ],
  },
};

describe.each(Object.entries(CASES))("%s", (rule, { finds, leaves }) => {
  test.each(finds)("finds %s", (_, figures, expected) => {
    expect(messages(check(FORM, figures), "KH")).toEqual(expected);
  });
  test.each(leaves)("leaves %s alone", (_, figures) => {
    expect(places(check(FORM, figures), rule)).toEqual([]);
  });
});

test("a result is no mistake: targets never block and never ask for a giải trình", () => {
  const found = findingsOf(check(FORM, { KHAM: [1000, 480], XA: [100, 96], TC: [10, 80] }), "KH");
  expect(found.map(({ rule, level }) => `${rule} ${level}`)).toEqual(["KH2 hint", "KH1 hint", "KH3 hint"]);
});

test("a target is told beside the plan, with the figure as it is judged and nothing to write there", () => {
  expect(findingsOf(check(FORM, { XA: [100, "96 xã"] }), "KH")).toMatchObject([
    { rule: "KH1", stated: 96, expected: null, related: ["C3"], facts: { stated: "96", expected: "100" } },
  ]);
  expect(findingsOf(check(FORM, { GT: [null, 112.4] }), "KH")).toEqual([]);
});

test("a form may say how far above its targets is plausible", () => {
  const loose = formOf([count("KHAM", "Số lượt khám"), count("DT", "Số lượt điều trị")], {
    ...COLUMNS,
    thresholds: { overPlan: 500 },
  });
  expect(places(check(loose, { KHAM: [1000, 2500] }), "KH")).toEqual([]);
  expect(places(check(loose, { KHAM: [1000, 2501] }), "KH")).toEqual(["D2 KH3"]);
});

test("a form that is not judged says nothing of targets", () => {
  const plan = formOf([count("XA", "Số xã"), count("BAN", "Số bản")], { ...COLUMNS, assessed: false });
  expect(places(check(plan, { XA: [100, 96] }), "KH")).toEqual([]);
});
