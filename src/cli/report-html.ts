/** The report as one page of HTML that needs nothing else and prints in black and white. */

import {
  assessmentName,
  assessTable,
  countBySection,
  countStatuses,
  type StatusCounts,
} from "../core/compare/assess-table";
import { STATUS_WORDS, type Status } from "../core/compare/assess";
import { periodWords } from "../core/form/period";
import { summaryOf } from "../core/report/summary";
import type { FigureTable } from "../core/table/figures";
import { STATUSES } from "./statuses";
import { tableName } from "./tables";

const STYLE = `
body{font:16px/1.5 "Times New Roman",Tinos,serif;margin:2rem auto;max-width:60rem;padding:0 1rem;color:#111}
h1{font-size:1.4rem}h2{font-size:1.15rem;margin-top:2rem}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #666;padding:.25rem .5rem;text-align:left;vertical-align:top}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
thead{display:table-header-group}tr{break-inside:avoid}
.bar{display:flex;height:1.4rem;border:1px solid #111;margin:.5rem 0}.bar span{display:block;border-right:1px solid #111}
.bar span:last-child{border-right:0}.key{display:inline-block;width:.9rem;height:.9rem;border:1px solid #111;vertical-align:-.1rem;margin-right:.3rem}
.item{white-space:nowrap;margin-right:1.2rem}
.exceeded{background:#0b6b4f}.met{background:#7cc0a4}.onPace{background:#dcefe6}
.behind{background:repeating-linear-gradient(45deg,#fff 0 4px,#c98a00 4px 7px)}
.unmet{background:repeating-linear-gradient(-45deg,#fff 0 2px,#a3271f 2px 6px)}
.notJudged{background:#fff}.noData{background:repeating-linear-gradient(90deg,#fff 0 6px,#999 6px 7px)}
@media print{body{margin:0;max-width:none}}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}`;

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text for HTML: whatever a label holds, it stays text. */
function escape(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ESCAPES[char]!);
}

/** The page for all tables of a workbook. */
export function reportHtml(tables: readonly FigureTable[], file: string): string {
  const body = tables.map(tableHtml).join("\n");
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Kết quả thực hiện chỉ tiêu</title><style>${STYLE}</style></head>
<body>
${body}
<p><small>Lập từ tệp ${escape(file)} bằng Biểu Y tế.</small></p>
</body></html>`;
}

function tableHtml(table: FigureTable): string {
  const { form, period, unit } = table.binding;
  const title = [tableName(table), period && periodWords(period), unit].filter(Boolean).join(" · ");
  if (!form?.assessed) return `<h1>${escape(title)}</h1><p>Biểu này không đánh giá đạt hay chưa đạt.</p>`;
  const assessments = assessTable(table);
  const sections = countBySection(assessments, table);
  const shown = STATUSES.filter((status) => assessments.some((assessment) => assessment.status === status));
  const parts = [
    `<h1>${escape(title)}</h1>`,
    bar(countStatuses(assessments)),
    legend(countStatuses(assessments), shown),
    `<p>${escape(summaryOf(assessments, period, form))}</p>`,
  ];
  if (sections.length > 1) {
    const head = shown.map((status) => `<th class="n">${STATUS_WORDS[status]}</th>`).join("");
    const rows = sections.map(
      ({ label, counts }) =>
        `<tr><td>${escape(label || "Chung")}</td>${shown.map((status) => `<td class="n">${counts[status]}</td>`).join("")}</tr>`,
    );
    parts.push(
      `<h2>Theo mục</h2><table><thead><tr><th>Mục</th>${head}</tr></thead><tbody>${rows.join("\n")}</tbody></table>`,
    );
  }
  for (const status of ["unmet", "behind"] as const) {
    const own = assessments.filter((assessment) => assessment.status === status);
    if (own.length === 0) continue;
    const rows = own.map(
      (assessment) =>
        `<tr><td>${escape(assessmentName(assessment, form))}</td><td>${escape(assessment.sentence)}</td><td class="n">${assessment.cell}</td></tr>`,
    );
    parts.push(
      `<h2>${STATUS_WORDS[status]} (${own.length})</h2><table><thead><tr><th>Chỉ tiêu</th><th>Kết quả</th><th class="n">Ô</th></tr></thead><tbody>${rows.join("\n")}</tbody></table>`,
    );
  }
  return parts.join("\n");
}

function bar(counts: StatusCounts): string {
  const total = STATUSES.reduce((sum, status) => sum + counts[status], 0);
  const parts = STATUSES.filter((status) => counts[status] > 0).map(
    (status) => `<span class="${status}" style="width:${((counts[status] / total) * 100).toFixed(2)}%"></span>`,
  );
  return `<div class="bar" aria-hidden="true">${parts.join("")}</div>`;
}

function legend(counts: StatusCounts, shown: readonly Status[]): string {
  const items = shown.map(
    (status) =>
      `<span class="item"><span class="key ${status}"></span>${STATUS_WORDS[status]}: <b>${counts[status]}</b></span>`,
  );
  return `<p>${items.join(" ")}</p>`;
}
