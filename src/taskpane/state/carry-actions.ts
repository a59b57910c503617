/** Chuyển từ kỳ trước: the actuals of last year's file become the same-period figures of a Biểu. */

import { samePeriodLastYear, type Period } from "../../core/form/period";
import type { FigureTable } from "../../core/table/figures";
import { WorkbookError } from "../../xlsx/error";
import type { Engine } from "../engine";
import { run, say, type Context } from "./context";
import { addSheet } from "./form-actions";
import { takeIn } from "./reading";
import { formOf, periodOf, unitOf } from "./selectors";
import type { CarryState, HereState, SheetState } from "./types";
import { writeUndoably } from "./undo";

export interface CarryActions {
  /** Reads last year's file and shows what carrying it over would do. */
  readonly openOldFile: (file: { readonly name: string; readonly bytes: () => Promise<ArrayBuffer> }) => Promise<void>;
  /** Carries over into the open sheet, as was shown. */
  readonly carryHere: () => Promise<void>;
  /** Makes next year's Biểu with the figures in it. */
  readonly carryIntoNew: () => Promise<void>;
}

export function carryActions(context: Context, afterWrite: () => Promise<void>): CarryActions {
  const { store } = context;
  /** The table of the file that is shown. */
  let source: FigureTable | undefined;

  const done = () => {
    source = undefined;
    store.set({ page: "overview", carry: undefined });
  };

  return {
    openOldFile: ({ name, bytes }) =>
      run(context, "opening-file", async () => {
        source = undefined;
        store.set({ carry: undefined });
        try {
          const [engine, { tablesIn }, content] = await Promise.all([
            context.loadEngine(),
            import("../old-file"),
            bytes(),
          ]);
          const tables = await tablesIn(new Uint8Array(content), store.get().forms);
          const { sheet } = store.get();
          source = tables.find(({ binding }) => binding.form?.id === formOf(sheet)?.id) ?? tables[0];
          store.set({ carry: { fileName: name, choice: choiceOf(engine, source, sheet) } });
        } catch (error) {
          if (error instanceof WorkbookError) {
            say(context, { kind: "file-trouble", reason: error.reason, message: error.message });
          } else say(context, { kind: "file-unreadable" });
        }
      }),
    carryHere: () =>
      run(context, "writing", async () => {
        const shown = hereOf(store.get().carry);
        const engine = await context.loadEngine();
        const sheet = await takeIn(context);
        const plan = source && planHere(engine, source, sheet);
        const now = plan && hereState(sheet, plan);
        const { carry } = store.get();
        if (!plan || !now || !sameReplaced(shown, now)) {
          if (carry && source) store.set({ carry: { ...carry, choice: choiceOf(engine, source, sheet) } });
          say(context, { kind: "sheet-changed" });
          return;
        }
        await writeUndoably(context, sheet, { edits: plan.edits });
        done();
        await takeIn(context);
        say(context, { kind: "carried", figures: plan.edits.length, left: plan.left.length }, true);
        await afterWrite();
      }),
    carryIntoNew: () =>
      run(context, "creating", async () => {
        const form = source?.binding.form;
        if (!source || !form) return;
        const engine = await context.loadEngine();
        const old = source;
        const period = nextPeriod(old) ?? store.get().draft.period;
        const unit = old.binding.unit || unitOf(store.get().sheet) || store.get().draft.unit;
        let counted = { figures: 0, left: 0 };
        await addSheet(context, form, period, unit, ({ rowOf, columns }) => {
          const carried = engine.carryOver(old, { form, period, rowOf, columns });
          if (carried.kind !== "ready") return [];
          counted = { figures: carried.edits.length, left: carried.left.length };
          return carried.edits;
        });
        done();
        say(context, { kind: "carried", ...counted });
      }),
  };
}

/** The period of the Biểu that follows a file's: the same one year later. */
function nextPeriod({ binding: { period } }: FigureTable): Period | undefined {
  return period && { ...period, year: period.year + 1 };
}

function choiceOf(
  engine: Engine,
  source: FigureTable | undefined,
  sheet: SheetState | undefined,
): CarryState["choice"] {
  const form = source?.binding.form;
  if (!source || !form) return { kind: "no-form" };
  const period = nextPeriod(source);
  const { rowOf, columns } = engine.layoutForm(form, period ?? samePeriodLastYear({ span: "year", year: 2000 }), "");
  const fresh = engine.carryOver(source, { form, ...(period && { period }), rowOf, columns });
  if (fresh.kind !== "ready") return { kind: "no-column", formId: form.id };
  const here = sheet && planHere(engine, source, sheet);
  return {
    kind: "ready",
    formId: form.id,
    from: source.binding.period,
    figures: fresh.edits.length,
    left: fresh.left,
    here: sheet && here && hereState(sheet, here),
  };
}

type Plan = Extract<ReturnType<Engine["carryOver"]>, { readonly kind: "ready" }>;

/** Carrying over into the open sheet; undefined where it is no Biểu of this form, or not of the year after. */
function planHere(engine: Engine, source: FigureTable, sheet: SheetState): Plan | undefined {
  const { adoption, snapshot } = sheet;
  if (adoption.kind !== "ours" && adoption.kind !== "adopted") return undefined;
  if (adoption.form.id !== source.binding.form?.id) return undefined;
  const period = periodOf(sheet);
  const plan = engine.carryOver(source, {
    form: adoption.form,
    ...(period && { period }),
    rowOf: new Map(adoption.binding.rows.map(({ code, row }) => [code, row])),
    columns: adoption.binding.columns,
    grid: snapshot.grid,
  });
  return plan.kind === "ready" && plan.edits.length > 0 ? plan : undefined;
}

function hereState({ snapshot }: SheetState, { edits, replaced, periodKnown }: Plan): HereState {
  return { sheet: snapshot.sheet.name, figures: edits.length, replaced, periodKnown };
}

const hereOf = (carry: CarryState | undefined) => (carry?.choice.kind === "ready" ? carry.choice.here : undefined);

function sameReplaced(shown: HereState | undefined, now: HereState): boolean {
  const text = (state: HereState) => JSON.stringify(state);
  return shown !== undefined && text(shown) === text(now);
}
