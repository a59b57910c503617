/** What a printed page holds, by hand: A4, margins of official documents, columns fitted to the width. */

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
