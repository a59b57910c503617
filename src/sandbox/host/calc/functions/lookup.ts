/** Finding values in ranges, and ranges themselves. */

import { parseA1Ref, toCol } from "@borgar/fx";
import { firstOf, inUse, LAST_COLUMN, LAST_ROW, matrixOf, type Environment } from "../environment";
import { wildcards } from "../operators";
import { type CalcMatrix, type CalcValue } from "../types";
import {
  compareValues,
  isArea,
  isErrorValue,
  NA,
  REF,
  toCondition,
  toNumber,
  toText,
  VALUE,
  type Area,
  type ErrorValue,
  type Operand,
} from "../values";
import { filled, flat, numberOf, operands, type KnownFunctions } from "./known";

/** Where an exact match stands; texts match without case, and by wildcards. */
function exactly(wanted: CalcValue, values: readonly CalcValue[], wild = true): number {
  if (typeof wanted === "string" && wild && /[*?~]/.test(wanted)) {
    const pattern = wildcards(wanted);
    return values.findIndex((value) => typeof value === "string" && pattern.test(value));
  }
  const sought = wanted ?? 0;
  return values.findIndex((value) => typeof value === typeof sought && compareValues(value, sought) === 0);
}

/**
 * The last place in an order that rises (`way` above zero) or falls that is not beyond what is wanted; other types are passed
 * over.
 */
function lastUpTo(wanted: CalcValue, values: readonly CalcValue[], way: 1 | -1): number {
  const sought = wanted ?? 0;
  let found = -1;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at]!;
    if (typeof value !== typeof sought || value === null) continue;
    if (compareValues(value, sought) * way > 0) break;
    found = at;
  }
  return found;
}

const transposed = (matrix: CalcMatrix): CalcMatrix =>
  matrix[0]!.map((_, column) => matrix.map((line) => line[column]!));

/** VLOOKUP; HLOOKUP is the same on its side. */
const lookup = (turn: (matrix: CalcMatrix) => CalcMatrix) =>
  operands(([wanted = null, table = null, index = null, approximate], environment) => {
    const sought = firstOf(wanted, environment);
    if (isErrorValue(sought)) return sought;
    const at = toNumber(firstOf(index, environment));
    if (typeof at !== "number") return at;
    const near = approximate === undefined ? true : toCondition(firstOf(approximate, environment));
    if (typeof near !== "boolean") return near;
    const lines = turn(matrixOf(table, environment));
    if (at < 1) return VALUE;
    if (at > lines[0]!.length) return REF;
    const keys = lines.map((line) => line[0]!);
    const found = near ? lastUpTo(sought, keys, 1) : exactly(sought, keys);
    return found < 0 ? NA : lines[found]![Math.trunc(at) - 1]!;
  });

const match = operands(([wanted = null, range = null, kind], environment) => {
  const sought = firstOf(wanted, environment);
  if (isErrorValue(sought)) return sought;
  const way = numberOf(kind, environment, 1);
  if (typeof way !== "number") return way;
  const matrix = matrixOf(range, environment);
  if (matrix.length > 1 && matrix[0]!.length > 1) return NA;
  const values = matrix.flat();
  const found = way === 0 ? exactly(sought, values) : lastUpTo(sought, values, way > 0 ? 1 : -1);
  return found < 0 ? NA : found + 1;
});

const oldLookup = operands(([wanted = null, keys = null, results], environment) => {
  const sought = firstOf(wanted, environment);
  if (isErrorValue(sought)) return sought;
  const matrix = matrixOf(keys, environment);
  // Of a table the longer side holds the keys, the last of the other the results.
  const lines = matrix[0]!.length > matrix.length ? transposed(matrix) : matrix;
  const keysInOrder = lines.map((line) => line[0]!);
  const found = lastUpTo(sought, keysInOrder, 1);
  if (found < 0) return NA;
  return results === undefined ? lines[found]!.at(-1)! : (flat(results, environment)[found] ?? NA);
});

const lookupExtended = operands(([wanted = null, keys = null, results = null, missing, mode, order], environment) => {
  const sought = firstOf(wanted, environment);
  if (isErrorValue(sought)) return sought;
  const [way, direction] = [numberOf(mode, environment, 0), numberOf(order, environment, 1)];
  if (typeof way !== "number") return way;
  if (typeof direction !== "number") return direction;
  const values = flat(keys, environment);
  const ordered = direction < 0 ? [...values].reverse() : values;
  const place = way === 0 || way === 2 ? exactly(sought, ordered, way === 2) : nearest(sought, ordered, way);
  if (place < 0) return missing ?? NA;
  const at = direction < 0 ? values.length - 1 - place : place;
  const matrix = matrixOf(results, environment);
  const across = matrixOf(keys, environment).length === 1 && values.length > 1;
  return filled(across ? matrix.map((line) => [line[at] ?? NA]) : matrix.slice(at, at + 1));
});

/** An exact match, else the next smaller (`way` below zero) or larger value, in whatever order they stand. */
function nearest(wanted: CalcValue, values: readonly CalcValue[], way: number): number {
  const exact = exactly(wanted, values, false);
  if (exact >= 0) return exact;
  let best = -1;
  values.forEach((value, at) => {
    if (typeof value !== typeof wanted || compareValues(value, wanted) * way < 0) return;
    if (best < 0 || compareValues(value, values[best]!) * way < 0) best = at;
  });
  return best;
}

const index = operands(([range = null, row, column], environment) => {
  const [down, across] = [numberOf(row, environment, 0), numberOf(column, environment, 0)];
  if (typeof down !== "number") return down;
  if (typeof across !== "number") return across;
  const [height, width] = isArea(range) ? sizeOf(range) : sizeOfMatrix(matrixOf(range, environment));
  // In a single row the one number is a column.
  const sideways = column === undefined && height === 1;
  const [r, c] = [Math.trunc(sideways ? 0 : down), Math.trunc(sideways ? down : across)];
  if (r < 0 || c < 0) return VALUE;
  if (r > height || c > width) return REF;
  if (isArea(range)) {
    return {
      sheet: range.sheet,
      top: r === 0 ? range.top : range.top + r - 1,
      bottom: r === 0 ? range.bottom : range.top + r - 1,
      left: c === 0 ? range.left : range.left + c - 1,
      right: c === 0 ? range.right : range.left + c - 1,
    };
  }
  const matrix = matrixOf(range, environment);
  const lines = r === 0 ? matrix : matrix.slice(r - 1, r);
  return c === 0 ? lines : lines.map((line) => line.slice(c - 1, c));
});

const sizeOf = ({ top, left, bottom, right }: Area) => [bottom - top + 1, right - left + 1] as const;
const sizeOfMatrix = (matrix: CalcMatrix) => [matrix.length, matrix[0]!.length] as const;

function offset(args: readonly Operand[], environment: Environment): Operand {
  const [from] = args;
  if (from === undefined || !isArea(from)) return VALUE;
  const [height, width] = sizeOf(from);
  const numbers = [0, 0, height, width].map((fallback, at) =>
    numberOf(args[at + 1] ?? undefined, environment, fallback),
  );
  const failed = numbers.find(isErrorValue);
  if (failed !== undefined) return failed;
  const [down, across, tall, wide] = (numbers as number[]).map(Math.trunc) as [number, number, number, number];
  const [top, left] = [from.top + down, from.left + across];
  const area = { sheet: from.sheet, top, left, bottom: top + tall - 1, right: left + wide - 1 };
  const fits = top >= 0 && left >= 0 && area.bottom <= LAST_ROW && area.right <= LAST_COLUMN && tall > 0 && wide > 0;
  return fits ? area : REF;
}

function indirect([text = null]: readonly Operand[], environment: Environment): Operand {
  const written = toText(firstOf(text, environment));
  if (typeof written !== "string") return written;
  const reference = parseA1Ref(written);
  if (!reference || !("range" in reference)) return REF;
  const named = reference.context?.[0];
  const sheet = named === undefined ? environment.at.sheet : environment.cells.sheetNamed(named);
  if (sheet === undefined) return REF;
  const { top, left, bottom, right } = reference.range;
  return { sheet, top: top ?? 0, left: left ?? 0, bottom: bottom ?? LAST_ROW, right: right ?? LAST_COLUMN };
}

/** ROW and COLUMN: of the formula's own cell without an argument, of every row or column of a range. */
const placeOf = (rows: boolean) =>
  operands(([range], environment) => {
    if (range === undefined) return (rows ? environment.at.row : environment.at.column) + 1;
    if (!isArea(range)) return VALUE;
    const { top, left, bottom, right } = inUse(range, environment);
    if (rows) return Array.from({ length: bottom - top + 1 }, (_, at) => [top + at + 1]);
    return [Array.from({ length: right - left + 1 }, (_, at) => left + at + 1)];
  });

const countOf = (rows: boolean) =>
  operands(([range = null], environment) => {
    if (isErrorValue(range)) return range;
    const [height, width] = isArea(range) ? sizeOf(range) : sizeOfMatrix(matrixOf(range, environment));
    return rows ? height : width;
  });

const unique = operands(([range = null], environment) => {
  const seen = new Set<string>();
  return matrixOf(range, environment).filter((line) => {
    const key = JSON.stringify(line).toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
});

const sorted = operands(([range = null, by, order], environment) => {
  const [column, way] = [numberOf(by, environment, 1), numberOf(order, environment, 1)];
  if (typeof column !== "number") return column;
  if (typeof way !== "number") return way;
  const lines = matrixOf(range, environment);
  if (column < 1 || column > lines[0]!.length) return VALUE;
  const at = Math.trunc(column) - 1;
  return [...lines].sort((a, b) => compareValues(a[at]!, b[at]!) * way);
});

const filtered = operands(([range = null, keep = null, empty], environment) => {
  const lines = matrixOf(range, environment);
  const wanted = matrixOf(keep, environment);
  const across = wanted.length === 1 && wanted[0]!.length === lines[0]!.length && lines.length > 1;
  let failed: ErrorValue | undefined;
  const kept = (value: CalcValue | undefined): boolean => {
    const met = toCondition(value ?? null);
    if (typeof met !== "boolean") failed ??= met;
    return met === true;
  };
  const result = across
    ? lines.map((line) => line.filter((_, at) => kept(wanted[0]![at])))
    : lines.filter((_, at) => kept(wanted[at]?.[0]));
  if (failed) return failed;
  return result.length > 0 && result[0]!.length > 0 ? result : (empty ?? { error: "#CALC!" });
});

const sequence = operands((args, environment) => {
  const numbers = [1, 1, 1, 1].map((fallback, at) => numberOf(args[at], environment, fallback));
  const failed = numbers.find(isErrorValue);
  if (failed !== undefined) return failed;
  const [rows, columns, start, step] = numbers as [number, number, number, number];
  if (rows < 1 || columns < 1 || rows * columns > LAST_ROW) return VALUE;
  return Array.from({ length: Math.trunc(rows) }, (_, row) =>
    Array.from({ length: Math.trunc(columns) }, (__, column) => start + (row * Math.trunc(columns) + column) * step),
  );
});

const addressOf = operands((args, environment) => {
  const [row, column, kind] = [0, 1, 2].map((at) => numberOf(args[at], environment, 1));
  if (typeof row !== "number") return row!;
  if (typeof column !== "number") return column!;
  if (typeof kind !== "number") return kind!;
  if (row < 1 || column < 1 || row > LAST_ROW + 1 || column > LAST_COLUMN + 1) return VALUE;
  const [fixedColumn, fixedRow] = [kind === 1 || kind === 3, kind === 1 || kind === 2];
  return `${fixedColumn ? "$" : ""}${toCol(column - 1)}${fixedRow ? "$" : ""}${row}`;
});

export const LOOKUP: KnownFunctions = {
  VLOOKUP: lookup((matrix) => matrix),
  HLOOKUP: lookup(transposed),
  LOOKUP: oldLookup,
  XLOOKUP: lookupExtended,
  MATCH: match,
  INDEX: index,
  OFFSET: { ...operands(offset), volatile: true },
  INDIRECT: { ...operands(indirect), volatile: true },
  ROW: placeOf(true),
  COLUMN: placeOf(false),
  ROWS: countOf(true),
  COLUMNS: countOf(false),
  ADDRESS: addressOf,
  TRANSPOSE: operands(([range = null], environment) => transposed(matrixOf(range, environment))),
  UNIQUE: unique,
  SORT: sorted,
  FILTER: filtered,
  SEQUENCE: sequence,
};
