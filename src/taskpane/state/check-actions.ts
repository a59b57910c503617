/** Kiểm tra: checking the sheet, marking its cells, mending what is sure, ignoring rules. */

import {
  explainedBy,
  explainFindings,
  isExplainable,
  withExplanation,
  withoutExplanation,
  type Explanation,
} from "../../core/check/explanations";
import type { CheckResult, Finding, RuleId } from "../../core/check/finding";
import { address, placeOf, type CellEdit } from "../../core/table/grid";
import {
  explanationsOf,
  ignoreRule,
  remember,
  resetIgnored,
  setExplanations,
  type WorkbookMemory,
} from "../../core/workbook/memory";
import type { CellMark, SheetSnapshot } from "../../core/workbook/port";
import { readBeside, withBeside } from "./beside";
import { run, say, type Context, type Working } from "./context";
import { countLevels } from "../check/items";
import { sortFindings } from "./selectors";
import { withFingerprint } from "./sent";
import { currentMemory, filledMode, showSheet, sheetStateOf, takeIn, takeInShown, withMemory } from "./reading";
import { runInSlices } from "./slices";
import type { Happened, SheetState } from "./types";
import { writeUndoably } from "./undo";

export interface CheckActions {
  /** Reads the sheet again and checks all of it. */
  readonly check: () => Promise<void>;
  /**
   * Reads the sheet again without a word, and checks it again where the user follows changes; gives way to anything that
   * the user starts.
   *
   * @returns false where it was overtaken, so that there is still something to look at
   */
  readonly look: () => Promise<boolean>;
  /** Checks again within another piece of work, where the sheet was checked before. */
  readonly recheck: () => Promise<void>;
  /** Checks a sheet that was just read within another piece of work, and shows the result; undefined where it was stopped. */
  readonly judge: (sheet: SheetState, working: Working) => Promise<CheckResult | undefined>;
  readonly fix: (findings: readonly Finding[]) => Promise<void>;
  readonly comment: (finding: Finding, text: string) => Promise<void>;
  /** @param title of the rule, for the message */
  readonly ignoreRule: (rule: RuleId, title: string) => Promise<void>;
  readonly resetIgnored: () => Promise<void>;
  /** Gives a reason for warnings, as long as their figures are those that were shown. */
  readonly explain: (findings: readonly Finding[], text: string) => Promise<void>;
  /** Takes a reason back. */
  readonly unexplain: (finding: Finding) => Promise<void>;
  /** Takes back all reasons that were given on the sheet. */
  readonly resetExplanations: () => Promise<void>;
}

interface ExplanationChange {
  readonly explanations: readonly Explanation[];
  readonly what: Happened;
}

const SILENT: Working = { progress: () => undefined, stopped: () => false };

export function checkActions(context: Context): CheckActions {
  const { store, port, hold } = context;
  let looks = 0;
  /** The marks of each sheet as they stand, so that the workbook is left alone while they stay the same. */
  const marked = new Map<string, string>();

  const resultOf = async (sheet: SheetState, { progress, stopped }: Working): Promise<CheckResult | undefined> => {
    const engine = await context.loadEngine();
    const recent = new Set(hold.recent.sheet === sheet.snapshot.sheet.id ? hold.recent.cells : []);
    const result = sheet.table && (await runInSlices(engine.checkInSteps(sheet.table, { recent }), progress, stopped));
    return result && withBeside(engine, sheet, result, hold.beside);
  };

  const showResult = async (sheet: SheetState, result: CheckResult, stale = false) => {
    store.set({ check: { result, at: context.now(), stale } });
    // The list is there; where the marks fail, that is no failure of the check.
    if (hold.progress === "nothing") hold.progress = "done";
    await mark(sheet, result);
  };

  /** A locked sheet takes no marks; that it is locked is said in the view. */
  const mark = async (sheet: SheetState, result: CheckResult) => {
    const { snapshot } = sheet;
    if (snapshot.isProtected) return;
    const marks = marksOf(sortFindings(sheet, result).open);
    const text = JSON.stringify(marks);
    if (marked.get(snapshot.sheet.id) === text) return;
    await port.mark(snapshot.sheet.id, marks);
    marked.set(snapshot.sheet.id, text);
  };

  const rememberCheck = async (sheet: SheetState, result: CheckResult) => {
    const counts = countLevels(sortFindings(sheet, result).open);
    const checked = {
      at: context.now().toISOString(),
      errors: counts.error,
      warnings: counts.warning,
      hints: counts.hint,
    };
    await writeMemory(sheet, remember(currentMemory(sheet), sheet.snapshot.sheet.name, { checked }));
  };

  const writeMemory = async (sheet: SheetState, memory: WorkbookMemory) => {
    const after = withMemory(sheet, memory);
    await port.write({ sheet: sheet.snapshot.sheet.id, edits: [], memory: after.snapshot.memory ?? "" });
    store.set({ sheet: after });
  };

  const recheck = async () => {
    const { sheet, check } = store.get();
    if (!sheet || !check) return;
    const result = await resultOf(sheet, SILENT);
    if (result) await showResult(sheet, result);
  };

  const changeIgnored = (change: (memory: WorkbookMemory, sheet: string) => WorkbookMemory, title?: string) =>
    run(context, "writing", async () => {
      const sheet = await takeInShown(context);
      if (!sheet) return;
      const memory = change(currentMemory(sheet), sheet.snapshot.sheet.name);
      await writeUndoably(context, sheet, { memory });
      const after = withMemory(sheet, memory);
      store.set({ sheet: after });
      const { check } = store.get();
      if (check) await mark(after, check.result);
      say(context, title ? { kind: "rule-ignored", title } : { kind: "ignored-reset" }, true);
    });

  /** Changes the reasons given on the sheet that is shown, checked afresh, in one write; undefined leaves them. */
  const changeExplanations = (
    change: (sheet: SheetState, result: CheckResult, given: readonly Explanation[]) => ExplanationChange | undefined,
  ) =>
    run(context, "writing", async () => {
      const sheet = await takeInShown(context);
      const result = sheet && (await resultOf(sheet, SILENT));
      if (!result) return;
      const { name } = sheet.snapshot.sheet;
      const before = currentMemory(sheet);
      const changed = change(sheet, result, explanationsOf(before, name));
      if (!changed) {
        await showResult(sheet, result);
        say(context, { kind: "sheet-changed" });
        return;
      }
      const memory = setExplanations(before, name, changed.explanations);
      await writeUndoably(context, sheet, { memory });
      const after = withMemory(sheet, memory);
      store.set({ sheet: after });
      await showResult(after, result);
      say(context, changed.what, true);
    });

  const explain: CheckActions["explain"] = (findings, text) => {
    const shown = store.get().sheet?.table;
    return changeExplanations((sheet, result, given) => {
      const { table } = sheet;
      if (!table || !shown) return undefined;
      const figures = new Set(findings.map((finding) => JSON.stringify(explainedBy(finding, shown))));
      const now = result.findings.filter(
        (finding) => isExplainable(finding) && figures.has(JSON.stringify(explainedBy(finding, table))),
      );
      if (now.length === 0) return undefined;
      const { stale } = explainFindings(result, table, given);
      const at = context.now().toISOString();
      const explanations = now.reduce<readonly Explanation[]>(
        (before, finding) => withExplanation(before, finding, table, { text, at, stale }),
        given,
      );
      return { explanations, what: { kind: "explained", count: now.length } };
    });
  };

  const unexplain: CheckActions["unexplain"] = (finding) => {
    const shown = store.get().sheet?.table;
    return changeExplanations((_sheet, _result, given) => {
      const explanations = shown ? withoutExplanation(given, finding, shown) : given;
      return explanations.length < given.length ? { explanations, what: { kind: "unexplained" } } : undefined;
    });
  };

  return {
    explain,
    unexplain,
    resetExplanations: () =>
      changeExplanations((_sheet, _result, given) => ({
        explanations: [],
        what: { kind: "explanations-reset", count: given.length },
      })),
    check: () =>
      run(
        context,
        "checking",
        async (working) => {
          working.progress(0);
          const { changes } = hold;
          const sheet = await takeIn(context);
          // Marks may have been cleared with the formats of the cells.
          marked.delete(sheet.snapshot.sheet.id);
          if (!sheet.table) {
            store.set({ tab: "form" });
            say(context, { kind: "no-table" });
            return;
          }
          hold.beside = await readBeside(context, sheet);
          const result = await resultOf(sheet, working);
          if (!result) {
            say(context, { kind: "stopped" });
            return;
          }
          await showResult(sheet, result, hold.changes !== changes);
          await rememberCheck(sheet, result);
        },
        { stoppable: true },
      ),
    look: async () => {
      const { turn } = hold;
      looks += 1;
      const own = looks;
      const overtaken = () => hold.turn !== turn || store.get().work !== undefined || looks !== own;
      const [engine, snapshot] = await Promise.all([context.loadEngine(), port.read()]);
      if (overtaken()) return looks !== own;
      const before = store.get();
      const same = before.sheet?.snapshot.sheet.id === snapshot.sheet.id;
      const follows = before.live && same && before.check !== undefined;
      const sheet = await withFingerprint(engine, sheetStateOf(engine, snapshot, before), before);
      if (overtaken()) return looks !== own;
      showSheet(context, engine, sheet);
      forgetUndoOf(context, snapshot);
      if (!follows) return true;
      const result = await resultOf(sheet, { ...SILENT, stopped: overtaken });
      if (overtaken()) return looks !== own;
      if (result) await showResult(sheet, result);
      return true;
    },
    recheck,
    judge: async (sheet, working) => {
      const { changes } = hold;
      const result = await resultOf(sheet, working);
      if (result) await showResult(sheet, result, hold.changes !== changes);
      return result;
    },
    fix: (findings) =>
      run(context, "writing", async () => {
        const sheet = await takeInShown(context);
        if (!sheet) return;
        const now = await resultOf(sheet, SILENT);
        const mended = findings.flatMap((finding) => now?.findings.find((one) => isSame(one, finding)) ?? []);
        const edits = await editsFor(context, sheet, mended);
        if (edits.length === 0) {
          if (now) await showResult(sheet, now);
          say(context, { kind: "nothing-to-fix" });
          return;
        }
        await writeUndoably(context, sheet, { edits });
        await takeIn(context);
        await recheck();
        say(context, { kind: "fixed", cells: edits.length, skipped: findings.length - edits.length }, true);
      }),
    comment: (finding, text) =>
      run(context, "writing", async () => {
        const { sheet } = store.get();
        if (!sheet) return;
        await port.comment(sheet.snapshot.sheet.id, finding, text);
        say(context, { kind: "commented", cell: finding.cell });
      }),
    ignoreRule: (rule, title) => changeIgnored((memory, sheet) => ignoreRule(memory, sheet, rule), title),
    resetIgnored: () => changeIgnored(resetIgnored),
  };
}

/** What was written into a sheet that is gone can't be taken back, and is no news any more. */
function forgetUndoOf({ hold, store }: Context, { sheets }: SheetSnapshot): void {
  const { undo } = hold;
  if (!undo || sheets.some(({ id }) => id === undo.sheet)) return;
  hold.undo = undefined;
  if (store.get().notice?.undoable) store.set({ notice: undefined });
}

/** The sure changes of findings; in a column that holds formulas, a cell gets its formula and not only its value. */
async function editsFor(context: Context, sheet: SheetState, findings: readonly Finding[]): Promise<CellEdit[]> {
  const mode = filledMode(sheet);
  const engine = await context.loadEngine();
  const plan = sheet.table && mode && mode !== "values" ? engine.planFill(sheet.table, mode).edits : [];
  const formulas = new Map(plan.map((edit) => [address(edit.row, edit.column), edit]));
  return findings.flatMap(({ edit, cell }) => (edit && formulas.get(cell)) ?? edit ?? []);
}

/**
 * Whether a fresh finding says what an earlier one said: of the same row by its Mã số, wherever the row is now, with the
 * same figures. Rows without a Mã số are the same where they stand at the same place.
 */
function isSame(now: Finding, before: Finding): boolean {
  return (
    now.rule === before.rule &&
    now.code === before.code &&
    now.measure === before.measure &&
    now.role === before.role &&
    now.stated === before.stated &&
    now.expected === before.expected &&
    (now.code !== undefined || now.cell === before.cell)
  );
}

function marksOf(findings: readonly Finding[]): CellMark[] {
  return findings.flatMap(({ cell, level }): CellMark[] => {
    const place = placeOf(cell);
    return place ? [{ ...place, level }] : [];
  });
}
