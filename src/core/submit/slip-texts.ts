/** The words of the Phiếu kiểm tra. It goes to authorities, so it is Vietnamese alone; its names are read again. */

import type { Unchecked } from "../check/finding";
import { writeInteger } from "../number";
import type { GateCounts } from "./gate";

export const SLIP = {
  title: "PHIẾU KIỂM TRA SỐ LIỆU",
  subtitle: "(Kèm theo bản nộp; dùng để đối chiếu số liệu sau khi gửi)",
  person: "Người lập",
  at: "Thời điểm kiểm tra",
  sheet: "Trang tính",
  form: "Biểu",
  version: "Bản định nghĩa",
  period: "Kỳ báo cáo",
  unit: "Đơn vị báo cáo",
  checked: "Đã kiểm tra",
  checkedWords: (cells: string, rules: string) => `${cells} ô, ${rules} quy tắc`,
  findings: "Kết quả kiểm tra",
  findingWords: ({ errors, warnings, explained, hints, unchecked }: GateCounts) =>
    [
      `Lỗi ${writeInteger(errors)}`,
      `Cảnh báo ${writeInteger(warnings)}, đã giải trình ${writeInteger(explained)}`,
      `Gợi ý ${writeInteger(hints)}`,
      `Chưa kiểm tra được ${writeInteger(unchecked)}`,
    ].join("; "),
  remarks: "Lưu ý",
  fingerprint: "Dấu vân tay số liệu",
  explanationHeader: ["STT", "Ô", "Chỉ tiêu, cột", "Cảnh báo", "Giải trình"],
  uncheckedHeader: ["STT", "Chưa kiểm tra được", "Nội dung"],
  ownFingerprint: "Dấu vân tay của phiếu",
  foot: "Đối chiếu bằng Biểu Y tế: lệnh bieu verify, hoặc bước Nộp trong Excel.",
} as const;

/** What was not checked, by its reason. */
export const UNCHECKED_WORDS: Readonly<Record<Unchecked["reason"], string>> = {
  "missing-figure": "Quan hệ thiếu số",
  "unbound-row": "Dòng ngoài biểu",
  "no-column": "Thiếu cột",
  "not-calculated": "Công thức chưa tính",
  "no-form": "Chưa rõ biểu",
  "no-period": "Chưa rõ kỳ",
  "part-of-form": "Chỉ có một phần của biểu",
  suspects: "Chưa tìm hết ô nghi sai",
};
