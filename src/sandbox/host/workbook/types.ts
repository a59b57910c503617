/**
 * The workbook that stands in for Excel: plain data, and what a user can do with it. Entries (cells, comments, names …)
 * are replaced, never changed in place, so that a step can be undone by putting the entries before it back.
 */

import { type CalcValue } from "../calc/types";
import { type Area } from "./area";
import { type Style } from "./style";

export type CellValue = CalcValue;

export interface Cell {
  /** The constant, or what the formula came to. */
  readonly value: CellValue;
  /** As en-US writes it, with its "="; absent for a constant. */
  readonly formula?: string;
  /** For a cell that a formula elsewhere spills into: that formula's place. It is nobody's own content. */
  readonly spilledFrom?: { readonly row: number; readonly column: number };
  /** Whether the text was typed behind an apostrophe. */
  readonly quotePrefix?: boolean;
  readonly style: Style;
}

export type Visibility = "Visible" | "Hidden" | "VeryHidden";

/** A row or a column. Sizes are in points. */
export interface Line {
  readonly size?: number;
  readonly hidden?: boolean;
  /** The look of its cells that have none of their own. */
  readonly style?: Style;
}

/** Who writes comments in the sandbox. */
export const AUTHOR = "Người dùng";

export interface Reply {
  readonly id: string;
  readonly author: string;
  readonly content: string;
  readonly created: string;
}

export interface Comment {
  readonly id: string;
  readonly row: number;
  readonly column: number;
  readonly author: string;
  readonly content: string;
  readonly resolved: boolean;
  /** ISO time. */
  readonly created: string;
  readonly replies: readonly Reply[];
}

/** Fields of the differential format; absent where the format leaves the cell as it is. */
export interface ConditionalLook {
  readonly fill?: string;
  readonly fontColor?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: "None" | "Single" | "Double";
  readonly strikethrough?: boolean;
  readonly numberFormat?: string;
  readonly borders?: Style["borders"];
}

export const CONDITIONAL_TYPES = [
  "Custom",
  "DataBar",
  "ColorScale",
  "IconSet",
  "TopBottom",
  "PresetCriteria",
  "ContainsText",
  "CellValue",
] as const;
export type ConditionalType = (typeof CONDITIONAL_TYPES)[number];

export interface ConditionalFormat {
  readonly id: string;
  readonly type: ConditionalType;
  readonly areas: readonly Area[];
  readonly stopIfTrue: boolean;
  readonly look: ConditionalLook;
  /** For `Custom`: an en-US formula with its "=", relative to the first cell of the first area. */
  readonly formula?: string;
  /** For the other types: the rule as Office.js states it, such as `{ operator, formula1 }`. */
  readonly rule?: Readonly<Record<string, unknown>>;
}

export interface DataValidation {
  readonly areas: readonly Area[];
  readonly type: string;
  /** As Office.js states it: `{ list: { inCellDropDown, source } }`, `{ wholeNumber: … }` … */
  readonly rule: Readonly<Record<string, unknown>>;
  readonly ignoreBlanks: boolean;
  readonly errorAlert: Readonly<Record<string, unknown>>;
  readonly prompt: Readonly<Record<string, unknown>>;
}

export interface Protection {
  readonly password: string;
  readonly options: Readonly<Record<string, unknown>>;
}

export interface NamedItem {
  readonly name: string;
  /** As en-US writes it, with its "=". */
  readonly formula: string;
  readonly visible: boolean;
  readonly comment: string;
}

export interface Chart {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly source: string;
  readonly seriesBy: string;
  /** Everything else that was set, by path such as `title.text`. */
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface Table {
  readonly id: string;
  readonly name: string;
  /** Header and totals rows included. */
  readonly area: Area;
  readonly showHeaders: boolean;
  readonly showTotals: boolean;
  readonly style: string;
  readonly showBandedRows: boolean;
  readonly showBandedColumns: boolean;
  readonly showFilterButton: boolean;
  readonly highlightFirstColumn: boolean;
  readonly highlightLastColumn: boolean;
}

export interface CustomXmlPart {
  readonly id: string;
  readonly xml: string;
}

export interface PageLayout {
  readonly printArea: readonly Area[];
  readonly titleRows?: Area;
  readonly titleColumns?: Area;
  /** Simple settings, as Office.js names them: orientation, paperSize, zoom, leftMargin, rightFooter … */
  readonly settings: Readonly<Record<string, unknown>>;
}

export interface Freeze {
  readonly rows: number;
  readonly columns: number;
}

/** A sheet. Read it freely; change it through {@link Workbook} only. */
export interface Sheet {
  readonly id: string;
  name: string;
  visibility: Visibility;
  /** #RRGGBB or empty. */
  tabColor: string;
  showGridlines: boolean;
  showHeadings: boolean;
  /** Rows of cells, both sparse. */
  rows: (Cell | undefined)[][];
  /** By row number. */
  rowLines: Map<number, Line>;
  columnLines: Map<number, Line>;
  merges: readonly Area[];
  freeze: Freeze;
  /** What is selected when this sheet is active; the active cell is the top left one of the first area. */
  selection: readonly Area[];
  comments: readonly Comment[];
  /** In order of priority. */
  conditionalFormats: readonly ConditionalFormat[];
  validations: readonly DataValidation[];
  protection: Protection | null;
  pageLayout: PageLayout;
  names: readonly NamedItem[];
  tables: readonly Table[];
  charts: readonly Chart[];
  customProperties: ReadonlyMap<string, string>;
  autoFilter: Area | null;
}

/** What an undo puts back: everything but the page's own state. */
export interface WorkbookState {
  sheets: Sheet[];
  activeSheet: string;
  names: readonly NamedItem[];
  /** Custom document properties. */
  customProperties: ReadonlyMap<string, string | number | boolean>;
  /** Title, author and their like, by the names that Office.js gives them: `title`, `lastAuthor` … */
  properties: ReadonlyMap<string, string>;
  /** The add-in's settings, as values of JSON. */
  settings: ReadonlyMap<string, unknown>;
  customXmlParts: readonly CustomXmlPart[];
  /** Protection of the structure. */
  protection: Protection | null;
}

export type ChangeSource = "user" | "addin";

export type WorkbookChange =
  | {
      readonly kind:
        | "RangeEdited"
        | "RowInserted"
        | "RowDeleted"
        | "ColumnInserted"
        | "ColumnDeleted"
        | "CellInserted"
        | "CellDeleted";
      readonly sheet: string;
      readonly address: string;
      readonly source: ChangeSource;
      /** For one cell: what it held before and holds now. */
      readonly details?: { readonly before: CellValue; readonly after: CellValue };
    }
  /** Looks, sizes, merges, comments, conditional formats, everything that is drawn but holds no value. */
  | { readonly kind: "look"; readonly sheet: string; readonly address: string; readonly source: ChangeSource }
  /** Values that formulas came to. */
  | { readonly kind: "calculated"; readonly sheet: string; readonly address: string; readonly source: ChangeSource }
  | { readonly kind: "selection"; readonly sheet: string; readonly address: string; readonly source: ChangeSource }
  | {
      readonly kind:
        "activated" | "deactivated" | "added" | "deleted" | "renamed" | "moved" | "visibility" | "protection";
      readonly sheet: string;
      readonly source: ChangeSource;
    }
  /** Names, properties, settings, parts. */
  | { readonly kind: "document"; readonly source: ChangeSource }
  /** Everything may be different: after an undo, or a file was opened. */
  | { readonly kind: "replaced"; readonly source: ChangeSource };

export type WorkbookListener = (change: WorkbookChange) => void;

/** Why the workbook refuses, in Office.js's words: code, and what Excel would say. */
export class WorkbookRefusal extends Error {
  override readonly name = "WorkbookRefusal";

  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** How a text is read as typed: the separators and the order of a date. */
export type InputLocale = "en-US" | "vi-VN";
