import fc from "fast-check";
import { readColumn, rereadCell, type Figure } from "../../../src/core/number";

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
    const column = readColumn([21.8, 1.234, -0, 1e-7, 1e14, null, "", "-"]);
    expect(column.evidence).toStrictEqual({ vi: 0, en: 0 });
    expect(column.figures).toStrictEqual([
      number(21.8, 1),
      number(1.234, 3),
      number(0, 0),
      number(1e-7, 7),
      number(1e14, 0),
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

describe("a cell read again after it changed", () => {
  const cell = fc.constantFrom<string | number | null>(
    null,
    "",
    5,
    21.8,
    "1.234",
    "1,234",
    "99,7",
    "99.7",
    "<6,5",
    "-",
  );

  test("reads as in the whole column read anew, unless the other cells would read otherwise", () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), fc.nat(5), cell, (column, place, is) => {
        const at = place % column.length;
        const before = readColumn(column);
        const after = readColumn(column.with(at, is));
        const again = rereadCell(before.evidence, column[at]!, is);
        if (again) {
          expect(again).toEqual({ figure: after.figures[at], evidence: after.evidence });
          expect(after.figures.toSpliced(at, 1)).toEqual(before.figures.toSpliced(at, 1));
        } else {
          expect([after.separators, after.confidence]).not.toEqual([before.separators, before.confidence]);
        }
      }),
      { numRuns: 300 },
    );
  });

  test.each<[string, string | number | null, string | number | null]>([
    ["the first that tells how the column is written", "1.234", "99,7"],
    ["the last that told it", "99,7", "1.234"],
    ["one that tells the other", "99,7", "21.8"],
  ])("asks for the whole column where it is %s", (_what, was, is) => {
    expect(rereadCell(readColumn(["1.234", was]).evidence, was, is)).toBeUndefined();
  });

  test("is read alone where it tells nothing new", () => {
    const { evidence } = readColumn(["1.234", "99,7"]);
    expect(rereadCell(evidence, "99,7", "0,5")).toEqual({ figure: number(0.5, 1), evidence: { vi: 1, en: 0 } });
    expect(rereadCell(evidence, "1.234", 7)).toEqual({ figure: number(7, 0), evidence: { vi: 1, en: 0 } });
    expect(rereadCell(evidence, 7, "1.234")).toEqual({ figure: number(1234, 0), evidence: { vi: 1, en: 0 } });
  });
});
