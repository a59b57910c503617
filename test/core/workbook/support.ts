/** Snapshots of sheets for the tests of core/workbook. */

import type { SheetSnapshot } from "../../../src/core/workbook/port";
import type { Grid } from "../../../src/core/table/grid";

export function snapshotOf(grid: Grid, more: Partial<SheetSnapshot> = {}): SheetSnapshot {
  const sheet = { id: "{1}", name: grid.sheet, visible: true };
  return {
    sheet,
    sheets: [sheet],
    grid,
    rowsLeftOut: 0,
    columnsLeftOut: 0,
    isProtected: false,
    properties: {},
    memory: null,
    ...more,
  };
}
