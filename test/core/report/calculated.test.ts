/** Rates that a formula of the sheet calculates: nobody is told the digits that only a division left there. */

import { assessTable } from "../../../src/core/compare/assess-table";
import { checkFigures } from "../../../src/core/check/engine";
import { recognise } from "../../../src/core/form/recognise";
import { rowSentences } from "../../../src/core/report/sentences";
import { summaryOf } from "../../../src/core/report/summary";
import { layoutSummary } from "../../../src/core/summary/summary-sheet";
import { readFigures, type FigureTable } from "../../../src/core/table/figures";
import type { Cell } from "../../../src/core/table/grid";
import { allForms } from "../../../src/forms";
import { asPrinted } from "../../support/published";

/** Điện Biên's annex with another TH in the row of a rate whose plan is 95,3 and whose CK is 92,4. */
function withActual(actual: Cell): FigureTable {
  const grid = asPrinted("pl02");
  const at = grid.rows.findIndex((row) => row[0]?.value === "LAO_17");
  const rows = grid.rows.map((row, index) => (index === at ? [...row.slice(0, 4), actual, ...row.slice(5)] : row));
  return readFigures({ ...grid, rows }, recognise({ ...grid, rows }, allForms())!);
}

const QUOTIENT = (240 / 350) * 100;
const divided: Cell = { value: QUOTIENT, formula: "240/350*100" };

test.each<[string, Cell, string]>([
  ["one decimal, as the indicator has", divided, "68,6"],
  ["as many as its format shows", { ...divided, format: "#,##0.00" }, "68,57"],
  ["also when the formula gave way to its value", { value: QUOTIENT }, "68,6"],
  ["what somebody typed stays as it is", { value: 68.571 }, "68,571"],
])("the sentence says %s", (_, actual, said) => {
  const table = withActual(actual);
  const [{ sentence } = { sentence: "" }] = rowSentences(table, ({ code }) => code === "LAO_17");
  expect(sentence).toMatch(
    new RegExp(`^Tỷ lệ bệnh nhân lao hoàn thành điều trị ${said}% \\(KH 95,3%\\), giảm 23,8\\d* `),
  );
  const judged = assessTable(table).find(({ code }) => code === "LAO_17")!;
  expect(judged.sentence).toMatch(new RegExp(`^Chưa đạt kế hoạch: ${said}/95,3 \\(72,0%\\), còn thiếu 26,7\\d?`));
});

test("the summary, the sheet Tổng hợp and the finding say it as shortly", () => {
  const table = withActual(divided);
  const { binding } = table;
  const told = summaryOf(assessTable(table), binding.period, binding.form);
  expect(told).toContain("hoàn thành điều trị 68,6/95,3% KH, còn thiếu 26,7 điểm phần trăm");
  expect(told).not.toMatch(/,\d{4}/);
  const line = layoutSummary(table)!.layout.cells.find((cells) => cells[3]?.value === 68.5714285714286);
  expect(line?.[3]).toMatchObject({ format: "#,##0.0" });
  expect(line?.[6]).toMatchObject({ value: -26.7, format: "#,##0.0" });
  const finding = checkFigures(table).findings.find(({ code, rule }) => code === "LAO_17" && rule === "KH1");
  expect(finding?.message).toContain("thực hiện 68,6, kế hoạch 95,3, còn thiếu 26,7");
});
