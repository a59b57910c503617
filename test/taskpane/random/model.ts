/**
 * What a user knows of the sheet: lines of cells that stay together wherever they go, and which cells are the add-in's. It
 * knows nothing of forms, bindings or Excel, so that it can be held against them.
 */

import { LAYOUT } from "./form";

/** What a cell holds; null where it is blank. Errors stand as their texts. */
export type Content = string | number | boolean | null;

export interface Line {
  /** Stays with the line when it moves. */
  readonly id: number;
  readonly cells: readonly Content[];
  /** Columns whose cell the add-in filled; what stands there is not the user's. */
  readonly filled: ReadonlySet<number>;
}

export interface Model {
  /** The body of the table, from its first row on. */
  readonly lines: readonly Line[];
  readonly name: string;
}

/** The column Đánh giá, where filling puts it: beside the table. */
export const ASSESSED = LAYOUT.widths.length;
export const WIDTH = ASSESSED + 1;
export const TOP = LAYOUT.body.top;

const columnOf = (role: string): number => LAYOUT.columns.find((column) => column.role === role)!.column;
export const CODE = columnOf("code");
export const LABEL = columnOf("label");
export const INPUT_COLUMNS = [columnOf("plan"), columnOf("actual"), columnOf("samePeriod")];
export const DERIVED_COLUMNS = [columnOf("vsPlan"), columnOf("vsSamePeriod")];

let lines = 0;
export const newLine = (cells: readonly Content[]): Line => ({ id: (lines += 1), cells, filled: new Set() });
export const blankLine = (): Line => newLine(new Array<Content>(WIDTH).fill(null));

/** The lines with a cell changed by the user. */
export function typed(model: Model, at: number, column: number, content: Content): Model {
  return change(model, at, (line) => ({
    ...line,
    cells: line.cells.with(column, content),
    filled: new Set([...line.filled].filter((one) => one !== column)),
  }));
}

export function change(model: Model, at: number, by: (line: Line) => Line): Model {
  return { ...model, lines: model.lines.map((line, index) => (index === at ? by(line) : line)) };
}

export function inserted(model: Model, at: number, line: Line): Model {
  return { ...model, lines: model.lines.toSpliced(at, 0, line) };
}

export function removed(model: Model, at: number): Model {
  return { ...model, lines: model.lines.toSpliced(at, 1) };
}

export function moved(model: Model, from: number, to: number): Model {
  const line = model.lines[from]!;
  return inserted(removed(model, from), to > from ? to - 1 : to, line);
}

/** Sorted by Mã số; lines without one come last, and keep their order. */
export function sorted(model: Model, ascending: boolean): Model {
  const key = ({ cells }: Line) => cells[CODE];
  const coded = model.lines.filter((line) => key(line) !== null);
  const others = model.lines.filter((line) => key(line) === null);
  const order = (a: Line, b: Line) => (String(key(a)) < String(key(b)) ? -1 : String(key(a)) > String(key(b)) ? 1 : 0);
  return { ...model, lines: [...coded.toSorted(ascending ? order : (a, b) => order(b, a)), ...others] };
}
