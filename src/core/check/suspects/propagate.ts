/** Whether a few cells can be changed so that every relation about them holds, and what they may then be. */

import { isEmptyBox, meet, noiseAt, type Box } from "./box";
import type { Constraint } from "./constraint";
import type { Network } from "./network";
import { behind, onGrid, writtenRange, type Variable } from "./variable";

/** Steps of the search that are left, over everything that draws on it. A step is one look at one cell of a constraint. */
export interface Budget {
  left: number;
}

/** What the free cells may truly be, by address; the cells that are not free keep what they state. */
export type Boxes = ReadonlyMap<string, Box>;

export type Outcome =
  | { readonly kind: "possible"; readonly boxes: Boxes }
  /** No values do; one of these cells must be changed too. Empty where no cell is left that could be. */
  | { readonly kind: "impossible"; readonly conflict: readonly string[] };

/** Rounds after which ranges that still shrink a little are taken as they are. */
const MAX_ROUNDS = 12;

/** Every constraint that a free cell takes part in, once. */
export function touchedBy(network: Network, free: readonly string[]): readonly Constraint[] {
  return [...new Set(free.flatMap((at) => network.around(at)))];
}

/**
 * Narrows the free cells by every constraint about them until nothing moves, then makes sure with values: free cells
 * that depend on each other are settled one after the other.
 */
export function settle(network: Network, free: readonly string[], budget: Budget): Outcome {
  const constraints = touchedBy(network, free);
  const start = new Map(free.map((at) => [at, network.variable(at).domain]));
  const narrowed = narrowAll(network, constraints, start, budget);
  if (narrowed.kind === "impossible" || free.length === 1) return narrowed;
  const shared = constraints.some(({ cells }) => cells.filter(({ at }) => start.has(at)).length > 1);
  if (!shared || tryValues(network, constraints, narrowed.boxes, free, budget)) return narrowed;
  return { kind: "impossible", conflict: othersOf(constraints, start) };
}

function othersOf(constraints: Iterable<Constraint>, free: ReadonlyMap<string, Box>): readonly string[] {
  const others = new Set<string>();
  for (const { cells } of constraints) for (const { at } of cells) if (!free.has(at)) others.add(at);
  return [...others];
}

/** Narrows the boxes to a state that no single constraint narrows further. */
function narrowAll(network: Network, constraints: readonly Constraint[], start: Boxes, budget: Budget): Outcome {
  const boxes = new Map(start);
  /** The constraints that made each box what it is: what to blame where it becomes empty. */
  const reasons = new Map<string, Set<Constraint>>();
  let waiting: readonly Constraint[] = constraints;
  for (let round = 0; waiting.length > 0 && round < MAX_ROUNDS; round += 1) {
    const moved = new Set<string>();
    for (const constraint of waiting) {
      const { cells } = constraint;
      const ranges = cells.map(({ at }) => boxes.get(at) ?? network.variable(at).stated);
      for (let index = 0; index < cells.length; index += 1) {
        const { at } = cells[index]!;
        const before = boxes.get(at);
        if (!before) continue;
        budget.left -= cells.length;
        const after = onGrid(network.variable(at), meet(before, constraint.narrow(index, ranges)));
        if (!isTighter(after, before)) continue;
        const why = reasons.get(at) ?? new Set();
        why.add(constraint);
        for (const { at: other } of cells) for (const reason of reasons.get(other) ?? []) why.add(reason);
        if (isEmptyBox(after)) return { kind: "impossible", conflict: othersOf(why, start) };
        reasons.set(at, why);
        boxes.set(at, after);
        ranges[index] = after;
        moved.add(at);
      }
    }
    // What a constraint says of a cell changes only where another of its cells has moved.
    waiting = constraints.filter(({ cells }) => hasMoved(cells, moved, boxes));
  }
  return { kind: "possible", boxes };
}

function hasMoved(cells: Constraint["cells"], moved: ReadonlySet<string>, free: Boxes): boolean {
  return cells.some(({ at }) => moved.has(at)) && cells.filter(({ at }) => free.has(at)).length > 1;
}

function isTighter(after: Box, before: Box): boolean {
  return after.low > before.low + noiseAt(before.low) || after.high < before.high - noiseAt(before.high);
}

/** Whether some figures of the free cells make every constraint hold, looking at a few for each. */
function tryValues(
  network: Network,
  constraints: readonly Constraint[],
  boxes: Boxes,
  free: readonly string[],
  budget: Budget,
): boolean {
  const [at, ...rest] = free;
  if (at === undefined) return true;
  const variable = network.variable(at);
  for (const value of valuesToTry(variable, boxes.get(at)!)) {
    if (budget.left <= 0) return false;
    const next = new Map(boxes).set(at, behind(variable, value));
    const narrowed = narrowAll(network, constraints, next, budget);
    if (narrowed.kind === "possible" && tryValues(network, constraints, narrowed.boxes, rest, budget)) return true;
  }
  return false;
}

/** The few values that are tried for one cell while the others are settled after it. */
function valuesToTry(variable: Variable, box: Box): readonly number[] {
  const { low, high } = writtenRange(variable, box);
  const { value } = variable.cell;
  const nearest = Math.min(Math.max(value, low), high);
  const middle = writtenRange(variable, { low: (low + high) / 2, high: (low + high) / 2 }).low;
  return [...new Set([nearest, low, high, middle])].filter(Number.isFinite);
}
