/** The sheet "Tổng hợp": added beside the Biểu, which stays in front; it can be taken away again. */

import { sealOf } from "../../core/summary/seal";
import { memoryOf, remember } from "../../core/workbook/memory";
import type { SheetInfo } from "../../core/workbook/port";
import { run, say, type Context } from "./context";
import { currentMemory, takeIn, withMemory } from "./reading";
import type { SheetState } from "./types";

export interface SummaryActions {
  /**
   * Adds a sheet with the counts, their chart and the list of what is late or not met, from the figures as they are. An
   * earlier one of the same Biểu gives way to it, unless somebody wrote in it.
   */
  readonly addSummary: () => Promise<void>;
}

export function summaryActions(context: Context): SummaryActions {
  const { port, hold, store } = context;
  return {
    addSummary: () =>
      run(context, "creating", async () => {
        const engine = await context.loadEngine();
        const sheet = await takeIn(context);
        const summary = sheet.table && engine.layoutSummary(sheet.table);
        if (!summary) {
          say(context, { kind: "no-table" });
          return;
        }
        const earlier = await earlierOf(context, sheet);
        const form = { ...summary, edits: [], properties: [], stay: true };
        const replaces = earlier?.untouched ? earlier.sheet.id : undefined;
        const made = await port.createSheet({ ...form, ...(replaces !== undefined && { replaces }) });
        const back = replaces === undefined ? undefined : hold.summaries.get(replaces)?.form;
        // One that was made before the pane was opened cannot be made again as it was.
        const undoable = replaces === undefined || back !== undefined;
        hold.undo = undoable ? { sheet: made.id, made: summary.layout, ...(back && { back }) } : undefined;
        hold.summaries.set(made.id, { form });
        await sealSummary(sheet, made);
        const kind = !earlier ? "summary-added" : earlier.untouched ? "summary-replaced" : "summary-beside";
        say(context, { kind, sheet: made.name, earlier: earlier?.sheet.name ?? "" }, undoable);
      }),
  };

  /** Remembers what the new sheet says, as the host wrote it. Without that it is only never replaced. */
  async function sealSummary(sheet: SheetState, made: SheetInfo): Promise<void> {
    try {
      const seal = sealOf((await port.read(made.id)).grid);
      const memory = remember(currentMemory(sheet), sheet.snapshot.sheet.name, { summary: { sheet: made.name, seal } });
      const after = withMemory(sheet, memory);
      await port.write({ sheet: sheet.snapshot.sheet.id, edits: [], memory: after.snapshot.memory ?? "" });
      store.set({ sheet: after });
    } catch {
      // The sheet is there; the next one is made beside it.
    }
  }
}

/** The summary that was made of a Biểu before, and whether nobody wrote in it since; undefined where there is none. */
async function earlierOf(
  { port, hold }: Context,
  sheet: SheetState,
): Promise<{ readonly sheet: SheetInfo; readonly untouched: boolean } | undefined> {
  const kept = memoryOf(currentMemory(sheet), sheet.snapshot.sheet.name)?.summary;
  const found = kept && sheet.snapshot.sheets.find(({ name }) => name === kept.sheet);
  if (!found) return undefined;
  const { grid, isProtected } = await port.read(found.id);
  const seal = sealOf(grid);
  return { sheet: found, untouched: !isProtected && [kept.seal, hold.summaries.get(found.id)?.seal].includes(seal) };
}
