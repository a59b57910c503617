/** What the product makes of a mistake, beside what could be noticed of it. */

import { checkTable } from "../../src/core/check/engine";
import type { CheckResult, Finding } from "../../src/core/check/finding";
import { recognise } from "../../src/core/form/recognise";
import type { Binding } from "../../src/core/table/binding";
import { address, type Cell, type Grid } from "../../src/core/table/grid";
import { fillRows, namesByAddress, placesOf, type Book, type CellName, type Line } from "./book";
import { cleanCell, type Mistake } from "./mistakes";
import { isDetermined, violationsAround, type Sheet, type Violation } from "./oracle";

export interface Verdict {
  readonly mistake: Mistake;
  /** A relation, bound, comparison, derived column or the form of the table contradicts it. */
  readonly revealable: boolean;
  /** Only the size of the figure does: a matter of judgement, so told apart. */
  readonly onlyUnusual: boolean;
  /** The relations leave no other cell that could be to blame. */
  readonly determined: boolean;
  readonly by: readonly string[];
  /** A wrong cell takes part in a new error or warning. */
  readonly found: boolean;
  /** Only a new hint says something of a wrong cell: no find. */
  readonly hintOnly: boolean;
  /** Every cell that is wrong takes part in some new error or warning. */
  readonly foundAll: boolean;
  readonly first: boolean;
  readonly amongThree: boolean;
  /** New errors and warnings, and those of them that accuse a wrong cell first. */
  readonly accusations: number;
  readonly rightAccusations: number;
  /** New errors and warnings, the graver ones first. */
  readonly fresh: readonly Finding[];
}

interface Suspect {
  readonly cell: string;
}

/** The cells that a finding accuses, most likely first; by its own cell where it names no suspects. */
function accused(finding: Finding & { readonly suspects?: readonly Suspect[] }): string[] {
  const suspects = finding.suspects?.map(({ cell }) => cell) ?? [];
  return suspects.length > 0 ? suspects : [finding.cell];
}

const LEVELS = { error: 0, warning: 1, hint: 2 } as const;
const isLoud = ({ level }: Finding) => level !== "hint";

/**
 * What makes a finding the same as before, whatever row it has moved to: its rule, its cell and the cells that take part.
 * Not its words: a finding that was there before and now says another figure was not brought about by the mistake.
 */
function keyOf(finding: Finding, binding: Binding): string {
  const names = namesByAddress(binding);
  const nameAt = (cell: string) => names.get(cell) ?? "elsewhere";
  // A finding about a row that is gone points at what is left beside it.
  const own = [finding.code, finding.measure, finding.role].join(" ");
  return [finding.rule, own, ...finding.related.map(nameAt).sort()].join(" | ");
}

const cleanResults = new WeakMap<Book, CheckResult>();

export function checkClean(book: Book): CheckResult {
  const known = cleanResults.get(book);
  if (known) return known;
  const result = checkTable(book.grid, book.binding);
  cleanResults.set(book, result);
  return result;
}

/** The table with the mistake in it. */
function spoiled({ book, cells, deleted }: Mistake): { readonly grid: Grid; readonly binding: Binding } {
  if (deleted !== undefined) {
    const gone = book.binding.rows.find(({ code }) => code === deleted)!.row;
    const shorter = { ...book.grid, rows: book.grid.rows.filter((_, row) => row !== gone) };
    return { grid: shorter, binding: recognise(shorter, [book.form])! };
  }
  const rows: Line[] = [...book.grid.rows] as Line[];
  const touched = new Set<number>();
  const kept = new Set<string>();
  for (const [name, cell] of cells) {
    const { row, column } = placesOf(book.binding).get(name)!;
    if (!touched.has(row)) rows[row] = [...rows[row]!];
    touched.add(row);
    rows[row]![column] = cell;
    if (name.includes(" vs")) kept.add(address(row, column));
  }
  const grid = { ...book.grid, rows };
  // What is calculated follows; what is typed stands as it is.
  const own = { ...book.binding, rows: book.binding.rows.filter(({ row }) => touched.has(row)) };
  if (book.style === "formulas") fillRows(rows, grid, own, "formulas", kept);
  return { grid, binding: book.binding };
}

function sheetOf(book: Book, grid: Grid, binding: Binding): Sheet {
  const places = placesOf(binding);
  const cell = (name: CellName): Cell | undefined => {
    const place = places.get(name);
    return place && grid.rows[place.row]?.[place.column];
  };
  return { style: book.style, form: book.form, cell };
}

/** The clean book as the oracle sees it. */
export function cleanSheet(book: Book): Sheet {
  return { style: book.style, form: book.form, cell: (name) => cleanCell(book, name) };
}

/** Checks the table with the mistake and judges what was said of it. */
export function judge(mistake: Mistake): Verdict {
  const { book, deleted } = mistake;
  const { grid, binding } = spoiled(mistake);
  const wrong = new Set(mistake.wrong);
  const violations = deleted === undefined ? violationsOf(mistake, grid, binding) : [];
  const hard = violations.filter(({ by }) => by !== "unusual");

  const freshOf = (is: (finding: Finding) => boolean) => {
    const before = new Set(
      checkClean(book)
        .findings.filter(is)
        .map((one) => keyOf(one, book.binding)),
    );
    return result.findings.filter((one) => is(one) && !before.has(keyOf(one, binding)));
  };
  const result = checkTable(grid, binding);
  const fresh = freshOf(isLoud).sort((a, b) => LEVELS[a.level] - LEVELS[b.level]);
  const names = namesByAddress(binding);
  // A row that is gone has no cell; the finding names it by its Mã số.
  const isWrong = (finding: Finding, cell: string) =>
    deleted === undefined ? wrong.has(names.get(cell) ?? "") : finding.code === deleted;
  const partsOf = (finding: Finding) => [finding.cell, ...finding.related, ...accused(finding)];
  const touches = (finding: Finding) => partsOf(finding).some((cell) => isWrong(finding, cell));
  const touched = new Set(fresh.flatMap(partsOf).map((cell) => names.get(cell)));
  const list = fresh.flatMap((finding) => accused(finding).map((cell) => ({ finding, cell })));
  const distinct = list.filter(({ cell }, index) => list.findIndex((one) => one.cell === cell) === index);
  const found = fresh.some(touches);
  return {
    mistake,
    revealable: deleted !== undefined || violations.length > 0,
    onlyUnusual: deleted === undefined && violations.length > 0 && hard.length === 0,
    determined: isDetermined(sheetOf(book, grid, binding), violations, wrong),
    by: deleted === undefined ? [...new Set(violations.map(({ by }) => by))] : ["row"],
    found,
    hintOnly: !found && freshOf((finding) => !isLoud(finding)).some(touches),
    foundAll: deleted === undefined ? mistake.wrong.every((name) => touched.has(name)) : found,
    first: distinct.slice(0, 1).some(({ finding, cell }) => isWrong(finding, cell)),
    amongThree: distinct.slice(0, 3).some(({ finding, cell }) => isWrong(finding, cell)),
    accusations: fresh.length,
    rightAccusations: fresh.filter((finding) => isWrong(finding, accused(finding)[0]!)).length,
    fresh,
  };
}

/** What cannot be as it is, around what was changed and what is wrong. */
function violationsOf(mistake: Mistake, grid: Grid, binding: Binding): Violation[] {
  const around = new Set([...mistake.cells.keys(), ...mistake.wrong]);
  return violationsAround(sheetOf(mistake.book, grid, binding), cleanSheet(mistake.book), [...around]);
}
