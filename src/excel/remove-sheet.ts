/** Taking a sheet of ours away again. */

import type { SheetLayout } from "../core/form/layout";
import { areaAddress } from "../core/table/grid";
import { WorkbookTrouble } from "../core/workbook/port";
import { runBatch, troubleOf, withNothingDone } from "./trouble";

/**
 * Removes a sheet that still is as it was made: one round trip to look, one to remove. Where Excel does not say that it is
 * removed, one more looks whether it is.
 *
 * @throws WorkbookTrouble "moved" where somebody wrote in it since; the sheet is there then, and whole, whatever is thrown
 */
export async function removeMadeSheet(id: string, layout: SheetLayout): Promise<void> {
  let asked = false;
  try {
    await remove(id, layout, () => {
      asked = true;
    });
  } catch (error) {
    if (asked && !(await isThere(id))) return;
    throw withNothingDone(troubleOf(error));
  }
}

function remove(id: string, { cells, widths }: SheetLayout, ask: () => void): Promise<void> {
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
    ask();
    await context.sync();
  });
}

/** Whether the sheet is there; where Excel does not say, it may be. */
function isThere(id: string): Promise<boolean> {
  return runBatch(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(id).load("id");
    await context.sync();
    return !sheet.isNullObject;
  }).catch(() => true);
}

const isAs = (held: unknown, made: string | number | null | undefined) => held === (made ?? "");
