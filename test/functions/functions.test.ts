import fc from "fast-check";
import { danhGia, docSo, soCungKy, soVoiKh, tyLe } from "../../src/functions/functions";
import { setUpRuntime, type RuntimeError } from "./runtime";

setUpRuntime();

const single = (value: unknown) => [[value]];
const column = (...values: unknown[]) => values.map((value) => [value]);
const DIV0 = { type: "Error", code: "#DIV/0!" };

const errorOf = (cell: unknown) => cell as RuntimeError;

describe("single cells and ranges", () => {
  test("one cell gives one cell", () => {
    expect(soVoiKh(single(1200), single(1750))).toEqual([[68.6]]);
  });

  test("a column spills into a column, blanks staying blank in their place", () => {
    expect(soVoiKh(column(1200, "", 90, "-"), column(1750, 50, null, 10))).toEqual(column(68.6, "", "", 0));
  });

  test("a block keeps its shape", () => {
    const actual = [
      [1, 2, 3],
      [4, 5, 6],
    ];
    expect(soCungKy(actual, actual, single("SO"))).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });

  test("a single cell, a row or a column is repeated along the other ranges", () => {
    expect(tyLe(column(1, 2), single(4))).toEqual(column(25, 50));
    expect(tyLe([[1, 2]], column(1, 4))).toEqual([
      [100, 200],
      [25, 50],
    ]);
    expect(soCungKy(column(3, 5), column(2, 4), column("SO", "PT"))).toEqual(column(1, 25));
  });

  test("an argument left out is its default, whether it comes as null, undefined or a blank cell", () => {
    for (const left of [undefined, null as unknown as undefined, single(null), single("")]) {
      expect(soCungKy(single(50), single(100), left)).toEqual([[-50]]);
      expect(danhGia(single(90), single(80), left, left)).toEqual([["Vượt"]]);
    }
  });

  test("scalars are taken as single cells", () => {
    expect(soVoiKh(1200 as unknown as unknown[][], 1750 as unknown as unknown[][])).toEqual([[68.6]]);
  });

  test("ranges of different shapes: one #VALUE! that names the ranges and their sizes", () => {
    const result = soVoiKh(column(1, 2, 3), column(1, 2));
    expect(result).toHaveLength(1);
    expect(result[0]).toHaveLength(1);
    expect(errorOf(result[0]![0])).toMatchObject({
      code: "#VALUE!",
      message: expect.stringContaining("TH 3 dòng × 1 cột; KH 2 dòng × 1 cột"),
    });
  });

  test("every cell of a spill is what the function gives for that cell alone", () => {
    const cell = fc.oneof(
      fc.integer({ min: -100, max: 100_000 }),
      fc.double({ min: 0, max: 200, noNaN: true }),
      fc.constantFrom("", null, "-", "…", "<6", "1.750", "115,7%", "trên 95%", "abc", true, DIV0),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
        const [first, second] = [rows.map(([value]) => [value]), rows.map(([, value]) => [value])];
        for (const call of [soVoiKh, soCungKy, danhGia, tyLe]) {
          const alone = rows.map(([one, other]) => call(single(one), single(other))[0]);
          expect(call(first, second)).toEqual(alone);
        }
      }),
    );
  });
});

describe("errors", () => {
  test("a rate beyond what a number can hold is #NUM!, as in Excel; a base too small to compare with counts as none", () => {
    expect(errorOf(tyLe(single(-1), single(5e-324))[0]![0]).code).toBe("#NUM!");
    for (const call of [soVoiKh, soCungKy]) expect(call(single(-1), single(5e-324))).toEqual([[""]]);
  });

  test("an Excel error in a range comes out in its own cell only", () => {
    const [first, second, third] = soVoiKh(column(50, DIV0, 25), single(100));
    expect([first, third]).toEqual([[50], [25]]);
    expect(errorOf(second![0])).toMatchObject({ code: "#DIV/0!" });
  });

  test.each(["#VALUE!", "#N/A", "#DIV/0!", "#NUM!", "#NULL!"])("%s comes out as it is", (code) => {
    expect(errorOf(tyLe(single({ code }), single(5))[0]![0]).code).toBe(code);
  });

  test.each(["#REF!", "#NAME?", "#SPILL!", "#CALC!"])("%s, which no function may give, is named in words", (code) => {
    expect(errorOf(tyLe(single(5), single({ code }))[0]![0])).toMatchObject({
      code: "#VALUE!",
      message: `Ô nguồn có lỗi ${code}. Sửa ô đó thì ô này tính lại.`,
    });
  });

  test("an error of newer Excel's data types is an error, and a number with its own format a number", () => {
    expect(errorOf(docSo(single({ type: "Error", basicValue: "#N/A" }))[0]![0]).code).toBe("#N/A");
    expect(soVoiKh(single({ type: "FormattedNumber", basicValue: 50 }), single(100))).toEqual([[50]]);
  });

  test("what is wrong in one cell leaves the others alone", () => {
    const [first, second, third] = docSo(column("99,7", "1.234", "…"));
    expect([first, third]).toEqual([[99.7], [""]]);
    expect(errorOf(second![0])).toMatchObject({
      code: "#VALUE!",
      message: expect.stringContaining("1.234 hoặc 1,234"),
    });
  });

  test("an unknown cách in one row is said in that row", () => {
    const [first, second] = soCungKy(column(3, 3), column(2, 2), column("SO", "GAP"));
    expect(first).toEqual([1]);
    expect(errorOf(second![0]).message).toContain("“GAP”");
  });
});
