import { readColumn, readFigure, type Figure, type Operator, type UnreadableReason } from "../../../src/core/number";

const number = (value: number, decimals: number, unit?: string): Figure =>
  unit === undefined
    ? { kind: "number", value, decimals, confidence: 1 }
    : { kind: "number", value, decimals, unit, confidence: 1 };
const bound = (operator: Operator, value: number, decimals: number, unit?: string): Figure =>
  unit === undefined
    ? { kind: "bound", operator, value, decimals, confidence: 1 }
    : { kind: "bound", operator, value, decimals, unit, confidence: 1 };

describe("readFigure reads certain numbers", () => {
  test.each<[string, number, number]>([
    ["58439", 58439, 0],
    ["7806", 7806, 0],
    ["0", 0, 0],
    ["007", 7, 0],
    ["99,7", 99.7, 1],
    ["99,75", 99.75, 2],
    ["15.575,0", 15575, 1],
    ["1.235,7", 1235.7, 1],
    ["12.345,678", 12345.678, 3],
    ["1.234.567", 1234567, 0],
    ["999.234.567,25", 999234567.25, 2],
    ["21.8", 21.8, 1],
    ["21.80", 21.8, 2],
    ["1,251.7", 1251.7, 1],
    ["12,251.7", 12251.7, 1],
    ["123,251.7", 123251.7, 1],
    ["1,234,567", 1234567, 0],
    ["1,234,567.125", 1234567.125, 3],
    ["0.123", 0.123, 3],
    ["0,123", 0.123, 3],
    ["00,123", 0.123, 3],
    ["1234,567", 1234.567, 3],
    ["1234.567", 1234.567, 3],
    ["1.2345", 1.2345, 4],
    [",5", 0.5, 1],
    [".25", 0.25, 2],
    ["1 750", 1750, 0],
    ["123 456 789,5", 123456789.5, 1],
    ["1 234 567.5", 1234567.5, 1],
    ["1 234.567", 1234.567, 3],
    ["999999999999999", 999_999_999_999_999, 0],
  ])("%s", (text, value, decimals) => {
    expect(readFigure(text)).toStrictEqual(number(value, decimals));
  });
});

describe("readFigure takes what keyboards, Word and Excel leave in a cell", () => {
  test.each<[string, string, number, number]>([
    ["no-break space between thousands", "1\u00a0750", 1750, 0],
    ["thin space between thousands", "1\u2009750,5", 1750.5, 1],
    ["narrow no-break space between thousands", "1\u202f750", 1750, 0],
    ["full-width digits", "１２３４５", 12345, 0],
    ["full-width mark and sign", "－１，５", -1.5, 1],
    ["first and last full-width characters used", "（９）", -9, 0],
    ["spaces around", " \t12 \n", 12, 0],
    ["text marker of Excel", "'12", 12, 0],
    ["text marker and a space", " ' 12", 12, 0],
    ["zero-width space", "1\u200b2", 12, 0],
    ["soft hyphen", "1\u00ad2", 12, 0],
    ["byte order mark", "\ufeff12", 12, 0],
    ["direction marks", "\u202a12\u2069", 12, 0],
    ["full stop of the sentence", "12,5.", 12.5, 1],
    ["semicolon of the list", "12;", 12, 0],
  ])("%s", (_what, text, value, decimals) => {
    expect(readFigure(text)).toStrictEqual(number(value, decimals));
  });
});

describe("readFigure reads signs", () => {
  test.each<[string, number, number]>([
    ["-40,0", -40, 1],
    ["- 40,0", -40, 1],
    ["−40", -40, 0],
    ["–40", -40, 0],
    ["‐40", -40, 0],
    ["―40", -40, 0],
    ["+5", 5, 0],
    ["(52,38)", -52.38, 2],
    ["(7)", -7, 0],
    ["-0,5", -0.5, 1],
  ])("%s", (text, value, decimals) => {
    expect(readFigure(text)).toStrictEqual(number(value, decimals));
  });

  test.each(["-0", "(0)", "−0,0"])("%s is zero without a sign", (text) => {
    expect(readFigure(text)).toMatchObject({ kind: "number", value: 0 });
  });
});

describe("readFigure keeps the unit", () => {
  test.each<[string, number, number, string]>([
    ["115,7%", 115.7, 1, "%"],
    ["115,7 %", 115.7, 1, "%"],
    ["115,7％", 115.7, 1, "%"],
    ["(52,38%)", -52.38, 2, "%"],
    ["(52,38)%", -52.38, 2, "%"],
    ["(52,38) %", -52.38, 2, "%"],
    ["0,38‰", 0.38, 2, "‰"],
    ["(0,38‰)", -0.38, 2, "‰"],
    ["(0,38)‰", -0.38, 2, "‰"],
    ["17,15%o", 17.15, 2, "‰"],
    ["17,15 %O.", 17.15, 2, "‰"],
    ["13,44%0", 13.44, 2, "‰"],
    ["13,44%0 dân", 13.44, 2, "‰ dân"],
    ["+0,1 điểm", 0.1, 1, "điểm"],
    ["12 ca", 12, 0, "ca"],
    ["12ca,", 12, 0, "ca"],
    ["12\nca", 12, 0, "ca"],
    ["250 lượt người", 250, 0, "lượt người"],
    ["38,5 tr.đ", 38.5, 1, "tr.đ"],
    ["38,5 °C", 38.5, 1, "°C"],
    ["12 m²", 12, 0, "m²"],
    ["12 m³", 12, 0, "m³"],
    ["12 m2", 12, 0, "m2"],
    ["51 người/km2", 51, 0, "người/km2"],
    ["5 m3 / ngày", 5, 0, "m3 / ngày"],
    ["3/xã", 3, 0, "/xã"],
    ["3 / xã / năm", 3, 0, "/ xã / năm"],
    ["10,5 bác sĩ/10.000 dân", 10.5, 1, "bác sĩ/10.000 dân"],
    ["10,5 bác sĩ/10 000 dân", 10.5, 1, "bác sĩ/10 000 dân"],
    ["10,5 bác sĩ/1 vạn dân", 10.5, 1, "bác sĩ/1 vạn dân"],
    ["8 bác sĩ/vạn dân/năm", 8, 0, "bác sĩ/vạn dân/năm"],
    ["113 bé trai/100 bé gái", 113, 0, "bé trai/100 bé gái"],
    ["113 bé trai/1000000 bé gái", 113, 0, "bé trai/1000000 bé gái"],
    ["36,55/100.000 dân", 36.55, 2, "/100.000 dân"],
    ["36,55/100.000dân", 36.55, 2, "/100.000dân"],
    ["7/100.000 trẻ đẻ sống", 7, 0, "/100.000 trẻ đẻ sống"],
    ["7/100,000 dân", 7, 0, "/100,000 dân"],
    ["7 / 1000 dân / năm", 7, 0, "/ 1000 dân / năm"],
    ["7/1.000.000 dân", 7, 0, "/1.000.000 dân"],
    ["7/1000000 dân", 7, 0, "/1000000 dân"],
    ["36,55/100.000", 36.55, 2, "/100.000"],
    ["36,55 / 1000", 36.55, 2, "/ 1000"],
  ])("%s", (text, value, decimals, unit) => {
    expect(readFigure(text)).toStrictEqual(number(value, decimals, unit));
  });

  test("up to 30 characters", () => {
    expect(readFigure(`5 ${"a".repeat(30)}`)).toStrictEqual(number(5, 0, "a".repeat(30)));
    expect(readFigure(`5 ${"a".repeat(31)}`)).toMatchObject({ kind: "unreadable", reason: "mixed" });
  });

  test("in composed form, whatever the form of the text", () => {
    expect(readFigure("0,1 điểm".normalize("NFD"))).toStrictEqual(number(0.1, 1, "điểm"));
  });
});

describe("readFigure reads the operators of targets", () => {
  test.each<[string, Figure]>([
    ["<6", bound("<", 6, 0)],
    ["< 45", bound("<", 45, 0)],
    ["＜45", bound("<", 45, 0)],
    ["≤2", bound("≤", 2, 0)],
    ["<=2", bound("≤", 2, 0)],
    ["=<2", bound("≤", 2, 0)],
    ["≥10,8", bound("≥", 10.8, 1)],
    [">=10,8", bound("≥", 10.8, 1)],
    ["=> 10,8", bound("≥", 10.8, 1)],
    [">86%", bound(">", 86, 0, "%")],
    ["= 100%", bound("=", 100, 0, "%")],
    ["≈ 5", bound("≈", 5, 0)],
    ["~5", bound("≈", 5, 0)],
    ["> -5", bound(">", -5, 0)],
    ["trên 95%", bound(">", 95, 0, "%")],
    ["Trên 95%.", bound(">", 95, 0, "%")],
    ["TRÊN 95 %", bound(">", 95, 0, "%")],
    ["trên 95%".normalize("NFD"), bound(">", 95, 0, "%")],
    ["hơn 95%", bound(">", 95, 0, "%")],
    ["lớn hơn 95%", bound(">", 95, 0, "%")],
    ["dưới 35%", bound("<", 35, 0, "%")],
    ["nhỏ hơn 35%", bound("<", 35, 0, "%")],
    ["ít hơn 35 ca", bound("<", 35, 0, "ca")],
    ["tối thiểu 93%", bound("≥", 93, 0, "%")],
    ["ít nhất 4 lần", bound("≥", 4, 0, "lần")],
    ["không dưới 4", bound("≥", 4, 0)],
    ["lớn hơn hoặc bằng 4", bound("≥", 4, 0)],
    ["tối đa 5%", bound("≤", 5, 0, "%")],
    ["không quá 5%", bound("≤", 5, 0, "%")],
    ["không vượt quá 5%", bound("≤", 5, 0, "%")],
    ["nhỏ hơn hoặc bằng 5", bound("≤", 5, 0)],
    ["bằng 5", bound("=", 5, 0)],
    ["khoảng 0,38%", bound("≈", 0.38, 2, "%")],
    ["xấp xỉ 0,38%", bound("≈", 0.38, 2, "%")],
    ["từ 95% trở lên", bound("≥", 95, 0, "%")],
    ["Từ 95% trở lên.", bound("≥", 95, 0, "%")],
    ["TỪ 95% TRỞ LÊN", bound("≥", 95, 0, "%")],
    ["60 trở lên", bound("≥", 60, 0)],
    ["60%trở lên", bound("≥", 60, 0, "%")],
    ["60 trở xuống", bound("≤", 60, 0)],
    ["từ 60 trở xuống", bound("≤", 60, 0)],
  ])("%s", (text, figure) => {
    expect(readFigure(text)).toStrictEqual(figure);
  });

  test("an ambiguous bound says so", () => {
    expect(readFigure("<1.234")).toStrictEqual({
      kind: "bound",
      operator: "<",
      value: 1234,
      decimals: 0,
      confidence: 0.8,
      ambiguity: "dot-thousands-or-decimal",
      alternative: 1.234,
    });
  });
});

describe("readFigure reads pairs", () => {
  test.each<[string, Figure, Figure]>([
    ["1.100.332/1.168.150", number(1100332, 0), number(1168150, 0)],
    ["5/7", number(5, 0), number(7, 0)],
    ["112,4/109,56", number(112.4, 1), number(109.56, 2)],
    ["95,8%/98,7%", number(95.8, 1, "%"), number(98.7, 1, "%")],
    ["95,8/98,7%", number(95.8, 1), number(98.7, 1, "%")],
    ["95% / 100%", number(95, 0, "%"), number(100, 0, "%")],
    ["89/106 xã", number(89, 0), number(106, 0, "xã")],
    ["12 ca/15 ca", number(12, 0, "ca"), number(15, 0, "ca")],
    ["2/3 bác sĩ/10.000 dân", number(2, 0), number(3, 0, "bác sĩ/10.000 dân")],
    ["95,8/100", number(95.8, 1), number(100, 0)],
    ["36/100000", number(36, 0), number(100000, 0)],
    ["36,5/100001", number(36.5, 1), number(100001, 0)],
    ["31/12", number(31, 0), number(12, 0)],
    ["13/2024", number(13, 0), number(2024, 0)],
    ["7/1899", number(7, 0), number(1899, 0)],
    ["7/2101", number(7, 0), number(2101, 0)],
    ["-5/-3", number(-5, 0), number(-3, 0)],
    ["(5) / (3)", number(-5, 0), number(-3, 0)],
  ])("%s", (text, first, second) => {
    expect(readFigure(text)).toStrictEqual({ kind: "pair", first, second });
  });

  test("what one number proves holds for the other", () => {
    const certain = { kind: "pair", first: number(503, 0), second: number(1825, 0) };
    expect(readFigure("503,0/1.825")).toStrictEqual({ ...certain, first: number(503, 1) });
    expect(readFigure("1.825/503,0")).toStrictEqual({ kind: "pair", first: number(1825, 0), second: number(503, 1) });
    expect(readFigure("503/1.825", { separators: "vi" })).toStrictEqual(certain);
    expect(readFigure("503.5/1.825", { separators: "vi" })).toMatchObject({ second: { value: 1.825, confidence: 1 } });
  });

  test("a doubtful first number before a base is a pair", () => {
    expect(readFigure("1.234/100.000")).toMatchObject({
      kind: "pair",
      first: { value: 1234, confidence: 0.8 },
      second: { value: 100000, confidence: 0.8 },
    });
  });

  test("otherwise the doubt remains", () => {
    expect(readFigure("503/1.825")).toStrictEqual({
      kind: "pair",
      first: number(503, 0),
      second: {
        kind: "number",
        value: 1825,
        decimals: 0,
        confidence: 0.8,
        ambiguity: "dot-thousands-or-decimal",
        alternative: 1.825,
      },
    });
  });
});

describe("readFigure tells none from missing", () => {
  test.each(["-", "–", "—", "−", " - ", "'-", "--"])("%j: none occurred", (text) => {
    expect(readFigure(text)).toStrictEqual({ kind: "none" });
  });
  test.each(["…", "...", "..", "….", "…..", "....", "... ", "……", "..…"])("%j: not collected", (text) => {
    expect(readFigure(text)).toStrictEqual({ kind: "missing", written: "ellipsis" });
  });
  test.each(["", " ", "\u00a0\n", "'", "\u200b"])("%j: not entered", (text) => {
    expect(readFigure(text)).toStrictEqual({ kind: "missing", written: "blank" });
  });
});

describe("readFigure says why a text is not a figure", () => {
  test.each<[UnreadableReason, string]>([
    ["no-number", "abc"],
    ["no-number", "."],
    ["no-number", "+"],
    ["no-number", "%"],
    ["no-number", "-…"],
    ["no-number", "…-"],
    ["no-number", "...a"],
    ["no-number", "x..."],
    ["no-number", "- a"],
    ["no-number", "a-"],
    ["no-number", "#"],
    ["mixed", "tăng 3 ca so với 2"],
    ["mixed", "3 ca so với 2"],
    ["mixed", "trong đó 3"],
    ["mixed", "từ 70%"],
    ["mixed", "1e5"],
    ["mixed", "1E+05"],
    ["mixed", "$5"],
    ["mixed", "5-10"],
    ["mixed", "5 – 10%"],
    ["mixed", "+-5"],
    ["mixed", "5-"],
    ["mixed", "5 %05"],
    ["mixed", "10²"],
    ["mixed", "10 ca ²"],
    ["mixed", "1'2"],
    ["mixed", "1.23.456/1000"],
    ["mixed", "5 ca 2"],
    ["mixed", "5 km4"],
    ["mixed", "5 c2"],
    ["mixed", "5 m22 5"],
    ["mixed", "5 ca  (x)"],
    ["mixed", "5 ca. Tăng"],
    ["mixed", "(1) Tỷ số"],
    ["mixed", "(12 ca)"],
    ["mixed", "(-5)"],
    ["mixed", "a(5)"],
    ["mixed", "(5) %x"],
    ["mixed", "(5"],
    ["mixed", "12\n34"],
    ["mixed", "12\u2028345"],
    ["mixed", "12\u2029345"],
    ["mixed", "12\t345"],
    ["mixed", "12\r345"],
    ["mixed", "12  345"],
    ["mixed", "<5/7"],
    ["mixed", "<>5"],
    ["mixed", "≥ 5 trở lên"],
    ["mixed", "trở lên 5"],
    ["mixed", "x từ 5 trở lên"],
    ["mixed", "5 trở lên x 1"],
    ["mixed", "xtừ 5 trở lên"],
    ["mixed", "5 x/7 y/9"],
    ["mixed", "5/"],
    ["mixed", "/5"],
    ["mixed", "5/7/9"],
    ["mixed", "32/12/2024"],
    ["mixed", "12/13/2024"],
    ["mixed", "12/07/024"],
    ["mixed", "5/%/0"],
    ["mixed", "+ /100.000 dân 5"],
    ["mixed", "#DIV/0! 5"],
    ["mixed", "5#DIV/0"],
    ["mixed", "Err:502x"],
    ["mixed", "xErr:502"],
    ["mixed", "#1"],
    ["mixed", "٣5"],
    ["separators", "1.23.456"],
    ["separators", "12,34,5"],
    ["separators", "1.234.5"],
    ["separators", "1234.567,8"],
    ["separators", "1.234,567.8"],
    ["separators", "0.123.456"],
    ["separators", "0 123"],
    ["separators", "1 23"],
    ["separators", "1 234 56"],
    ["separators", "1 234.567,8"],
    ["separators", "1.234 567"],
    ["separators", "1, 2, 3"],
    ["separators", "12,"],
    ["separators", "12.."],
    ["separators", "12..5"],
    ["separators", "-1.23.456 lượt"],
    ["separators", "<1.23.456"],
    ["separators", "1234.567.890"],
    ["error-value", "#DIV/0!"],
    ["error-value", "#N/A"],
    ["error-value", "#REF!"],
    ["error-value", "#NAME?"],
    ["error-value", "#num!"],
    ["error-value", "#GETTING_DATA"],
    ["error-value", "##"],
    ["error-value", "########"],
    ["error-value", "Err:502"],
    ["date", "12/07/2024"],
    ["date", "1/1/24"],
    ["date", "31/12/2024"],
    ["date", "30-10-2024"],
    ["date", "29-09-24"],
    ["date", "12.07.2024"],
    ["date", "2024-07-12"],
    ["date", "2024/7/1"],
    ["date", "7/2024"],
    ["date", "07/2024"],
    ["date", "12/1900"],
    ["date", "1/2100"],
    ["mixed", "7/2024 x 1"],
    ["mixed", "x 7/2024"],
    ["mixed", "12/07-2024"],
    ["mixed", "12/07/2024 08:00"],
    ["mixed", "ngày 12/07/2024"],
    ["mixed", "ngày 12.07.2024"],
    ["mixed", "x2024-07-12"],
    ["mixed", "2024-07-12 5x"],
    ["mixed", "2024-13-12"],
    ["mixed", "2024-12-32"],
    ["separators", "12.07.2024 5x"],
    ["separators", "12.13.2024"],
    ["separators", "1.2.34"],
    ["separators", "12.7.024"],
  ])("%s: %j", (reason, text) => {
    expect(readFigure(text)).toMatchObject({ kind: "unreadable", reason });
  });

  test("the text is what stood there, composed and with tidy spaces", () => {
    expect(readFigure(" tăng  ３ ca % o ".normalize("NFD"))).toStrictEqual({
      kind: "unreadable",
      text: "tăng ３ ca % o",
      reason: "mixed",
    });
  });

  test("200 characters can be a figure, 201 cannot", () => {
    expect(readFigure(`0,${"1".repeat(198)}`)).toMatchObject({ kind: "number", value: 1 / 9 });
    expect(readFigure("1".repeat(201))).toStrictEqual({
      kind: "unreadable",
      text: "1".repeat(200),
      reason: "too-long",
    });
  });

  test("length is counted in composed form", () => {
    const composed = `1${"ế".repeat(199)}`;
    expect(readFigure(composed.normalize("NFD"))).toStrictEqual({
      kind: "unreadable",
      text: composed,
      reason: "mixed",
    });
    const fourfold = "\u1f82".repeat(200);
    expect(fourfold.normalize("NFD")).toHaveLength(800);
    expect(readFigure(fourfold.normalize("NFD"))).toStrictEqual({
      kind: "unreadable",
      text: fourfold,
      reason: "no-number",
    });
    // Beyond the bound nothing is composed, though what remains might be short enough.
    expect(readFigure(" ".repeat(801))).toMatchObject({ reason: "too-long" });
    expect(readFigure(`${"e\u0301".repeat(400)}`)).toMatchObject({ reason: "too-long" });
    expect(readFigure(`${"\u1f82".repeat(200).normalize("NFD")}\u0301`)).toMatchObject({ reason: "too-long" });
  });
});

test("a number larger than any figure is none, however it is written", () => {
  for (const text of ["1234567890123456", "1.000.000.000.000.001", "<9999999999999999", `1${"0".repeat(60)}`]) {
    expect(readFigure(text)).toMatchObject({ kind: "unreadable", reason: "too-long" });
  }
  expect(readColumn([1.7e308, -2e15, 1e15]).figures).toMatchObject([
    { kind: "unreadable", reason: "too-long" },
    { kind: "unreadable", reason: "too-long" },
    { kind: "number", value: 1e15 },
  ]);
});
