/** The formulas that filling writes, of both kinds, come to the values that filling plans. */

import { planFill } from "../../../src/core/fill/fill";
import { layoutForm } from "../../../src/core/form/layout";
import { parsePeriod } from "../../../src/core/form/period";
import { recognise } from "../../../src/core/form/recognise";
import { address, type Cell, type Grid } from "../../../src/core/table/grid";
import { readFigures } from "../../../src/core/table/figures";
import { allForms } from "../../../src/forms";
import type { CalcValue } from "../../../src/sandbox/host/calc/types";
import { asPrinted, asTyped, type Annex } from "../../support/published";
import { must, startExcelize } from "../../xlsx/support";
import { desk } from "./support";

const contentOf = (cell: Cell | undefined): CalcValue => cell?.value ?? null;

/** Every filled cell that comes to something else than planned; and how many cells have a figure. */
function calculated(grid: Grid, mode: "functions" | "formulas"): { wrong: string[]; figures: number } {
  const binding = recognise(grid, allForms())!;
  const { edits } = planFill(readFigures(grid, binding), mode);
  const filled = new Set(edits.map(({ row, column }) => address(row, column)));
  const at = desk();
  at.type(
    Object.fromEntries(
      grid.rows.flatMap((cells, row) =>
        cells.flatMap((cell, column): [string, CalcValue][] =>
          cell && !filled.has(address(row, column)) ? [[address(row, column), contentOf(cell)]] : [],
        ),
      ),
    ),
  );
  at.type(Object.fromEntries(edits.map(({ row, column, formula }) => [address(row, column), `=${formula!}`])));
  const wrong = edits.flatMap(({ row, column, value, formula }) => {
    const [shown] = at.show(address(row, column));
    const same =
      typeof value === "number" && typeof shown === "number" ? Math.abs(value - shown) < 1e-9 : value === shown;
    return same
      ? []
      : [`${address(row, column)} =${formula!}: planned ${String(value)}, calculated ${JSON.stringify(shown)}`];
  });
  return { wrong, figures: edits.filter(({ value }) => typeof value === "number").length };
}

describe.each<[Annex, number]>([
  ["pl02", 1000],
  ["pl01", 20],
])("%s of Điện Biên as published", (annex, least) => {
  test("our functions, over cells as typed", () => {
    const { wrong, figures } = calculated(asTyped(annex), "functions");
    expect(wrong).toEqual([]);
    expect(figures).toBeGreaterThanOrEqual(least);
  });

  test("our functions, over cells that hold the printed texts", () => {
    const { wrong, figures } = calculated(asPrinted(annex), "functions");
    expect(wrong).toEqual([]);
    expect(figures).toBeGreaterThanOrEqual(least);
  });

  test("plain formulas", () => {
    const { wrong, figures } = calculated(asTyped(annex, Infinity), "formulas");
    expect(wrong).toEqual([]);
    expect(figures).toBeGreaterThanOrEqual(least);
  });
});

test("the plain formulas of PL02 come to the same in excelize", async () => {
  const grid = asTyped("pl02", Infinity);
  const { edits } = planFill(readFigures(grid, recognise(grid, allForms())!), "formulas");
  const file = (await startExcelize()).NewFile();
  const at = desk();
  grid.rows.forEach((cells, row) =>
    cells.forEach((cell, column) => {
      const value = contentOf(cell);
      if (value !== null && typeof value !== "object") must(file.SetCellValue("Sheet1", address(row, column), value));
    }),
  );
  at.type(
    Object.fromEntries(
      grid.rows.flatMap((cells, row) => cells.map((cell, column) => [address(row, column), contentOf(cell)])),
    ),
  );
  at.type(Object.fromEntries(edits.map(({ row, column, formula }) => [address(row, column), `=${formula!}`])));
  const differences = edits.flatMap(({ row, column, formula }) => {
    const cell = address(row, column);
    must(file.SetCellFormula("Sheet1", cell, formula!));
    const theirs = must(file.CalcCellValue("Sheet1", cell, { RawCellValue: true })).value;
    const [own] = at.show(cell);
    const same = typeof own === "number" ? theirs !== "" && Math.abs(Number(theirs) - own) < 1e-9 : theirs === own;
    return same ? [] : [`${cell} =${formula!}: ours ${JSON.stringify(own)}, excelize ${theirs}`];
  });
  expect(differences).toEqual([]);
});

test("a form that is laid out but not filled in comes out blank throughout", () => {
  const form = allForms().find(({ id }) => id === "PL02")!;
  const layout = layoutForm(form, parsePeriod("2024-6T")!, "Sở Y tế");
  const grid: Grid = {
    sheet: "PL02",
    rows: layout.cells.map((row) => Array.from(row, (cell) => (cell?.value ? { value: cell.value } : undefined))),
  };
  for (const mode of ["functions", "formulas"] as const)
    expect(calculated(grid, mode)).toEqual({ wrong: [], figures: 0 });
});
