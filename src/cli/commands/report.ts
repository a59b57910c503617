import {
  assessmentName,
  assessTable,
  countBySection,
  countStatuses,
  type StatusCounts,
} from "../../core/compare/assess-table";
import { STATUS_WORDS } from "../../core/compare/assess";
import { periodCode, periodWords, type Period } from "../../core/form/period";
import { summaryOf } from "../../core/report/summary";
import type { Form } from "../../core/form/types";
import type { FigureTable } from "../../core/table/figures";
import { visible, writeOutput, type Io } from "../io";
import { assessmentJson } from "../json";
import { reportHtml } from "../report-html";
import { STATUSES } from "../statuses";
import { openTables, tableName } from "../tables";

export interface ReportOptions {
  readonly input: string;
  readonly format: "text" | "json" | "html";
  /** The period, where the workbook does not say it. */
  readonly period?: Period;
  /** Forms of the user's own. */
  readonly forms?: readonly Form[];
  /** Where the report goes; standard output where it is absent. */
  readonly output?: string;
  readonly overwrite: boolean;
}

/** `bieu report`: how many targets are met, unmet and behind, by section, and the sentence for each that is not. */
export async function report(options: ReportOptions, io: Io): Promise<number> {
  const { tables } = await openTables(options.input, options.period, options.forms);
  const text =
    options.format === "html"
      ? reportHtml(tables, options.input)
      : options.format === "json"
        ? JSON.stringify({ file: options.input, forms: tables.map(reportJson) }, null, 2)
        : tables.map(reportText).join("\n");
  if (options.output === undefined) io.out(text);
  else {
    await writeOutput(options.output, `${visible(text)}\n`, options.overwrite, [options.input]);
    io.out(`Đã ghi ${options.output}.`);
  }
  return 0;
}

function reportJson(table: FigureTable) {
  const assessments = assessTable(table);
  const { form, period } = table.binding;
  return {
    sheet: table.grid.sheet,
    form: form?.id ?? null,
    period: period ? periodCode(period) : null,
    counts: countStatuses(assessments),
    summary: form?.assessed ? summaryOf(assessments, period, form) : "",
    sections: countBySection(assessments, table),
    assessment: assessments.map((assessment) => ({
      label: assessment.label,
      section: assessment.section,
      ...assessmentJson(assessment),
    })),
  };
}

function reportText(table: FigureTable): string {
  const { form, period } = table.binding;
  const title = [tableName(table), period && periodWords(period), `trang tính “${table.grid.sheet}”`]
    .filter(Boolean)
    .join(" · ");
  if (!form) return `${title}\nChưa nhận ra biểu này nên chưa đánh giá được.\n`;
  if (!form.assessed) return `${title}\nBiểu này không đánh giá đạt hay chưa đạt.\n`;
  const assessments = assessTable(table);
  const sections = countBySection(assessments, table);
  const lines = [title, countsLine(countStatuses(assessments)), "", summaryOf(assessments, period, form), ""];
  if (sections.length > 1) {
    lines.push("Theo mục");
    for (const { label, counts } of sections) lines.push(`  ${label || "Chung"}`, `    ${countsLine(counts)}`);
    lines.push("");
  }
  for (const status of ["unmet", "behind"] as const) {
    const own = assessments.filter((assessment) => assessment.status === status);
    if (own.length === 0) continue;
    lines.push(`${STATUS_WORDS[status]} (${own.length})`);
    for (const assessment of own)
      lines.push(`  ${assessment.cell.padEnd(6)} ${assessmentName(assessment, form)}. ${assessment.sentence}`);
    lines.push("");
  }
  return lines.join("\n");
}

function countsLine(counts: StatusCounts): string {
  return STATUSES.filter((status) => counts[status] > 0)
    .map((status) => `${STATUS_WORDS[status]} ${counts[status]}`)
    .join(" · ");
}
