/** Broken relations that one and the same change might mend, apart from those that have nothing to do with them. */

import { ANYTHING, isEmptyBox, meet, type Box } from "./box";
import type { Constraint } from "./constraint";
import type { Network } from "./network";

/**
 * Splits broken constraints into groups that are solved apart. Two belong together where a cell of both could take a
 * value that satisfies both; sharing a denominator that each would have otherwise does not tie them.
 */
export function groupsOf(broken: readonly Constraint[], network: Network): readonly (readonly Constraint[])[] {
  const parents = new Map(broken.map((constraint) => [constraint, constraint]));
  const root = (constraint: Constraint): Constraint => {
    const parent = parents.get(constraint)!;
    if (parent === constraint) return constraint;
    const top = root(parent);
    parents.set(constraint, top);
    return top;
  };
  for (const shared of byCell(broken).values()) {
    if (shared.length < 2) continue;
    const wanted = shared
      .map(({ constraint, index }) => ({ constraint, box: wantedBy(constraint, index, network) }))
      .filter(({ box }) => !isEmptyBox(box))
      .sort((a, b) => a.box.low - b.box.low);
    let [reach] = wanted;
    if (!reach) continue;
    for (const next of wanted.slice(1)) {
      if (next.box.low <= reach.box.high) parents.set(root(next.constraint), root(reach.constraint));
      if (next.box.high > reach.box.high) reach = next;
    }
  }
  const groups = new Map<Constraint, Constraint[]>();
  for (const constraint of broken) {
    const top = root(constraint);
    const group = groups.get(top);
    if (group) group.push(constraint);
    else groups.set(top, [constraint]);
  }
  return [...groups.values()];
}

function byCell(broken: readonly Constraint[]): Map<string, { constraint: Constraint; index: number }[]> {
  const cells = new Map<string, { constraint: Constraint; index: number }[]>();
  for (const constraint of broken) {
    constraint.cells.forEach(({ at }, index) => {
      const entry = { constraint, index };
      const shared = cells.get(at);
      if (shared) shared.push(entry);
      else cells.set(at, [entry]);
    });
  }
  return cells;
}

/** What a constraint would have a cell be, were it alone to blame. */
function wantedBy(constraint: Constraint, index: number, network: Network): Box {
  const variables = constraint.cells.map(({ at }) => network.variable(at));
  const { domain } = variables[index] ?? { domain: ANYTHING };
  const stated = variables.map((variable) => variable.stated);
  return meet(domain, constraint.narrow(index, stated));
}
