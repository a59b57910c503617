import fc from "fast-check";
import { count, formOf, meta, rate, type Written } from "../form/support";
import { check, findingsOf, messages, places, type Figures, type RulesOf } from "./support";

const BILLIONS = { "Loại số": "tiền", "Số lẻ": "1", "Đơn vị tính": "tỷ đồng" };

/** Conditions between several rows: of sums, of differences, and of rates that share what they are rates of. */
const CONDITIONS = [
  { "Mã số": "BN", "Vế trái": "MOI + DT", Dấu: "<=", "Vế phải": "BN + NU", "Vì sao": "Hai nhóm rời nhau." },
  { "Mã số": "BN", "Vế trái": "BN", Dấu: ">=", "Vế phải": "DT - NU", "Vì sao": "Nhóm con.", Mức: "cảnh báo" },
  { "Mã số": "SINH", "Vế trái": "TL * TRE", Dấu: "=", "Vế phải": "TL2 * SINH", "Vì sao": "Cùng mẫu số." },
];

/** The rows stand in lines 2 to 16; KH, TH and CK in C to E. */
const FORM = formOf(
  [
    count("TONG", "Sàng lọc sơ sinh, trong đó:", { "Bằng tổng": "PHI + XHH" }),
    count("PHI", "Miễn phí"),
    count("XHH", "XHH và thị trường"),
    count("TRE", "Số trẻ đẻ sống"),
    count("CAN", "Số trẻ được cân", { "Tập con của": "TRE" }),
    rate("TL", "Tỷ lệ trẻ được cân", { "Cách tính": "100 * CAN / TRE" }),
    count("BN", "Tổng số bệnh nhân"),
    count("MOI", "Bệnh nhân mới", { "Mới của": "BN" }),
    count("DT", "Bệnh nhân người DTTS", { "Trong đó của": "BN" }),
    count("NU", "Bệnh nhân nữ", { "Trong đó của": "BN" }),
    count("HIV", "Số HIV tích lũy", { "Cộng dồn": "lũy kế" }),
    count("SINH", "Trẻ đẻ sống", { "Bằng với": "TRE" }),
    rate("TL2", "Tỷ lệ được cân", { "Bằng với": "TL" }),
    count("CHI", "Tổng chi", { ...BILLIONS, "Bằng tổng": "LUONG + THUOC" }),
    count("LUONG", "Chi lương", BILLIONS),
    count("THUOC", "Chi thuốc", BILLIONS),
  ],
  meta(["label", "code", "plan", "actual", "samePeriod"]),
  CONDITIONS,
);

/** The same figures as TH of several rows. */
const actuals = (figures: Readonly<Record<string, Written>>): Figures =>
  Object.fromEntries(Object.entries(figures).map(([code, figure]) => [code, [null, figure]]));

interface Cases {
  /** What was typed, and all that group QH says of it. */
  readonly finds: readonly (readonly [name: string, figures: Figures, messages: readonly string[]])[];
  readonly leaves: readonly (readonly [name: string, figures: Figures])[];
}

/** QH9 speaks of several tables. */
const CASES: Readonly<Record<Exclude<RulesOf<"QH">, "QH9">, Cases>> = {
  QH1: {
    finds: [
      [
        "a total with digits swapped",
        actuals({ TONG: 1960, PHI: 1679, XHH: 11 }),
        ["D2 QH1 Sàng lọc sơ sinh ghi 1.960; Miễn phí 1.679 + XHH và thị trường 11 = 1.690. Lệch 270."],
      ],
      [
        "a total in the plan",
        { TONG: [100], PHI: [60], XHH: [30] },
        ["C2 QH1 Sàng lọc sơ sinh ghi 100; Miễn phí 60 + XHH và thị trường 30 = 90. Lệch 10."],
      ],
      [
        "a part that did not occur",
        actuals({ TONG: 90, PHI: 60, XHH: "-" }),
        ["D2 QH1 Sàng lọc sơ sinh ghi 90; Miễn phí 60 + XHH và thị trường - = 60. Lệch 30."],
      ],
      [
        "a total of zero",
        actuals({ TONG: "-", PHI: 60, XHH: 2 }),
        ["D2 QH1 Sàng lọc sơ sinh ghi -; Miễn phí 60 + XHH và thị trường 2 = 62. Lệch 62."],
      ],
      [
        "parts above the total though one is missing",
        actuals({ TONG: 50, PHI: 60 }),
        ["D2 QH1 Sàng lọc sơ sinh ghi 50; Miễn phí 60 = 60. Lệch 10."],
      ],
      [
        "sums of money that no rounding explains",
        actuals({ CHI: 10.3, LUONG: 5.1, THUOC: 5 }),
        ["D15 QH1 Tổng chi ghi 10,3; Chi lương 5,1 + Chi thuốc 5 = 10,1. Lệch 0,2."],
      ],
      [
        "sums of money whose least is a whole number: the sum itself keeps its decimals",
        actuals({ CHI: 12, LUONG: 5.5, THUOC: 4.6 }),
        ["D15 QH1 Tổng chi ghi 12; Chi lương 5,5 + Chi thuốc 4,6 = 10,1. Lệch 1,9."],
      ],
    ],
    leaves: [
      ["a total that adds up", actuals({ TONG: 1690, PHI: 1679, XHH: 11 })],
      ["nothing at all", actuals({ TONG: 0, PHI: "-", XHH: 0 })],
      ["a missing part", actuals({ TONG: 1690, PHI: 1679 })],
      ["a part that was not collected", actuals({ TONG: 1690, PHI: 1679, XHH: "…" })],
      ["a missing total", actuals({ PHI: 1679, XHH: 11 })],
      ["a total without parts", actuals({ TONG: 1690 })],
      ["a total below nothing without parts", actuals({ TONG: -5 })],
      ["rounded sums of money", actuals({ CHI: 10.2, LUONG: 5.1, THUOC: 5.2 })],
      ["an unreadable part", actuals({ TONG: 1690, PHI: 1679, XHH: "mười một" })],
    ],
  },
  QH2: {
    finds: [
      [
        "a part above its total",
        actuals({ BN: 50, DT: 60 }),
        ["D10 QH2 Bệnh nhân người DTTS ghi 60, lớn hơn tổng: Tổng số bệnh nhân 50. Lệch 10."],
      ],
      [
        "a part of nothing",
        actuals({ BN: "-", NU: 1 }),
        ["D11 QH2 Bệnh nhân nữ ghi 1, lớn hơn tổng: Tổng số bệnh nhân -. Lệch 1."],
      ],
    ],
    leaves: [
      ["a part that is all", actuals({ BN: 50, DT: 50 })],
      ["parts that overlap: their sum is nobody's business", actuals({ BN: 50, DT: 40, NU: 30 })],
      ["a missing total", actuals({ DT: 60 })],
      ["figures of different columns", { BN: [100, 50, 10], DT: [90, 50, 10] }],
    ],
  },
  QH3: {
    finds: [
      [
        "a rate that is stale",
        actuals({ TRE: 400, CAN: 380, TL: 96.2 }),
        ["D7 QH3 Tỷ lệ trẻ được cân ghi 96,2; tính lại từ Số trẻ được cân 380; Số trẻ đẻ sống 400 được 95,0."],
      ],
      [
        "a rate cut instead of rounded",
        actuals({ TRE: 3000, CAN: 2600, TL: 86.6 }),
        ["D7 QH3 Tỷ lệ trẻ được cân ghi 86,6; tính lại từ Số trẻ được cân 2.600; Số trẻ đẻ sống 3.000 được 86,7."],
      ],
      [
        "a rate of zero where something occurred",
        actuals({ TRE: 400, CAN: 380, TL: "-" }),
        ["D7 QH3 Tỷ lệ trẻ được cân ghi -; tính lại từ Số trẻ được cân 380; Số trẻ đẻ sống 400 được 95,0."],
      ],
    ],
    leaves: [
      ["a rate that follows", actuals({ TRE: 3000, CAN: 2600, TL: 86.7 })],
      ["more decimals", actuals({ TRE: 3000, CAN: 2600, TL: 86.6667 })],
      ["all the digits that a formula leaves", actuals({ TRE: 3000, CAN: 2600, TL: (2600 / 3000) * 100 })],
      ["fewer decimals", actuals({ TRE: 3000, CAN: 2600, TL: 87 })],
      ["half of the last decimal", actuals({ TRE: 400, CAN: 381, TL: 95.3 })],
      ["a denominator of zero", actuals({ TRE: 0, CAN: 0, TL: 0 })],
      ["a missing numerator", actuals({ TRE: 400, TL: 12 })],
      ["a missing rate", actuals({ TRE: 400, CAN: 380 })],
    ],
  },
  QH4: {
    finds: [
      [
        "more weighed than born",
        actuals({ TRE: 400, CAN: 410 }),
        ["D6 QH4 Số trẻ được cân ghi 410, lớn hơn Số trẻ đẻ sống 400. Lệch 10."],
      ],
      [
        "in the same period",
        { TRE: [null, null, 1], CAN: [null, null, 2] },
        ["E6 QH4 Số trẻ được cân ghi 2, lớn hơn Số trẻ đẻ sống 1. Lệch 1."],
      ],
    ],
    leaves: [
      ["all", actuals({ TRE: 400, CAN: 400 })],
      ["a missing set", actuals({ CAN: 400 })],
      ["a set that was not collected", actuals({ TRE: "…", CAN: 400 })],
    ],
  },
  QH5: {
    finds: [
      [
        "more new than known",
        actuals({ BN: 50, MOI: 1234 }),
        ["D9 QH5 Bệnh nhân mới ghi 1.234, lớn hơn Tổng số bệnh nhân 50. Lệch 1.184."],
      ],
    ],
    leaves: [
      ["all are new", actuals({ BN: 50, MOI: 50 })],
      ["nobody is known", actuals({ MOI: 5 })],
    ],
  },
  QH6: {
    finds: [
      [
        "a cumulative figure that fell",
        { HIV: [null, 7490, 7500] },
        ["D12 QH6 Số HIV tích lũy ghi 7.490, thấp hơn cùng kỳ 7.500. Lệch 10."],
      ],
    ],
    leaves: [
      ["the same", { HIV: [null, 7500, 7500] }],
      ["a plan below", { HIV: [7000, 7500, 7400] }],
      ["no same period", { HIV: [null, 7500, null] }],
      ["a flow that fell", { BN: [null, 10, 20] }],
    ],
  },
  QH7: {
    finds: [
      [
        "one figure in two places",
        actuals({ TRE: 400, SINH: 399 }),
        ["D13 QH7 Trẻ đẻ sống ghi 399; “Số trẻ đẻ sống” ghi 400. Lệch 1."],
      ],
      [
        "a rate in two places",
        actuals({ TL: 95.2, TL2: 95.3 }),
        ["D14 QH7 Tỷ lệ được cân ghi 95,3; “Tỷ lệ trẻ được cân” ghi 95,2. Lệch 0,1."],
      ],
    ],
    leaves: [
      ["the same", actuals({ TRE: 400, SINH: 400 })],
      ["the same to the decimals stated", actuals({ TL: 95.23, TL2: 95.2 })],
      ["the same formula", actuals({ TL: 260 / 3, TL2: 260 / 3 })],
      ["the other one missing", actuals({ SINH: 399 })],
    ],
  },
  QH8: {
    finds: [
      [
        "two separate groups above what holds them",
        actuals({ BN: 50, MOI: 30, DT: 40, NU: 10 }),
        [
          "D8 QH8 Bệnh nhân mới 30 + Bệnh nhân người DTTS 40 = 70 lớn hơn Tổng số bệnh nhân 50 + Bệnh nhân nữ 10 = 60. Lệch 10. Hai nhóm rời nhau.",
        ],
      ],
      [
        "what is left below another difference",
        { BN: [10], DT: [9], NU: [-2], MOI: [0] },
        [
          "C8 QH8 Bệnh nhân mới 0 + Bệnh nhân người DTTS 9 = 9 lớn hơn Tổng số bệnh nhân 10 + Bệnh nhân nữ -2 = 8. Lệch 1. Hai nhóm rời nhau.",
          "C8 QH8 Tổng số bệnh nhân 10 nhỏ hơn Bệnh nhân người DTTS 9 − Bệnh nhân nữ -2 = 11. Lệch 1. Nhóm con.",
        ],
      ],
      [
        "two rates that would need two numbers of births",
        { TL: [null, null, 45], TL2: [null, null, 45], TRE: [null, null, 400], SINH: [null, null, 390] },
        [
          "E13 QH8 Tỷ lệ trẻ được cân 45; Số trẻ đẻ sống 400 không khớp với Tỷ lệ được cân 45; Trẻ đẻ sống 390. Cùng mẫu số.",
        ],
      ],
    ],
    leaves: [
      ["groups that make up the whole", actuals({ BN: 50, MOI: 30, DT: 30, NU: 10 })],
      ["a group without its figure", actuals({ BN: 50, MOI: 50, DT: 40 })],
      ["a group that was not collected", actuals({ BN: 50, MOI: 50, DT: 40, NU: "…" })],
      ["rates that agree within their rounding", actuals({ TL: 45.04, TL2: 45, TRE: 400, SINH: 400 })],
    ],
  },
};

describe.each(Object.entries(CASES))("%s", (rule, { finds, leaves }) => {
  test.each(finds)("finds %s", (_, figures, expected) => {
    expect(messages(check(FORM, figures), rule)).toEqual(expected);
  });
  test.each(leaves)("leaves %s alone", (_, figures) => {
    expect(places(check(FORM, figures), "QH")).toEqual([]);
  });
});

test("a finding has the figures for machines too", () => {
  expect(findingsOf(check(FORM, actuals({ TONG: 1960, PHI: 1679, XHH: 11 })), "QH")).toMatchObject([
    {
      cell: "D2",
      code: "TONG",
      role: "actual",
      stated: 1960,
      expected: 1690,
      gap: 270,
      related: ["D3", "D4"],
      fix: "Sửa tổng thành 1.690 nếu các dòng phần đúng; nếu không, xem lại các dòng phần.",
    },
  ]);
});

test("a sum of whole figures is whole, however they are written", () => {
  expect(messages(check(FORM, actuals({ TONG: "1.960,0", PHI: "1.679,0", XHH: "11,0" })), "QH1")).toEqual([
    "D2 QH1 Sàng lọc sơ sinh ghi 1.960,0; Miễn phí 1.679,0 + XHH và thị trường 11,0 = 1.690. Lệch 270.",
  ]);
});

test("an indicator that stands under the same name elsewhere is said to stand elsewhere", () => {
  const form = formOf([count("A", "Số trẻ"), count("B", "Số trẻ", { "Bằng với": "A" })]);
  expect(messages(check(form, actuals({ A: 5, B: 6 })), "QH")).toEqual([
    "D3 QH7 Số trẻ ghi 6; ở mục khác ghi 5. Lệch 1.",
  ]);
});

test("what accumulates and fell is an error: TH is the sender's", () => {
  expect(findingsOf(check(FORM, { HIV: [null, 7490, 7500] }), "QH6")).toMatchObject([
    { level: "error", expected: null, gap: -10, related: ["E12"] },
  ]);
});

test("sums and rates say what the cell should hold; what must not be exceeded, or cannot be, does not", () => {
  const expectedOf = (rule: string, figures: Readonly<Record<string, Written>>) =>
    findingsOf(check(FORM, actuals(figures)), rule).map(({ cell, expected }) => `${cell} ${expected}`);
  expect(expectedOf("QH3", { CAN: 45, TRE: 90, TL: 60 })).toEqual(["D7 50"]);
  expect(expectedOf("QH3", { CAN: 180, TRE: 90, TL: 60 })).toEqual(["D7 null"]);
  expect(expectedOf("QH2", { BN: 50, DT: 60 })).toEqual(["D10 null"]);
  expect(expectedOf("QH4", { CAN: 91, TRE: 90 })).toEqual(["D6 null"]);
});

test("a broken condition names the other figures, not its own, at the finest decimals that any of them states", () => {
  const figures = actuals({ BN: 50, MOI: 30, DT: 40, NU: 10 });
  const [whole] = findingsOf(check(FORM, figures), "QH8");
  expect(whole).toMatchObject({ cell: "D8", code: "BN", stated: 50, expected: null, gap: 10, level: "error" });
  expect([...whole!.related].sort()).toEqual(["D10", "D11", "D9"]);
  const [tenths] = findingsOf(check(FORM, { ...figures, DT: [null, 40.25] }), "QH8");
  expect(tenths).toMatchObject({ gap: 10.25 });
  const [soft] = findingsOf(check(FORM, { BN: [10], DT: [9], NU: [-2], MOI: [-3] }), "QH8");
  expect(soft).toMatchObject({ cell: "C8", level: "warning", gap: -1 });
});

test("a missing part whose indicator may be negative, or has no limits, leaves a smaller total undecided", () => {
  const form = formOf([
    count("TONG", "Biến động", { "Bằng tổng": "A + B", "Giới hạn": "" }),
    count("A", "Đến"),
    count("B", "Đi", { "Giới hạn": "-1000.." }),
    count("TONG2", "Biến động khác", { "Bằng tổng": "A + C", "Giới hạn": "" }),
    count("C", "Khác", { "Giới hạn": "" }),
  ]);
  const { findings, unchecked } = check(form, actuals({ TONG: 50, A: 60, TONG2: 50 }));
  expect(findings.filter(({ cell }) => cell === "D2")).toEqual([]);
  expect(unchecked.filter(({ reason }) => reason === "missing-figure").map(({ cell }) => cell)).toContain("D2");
  expect(findings.filter(({ rule }) => rule === "QH1").map(({ cell }) => cell)).toEqual(["D5"]);
});

test("nothing is mended without being asked: the wrong figure may be any of them", () => {
  const broken = actuals({ TONG: 5, PHI: 60, TRE: 1, CAN: 2, TL: 3, BN: 1, MOI: 2, DT: 2, SINH: 9 });
  expect(findingsOf(check(FORM, broken), "QH").filter(({ edit }) => edit)).toEqual([]);
});

test("TH is an error; KH and CK, which others decided, are warnings", () => {
  const result = check(FORM, { BN: [1, 1, 1], MOI: [2, 2, 2] });
  expect(findingsOf(result, "QH").map(({ cell, level }) => [cell, level])).toEqual([
    ["C9", "warning"],
    ["D9", "error"],
    ["E9", "warning"],
  ]);
});

test.each([
  [
    "a part",
    actuals({ TONG: 1690, PHI: 1679 }),
    "Chưa đối chiếu được Thực hiện của “Sàng lọc sơ sinh”: thiếu số của “XHH và thị trường”.",
  ],
  [
    "a numerator",
    actuals({ TRE: 400, TL: 95 }),
    "Chưa đối chiếu được Thực hiện của “Tỷ lệ trẻ được cân”: thiếu số của “Số trẻ được cân”.",
  ],
])("says what could not be checked for want of %s", (_, figures, message) => {
  const unchecked = check(FORM, figures).unchecked.filter(({ reason }) => reason === "missing-figure");
  expect(unchecked.map((one) => one.message)).toEqual([message]);
});

test("figures that follow from one another are never accused, however they are rounded", () => {
  const share = fc.record({ born: fc.integer({ min: 1, max: 9_999_999 }), decimals: fc.integer({ min: 0, max: 4 }) });
  fc.assert(
    fc.property(share, fc.double({ min: 0, max: 1, noNaN: true }), ({ born, decimals }, part) => {
      const weighed = Math.floor(born * part);
      const stated = Math.round(((100 * weighed) / born) * 10 ** decimals) / 10 ** decimals;
      expect(messages(check(FORM, actuals({ TRE: born, CAN: weighed, TL: stated })), "QH")).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
