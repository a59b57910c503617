/** Chuyển kỳ: last year's TH become this year's CK. */

import { SURE } from "../form/match-rows";
import { periodCode, samePeriodLastYear, type Period } from "../form/period";
import type { Form } from "../form/types";
import { decimalsOf, isPercentFormat, roundHalfAway, writeFigure } from "../number";
import { columnOf, type BoundColumn } from "../table/binding";
import { figureKey, isGiven, type FigureTable } from "../table/figures";
import { address, cellAt, cellText, isEmpty, type Cell, type CellEdit, type Grid } from "../table/grid";
import { tidy } from "../text/fold";

/** The Biểu that gets the figures: a new layout, or a table that is bound already. */
export interface CarryTarget {
  readonly form: Form;
  /** Absent where nothing says it; then it is not compared. */
  readonly period?: Period;
  /** 0-based rows of the sheet by Mã số. */
  readonly rowOf: ReadonlyMap<string, number>;
  readonly columns: readonly BoundColumn[];
  /** What the sheet holds; absent for a sheet that is only being made. */
  readonly grid?: Grid;
}

/** What was not carried over, and why. */
export type LeftBehind =
  /** TH holds something that is no figure for certain. */
  | { readonly kind: "doubtful"; readonly code: string; readonly label: string; readonly written: string }
  /** The row of last year's table belongs to no indicator, or nobody said for certain to which. */
  | { readonly kind: "unbound"; readonly label: string }
  /** The target has no row for the indicator. */
  | { readonly kind: "no-row"; readonly code: string; readonly label: string };

/** A figure of the target that would be replaced. */
export interface ReplacedSamePeriod {
  /** A1 address. */
  readonly at: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

export type CarryOver =
  | { readonly kind: "no-column" }
  | { readonly kind: "wrong-period"; readonly found: Period; readonly wanted: Period }
  | {
      readonly kind: "ready";
      readonly edits: readonly CellEdit[];
      /** Whether both tables say their periods, and the one is the other's a year before. */
      readonly periodKnown: boolean;
      readonly left: readonly LeftBehind[];
      readonly replaced: readonly ReplacedSamePeriod[];
    };

/**
 * Plans carrying last year's figures over, matched by Mã số. Nothing doubtful is carried over in silence.
 *
 * @param from last year's table of the same form
 */
export function carryOver(from: FigureTable, target: CarryTarget): CarryOver {
  const columns = target.columns.filter(({ role }) => role === "samePeriod");
  if (columns.length === 0) return { kind: "no-column" };
  const wanted = target.period && samePeriodLastYear(target.period);
  const found = from.binding.period;
  if (found && wanted && periodCode(found) !== periodCode(wanted)) return { kind: "wrong-period", found, wanted };
  const edits: CellEdit[] = [];
  const left: LeftBehind[] = [];
  const replaced: ReplacedSamePeriod[] = [];
  const withoutRow = new Set<string>();
  const unsure = unsureRows(from);
  for (const { column, measure } of columns) {
    for (const { code, label } of target.form.indicators) {
      const actual = actualOf(from, code, measure);
      if (actual.kind === "nothing" || unsure.has(code)) continue;
      if (actual.kind === "doubtful") {
        left.push({ kind: "doubtful", code, label, written: actual.written });
        continue;
      }
      const row = target.rowOf.get(code);
      if (row === undefined) {
        if (!withoutRow.has(code)) left.push({ kind: "no-row", code, label });
        withoutRow.add(code);
        continue;
      }
      const before = target.grid && cellAt(target.grid, row, column);
      const value = asHeld(actual, isPercentFormat(before?.format));
      if (!isEmpty(before) && before?.value === value) continue;
      edits.push({ row, column, value });
      if (!isEmpty(before)) {
        replaced.push({ at: address(row, column), label, from: shown(before), to: shown({ value }) });
      }
    }
  }
  for (const label of unsure.values()) left.push({ kind: "unbound", label });
  for (const { label } of from.binding.unbound) left.push({ kind: "unbound", label });
  return { kind: "ready", edits, periodKnown: found !== undefined && wanted !== undefined, left, replaced };
}

/** The labels of the rows that were merely taken for an indicator, by its Mã số; of figures in them nobody was asked. */
function unsureRows({ grid, binding, byCode }: FigureTable): ReadonlyMap<string, string> {
  const labelColumn = columnOf(binding, "label")?.column ?? 0;
  return new Map(
    binding.rows.flatMap(({ row, code, confidence }): [string, string][] => {
      const measures = binding.form?.measures ?? [];
      const isGivenHere = measures.some(({ id }) => {
        const entry = byCode.get(figureKey(code, id));
        return entry?.row === row && isGiven(entry.cells.actual);
      });
      return confidence < SURE && isGivenHere ? [[code, tidy(cellText(cellAt(grid, row, labelColumn)))]] : [];
    }),
  );
}

const shown = (cell: Cell | undefined) =>
  typeof cell?.value === "number" ? writeFigure(cell.value, decimalsOf(cell.value)) : cellText(cell);

type Actual =
  | { readonly kind: "nothing" }
  | { readonly kind: "doubtful"; readonly written: string }
  | { readonly kind: "figure"; readonly value: number; readonly decimals: number }
  | { readonly kind: "mark"; readonly text: "-" | "…" };

function actualOf(table: FigureTable, code: string, measure: string): Actual {
  const cell = table.byCode.get(figureKey(code, measure))?.cells.actual;
  if (!cell) return { kind: "nothing" };
  const { figure } = cell;
  if (figure.kind === "number" && figure.confidence >= SURE && cell.value !== undefined) {
    return { kind: "figure", value: cell.value, decimals: cell.decimals };
  }
  if (figure.kind === "none") return { kind: "mark", text: "-" };
  if (figure.kind === "missing") {
    return figure.written === "ellipsis" ? { kind: "mark", text: "…" } : { kind: "nothing" };
  }
  return { kind: "doubtful", written: cellText(cell.cell) };
}

/** A cell that shows percentages holds a hundredth of its figure. */
function asHeld(actual: Extract<Actual, { kind: "figure" | "mark" }>, percent: boolean): number | string {
  if (actual.kind === "mark") return actual.text;
  return percent ? roundHalfAway(actual.value / 100, actual.decimals + 2) : actual.value;
}
