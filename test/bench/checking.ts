/**
 * What checking costs, as a ratio to a peer in the same run, and how it grows.
 *
 * The peer is the least that any check must do: a plain loop over the same cells that parses each figure with
 * `parseFloat` and adds it up. Reading the workbook is not counted on either side.
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { checkFigures, checkTable } from "../../src/core/check/engine";
import { readAgain } from "../../src/core/check/live";
import { planFill } from "../../src/core/fill/fill";
import { layoutForm } from "../../src/core/form/layout";
import { loadForm } from "../../src/core/form/load";
import { parsePeriod } from "../../src/core/form/period";
import { recognise } from "../../src/core/form/recognise";
import { readFigure } from "../../src/core/number";
import type { Binding } from "../../src/core/table/binding";
import { readFigures } from "../../src/core/table/figures";
import type { Cell, Grid } from "../../src/core/table/grid";
import { FORM_SOURCES } from "../../src/forms";
import { heading, ms, say, time } from "./measure";
import { repeated } from "./repeated-form";

const FIXTURE = join("test", "fixtures", "dien-bien-2024-6t", "pl02.csv");
const PERIOD = parsePeriod("2024-6T")!;

export interface Subject {
  readonly grid: Grid;
  readonly binding: Binding;
}

/** PL02 with the published figures, its rows `times` over. */
export function subject(times: number): Subject {
  const form = repeated(times);
  const layout = layoutForm(form, PERIOD, "Sở Y tế tỉnh Điện Biên");
  const [, ...lines] = Papa.parse<string[]>(readFileSync(FIXTURE, "utf8"), {
    delimiter: ";",
    skipEmptyLines: true,
  }).data;
  const cells: (Cell | undefined)[][] = layout.cells.map((row) =>
    Array.from(row, (cell) => (cell?.value ? { value: cell.value } : undefined)),
  );
  const figures = layout.columns.filter(({ role }) => !["tt", "label", "code", "unit"].includes(role));
  form.rows.forEach((_, index) => {
    const line = lines[index % lines.length]!;
    figures.forEach(({ column }, at) => {
      const text = line[3 + at] ?? "";
      const figure = readFigure(text, { separators: "vi" });
      const row = cells[layout.body.top + index]!;
      row[column] = figure.kind === "number" ? { value: figure.value } : text === "" ? undefined : { value: text };
    });
  });
  const grid: Grid = { sheet: "PL02", rows: cells };
  return { grid, binding: recognise(grid, [form])! };
}

/** The peer: parses and adds every cell of the table, and does nothing else. */
function plainLoop({ grid, binding }: Subject): number {
  const columns = binding.columns.filter(({ role }) => !["tt", "label", "code", "unit"].includes(role));
  let sum = 0;
  for (const { row } of binding.rows) {
    for (const { column } of columns) {
      const value = grid.rows[row]?.[column]?.value;
      const number =
        typeof value === "number"
          ? value
          : typeof value === "string"
            ? parseFloat(value.replaceAll(".", "").replace(",", "."))
            : 0;
      if (Number.isFinite(number)) sum += number;
    }
  }
  return sum;
}

/** Prints the costs of checking PL02 and its multiples. */
export function benchChecking(): void {
  heading("Checking");
  say("Medians of 15 runs after 5; reading the file is not counted.\n");
  say(
    "Checking PL02 (figures read, all rules, all relations) beside a plain loop that only parses and adds the same cells:",
  );
  const base = subject(1);
  const perRow: number[] = [];
  for (const times of [1, 10, 100]) {
    const own = times === 1 ? base : subject(times);
    const runs = times === 100 ? 5 : 15;
    const check = time(() => checkTable(own.grid, own.binding), runs);
    const loop = time(() => plainLoop(own), runs);
    const rows = own.binding.rows.length;
    perRow.push(check / rows);
    say(
      `  ${String(rows).padStart(6)} rows: check ${ms(check).padStart(10)}, plain loop ${ms(loop).padStart(9)}, ratio ${(check / loop).toFixed(0)}; ${((check / rows) * 1000).toFixed(1)} µs a row`,
    );
  }
  say(
    `  a row at 100 times the size costs ${(perRow[2]! / perRow[0]!).toFixed(2)} times a row at the size of PL02 (1 is linear)\n`,
  );

  benchOneCell(base);
  benchOneCell(subject(8));

  const table = readFigures(base.grid, base.binding);
  say("Of it, on PL02:");
  say(`  reading the figures ${ms(time(() => readFigures(base.grid, base.binding)))}`);
  say(`  all rules           ${ms(time(() => checkFigures(table)))}`);
  say("Beside it:");
  say(`  recognising by Mã số ${ms(time(() => recognise(base.grid, [base.binding.form!])))}`);
  say(`  planning the filling ${ms(time(() => planFill(table, "formulas")))}`);
  say(`  loading the definition of PL02 ${ms(time(() => loadForm(FORM_SOURCES["PL02"]!), 5))}`);
}

/** One figure typed after another, each time in another row, beside the whole check of the same table. */
function benchOneCell({ grid, binding }: Subject): void {
  const { column } = binding.columns.find(({ role }) => role === "actual")!;
  const places = binding.rows.filter(({ row }) => typeof grid.rows[row]?.[column]?.value === "number");
  const whole = time(() => checkFigures(readFigures(grid, binding)), 7);
  const grids = Array.from({ length: 21 }, (_, index): Grid => {
    const changed = places[(index * 37) % places.length]!.row;
    // As read anew: no cell is the same object.
    const rows = grid.rows.map((row) => row.map((cell) => cell && { ...cell }));
    rows[changed]![column] = { value: (grid.rows[changed]![column]!.value as number) + 1 };
    return { ...grid, rows };
  });
  let table = readAgain(undefined, grid, binding);
  checkFigures(table);
  let turn = 0;
  // Two rows differ each time: the one of the turn before is as it was again.
  const one = time(() => {
    table = readAgain(table, grids[turn++ % grids.length]!, binding);
    checkFigures(table);
  }, 15);
  say(
    `  ${String(binding.rows.length).padStart(6)} rows, one changed cell: ${ms(one)}, the whole check ${ms(whole)}; ${(whole / one).toFixed(1)} times less`,
  );
}
