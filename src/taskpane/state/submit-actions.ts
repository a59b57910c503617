/** Nộp: reading and checking once more, the copy for sending, and verifying such a copy. */

import type { CheckResult } from "../../core/check/finding";
import { periodCode } from "../../core/form/period";
import type { Sendable } from "../../core/submit/copy-sheet";
import { tidy } from "../../core/text/fold";
import { remember, type SentNote } from "../../core/workbook/memory";
import { WorkbookError } from "../../xlsx/error";
import { run, say, troubleCode, type Context, type Working } from "./context";
import { mustConfirm } from "./fill-actions";
import { askGate, tableToSend } from "./gate";
import { currentMemory, sheetStateOf, takeIn, takeInShown, withMemory } from "./reading";
import { canDigest } from "./sent";
import type { HandOut, MadeCopy, SheetState, SubmitState, VerifiedState } from "./types";

export interface SubmitActions {
  readonly setPerson: (person: string) => void;
  /** Reads and checks the sheet again, asks the gate, and opens the copy for sending as a workbook of its own. */
  readonly submit: () => Promise<void>;
  /** Hands the copy that was made out again. */
  readonly giveCopy: (by: HandOut) => Promise<void>;
  /** Tells the workbook that it was sent, where it could not be told. */
  readonly keepSent: () => Promise<void>;
  readonly copyFingerprint: (fingerprint: string) => Promise<void>;
  /** Compares a copy with its Phiếu kiểm tra, and with the open sheet where that is the same Biểu. */
  readonly verifyFile: (file: ChosenFile) => Promise<void>;
  /** Compares the file that was chosen last with the sheet as it is now. */
  readonly verifyAgain: () => Promise<void>;
  /** Compares the open workbook, which is such a copy, with its own Phiếu kiểm tra. */
  readonly verifyOpen: () => Promise<void>;
}

interface ChosenFile {
  readonly name: string;
  readonly bytes: () => Promise<ArrayBuffer>;
}

type Judge = (sheet: SheetState, working: Working) => Promise<CheckResult | undefined>;

/** @param judge checks a sheet that was just read, and shows what it found */
export function submitActions(context: Context, judge: Judge): SubmitActions {
  const { store, hold, port } = context;
  const put = (change: Partial<SubmitState>) => store.set({ submit: { ...store.get().submit, ...change } });
  let lastFile: ChosenFile | undefined;

  const verify = (act: () => Promise<VerifiedState>) =>
    run(context, "opening-file", async () => {
      put({ verified: undefined });
      if (!canDigest()) {
        say(context, { kind: "not-secure" });
        return;
      }
      try {
        put({ verified: await act() });
      } catch (error) {
        if (error instanceof WorkbookError) {
          say(context, { kind: "file-trouble", reason: error.reason, message: error.message });
        } else throw error;
      }
    });

  const verifyFile: SubmitActions["verifyFile"] = (file) =>
    verify(async () => {
      lastFile = file;
      const [{ verifyBytes }, engine, content] = await Promise.all([
        import("../sent-copy"),
        context.loadEngine(),
        file.bytes(),
      ]);
      const sheet = await takeIn(context);
      const table = tableToSend(sheet);
      const fingerprint = table && (await engine.fingerprintOf(table));
      if (fingerprint !== undefined) store.set({ sheet: { ...sheet, fingerprint } });
      const open = table && { table, sheet: sheet.snapshot.sheet.id };
      const verified = await verifyBytes(new Uint8Array(content), store.get().forms, open);
      return { file: file.name, against: fingerprint, ...verified };
    });

  return {
    setPerson: (person) => {
      hold.choices.set("person", person);
      put({ person, nameAsked: false });
    },
    submit: async () => {
      if (tidy(store.get().submit.person) === "") {
        put({ nameAsked: true });
        say(context, { kind: "no-person" });
        return;
      }
      await run(context, "submitting", (working) => send(working), { stoppable: true });
    },
    giveCopy: (by) => run(context, "giving", () => give(by)),
    keepSent: () =>
      run(context, "writing", async () => {
        const { copy } = store.get().submit;
        if (copy && (await keep(copy))) say(context, { kind: "sent-kept" });
      }),
    copyFingerprint: async (fingerprint) => {
      try {
        await context.copy(fingerprint);
        say(context, { kind: "fingerprint-copied" });
      } catch {
        say(context, { kind: "copy-refused" });
      }
    },
    verifyFile,
    verifyAgain: async () => {
      if (lastFile) await verifyFile(lastFile);
    },
    verifyOpen: () =>
      verify(async () => {
        const { verifyBook } = await import("../sent-copy");
        const [engine, sheet] = await Promise.all([context.loadEngine(), takeIn(context)]);
        const { snapshot } = sheet;
        const table = tableToSend(sheet);
        const fingerprint = table && (await engine.fingerprintOf(table));
        if (fingerprint !== undefined) store.set({ sheet: { ...sheet, fingerprint } });
        const copy = {
          sheets: snapshot.sheets.map(({ name }) => name),
          grid: async (sheetName: string) => {
            const { id } = snapshot.sheets.find(({ name }) => name === sheetName)!;
            return id === snapshot.sheet.id ? snapshot.grid : (await port.read(id)).grid;
          },
        };
        return { file: undefined, against: fingerprint, ...(await verifyBook(copy, store.get().forms)) };
      }),
  };

  async function send({ progress, stopped }: Working): Promise<void> {
    progress(0);
    const { changes } = hold;
    const sheet = await takeInShown(context);
    if (!sheet) return;
    const table = tableToSend(sheet);
    if (!table || mustConfirm(sheet)) {
      store.set({ tab: "form" });
      if (!table) say(context, { kind: "no-table" });
      return;
    }
    const result = await judge(sheet, { progress: (share) => progress(share * CHECK_SHARE), stopped });
    if (!result) {
      say(context, { kind: "stopped" });
      return;
    }
    const gate = askGate(sheet, table, result);
    if (!gate.ready) {
      say(context, { kind: "gate-closed", questions: gate.items.filter(({ state }) => state === "open").length });
      return;
    }
    if (!canDigest()) {
      say(context, { kind: "not-secure" });
      return;
    }
    progress(CHECK_SHARE);
    const at = context.now();
    const person = tidy(store.get().submit.person);
    const { makeSentCopy, sendable } = await import("../sent-copy");
    // A gate that is ready has made sure of form, period and unit.
    const one = sendable(table)!;
    const { bytes, fingerprints } = await makeSentCopy({ tables: [{ ...one, gate }], person, at });
    // Whoever types meanwhile, or stops, is not given a copy of figures that are no longer there.
    if (hold.changes !== changes || stopped()) {
      say(context, { kind: stopped() ? "stopped" : "sheet-changed" });
      return;
    }
    const fingerprint = fingerprints[0]?.fingerprint ?? "";
    const note: SentNote = { at: at.toISOString(), person, file: fileName(one), fingerprint };
    const copy = { sheet: sheet.snapshot.sheet.id, bytes: Uint8Array.from(bytes), note, given: false, kept: false };
    put({ copy });
    store.set({ sheet: { ...sheet, fingerprint } });
    await give("window");
  }

  /** Hands the copy out, then has the workbook remember it: neither waits for the other to succeed. */
  async function give(by: HandOut): Promise<void> {
    const { copy } = store.get().submit;
    if (!copy) return;
    const { file } = copy.note;
    try {
      await (by === "window" ? port.openInNewWindow(copy.bytes) : context.save(file, copy.bytes));
    } catch (error) {
      say(context, { kind: "not-given", by, code: troubleCode(error) });
      return;
    }
    const given = { ...copy, given: true };
    put({ copy: given });
    if (copy.kept || (await keep(given))) say(context, { kind: "sent", file, by });
  }

  /** Writes into the workbook's memory that its sheet was sent; says why where it cannot be written. */
  async function keep(copy: MadeCopy): Promise<boolean> {
    const { sheet: id, note } = copy;
    try {
      const engine = await context.loadEngine();
      const now = sheetStateOf(engine, await port.read(id));
      const memory = remember(currentMemory(now), now.snapshot.sheet.name, { sent: note });
      const after = withMemory(now, memory);
      await port.write({ sheet: id, edits: [], memory: after.snapshot.memory ?? "" });
      const { sheet } = store.get();
      if (sheet?.snapshot.sheet.id === id) store.set({ sheet: withMemory(sheet, memory) });
      put({ copy: { ...copy, kept: true } });
      return true;
    } catch (error) {
      say(context, { kind: "sent-not-kept", file: note.file, code: troubleCode(error) });
      return false;
    }
  }
}

/** What checking takes of the work; making the copy is the rest. */
const CHECK_SHARE = 0.8;

/** "PL02_2024-6T_nop.xlsx": nothing in it that a mail program or an old server changes. */
const fileName = ({ form, period }: Sendable) =>
  `${[form.id, periodCode(period)].map((part) => part.replace(/[^\w-]+/g, "-")).join("_")}_nop.xlsx`;
