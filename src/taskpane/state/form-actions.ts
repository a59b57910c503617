/** Biểu: taking a table for one of our forms, making a new sheet, the first run. */

import type { SheetLayout } from "../../core/form/layout";
import { changedProperty, metadataProperty } from "../../core/form/metadata";
import { parsePeriod, periodCode, type Period } from "../../core/form/period";
import type { Form } from "../../core/form/types";
import type { CellEdit } from "../../core/table/grid";
import type { SheetInfo } from "../../core/workbook/port";
import { run, say, type Context } from "./context";
import { aboutOf } from "./selectors";
import { currentMemory, doubtfulOf, sameRows, takeIn, takeInShown } from "./reading";
import type { Draft, FormPage, PaneState } from "./types";
import { writeUndoably } from "./undo";

export interface FormActions {
  readonly openPage: (page: FormPage) => void;
  readonly changeDraft: (change: Partial<Draft>) => void;
  /** Adds the sheet of the form, period and unit that were chosen. */
  readonly create: () => Promise<void>;
  /** Adds Điện Biên's published Biểu, to try everything on. */
  readonly createSample: () => Promise<void>;
  readonly skipWelcome: () => void;
  /** Answers for a doubtful row: the code it is, or null where it is no indicator. */
  readonly answer: (row: number, code: string | null) => void;
  readonly changeAdoptAs: (change: PaneState["adoptAs"]) => void;
  /** Writes period and unit, as they were given, into the workbook's memory of the sheet. */
  readonly writeAbout: () => Promise<void>;
  /** Takes the table for what we think it is, with the answers given; a row without an answer is what we guess. */
  readonly adopt: () => Promise<void>;
  /** Looks at the open sheet once more. */
  readonly lookAgain: () => Promise<void>;
}

/** @param afterWrite called once period or unit changed, within the same piece of work */
export function formActions(context: Context, afterWrite: () => Promise<void>): FormActions {
  const { store, hold } = context;

  const skipWelcome = () => {
    hold.choices.set("welcomed", "1");
    store.set({ welcome: false });
  };

  return {
    openPage: (page) =>
      store.set({
        tab: "form",
        page,
        importTrouble: undefined,
        ...(page !== "about" && { adoptAs: {} }),
        ...(page !== "carry" && { carry: undefined }),
        ...(page !== "learn" && { learning: undefined }),
      }),
    changeDraft: (change) => store.set({ draft: { ...store.get().draft, ...change } }),
    create: () =>
      run(context, "creating", async () => {
        const { draft, forms } = store.get();
        const form = forms.find(({ id }) => id === draft.formId);
        if (!form) return;
        const made = await addSheet(context, form, draft.period, draft.unit.normalize("NFC").trim(), () => []);
        keepDraft(context, draft);
        skipWelcome();
        store.set({ page: "overview" });
        say(context, { kind: "created", sheet: made.name, rows: form.indicators.length });
      }),
    createSample: () =>
      run(context, "creating", async () => {
        const [engine, { DIEN_BIEN, sampleEdits }] = await Promise.all([context.loadEngine(), import("../sample")]);
        const form = engine.forms().find(({ id }) => id === DIEN_BIEN.formId)!;
        const made = await addSheet(context, form, parsePeriod(DIEN_BIEN.period)!, DIEN_BIEN.unit, sampleEdits);
        skipWelcome();
        store.set({ page: "overview" });
        say(context, { kind: "sample-created", sheet: made.name });
      }),
    skipWelcome,
    answer: (row, code) => store.set({ answers: new Map([...store.get().answers, [row, code]]) }),
    changeAdoptAs: (change) => store.set({ adoptAs: { ...store.get().adoptAs, ...change } }),
    writeAbout: () =>
      run(context, "writing", async () => {
        const shown = store.get();
        const engine = await context.loadEngine();
        const sheet = await takeInShown(context);
        if (!sheet) return;
        const { adoption, snapshot } = sheet;
        const { period, unit } = aboutOf({ sheet, adoptAs: shown.adoptAs });
        const given = { period, unit: unit.normalize("NFC").trim() };
        if (adoption.kind !== "ours" && adoption.kind !== "adopted") {
          say(context, { kind: "sheet-changed" });
          return;
        }
        if (!isAbout(given)) return;
        const { name } = snapshot.sheet;
        // A sheet of ours whose property was lost is remembered like one that was adopted.
        const written =
          adoption.kind === "ours" && adoption.metadata
            ? { property: changedProperty(adoption.metadata, { sheet: name, ...given }) }
            : { memory: engine.adoptSheet(snapshot, currentMemory(sheet), adoption, given) };
        await writeUndoably(context, sheet, written);
        store.set({ adoptAs: {}, page: "overview" });
        await takeIn(context);
        say(context, { kind: "about-written" }, true);
        await afterWrite();
      }),
    adopt: () =>
      run(context, "writing", async () => {
        const shown = store.get();
        const engine = await context.loadEngine();
        const sheet = await takeInShown(context);
        if (!sheet) return;
        const { adoption, snapshot } = sheet;
        if (adoption.kind === "nothing" || adoption.kind === "unknown-form") {
          say(context, { kind: "no-table" });
          return;
        }
        if (!sameRows(doubtfulOf(shown.sheet), adoption.doubtful)) {
          say(context, { kind: "sheet-changed" });
          return;
        }
        const answers = new Map<number, string | null>(
          adoption.doubtful.map(({ row, guess }) => [row, answerOf(shown.answers, row, guess.code)]),
        );
        const memory = engine.adoptSheet(snapshot, currentMemory(sheet), adoption, { ...shown.adoptAs, answers });
        await writeUndoably(context, sheet, { memory });
        skipWelcome();
        store.set({ answers: new Map(), adoptAs: {} });
        const { adoption: now } = await takeIn(context);
        // What is recognised for certain after the answers, as the view counts it.
        const { recognised: found, total } = "recognised" in now ? now : adoption;
        say(context, { kind: "adopted", form: adoption.form.number, found, total }, true);
      }),
    lookAgain: () =>
      run(context, "reading", async () => {
        const { adoption } = await takeIn(context);
        if (adoption.kind === "nothing") say(context, { kind: "no-table" });
      }),
  };
}

/** Adds a form's sheet and shows it. */
export async function addSheet(
  context: Context,
  form: Form,
  period: Period,
  unit: string,
  editsFor: (layout: SheetLayout) => readonly CellEdit[],
): Promise<SheetInfo> {
  const engine = await context.loadEngine();
  const layout = engine.layoutForm(form, period, unit);
  const metadata = { sheet: layout.name, formId: form.id, version: form.version, period, unit };
  const made = await context.port.createSheet({
    layout,
    edits: editsFor(layout),
    properties: [metadataProperty(metadata, 0)],
  });
  context.hold.progress = "done";
  await takeIn(context);
  return made;
}

function keepDraft({ hold }: Context, { formId, period, unit }: Draft): void {
  hold.choices.set("form", formId);
  hold.choices.set("period", periodCode(period));
  hold.choices.set("unit", unit);
}

/** The answer that was given; null is one. */
export function answerOf(answers: PaneState["answers"], row: number, guess: string): string | null {
  const given = answers.get(row);
  return given === undefined ? guess : given;
}

/** Whether period and unit are given as sending needs them. */
export function isAbout(about: {
  readonly period: Period | undefined;
  readonly unit: string;
}): about is { readonly period: Period; readonly unit: string } {
  return about.period !== undefined && isReportable(about.period) && about.unit.trim() !== "";
}

/** Whether a period can be reported: its year was written as one. */
export function isReportable({ year }: Period): boolean {
  return Number.isInteger(year) && year >= 1990 && year <= 2099;
}
