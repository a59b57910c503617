/** Opens a workbook and finds the tables in it. */

import { readMetadata } from "../core/form/metadata";
import type { Period } from "../core/form/period";
import { writeInteger } from "../core/number";
import { readFigures, type FigureTable } from "../core/table/figures";
import type { Form } from "../core/form/types";
import { bindRemembered } from "../core/workbook/adopt";
import { parseMemory, type WorkbookMemory } from "../core/workbook/memory";
import { formsOf, withOwnForms } from "../forms/own";
import { openWorkbook, type XlsxWorkbook } from "../xlsx/open";
import { readInput } from "./io";
import { UsageError } from "./usage-error";

/** Seventy times the longest Biểu; a table of more rows is one that somebody filled down to the end of the sheet. */
const MOST_ROWS = 50_000;

/** What is said where {@link OpenedTables.memoryDamaged}. */
export const MEMORY_DAMAGED = "Phần Biểu Y tế ghi nhớ trong tệp có chỗ không đọc được; đã giữ những gì đọc được.";

export interface OpenedTables {
  readonly path: string;
  readonly workbook: XlsxWorkbook;
  readonly tables: readonly FigureTable[];
  /** Names of sheets without a table that we can read. */
  readonly otherSheets: readonly string[];
  /** What the workbook remembers for us: reasons given for warnings, tables that were adopted in the pane. */
  readonly memory: WorkbookMemory;
  /** Whether some of that could not be read. */
  readonly memoryDamaged: boolean;
}

/**
 * Every table of a workbook, hidden sheets included: what is hidden is sent along.
 *
 * @param period taken where neither metadata nor header say the period
 * @param own forms of the user's own, recognised beside the shipped ones
 * @throws UsageError where no sheet has a table, or one has more rows than any Biểu
 */
export async function openTables(path: string, period?: Period, own: readonly Form[] = []): Promise<OpenedTables> {
  const workbook = await openWorkbook(await readInput(path));
  const metadata = readMetadata(workbook.customProperties);
  const { memory, damaged: memoryDamaged } = parseMemory(workbook.memory);
  const inWorkbook = formsOf(memory).forms;
  // What the command line names goes before what the workbook carries.
  const forms = withOwnForms([...own, ...inWorkbook]);
  const tables: FigureTable[] = [];
  const otherSheets: string[] = [];
  for (const { name } of workbook.sheets) {
    const grid = workbook.grid(name);
    // What the user said of a table in the pane holds here too.
    const binding = bindRemembered(grid, forms, metadata, memory);
    const rows = binding ? binding.rows.length + binding.unbound.length : 0;
    if (rows > MOST_ROWS) {
      throw new UsageError(
        `Bảng ở trang tính “${name}” có ${writeInteger(rows)} dòng có số, quá mức ${writeInteger(MOST_ROWS)} dòng của một biểu. Hãy xóa các dòng thừa dưới bảng rồi thử lại.`,
      );
    }
    // What the workbook says of its period goes before what the command line says.
    if (binding) tables.push(readFigures(grid, { ...(period && { period }), ...binding }));
    else otherSheets.push(name);
  }
  if (tables.length === 0) {
    throw new UsageError(
      `Không thấy biểu nào trong ${path}. Biểu cần có dòng tiêu đề với cột Chỉ tiêu và các cột Kế hoạch, Thực hiện, Cùng kỳ.`,
    );
  }
  return { path, workbook, tables, otherSheets, memory, memoryDamaged };
}

/** How a table is called in messages: by its form, such as PL02. */
export function tableName(table: FigureTable): string {
  return table.binding.form?.id ?? "Biểu chưa nhận ra";
}
