import { readColumn, type Figure } from "../../../src/core/number";

const number = (value: number, decimals: number): Figure => ({ kind: "number", value, decimals, confidence: 1 });

describe("readColumn", () => {
  test("one certain cell settles the ambiguous ones", () => {
    expect(readColumn(["1.234", "99,7", "58439"])).toStrictEqual({
      separators: "vi",
      confidence: 1,
      evidence: { vi: 1, en: 0 },
      figures: [number(1234, 0), number(99.7, 1), number(58439, 0)],
    });
    expect(readColumn(["1,234", "1.234", "99.7"])).toStrictEqual({
      separators: "en",
      confidence: 1,
      evidence: { vi: 0, en: 1 },
      figures: [number(1234, 0), number(1.234, 3), number(99.7, 1)],
    });
  });

  test("a stray keeps its own reading and does not unsettle the column", () => {
    expect(readColumn(["1.234", "99,7", "0,5", "1.234,5", "21.8"])).toStrictEqual({
      separators: "vi",
      confidence: 0.75,
      evidence: { vi: 3, en: 1 },
      figures: [number(1234, 0), number(99.7, 1), number(0.5, 1), number(1234.5, 1), number(21.8, 1)],
    });
  });

  test("contested evidence leaves the doubt, at the share of the majority", () => {
    const vi = readColumn(["1.234", "99,7", "0,5", "21.8"]);
    expect(vi).toMatchObject({ separators: "vi", confidence: 2 / 3, evidence: { vi: 2, en: 1 } });
    expect(vi.figures[0]).toStrictEqual({
      kind: "number",
      value: 1234,
      decimals: 0,
      confidence: 2 / 3,
      ambiguity: "dot-thousands-or-decimal",
      alternative: 1.234,
    });
    const en = readColumn(["1.234", "99.7", "0.5", "21,8"]);
    expect(en).toMatchObject({ separators: "en", confidence: 2 / 3, evidence: { vi: 1, en: 2 } });
    expect(en.figures[0]).toMatchObject({ value: 1.234, confidence: 2 / 3, alternative: 1234 });
  });

  test("as much evidence on each side is none: the kind decides, with doubt", () => {
    const tie = readColumn(["1.234", "99,7", "21.8"], { kind: "rate" });
    expect(tie).toMatchObject({ separators: "vi", confidence: 0.5, evidence: { vi: 1, en: 1 } });
    expect(tie.figures[0]).toMatchObject({ value: 1.234, confidence: 0.6 });
  });

  test("without evidence the style of the country is likelier", () => {
    const column = readColumn(["1.234", "58439"]);
    expect(column).toMatchObject({ separators: "vi", confidence: 0.8, evidence: { vi: 0, en: 0 } });
    expect(column.figures[0]).toMatchObject({ value: 1234, confidence: 0.8, alternative: 1.234 });
    expect(readColumn(["1.234"], { kind: "count" }).figures[0]).toMatchObject({ value: 1234, confidence: 0.95 });
    expect(readColumn([])).toStrictEqual({
      separators: "vi",
      confidence: 0.8,
      evidence: { vi: 0, en: 0 },
      figures: [],
    });
  });

  test("a known style needs no evidence and yields to none", () => {
    const column = readColumn(["1.234", "99,7"], { separators: "en" });
    expect(column).toMatchObject({ separators: "en", confidence: 1, evidence: { vi: 1, en: 0 } });
    expect(column.figures).toStrictEqual([number(1.234, 3), number(99.7, 1)]);
    expect(readColumn(["1.234"], { separators: "en" }).figures).toStrictEqual([number(1.234, 3)]);
  });

  test("targets and pairs are evidence too", () => {
    expect(readColumn(["<6,5", "1,5/21.8", "5/7", "abc"]).evidence).toStrictEqual({ vi: 2, en: 1 });
  });

  test("real numbers are numbers and no evidence", () => {
    const column = readColumn([21.8, 1.234, -0, 1e-7, 1e21, null, "", "-"]);
    expect(column.evidence).toStrictEqual({ vi: 0, en: 0 });
    expect(column.figures).toStrictEqual([
      number(21.8, 1),
      number(1.234, 3),
      number(0, 0),
      number(1e-7, 7),
      number(1e21, 0),
      { kind: "missing", written: "blank" },
      { kind: "missing", written: "blank" },
      { kind: "none" },
    ]);
  });

  test("what is no finite number is an error", () => {
    expect(readColumn([Number.NaN, -Infinity]).figures).toStrictEqual([
      { kind: "unreadable", text: "NaN", reason: "error-value" },
      { kind: "unreadable", text: "-Infinity", reason: "error-value" },
    ]);
  });
});
