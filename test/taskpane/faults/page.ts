/** The page docs/loi-trong-excel.md, made of what came of the trials. */

import { FAULTS, type Moment } from "./misfortunes";
import type { Operation, Step } from "./operations";
import type { Outcome } from "./trial";

/** What came of an operation under each misfortune, by its letter and moment; undefined where they do not meet. */
export interface Row {
  readonly operation: Pick<Operation, "step" | "name">;
  readonly outcome: (fault: string, moment: Moment) => Outcome | undefined;
}

/** What Excel's other codes come to. */
export interface CodeRow {
  readonly code: string;
  readonly read: Outcome;
  readonly write: Outcome;
}

const MOMENTS: Readonly<Record<Moment, string>> = {
  always: "suốt việc ấy",
  read: "lúc đọc",
  write: "lúc ghi",
  after: "sau khi ghi",
};

const STEPS: readonly Step[] = ["Biểu", "Điền", "Kiểm tra", "Kết quả", "Nộp"];

const INTRO = `# Lỗi trong Excel: ngăn nói gì, sổ còn thế nào

<!-- Các bảng do \`BIEU_WRITE_DOCS=1 npx jest test/taskpane/faults\` viết ra từ kết quả của từng phép thử. Đừng sửa ở đây. -->

Mỗi việc làm trong ngăn được thử với từng trục trặc của Excel, trên thư viện Office.js thật và sổ tính đứng thay Excel, với Biểu số 06. Lần thử nào cũng phải đúng
ba điều: câu được nói là câu của ngăn, như ghi ở đây; số liệu của bạn không đổi, phần ghi dở được trả lại, mỗi dòng vẫn được đọc theo đúng Mã số; ngăn không đứng
lại, và khi trục trặc đã qua thì làm lại việc ấy trên cùng ngăn là xong.

## Các trục trặc`;

const MARKS = `## Từng việc

Mỗi ô có một dấu cho mỗi lúc của trục trặc, theo thứ tự ở bảng trên.

- Số: câu ngăn nói, theo danh sách câu ở dưới. Chỉ có số thì sổ còn nguyên như trước khi làm.
- Số và ✓: câu ấy được nói, nhưng việc đã xong trong sổ.
- Số và ◐: một phần còn trong sổ, xem [những chỗ xong một phần](#những-chỗ-xong-một-phần).
- ✓: việc xong như thường, hoặc trục trặc không chạm đến. ◐ đứng một mình: như vậy, nhưng thiếu phần phụ.
- ·: không nói gì, sổ nguyên như trước.
- –: việc ấy không có lúc ấy, hoặc trục trặc ấy không thể gặp.`;

const PARTS = `## Những chỗ xong một phần

Không chỗ nào mất hay sai số liệu:

- **Kiểm tra**: danh sách lỗi có đủ trong ngăn; dấu trên ô hoặc lời nhớ lần kiểm tra chưa vào sổ. Trang khóa thì không có dấu, và thẻ Kiểm tra nói là trang khóa.
- **Theo dõi**: số bạn vừa sửa ở trong sổ; danh sách hoặc dấu trên ô theo sau khi Excel đọc được trở lại, hay khi bạn nhấn Kiểm tra lại.
- **Ghi chú vào ô** đúng lúc có dòng chèn vào: lời ghi chú nằm ở ô mang địa chỉ cũ; xóa ở đó và ghi lại.
- **Sửa, giải trình, bỏ giải trình, bỏ qua quy tắc**: việc đã ghi; dấu trên ô chưa theo, lần kiểm tra sau đặt lại.
- **Trang mới** (Biểu, Tổng hợp, câu văn): mất câu trả lời đúng lúc tạo thì trang có thể đã ở trong sổ mà ngăn không biết chắc; làm lại sẽ thêm một trang nữa với tên
  kế tiếp, trang thừa xóa tay được.
- **Tổng hợp** có rồi mà sổ chưa nhớ được: lần sau trang mới đứng cạnh, trang cũ giữ nguyên.
- **Nộp**: bản nộp đã lập và đã mở, sổ chưa nhớ “Đã nộp”; “Ghi vào sổ” làm phần còn lại.
- **Xóa trang giữa chừng**: phần thuộc về cả sổ (trang Tổng hợp, biểu riêng) vẫn làm, phần thuộc về trang ấy thì không còn chỗ để ghi.

## Việc cùng đường, và việc không hỏi Excel

Đi đúng một đường với việc ở trên nên không thử riêng: tạo Biểu mẫu Điện Biên (như Tạo Biểu mới); Xóa mọi giải trình, Xét lại các quy tắc (như Bỏ giải trình, Bỏ qua
quy tắc); tải bản nộp xuống (như Ghi vào sổ là đã nộp). Nút Dừng chỉ có tác dụng giữa các lát tính trong ngăn, không gọi Excel.

Không hỏi gì Excel: chọn cách điền, trả lời dòng cần xác nhận, nhận hay bỏ gợi ý, xuất biểu riêng, chép đoạn văn, chép dấu vân tay, chọn mục, đóng thông báo.

Excel quá cũ (dưới ExcelApi 1.13) không đến được đây: ngăn mở ra trang nói cần Excel nào.`;

const CODES = `## Lời từ chối khác của Excel

Cùng đường với A, chỉ khác câu; thử ở việc “Điền bằng giá trị (chốt số)”. Không dòng nào để lại việc xong một phần.`;

/** The whole page. */
export function pageText(rows: readonly Row[], codes: readonly CodeRow[]): string {
  const sentences: string[] = [];
  const numberOf = (said: string): string => {
    if (!sentences.includes(said)) sentences.push(said);
    return String(sentences.indexOf(said) + 1);
  };
  const faults = table(
    ["", "Trục trặc", "Thử"],
    FAULTS.map(({ id, name, moments }) => [id, name, moments.map((moment) => MOMENTS[moment]).join(", ")]),
  );
  const parts = STEPS.map((step) => {
    const cells = rows
      .filter(({ operation }) => operation.step === step)
      .map(({ operation, outcome }) => ({
        name: operation.name,
        marks: FAULTS.map(({ id, moments }) =>
          moments.map((moment) => markOf(outcome(id, moment), numberOf)).join(" "),
        ),
      }));
    const alike = new Map<string, typeof cells>();
    for (const cell of cells) {
      const key = cell.marks.join("|");
      alike.set(key, [...(alike.get(key) ?? []), cell]);
    }
    const lines = [...alike.values()].map((same) => [same.map(({ name }) => name).join("; "), ...same[0]!.marks]);
    return [`### Ở bước ${step}`, table(["Việc", ...FAULTS.map(({ id }) => id)], lines)].join("\n\n");
  });
  const said = codes.map(({ code, read, write }) => [
    `\`${code}\``,
    ...[read, write].map((one) => markOf(one, numberOf)),
  ]);
  const codeTable = table(["Lời của Excel", "lúc đọc", "lúc ghi"], said);
  const list = sentences.map((sentence, at) => `${at + 1}. ${sentence}`).join("\n");
  return [INTRO, faults, MARKS, ...parts, "## Các câu", list, CODES, codeTable, PARTS].join("\n\n") + "\n";
}

function markOf(outcome: Outcome | undefined, numberOf: (said: string) => string): string {
  if (!outcome) return "–";
  const { said, stands, asEver } = outcome;
  const stood = { before: "", done: "✓", part: "◐" }[stands];
  if (said === undefined || (asEver && stands !== "before")) return stood || "·";
  return `${numberOf(said)}${stood}`;
}

/** A table as Prettier lays it out. */
function table(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const widths = head.map((_, at) => Math.max(3, ...[head, ...lines].map((line) => line[at]!.length)));
  const row = (line: readonly string[]) => `| ${line.map((cell, at) => cell.padEnd(widths[at]!)).join(" | ")} |`;
  return [row(head), row(widths.map((width) => "-".repeat(width))), ...lines.map(row)].join("\n");
}
