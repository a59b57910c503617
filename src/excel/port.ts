/** The workbook port on Excel, through Office.js. */

import { address, type CellPlace } from "../core/table/grid";
import type { SheetChange, SheetSnapshot, WorkbookPort } from "../core/workbook/port";
import { commentOn } from "./comment";
import { markCells } from "./marks";
import { openInNewWindow } from "./open-workbook";
import { rememberWrites } from "./own-writes";
import { readSheet } from "./read";
import { runBatch, troubleOf, withNothingDone } from "./trouble";
import { removeMadeSheet } from "./remove-sheet";
import { readSelection } from "./selection";
import { createWatch } from "./watch";
import { namingTheLock } from "./which-lock";
import { writeChange } from "./write";
import { planWrites } from "./write-plan";

/**
 * The workbook that the add-in is open in. Office.js must be ready and new enough (see host-info.ts).
 *
 * Round trips: read 1 (more for what is too large for one answer), write 1 (2 where columns are added or taken away),
 * createSheet 2, removeSheet 2, mark 2, show 1, selection 1, comment 1 (3 where the cell has a comment already),
 * openInNewWindow 1, however many rows there are; one more where it is denied. Every promise is rejected with a
 * WorkbookTrouble and nothing else.
 */
export function createExcelPort(): WorkbookPort {
  const own = rememberWrites();
  const watch = createWatch(own);
  let lastRead: SheetSnapshot | undefined;
  let memoryParts: readonly string[] = [];

  const write = (change: SheetChange) => namingTheLock(change.sheet, () => writeAndForget(change));

  const writeAndForget = async (change: SheetChange) => {
    for (const { area } of planWrites(change.edits)) own.add(change.sheet, area);
    for (const { column, top, bottom } of change.added ?? []) {
      own.add(change.sheet, { top, left: column, bottom, right: column });
    }
    const written = await writeChange(change, {
      memoryParts,
      ...(lastRead?.sheet.id === change.sheet && { snapshot: lastRead }),
    });
    // What the cells held is no longer true, and must not be brought back by a later write.
    lastRead = undefined;
    ({ memoryParts } = written);
    return { dressed: written.dressed };
  };

  return {
    read: async (sheet) => {
      const reading = await readSheet(sheet).catch(tellNothingDone);
      lastRead = reading.snapshot;
      ({ memoryParts } = reading);
      return reading.snapshot;
    },
    write,
    // With all the looks of a sheet it is fetched when one is made: the first paint does not wait for it.
    createSheet: (form) =>
      namingTheLock(undefined, async () => {
        const { createFormSheet } = await import("./create-sheet");
        return createFormSheet(form);
      }),
    removeSheet: (sheet, made) => namingTheLock(undefined, () => removeMadeSheet(sheet, made)),
    show: (sheet, place) => showCell(sheet, place).catch(tellNothingDone),
    selection: readSelection,
    // Marks are made anew by every check: of a part of them nobody need be told.
    mark: (sheet, marks) => namingTheLock(sheet, () => markCells(sheet, marks)).catch(tellNothingDone),
    comment: (sheet, place, text) => namingTheLock(sheet, () => commentOn(sheet, place, text)),
    openInNewWindow,
    watch,
  };
}

function tellNothingDone(error: unknown): never {
  throw withNothingDone(troubleOf(error));
}

/** Selecting leaves the keyboard where it is: in the pane. */
function showCell(sheetId: string, { row, column }: CellPlace): Promise<void> {
  return runBatch(async (context) => {
    const sheet = context.workbook.worksheets.getItem(sheetId);
    sheet.activate();
    sheet.getRange(address(row, column)).select();
    await context.sync();
  });
}
