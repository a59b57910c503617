/**
 * The clean base: Điện Biên's annexes with their published mistakes mended (mended.csv), in two books. In one the derived
 * columns are typed, as they were published; in the other they are formulas, which follow what is typed into the inputs.
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { planFill } from "../../src/core/fill/fill";
import { recognise } from "../../src/core/form/recognise";
import type { FigureRole, Form } from "../../src/core/form/types";
import { readFigures } from "../../src/core/table/figures";
import type { Binding } from "../../src/core/table/binding";
import { address, type Cell, type CellPlace, type Grid } from "../../src/core/table/grid";
import { formById } from "../../src/forms";
import { asPrinted, typed, type Annex } from "../support/published";

/** Whether the derived columns are typed or calculated. */
export type Style = "typed" | "formulas";

/** A cell whatever row it stands in: Mã số, measure and role. Of a whole row: its Mã số and no role. */
export type CellName = string;

export const nameOf = (code: string, measure: string, role: FigureRole | "label"): CellName =>
  `${code} ${measure} ${role}`;

/** One row of cells that can be changed. */
export type Line = (Cell | undefined)[];

export interface Book {
  readonly annex: Annex;
  readonly style: Style;
  readonly form: Form;
  readonly grid: Grid;
  readonly binding: Binding;
}

/** Lines of a data file of ours, without the header. */
export function readData(name: string): string[][] {
  const text = readFileSync(join("test", "quality", name), "utf8");
  return Papa.parse<string[]>(text, { delimiter: ";", skipEmptyLines: true }).data.slice(1);
}

const isFigure = (role: string): role is FigureRole => !["tt", "label", "code", "unit"].includes(role);

type Places = ReadonlyMap<CellName, CellPlace>;

const knownPlaces = new WeakMap<Binding, Places>();

/** The places of all figures of a table by name. */
export function placesOf(binding: Binding): Places {
  const places = knownPlaces.get(binding) ?? listPlaces(binding);
  knownPlaces.set(binding, places);
  return places;
}

function listPlaces(binding: Binding): Places {
  const figures = binding.columns.flatMap((column) =>
    isFigure(column.role) ? [{ ...column, role: column.role }] : [],
  );
  return new Map(
    binding.rows.flatMap(({ row, code }) =>
      figures.map(({ measure, role, column }) => [nameOf(code, measure, role), { row, column }] as const),
    ),
  );
}

const knownNames = new WeakMap<Binding, ReadonlyMap<string, CellName>>();

/** Names of all cells, figures and labels, by A1 address. */
export function namesByAddress(binding: Binding): ReadonlyMap<string, CellName> {
  const names = knownNames.get(binding) ?? listNames(binding);
  knownNames.set(binding, names);
  return names;
}

function listNames(binding: Binding): ReadonlyMap<string, CellName> {
  return new Map(
    binding.rows.flatMap(({ row, code }) =>
      binding.columns.map(({ measure, role, column }) => [
        address(row, column),
        nameOf(code, measure, isFigure(role) ? role : "label"),
      ]),
    ),
  );
}

/**
 * The mended table.
 *
 * @throws Error where mended.csv does not fit what was published
 */
export function cleanBook(annex: Annex, style: Style): Book {
  const form = formById(annex.toUpperCase())!;
  const printed = asPrinted(annex);
  const binding = recognise(printed, [form])!;
  const places = placesOf(binding);
  const rows: Line[] = printed.rows.map((row) => [...row]);
  for (const { row, column } of places.values()) {
    const value = rows[row]![column]?.value;
    if (typeof value === "string") rows[row]![column] = typed(value);
  }
  for (const [code, role, from, to] of readData("mended.csv")) {
    const place = places.get(nameOf(code!, "", role as FigureRole));
    if (!form.byCode.has(code!)) continue;
    if (!place || printed.rows[place.row]?.[place.column]?.value !== from) {
      throw new Error(`mended.csv: ${code} ${role} is not published as ${from}`);
    }
    rows[place.row]![place.column] = typed(to!)!;
  }
  const grid = calculated({ sheet: annex, rows, ...(printed.merges && { merges: printed.merges }) }, binding, style);
  return { annex, style, form, grid, binding: recognise(grid, [form])! };
}

/** The table with its derived columns filled, all of them. */
function calculated(grid: Grid, binding: Binding, style: Style): Grid {
  const rows: Line[] = [...grid.rows].map((row) => [...row]);
  fillRows(rows, { ...grid, rows }, binding, style);
  return { ...grid, rows };
}

/**
 * Writes into some rows what Excel would calculate there.
 *
 * @param binding the table's, or of it only the rows that are to be calculated
 * @param kept A1 addresses of what was typed over formulas and stays
 */
export function fillRows(
  rows: Line[],
  grid: Grid,
  binding: Binding,
  style: Style,
  kept: ReadonlySet<string> = new Set(),
): void {
  const { edits } = planFill(readFigures(grid, binding), style === "typed" ? "values" : "formulas");
  for (const { row, column, value, formula } of edits) {
    if (kept.has(address(row, column))) continue;
    const decimals = typeof value === "number" ? Math.max(1, String(value).split(".")[1]?.length ?? 0) : 1;
    const format = `#,##0.${"0".repeat(decimals)}`;
    rows[row]![column] = value === null ? undefined : { value, format, ...(formula !== undefined && { formula }) };
  }
}
