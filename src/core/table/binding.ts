/** Which row of a sheet is which indicator, which column plays which role. */

import type { ColumnRole, Form } from "../form/types";
import type { Period } from "../form/period";

export interface BoundColumn {
  readonly role: ColumnRole;
  /** Measure of the column's figures; "" in forms of one measure. */
  readonly measure: string;
  /** 0-based column of the sheet. */
  readonly column: number;
  /** The header as written in the sheet. */
  readonly header: string;
}

export interface BoundRow {
  /** 0-based row of the sheet. */
  readonly row: number;
  readonly code: string;
  /** 0 to 1: 1 where the Mã số or the exact label says so, less where the label is only alike. */
  readonly confidence: number;
  readonly by: "code" | "label";
}

/** A row with a label or figures that belongs to no indicator of the form. */
export interface UnboundRow {
  readonly row: number;
  readonly label: string;
  /** Indicators that it may be, most likely first; at most three. */
  readonly guesses: readonly { readonly code: string; readonly confidence: number }[];
}

export interface Binding {
  /** Absent where the sheet is a table whose form is not known. */
  readonly form?: Form;
  /** Absent where neither metadata nor header says it. */
  readonly period?: Period;
  /** The reporting unit, where the workbook's metadata says it. */
  readonly unit?: string;
  /** How the derived columns were filled, where the workbook's metadata says it. */
  readonly filled?: FillMode;
  /** 0-based rows of the header, both inclusive. */
  readonly header: { readonly top: number; readonly bottom: number };
  readonly columns: readonly BoundColumn[];
  /** In the order of the sheet. */
  readonly rows: readonly BoundRow[];
  readonly unbound: readonly UnboundRow[];
}

/** Our functions, plain Excel formulas, or values. */
export type FillMode = "functions" | "formulas" | "values";

/** Whether a value that anybody may have written names a way of filling. */
export function isFillMode(value: unknown): value is FillMode {
  return value === "functions" || value === "formulas" || value === "values";
}

/** The columns with a given role, for every measure. */
export function columnsOf(binding: Binding, role: ColumnRole): BoundColumn[] {
  return binding.columns.filter((column) => column.role === role);
}

/** The column with a given role and measure. */
export function columnOf(binding: Binding, role: ColumnRole, measure = ""): BoundColumn | undefined {
  return binding.columns.find((column) => column.role === role && column.measure === measure);
}

/** Fewer of a form's indicators than this share are a part of the form, which only a person takes a sheet for. */
const PART_OF_FORM = 0.25;

/** Whether the sheet holds only a part of its form. */
export function isPart({ form, rows }: Binding): boolean {
  return form !== undefined && new Set(rows.map(({ code }) => code)).size < form.indicators.length * PART_OF_FORM;
}
