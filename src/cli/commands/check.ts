import { checkTogether } from "../../core/check/across-forms";
import { draftFor, explainFindings, type ExplainedResult } from "../../core/check/explanations";
import type { CheckResult, Finding, Level } from "../../core/check/finding";
import { slipWords } from "../../core/check/suspects/words";
import { periodWords, type Period } from "../../core/form/period";
import { SURE } from "../../core/form/match-rows";
import type { Form } from "../../core/form/types";
import type { FigureTable } from "../../core/table/figures";
import { writeInteger } from "../../core/number";
import { shippedLinks } from "../../forms/links";
import { address } from "../../core/table/grid";
import { explanationsOf } from "../../core/workbook/memory";
import type { Io } from "../io";
import { checkJson } from "../json";
import { openTables, tableName } from "../tables";

export interface CheckOptions {
  readonly input: string;
  readonly json: boolean;
  /** The period, where the workbook does not say it. */
  readonly period?: Period;
  /** Forms of the user's own. */
  readonly forms?: readonly Form[];
}

const LEVEL_WORDS: Readonly<Record<Level, string>> = { error: "Lỗi", warning: "Cảnh báo", hint: "Gợi ý" };
/** Up to so many hints of one rule are told one by one. */
const FEW = 3;

const LEVELS: readonly Level[] = ["error", "warning", "hint"];

/** `bieu check`: exit code 1 where something must be mended or explained; hints alone leave it 0. */
export async function check(options: CheckOptions, io: Io): Promise<number> {
  const { tables, otherSheets, memory } = await openTables(options.input, options.period, options.forms);
  const results = checkTogether(tables, shippedLinks());
  const checked = tables.map((table, index) => {
    const result = results[index]!;
    return { table, result, sorted: explainFindings(result, table, explanationsOf(memory, table.grid.sheet)) };
  });
  if (options.json) {
    const forms = checked.map(({ table, result, sorted }) => checkJson(table, result, sorted.explained));
    io.out(JSON.stringify({ file: options.input, forms, otherSheets }, null, 2));
  } else {
    for (const { table, result, sorted } of checked) say(table, result, sorted, io);
    if (otherSheets.length > 0) io.out(`Trang tính không có biểu, chưa kiểm tra: ${otherSheets.join(", ")}.`);
  }
  return checked.some(({ sorted }) => sorted.open.some(({ level }) => level !== "hint")) ? 1 : 0;
}

function say(table: FigureTable, result: CheckResult, sorted: ExplainedResult, io: Io): void {
  const { open, explained, stale } = sorted;
  const { binding } = table;
  const period = binding.period ? ` · ${periodWords(binding.period)}` : "";
  io.out(`${tableName(table)}${period} · trang tính “${table.grid.sheet}”${boundWords(table)}`);
  const counts = LEVELS.map((level) => `${LEVEL_WORDS[level]} ${countOf(open, level)}`);
  if (explained.length > 0) counts.push(`Đã giải trình ${explained.length}`);
  io.out(
    `Đã kiểm tra ${writeInteger(result.checked.cells)} ô, ${writeInteger(result.checked.rules)} quy tắc. ${counts.join(" · ")}`,
  );
  const doubtful = binding.rows.filter(({ confidence }) => confidence < SURE);
  if (doubtful.length > 0) {
    io.out(`\nDòng nhận chưa chắc, xin xem lại (${doubtful.length})`);
    for (const { row, code, confidence } of doubtful) {
      io.out(
        `  Dòng ${row + 1}: coi là ${code} “${binding.form?.byCode.get(code)?.label}” (${Math.round(confidence * 100)}%)`,
      );
    }
  }
  for (const level of LEVELS) {
    const own = open.filter((finding) => finding.level === level);
    if (own.length === 0) continue;
    io.out(`\n${LEVEL_WORDS[level]} (${own.length})`);
    for (const line of linesOf(own, (finding) => draftFor(finding, table, stale))) io.out(line);
  }
  if (explained.length > 0) {
    io.out(`\nĐã giải trình (${explained.length})`);
    for (const { finding, explanation } of explained) {
      io.out(
        `  ${finding.cell.padEnd(6)} ${finding.rule.padEnd(4)} ${finding.message} Giải trình: ${explanation.text}`,
      );
    }
  }
  if (result.unchecked.length > 0) {
    io.out(`\nChưa kiểm tra được (${result.unchecked.length})`);
    for (const { cell, message } of result.unchecked) io.out(`  ${(cell ?? "").padEnd(6)} ${message}`);
  }
  io.out("");
}

function boundWords(table: FigureTable): string {
  const { form, rows } = table.binding;
  if (!form) return "";
  const codes = new Set(rows.map(({ code }) => code));
  const found = form.indicators.filter(({ code }) => codes.has(code)).length;
  return `: nhận ${found}/${form.indicators.length} chỉ tiêu`;
}

const countOf = (findings: readonly Finding[], level: Level) =>
  findings.filter((finding) => finding.level === level).length;

/** Rules whose hints differ in little but the cell: many of them are told in one line. `report` tells of each target. */
const TOLD_TOGETHER: ReadonlySet<string> = new Set(["TH3", "TH4", "KH1", "KH2"]);

/** @param draft the reason that was given when the figures were others */
function linesOf(findings: readonly Finding[], draft: (finding: Finding) => string | undefined): string[] {
  const together = new Map<string, Finding[]>();
  const lines: string[] = [];
  for (const finding of findings) {
    const group = together.get(finding.rule);
    if (!TOLD_TOGETHER.has(finding.rule)) lines.push(`${lineOf(finding)}${draftWords(draft(finding))}`);
    else if (group) group.push(finding);
    else together.set(finding.rule, [finding]);
  }
  for (const group of together.values()) {
    const [first] = group;
    const cells = group.map(({ cell }) => cell).join(", ");
    if (!first || group.length <= FEW) lines.push(...group.map(lineOf));
    else lines.push(`  ${first.rule.padEnd(4)} ${first.title}, ${group.length} ô: ${cells}. ${first.fix}`);
  }
  return lines;
}

function lineOf(finding: Finding): string {
  const related = finding.related.length > 0 ? ` [${finding.related.join(", ")}]` : "";
  const at = address(finding.row, finding.column).padEnd(6);
  return `  ${at} ${finding.rule.padEnd(4)} ${finding.title}. ${finding.message} ${finding.fix}${related}${suspectOf(finding)}`;
}

function draftWords(draft: string | undefined): string {
  return draft === undefined ? "" : ` Số đã đổi từ khi giải trình: ${draft}`;
}

/** "Có lẽ ô F579: 1.272 gõ thành 1.722.", where one cell is the likeliest for a reason that fits in a few words. */
function suspectOf({ cell, suspects = [] }: Finding): string {
  const [first] = suspects;
  if (!first) return "";
  const slip = slipWords(first.facts, "vi");
  if (slip !== undefined) return ` Có lẽ ô ${first.cell}: ${slip}.`;
  const { value, stated } = first.facts;
  // That the finding's own cell is to be changed is what the remedy says already.
  return first.cell === cell || value === undefined ? "" : ` Có lẽ ô ${first.cell}: ${stated} phải là ${value}.`;
}
