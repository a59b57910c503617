/** References to sheets as files hold them: absolute, the sheet's name always in quotes. */

import { columnName, type Merge } from "../core/table/grid";

/** A sheet's name as references write it; programs take the quotes also where they are not needed. */
export function quotedSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

const absoluteCell = (row: number, column: number) => `$${columnName(column)}$${row + 1}`;

/** `$A$1:$K$40`, also of a single cell. */
export function absoluteRange({ top, left, bottom, right }: Merge): string {
  return `${absoluteCell(top, left)}:${absoluteCell(bottom, right)}`;
}

/** A reference to a range as names and print settings need it: `'Biểu 1'!$A$1:$K$40`. */
export function rangeReference(sheet: string, range: Merge): string {
  return `${quotedSheet(sheet)}!${absoluteRange(range)}`;
}

/** A reference to a cell: `'Biểu 1'!$A$1`. */
export function cellReference(sheet: string, row: number, column: number): string {
  return `${quotedSheet(sheet)}!${absoluteCell(row, column)}`;
}

/** A reference to whole rows, 0-based and inclusive: `'Biểu 1'!$1:$8`. */
export function rowsReference(
  sheet: string,
  { first, last }: { readonly first: number; readonly last: number },
): string {
  return `${quotedSheet(sheet)}!$${first + 1}:$${last + 1}`;
}
