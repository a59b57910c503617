/** What every action of the pane works with, and how one piece of work runs at a time. */

import { WorkbookTrouble, type NewFormSheet, type TroubleCode, type WorkbookPort } from "../../core/workbook/port";
import type { Beside } from "./beside";
import type { KeptCheck } from "./kept-checks";
import type { Recent } from "./recent";
import type { Engine } from "../engine";
import type { Store } from "./store";
import type { Happened, Notice, PaneState, Work } from "./types";
import type { MadeSheet, UndoEntry } from "./undo";

/** Choices that are kept on this machine, by name. */
export interface Choices {
  readonly get: (name: ChoiceName) => string | undefined;
  readonly set: (name: ChoiceName, value: string) => void;
}

export type ChoiceName = "form" | "period" | "unit" | "mode" | "assess" | "live" | "welcomed" | "person";

/** What the pane is given by the place it runs in. */
export interface Surroundings {
  readonly port: WorkbookPort;
  readonly loadEngine: () => Promise<Engine>;
  readonly openChoices: () => Promise<Choices>;
  /** Puts a text on the clipboard; rejects where that is not allowed. */
  readonly copy: (text: string) => Promise<void>;
  /** Gives the user a file; rejects where that is not possible. */
  readonly save: (name: string, content: string | Uint8Array<ArrayBuffer>) => Promise<void>;
  readonly now: () => Date;
  readonly hasFunctions: boolean;
  /** Whether {@link save} gives the user a file here: some web views take a download and do nothing. */
  readonly canDownload: boolean;
}

export interface Context extends Surroundings {
  readonly store: Store<PaneState>;
  /** Changes that no view draws. */
  readonly hold: {
    choices: Choices;
    undo: UndoEntry | MadeSheet | undefined;
    /** The tables of other sheets that the last check held the sheet against. */
    beside: readonly Beside[];
    /** The checks of sheets that were left for another, by their ids. */
    readonly kept: Map<string, KeptCheck>;
    /** The sheets "Tổng hợp" that were made while the pane is open, by their ids; with what those said that were brought back. */
    readonly summaries: Map<string, { readonly form: NewFormSheet; readonly seal?: string }>;
    /** What the user changed a moment ago. */
    recent: Recent;
    /** How far the piece of work under way has come, for what is said where it fails. */
    progress: Progress;
    /** Counts explicit pieces of work, so that quiet ones know that they were overtaken. */
    turn: number;
    /** Counts the events that changed the sheet that is shown, so that a check knows of those that came meanwhile. */
    changes: number;
  };
}

/** half-way and undoable: what was written can be taken back, as far as it stands there. */
export type Progress = "nothing" | "half-way" | "done" | "done-undoably";

const NOTES: ReadonlySet<Happened["kind"]> = new Set([
  "nothing-to-fill",
  "nothing-to-fix",
  "undo-refused",
  "stopped",
  "no-table",
  "sheet-changed",
  "copy-refused",
  "save-refused",
  "not-given",
  "sent-not-kept",
  "gate-closed",
  "no-person",
  "not-part",
  "nothing-told",
  "done-unread",
]);
const TROUBLES: ReadonlySet<Happened["kind"]> = new Set(["trouble", "file-trouble", "file-unreadable", "not-secure"]);

/** Puts a message into the message bar, in place of the one before. */
export function say({ store }: Context, what: Happened, undoable = false): void {
  const tone: Notice["tone"] = TROUBLES.has(what.kind) ? "trouble" : NOTES.has(what.kind) ? "note" : "done";
  store.set({ notice: { id: (store.get().notice?.id ?? 0) + 1, what, tone, undoable } });
}

/** Takes back that the workbook could not be read, once it was. */
export function forgetUnread({ store }: Context): void {
  const what = store.get().notice?.what;
  if (what?.kind === "trouble" && what.during === "reading") store.set({ notice: undefined });
}

/** What went wrong, for the pane's words. */
export function troubleCode(error: unknown): TroubleCode {
  return error instanceof WorkbookTrouble ? error.code : "unknown";
}

/** What a piece of work is given. */
export interface Working {
  readonly progress: (share: number) => void;
  /** Whether the user asked to stop. */
  readonly stopped: () => boolean;
}

/**
 * Runs one piece of work, and says what went wrong with it. While another runs it does nothing: the buttons are off, and
 * the ribbon's can wait for the user's next press.
 */
export async function run(
  context: Context,
  kind: Work["kind"],
  act: (working: Working) => Promise<void>,
  { stoppable = false } = {},
): Promise<void> {
  const { store, hold } = context;
  if (store.get().work) return;
  hold.turn += 1;
  hold.progress = "nothing";
  let stopped = false;
  const stop = () => {
    stopped = true;
  };
  const work: Work = { kind, ...(stoppable && { stop }) };
  const { notice } = store.get();
  // What was said of earlier work no longer holds; a way back stays.
  store.set({ work, ...(notice && !notice.undoable && { notice: undefined }) });
  try {
    await act({
      progress: (share) => store.set({ work: { ...work, progress: share } }),
      stopped: () => stopped,
    });
  } catch (error) {
    const code = troubleCode(error);
    const { progress } = context.hold;
    if (progress === "done" || progress === "done-undoably") {
      say(context, { kind: "done-unread", code }, progress === "done-undoably");
    } else say(context, { kind: "trouble", code, during: kind }, progress === "half-way");
  } finally {
    store.set({ work: undefined });
  }
}
