import { useLayoutEffect, useState } from "preact/hooks";
import type { Store } from "../state/store";

/** The state of a store, drawn anew whenever it changes. */
export function useStore<S>(store: Store<S>): S {
  const [state, setState] = useState(store.get);
  useLayoutEffect(() => {
    const update = () => setState(store.get);
    // It may have changed between drawing and now.
    update();
    return store.subscribe(update);
  }, [store]);
  return state;
}
