/**
 * Folding of Vietnamese text for matching. Folded text is only ever compared with folded text; it is never
 * shown and never written back, because folding loses the tone marks that carry the meaning.
 */

const MARKS = /[\u0300-\u036f]/g;
/** Soft hyphens, zero-width and direction marks that Word and web pages leave inside words. */
export const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const SPACES = /\s+/g;

/** Canonical text: NFC, any white space as one plain space, none at the ends, nothing invisible. Use it for data. */
export function tidy(text: string): string {
  return text.replace(INVISIBLE, "").normalize("NFC").replace(SPACES, " ").trim();
}

/** Ten times the longest label of a Biểu; what is longer is matched by its opening. */
const LONGEST_FOLDED = 2_000;

/**
 * Text for matching labels: without case, tone marks, `đ`, and with punctuation as spaces. The comparison signs
 * `<`, `>`, `≥`, `≤` are kept: "trẻ < 1 tuổi" and "trẻ > 1 tuổi" are different labels.
 *
 * @example fold("  Tỷ lệ TE<1 tuổi TCĐĐ ") === "ty le te < 1 tuoi tcdd"
 */
export function fold(text: string): string {
  if (text.length > LONGEST_KEPT) return foldAnew(text);
  const known = kept.get(text);
  if (known !== undefined) return known;
  const folded = foldAnew(text);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(text, folded);
  return folded;
}

/** A workbook's labels and headings are folded again for each form that is tried, and after each edit. */
const kept = new Map<string, string>();
const MOST_KEPT = 20_000;
const LONGEST_KEPT = 500;

function foldAnew(text: string): string {
  if (text === "") return "";
  const opening = text.length > LONGEST_FOLDED ? text.slice(0, LONGEST_FOLDED) : text;
  const folded = opening
    .replace(INVISIBLE, "")
    .normalize("NFKD")
    .replace(MARKS, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/[<>≥≤]/g, " $& ")
    .replace(/[^\p{L}\p{N}<>≥≤%‰]+/gu, " ")
    .trim();
  return folded.length > LONGEST_FOLDED ? folded.slice(0, LONGEST_FOLDED).trimEnd() : folded;
}
