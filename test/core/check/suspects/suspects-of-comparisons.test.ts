/** Whether the figure or the comparison is to blame where So với KH and So với cùng kỳ do not follow. */

import { checkFigures } from "../../../../src/core/check/engine";
import { recognise } from "../../../../src/core/form/recognise";
import { readFigures } from "../../../../src/core/table/figures";
import { count, formOf, grid, headerOf, type Written } from "../../form/support";

const FORM = formOf([
  count("KHAM", "Lượt khám"),
  count("TONG", "Tổng số đẻ", { "Bằng tổng": "TAI + NGOAI" }),
  count("TAI", "Đẻ tại cơ sở y tế"),
  count("NGOAI", "Đẻ ngoài cơ sở y tế"),
]);

type Row = readonly [string, ...Written[]];

/** Each finding of SS with the cells blamed for it: "G2 SS2: E2 1200". Columns C to G: KH, TH, CK and the comparisons. */
function blamed(rows: readonly Row[], steps?: number): string[] {
  const blank = FORM.rows.flatMap(({ code }): Row[] => (rows.some(([given]) => given === code) ? [] : [[code]]));
  const written = [...rows, ...blank].map(([code, ...figures]) => [FORM.byCode.get(code)!.label, code, ...figures]);
  const sheet = grid([headerOf(FORM), ...written]);
  const table = readFigures(sheet, recognise(sheet, [FORM], { formId: FORM.id })!);
  return checkFigures(table, steps === undefined ? {} : { steps })
    .findings.filter(({ rule }) => /^SS[12]$/.test(rule))
    .map(({ cell, rule, suspects = [] }) => {
      const told = suspects.map((suspect) =>
        [suspect.cell, suspect.value].filter((part) => part !== undefined).join(" "),
      );
      return `${cell} ${rule}: ${told.join(", ")}`.trim();
    });
}

const kham = (...figures: Written[]) => blamed([["KHAM", ...figures]]);

describe("a slip of the hand in one figure", () => {
  test.each<[string, Written[], string[]]>([
    ["TH, of which both tell", [2000, 1722, 1200, 63.6, 6], ["F2 SS1: D2 1272", "G2 SS2: D2 1272"]],
    ["TH, a key beside the right one", [2000, 1282, 1200, 63.6, 6], ["F2 SS1: D2 1272", "G2 SS2: D2 1272"]],
    ["KH, of which one alone can tell", [20000, 1272, 1200, 63.6, 6], ["F2 SS1: C2 2000"]],
    ["CK, of which one alone can tell", [2000, 1272, 12000, 63.6, 6], ["G2 SS2: E2 1200"]],
    ["TH or KH, of which one alone tells", [2000, 12720, null, 63.6, null], ["F2 SS1: D2 1272, C2 20000"]],
    [
      "TH, or KH and CK at once",
      [20000, 1272, 12000, 63.6, 6],
      ["F2 SS1: D2 12720, C2 2000", "G2 SS2: D2 12720, E2 1200"],
    ],
  ])("%s", (_, figures, expected) => {
    expect(kham(...figures)).toEqual(expected);
  });

  test.each<[string, Written[], string[]]>([
    ["one comparison alone and a slip that many figures are away by", [2000, 1282, null, 63.6, null], ["F2 SS1:"]],
    ["another figure that no slip explains", [2000, 1905, 1200, 63.6, 6], ["F2 SS1:", "G2 SS2:"]],
    ["both tell of different figures", [2000, 1722, 1200, 63.6, 12], ["F2 SS1:", "G2 SS2:"]],
    ["TH is calculated", [2000, { value: 1722, formula: "D8+D9" }, 1200, 63.6, 6], ["F2 SS1:", "G2 SS2:"]],
    ["KH is calculated", [{ value: 20000, formula: "C8+C9" }, 1272, 1200, 63.6, 6], ["F2 SS1:"]],
    ["the comparison is calculated", [20000, 1272, 1200, { value: 63.6, formula: "D2/C2*100" }, 6], ["F2 SS1:"]],
    ["a slip of people would leave a part of one", [20, 127, null, 63.6, null], ["F2 SS1:"]],
  ])("the comparison stays blamed where it is %s", (_, figures, expected) => {
    expect(kham(...figures)).toEqual(expected);
  });
});

describe("a figure overwritten by one of another size", () => {
  // Both comparisons tell of 502.
  const told = (actual: number) => kham(1000, actual, 400, 50.2, 25.5);

  test.each([1004, 1407, 251, 173])("is blamed where it is %d for 502", (actual) => {
    expect(told(actual)).toEqual(["F2 SS1: D2 502", "G2 SS2: D2 502"]);
  });

  test.each([1003, 252, 613])("may be a later state of the same figure where it is %d for 502", (actual) => {
    expect(told(actual)).toEqual(["F2 SS1:", "G2 SS2:"]);
  });

  test.each<[string, Written[]]>([
    ["tell of nothing at all", [100, 613, 40, 0, -100]],
    ["leave many figures", [20000, 5407, 10000, 5, -90]],
    ["do not both differ", [1000, 1407, 1121, 50.2, 25.5]],
  ])("is not where the comparisons %s", (_, figures) => {
    expect(kham(...figures).every((line) => /SS[12]:$/.test(line))).toBe(true);
  });

  test("is told by the range of what both tell of, where that is narrow", () => {
    expect(kham(20000, 5407, 10000, 5.1, -89.8)).toEqual(["F2 SS1: D2", "G2 SS2: D2"]);
  });
});

describe("beside relations", () => {
  const parts: readonly Row[] = [
    ["TAI", null, 700],
    ["NGOAI", null, 572],
  ];

  test("a figure that a broken relation blames as well is one and the same suspect", () => {
    expect(blamed([["TONG", 2000, 1905, 1200, 63.6, 6], ...parts])).toEqual(["F2 SS1: D2 1272", "G2 SS2: D2 1272"]);
  });

  test("what would break a relation is not proposed", () => {
    expect(blamed([["TONG", 2000, 1722, 1200, 63.6, 6], ["TAI", null, 1150], parts[1]!])).toEqual([
      "F2 SS1:",
      "G2 SS2:",
    ]);
  });

  test("where the steps are used up, the finding stands without", () => {
    expect(blamed([["TONG", 2000, 1722, 1200, 63.6, 6], ...parts], 1)).toEqual(["F2 SS1:", "G2 SS2:"]);
  });

  test("of a code that stands twice the second row's figures are not looked at", () => {
    const row: Row = ["KHAM", 2000, 1722, 1200, 63.6, 6];
    const [first, second] = [["KHAM", 2000, 1272, 1200, 63.6, 6] as Row, row];
    expect(blamed([first, second]).filter((line) => !line.endsWith(":"))).toEqual([]);
  });
});
