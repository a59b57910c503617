/**
 * Writing edits, all or nothing. A batch of Office.js is no transaction: its actions are carried out one after the other,
 * and the first that fails ends it, with everything before it done. So:
 *
 * 1. The batch first reads what the cells hold, then writes, then sets what the workbook remembers. A protected sheet or a
 *    sheet that is gone fails at the first action that matters, with nothing written.
 * 2. Where a later action fails, what the first ones read is there (Office.js hands out the results up to the failure), and
 *    the cells that have changed are given back what they held. Where the host answered nothing at all, as when the
 *    connection broke, what the last reading of the sheet saw is taken.
 * 3. Where that fails too, the trouble is "interrupted": the pane reads again and says what stands there.
 *
 * One sync is one step of Excel's undo. `mergeUndoGroup` (ExcelApi 1.20) is not asked for: it merges several syncs, of which
 * there is one, and refuses every batch with document properties or XML parts in it (UndoNotSupported).
 */

import type { CellEdit, Grid } from "../core/table/grid";
import { WorkbookTrouble, type SheetChange } from "../core/workbook/port";
import { inverseOf } from "../core/workbook/undo";
import { areaAddress } from "./areas";
import { gridOf } from "./cells";
import { putMemory } from "./memory-part";
import { NOTHING_DONE, troubleOf } from "./trouble";
import { inBatches, placesOf, planWrites, restoring, type Assigned, type ColumnWrite } from "./write-plan";

/** What the port knows of the workbook from its last reading. */
export interface Known {
  /** The sheet as last read, where it was. */
  readonly grid?: Grid;
  readonly memoryParts: readonly string[];
}

interface Sent {
  readonly write: ColumnWrite;
  readonly before: Excel.Range;
}

/**
 * Writes a change.
 *
 * @throws WorkbookTrouble; nothing of the change stands then, save with "interrupted"
 */
export async function writeChange(change: SheetChange, known: Known): Promise<void> {
  const batches = inBatches(planWrites(change.edits));
  const sent: Sent[] = [];
  try {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(change.sheet);
      await sendAll(context, sheet, batches, sent, () => {
        putRest(context, change, known);
      });
    });
  } catch (error) {
    const trouble = troubleOf(error);
    const whole =
      (NOTHING_DONE.has(trouble.code) && batches.length === 1) || (await takeBack(change.sheet, sent, known));
    throw whole ? trouble : new WorkbookTrouble("interrupted", trouble.message);
  }
}

/** Sends batch after batch, the rest with the last: one for any Biểu, more only for what Excel would refuse as too large. */
async function sendAll(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  [writes = [], ...later]: readonly (readonly ColumnWrite[])[],
  sent: Sent[],
  putTheRest: () => void,
): Promise<void> {
  for (const write of writes) sent.push(send(sheet, write));
  if (later.length === 0) putTheRest();
  await context.sync();
  if (later.length > 0) await sendAll(context, sheet, later, sent, putTheRest);
}

/** Two objects of one range: an assignment would stand in for what is loaded. */
function send(sheet: Excel.Worksheet, write: ColumnWrite): Sent {
  const address = areaAddress(write.area);
  const before = sheet.getRange(address).load("values,formulas,numberFormat,valueTypes");
  sheet.getRange(address).formulas = mutable(write.formulas);
  return { write, before };
}

const mutable = (formulas: readonly (readonly Assigned[])[]) => formulas.map((row) => [...row]);

function putRest(context: Excel.RequestContext, { properties = [], memory }: SheetChange, known: Known): void {
  for (const { name, value } of properties) context.workbook.properties.custom.add(name, value);
  if (memory !== undefined) putMemory(context, memory, known.memoryParts);
}

/** Gives the cells back what they held. @returns whether nothing of the change stands any more */
async function takeBack(sheetId: string, sent: readonly Sent[], known: Known): Promise<boolean> {
  if (sent.length === 0) return true;
  try {
    return await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(sheetId);
      const now = sent.map(({ write }) => sheet.getRange(areaAddress(write.area)).load("formulas"));
      await context.sync();
      if (sheet.isNullObject) return true;
      let complete = true;
      sent.forEach(({ write, before }, at) => {
        const held = heldBefore(before, write, known);
        if (!held) complete = false;
        const back = held && restoring(write, held, now[at]!.formulas);
        if (back) sheet.getRange(areaAddress(back.area)).formulas = mutable(back.formulas);
      });
      await context.sync();
      return complete;
    });
  } catch {
    return false;
  }
}

/** What a range held before it was written: as the batch itself read it, else as the sheet was last read. */
function heldBefore(before: Excel.Range, write: ColumnWrite, known: Known): CellEdit[] | undefined {
  const { top, left } = write.area;
  try {
    const { values, formulas, numberFormat: formats, valueTypes: types } = before;
    const read = gridOf(
      { top, left, values, formulas, formats, types, hasArrays: false },
      { sheet: "", merges: [], hiddenRows: new Set(), hiddenColumns: new Set() },
    );
    return inverseOf(read, placesOf(write));
  } catch {
    // Not loaded: the host did not come so far, or did not answer.
    return known.grid && inverseOf(known.grid, placesOf(write));
  }
}
