/** The words of sentences in reports. */

import { fold } from "../text/fold";

/** Abbreviations at the head of a label that a sentence writes out. */
export const WRITTEN_OUT: readonly (readonly [string, string])[] = [
  ["T.Số", "Tổng số"],
  ["T. Số", "Tổng số"],
  ["T.số", "Tổng số"],
  ["T. số", "Tổng số"],
];

/** Names that keep their capital although a common word is written the same way. */
export const NAMES: ReadonlySet<string> = new Set([
  "Methadone",
  "Buprenorphine",
  "Basedow",
  "Dengue",
  "Zika",
  "Ebola",
  "Covid",
]);

/** Care as labels begin with it: their figure is whom it was given to. */
export const CARE =
  /^(Khám và điều trị|Khám điều trị|Khám điều tra|Khám sàng lọc|Khám bệnh|Khám|Điều trị|Tư vấn|Sàng lọc|Triệt sản)(?=\s|$)(.*)$/iu;

/** Units of those whom care is given to. */
export const TREATED: ReadonlySet<string> = new Set(
  ["lượt", "người", "bệnh nhân", "trẻ", "cặp", "học sinh", "lượt người"].map(fold),
);

/** A deed whose object is what is counted: "Phát hiện bệnh nhân phong mới". */
export const FINDING = /^(Phát hiện) (\S.*)$/iu;

/** How labels shorten a unit, by the folded unit. */
export const SHORT_NOUNS: Readonly<Record<string, readonly string[]>> = {
  [fold("bệnh nhân")]: ["BN", "B/N", "B.N", "B/nhân"],
  [fold("trẻ")]: ["TE"],
};

export const SENTENCE_WORDS = {
  reached: (percent: string) => `đạt ${percent}% KH`,
  equals: (percent: string) => `bằng ${percent}% KH`,
  /** What should stay low, within the plan. */
  within: (percent: string) => `bằng ${percent}% mức KH`,
  above: "cao hơn",
  abovePlan: (gap: string) => `cao hơn KH ${gap}`,
  planned: (plan: string) => `(KH ${plan})`,
  required: (bound: string) => `(yêu cầu ${bound})`,
  more: (amount: string) => `tăng ${amount} so với cùng kỳ`,
  less: (amount: string) => `giảm ${amount} so với cùng kỳ`,
  same: "bằng cùng kỳ",
  /** Different, though not at the decimals shown. */
  nearlySame: "tương đương cùng kỳ",
  percentPoints: "điểm phần trăm",
  perMillePoints: "điểm phần nghìn",
  none: (unit: string, measure: string) => `không có ${unit} ${measure}`,
  not: "không",
  notYet: "chưa",
  have: "có",
  any: "nào",
  /** What stands before a noun only because the row counts it. */
  total: /^(?:Tổng số|Số) (?=\S)/u,
  /** Words that begin like a unit and are none. */
  otherWords: /^(?:xã hội|mẫu giáo|trẻ hóa|trẻ em hóa)(?=\s|$)/iu,
  careFor: (care: string, figure: string) => `${care} cho ${figure}`,
  /** What a rate's unit says anyway. */
  perPopulation: /\s*\/\s*(?:dân số|dân)$/u,
  /** A label that goes on behind the people it is of. */
  goesOn: /^(?:trong|ở|tại|của)(?=\s)/u,
  /** Rates that a programme wants lower or higher: the figure is the rate itself. */
  aimed: /^(?:Giảm|Tăng) (?=tỷ (?:lệ|số|suất)(?=\s))/iu,
  /** Labels that say what they count without the total they are a part of. */
  standsAlone: /^(?:Số|Tổng số|T\. ?số|Tỷ lệ|Tỷ số|Tỷ suất|Tập huấn|Giám sát|Truyền thông|Kiểm nghiệm|Dân số)(?=\s)/iu,
  among: (whole: string) => `${whole}, trong đó `,
  ofWhich: "trong đó: ",
};

/** The words of the summary; `when` begins with a space or is empty. */
export const SUMMARY_WORDS = {
  /** For a year, or where every target is judged against the whole of itself. */
  met: (met: string, all: string, when: string) => `Hoàn thành và vượt ${met}/${all} chỉ tiêu${when}`,
  metInYear: (met: string, all: string, when: string) =>
    `Tính đến hết${when}, hoàn thành và vượt kế hoạch cả năm ${met}/${all} chỉ tiêu`,
  onPace: (count: string) => `${count} chỉ tiêu đạt tiến độ`,
  unmet: (count: string) => `có ${count} chỉ tiêu không hoàn thành là`,
  unmetInYear: (count: string) => `có ${count} chỉ tiêu chưa đạt là`,
  behind: (count: string) => `có ${count} chỉ tiêu chậm tiến độ là`,
  missing: (count: string, names: string) => `Có ${count} chỉ tiêu thiếu số liệu nên chưa đánh giá: ${names}.`,
  notJudged: (count: string, names: string) => `Có ${count} chỉ tiêu không đánh giá: ${names}.`,
  others: (count: string) => `và ${count} chỉ tiêu khác`,
  lacks: (gap: string) => `còn thiếu ${gap}`,
  exceeds: (gap: string) => `cao hơn kế hoạch ${gap}`,
  exceedsDue: (gap: string) => `đã quá phần của kỳ này ${gap}`,
  perMonth: (amount: string) => `cần ${amount}/tháng`,
};
