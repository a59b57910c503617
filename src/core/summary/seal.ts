/** Tells whether a sheet that we made still says what it said: nobody's work is replaced. */

import { address, type Grid } from "../table/grid";

/**
 * A short text that follows from everything that stands in a sheet's cells; looks, charts and widths are not part of it.
 *
 * It tells a sheet that was edited from one that was not. It is no proof against somebody who wants to deceive.
 */
export function sealOf({ rows }: Grid): string {
  const cells = rows.flatMap((row, top) =>
    row.flatMap((cell, column) => {
      const held = cell?.formula ?? cell?.value ?? "";
      return held === "" ? [] : [`${address(top, column)}=${JSON.stringify(held)}`];
    }),
  );
  return `${cells.length}-${hashOf(cells.join("\n"))}`;
}

/** Two of Fowler, Noll and Vo's 32-bit hashes, one of the text forwards and one backwards. */
function hashOf(text: string): string {
  let [forwards, backwards] = [0x811c9dc5, 0x811c9dc5];
  for (let index = 0; index < text.length; index += 1) {
    forwards = Math.imul(forwards ^ text.charCodeAt(index), 0x01000193);
    backwards = Math.imul(backwards ^ text.charCodeAt(text.length - 1 - index), 0x01000193);
  }
  return [forwards, backwards].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
}
