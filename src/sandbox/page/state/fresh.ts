/** An empty workbook, as Excel opens one. */

import { newSheet } from "../../host/workbook/state";
import type { WorkbookState } from "../../host/workbook/types";

export function createState(sheetName: string): WorkbookState {
  const sheet = newSheet("{SHEET-FRESH}", sheetName);
  return {
    sheets: [sheet],
    activeSheet: sheet.id,
    names: [],
    customProperties: new Map(),
    properties: new Map(),
    settings: new Map(),
    customXmlParts: [],
    protection: null,
  };
}
