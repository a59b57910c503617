/** Labels as they stand inside a sentence. */

import { fold } from "../text/fold";
import { shortLabel } from "../text/label";
import { BARE_VERBS, NAMES, WRITTEN_OUT } from "./words.vi";

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

/** What leads from a label to its figure: "khám và điều trị cho 14.137 lượt", "tại 6 xã: 120 người". */
export function leadTo(label: string): string {
  if (BARE_VERBS.has(fold(label))) return `${label} cho `;
  return /[\d),;]$|[,;:]/u.test(label) ? `${label}: ` : `${label} `;
}
