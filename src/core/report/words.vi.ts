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
