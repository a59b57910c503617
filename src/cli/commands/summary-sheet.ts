import type { Period } from "../../core/form/period";
import type { Form } from "../../core/form/types";
import { layoutSummary } from "../../core/summary/summary-sheet";
import { freeName } from "../../core/workbook/sheet-name";
import { addSheet } from "../../xlsx/add-sheet";
import { writeOutput, type Io } from "../io";
import { openTables, tableName } from "../tables";
import { UsageError } from "../usage-error";

export interface SummaryOptions {
  readonly input: string;
  readonly output: string;
  /** The period, where the workbook does not say it. */
  readonly period?: Period;
  /** Forms of the user's own. */
  readonly forms?: readonly Form[];
  readonly overwrite: boolean;
}

/** `bieu report --trang-tong-hop`: a copy of the workbook with a sheet "Tổng hợp" and its chart for every table. */
export async function addSummaries(options: SummaryOptions, io: Io): Promise<number> {
  const { workbook, tables } = await openTables(options.input, options.period, options.forms);
  const names = workbook.sheets.map(({ name }) => name);
  const lines: string[] = [];
  let { bytes } = workbook;
  for (const table of tables) {
    const summary = layoutSummary(table);
    if (!summary) {
      lines.push(`${tableName(table)}, trang tính “${table.grid.sheet}”: không đánh giá đạt hay chưa đạt.`);
      continue;
    }
    const name = freeName(summary.layout.name, names);
    names.push(name);
    bytes = await addSheet(bytes, { ...summary, layout: { ...summary.layout, name } });
    lines.push(`${tableName(table)}, trang tính “${table.grid.sheet}”: đã thêm trang “${name}”.`);
  }
  if (bytes === workbook.bytes) throw new UsageError([...lines, "Không có gì để tổng hợp."].join("\n"));
  await writeOutput(options.output, bytes, options.overwrite, [options.input]);
  for (const line of lines) io.out(line);
  io.out(`Đã ghi ${options.output}.`);
  return 0;
}
