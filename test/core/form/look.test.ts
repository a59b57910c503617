/** Rows of a form's sheet are as high as their texts need, whatever program opens it. */

import { layoutForm, type SheetLayout } from "../../../src/core/form/layout";
import { LOOKS, rowHeights } from "../../../src/core/form/look";
import type { Period } from "../../../src/core/form/period";
import { linesOf, textWidth } from "../../../src/core/form/text-width";
import { allForms, formById } from "../../../src/forms";

const YEAR: Period = { span: "year", year: 2024 };
const UNIT = "Sở Y tế tỉnh Điện Biên";
const BODY = { size: 11 };

test("marks add nothing to a letter's width, and bold letters are wider", () => {
  expect(textWidth("Tỷ lệ", BODY)).toBeCloseTo(textWidth("Ty le", BODY));
  expect(textWidth("Tỷ lệ", { size: 11, bold: true })).toBeGreaterThan(textWidth("Tỷ lệ", BODY));
});

test("a text takes as many lines as its words need, and a word wider than the column is broken", () => {
  const width = textWidth("một hai", BODY);
  expect(linesOf("một hai", width, BODY)).toBe(1);
  expect(linesOf("một hai ba", width, BODY)).toBe(2);
  expect(linesOf("mộthaibabốn", width, BODY)).toBe(2);
});

test("no word of a shipped form is wider than its column", () => {
  const wide = allForms().flatMap((form) => {
    const layout = layoutForm(form, { span: form.periods[0]!, year: 2024, quarter: 3 }, UNIT);
    return layout.cells.flatMap((cells, row) =>
      Array.from(cells, (cell, column) => {
        if (row < layout.headerRows.first || row > layout.body.bottom || !cell?.value || !LOOKS[cell.look].wrap)
          return "";
        const room = widthOf(layout, row, column);
        return (
          String(cell.value)
            .split(" ")
            .find((word) => textWidth(word, LOOKS[cell.look]) > room) ?? ""
        );
      }).filter(Boolean),
    );
  });
  expect(wide).toEqual([]);
});

function widthOf({ merges, widths }: SheetLayout, row: number, column: number): number {
  const merged = merges.find(({ top, left }) => top === row && left === column);
  return widths.slice(column, (merged?.right ?? column) + 1).reduce((sum, width) => sum + width, 0);
}

test("both rows of a header with groups fit their texts", () => {
  const layout = layoutForm(formById("B04")!, YEAR, UNIT);
  const heights = rowHeights(layout);
  const { first } = layout.headerRows;
  // "So với cùng kỳ (%)" takes three lines in its column.
  expect(heights.get(first + 1)).toBeGreaterThanOrEqual(3 * 14);
  expect(heights.get(first)).toBeLessThan(heights.get(first + 1)!);
});

test("a label of three lines is not cut, and a unit with a long name gets a second line", () => {
  const layout = layoutForm(formById("MT136")!, YEAR, `${UNIT} và các trung tâm y tế huyện, thị xã, thành phố`);
  const heights = rowHeights(layout);
  expect(heights.get(layout.rowOf.get("MT_13")!)).toBe(3 * 14 + 3);
  expect(heights.get(0)).toBeGreaterThan(32);
});
