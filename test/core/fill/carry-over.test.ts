/** Chuyển kỳ: last year's TH become this year's CK, and nothing doubtful is carried in silence. */

import { carryOver } from "../../../src/core/fill/carry-over";
import { layoutForm } from "../../../src/core/form/layout";
import type { Binding } from "../../../src/core/table/binding";
import { recognise } from "../../../src/core/form/recognise";
import { readFigures, type FigureTable } from "../../../src/core/table/figures";
import type { CellEdit, Grid } from "../../../src/core/table/grid";
import { allForms, formById } from "../../../src/forms";
import { gridOf } from "../../support/memory-port";

const FORM = formById("PL02")!;
const NOW = { span: "half", year: 2024 } as const;
const BEFORE = { span: "half", year: 2023 } as const;
const LAYOUT = layoutForm(FORM, NOW, "Sở Y tế");
const [FIRST, SECOND] = FORM.indicators.filter(({ kind }) => kind === "count").map(({ code }) => code);
const RATE = FORM.indicators.find(({ kind }) => kind === "rate")!.code;
const columnOf = (role: string) => LAYOUT.columns.find((column) => column.role === role)!.column;
const at = (code: string, role: string) => ({ row: LAYOUT.rowOf.get(code)!, column: columnOf(role) });

function withCells(grid: Grid, edits: readonly CellEdit[]): Grid {
  const rows = grid.rows.map((cells) => [...cells]);
  for (const { row, column, value } of edits) rows[row]![column] = { ...rows[row]![column], value };
  return { ...grid, rows };
}

function lastYear(edits: readonly CellEdit[]): FigureTable {
  const grid = withCells(gridOf(layoutForm(FORM, BEFORE, "Sở Y tế")), edits);
  return readFigures(grid, recognise(grid, allForms())!);
}

const target = { form: FORM, period: NOW, rowOf: LAYOUT.rowOf, columns: LAYOUT.columns };

const ready = (result: ReturnType<typeof carryOver>) => {
  if (result.kind !== "ready") throw new Error(result.kind);
  return result;
};

test("a figure goes into the column of the same period, by its Mã số", () => {
  const { edits } = ready(carryOver(lastYear([{ ...at(FIRST!, "actual"), value: 120 }]), target));
  expect(edits).toEqual([{ ...at(FIRST!, "samePeriod"), value: 120 }]);
});

test("a dash and an ellipsis stay what they are; a blank carries nothing", () => {
  const table = lastYear([
    { ...at(FIRST!, "actual"), value: "-" },
    { ...at(SECOND!, "actual"), value: "…" },
  ]);
  expect(ready(carryOver(table, target)).edits.map(({ value }) => value)).toEqual(["-", "…"]);
});

test("what is no figure for certain is left, and said with what the cell holds", () => {
  const { edits, left } = ready(carryOver(lastYear([{ ...at(FIRST!, "actual"), value: "khoảng vài ca" }]), target));
  expect(edits).toEqual([]);
  expect(left).toEqual([expect.objectContaining({ kind: "doubtful", code: FIRST, written: "khoảng vài ca" })]);
});

test("a figure that may be read in two ways is left, and so are thresholds and pairs", () => {
  for (const value of ["1.234", "<6", "503/1.825"]) {
    const { edits, left } = ready(carryOver(lastYear([{ ...at(RATE, "actual"), value }]), target));
    expect(edits).toEqual([]);
    expect(left).toEqual([expect.objectContaining({ kind: "doubtful", code: RATE, written: value })]);
  }
});

test("rows of last year's table that belong to no indicator are named", () => {
  const table = lastYear([]);
  const unbound = [{ row: 400, label: "Dòng của huyện", guesses: [] }];
  const { left } = ready(carryOver({ ...table, binding: { ...table.binding, unbound } }, target));
  expect(left).toEqual([{ kind: "unbound", label: "Dòng của huyện" }]);
});

test("a form without the column of the same period takes nothing", () => {
  const columns = LAYOUT.columns.filter(({ role }) => role !== "samePeriod");
  expect(carryOver(lastYear([{ ...at(FIRST!, "actual"), value: 1 }]), { ...target, columns })).toEqual({
    kind: "no-column",
  });
});

test("where one of the two periods is not known the figures are carried, and that is said", () => {
  const table = lastYear([{ ...at(FIRST!, "actual"), value: 1 }]);
  const { form, header, columns, rows, unbound } = table.binding;
  const unknown: Binding = { ...(form && { form }), header, columns, rows, unbound };
  const whenever = { form: FORM, rowOf: target.rowOf, columns: target.columns };
  const known = (...given: Parameters<typeof carryOver>) => {
    const { edits, periodKnown } = ready(carryOver(...given));
    return [edits.length, periodKnown];
  };
  expect(known(table, target)).toEqual([1, true]);
  expect(known({ ...table, binding: unknown }, target)).toEqual([1, false]);
  expect(known(table, whenever)).toEqual([1, false]);
});

test("a report of another period is refused, with both periods", () => {
  const result = carryOver(lastYear([]), { ...target, period: { span: "nine", year: 2024 } });
  expect(result).toEqual({ kind: "wrong-period", found: BEFORE, wanted: { span: "nine", year: 2023 } });
});

test("a figure that stands there already is listed where it differs, and left alone where it is the same", () => {
  const grid = withCells(gridOf(LAYOUT), [
    { ...at(FIRST!, "samePeriod"), value: 100 },
    { ...at(SECOND!, "samePeriod"), value: 7 },
  ]);
  const table = lastYear([
    { ...at(FIRST!, "actual"), value: 120 },
    { ...at(SECOND!, "actual"), value: 7 },
  ]);
  const { edits, replaced } = ready(carryOver(table, { ...target, grid }));
  expect(edits).toHaveLength(1);
  expect(replaced).toEqual([expect.objectContaining({ from: "100", to: "120" })]);
});

test("a row that the target does not have is said once", () => {
  const rowOf = new Map(LAYOUT.rowOf);
  rowOf.delete(FIRST!);
  const { edits, left } = ready(carryOver(lastYear([{ ...at(FIRST!, "actual"), value: 5 }]), { ...target, rowOf }));
  expect(edits).toEqual([]);
  expect(left).toEqual([expect.objectContaining({ kind: "no-row", code: FIRST })]);
});

test("a target that shows percentages gets a hundredth", () => {
  const { row, column } = at(FIRST!, "samePeriod");
  const blank = gridOf(LAYOUT);
  const rows = blank.rows.map((cells) => [...cells]);
  rows[row]![column] = { value: null, format: "0.0%" };
  const { edits } = ready(
    carryOver(lastYear([{ ...at(FIRST!, "actual"), value: 98 }]), { ...target, grid: { ...blank, rows } }),
  );
  expect(edits).toEqual([{ row, column, value: 0.98 }]);
});
