/** What holds of Tổng hợp whatever the figures, and of the seal whatever a sheet holds. */

import fc from "fast-check";
import { assessTable, countStatuses } from "../../../src/core/compare/assess-table";
import { JUDGED } from "../../../src/core/compare/outlook";
import { STATUS_WORDS } from "../../../src/core/compare/assess";
import { recognise } from "../../../src/core/form/recognise";
import { sealOf } from "../../../src/core/summary/seal";
import { layoutSummary } from "../../../src/core/summary/summary-sheet";
import type { Cell, Grid } from "../../../src/core/table/grid";
import { formById } from "../../../src/forms";
import { anyFigure, anyFigures, filledSheet } from "../../support/arbitraries";
import { cell } from "../form/support";

const SHEETS = [
  filledSheet(formById("B01")!, { span: "year", year: 2024 }),
  filledSheet(formById("B03")!, { span: "half", year: 2024 }),
  filledSheet(formById("B04")!, { span: "nine", year: 2024 }),
];
const anyTable = fc.tuple(fc.constantFrom(...SHEETS), anyFigures).map(([sheet, figures]) => sheet(figures));

describe("Tổng hợp", () => {
  const valuesOf = (layout: { cells: readonly (readonly (LayoutValue | undefined)[])[] }) =>
    layout.cells.map((row) => Array.from(row, (one) => one?.value ?? null));
  interface LayoutValue {
    readonly value: string | number | null;
  }

  test("counts every assessment once, the sections together what the whole form says", () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const assessments = assessTable(table);
        const { layout, chart } = layoutSummary(table)!;
        const rows = valuesOf(layout);
        const head = rows.findIndex(([first]) => first === "Mục");
        const [, whole, ...more] = rows.slice(
          head,
          rows.findIndex((row, at) => at > head && row.length === 0),
        );
        const figuresOf = (row: readonly unknown[]) => row.slice(1) as number[];
        const total = figuresOf(whole!);
        const judged = total.at(-1)!;
        expect(total.slice(0, -1).reduce((sum, count) => sum + count, 0)).toBe(assessments.length);
        expect(total.slice(0, JUDGED.length).reduce((sum, count) => sum + count, 0)).toBe(judged);
        for (let column = 0; more.length > 0 && column <= JUDGED.length; column += 1) {
          const at = column === JUDGED.length ? -1 : column;
          expect(more.reduce((sum, row) => sum + figuresOf(row).at(at)!, 0)).toBe(total.at(at));
        }
        expect(chart === undefined).toBe(judged === 0);
        if (chart) expect([chart.first, chart.last]).toEqual([head + 1, head + 1 + more.length]);
      }),
      { numRuns: 12 },
    );
  });

  test("lists exactly what is unmet and then what is behind, every cell a figure, a text or blank", () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const counts = countStatuses(assessTable(table));
        const { layout } = layoutSummary(table)!;
        const rows = valuesOf(layout);
        const list = rows.slice(rows.findIndex(([first]) => first === "Chưa đạt, chậm tiến độ") + 1);
        expect(list.map((row) => row.at(-1))).toEqual([
          ...Array<string>(counts.unmet).fill(STATUS_WORDS.unmet),
          ...Array<string>(counts.behind).fill(STATUS_WORDS.behind),
        ]);
        expect(layout.body.bottom).toBe(layout.cells.length - 1);
        for (const value of rows.flat()) {
          if (typeof value === "number") expect(Number.isFinite(value)).toBe(true);
          else expect(value ?? "").not.toMatch(/undefined|NaN|null|Infinity/);
        }
        const sheet = layout.cells.map((row) => Array.from(row, (one) => one && { value: one.value }));
        expect(recognise({ sheet: layout.name, rows: sheet }, [table.binding.form!])).toBeUndefined();
      }),
      { numRuns: 12 },
    );
  });
});

describe("the seal", () => {
  const anyCell = fc.oneof(
    anyFigure.map(cell),
    fc.string({ maxLength: 6 }).map((value): Cell => ({ value })),
  );
  const anyRows = fc.array(fc.array(anyCell, { maxLength: 5 }), { minLength: 1, maxLength: 6 });
  const sealed = (rows: Grid["rows"]) => sealOf({ sheet: "Tổng hợp", rows });
  const heldBy = (one: Cell | undefined) => JSON.stringify(one?.formula ?? one?.value ?? "");

  test("is another once any cell holds something else, and the same again once it is taken back", () => {
    fc.assert(
      fc.property(anyRows, fc.nat(6), fc.nat(5), anyCell, (rows, row, column, other) => {
        const changed = rows.map((cells) => [...cells]);
        while (changed.length <= row) changed.push([]);
        const was = changed[row]![column];
        changed[row]![column] = other;
        const same = heldBy(was) === heldBy(other);
        expect(sealed(changed.map((cells) => Array.from(cells))) === sealed(rows)).toBe(same);
        changed[row]![column] = was;
        expect(sealed(changed.map((cells) => Array.from(cells)))).toBe(sealed(rows));
      }),
    );
  });

  test("is another for the same rows one further down, unless nothing stands in them", () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const blank = rows.flat().every((one) => heldBy(one) === '""');
        expect(sealed([[], ...rows]) === sealed(rows)).toBe(blank);
      }),
    );
  });
});
