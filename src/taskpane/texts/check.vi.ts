/** The words of the view Kiểm tra, in Vietnamese. */

import type { Level, Unchecked } from "../../core/check/finding";

const levels: Readonly<Record<Level, string>> = { error: "Lỗi", warning: "Cảnh báo", hint: "Gợi ý" };
const levelsInText: Readonly<Record<Level, string>> = { error: "lỗi", warning: "cảnh báo", hint: "gợi ý" };

const reasons: Readonly<Record<Unchecked["reason"], string>> = {
  "no-form": "Chưa nhận ra biểu",
  "part-of-form": "Một phần của biểu",
  "no-period": "Không rõ kỳ báo cáo",
  "no-column": "Thiếu cột",
  "unbound-row": "Dòng chưa nhận ra",
  "not-calculated": "Công thức chưa có kết quả",
  "missing-figure": "Thiếu số để đối chiếu",
  suspects: "Chưa tìm hết ô nghi sai",
};

export const CHECK_TEXTS = {
  levels,
  reasons,
  /** "Lỗi: 3, hiện riêng": the name of a toggle, beside its state. */
  filters: "Lọc theo loại",
  noneOf: (level: Level) => `Không có ${levelsInText[level]}.`,
  noneShown: "Không có mục nào thuộc loại đang chọn.",
  showAll: "Hiện tất cả",
  summary: (errors: string, warnings: string, hints: string) => `${errors} lỗi, ${warnings} cảnh báo, ${hints} gợi ý.`,
  live: "Kiểm tra khi nhập",
  at: (time: string) => `lúc ${time}`,
  notYet: (rows: string | undefined) =>
    `Chưa kiểm tra. Sẽ xem ${rows === undefined ? "cả bảng" : `${rows} dòng của biểu`}: dạng số, số còn thiếu, tổng và các phần, tỷ lệ, So với KH, So với cùng kỳ, dòng và cột.`,
  checking: (percent: string) => `Đang kiểm tra ${percent}%.`,
  clean: (cells: string, rules: string, time: string | undefined) =>
    `Không còn lỗi. Đã kiểm tra ${cells} ô, ${rules} quy tắc${time === undefined ? "" : `, lúc ${time}`}.`,
  cleanButIgnored: (cells: string, rules: string, time: string | undefined) =>
    `Không còn lỗi nào ngoài các quy tắc đang bỏ qua. Đã kiểm tra ${cells} ô, ${rules} quy tắc${time === undefined ? "" : `, lúc ${time}`}.`,
  checked: (cells: string, rules: string, time: string | undefined) =>
    `Đã kiểm tra ${cells} ô, ${rules} quy tắc${time === undefined ? "" : `, lúc ${time}`}.`,
  wholeForm: "Cả biểu",
  list: "Các mục tìm thấy",
  cell: (cell: string) => `Ô ${cell}`,
  cells: (count: string) => `${count} ô`,
  rows: (count: string) => `${count} dòng`,
  inGroup: (count: string) => `${count} mục`,
  stated: "Đang ghi",
  byOthers: "Theo các dòng khác",
  byFormula: "Theo công thức",
  samePeriod: "Cùng kỳ",
  gap: "Lệch",
  blank: "trống",
  related: "Các ô liên quan",
  suspects: "Ô nghi sai",
  why: "Vì sao.",
  fix: "Cách sửa.",
  more: (count: string) => `Xem thêm ${count}`,
  actions: {
    fixTo: (value: string) => `Sửa thành ${value}`,
    clear: "Để trống ô này",
    fixAll: (count: string) => `Sửa cả ${count} ô`,
    fillAll: (count: string) => `Điền cả ${count} ô`,
    go: "Xem ô",
    comment: "Ghi chú vào ô",
    explain: "Giải trình…",
    ignore: "Bỏ qua quy tắc này cho biểu",
  },
  explain: {
    label: "Vì sao số này đúng",
    draft: "Lý do trước đây; số đã đổi từ đó nên xin xem lại.",
    save: "Lưu giải trình",
    cancel: "Thôi",
    group: (count: string) => `Đã giải trình (${count})`,
    edit: "Sửa",
    remove: "Bỏ giải trình",
    reset: "Xóa mọi giải trình",
  },
  mended: "Đã sửa",
  unchecked: (count: string) => `${count} chỗ chưa kiểm tra được`,
  ignored: (count: string) => `Đang bỏ qua ${count} quy tắc`,
  ignoredRule: (title: string, count: string) => `${title} (${count})`,
  reset: "Xét lại",
  resetHint: "Xét lại các quy tắc này",
};

export type CheckTexts = typeof CHECK_TEXTS & {
  /** What was not checked, where the core's own sentence is in another language. */
  readonly uncheckedSentence?: (unchecked: Unchecked, label: string | undefined) => string;
};
