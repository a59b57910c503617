import fc from "fast-check";
import { assessed, comparedWithPlan, comparedWithSamePeriod, rated, readAsNumber } from "../../src/functions/cells";
import type { Failure } from "../../src/functions/values";

const BLANKS = [null, undefined, ""] as const;

const messageOf = (result: unknown) => (result as Failure).message;

describe("SOVOIKH", () => {
  test.each([
    [1200, 1750, 68.6],
    ["1.200", "1.750", 68.6],
    ["115,7%", 100, 115.7],
    [0, 50, 0],
    ["-", 50, 0],
    [-40, 50, -80],
    [2.01, 200, 1],
  ])("TH %j, KH %j", (actual, plan, result) => {
    expect(comparedWithPlan(actual, plan)).toBe(result);
  });

  test.each([
    [90, 0],
    [90, "-"],
    [90, "<6"],
    [90, "≤2"],
    [90, "trên 95%"],
    ["…", 90],
    [90, "..."],
    ["chưa có", 90],
    ["503/1.825", 90],
    [true, 90],
    [90, false],
    ["31/12/2024", 90],
    ["#REF!", 90],
  ])("blank, never an error and never zero: TH %j, KH %j", (actual, plan) => {
    expect(comparedWithPlan(actual, plan)).toBe("");
  });

  test("blank in, blank out, however Excel hands over a blank cell", () => {
    for (const blank of BLANKS) {
      expect(comparedWithPlan(blank, 50)).toBe("");
      expect(comparedWithPlan(50, blank)).toBe("");
    }
  });

  test("a number with the noise of a division counts as the number it stands for", () => {
    expect(comparedWithPlan(0.6859999999999999, 100)).toBe(0.7);
    expect(comparedWithPlan(28.749999999999996, 100)).toBe(28.8);
  });
});

describe("SOCUNGKY", () => {
  test.each([
    [2001, 2000, undefined, 0.1],
    [1999, 2000, null, -0.1],
    [50, 100, "", -50],
    [50, 100, "PT", -50],
    [98.35, 97.1, "DIEM", 1.25],
    [98.35, 97.1, "điểm", 1.25],
    ["98,35%", "97,1%", "diem", 1.25],
    [3, 5, "SO", -2],
    [3, 5, "Số", -2],
    ["-", 5, "SO", -5],
    [0, 0, undefined, 0],
    [0.3, 0.1, "DIEM", 0.2],
  ])("TH %j, CK %j, cách %j", (actual, samePeriod, mode, result) => {
    expect(comparedWithSamePeriod(actual, samePeriod, mode)).toBe(result);
  });

  test.each([
    [90, 0, undefined],
    [90, "-", "PT"],
    [90, null, undefined],
    [90, "…", "DIEM"],
    ["", 90, "SO"],
    [90, "<6", "DIEM"],
  ])("blank and never #DIV/0!: TH %j, CK %j, cách %j", (actual, samePeriod, mode) => {
    expect(comparedWithSamePeriod(actual, samePeriod, mode)).toBe("");
  });

  test.each(["ĐIỂM %", "X", 1, true])("cách %j is none, and the message names those that there are", (mode) => {
    const result = comparedWithSamePeriod(5, 4, mode);
    expect(result).toMatchObject({ error: "#VALUE!" });
    expect(messageOf(result)).toMatch(/^Không có cách so “.+”\. Dùng "PT" .+ "DIEM" .+ "SO"/);
  });
});

describe("SOCUNGKY to a number of decimals", () => {
  test.each([
    [98.67, 90, "DIEM", 1, 8.7],
    [98.35, 97.1, "DIEM", 1, 1.3],
    [98.67, 90, "DIEM", "", 8.67],
    [3.5, 1, "SO", 0, 3],
    [2001, 2000, "PT", 3, 0.1],
  ])("TH %j, CK %j, cách %j, %j decimals", (actual, samePeriod, mode, decimals, result) => {
    expect(comparedWithSamePeriod(actual, samePeriod, mode, decimals)).toBe(result);
  });

  test.each([-1, 1.5, 10, "một", true])("%j is no number of decimals", (decimals) => {
    const result = comparedWithSamePeriod(5, 4, "DIEM", decimals);
    expect(result).toMatchObject({ error: "#VALUE!" });
    expect(messageOf(result)).toMatch(/từ 0 đến 9/);
  });
});

describe("DANHGIA", () => {
  test.each([
    [503, 1825, undefined, 0.5, "Chậm tiến độ"],
    [503, 1825, undefined, undefined, "Chưa đạt"],
    [503, 1900, "CAO", 0.25, "Đạt tiến độ"],
    [303, 1825, "CAO", "50%", "Chậm tiến độ"],
    [1825, 1825, null, 0.5, "Đạt"],
    [1826, 1825, "", 1, "Vượt"],
    [112.4, 109.56, "THAP", undefined, "Chưa đạt"],
    [109.56, 109.56, "thấp", undefined, "Đạt"],
    [108, 109.56, "Thấp", undefined, "Vượt"],
    ["5,2", "<6", "THAP", undefined, "Đạt"],
    [6, "<6", "THAP", 0.5, "Chưa đạt"],
    ["95,1%", "trên 95%", undefined, undefined, "Đạt"],
    [98.46, 98.5, undefined, undefined, "Đạt"],
    [97.6, 98, undefined, undefined, "Chưa đạt"],
    [0, 0, "THAP", undefined, "Đạt"],
    ["-", 3, "CAO", undefined, "Chưa đạt"],
    [90, 0, "85-110", undefined, "Đạt"],
    [84.9, null, "85-110", undefined, "Chưa đạt"],
    [110, "", "85 – 110%", undefined, "Đạt"],
    [104, "", "103,5-107", undefined, "Đạt"],
    ["…", 95, undefined, undefined, "Thiếu số liệu"],
    ["chưa có", 95, undefined, undefined, "Thiếu số liệu"],
  ])("TH %j, KH %j, chiều %j, tỷ lệ %j: %s", (actual, plan, direction, share, word) => {
    expect(assessed(actual, plan, direction, share)).toBe(word);
  });

  test("blank in, blank out: a figure or a target not entered is not judged", () => {
    for (const blank of BLANKS) {
      expect(assessed(blank, 95, undefined, undefined)).toBe("");
      expect(assessed(95, blank, undefined, undefined)).toBe("");
      expect(assessed(blank, blank, "85-110", 0.5)).toBe("");
    }
  });

  test.each(["GIỮA", "85", "110-85", "a-b", 5, true])("chiều %j is none", (direction) => {
    const result = assessed(95, 90, direction, undefined);
    expect(result).toMatchObject({ error: "#VALUE!" });
    expect(messageOf(result)).toMatch(/^Không có chiều “.+”\. Dùng "CAO", "THAP" hoặc một khoảng như "85-110"/);
  });

  test.each([0, -0.5, 1.5, 6, "nửa năm", true])("%j is no share of a year", (share) => {
    const result = assessed(95, 90, undefined, share);
    expect(result).toMatchObject({ error: "#VALUE!" });
    expect(messageOf(result)).toMatch(/6 tháng là 0,5/);
  });
});

describe("TYLE", () => {
  test.each([
    [23, 80, undefined, 28.75],
    [1, 3, undefined, 33.3333333333333],
    [7, 100000, 100000, 7],
    ["1.100.332", "1.168.150", null, 94.1944099644737],
    [5, 2000, "1.000", 2.5],
    ["-", 80, "", 0],
    [0.1, 0.3, 3, 1],
  ])("%j trên %j, hệ số %j", (numerator, denominator, factor, result) => {
    expect(rated(numerator, denominator, factor)).toBe(result);
  });

  test.each([
    [5, 0],
    [5, "-"],
    [5, null],
    ["", 5],
    ["…", 5],
    ["<6", 5],
  ])("blank and never #DIV/0!: %j trên %j", (numerator, denominator) => {
    expect(rated(numerator, denominator, undefined)).toBe("");
  });

  test.each([0, -100, "nhiều", false])("hệ số %j is none", (factor) => {
    expect(messageOf(rated(5, 10, factor))).toMatch(/Hệ số là số lớn hơn 0: 100, 1000/);
  });
});

describe("DOCSO", () => {
  test.each([
    ["1.235,7", 1235.7],
    ["15.575,0", 15575],
    ["115,7%", 115.7],
    ["0,38‰", 0.38],
    ["(52,38)", -52.38],
    ["-40,0", -40],
    ["21.8", 21.8],
    ["1.168.150", 1168150],
    ["58439", 58439],
    ["-", 0],
    [28.749999999999996, 28.749999999999996],
    ["…", ""],
    ["", ""],
    [null, ""],
  ])("%j", (text, result) => {
    expect(readAsNumber(text)).toBe(result);
  });

  test.each([
    ["1.234", "“1.234” đọc được hai cách: 1.234 hoặc 1,234. Hãy gõ lại thành số."],
    ["1,234", "“1,234” đọc được hai cách: 1,234 hoặc 1.234. Hãy gõ lại thành số."],
    ["<6", "“<6” là một ngưỡng, không phải một số."],
    ["503/1.825", "“503/1.825” có hai số: 503 và 1.825. Hãy tách ra hai ô."],
    ["7/2024", "“7/2024” là ngày tháng, không phải số liệu."],
    ["chưa có", "“chưa có” không phải là số."],
    ["1.23.456", "“1.23.456” không phải là số."],
    [true, "“TRUE” không phải là số."],
  ])("%j cannot be read, and the message says why", (text, message) => {
    expect(readAsNumber(text)).toEqual({ error: "#VALUE!", message });
  });
});

describe("for any figures", () => {
  const figure = fc.integer({ min: 1, max: 10_000_000 }).map((value) => value / 10);

  test("a figure written the Vietnamese way comes to the same as the number", () => {
    fc.assert(
      fc.property(figure, figure, (actual, base) => {
        const written = actual.toLocaleString("vi-VN", { minimumFractionDigits: 1 });
        expect(comparedWithPlan(written, base)).toBe(comparedWithPlan(actual, base));
        expect(comparedWithSamePeriod(written, base, "PT")).toBe(comparedWithSamePeriod(actual, base, "PT"));
        expect(readAsNumber(written)).toBe(actual);
      }),
    );
  });

  test("growth and so với KH tell the same story: 100 apart, up to the rounding", () => {
    fc.assert(
      fc.property(figure, figure, (actual, base) => {
        const share = comparedWithPlan(actual, base) as number;
        const growth = comparedWithSamePeriod(actual, base, undefined) as number;
        expect(Math.abs(share - 100 - growth)).toBeLessThan(0.11);
      }),
    );
  });

  test("no text, however strange, throws or becomes NaN", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string(), (first, second) => {
        for (const result of [
          comparedWithPlan(first, second),
          comparedWithSamePeriod(first, second, "SO"),
          assessed(first, second, first, second),
          rated(first, second, first),
          readAsNumber(first),
        ]) {
          expect(["string", "object", "number"]).toContain(typeof result);
          expect(result).not.toBeNaN();
        }
      }),
    );
  });
});
