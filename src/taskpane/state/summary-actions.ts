/** The sheet "Tổng hợp": added beside the Biểu, which stays in front; it can be taken away again. */

import { run, say, type Context } from "./context";
import { takeIn } from "./reading";

export interface SummaryActions {
  /** Adds a sheet with the counts, their chart and the list of what is late or not met, from the figures as they are. */
  readonly addSummary: () => Promise<void>;
}

export function summaryActions(context: Context): SummaryActions {
  return {
    addSummary: () =>
      run(context, "creating", async () => {
        const engine = await context.loadEngine();
        const { table } = await takeIn(context);
        const summary = table && engine.layoutSummary(table);
        if (!summary) {
          say(context, { kind: "no-table" });
          return;
        }
        const made = await context.port.createSheet({ ...summary, edits: [], properties: [], stay: true });
        context.hold.undo = { sheet: made.id, made: summary.layout };
        say(context, { kind: "summary-added", sheet: made.name }, true);
      }),
  };
}
