/** Writing so that it can be taken back, and taking it back. */

import type { SheetLayout } from "../../core/form/layout";
import { columnOf } from "../../core/table/binding";
import type { CellEdit } from "../../core/table/grid";
import { memoryText, type WorkbookMemory } from "../../core/workbook/memory";
import { WorkbookTrouble } from "../../core/workbook/port";
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
}

/** A sheet that was added and can be taken away. */
export interface MadeSheet {
  readonly sheet: string;
  readonly made: SheetLayout;
}

export interface Writing {
  readonly edits?: readonly CellEdit[];
  readonly property?: { readonly name: string; readonly value: string } | undefined;
  readonly memory?: WorkbookMemory;
}

/** Writes into the sheet as it was read, and keeps what it takes to take it back. */
export async function writeUndoably(
  context: Context,
  { snapshot, adoption }: SheetState,
  { edits = [], property, memory }: Writing,
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
  };
  try {
    await context.port.write({
      sheet: snapshot.sheet.id,
      edits,
      expected: entry.step.expected,
      ...(property && { properties: [property] }),
      ...(text !== undefined && { memory: text }),
    });
  } catch (error) {
    const halfWay = error instanceof WorkbookTrouble && error.code === "interrupted";
    context.hold.undo = halfWay ? entry : undefined;
    throw error;
  }
  context.hold.undo = entry;
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
    await context.port.write({
      sheet: entry.sheet,
      edits: back.edits,
      expected: entry.step.expected,
      properties: properties.map(({ name, before }) => ({ name, value: before })),
      ...(memory && { memory: memory.before ?? "" }),
    });
    context.hold.undo = undefined;
    await takeIn(context);
    say(context, { kind: "undone", cells: back.edits.length, kept: back.changedSince.length });
    await afterWrite();
  });
}

/** Takes an added sheet away, unless somebody wrote in it since. */
async function takeAway(context: Context, { sheet, made }: MadeSheet): Promise<void> {
  try {
    await context.port.removeSheet(sheet, made);
  } catch (error) {
    if (!(error instanceof WorkbookTrouble) || (error.code !== "moved" && error.code !== "sheet-gone")) throw error;
    context.hold.undo = undefined;
    say(context, { kind: "undo-refused", why: "changed" });
    return;
  }
  context.hold.undo = undefined;
  say(context, { kind: "undone", cells: 0, kept: 0 });
}
