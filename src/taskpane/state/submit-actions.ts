/** Nộp: reading and checking once more, the copy for sending, and verifying such a copy. */

import type { CheckResult } from "../../core/check/finding";
import { periodCode } from "../../core/form/period";
import type { Sendable } from "../../core/submit/copy-sheet";
import { canonicalText } from "../../core/submit/fingerprint";
import { tidy } from "../../core/text/fold";
import { WorkbookError } from "../../xlsx/error";
import { run, say, type Context, type Working } from "./context";
import { mustConfirm } from "./fill-actions";
import { askGate, tableToSend } from "./gate";
import { takeIn, takeInShown } from "./reading";
import type { SheetState, SubmitState } from "./types";

export interface SubmitActions {
  readonly setPerson: (person: string) => void;
  /** Reads and checks the sheet again, asks the gate, and gives the user the copy for sending. */
  readonly submit: () => Promise<void>;
  readonly copyFingerprint: (fingerprint: string) => Promise<void>;
  /** Compares a copy with its Phiếu kiểm tra, and with the open sheet where that is the same Biểu. */
  readonly verifyFile: (file: { readonly name: string; readonly bytes: () => Promise<ArrayBuffer> }) => Promise<void>;
}

type Judge = (sheet: SheetState, working: Working) => Promise<CheckResult | undefined>;

/** @param judge checks a sheet that was just read, and shows what it found */
export function submitActions(context: Context, judge: Judge): SubmitActions {
  const { store, hold } = context;
  const put = (change: Partial<SubmitState>) => store.set({ submit: { ...store.get().submit, ...change } });

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
    copyFingerprint: async (fingerprint) => {
      try {
        await context.copy(fingerprint);
        say(context, { kind: "fingerprint-copied" });
      } catch {
        say(context, { kind: "copy-refused" });
      }
    },
    verifyFile: ({ name, bytes }) =>
      run(context, "opening-file", async () => {
        put({ verified: undefined });
        if (!canDigest()) {
          say(context, { kind: "not-secure" });
          return;
        }
        try {
          const [{ verifyBytes }, content] = await Promise.all([import("../sent-copy"), bytes()]);
          const sheet = await takeIn(context);
          const table = tableToSend(sheet);
          const open = table && { table, sheet: sheet.snapshot.sheet.id };
          const verified = await verifyBytes(new Uint8Array(content), store.get().forms, open);
          put({ verified: { file: name, ...verified } });
        } catch (error) {
          if (error instanceof WorkbookError) {
            say(context, { kind: "file-trouble", reason: error.reason, message: error.message });
          } else throw error;
        }
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
    const file = fileName(one);
    try {
      await context.save(file, Uint8Array.from(bytes));
    } catch {
      say(context, { kind: "save-refused" });
      return;
    }
    const fingerprint = fingerprints[0]?.fingerprint ?? "";
    const figures = canonicalText(table);
    put({ sent: { sheet: sheet.snapshot.sheet.id, file, at, person, fingerprint, figures } });
    say(context, { kind: "sent", file });
  }
}

/** What checking takes of the work; making the copy is the rest. */
const CHECK_SHARE = 0.8;

/** Browsers make digests on pages that were loaded safely (https or this machine), and nowhere else. */
function canDigest(): boolean {
  const { crypto } = globalThis as { readonly crypto?: Partial<Crypto> };
  return crypto?.subtle !== undefined;
}

/** "PL02_2024-6T_nop.xlsx": nothing in it that a mail program or an old server changes. */
const fileName = ({ form, period }: Sendable) =>
  `${[form.id, periodCode(period)].map((part) => part.replace(/[^\w-]+/g, "-")).join("_")}_nop.xlsx`;
