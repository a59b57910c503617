/** A port on the real library, and the hand of a user beside it. */

import type { WorkbookPort } from "../../src/core/workbook/port";
import { createExcelPort } from "../../src/excel/port";
import { readTyped } from "../../src/sandbox/host/workbook/input";
import { insertCells } from "../../src/sandbox/host/workbook/structure";
import { setContent, tellEdited } from "../../src/sandbox/host/workbook/write";
import { openOffice, type OpenOffice } from "../support/office";
import { placeOf } from "../../src/core/table/grid";

export interface OpenExcel extends OpenOffice {
  readonly port: WorkbookPort;
  /** Does something on the active sheet as another add-in would, and waits for it. */
  readonly run: <T>(act: (sheet: Excel.Worksheet, context: Excel.RequestContext) => T | Promise<T>) => Promise<T>;
  /** Types into a cell as a user does. */
  readonly type: (address: string, text: string) => void;
  /** Inserts whole rows above a 0-based row, as a user does. */
  readonly insertRows: (row: number, count: number) => void;
  /** Waits until the events so far were told. */
  readonly eventsTold: () => Promise<void>;
  /** Batches of work so far, and their bytes; those of clean-up after a run are Office.js's own. */
  readonly traffic: () => { readonly syncs: number; readonly bytes: number };
}

/** @param excelApi the newest requirement set that the host has; then the library refuses to call what is newer */
export async function openExcel(excelApi?: string): Promise<OpenExcel> {
  const office = await openOffice({ ...(excelApi !== undefined && { excelApi }) });
  const { workbook, traffic } = office.host;
  return {
    ...office,
    port: createExcelPort(),
    run: (act) =>
      office.Excel.run(async (context) => {
        const result = await act(context.workbook.worksheets.getActiveWorksheet(), context);
        await context.sync();
        return result;
      }),
    type: (at, text) => {
      const { row, column } = placeOf(at)!;
      const sheet = workbook.activeSheet();
      workbook.step("user", () => {
        setContent(workbook, sheet, row, column, readTyped(text, "vi-VN", "General"));
        tellEdited(workbook, sheet, { top: row, left: column, bottom: row, right: column });
      });
    },
    insertRows: (row, count) => {
      const area = { top: row, left: 0, bottom: row + count - 1, right: 16_383 };
      workbook.step("user", () => {
        insertCells(workbook, workbook.activeSheet(), area, "Down");
      });
    },
    eventsTold: () => new Promise((resolve) => setTimeout(resolve, 50)),
    traffic: () => ({ syncs: traffic.batches - traffic.cleanUps, bytes: traffic.bytesIn }),
  };
}
