/** How conditional formats and validations compare a number with their limits. */

/**
 * Whether a number stands to its limits as an operator of Office.js says.
 *
 * @returns undefined for an operator that is not known, and where a second limit is lacking
 */
export function standsTo(operator: unknown, value: number, one: number, two: number): boolean | undefined {
  switch (operator) {
    case "Between":
      return Number.isFinite(two) ? value >= one && value <= two : undefined;
    case "NotBetween":
      return Number.isFinite(two) ? value < one || value > two : undefined;
    case "EqualTo":
      return value === one;
    case "NotEqualTo":
      return value !== one;
    case "GreaterThan":
      return value > one;
    case "LessThan":
      return value < one;
    case "GreaterThanOrEqual":
    case "GreaterThanOrEqualTo":
      return value >= one;
    case "LessThanOrEqual":
    case "LessThanOrEqualTo":
      return value <= one;
    default:
      return undefined;
  }
}
