/** Texts of a form that name the period in places to fill in: its title, and the headers of its columns. */

import { periodMark, periodWords, samePeriodLastYear, spanWords, type Period } from "./period";

/** The words of a column's header. */
interface HeaderWords {
  readonly header: string;
  readonly group?: string;
}

/**
 * Fills a template: `{nam}` the year, `{nam-1}` the year before, `{ky}` the period's mark, `{ky-1}` the same
 * of last year, `{kỳ}` the period in words without its year, `{Kỳ}` likewise with a capital, `{kỳ báo cáo}` with its year.
 *
 * @example fillTemplate("Ước TH {ky}", { span: "half", year: 2024 }) === "Ước TH 6T.2024"
 */
export function fillTemplate(template: string, period: Period): string {
  const last = samePeriodLastYear(period);
  const words = spanWords(period);
  // "6 tháng năm 2024", but not "Năm năm 2024".
  const whole = period.span === "year" ? template.replaceAll(/\{([kK]ỳ)\} năm /g, "{$1} ") : template;
  return whole
    .replaceAll("{nam}", String(period.year))
    .replaceAll("{nam-1}", String(last.year))
    .replaceAll("{ky}", periodMark(period))
    .replaceAll("{ky-1}", periodMark(last))
    .replaceAll("{kỳ}", words)
    .replaceAll("{Kỳ}", words.charAt(0).toUpperCase() + words.slice(1))
    .replaceAll("{kỳ báo cáo}", periodWords(period));
}

/**
 * A header of a period as a template for others: "Ước TH 6T.2024" is next year's "Ước TH 6T.2025".
 *
 * @returns the header as it is where the period is not known
 */
export function templateOf(header: string, period: Period | undefined): string {
  if (!period) return header;
  return ["{ky}", "{ky-1}", "{nam}", "{nam-1}"].reduce(
    (text, place) => text.replaceAll(fillTemplate(place, period), place),
    header,
  );
}

/**
 * A template without its places: what a form is called whatever the period.
 *
 * @example withoutPlaces("Điều trị nội trú {kỳ báo cáo}") === "Điều trị nội trú"
 */
export function withoutPlaces(template: string): string {
  return template
    .replace(/\{[^{}]*\}/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** The header of a column as one template, the words of its group first; "" for no column. */
export function columnTemplate(column: HeaderWords | undefined): string {
  return [column?.group, column?.header].filter(Boolean).join(" ");
}

/** Whether a column's header speaks of the period, so that it is another one in every report. */
export function namesPeriod(column: HeaderWords | undefined): boolean {
  return /\{(?:nam|ky)(?:-1)?\}/.test(columnTemplate(column));
}

/** Whether a column's header speaks of the year before the period's: "Ước TH năm {nam-1}" beside next year's plan. */
export function namesYearBefore(column: HeaderWords | undefined): boolean {
  return /\{(?:nam|ky)-1\}/.test(columnTemplate(column));
}
