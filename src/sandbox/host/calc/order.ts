/** In which order stale formulas are calculated: each after those that it reads. */

/** A sequence of formulas, and those that go round in a circle. */
export interface Order<Formula> {
  readonly sequence: readonly Formula[];
  readonly circular: readonly Formula[];
}

/**
 * Orders formulas by what reads what (Kahn), without recursion, so that a chain of any length can be followed.
 *
 * @param readersOf the formulas of `stale` that read a formula's cell; one may come more than once
 */
export function ordered<Formula>(
  stale: ReadonlySet<Formula>,
  readersOf: (formula: Formula) => readonly Formula[],
): Order<Formula> {
  const readers = new Map<Formula, readonly Formula[]>();
  for (const formula of stale) {
    const found = readersOf(formula);
    if (found.length > 0) readers.set(formula, found);
  }
  // Where no formula reads another, any order does.
  if (readers.size === 0) return { sequence: [...stale], circular: [] };
  const { sequence, left } = sorted(stale, readers);
  if (left.size === 0) return { sequence, circular: [] };
  const circular = withoutDeadEnds(left, readers);
  // What only follows on a circle is calculated from the zeros that the circle comes to.
  const following = new Set([...left].filter((formula) => !circular.has(formula)));
  return { sequence: [...sequence, ...sorted(following, readers).sequence], circular: [...circular] };
}

function sorted<Formula>(
  formulas: ReadonlySet<Formula>,
  readers: ReadonlyMap<Formula, readonly Formula[]>,
): { sequence: Formula[]; left: Set<Formula> } {
  const awaited = new Map<Formula, number>();
  for (const formula of formulas) {
    for (const reader of readers.get(formula) ?? []) awaited.set(reader, (awaited.get(reader) ?? 0) + 1);
  }
  const sequence = [...formulas].filter((formula) => !awaited.has(formula));
  const left = new Set(formulas);
  for (const formula of sequence) {
    left.delete(formula);
    for (const reader of readers.get(formula) ?? []) {
      if (!formulas.has(reader)) continue;
      const rest = awaited.get(reader)! - 1;
      awaited.set(reader, rest);
      // The sequence grows while it is gone through.
      if (rest === 0) sequence.push(reader);
    }
  }
  return { sequence, left };
}

/** Takes away, again and again, the formulas that no other one left reads: what remains lies on circles or between them. */
function withoutDeadEnds<Formula>(
  formulas: ReadonlySet<Formula>,
  readers: ReadonlyMap<Formula, readonly Formula[]>,
): Set<Formula> {
  const sources = new Map<Formula, Formula[]>();
  const out = new Map<Formula, number>();
  for (const formula of formulas) {
    const within = (readers.get(formula) ?? []).filter((reader) => formulas.has(reader));
    out.set(formula, within.length);
    for (const reader of within) {
      const list = sources.get(reader);
      if (list) list.push(formula);
      else sources.set(reader, [formula]);
    }
  }
  const remaining = new Set(formulas);
  const ends = [...formulas].filter((formula) => out.get(formula) === 0);
  for (const end of ends) {
    remaining.delete(end);
    for (const source of sources.get(end) ?? []) {
      const rest = out.get(source)! - 1;
      out.set(source, rest);
      if (rest === 0) ends.push(source);
    }
  }
  return remaining;
}
