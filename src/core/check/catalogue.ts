/** The catalogue of rules for users: one page of Markdown, made from the rules' entries, words and examples. */

import { DEFAULT_THRESHOLDS, type Thresholds } from "../form/thresholds";
import { EXAMPLES } from "./catalogue-examples";
import { RULES } from "./engine";
import type { Level, RuleGroup } from "./finding";
import { RULE_TEXTS, textsOf, type KnownRule } from "./texts.vi";

const LEVELS: Readonly<Record<Level, string>> = { error: "Lỗi", warning: "Cảnh báo", hint: "Gợi ý" };

/** The relations are listed by the forms and weigh by column. */
const RELATION_LEVEL = "Lỗi ở Thực hiện; Cảnh báo ở Kế hoạch và Cùng kỳ";

/** Relations that weigh otherwise. */
const OTHER_LEVELS: Readonly<Partial<Record<KnownRule, string>>> = {
  QH8: `${RELATION_LEVEL}; Cảnh báo ở mọi cột nếu biểu khai báo vậy`,
  QH9: LEVELS.warning,
};

const GROUPS: Readonly<Record<RuleGroup, string>> = {
  SO: "Cách ghi số",
  TH: "Đầy đủ số liệu",
  QH: "Quan hệ giữa các dòng",
  SS: "Cột so sánh",
  BT: "Số bất thường",
  KH: "So với kế hoạch",
  CT: "Cấu trúc của biểu",
};

const THRESHOLDS: Readonly<Record<keyof Thresholds, string>> = {
  smallCount: "số đếm nhỏ hơn mức này ở mọi cột thì không xét",
  ratePoints: "tỷ lệ % thay đổi ít hơn từng này điểm thì không xét",
  times: "số đếm, tỷ suất thay đổi ít hơn từng này lần thì không xét",
  spread: "thay đổi phải xa mức giữa hơn từng này lần khoảng tứ phân vị của biểu",
  size: "trọng số của độ lớn, từ 0 đến 1",
  slipTimes: "sau khi dời dấu thập phân, số phải cách cùng kỳ dưới từng này lần",
  block: "số dòng liền nhau giống hệt cùng kỳ",
  populationPercent: "tỷ suất được lệch từng này % so với tính từ dân số của cột khác",
  overPlan: "đạt trên từng này % phần kế hoạch của kỳ là vượt nhiều lần",
};

const INTRO = `# Các quy tắc kiểm tra

<!-- Trang này do lệnh \`npm run catalogue\` viết ra từ định nghĩa của các quy tắc. Sửa ở đó, đừng sửa ở đây. -->

Ba mức: **Lỗi** phải sửa trước khi gửi; **Cảnh báo** sửa hoặc giải trình; **Gợi ý** để xem lại, không chặn việc gửi.

Thiếu số thì không kết luận: quan hệ cần số còn thiếu được ghi vào mục chưa kiểm tra, không coi số thiếu là 0. Riêng tổng của các
phần được kết luận khi các phần đã có vượt tổng. Biểu có thể định cách khác cho từng vế (xem [cách ghi định nghĩa](dinh-nghia-bieu.md#khi-thiếu-số)). Mọi quan hệ xét như nhau ở Kế hoạch, Thực hiện và Cùng kỳ.`;

/** The whole page, as \`docs/quy-tac.md\` holds it. */
export function catalogueText(): string {
  const ids = Object.keys(RULE_TEXTS) as KnownRule[];
  const groups = Object.entries(GROUPS).map(([group, title]) =>
    [`## ${group}: ${title}`, ...ids.filter((id) => id.startsWith(group)).map(entryText)].join("\n\n"),
  );
  return [INTRO, ...groups, thresholdsText()].join("\n\n") + "\n";
}

function entryText(id: KnownRule): string {
  const { title, checks, message, why, fix, source } = textsOf(id);
  const { found, left } = EXAMPLES[id];
  const rule = RULES.find((one) => one.id === id);
  return [
    `### ${id} · ${title}`,
    [
      `- Mức: ${rule ? LEVELS[rule.level] : (OTHER_LEVELS[id] ?? RELATION_LEVEL)}.`,
      `- Kiểm tra: ${checks}`,
      `- Tìm thấy: ${message(found)}`,
      `- Bỏ qua: ${left}`,
      `- Vì sao: ${why}`,
      `- Cách sửa: ${fix(found)}`,
      `- Nguồn: ${source}`,
    ].join("\n"),
  ].join("\n\n");
}

function thresholdsText(): string {
  const lines = Object.entries(THRESHOLDS).map(([name, words]) => {
    const value = String(DEFAULT_THRESHOLDS[name as keyof Thresholds]).replace(".", ",");
    return `- \`${name}\` = ${value}: ${words}.`;
  });
  return [
    "## Ngưỡng của BT và KH",
    "Mỗi biểu đặt được ngưỡng riêng ở `thresholds` trong `form.json`; biểu không đặt thì dùng các mức sau.",
    lines.join("\n"),
  ].join("\n\n");
}
