/** How far to zoom out so that all columns in use are seen beside the pane. */

import { WHOLE_SHEET } from "../../host/workbook/area";
import { COLUMN_WIDTH, usedArea } from "../../host/workbook/state";
import type { Sheet } from "../../host/workbook/types";
import { createAxis } from "./axis";
import { HEAD_WIDTH } from "./frame";

/** Smaller letters than these are hard to read. */
const SMALLEST = 0.75;
const SCROLLBAR = 17;

/** @param room - the width of the grid in pixels */
export function fittingZoom(sheet: Sheet, room: number): number {
  const used = usedArea(sheet, WHOLE_SHEET, false);
  if (!used || room <= 0) return 1;
  const needed = createAxis(sheet.columnLines, COLUMN_WIDTH, used.right + 1).start(used.right + 1);
  const zoom = Math.floor(((room - HEAD_WIDTH - SCROLLBAR) / needed) * 20) / 20;
  return Math.min(1, Math.max(SMALLEST, zoom));
}
