/**
 * Writing edits, all or nothing. A batch of Office.js is no transaction: its actions are carried out one after the other,
 * and the first that fails ends it, with everything before it done. So:
 *
 * 1. The batch first reads what the cells hold, then writes, then sets what the workbook remembers. A protected sheet or a
 *    sheet that is gone fails at the first action that matters, with nothing written.
 * 2. Where a later action fails, what the first ones read is there (Office.js hands out the results up to the failure), and
 *    the cells that have changed are given back what they held, as are properties and memory. Where the host answered nothing
 *    at all, as when the connection broke, what the last reading of the sheet saw is taken.
 * 3. Where that fails too, the trouble is "interrupted": the pane reads again and says what stands there.
 *
 * 4. The batch also reads the cells that tell the rows apart. Where they are others than when the edits were planned,
 *    somebody inserted or sorted rows in the moment between: everything is given back, and the trouble is "moved".
 *
 * One sync is one step of Excel's undo. `mergeUndoGroup` (ExcelApi 1.20) is not asked for: it merges several syncs, of which
 * there is one, and refuses every batch with document properties or XML parts in it (UndoNotSupported).
 */

import { areaAddress, cellAt, type CellEdit, type Grid } from "../core/table/grid";
import {
  WorkbookTrouble,
  type ExpectedText,
  type SheetChange,
  type SheetSnapshot,
  type TroubleCode,
  type Written,
} from "../core/workbook/port";
import { inverseOf } from "../core/workbook/undo";
import { areasOf } from "./areas";
import { gridOf } from "./cells";
import { askLooks, askRules, dress, undress, undressed, type Dressed } from "./dress-column";
import { assignFormat } from "./format";
import { putMemory } from "./memory-part";
import { isRefused, runPatiently, troubleOf, withNothingDone } from "./trouble";
import { inBatches, placesOf, planWrites, restoring, type Assigned, type Before, type ColumnWrite } from "./write-plan";

/** What the port knows of the workbook from its last reading. */
export interface Known {
  /** The sheet as last read, where it was. */
  readonly snapshot?: SheetSnapshot;
  readonly memoryParts: readonly string[];
}

interface Sent {
  readonly write: ColumnWrite;
  readonly before: Excel.Range;
}

/**
 * Writes a change.
 *
 * @returns how the columns looked that were added, and the ids of the parts that hold the memory from now on
 * @throws WorkbookTrouble; nothing of the change stands then, save with "interrupted"
 */
export async function writeChange(change: SheetChange, known: Known): Promise<WrittenChange> {
  const [first = [], ...later] = inBatches(planWrites(change.edits));
  const sent: Sent[] = [];
  const dressed: Dressed[] = [];
  let rest: Rest | undefined;
  const putTheRest = (context: Excel.RequestContext) => {
    rest = { added: putRest(context, change, known) };
  };
  try {
    return await runPatiently(async (context) => {
      const sheet = context.workbook.worksheets.getItem(change.sheet);
      const looks = await lookAtColumns(context, sheet, change);
      const rows = askExpected(sheet, change.expected ?? []);
      releaseFromText(sheet, change.edits, known.snapshot?.grid);
      dressed.push(...looks.added);
      dress(sheet, looks.added);
      for (const write of first) sent.push(send(sheet, write));
      if (later.length === 0) putTheRest(context);
      if (looks.rules) undress(sheet, change.removed ?? [], looks.rules);
      await context.sync();
      if (!rows.every(({ texts, range }) => isAsExpected(texts, range.values))) {
        throw new WorkbookTrouble("moved", change.sheet);
      }
      await sendAll(context, sheet, later, sent, () => putTheRest(context));
      return { dressed, memoryParts: partsAfter(change, known, rest) };
    });
  } catch (error) {
    const trouble = troubleOf(error);
    const withRest = rest !== undefined && hasRest(change);
    const whole =
      (isRefused(error) && later.length === 0) ||
      ((await takeBack(change, { sent, dressed }, known)) &&
        (!withRest || (await takeRestBack(change, known, trouble.code))));
    throw whole ? withNothingDone(trouble) : new WorkbookTrouble("interrupted", trouble.message);
  }
}

/** What a change left behind that the next one must know. */
interface WrittenChange extends Written {
  readonly memoryParts: readonly string[];
}

function partsAfter({ memory }: SheetChange, { memoryParts }: Known, rest: Rest | undefined): readonly string[] {
  if (memory === undefined) return memoryParts;
  return rest?.added ? [rest.added.id] : memoryParts.slice(-1);
}

/** Looks at the columns that are added or taken away, in a round trip of its own; where there are none, in none. */
async function lookAtColumns(context: Excel.RequestContext, sheet: Excel.Worksheet, change: SheetChange) {
  const { added = [], removed = [] } = change;
  if (added.length + removed.length === 0) return { added: [] };
  sheet.protection.load("protected");
  const looks = added.length > 0 ? askLooks(sheet, added) : undefined;
  const rules = removed.length > 0 ? askRules(sheet, removed) : undefined;
  await context.sync();
  if (sheet.protection.protected) throw new WorkbookTrouble("protected", "sheet");
  return { added: looks?.() ?? [], ...(rules && { rules: rules() }) };
}

/** Asks for the cells that tell the rows apart: one range for each column. */
function askExpected(sheet: Excel.Worksheet, expected: readonly ExpectedText[]) {
  const columns = new Map<number, Map<number, string>>();
  for (const { row, column, text } of expected) {
    columns.set(column, (columns.get(column) ?? new Map<number, string>()).set(row, text));
  }
  return [...columns].map(([column, byRow]) => {
    const rows = [...byRow.keys()];
    const [top, bottom] = [Math.min(...rows), Math.max(...rows)];
    const range = sheet.getRange(areaAddress({ top, left: column, bottom, right: column })).load("values");
    return { range, texts: new Map([...byRow].map(([row, text]) => [row - top, text])) };
  });
}

function isAsExpected(texts: ReadonlyMap<number, string>, values: Before): boolean {
  return [...texts].every(([row, text]) => textOf(values[row]?.[0]) === text);
}

/** A value of Office.js as `cellText` writes it. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** In a cell of format Text a formula would stand as its own text, and a figure as the text of one. */
function releaseFromText(sheet: Excel.Worksheet, edits: readonly CellEdit[], grid: Grid | undefined): void {
  if (!grid) return;
  const held = edits.filter(
    ({ row, column, value, formula }) =>
      cellAt(grid, row, column)?.format === "@" && (formula !== undefined || typeof value === "number"),
  );
  for (const area of areasOf(held)) assignFormat(sheet.getRange(areaAddress(area)), "General");
}

/** Sends the later batches, the rest with the last; there are some only for what Excel would refuse as too large. */
async function sendAll(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  [writes, ...later]: readonly (readonly ColumnWrite[])[],
  sent: Sent[],
  putTheRest: () => void,
): Promise<void> {
  if (!writes) return;
  for (const write of writes) sent.push(send(sheet, write));
  if (later.length === 0) putTheRest();
  await context.sync();
  await sendAll(context, sheet, later, sent, putTheRest);
}

/** Two objects of one range: an assignment would stand in for what is loaded. */
function send(sheet: Excel.Worksheet, write: ColumnWrite): Sent {
  const address = areaAddress(write.area);
  const before = sheet.getRange(address).load("values,formulas,numberFormat,valueTypes");
  sheet.getRange(address).formulas = mutable(write.formulas);
  return { write, before };
}

const mutable = (formulas: readonly (readonly Assigned[])[]) => formulas.map((row) => [...row]);

function putRest(context: Excel.RequestContext, { properties = [], memory }: SheetChange, known: Known) {
  for (const { name, value } of properties) context.workbook.properties.custom.add(name, value);
  return memory === undefined ? undefined : putMemory(context, memory, known.memoryParts);
}

/** Properties and memory, once they are part of a batch. */
interface Rest {
  readonly added: Excel.CustomXmlPart | undefined;
}

/** Gives the properties and the memory back what they held when they were last read. */
function putRestBack(context: Excel.RequestContext, { properties = [], memory }: SheetChange, known: Known): void {
  const { custom } = context.workbook.properties;
  const before = known.snapshot;
  if (!before) return;
  for (const { name } of properties) {
    const value = before.properties[name];
    if (value === undefined) custom.getItemOrNullObject(name).delete();
    else custom.add(name, value);
  }
  if (memory !== undefined) putMemory(context, before.memory, known.memoryParts);
}

/** Gives properties and memory back what they held. @returns whether nothing of the change stands any more */
async function takeRestBack(change: SheetChange, known: Known, why: TroubleCode): Promise<boolean> {
  try {
    await runPatiently(async (context) => {
      putRestBack(context, change, known);
      await context.sync();
    });
    return true;
  } catch (error) {
    // A workbook that takes no more has kept what it had, and refuses that as well; so has one that may only be read.
    return (why === "memory-refused" || why === "protected") && troubleOf(error).code === why;
  }
}

/**
 * Gives the cells back what they held.
 *
 * @returns whether no cell of the change stands any more
 */
async function takeBack(
  change: SheetChange,
  { sent, dressed }: { readonly sent: readonly Sent[]; readonly dressed: readonly Dressed[] },
  known: Known,
): Promise<boolean> {
  const { removed = [] } = change;
  if (sent.length === 0 && dressed.length === 0) return true;
  try {
    return await runPatiently(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(change.sheet);
      const now = sent.map(({ write }) => sheet.getRange(areaAddress(write.area)).load("formulas"));
      const rules = dressed.length > 0 ? askRules(sheet, dressed) : undefined;
      const looks = removed.length > 0 ? askRules(sheet, removed) : undefined;
      await context.sync();
      if (sheet.isNullObject) return true;
      if (looks) dress(sheet, undressed(removed, looks()));
      let complete = true;
      sent.forEach(({ write, before }, at) => {
        const held = heldBefore(before, write, known);
        if (!held) complete = false;
        const back = held && restoring(write, held, now[at]!.formulas);
        if (back) sheet.getRange(areaAddress(back.area)).formulas = mutable(back.formulas);
      });
      if (rules) undress(sheet, dressed, rules());
      await context.sync();
      return complete;
    });
  } catch {
    return false;
  }
}

const hasRest = ({ properties = [], memory }: SheetChange) => properties.length > 0 || memory !== undefined;

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
    return known.snapshot && inverseOf(known.snapshot.grid, placesOf(write));
  }
}
