/** The words of the gate, in Vietnamese. */

import { roleWords } from "../check/rule";
import { writeInteger } from "../number";
import type { GateItem, GateQuestion, GateRemark } from "./gate";

/** More cells than this are counted, not named. */
const NAMED = 5;

export interface GateTexts {
  readonly title: Readonly<Record<GateQuestion, string>>;
  /**
   * What a question's answer is, in a sentence or two.
   *
   * @param counts of the gate: all its warnings, whichever question they belong to
   */
  readonly answer: (item: GateItem, counts: { readonly warnings: number }) => string;
  readonly remark: (remark: GateRemark) => string;
  readonly ready: string;
  readonly blocked: (questions: number) => string;
}

export const GATE_TEXTS: GateTexts = {
  title: {
    complete: "Số liệu đủ",
    errors: "Không còn lỗi",
    warnings: "Cảnh báo đã giải trình",
    derived: "Cột tính đúng",
    definition: "Đúng định nghĩa biểu",
  },
  answer: ({ question, findings, remarks, explained }, { warnings }) => {
    const count = writeInteger(findings.length);
    const parts = remarks.map((remark) => GATE_TEXTS.remark(remark));
    if (findings.length > 0 && question === "complete")
      parts.unshift(`${count} chỗ còn thiếu số: điền, hoặc giải trình.`);
    if (findings.length > 0 && question === "errors") parts.unshift(`${count} lỗi phải sửa.`);
    if (findings.length > 0 && question === "warnings") {
      const all = explained + findings.length;
      parts.unshift(`${count} cảnh báo cần sửa hoặc giải trình (đã giải trình ${explained}/${all}).`);
    }
    if (findings.length > 0 && question === "derived") {
      parts.unshift(`${count} ô So với KH, So với cùng kỳ không khớp số liệu.`);
    }
    if (parts.length > 0) return parts.join(" ");
    switch (question) {
      case "complete":
        return "Đủ số ở các chỉ tiêu bắt buộc.";
      case "errors":
        return "Không có lỗi.";
      case "warnings":
        if (explained > 0) return `Đã giải trình ${explained}/${explained} cảnh báo.`;
        return warnings === 0 ? "Không có cảnh báo." : "Không có cảnh báo nào khác.";
      case "derived":
        return "Không có ô So với KH, So với cùng kỳ nào sai.";
      case "definition":
        return "Biểu, kỳ và đơn vị đã rõ; đúng bản định nghĩa đang dùng.";
    }
  },
  remark: (remark) => {
    switch (remark.kind) {
      case "no-form":
        return "Chưa nhận ra đây là biểu nào.";
      case "no-period":
        return "Chưa rõ kỳ báo cáo.";
      case "no-unit":
        return "Chưa rõ đơn vị báo cáo.";
      case "other-version":
        return `Biểu lập theo định nghĩa bản ${remark.made}, kiểm tra theo bản ${remark.checked}.`;
      case "doubtful-rows":
        return `${writeInteger(remark.count)} dòng nhận chưa chắc là chỉ tiêu nào.`;
      case "not-calculated": {
        const more = remark.cells.length > NAMED ? " …" : "";
        const cells = `${remark.cells.slice(0, NAMED).join(", ")}${more}`;
        return `${writeInteger(remark.cells.length)} ô là công thức chưa có kết quả (${cells}); mở bằng Excel hoặc LibreOffice rồi lưu lại.`;
      }
      case "required-unknown":
        return "Chưa kiểm tra: chưa nhận ra biểu nên không biết chỉ tiêu nào bắt buộc.";
      case "relations-unknown":
        return "Chưa kiểm tra tổng, tỷ lệ và quan hệ giữa các dòng: chưa nhận ra biểu.";
      case "part-of-form":
        return `Chỉ kiểm tra phần có trong bảng: ${writeInteger(remark.rows)}/${writeInteger(remark.of)} chỉ tiêu của biểu.`;
      case "no-column":
        return `Chưa kiểm tra cột ${remark.columns.map(roleWords).join(", ")}: bảng không có cột này.`;
      case "missing-explained":
        return `${writeInteger(remark.count)} chỗ còn thiếu số, đã giải trình.`;
    }
  },
  ready: "Có thể nộp.",
  blocked: (questions) => `Chưa nộp được: còn ${questions} mục phải xử lý.`,
};
