/** How alike two labels are, after folding: shared words and letters, each forgiving what the other does not. */

import { distance } from "fastest-levenshtein";

/** A folded label with its words counted once, so that comparing many pairs stays cheap. */
export interface FoldedLabel {
  readonly text: string;
  readonly words: ReadonlySet<string>;
}

/** A folded label with its words, for comparing it with many others. */
export function foldedLabel(folded: string): FoldedLabel {
  return { text: folded, words: new Set(folded.split(" ")) };
}

/**
 * Likeness from 0 (nothing shared) to 1 (the same).
 *
 * Half comes from whole words in common (Dice), half from letters (Levenshtein): a misspelt word costs little, a
 * different word much. Differing numbers and comparison signs make labels different whatever the rest says: "trẻ < 1
 * tuổi" is not "trẻ < 5 tuổi".
 */
export function likeness(a: FoldedLabel, b: FoldedLabel): number {
  if (a.text === b.text) return 1;
  let shared = 0;
  for (const word of a.words) if (b.words.has(word)) shared += 1;
  const dice = (2 * shared) / (a.words.size + b.words.size);
  const longer = Math.max(a.text.length, b.text.length);
  // Without a word in common only a label of one or two misspelt words can still be the same.
  if (dice === 0 && longer > 24) return 0;
  const letters = 1 - distance(a.text, b.text) / longer;
  const score = (dice + letters) / 2;
  return numbersOf(a) === numbersOf(b) ? score : Math.min(score, 0.6) * 0.9;
}

function numbersOf(label: FoldedLabel): string {
  return [...label.words]
    .filter((word) => /[\d<>≥≤]/.test(word))
    .sort()
    .join(" ");
}
