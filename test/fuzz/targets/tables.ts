/** The recogniser of tables, and what is done with what it finds. */

import assert from "node:assert/strict";
import fc from "fast-check";
import { checkFigures } from "../../../src/core/check/engine";
import { planFill } from "../../../src/core/fill/fill";
import { recognise } from "../../../src/core/form/recognise";
import { learnTable } from "../../../src/core/learn/learn";
import { readFigures } from "../../../src/core/table/figures";
import { EXCEL_ERRORS, type Cell, type Grid } from "../../../src/core/table/grid";
import { allForms } from "../../../src/forms";
import { assertForPeople, inTime, target } from "../target";
import { troubledText } from "../texts";

const HEADERS = [
  ...["TT", "Chỉ tiêu", "Mã số", "Đơn vị tính", "Kế hoạch năm 2024", "Thực hiện 6 tháng 2024", "Ước TH"],
  ...["Thực hiện năm 2023", "Cùng kỳ", "So với KH", "So với cùng kỳ (%)", "Đánh giá", "Năm 2024", "Mắc", "Chết"],
];

const labels = () => {
  const rows = allForms().flatMap((form) => form.rows);
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...rows.map(({ label }) => label)) },
    { weight: 2, arbitrary: fc.constantFrom(...rows.map(({ code }) => code)) },
    { weight: 2, arbitrary: troubledText() },
  );
};

function cell(): fc.Arbitrary<Cell | undefined> {
  const value = fc.oneof(
    { weight: 4, arbitrary: fc.oneof(fc.integer({ min: 0, max: 5_000 }), fc.double()) },
    { weight: 3, arbitrary: troubledText() },
    { weight: 1, arbitrary: fc.boolean() },
    { weight: 1, arbitrary: fc.constantFrom(...EXCEL_ERRORS).map((error) => ({ error })) },
    { weight: 1, arbitrary: fc.constant(null) },
  );
  const made = fc.record(
    { value, formula: troubledText(), format: fc.constantFrom("0", "0.0%", "[$-42A]d/m/yyyy", '#,##0.0" ca"', "@;[") },
    { requiredKeys: ["value"] },
  );
  return fc.option(made, { nil: undefined, freq: 5 });
}

/** A sheet that looks like a table for some of its rows. */
function sheet(): fc.Arbitrary<Grid> {
  const header = fc.array(fc.oneof(fc.constantFrom(...HEADERS), troubledText()), { minLength: 2, maxLength: 10 });
  const row = fc.tuple(labels(), fc.array(cell(), { maxLength: 10 }));
  const merge = fc.tuple(fc.nat(12), fc.nat(12), fc.nat(40), fc.nat(40));
  return fc
    .tuple(
      fc.array(troubledText(), { maxLength: 3 }),
      header,
      fc.array(row, { maxLength: 40 }),
      fc.array(merge, { maxLength: 4 }),
    )
    .map(([title, head, rows, merges]) => ({
      sheet: "Biểu 1",
      rows: [
        ...title.map((text): (Cell | undefined)[] => [{ value: text }]),
        head.map((value): Cell => ({ value })),
        ...rows.map(([label, cells]): (Cell | undefined)[] => [undefined, { value: label }, ...cells]),
      ],
      merges: merges.map(([top, left, down, across]) => ({ top, left, bottom: top + down, right: left + across })),
    }));
}

export const TABLES = [
  target("recogniser: any sheet is bound, checked, filled and learnt from, or left alone", 60, sheet, (grid) =>
    inTime(() => {
      const before = JSON.stringify(grid);
      const binding = recognise(grid, allForms());
      assert.deepEqual(recognise(grid, allForms()), binding);
      if (!binding) return;
      const bound = [...binding.rows, ...binding.unbound].map(({ row }) => row);
      assert.equal(new Set(bound).size, bound.length, "a row bound twice");
      assert.ok(bound.every((row) => row > binding.header.bottom && row < grid.rows.length));
      const table = readFigures(grid, binding);
      for (const finding of checkFigures(table).findings) {
        assertForPeople(finding.message, before);
      }
      for (const mode of ["functions", "formulas", "values"] as const) {
        for (const { value } of planFill(table, mode).edits) {
          assert.ok(typeof value !== "number" || Number.isFinite(value), `fills ${value}`);
        }
      }
      if (!binding.form) learnTable(grid, binding);
      assert.equal(JSON.stringify(grid), before, "the sheet was changed");
    }),
  ),
];
