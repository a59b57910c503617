/** One stop of the Tab key for a whole list; arrows, Home and End move between its stops. */

import { useCallback, useLayoutEffect, type MutableRef } from "preact/hooks";

/** Marks an element that the arrows stop at; its value is the stop's lasting key. */
export const STOP = "data-stop";

/** The stops of a list in reading order. */
export function stopsOf(list: Element): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>(`[${STOP}]`)];
}

export interface Roving {
  /** For the list: keeps the stop where the user was last. */
  readonly onFocusIn: (event: FocusEvent) => void;
  /** For the list: moves on arrows, Home and End; true where the key was for moving. */
  readonly move: (event: KeyboardEvent) => boolean;
}

/**
 * The Tab key's place in a list is held in the page, not in the state of the view: to move through six hundred findings
 * draws nothing anew. Stops are rendered with `tabIndex={-1}`.
 */
export function useRoving(list: MutableRef<HTMLElement | null>): Roving {
  useLayoutEffect(() => {
    const stops = list.current ? stopsOf(list.current) : [];
    if (stops.length > 0 && !stops.some(({ tabIndex }) => tabIndex === 0)) stops[0]!.tabIndex = 0;
  });
  const onFocusIn = useCallback(
    ({ target }: FocusEvent) => {
      if (!list.current || !(target instanceof HTMLElement) || !target.hasAttribute(STOP)) return;
      for (const stop of stopsOf(list.current)) if (stop.tabIndex === 0 && stop !== target) stop.tabIndex = -1;
      target.tabIndex = 0;
    },
    [list],
  );
  const move = useCallback(
    (event: KeyboardEvent) => {
      const { target } = event;
      if (!list.current || !(target instanceof HTMLElement) || !target.hasAttribute(STOP)) return false;
      if (event.altKey || event.ctrlKey || event.metaKey) return false;
      const stops = stopsOf(list.current);
      const at = stops.indexOf(target);
      const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: stops.length - 1 }[event.key];
      if (next === undefined) return false;
      event.preventDefault();
      stops[next]?.focus();
      return true;
    },
    [list],
  );
  return { onFocusIn, move };
}
