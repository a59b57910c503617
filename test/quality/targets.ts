/** What the check must reach, in the whole measurement and in its sample alike. */

import type { Summary } from "./report";

/** Of what could be revealed, at least this share must be found. */
export const FOUND = 0.95;
/** Where the relations leave one culprit, it must be accused first in at least this share. */
export const FIRST = 0.85;

/** Whether mistakes were found and rightly blamed often enough. */
export const isReached = ({ found, revealable, firstDetermined, determined }: Summary) =>
  found >= revealable * FOUND && firstDetermined >= determined * FIRST;
