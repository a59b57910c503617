/** Cells as Office.js gives and takes them, and as core knows them. */

import { EXCEL_ERRORS, type Cell, type CellEdit, type Grid, type Merge } from "../core/table/grid";
import { WorkbookTrouble } from "../core/workbook/port";

/** A block of cells as a range of Office.js holds it. Formulas are en-US; `text` is never read: it is the locale's. */
export interface RawBlock {
  readonly top: number;
  readonly left: number;
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly formats: readonly (readonly unknown[])[];
  readonly types: readonly (readonly string[])[];
  /** Whether some cells of the block show results of a formula that stands in another one: an array, a spill. */
  readonly hasArrays: boolean;
}

export interface SheetFacts {
  readonly sheet: string;
  readonly merges: readonly Merge[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
}

/** The grid of a sheet, anchored at A1 wherever its used part begins. */
export function gridOf(block: RawBlock, facts: SheetFacts): Grid {
  const rows: (Cell | undefined)[][] = [];
  for (let row = 0; row < block.top; row += 1) rows.push([]);
  block.values.forEach((_, row) => rows.push(cellsOf(block, row)));
  return { ...facts, rows };
}

function cellsOf(block: RawBlock, row: number): (Cell | undefined)[] {
  const cells = new Array<Cell | undefined>(block.left).fill(undefined);
  block.values[row]!.forEach((value, column) => {
    const format = block.formats[row]?.[column];
    const formula = formulaAt(block, row, column);
    const seen = contentOf(value, block.types[row]?.[column]);
    // A formula that shows nothing has a result, the empty text; without one it would count as not calculated.
    const content = seen === null && formula !== undefined ? "" : seen;
    const styled = typeof format === "string" && format !== "General" && format !== "";
    // Blank cells with a format are kept: filling asks whether a target shows percentages.
    if (content === null && formula === undefined && !styled) cells.push(undefined);
    else cells.push({ value: content, ...(formula !== undefined && { formula }), ...(styled && { format }) });
  });
  return cells;
}

/** The values of Office.js are the types of JavaScript, with errors as texts; the value type tells those from texts. */
function contentOf(value: unknown, type: string | undefined): Cell["value"] {
  if (type === "Error") return { error: String(value) };
  if (value === "" || value === null || value === undefined) return null;
  if (typeof value === "number" || typeof value === "boolean") return value;
  return typeof value === "string" ? value : null;
}

function formulaAt(block: RawBlock, row: number, column: number): string | undefined {
  const formula = block.formulas[row]?.[column];
  // A text such as "=x", typed with an apostrophe, has itself as its formula.
  if (typeof formula !== "string" || !formula.startsWith("=") || formula === block.values[row]?.[column]) {
    return undefined;
  }
  // Hosts give the formula of an array or a spill for every cell that it fills. A formula that was filled down or to
  // the right changes with its references; one that stays the same beside itself, in a block with arrays, is the array's.
  const sameBefore = block.formulas[row - 1]?.[column] === formula || block.formulas[row]?.[column - 1] === formula;
  return block.hasArrays && sameBefore ? undefined : formula.slice(1);
}

/** Longest text and formula that Excel takes. */
const MAX_TEXT = 32_767;
const MAX_FORMULA = 8_192;

/**
 * What to assign to `Range.formulas` for an edit. Excel reads a text that it is given as if it had been typed, so whatever
 * it would take for a number, a date, a truth value or a formula gets the apostrophe that says "text"; it is not part of
 * the cell's value.
 *
 * @throws WorkbookTrouble for what no cell can hold; JSON would silently turn NaN into "leave alone"
 */
export function writtenOf({ value, formula }: CellEdit): number | string | boolean {
  if (formula !== undefined) {
    if (formula.length > MAX_FORMULA) throw new WorkbookTrouble("too-large", "formula");
    // An error that stood there as a value comes back as one.
    return (EXCEL_ERRORS as readonly string[]).includes(formula) ? formula : `=${formula.replace(/^\s*=/, "")}`;
  }
  if (typeof value === "number" && !Number.isFinite(value)) throw new WorkbookTrouble("unknown", `value ${value}`);
  if (typeof value !== "string") return value ?? "";
  if (value.length > MAX_TEXT) throw new WorkbookTrouble("too-large", "text");
  return readsAsOther(value) ? `'${value}` : value;
}

/** English and Vietnamese names of months that, with a number, Excel makes a date of. */
const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|thg|tháng)\p{L}*[\s.,/-]*\d/iu;

/**
 * Whether Excel could take a text for something else. Texts that begin with a letter are texts, save truth values and
 * months; everything else is guarded, since what Excel reads depends on the user's regional settings.
 */
function readsAsOther(text: string): boolean {
  if (text === "") return false;
  return !/^\p{L}/u.test(text) || /^(?:true|false)$/i.test(text) || MONTH.test(text);
}
