/**
 * What a cell shows for its value: numbers, dates and texts by their number format, with the separators of the user's
 * locale.
 */

import { formatDate } from "./format-date";
import { formatNumber, general } from "./format-number";
import { chooseSection, sectionsOf } from "./format-sections";
import { SEPARATORS } from "./input";
import { type CellValue, type InputLocale } from "./types";

/**
 * The text that a cell shows. A column too narrow for it would show ####; that is left to who knows the width.
 *
 * @param numberFormat as en-US writes it
 */
export function formatValue(value: CellValue, numberFormat: string, locale: InputLocale = "en-US"): string {
  if (value === null) return "";
  if (typeof value === "object") return value.error;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  const sections = sectionsOf(numberFormat);
  if (typeof value === "string") {
    const section =
      sections.length > 3 ? sections[3] : sections.find(({ tokens }) => tokens.some(({ kind }) => kind === "text"));
    if (!section) return value;
    return section.tokens.map(({ kind, text }) => (kind === "text" ? value : kind === "literal" ? text : "")).join("");
  }
  const chosen = chooseSection(sections, value);
  if (!chosen) return "#".repeat(8);
  const { section, signDone } = chosen;
  if (section.isDate) return formatDate(value, section) ?? "#".repeat(8);
  if (section.tokens.some(({ kind }) => kind === "text")) return general(value, SEPARATORS[locale].decimal);
  const text = formatNumber(value, section, locale);
  // What rounds to nothing has no sign.
  const sign = value < 0 && !signDone && /[1-9]/.test(text) ? "-" : "";
  return sign + text;
}
