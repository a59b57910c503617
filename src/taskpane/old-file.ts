/** Reading last year's .xlsx file for carrying its figures over. Loaded when a file is chosen. */

import { hintFor, readMetadata } from "../core/form/metadata";
import { recognise } from "../core/form/recognise";
import type { Form } from "../core/form/types";
import { readFigures, type FigureTable } from "../core/table/figures";
import { openWorkbook } from "../xlsx/open";

/**
 * The tables of known forms in a file, in the order of its sheets.
 *
 * @throws WorkbookError where the file cannot be read; its message is for people
 */
export async function tablesIn(bytes: Uint8Array, forms: readonly Form[]): Promise<FigureTable[]> {
  const workbook = await openWorkbook(bytes);
  const metadata = readMetadata(workbook.customProperties);
  return workbook.sheets.flatMap(({ name }) => {
    const grid = workbook.grid(name);
    const binding = recognise(grid, forms, hintFor(name, metadata));
    return binding?.form ? [readFigures(grid, binding)] : [];
  });
}
