/** SS8 and SS9: which words of a column Đánh giá say the opposite of the figures, and whose column it is. */

import { checkFigures } from "../../../src/core/check/engine";
import { planAssessment } from "../../../src/core/fill/assessment";
import { parsePeriod } from "../../../src/core/form/period";
import type { Form } from "../../../src/core/form/types";
import type { FillMode } from "../../../src/core/table/binding";
import { readFigures, type FigureTable } from "../../../src/core/table/figures";
import type { Cell } from "../../../src/core/table/grid";
import { FORM, formOf, tableOf, type Written } from "../table/support";

const period = parsePeriod("2024-6T")!;

/** A table with words put in beside it, by 0-based row and column of the sheet. */
function withWords(table: FigureTable, words: readonly (readonly [number, number, Cell | undefined])[]): FigureTable {
  const rows = table.grid.rows.map((row) => [...row]);
  for (const [row, column, cell] of words) rows[row]![column] = cell;
  return readFigures({ ...table.grid, rows }, table.binding);
}

const typed = (value: string): Cell => ({ value });

const found = (table: FigureTable) =>
  checkFigures(table)
    .findings.filter(({ role }) => role === "assessment")
    .map(({ rule, cell }) => `${rule} ${cell}`);

describe("in a column of the user's own, a word is found where it says the opposite of the figures", () => {
  const BESIDE = 7;
  /** KHAM is judged with the share of the year that has passed; the notes below leave the column the user's own. */
  const judged = (word: string, actual: number, row = "KHAM") => {
    const table = tableOf(
      FORM,
      [
        [row, 1000, actual],
        ["CS", 90, 95],
        ["SINH3", 14, 12.5],
      ],
      { period },
    );
    const words = ["Đánh giá", word, "tốt", "tốt"].map((text, at) => [at, BESIDE, typed(text)] as const);
    return found(withWords(table, words)).length > 0;
  };
  const RIGHT: readonly (readonly [string, number, string?])[] = [
    ["Vượt", 1200],
    ["Đạt", 1000],
    ["Đạt tiến độ", 600],
    ["Chậm tiến độ", 400],
    ["Chưa đạt", 990, "GIUONG"],
  ];

  test.each<[string, string[]]>([
    ["Vượt", ["Chậm tiến độ", "Chưa đạt"]],
    ["Đạt", ["Chậm tiến độ", "Chưa đạt"]],
    ["Đạt tiến độ", ["Chậm tiến độ", "Chưa đạt"]],
    ["Chậm tiến độ", ["Vượt", "Đạt", "Đạt tiến độ"]],
    // In mid-year it also says that the year's target is still ahead.
    ["Chưa đạt", ["Vượt", "Đạt"]],
    ["KHÔNG ĐẠT", ["Vượt", "Đạt"]],
    ["Không đánh giá", []],
    ["Thiếu số liệu", []],
    ["đang theo dõi", []],
  ])("%s", (word, opposite) => {
    expect(RIGHT.filter(([, actual, row]) => judged(word, actual, row)).map(([right]) => right)).toEqual(opposite);
  });
});

describe("whose words they are", () => {
  const ROWS: readonly (readonly [string, ...Written[]])[] = [
    ["KHAM", 1000, 400],
    ["GIUONG", 100, 100],
    ["CS", 90, 95],
    ["SINH3", 14, 12.5],
  ];
  const column = (...words: readonly string[]) =>
    withWords(
      tableOf(FORM, ROWS, { period }),
      ["Đánh giá", ...words].map((text, at) => [at, 7, text === "" ? undefined : typed(text)] as const),
    );

  test.each<[string, readonly string[], string[]]>([
    ["half of them follow from the figures: the rest are stale", ["Chậm tiến độ", "Đạt", "Đạt", "Đạt"], ["H4", "H5"]],
    ["fewer do: they are somebody's own", ["Chậm tiến độ", "hoàn thành", "Đạt", "Đạt"], []],
    ["a blank is no word of anybody's: it is filled beside ours", ["Chậm tiến độ", "", "Đạt", ""], ["H3", "H4", "H5"]],
    ["no word at all says nothing", ["", "", "", ""], []],
  ])("%s", (_, words, cells) => {
    expect(found(column(...words))).toEqual(cells.map((cell) => `SS8 ${cell}`));
  });

  test("spaces around a word are no other word", () => {
    expect(found(column(" Chậm tiến độ ", "Đạt", "Vượt", "  "))).toEqual(["SS8 H5"]);
  });
});

describe("words typed among formulas", () => {
  const codes = ["KHAM", "GIUONG", "CS", "SINH3", "CHET"];
  const table = tableOf(
    FORM,
    codes.map((code) => [code, 100, 100] as const),
    { period },
  );
  const { edits } = planAssessment(table, "functions");
  const filled = withWords(
    table,
    edits.map(({ row, column, value, formula }) => [row, column, { value, ...(formula && { formula }) }] as const),
  );
  const typedIn = (...rows: readonly number[]) =>
    withWords(
      filled,
      rows.map((row) => [row, 7, typed("Đạt")] as const),
    );

  test.each<[string, FigureTable, string[]]>([
    ["one of five is a slip", typedIn(2), ["SS9 H3"]],
    ["one of four is one too", withWords(typedIn(2), [[5, 7, undefined]]), ["SS8 H6", "SS9 H3"].sort()],
    ["two of five are a choice", typedIn(2, 3), []],
    ["all but one are frozen", typedIn(1, 2, 3, 4), []],
    ["one that is wrong is found as such alone", withWords(filled, [[2, 7, typed("Vượt")]]), ["SS8 H3"]],
    ["a formula of the user's own is none", withWords(filled, [[2, 7, { value: "Đạt", formula: "A1" }]]), []],
  ])("%s", (_, given, expected) => {
    expect(found(given).sort()).toEqual(expected);
  });
});

describe("in a form of several measures each column is judged by itself", () => {
  const column = (role: string, measure?: string) => ({
    role,
    header: measure ? `${role} ${measure}` : role,
    width: 9,
    ...(measure && { measure }),
  });
  const UNITS = ["A", "B", "C", "D"];
  const BEDS: Form = formOf(
    UNITS.map((code) => `${code};chỉ tiêu;1;1;;Bệnh viện ${code};giường;số đếm;thời điểm;cao;0;PT;có;cộng`),
    {
      measures: [
        { id: "giuong", label: "Giường" },
        { id: "luot", label: "Lượt" },
      ],
      columns: [
        column("code"),
        column("label"),
        column("plan", "giuong"),
        column("actual", "giuong"),
        column("plan", "luot"),
        column("actual", "luot"),
      ],
    },
  );
  const table = tableOf(
    BEDS,
    UNITS.map((code) => [code, 100, 90, 500, 510] as const),
    { period },
  );
  /** Đánh giá (giường) in G, where Chưa đạt is right; Đánh giá (lượt) in H, where Vượt is. */
  const filled = (mode: FillMode) =>
    withWords(
      table,
      planAssessment(table, mode).edits.map(
        ({ row, column: at, value, formula }) => [row, at, { value, ...(formula && { formula }) }] as const,
      ),
    );
  const words = (at: number, ...texts: readonly string[]) =>
    texts.map((text, index) => [index + 1, at, typed(text)] as const);

  test.each(["functions", "formulas", "values"] as const)("filled by %s they are fresh", (mode) => {
    expect(found(filled(mode))).toEqual([]);
  });

  test("a word that does not follow is found with the measure, the label and both figures that it rests on", () => {
    const [finding] = checkFigures(withWords(filled("values"), words(7, "Đạt"))).findings.filter(
      ({ role }) => role === "assessment",
    );
    expect(finding).toMatchObject({
      rule: "SS8",
      level: "warning",
      cell: "H2",
      code: "A",
      measure: "luot",
      stated: "Đạt",
      expected: "Vượt",
      related: ["F2", "E2"],
      edit: { row: 1, column: 7, value: "Vượt" },
    });
    expect(finding!.message).toContain("510/500");
  });

  test("one filled by us does not make the other ours", () => {
    const own = withWords(filled("functions"), words(7, "Tốt", "Đạt", "Khá", "Tốt"));
    expect(found(own)).toEqual([]);
    expect(found(withWords(own, words(7, "Chưa đạt")))).toEqual(["SS8 H2"]);
    const other = withWords(filled("values"), words(6, "Yếu", "Yếu", "Yếu", "Không đạt"));
    expect(found(other)).toEqual([]);
  });

  test("one that was frozen whole is a choice, beside one of formulas; a word in that is a slip", () => {
    const frozen = withWords(filled("functions"), words(7, "Vượt", "Vượt", "Vượt", "Vượt"));
    expect(found(frozen)).toEqual([]);
    expect(found(withWords(frozen, words(6, "Chưa đạt")))).toEqual(["SS9 G2"]);
  });
});

describe("a formula of ours whose word is of an earlier figure", () => {
  const table = tableOf(FORM, [["KHAM", 1000, 400]], { period });
  const calculated = (mode: FillMode, value: string, actual: Written = 400) => {
    const own = tableOf(FORM, [["KHAM", 1000, actual]], { period });
    const [header, judged] = planAssessment(table, mode).edits;
    return withWords(own, [
      [0, 7, { value: header!.value }],
      [1, 7, { value, formula: judged!.formula! }],
    ]);
  };
  const draftOf = (given: FigureTable) => checkFigures(given).findings.find(({ rule }) => rule === "SS8");

  test.each(["functions", "formulas"] as const)("is found in a column of %s, and mended by filling again", (mode) => {
    const stale = draftOf(calculated(mode, "Đạt"));
    expect(stale).toMatchObject({ cell: "H2", stated: "Đạt", expected: "Chậm tiến độ", facts: { formula: true } });
    expect(stale).not.toHaveProperty("edit");
    expect(stale).not.toHaveProperty("measure");
    expect(draftOf(calculated(mode, "Chậm tiến độ"))).toBeUndefined();
  });

  test("is blank in a plain formula where TH is a text, which only our functions read", () => {
    expect(draftOf(calculated("formulas", "", "400 lượt"))).toBeUndefined();
    expect(draftOf(calculated("formulas", "Chậm tiến độ", "400 lượt"))).toMatchObject({ expected: null });
    expect(draftOf(calculated("functions", "Chậm tiến độ", "400 lượt"))).toBeUndefined();
    expect(draftOf(calculated("functions", "", "400 lượt"))).toMatchObject({
      stated: null,
      expected: "Chậm tiến độ",
      facts: { variant: "blank" },
    });
  });

  test("says no word that is expected where there is nothing to say", () => {
    const none = draftOf(calculated("functions", "Đạt", null));
    expect(none).toMatchObject({ stated: "Đạt", expected: null });
    expect(none!.facts).not.toHaveProperty("expected");
  });
});
