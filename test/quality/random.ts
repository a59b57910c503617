/** Chance with a seed: the same mistakes on every machine and in every run. */

export interface Chance {
  /** At least 0, below 1. */
  readonly next: () => number;
  /** A whole number from 0 to `below` − 1. */
  readonly whole: (below: number) => number;
  /** One of a list that is not empty. */
  readonly pick: <T>(list: readonly T[]) => T;
}

/** Mulberry32: 32 bits of state, more than good enough to choose cells by. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (below: number) => Math.floor(next() * below);
  return { next, whole, pick: (list) => list[whole(list.length)]! };
}
