/** Which lock stands in the way: Excel says AccessDenied of a locked sheet, a locked workbook and one that may only be read. */

import { WorkbookTrouble, type TroubleCode } from "../core/workbook/port";
import { runBatch, troubleOf } from "./trouble";

/**
 * Does something, and where it is denied, looks once which lock it was.
 *
 * @param sheet the sheet whose cells are to change; absent where sheets are added or taken away
 * @throws WorkbookTrouble "protected", "structure-protected" or "read-only" for what was denied
 */
export async function namingTheLock<T>(sheet: string | undefined, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble.code !== "protected") throw trouble;
    // Where even looking fails, what Excel said stands.
    const code = await lockOf(sheet).catch(() => trouble.code);
    throw new WorkbookTrouble(code, trouble.message);
  }
}

function lockOf(id: string | undefined): Promise<TroubleCode> {
  return runBatch(async (context) => {
    const workbook = context.workbook.load("readOnly");
    workbook.protection.load("protected");
    const sheet = id === undefined ? undefined : workbook.worksheets.getItem(id).load("protection/protected");
    await context.sync();
    if (sheet?.protection.protected) return "protected";
    if (id === undefined && workbook.protection.protected) return "structure-protected";
    return workbook.readOnly ? "read-only" : "protected";
  });
}
