/** The cells of a workbook together with what their formulas come to, arrays that spill included. */

import { type CalcCells, type CalcChange, type CalcMatrix, type CalcPlace, type Calculator } from "../calc/types";
import { type Area, WHOLE_SHEET, bounding, cellArea } from "./area";
import { calcCellsOf } from "./calc-cells";
import { cellAt, eachCell, sheetById, styleAt } from "./state";
import { type Cell, type Sheet, type WorkbookState } from "./types";

export type CalculatorMaker = (cells: CalcCells) => Calculator;

export interface CalculatedCells {
  /** Puts a cell in its place, and its formula into the calculation. */
  readonly put: (sheet: Sheet, row: number, column: number, cell: Cell | undefined) => void;
  /** Calculates what is stale. */
  readonly settle: () => void;
  /** Every formula is to be calculated anew when the workbook settles. */
  readonly makeAllStale: () => void;
  /** The formulas of a sheet, and what they spilled, are no longer where they were. */
  readonly formulasMoved: (sheet: Sheet) => void;
  readonly sheetGone: (sheet: Sheet) => void;
  /** All cells are others than before. */
  readonly replaced: () => void;
}

/** Cells that arrays spill into feed other formulas, hence a few rounds; a workbook that never settles is left. */
const MOST_ROUNDS = 10;

const keyOf = ({ sheet, row, column }: CalcPlace): string => `${sheet} ${row} ${column}`;

function write(sheet: Sheet, row: number, column: number, cell: Cell | undefined): void {
  const cells = (sheet.rows[row] ??= []);
  if (cell) cells[column] = cell;
  else if (column < cells.length) cells[column] = undefined;
}

/** @param calculated is told the area of each sheet in which formulas were calculated */
export function createCalculatedCells(
  state: WorkbookState,
  makeCalculator: CalculatorMaker,
  calculated: (sheet: string, area: Area) => void,
): CalculatedCells {
  const calculator = makeCalculator(calcCellsOf(state));
  let stale: CalcPlace[] = [];
  let allStale = false;
  /** Formulas that fill more cells than their own, by their places. */
  const spills = new Set<string>();
  /** Formulas that would, but found the cells taken. */
  const blocked = new Map<string, CalcPlace>();

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

  const lookAgain = ({ sheet: id, row, column }: CalcPlace): void => {
    const sheet = sheetById(state, id);
    const formula = sheet && cellAt(sheet, row, column)?.formula;
    if (formula !== undefined) calculator.setFormula(id, row, column, formula);
    stale.push({ sheet: id, row, column });
  };

  const put: CalculatedCells["put"] = (sheet, row, column, cell) => {
    const old = cellAt(sheet, row, column);
    write(sheet, row, column, cell);
    const place = { sheet: sheet.id, row, column };
    // The same formula entered once more is calculated once more: it came without its value.
    const isEntered = cell?.formula !== undefined && old?.value !== cell.value;
    if (old?.formula !== cell?.formula || isEntered) {
      calculator.setFormula(sheet.id, row, column, cell?.formula);
      if (spills.delete(keyOf(place))) unspill(sheet, row, column);
    }
    if (old?.value !== cell?.value || old?.formula !== cell?.formula) {
      stale.push(place);
      // Formulas that spilled here, or found no room, have to look again.
      if (old?.spilledFrom) lookAgain({ sheet: sheet.id, ...old.spilledFrom });
      for (const waiting of blocked.values()) lookAgain(waiting);
    }
  };

  /** Whether the cells that an array fills, beside the formula's own, are empty. */
  const hasRoom = (sheet: Sheet, row: number, column: number, spill: CalcMatrix): boolean =>
    spill.every((line, down) =>
      line.every((_, across) => {
        const target = cellAt(sheet, row + down, column + across);
        return (down === 0 && across === 0) || !target || (target.value === null && target.formula === undefined);
      }),
    );

  /** @returns the cells that the array was spilled into */
  const spillInto = (sheet: Sheet, row: number, column: number, spill: CalcMatrix): CalcPlace[] =>
    spill.flatMap((line, down) =>
      line.flatMap((spilled, across) => {
        if (down === 0 && across === 0) return [];
        const [atRow, atColumn] = [row + down, column + across];
        const style = styleAt(sheet, atRow, atColumn);
        // A blank within a spilled array shows as 0, as in Excel.
        write(sheet, atRow, atColumn, { value: spilled ?? 0, spilledFrom: { row, column }, style });
        return [{ sheet: sheet.id, row: atRow, column: atColumn }];
      }),
    );

  /** Takes in what formulas came to. @returns the cells that changed with it, which other formulas may read */
  const takeIn = (changes: readonly CalcChange[]): CalcPlace[] => {
    const more: CalcPlace[] = [];
    const areas = new Map<string, Area>();
    for (const change of changes) {
      const { row, column, spill } = change;
      const sheet = sheetById(state, change.sheet);
      const cell = sheet && cellAt(sheet, row, column);
      if (!sheet || cell?.formula === undefined) continue;
      const here = cellArea(row, column);
      const area = areas.get(sheet.id);
      areas.set(sheet.id, area ? bounding(area, here) : here);
      const key = keyOf(change);
      if (spills.delete(key)) unspill(sheet, row, column);
      blocked.delete(key);
      let { value } = change;
      if (spill && hasRoom(sheet, row, column, spill)) {
        spills.add(key);
        more.push(...spillInto(sheet, row, column, spill));
      } else if (spill) {
        value = { error: "#SPILL!" };
        blocked.set(key, { sheet: sheet.id, row, column });
        more.push(change);
      }
      // A formula never comes to nothing: a reference to a blank cell is 0.
      write(sheet, row, column, { ...cell, value: value ?? 0 });
    }
    for (const [sheet, area] of areas) calculated(sheet, area);
    return more;
  };

  const settle = (): void => {
    for (let round = 0; round < MOST_ROUNDS && (allStale || stale.length > 0); round++) {
      const changed = stale;
      const all = allStale;
      stale = [];
      allStale = false;
      stale.push(...takeIn(all ? calculator.recalculateAll() : calculator.recalculate(changed)));
    }
    stale = [];
  };

  const forget = (sheet: Sheet): void => {
    calculator.forgetSheet(sheet.id);
    for (const key of spills) if (key.startsWith(`${sheet.id} `)) spills.delete(key);
    for (const [key, place] of blocked) if (place.sheet === sheet.id) blocked.delete(key);
  };

  const register = (sheet: Sheet): void => {
    forget(sheet);
    eachCell(sheet, WHOLE_SHEET, ({ formula, spilledFrom }, row, column) => {
      if (formula !== undefined) calculator.setFormula(sheet.id, row, column, formula);
      if (spilledFrom) spills.add(keyOf({ sheet: sheet.id, ...spilledFrom }));
    });
  };

  const makeAllStale = (): void => {
    allStale = true;
  };

  return {
    put,
    settle,
    makeAllStale,
    formulasMoved: (sheet) => {
      register(sheet);
      makeAllStale();
    },
    sheetGone: (sheet) => {
      forget(sheet);
      makeAllStale();
    },
    replaced: () => {
      calculator.clear();
      spills.clear();
      blocked.clear();
      state.sheets.forEach(register);
      makeAllStale();
    },
  };
}
