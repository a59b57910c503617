import fc from "fast-check";
import { gridOf, writtenOf, type RawBlock } from "../../src/excel/cells";
import { WorkbookTrouble } from "../../src/core/workbook/port";

const FACTS = { sheet: "Biểu", merges: [], hiddenRows: new Set<number>(), hiddenColumns: new Set<number>() };

const block = (
  cells: readonly (readonly [value: unknown, formula?: unknown, type?: string, format?: string])[][],
  more: Partial<RawBlock> = {},
): RawBlock => ({
  top: 0,
  left: 0,
  values: cells.map((row) => row.map(([value]) => value)),
  formulas: cells.map((row) => row.map(([value, formula = value]) => formula)),
  types: cells.map((row) => row.map(([, , type = "String"]) => type)),
  formats: cells.map((row) => row.map(([, , , format = "General"]) => format)),
  hasArrays: false,
  ...more,
});

const only = (raw: RawBlock) => gridOf(raw, FACTS).rows[0]?.[0];

describe("reading", () => {
  test("an error value is told from a text that looks like one", () => {
    expect(only(block([[["#N/A", "#N/A", "Error"]]]))).toEqual({ value: { error: "#N/A" } });
    expect(only(block([[["#N/A", "#N/A", "String"]]]))).toEqual({ value: "#N/A" });
  });

  test("a formula comes without its sign, with its value and format", () => {
    expect(only(block([[[55.6, "=SOVOIKH(D9,C9)", "Double", "#,##0.0"]]]))).toEqual({
      value: 55.6,
      formula: "SOVOIKH(D9,C9)",
      format: "#,##0.0",
    });
  });

  test("a formula that shows nothing is a formula still, with a result", () => {
    expect(only(block([[["", '=IF(A1="","",A1)', "String"]]]))).toEqual({ value: "", formula: 'IF(A1="","",A1)' });
  });

  test("a text that begins with an equals sign is no formula", () => {
    expect(only(block([[["=x", "=x"]]]))).toEqual({ value: "=x" });
  });

  test("zero and false are values, and blank is blank", () => {
    const { rows } = gridOf(
      block([
        [
          [0, 0, "Double"],
          [false, false, "Boolean"],
          ["", "", "Empty"],
        ],
      ]),
      FACTS,
    );
    expect(rows).toEqual([[{ value: 0 }, { value: false }, undefined]]);
  });

  test("a blank cell that would show percentages is kept, since filling asks", () => {
    expect(only(block([[["", "", "Empty", "0.0%"]]]))).toEqual({ value: null, format: "0.0%" });
  });

  test("the grid begins at A1 wherever the used part begins", () => {
    const grid = gridOf(block([[["x"]]], { top: 2, left: 3 }), FACTS);
    expect(grid.rows).toEqual([[], [], [undefined, undefined, undefined, { value: "x" }]]);
  });

  test("cells that a spill fills have values and no formula of their own", () => {
    const spill = block([[[1, "=A1:A3*2", "Double"]], [[2, "=A1:A3*2", "Double"]], [[3, "=A1:A3*2", "Double"]]], {
      hasArrays: true,
    });
    expect(gridOf(spill, FACTS).rows.map(([cell]) => cell)).toEqual([
      { value: 1, formula: "A1:A3*2" },
      { value: 2 },
      { value: 3 },
    ]);
  });

  test("without arrays in sight, the same formula twice is two formulas", () => {
    const twice = block([[[5, "=$A$1/2", "Double"]], [[5, "=$A$1/2", "Double"]]]);
    expect(gridOf(twice, FACTS).rows.map(([cell]) => cell?.formula)).toEqual(["$A$1/2", "$A$1/2"]);
  });
});

const write = (value: string | number | boolean | null, formula?: string) =>
  writtenOf({ row: 0, column: 0, value, ...(formula !== undefined && { formula }) });

describe("writing", () => {
  test.each([
    "1.750",
    "=x",
    "=HYPERLINK(A1)",
    "+1",
    "-",
    "-40,0",
    "12/3",
    "1-2",
    "TRUE",
    "false",
    "@SUM(A1)",
    "5%",
    "(52,38)",
    "#N/A",
    " =1+1",
    "＝1+1",
    "\t=1",
    "'đã có dấu",
    "…",
    "< 45",
    "Mar 24",
    "Thg 1 2024",
    "tháng 6/2024",
    "+ Miễn phí",
    "- Trong đó: nữ",
  ])("what Excel could take for something else stays the text %j", (text) => {
    expect(write(text)).toBe(`'${text}`);
  });

  test.each(["Sở Y tế", "Trẻ dưới 5 tuổi", "PL02", "A.1", "Đạt", "Trên 95%", "Tháng hành động", "marathon"])(
    "a text that begins with a letter is written as it is: %s",
    (text) => {
      expect(write(text)).toBe(text);
    },
  );

  test("no text can become a formula", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const sent = String(write(text));
        return sent === "" || sent.startsWith("'") || /^\p{L}/u.test(sent);
      }),
    );
  });

  test("formulas have one sign; blanks clear; numbers and truth values go as they are", () => {
    expect(write(50, "SOVOIKH(A1,B1)")).toBe("=SOVOIKH(A1,B1)");
    expect(write("", "=A1")).toBe("=A1");
    expect(write(null)).toBe("");
    expect(write(1.5)).toBe(1.5);
    expect(write(false)).toBe(false);
  });

  test("an error that stood there as a value is written as a value", () => {
    expect(write(null, "#DIV/0!")).toBe("#DIV/0!");
  });

  test("what no cell can hold is refused instead of being left out in silence", () => {
    expect(() => write(Number.NaN)).toThrow(WorkbookTrouble);
    expect(() => write(Number.POSITIVE_INFINITY)).toThrow(WorkbookTrouble);
    expect(() => write("x".repeat(40_000))).toThrow(WorkbookTrouble);
    expect(() => write(1, "1+".repeat(5_000))).toThrow(WorkbookTrouble);
  });
});
