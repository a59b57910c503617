/** One function for single cells and for whole ranges: each cell of the result from the cells beside it. */

import { TEXTS } from "./texts";
import { asMatrix, errorIn, type Failure, type Matrix, type Result } from "./values";

/** Errors that Excel takes from a function; the others may come in but not go out. */
const RETURNABLE: ReadonlySet<string> = new Set(["#VALUE!", "#N/A", "#DIV/0!", "#NUM!", "#NULL!"]);

/** Arguments by the names that Excel shows for them. */
export type Arguments = Readonly<Record<string, unknown>>;

/**
 * Applies a function cell by cell. Ranges must have the same shape; a single cell, row or column is repeated along the
 * other. A cell of an argument that is an Excel error comes out as that error, in its own cell only.
 *
 * @returns the rectangle of results, or one failure where the shapes do not fit
 */
export function spread(args: Arguments, each: (cells: readonly unknown[]) => Result): Matrix<Result> | Failure {
  const matrices = Object.values(args).map(asMatrix);
  const rows = Math.max(...matrices.map((matrix) => matrix.length));
  const columns = Math.max(...matrices.map((matrix) => matrix[0]!.length));
  const fits = matrices.every((matrix) => isOneOr(rows, matrix.length) && isOneOr(columns, matrix[0]!.length));
  if (!fits) return { error: "#VALUE!", message: TEXTS.shapes(sizes(Object.keys(args), matrices)) };
  const cells: unknown[] = new Array(matrices.length);
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => {
      for (let at = 0; at < matrices.length; at += 1) {
        const matrix = matrices[at]!;
        const line = matrix[matrix.length === 1 ? 0 : row]!;
        const cell = line[line.length === 1 ? 0 : column];
        const error = errorIn(cell);
        if (error !== undefined) return passedOn(error);
        cells[at] = cell;
      }
      return attempt(each, cells);
    }),
  );
}

/** Excel's error for a result beyond what a number can hold: 1 against the smallest number there is. */
const TOO_LARGE: Failure = { error: "#NUM!" };

function attempt(each: (cells: readonly unknown[]) => Result, cells: readonly unknown[]): Result {
  try {
    const result = each(cells);
    return typeof result === "number" && !Number.isFinite(result) ? TOO_LARGE : result;
  } catch (error) {
    // Rounding refuses infinities.
    if (error instanceof RangeError) return TOO_LARGE;
    throw error;
  }
}

const isOneOr = (full: number, length: number) => length === 1 || length === full;

/** The ranges that differ, without the single cells, which fit everything. */
function sizes(names: readonly string[], matrices: readonly Matrix<unknown>[]): string[] {
  return names.flatMap((name, at) => {
    const [rows, columns] = [matrices[at]!.length, matrices[at]![0]!.length];
    return rows * columns === 1 ? [] : [TEXTS.size(name, rows, columns)];
  });
}

function passedOn(error: string): Failure {
  return RETURNABLE.has(error)
    ? { error, ...(error === "#VALUE!" && { message: TEXTS.sourceError(error) }) }
    : { error: "#VALUE!", message: TEXTS.sourceError(error) };
}
