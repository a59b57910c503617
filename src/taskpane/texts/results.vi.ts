/** The words of the view Kết quả, in Vietnamese. */

import { STATUS_WORDS, type Status } from "../../core/compare/assess";
import { periodWords, spanWords, type Period } from "../../core/form/period";

const statuses: Readonly<Record<Status, string>> = STATUS_WORDS;

export const RESULTS_TEXTS = {
  statuses,
  /** The status and how many: "Vượt 82". */
  figure: (status: Status, count: string) => `${STATUS_WORDS[status]} ${count}`,
  picture: (name: string, figures: string) => `${name}: ${figures}.`,
  wholeForm: "Cả biểu",
  judged: (count: string) => `${count} chỉ tiêu được đánh giá`,
  sections: "Theo mục",
  /** Beside the bar of a section. */
  late: (unmet: string, behind: string) => `${unmet} chưa đạt, ${behind} chậm`,
  allSections: (count: string) => `Xem cả ${count} mục`,
  fewSections: "Thu gọn",
  onlySection: "Chỉ xem mục này ở danh sách dưới",
  list: "Chậm và chưa đạt",
  listOf: (section: string) => `Đang xem: ${section}`,
  showAll: "Xem tất cả",
  none: "Không có chỉ tiêu nào chậm tiến độ hay chưa đạt.",
  notYet: "Chưa có kết quả. Mở một biểu có cột Kế hoạch và Thực hiện để xem chỉ tiêu nào đạt, chậm hay chưa đạt.",
  notAssessed: "Biểu này không đánh giá đạt hay chưa đạt.",
  copy: "Chép đoạn văn",
  addSheet: "Thêm trang Tổng hợp",
  cell: (cell: string) => `Ô ${cell}`,
  ofYear: (percent: string) => `${percent}% cả năm`,
  ofTarget: (percent: string) => `${percent}% kế hoạch`,
  ofPeriod: (percent: string, period: Period) => `${percent}% của ${spanWords(period)}`,
  lacks: (gap: string, points: boolean) => `còn thiếu ${gap}${points ? " điểm" : ""}`,
  exceeds: (gap: string, points: boolean) => `cao hơn kế hoạch ${gap}${points ? " điểm" : ""}`,
  exceedsDue: (gap: string, points: boolean) => `quá phần của kỳ ${gap}${points ? " điểm" : ""}`,
  offBelow: (gap: string, points: boolean) => `thấp hơn mức yêu cầu ${gap}${points ? " điểm" : ""}`,
  offAbove: (gap: string, points: boolean) => `cao hơn mức yêu cầu ${gap}${points ? " điểm" : ""}`,
  lowIsBetter: "càng thấp càng tốt",
  perMonth: (need: string, unit: string) => `cần ${[need, unit].filter(Boolean).join(" ")} mỗi tháng`,
  points: "điểm",
  paragraph: {
    opening: (period: Period) => {
      const words = periodWords(period);
      return `${words.charAt(0).toUpperCase()}${words.slice(1)}: `;
    },
    /** For a year, or where every target is judged against the whole of itself. */
    met: (met: string, all: string) => `Hoàn thành và vượt ${met}/${all} chỉ tiêu`,
    metInYear: (met: string, all: string) => `hoàn thành và vượt kế hoạch năm ${met}/${all} chỉ tiêu`,
    onPace: (count: string) => `${count} chỉ tiêu đạt tiến độ`,
    unmet: (count: string) => `có ${count} chỉ tiêu không hoàn thành là`,
    unmetInYear: (count: string) => `có ${count} chỉ tiêu chưa đạt là`,
    behind: (count: string) => `có ${count} chỉ tiêu chậm tiến độ là`,
  },
};

export type ResultsTexts = typeof RESULTS_TEXTS;
