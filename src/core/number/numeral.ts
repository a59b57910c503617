import type { Separators } from "./figure";

/** What digits and separators say in one style. */
export interface Reading {
  readonly value: number;
  /** Decimals as written. */
  readonly decimals: number;
}

/** Digits and separators that have one reading. */
export interface CertainNumeral {
  readonly kind: "certain";
  readonly reading: Reading;
  /** The only style that allows the numeral; absent when both do and agree, as for `58439`. */
  readonly evidence?: Separators;
}

/** One mark before exactly three digits: thousands in one style, a fraction in the other. */
export interface AmbiguousNumeral {
  readonly kind: "ambiguous";
  readonly evidence?: never;
  readonly vi: Reading;
  readonly en: Reading;
}

export type Numeral = CertainNumeral | AmbiguousNumeral;

interface Style {
  /**
   * Plain digits, or one to three digits (not beginning with 0) and groups of three, all after the same mark or a
   * space; then perhaps a fraction.
   */
  readonly form: RegExp;
  readonly thousands: RegExp;
  readonly decimal: string;
}

const STYLES: Readonly<Record<Separators, Style>> = {
  vi: { form: /^(?:\d+|[1-9]\d{0,2}([. ])\d{3}(?:\1\d{3})*)?(?:,\d+)?$/, thousands: /[. ]/g, decimal: "," },
  en: { form: /^(?:\d+|[1-9]\d{0,2}([, ])\d{3}(?:\1\d{3})*)?(?:\.\d+)?$/, thousands: /[, ]/g, decimal: "." },
};

/**
 * Reads an unsigned run of digits, dots, commas and single spaces in both styles. What only one style allows is
 * certain: `21.8` and `0.123` cannot have a thousands dot, `1.234.567` cannot have a decimal one.
 *
 * @param run - not empty
 * @returns undefined when neither style allows the run
 * @example readNumeral("1.235,7") // certain 1235.7, evidence "vi"
 * @example readNumeral("1.234")   // ambiguous: 1234 or 1.234
 */
export function readNumeral(run: string): Numeral | undefined {
  const vi = inStyle(run, "vi");
  const en = inStyle(run, "en");
  if (vi === undefined) return en && { kind: "certain", reading: en, evidence: "en" };
  if (en === undefined) return { kind: "certain", reading: vi, evidence: "vi" };
  return vi.value === en.value ? { kind: "certain", reading: vi } : { kind: "ambiguous", vi, en };
}

function inStyle(run: string, separators: Separators): Reading | undefined {
  const { form, thousands, decimal } = STYLES[separators];
  if (!form.test(run)) return undefined;
  const value = Number(run.replace(thousands, "").replace(decimal, "."));
  return { value, decimals: run.includes(decimal) ? run.length - 1 - run.indexOf(decimal) : 0 };
}
