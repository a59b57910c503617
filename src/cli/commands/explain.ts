import { checkTogether } from "../../core/check/across-forms";
import {
  explainFindings,
  explanationText,
  isExplainable,
  LONGEST_EXPLANATION,
  withExplanation,
} from "../../core/check/explanations";
import type { CheckResult, Finding } from "../../core/check/finding";
import type { Period } from "../../core/form/period";
import type { Form } from "../../core/form/types";
import { writeInteger } from "../../core/number";
import type { FigureTable } from "../../core/table/figures";
import { address, placeOf } from "../../core/table/grid";
import { explanationsOf, memoryText, setExplanations } from "../../core/workbook/memory";
import { shippedLinks } from "../../forms/links";
import { putMemory } from "../../xlsx/memory";
import { writeOutput, type Io } from "../io";
import { MEMORY_DAMAGED, openTables, type OpenedTables } from "../tables";
import { UsageError } from "../usage-error";

export interface ExplainOptions {
  readonly input: string;
  readonly output: string;
  readonly overwrite: boolean;
  /** What to do: give a reason, or take all reasons back. */
  readonly what: ExplainCells | "reset";
  /** The period, where the workbook does not say it. */
  readonly period?: Period;
  /** Forms of the user's own. */
  readonly forms?: readonly Form[];
}

export interface ExplainCells {
  /** A1 addresses as `bieu check` prints them, with commas between them. */
  readonly cells: string;
  readonly rule?: string;
  /** Where several sheets have a warning at that cell. */
  readonly sheet?: string;
  readonly reason: string;
}

/** `bieu explain`: gives a reason (giải trình) for one warning or several, or takes all reasons back. */
export async function explain(options: ExplainOptions, io: Io): Promise<number> {
  const { what } = options;
  const reason = what === "reset" ? "" : reasonOf(what);
  const opened = await openTables(options.input, options.period, options.forms);
  const { memory, line } = what === "reset" ? reset(opened) : explainCells(opened, what, reason, io.now());
  const bytes = putMemory(opened.workbook.bytes, memoryText(memory));
  await writeOutput(options.output, bytes, options.overwrite, [options.input]);
  if (opened.memoryDamaged) io.out(MEMORY_DAMAGED);
  io.out(`${line} Đã ghi ${options.output}.`);
  return 0;
}

function reasonOf({ reason }: ExplainCells): string {
  const text = explanationText(reason);
  if (text === "") throw new UsageError("Lý do giải trình đang trống; hãy viết lý do sau --ly-do.");
  if (reason.trim().length > LONGEST_EXPLANATION) {
    throw new UsageError(`Lý do giải trình dài quá ${writeInteger(LONGEST_EXPLANATION)} ký tự; hãy viết gọn lại.`);
  }
  return text;
}

function reset({ memory }: OpenedTables) {
  const count = memory.sheets.reduce((sum, { explanations = [] }) => sum + explanations.length, 0);
  const cleared = memory.sheets.reduce((before, { sheet }) => setExplanations(before, sheet, []), memory);
  return { memory: cleared, line: count === 0 ? "Tệp không có giải trình nào." : `Đã xóa ${count} giải trình.` };
}

interface Checked {
  readonly table: FigureTable;
  readonly result: CheckResult;
}

function explainCells({ tables, memory }: OpenedTables, asked: ExplainCells, text: string, now: Date) {
  const chosen = tables.filter(({ grid }) => asked.sheet === undefined || grid.sheet === asked.sheet);
  if (chosen.length === 0) throw new UsageError(`Không có biểu nào ở trang tính “${asked.sheet}”.`);
  const results = checkTogether(tables, shippedLinks());
  const checked = tables
    .map((table, index) => ({ table, result: results[index]! }))
    .filter(({ table }) => chosen.includes(table));
  const at = now.toISOString();
  let after = memory;
  const told: string[] = [];
  for (const cell of asked.cells.split(/[\s,;]+/).filter(Boolean)) {
    const { table, result, findings } = warningsAt(checked, cell, asked.rule);
    const { sheet } = table.grid;
    for (const finding of findings) {
      const given = explanationsOf(after, sheet);
      const { stale } = explainFindings(result, table, given);
      after = setExplanations(after, sheet, withExplanation(given, finding, table, { text, at, stale }));
    }
    told.push(`${findings[0].cell} ${findings[0].rule}`);
  }
  if (told.length === 0) throw new UsageError("Chưa có ô nào sau --o; viết như F578 hoặc F578,E22.");
  return { memory: after, line: `Đã giải trình ${told.join(", ")}.` };
}

/** The warnings that are meant: of one rule at one cell of one sheet. */
function warningsAt(checked: readonly Checked[], cell: string, rule: string | undefined) {
  const place = placeOf(cell);
  if (!place) throw new UsageError(`“${cell}” không phải địa chỉ ô; viết như F578.`);
  const at = address(place.row, place.column);
  const about = `Ô ${at}${rule === undefined ? "" : `, quy tắc ${rule}`}`;
  const there = checked.map(({ table, result }) => {
    const findings = result.findings.filter((one) => one.cell === at && (rule === undefined || one.rule === rule));
    return { table, result, findings };
  });
  const [only, ...more] = there.flatMap(({ findings, ...one }) => {
    const [first, ...others] = findings.filter(isExplainable);
    return first ? [{ ...one, findings: [first, ...others] as const }] : [];
  });
  if (!only)
    throw new UsageError(
      whyNone(
        about,
        there.flatMap(({ findings }) => findings),
      ),
    );
  if (more.length > 0) {
    const names = [only, ...more].map(({ table }) => `“${table.grid.sheet}”`).join(", ");
    throw new UsageError(`${about} có cảnh báo ở nhiều trang tính: ${names}. Thêm --trang để chọn một.`);
  }
  const rules = [...new Set(only.findings.map((finding) => finding.rule))];
  if (rules.length > 1) {
    throw new UsageError(
      `${about} có cảnh báo của ${rules.length} quy tắc: ${rules.join(", ")}. Thêm --quy-tac để chọn một.`,
    );
  }
  return only;
}

function whyNone(about: string, findings: readonly Finding[]): string {
  const error = findings.find(({ level }) => level === "error");
  if (error) return `${about} có lỗi, phải sửa chứ không giải trình được. ${error.message} ${error.fix}`;
  if (findings.length > 0) return `${about} chỉ có gợi ý, không cần giải trình.`;
  return `${about} không có cảnh báo nào. Chạy bieu check để xem các ô có cảnh báo.`;
}
