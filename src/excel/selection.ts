/** Which rows of the active sheet are selected. */

import type { SelectedRows } from "../core/workbook/port";
import { codeOf, runBatch } from "./trouble";

/**
 * Reads the selection in one round trip.
 *
 * @returns no rows where no cells are selected: a chart, a picture
 */
export function readSelection(): Promise<SelectedRows> {
  return runBatch(async (context) => {
    const { workbook } = context;
    const sheet = workbook.worksheets.getActiveWorksheet().load("id");
    const areas = workbook.getSelectedRanges().areas.load("items/rowIndex,items/rowCount");
    try {
      await context.sync();
    } catch (error) {
      if (!isNoRange(error)) throw error;
      return { sheet: "", areas: [] };
    }
    return {
      sheet: sheet.id,
      areas: areas.items.map(({ rowIndex, rowCount }) => ({ top: rowIndex, bottom: rowIndex + rowCount - 1 })),
    };
  });
}

/** What Excel says of a selection that is no range. */
const isNoRange = (error: unknown) => ["InvalidSelection", "InvalidArgument", "ItemNotFound"].includes(codeOf(error));
