/** The pane's state and everything that can be asked of it. */

import { parsePeriod, type Period } from "../../core/form/period";
import { placeOf } from "../../core/table/grid";
import { carryActions, type CarryActions } from "./carry-actions";
import { checkActions, type CheckActions } from "./check-actions";
import { forgetUnread, run, say, troubleCode, type Choices, type Context, type Surroundings } from "./context";
import { fillActions, type FillActions } from "./fill-actions";
import { follow, type Following } from "./following";
import { formActions, type FormActions } from "./form-actions";
import { ownActions, type OwnActions } from "./own-actions";
import { takeIn } from "./reading";
import { sentenceActions, type SentenceActions } from "./sentence-actions";
import { summaryActions, type SummaryActions } from "./summary-actions";
import { submitActions, type SubmitActions } from "./submit-actions";
import { NOTHING_RECENT } from "./recent";
import { createStore, type Store } from "./store";
import type { PaneState, TabName } from "./types";
import { undo } from "./undo";

export interface Actions
  extends
    FormActions,
    OwnActions,
    CarryActions,
    FillActions,
    SummaryActions,
    Omit<SentenceActions, "readSelection">,
    SubmitActions,
    Omit<CheckActions, "look" | "recheck" | "judge"> {
  /** Reads the open sheet for the first time, and follows the workbook from then on. */
  readonly start: () => Promise<void>;
  /** Stops following the workbook. */
  readonly end: () => void;
  /** Reads the open sheet again without a word: hosts lose events. */
  readonly lookAround: () => void;
  readonly openTab: (tab: TabName) => void;
  /** Shows a cell of the sheet; the keyboard stays in the pane. */
  readonly go: (cell: string) => void;
  readonly setLive: (on: boolean) => void;
  readonly copy: (text: string) => Promise<void>;
  readonly undo: () => Promise<void>;
  readonly dismiss: () => void;
}

export interface Pane {
  readonly store: Store<PaneState>;
  readonly actions: Actions;
}

const NO_CHOICES: Choices = { get: () => undefined, set: () => undefined };

/** A pane for the place it runs in. Nothing is read before {@link Actions.start}. */
export function createPane(surroundings: Surroundings): Pane {
  const store = createStore(initialState(surroundings));
  const context: Context = {
    ...surroundings,
    store,
    hold: {
      choices: NO_CHOICES,
      undo: undefined,
      beside: [],
      kept: new Map(),
      summaries: new Map(),
      recent: NOTHING_RECENT,
      progress: "nothing",
      turn: 0,
      changes: 0,
    },
  };
  const check = checkActions(context);
  /** After a write of ours: what the check found may no longer hold. */
  const again = async () => {
    const { live, check: before } = store.get();
    if (live) await check.recheck();
    else if (before) store.set({ check: { ...before, stale: true } });
  };
  let following: Following | undefined;
  const copy = async (text: string) => {
    try {
      await context.copy(text);
      say(context, { kind: "copied" });
    } catch {
      say(context, { kind: "copy-refused" });
    }
  };
  const { readSelection, ...sentences } = sentenceActions(context, copy);

  const actions: Actions = {
    ...formActions(context, again),
    ...ownActions(context, again),
    ...carryActions(context, again),
    ...fillActions(context, again),
    ...summaryActions(context),
    ...sentences,
    ...submitActions(context, check.judge),
    check: check.check,
    fix: check.fix,
    comment: check.comment,
    ignoreRule: check.ignoreRule,
    resetIgnored: check.resetIgnored,
    explain: check.explain,
    unexplain: check.unexplain,
    resetExplanations: check.resetExplanations,
    start: async () => {
      // Before the first reading, so that nothing happens unseen in between.
      following ??= follow(context, check.look, readSelection);
      await run(context, "reading", async () => {
        const reading = context.port.read();
        // It is waited for below; until then a failure is nobody's.
        reading.catch(() => undefined);
        const choices = await surroundings.openChoices();
        context.hold.choices = choices;
        store.set(remembered(choices, store.get()));
        const { adoption } = await takeIn(context, reading);
        store.set({ welcome: adoption.kind === "nothing" && choices.get("welcomed") === undefined });
      });
      store.set({ stage: "ready" });
    },
    end: () => following?.end(),
    lookAround: () => following?.look(),
    openTab: (tab) => {
      const { notice, sheet } = store.get();
      // Who works with a Biểu needs no greeting in the next workbook.
      if (sheet && sheet.adoption.kind !== "nothing") context.hold.choices.set("welcomed", "1");
      // What can be taken back stays until it is dismissed.
      store.set({ tab, ...(notice && !notice.undoable && { notice: undefined }) });
      if (tab === "results") void readSelection();
    },
    go: (cell) => {
      const { sheet } = store.get();
      const place = placeOf(cell);
      if (!sheet || !place) return;
      context.port.show(sheet.snapshot.sheet.id, place).then(
        () => forgetUnread(context),
        (error: unknown) => say(context, { kind: "trouble", code: troubleCode(error), during: "reading" }),
      );
    },
    setLive: (live) => {
      context.hold.choices.set("live", live ? "1" : "0");
      store.set({ live });
      if (live && store.get().check?.stale) following?.look();
    },
    copy,
    undo: () => undo(context, again),
    dismiss: () => store.set({ notice: undefined }),
  };
  return { store, actions };
}

function initialState({ now, hasFunctions, canDownload }: Surroundings): PaneState {
  return {
    stage: "starting",
    tab: "form",
    page: "overview",
    welcome: false,
    sheet: undefined,
    forms: [],
    answers: new Map(),
    draft: { formId: "PL02", period: lastPeriod(now()), unit: "" },
    adoptAs: {},
    carry: undefined,
    learning: undefined,
    chosen: undefined,
    importTrouble: undefined,
    fill: {
      mode: hasFunctions ? "functions" : "formulas",
      plan: undefined,
      assessment: undefined,
      assess: false,
      asking: false,
    },
    hasFunctions,
    canDownload,
    check: undefined,
    live: true,
    results: undefined,
    sentences: { section: undefined, selected: undefined, told: undefined },
    submit: { person: "", nameAsked: false, copy: undefined, verified: undefined },
    work: undefined,
    notice: undefined,
  };
}

/** The period that is most likely reported now: the last one that has ended or is about to. */
export function lastPeriod(now: Date): Period {
  const year = now.getFullYear();
  const month = now.getMonth() + 1;
  if (month <= 3) return { span: "year", year: year - 1 };
  if (month <= 8) return { span: "half", year };
  return month <= 10 ? { span: "nine", year } : { span: "year", year };
}

/** What was chosen the last time. */
function remembered(choices: Choices, { draft, submit }: PaneState): Partial<PaneState> {
  const period = parsePeriod(choices.get("period") ?? "");
  return {
    live: choices.get("live") !== "0",
    submit: { ...submit, person: choices.get("person") ?? submit.person },
    draft: {
      formId: choices.get("form") ?? draft.formId,
      period: period ?? draft.period,
      unit: choices.get("unit") ?? draft.unit,
    },
  };
}
