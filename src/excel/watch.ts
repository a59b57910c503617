/**
 * Events of the workbook. Hints only: hosts lose them (while a dialog is open, after sleep, on the web when many come at
 * once), so whatever counts is read again.
 */

import type { WorkbookEvent } from "../core/workbook/port";
import type { OwnWrites } from "./own-writes";
import { runBatch } from "./trouble";

type Listener = (event: WorkbookEvent) => void;

interface Registered {
  readonly remove: () => void;
  readonly context: OfficeExtension.ClientRequestContext;
}

const STRUCTURAL: ReadonlySet<string> = new Set([
  "RowInserted",
  "RowDeleted",
  "ColumnInserted",
  "ColumnDeleted",
  "CellInserted",
  "CellDeleted",
]);

/**
 * Watches the workbook for any number of listeners, with one registration of each event on the collection of sheets, so
 * that sheets that are added later are watched too.
 *
 * @param own what we wrote ourselves, which is no news to the listeners
 */
export function createWatch(own: OwnWrites): (listener: Listener) => Promise<() => Promise<void>> {
  const listeners = new Set<Listener>();
  let registration: Promise<readonly Registered[]> | undefined;

  const tell = (event: WorkbookEvent) => {
    for (const listener of [...listeners]) listener(event);
    return Promise.resolve();
  };

  const onChanged = (args: Excel.WorksheetChangedEventArgs) => {
    const { worksheetId: sheet, address, changeType } = args;
    const structural = STRUCTURAL.has(changeType);
    const trigger = (args as Partial<Excel.WorksheetChangedEventArgs>).triggerSource;
    if (!structural && own.isOurs(sheet, address, trigger)) return Promise.resolve();
    return tell({ kind: "changed", sheet, address, structural });
  };

  const register = () =>
    runBatch(async (context): Promise<readonly Registered[]> => {
      const { worksheets } = context.workbook;
      const added = [
        worksheets.onChanged.add(onChanged),
        worksheets.onActivated.add(({ worksheetId: sheet }) => tell({ kind: "activated", sheet })),
        worksheets.onSelectionChanged.add(({ worksheetId: sheet }) => tell({ kind: "selected", sheet })),
        worksheets.onDeleted.add(({ worksheetId: sheet }) => tell({ kind: "deleted", sheet })),
      ];
      await context.sync();
      return added;
    });

  const unregister = async (registered: readonly Registered[]) => {
    const [first] = registered;
    if (!first) return;
    // A handler can only be removed in the context it was added in.
    await Excel.run(first.context, async (context) => {
      for (const handler of registered) handler.remove();
      await context.sync();
    });
  };

  return async (listener) => {
    listeners.add(listener);
    registration ??= register();
    try {
      await registration;
    } catch (error) {
      // The next one to watch tries again.
      registration = undefined;
      listeners.delete(listener);
      throw error;
    }
    return async () => {
      listeners.delete(listener);
      const last = registration;
      if (listeners.size > 0 || !last) return;
      registration = undefined;
      // A host that is closing may refuse; nobody listens any more, so nothing is lost.
      await unregister(await last).catch(() => undefined);
    };
  };
}
