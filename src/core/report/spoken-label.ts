/** Labels as they stand inside a sentence. */

import { fold } from "../text/fold";
import { shortLabel } from "../text/label";
import { NAMES, SENTENCE_WORDS as WORDS, WRITTEN_OUT } from "./words.vi";

/**
 * A row's label for a sentence: without the colon, without the unit in brackets, "T.Số" written out.
 *
 * @example spokenLabel("Số lớp tập huấn chuyên môn (lớp)", "lớp") === "Số lớp tập huấn chuyên môn"
 */
export function spokenLabel(label: string, unit = ""): string {
  let text = shortLabel(label).replace(/\s+/gu, " ").trim();
  const bracket = /^([^()]+)\(([^()]*)\)$/u.exec(text);
  if (bracket && unit !== "" && fold(bracket[2]!) === fold(unit)) text = bracket[1]!.trim();
  if (unit === "%" || unit === "‰") text = text.replace(/ ?\((?:%|‰|%o)\)$/u, "");
  if (WORDS.aimed.test(text)) text = capitalised(text.replace(WORDS.aimed, ""));
  if (text.length > 1 && text === text.toUpperCase()) text = sentenceCase(text);
  for (const [short, long] of WRITTEN_OUT) if (text.startsWith(short)) text = long + text.slice(short.length);
  return text;
}

/**
 * A label after the beginning of a sentence: its first letter small, except where it may be a name or an abbreviation.
 *
 * @example lowerLabel("Tỷ lệ trẻ em") === "tỷ lệ trẻ em"
 * @example lowerLabel("HIV còn sống") === "HIV còn sống"
 * @example lowerLabel("Sở Y tế") === "Sở Y tế"
 */
export function lowerLabel(label: string): string {
  const [first = "", second = ""] = label.split(" ");
  const isPlainWord = /^\p{Lu}\p{Ll}+[,;:]?$/u.test(first);
  // Two capitals in a row are a name: Điện Biên, Sở Y tế. An abbreviation after a word is not: "Xã NTM".
  const isName = /^\p{Lu}(?:\p{Ll}|$)/u.test(second) || NAMES.has(first);
  return isPlainWord && !isName ? first.charAt(0).toLowerCase() + label.slice(1) : label;
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * A heading in capitals as a sentence writes it; abbreviations keep theirs.
 *
 * @example sentenceCase("CÔNG TÁC TRUYỀN THÔNG GDSK") === "Công tác truyền thông GDSK"
 */
function sentenceCase(text: string): string {
  if (!text.includes(" ")) return text;
  const words = text.split(" ").map((word) => (isSyllable(word) ? word.toLowerCase() : word));
  return capitalised(words.join(" "));
}

/**
 * Whether a word can be spoken in Vietnamese: an abbreviation such as GDSK or HIV cannot, nor can TYT or BHYT, as a lone
 * y ends its syllable and no syllable begins with "bh".
 */
const isSyllable = (word: string) =>
  /^(?:[cgknpt]h|ngh?|tr|gi|qu|[bcdghklmnpqrstvx])?(?!y[^aeiou])[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$/u.test(fold(word));

/** What leads from a label to its figure: "tại 6 xã: 120 người". */
export function leadTo(label: string): string {
  return /[\d),;]$|[,;:]/u.test(label) ? `${label}: ` : `${label} `;
}
