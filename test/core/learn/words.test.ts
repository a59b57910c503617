/** Suggestions in words: which rows, in how many columns, and the figures that bear them out. */

import fc from "fast-check";
import { LEARN_VI } from "../../../src/core/learn/texts.vi";
import type { Learned, Suggestion } from "../../../src/core/learn/types";
import { evidenceLines, noteWords, rowLabel, suggestionWords } from "../../../src/core/learn/words";
import { learnedOf, type Line } from "./table";

const TABLE: readonly Line[] = [
  ["Sàng lọc sơ sinh, trong đó:", "trẻ", 7540, 2435, 2507],
  ["- Miễn phí", "trẻ", 6990, 2250, 2299],
  ["- Xã hội hóa", "trẻ", 550, 185, "…"],
  ["Tỷ lệ miễn phí", "%", 92.7, 92.4, 91.7],
];
const LEARNED = learnedOf(TABLE);

/** A suggestion of rows by their place, as if the figures of KH and TH bore it out. */
function suggest(
  type: Suggestion["type"],
  row: number,
  others: readonly number[],
  more: Partial<Suggestion> = {},
): Suggestion {
  const columns = ["plan", "actual"] as const;
  return { id: "", type, row, others, columns, trust: "sure", confidence: 0.9, ...more };
}

const TOTAL = suggest("total", 0, [1, 2]);
const RATE = suggest("rate", 3, [1, 0], { factor: 100 });
const PART = suggest("part", 0, [1, 2]);
const SAME = suggest("same", 0, [1], { columns: ["plan", "actual", "samePeriod"] });

test.each([
  [TOTAL, "dòng 2 = dòng 3 + dòng 4 ở 2 cột đủ số"],
  [RATE, "dòng 5 = dòng 3 / dòng 2 × 100 ở 2 cột đủ số"],
  [PART, "dòng 3, dòng 4 không lớn hơn dòng 2 ở 2 cột đủ số"],
  [SAME, "dòng 2 ghi cùng số với dòng 3 ở cả 3 cột"],
])("a $type is told by the rows of the sheet", (given, words) => {
  expect(suggestionWords(LEARNED, given, LEARN_VI)).toBe(words);
});

test.each<[Suggestion, string[]]>([
  [TOTAL, ["KH: 7.540 = 6.990 + 550", "TH: 2.435 = 2.250 + 185"]],
  [RATE, ["KH: 92,7 = 6.990 / 7.540 × 100", "TH: 92,4 = 2.250 / 2.435 × 100"]],
  [PART, ["KH: 6.990; 550 ≤ 7.540", "TH: 2.250; 185 ≤ 2.435"]],
  [SAME, ["KH: 7.540", "TH: 2.435", "CK: 2.507"]],
  [{ ...TOTAL, columns: ["samePeriod"] }, ["CK: 2.507 = 2.299 + …"]],
])("a $type is borne out by its figures, column by column", (given, lines) => {
  expect(evidenceLines(LEARNED, given, LEARN_VI)).toEqual(lines);
});

test("many parts are told by the first and the last", () => {
  const parts = [10, 20, 30, 40, 50, 60, 70];
  const lines: Line[] = [["Tổng số", "ca", 280], ...parts.map((value): Line => [`Huyện ${value}`, "ca", value])];
  const learned = learnedOf(lines);
  const columns = { columns: ["plan"] as const };
  const seven = suggest("total", 0, [1, 2, 3, 4, 5, 6, 7], columns);
  expect(suggestionWords(learned, seven, LEARN_VI)).toBe("dòng 2 = dòng 3 + dòng 4 + … + dòng 9 ở 1 cột đủ số");
  expect(evidenceLines(learned, seven, LEARN_VI)).toEqual(["KH: 280 = 10 + 20 + … + 70"]);
  const six = suggest("total", 0, [1, 2, 3, 4, 5, 6], columns);
  expect(suggestionWords(learned, six, LEARN_VI)).toContain("dòng 3 + dòng 4 + dòng 5 + dòng 6 + dòng 7 + dòng 8");
  expect(evidenceLines(learned, six, LEARN_VI)).toEqual(["KH: 280 = 10 + 20 + 30 + 40 + 50 + 60"]);
});

test("a row is called by its label without what leads to the next rows", () => {
  expect(rowLabel(LEARNED, TOTAL)).toBe("Sàng lọc sơ sinh");
});

test.each([
  [TOTAL, "Gợi ý chưa nhận: Bằng tổng A1 + A2."],
  [RATE, "Gợi ý chưa nhận: Cách tính 100 * A1 / A0."],
  [PART, "Gợi ý chưa nhận: A1, A2 là Trong đó của dòng này."],
  [SAME, "Gợi ý chưa nhận: Bằng với A1."],
])("a $type that was not accepted is noted by its codes", (given, note) => {
  expect(noteWords(LEARN_VI)(given, (row) => `A${row}`)).toBe(note);
});

/** Whether the figures of a column are as a suggestion says, within their rounding. */
function holds({ rows, inputs }: Learned, { type, row, others, factor = 1 }: Suggestion, column: number): boolean {
  const [own, ...rest] = [row, ...others].map((at) => rows[at]!.values[column]!) as [number, ...number[]];
  const half = rows[row]!.halves[column]! + 1e-9 * Math.abs(own);
  expect(inputs[column]).toBeDefined();
  if (type === "total") return Math.abs(own - rest.reduce((sum, value) => sum + value, 0)) <= half;
  if (type === "rate") return Math.abs(own - (factor * rest[0]!) / rest[1]!) <= half;
  return type === "part" ? rest.every((part) => part <= own) : rest[0] === own;
}

test("whatever the figures, what is suggested holds in every column that is named for it", () => {
  const figures = fc.tuple(fc.integer({ min: 30, max: 9_000 }), fc.integer({ min: 30, max: 9_000 }));
  fc.assert(
    fc.property(fc.array(figures, { minLength: 3, maxLength: 3 }), fc.integer({ min: 0, max: 2 }), (columns, slip) => {
      const sums = columns.map(([a, b], at) => a + b + (at === 0 ? slip : 0));
      const rate = columns.map(([a], at) => Math.round((1000 * a) / sums[at]!) / 10);
      const learned = learnedOf([
        ["Tổng số", "lượt", ...sums],
        ["- Nam", "lượt", ...columns.map(([a]) => a)],
        ["- Nữ", "lượt", ...columns.map(([, b]) => b)],
        ["Tỷ lệ nam", "%", ...rate],
      ] as Line[]);
      for (const one of learned.suggestions) {
        for (const role of one.columns) expect(holds(learned, one, learned.inputs.indexOf(role))).toBe(true);
      }
      const totals = learned.suggestions.filter(({ type, row }) => type === "total" && row === 0);
      expect(totals).toHaveLength(slip === 0 ? 1 : 0);
    }),
    { numRuns: 40 },
  );
});
