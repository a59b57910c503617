/** Following the workbook: another sheet, a change, a sheet that is gone. Events are hints; what counts is read again. */

import type { WorkbookEvent } from "../../core/workbook/port";
import { say, troubleCode, type Context } from "./context";
import { takeIn } from "./reading";

/** Time for the user to go on typing before the sheet is read again. */
const SETTLE_MS = 500;
/** When a cell is being edited or other work is under way. */
const LATER_MS = 1_200;

/**
 * Follows the workbook until the returned function is called.
 *
 * @param look reads the sheet again, and checks it again where it was checked before
 */
export function follow(context: Context, look: () => Promise<void>): () => void {
  const { store, port } = context;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ended = false;
  let stop: (() => Promise<void>) | undefined;

  const soon = (ms: number) => {
    clearTimeout(timer);
    if (!ended) timer = setTimeout(() => void catchUp(), ms);
  };

  const catchUp = async () => {
    if (store.get().work) {
      soon(LATER_MS);
      return;
    }
    try {
      if (store.get().live) await look();
      else await takeIn(context);
    } catch (error) {
      const code = troubleCode(error);
      // The user is typing: nothing to say, and to look again when the cell is done.
      if (code === "cell-edit") soon(LATER_MS);
      else if (code !== "sheet-gone") say(context, { kind: "trouble", code, during: "reading" });
    }
  };

  const onEvent = (event: WorkbookEvent) => {
    const { sheet, check, live } = store.get();
    const here = sheet?.snapshot.sheet.id === event.sheet;
    if (event.kind === "changed") {
      if (!here) return;
      if (check && !live) store.set({ check: { ...check, stale: true } });
      soon(SETTLE_MS);
      return;
    }
    if (event.kind === "activated" ? !here : here) soon(0);
  };

  port
    .watch(onEvent)
    .then((unwatch) => {
      if (ended) void unwatch();
      else stop = unwatch;
    })
    // Without events the pane still reads the sheet whenever a button is pressed.
    .catch(() => undefined);

  return () => {
    ended = true;
    clearTimeout(timer);
    void stop?.();
  };
}
