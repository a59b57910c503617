/**
 * The plain-formula form in LibreOffice: opened there and calculated anew, every derived cell comes out as our own
 * value. Runs where LibreOffice is installed; a continuous-integration run must have it.
 */

import { strFromU8, unzipSync } from "fflate";
import { planAssessment } from "../../src/core/fill/assessment";
import { planFill } from "../../src/core/fill/fill";
import { layoutForm } from "../../src/core/form/layout";
import { parsePeriod } from "../../src/core/form/period";
import { recognise } from "../../src/core/form/recognise";
import { layoutSummary } from "../../src/core/summary/summary-sheet";
import { readFigures } from "../../src/core/table/figures";
import { cellText, type CellEdit } from "../../src/core/table/grid";
import { allForms, formById } from "../../src/forms";
import { addSheet } from "../../src/xlsx/add-sheet";
import { dressColumns } from "../../src/xlsx/dress-column";
import { formWorkbook } from "../../src/xlsx/form-sheet";
import { openWorkbook } from "../../src/xlsx/open";
import { applyEdits } from "../../src/xlsx/patch";
import { publishedInputs, PERIOD, UNIT } from "../cli/support";
import { readPublished, typed } from "../support/published";
import { inLibreOffice, throughLibreOffice, allThroughLibreOffice } from "./support";

async function newForm(id: string, edits: readonly CellEdit[]): Promise<{ bytes: Uint8Array; sheet: string }> {
  const form = formById(id)!;
  const period = parsePeriod(PERIOD)!;
  const layout = layoutForm(form, period, UNIT);
  const empty = await formWorkbook(
    layout,
    { sheet: layout.name, formId: id, version: form.version, period, unit: UNIT },
    new Date("2024-07-11"),
  );
  return { bytes: applyEdits(empty, layout.name, edits), sheet: layout.name };
}

function pl01Inputs(): CellEdit[] {
  const layout = layoutForm(formById("PL01")!, parsePeriod(PERIOD)!, UNIT);
  const columns = layout.columns
    .filter(({ role }) => role === "actual" || role === "samePeriod")
    .map(({ column }) => column);
  return readPublished("pl01").flatMap(({ code, figures }) =>
    columns.flatMap((column, index): CellEdit[] => {
      const value = typed(figures[index]!)?.value;
      return typeof value === "number" || typeof value === "string"
        ? [{ row: layout.rowOf.get(code)!, column, value }]
        : [];
    }),
  );
}

inLibreOffice("plain formulas", () => {
  test.each([
    ["PL02", publishedInputs, 1063],
    ["PL01", pl01Inputs, 20],
  ])(
    "%s calculates there to our values, cell by cell",
    async (id, inputs, least) => {
      const { bytes, sheet } = await newForm(id, inputs());
      const grid = (await openWorkbook(bytes)).grid(sheet);
      const plan = planFill(readFigures(grid, recognise(grid, allForms())!), "formulas");
      // Wrong results are stored on purpose: what comes back must have been calculated there.
      const stale = plan.edits.map((edit) => ({ ...edit, value: 987654321 }));
      const calculated = (await openWorkbook(throughLibreOffice(applyEdits(bytes, sheet, stale)))).grid(sheet);
      const differing = plan.edits.flatMap(({ row, column, value }) => {
        const there = calculated.rows[row]?.[column]?.value ?? "";
        const same =
          typeof value === "number"
            ? typeof there === "number" && Math.abs(there - value) < 1e-9
            : there === (value ?? "");
        return same ? [] : [{ row, column, ours: value, there }];
      });
      expect(differing).toEqual([]);
      expect(plan.edits.filter(({ value }) => typeof value === "number").length).toBeGreaterThanOrEqual(least);
    },
    180_000,
  );
});

inLibreOffice("the column Đánh giá", () => {
  test("its plain formulas say there what we say, row by row, in a file that opens whole", async () => {
    const { bytes, sheet } = await newForm("PL02", publishedInputs());
    const grid = (await openWorkbook(bytes)).grid(sheet);
    const plan = planAssessment(readFigures(grid, recognise(grid, allForms())!), "formulas");
    // Wrong words are stored on purpose: what comes back must have been calculated there.
    const stale = plan.edits.map((edit) => (edit.formula === undefined ? edit : { ...edit, value: "?" }));
    const added = plan.columns.map((column) => ({ ...column, width: 14 }));
    const dressed = dressColumns(applyEdits(bytes, sheet, stale), sheet, added);
    const calculated = (await openWorkbook(throughLibreOffice(dressed))).grid(sheet);
    const said = plan.edits.map(({ row, column }) => [row, cellText(calculated.rows[row]?.[column])]);
    expect(said).toEqual(plan.edits.map(({ row, value }) => [row, String(value)]));
    expect(plan.judged).toBeGreaterThanOrEqual(480);
  }, 180_000);
});

inLibreOffice("the sheet Tổng hợp", () => {
  test("opens there with its figures and its chart, behind the Biểu", async () => {
    const { bytes, sheet } = await newForm("PL02", publishedInputs());
    const grid = (await openWorkbook(bytes)).grid(sheet);
    const summary = layoutSummary(readFigures(grid, recognise(grid, allForms())!))!;
    const back = throughLibreOffice(await addSheet(bytes, summary));
    const workbook = await openWorkbook(back);
    expect(workbook.sheets.map(({ name }) => name)).toEqual([sheet, "Tổng hợp"]);
    const there = workbook.grid("Tổng hợp");
    const ours = summary.layout.cells;
    for (const row of [2, 6, 7, ours.length - 1])
      expect(ours[row]!.map((_, column) => cellText(there.rows[row]?.[column]))).toEqual(
        ours[row]!.map((cell) => String(cell?.value ?? "")),
      );
    const charts = Object.entries(unzipSync(back)).filter(([name]) => name.startsWith("xl/charts/chart"));
    expect(charts).toHaveLength(1);
    expect(strFromU8(charts[0]![1]).match(/<c:ser>/g)).toHaveLength(5);
  }, 180_000);
});

inLibreOffice("what we make", () => {
  test("a workbook filled with our functions keeps its figures, and every form opens whole", async () => {
    const made = await Promise.all(allForms().map(({ id }) => newForm(id, [])));
    const saved = allThroughLibreOffice(made.map(({ bytes }) => bytes));
    for (const [at, { bytes, sheet }] of made.entries()) {
      const ours = (await openWorkbook(bytes)).grid(sheet).rows;
      const there = (await openWorkbook(saved[at]!)).grid(sheet).rows;
      const texts = (rows: typeof ours) =>
        rows.map((cells) =>
          cells
            .map((cell) => cellText(cell))
            .join("|")
            .replace(/\|+$/, ""),
        );
      expect(texts(there).slice(0, ours.length)).toEqual(texts(ours));
    }
  }, 240_000);
});
