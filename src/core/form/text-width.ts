/** How wide a text is in Times New Roman, and how many lines it takes in a column: for programs that do not fit rows. */

/** Thousandths of the font's size that a character advances; letters with marks are as wide as those without. */
const ADVANCES: readonly (readonly [characters: string, advance: number])[] = [
  [" ,.", 250],
  ["ijlt/:;'", 278],
  ["fr()-!I[]", 333],
  ["sJ", 389],
  ["acez?", 444],
  ["bdđghknopquvxy0123456789*–“”", 500],
  ["SPF", 556],
  ["+<>=≤≥", 564],
  ["ELTZ", 611],
  ["BCR", 667],
  ["ADĐGHKNOQUVXYw", 722],
  ["m&", 778],
  ["%", 833],
  ["M", 889],
  ["W…‰", 1000],
];
const ADVANCE_OF: ReadonlyMap<string, number> = new Map(
  ADVANCES.flatMap(([characters, advance]) => [...characters].map((character) => [character, advance] as const)),
);
/** What the horn of ơ and ư adds to the letter. */
const HORN = 60;
const COMBINING_HORN = "\u031B";
const UNKNOWN = 600;
const BOLDER = 1.08;
/** Programs round the widths of letters to whole pixels, and put other fonts where this one is missing. */
const RESERVE = 1.06;

const PIXELS_PER_POINT = 96 / 72;
/** A column of width n holds n digits of Excel's default font, each of so many pixels. */
const DIGIT_PIXELS = 7;

export interface Lettering {
  /** In points. */
  readonly size: number;
  readonly bold?: boolean;
}

/** The width of a text in the unit of column widths, rather too much than too little. */
export function textWidth(text: string, { size, bold = false }: Lettering): number {
  let thousandths = 0;
  for (const character of text.normalize("NFD")) {
    if (character === COMBINING_HORN) thousandths += HORN;
    else if (!/\p{M}/u.test(character)) thousandths += ADVANCE_OF.get(character) ?? UNKNOWN;
  }
  const pixels = (thousandths / 1000) * size * PIXELS_PER_POINT * (bold ? BOLDER : 1) * RESERVE;
  return pixels / DIGIT_PIXELS;
}

/** Lines that a text takes, word by word, in a column of a width; a word that is wider than the column is broken. */
export function linesOf(text: string, width: number, lettering: Lettering): number {
  const space = textWidth(" ", lettering);
  let lines = 1;
  let used = 0;
  for (const word of text.trim().split(/\s+/)) {
    const needed = textWidth(word, lettering);
    if (used > 0 && used + space + needed > width) {
      lines += 1;
      used = 0;
    }
    const broken = Math.max(0, Math.ceil(needed / width) - 1);
    lines += broken;
    used += needed - broken * width + (used > 0 ? space : 0);
  }
  return lines;
}
