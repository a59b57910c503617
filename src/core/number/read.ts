import { draftOf } from "./draft";
import type { Figure, ReadingHint } from "./figure";
import { settle } from "./settle";

/**
 * Reads a figure as people write it in a Biểu: decimal comma and thousands dot unless the text itself or the hint
 * says otherwise. Never throws, whatever the text.
 *
 * @param hint - what is known beforehand; `separators` settles `1.234`, `kind` only makes one reading likelier
 * @see `docs` section "Numbers as people write them" for the forms
 * @example readFigure("15.575,0") // { kind: "number", value: 15575, decimals: 1, confidence: 1 }
 * @example readFigure("trên 95%") // { kind: "bound", operator: ">", value: 95, decimals: 0, unit: "%", confidence: 1 }
 * @example readFigure("1.234")    // value 1234, confidence 0.8, alternative 1.234
 * @example readFigure("…")        // { kind: "missing", written: "ellipsis" }
 */
export function readFigure(text: string, hint: ReadingHint = {}): Figure {
  return settle(draftOf(text), hint);
}
