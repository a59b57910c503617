import { checkFigures } from "../../../../src/core/check/engine";
import type { SuspectOptions } from "../../../../src/core/check/suspects/find-suspects";
import { SLIP_STRENGTH, type SlipKind } from "../../../../src/core/check/suspects/slips";
import { suspectWords } from "../../../../src/core/check/suspects/words";
import { recognise } from "../../../../src/core/form/recognise";
import type { Form } from "../../../../src/core/form/types";
import { readFigures } from "../../../../src/core/table/figures";
import { COLUMNS, count, formOf, grid, headerOf, meta, rate, type Written } from "../../form/support";
import { rowsOf, type Figures } from "../support";

function check(form: Form, figures: Figures, options?: SuspectOptions) {
  const sheet = grid([headerOf(form), ...rowsOf(form, figures)]);
  return checkFigures(readFigures(sheet, recognise(sheet, [form], { formId: form.id })!), options);
}

/** The suspects of each contradiction, as "D3 QH1: D3 1690, D4". */
function suspects(form: Form, figures: Figures, options?: SuspectOptions): string[] {
  return check(form, figures, options)
    .findings.filter(({ rule }) => rule.startsWith("QH"))
    .map(({ cell, rule, suspects: found = [] }) => {
      const told = found.map((suspect) => [suspect.cell, suspect.value].filter((part) => part !== undefined).join(" "));
      return `${cell} ${rule}: ${told.join(", ")}`;
    });
}

/** Why each suspect of the first contradiction is suspected. */
function reasons(form: Form, figures: Figures, options?: SuspectOptions): string[] {
  const [first] = check(form, figures, options).findings.filter(({ rule }) => rule.startsWith("QH"));
  return (first?.suspects ?? []).map(({ cell, why }) => `${cell} ${why}`);
}

/** Figures as TH of their rows. */
const actuals = (figures: Readonly<Record<string, Written>>): Figures =>
  Object.fromEntries(Object.entries(figures).map(([code, figure]) => [code, [null, figure]]));

const SLIPS = Object.keys(SLIP_STRENGTH) as SlipKind[];

const INPUTS = meta(["label", "code", "plan", "actual", "samePeriod"]);

/** Rows 2 to 14; KH, TH, CK in C to E. */
const FORM = formOf(
  [
    count("TONG", "Tổng số khám", { "Bằng tổng": "NAM + NU" }),
    count("NAM", "Nam"),
    count("NU", "Nữ"),
    count("LON", "Tổng số lượt", { "Bằng tổng": "TONG + KHAC" }),
    count("KHAC", "Khác"),
    rate("TL", "Tỷ lệ nữ", { "Cách tính": "100 * NU / TONG" }),
    count("CAN", "Số trẻ được cân", { "Tập con của": "TRE" }),
    count("TRE", "Số trẻ đẻ sống"),
    count("SINH", "Trẻ đẻ sống, nơi khác", { "Bằng với": "TRE" }),
    count("HIV", "Số HIV tích lũy", { "Cộng dồn": "lũy kế" }),
    count("CO", "Có thẻ", { "Trong đó của": "DAN" }),
    count("DAN", "Dân số"),
    rate("TLT", "Tỷ lệ có thẻ", { "Cách tính": "100 * CO / DAN" }),
  ],
  INPUTS,
);

describe("where the relations decide, the wrong cell comes first", () => {
  test.each<[string, Figures, string[]]>([
    [
      "a total of which another total is made: one cell explains both",
      actuals({ TONG: 1722, NAM: 700, NU: 572, LON: 1500, KHAC: 228 }),
      ["D2 QH1: D2 1272", "D5 QH1: D2 1272"],
    ],
    [
      "a part that a rate speaks of too",
      actuals({ TONG: 1272, NAM: 700, NU: 752, TL: 45 }),
      ["D2 QH1: D4 572", "D7 QH3: D4 572"],
    ],
    [
      "a part that no other relation speaks of, beside one that a rate supports",
      actuals({ TONG: 1272, NAM: 770, NU: 572, TL: 45 }),
      ["D2 QH1: D3 700"],
    ],
    [
      "a rate, where numerator and denominator stand in a total that adds up",
      actuals({ TONG: 1272, NAM: 700, NU: 572, TL: 54 }),
      ["D7 QH3: D7 45"],
    ],
    [
      "the figure stated twice of which one is bounded by a subset",
      actuals({ CAN: 900, TRE: 190, SINH: 910 }),
      ["D8 QH4: D9 910", "D10 QH7: D9 910"],
    ],
    [
      "two mistakes that have nothing to do with each other",
      actuals({ TONG: 1722, NAM: 700, NU: 572, LON: 1500, KHAC: 228, CAN: 90, TRE: 95, SINH: 59 }),
      ["D2 QH1: D2 1272", "D5 QH1: D2 1272", "D10 QH7: D10 95"],
    ],
  ])("%s", (_, figures, expected) => {
    const found = suspects(FORM, figures);
    expect(found.map((line, index) => line.slice(0, expected[index]?.length))).toEqual(expected);
  });

  test("two mistakes in one total and the total made of it: both cells together", () => {
    // KHAC should be 228 and NAM 700; no single cell mends both.
    const figures = actuals({ TONG: 1272, NAM: 770, NU: 572, LON: 1500, KHAC: 282, TL: 45 });
    expect(suspects(FORM, figures).map((line) => line.split(",")[0])).toEqual(["D2 QH1: D3 700", "D5 QH1: D6 228"]);
  });
});

describe("one slip of typing puts a cell first", () => {
  test.each<[string, Record<string, Written>, string]>([
    ["digits swapped", { TONG: 1722, NAM: 700, NU: 572 }, "D2 1.272 gõ thành 1.722: đảo hai chữ số."],
    ["a zero too many", { TONG: 1272, NAM: 7000, NU: 572 }, "D3 700 gõ thành 7.000: thừa hoặc thiếu số 0 ở cuối."],
    ["a digit left out", { TONG: 1272, NAM: 700, NU: 52 }, "D4 572 gõ thành 52: thiếu một chữ số."],
    ["a digit typed twice", { TONG: 1272, NAM: 700, NU: 5572 }, "D4 572 gõ thành 5.572: gõ thừa một chữ số."],
    ["the key beside", { TONG: 1282, NAM: 700, NU: 572 }, "D2 1.272 gõ thành 1.282: lệch sang phím bên cạnh."],
    ["a decimal mark lost", { NU: 572, TONG: 1272, TL: 450 }, "D7 45,0 gõ thành 450: sai chỗ dấu phẩy."],
    ["a decimal mark moved", { CO: 572, DAN: 1272, TLT: 4.5 }, "D14 45,0 gõ thành 4,5: sai chỗ dấu phẩy."],
    [
      "thousands read as decimals",
      { TONG: 1.272, NAM: 700, NU: 572 },
      "D2 1.272 gõ thành 1,272: dấu chấm hàng nghìn bị đọc thành dấu phẩy.",
    ],
    ["a minus sign", { TONG: 1272, NAM: -700, NU: 572 }, "D3 700 gõ thành -700: nhầm dấu trừ."],
  ])("%s", (_, figures, expected) => {
    expect(reasons(FORM, actuals(figures))[0]).toBe(expected);
  });

  test("a figure copied from the row beside it", () => {
    const figures = actuals({ TONG: 1272, NAM: 572, NU: 572, LON: 1500, KHAC: 228, TL: 45 });
    expect(reasons(FORM, figures)[0]).toBe(
      "D3 Sửa 572 thành 700 thì khớp. Giống hệt số ở dòng bên cạnh, có thể chép nhầm dòng.",
    );
  });

  test("a figure copied from the column beside it", () => {
    const figures: Figures = { ...actuals({ TONG: 1272, NAM: 700, TL: 45 }), NU: [913, 913] };
    expect(reasons(FORM, figures)[0]).toMatch(/^D4 Sửa 913 thành 572 thì khớp\. .*Giống hệt số ở cột khác cùng dòng/);
  });

  test("another rounding of a rate is no slip of the hand", () => {
    expect(reasons(FORM, actuals({ NU: 572, TONG: 1272, TL: 45.1, NAM: 700 }))).toEqual([
      "D7 Sửa 45,1 thành 45,0 thì khớp.",
    ]);
  });
});

describe("where nothing decides, every cell that may be wrong is told", () => {
  test("a total by itself: the total first, then its parts", () => {
    expect(suspects(FORM, actuals({ TONG: 1690, NAM: 1503, NU: 11 }))).toEqual(["D2 QH1: D2 1514, D3 1679, D4 187"]);
  });

  test("the same figure twice", () => {
    expect(suspects(FORM, actuals({ TRE: 6480, SINH: 5048 }))).toEqual(["D10 QH7: D10 6480, D9 5048"]);
  });

  test("a numerator that could be many figures has no value, but the range of them", () => {
    expect(reasons(FORM, actuals({ CO: 8000, DAN: 12068, TLT: 70.6 }))).toEqual([
      "D14 Sửa 70,6 thành 66,3 thì khớp.",
      "D12 Sửa 8.000 thành số từ 8.514 đến 8.526 thì khớp.",
      "D13 Sửa 12.068 thành số từ 11.324 đến 11.339 thì khớp.",
    ]);
  });

  test("a subset above its set, a cumulative figure that fell: what neither may exceed", () => {
    expect(reasons(FORM, actuals({ CAN: 812, TRE: 650 }))).toEqual([
      "D8 Sửa 812 thành số không quá 650 thì khớp.",
      "D9 Sửa 650 thành số từ 812 trở lên thì khớp.",
    ]);
    expect(reasons(FORM, { HIV: [null, 5489, 5497] })).toEqual([
      "D11 Sửa 5.489 thành số từ 5.497 trở lên thì khớp.",
      "E11 Sửa 5.497 thành số không quá 5.489 thì khớp.",
    ]);
  });

  test("a part is never told to be less than nothing", () => {
    expect(suspects(FORM, actuals({ TONG: 20, NAM: 900, NU: 570 }))).toEqual(["D2 QH1: D2 1470"]);
  });
});

describe("what else speaks against a cell", () => {
  const figures = actuals({ TONG: 1690, NAM: 1503, NU: 11 });

  test("it was changed a moment ago", () => {
    expect(suspects(FORM, figures, { recent: new Set(["D4"]) })[0]).toMatch(/^D2 QH1: D4 187/);
    expect(reasons(FORM, figures, { recent: new Set(["D4"]) })[0]).toMatch(/Ô vừa sửa\.$/);
  });

  test("a number stands where the row's other columns have formulas", () => {
    const sum = (value: number) => ({ value, formula: "C3+C4" });
    const typedOver: Figures = { TONG: [sum(30), 1690, sum(30)], NAM: [20, 1503, 20], NU: [10, 11, 10] };
    expect(reasons(FORM, typedOver)[0]).toBe("D2 Sửa 1.690 thành 1.514 thì khớp. Số gõ đè lên công thức.");
  });

  test("the comparisons beside it were made from another figure", () => {
    const form = formOf([
      count("TONG", "Tổng số", { "Bằng tổng": "NAM + NU" }),
      count("NAM", "Nam"),
      count("NU", "Nữ"),
    ]);
    const compared: Figures = {
      TONG: [2000, 1514, 1400, 75.7, 8.1],
      NAM: [1900, 1503, 1300, 79.1, 15.6],
      NU: [100, 187, 100, 11, -89],
    };
    expect(reasons(form, compared)[0]).toBe("D4 Sửa 187 thành 11 thì khớp. Cột so sánh bên cạnh cũng tính ra số này.");
  });

  test("comparisons that are formulas follow whatever stands there and prove nothing", () => {
    const form = formOf([
      count("TONG", "Tổng số", { "Bằng tổng": "NAM + NU" }),
      count("NAM", "Nam"),
      count("NU", "Nữ"),
    ]);
    const row = (actual: number, other: number): Written[] => [
      other,
      actual,
      other,
      { value: 11, formula: "D4/C4" },
      { value: -89, formula: "D4/E4" },
    ];
    expect(suspects(form, { TONG: row(1514, 100), NAM: row(1503, 60), NU: row(187, 40) })[0]).toMatch(
      /^D2 QH1: D2 1690/,
    );
  });
});

describe("comparisons that do not follow", () => {
  const form = formOf([count("KHAM", "Lượt khám"), count("DE", "Số đẻ", { "Tập con của": "KHAM" })]);
  const blamed = (figures: Figures) =>
    check(form, figures)
      .findings.filter(({ rule }) => rule.startsWith("SS"))
      .map(
        ({ cell, rule, suspects: found = [] }) =>
          `${cell} ${rule} ${found.map(({ cell: at, why }) => `${at} ${why}`).join("; ")}`,
      );

  test("TH with digits swapped after both were made: TH is to blame", () => {
    expect(blamed({ KHAM: [2000, 1722, 1200, 63.6, 6] })).toEqual([
      "F2 SS1 D2 1.272 gõ thành 1.722: đảo hai chữ số. Một ô này liên quan cả 2 mâu thuẫn. Cột so sánh bên cạnh cũng tính ra số này.",
      "G2 SS2 D2 1.272 gõ thành 1.722: đảo hai chữ số. Một ô này liên quan cả 2 mâu thuẫn. Cột so sánh bên cạnh cũng tính ra số này.",
    ]);
  });

  test("CK with a zero too many: CK is to blame", () => {
    expect(blamed({ KHAM: [2000, 1272, 12000, 63.6, 6] })).toEqual([
      "G2 SS2 E2 1.200 gõ thành 12.000: thừa hoặc thiếu số 0 ở cuối. Cột so sánh bên cạnh cũng tính ra số này.",
    ]);
  });

  test.each<[string, Figures]>([
    ["figures of an earlier draft that no slip explains", { KHAM: [2000, 1722, 1200, 70.1, 16.8] }],
    ["one of the two is right", { KHAM: [2000, 1722, 1200, 86.1, 6] }],
    ["a comparison that is a formula", { KHAM: [2000, 1722, 1200, { value: 63.6, formula: "D2/C2*100" }, 43.5] }],
    ["the figure that was meant would break a relation", { KHAM: [2000, 1722, 1200, 63.6, 6], DE: [null, 1700] }],
  ])("nobody else is blamed where it is %s", (_, figures) => {
    expect(blamed(figures).filter((line) => / D2| E2| C2/.test(line))).toEqual([]);
  });
});

test("of a comparison typed over its formula no figure is blamed: it is itself what was changed", () => {
  const rows = ["A", "B", "C", "D"];
  const form = formOf([count("KHAM", "Lượt khám"), ...rows.map((code) => count(code, `Lượt ${code}`))]);
  const other = (value: number): Written => ({ value, formula: "D3/C3*100" });
  const blamed = (calculated: boolean) => {
    const beside = (value: number) => (calculated ? other(value) : value);
    const figures = Object.fromEntries(rows.map((code) => [code, [100, 50, 40, beside(50), beside(25)]]));
    return check(form, { ...figures, KHAM: [2000, 1722, 1200, 63.6, 6] }).findings.flatMap(
      ({ rule, suspects: found }) => (/SS[12]/.test(rule) && found ? [`${rule} ${found[0]!.cell}`] : []),
    );
  };
  expect(blamed(false)).toEqual(["SS1 D2", "SS2 D2"]);
  expect(blamed(true)).toEqual([]);
});

describe("several figures a row", () => {
  const MEASURES = formOf(
    [count("TH", "Thương hàn"), count("LY", "Lỵ")],
    meta([], {
      measures: [
        { id: "mac", label: "Mắc" },
        { id: "chet", label: "Chết", subsetOf: "mac" },
      ],
      columns: [
        COLUMNS.label,
        COLUMNS.code,
        { ...COLUMNS.actual, measure: "mac", group: "Mắc" },
        { ...COLUMNS.actual, measure: "chet", group: "Chết" },
      ],
    }),
  );

  test("more deaths than cases: both are told", () => {
    expect(suspects(MEASURES, { TH: [12, 30], LY: [5, 1] })).toEqual(["D2 QH4: D2, C2"]);
  });
});

test("nothing is suspected where every relation holds", () => {
  const { findings, unchecked } = check(
    FORM,
    actuals({ TONG: 1272, NAM: 700, NU: 572, LON: 1500, KHAC: 228, TL: 45, CAN: 90, TRE: 95, SINH: 95 }),
  );
  expect(findings.filter(({ suspects: found }) => found !== undefined)).toEqual([]);
  expect(unchecked.filter(({ reason }) => reason === "suspects")).toEqual([]);
});

test("a search that ends early says so, and what it found still stands", () => {
  const { findings, unchecked } = check(FORM, actuals({ TONG: 1690, NAM: 1503, NU: 11 }), { steps: 1 });
  expect(findings.map(({ rule }) => rule)).toContain("QH1");
  expect(unchecked.filter(({ reason }) => reason === "suspects")).toEqual([
    {
      reason: "suspects",
      cell: "D2",
      code: "TONG",
      column: "actual",
      message:
        "Các số quanh “Tổng số khám” mâu thuẫn ở nhiều chỗ: không tìm hết được các ô có thể sai, danh sách ô nghi sai có thể thiếu.",
    },
  ]);
});

test("a tangle of totals in which no figure agrees is given up, and figures apart from it are still explained", () => {
  const SIDE = 8;
  const codes = (prefix: string) => Array.from({ length: SIDE }, (_, index) => `${prefix}${index}`);
  // Every total is stated five times, so that it cannot be the total that is wrong.
  const COPIES = ["W", "X", "Y", "Z"];
  const crossing = (prefix: string, cells: (index: number) => string[]) =>
    codes(prefix).flatMap((code, index) => [
      count(code, `Tổng ${code}`, { "Bằng tổng": cells(index).join(" + ") }),
      ...COPIES.map((copy) => count(`${code}${copy}`, `Tổng ${code}, nơi ${copy}`, { "Bằng với": code })),
    ]);
  const form = formOf(
    [
      ...crossing("H", (row) => codes(`O${row}_`)),
      ...crossing("C", (column) => codes("O").map((code) => `${code}_${column}`)),
      ...codes("O").flatMap((row) => codes(`${row}_`).map((code) => count(code, `Ô ${code}`))),
      count("RIENG", "Riêng", { "Bằng tổng": "A + B" }),
      count("A", "Phần A"),
      count("B", "Phần B"),
    ],
    INPUTS,
  );
  const figures = Object.fromEntries(
    form.indicators.map(({ code }, index): [string, number] => {
      const total = /^([HC]\d)/.exec(code)?.[1];
      return [code, total === undefined ? 1000 + ((index * 7919) % 991) : 9000 + 77 * total.charCodeAt(1)];
    }),
  );
  const started = check(form, actuals({ ...figures, RIENG: 1722, A: 1000, B: 272 }));
  expect(started.unchecked.filter(({ reason }) => reason === "suspects").length).toBeGreaterThan(1);
  const apart = started.findings.find(({ code, rule }) => code === "RIENG" && rule === "QH1");
  expect(apart?.suspects?.[0]).toMatchObject({ value: 1272 });
});

test("the same is said in English", () => {
  const [first] = check(FORM, actuals({ TONG: 1722, NAM: 700, NU: 572, LON: 1500, KHAC: 228 })).findings.filter(
    ({ rule }) => rule === "QH1",
  );
  expect(suspectWords(first!.suspects![0]!.facts, "en")).toBe(
    "1.272 typed as 1.722: two digits swapped. This cell takes part in 2 contradictions.",
  );
});

test("every wording about suspects is plain in both languages", () => {
  const facts = { stated: "12", mends: 2, also: ["D3"], typedOver: true, recent: true, comparison: true };
  const shapes = [{ value: "10" }, { from: "1", to: "9" }, { from: "1" }, { to: "9" }, {}];
  for (const shape of shapes) {
    for (const slip of [undefined, ...SLIPS]) {
      for (const also of [facts.also, []]) {
        const said = { ...facts, ...shape, also, ...(slip && { slip }) };
        expect(suspectWords(said, "en")).toMatch(/^[A-Z0-9][\x20-\x7e]*\.$/);
        expect(suspectWords(said, "vi")).toMatch(/^[\p{L}0-9].*\.$/u);
        for (const language of ["vi", "en"] as const)
          expect(suspectWords(said, language)).not.toMatch(/undefined|\s{2}|\.\.|!/);
      }
    }
  }
});
