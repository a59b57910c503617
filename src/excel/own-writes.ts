/** Telling our own writes from the user's in the events of the workbook. */

import { placeOf, type Merge } from "../core/table/grid";

/** Events come after the write, on the web as much as some seconds later. */
const REMEMBERED_FOR = 5_000;

export interface OwnWrites {
  /** Remembers an area that is about to be written. */
  readonly add: (sheet: string, area: Merge) => void;
  /** Whether a change is one of ours. `trigger` is what Excel says since ExcelApi 1.14; before that the place decides. */
  readonly isOurs: (sheet: string, address: string, trigger: string | undefined) => boolean;
}

interface Remembered {
  readonly sheet: string;
  readonly area: Merge;
  readonly until: number;
}

/** @param now milliseconds of a clock */
export function rememberWrites(now: () => number = Date.now): OwnWrites {
  let written: Remembered[] = [];
  return {
    add: (sheet, area) => {
      written.push({ sheet, area, until: now() + REMEMBERED_FOR });
    },
    isOurs: (sheet, address, trigger) => {
      if (trigger === "ThisLocalAddin") return true;
      written = written.filter(({ until }) => until > now());
      // An Excel that knows the trigger says "Unknown" of the user's changes.
      if (trigger !== undefined) return false;
      const area = areaOf(address);
      const own = area && written.find((one) => one.sheet === sheet && isWithin(area, one.area));
      // Large writes come back in pieces; a whole one has come back once, and what follows there is the user's.
      if (own && isWithin(own.area, area)) written = written.filter((one) => one !== own);
      return own !== undefined;
    },
  };
}

/** The rectangle of an A1 address, also with a sheet's name before it; undefined for several areas or whole rows. */
export function areaOf(text: string): Merge | undefined {
  const [first = "", last = first, ...more] = text.slice(text.lastIndexOf("!") + 1).split(":");
  const from = placeOf(first);
  const to = placeOf(last);
  if (!from || !to || more.length > 0) return undefined;
  return { top: from.row, left: from.column, bottom: to.row, right: to.column };
}

function isWithin(inner: Merge, outer: Merge): boolean {
  return (
    inner.top >= outer.top && inner.left >= outer.left && inner.bottom <= outer.bottom && inner.right <= outer.right
  );
}
