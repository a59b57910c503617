/** What a workbook to be made is described by. */

import type { Merge } from "../core/table/grid";

/** How a cell looks. What is absent is as Excel has it by default, but in Times New Roman. */
export interface CellLook {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  /** Font size in points; 12 by default. */
  readonly size?: number;
  /** Font colour as `RRGGBB`. */
  readonly color?: string;
  /** Background colour as `RRGGBB`. */
  readonly fill?: string;
  /** A line around the cell. */
  readonly border?: "thin" | "hair" | "medium";
  readonly horizontal?: "left" | "center" | "right" | "justify";
  readonly vertical?: "top" | "center" | "bottom";
  readonly wrap?: boolean;
  /** Steps of indentation from the left. */
  readonly indent?: number;
  /** Number format in en-US notation, such as `#,##0.0`. */
  readonly format?: string;
}

/** A cell of a new sheet. */
export interface NewCell {
  /** The value; with a formula, the value it has now. */
  readonly value?: number | string | null;
  /** The formula without `=`, in en-US notation, with the names of our functions as in Excel. */
  readonly formula?: string;
  readonly look?: CellLook;
}

/** What may be typed into a range, and what Excel says about it. */
export interface NewValidation {
  readonly range: Merge;
  readonly rule:
    | { readonly kind: "number" | "whole"; readonly min?: number; readonly max?: number }
    /** The choices; together no longer than 255 characters, none with a comma. */
    | { readonly kind: "list"; readonly values: readonly string[] }
    /** A formula that is true for what may be typed, seen from the range's first cell. */
    | { readonly kind: "formula"; readonly formula: string };
  /** Shown beside the cell when it is chosen. */
  readonly prompt?: { readonly title: string; readonly text: string };
  /** Shown for anything else; `stop` refuses it, `warning` asks. */
  readonly error?: { readonly title: string; readonly text: string; readonly severity: "stop" | "warning" };
}

/** How a sheet is printed: on A4, its columns fitted to the width of the page. */
export interface NewPage {
  readonly orientation: "portrait" | "landscape";
  /** Margins in centimetres; those of official documents (top and bottom 2, left 3, right 1.5) by default. */
  readonly margins?: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
  /** Header and footer in the codes of Excel: `&P` is the page, `&N` the number of pages, `&&` an ampersand. */
  readonly header?: PageText;
  readonly footer?: PageText;
  /** The rows repeated on every page, 0-based and inclusive. */
  readonly titleRows?: { readonly first: number; readonly last: number };
  /** Rows that begin a page, 0-based, beside those where a page is full. */
  readonly starts?: readonly number[];
  readonly printArea?: Merge;
}

/** The three parts of a header or footer. */
export interface PageText {
  readonly left?: string;
  readonly center?: string;
  readonly right?: string;
}

/** A sheet of a new workbook. */
export interface NewSheet {
  readonly name: string;
  readonly rows: readonly (readonly (NewCell | undefined)[])[];
  /** Widths of the columns in characters; undefined leaves Excel's default. */
  readonly columnWidths?: readonly (number | undefined)[];
  /** Heights in points by 0-based row. */
  readonly rowHeights?: ReadonlyMap<number, number>;
  readonly merges?: readonly Merge[];
  readonly hiddenColumns?: ReadonlySet<number>;
  /** How many rows and columns stay in sight when one scrolls. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  readonly page?: NewPage;
  readonly validations?: readonly NewValidation[];
  /** `veryHidden` does not show in Excel's menu either. */
  readonly visibility?: "hidden" | "veryHidden";
}

/** A name of a new workbook. */
export interface NewName {
  readonly name: string;
  /** What it stands for, without `=`: see {@link rangeReference}. */
  readonly refersTo: string;
  /** The sheet it belongs to; absent for a name of the whole workbook. */
  readonly sheet?: string;
}

/** A workbook to be made. The same description gives the same bytes. */
export interface NewWorkbook {
  readonly sheets: readonly NewSheet[];
  readonly names?: readonly NewName[];
  readonly customProperties?: Readonly<Record<string, string>>;
  readonly properties: {
    readonly title?: string;
    readonly creator?: string;
    readonly company?: string;
    /** When the workbook was made; given, so that nothing depends on the clock. */
    readonly created: Date;
  };
}
