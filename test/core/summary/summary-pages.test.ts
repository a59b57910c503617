/** Where the pages of "Tổng hợp" begin, and how its long names are cut. */

import { heightOfRows, pageHeight } from "../../../src/core/form/page";
import { parsePeriod } from "../../../src/core/form/period";
import { layoutSummary } from "../../../src/core/summary/summary-sheet";
import { formOf, tableOf } from "../table/support";

/** The summary of a form with so many sections of one indicator, all of them behind. */
function summaryOf(sections: number, name = (at: number) => `Mục ${at}`) {
  const places = Array.from({ length: sections }, (_, at) => at + 1);
  const form = formOf(
    places.flatMap((at) => [
      `M_${at};mục;1;;;${name(at)}`,
      `A_${at};chỉ tiêu;1;1;;Số ca ${at};ca;số đếm;phát sinh;cao;0;PT;có;cộng`,
    ]),
  );
  const rows = places.flatMap((at) => [[`M_${at}`] as const, [`A_${at}`, 100, 20] as const]);
  return layoutSummary(tableOf(form, rows, { period: parsePeriod("2024-6T")! }))!;
}

const COUNTS = Array.from({ length: 30 }, (_, at) => at + 1);
const made = COUNTS.map((count) => summaryOf(count));

test("no page cuts the chart in two or ends with the head of the list, and none begins without need", () => {
  const starts = made.map(({ layout, chart }) => {
    const { top, bottom } = chart!.place;
    const list = bottom + 2;
    const head = Math.min(list + 4, layout.cells.length - 1);
    const begins = layout.pageStarts ?? [];
    const page = pageHeight(layout);
    const from = begins.includes(top) ? top : 0;
    expect(begins.every((row) => row === top || row === list)).toBe(true);
    expect(heightOfRows(layout, from, bottom)).toBeLessThanOrEqual(page);
    if (begins.includes(top)) expect(heightOfRows(layout, 0, bottom + 1)).toBeGreaterThan(page);
    const together = heightOfRows(layout, from, list - 1) + heightOfRows(layout, list, head);
    if (begins.includes(list)) expect(together).toBeGreaterThan(page);
    else expect(together).toBeLessThanOrEqual(page);
    return [begins.includes(top), begins.includes(list)].map(Number).join("");
  });
  expect(starts[0]).toBe("00");
  expect(starts.at(-1)!.startsWith("1")).toBe(true);
  expect("pageStarts" in made[0]!.layout).toBe(false);
});

test("the chart has room for each bar, up to what a page holds", () => {
  const rows = made.map(({ chart }) => chart!.place.bottom - chart!.place.top);
  expect(rows.slice(0, 3)).toEqual([8, 10, 11]);
  expect(Math.max(...rows)).toBe(30);
  expect(made[0]!.chart!.title).toBe("Tỷ lệ chỉ tiêu theo kết quả thực hiện");
});

test.each([
  ["a".repeat(60), "a".repeat(60)],
  [`${"chữ ".repeat(15)}dài`, `${"chữ ".repeat(13)}chữ…`],
  [`${"chữ ".repeat(13)}(dài, hơn nữa) cuối`, `${"chữ ".repeat(13)}(dài…`],
])("the name %s of a bar is told as %s", (name, told) => {
  const { layout, chart } = summaryOf(2, (at) => (at === 1 ? name : "Khác"));
  expect(layout.cells[chart!.headerRow + 2]![0]!.value).toBe(told);
});
