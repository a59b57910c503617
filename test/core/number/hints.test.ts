import { readFigure, type ReadingHint } from "../../../src/core/number";

describe("a single mark before three digits can be read in two ways", () => {
  const dot = "dot-thousands-or-decimal";
  const comma = "comma-decimal-or-thousands";

  test.each<[string, ReadingHint | undefined, object]>([
    ["1.234", undefined, { value: 1234, decimals: 0, confidence: 0.8, ambiguity: dot, alternative: 1.234 }],
    ["1.234", {}, { value: 1234, decimals: 0, confidence: 0.8, ambiguity: dot, alternative: 1.234 }],
    ["1.234", { kind: "count" }, { value: 1234, decimals: 0, confidence: 0.95, ambiguity: dot, alternative: 1.234 }],
    ["1.234", { kind: "rate" }, { value: 1.234, decimals: 3, confidence: 0.6, ambiguity: dot, alternative: 1234 }],
    ["1.234", { separators: "vi" }, { value: 1234, decimals: 0, confidence: 1 }],
    ["1.234", { separators: "en" }, { value: 1.234, decimals: 3, confidence: 1 }],
    ["1.234", { separators: "vi", kind: "rate" }, { value: 1234, decimals: 0, confidence: 1 }],
    ["1,234", undefined, { value: 1.234, decimals: 3, confidence: 0.8, ambiguity: comma, alternative: 1234 }],
    ["1,234", { kind: "rate" }, { value: 1.234, decimals: 3, confidence: 0.95, ambiguity: comma, alternative: 1234 }],
    ["1,234", { kind: "count" }, { value: 1234, decimals: 0, confidence: 0.6, ambiguity: comma, alternative: 1.234 }],
    ["1,234", { separators: "vi" }, { value: 1.234, decimals: 3, confidence: 1 }],
    ["1,234", { separators: "en" }, { value: 1234, decimals: 0, confidence: 1 }],
    ["-1.234", undefined, { value: -1234, decimals: 0, confidence: 0.8, ambiguity: dot, alternative: -1.234 }],
    ["999.000", undefined, { value: 999000, decimals: 0, confidence: 0.8, ambiguity: dot, alternative: 999 }],
  ])("%s with %j", (text, hint, figure) => {
    expect(readFigure(text, hint)).toStrictEqual({ kind: "number", ...figure });
  });

  test("the unit stays with the doubt", () => {
    expect(readFigure("1.250 lượt")).toStrictEqual({
      kind: "number",
      value: 1250,
      decimals: 0,
      unit: "lượt",
      confidence: 0.8,
      ambiguity: dot,
      alternative: 1.25,
    });
  });

  test.each<[string, ReadingHint, number]>([
    ["21.8", { separators: "vi" }, 21.8],
    ["1,251.7", { separators: "vi" }, 1251.7],
    ["99,7", { separators: "en" }, 99.7],
    ["1.234.567", { separators: "en" }, 1234567],
    ["0.123", { kind: "count" }, 0.123],
  ])("a form that proves itself is not overruled: %s with %j", (text, hint, value) => {
    expect(readFigure(text, hint)).toMatchObject({ value, confidence: 1 });
  });
});
