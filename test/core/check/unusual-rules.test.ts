import { count, formOf, meta, rate } from "../form/support";
import { check, findingsOf, messages, places, type Figures, type RulesOf } from "./support";

const STOCK = { "Cộng dồn": "thời điểm" };
const PER_THOUSAND = { "Đơn vị tính": "/1.000 dân", "Giới hạn": "0..1000" };

/** What usually happens: fifteen counts that change by a few percent, in lines 14 to 28. */
const USUAL = Array.from({ length: 15 }, (_, index) => `N${index}`);
const GROWTH = [0.93, 1.02, 1.06, 0.97, 1.04, 1, 1.1, 0.95, 1.03, 0.99, 1.08, 0.9, 1.01, 1.05, 0.98];
/** Fifteen rates that change by a few points, in lines 29 to 43. */
const RATES = Array.from({ length: 15 }, (_, index) => `T${index}`);

const usual: Figures = Object.fromEntries([
  ...USUAL.map((code, index) => {
    const before = 400 + 97 * index;
    return [code, [2 * before, Math.round(before * GROWTH[index]!), before]];
  }),
  ...RATES.map((code, index) => [code, [80, 50 + index + 20 * (GROWTH[index]! - 1), 50 + index]]),
]);

/** Rows in lines 2 to 13, then the usual ones; KH, TH and CK in C to E; the period is six months. */
const FORM = formOf(
  [
    count("KHAM", "Số lượt khám"),
    count("LAO", "Số người khám lao"),
    count("TONG", "Tổng số xét nghiệm", { "Bằng tổng": "MAU + NUOC" }),
    count("MAU", "Xét nghiệm máu", { "Trong đó của": "TONG" }),
    count("NUOC", "Xét nghiệm nước tiểu", { "Trong đó của": "TONG" }),
    count("NGHE", "Số buổi nói chuyện"),
    rate("TC", "Tỷ lệ tiêm chủng"),
    count("DAN", "Dân số", STOCK),
    count("CA", "Số ca mắc"),
    rate("MAC", "Tỷ suất mắc", { ...PER_THOUSAND, "Cách tính": "1000 * CA / DAN" }),
    rate("KHAC", "Tỷ suất khác", { ...PER_THOUSAND, "Cách tính": "1000 * KHAM / DAN" }),
    count("GIUONG", "Số giường", { ...STOCK, "Đơn vị tính": "giường" }),
    ...USUAL.map((code, index) => count(code, `Hoạt động ${index}`)),
    ...RATES.map((code, index) => rate(code, `Tỷ lệ ${index}`)),
  ],
  meta(["label", "code", "plan", "actual", "samePeriod"]),
);

const run = (figures: Figures) => check(FORM, { ...usual, ...figures });

interface Cases {
  readonly finds: readonly (readonly [name: string, figures: Figures, messages: readonly string[]])[];
  readonly leaves: readonly (readonly [name: string, figures: Figures])[];
}

const CASES: Readonly<Record<RulesOf<"BT">, Cases>> = {
  BT1: {
    finds: [
      [
        "a rate in % by points",
        { TC: [90, 42, 88] },
        ["D8 BT1 Thực hiện ghi 42, thấp hơn cùng kỳ 46 điểm (TH 42; CK 88; KH 90)."],
      ],
      [
        "the same period, where the plan is like TH",
        { TC: [90, 88, 42] },
        ["E8 BT1 Cùng kỳ ghi 42, thấp hơn thực hiện 46 điểm (TH 88; CK 42; KH 90)."],
      ],
      [
        "another rate by how many times it is the one before",
        { CA: [null, 800, null], MAC: [null, 8.1, 2.5] },
        ["D11 BT1 Thực hiện ghi 8,1, gấp 3,2 lần cùng kỳ (TH 8,1; CK 2,5)."],
      ],
    ],
    leaves: [
      ["a change of fewer points than the form's limit", { TC: [90, 61, 88] }],
      ["a rate of a population whose count nobody states", { KHAC: [null, 8.1, 2.6], KHAM: [null, null, null] }],
      ["a rate per so many that changed less than times", { CA: [null, 800, null], MAC: [null, 5.2, 2.5] }],
      ["a rate that was nothing", { TC: [90, 60, 0] }],
      ["a rate of few cases", { CA: [null, 6, 2], MAC: [null, 0.6, 0.1] }],
    ],
  },
  BT2: {
    finds: [
      [
        "a count that is several times the one before",
        { KHAM: [null, 4400, 1000] },
        ["D2 BT2 Thực hiện ghi 4.400, gấp 4,4 lần cùng kỳ (TH 4.400; CK 1.000)."],
      ],
      [
        "a count that is a part of the one before",
        { KHAM: [2000, 180, 1000] },
        ["D2 BT2 Thực hiện ghi 180, bằng 1/5,6 cùng kỳ (TH 180; CK 1.000; KH 2.000)."],
      ],
      [
        "the same period, where TH is what was due of the plan",
        { LAO: [2400, 1200, 10044] },
        ["E3 BT2 Cùng kỳ ghi 10.044, gấp 8,4 lần thực hiện (TH 1.200; CK 10.044; KH 2.400)."],
      ],
      [
        "what grew alone, though as planned",
        { KHAM: [10_000, 5000, 1000], LAO: [1000, 500, 490] },
        ["E2 BT2 Cùng kỳ ghi 1.000, bằng 1/5,0 thực hiện (TH 5.000; CK 1.000; KH 10.000)."],
      ],
      [
        "what grew with its neighbour, far beyond the plan",
        { KHAM: [2600, 5000, 1000], LAO: [5200, 2500, 490] },
        ["D2 BT2 Thực hiện ghi 5.000, gấp 5,0 lần cùng kỳ (TH 5.000; CK 1.000; KH 2.600)."],
      ],
    ],
    leaves: [
      ["a change of less than three times", { KHAM: [2000, 2900, 1000] }],
      ["a fall to more than a third", { KHAM: [2000, 350, 1000] }],
      ["small counts", { KHAM: [null, 27, 3] }],
      ["what was nothing", { KHAM: [null, 400, "-"] }],
      ["what is missing", { KHAM: [null, 400, "…"] }],
      ["a programme that was enlarged as planned", { KHAM: [10_000, 5000, 1000], LAO: [5200, 2500, 490] }],
    ],
  },
  BT3: {
    finds: [
      [
        "a digit too many",
        { KHAM: [2000, 10400, 1000] },
        [
          "D2 BT3 Thực hiện ghi 10.400, lớn hơn khoảng 10 lần so với cột khác (TH 10.400; CK 1.000; KH 2.000); 1.040 thì khớp.",
        ],
      ],
      [
        "two digits too few",
        { KHAM: [200_000, 1040, 100_000] },
        [
          "D2 BT3 Thực hiện ghi 1.040, nhỏ hơn khoảng 100 lần so với cột khác (TH 1.040; CK 100.000; KH 200.000); 104.000 thì khớp.",
        ],
      ],
      [
        "a plan in thousands",
        { KHAM: [2, 1040, 1000] },
        ["C2 BT3 Kế hoạch ghi 2, nhỏ hơn khoảng 1.000 lần so với cột khác (TH 1.040; CK 1.000; KH 2); 2.000 thì khớp."],
      ],
      [
        "a rate without its decimal mark",
        { TC: [90, 8.82, 87] },
        ["D8 BT3 Thực hiện ghi 8,82, nhỏ hơn khoảng 10 lần so với cột khác (TH 8,82; CK 87; KH 90); 88,2 thì khớp."],
      ],
      [
        "the same period alone",
        { KHAM: [null, 10400, 1000] },
        ["D2 BT3 Thực hiện ghi 10.400, lớn hơn khoảng 10 lần so với cột khác (TH 10.400; CK 1.000); 1.040 thì khớp."],
      ],
    ],
    leaves: [
      ["a power of ten that the plan does not ask for", { KHAM: [6000, 10_400, 1000] }],
      [
        "a figure that a sum confirms",
        { TONG: [null, 10_400, 1000], MAU: [null, 10_000, 900], NUOC: [null, 400, 100] },
      ],
      ["a count that would have a fraction", { KHAM: [20, 1045, 10] }],
      ["small counts", { KHAM: [null, 2, 20] }],
      ["rows that changed together", { KHAM: [null, 101, 1000], LAO: [null, 90, 1000] }],
    ],
  },
  BT4: {
    finds: [
      [
        "1.244 read as 1,244",
        { KHAM: [2500, 1.244, 1190] },
        ["D2 BT4 Thực hiện ghi 1,244; nhân 1.000 được 1.244, khớp với dòng này (TH 1,244; CK 1.190; KH 2.500)."],
      ],
      [
        "1.240, which Excel keeps as 1,24",
        { KHAM: [null, 1.24, 1190] },
        ["D2 BT4 Thực hiện ghi 1,24; nhân 1.000 được 1.240, khớp với dòng này (TH 1,24; CK 1.190)."],
      ],
      [
        "a whole row misread",
        { KHAM: [2.5, 1.244, 1.19] },
        [
          "C2 BT4 Kế hoạch ghi 2,5; nhân 1.000 được 2.500, khớp với dòng này (TH 1,244; CK 1,19; KH 2,5).",
          "D2 BT4 Thực hiện ghi 1,244; nhân 1.000 được 1.244, khớp với dòng này (TH 1,244; CK 1,19; KH 2,5).",
          "E2 BT4 Cùng kỳ ghi 1,19; nhân 1.000 được 1.190, khớp với dòng này (TH 1,244; CK 1,19; KH 2,5).",
        ],
      ],
    ],
    leaves: [
      ["a count with a fraction that the row does not explain", { KHAM: [4, 1.5, 2] }],
      ["more decimals than a thousands dot leaves", { KHAM: [null, 1.2445, 1190] }],
      ["a rate", { TC: [null, 1.244, 95.1] }],
    ],
  },
  BT5: {
    finds: [
      [
        "six counts in a run",
        Object.fromEntries(USUAL.slice(3, 9).map((code, at) => [code, [null, 100 + at, 100 + at]])),
        ["D17 BT5 6 số liền nhau từ D17:D22 giống hệt cùng kỳ."],
      ],
    ],
    leaves: [
      ["five", Object.fromEntries(USUAL.slice(7, 12).map((code, at) => [code, [null, 100 + at, 100 + at]]))],
      ["one figure again and again", Object.fromEntries(USUAL.slice(3, 9).map((code) => [code, [null, 24, 24]]))],
      ["small figures", Object.fromEntries(USUAL.slice(3, 9).map((code, at) => [code, [null, at, at]]))],
      [
        "a run with one that differs",
        Object.fromEntries(USUAL.slice(3, 9).map((code, at) => [code, [null, 100 + at, at === 3 ? 7 : 100 + at]])),
      ],
    ],
  },
  BT6: {
    finds: [
      [
        "rows that fit once they are exchanged",
        { KHAM: [8000, 310, 4000], LAO: [600, 4100, 290] },
        [
          "D3 BT6 Thực hiện ghi 4.100, dòng trên “Số lượt khám” ghi 310; đổi chỗ hai số thì khớp (TH 310; CK 4.000; KH 8.000 | TH 4.100; CK 290; KH 600).",
        ],
      ],
      [
        "the same period, where TH and KH agree",
        { KHAM: [8000, 4100, 290], LAO: [600, 310, 4000] },
        [
          "E3 BT6 Cùng kỳ ghi 4.000, dòng trên “Số lượt khám” ghi 290; đổi chỗ hai số thì khớp (TH 4.100; CK 290; KH 8.000 | TH 310; CK 4.000; KH 600).",
        ],
      ],
      [
        "a total and its part, by the sum",
        { TONG: [null, 700, 1100], MAU: [null, 1000, 750], NUOC: [null, 300, 350] },
        [
          "D5 BT6 Thực hiện ghi 1.000, dòng trên “Tổng số xét nghiệm” ghi 700; đổi chỗ hai số thì khớp (TH 700; CK 1.100 | TH 1.000; CK 750).",
        ],
      ],
    ],
    leaves: [
      ["one odd row beside a sound one", { KHAM: [8000, 310, 4000], LAO: [600, 280, 290] }],
      [
        "parts in the wrong order, which no sum tells",
        { TONG: [null, 1000, 1100], MAU: [null, 300, 750], NUOC: [null, 700, 350] },
      ],
      [
        "a sum that exchanging does not mend",
        { TONG: [null, 700, 1100], MAU: [null, 1000, 750], NUOC: [null, 200, 350] },
      ],
      ["rows of different units", { KHAC: [null, null, null], GIUONG: [600, 4100, 290], N0: [8000, 310, 4000] }],
    ],
  },
  BT7: {
    finds: [
      [
        "cases and rate that ask for another population",
        { DAN: [100_000, null, 98_000], CA: [null, 500, 480], MAC: [null, 8.5, 4.9] },
        ["D11 BT7 Tỷ suất mắc ghi 8,5; tính từ Số ca mắc 500; Dân số 98.000 được khoảng 5,1, lệch 67%."],
      ],
      [
        "a rate that is too low for its cases",
        { DAN: [null, null, 98_000], CA: [null, 500, 480], MAC: [null, 2.1, 4.9] },
        ["D11 BT7 Tỷ suất mắc ghi 2,1; tính từ Số ca mắc 500; Dân số 98.000 được khoảng 5,1, lệch 59%."],
      ],
    ],
    leaves: [
      [
        "a population that moved a little",
        { DAN: [100_000, null, 98_000], CA: [null, 500, 480], MAC: [null, 5.6, 4.9] },
      ],
      [
        "a column with its own population, which QH3 holds",
        { DAN: [null, 60_000, 98_000], CA: [null, 500, 480], MAC: [null, 8.5, 4.9] },
      ],
      [
        "a population that moved by less than the form's limit, downwards",
        { DAN: [null, null, 98_000], CA: [null, 500, 480], MAC: [null, 4.6, 4.9] },
      ],
      ["cases that nobody states", { DAN: [100_000, null, 98_000], MAC: [null, 8.5, 4.9] }],
      ["a rate in percent", { DAN: [100_000, null, 98_000], TC: [90, 88, 87] }],
      ["few cases", { DAN: [null, null, 98_000], CA: [null, 5, 4], MAC: [null, 0.1, 0] }],
      ["no population at all", { CA: [null, 500, 480], MAC: [null, 8.5, 4.9] }],
    ],
  },
};

describe.each(Object.entries(CASES))("%s", (rule, { finds, leaves }) => {
  test.each(finds)("finds %s, and says it in one way", (_, figures, expected) => {
    expect(messages(run(figures), "BT")).toEqual(expected);
  });
  test.each(leaves)("leaves %s alone", (_, figures) => {
    expect(places(run(figures), rule)).toEqual([]);
  });
});

test("the usual figures have nothing unusual", () => {
  expect(places(run({}), "BT")).toEqual([]);
});

test("what is odd is a warning; a count with a fraction is wrong, and is mended by what was meant", () => {
  const found = findingsOf(run({ KHAM: [2500, 1.244, 1190], LAO: [null, 4400, 1000] }), "");
  const bySort = found.filter(({ rule }) => /^(BT|SO)/.test(rule));
  expect(bySort.map(({ rule, level, expected, edit }) => [rule, level, expected, edit])).toEqual([
    ["BT4", "error", 1244, { row: 1, column: 3, value: 1244 }],
    ["BT2", "warning", undefined, undefined],
  ]);
});

test("a form sets limits of its own", () => {
  const thresholds = { times: 6, smallCount: 2000, slipTimes: 1.1 };
  const strict = formOf(
    [count("KHAM", "Số lượt khám"), ...USUAL.map((code) => count(code, `Hoạt động ${code}`))],
    meta(["label", "code", "plan", "actual", "samePeriod"], { thresholds: { times: 6 } }),
  );
  expect(strict.thresholds).toMatchObject({ times: 6, smallCount: 30 });
  expect(places(check(strict, { ...usual, KHAM: [null, 4400, 1000] }), "BT")).toEqual([]);
  expect(places(check(strict, { ...usual, KHAM: [null, 6400, 1000] }), "BT")).toEqual(["D2 BT2"]);
  expect(() =>
    formOf([count("KHAM", "Số lượt khám")], meta(undefined, { thresholds: { ...thresholds, slipTimes: 0.5 } })),
  ).toThrow("slipTimes");
});

test("in a table with few rows nobody can say what is usual", () => {
  const few = formOf(
    [count("KHAM", "Số lượt khám"), count("LAO", "Số người khám lao")],
    meta(["label", "code", "plan", "actual", "samePeriod"]),
  );
  expect(places(check(few, { KHAM: [null, 4400, 1000], LAO: [null, 90, 100] }), "BT")).toEqual([]);
});
