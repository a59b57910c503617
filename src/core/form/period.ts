/** Reporting periods (Kỳ báo cáo): a quarter, six months, nine months or a year. */

export type Period =
  | { readonly span: "quarter"; readonly year: number; readonly quarter: 1 | 2 | 3 | 4 }
  | { readonly span: "half"; readonly year: number }
  | { readonly span: "nine"; readonly year: number }
  | { readonly span: "year"; readonly year: number };

export type PeriodSpan = Period["span"];

const ROMAN = ["I", "II", "III", "IV"] as const;

/**
 * Reads a period's code as people type it on a command line.
 *
 * @example parsePeriod("2024-6T") // six months of 2024; also 2024-9T, 2024-N, 2024, 2024-Q1
 * @returns undefined where the text is no period
 */
export function parsePeriod(text: string): Period | undefined {
  const match = /^((?:19|20)\d{2})(?:-(6T|9T|N|Q([1-4])))?$/i.exec(text.trim());
  if (!match) return undefined;
  const year = Number(match[1]);
  const span = (match[2] ?? "N").toUpperCase();
  if (span === "6T") return { span: "half", year };
  if (span === "9T") return { span: "nine", year };
  if (span === "N") return { span: "year", year };
  return { span: "quarter", year, quarter: Number(match[3]) as 1 | 2 | 3 | 4 };
}

/** The code of a period: the inverse of {@link parsePeriod}. */
export function periodCode(period: Period): string {
  switch (period.span) {
    case "half":
      return `${period.year}-6T`;
    case "nine":
      return `${period.year}-9T`;
    case "year":
      return `${period.year}-N`;
    case "quarter":
      return `${period.year}-Q${period.quarter}`;
  }
}

/** The same period one year before: the "cùng kỳ". */
export function samePeriodLastYear<P extends Period>(period: P): P {
  return { ...period, year: period.year - 1 };
}

/** The share of the year that a period covers, 0 to 1: what a yearly plan is worth within the period. */
export function shareOfYear(period: Period): number {
  switch (period.span) {
    case "quarter":
      return 0.25;
    case "half":
      return 0.5;
    case "nine":
      return 0.75;
    case "year":
      return 1;
  }
}

/** The words of a period: "6 tháng đầu năm 2024", "quý II năm 2024", "năm 2024". */
export function periodWords(period: Period): string {
  switch (period.span) {
    case "half":
      return `6 tháng đầu năm ${period.year}`;
    case "nine":
      return `9 tháng đầu năm ${period.year}`;
    case "year":
      return `năm ${period.year}`;
    case "quarter":
      return `quý ${ROMAN[period.quarter - 1]} năm ${period.year}`;
  }
}

/** The short mark of a period in a column header: "6T.2024", "9T.2024", "quý II.2024", "năm 2024". */
export function periodMark(period: Period): string {
  switch (period.span) {
    case "half":
      return `6T.${period.year}`;
    case "nine":
      return `9T.${period.year}`;
    case "year":
      return `năm ${period.year}`;
    case "quarter":
      return `quý ${ROMAN[period.quarter - 1]}.${period.year}`;
  }
}

/** "6 tháng", "9 tháng", "quý II", "năm": the period without its year. */
export function spanWords(period: Period): string {
  switch (period.span) {
    case "half":
      return "6 tháng";
    case "nine":
      return "9 tháng";
    case "year":
      return "năm";
    case "quarter":
      return `quý ${ROMAN[period.quarter - 1]}`;
  }
}

/** Every year (1990 to 2099) that a text names, in order of appearance. */
export function yearsIn(text: string): number[] {
  return [...text.matchAll(/(?<!\d)(199\d|20\d{2})(?!\d)/g)].map((match) => Number(match[1]));
}

/** The span that a folded text (see `fold`) names, with its quarter; undefined where it names none. */
export function spanIn(folded: string): { span: PeriodSpan; quarter?: 1 | 2 | 3 | 4 } | undefined {
  const quarter = /(?:^| )quy (iv|i{1,3}|[1-4])(?: |$)/.exec(folded);
  if (quarter) {
    const word = quarter[1]!;
    const value = word === "iv" ? 4 : /^i+$/.test(word) ? word.length : Number(word);
    return { span: "quarter", quarter: value as 1 | 2 | 3 | 4 };
  }
  // "6 tháng cuối năm" is what is planned next, not what is reported.
  if (folded.includes("thang cuoi nam")) return undefined;
  if (/(?:^| )(?:6 thang|sau thang|6t)(?: |$|\d)/.test(folded)) return { span: "half" };
  if (/(?:^| )(?:9 thang|chin thang|9t)(?: |$|\d)/.test(folded)) return { span: "nine" };
  if (/(?:^| )nam \d{4}(?: |$)/.test(folded)) return { span: "year" };
  return undefined;
}
