/**
 * Who is to blame: for findings of broken relations the cells whose change would mend them all, most likely first.
 *
 * A post-step of the check. Each group of broken relations is solved apart by {@link lightestSets}; then the values that
 * are left, the slips that lead to them and the comparisons beside the cells decide the order.
 */

import { address, type CellPlace } from "../../table/grid";
import { figureKey, type FigureTable } from "../../table/figures";
import type { Draft } from "../finding";
import { INPUT_ROLES } from "../rule";
import { constraintKey, type Constraint } from "./constraint";
import { explain, type Explanation } from "./explain";
import { groupsOf } from "./groups";
import { networkOf, type Network } from "./network";
import { touchedBy, type Budget } from "./propagate";
import { lightestSets, type Solution } from "./search";
import type { Suspect } from "./suspect";
import { suspectOf } from "./suspect-of";
import { suspectsOfComparisons } from "./suspects-of-comparisons";
import { weightOf } from "./weigh";

export interface SuspectOptions {
  /** A1 addresses of cells that were changed a moment ago. */
  readonly recent?: ReadonlySet<string>;
  /** Steps after which the search of a whole table ends; see {@link Budget}. */
  readonly steps?: number;
}

export interface SuspectResult {
  readonly byDraft: ReadonlyMap<Draft, readonly Suspect[]>;
  /** Findings for which not every light set of cells was looked at. */
  readonly gaveUp: readonly Draft[];
}

/** Some thousand contradictions are explained with it; used to the last step it is under a second. */
const STEPS = 200_000;

/** What one group may use of it. */
const STEPS_PER_GROUP = 40_000;

/** What a group may use even where many wait behind it: enough for any that is not a tangle. */
const STEPS_AT_LEAST = 1_000;

/** Suspects that are told of one finding. */
const MOST = 5;

/** What a slip that leads to the only value that mends takes off a cell's weight. */
const SLIP_BONUS = 0.6;

/** What each comparison that tells of the mended figure takes off, and each that tells of the stated one adds. */
const COMPARISON_BONUS = 0.4;

/** Of two cells equally likely the one that the relation is about comes first. */
const OWN_CELL = 0.05;

/** Two scores closer than this differ by the noise of binary arithmetic. */
const EQUAL = 1e-6;

/**
 * Finds the suspects of every finding of a broken relation or comparison, a group of them in each step. Does nothing
 * where none is.
 */
export function* suspectsInSteps(
  table: FigureTable,
  drafts: readonly Draft[],
  options: SuspectOptions = {},
): Generator<void, SuspectResult, void> {
  const byDraft = new Map<Draft, readonly Suspect[]>();
  const gaveUp: Draft[] = [];
  const { form } = table.binding;
  const relations = drafts.filter(({ rule }) => rule.startsWith("QH"));
  const comparisons = drafts.filter(({ rule }) => rule === "SS1" || rule === "SS2");
  if (!form || relations.length + comparisons.length === 0) return { byDraft, gaveUp };

  const network = networkOf(table, form);
  const draftOf = new Map<Constraint, Draft>();
  for (const draft of relations) {
    const constraint = constraintOf(draft, table, network);
    if (constraint) draftOf.set(constraint, draft);
  }
  const broken = new Set(draftOf.keys());
  const recent = options.recent ?? new Set<string>();
  const weights = new Map<string, number>();
  const weight = (at: string): number => {
    const known = weights.get(at) ?? weightOf(network.variable(at), network, broken, recent);
    weights.set(at, known);
    return known;
  };
  const total: Budget = { left: options.steps ?? STEPS };
  const groups = groupsOf([...broken], network);
  for (const [index, group] of groups.entries()) {
    // A tangle does not leave the groups behind it without.
    const share = Math.max(STEPS_AT_LEAST, total.left / (groups.length - index));
    const allowed = Math.max(0, Math.min(total.left, share, STEPS_PER_GROUP));
    const budget: Budget = { left: allowed };
    const { solutions, gaveUp: ended } = lightestSets(group, network, weight, budget);
    total.left -= allowed - budget.left;
    yield;
    if (ended) gaveUp.push(...group.map((constraint) => draftOf.get(constraint)!));
    const told = solutions.map((solution) => tell(solution, table, network));
    for (const constraint of group) {
      const suspects = suspectsFor(constraint, group, told, network, recent);
      if (suspects.length > 0) byDraft.set(draftOf.get(constraint)!, suspects);
    }
  }
  const leading = leadersAmong([...byDraft.values()]);
  // What was typed over a formula is itself what was changed.
  const typedOver = new Set(drafts.filter(({ rule }) => rule === "SS5").map(({ row, column }) => address(row, column)));
  for (const draft of comparisons) {
    if (total.left <= 0) break;
    if (typedOver.has(address(draft.row, draft.column))) continue;
    const suspects = suspectsOfComparisons(draft, table, network, recent, total, leading);
    if (suspects.length > 0) byDraft.set(draft, suspects);
  }
  return { byDraft, gaveUp };
}

/** The first suspects of broken relations of which a comparison beside the cell tells the same, by A1 address. */
function leadersAmong(lists: readonly (readonly Suspect[])[]): ReadonlyMap<string, Suspect> {
  const first = lists.flatMap(([suspect]) => (suspect?.facts.comparison ? [suspect] : []));
  return new Map(first.map((suspect) => [suspect.cell, suspect]));
}

function constraintOf(draft: Draft, table: FigureTable, network: Network): Constraint | undefined {
  const row = table.byCode.get(figureKey(draft.code ?? "", draft.measure ?? ""));
  const role = INPUT_ROLES.find((input) => input === draft.role);
  if (!row || !role) return undefined;
  const at = address(draft.row, draft.column);
  if (row.cells[role]?.at !== at) return undefined;
  network.enter(row, role);
  const key = constraintKey(draft.rule, at, draft.related);
  return network.around(at).find((constraint) => constraint.key === key);
}

/** A solution with its values explained. */
interface Told {
  readonly cells: ReadonlyMap<string, Explanation>;
  readonly score: number;
}

function tell({ cells, weight, boxes }: Solution, table: FigureTable, network: Network): Told {
  const explained = new Map<string, Explanation>();
  let score = weight;
  for (const at of cells) {
    const explanation = explain(network.variable(at), boxes.get(at)!, table);
    if (!explanation) return { cells: new Map(), score: Infinity };
    explained.set(at, explanation);
    score -= SLIP_BONUS * explanation.strength + COMPARISON_BONUS * explanation.comparisons;
  }
  return { cells: explained, score };
}

function suspectsFor(
  constraint: Constraint,
  group: readonly Constraint[],
  told: readonly Told[],
  network: Network,
  recent: ReadonlySet<string>,
): readonly Suspect[] {
  const own = constraint.cells[0]?.at;
  const entries = told
    .flatMap(({ cells, score }) =>
      constraint.cells.flatMap((cell) => {
        const { at } = cell;
        const explanation = cells.get(at);
        const key = score - (at === own ? OWN_CELL : 0);
        return explanation ? [{ at, cell, explanation, key, also: tiedTo(at, [...cells.keys()], network) }] : [];
      }),
    )
    .sort(likelyFirst);
  // Of several sets that a cell is in, the likeliest speaks for it.
  const once = entries.filter(({ at }, index) => entries.findIndex((entry) => entry.at === at) === index);
  return once.slice(0, MOST).map(({ at, explanation, also }) =>
    suspectOf(network.variable(at), explanation, {
      mends: group.filter(({ cells }) => cells.some((other) => other.at === at)).length,
      also,
      recent: recent.has(at),
    }),
  );
}

interface Ranked {
  readonly cell: CellPlace;
  readonly key: number;
}

/** Equally likely cells in the order of the sheet. */
function likelyFirst(a: Ranked, b: Ranked): number {
  const apart = a.key - b.key;
  if (Math.abs(apart) > EQUAL) return apart;
  return a.cell.row - b.cell.row || a.cell.column - b.cell.column;
}

/** The other cells of a set that a relation ties to this one: they change with it or not at all. */
function tiedTo(at: string, cells: readonly string[], network: Network): readonly string[] {
  if (cells.length === 1) return [];
  const tied = new Set(touchedBy(network, [at]).flatMap((constraint) => constraint.cells.map((cell) => cell.at)));
  return cells.filter((other) => other !== at && tied.has(other));
}
