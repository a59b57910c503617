/** What the user said of rows, found again by their labels, and the binding as the user knows it better. */

import fc from "fast-check";
import type { Binding } from "../../../src/core/table/binding";
import { answersByRow, bindAnswers, rowLabels, withAnswers } from "../../../src/core/workbook/answers";
import { grid } from "../form/support";
import { FORM, tableOf } from "../table/support";

const SHEET = grid([
  ["Chỉ tiêu", "TH"],
  ["Lượt khám", 1],
  ["  Trong đó:  BHYT ", 2],
  [null, 3],
  ["Giường bệnh", 4],
  ["trong đó: BHYT", 5],
]);
const BINDING: Binding = {
  form: FORM,
  header: { top: 0, bottom: 0 },
  columns: [
    { role: "label", measure: "", column: 0, header: "Chỉ tiêu" },
    { role: "actual", measure: "", column: 1, header: "TH" },
  ],
  rows: [
    { row: 1, code: "KHAM", confidence: 0.7, by: "label" },
    { row: 4, code: "GIUONG", confidence: 1, by: "label" },
  ],
  unbound: [
    { row: 2, label: "Trong đó: BHYT", guesses: [] },
    { row: 5, label: "trong đó: BHYT", guesses: [] },
  ],
};
const LABELS = rowLabels(SHEET, BINDING);

test("a row is known by its label as people read it, and by which of several it is", () => {
  expect([...LABELS]).toEqual([
    [1, { label: "luot kham", nth: 0 }],
    [2, { label: "trong do bhyt", nth: 0 }],
    [4, { label: "giuong benh", nth: 0 }],
    [5, { label: "trong do bhyt", nth: 1 }],
  ]);
});

test("without a column of labels no row is known", () => {
  expect(rowLabels(SHEET, { ...BINDING, columns: BINDING.columns.slice(1) }).size).toBe(0);
});

test("answers follow their rows when these move, and wait where a row is gone", () => {
  const answers = withAnswers(
    LABELS,
    [],
    new Map([
      [5, "CHET"],
      [1, null],
    ]),
  );
  expect(answers).toEqual([
    { label: "trong do bhyt", nth: 1, code: "CHET" },
    { label: "luot kham", nth: 0, code: null },
  ]);
  const sorted = { ...SHEET, rows: [SHEET.rows[0]!, SHEET.rows[4]!, SHEET.rows[2]!, SHEET.rows[5]!] };
  expect([...answersByRow(rowLabels(sorted, BINDING), answers)]).toEqual([[3, "CHET"]]);
  expect([...answersByRow(LABELS, answers)]).toEqual([
    [1, null],
    [5, "CHET"],
  ]);
});

test("an answer given anew takes the place of the one before for that row, and of no other", () => {
  const before = withAnswers(
    LABELS,
    [],
    new Map([
      [2, "CHET"],
      [5, "CS"],
    ]),
  );
  const after = withAnswers(LABELS, before, new Map([[5, "GT"]]));
  expect([...answersByRow(LABELS, after)]).toEqual([
    [2, "CHET"],
    [5, "GT"],
  ]);
  expect(withAnswers(LABELS, before, new Map([[3, "GT"]]))).toEqual(before);
});

describe("a binding with answers", () => {
  const bound = (answers: readonly (readonly [number, string | null])[], binding = BINDING) =>
    bindAnswers(SHEET, binding, FORM, new Map(answers));

  test("has an answered row for certain, in the order of the sheet", () => {
    const { rows, unbound } = bound([[2, "CHET"]]);
    expect(rows).toEqual([BINDING.rows[0], { row: 2, code: "CHET", confidence: 1, by: "label" }, BINDING.rows[1]]);
    expect(unbound).toEqual([BINDING.unbound[1]]);
  });

  test("leaves out a row that is said to be none", () => {
    const { rows, unbound } = bound([
      [4, null],
      [2, null],
    ]);
    expect(rows).toEqual([BINDING.rows[0]]);
    expect(unbound).toEqual([BINDING.unbound[1]]);
  });

  test("takes an indicator away from the row that was merely taken for it", () => {
    const { rows, unbound } = bound([[2, "KHAM"]]);
    expect(rows.map(({ row, code }) => [row, code])).toEqual([
      [2, "KHAM"],
      [4, "GIUONG"],
    ]);
    expect(unbound).toEqual([{ row: 1, label: "Lượt khám", guesses: [] }, BINDING.unbound[1]]);
  });

  test.each([
    ["its label for certain", { confidence: 1, by: "label" as const }],
    ["its code", { confidence: 0.5, by: "code" as const }],
  ])("leaves an indicator with the row that has it by %s", (_by, known) => {
    const certain = { ...BINDING, rows: [{ ...BINDING.rows[0]!, ...known }, BINDING.rows[1]!] };
    expect(bound([[2, "KHAM"]], certain).rows.map(({ row }) => row)).toEqual([1, 2, 4]);
  });

  test("is the same where nothing was answered, or only with a code that the form does not have", () => {
    expect(bound([])).toBe(BINDING);
    expect(bound([[2, "KHÁC"]])).toBe(BINDING);
    expect(
      bound([
        [2, "KHÁC"],
        [5, "CHET"],
      ]).unbound.map(({ row }) => row),
    ).toEqual([2]);
  });
});

test("a table read with answers has their figures under their codes", () => {
  const table = tableOf(FORM, [["Lượt khám tại trạm", 10, 5]]);
  const binding = bindAnswers(table.grid, table.binding, FORM, new Map([[1, "KHAM"]]));
  expect(binding.unbound).toEqual([]);
  expect(binding.rows).toEqual([{ row: 1, code: "KHAM", confidence: 1, by: "label" }]);
});

test("answers given one after the other say of each row what was said of it last, and bind each row once", () => {
  const labels = rowLabels(SHEET, BINDING);
  const code = fc.constantFrom<string | null>("KHAM", "GIUONG", null);
  const steps = fc.array(fc.array(fc.tuple(fc.constantFrom(...labels.keys()), code), { maxLength: 3 }), {
    maxLength: 5,
  });
  fc.assert(
    fc.property(steps, (given) => {
      const said = new Map(given.flat());
      const answers = given.reduce<ReturnType<typeof withAnswers>>(
        (before, step) => withAnswers(labels, before, new Map(step)),
        [],
      );
      const byRow = answersByRow(labels, answers);
      expect(byRow).toEqual(
        new Map([...labels.keys()].flatMap((row) => (said.has(row) ? [[row, said.get(row)!]] : []))),
      );
      const { rows, unbound } = bindAnswers(SHEET, BINDING, FORM, byRow);
      for (const list of [rows, unbound]) {
        const places = list.map(({ row }) => row);
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
      }
      for (const [row, answer] of said) {
        expect(rows.find((bound) => bound.row === row)?.code ?? null).toBe(answer);
        expect(unbound.some((one) => one.row === row)).toBe(false);
      }
    }),
  );
});
