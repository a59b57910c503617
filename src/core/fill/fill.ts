/** Điền: the edits that fill So với KH and So với cùng kỳ of a table. */

import { pointDecimals, vsPlan, vsSamePeriod, type Derived, type NoComparison } from "../compare/comparison";
import { operandOf } from "../compare/operand";
import type { Comparison, DerivedRole } from "../form/types";
import { decimalsOf, isPercentFormat, roundHalfAway, writeFigure } from "../number";
import type { FillMode } from "../table/binding";
import { inferKind, isGiven, type FigureCell, type FigureRow, type FigureTable } from "../table/figures";
import type { CellContent, CellEdit } from "../table/grid";
import {
  isCounted,
  referenceTo,
  vsPlanFormula,
  vsPlanFunction,
  vsSamePeriodFormula,
  vsSamePeriodFunction,
  type FormulaContext,
} from "./formulas";

/** A figure typed by hand that filling replaces; `from` and `to` in Vietnamese separators, "" where the cell becomes blank. */
export interface Replaced {
  readonly at: string;
  readonly code?: string;
  readonly role: DerivedRole;
  readonly from: string;
  readonly to: string;
}

/** A row that filling leaves blank, and why. */
export interface LeftBlank {
  readonly at: string;
  readonly code?: string;
  readonly role: DerivedRole;
  /** "text-figure": plain formulas do not count a number that is typed as text. */
  readonly why: NoComparison | "text-figure";
}

export interface FillPlan {
  readonly edits: readonly CellEdit[];
  /** Cells that get a figure, by column. */
  readonly filled: Readonly<Record<DerivedRole, number>>;
  readonly leftBlank: readonly LeftBlank[];
  readonly replaced: readonly Replaced[];
}

/**
 * Plans the filling of the derived columns. Nothing else of the table is touched, and rows whose way of comparing is
 * not known are left as they are.
 */
export function planFill(table: FigureTable, mode: FillMode): FillPlan {
  const edits: CellEdit[] = [];
  const filled: Record<DerivedRole, number> = { vsPlan: 0, vsSamePeriod: 0 };
  const leftBlank: LeftBlank[] = [];
  const replaced: Replaced[] = [];
  for (const row of table.rows) {
    for (const target of targetsOf(row, table)) {
      const { cell } = target;
      const derived = mode === "formulas" ? asCalculated(target) : target.derived;
      const role = cell.role as DerivedRole;
      const value = derived.kind === "value" ? toCell(derived.value, derived.decimals, cell) : null;
      edits.push(editFor(target, mode, value));
      const about = { at: cell.at, ...(row.code !== undefined && { code: row.code }), role };
      if (derived.kind === "blank") leftBlank.push({ ...about, why: derived.why });
      else filled[role] += 1;
      const typed = isGiven(cell) && cell.cell?.formula === undefined;
      const held = typed ? cell.cell?.value : undefined;
      if (typed && held !== value) replaced.push({ ...about, from: written(held), to: written(value) });
    }
  }
  return { edits, filled, leftBlank, replaced };
}

function written(held: CellContent | undefined): string {
  if (typeof held === "object" && held !== null) return held.error;
  return typeof held === "number" ? writeFigure(held, decimalsOf(held)) : String(held ?? "");
}

interface Target {
  readonly cell: FigureCell;
  readonly inputs: readonly FigureCell[];
  readonly derived: Derived;
  readonly functionFormula: string;
  readonly plainFormula: string;
}

function targetsOf(row: FigureRow, table: FigureTable): Target[] {
  const { actual, plan, samePeriod, vsPlan: toPlan, vsSamePeriod: toSamePeriod } = row.cells;
  const blankMeansNone = table.binding.form?.blankMeansNone ?? false;
  const anything = [actual, plan, samePeriod].some((cell) => isGiven(cell));
  if (!row.indicator && !anything) return [];
  const targets: Target[] = [];
  if (actual && plan && toPlan) {
    const context = contextOf(toPlan, blankMeansNone);
    const [now, base] = [referenceTo(actual), referenceTo(plan)];
    targets.push({
      cell: toPlan,
      inputs: [actual, plan],
      derived: vsPlan(operandOf(actual), operandOf(plan)),
      functionFormula: vsPlanFunction(now, base, context),
      plainFormula: vsPlanFormula(now, base, context),
    });
  }
  const comparison = comparisonOf(row);
  if (actual && samePeriod && toSamePeriod && comparison) {
    const context = contextOf(toSamePeriod, blankMeansNone);
    const [now, before] = [referenceTo(actual), referenceTo(samePeriod)];
    const decimals = pointDecimals(comparison, row.traits?.decimals ?? 1);
    const nothing = blankMeansNone && !isGiven(actual) && !isGiven(samePeriod);
    targets.push({
      cell: toSamePeriod,
      inputs: [actual, samePeriod],
      derived: nothing
        ? { kind: "blank", why: "no-actual" }
        : vsSamePeriod(operandOf(actual), operandOf(samePeriod), comparison, decimals),
      functionFormula: vsSamePeriodFunction(now, before, comparison, decimals, context),
      plainFormula: vsSamePeriodFormula(now, before, comparison, decimals, context),
    });
  }
  return targets;
}

function comparisonOf(row: FigureRow): Comparison | undefined {
  if (row.traits) return row.traits.comparison;
  const kind = inferKind(row.label);
  if (kind === "rate" || kind === "ratio") return "points";
  return kind === "count" ? "percent" : undefined;
}

function contextOf(target: FigureCell, blankMeansNone: boolean): FormulaContext {
  return { blankMeansNone, percentTarget: isPercentFormat(target.cell?.format) };
}

/** What the plain formula comes to: it reads numbers and dashes, not texts such as "1.750". */
function asCalculated({ inputs, derived }: Target): Derived | { readonly kind: "blank"; readonly why: "text-figure" } {
  return inputs.every(isCounted) || derived.kind === "blank" ? derived : { kind: "blank", why: "text-figure" };
}

/** The number that the target cell holds: a hundredth where it shows percentages. */
function toCell(value: number, decimals: number, cell: FigureCell): number {
  return isPercentFormat(cell.cell?.format) ? roundHalfAway(value / 100, decimals + 2) : value;
}

function editFor(target: Target, mode: FillMode, value: number | null): CellEdit {
  const { row, column } = target.cell;
  if (mode === "values") return { row, column, value };
  const formula = mode === "functions" ? target.functionFormula : target.plainFormula;
  // A formula that comes out blank holds an empty text: calculated, and nothing to show.
  return { row, column, value: value ?? "", formula };
}
