/** What the host and its calculation say to each other. Places are 0-based; a sheet is named by its id. */

/** A value as a cell holds it; `null` is a blank cell. Errors carry Excel's own word, such as `#DIV/0!`. */
export type CalcValue = number | string | boolean | null | { readonly error: string };

/** A rectangle of values, row by row. */
export type CalcMatrix = readonly (readonly CalcValue[])[];

export interface CalcPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A table of the workbook, for structured references. The edges are inclusive and take in the rows of headers and totals. */
export interface CalcTable {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  /** The names of the columns. */
  readonly headers: readonly string[];
  readonly hasHeaders: boolean;
  readonly hasTotals: boolean;
}

/** The workbook as the calculation reads it. */
export interface CalcCells {
  /** The value that the cell holds now, whether typed, calculated or spilled into. */
  value(sheet: string, row: number, column: number): CalcValue;
  /** The id of the sheet with this name, whatever its case; undefined where there is none. */
  sheetNamed(name: string): string | undefined;
  /** What a defined name refers to, as a formula; a name of the sheet hides one of the workbook. */
  name(name: string, sheet: string): string | undefined;
  /** How many rows and columns of the sheet are in use. */
  extent(sheet: string): { readonly rows: number; readonly columns: number };
  /** The table of this name, whatever its case. */
  table?(name: string): CalcTable | undefined;
}

/** Calls one of our functions; undefined where there is none of that name, which is `#NAME?`. */
export type CustomFunctionCaller = (name: string, args: readonly CalcMatrix[], at: CalcPlace) => CalcMatrix | undefined;

/** What a formula came to. `spill` is its whole array, the cell itself first, where it has more than one cell. */
export interface CalcChange extends CalcPlace {
  readonly value: CalcValue;
  readonly spill?: CalcMatrix;
}

/** Keeps the formulas of a workbook, and calculates what a change makes stale. */
export interface Calculator {
  /** Sets the formula of a cell (en-US, with or without its "="), or takes it away. Calculates nothing yet. */
  setFormula(sheet: string, row: number, column: number, formula: string | undefined): void;
  /** Drops every formula of a sheet that is deleted; what refers to it becomes `#REF!` when next calculated. */
  forgetSheet(sheet: string): void;
  clear(): void;
  /**
   * Calculates the formulas that were set since, volatile ones, and all that depend on the changed cells, each after
   * what it reads.
   *
   * @param changed cells whose typed values changed
   * @returns every formula that was calculated, with its value
   */
  recalculate(changed: readonly CalcPlace[]): readonly CalcChange[];
  /** Calculates every formula. */
  recalculateAll(): readonly CalcChange[];
}
