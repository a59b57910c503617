/** What an expression needs while it is calculated, and how it reads cells. */

import { type CalcCells, type CalcMatrix, type CalcPlace, type CalcValue, type CustomFunctionCaller } from "./types";
import { isArea, isMatrix, type Area, type Operand } from "./values";

export interface Environment {
  readonly cells: CalcCells;
  readonly custom: CustomFunctionCaller;
  /** The cell whose formula is calculated. */
  readonly at: CalcPlace;
  /** Reads a cell, calculating its formula before where that is stale. */
  read(sheet: string, row: number, column: number): CalcValue;
  /** The area that a formula spills over; undefined where the cell has none that does. */
  spillAt(place: CalcPlace): Area | undefined;
}

/** A calculated part of a formula. */
export type Part = (environment: Environment) => Operand;

/** The cells of an area as far as the sheet is in use; never empty. */
export function inUse(area: Area, environment: Environment): Area {
  const { rows, columns } = environment.cells.extent(area.sheet);
  return {
    ...area,
    bottom: Math.max(area.top, Math.min(area.bottom, rows - 1)),
    right: Math.max(area.left, Math.min(area.right, columns - 1)),
  };
}

/** An area as values. Whole columns end where the sheet ends. */
function valuesOf(area: Area, environment: Environment): CalcMatrix {
  const { sheet, top, left, bottom, right } = isWhole(area) ? inUse(area, environment) : area;
  const lines: CalcValue[][] = [];
  for (let row = top; row <= bottom; row += 1) {
    const line: CalcValue[] = [];
    for (let column = left; column <= right; column += 1) line.push(environment.read(sheet, row, column));
    lines.push(line);
  }
  return lines;
}

/** The last row and column of the grid, as Excel has them. */
export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

const isWhole = (area: Area) => area.bottom === LAST_ROW || area.right === LAST_COLUMN;

export function isSingleCell(area: Area): boolean {
  return area.top === area.bottom && area.left === area.right;
}

/** An operand as one value where it is one, else as an array. */
export function settled(operand: Operand, environment: Environment): CalcValue | CalcMatrix {
  if (isArea(operand)) {
    return isSingleCell(operand)
      ? environment.read(operand.sheet, operand.top, operand.left)
      : valuesOf(operand, environment);
  }
  return isMatrix(operand) && operand.length === 1 && operand[0]!.length === 1 ? operand[0]![0]! : operand;
}

export function matrixOf(operand: Operand, environment: Environment): CalcMatrix {
  if (isArea(operand)) return valuesOf(operand, environment);
  return isMatrix(operand) ? operand : [[operand]];
}

/** The first value, where only one is wanted. */
export function firstOf(operand: Operand, environment: Environment): CalcValue {
  const value = settled(operand, environment);
  return isMatrix(value) ? (value[0]?.[0] ?? null) : value;
}
