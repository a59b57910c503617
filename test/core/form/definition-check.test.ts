import fc from "fast-check";
import { writeInteger } from "../../../src/core/number";
import { factorOfUnit } from "../../../src/core/form/definition-check";
import { COLUMNS, count, heading, load, meta, rate, type Line } from "./support";
import { computing } from "../../support/computing";

/** What is said of a definition: line, Mã số and message. */
function problems(lines: readonly Line[], formMeta: object = meta()): string[] {
  return load(lines, formMeta).problems.map(({ line, code, message }) =>
    [line, code, message].filter(Boolean).join(" "),
  );
}

/** Rows that others refer to; the row under test stands in line 6. */
const OTHERS = [heading("MUC", "Mục"), count("BN", "Bệnh nhân"), count("QL", "Được quản lý"), rate("TL", "Tỷ lệ")];

describe("finds", () => {
  test.each<[string, Line, string]>([
    [
      "a code that is not there",
      count("X", "X", { "Trong đó của": "BNN" }),
      "6 X Trong đó của nhắc đến mã số BNN, trong biểu không có.",
    ],
    [
      "a code in a formula that is not there",
      rate("X", "X", { "Cách tính": "100 * QL / BM" }),
      "6 X Cách tính nhắc đến mã số BM, trong biểu không có.",
    ],
    [
      "a heading for an indicator",
      count("X", "X", { "Tập con của": "MUC" }),
      "6 X Tập con của nhắc đến MUC, là dòng mục chứ không phải chỉ tiêu.",
    ],
    ["a row of itself", count("X", "X", { "Mới của": "X" }), "6 X Mới của nhắc đến chính mã số X."],
    ["a total of itself", count("X", "X", { "Bằng tổng": "BN + X" }), "6 X Bằng tổng nhắc đến chính mã số X."],
    [
      "a percentage with the factor of a per mille",
      rate("X", "X", { "Cách tính": "1000 * QL / BN" }),
      '6 X Đơn vị tính "%" cần hệ số 100, công thức dùng hệ số 1000.',
    ],
    [
      "a rate per 100.000 with the factor of a percentage",
      rate("X", "X", { "Đơn vị tính": "/100.000 dân", "Cách tính": "100 * QL / BN" }),
      '6 X Đơn vị tính "/100.000 dân" cần hệ số 100000, công thức dùng hệ số 100.',
    ],
    [
      "a formula of a count",
      count("X", "X", { "Cách tính": "QL / BN" }),
      "6 X “Cách tính” chỉ dùng cho tỷ lệ, tỷ số, chỉ số; dòng tổng của số đếm ghi ở “Bằng tổng”.",
    ],
    [
      "a total of rates",
      count("X", "X", { "Đơn vị tính": "%", "Bằng tổng": "BN + TL" }),
      "6 X Không cộng được TL: tỷ lệ không cộng thành tổng.",
    ],
    [
      "a total of other units",
      count("X", "X", { "Đơn vị tính": "hộ", "Bằng tổng": "BN" }),
      '6 X Tổng có đơn vị tính "hộ", phần BN có đơn vị khác.',
    ],
    [
      "a difference for a total",
      count("X", "X", { "Bằng tổng": "BN - QL" }),
      "6 X Bằng tổng chỉ là phép cộng các mã số.",
    ],
    [
      "a part twice in a total",
      count("X", "X", { "Bằng tổng": "BN + QL + BN" }),
      "6 X Bằng tổng chỉ là phép cộng các mã số.",
    ],
    [
      "the same figure in other units",
      count("X", "X", { "Đơn vị tính": "hộ", "Bằng với": "BN" }),
      "6 X Bằng với BN nhưng khác đơn vị tính hoặc loại số.",
    ],
    [
      "the same figure of another kind",
      rate("X", "X", { "Bằng với": "BN" }),
      "6 X Bằng với BN nhưng khác đơn vị tính hoặc loại số.",
    ],
    [
      "the same figure of another kind in the same unit",
      rate("X", "X", { "Loại số": "tỷ số", "Bằng với": "TL" }),
      "6 X Bằng với TL nhưng khác đơn vị tính hoặc loại số.",
    ],
    [
      "a subset of another kind",
      rate("X", "X", { "Tập con của": "BN" }),
      "6 X So với BN: hai chỉ tiêu khác loại số nên không so lớn nhỏ được.",
    ],
    [
      "bounds the wrong way round",
      rate("X", "X", { "Giới hạn": "100..0" }),
      "6 X Giới hạn dưới lớn hơn giới hạn trên.",
    ],
    [
      "a band the wrong way round",
      rate("X", "X", { Chiều: "cố định 110..85" }),
      "6 X Chiều “cố định”: giá trị đầu lớn hơn giá trị sau.",
    ],
    [
      "a rate compared in percent",
      rate("X", "X", { "So cùng kỳ": "PT" }),
      "6 X Tỷ lệ, tỷ số so cùng kỳ bằng điểm (DIEM); số đếm bằng phần trăm (PT) hoặc số (SO).",
    ],
    [
      "a count compared in points",
      count("X", "X", { "So cùng kỳ": "DIEM" }),
      "6 X Tỷ lệ, tỷ số so cùng kỳ bằng điểm (DIEM); số đếm bằng phần trăm (PT) hoặc số (SO).",
    ],
  ])("%s", (_, line, message) => {
    expect(problems([...OTHERS, line])).toContain(message);
    expect(load([...OTHERS, line]).ok).toBe(false);
  });

  test("a code that stands twice, also between a heading and an indicator", () => {
    expect(problems([...OTHERS, count("BN", "Lần nữa"), heading("QL", "Mục")])).toEqual([
      "6 BN Mã số BN có hai dòng.",
      "7 QL Mã số QL có hai dòng.",
    ]);
  });

  test.each([
    [
      "a total in a circle",
      [count("A", "A", { "Bằng tổng": "B + C" }), count("B", "B", { "Bằng tổng": "A" }), count("C", "C")],
      ["Các mã số nhắc vòng tròn đến nhau: A → B → A."],
    ],
    [
      "rates in a circle of three",
      [
        rate("A", "A", { "Cách tính": "B / C" }),
        rate("B", "B", { "Cách tính": "D / C" }),
        rate("D", "D", { "Cách tính": "A / C" }),
        count("C", "C"),
      ],
      ["Các mã số nhắc vòng tròn đến nhau: A → B → D → A."],
    ],
    [
      "subsets in a circle",
      [count("A", "A", { "Tập con của": "B" }), count("B", "B", { "Trong đó của": "A" })],
      ["Các mã số nhắc vòng tròn đến nhau: A → B → A."],
    ],
    [
      "the same of the same",
      [count("A", "A", { "Bằng với": "B" }), count("B", "B", { "Bằng với": "A" })],
      ["Các mã số nhắc vòng tròn đến nhau: A → B → A."],
    ],
  ])("%s", (_, lines, expected) => {
    const found = problems(lines).filter((message) => message.includes("vòng tròn"));
    expect(found.map((message) => message.replace(/^.*?(?=Các)/, ""))).toEqual(expected);
  });

  test.each<[string, object, string[]]>([
    ["no column of codes", meta(["label", "plan", "actual"]), ['Biểu thiếu cột "Mã số".']],
    ["no column of labels", meta(["code", "plan", "actual"]), ['Biểu thiếu cột "Chỉ tiêu".']],
    ["a column twice", meta(["label", "code", "actual", "actual"]), ['Biểu có hai cột "Thực hiện {ky}".']],
    [
      "a measure that does not exist",
      { ...meta(), columns: [COLUMNS.label, COLUMNS.code, { ...COLUMNS.actual, measure: "mac" }] },
      ['Không có số đo "mac".'],
    ],
    [
      "a column that does not say its measure",
      { ...meta(["label", "code", "actual"]), measures: [{ id: "mac", label: "Mắc" }] },
      ['Cột "Thực hiện {ky}" chưa nói thuộc số đo nào.'],
    ],
    [
      "a measure that is a subset of none",
      {
        ...meta(),
        columns: [COLUMNS.label, COLUMNS.code, { ...COLUMNS.actual, measure: "mac" }],
        measures: [{ id: "mac", label: "Mắc", subsetOf: "dan" }],
      },
      ['Không có số đo "dan".'],
    ],
    [
      "a measure that follows from itself",
      {
        ...meta(),
        columns: [COLUMNS.label, COLUMNS.code, { ...COLUMNS.actual, measure: "mac" }],
        measures: [{ id: "mac", label: "Mắc", formula: "2 * mac" }],
      },
      ['Không có số đo "mac".'],
    ],
  ])("%s", (_, formMeta, expected) => {
    expect(problems([count("A", "A")], formMeta)).toEqual(expected);
  });

  test("of a circle only the rows that are in it, and a row of itself as that alone", () => {
    const leading = [
      count("A", "A", { "Tập con của": "B" }),
      count("B", "B", { "Tập con của": "C" }),
      count("C", "C", { "Tập con của": "B" }),
    ];
    expect(problems(leading)).toEqual(["B Các mã số nhắc vòng tròn đến nhau: B → C → B."]);
    expect(problems([count("A", "A", { "Mới của": "A" })])).toEqual(["2 A Mới của nhắc đến chính mã số A."]);
  });

  test("everything at once", () => {
    const lines = [
      ...OTHERS,
      rate("X", "X", { "Cách tính": "10 * KHONG / BN", "Giới hạn": "9..1", "So cùng kỳ": "SO" }),
    ];
    expect(problems(lines)).toHaveLength(4);
  });
});

describe("leaves alone", () => {
  test.each<[string, Line]>([
    ["a rate without a formula", rate("X", "X")],
    ["a rate of sums", rate("X", "X", { "Cách tính": "100 * (BN + QL) / BN" })],
    ["a rate whose factor stands in both parts", rate("X", "X", { "Cách tính": "(100 * BN + 100 * QL) / BN" })],
    ["a rate of the mean of two", rate("X", "X", { "Cách tính": "100 * QL / ((BN + QL) / 2)" })],
    ["a rate of parts that weigh differently", rate("X", "X", { "Cách tính": "(100 * QL + 50 * BN) / BN" })],
    ["a band of one point", rate("X", "X", { Chiều: "cố định 85..85" })],
    ["a formula whose factor nobody can tell", rate("X", "X", { "Cách tính": "100 - TL" })],
    [
      "a ratio without a factor",
      rate("X", "X", { "Loại số": "tỷ số", "Đơn vị tính": "lượt/người", "Cách tính": "QL / BN" }),
    ],
    [
      "a ratio per hundred girls",
      rate("X", "X", { "Loại số": "tỷ số", "Đơn vị tính": "trẻ trai/100 trẻ gái", "Cách tính": "100 * QL / BN" }),
    ],
    ["a row of two sets", count("X", "X", { "Tập con của": "BN, QL" })],
    ["a part of a total that does not list it", count("X", "X", { "Trong đó của": "BN" })],
    ["a total of money", count("X", "X", { "Loại số": "tiền", "Đơn vị tính": "đồng", "Bằng tổng": "T1 + T2" })],
    ["a total of one", count("X", "X", { "Bằng tổng": "BN" })],
    ["case counts", count("X", "X", { "So cùng kỳ": "SO" })],
    ["one point for bounds", rate("X", "X", { "Giới hạn": "100..100" })],
    ["words, compared in no way", count("X", "X", { "Loại số": "chữ", "So cùng kỳ": "DIEM", "Giới hạn": "" })],
  ])("%s", (_, line) => {
    const money = ["T1", "T2"].map((code) => count(code, code, { "Loại số": "tiền", "Đơn vị tính": "đồng" }));
    expect(problems([...OTHERS, line, ...money])).toEqual([]);
  });

  test("a diamond: two ways to the same row are no circle", () => {
    const lines = [
      count("A", "A", { "Tập con của": "B, C" }),
      count("B", "B", { "Tập con của": "D" }),
      count("C", "C", { "Tập con của": "D" }),
      count("D", "D"),
    ];
    expect(problems(lines)).toEqual([]);
  });

  test("a chain of thousands of rows", () => {
    const chain = Array.from({ length: 3000 }, (_, at) =>
      count(`R${at}`, `Dòng ${at}`, at > 0 ? { "Tập con của": `R${at - 1}` } : {}),
    );
    expect(problems(chain)).toEqual([]);
  }, 30_000);
});

describe("the factor that a unit asks for", () => {
  test.each([
    ["%", 100],
    ["‰", 1000],
    ["/1.000 trẻ đẻ sống", 1000],
    ["/10.000 dân", 10_000],
    ["/vạn dân", 10_000],
    ["/100.000 dân DTTS", 100_000],
    ["/100000 dân", 100_000],
    ["/ 100 000 dân", 100_000],
    ["ca/1.000.000 liều", 1_000_000],
    ["trẻ trai/100 trẻ gái", 100],
    ["lượt/người", undefined],
    ["người", undefined],
    ["/15.000 dân", undefined],
    ["%/năm", undefined],
  ])("“%s” is %s", (unit, factor) => {
    expect(factorOfUnit(unit)).toBe(factor);
  });

  test("a unit of zeros does not keep anybody waiting", () => {
    const unit = `/1${"0".repeat(55)}5`;
    expect(computing(() => expect(factorOfUnit(unit)).toBeUndefined())).toBeLessThan(1_000);
  });
});

test("whatever a rate is counted per, its unit says the factor, however the zeros are written", () => {
  const power = fc.integer({ min: 1, max: 7 });
  const people = fc.constantFrom("dân", "trẻ đẻ sống", "phụ nữ 15-49 tuổi");
  fc.assert(
    fc.property(power, people, fc.boolean(), fc.constantFrom("", "ca", "giường "), (zeros, of, dotted, counted) => {
      const base = 10 ** zeros;
      expect(factorOfUnit(`${counted}/${dotted ? writeInteger(base) : String(base)} ${of}`)).toBe(base);
    }),
  );
});
