import { rowHeights } from "../../../src/core/form/look";
import { recognise } from "../../../src/core/form/recognise";
import { tellSection, tellSelected } from "../../../src/core/report/selected";
import { rowSentences } from "../../../src/core/report/sentences";
import { layoutSentences } from "../../../src/core/report/sentences-sheet";
import { readFigures, type FigureTable } from "../../../src/core/table/figures";
import type { Cell, Grid } from "../../../src/core/table/grid";
import { allForms } from "../../../src/forms";
import { asPrinted } from "../../support/published";
import { computing } from "../../support/computing";

const tableOf = (grid: Grid) => readFigures(grid, recognise(grid, allForms())!);
const PRINTED = asPrinted("pl02");
const table = tableOf(PRINTED);

const rowOf = (code: string, grid: Grid = PRINTED) => grid.rows.findIndex((row) => row[0]?.value === code);
const one = (row: number) => ({ top: row, bottom: row });
const textsOf = ({ sentences }: ReturnType<typeof tellSelected>) => sentences.map(({ text }) => text);

/** The published annex with another TH in one row. */
function withActual(code: string, value: Cell["value"] | undefined): FigureTable {
  const rows = PRINTED.rows.map((row) =>
    row[0]?.value === code
      ? row.map((cell, column) => (column === 4 ? (value === undefined ? undefined : { value }) : cell))
      : row,
  );
  return tableOf({ ...PRINTED, rows });
}

test("several areas are told in the order of the sheet, each row once", () => {
  const [first, second] = [rowOf("LAO_02"), rowOf("DTD_10")];
  const told = tellSelected(table, [one(second), { top: first, bottom: first }, one(first), one(second)]);
  expect(textsOf(told)).toEqual([
    "Số xã khám sàng lọc 6 xã đạt 100% KH, giảm 40% so với cùng kỳ.",
    "Hoạt động phòng chống bệnh đái tháo đường: khám và điều trị cho 14.137 lượt đạt 61,7% KH, tăng 18,9% so với cùng kỳ.",
  ]);
  expect(told.rows).toBe(2);
  expect(told.sentences[0]!.cell).toMatch(new RegExp(`^[A-Z]+${first + 1}$`));
});

test("a heading alone stands for its whole section, told as a paragraph", () => {
  const told = tellSelected(table, [one(rowOf("PHONG"))]);
  expect(told.sentences).toHaveLength(1);
  expect(textsOf(told)[0]).toMatch(/^Phòng chống bệnh phong: khám điều tra cho 5\.971 lượt đạt 41,8% KH/);
  expect(textsOf(told)[0]).toContain("; không phát hiện bệnh nhân phong mới (KH 2 bệnh nhân), bằng cùng kỳ; ");
});

test("a heading passed over while rows are selected is only a heading", () => {
  const top = rowOf("LAO_21");
  const told = tellSelected(table, [{ top, bottom: rowOf("PHONG_01") }]);
  expect(textsOf(told)).toHaveLength(2);
  expect(told.silent).toEqual({ heading: 1 });
});

test("a chapter selected with its programmes' headings is told once", () => {
  const told = tellSelected(table, [one(rowOf("A_I")), one(rowOf("PHONG"))]);
  expect(textsOf(told).filter((text) => text.startsWith("Phòng chống bệnh phong:"))).toHaveLength(1);
});

test.each([
  ["blank", undefined, "missing"],
  ["given as not collected", "…", "missing"],
  ["a text", "chưa có", "unreadable"],
  ["an error", { error: "#REF!" }, "unreadable"],
] as const)("a row whose TH is %s says nothing, and why", (_, value, reason) => {
  const changed = withActual("DTD_10", value);
  const told = tellSelected(changed, [one(rowOf("DTD_10"))]);
  expect(told).toEqual({ sentences: [], rows: 1, silent: { [reason]: 1 } });
});

test("rows hidden by a filter, the header and what lies below the sheet are not told", () => {
  const row = rowOf("LAO_02");
  const grid: Grid = { ...PRINTED, hiddenRows: new Set([row]) };
  const told = tellSelected(tableOf(grid), [{ top: row, bottom: row + 1 }]);
  expect([told.sentences.length, told.silent]).toEqual([1, { hidden: 1 }]);
  expect(tellSelected(table, [{ top: 0, bottom: 0 }])).toEqual({ sentences: [], rows: 1, silent: { outside: 1 } });
  expect(tellSelected(table, [{ top: 1_000_000, bottom: 1_048_575 }])).toEqual({ sentences: [], rows: 0, silent: {} });
});

test("a row that no indicator is known for says so", () => {
  const at = rowOf("LAO_02");
  const extra = [undefined, undefined, { value: "Dòng của huyện tự thêm" }, { value: 1 }, { value: 2 }];
  const grid: Grid = { ...PRINTED, rows: [...PRINTED.rows.slice(0, at), extra, ...PRINTED.rows.slice(at)] };
  expect(tellSelected(tableOf(grid), [one(at)]).silent).toEqual({ unknown: 1 });
});

test("all rows are told, each selected row either with a sentence or with the reason why not", () => {
  const all = [{ top: 0, bottom: 1_048_575 }];
  expect(computing(() => tellSelected(table, all))).toBeLessThan(3_000);
  const told = tellSelected(table, all);
  expect(textsOf(told)).toEqual(rowSentences(table).map(({ sentence }) => sentence));
  const silent = Object.values(told.silent).reduce((sum, count) => sum + count, 0);
  expect(told.sentences.length + silent).toBe(told.rows);
});

test("a section is told as results count it, without the chapters below it", () => {
  expect(textsOf(tellSection(table, "A_I")).join("\n")).toContain("Phòng chống bệnh phong: ");
  // Part A has no rows of its own: they are all counted under its chapters.
  expect(tellSection(table, "A")).toEqual({ sentences: [], rows: 0, silent: {} });
  const alcohol = tellSection(table, "RUOU");
  expect(textsOf(alcohol).join("\n")).toMatch(/^Hoạt động phòng, chống tác hại rượu, bia: /);
  expect(alcohol.rows).toBe(6);
});

test("a long paragraph is put on the sheet in rows that Excel can show, and nothing of it is lost", () => {
  const { sentences } = tellSection(table, "DS");
  const layout = layoutSentences(table, sentences);
  expect(Math.max(...sentences.map(({ text }) => text.length))).toBeGreaterThan(1_800);
  expect(Math.max(...rowHeights(layout).values())).toBeLessThanOrEqual(409);
  const listed = layout.cells.slice(6).map((row) => row[1]!.value);
  expect(listed.join(" ")).toBe(sentences.map(({ text }) => text).join(" "));
});

test("the sheet holds every sentence with its cell, and is not taken for a Biểu", () => {
  const told = tellSelected(table, [{ top: rowOf("LAO_01"), bottom: rowOf("LAO_05") }]);
  const { cells } = layoutSentences(table, told.sentences);
  const listed = cells.slice(-told.sentences.length).map((row) => row.map((cell) => cell?.value));
  expect(listed).toEqual(told.sentences.map(({ cell, text }) => [cell, text]));
  const grid: Grid = {
    sheet: "Câu văn",
    rows: cells.map((row) => row.map((cell) => cell && { value: cell.value })),
    merges: [],
  };
  expect(recognise(grid, allForms())).toBeUndefined();
});
