import { useCallback, useEffect, useState } from "preact/hooks";
import type * as views from "./views";

/** The views behind the first one; see `views.ts`. */
export type Views = typeof views;

export type LoadViews = () => Promise<Views>;

/** The views once they are there; where they could not be fetched, `retry` asks again. */
export function useViews(load: LoadViews): {
  readonly views: Views | undefined;
  readonly retry: (() => void) | undefined;
} {
  // Kept in an object: a function or a module of functions would be taken for an update of the state.
  const [held, hold] = useState<{ readonly views?: Views; readonly failed?: true }>({});
  const fetch = useCallback(() => {
    hold({});
    load().then(
      (fetched) => hold({ views: fetched }),
      () => hold({ failed: true }),
    );
  }, [load]);
  useEffect(fetch, [fetch]);
  return { views: held.views, retry: held.failed && fetch };
}
