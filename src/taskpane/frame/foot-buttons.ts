/** The one thing to do next on every view, and at most one other. */

import { writeInteger } from "../../core/number";
import type { FillMode } from "../../core/table/binding";
import { mustConfirm } from "../state/fill-actions";
import { isAbout, isReportable } from "../state/form-actions";
import type { Actions } from "../state/pane";
import { filledMode } from "../state/reading";
import {
  aboutOf,
  countsOf,
  derivedRoles,
  editsOf,
  isWord,
  replacedBy,
  saysAbout,
  sureFixes,
  willAssess,
} from "../state/selectors";
import type { PaneState, SheetState } from "../state/types";
import type { Texts } from "../texts/vi";

export interface FootButton {
  readonly label: string;
  readonly press: () => void;
  readonly disabled?: boolean;
}

/** The buttons of the view that is shown, the primary one first. */
export function footButtons(state: PaneState, actions: Actions, texts: Texts): readonly FootButton[] {
  if (state.stage === "starting") return [];
  if (!state.sheet) return [{ label: texts.retry, press: () => void actions.start() }];
  if (state.sheet.isSentCopy && state.tab !== "check" && state.tab !== "results") {
    return [verifyOpen(state, actions, texts)];
  }
  switch (state.tab) {
    case "form":
      return formButtons(state, state.sheet, actions, texts);
    case "fill":
      return fillButtons(state, state.sheet, actions, texts);
    case "check":
      return checkButtons(state, state.sheet, actions, texts);
    case "results":
      return state.sheet.table ? [nextStep(state, state.sheet, actions, texts, "results")] : [toForm(actions, texts)];
    case "submit":
      return submitButtons(state.sheet, actions, texts);
  }
}

const toForm = (actions: Actions, { foot }: Texts): FootButton => ({
  label: foot.chooseForm,
  press: () => actions.openTab("form"),
});

/** A copy that was sent is not worked in: it is verified. */
const verifyOpen = ({ tab }: PaneState, actions: Actions, { submit }: Texts): FootButton => ({
  label: submit.verifyOpen,
  press: () => {
    if (tab !== "submit") actions.openTab("submit");
    void actions.verifyOpen();
  },
});

function formButtons(state: PaneState, sheet: SheetState, actions: Actions, texts: Texts): readonly FootButton[] {
  const { page, welcome, answers } = state;
  if (page === "create") {
    const disabled = !isReportable(state.draft.period);
    return [{ label: texts.foot.create, press: () => void actions.create(), disabled }];
  }
  if (page === "carry") return carryButtons(state, actions, texts);
  if (page === "own") return [];
  if (page === "learn" && state.learning) {
    const rules = [...state.learning.decisions.values()].filter(Boolean).length;
    const label = rules > 0 ? texts.own.makeNow(written(rules)) : texts.own.makeWithout;
    return [{ label, press: () => void actions.makeOwnForm() }];
  }
  const { adoption } = sheet;
  if (welcome && adoption.kind === "nothing") {
    return [
      { label: texts.welcome.sample, press: () => void actions.createSample() },
      { label: texts.welcome.skip, press: actions.skipWelcome },
    ];
  }
  switch (adoption.kind) {
    case "nothing":
      return [{ label: texts.form.create, press: () => actions.openPage("create") }];
    case "unknown-form":
      return [nextStep(state, sheet, actions, texts)];
    case "ours":
      return knownButtons(state, sheet, actions, texts);
    case "adoptable":
    case "adopted": {
      const rows = adoption.doubtful.length;
      if (adoption.kind === "adopted" && rows === 0) return knownButtons(state, sheet, actions, texts);
      const { confirmAll, confirm, adopt } = texts.foot;
      const label = rows === 0 ? adopt(adoption.form.number) : answers.size > 0 ? confirm : confirmAll(written(rows));
      return [{ label, press: () => void actions.adopt() }];
    }
  }
}

/** Where period or unit are asked for they come first; nothing but sending waits for them. */
function knownButtons(state: PaneState, sheet: SheetState, actions: Actions, texts: Texts): readonly FootButton[] {
  const onPage = state.page === "about";
  if (saysAbout(sheet) && !onPage) return [nextStep(state, sheet, actions, texts)];
  const disabled = !isAbout(aboutOf(state));
  const write = { label: texts.foot.writeAbout, press: () => void actions.writeAbout(), disabled };
  return onPage ? [write] : [write, nextStep(state, sheet, actions, texts)];
}

function carryButtons({ carry }: PaneState, actions: Actions, { foot }: Texts): readonly FootButton[] {
  if (carry?.choice.kind !== "ready") return [];
  const { here } = carry.choice;
  const fresh = { label: foot.carryNew, press: () => void actions.carryIntoNew() };
  if (!here) return [fresh];
  const replaced = here.replaced.length;
  const label = replaced > 0 ? foot.carryReplace(written(replaced)) : foot.carryHere;
  return [{ label, press: () => void actions.carryHere() }, fresh];
}

function fillButtons(state: PaneState, sheet: SheetState, actions: Actions, texts: Texts): readonly FootButton[] {
  const { fill } = state;
  const { foot } = texts;
  if (!sheet.table) return [toForm(actions, texts)];
  if (mustConfirm(sheet)) return [{ label: foot.toForm, press: () => actions.openTab("form") }];
  // Some forms compare with nothing: the check is next.
  if (derivedRoles(sheet).length === 0 && !willAssess(fill)) return [nextStep(state, sheet, actions, texts)];
  if (fill.asking) {
    const replaced = replacedBy(fill);
    const [all, keep] = replaced.some(isWord) ? [foot.replaceCells, foot.keepCells] : [foot.replaceAll, foot.keep];
    return [
      { label: all(written(replaced.length)), press: () => void actions.fillAnswered("replace") },
      { label: keep, press: () => void actions.fillAnswered("keep") },
    ];
  }
  const before = filledMode(sheet);
  const disabled = sheet.snapshot.isProtected || editsOf(fill).length === 0;
  const button = { label: fillLabel(fill.mode, before, texts), press: () => void actions.fill(), disabled };
  // Filled as it was chosen: the check is next, and filling again stays at hand.
  if (before !== fill.mode || willAssess(fill)) return [button];
  const next = nextStep(state, sheet, actions, texts);
  return disabled ? [next] : [next, button];
}

function fillLabel(mode: FillMode, before: FillMode | undefined, { foot, fill }: Texts): string {
  if (mode === "values") return foot.freeze;
  if (before === undefined) return foot.fill;
  return before === mode ? foot.refill : foot.switchTo(fill.modes[mode].short);
}

function checkButtons(state: PaneState, sheet: SheetState, actions: Actions, texts: Texts): readonly FootButton[] {
  if (!sheet.table) return [toForm(actions, texts)];
  const { foot } = texts;
  const check = { label: state.check ? foot.recheck : foot.check, press: () => void actions.check() };
  const sure = sureFixes(state);
  if (sure.length === 0 || sheet.snapshot.isProtected || state.check?.stale) {
    const { error, warning } = countsOf(state);
    const isDone = state.check !== undefined && !state.check.stale && error + warning === 0;
    return isDone ? [nextStep(state, sheet, actions, texts), check] : [check];
  }
  return [check, { label: foot.fixSure(written(sure.length)), press: () => void actions.fix(sure) }];
}

function submitButtons(sheet: SheetState, actions: Actions, texts: Texts): readonly FootButton[] {
  if (!sheet.table) return [toForm(actions, texts)];
  if (mustConfirm(sheet)) return [{ label: texts.foot.toForm, press: () => actions.openTab("form") }];
  return [{ label: texts.submit.make, press: () => void actions.submit() }];
}

/** What to do with a Biểu that is known. */
function nextStep(
  state: PaneState,
  sheet: SheetState,
  actions: Actions,
  { foot }: Texts,
  from: "form" | "results" = "form",
): FootButton {
  const toBeFilled = derivedRoles(sheet).length > 0 && filledMode(sheet) === undefined;
  if (from === "form" && toBeFilled && sheet.adoption.kind !== "unknown-form") {
    return { label: foot.toFill, press: () => actions.openTab("fill") };
  }
  const { check } = state;
  if (!check || check.stale) {
    const press = () => {
      actions.openTab("check");
      void actions.check();
    };
    return { label: from === "results" ? foot.checkFirst : foot.toCheck, press };
  }
  const { error, warning } = countsOf(state);
  const press = () => actions.openTab("check");
  if (error > 0) return { label: foot.toErrors(written(error)), press };
  if (warning > 0) return { label: foot.toWarnings(written(warning)), press };
  if (from === "results") return { label: foot.toSubmit, press: () => actions.openTab("submit") };
  return { label: foot.toResults, press: () => actions.openTab("results") };
}

const written = (count: number) => writeInteger(count);
