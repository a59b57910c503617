/** Plain tables of verdicts. */

import type { Verdict } from "./judge";

export const say = (line: string) => void process.stdout.write(`${line}\n`);

export const share = (part: number, whole: number) =>
  whole === 0 ? "none" : `${part}/${whole} = ${((part / whole) * 100).toFixed(1)}%`;

const count = (verdicts: readonly Verdict[], is: (verdict: Verdict) => boolean) => verdicts.filter(is).length;

export interface Summary {
  readonly revealable: number;
  readonly revealableHard: number;
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
export const isIn = ({ cells }: Verdict["mistake"], role: string) =>
  cells.size > 0 && [...cells.keys()].every((name) => name.endsWith(` ${role}`));

/**
 * One line a kind: injected; could be revealed; found of these; found though nothing had to reveal it; where all that is wrong takes part in findings, of all found; the true cell accused first and
 * among the first three, of all found; those where the relations determine the culprit, and accused first of these; those
 * of which new errors and warnings accuse wrong cells only.
 */
export function printTable(title: string, verdicts: readonly Verdict[]): void {
  const kinds = [...new Set(verdicts.map(({ mistake }) => mistake.kind))];
  const groups = [
    ...kinds.map((kind) => group(kind, verdicts, ({ mistake }) => mistake.kind === kind)),
    ...STYLES.map((style) =>
      group(`all, derived columns ${style}`, verdicts, ({ mistake }) => mistake.book.style === style),
    ),
    ...ROLES.map((role) => group(`all in ${role}`, verdicts, ({ mistake }) => isIn(mistake, role))),
    group("all", verdicts, () => true),
  ].filter(({ own }) => own.length > 0);
  const width = Math.max(...groups.map(({ name }) => name.length));
  say(`\n${title}`);
  say(`  ${"".padEnd(width)}  ${COLUMNS.map(([header]) => header).join("  ")}`);
  for (const { name, own } of groups) {
    say(`  ${name.padEnd(width)}  ${COLUMNS.map(([header, of]) => of(own).padStart(header.length)).join("  ")}`);
  }
}

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
