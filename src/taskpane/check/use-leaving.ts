/** Entries that were mended stay for a moment, struck through, so that one sees what the change has done. */

import { useEffect, useRef, useState } from "preact/hooks";
import type { CheckResult } from "../../core/check/finding";
import type { Item } from "./items";

/** How long a mended entry stays, in milliseconds. */
export const LEAVING_TIME = 700;
/** When more than this are mended at once (a column filled), the list simply becomes the new one. */
const LEAVING_AT_MOST = 12;

export interface Leaving {
  /** The entries to draw: those given, and those that are leaving. */
  readonly items: readonly Item[];
  /** Keys of the entries that are leaving. */
  readonly leaving: ReadonlySet<string>;
}

/**
 * Compares the entries of a new result with those drawn before.
 *
 * @param items entries of the result as they are to be drawn
 * @param quiet which entries go without a word: those of ignored rules and those that were explained are not mended
 * @param same what must be the same for two results to speak of the same sheet
 */
export function useLeaving(
  items: readonly Item[],
  result: CheckResult | undefined,
  quiet: (item: Item) => boolean,
  same: unknown,
): Leaving {
  const [, draw] = useState(0);
  const last = useRef({ items, result, same, out: [] as readonly Item[] });
  const { current } = last;
  const keys = new Set(items.map(({ key }) => key));
  if (current.result !== result) {
    const gone = current.items.filter((item) => !keys.has(item.key) && !quiet(item));
    const out = [...current.out.filter(({ key }) => !keys.has(key)), ...gone];
    current.out = current.same !== same || result === undefined || out.length > LEAVING_AT_MOST ? [] : out;
  }
  Object.assign(current, { items, result, same });
  const { out } = current;
  useEffect(() => {
    if (out.length === 0) return undefined;
    const timer = setTimeout(() => {
      last.current.out = [];
      draw((times) => times + 1);
    }, LEAVING_TIME);
    return () => clearTimeout(timer);
  }, [out]);
  return { items: out.length === 0 ? items : [...items, ...out], leaving: new Set(out.map(({ key }) => key)) };
}
