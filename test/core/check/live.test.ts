import fc from "fast-check";
import { checkFigures } from "../../../src/core/check/engine";
import { readAgain } from "../../../src/core/check/live";
import { recognise } from "../../../src/core/form/recognise";
import type { Form } from "../../../src/core/form/types";
import { readFigures, type FigureTable } from "../../../src/core/table/figures";
import type { Cell, Grid } from "../../../src/core/table/grid";
import { allForms } from "../../../src/forms";
import { asPrinted, asTyped, type Annex } from "../../support/published";

/** What somebody does to a table: to a cell of some row and column, as shares of the height and width. */
interface Edit {
  readonly down: number;
  readonly across: number;
  readonly to: Cell | undefined | "times ten" | "as above" | "row away";
}

const cellValue = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("times ten", "as above") },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 3_000_000 }).map((value): Cell => ({ value })) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 2_000 }).map((value): Cell => ({ value: value / 10 })) },
  { weight: 2, arbitrary: fc.constant(undefined) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom("1.234", "1,234", "12,5", "1.234.567", "12.5", "-", "≥ 95", "không có", "95%", " ")
      .map((value): Cell => ({ value })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Cell>(
      { value: { error: "#DIV/0!" } },
      { value: null, formula: "E5/D5*100" },
      { value: 12, formula: "6+6" },
      { value: true },
      { value: 0.987, format: "0.0%" },
    ),
  },
) as fc.Arbitrary<Edit["to"]>;

const edit: fc.Arbitrary<Edit> = fc.record({
  down: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  across: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  to: fc.oneof({ weight: 30, arbitrary: cellValue }, { weight: 1, arbitrary: fc.constant<Edit["to"]>("row away") }),
});

/** The grid after an edit, read anew: no cell is the same object. */
function after(grid: Grid, { down, across, to }: Edit): Grid {
  const rows = grid.rows.map((row) => row.map((cell) => cell && { ...cell }));
  const at = Math.floor(down * rows.length);
  if (to === "row away") return { ...grid, rows: rows.filter((_, index) => index !== at) };
  const width = Math.max(...rows.map((row) => row.length));
  // Mostly figures; labels and codes once in a while.
  const column = Math.floor(across * width);
  const row = rows[at]!;
  const was = row[column];
  if (to === "times ten") row[column] = typeof was?.value === "number" ? { ...was, value: was.value * 10 } : was;
  else row[column] = to === "as above" ? rows[at - 1]?.[column] : to;
  return { ...grid, rows };
}

const TABLES: readonly (readonly [name: string, grid: Grid, forms: readonly Form[], runs: number])[] = [
  ["PL02 as typed", asTyped("pl02"), allForms(), 4],
  ["PL02 with Mã số, as printed", asPrinted("pl02"), allForms(), 4],
  ["PL01 with a measure for cases and one for deaths", asTyped("pl01"), allForms(), 4],
  ["a table that no form describes", asTyped("pl01"), [], 5],
];

const checked = (table: FigureTable) => {
  const { findings, unchecked, checked: counts } = checkFigures(table);
  return { findings, unchecked, counts };
};

test.each(TABLES)(
  "%s: a check that follows changes says what a whole check says",
  (_name, start, forms, numRuns) => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        let grid = start;
        let table: FigureTable | undefined;
        for (const one of [undefined, ...edits]) {
          if (one) grid = after(grid, one);
          const binding = recognise(grid, forms);
          if (!binding) return;
          table = readAgain(table, grid, binding);
          expect(checked(table)).toEqual(checked(readFigures(grid, binding)));
        }
      }),
      { numRuns },
    );
  },
  120_000,
);

function binding(grid: Grid, forms: readonly Form[] = allForms()) {
  return recognise(grid, forms)!;
}

const annex = (name: Annex) => asTyped(name);

test("a row in which nothing changed is not read again, and the changed one is", () => {
  const grid = annex("pl02");
  const before = readAgain(undefined, grid, binding(grid));
  checkFigures(before);
  const place = before.rows.find(({ cells }) => typeof cells.actual?.cell?.value === "number")!;
  const rows = grid.rows.map((row) => row.map((cell) => cell && { ...cell }));
  rows[place.row]![place.cells.actual!.column] = { value: 7_654_321 };
  const now = { ...grid, rows };
  const table = readAgain(before, now, binding(now));
  expect(table.rows.filter((row, index) => row !== before.rows[index]).map(({ row }) => row)).toEqual([place.row]);
});

test("a text that tells how the whole column is written changes the other figures of it too", () => {
  const grid = annex("pl02");
  const column = binding(grid).columns.find(({ role }) => role === "actual")!.column;
  const [first, second] = binding(grid).rows.slice(3);
  const rows = grid.rows.map((row) =>
    row.map((cell, index) => (index === column && typeof cell?.value === "string" ? undefined : cell)),
  );
  rows[first!.row]![column] = { value: "1.234" };
  const plain = { ...grid, rows };
  const before = readAgain(undefined, plain, binding(plain));
  checkFigures(before);
  const told = { ...grid, rows: rows.map((row) => [...row]) };
  told.rows[second!.row]![column] = { value: "1,234.5" };
  const table = readAgain(before, told, binding(told));
  expect(checked(table)).toEqual(checked(readFigures(told, binding(told))));
});
