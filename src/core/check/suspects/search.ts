/**
 * The sets of cells whose change makes every broken relation hold, the lightest first.
 *
 * A set must hold a cell of every broken relation. Where changing a set breaks a relation that held, or leaves no value,
 * one of the other cells that are to blame for that joins it (a hitting-set tree, after Reiter; the error localisation
 * of Fellegi and Holt). Sets are taken in order of weight, so the first that does is the lightest.
 */

import type { Constraint } from "./constraint";
import type { Network } from "./network";
import { settle, type Boxes, type Budget } from "./propagate";

export interface Solution {
  readonly cells: readonly string[];
  /** Sum of the cells' weights. */
  readonly weight: number;
  readonly boxes: Boxes;
}

export interface SearchResult {
  /** In order of weight. */
  readonly solutions: readonly Solution[];
  /** Whether the budget ended before every light set was looked at. */
  readonly gaveUp: boolean;
}

/** Sets that weigh more than the lightest by less than this are told as well. */
const SLACK = 0.75;

/** Sets are counted against the budget also by this, so that a search of many small sets ends too. */
const STEPS_PER_SET = 5;

/** More cells than this are not blamed at once: who made five mistakes in one place is asked to look at all of it. */
const MAX_CELLS = 4;

interface Candidate {
  readonly cells: readonly string[];
  readonly weight: number;
}

/**
 * Searches the sets for a group of broken relations.
 *
 * @param weightOf what blaming a cell weighs, above zero
 * @param budget is drawn on; the search ends where nothing of it is left
 */
export function lightestSets(
  broken: readonly Constraint[],
  network: Network,
  weightOf: (at: string) => number,
  budget: Budget,
): SearchResult {
  const solutions: Solution[] = [];
  const seen = new Set<string>();
  const queue = queueOf();
  queue.push({ cells: [], weight: 0 });
  let cutOff = false;
  for (;;) {
    const candidate = queue.pop();
    if (!candidate || candidate.weight > (solutions[0]?.weight ?? Infinity) + SLACK)
      return { solutions, gaveUp: cutOff && solutions.length === 0 };
    if (budget.left <= 0) return { solutions, gaveUp: true };
    budget.left -= STEPS_PER_SET;
    if (solutions.some(({ cells }) => cells.every((at) => candidate.cells.includes(at)))) continue;
    const untouched = broken.find(({ cells }) => !cells.some(({ at }) => candidate.cells.includes(at)));
    const outcome = untouched
      ? { kind: "impossible" as const, conflict: untouched.cells.map(({ at }) => at) }
      : settle(network, candidate.cells, budget);
    if (outcome.kind === "possible") {
      solutions.push({ ...candidate, boxes: outcome.boxes });
      continue;
    }
    // Out of steps, not every value of this set may have been tried.
    if (budget.left <= 0) return { solutions, gaveUp: true };
    if (candidate.cells.length === MAX_CELLS) {
      cutOff = true;
      continue;
    }
    for (const at of outcome.conflict) {
      const cells = [...candidate.cells, at].sort();
      const key = cells.join(" ");
      if (candidate.cells.includes(at) || seen.has(key)) continue;
      seen.add(key);
      queue.push({ cells, weight: candidate.weight + weightOf(at) });
    }
  }
}

/** The lightest candidate first; of equally light ones the one that came first. */
function queueOf() {
  const heap: { candidate: Candidate; turn: number }[] = [];
  let turns = 0;
  const before = (a: number, b: number): boolean => {
    const [x, y] = [heap[a]!, heap[b]!];
    return x.candidate.weight < y.candidate.weight || (x.candidate.weight === y.candidate.weight && x.turn < y.turn);
  };
  const swap = (a: number, b: number): void => {
    [heap[a], heap[b]] = [heap[b]!, heap[a]!];
  };
  return {
    push(candidate: Candidate): void {
      heap.push({ candidate, turn: (turns += 1) });
      for (let at = heap.length - 1; at > 0 && before(at, (at - 1) >> 1); at = (at - 1) >> 1) swap(at, (at - 1) >> 1);
    },
    pop(): Candidate | undefined {
      const first = heap[0]?.candidate;
      const last = heap.pop();
      if (!last || heap.length === 0) return first;
      heap[0] = last;
      for (let at = 0; ;) {
        const [left, right] = [2 * at + 1, 2 * at + 2];
        let least = at;
        if (left < heap.length && before(left, least)) least = left;
        if (right < heap.length && before(right, least)) least = right;
        if (least === at) return first;
        swap(at, least);
        at = least;
      }
    },
  };
}
