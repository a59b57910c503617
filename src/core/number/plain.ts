import { INVISIBLE } from "../text/fold";

const FULL_WIDTH = /[\uff01-\uff5e]/g;
/** From a full-width character to its ASCII twin (Unicode block Halfwidth and Fullwidth Forms). */
const FULL_WIDTH_OFFSET = 0xfee0;
/** Hyphens, dashes and minus signs, all typed or auto-corrected where a minus is meant. */
const DASHES = /[\u2010-\u2015\u2212]/g;
/** `%o` and `%0` are how people type ‰. */
const TYPED_PER_MILLE = /%[o0](?![\p{L}\d])/giu;

/**
 * The same text in the few characters that reading needs: ASCII digits and signs, `-` for any dash, `‰` for `%o`.
 * Not NFKC, which would turn `10²` into `102`.
 *
 * @example plainText("－４０％") === "-40%"
 */
export function plainText(text: string): string {
  return text
    .replace(INVISIBLE, "")
    .replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(DASHES, "-")
    .replace(TYPED_PER_MILLE, "‰");
}
