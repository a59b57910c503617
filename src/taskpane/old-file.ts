/** Reading last year's .xlsx file for carrying its figures over. Loaded when a file is chosen. */

import { readMetadata } from "../core/form/metadata";
import type { Form } from "../core/form/types";
import { readFigures, type FigureTable } from "../core/table/figures";
import { bindRemembered } from "../core/workbook/adopt";
import { parseMemory } from "../core/workbook/memory";
import { openWorkbook } from "../xlsx/open";

/**
 * The tables of known forms in a file, in the order of its sheets, each as the user took it there.
 *
 * @throws WorkbookError where the file cannot be read; its message is for people
 */
export async function tablesIn(bytes: Uint8Array, forms: readonly Form[]): Promise<FigureTable[]> {
  const workbook = await openWorkbook(bytes);
  const metadata = readMetadata(workbook.customProperties);
  const { memory } = parseMemory(workbook.memory);
  return workbook.sheets.flatMap(({ name }) => {
    const grid = workbook.grid(name);
    const binding = bindRemembered(grid, forms, metadata, memory);
    return binding?.form ? [readFigures(grid, binding)] : [];
  });
}
