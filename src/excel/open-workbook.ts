/** Opening a file as a workbook of its own (ExcelApi 1.8). */

import { answered, troubleOf, withNothingDone } from "./trouble";

/** Arguments of one call that every engine takes. */
const AT_ONCE = 0x8000;

/**
 * Opens an .xlsx file in a window of its own. On the web that is a tab of the browser, which may be kept from opening
 * without a word to us: whoever calls this offers another way as well.
 *
 * @throws WorkbookTrouble; the workbook that the add-in is in is not touched either way
 */
export async function openInNewWindow(bytes: Uint8Array): Promise<void> {
  try {
    await answered(Excel.createWorkbook(base64Of(bytes)));
  } catch (error) {
    throw withNothingDone(troubleOf(error));
  }
}

function base64Of(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += AT_ONCE) binary += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE));
  return btoa(binary);
}
