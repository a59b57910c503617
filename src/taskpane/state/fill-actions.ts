/** Điền: filling the derived columns, in any of three ways. */

import type { FillPlan, Replaced } from "../../core/fill/fill";
import { changedProperty, filledProperty } from "../../core/form/metadata";
import type { DerivedRole } from "../../core/form/types";
import type { FillMode } from "../../core/table/binding";
import { placeOf } from "../../core/table/grid";
import { remember } from "../../core/workbook/memory";
import { run, say, type Context } from "./context";
import { currentMemory, takeIn, takeInShown } from "./reading";
import { derivedRoles } from "./selectors";
import type { SheetState } from "./types";
import { writeUndoably } from "./undo";

export interface FillActions {
  readonly chooseMode: (mode: FillMode) => void;
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
      const sheet = await (answer === undefined ? takeIn(context) : takeInShown(context));
      if (!sheet) return;
      const { plan, mode } = store.get().fill;
      if (!sheet.table || !plan) {
        store.set({ tab: "form" });
        say(context, { kind: "no-table" });
        return;
      }
      if (mustConfirm(sheet)) {
        store.set({ tab: "form" });
        return;
      }
      const asked = answer !== undefined && sameFigures(shown.plan?.replaced, plan.replaced);
      if (plan.replaced.length > 0 && !asked) {
        store.set({ tab: "fill", fill: { mode, plan, asking: true } });
        if (answer !== undefined) say(context, { kind: "sheet-changed" });
        return;
      }
      await writePlan(context, sheet, answer === "keep" ? keeping(plan) : plan, mode);
      store.set({ fill: { ...store.get().fill, asking: false } });
      await afterWrite();
    });

  return {
    chooseMode: (mode) => {
      context.hold.choices.set("mode", mode);
      const { table } = store.get().sheet ?? {};
      store.set({ fill: { mode, plan: undefined, asking: false } });
      void context.loadEngine().then((engine) => {
        if (store.get().fill.mode !== mode) return;
        store.set({ fill: { mode, plan: table && engine.planFill(table, mode), asking: false } });
      });
    },
    fill: () => fill(),
    fillAnswered: fill,
    leaveQuestion: () => store.set({ fill: { ...store.get().fill, asking: false } }),
  };
}

async function writePlan(context: Context, sheet: SheetState, plan: FillPlan, mode: FillMode): Promise<void> {
  if (plan.edits.length === 0) {
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
    edits: plan.edits,
    property,
    memory: remember(currentMemory(sheet), name, { filled: { mode, at } }),
  });
  await takeIn(context);
  const roles = derivedRoles(sheet);
  const count = (role: DerivedRole) => (roles.includes(role) ? plan.filled[role] : undefined);
  say(context, { kind: "filled", vsPlan: count("vsPlan"), vsSamePeriod: count("vsSamePeriod"), mode }, true);
}

function sameFigures(shown: readonly Replaced[] | undefined, now: readonly Replaced[]): boolean {
  const keys = (list: readonly Replaced[]) => list.map(({ at, from, to }) => `${at} ${from} ${to}`).join("\n");
  return shown !== undefined && keys(shown) === keys(now);
}

/** The plan without the cells whose typed figures it would replace. */
function keeping(plan: FillPlan): FillPlan {
  const kept = new Set(
    plan.replaced.map(({ at }) => {
      const place = placeOf(at);
      return `${place?.row},${place?.column}`;
    }),
  );
  const fewer = (role: Replaced["role"]) =>
    plan.filled[role] - plan.replaced.filter((one) => one.role === role && one.to !== "").length;
  return {
    ...plan,
    edits: plan.edits.filter(({ row, column }) => !kept.has(`${row},${column}`)),
    filled: { vsPlan: fewer("vsPlan"), vsSamePeriod: fewer("vsSamePeriod") },
    replaced: [],
  };
}
