/** Reading the active sheet into the pane's state. */

import { memoryOf, memoryText, parseMemory, renameSheet, type WorkbookMemory } from "../../core/workbook/memory";
import { isSlipSheet } from "../../core/submit/slip-sheet";
import type { Adoption, DoubtfulRow } from "../../core/workbook/adopt";
import type { SheetSnapshot } from "../../core/workbook/port";
import type { Engine } from "../engine";
import type { AssessmentPlan } from "../../core/fill/assessment";
import type { FillMode } from "../../core/table/binding";
import type { FigureTable } from "../../core/table/figures";
import { say, type Context } from "./context";
import { keepCheck, keptCheckOf } from "./kept-checks";
import { replacedBy } from "./selectors";
import { withFingerprint } from "./sent";
import { tellingOf } from "./telling";
import type { FillState, PaneState, Results, SheetState } from "./types";

/**
 * What a snapshot is to us.
 *
 * @param before what is shown: of the same sheet all is taken over that no change touches, also by the checks that follow
 */
export function sheetStateOf(
  engine: Engine,
  snapshot: SheetSnapshot,
  { chosen, sheet: before }: Partial<Pick<PaneState, "chosen" | "sheet">> = {},
): SheetState {
  const { memory, damaged } = parseMemory(snapshot.memory);
  const known = engine.formsOf(memory);
  const part = chosen?.sheet === snapshot.sheet.id ? chosen.formId : undefined;
  const adoption = engine.recogniseSheet(snapshot, memory, known.forms, part);
  const remembered =
    memoryOf(memory, snapshot.sheet.name) ??
    memoryOf(memory, nameBefore(adoption, snapshot.sheet.name) ?? snapshot.sheet.name);
  return {
    snapshot,
    memory,
    memoryDamaged: damaged || known.damaged,
    isSentCopy: snapshot.sheets.some(({ name }) => isSlipSheet(name)),
    adoption,
    remembered,
    table:
      adoption.kind === "nothing"
        ? undefined
        : engine.readAgain(
            before?.snapshot.sheet.id === snapshot.sheet.id ? before.table : undefined,
            snapshot.grid,
            adoption.binding,
          ),
  };
}

/**
 * Reads the active sheet, in one round trip, and shows what it is.
 *
 * @param reading the reading, where it is under way already
 */
export async function takeIn(context: Context, reading = context.port.read()): Promise<SheetState> {
  const [engine, snapshot] = await Promise.all([context.loadEngine(), reading]);
  const before = context.store.get();
  const sheet = await withFingerprint(engine, sheetStateOf(engine, snapshot, before), before);
  showSheet(context, engine, sheet);
  return sheet;
}

/**
 * Reads again for something that the user decided by what is shown.
 *
 * @returns undefined, and says so, where another sheet is open by now: hosts lose events, and what was decided of one sheet
 * must not be done to another
 */
export async function takeInShown(context: Context): Promise<SheetState | undefined> {
  const shown = context.store.get().sheet?.snapshot.sheet.id;
  const sheet = await takeIn(context);
  if (shown === undefined || sheet.snapshot.sheet.id === shown) return sheet;
  say(context, { kind: "sheet-changed" });
  return undefined;
}

/** Shows a sheet that was read; what was of another sheet leaves the views. */
export function showSheet(context: Context, engine: Engine, sheet: SheetState): void {
  const { store } = context;
  const before = store.get();
  const same = before.sheet?.snapshot.sheet.id === sheet.snapshot.sheet.id;
  const mode = same ? before.fill.mode : (filledMode(sheet) ?? preferredMode(context));
  if (!same) keepCheck(context);
  const check = same ? undefined : keptCheckOf(context, sheet);
  const plans = plansOf(engine, sheet.table, mode);
  const fill = {
    mode,
    ...plans,
    asking: same && before.fill.asking,
    assess: same ? before.fill.assess : wantsAssessment(context, plans.assessment),
  };
  store.set({
    sheet,
    forms: engine.formsOf(sheet.memory).forms,
    fill: { ...fill, asking: fill.asking && replacedBy(fill).length > 0 },
    results: resultsOf(engine, sheet),
    sentences: sentencesOf(engine, sheet, before, same),
    ...(!same && { check, adoptAs: {}, chosen: undefined, learning: undefined }),
    // Answers are of rows; where those moved, they would be of others.
    ...(!(same && sameRows(doubtfulOf(before.sheet), doubtfulOf(sheet))) && { answers: new Map() }),
    // Making a new Biểu goes on, whichever sheet is looked at meanwhile.
    ...(!same && before.page !== "create" && { page: "overview", carry: undefined }),
  });
}

/** What is told, of the figures as they are now; of another sheet nothing that was asked of this one. */
function sentencesOf(
  engine: Engine,
  sheet: SheetState,
  { sentences, tab }: PaneState,
  same: boolean,
): PaneState["sentences"] {
  const asked = same ? sentences : { ...sentences, section: undefined };
  return { ...asked, told: tab === "results" ? tellingOf(engine, sheet, asked) : undefined };
}

/** How filling a table would go. */
export function plansOf(
  engine: Engine,
  table: FigureTable | undefined,
  mode: FillMode,
): Pick<FillState, "plan" | "assessment"> {
  return {
    plan: table && engine.planFill(table, mode),
    assessment: table && engine.planAssessment(table, mode),
  };
}

/** A column that is there is kept in step with the figures; else the user's last choice counts. */
function wantsAssessment({ hold }: Context, plan: AssessmentPlan | undefined): boolean {
  return plan?.columns.some(({ isNew }) => !isNew) === true || hold.choices.get("assess") === "1";
}

/** The rows that the user is asked about. */
export function doubtfulOf(sheet: SheetState | undefined): readonly DoubtfulRow[] {
  return sheet && "doubtful" in sheet.adoption ? sheet.adoption.doubtful : [];
}

/** Whether the rows that were shown are the rows that are asked for now. */
export function sameRows(shown: readonly DoubtfulRow[], now: readonly DoubtfulRow[]): boolean {
  const keys = (rows: readonly DoubtfulRow[]) => rows.map(({ row, label }) => `${row} ${label}`).join("\n");
  return keys(shown) === keys(now);
}

/** How a sheet is filled, where the workbook says it. */
export function filledMode({ adoption, remembered }: SheetState): FillMode | undefined {
  const own = adoption.kind === "ours" ? adoption.binding.filled : undefined;
  return own ?? remembered?.filled?.mode;
}

function preferredMode({ hold, hasFunctions }: Context): FillMode {
  const kept = hold.choices.get("mode");
  if (kept === "formulas" || (kept === "functions" && hasFunctions)) return kept;
  return hasFunctions ? "functions" : "formulas";
}

function resultsOf(engine: Engine, { table }: SheetState): Results | undefined {
  if (!table?.binding.form) return undefined;
  const assessments = engine.assessTable(table);
  return { assessments, sections: engine.countBySection(assessments, table) };
}

/** The name under which a sheet that was renamed is remembered. */
function nameBefore(adoption: Adoption, name: string): string | undefined {
  if (adoption.kind === "adopted") return adoption.renamedFrom;
  const before = adoption.kind === "ours" ? adoption.metadata?.sheet : undefined;
  return before === name ? undefined : before;
}

/** What the workbook remembers, under the names that its sheets have now. */
export function currentMemory({ adoption, memory, snapshot }: SheetState): WorkbookMemory {
  const from = nameBefore(adoption, snapshot.sheet.name);
  return from === undefined ? memory : renameSheet(memory, from, snapshot.sheet.name);
}

/** The state after the workbook's memory was written, without reading again. */
export function withMemory(sheet: SheetState, memory: WorkbookMemory): SheetState {
  return {
    ...sheet,
    memory,
    memoryDamaged: false,
    remembered: memoryOf(memory, sheet.snapshot.sheet.name),
    snapshot: { ...sheet.snapshot, memory: memoryText(memory) },
  };
}
