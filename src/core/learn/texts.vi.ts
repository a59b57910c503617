/** The words of suggestions, in Vietnamese. Figures and rows come written. */

export const LEARN_VI = {
  row: (row: string) => `dòng ${row}`,
  /** "ở cả 3 cột", "ở 2 trong 3 cột có số" */
  columns: (held: number, all: number) => (held === all ? `ở cả ${all} cột` : `ở ${held} cột đủ số`),
  total: (row: string, parts: string, columns: string) => `${row} = ${parts} ${columns}`,
  rate: (row: string, numerator: string, denominator: string, factor: string, columns: string) =>
    `${row} = ${numerator} / ${denominator} × ${factor} ${columns}`,
  part: (row: string, parts: string, columns: string) => `${parts} không lớn hơn ${row} ${columns}`,
  same: (row: string, other: string, columns: string) => `${row} ghi cùng số với ${other} ${columns}`,
  /** "dòng 12 = dòng 13 + dòng 14 ở cả 3 cột; nhận làm quy tắc?" */
  question: (suggestion: string) => `${suggestion}; nhận làm quy tắc?`,
  trust: { sure: "Chắc chắn", likely: "Nhiều khả năng" },
  groups: {
    total: "Tổng bằng các phần",
    rate: "Tỷ lệ bằng tử chia mẫu",
    part: "Phần không lớn hơn tổng",
    same: "Cùng một số ghi ở hai nơi",
  },
  roles: { plan: "KH", laterPlan: "KH sau", actual: "TH", samePeriod: "CK" },
  note: {
    total: (parts: string) => `Gợi ý chưa nhận: Bằng tổng ${parts}.`,
    rate: (formula: string) => `Gợi ý chưa nhận: Cách tính ${formula}.`,
    part: (parts: string) => `Gợi ý chưa nhận: ${parts} là Trong đó của dòng này.`,
    same: (other: string) => `Gợi ý chưa nhận: Bằng với ${other}.`,
  },
};

export type LearnTexts = typeof LEARN_VI;
