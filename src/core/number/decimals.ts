/** Up to so many decimals are tried by arithmetic, which is ten times faster than writing the number out. */
const FEW_DECIMALS = 3;

/**
 * Decimals of the shortest notation of a double.
 *
 * @param value - finite
 * @example decimalsOf(15575.25) === 2
 * @example decimalsOf(1e-7) === 7
 */
export function decimalsOf(value: number): number {
  if (Number.isInteger(value)) return 0;
  // Most figures have few decimals. Division rounds correctly, so the quotient is the double that "12.5" reads as.
  for (let places = 1; places <= FEW_DECIMALS; places += 1) {
    if (Math.round(value * 10 ** places) / 10 ** places === value) return places;
  }
  const [mantissa, exponent] = value.toExponential().split("e") as [string, string];
  const places = mantissa.split(".")[1]?.length ?? 0;
  return Math.max(0, places - Number(exponent));
}

/**
 * What is no digit of the first section: quoted text, escaped, padding and filling characters, what stands in
 * brackets (colours, conditions, locales), and the sections after the first (negative, zero, text).
 */
const LITERALS = /"[^"]*"?|[\\_*].|\[[^\]]*\]?|;.*/gs;

/**
 * Decimals that an Excel number format shows; of the percentage for `0.0%` (see `isPercentFormat`).
 *
 * @returns undefined where the format does not say: General, text, dates, fractions, exponents, and formats that
 *   show thousands or millions (a comma behind the digits)
 * @see ECMA-376 part 1, 18.8.31 numFmts
 * @example decimalsOfFormat('#,##0.0" ca"') === 1
 */
export function decimalsOfFormat(format: string | undefined): number | undefined {
  const section = format?.replace(LITERALS, "");
  if (section === undefined || !/[0#?]/.test(section) || /[a-z@/]|,(?![0#?])/i.test(section)) return undefined;
  const shown = /(?<=\.)[0#?]+/.exec(section);
  return shown === null ? 0 : shown[0].length;
}

/**
 * Whether an Excel number format shows the value times one hundred: 0,957 as 95,7%.
 *
 * @example isPercentFormat("0.0%") === true
 */
export function isPercentFormat(format: string | undefined): boolean {
  return format?.replace(LITERALS, "").includes("%") ?? false;
}
