/** The words of forms of one's own, in Vietnamese. Numbers come written. */

import { LEARN_VI } from "../../core/learn/texts.vi";

const MAKE = "Lập biểu riêng từ bảng này";

export const OWN_TEXTS = {
  groups: LEARN_VI.groups,
  trust: LEARN_VI.trust,
  make: MAKE,
  makeLine: "Xem tổng, tỷ lệ mà số liệu gợi ý; nhận gợi ý nào thì gợi ý đó thành quy tắc.",
  title: "Lập biểu riêng",
  intro: (rows: string, suggestions: string) =>
    `Bảng có ${rows} chỉ tiêu. Số liệu gợi ý ${suggestions} quan hệ; chỉ gợi ý được nhận mới thành quy tắc kiểm tra.`,
  none: (rows: string) =>
    `Bảng có ${rows} chỉ tiêu. Số liệu không cho thấy tổng hay tỷ lệ nào đủ chắc; vẫn lập được biểu để nhận ra bảng và điền.`,
  accepted: (some: string, all: string) => `Đã nhận ${some}/${all} gợi ý.`,
  acceptSure: (count: string) => `Nhận ${count} gợi ý chắc chắn`,
  accept: "Nhận",
  reject: "Bỏ qua",
  decide: (label: string) => `Gợi ý cho “${label}”`,
  makeNow: (rules: string) => `Lập biểu với ${rules} quy tắc`,
  makeWithout: "Lập biểu, chưa có quy tắc",
  choose: "Chọn biểu",
  chooseLine: "Bảng này là một phần của biểu có sẵn? Chọn biểu ấy.",
  chooseNone: "Chưa chọn",
  own: "Biểu riêng",
  ownLine: "Xuất ra tệp để sửa bằng Excel, nhập lại, dùng cho sổ khác.",
  inWorkbook: "Trong sổ này",
  nothingYet: `Sổ này chưa có biểu riêng. Để lập: mở trang có bảng chưa được nhận ra, ở bước Biểu chọn “${MAKE}”.`,
  rows: (rows: string, rules: string) => `${rows} chỉ tiêu, ${rules} quy tắc`,
  exportOne: "Xuất biểu",
  exportOf: (id: string) => `Xuất biểu ${id}`,
  removeOne: "Bỏ",
  removeOf: (id: string) => `Bỏ biểu ${id} khỏi sổ này`,
  importOne: "Nhập biểu từ tệp .csv",
  importLine: "Tệp đã xuất, có thể đã sửa bằng Excel hoặc LibreOffice (lưu dạng CSV UTF-8).",
  problems: (file: string, count: string) => `${file}: ${count} chỗ cần sửa`,
  /** A form that was taken in, of which something was passed over. */
  doubts: (file: string, count: string) => `${file}: đã nhập, ${count} chỗ nên xem lại`,
};

export type OwnTexts = typeof OWN_TEXTS;
