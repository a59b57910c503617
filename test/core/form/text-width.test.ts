/** How wide texts are and how many lines they take: rather too much than too little. */

import fc from "fast-check";
import { linesOf, textWidth } from "../../../src/core/form/text-width";

const BODY = { size: 11 };
const BOLD = { size: 11, bold: true };
const text = fc.string({ unit: fc.constantFrom(..."aiMW Tỷơư%.,-… "), maxLength: 30 });
const word = fc.string({ unit: fc.constantFrom(..."aiMWTỷơư%"), minLength: 1, maxLength: 12 });

test("a digit of eleven points is a little wider than a column of width one, which is a digit of the sheet's own font", () => {
  // 500 thousandths of 11 points are 7.3 pixels of the 7 that a digit has, and a reserve for other fonts.
  expect(textWidth("0", BODY)).toBeCloseTo(((0.5 * 11 * 96) / 72 / 7) * 1.06, 9);
  expect(textWidth("", BODY)).toBe(0);
});

test.each([
  [" ,.", 250],
  ["ijlt/:;'", 278],
  ["fr()-!I[]", 333],
  ["sJ", 389],
  ["acez?", 444],
  ["bdđghknopquvxy0123456789*", 500],
  ["SPF", 556],
  ["+<>=", 564],
  ["ELTZ", 611],
  ["BCR", 667],
  ["ADĐGHKNOQUVXYw", 722],
  ["m&", 778],
  ["%", 833],
  ["M", 889],
])("each of %j is as wide as in Times New Roman: %i thousandths of its size", (signs, thousandths) => {
  const unit = textWidth("0", BODY) / 500;
  for (const sign of signs) expect(textWidth(sign, BODY)).toBeCloseTo(thousandths * unit, 9);
});

test.each([
  ["a mark", "Tỷ", "Ty", 0],
  ["the horn of ơ and ư", "ơư", "ou", 2 * 60],
  ["a letter of another script, which is taken for a wide one", "Ω", "", 600],
  ["the widest of signs", "…", "", 1000],
])("%s adds what it adds to a text's width", (_what, more, less, thousandths) => {
  const unit = textWidth("0", BODY) / 500;
  expect(textWidth(more, BODY) - textWidth(less, BODY)).toBeCloseTo(thousandths * unit, 9);
});

test("a text is as wide as its parts together, in any spelling, and as its letters are large", () => {
  fc.assert(
    fc.property(text, text, fc.integer({ min: 6, max: 20 }), (a, b, size) => {
      expect(textWidth(a + b, BODY)).toBeCloseTo(textWidth(a, BODY) + textWidth(b, BODY), 6);
      expect(textWidth(a.normalize("NFD"), BODY)).toBeCloseTo(textWidth(a.normalize("NFC"), BODY), 9);
      expect(textWidth(a, { size })).toBeCloseTo((textWidth(a, BODY) * size) / 11, 6);
      expect(textWidth(a, BOLD)).toBeCloseTo(textWidth(a, BODY) * 1.08, 6);
    }),
  );
});

/** Words set one after the other by hand: as many lines as are needed where no word is wider than the column. */
function linesByHand(words: readonly string[], width: number): number {
  const lines: string[] = [];
  for (const one of words) {
    const longer = lines.length === 0 ? one : `${lines.at(-1)!} ${one}`;
    if (lines.length > 0 && textWidth(longer, BODY) <= width) lines[lines.length - 1] = longer;
    else lines.push(one);
  }
  return Math.max(1, lines.length);
}

test("words that fit their column stand on as many lines as by hand, whatever the spaces between them", () => {
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 8 }),
      fc.double({ min: 0, max: 30, noNaN: true }),
      (words, more) => {
        const width = Math.max(...words.map((one) => textWidth(one, BODY))) + more + 1e-6;
        expect(linesOf(words.join(" "), width, BODY)).toBe(linesByHand(words, width));
        expect(linesOf(` ${words.join("  \n")} `, width, BODY)).toBe(linesByHand(words, width));
      },
    ),
  );
});

test("a wider column never takes more lines, and larger letters never fewer", () => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), fc.integer({ min: 3, max: 40 }), (words, width) => {
      const label = words.join(" ");
      expect(linesOf(label, 3 * width, BODY)).toBeLessThanOrEqual(linesOf(label, width, BODY));
      expect(linesOf(label, 1000, { size: 14 })).toBe(1);
    }),
  );
});

test.each([
  ["", 1],
  ["mmmm", 1],
  ["mmmmm", 2],
  ["mmmmmmmmm", 3],
  ["mmmmm m", 2],
  ["mmmmm mmmm", 3],
  ["m mmmmm", 3],
])("in a column of four letters m, %j takes %i lines: a word that is wider is broken", (given, lines) => {
  expect(linesOf(given, textWidth("mmmm", BODY) + 1e-9, BODY)).toBe(lines);
});
