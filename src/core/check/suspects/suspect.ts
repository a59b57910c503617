/** A cell that may be to blame for a contradiction, with what speaks for it. */

import type { SlipKind } from "./slips";

export interface Suspect {
  /** A1 address, without the sheet's name. */
  readonly cell: string;
  /** What the cell should hold; absent where several figures would do. */
  readonly value?: number;
  /** Why it is suspected, in Vietnamese. */
  readonly why: string;
  /** What the words are made of, for other languages. */
  readonly facts: SuspectFacts;
}

/** Figures are already written the Vietnamese way. */
export interface SuspectFacts {
  readonly stated: string;
  readonly value?: string;
  /** Where several figures would do: the first of them; absent where there is no end. */
  readonly from?: string;
  /** Where several figures would do: the last of them; absent where there is no end. */
  readonly to?: string;
  readonly slip?: SlipKind;
  /** Contradictions that changing this cell would mend, where there are several. */
  readonly mends: number;
  /** Cells that would have to be changed with it. */
  readonly also: readonly string[];
  /** Whether a number stands where the row's other columns have a formula. */
  readonly typedOver: boolean;
  /** Whether it was changed a moment ago. */
  readonly recent: boolean;
  /** Whether a comparison beside it tells of another figure. */
  readonly comparison: boolean;
}
