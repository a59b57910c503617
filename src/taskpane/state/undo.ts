/** Writing so that it can be taken back, and taking it back. */

import type { SheetLayout } from "../../core/form/layout";
import type { AddedColumn } from "../../core/fill/assessment";
import { columnOf } from "../../core/table/binding";
import { sealOf } from "../../core/summary/seal";
import { cellAt, isEmpty, type CellEdit, type Grid } from "../../core/table/grid";
import { memoryText, type WorkbookMemory } from "../../core/workbook/memory";
import { WorkbookTrouble, type DressedColumn, type ExpectedText, type NewFormSheet } from "../../core/workbook/port";
import { undoNow, undoStep, type UndoStep } from "../../core/workbook/undo";
import { run, say, type Context } from "./context";
import { takeIn } from "./reading";
import type { SheetState } from "./types";

interface Replaced<T> {
  readonly before: T;
  readonly written: string;
}

/** How to take the last write back. */
export interface UndoEntry {
  readonly sheet: string;
  readonly step: UndoStep;
  readonly properties: readonly (Replaced<string> & { readonly name: string })[];
  readonly memory?: Replaced<string | null>;
  /** Columns that were added beside the table. */
  readonly dressed: readonly DressedColumn[];
}

/** A sheet that was added and can be taken away. */
export interface MadeSheet {
  readonly sheet: string;
  readonly made: SheetLayout;
  /** The sheet that gave way to it, to be made again. */
  readonly back?: NewFormSheet;
}

export interface Writing {
  readonly edits?: readonly CellEdit[];
  readonly property?: { readonly name: string; readonly value: string } | undefined;
  readonly memory?: WorkbookMemory;
  readonly added?: readonly AddedColumn[];
}

/** Writes into the sheet as it was read, and keeps what it takes to take it back. */
export async function writeUndoably(
  context: Context,
  { snapshot, adoption }: SheetState,
  { edits = [], property, memory, added = [] }: Writing,
): Promise<void> {
  const { grid, properties } = snapshot;
  const bound = "binding" in adoption ? adoption.binding : undefined;
  const columns = (["code", "label"] as const).flatMap((role) => (bound && columnOf(bound, role)?.column) ?? []);
  const text = memory && memoryText(memory);
  const before = property && properties[property.name];
  const entry: UndoEntry = {
    sheet: snapshot.sheet.id,
    step: undoStep(grid, edits, { columns, ...(bound && { header: bound.header }) }),
    properties: property && before !== undefined ? [{ name: property.name, before, written: property.value }] : [],
    ...(text !== undefined && { memory: { before: snapshot.memory, written: text } }),
    dressed: [],
  };
  try {
    const { dressed } = await context.port.write({
      sheet: snapshot.sheet.id,
      edits,
      expected: [...entry.step.expected, ...added.flatMap(blankCells)],
      ...(property && { properties: [property] }),
      ...(text !== undefined && { memory: text }),
      ...(added.length > 0 && { added }),
    });
    context.hold.undo = { ...entry, dressed };
    context.hold.progress = "done-undoably";
  } catch (error) {
    const halfWay = error instanceof WorkbookTrouble && error.code === "interrupted";
    context.hold.undo = halfWay ? entry : undefined;
    if (halfWay) context.hold.progress = "half-way";
    throw error;
  }
}

/** A column is added where nothing stands, also not since the sheet was read. */
const blankCells = ({ column, top, bottom }: AddedColumn): ExpectedText[] =>
  Array.from({ length: bottom - top + 1 }, (_, index) => ({ row: top + index, column, text: "" }));

/** The added columns that are empty once the edits are taken back: one that somebody wrote in keeps its look. */
function emptied(dressed: readonly DressedColumn[], edits: readonly CellEdit[], now: Grid): DressedColumn[] {
  const back = new Set(edits.map(({ row, column }) => `${row},${column}`));
  return dressed.filter(({ column, top, bottom }) => {
    for (let row = top; row <= bottom; row += 1) {
      if (!back.has(`${row},${column}`) && !isEmpty(cellAt(now, row, column))) return false;
    }
    return true;
  });
}

/** Takes the last write back, without taking back anything that the user did since. */
export function undo(context: Context, afterWrite: () => Promise<void>): Promise<void> {
  return run(context, "writing", async () => {
    const entry = context.hold.undo;
    if (!entry) return;
    if ("made" in entry) {
      await takeAway(context, entry);
      return;
    }
    const snapshot = await context.port.read(entry.sheet);
    const back = undoNow(entry.step, snapshot.grid);
    if (back.kind === "refused") {
      context.hold.undo = undefined;
      say(context, { kind: "undo-refused", why: back.why });
      return;
    }
    const properties = entry.properties.filter(({ name, written }) => snapshot.properties[name] === written);
    const memory = entry.memory?.written === snapshot.memory ? entry.memory : undefined;
    const removed = emptied(entry.dressed, back.edits, snapshot.grid);
    await context.port.write({
      sheet: entry.sheet,
      edits: back.edits,
      ...(removed.length > 0 && { removed }),
      expected: entry.step.expected,
      properties: properties.map(({ name, before }) => ({ name, value: before })),
      ...(memory && { memory: memory.before ?? "" }),
    });
    context.hold.undo = undefined;
    context.hold.progress = "done";
    await takeIn(context);
    say(context, { kind: "undone", cells: back.edits.length, kept: back.changedSince.length });
    await afterWrite();
  });
}

/** Makes a sheet again that had given way to another; it still counts as ours as it was made. */
async function bringBack({ port, hold }: Context, form: NewFormSheet): Promise<void> {
  const { id } = await port.createSheet(form);
  hold.summaries.set(id, { form, seal: sealOf((await port.read(id)).grid) });
}

/** Takes an added sheet away, unless somebody wrote in it since. */
async function takeAway(context: Context, { sheet, made, back }: MadeSheet): Promise<void> {
  try {
    await context.port.removeSheet(sheet, made);
    if (back) await bringBack(context, back);
  } catch (error) {
    if (!(error instanceof WorkbookTrouble) || (error.code !== "moved" && error.code !== "sheet-gone")) throw error;
    context.hold.undo = undefined;
    say(context, { kind: "undo-refused", why: "changed" });
    return;
  }
  context.hold.undo = undefined;
  say(context, { kind: "undone", cells: 0, kept: 0 });
}
