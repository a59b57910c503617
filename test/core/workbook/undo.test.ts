import fc from "fast-check";
import { inverseOf, undoNow, undoStep } from "../../../src/core/workbook/undo";
import type { CellEdit, Grid } from "../../../src/core/table/grid";
import { grid } from "../form/support";

const BEFORE: Grid = grid([
  ["Mã số", "TH", "So KH"],
  ["A", 10, 5],
  ["B", "-", { value: { error: "#DIV/0!" } }],
  ["C", true, { value: 7, formula: "B4*7" }],
  ["D", null, { value: { error: "#N/A" }, formula: "NA()" }],
]);

const EDITS: readonly CellEdit[] = [
  { row: 1, column: 2, value: 50, formula: "SOVOIKH(B2,C2)" },
  { row: 2, column: 2, value: 0 },
  { row: 3, column: 2, value: 1 },
  { row: 4, column: 2, value: null },
  { row: 5, column: 2, value: "mới" },
];

/** The grid with edits made, as a host would show it. */
function after(before: Grid, edits: readonly CellEdit[]): Grid {
  const rows = before.rows.map((cells) => [...cells]);
  for (const { row, column, value, formula } of edits) {
    (rows[row] ??= [])[column] = { value, ...(formula !== undefined && { formula }) };
  }
  return { ...before, rows };
}

const step = undoStep(BEFORE, EDITS, { columns: [0], header: { top: 0, bottom: 0 } });

test("every kind of content comes back: numbers, errors, formulas, blanks", () => {
  expect(inverseOf(BEFORE, EDITS)).toEqual([
    { row: 1, column: 2, value: 5 },
    { row: 2, column: 2, value: null, formula: "#DIV/0!" },
    { row: 3, column: 2, value: 7, formula: "B4*7" },
    { row: 4, column: 2, value: null, formula: "NA()" },
    { row: 5, column: 2, value: null },
  ]);
  expect(inverseOf(BEFORE, [{ row: 3, column: 1, value: 0 }])).toEqual([{ row: 3, column: 1, value: true }]);
});

test("an edit that still stands is taken back as a whole", () => {
  expect(undoNow(step, after(BEFORE, EDITS))).toEqual({ kind: "ready", edits: step.before, changedSince: [] });
});

test("a formula that the host wrote in its own way still stands", () => {
  const now = after(BEFORE, [{ ...EDITS[0]!, formula: "=sovoikh(B2, C2)" }, ...EDITS.slice(1)]);
  expect(undoNow(step, now)).toMatchObject({ kind: "ready", changedSince: [] });
});

test("a cell that the user changed since is the user's", () => {
  const now = after(after(BEFORE, EDITS), [{ row: 2, column: 2, value: 99 }]);
  const undo = undoNow(step, now);
  expect(undo).toMatchObject({ kind: "ready", changedSince: [{ row: 2, column: 2 }] });
  expect(undo.kind === "ready" && undo.edits).toHaveLength(EDITS.length - 1);
});

test("a formula in place of a value that shows the same is a change", () => {
  const now = after(after(BEFORE, EDITS), [{ row: 2, column: 2, value: 0, formula: "0" }]);
  expect(undoNow(step, now)).toMatchObject({ changedSince: [{ row: 2, column: 2 }] });
});

test("nothing is taken back once rows have moved, since other rows stand there now", () => {
  const made = after(BEFORE, EDITS);
  const inserted = { ...made, rows: [made.rows[0]!, [], ...made.rows.slice(1)] };
  expect(undoNow(step, inserted)).toEqual({ kind: "refused", why: "moved" });
  const sorted = { ...made, rows: [made.rows[0]!, made.rows[2]!, made.rows[1]!, ...made.rows.slice(3)] };
  expect(undoNow(step, sorted)).toEqual({ kind: "refused", why: "moved" });
});

test("nothing is taken back once a column was inserted, not even where the new column happens to hold the same", () => {
  const blanks: readonly CellEdit[] = [{ row: 1, column: 2, value: null }];
  const cleared = undoStep(BEFORE, blanks, { columns: [0], header: { top: 0, bottom: 0 } });
  const made = after(BEFORE, blanks);
  const inserted = {
    ...made,
    rows: made.rows.map((cells) => [...cells.slice(0, 2), undefined, ...cells.slice(2)]),
  };
  expect(undoNow(cleared, inserted)).toEqual({ kind: "refused", why: "moved" });
});

test("nothing is left to take back where every cell was changed", () => {
  const now = after(
    BEFORE,
    EDITS.map((edit): CellEdit => ({ row: edit.row, column: edit.column, value: "khác" })),
  );
  expect(undoNow(step, now)).toEqual({ kind: "refused", why: "changed" });
});

test("whatever was written, taking it back leaves every cell as it was", () => {
  const content = fc.constantFrom<CellEdit["value"]>(null, 0, 12.5, "chữ", "-", "");
  const cell = fc.record({ value: content, formula: fc.constantFrom("A1*2", "SUM(B2:B3)", undefined) });
  const edit = fc.record({ row: fc.integer({ min: 1, max: 5 }), column: fc.integer({ min: 1, max: 4 }), cell });
  const edits = fc.uniqueArray(edit, { minLength: 1, selector: ({ row, column }) => `${row} ${column}` });
  fc.assert(
    fc.property(edits, (places) => {
      const made = places.map(({ row, column, cell: { value, formula } }): CellEdit => ({
        row,
        column,
        value,
        ...(formula && { formula }),
      }));
      const now = after(BEFORE, made);
      const undo = undoNow(undoStep(BEFORE, made, { columns: [0], header: { top: 0, bottom: 0 } }), now);
      if (undo.kind !== "ready") throw new Error(undo.why);
      expect(undo.changedSince).toEqual([]);
      expect(inverseOf(after(now, undo.edits), made)).toEqual(inverseOf(BEFORE, made));
    }),
  );
});

test("a formula that the user changed since is the user's", () => {
  const now = after(after(BEFORE, EDITS), [{ row: 1, column: 2, value: 50, formula: "SOVOIKH(B2,C3)" }]);
  expect(undoNow(step, now)).toMatchObject({ kind: "ready", changedSince: [{ row: 1, column: 2 }] });
});

test("an error value that was put back as the formula that states it still stands as long as it is that error", () => {
  const put: readonly CellEdit[] = [{ row: 2, column: 2, value: null, formula: "#DIV/0!" }];
  const back = undoStep(BEFORE, put, { columns: [0] });
  expect(undoNow(back, BEFORE)).toMatchObject({ kind: "ready", changedSince: [] });
  const other = grid(
    BEFORE.rows.map((cells, row) => (row === 2 ? cells.with(2, { value: { error: "#N/A" } }) : cells)),
  );
  expect(undoNow(back, other)).toEqual({ kind: "refused", why: "changed" });
});

test("cells that were edited themselves are not what a row is known by", () => {
  const edits: readonly CellEdit[] = [{ row: 1, column: 0, value: "A1" }];
  const named = undoStep(BEFORE, edits, { columns: [0, 1], header: { top: 0, bottom: 0 } });
  expect(named.expected.map(({ row, column }) => [row, column])).toEqual([
    [1, 1],
    [0, 0],
  ]);
  expect(undoNow(named, after(BEFORE, edits))).toMatchObject({ kind: "ready", changedSince: [] });
});
