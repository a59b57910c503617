/** Taking a sheet of ours away again. */

import type { SheetLayout } from "../core/form/layout";
import { WorkbookTrouble } from "../core/workbook/port";
import { areaAddress } from "./areas";
import { runBatch } from "./trouble";

/**
 * Removes a sheet that still is as it was made: one round trip to look, one to remove.
 *
 * @throws WorkbookTrouble "moved" where somebody wrote in it since
 */
export function removeMadeSheet(id: string, { cells, widths }: SheetLayout): Promise<void> {
  return runBatch(async (context) => {
    const sheet = context.workbook.worksheets.getItem(id);
    const area = { top: 0, left: 0, bottom: cells.length - 1, right: widths.length - 1 };
    const made = sheet.getRange(areaAddress(area)).load("formulas");
    const used = sheet.getUsedRange(true).load("rowCount,rowIndex,columnCount,columnIndex");
    await context.sync();
    const formulas = made.formulas as unknown[][];
    const same = formulas.every((row, at) => row.every((held, column) => isAs(held, cells[at]?.[column]?.value)));
    const beyond = used.rowIndex + used.rowCount > cells.length || used.columnIndex + used.columnCount > widths.length;
    if (!same || beyond) throw new WorkbookTrouble("moved", id);
    sheet.delete();
    await context.sync();
  });
}

const isAs = (held: unknown, made: string | number | null | undefined) => held === (made ?? "");
