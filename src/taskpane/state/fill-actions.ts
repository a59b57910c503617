/** Điền: filling the derived columns, in any of three ways. */

import { STATUS_WORDS } from "../../core/compare/assess";
import type { AssessmentPlan, ReplacedWord } from "../../core/fill/assessment";
import type { FillPlan, Replaced } from "../../core/fill/fill";
import { changedProperty, filledProperty } from "../../core/form/metadata";
import type { DerivedRole } from "../../core/form/types";
import type { FillMode } from "../../core/table/binding";
import { address, type CellEdit } from "../../core/table/grid";
import { remember } from "../../core/workbook/memory";
import { run, say, type Context } from "./context";
import { currentMemory, plansOf, takeIn, takeInShown } from "./reading";
import { derivedRoles, editsOf, replacedBy, willAssess } from "./selectors";
import type { FillState, SheetState } from "./types";
import { writeUndoably } from "./undo";

export interface FillActions {
  readonly chooseMode: (mode: FillMode) => void;
  /** Whether the column Đánh giá is filled, too. */
  readonly chooseAssess: (assess: boolean) => void;
  /** Fills; where figures typed by hand would be replaced, they are listed first and nothing is written. */
  readonly fill: () => Promise<void>;
  /** Fills after the question: replaces the typed figures that are listed, or keeps them. */
  readonly fillAnswered: (answer: "replace" | "keep") => Promise<void>;
  readonly leaveQuestion: () => void;
}

/** Whether rows of the sheet must be confirmed before its columns can be filled. */
export function mustConfirm({ adoption }: SheetState): boolean {
  return adoption.kind === "adoptable" && adoption.doubtful.length > 0;
}

/** @param afterWrite called once the sheet was filled, within the same piece of work */
export function fillActions(context: Context, afterWrite: () => Promise<void>): FillActions {
  const { store } = context;

  const fill = (answer?: "replace" | "keep") =>
    run(context, "filling", async () => {
      const shown = store.get().fill;
      const sheet = await takeInShown(context);
      if (!sheet) return;
      const now = store.get().fill;
      if (!sheet.table || !now.plan) {
        store.set({ tab: "form" });
        say(context, { kind: "no-table" });
        return;
      }
      if (mustConfirm(sheet)) {
        store.set({ tab: "form" });
        return;
      }
      const asked = answer !== undefined && sameReplaced(replacedBy(shown), replacedBy(now));
      if (replacedBy(now).length > 0 && !asked) {
        store.set({ tab: "fill", fill: { ...now, asking: true } });
        if (answer !== undefined) say(context, { kind: "sheet-changed" });
        return;
      }
      await writePlans(context, sheet, answer === "keep" ? keeping(now) : now);
      store.set({ fill: { ...store.get().fill, asking: false } });
      await afterWrite();
    });

  return {
    chooseMode: (mode) => {
      context.hold.choices.set("mode", mode);
      const { fill: before, sheet } = store.get();
      store.set({ fill: { ...before, mode, plan: undefined, assessment: undefined, asking: false } });
      void context.loadEngine().then((engine) => {
        const { fill: chosen } = store.get();
        if (chosen.mode !== mode) return;
        store.set({ fill: { ...chosen, ...plansOf(engine, sheet?.table, mode), asking: false } });
      });
    },
    chooseAssess: (assess) => {
      context.hold.choices.set("assess", assess ? "1" : "0");
      store.set({ fill: { ...store.get().fill, assess, asking: false } });
    },
    fill: () => fill(),
    fillAnswered: fill,
    leaveQuestion: () => store.set({ fill: { ...store.get().fill, asking: false } }),
  };
}

async function writePlans(context: Context, sheet: SheetState, fill: FillState): Promise<void> {
  const { mode, plan, assessment } = fill;
  const edits = editsOf(fill);
  if (!plan || edits.length === 0) {
    say(context, { kind: "nothing-to-fill" });
    return;
  }
  const { snapshot, adoption } = sheet;
  const { name } = snapshot.sheet;
  const property =
    adoption.kind === "ours" && adoption.metadata
      ? changedProperty(adoption.metadata, { sheet: name, filled: mode })
      : filledProperty(snapshot.properties, name, mode);
  const at = context.now().toISOString();
  await writeUndoably(context, sheet, {
    edits,
    added: willAssess(fill) ? (assessment?.added ?? []) : [],
    property,
    memory: remember(currentMemory(sheet), name, { filled: { mode, at } }),
  });
  await takeIn(context);
  const roles = derivedRoles(sheet);
  const count = (role: DerivedRole) => (roles.includes(role) ? plan.filled[role] : undefined);
  const assessed = willAssess(fill) ? assessment?.judged : undefined;
  say(context, { kind: "filled", vsPlan: count("vsPlan"), vsSamePeriod: count("vsSamePeriod"), assessed, mode }, true);
}

function sameReplaced(shown: readonly (Replaced | ReplacedWord)[], now: readonly (Replaced | ReplacedWord)[]): boolean {
  const keys = (list: readonly (Replaced | ReplacedWord)[]) =>
    list.map(({ at, from, to }) => `${at} ${from} ${to}`).join("\n");
  return keys(shown) === keys(now);
}

/** The plans without the cells whose typed content they would replace. */
function keeping(fill: FillState): FillState {
  const { plan, assessment } = fill;
  return {
    ...fill,
    plan: plan && keepingFigures(plan),
    assessment: assessment && keepingWords(assessment),
  };
}

function keepingFigures(plan: FillPlan): FillPlan {
  const fewer = (role: Replaced["role"]) =>
    plan.filled[role] - plan.replaced.filter((one) => one.role === role && one.to !== "").length;
  return {
    ...plan,
    edits: without(plan.edits, plan.replaced),
    filled: { vsPlan: fewer("vsPlan"), vsSamePeriod: fewer("vsSamePeriod") },
    replaced: [],
  };
}

function keepingWords(plan: AssessmentPlan): AssessmentPlan {
  const missing = plan.replaced.filter(({ to }) => to === STATUS_WORDS.noData).length;
  return {
    ...plan,
    edits: without(plan.edits, plan.replaced),
    judged: plan.judged - (plan.replaced.length - missing),
    missing: plan.missing - missing,
    replaced: [],
  };
}

function without(edits: readonly CellEdit[], cells: readonly { readonly at: string }[]): CellEdit[] {
  const kept = new Set(cells.map(({ at }) => at));
  return edits.filter(({ row, column }) => !kept.has(address(row, column)));
}
