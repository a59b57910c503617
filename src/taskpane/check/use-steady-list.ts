/** Keeps a list still while its entries come and go: nothing jumps under the pointer, and focus is never lost. */

import { useLayoutEffect, useRef, type MutableRef } from "preact/hooks";
import { STOP, stopsOf } from "./use-roving";

/** Marks the element of an entry, with the key of its stop. */
const ENTRY = "data-entry";
/** Marks an entry that is on its way out: neither focus nor the view's place is kept by it. */
const LEAVING = "data-leaving";

interface Before {
  /** Keys of the stops, in order. */
  readonly keys: readonly string[];
  /** The key of the stop or entry that had focus. */
  readonly focused: string | undefined;
  /** The entries that were in sight and how far down they stood, topmost first. */
  readonly inSight: readonly { readonly key: string; readonly top: number }[];
}

/**
 * Looks at the list before it is drawn anew, and puts things right after. The browser's own scroll anchoring is not
 * relied on: the web view of Excel for Mac has none.
 */
export function useSteadyList(list: MutableRef<HTMLElement | null>): void {
  const before = useRef<Before>();
  // While a view is being drawn the page still shows the last drawing.
  before.current = list.current ? lookAt(list.current) : undefined;
  useLayoutEffect(() => {
    const { current } = list;
    if (!current || !before.current) return;
    keepPlace(current, before.current);
    keepFocus(current, before.current);
  });
}

function lookAt(list: HTMLElement): Before {
  const active = list.ownerDocument.activeElement;
  const holder = active && list.contains(active) ? active.closest(`[${STOP}],[${ENTRY}]`) : null;
  const focused = holder?.getAttribute(STOP) ?? holder?.getAttribute(ENTRY) ?? undefined;
  const { top, bottom } = frameOf(list);
  const inSight: { key: string; top: number }[] = [];
  for (const entry of list.querySelectorAll(`[${ENTRY}]`)) {
    const box = entry.getBoundingClientRect();
    if (box.top >= bottom) break;
    if (box.top >= top) inSight.push({ key: entry.getAttribute(ENTRY)!, top: box.top });
  }
  return { keys: stopsOf(list).map((stop) => stop.getAttribute(STOP)!), focused, inSight };
}

function keepPlace(list: HTMLElement, { inSight }: Before): void {
  const scroller = scrollerOf(list);
  if (!scroller || scroller.scrollTop === 0) return;
  const now = new Map(
    [...list.querySelectorAll(`[${ENTRY}]:not([${LEAVING}])`)].map((e) => [e.getAttribute(ENTRY), e]),
  );
  const anchor = inSight.find(({ key }) => now.has(key));
  if (!anchor) return;
  const moved = now.get(anchor.key)!.getBoundingClientRect().top - anchor.top;
  if (moved !== 0) scroller.scrollTop += moved;
}

function keepFocus(list: HTMLElement, { keys, focused }: Before): void {
  if (focused === undefined) return;
  const { activeElement } = list.ownerDocument;
  const holder = activeElement && list.contains(activeElement) ? activeElement.closest(`[${LEAVING}]`) : undefined;
  // Still where it was, or moved on by the user.
  if (holder === null) return;
  if (holder === undefined && activeElement && activeElement !== list.ownerDocument.body) return;
  const now = new Map(stopsOf(list).map((stop) => [stop.getAttribute(STOP), stop]));
  const staying = (key: string) => now.get(key)?.closest(`[${LEAVING}]`) === null;
  const at = keys.indexOf(focused);
  const next = keys.slice(at).find(staying) ?? keys.slice(0, Math.max(0, at)).findLast(staying);
  const target = next === undefined ? list : now.get(next)!;
  target.focus({ preventScroll: true });
}

function scrollerOf(list: HTMLElement): Element | null {
  for (let element = list.parentElement; element; element = element.parentElement) {
    const { overflowY } = getComputedStyle(element);
    if (overflowY === "auto" || overflowY === "scroll") return element;
  }
  return list.ownerDocument.scrollingElement;
}

function frameOf(list: HTMLElement): { top: number; bottom: number } {
  const scroller = scrollerOf(list);
  if (!scroller || scroller === list.ownerDocument.scrollingElement) return { top: 0, bottom: window.innerHeight };
  return scroller.getBoundingClientRect();
}
