/** A value that others are told of when it is replaced. */

export interface Store<S> {
  readonly get: () => S;
  /** Replaces some of the state's parts. */
  readonly set: (change: Partial<S>) => void;
  /** Calls back after every change until the returned function is called. */
  readonly subscribe: (listener: () => void) => () => void;
}

export function createStore<S extends object>(initial: S): Store<S> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set: (change) => {
      const next = { ...state, ...change };
      const same = (Object.keys(change) as (keyof S)[]).every((key) => Object.is(state[key], next[key]));
      if (same) return;
      state = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
