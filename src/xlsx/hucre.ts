/** What must be known of hucre, the library that writes new files, beside how it is called. */

import { EXCEL_ERRORS } from "../core/table/grid";

/** Where hucre puts the sheets, in their order. */
export const sheetPath = (index: number): string => `xl/worksheets/sheet${index + 1}.xml`;

/** What looks like an escape, control characters other than tab and line feed, and halves of characters. */
const SPECIAL_TEXT = /_x[0-9A-Fa-f]{4}_|[^\P{Cc}\t\n]|\p{Surrogate}/u;

/**
 * Whether hucre would not write a text as it is: it takes a text such as `#N/A` for an error, and leaves `_x0041_` to be read
 * as an escape. Such texts, and formulas, whose texts and errors it drops, our own writer puts in afterwards.
 */
export function isMiswritten(text: string): boolean {
  return (EXCEL_ERRORS as readonly string[]).includes(text) || SPECIAL_TEXT.test(text);
}

/**
 * The application part, naming Excel. LibreOffice calculates files of programs that it does not know anew, which would turn
 * our functions into errors on a machine without the add-in; openpyxl and others name Excel for the same reason.
 */
export function withExcelAsApplication(xml: string): string {
  return xml.replace(/<Application>[^<]*<\/Application>/, "<Application>Microsoft Excel</Application>");
}
