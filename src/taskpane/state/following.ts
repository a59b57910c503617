/** Following the workbook: another sheet, a change, a sheet that is gone. Events are hints; what counts is read again. */

import type { WorkbookEvent } from "../../core/workbook/port";
import type { Grid } from "../../core/table/grid";
import { forgetChecksBeside } from "./kept-checks";
import { forgetUnread, say, troubleCode, type Context } from "./context";
import { noteChange } from "./recent";

/** Time for the user to go on typing before the sheet is read again. */
const SETTLE_MS = 500;
/** Time for a selection to settle while it is drawn with the mouse or the keys. */
const SELECT_MS = 150;
/** When a cell is being edited or other work is under way. */
const LATER_MS = 1_200;

export interface Following {
  /** Looks at the sheet as soon as nothing else is under way. */
  readonly look: () => void;
  readonly end: () => void;
}

/**
 * Follows the workbook.
 *
 * @param readSelection reads what is selected; asked for only while its sentences are looked at
 * @param look reads the sheet again, and checks it again where the user wants that; false where other work overtook it
 */
export function follow(context: Context, look: () => Promise<boolean>, readSelection: () => Promise<void>): Following {
  const { store, port, hold } = context;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let selecting: ReturnType<typeof setTimeout> | undefined;
  let ended = false;
  let stop: (() => Promise<void>) | undefined;

  const soon = (ms: number) => {
    clearTimeout(timer);
    if (!ended) timer = setTimeout(() => void catchUp(), ms);
  };

  /** What the user's own work met is told; a look around has nothing to add to it. */
  const saysTrouble = () => {
    const { notice } = store.get();
    return notice?.tone === "trouble" || notice?.what.kind === "done-unread";
  };

  const catchUp = async () => {
    if (store.get().work) {
      soon(LATER_MS);
      return;
    }
    try {
      if (await look()) forgetUnread(context);
      else soon(LATER_MS);
    } catch (error) {
      const code = troubleCode(error);
      // The user is typing: nothing to say, and to look again when the cell is done.
      if (code === "cell-edit") soon(LATER_MS);
      else if (code !== "sheet-gone" && !saysTrouble()) say(context, { kind: "trouble", code, during: "reading" });
    }
  };

  const onEvent = (event: WorkbookEvent) => {
    const { sheet, check, live, tab } = store.get();
    if (event.kind === "selected") {
      clearTimeout(selecting);
      if (tab === "results" && !ended) selecting = setTimeout(() => void readSelection(), SELECT_MS);
      return;
    }
    if (event.kind !== "activated") forgetChecksBeside(context, event.sheet);
    const here = sheet?.snapshot.sheet.id === event.sheet;
    if (event.kind === "changed") {
      if (!here && !(sheet && refersElsewhere(sheet.snapshot.grid))) return;
      hold.changes += 1;
      if (here) hold.recent = noteChange(hold.recent, event);
      if (check && !live) store.set({ check: { ...check, stale: true } });
      soon(SETTLE_MS);
      return;
    }
    if (event.kind === "activated" ? !here : here) soon(0);
  };

  port
    .watch(onEvent)
    .then((unwatch) => {
      stop = unwatch;
      if (ended) void unwatch();
    })
    // Without events the pane still reads the sheet whenever a button is pressed.
    .catch(() => undefined);

  return {
    look: () => soon(0),
    end: () => {
      ended = true;
      clearTimeout(timer);
      clearTimeout(selecting);
      void stop?.();
    },
  };
}

/** Whether formulas may calculate from another sheet; then its changes are changes of this one. */
function refersElsewhere({ rows }: Grid): boolean {
  return rows.some((row) => row.some((cell) => cell?.formula !== undefined && /[![]/.test(cell.formula)));
}
