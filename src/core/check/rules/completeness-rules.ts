/** TH: what is missing. Missing is never zero, and an empty column is said once, not row by row. */

import { columnsOf } from "../../table/binding";
import { isGiven, type FigureCell, type FigureRow, type FigureTable } from "../../table/figures";
import { isEmpty } from "../../table/grid";
import { fact } from "../../table/kept";
import type { InputRole } from "../../form/types";
import type { Draft } from "../finding";
import { aboutCell, columnWords, headerPlace, isTextRow, type Rule } from "../rule";

/** Whether nobody has put anything into a cell; a formula that is not calculated yet is not nothing. */
const isBlank = (figure: FigureCell | undefined): boolean =>
  isEmpty(figure?.cell) && figure?.cell?.formula === undefined;

/** Input columns in which no row of the form has anything, as `${role} ${measure}`, one a line. */
function emptyColumnKeys(table: FigureTable): string {
  const empty = new Set<string>();
  for (const role of ["plan", "actual", "samePeriod"] as const) {
    for (const column of columnsOf(table.binding, role)) {
      const own = (row: FigureRow) => row.measure.id === column.measure && row.indicator !== undefined;
      const isEmptyColumn = table.rows.some(own) && !table.rows.some((row) => own(row) && !isBlank(row.cells[role]));
      if (isEmptyColumn) empty.add(`${role} ${column.measure}`);
    }
    // Where a blank means none, a column without a single death is not empty as long as others of its period are filled.
    const columns = columnsOf(table.binding, role).map((column) => `${role} ${column.measure}`);
    if (table.binding.form?.blankMeansNone && !columns.every((key) => empty.has(key))) {
      for (const key of columns) empty.delete(key);
    }
  }
  return [...empty].join("\n");
}

function emptyColumnsOf(table: FigureTable): readonly string[] {
  const keys = fact(table, emptyColumnKeys);
  return keys === "" ? [] : keys.split("\n");
}

function blankRequired(row: FigureRow, table: FigureTable, role: InputRole): boolean {
  const cell = row.cells[role];
  if (!cell || !isBlank(cell) || !row.traits?.required || table.binding.form?.blankMeansNone) return false;
  return !emptyColumnsOf(table).includes(`${role} ${row.measure.id}`);
}

/** TH is blank in a row that must have it. */
const blankActual: Rule = {
  id: "TH1",
  level: "warning",
  row: (row, table) => (blankRequired(row, table, "actual") ? [aboutCell("TH1", row.cells.actual!, row)] : []),
};

/** "…": it occurred but was not collected. */
const notCollected: Rule = {
  id: "TH2",
  level: "warning",
  cell: (cell, row) => {
    const { figure } = cell;
    if (cell.role !== "actual" || figure.kind !== "missing" || figure.written !== "ellipsis") return undefined;
    return aboutCell("TH2", cell, row);
  },
};

/** A row of the kind that has a plan has none. */
const blankPlan: Rule = {
  id: "TH3",
  level: "hint",
  row: (row, table) => {
    if (!blankRequired(row, table, "plan") || row.traits?.comparison === "difference" || isTextRow(row)) return [];
    return [aboutCell("TH3", row.cells.plan!, row)];
  },
};

/** CK is blank, so the row cannot be compared. */
const blankSamePeriod: Rule = {
  id: "TH4",
  level: "hint",
  row: (row, table) => {
    if (!blankRequired(row, table, "samePeriod") || isTextRow(row)) return [];
    // Where TH is blank too, TH1 has said what is missing.
    return isGiven(row.cells.actual) ? [aboutCell("TH4", row.cells.samePeriod!, row)] : [];
  },
};

/** A whole column still empty. */
const emptyColumn: Rule = {
  id: "TH5",
  level: "warning",
  table: (table) => {
    if (!table.binding.form) return [];
    return emptyColumnsOf(table).map((key): Draft => {
      const [role, measure] = key.split(" ") as [InputRole, string];
      return {
        rule: "TH5",
        ...headerPlace(table, role, measure),
        role,
        ...(measure !== "" && { measure }),
        stated: null,
        related: [],
        facts: { label: "", column: columnWords(table, role, measure), stated: "trống" },
      };
    });
  },
};

export const completenessRules: readonly Rule[] = [blankActual, notCollected, blankPlan, blankSamePeriod, emptyColumn];
