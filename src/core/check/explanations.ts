/**
 * Giải trình: a warning that stands with a reason given for it. A reason holds for one statement of one rule about one
 * cell, and only for the figures that it was given for: when the cell's figure or another one that takes part changes,
 * the warning is open again. It moves with its row, which is known by its Mã số or, without one, by its label.
 */

import type { CellRole } from "../form/types";
import type { FigureCell, FigureTable } from "../table/figures";
import { address, cellAt, cellText, placeOf } from "../table/grid";
import { fold, tidy } from "../text/fold";
import type { CheckResult, Finding, RuleId } from "./finding";

/** The longest reason that is kept, in characters. */
export const LONGEST_EXPLANATION = 1_000;

export interface Explanation {
  readonly rule: RuleId;
  /** Mã số (a second row of the same code is `CODE#2`), or for rows without one the folded label and `#nth`. */
  readonly row: string;
  readonly measure?: string;
  readonly role: CellRole;
  /** The figures that it was given for, as a text that changes whenever one of them does; see {@link figureOf}. */
  readonly figure: string;
  /** The reason, one line. */
  readonly text: string;
  /** When it was given, ISO 8601. */
  readonly at: string;
}

/** What an explanation is given for: everything of it but the words and the moment. */
export type Explained = Omit<Explanation, "text" | "at">;

export interface ExplainedFinding {
  readonly finding: Finding;
  readonly explanation: Explanation;
}

export interface ExplainedResult {
  /** What still has to be mended or explained, and the hints; in the order of the check. */
  readonly open: Finding[];
  readonly explained: ExplainedFinding[];
  /** Reasons that hold for nothing now: their warning has gone, or their figures are others. */
  readonly stale: Explanation[];
}

/** Only warnings can be explained: an error must be mended, a hint asks for nothing. */
export function isExplainable({ level }: Finding): boolean {
  return level === "warning";
}

/**
 * Sorts a check's findings into those that are open and those that a reason has been given for. Linear in both.
 *
 * @param table the figures that were checked
 */
export function explainFindings(
  { findings }: Pick<CheckResult, "findings">,
  table: FigureTable,
  explanations: readonly Explanation[],
): ExplainedResult {
  if (explanations.length === 0) return { open: [...findings], explained: [], stale: [] };
  // The last one given for the same figures counts.
  const given = new Map(explanations.map((explanation) => [figuresKey(explanation), explanation]));
  const used = new Set<Explanation>();
  const open: Finding[] = [];
  const explained: ExplainedFinding[] = [];
  for (const finding of findings) {
    const explanation = isExplainable(finding) ? given.get(figuresKey(explainedBy(finding, table))) : undefined;
    if (explanation) {
      used.add(explanation);
      explained.push({ finding, explanation });
    } else open.push(finding);
  }
  return { open, explained, stale: explanations.filter((explanation) => !used.has(explanation)) };
}

/** What a reason for a finding is given for. */
export function explainedBy(finding: Finding, table: FigureTable): Explained {
  const { rule, measure, role } = finding;
  return {
    rule,
    row: rowOf(finding, table),
    ...(measure !== undefined && { measure }),
    role,
    figure: figureOf(finding, table),
  };
}

/**
 * The explanations with a reason for a finding, in place of what was said of it before, also for figures that have
 * changed since.
 *
 * @param stale those of `explanations` that hold for nothing (see {@link explainFindings})
 * @param at when it is given, ISO 8601
 */
export function withExplanation(
  explanations: readonly Explanation[],
  finding: Finding,
  table: FigureTable,
  { text, at, stale }: { readonly text: string; readonly at: string; readonly stale: readonly Explanation[] },
): Explanation[] {
  const given = explainedBy(finding, table);
  const key = figuresKey(given);
  const outdated = new Set(stale.filter((one) => cellKey(one) === cellKey(given)).map(figuresKey));
  const others = explanations.filter((one) => figuresKey(one) !== key && !outdated.has(figuresKey(one)));
  return [...others, { ...given, text: explanationText(text), at }];
}

/** The explanations without the one that holds for a finding. */
export function withoutExplanation(
  explanations: readonly Explanation[],
  finding: Finding,
  table: FigureTable,
): Explanation[] {
  const key = figuresKey(explainedBy(finding, table));
  return explanations.filter((one) => figuresKey(one) !== key);
}

/** The reason that was last given for the same statement when its figures were others: a draft for the next one. */
export function draftFor(finding: Finding, table: FigureTable, stale: readonly Explanation[]): string | undefined {
  const key = cellKey(explainedBy(finding, table));
  return stale.findLast((one) => cellKey(one) === key)?.text;
}

/** A reason as it is kept: one line, nothing invisible, not longer than {@link LONGEST_EXPLANATION}. */
export function explanationText(text: string): string {
  return tidy(text).slice(0, LONGEST_EXPLANATION).trimEnd();
}

/** Figures of more characters than this are kept as a mark of theirs. */
const LONGEST_FIGURE = 200;

/**
 * The figures that a finding speaks of, as a text: the cell's own, then those of the other cells that take part, each by
 * its row and column, so that neither a sorted sheet nor an inserted row changes it. A value that Excel, LibreOffice or
 * "chốt số" has merely written in another way is the same figure.
 */
export function figureOf(finding: Finding, table: FigureTable): string {
  // What is said of a column as a whole stands at its header: there its own words count.
  const own = finding.row <= table.binding.header.bottom ? finding.facts.stated : valueAt(table, finding);
  const others = finding.related.flatMap((at) => {
    const place = placeOf(at);
    return place && at !== finding.cell ? [`${cellName(table, place)}=${valueAt(table, place)}`] : [];
  });
  const elsewhere = (finding.elsewhere ?? []).map(({ sheet, value }) => `${sheet}=${value}`);
  const text = [own, ...others.sort(), ...elsewhere.sort()].join("; ");
  return text.length <= LONGEST_FIGURE ? text : `${own.slice(0, 60)}; ~${mark(text)}`;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

/** Digits in which every program that reckons in doubles agrees. */
const SAME_DIGITS = 14;

function valueAt(table: FigureTable, { row, column }: Place): string {
  const value = figureCells(table).get(address(row, column))?.value;
  if (value !== undefined) return String(Number(value.toPrecision(SAME_DIGITS)));
  return tidy(cellText(cellAt(table.grid, row, column)));
}

function cellName(table: FigureTable, { row, column }: Place): string {
  const bound = table.binding.columns.find((one) => one.column === column);
  return `${rowNames(table).get(row) ?? ""}/${bound ? `${bound.role}${bound.measure && `.${bound.measure}`}` : column}`;
}

/** A row that is missing is spoken of at the row above it, by its own Mã số. */
function rowOf({ row, code }: Finding, table: FigureTable): string {
  const name = rowNames(table).get(row) ?? "";
  return code === undefined || name.startsWith(`${code}#`) ? name : code;
}

const knownCells = new WeakMap<FigureTable, ReadonlyMap<string, FigureCell>>();

function figureCells(table: FigureTable): ReadonlyMap<string, FigureCell> {
  const known = knownCells.get(table);
  if (known) return known;
  const cells = new Map(table.rows.flatMap((row) => Object.values(row.cells).map((cell) => [cell.at, cell] as const)));
  knownCells.set(table, cells);
  return cells;
}

/** More of a label than this tells no two rows apart. */
const LONGEST_LABEL = 200;

const knownNames = new WeakMap<FigureTable, ReadonlyMap<number, string>>();

/** What each row of the sheet is known by, whatever its place. */
function rowNames(table: FigureTable): ReadonlyMap<number, string> {
  const known = knownNames.get(table);
  if (known) return known;
  const { rows, unbound } = table.binding;
  const names = new Map<number, string>();
  const seen = new Map<string, number>();
  const count = (name: string) => {
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    return nth;
  };
  for (const { row, code } of rows) {
    const nth = count(code);
    names.set(row, nth === 1 ? code : `${code}#${nth}`);
  }
  for (const { row, label } of unbound) {
    const name = fold(label).slice(0, LONGEST_LABEL);
    names.set(row, `${name}#${count(`#${name}`)}`);
  }
  knownNames.set(table, names);
  return names;
}

const cellKey = ({ rule, row, measure = "", role }: Omit<Explained, "figure">) =>
  JSON.stringify([rule, row, measure, role]);

const figuresKey = (explained: Explained) => `${cellKey(explained)} ${explained.figure}`;

/** A short mark of a long text (FNV-1a, twice 32 bits from different starts); it only has to differ when the text does. */
function mark(text: string): string {
  return [0x811c9dc5, 0x01000193].map((start) => fnv(text, start).toString(16).padStart(8, "0")).join("");
}

function fnv(text: string, start: number): number {
  let hash = start;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
