import type { UnitSuffix, UnreadableReason } from "./figure";
import { readNumeral, type Numeral } from "./numeral";

/** A signed numeral with its unit: what stands on one side of a slash, or after an operator. */
export interface Measure {
  readonly negative: boolean;
  readonly numeral: Numeral;
  readonly unit?: UnitSuffix;
}

/** Long enough for "bác sĩ/10.000 dân", too short for a sentence. */
const LONGEST_UNIT = 30;

const WORD = "(?![²³])(?:[\\p{L}%‰°²³]|(?<=m)[23])+";
const WORDS = `${WORD}(?:[ .]${WORD})*`;
/** What a rate is counted per: 1, 10, 100, 1.000 … 1.000.000. */
const ANY_BASE = "1(?:0{0,6}|0{0,2}(?:[., ]000){1,2})(?!\\d)";
/** The bases of health rates; a smaller one after a bare number is rather the second number of a pair. */
const LARGE_BASE = "1(?:0{3,6}|0{0,2}(?:[., ]000){1,2})(?!\\d)";
const PER_WORDS = ` ?/ ?(?:${ANY_BASE} ?(?=\\p{L}))?${WORDS}`;

/** `lượt`, `%`, `tr.đ`, `người/km2`, `bác sĩ/10.000 dân`. */
const UNIT_OF_WORDS = new RegExp(`^${WORDS}(?:${PER_WORDS})*$`, "u");
/** `/100.000 dân`, `/xã`. */
const UNIT_PER = new RegExp(`^/ ?(?:${LARGE_BASE} ?(?=\\p{L}))?${WORDS}(?:${PER_WORDS})*$`, "u");
/** `/100.000` alone: a rate after a fraction (counts have none), otherwise the second number of a pair. */
const UNIT_BARE_BASE = new RegExp(`^/ ?${LARGE_BASE}$`);

/** The accountants' negative, `(52,38)` or `(52,38%)`; with words behind, `(1)` is a list marker. */
const BRACKETED = /^\(([\d., ]+[%‰]?)\)( ?[%‰])?$/;
const SIGN_RUN_UNIT = /^([+-]?) ?([\d., ]*)(.*)$/;

/**
 * Reads one signed number with its unit.
 *
 * @param text - tidy and plain (see `plainText`)
 * @returns the measure, or why there is none
 * @example readMeasure("-40,0")
 * @example readMeasure("36,55/100.000 dân") // unit "/100.000 dân"
 */
export function readMeasure(text: string): Measure | Extract<UnreadableReason, "mixed" | "separators"> {
  const unbracketed = text.replace(BRACKETED, "-$1$2");
  const [, sign, run, unit] = SIGN_RUN_UNIT.exec(unbracketed) as unknown as [string, string, string, string];
  const digits = run.trim();
  if (digits === "") return "mixed";
  const numeral = readNumeral(digits);
  if (unit !== "" && !isUnit(unit, numeral)) return "mixed";
  if (numeral === undefined) return "separators";
  const negative = sign === "-";
  return unit === "" ? { negative, numeral } : { negative, numeral, unit };
}

function isUnit(unit: string, numeral: Numeral | undefined): boolean {
  if (unit.length > LONGEST_UNIT) return false;
  if (UNIT_OF_WORDS.test(unit) || UNIT_PER.test(unit)) return true;
  return UNIT_BARE_BASE.test(unit) && numeral?.kind === "certain" && numeral.reading.decimals > 0;
}
