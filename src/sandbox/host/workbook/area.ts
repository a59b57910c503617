/** Rectangles of cells, and how Excel writes their addresses. Places count from 0, both ends included. */

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const WHOLE_SHEET: Area = { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 };

export const cellArea = (row: number, column: number): Area => ({ top: row, left: column, bottom: row, right: column });
export const rowCount = (area: Area): number => area.bottom - area.top + 1;
export const columnCount = (area: Area): number => area.right - area.left + 1;
export const isWholeRows = (area: Area): boolean => area.left === 0 && area.right === MAX_COLUMNS - 1;
export const isWholeColumns = (area: Area): boolean => area.top === 0 && area.bottom === MAX_ROWS - 1;

export const contains = (area: Area, row: number, column: number): boolean =>
  row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;

export const includes = (outer: Area, inner: Area): boolean =>
  contains(outer, inner.top, inner.left) && contains(outer, inner.bottom, inner.right);

/** What two areas share; undefined where they share nothing. */
export function intersection(one: Area, other: Area): Area | undefined {
  const area = {
    top: Math.max(one.top, other.top),
    left: Math.max(one.left, other.left),
    bottom: Math.min(one.bottom, other.bottom),
    right: Math.min(one.right, other.right),
  };
  return area.top <= area.bottom && area.left <= area.right ? area : undefined;
}

/** The smallest area that holds both. */
export const bounding = (one: Area, other: Area): Area => ({
  top: Math.min(one.top, other.top),
  left: Math.min(one.left, other.left),
  bottom: Math.max(one.bottom, other.bottom),
  right: Math.max(one.right, other.right),
});

/** An area without another: up to four rectangles. */
export function subtract(area: Area, hole: Area): Area[] {
  const shared = intersection(area, hole);
  if (!shared) return [area];
  const parts: Area[] = [];
  if (shared.top > area.top) parts.push({ ...area, bottom: shared.top - 1 });
  if (shared.bottom < area.bottom) parts.push({ ...area, top: shared.bottom + 1 });
  const middle = { ...area, top: shared.top, bottom: shared.bottom };
  if (shared.left > area.left) parts.push({ ...middle, right: shared.left - 1 });
  if (shared.right < area.right) parts.push({ ...middle, left: shared.right + 1 });
  return parts;
}

/** 0 → A, 26 → AA. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** A → 0; undefined beyond XFD. */
function columnNumber(letters: string): number | undefined {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number >= 1 && number <= MAX_COLUMNS ? number - 1 : undefined;
}

/** `B3`, `B3:D5`, `2:4` or `A:C`, without the sheet. */
export function areaAddress(area: Area): string {
  if (isWholeRows(area)) return `${area.top + 1}:${area.bottom + 1}`;
  if (isWholeColumns(area)) return `${columnLetters(area.left)}:${columnLetters(area.right)}`;
  const start = `${columnLetters(area.left)}${area.top + 1}`;
  const end = `${columnLetters(area.right)}${area.bottom + 1}`;
  return start === end ? start : `${start}:${end}`;
}

/** The same with what keeps formulas that are copied from changing it: `$B$3:$D$5`, `$2:$4`, `$A:$C`. */
export const fixedAddress = (area: Area): string => areaAddress(area).replace(/[A-Z]+|\d+/g, "$$$&");

/** A sheet's name as addresses write it: in quotes where Excel needs them. */
export const quotedSheetName = (name: string): string =>
  /^[A-Za-z_\p{L}][\w.\p{L}]*$/u.test(name) && !/^([A-Z]{1,3}\d+|R\d*C\d*|RC?)$/i.test(name)
    ? name
    : `'${name.replaceAll("'", "''")}'`;

const CORNER = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/i;
const WHOLE_COLUMN = /^\$?([A-Z]{1,3})$/i;
const WHOLE_ROW = /^\$?([1-9]\d{0,6})$/;

function corner(text: string): Partial<Record<"row" | "column", number>> | undefined {
  const match = CORNER.exec(text) ?? undefined;
  const letters = match?.[1] ?? WHOLE_COLUMN.exec(text)?.[1];
  const digits = match?.[2] ?? WHOLE_ROW.exec(text)?.[1];
  if (letters === undefined && digits === undefined) return undefined;
  const column = letters === undefined ? undefined : columnNumber(letters);
  const row = digits === undefined ? undefined : Number(digits) - 1;
  if ((letters !== undefined && column === undefined) || (row ?? 0) >= MAX_ROWS) return undefined;
  return { ...(row === undefined ? {} : { row }), ...(column === undefined ? {} : { column }) };
}

/** Reads an A1 address without a sheet; undefined where it is none. */
export function parseArea(address: string): Area | undefined {
  const parts = address.trim().split(":");
  if (parts.length > 2) return undefined;
  const start = corner(parts[0]!.trim());
  const end = parts.length === 2 ? corner(parts[1]!.trim()) : start;
  if (!start || !end) return undefined;
  const rows = start.row !== undefined && end.row !== undefined;
  const columns = start.column !== undefined && end.column !== undefined;
  // `A1:B` names no area, and neither does `A` alone.
  if ((!rows && (start.row ?? end.row) !== undefined) || (!columns && (start.column ?? end.column) !== undefined))
    return undefined;
  if (parts.length === 1 && !(rows && columns)) return undefined;
  return {
    top: rows ? Math.min(start.row!, end.row!) : 0,
    bottom: rows ? Math.max(start.row!, end.row!) : MAX_ROWS - 1,
    left: columns ? Math.min(start.column!, end.column!) : 0,
    right: columns ? Math.max(start.column!, end.column!) : MAX_COLUMNS - 1,
  };
}

/** Parts an address from its sheet: `'Biểu 1'!A1` → `Biểu 1` and `A1`. */
export function splitSheet(address: string): { readonly sheet?: string; readonly rest: string } {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.*)$/s.exec(address.trim());
  if (!match) return { rest: address.trim() };
  return { sheet: (match[1] ?? match[2]!).replaceAll("''", "'"), rest: match[3]! };
}
