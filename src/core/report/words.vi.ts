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
export const NAMES: ReadonlySet<string> = new Set(["Methadone", "Buprenorphine", "Dengue", "Zika", "Ebola", "Covid"]);

/** Labels that are only a deed: their figure is whom it was done for. */
export const BARE_VERBS: ReadonlySet<string> = new Set(
  [
    "Khám",
    "Khám và điều trị",
    "Khám bệnh",
    "Điều trị",
    "Tư vấn",
    "Tư vấn thường xuyên",
    "Khám sàng lọc",
    "Xét nghiệm",
  ].map(fold),
);

export const SENTENCE_WORDS = {
  reached: (percent: string) => `đạt ${percent}% KH`,
  equals: (percent: string) => `bằng ${percent}% KH`,
  /** What should stay low, within the plan. */
  within: (percent: string) => `bằng ${percent}% mức KH`,
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
