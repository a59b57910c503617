/** Checks the tables of an .xlsx file chosen in the pane. Loaded when it is first needed. */

import { checkFigures } from "../core/check/engine";
import type { CheckResult } from "../core/check/finding";
import { hintFor, readMetadata } from "../core/form/metadata";
import { recognise } from "../core/form/recognise";
import { readFigures, type FigureTable } from "../core/table/figures";
import { allForms } from "../forms";
import { openWorkbook, WorkbookError } from "../xlsx/open";

export interface CheckedTable {
  readonly table: FigureTable;
  readonly result: CheckResult;
}

/** The tables of a file with what was found in them, or a sentence that says why it cannot be read. */
export async function checkFile(bytes: Uint8Array): Promise<readonly CheckedTable[] | string> {
  try {
    const workbook = await openWorkbook(bytes);
    const metadata = readMetadata(workbook.customProperties);
    const forms = allForms();
    return workbook.sheets.flatMap(({ name }) => {
      const grid = workbook.grid(name);
      const binding = recognise(grid, forms, hintFor(name, metadata));
      if (!binding) return [];
      const table = readFigures(grid, binding);
      return [{ table, result: checkFigures(table) }];
    });
  } catch (error) {
    if (error instanceof WorkbookError) return error.message;
    throw error;
  }
}
