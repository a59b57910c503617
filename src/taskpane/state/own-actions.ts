/** Forms of the user's own: learning them from a table, keeping them in the workbook, in and out of files. */

import { relationsOf } from "../../core/check/relations";
import type { Form } from "../../core/form/types";
import type { WorkbookMemory } from "../../core/workbook/memory";
import { run, say, type Context } from "./context";
import { currentMemory, takeIn, takeInShown } from "./reading";
import type { SheetState } from "./types";
import { writeUndoably } from "./undo";

export interface OwnActions {
  /** Looks for what the numbers of the open table suggest. */
  readonly openLearn: () => Promise<void>;
  /** Accepts a suggestion, or does not; undefined takes the decision back. */
  readonly decide: (id: string, accepted: boolean | undefined) => void;
  readonly acceptSure: () => void;
  /** Makes a form of the open table with what was accepted, and takes the table for it. */
  readonly makeOwnForm: () => Promise<void>;
  /** Takes the open table for a part of a form; undefined for none. */
  readonly chooseForm: (formId: string | undefined) => Promise<void>;
  readonly exportForm: (formId: string) => Promise<void>;
  readonly importForm: (file: { readonly name: string; readonly bytes: () => Promise<ArrayBuffer> }) => Promise<void>;
  readonly removeForm: (formId: string) => Promise<void>;
}

/** @param again what follows a write that may change what the check finds */
export function ownActions(context: Context, again: () => Promise<void>): OwnActions {
  const { store } = context;

  const keep = async (sheet: SheetState, memory: WorkbookMemory) => {
    await writeUndoably(context, sheet, { memory });
    const now = await takeIn(context);
    await again();
    return now;
  };

  return {
    openLearn: () =>
      run(context, "reading", async () => {
        const engine = await context.loadEngine();
        const { adoption, snapshot } = await takeIn(context);
        if (adoption.kind !== "unknown-form") {
          say(context, { kind: adoption.kind === "nothing" ? "no-table" : "sheet-changed" });
          return;
        }
        const learned = engine.learnTable(snapshot.grid, adoption.binding);
        store.set({ tab: "form", page: "learn", learning: { learned, decisions: new Map() } });
      }),
    decide: (id, accepted) => {
      const { learning } = store.get();
      if (!learning) return;
      const decisions = new Map(learning.decisions);
      if (accepted === undefined) decisions.delete(id);
      else decisions.set(id, accepted);
      store.set({ learning: { ...learning, decisions } });
    },
    acceptSure: () => {
      const { learning } = store.get();
      if (!learning) return;
      const sure = learning.learned.suggestions.filter(
        ({ id, trust }) => trust === "sure" && !learning.decisions.has(id),
      );
      const decisions = new Map([...learning.decisions, ...sure.map(({ id }) => [id, true] as const)]);
      store.set({ learning: { ...learning, decisions } });
    },
    makeOwnForm: () =>
      run(context, "writing", async () => {
        const { learning } = store.get();
        const engine = await context.loadEngine();
        const sheet = await takeInShown(context);
        if (!sheet || !learning) return;
        const { snapshot, adoption } = sheet;
        if (adoption.kind !== "unknown-form") {
          say(context, { kind: "sheet-changed" });
          return;
        }
        // The figures may be others by now: what no longer holds is not made a rule.
        const learned = engine.learnTable(snapshot.grid, adoption.binding);
        const holding = new Set(learned.suggestions.map(({ id }) => id));
        const accepted = [...learning.decisions].filter(([, yes]) => yes).map(([id]) => id);
        if (accepted.some((id) => !holding.has(id))) {
          store.set({ learning: { ...learning, learned } });
          say(context, { kind: "sheet-changed" });
          return;
        }
        const stored = engine.formOfTable(learned, adoption.binding, {
          sheet: snapshot.sheet.name,
          accepted: new Set(accepted),
          taken: store.get().forms.map(({ id }) => id),
        });
        const noRoom = engine.roomFor(sheet.memory, stored);
        if (noRoom) {
          say(context, { kind: "own-no-room", form: stored.id, why: noRoom });
          return;
        }
        const memory = engine.rememberForm(currentMemory(sheet), stored);
        const found = engine.recogniseSheet(snapshot, memory, engine.formsOf(memory).forms, stored.id);
        const known = found.kind === "adoptable" && found.form.id === stored.id;
        const now = await keep(sheet, known ? engine.adoptSheet(snapshot, memory, found, {}) : memory);
        store.set({ page: "overview", learning: undefined });
        const form = store.get().forms.find(({ id }) => id === stored.id);
        if (!form || now.adoption.kind !== "adopted")
          say(context, { kind: "trouble", code: "unknown", during: "writing" });
        else
          say(context, { kind: "own-made", form: form.id, rows: form.indicators.length, rules: rulesOf(form) }, true);
      }),
    chooseForm: (formId) =>
      run(context, "reading", async () => {
        const { sheet, forms } = store.get();
        const id = sheet?.snapshot.sheet.id;
        store.set({ chosen: formId === undefined || id === undefined ? undefined : { sheet: id, formId } });
        const { adoption } = await takeIn(context);
        if (formId === undefined || ("form" in adoption && adoption.form.id === formId)) return;
        store.set({ chosen: undefined });
        say(context, { kind: "not-part", form: forms.find((form) => form.id === formId)?.number ?? formId });
      }),
    exportForm: async (formId) => {
      const stored = store.get().sheet?.memory.forms?.find(({ id }) => id === formId);
      if (!stored) return;
      try {
        const engine = await context.loadEngine();
        await context.save(`${formId}.csv`, engine.formFile(stored));
        say(context, { kind: "own-exported", file: `${formId}.csv` });
      } catch {
        say(context, { kind: "save-refused" });
      }
    },
    importForm: ({ name, bytes }) =>
      run(context, "opening-file", async () => {
        store.set({ importTrouble: undefined });
        const [engine, content] = await Promise.all([context.loadEngine(), bytes()]);
        const read = engine.readFormFile(new Uint8Array(content));
        const loaded = read.ok ? engine.loadOwnForm(read.parts) : read;
        if (!read.ok || !loaded.ok) {
          const problems = loaded.ok ? [] : loaded.problems.filter(({ level }) => level === "error");
          store.set({ importTrouble: { file: name, problems: problems.map(engine.problemWords), taken: false } });
          return;
        }
        const { form } = loaded;
        const sheet = await takeIn(context);
        const stored = { id: form.id, ...read.parts };
        const noRoom = engine.roomFor(sheet.memory, stored);
        if (noRoom) {
          say(context, { kind: "own-no-room", form: form.id, why: noRoom });
          return;
        }
        await keep(sheet, engine.rememberForm(currentMemory(sheet), stored));
        if (loaded.problems.length > 0)
          store.set({ importTrouble: { file: name, problems: loaded.problems.map(engine.problemWords), taken: true } });
        say(context, { kind: "own-imported", form: form.id, rows: form.indicators.length, rules: rulesOf(form) }, true);
      }),
    removeForm: (formId) =>
      run(context, "writing", async () => {
        const engine = await context.loadEngine();
        const sheet = await takeIn(context);
        await keep(sheet, engine.forgetForm(currentMemory(sheet), formId));
        say(context, { kind: "own-removed", form: formId }, true);
      }),
  };
}

/** How many rules a form has between its rows. */
export const rulesOf = (form: Form) => relationsOf(form).length;
