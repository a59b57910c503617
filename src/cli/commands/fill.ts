import { planAssessment, type AssessmentPlan, type Unjudged } from "../../core/fill/assessment";
import { planFill, type FillPlan, type LeftBlank } from "../../core/fill/fill";
import { writeInteger } from "../../core/number";
import { filledProperty } from "../../core/form/metadata";
import type { Period } from "../../core/form/period";
import type { Form } from "../../core/form/types";
import { columnName } from "../../core/table/grid";
import type { FillMode } from "../../core/table/binding";
import { dressColumns } from "../../xlsx/dress-column";
import { applyEdits } from "../../xlsx/patch";
import { setCustomProperty } from "../../xlsx/properties";
import { writeOutput, type Io } from "../io";
import { openTables, tableName } from "../tables";
import { UsageError } from "../usage-error";

/** The ways of filling as they are typed after `--cach`. */
const FILL_MODES: Readonly<Record<string, FillMode>> = {
  ham: "functions",
  "cong-thuc": "formulas",
  "gia-tri": "values",
};

export interface FillOptions {
  readonly input: string;
  readonly output: string;
  readonly mode: string;
  /** Whether the column "Đánh giá" is filled, too. */
  readonly assess?: boolean;
  /** The period, where the workbook does not say it. */
  readonly period?: Period;
  readonly overwrite: boolean;
  /** Forms of the user's own. */
  readonly forms?: readonly Form[];
}

/** `bieu fill`: So với KH and So với cùng kỳ, and where it is wanted Đánh giá, of every table in the workbook. */
export async function fill(options: FillOptions, io: Io): Promise<number> {
  const mode = Object.hasOwn(FILL_MODES, options.mode) ? FILL_MODES[options.mode] : undefined;
  if (!mode) throw new UsageError(`Không có cách điền "${options.mode}". Các cách: ham, cong-thuc, gia-tri.`);
  const { workbook, tables } = await openTables(options.input, options.period, options.forms);
  let { bytes } = workbook;
  const lines: string[] = [];
  for (const table of tables) {
    const { sheet } = table.grid;
    if (workbook.sheets.find(({ name }) => name === sheet)?.protected) {
      throw new UsageError(
        `Trang tính “${sheet}” đang khóa. Bỏ khóa (Xem lại > Bỏ bảo vệ trang tính) rồi thử lại; Biểu Y tế không tự mở khóa.`,
      );
    }
    const plan = planFill(table, mode);
    bytes = applyEdits(bytes, sheet, plan.edits);
    const property = filledProperty(workbook.customProperties, sheet, mode);
    if (property) bytes = setCustomProperty(bytes, property.name, property.value);
    lines.push(...linesOf(plan, tableName(table), sheet));
    if (!options.assess) continue;
    const assessment = planAssessment(table, mode);
    bytes = applyEdits(bytes, sheet, assessment.edits);
    bytes = dressColumns(bytes, sheet, assessment.added);
    lines.push(...assessmentLines(assessment, tableName(table), sheet));
  }
  await writeOutput(options.output, bytes, options.overwrite, [options.input]);
  for (const line of lines) io.out(line);
  io.out(`Đã ghi ${options.output}.`);
  return 0;
}

/** Why cells stay blank, said in groups. */
const WHY_BLANK: Readonly<Record<LeftBlank["why"], string>> = {
  "no-actual": "chưa có thực hiện",
  "no-plan": "chưa có kế hoạch",
  "zero-plan": "kế hoạch bằng 0",
  "bound-plan": "kế hoạch là ngưỡng",
  "no-same-period": "chưa có cùng kỳ",
  "zero-same-period": "cùng kỳ bằng 0",
  "text-figure": "số dạng chữ, sửa thành số rồi điền lại",
};

function linesOf(plan: FillPlan, name: string, sheet: string): string[] {
  if (plan.edits.length === 0) {
    return [`${name}, trang tính “${sheet}”: không có cột So với KH, So với cùng kỳ nên không có gì để điền.`];
  }
  const { vsPlan, vsSamePeriod } = plan.filled;
  const blank = new Map<string, number>();
  for (const { why } of plan.leftBlank) blank.set(WHY_BLANK[why], (blank.get(WHY_BLANK[why]) ?? 0) + 1);
  const reasons = [...blank].map(([why, count]) => `${writeInteger(count)} ${why}`).join(", ");
  const left = blank.size === 0 ? "" : `; để trống ${writeInteger(plan.leftBlank.length)} ô: ${reasons}`;
  const filled = `điền ${writeInteger(vsPlan)} ô So với KH và ${writeInteger(vsSamePeriod)} ô So với cùng kỳ`;
  const lines = [`${name}, trang tính “${sheet}”: ${filled}${left}.`];
  if (plan.replaced.length > 0) lines.push(`Đã thay ${writeInteger(plan.replaced.length)} ô gõ tay:`);
  for (const { at, from, to } of plan.replaced) lines.push(`  ${at}: ${from} → ${to === "" ? "trống" : to}`);
  return lines;
}

const WHY_UNJUDGED: Readonly<Record<Unjudged, string>> = {
  "no-actual": WHY_BLANK["no-actual"],
  "no-plan": WHY_BLANK["no-plan"],
  "no-period": "chưa rõ kỳ báo cáo",
  "text-figure": WHY_BLANK["text-figure"],
  merged: "ô Đánh giá bị gộp",
};

function assessmentLines(plan: AssessmentPlan, name: string, sheet: string): string[] {
  if (plan.columns.length === 0) return [`${name}, trang tính “${sheet}”: không đánh giá đạt hay chưa đạt.`];
  const blank = new Map<string, number>();
  for (const { why } of plan.leftBlank) blank.set(WHY_UNJUDGED[why], (blank.get(WHY_UNJUDGED[why]) ?? 0) + 1);
  const reasons = [...blank].map(([why, count]) => `${writeInteger(count)} ${why}`).join(", ");
  const left = blank.size === 0 ? "" : `; để trống ${writeInteger(plan.leftBlank.length)} ô: ${reasons}`;
  const missing = plan.missing === 0 ? "" : `, ${writeInteger(plan.missing)} chỉ tiêu thiếu số liệu`;
  const place = plan.columns.map(({ column }) => columnName(column)).join(", ");
  const lines = [
    `${name}, trang tính “${sheet}”: đánh giá ${writeInteger(plan.judged)} chỉ tiêu ở cột ${place}${missing}${left}.`,
  ];
  if (plan.replaced.length > 0) lines.push(`Đã thay ${writeInteger(plan.replaced.length)} ô gõ tay:`);
  for (const { at, from, to } of plan.replaced) lines.push(`  ${at}: ${from} → ${to}`);
  return lines;
}
