/** A workbook that calculates, tells what changes and takes steps back. */

import { areaAddress, bounding, parseArea } from "./area";
import { createCalculatedCells, type CalculatedCells, type CalculatorMaker } from "./calculated-cells";
import { differences } from "./differences";
import { copyState, newSheet, newState, sheetById, sheetByName } from "./state";
import { type Shift } from "./references";
import { type ChangeSource, type Sheet, type WorkbookChange, type WorkbookListener, type WorkbookState } from "./types";

/** How many steps can be taken back, as in Excel. */
const MOST_UNDO_STEPS = 100;

/** Places of cells that all steps together may keep: each step is a copy of the workbook, of which only cells are shared. */
const MOST_UNDO_CELLS = 5_000_000;

/** The newest steps that there is room for; always the last one. */
function withinBounds(steps: readonly WorkbookState[]): WorkbookState[] {
  let room = MOST_UNDO_CELLS;
  const from = steps.findLastIndex((step, at) => {
    for (const { rows } of step.sheets) rows.forEach((cells) => (room -= cells.length));
    return at < steps.length - 1 && room < 0;
  });
  return steps.slice(Math.max(from + 1, steps.length - MOST_UNDO_STEPS));
}

export interface Workbook {
  readonly state: WorkbookState;
  /** The sheet with this id; undefined where it is gone. */
  readonly sheet: (id: string) => Sheet | undefined;
  readonly sheetNamed: (name: string) => Sheet | undefined;
  readonly activeSheet: () => Sheet;
  /** Calls back after every step, once per change, until the returned function is called. */
  readonly onChange: (listener: WorkbookListener) => () => void;
  /**
   * Does something as one step that undo takes back; a step within a step is part of it. When a user's step throws,
   * nothing of it stays; what an add-in did before its error stays, as in Excel.
   */
  readonly step: <T>(source: ChangeSource, run: () => T) => T;
  /** Takes the last step back. @returns false where there is none */
  readonly undo: () => boolean;
  readonly redo: () => boolean;
  readonly canUndo: () => boolean;
  readonly canRedo: () => boolean;
  /** Calculates what is stale. Within a step nobody else does. */
  readonly settle: () => void;
  readonly recalculateAll: () => void;
  /** Replaces everything, as opening a file does. Undo does not take it back. */
  readonly open: (state: WorkbookState) => void;
  readonly newId: (kind: string) => string;
  /** Calls back at once when cells move, within the step. */
  readonly onShift: (follow: (sheet: string, shift: Shift) => void) => void;
  /** For the operations of this folder. */
  readonly edit: EditContext;
}

/** What an operation on the state has to tell. All is called within a step. */
export interface EditContext extends Pick<CalculatedCells, "put" | "formulasMoved" | "sheetGone"> {
  /** Before the first change of a step. */
  readonly touch: () => void;
  /** Cells moved: ranges that somebody holds move along. */
  readonly shifted: (sheet: Sheet, shift: Shift) => void;
  /** Names or tables changed their meaning. */
  readonly meaningsChanged: () => void;
  readonly tell: (change: WorkbookChange) => void;
  readonly source: () => ChangeSource;
}

function boundingAddress(addresses: Iterable<string>): string {
  const areas = [...addresses].flatMap((address) => parseArea(address) ?? []);
  return areaAddress(areas.reduce(bounding));
}

/** Makes a workbook with one empty sheet. */
export function createWorkbook(makeCalculator: CalculatorMaker, firstSheet = "Sheet1"): Workbook {
  let idCount = 0;
  const newId = (kind: string): string => {
    idCount++;
    // Office.js and Excel give sheets GUIDs in braces; others are opaque too.
    return `{${kind.toUpperCase()}-${String(idCount).padStart(8, "0")}}`;
  };

  const first = newSheet(newId("sheet"), firstSheet);
  const state = newState(first);
  const listeners = new Set<WorkbookListener>();
  const followers = new Set<(sheet: string, shift: Shift) => void>();
  let undoSteps: WorkbookState[] = [];
  let redoSteps: WorkbookState[] = [];
  let depth = 0;
  let source: ChangeSource = "user";
  let before: WorkbookState | undefined;
  let told: WorkbookChange[] = [];
  /** The places of the looks that the last change stands for. */
  let looks = new Set<string>();
  const cells = createCalculatedCells(state, makeCalculator, (sheet, area) =>
    tell({ kind: "calculated", sheet, address: areaAddress(area), source }),
  );

  const tell = (change: WorkbookChange): void => {
    if (depth === 0) {
      listeners.forEach((listener) => listener(change));
      return;
    }
    const last = told.at(-1);
    const isMore = change.kind === "look" && last?.kind === "look" && last.sheet === change.sheet;
    if (!isMore) {
      joinLooks();
      told.push(change);
    }
    if (change.kind === "look") looks.add(change.address);
  };

  /** Many looks in a row are one: a thousand cells drawn one by one are not a thousand events. */
  const joinLooks = (): void => {
    const last = told.at(-1);
    if (last?.kind === "look" && looks.size > 1) told[told.length - 1] = { ...last, address: boundingAddress(looks) };
    looks = new Set();
  };

  /** Puts another state in place of this one; the objects of sheets that stay keep their identity. */
  const restore = (other: WorkbookState): void => {
    const sheets = other.sheets.map((sheet) => Object.assign(sheetById(state, sheet.id) ?? { ...sheet }, sheet));
    Object.assign(state, other, { sheets });
    cells.replaced();
    cells.settle();
  };

  const step = <T>(by: ChangeSource, run: () => T): T => {
    if (depth > 0) return run();
    depth++;
    source = by;
    before = undefined;
    try {
      return run();
    } catch (error) {
      if (by === "user" && before) {
        restore(before);
        before = undefined;
        told = [];
        looks = new Set();
      }
      throw error;
    } finally {
      cells.settle();
      depth--;
      if (before) {
        undoSteps = withinBounds([...undoSteps, before]);
        redoSteps = [];
        before = undefined;
      }
      joinLooks();
      const changes = told;
      told = [];
      for (const change of changes) listeners.forEach((listener) => listener(change));
    }
  };

  const goBack = (from: WorkbookState[], to: WorkbookState[]): boolean => {
    const last = from.pop();
    if (!last) return false;
    const current = copyState(state);
    to.push(current);
    restore(last);
    for (const change of differences(current, state)) tell(change);
    tell({ kind: "replaced", source: "user" });
    return true;
  };

  return {
    state,
    sheet: (id) => sheetById(state, id),
    sheetNamed: (name) => sheetByName(state, name),
    activeSheet: () => sheetById(state, state.activeSheet) ?? state.sheets[0]!,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    step,
    undo: () => goBack(undoSteps, redoSteps),
    redo: () => goBack(redoSteps, undoSteps),
    canUndo: () => undoSteps.length > 0,
    canRedo: () => redoSteps.length > 0,
    settle: cells.settle,
    recalculateAll: () => {
      cells.makeAllStale();
      if (depth === 0) step("user", () => undefined);
    },
    open: (other) => {
      undoSteps = [];
      redoSteps = [];
      restore(copyState(other));
      tell({ kind: "replaced", source: "user" });
    },
    newId,
    onShift: (follow) => followers.add(follow),
    edit: {
      touch: () => {
        if (depth === 0) throw new Error("A change outside of a step");
        before ??= copyState(state);
      },
      put: cells.put,
      formulasMoved: cells.formulasMoved,
      sheetGone: cells.sheetGone,
      shifted: (sheet, shift) => followers.forEach((follow) => follow(sheet.id, shift)),
      meaningsChanged: cells.makeAllStale,
      tell,
      source: () => source,
    },
  };
}
