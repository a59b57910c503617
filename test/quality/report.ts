/** Plain tables of verdicts. */

import type { Verdict } from "./judge";
import { INPUTS } from "./mistakes";

export const say = (line: string) => void process.stdout.write(`${line}\n`);

export const share = (part: number, whole: number) =>
  whole === 0 ? "none" : `${part}/${whole} = ${((part / whole) * 100).toFixed(1)}%`;

const count = (verdicts: readonly Verdict[], is: (verdict: Verdict) => boolean) => verdicts.filter(is).length;

export interface Summary {
  readonly revealable: number;
  readonly revealableHard: number;
  readonly injected: number;
  readonly foundOfAll: number;
  readonly found: number;
  readonly foundHard: number;
  readonly determined: number;
  readonly firstDetermined: number;
  readonly accusations: number;
  readonly rightAccusations: number;
}

export function summary(verdicts: readonly Verdict[]): Summary {
  const revealable = verdicts.filter((one) => one.revealable);
  const hard = revealable.filter(({ onlyUnusual }) => !onlyUnusual);
  const determined = verdicts.filter((one) => one.determined);
  return {
    revealable: revealable.length,
    revealableHard: hard.length,
    injected: verdicts.length,
    foundOfAll: count(verdicts, ({ found }) => found),
    found: count(revealable, ({ found }) => found),
    foundHard: count(hard, ({ found }) => found),
    determined: determined.length,
    firstDetermined: count(determined, ({ first }) => first),
    accusations: verdicts.reduce((sum, { accusations }) => sum + accusations, 0),
    rightAccusations: verdicts.reduce((sum, { rightAccusations }) => sum + rightAccusations, 0),
  };
}

const percent = (part: number, whole: number) => (whole === 0 ? "-" : `${((part / whole) * 100).toFixed(1)}%`);

const COLUMNS: readonly (readonly [header: string, of: (verdicts: readonly Verdict[]) => string])[] = [
  ["injected", (all) => String(all.length)],
  ["revealable", (all) => String(summary(all).revealable)],
  ["found", (all) => String(summary(all).found)],
  ["recall", (all) => percent(summary(all).found, summary(all).revealable)],
  [
    "of injected",
    (all) =>
      percent(
        count(all, ({ found }) => found),
        all.length,
      ),
  ],
  ["hint only", (all) => String(count(all, ({ hintOnly }) => hintOnly))],
  ["beyond", (all) => String(count(all, ({ revealable, found }) => found && !revealable))],
  [
    "first",
    (all) =>
      percent(
        count(all, ({ found, first }) => found && first),
        count(all, ({ found }) => found),
      ),
  ],
  [
    "all of it",
    (all) =>
      percent(
        count(all, ({ found, foundAll }) => found && foundAll),
        count(all, ({ found }) => found),
      ),
  ],
  [
    "in three",
    (all) =>
      percent(
        count(all, ({ found, amongThree }) => found && amongThree),
        count(all, ({ found }) => found),
      ),
  ],
  ["determined", (all) => String(summary(all).determined)],
  ["of these first", (all) => percent(summary(all).firstDetermined, summary(all).determined)],
  [
    "only wrong",
    (all) =>
      percent(
        count(all, accusesOnlyWrong),
        count(all, ({ accusations }) => accusations > 0),
      ),
  ],
];

const accusesOnlyWrong = ({ accusations, rightAccusations }: Verdict) =>
  accusations > 0 && accusations === rightAccusations;

const group = (name: string, verdicts: readonly Verdict[], is: (verdict: Verdict) => boolean) => ({
  name,
  own: verdicts.filter(is),
});

const STYLES = ["typed", "formulas"] as const;
const ROLES = ["plan", "actual", "samePeriod", "vsPlan", "vsSamePeriod"] as const;
/** Whether a mistake is of one column. */
const isIn = ({ cells }: Verdict["mistake"], role: string) =>
  cells.size > 0 && [...cells.keys()].every((name) => name.endsWith(` ${role}`));

/** What the columns and the shares mean, for whoever reads them. */
const DEFINITIONS = `
What is counted
  new             an error or warning of a rule, cell and related cells for which the clean book has none; hints and
                  other words for what was said before do not count
  revealable      a relation, bound, comparison, required figure or the form of the number no longer holds around the cell,
                  or the figure is five times apart from two others of its row that were alike; row deleted: always
  found, recall   of the revealable: a wrong cell is the cell, a related cell or a suspect of something new
  of injected     the same, of all that were put in, revealable or not
  hint only       nothing but a hint speaks of a wrong cell: a miss
  beyond          found although nothing had to reveal it
  first, in three of all found: a wrong cell is the first, or among the first three, of the cells that are accused, by the
                  graver findings first; a finding accuses its first suspects, or its own cell where it names none
  all of it       of all found: every wrong cell takes part in something new
  determined      the broken relations fall into groups that share no cell, and in each exactly one cell could, rightly
                  changed, mend the group and break nothing else, and it is a wrong one
  only wrong      of those with something new: everything new accuses first a cell that is wrong
What this cannot show
  The relations, bounds and expressions are the product's own definitions, evaluated anew: a relation that the definitions
  lack reveals nothing here, so it cannot count as a miss.
  In the book of formulas a slip in a derived cell is a number over a formula, which needs no arithmetic to find; the lines
  for KH, TH and CK leave it out.`;

export const printDefinitions = () => say(DEFINITIONS);

/** One line a kind, style and column; {@link printDefinitions} says what the columns mean. */
export function printTable(title: string, verdicts: readonly Verdict[]): void {
  const kinds = [...new Set(verdicts.map(({ mistake }) => mistake.kind))];
  const groups = [
    ...kinds.map((kind) => group(kind, verdicts, ({ mistake }) => mistake.kind === kind)),
    ...STYLES.map((style) =>
      group(`all, derived columns ${style}`, verdicts, ({ mistake }) => mistake.book.style === style),
    ),
    ...ROLES.map((role) => group(`all in ${role}`, verdicts, ({ mistake }) => isIn(mistake, role))),
    group("all in KH, TH or CK", verdicts, isOfInputs),
    group("all", verdicts, () => true),
  ].filter(({ own }) => own.length > 0);
  const width = Math.max(...groups.map(({ name }) => name.length));
  say(`\n${title}`);
  say(`  ${"".padEnd(width)}  ${COLUMNS.map(([header]) => header).join("  ")}`);
  for (const { name, own } of groups) {
    say(`  ${name.padEnd(width)}  ${COLUMNS.map(([header, of]) => of(own).padStart(header.length)).join("  ")}`);
  }
}

/** Whether only KH, TH or CK were changed: what the check must find by relations, not by a lost formula. */
export const isOfInputs = ({ mistake }: Verdict) =>
  mistake.cells.size > 0 && [...mistake.cells.keys()].every((name) => INPUTS.some((role) => name.endsWith(` ${role}`)));

/** What was missed, or blamed on another cell, with what would have shown it. */
export function printMisses(verdicts: readonly Verdict[]): void {
  say("\nMissed although revealable; not accused first although determined");
  for (const { mistake, revealable, determined, found, first, by, fresh } of verdicts) {
    const missed = revealable && !found;
    if (!missed && !(determined && !first)) continue;
    const { book, kind, cells, wrong } = mistake;
    const now = [...cells].map(([name, cell]) => `${name} = ${JSON.stringify(cell?.value ?? null)}`).join("; ");
    const said = fresh.map(({ rule, cell, code, role }) => `${rule} ${code} ${role} ${cell}`).join(", ");
    say(
      `  ${missed ? "missed" : "blamed"}  ${kind} (${book.style}) ${now || wrong.join(", ")} | ${by.join(", ")} | ${said}`,
    );
  }
}
