/**
 * The one table model. A worksheet in Excel, a sheet of an .xlsx file and a pasted block all become a `Grid`;
 * everything in core works on it and returns data (edits, findings), so the same check runs on every surface.
 */

/** The error values that Excel shows in a cell. */
export const EXCEL_ERRORS = [
  "#DIV/0!",
  "#N/A",
  "#NAME?",
  "#NULL!",
  "#NUM!",
  "#REF!",
  "#VALUE!",
  "#SPILL!",
  "#CALC!",
  "#GETTING_DATA",
  "#BUSY!",
  "#CONNECT!",
  "#FIELD!",
  "#BLOCKED!",
  "#UNKNOWN!",
] as const;

/** What a cell holds. An error value is told apart from a text that merely looks like one. */
export type CellContent = number | string | boolean | null | { readonly error: string };

/** One cell: its value, and whatever of formula and number format is known. */
export interface Cell {
  readonly value: CellContent;
  /** The formula without its leading `=`, in en-US notation, as the file or Office.js gives it. */
  readonly formula?: string;
  /** The Excel number format, en-US notation; absent means General. */
  readonly format?: string;
}

/** A block of cells that are merged into one; rows and columns are 0-based and inclusive. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A rectangle of cells with its place in the sheet. `rows[r][c]` may be undefined: an empty cell. */
export interface Grid {
  readonly sheet: string;
  readonly rows: readonly (readonly (Cell | undefined)[])[];
  readonly merges?: readonly Merge[];
  /** 0-based indices of rows that the sheet hides. */
  readonly hiddenRows?: ReadonlySet<number>;
  /** 0-based indices of columns that the sheet hides. */
  readonly hiddenColumns?: ReadonlySet<number>;
}

/** A cell's place: 0-based row and column. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** A change of one cell that core asks an edge to make. */
export interface CellEdit extends CellPlace {
  /** The new value; with a formula, the value the formula has now (written as its cached result). */
  readonly value: number | string | boolean | null;
  /** The new formula without `=`; absent means the cell becomes a plain value. */
  readonly formula?: string;
}

/** The cell at a place, or undefined where the grid has none. */
export function cellAt(grid: Grid, row: number, column: number): Cell | undefined {
  return grid.rows[row]?.[column];
}

/** Whether a cell has nothing that a person would see. */
export function isEmpty(cell: Cell | undefined): boolean {
  if (!cell) return true;
  return cell.value === null || (typeof cell.value === "string" && cell.value.trim() === "");
}

/** The text of a cell for reading labels and headers; numbers in plain notation, errors as Excel shows them. */
export function cellText(cell: Cell | undefined): string {
  const value = cell?.value ?? null;
  if (value === null) return "";
  return typeof value === "object" ? value.error : String(value);
}

/** Column letters of a 0-based index: 0 is A, 26 is AA. */
export function columnName(column: number): string {
  let name = "";
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  }
  return name;
}

/** The A1 address of a 0-based place, without the sheet's name. */
export function address(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** The A1 address of a rectangle, `B3:D5` or `B3`, without the sheet's name. */
export function areaAddress({ top, left, bottom, right }: Merge): string {
  const [first, last] = [address(top, left), address(bottom, right)];
  return first === last ? first : `${first}:${last}`;
}

/** The 0-based place of an A1 address such as `C12` or `$C$12`; undefined where the text is no address. */
export function placeOf(text: string): CellPlace | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(text);
  if (!match) return undefined;
  let column = 0;
  for (const letter of match[1]!.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(match[2]) - 1, column: column - 1 };
}
