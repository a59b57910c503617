/** What a check finds: one statement about one cell, with the figures that show it. */

import type { CellEdit } from "../table/grid";
import type { CellRole } from "../form/types";
import type { Suspect } from "./suspects/suspect";

/** Lỗi (mend before sending), Cảnh báo (mend or explain), Gợi ý. */
export type Level = "error" | "warning" | "hint";

/** Rule groups of the product's section 7. */
export type RuleGroup = "SO" | "TH" | "QH" | "SS" | "BT" | "KH" | "CT";

export type RuleId = `${RuleGroup}${number}`;

/** What a rule hands over; the texts are added by the engine from one place per language. */
export interface Draft {
  readonly rule: RuleId;
  /** Where it differs from the rule's own. */
  readonly level?: Level;
  readonly row: number;
  readonly column: number;
  readonly role: CellRole;
  readonly code?: string;
  readonly measure?: string;
  /** What the cell says: a number as read, or its text. */
  readonly stated: number | string | null;
  /** What it should say, where that is known; null means blank. */
  readonly expected?: number | string | null;
  /** Stated minus expected, where both are numbers. */
  readonly gap?: number;
  /** A1 addresses of the other cells that take part. */
  readonly related: readonly string[];
  /** Cells of other sheets that take part, with what they say. */
  readonly elsewhere?: readonly { readonly sheet: string; readonly cell: string; readonly value: number }[];
  /** The words that the rule's message is made of. */
  readonly facts: Facts;
  /** A change that surely mends it. */
  readonly edit?: CellEdit;
}

/** Pieces of a message, already written the Vietnamese way. */
export interface Facts {
  /** The row's label. */
  readonly label: string;
  /** "Thực hiện", "Kế hoạch", … */
  readonly column: string;
  readonly stated: string;
  readonly expected?: string;
  readonly gap?: string;
  /** "Miễn phí 1.679 + XHH 11 = 1.690". */
  readonly working?: string;
  /** The other row or text that is spoken of. */
  readonly other?: string;
  /** Why the form asks it, in the form's own words. */
  readonly reason?: string;
  /** Whether the cell holds a formula. */
  readonly formula?: boolean;
  /** Which of a rule's wordings applies. */
  readonly variant?: string;
}

export interface Finding extends Omit<Draft, "level"> {
  readonly level: Level;
  /** A1 address, without the sheet's name. */
  readonly cell: string;
  /** One short title, the same for all findings of a rule. */
  readonly title: string;
  /** What is wrong, with the figures. */
  readonly message: string;
  /** Why it matters. */
  readonly why: string;
  /** What to do. */
  readonly fix: string;
  /** Cells whose change would mend it and all that hangs together with it, most likely first; absent where none is known. */
  readonly suspects?: readonly Suspect[];
}

/** Something that could not be checked, and why. */
export interface Unchecked {
  readonly reason:
    | "missing-figure"
    | "unbound-row"
    | "no-column"
    | "not-calculated"
    | "no-form"
    | "no-period"
    | "part-of-form"
    | "suspects";
  readonly cell?: string;
  readonly code?: string;
  readonly column?: CellRole;
  readonly message: string;
}

export interface CheckResult {
  readonly findings: readonly Finding[];
  readonly unchecked: readonly Unchecked[];
  /** Cells of figures that were read, and rules that were applied to them. */
  readonly checked: { readonly cells: number; readonly rules: number };
}
