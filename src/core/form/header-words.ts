/** What the text of one header cell says of its column, from the words alone. */

import { fold, tidy } from "../text/fold";
import { yearsIn } from "./period";
import { isFigureRole, type ColumnRole, type Measure } from "./types";

/** What a header says of its column: a role, a year, the measure (`""` where it names none). */
export interface Words {
  readonly role?: ColumnRole;
  readonly year?: number;
  readonly measure: string;
  /** A header that is nothing but a period, such as "6 tháng năm 2023". */
  readonly periodOnly: boolean;
}

/** What a header text says of its column. `measures` are those of the form that is tried. */
export function readHeaderText(text: string, measures: readonly Measure[]): Words {
  return inMeasures(plainHeader(text), measures);
}

/** A header text read for forms whose columns have no names of measures. */
interface PlainHeader {
  readonly folded: string;
  readonly year: number | undefined;
  readonly words: Words;
}

/** Reads a header text once, however many forms it is then held against. */
type HeaderTexts = (text: string) => PlainHeader;

/** Header texts that are read once each while one sheet is recognised. */
export function headerTexts(): HeaderTexts {
  const read = new Map<string, PlainHeader>();
  return (text) => {
    const known = read.get(text) ?? plainHeader(text);
    read.set(text, known);
    return known;
  };
}

/** No header is longer, with the decisions it cites. Of a longer text the beginning is read: some patterns take the square of its length. */
const LONGEST = 500;

function plainHeader(whole: string): PlainHeader {
  const text = whole.slice(0, LONGEST);
  const folded = fold(plainWords(text));
  const year = headerYears(text)[0];
  return { folded, year, words: wordsOf(folded, year, "") };
}

const NUMBER_OF = /(^|\s)số (?:liệu )?(?=(?:kế hoạch|kh|giao|thực hiện|th|cùng kỳ|ck)(?:\s|$))/giu;
const DONE_BY = /((?:^|\s)(?:thực hiện|th|kết quả|kq)(?:\s.*?)?)\s*\/\s*(?=(?:kế hoạch|kh|cùng kỳ|ck)(?:\s|$))/giu;

/**
 * A header in words that stay apart when they are folded: "Số cùng kỳ" is CK, "So cùng kỳ" a comparison with it; "TH/CK"
 * is a comparison, "TH CK" is CK.
 */
function plainWords(text: string): string {
  return tidy(text).replace(NUMBER_OF, "$1").replace(DONE_BY, "$1 so với ");
}

/** What a text says in a form with these measures. */
export function inMeasures({ folded, year, words }: PlainHeader, measures: readonly Measure[]): Words {
  const measure = measureIn(folded, measures);
  if (!measure) return words;
  const rest = folded.replace(fold(measure.label), " ").replace(/ +/g, " ").trim();
  return wordsOf(rest, year, measure.id);
}

function wordsOf(text: string, year: number | undefined, measure: string): Words {
  // In a group of columns the period comes first: "Năm 2024 Kế hoạch".
  const role = roleOf(text) ?? roleOf(text.replace(LEADING_PERIOD, ""));
  const bare = text
    .replace(/\b(?:19|20)\d{2}\b/g, "")
    .replace(/\b(6t|9t|nam|quy|thang|dau|6|9|i{1,3}|iv)\b/g, "")
    .trim();
  return {
    measure,
    // Two years, as in "6T 2024/6T 2023", are a comparison.
    periodOnly: bare === "" && yearsIn(text).length === 1,
    ...(role && { role }),
    ...(year !== undefined && { year }),
  };
}

const LEADING_PERIOD = /^(?:(?:6t|9t|nam|quy|thang|dau|[1-4]|6|9|i{1,3}|iv) )*(?:19|20)\d{2} /;

/** The measure that a header names; the longest, since "Tỷ lệ chết" also holds "Chết". */
function measureIn(folded: string, measures: readonly Measure[]): Measure | undefined {
  const named = measures.filter(({ label }) => hasWords(folded, fold(label)));
  return named.sort((a, b) => b.label.length - a.label.length)[0];
}

const hasWords = (text: string, words: string) => ` ${text} `.includes(` ${words} `);

// Order matters: "so với kế hoạch" also holds "kế hoạch".
const ROLES: readonly (readonly [RegExp, ColumnRole])[] = [
  [/^(tt|stt|so tt)$/, "tt"],
  [/^(ma so|ma|ma chi tieu|ms)$/, "code"],
  [/^(don vi tinh|dvt|d v t)$/, "unit"],
  [/^chi tieu (duoc )?(ke hoach|kh|giao)( |$)/, "plan"],
  [/^(ten )?(cac )?(chi tieu|noi dung|muc tieu|benh|don vi|co so y te)$/, "label"],
  [/^(ten )?(cac )?(chi tieu|noi dung|don vi y te)( [a-z]+){0,4}$/, "label"],
  [
    /^(%|ty le|so|so voi|% so voi|% so|dat|% dat|ty le dat|% th|th|% thuc hien|ty le %|ty le % so voi)( .*)? ?(ke hoach|kh)( |$)/,
    "vsPlan",
  ],
  [/(^| )so (voi|sanh)( .*)? (ke hoach|kh|chi tieu giao|chi tieu duoc giao)( |$)/, "vsPlan"],
  [/^(% )?(ke hoach|kh) (dat|hoan thanh)/, "vsPlan"],
  [/(^| )so (voi|sanh)( .*)? (cung ky|ck)( |$)/, "vsSamePeriod"],
  [/^(%|so|so voi|% so voi|% so|tang|giam|tang giam|chenh lech|tang truong)( .*)? ?(cung ky|ck)( |$)/, "vsSamePeriod"],
  [/^(tang giam|chenh lech)( |$)/, "vsSamePeriod"],
  [/^(so|so voi|so sanh|so sanh voi|% so|% so voi) (6t|9t|nam|quy|6 thang|9 thang|\d{4})( |$)/, "vsSamePeriod"],
  // With what was done in a period, not with a target or an average of one: "so với mục tiêu năm 2025" is neither column.
  [
    /^(?!ke hoach|kh)(.* )?so (voi|sanh)( (voi|%|ca|uoc|thuc hien|th|ket qua|kq|so lieu))* (6t|9t|nam|quy|6 thang|9 thang|\d{4})( |$)/,
    "vsSamePeriod",
  ],
  [/^(ty le |% )?(thuc hien|th) (.* )?\d{4} (thuc hien|th) (.* )?\d{4}( |$)/, "vsSamePeriod"],
  [/(^| )(cung ky|ck)( |$)/, "samePeriod"],
  [/^((so |kq |uoc )?(thuc hien|th|ket qua|so lieu) (.* )?)?nam truoc$/, "samePeriod"],
  [/^(ke hoach|kh|muc tieu|chi tieu giao|giao)( |$)/, "plan"],
  [/^(so |kq )?(uoc thuc hien|uoc th|thuc hien|th|ket qua|kq|uoc|luy ke|so lieu)( |$)/, "actual"],
];

function roleOf(folded: string): ColumnRole | undefined {
  return ROLES.find(([pattern]) => pattern.test(folded))?.[1];
}

/** Columns that people put beside those of a form: words about its figures, never a figure. */
const BESIDE = /^(danh gia|ghi chu|chu thich|luu y|ly do|nguyen nhan|giai trinh|nhan xet|y kien|nguon)( |$)/;

/** Whether a header names a column beside a form's own, such as "Ghi chú" or "Đánh giá". */
export const isBesideForm = (text: string) => BESIDE.test(fold(text.slice(0, LONGEST)));

/** Whether a column holds figures, or percentages of them. */
export const isFigureLike = (words: Words) =>
  words.periodOnly || (words.role !== undefined && isFigureRole(words.role));

/** Years that a header states, without those of the dates of decisions it cites. */
export function headerYears(text: string): number[] {
  return yearsIn(text.replace(/\d[/.-]\d{1,2}[/.-]\d{4}/g, " "));
}
