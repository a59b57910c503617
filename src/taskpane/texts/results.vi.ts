/** The words of the view Kết quả, in Vietnamese. */

import type { SilentReason } from "../../core/report/selected";
import { STATUS_WORDS, type Status } from "../../core/compare/assess";
import { spanWords, type Period } from "../../core/form/period";

const statuses: Readonly<Record<Status, string>> = STATUS_WORDS;

const silentReasons: Readonly<Record<SilentReason, string>> = {
  missing: "chưa có số thực hiện",
  unreadable: "số thực hiện không đọc được",
  text: "ghi bằng chữ, không phải số",
  unknown: "chưa nhận ra là chỉ tiêu nào",
  heading: "là dòng đề mục",
  hidden: "đang ẩn",
  outside: "nằm ngoài bảng",
};

export const RESULTS_TEXTS = {
  statuses,
  /** The status and how many: "Vượt 82". */
  figure: (status: Status, count: string) => `${STATUS_WORDS[status]} ${count}`,
  picture: (name: string, figures: string) => `${name}: ${figures}.`,
  wholeForm: "Cả biểu",
  judged: (count: string) => `${count} chỉ tiêu được đánh giá`,
  sections: "Theo mục",
  /** The counts of a section, beside its bar. */
  countOf: (status: Status, count: string) => `${count} ${STATUS_WORDS[status].toLowerCase()}`,
  allSections: (count: string) => `Xem cả ${count} mục`,
  fewSections: "Thu gọn",
  onlySection: "Chỉ xem mục này ở danh sách dưới",
  list: "Chưa đạt và chậm tiến độ",
  listOf: (section: string) => `Đang xem: ${section}`,
  showAll: "Xem tất cả",
  none: "Không có chỉ tiêu nào chưa đạt hay chậm tiến độ.",
  notYet: "Chưa có kết quả. Mở một biểu có cột Kế hoạch và Thực hiện để xem chỉ tiêu nào đạt, chậm hay chưa đạt.",
  notAssessed: "Biểu này không đánh giá đạt hay chưa đạt.",
  copy: "Chép đoạn văn",
  addSheet: "Thêm trang Tổng hợp",
  print: "In kết quả",
  sectionSentences: "Câu của mục này",
  sentencesSelected: "Câu cho dòng đang chọn",
  sentencesSection: (section: string) => `Câu của mục: ${section}`,
  backToSelected: "Về dòng đang chọn",
  selectRows: "Chọn một hay nhiều dòng của bảng, hoặc dòng đề mục để lấy cả mục.",
  silent: (rows: string, reasons: string) => `${rows} dòng không có câu: ${reasons}.`,
  silentReason: (reason: SilentReason, rows: string) => `${rows} ${silentReasons[reason]}`,
  allSentences: (count: string) => `Xem cả ${count} câu`,
  fewSentences: "Thu gọn",
  goTo: (cell: string) => `Xem ô ${cell}`,
  copySentences: "Chép câu",
  sentencesSheet: "Ghi ra trang",
  cell: (cell: string) => `Ô ${cell}`,
  ofYear: (percent: string) => `${percent}% cả năm`,
  ofTarget: (percent: string) => `${percent}% kế hoạch`,
  ofPeriod: (percent: string, period: Period) => `${percent}% của ${spanWords(period)}`,
  lacks: (gap: string) => `còn thiếu ${gap}`,
  exceeds: (gap: string) => `cao hơn kế hoạch ${gap}`,
  exceedsDue: (gap: string) => `quá phần của kỳ ${gap}`,
  offBelow: (gap: string) => `thấp hơn mức yêu cầu ${gap}`,
  offAbove: (gap: string) => `cao hơn mức yêu cầu ${gap}`,
  lowIsBetter: "càng thấp càng tốt",
  perMonth: (need: string) => `cần ${need}/tháng`,
  percentPoints: "điểm phần trăm",
  perMillePoints: "điểm phần nghìn",
};

export type ResultsTexts = typeof RESULTS_TEXTS;
