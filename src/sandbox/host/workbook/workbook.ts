/** A workbook that calculates, tells what changes and takes steps back. */

import { type CalcCells, type CalcChange, type CalcPlace, type Calculator } from "../calc/types";
import { type Area, WHOLE_SHEET, areaAddress, bounding, cellArea, parseArea } from "./area";
import { differences } from "./differences";
import { cellAt, copyState, eachCell, newSheet, newState, sheetById, sheetByName, styleAt, valueAt } from "./state";
import { type Shift } from "./references";
import {
  type Cell,
  type ChangeSource,
  type Sheet,
  type WorkbookChange,
  type WorkbookListener,
  type WorkbookState,
} from "./types";

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
export interface EditContext {
  /** Before the first change of a step. */
  readonly touch: () => void;
  /** Puts a cell in its place, and its formula into the calculation. */
  readonly put: (sheet: Sheet, row: number, column: number, cell: Cell | undefined) => void;
  /** The formulas of a sheet are no longer where they were. */
  readonly formulasMoved: (sheet: Sheet) => void;
  readonly sheetGone: (sheet: Sheet) => void;
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

export type CalculatorMaker = (cells: CalcCells) => Calculator;

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
  let stale: CalcPlace[] = [];
  let allStale = false;

  const tableNamed = (name: string) => {
    for (const sheet of state.sheets) {
      const table = sheet.tables.find((one) => one.name.toLowerCase() === name.toLowerCase());
      if (!table) continue;
      const headers: string[] = [];
      for (let column = table.area.left; column <= table.area.right; column++) {
        const value = table.showHeaders ? valueAt(sheet, table.area.top, column) : null;
        headers.push(typeof value === "object" ? "" : String(value));
      }
      return { sheet: sheet.id, ...table.area, headers };
    }
    return undefined;
  };

  const calculator = makeCalculator({
    value: (id, row, column) => {
      const sheet = sheetById(state, id);
      return sheet ? valueAt(sheet, row, column) : { error: "#REF!" };
    },
    sheetNamed: (name) => sheetByName(state, name)?.id,
    name: (name, id) => {
      const wanted = name.toLowerCase();
      const isIt = (item: { readonly name: string }) => item.name.toLowerCase() === wanted;
      return (sheetById(state, id)?.names.find(isIt) ?? state.names.find(isIt))?.formula;
    },
    extent: (id) => {
      const rows = sheetById(state, id)?.rows ?? [];
      let columns = 0;
      rows.forEach((cells) => (columns = Math.max(columns, cells.length)));
      return { rows: rows.length, columns };
    },
    table: tableNamed,
  });

  const write = (sheet: Sheet, row: number, column: number, cell: Cell | undefined): void => {
    const cells = (sheet.rows[row] ??= []);
    if (cell) cells[column] = cell;
    else if (column < cells.length) cells[column] = undefined;
  };

  /** Takes away what a formula spilled into other cells. */
  const unspill = (sheet: Sheet, row: number, column: number): void => {
    eachCell(sheet, { ...WHOLE_SHEET, top: row, left: column }, (cell, atRow, atColumn) => {
      const from = cell.spilledFrom;
      if (from?.row === row && from.column === column) {
        write(sheet, atRow, atColumn, { value: null, style: cell.style });
        stale.push({ sheet: sheet.id, row: atRow, column: atColumn });
      }
    });
  };

  /** Formulas that fill more cells than their own. */
  const spills = new Set<string>();
  /** Formulas that would, but found the cells taken. */
  const blocked = new Map<string, CalcPlace>();
  const spillKey = (place: CalcPlace) => `${place.sheet} ${place.row} ${place.column}`;

  const lookAgain = ({ sheet: id, row, column }: CalcPlace): void => {
    const sheet = sheetById(state, id);
    const formula = sheet && cellAt(sheet, row, column)?.formula;
    if (formula !== undefined) calculator.setFormula(id, row, column, formula);
    stale.push({ sheet: id, row, column });
  };

  const put: EditContext["put"] = (sheet, row, column, cell) => {
    const old = cellAt(sheet, row, column);
    write(sheet, row, column, cell);
    const place = { sheet: sheet.id, row, column };
    // The same formula entered once more is calculated once more: it came without its value.
    const isEntered = cell?.formula !== undefined && old?.value !== cell.value;
    if (old?.formula !== cell?.formula || isEntered) {
      calculator.setFormula(sheet.id, row, column, cell?.formula);
      if (spills.delete(spillKey(place))) unspill(sheet, row, column);
    }
    if (old?.value !== cell?.value || old?.formula !== cell?.formula) {
      stale.push(place);
      // Formulas that spilled here, or found no room, have to look again.
      if (old?.spilledFrom) lookAgain({ sheet: sheet.id, ...old.spilledFrom });
      for (const waiting of blocked.values()) lookAgain(waiting);
    }
  };

  const takeIn = (changes: readonly CalcChange[]): CalcPlace[] => {
    const more: CalcPlace[] = [];
    const areas = new Map<string, Area>();
    for (const change of changes) {
      const sheet = sheetById(state, change.sheet);
      const cell = sheet && cellAt(sheet, change.row, change.column);
      if (!sheet || cell?.formula === undefined) continue;
      const here = cellArea(change.row, change.column);
      const area = areas.get(sheet.id);
      areas.set(sheet.id, area ? bounding(area, here) : here);
      const key = spillKey(change);
      if (spills.delete(key)) unspill(sheet, change.row, change.column);
      blocked.delete(key);
      let value = change.value;
      if (change.spill) {
        const room = change.spill.every((line, down) =>
          line.every((_, across) => {
            const target = cellAt(sheet, change.row + down, change.column + across);
            return (down === 0 && across === 0) || !target || (target.value === null && target.formula === undefined);
          }),
        );
        if (room) {
          spills.add(key);
          change.spill.forEach((line, down) =>
            line.forEach((spilled, across) => {
              if (down === 0 && across === 0) return;
              const [row, column] = [change.row + down, change.column + across];
              const spilledFrom = { row: change.row, column: change.column };
              // A blank within a spilled array shows as 0, as in Excel.
              write(sheet, row, column, { value: spilled ?? 0, spilledFrom, style: styleAt(sheet, row, column) });
              more.push({ sheet: sheet.id, row, column });
            }),
          );
        } else {
          value = { error: "#SPILL!" };
          blocked.set(key, { sheet: sheet.id, row: change.row, column: change.column });
        }
      }
      if (value !== change.value) more.push(change);
      // A formula never comes to nothing: a reference to a blank cell is 0.
      write(sheet, change.row, change.column, { ...cell, value: value ?? 0 });
    }
    for (const [sheet, area] of areas) tell({ kind: "calculated", sheet, address: areaAddress(area), source });
    return more;
  };

  const settle = (): void => {
    // Cells that arrays spill into feed other formulas, hence a few rounds; a workbook that never settles is left.
    for (let round = 0; round < 10 && (allStale || stale.length > 0); round++) {
      const changed = stale;
      const all = allStale;
      stale = [];
      allStale = false;
      const more = takeIn(all ? calculator.recalculateAll() : calculator.recalculate(changed));
      stale.push(...more);
    }
    stale = [];
  };

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

  const registerFormulas = (sheet: Sheet): void => {
    calculator.forgetSheet(sheet.id);
    eachCell(sheet, WHOLE_SHEET, (cell, row, column) => {
      if (cell.formula !== undefined) calculator.setFormula(sheet.id, row, column, cell.formula);
    });
  };

  /** Puts another state in place of this one; the objects of sheets that stay keep their identity. */
  const restore = (other: WorkbookState): void => {
    const sheets = other.sheets.map((sheet) => Object.assign(sheetById(state, sheet.id) ?? { ...sheet }, sheet));
    Object.assign(state, other, { sheets });
    calculator.clear();
    spills.clear();
    blocked.clear();
    for (const sheet of state.sheets) {
      registerFormulas(sheet);
      eachCell(sheet, WHOLE_SHEET, ({ spilledFrom }) => {
        if (spilledFrom) spills.add(spillKey({ sheet: sheet.id, ...spilledFrom }));
      });
    }
    allStale = true;
    settle();
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
      settle();
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
    settle,
    recalculateAll: () => {
      allStale = true;
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
      put,
      formulasMoved: (sheet) => {
        registerFormulas(sheet);
        allStale = true;
      },
      sheetGone: (sheet) => {
        calculator.forgetSheet(sheet.id);
        allStale = true;
      },
      shifted: (sheet, shift) => followers.forEach((follow) => follow(sheet.id, shift)),
      meaningsChanged: () => {
        allStale = true;
      },
      tell,
      source: () => source,
    },
  };
}
