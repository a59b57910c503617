const DAY = "(?:0?[1-9]|[12]\\d|3[01])";
const MONTH = "(?:0?[1-9]|1[0-2])";

/** Day, month, year; between dots only with a full year, since `1.2.34` is rather a slip in a number. */
const DATES = [
  new RegExp(`^${DAY}([/-])${MONTH}\\1(?:\\d{4}|\\d{2})$`),
  new RegExp(`^${DAY}\\.${MONTH}\\.\\d{4}$`),
  new RegExp(`^\\d{4}([/-])${MONTH}\\1${DAY}$`),
  /** Month and year; a year with a thousands mark would be a number. */
  new RegExp(`^${MONTH}/(?:19\\d\\d|20\\d\\d|2100)$`),
];

/**
 * Whether a text can only be a date. `31/12` is not: it may be 31 of 12.
 *
 * @param text - tidy and plain
 * @example isDate("7/2024") === true
 * @example isDate("503/1.825") === false
 */
export function isDate(text: string): boolean {
  return DATES.some((date) => date.test(text));
}
