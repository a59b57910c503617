/**
 * The suspects in one part of a form. Each group of broken relations is solved apart by {@link lightestSets}; then the
 * values that are left, the slips that lead to them and the comparisons beside the cells decide the order.
 */

import { address, type CellPlace } from "../../table/grid";
import { figureKey, type FigureTable } from "../../table/figures";
import type { Draft } from "../finding";
import { INPUT_ROLES } from "../rule";
import { constraintKey, type Constraint } from "./constraint";
import { explain, type Explanation } from "./explain";
import { groupsOf } from "./groups";
import { networkOf, type Network } from "./network";
import type { Part } from "./parts";
import { touchedBy, type Budget } from "./propagate";
import { lightestSets, type Solution } from "./search";
import type { Suspect } from "./suspect";
import { suspectOf } from "./suspect-of";
import { suspectsOfComparisons } from "./suspects-of-comparisons";
import { weightOf } from "./weigh";

export interface PartResult {
  /** For each draft, in their order; none where nobody is suspected. */
  readonly suspects: readonly (readonly Suspect[])[];
  /** Drafts for which not every light set of cells was looked at. */
  readonly gaveUp: readonly Draft[];
  /** Steps that the search took. */
  readonly used: number;
  /** Whether more steps could lead to more. */
  readonly endedEarly: boolean;
}

/** What a group may use even where others wait behind it. */
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
 * Finds the suspects of what is wrong in a part of the form.
 *
 * @param steps after which the search ends; one that ends before finds the same with any more
 * @param recentCells A1 addresses of the cells that were changed a moment ago, with spaces between them
 * @param drafts broken relations, and comparisons that do not follow
 */
export function suspectsInPart(
  table: FigureTable,
  { form }: Part,
  steps: number,
  recentCells: string,
  ...drafts: readonly Draft[]
): PartResult {
  const network = networkOf(table, form);
  const recent = new Set(recentCells.split(" "));
  const byDraft = new Map<Draft, readonly Suspect[]>();
  const total: Budget = { left: steps };
  const relations = drafts.filter(({ rule }) => rule.startsWith("QH"));
  const ended = searchRelations(relations, { table, network, recent, total, byDraft });
  const leading = leadersAmong([...byDraft.values()]);
  for (const draft of drafts) {
    if (total.left <= 0) break;
    if (!relations.includes(draft))
      byDraft.set(draft, suspectsOfComparisons(draft, table, network, recent, total, leading));
  }
  return {
    suspects: drafts.map((draft) => byDraft.get(draft) ?? []),
    gaveUp: ended.gaveUp,
    used: steps - total.left,
    endedEarly: ended.early || total.left <= 0,
  };
}

interface Search {
  readonly table: FigureTable;
  readonly network: Network;
  readonly recent: ReadonlySet<string>;
  readonly total: Budget;
  /** What is found. */
  readonly byDraft: Map<Draft, readonly Suspect[]>;
}

/** @returns the drafts of groups whose search ended before all was looked at, and whether more steps would help any */
function searchRelations(
  drafts: readonly Draft[],
  { table, network, recent, total, byDraft }: Search,
): { readonly gaveUp: readonly Draft[]; readonly early: boolean } {
  const draftOf = new Map<Constraint, Draft>();
  for (const draft of drafts) {
    const constraint = constraintOf(draft, table, network);
    if (constraint) draftOf.set(constraint, draft);
  }
  const broken = new Set(draftOf.keys());
  const weights = new Map<string, number>();
  const weight = (at: string): number => {
    const known = weights.get(at) ?? weightOf(network.variable(at), network, broken, recent);
    weights.set(at, known);
    return known;
  };
  const gaveUp: Draft[] = [];
  let early = false;
  const groups = groupsOf([...broken], network);
  for (const [index, group] of groups.entries()) {
    // A tangle does not leave the groups behind it without.
    const share = Math.max(STEPS_AT_LEAST, total.left / (groups.length - index));
    const allowed = Math.max(0, Math.min(total.left, share));
    const budget: Budget = { left: allowed };
    const { solutions, gaveUp: ended } = lightestSets(group, network, weight, budget);
    total.left -= allowed - budget.left;
    early ||= budget.left <= 0;
    if (ended) gaveUp.push(...group.map((constraint) => draftOf.get(constraint)!));
    const told = solutions.map((solution) => tell(solution, table, network));
    for (const constraint of group)
      byDraft.set(draftOf.get(constraint)!, suspectsFor(constraint, group, told, network, recent));
  }
  return { gaveUp, early };
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
