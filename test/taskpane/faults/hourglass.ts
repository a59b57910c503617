/** The pane's long waits, turned by hand: for an answer of Excel, and for the user to go on typing. */

/** Milliseconds. What waits less goes by itself. */
const SHORT = 100;

export interface Hourglass {
  /** Ends the waits under way that take at least and at most so many milliseconds. */
  readonly pass: (shortest: number, longest: number) => void;
  /** Forgets the waits under way. */
  readonly empty: () => void;
  readonly remove: () => void;
}

/** Puts the hourglass in the place of the clock's long waits. */
export function putHourglass(): Hourglass {
  const clock = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout };
  const waits = new Map<unknown, { readonly ms: number; readonly end: () => void }>();
  const set = (end: (...args: unknown[]) => void, ms = 0, ...args: unknown[]): unknown => {
    if (ms < SHORT) return clock.setTimeout(end, ms, ...args);
    const key = { unref: () => key, ref: () => key };
    waits.set(key, { ms, end: () => end(...args) });
    return key;
  };
  const clear = (key: unknown): void => {
    if (!waits.delete(key)) clock.clearTimeout(key as NodeJS.Timeout | undefined);
  };
  Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
  return {
    pass: (shortest, longest) => {
      for (const [key, { ms, end }] of [...waits]) {
        if (ms < shortest || ms > longest) continue;
        waits.delete(key);
        end();
      }
    },
    empty: () => waits.clear(),
    remove: () => void Object.assign(globalThis, clock),
  };
}
