/** What a printed page holds, by hand: A4, margins of official documents, columns fitted to the width. */

import fc from "fast-check";
import { layoutForm } from "../../../src/core/form/layout";
import { heightOfRows, pageHeight } from "../../../src/core/form/page";
import { rowHeights } from "../../../src/core/form/look";
import { formById } from "../../../src/forms";

test("a sheet that is narrow enough prints in its own size: 25,7 cm of rows on a portrait page, 17 on a landscape one", () => {
  expect(pageHeight({ orientation: "portrait", widths: [10, 10] }) / 0.97).toBeCloseTo((25.7 * 72) / 2.54);
  expect(pageHeight({ orientation: "landscape", widths: [10, 10] }) / 0.97).toBeCloseTo((17 * 72) / 2.54);
});

test("one that is twice as wide as the page is printed in half its size, so that twice as many rows fit", () => {
  const fits = pageHeight({ orientation: "portrait", widths: [10] });
  // 16,5 cm are 623,6 pixels; a column of 177,45 digits has 1.247,2.
  expect(pageHeight({ orientation: "portrait", widths: [177.45] }) / fits).toBeCloseTo(2, 2);
});

test("rows without a height of their own count as the usual one", () => {
  const layout = layoutForm(formById("PL01")!, { span: "half", year: 2024 }, "Sở Y tế tỉnh Điện Biên");
  const heights = rowHeights(layout);
  expect(heightOfRows(layout, 0, 1)).toBeCloseTo(heights.get(0)! + 15.75);
  expect(heightOfRows(layout, 10, 10)).toBe(heights.get(10));
});

test("wider columns never leave room for fewer rows, and heights of rows add up", () => {
  const widths = fc.array(fc.double({ min: 1, max: 80, noNaN: true }), { minLength: 1, maxLength: 12 });
  const orientation = fc.constantFrom("portrait" as const, "landscape" as const);
  const layout = layoutForm(formById("PL01")!, { span: "half", year: 2024 }, "Sở Y tế tỉnh Điện Biên");
  const row = fc.nat(layout.cells.length + 5);
  fc.assert(
    fc.property(orientation, widths, fc.nat(11), fc.tuple(row, row, row), (turned, drawn, at, rows) => {
      const wider = drawn.map((width, index) => (index === at % drawn.length ? width * 1.5 : width));
      const [before, after] = [drawn, wider].map((all) => pageHeight({ orientation: turned, widths: all }));
      expect(after).toBeGreaterThanOrEqual(before!);
      const [first, middle, last] = [...rows].sort((a, b) => a - b) as [number, number, number];
      const parts = heightOfRows(layout, first, middle) + heightOfRows(layout, middle + 1, last);
      expect(heightOfRows(layout, first, Math.max(middle, last))).toBeCloseTo(parts);
    }),
    { numRuns: 40 },
  );
});
