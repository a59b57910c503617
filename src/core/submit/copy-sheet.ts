/**
 * The table of the copy for sending, as a layout: the official look around the rows, labels and columns that the user
 * has, each cell a value. What the working file hides beside the table stays there.
 */

import { headerTextAt } from "../form/header";
import { figureFormat, layoutForm, type LayoutCell, type Look, type SheetLayout } from "../form/layout";
import type { Period } from "../form/period";
import { isColumnNumbers } from "../form/table-rows";
import { isIndicator, type Form } from "../form/types";
import { decimalsOf } from "../number";
import type { BoundColumn } from "../table/binding";
import { cellAt, cellText, isEmpty, type Cell, type CellPlace, type Grid, type Merge } from "../table/grid";
import type { FigureTable } from "../table/figures";
import { fold } from "../text/fold";

/** A table of which everything is known that a sent copy says. */
export interface Sendable {
  readonly table: FigureTable;
  readonly form: Form;
  readonly period: Period;
  /** The reporting unit as printed. */
  readonly unit: string;
}

/** The table where its form, period and unit are known, as a gate that is ready makes sure. */
export function sendable(table: FigureTable): Sendable | undefined {
  const { form, period, unit = "" } = table.binding;
  return form && period && unit.trim() !== "" ? { table, form, period, unit } : undefined;
}

export interface CopySheet {
  readonly layout: SheetLayout;
  /** Where a cell of the working sheet stands in the copy; undefined where it was left out. */
  readonly placeInCopy: (place: CellPlace) => CellPlace | undefined;
}

/** A column of the copy: one of the sheet, or the Mã số that the sheet lacks. */
interface CopyColumn {
  readonly source?: number;
  readonly bound?: BoundColumn;
  readonly width: number;
}

const EXTRA_WIDTH = 14;
const CODE_WIDTH = 10;

/**
 * Lays out the copy of a table.
 *
 * @param name of the copy's sheet
 */
export function copySheet({ table, form, period, unit }: Sendable, name: string): CopySheet {
  const { grid, binding } = table;
  const official = layoutForm(form, period, unit);
  const columns = copyColumns(table, form);
  const own = columns.map(({ bound }) => `${bound?.role} ${bound?.measure ?? ""}`).join("|");
  const asForm = own === official.columns.map(({ role, measure }) => `${role} ${measure}`).join("|");
  const frame = newFrame(official, columns);

  const headerTop = official.headerRows.first;
  const cells = frame.cells;
  frame.putTitle();
  if (asForm) {
    for (let row = headerTop; row <= official.headerRows.last; row += 1) cells[row] = [...(official.cells[row] ?? [])];
    const { first, last } = official.headerRows;
    frame.merges.push(...official.merges.filter(({ top }) => top >= first && top <= last));
  } else {
    putHeader(grid, binding.header, columns, headerTop, cells, frame.merges);
    const numbers = columnNumbers(table, columns);
    if (numbers) cells.push(numbers);
  }

  const top = cells.length;
  const rowInCopy = new Map<number, number>();
  const codes = new Map(binding.rows.map(({ row, code }) => [row, code]));
  for (const row of bodyRows(table, columns)) {
    rowInCopy.set(row, cells.length);
    cells.push(bodyCells(grid, form, row, codes.get(row), columns));
  }
  const bottom = cells.length - 1;
  frame.putFoot(notesBelow(table));
  const columnInCopy = new Map(columns.flatMap(({ source }, at) => (source === undefined ? [] : [[source, at]])));
  frame.merges.push(...bodyMerges(table, rowInCopy, columnInCopy));
  return {
    layout: {
      name,
      cells: Array.from(cells, (row) => row ?? []),
      merges: frame.merges,
      widths: columns.map(({ width }) => width),
      orientation: official.orientation,
      headerRows: { first: headerTop, last: top - 1 },
      frozen: { rows: top, columns: columns.findIndex(({ bound }) => bound?.role === "label") + 1 },
      body: { top, bottom },
      inputs: [],
      names: [],
      rowOf: new Map(binding.rows.flatMap(({ row, code }) => [[code, rowInCopy.get(row) ?? top]])),
      columns: columns.flatMap(({ bound }, column) => (bound ? [{ ...bound, column }] : [])),
    },
    placeInCopy: ({ row, column }) => {
      const [copyRow, copyColumn] = [rowInCopy.get(row), columnInCopy.get(column)];
      return copyRow === undefined || copyColumn === undefined ? undefined : { row: copyRow, column: copyColumn };
    },
  };
}

/** The columns of the table, and those beside them that the user gave a header; in the sheet's order. */
function copyColumns({ grid, binding }: FigureTable, form: Form): CopyColumn[] {
  const bound = new Map(binding.columns.map((column) => [column.column, column]));
  const widthOf = ({ role, measure }: BoundColumn) =>
    form.columns.find((column) => column.role === role && (column.measure ?? "") === measure)?.width;
  let last = Math.max(...bound.keys());
  for (let row = binding.header.top; row <= binding.header.bottom; row += 1) {
    last = Math.max(last, (grid.rows[row]?.length ?? 0) - 1);
  }
  const columns: CopyColumn[] = [];
  for (let source = 0; source <= last; source += 1) {
    const own = bound.get(source);
    if (own) columns.push({ source, bound: own, width: widthOf(own) ?? EXTRA_WIDTH });
    else if (!grid.hiddenColumns?.has(source) && headerTextAt(grid, binding.header, source).trim() !== "") {
      columns.push({ source, width: EXTRA_WIDTH });
    }
  }
  if (columns.some(({ bound: own }) => own?.role === "code")) return columns;
  const label = columns.findIndex(({ bound: own }) => own?.role === "label");
  const code: BoundColumn = { role: "code", measure: "", column: -1, header: "Mã số" };
  return columns.toSpliced(label + 1, 0, { bound: code, width: widthOf(code) ?? CODE_WIDTH });
}

/** The sheet's column of labels. */
const labelSource = (columns: readonly CopyColumn[]) =>
  columns.find(({ bound }) => bound?.role === "label")?.source ?? 0;

/** The rows of the table in the sheet's order: indicators, headings, and other rows that are not hidden. */
function bodyRows({ grid, binding }: FigureTable, columns: readonly CopyColumn[]): number[] {
  const bound = new Set(binding.rows.map(({ row }) => row));
  const last = Math.max(...bound, ...binding.unbound.map(({ row }) => row));
  const textOf = (row: number) =>
    columns.map(({ source }) => (source === undefined ? "" : fold(cellText(cellAt(grid, row, source))))).join("|");
  const label = labelSource(columns);
  const headers = new Set<string>();
  for (let row = binding.header.top; row <= binding.header.bottom; row += 1) headers.add(textOf(row));
  const rows: number[] = [];
  for (let row = binding.header.bottom + 1; row <= last; row += 1) {
    const given = columns.some(({ source }) => source !== undefined && !isEmpty(cellAt(grid, row, source)));
    // The header once more on "page two" is what the printer repeats by itself; the numbers of the columns likewise.
    const furniture = headers.has(textOf(row)) || isColumnNumbers(grid, binding.header, label, row);
    if (bound.has(row) || (given && !furniture && !grid.hiddenRows?.has(row))) rows.push(row);
  }
  return rows;
}

/**
 * Cells that the user merged in the body, where the copy has all of them side by side. A cell that a merge covers but
 * that still holds something stays in sight: nothing in a copy lies under something else.
 */
function bodyMerges(
  { grid, binding }: FigureTable,
  rowInCopy: ReadonlyMap<number, number>,
  columnInCopy: ReadonlyMap<number, number>,
): Merge[] {
  return (grid.merges ?? []).flatMap(({ top, left, bottom, right }): Merge[] => {
    if (top <= binding.header.bottom) return [];
    const [first, last] = [rowInCopy.get(top), rowInCopy.get(bottom)];
    const [from, to] = [columnInCopy.get(left), columnInCopy.get(right)];
    if (first === undefined || last === undefined || from === undefined || to === undefined) return [];
    if (last - first !== bottom - top || to - from !== right - left) return [];
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        if ((row > top || column > left) && !isEmpty(cellAt(grid, row, column))) return [];
      }
    }
    return [{ top: first, left: from, bottom: last, right: to }];
  });
}

function bodyCells(
  grid: Grid,
  form: Form,
  row: number,
  code: string | undefined,
  columns: readonly CopyColumn[],
): LayoutCell[] {
  const definition = code === undefined ? undefined : form.byCode.get(code);
  const heading = definition?.row === "heading";
  return columns.map(({ source, bound }): LayoutCell => {
    const cell = source === undefined ? undefined : cellAt(grid, row, source);
    if (!bound) return { ...valueCell(cell), look: typeof cell?.value === "number" ? "figure" : "label" };
    switch (bound.role) {
      case "code":
        return { value: code ?? textOrNull(cell), look: "code" };
      case "tt":
        return { value: textOrNull(cell), look: heading ? "headingCode" : "centered" };
      case "unit":
        return { value: textOrNull(cell), look: "centered" };
      case "label": {
        const indent = isIndicator(definition) ? definition.level - 1 : 0;
        return { value: textOrNull(cell), look: heading ? "heading" : "label", ...(indent > 0 && { indent }) };
      }
      default: {
        const measure = form.measures.find(({ id }) => id === bound.measure);
        const usual = isIndicator(definition) && measure ? figureFormat(definition, measure, bound) : undefined;
        return { ...valueCell(cell, usual), look: "figure" };
      }
    }
  });
}

/** A cell's value without its formula. Texts stay texts, whatever they begin with. */
function valueCell(cell: Cell | undefined, usual?: string): Pick<LayoutCell, "value" | "format"> {
  if (typeof cell?.value !== "number") return { value: textOrNull(cell) };
  const { value, format } = cell;
  return { value, format: format !== undefined && showsNumbers(format) ? format : shownWhole(value, usual) };
}

/** Whether a number format says how numbers look; `;;;` hides them, and General leaves it to each program. */
function showsNumbers(format: string): boolean {
  const codes = format.replace(/"[^"]*"|\\.|[_*].|\[[^\]]*\]/g, "");
  return codes
    .split(";")
    .slice(0, 2)
    .every((section) => /[0#?dmyhs]/i.test(section));
}

/** A format that hides no digit of a number: two more decimals than usual are noise of a division. */
function shownWhole(value: number, usual = "#,##0"): string {
  const shown = (usual.split(".")[1] ?? "").length;
  const held = decimalsOf(Number(value.toPrecision(15)));
  const decimals = Math.min(Math.max(shown, held), shown + 2);
  return decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(decimals)}`;
}

function textOrNull(cell: Cell | undefined): string | null {
  const text = cellText(cell);
  return text === "" ? null : text;
}

/** Lines under the table that belong to it. */
function notesBelow({ grid, binding }: FigureTable): string[] {
  const last = Math.max(...binding.rows.map(({ row }) => row), ...binding.unbound.map(({ row }) => row));
  return grid.rows.slice(last + 1, last + 21).flatMap((cells, at) => {
    if (grid.hiddenRows?.has(last + 1 + at)) return [];
    const text = cells.map((cell) => cellText(cell).trim()).find((one) => one !== "") ?? "";
    return /^(ghi chu|nguon|chu thich)( |$)/.test(fold(text)) ? [text] : [];
  });
}

/** The sheet's own row of column numbers, which the printer repeats with the header; undefined where it has none. */
function columnNumbers({ grid, binding }: FigureTable, columns: readonly CopyColumn[]): LayoutCell[] | undefined {
  const row = binding.header.bottom + 1;
  if (binding.rows.some((bound) => bound.row === row) || grid.hiddenRows?.has(row)) return undefined;
  if (!isColumnNumbers(grid, binding.header, labelSource(columns), row)) return undefined;
  return columns.map(({ source }) => ({
    value: source === undefined ? null : textOrNull(cellAt(grid, row, source)),
    look: "columnNumber",
  }));
}

/** The sheet's own header, its merged cells kept. */
function putHeader(
  grid: Grid,
  header: { readonly top: number; readonly bottom: number },
  columns: readonly CopyColumn[],
  top: number,
  cells: (LayoutCell | undefined)[][],
  merges: Merge[],
): void {
  for (let row = header.top; row <= header.bottom; row += 1) {
    cells[top + row - header.top] = columns.map(({ source }): LayoutCell => {
      const value = source === undefined ? null : textOrNull(cellAt(grid, row, source));
      return { value, look: "header" };
    });
  }
  const added = columns.findIndex(({ source }) => source === undefined);
  if (added >= 0) {
    cells[top]![added] = { value: "Mã số", look: "header" };
    if (header.bottom > header.top)
      merges.push({ top, left: added, bottom: top + header.bottom - header.top, right: added });
  }
  for (const merge of grid.merges ?? []) {
    if (merge.top < header.top || merge.bottom > header.bottom) continue;
    const inside = columns.flatMap(({ source }, at) =>
      source !== undefined && source >= merge.left && source <= merge.right ? [at] : [],
    );
    const [left, right] = [inside[0], inside.at(-1)];
    if (left === undefined || right === undefined || (added > left && added < right)) continue;
    if (right === left && merge.bottom === merge.top) continue;
    merges.push({ top: top + merge.top - header.top, left, bottom: top + merge.bottom - header.top, right });
  }
}

/** The title block and the foot of the official sheet over columns that may be others. */
function newFrame(official: SheetLayout, columns: readonly CopyColumn[]) {
  const cells: (LayoutCell | undefined)[][] = [];
  const merges: Merge[] = [];
  const last = columns.length - 1;
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  let width = 0;
  const over = columns.findIndex((column) => (width += column.width) > total * 0.6);
  const middle = Math.min(Math.max(over, 1), last);
  const across = (row: number, left: number, right: number) => {
    if (right > left) merges.push({ top: row, left, bottom: row, right });
  };
  /** Puts a row of one cell over everything, or of two beside each other. */
  const put = (row: number, [first, second]: readonly LayoutCell[]) => {
    const line: (LayoutCell | undefined)[] = [first];
    across(row, 0, second ? middle - 1 : last);
    if (second) {
      line[middle] = second;
      across(row, middle, last);
    }
    cells[row] = line;
  };
  const officialRow = (row: number) => (official.cells[row] ?? []).filter((cell) => cell !== undefined);
  return {
    cells,
    merges,
    putTitle() {
      for (let row = 0; row < official.headerRows.first; row += 1) {
        if (officialRow(row).length > 0) put(row, officialRow(row));
      }
    },
    putFoot(notes: readonly string[]) {
      const note = (value: string): LayoutCell => ({ value, look: "footnote" satisfies Look });
      let row = cells.length;
      for (const text of notes) put(row++, [note(text)]);
      const said = new Set(notes.map(fold));
      for (let at = official.body.bottom + 1; at < official.cells.length; at += 1) {
        const line = officialRow(at);
        if (line[0]?.look === "footnote" && said.has(fold(String(line[0].value)))) continue;
        if (line.length > 0) put(row, line);
        row += 1;
      }
    },
  };
}
