/** The column "Đánh giá" of a table: where it stands, and the edits that fill it. */

import { STATUS_WORDS } from "../compare/assess";
import { assessmentWord, judgedRow, type JudgedRow } from "../compare/judged-row";
import { assessmentHeader, judgedMeasures } from "../table/assessment-cells";
import { columnsOf, type FillMode } from "../table/binding";
import { isGiven, type FigureTable } from "../table/figures";
import { address, cellAt, cellText, isEmpty, type Cell, type CellEdit, type Grid } from "../table/grid";
import { assessmentFormula, assessmentFunction, isAssessmentFormula } from "./assessment-formulas";
import { ASSESSMENT_WIDTH } from "./assessment-look";
import { isCounted, referenceTo } from "./formulas";

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

/** A column that is added beside a table and shall look like it. Rows and columns are 0-based, rows inclusive. */
export interface AddedColumn {
  readonly column: number;
  /** The column whose look its cells take, row by row. */
  readonly like: number;
  readonly top: number;
  readonly bottom: number;
  /** In characters. */
  readonly width: number;
  /** Rows of the header that are one cell there, as they are in the column `like`. */
  readonly merged?: { readonly top: number; readonly bottom: number };
}

/** Why a row that is judged has no word. */
export type Unjudged = "no-actual" | "no-plan" | "no-period" | "text-figure" | "merged";

/** A word or a formula of the user's own that filling replaces; `from` and `to` as one reads them. */
export interface ReplacedWord {
  readonly at: string;
  readonly code?: string;
  readonly from: string;
  readonly to: string;
}

export interface AssessmentPlan {
  readonly columns: readonly AssessmentColumn[];
  /** Of them, those that the sheet does not have yet. */
  readonly added: readonly AddedColumn[];
  readonly edits: readonly CellEdit[];
  /** Cells that say whether the target is reached. */
  readonly judged: number;
  /** Cells that say that the figure was not collected: TH holds "…" or words. */
  readonly missing: number;
  readonly leftBlank: readonly { readonly at: string; readonly code?: string; readonly why: Unjudged }[];
  readonly replaced: readonly ReplacedWord[];
}

/**
 * Plans the column "Đánh giá": the word of every indicator that is judged, blank where a figure is missing. Rows that
 * are not judged stay as they are, and so does what somebody typed where there is nothing to say.
 *
 * @returns no columns where the form is not known or is not judged
 */
export function planAssessment(table: FigureTable, mode: FillMode): AssessmentPlan {
  const columns = assessmentColumns(table);
  const added = columns.filter(({ isNew }) => isNew).map((column) => addedColumn(column, table));
  const plan = {
    columns,
    added,
    edits: [] as CellEdit[],
    judged: 0,
    missing: 0,
    leftBlank: [] as { at: string; code?: string; why: Unjudged }[],
    replaced: [] as ReplacedWord[],
  };
  for (const { column, measure, isNew, like } of columns) {
    if (!isNew) continue;
    const value = assessmentHeader(table.binding.form, measure);
    plan.edits.push({ row: headerRow(table, like), column, value });
    const number = columnNumber(table, column);
    if (number) plan.edits.push({ ...number, column });
  }
  const covered = coveredCells(table.grid, new Set(columns.map(({ column }) => column)));
  for (const row of table.rows) {
    const place = columns.find(({ measure }) => measure === row.measure.id);
    const judged = place && judgedRow(row, table);
    if (!place || !judged) continue;
    const at = { row: row.row, column: place.column };
    const about = { at: address(at.row, at.column), ...(row.code !== undefined && { code: row.code }) };
    if (covered.has(about.at)) {
      plan.leftBlank.push({ ...about, why: "merged" });
      continue;
    }
    const own = ownContent(cellAt(table.grid, at.row, at.column));
    const formula = mode === "values" ? undefined : formulaFor(judged, mode);
    const unread = formula?.plain === true && !isReadable(judged);
    const word = unread ? "" : assessmentWord(judged);
    if (word === "") plan.leftBlank.push({ ...about, why: whyBlank(judged, unread) });
    else if (word === STATUS_WORDS.noData) plan.missing += 1;
    else plan.judged += 1;
    if (own !== undefined && word === "") continue;
    if (own !== undefined && own !== word) plan.replaced.push({ ...about, from: own, to: word });
    plan.edits.push(
      formula ? { ...at, value: word, formula: formula.text } : { ...at, value: word === "" ? null : word },
    );
  }
  return plan;
}

/** What the user put into a cell: words, or a formula that is none of ours. */
function ownContent(held: Cell | undefined): string | undefined {
  if (held?.formula !== undefined) return isAssessmentFormula(held.formula) ? undefined : `=${held.formula}`;
  return isEmpty(held) ? undefined : cellText(held);
}

/** Cells of some columns that lie inside of a merged cell without being its first one: what is written there is lost. */
function coveredCells(grid: Grid, columns: ReadonlySet<number>): ReadonlySet<string> {
  const covered = new Set<string>();
  for (const { top, left, bottom, right } of grid.merges ?? []) {
    for (const column of columns) {
      if (column < left || column > right) continue;
      for (let row = top; row <= Math.min(bottom, grid.rows.length - 1); row += 1) {
        if (row !== top || column !== left) covered.add(address(row, column));
      }
    }
  }
  return covered;
}

/** The row of the header that the words of a column stand in. */
function headerRow({ grid, binding }: FigureTable, column: number): number {
  const { top, bottom } = binding.header;
  for (let row = top; row <= bottom; row += 1) if (!isEmpty(cellAt(grid, row, column))) return row;
  return top;
}

function addedColumn({ column, like, top, bottom }: AssessmentColumn, table: FigureTable): AddedColumn {
  const { header } = table.binding;
  const merged = table.grid.merges?.find(
    (merge) => merge.left === like && merge.right === like && merge.top >= header.top && merge.bottom <= header.bottom,
  );
  return {
    column,
    like,
    top,
    bottom,
    width: ASSESSMENT_WIDTH,
    ...(merged && { merged: { top: merged.top, bottom: merged.bottom } }),
  };
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

/** The columns that are there by their header, else new ones right of the table. */
export function assessmentColumns(table: FigureTable): AssessmentColumn[] {
  const { binding, assessmentColumns: there } = table;
  const { top, bottom: headerBottom } = binding.header;
  const bottom = Math.max(headerBottom, ...table.rows.map(({ row }) => row));
  const like = (["unit", "label"] as const).flatMap((role) => columnsOf(binding, role).map(({ column }) => column))[0];
  const isFree = freeColumns(table, top, bottom);
  let next = 0;
  const free = () => {
    while (!isFree(next)) next += 1;
    return next++;
  };
  return judgedMeasures(binding).map((measure): AssessmentColumn => {
    const found = there.get(measure);
    const column = found ?? free();
    return { measure, column, isNew: found === undefined, like: like ?? binding.columns[0]!.column, top, bottom };
  });
}

/** Right of everything that the rows of the table hold, merged cells to their ends; a hidden column would not be seen. */
function freeColumns({ grid, binding }: FigureTable, top: number, bottom: number): (column: number) => boolean {
  const rows = grid.rows.slice(top, bottom + 1);
  const filled = rows.map((cells) => cells.reduce((last, cell, column) => (isHeld(cell) ? column : last), -1));
  const merges = (grid.merges ?? []).filter(
    (merge) => merge.top <= bottom && merge.bottom >= top && merge.right - merge.left <= WIDEST_MERGE,
  );
  const last = Math.max(...binding.columns.map(({ column }) => column), ...filled, ...merges.map(({ right }) => right));
  return (column) => column > last && !grid.hiddenColumns?.has(column);
}

/** Cells merged over more columns than this are no part of a table. */
const WIDEST_MERGE = 200;

/** A formula that shows nothing is something, too. */
const isHeld = (cell: Cell | undefined) => !isEmpty(cell) || cell?.formula !== undefined;

/** Where our function cannot say it, the plain formula does. */
function formulaFor({ judging, actual, target }: JudgedRow, mode: "functions" | "formulas") {
  const [now, plan] = [referenceTo(actual), referenceTo(target)];
  const ours = mode === "functions" ? assessmentFunction(now, plan, judging) : undefined;
  return ours === undefined
    ? { text: assessmentFormula(now, plan, judging), plain: true }
    : { text: ours, plain: false };
}

/** Whether a plain formula can say what the figures come to. */
export function isReadable({ judging, actual, target }: JudgedRow): boolean {
  const plan = isCounted(target) || judging.target.kind === "bound";
  const { figure } = actual;
  return plan && (isCounted(actual) || (figure.kind === "missing" && figure.written === "ellipsis"));
}

function whyBlank({ judging, actual }: JudgedRow, unread: boolean): Unjudged {
  if (judging.target.kind === "absent") return "no-plan";
  if (!isGiven(actual)) return "no-actual";
  return unread ? "text-figure" : "no-period";
}
