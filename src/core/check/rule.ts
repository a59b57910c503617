/** A rule is an entry: code, class, and a pure function of a part of the table. Its words are in texts.vi.ts. */

import { labelWithMeasure } from "../text/label";
import { columnOf } from "../table/binding";
import type { FigureCell, FigureRow, FigureTable } from "../table/figures";
import { contains, couldRoundTo, overlaps, roundingInterval, writeFigure, type Interval } from "../number";
import { measureLabel, type CellRole, type ColumnRole, type InputRole } from "../form/types";
import type { Draft, Facts, Level, RuleId } from "./finding";

export interface Rule {
  readonly id: RuleId;
  readonly level: Level;
  /** Looks at one cell of figures. */
  readonly cell?: (cell: FigureCell, row: FigureRow, table: FigureTable) => Draft | undefined;
  /** Looks at the cells of one row. */
  readonly row?: (row: FigureRow, table: FigureTable) => readonly Draft[];
  /** Looks at the table as a whole. */
  readonly table?: (table: FigureTable) => readonly Draft[];
}

export const INPUT_ROLES: readonly InputRole[] = ["plan", "laterPlan", "actual", "samePeriod"];

const ROLE_WORDS: Readonly<Record<CellRole, string>> = {
  tt: "TT",
  label: "Chỉ tiêu",
  code: "Mã số",
  unit: "Đơn vị tính",
  plan: "Kế hoạch",
  laterPlan: "Mục tiêu sau",
  actual: "Thực hiện",
  samePeriod: "Cùng kỳ",
  vsPlan: "So với KH",
  vsSamePeriod: "So với cùng kỳ",
  assessment: "Đánh giá",
};

/** The name of a column in messages. */
export function roleWords(role: CellRole): string {
  return ROLE_WORDS[role];
}

/** The name of a column in messages, with its measure where the form has several. */
export function columnWords(table: FigureTable, role: CellRole, measure = ""): string {
  const label = measureLabel(table.binding.form, measure);
  return label !== "" ? `${roleWords(role)} (${label.toLowerCase()})` : roleWords(role);
}

/**
 * Whether so few cells of a column are typed among formulas that somebody typed over these; more of them are a choice, as
 * where the figures were frozen (chốt số).
 *
 * @param typed how many of `all` cells with something in them hold no formula
 */
export const isFewTyped = (typed: number, all: number): boolean => typed * 4 <= all;

/** Whether a row's figures are words: nothing is read from them and nothing compared. */
export function isTextRow(row: FigureRow): boolean {
  return row.traits?.kind === "text";
}

/** The start of a draft about a cell of figures. */
export function aboutCell(
  rule: RuleId,
  cell: FigureCell,
  row: FigureRow,
  facts: Partial<Facts> = {},
): Omit<Draft, "related"> & { readonly related: readonly string[] } {
  return {
    rule,
    row: cell.row,
    column: cell.column,
    role: cell.role,
    ...(row.code !== undefined && { code: row.code }),
    ...(row.measure.id !== "" && { measure: row.measure.id }),
    stated: statedOf(cell),
    related: [],
    facts: { label: labelOf(row), column: roleWords(cell.role), stated: written(cell), ...facts },
  };
}

/** A row's label for messages, with its measure where the form has several. */
export function labelOf(row: FigureRow): string {
  return labelWithMeasure(row.label, row.measure.label);
}

/**
 * Digits that arithmetic in doubles leaves right. A formula's result such as 68,57142857142857 states no more than
 * these: its last digits are nobody's figures, and two ways to the same result differ in them.
 */
const SURE_DIGITS = 10;

/** The decimals that a cell states, without those that only a formula has put there. */
export function decimalsOfCell(cell: FigureCell): number {
  if (cell.decimals === 0) return 0;
  const wholeDigits = String(Math.trunc(Math.abs(cell.value ?? 0))).length;
  return Math.min(cell.decimals, Math.max(0, SURE_DIGITS - wholeDigits));
}

/** A cell whose figure takes part in relations and comparisons. */
export type KnownCell = FigureCell & { readonly value: number; readonly interval: Interval };

/** Whether a cell has a figure to reckon with: not blank, "…", a threshold or unreadable. */
export function isKnown(cell: FigureCell | undefined): cell is KnownCell {
  return cell?.interval !== undefined && cell.value !== undefined;
}

/** The true values behind a cell's figure. */
export function intervalOf(cell: KnownCell): Interval {
  const decimals = decimalsOfCell(cell);
  return decimals === cell.decimals ? cell.interval : roundingInterval(cell.value, decimals);
}

/** Whether some true value in the range is what the cell states, to the decimals that it states. */
export function couldState(range: Interval, cell: FigureCell, decimals = decimalsOfCell(cell)): boolean {
  const value = cell.value!;
  // A value of the range states itself, even where its last digits stand at the very border of rounding.
  if (contains(range, value)) return true;
  if (decimals >= cell.decimals) return couldRoundTo(range, value, decimals);
  // Digits that are nobody's are passed over, not rounded away: rounding what was rounded before could move it twice.
  const half = 0.5 * 10 ** -decimals;
  return overlaps(range, { low: value - half, high: value + half });
}

/** What a cell states, for machines: the number, else the text, else null. */
export function statedOf(cell: FigureCell): number | string | null {
  if (cell.figure.kind === "number") return cell.value ?? null;
  const content = cell.cell?.value ?? null;
  if (content === null || typeof content === "boolean") return content === null ? null : String(content);
  return typeof content === "object" ? content.error : content;
}

/** What a cell states, for people: "1.722", "-", "…", or its text. */
export function written(cell: FigureCell): string {
  if (cell.figure.kind === "number") return writeFigure(cell.value!, decimalsOfCell(cell));
  const content = cell.cell?.value ?? null;
  if (content === null || content === "") return "trống";
  if (typeof content === "boolean") return content ? "TRUE" : "FALSE";
  return typeof content === "object" ? content.error : String(content).trim().slice(0, 60);
}

/** The place of a column's header cell, for findings about the column as a whole. */
export function headerPlace(table: FigureTable, role: ColumnRole, measure = ""): { row: number; column: number } {
  const { header } = table.binding;
  const column = columnOf(table.binding, role, measure) ?? columnOf(table.binding, "label");
  return { row: header.bottom, column: column?.column ?? 0 };
}
