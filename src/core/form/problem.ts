/** What is wrong with a form's definition, said to the person who edits it in a spreadsheet. */

export interface Problem {
  /** An error keeps the form from being used; a warning does not. */
  readonly level: "error" | "warning";
  /** Line of the row file, counted as the spreadsheet shows it; 0 for form.json. */
  readonly line: number;
  readonly code?: string;
  readonly message: string;
}

interface Details {
  readonly line?: number;
  readonly code?: string;
  readonly other?: string | undefined;
  readonly field?: string;
  readonly value?: string | undefined;
  readonly missing?: boolean;
  /** The only values that a field may have. */
  readonly allowed?: readonly string[] | undefined;
  readonly found?: number;
  readonly wanted?: number;
}

/** How fields are written that hold more than a word of a list. */
const WAYS: Readonly<Record<string, string>> = {
  "Mã số": "chữ không dấu, chữ số và _, bắt đầu bằng chữ: CT012",
  Cấp: "một số từ 1 đến 9",
  "Số lẻ": "một số từ 0 đến 6",
  Chiều: "cao, thấp, không, hoặc cố định 85..110",
  "Giới hạn": "0..100, 0.. hoặc ..50",
  "Trong đó của": "các mã số, cách nhau bằng dấu phẩy",
  "Tập con của": "các mã số, cách nhau bằng dấu phẩy",
  "Mới của": "các mã số, cách nhau bằng dấu phẩy",
  "Bằng với": "các mã số, cách nhau bằng dấu phẩy",
};

function wanted({ field = "", allowed }: Details): string {
  if (allowed) return `chỉ nhận ${allowed.join(", ")}`;
  // A field may be called anything in a file that is not ours, also "toString".
  const way = Object.hasOwn(WAYS, field) ? WAYS[field] : undefined;
  return way === undefined ? "không đúng cách ghi quy định" : `cách ghi là ${way}`;
}

const TEXTS = {
  csv: () => "Không đọc được dòng này: có thể thiếu hoặc thừa dấu ngoặc kép.",
  "csv-empty": () => "Tệp định nghĩa không có dòng nào.",
  "csv-fields": (d: Details) => `Dòng có ${d.found} cột, dòng tiêu đề có ${d.wanted} cột.`,
  schema: (d: Details) =>
    d.missing
      ? `Thiếu "${d.field}".`
      : `"${d.field}"${d.value === undefined ? "" : ` ghi "${d.value.slice(0, 60)}"`}: ${wanted(d)}.`,
  "too-deep": () => "Định nghĩa biểu có quá nhiều tầng lồng nhau.",
  expression: (d: Details) => d.value ?? "",
  "double-code": (d: Details) => `Mã số ${d.code} có hai dòng.`,
  "no-indicator": () => "Biểu không có chỉ tiêu nào.",
  "no-column": (d: Details) => `Biểu thiếu cột "${d.field}".`,
  "double-column": (d: Details) => `Biểu có hai cột "${d.field}".`,
  "unknown-column": (d: Details) => `Cột "${d.field}" không có trong mẫu định nghĩa nên không được dùng.`,
  "no-measure": (d: Details) => `Cột "${d.field}" chưa nói thuộc số đo nào.`,
  "unknown-measure": (d: Details) => `Không có số đo "${d.value}".`,
  "unknown-code": (d: Details) => `${d.field} nhắc đến mã số ${d.other}, trong biểu không có.`,
  "heading-code": (d: Details) => `${d.field} nhắc đến ${d.other}, là dòng mục chứ không phải chỉ tiêu.`,
  "own-code": (d: Details) => `${d.field} nhắc đến chính mã số ${d.code}.`,
  cycle: (d: Details) => `Các mã số nhắc vòng tròn đến nhau: ${d.value}.`,
  factor: (d: Details) => `Đơn vị tính "${d.value}" cần hệ số ${d.wanted}, công thức dùng hệ số ${d.found}.`,
  "formula-kind": () => "“Cách tính” chỉ dùng cho tỷ lệ, tỷ số, chỉ số; dòng tổng của số đếm ghi ở “Bằng tổng”.",
  "total-unit": (d: Details) => `Tổng có đơn vị tính "${d.value}", phần ${d.other} có đơn vị khác.`,
  "total-kind": (d: Details) => `Không cộng được ${d.other}: tỷ lệ không cộng thành tổng.`,
  "total-form": () => "Bằng tổng chỉ là phép cộng các mã số.",
  "same-unit": (d: Details) => `Bằng với ${d.other} nhưng khác đơn vị tính hoặc loại số.`,
  "subset-kind": (d: Details) => `So với ${d.other}: hai chỉ tiêu khác loại số nên không so lớn nhỏ được.`,
  "condition-row": (d: Details) => `Điều kiện của ${d.code} không nhắc đến chính dòng ${d.code}.`,
  "shipped-id": (d: Details) => `Mã biểu ${d.value} là của một biểu có sẵn; hãy đặt mã khác.`,
  band: () => "Chiều “cố định”: giá trị đầu lớn hơn giá trị sau.",
  bounds: () => "Giới hạn dưới lớn hơn giới hạn trên.",
  comparison: () => "Tỷ lệ, tỷ số so cùng kỳ bằng điểm (DIEM); số đếm bằng phần trăm (PT) hoặc số (SO).",
} satisfies Record<string, (details: Details) => string>;

export type ProblemId = keyof typeof TEXTS;

/** Says a problem in Vietnamese. */
export function problemText(id: ProblemId, details: Details, level: Problem["level"] = "error"): Problem {
  const message = TEXTS[id](details);
  return { level, line: details.line ?? 0, ...(details.code && { code: details.code }), message };
}
