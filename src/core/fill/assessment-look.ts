/** How the words of the column "Đánh giá" are told apart on paper: by weight and slant, never by colour. */

import { STATUS_WORDS } from "../compare/assess";

export interface AssessmentLook {
  readonly word: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** The words that stand out; all others look like the table. */
export const ASSESSMENT_LOOKS: readonly AssessmentLook[] = [
  { word: STATUS_WORDS.unmet, bold: true, italic: false },
  { word: STATUS_WORDS.behind, bold: false, italic: true },
];

/** Width of the column in characters: the longest word on one line. */
export const ASSESSMENT_WIDTH = 14;
