/** The column "Đánh giá" of a table: where it stands, and the edits that fill it. */

import { assess, STATUS_WORDS, type Assessment } from "../compare/assess";
import { planFor } from "../compare/assess-table";
import { reachedOf, targetOf } from "../compare/operand";
import { JUDGED } from "../compare/outlook";
import { shareOfYear } from "../form/period";
import { isPercentFormat } from "../number";
import { fold } from "../text/fold";
import { columnsOf, type FillMode } from "../table/binding";
import { isGiven, type FigureCell, type FigureRow, type FigureTable } from "../table/figures";
import { address, cellAt, cellText, isEmpty, type CellEdit } from "../table/grid";
import { assessmentFormula, assessmentFunction, type Judging } from "./assessment-formulas";
import { FORMULA_DASHES, type Reference } from "./formulas";

export const ASSESSMENT_HEADER = "Đánh giá";

/** A column for the assessment of one measure. */
export interface AssessmentColumn {
  readonly measure: string;
  /** 0-based. */
  readonly column: number;
  /** Whether the sheet has no such column yet: it stands right of everything that the table has. */
  readonly isNew: boolean;
  /** A column of the table whose fonts, lines and alignment suit the words. */
  readonly like: number;
  /** 0-based rows from the header to the last row of the table, both inclusive. */
  readonly top: number;
  readonly bottom: number;
}

/** Why a row that is judged has no word. */
export type Unjudged = "no-actual" | "no-plan" | "no-period" | "text-figure";

export interface AssessmentPlan {
  readonly columns: readonly AssessmentColumn[];
  readonly edits: readonly CellEdit[];
  /** Cells that say whether the target is reached. */
  readonly judged: number;
  /** Cells that say that the figure was not collected: TH holds "…" or words. */
  readonly missing: number;
  readonly leftBlank: readonly { readonly at: string; readonly code?: string; readonly why: Unjudged }[];
  /** Words typed by hand that are replaced. */
  readonly replaced: readonly {
    readonly at: string;
    readonly code?: string;
    readonly from: string;
    readonly to: string;
  }[];
}

/**
 * Plans the column "Đánh giá": the word of every indicator that is judged, blank where a figure is missing. Rows that
 * are not judged stay as they are, and so does what somebody typed where there is nothing to say.
 *
 * @returns no columns where the form is not known or is not judged
 */
export function planAssessment(table: FigureTable, mode: FillMode): AssessmentPlan {
  const columns = assessmentColumns(table);
  const plan = {
    columns,
    edits: [] as CellEdit[],
    judged: 0,
    missing: 0,
    leftBlank: [] as { at: string; code?: string; why: Unjudged }[],
    replaced: [] as { at: string; code?: string; from: string; to: string }[],
  };
  for (const { column, measure, isNew, top } of columns) {
    if (!isNew) continue;
    plan.edits.push({ row: top, column, value: headerOf(table, measure) });
    const number = columnNumber(table, column);
    if (number) plan.edits.push({ ...number, column });
  }
  for (const row of table.rows) {
    const place = columns.find(({ measure }) => measure === row.measure.id);
    const judged = place && judgedRow(row, table);
    if (!place || !judged) continue;
    const held = cellAt(table.grid, row.row, place.column);
    const typed = !isEmpty(held) && held?.formula === undefined ? cellText(held) : undefined;
    const formula = mode === "values" ? undefined : formulaFor(judged, mode);
    const unread = formula?.plain === true && !isReadable(judged);
    const word = unread ? "" : wordOf(judged);
    const about = { at: address(row.row, place.column), ...(row.code !== undefined && { code: row.code }) };
    if (word === "") plan.leftBlank.push({ ...about, why: whyBlank(judged, unread) });
    else if (word === STATUS_WORDS.noData) plan.missing += 1;
    else plan.judged += 1;
    if (typed !== undefined && word === "") continue;
    if (typed !== undefined && typed !== word) plan.replaced.push({ ...about, from: typed, to: word });
    const at = { row: row.row, column: place.column };
    plan.edits.push(
      formula ? { ...at, value: word, formula: formula.text } : { ...at, value: word === "" ? null : word },
    );
  }
  return plan;
}

/** The number under the header, where the columns before it are numbered: after 7 comes 8, after (7) comes (8). */
function columnNumber({ grid, binding, rows }: FigureTable, column: number) {
  const first = Math.min(...rows.map(({ row }) => row));
  const last = Math.max(...binding.columns.map((bound) => bound.column));
  for (let row = binding.header.bottom; row < Math.min(first, binding.header.bottom + 3); row += 1) {
    const cell = cellAt(grid, row, last);
    const [, before = "", digits, after = ""] = /^(\(?)(\d{1,2})(\)?)$/.exec(cellText(cell).trim()) ?? [];
    if (digits === undefined) continue;
    const next = Number(digits) + column - last;
    return { row, value: typeof cell?.value === "number" ? next : `${before}${next}${after}` };
  }
  return undefined;
}

function headerOf(table: FigureTable, measure: string): string {
  const label = table.binding.form?.measures.find(({ id }) => id === measure)?.label ?? "";
  return label === "" ? ASSESSMENT_HEADER : `${ASSESSMENT_HEADER} (${label.toLowerCase()})`;
}

/** The columns that are there by their header, else new ones right of the table. */
export function assessmentColumns(table: FigureTable): AssessmentColumn[] {
  const { grid, binding } = table;
  if (!binding.form?.assessed) return [];
  const measures = columnsOf(binding, "actual")
    .map(({ measure }) => measure)
    .filter((measure) => columnsOf(binding, "plan").some((plan) => plan.measure === measure));
  const { top, bottom: headerBottom } = binding.header;
  const bottom = Math.max(headerBottom, ...table.rows.map(({ row }) => row));
  const bound = new Set(binding.columns.map(({ column }) => column));
  const rows = grid.rows.slice(top, bottom + 1);
  const lasts = rows.map((cells) => cells.reduce((last, cell, column) => (isEmpty(cell) ? last : column), -1));
  let free = Math.max(...bound, ...lasts) + 1;
  const header = grid.rows.slice(top, headerBottom + 1);
  const find = (name: string) =>
    header.flatMap((cells) =>
      cells.flatMap((cell, at) => (!bound.has(at) && fold(cellText(cell)) === name ? [at] : [])),
    )[0];
  const like = (["unit", "label"] as const).flatMap((role) => columnsOf(binding, role).map(({ column }) => column))[0];
  return measures.map((measure): AssessmentColumn => {
    const found = find(fold(headerOf(table, measure)));
    const column = found ?? free++;
    return { measure, column, isNew: found === undefined, like: like ?? Math.max(...bound), top, bottom };
  });
}

interface Judged {
  readonly assessment: Assessment;
  readonly judging: Judging;
  readonly actual: FigureCell;
  readonly target: FigureCell;
}

/** A row with its judgement; undefined where it is none of the form's or its form never judges it. */
function judgedRow(row: FigureRow, table: FigureTable): Judged | undefined {
  const { indicator, traits } = row;
  const { actual } = row.cells;
  const planCell = planFor(row, table);
  if (!indicator || !traits || !actual || !planCell) return undefined;
  const target = targetOf(planCell);
  if (traits.direction.aim === "none" && target.kind !== "bound") return undefined;
  const reached = reachedOf(actual);
  const { period } = table.binding;
  const own = traits.decimals;
  const targetDecimals = target.kind === "absent" ? own : target.decimals;
  const atLeast = target.kind === "bound" ? targetDecimals : Math.max(targetDecimals, own);
  return {
    assessment: assess(reached, target, traits, period),
    judging: {
      target,
      direction: traits.direction,
      share: traits.accrual === "flow" ? period && shareOfYear(period) : 1,
      decimals: reached ? Math.min(Math.max(reached.decimals, own), atLeast) : atLeast,
      targetDecimals: atLeast,
      planIsWords: target.kind === "absent" && isGiven(planCell),
      ...(target.kind === "bound" && { boundText: cellText(planCell.cell) }),
    },
    actual,
    target: planCell,
  };
}

/** Where our function cannot say it, the plain formula does. */
function formulaFor({ judging, actual, target }: Judged, mode: "functions" | "formulas") {
  const [now, plan] = [reference(actual), reference(target)];
  const ours = mode === "functions" ? assessmentFunction(now, plan, judging) : undefined;
  return ours === undefined
    ? { text: assessmentFormula(now, plan, judging), plain: true }
    : { text: ours, plain: false };
}

// By the format alone, so that the formula still holds when the number is typed later.
const reference = (cell: FigureCell): Reference => ({ at: cell.at, percent: isPercentFormat(cell.cell?.format) });

/** Blank where TH or KH is; what was not collected is said. */
function wordOf({ assessment, judging, actual }: Judged): string {
  const { status } = assessment;
  if (JUDGED.includes(status)) return STATUS_WORDS[status];
  const isUncollected = isGiven(actual) && actual.value === undefined && judging.target.kind !== "absent";
  return isUncollected ? STATUS_WORDS.noData : "";
}

/** Whether a plain formula can say what the figures come to. */
function isReadable({ judging, actual, target }: Judged): boolean {
  const plan = isCounted(target) || judging.target.kind === "bound";
  const { figure } = actual;
  return plan && (isCounted(actual) || (figure.kind === "missing" && figure.written === "ellipsis"));
}

/** Whether a plain formula counts what a cell holds: numbers and dashes, not texts such as "1.750". */
function isCounted({ cell }: FigureCell): boolean {
  const value = cell?.value ?? "";
  return typeof value === "number" || value === "" || (typeof value === "string" && FORMULA_DASHES.includes(value));
}

function whyBlank({ judging, actual }: Judged, unread: boolean): Unjudged {
  if (judging.target.kind === "absent") return "no-plan";
  if (!isGiven(actual)) return "no-actual";
  return unread ? "text-figure" : "no-period";
}
