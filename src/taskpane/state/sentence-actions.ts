/** Sentences for reports: of the selected rows as the selection moves, or of a section; copied, or put on a sheet. */

import type { Engine } from "../engine";
import { run, say, type Context } from "./context";
import { takeInShown } from "./reading";
import { periodOf } from "./selectors";
import { tellingOf } from "./telling";
import type { PaneState } from "./types";

export interface SentenceActions {
  /** Reads what is selected and tells of it; without a word where that cannot be read now. */
  readonly readSelection: () => Promise<void>;
  /** Tells of a section of the form; of the selected rows where undefined. */
  readonly tellSection: (section: string | undefined) => Promise<void>;
  readonly copySentences: () => Promise<void>;
  /** Puts the sentences on a sheet of their own, from the figures as they are. */
  readonly addSentences: () => Promise<void>;
  /** Copies the paragraph of the whole form: how many targets are met, and which are not. */
  readonly copySummary: () => Promise<void>;
}

export function sentenceActions(context: Context, copy: (text: string) => Promise<void>): SentenceActions {
  const { store, port } = context;
  let reading = 0;

  const tell = (engine: Engine, change: Partial<PaneState["sentences"]>) => {
    const { sheet, sentences } = store.get();
    const now = { ...sentences, ...change };
    store.set({ sentences: { ...now, told: sheet && tellingOf(engine, sheet, now) } });
  };

  return {
    readSelection: async () => {
      reading += 1;
      const own = reading;
      try {
        const [engine, selected] = await Promise.all([context.loadEngine(), port.selection()]);
        if (own === reading) tell(engine, { selected });
      } catch {
        // A cell is being edited, or the host is busy: the next selection is read again.
      }
    },
    tellSection: async (section) => tell(await context.loadEngine(), { section }),
    copySentences: async () => {
      const { told } = store.get().sentences;
      await copy((told?.sentences ?? []).map(({ text }) => text).join("\n"));
    },
    addSentences: () =>
      run(context, "creating", async () => {
        const sheet = await takeInShown(context);
        if (!sheet) return;
        const engine = await context.loadEngine();
        const told = tellingOf(engine, sheet, store.get().sentences);
        if (!sheet.table || !told || told.sentences.length === 0) {
          say(context, { kind: "nothing-told" });
          return;
        }
        const layout = engine.layoutSentences(sheet.table, told.sentences);
        const made = await port.createSheet({ layout, edits: [], properties: [], stay: true });
        context.hold.undo = { sheet: made.id, made: layout };
        say(context, { kind: "sentences-added", sheet: made.name, count: told.sentences.length }, true);
      }),
    copySummary: async () => {
      const { results, sheet } = store.get();
      if (!results || !sheet?.table) return;
      const engine = await context.loadEngine();
      await copy(engine.summaryOf(results.assessments, periodOf(sheet), sheet.table.binding.form));
    },
  };
}
