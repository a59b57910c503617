/** The pane's words, in Vietnamese. */

import type { Level } from "../core/check/finding";

export const TEXTS = {
  choose: "Chọn tệp .xlsx để kiểm tra",
  chooseAnother: "Chọn tệp khác",
  welcome: [
    "Chọn một tệp biểu báo cáo (.xlsx) để kiểm tra: tổng và phần, tỷ lệ với tử số và mẫu số, So với KH, So với cùng kỳ, số ghi sai dạng, dòng thiếu.",
    "Tệp được đọc ngay trên máy này, không gửi đi đâu và không bị sửa.",
  ],
  checking: (file: string) => `Đang kiểm tra ${file}…`,
  noTable:
    "Không thấy biểu nào trong tệp. Biểu cần có dòng tiêu đề với cột Chỉ tiêu và các cột Kế hoạch, Thực hiện, Cùng kỳ.",
  failed: "Không kiểm tra được tệp này. Tệp của bạn không bị thay đổi.",
  unknownForm: "Biểu chưa nhận ra",
  clean: (cells: string, rules: string) => `Không còn lỗi. Đã kiểm tra ${cells} ô, ${rules} quy tắc.`,
  counts: (errors: number, warnings: number, hints: number) => `${errors} lỗi, ${warnings} cảnh báo, ${hints} gợi ý`,
  unchecked: (count: number) => `${count} điểm chưa kiểm tra được`,
  why: "Vì sao",
  fix: "Cách sửa",
  levels: { error: "Lỗi", warning: "Cảnh báo", hint: "Gợi ý" } satisfies Record<Level, string>,
} as const;
