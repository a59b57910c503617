/**
 * What the pane and the gate need of a workbook, whoever holds it: Excel through Office.js, or a file opened from disk.
 * Everything that decides is in core; a port only reads, writes and shows.
 */

import type { AddedColumn } from "../fill/assessment";
import type { SheetLayout } from "../form/layout";
import type { StackedBars } from "../summary/chart";
import type { CellEdit, CellPlace, Grid } from "../table/grid";

export interface SheetInfo {
  /** Stays the same while the workbook is open, also when the sheet is renamed or moved. */
  readonly id: string;
  readonly name: string;
  readonly visible: boolean;
}

/** A sheet and what the workbook remembers, all read at one moment. */
export interface SheetSnapshot {
  readonly sheet: SheetInfo;
  /** Every sheet of the workbook, in its order. */
  readonly sheets: readonly SheetInfo[];
  /** The whole used part of the sheet, from A1. */
  readonly grid: Grid;
  /** Rows of the sheet that were not read, because it claims more than a Biểu could have; 0 almost always. */
  readonly rowsLeftOut: number;
  /** The same of columns. */
  readonly columnsLeftOut: number;
  readonly isProtected: boolean;
  /** Where the user stands, on the active sheet; absent where another sheet was read. */
  readonly selection?: CellPlace;
  /** The workbook's custom document properties, which hold the metadata of sheets that we made. */
  readonly properties: Readonly<Record<string, string>>;
  /** The text that {@link SheetChange.memory} stored; null where there is none. */
  readonly memory: string | null;
}

/** A cell and the text that it held when something was planned. */
export interface ExpectedText extends CellPlace {
  readonly text: string;
}

/** What to write, as one step that the user's undo takes back where the host has undo for add-ins. */
export interface SheetChange {
  /** {@link SheetInfo.id}. */
  readonly sheet: string;
  readonly edits: readonly CellEdit[];
  /** Cells that tell the rows apart. Where one holds another text by now, nothing is written: the trouble is "moved". */
  readonly expected?: readonly ExpectedText[];
  /** Custom document properties to set. */
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
  /** What the workbook shall remember for us beside the properties: one text, replaced as a whole. */
  readonly memory?: string;
  /** Columns beside a table that are written for the first time: they get its look. */
  readonly added?: readonly AddedColumn[];
  /** Columns that were added and whose cells this change empties: they get back the look that they had. */
  readonly removed?: readonly DressedColumn[];
}

/** A column that was given its table's look, and how it looked before. */
export interface DressedColumn extends AddedColumn {
  /** For the port that dressed it, in its own terms. */
  readonly before: unknown;
}

/** What only the undoing of a write needs to know. */
export interface Written {
  readonly dressed: readonly DressedColumn[];
}

/** A new sheet in the official look. */
export interface NewFormSheet {
  readonly layout: SheetLayout;
  /** Figures to put in at once, such as last year's actuals. */
  readonly edits: readonly CellEdit[];
  readonly properties: readonly { readonly name: string; readonly value: string }[];
  /** A chart of the sheet's own figures. */
  readonly chart?: StackedBars;
  /** {@link SheetInfo.id} of a sheet of ours that gives way to this one: it is deleted, and its name is the new one's. */
  readonly replaces?: string;
  /** Whether the user stays where they are, instead of being shown the new sheet. */
  readonly stay?: boolean;
}

/** A cell to be marked as having a finding. */
export interface CellMark extends CellPlace {
  readonly level: "error" | "warning" | "hint";
}

/** Something happened in the workbook. Hints only: hosts lose events, so whatever counts is read again. */
export type WorkbookEvent =
  | {
      readonly kind: "changed";
      readonly sheet: string;
      /** A1 address of what changed, without the sheet's name. */
      readonly address: string;
      /** Whether rows, columns or cells were inserted, deleted or moved. */
      readonly structural: boolean;
    }
  | { readonly kind: "activated"; readonly sheet: string }
  /** Other cells are selected. */
  | { readonly kind: "selected"; readonly sheet: string }
  | { readonly kind: "deleted"; readonly sheet: string };

/** The rows that the user selected. */
export interface SelectedRows {
  /** {@link SheetInfo.id} of the active sheet; "" where no cells are selected, but a chart or a picture. */
  readonly sheet: string;
  /** 0-based and inclusive, in the order of selecting; they may overlap and reach below what the sheet uses. */
  readonly areas: readonly { readonly top: number; readonly bottom: number }[];
}

export interface WorkbookPort {
  /** Reads a sheet, the active one by default, in one round trip. */
  readonly read: (sheet?: string) => Promise<SheetSnapshot>;
  /** Writes in one round trip, two where columns are added. All is written or nothing. */
  readonly write: (change: SheetChange) => Promise<Written>;
  /** Makes a form's sheet, beside the others, and shows it; a name that is taken gets a number. */
  readonly createSheet: (form: NewFormSheet) => Promise<SheetInfo>;
  /** Takes a sheet away that was made and not changed since; else the trouble is "moved" and it stays. */
  readonly removeSheet: (sheet: string, made: SheetLayout) => Promise<void>;
  /** Selects a cell and brings it into sight, without taking the focus from the pane. */
  readonly show: (sheet: string, place: CellPlace) => Promise<void>;
  /** Reads which rows are selected, in one round trip. */
  readonly selection: () => Promise<SelectedRows>;
  /** Marks the cells of a sheet's findings, in place of the marks before; none takes them all away. */
  readonly mark: (sheet: string, marks: readonly CellMark[]) => Promise<void>;
  /** Puts a comment on a cell. */
  readonly comment: (sheet: string, place: CellPlace, text: string) => Promise<void>;
  /**
   * Opens an .xlsx file as a workbook of its own, which has no name until the user saves it. A host may keep it from
   * opening and not say so.
   */
  readonly openInNewWindow: (bytes: Uint8Array) => Promise<void>;
  /** Calls back on every event until the returned function is called. */
  readonly watch: (listener: (event: WorkbookEvent) => void) => Promise<() => Promise<void>>;
}

/** Why a workbook did not do what it was asked. Nothing was lost; the pane has the words. */
export type TroubleCode =
  /** A cell is being edited; Excel waits for Enter. */
  | "cell-edit"
  /** A dialog of Excel is open; Excel waits for it to be closed. */
  | "dialog-open"
  /** The sheet is protected. */
  | "protected"
  /** The workbook's structure is protected: sheets are neither added nor taken away. */
  | "structure-protected"
  /** The workbook is open for reading only: nothing of it can be changed, whatever is unlocked. */
  | "read-only"
  /** Another workbook has come to the front, and Excel does this only in the one in front. */
  | "other-workbook"
  /** The sheet is no longer there. */
  | "sheet-gone"
  /** Rows or columns moved between reading and writing. */
  | "moved"
  /** The host stopped half-way; what was written is told by reading again. */
  | "interrupted"
  /** Excel on the web has ended the session; only loading the page again helps. */
  | "session-lost"
  /** Excel does not answer. It may have done what it was asked, or do so later. */
  | "no-answer"
  /** The workbook takes no more of what we remember in it. */
  | "memory-refused"
  /** More than the host takes at once. */
  | "too-large"
  /** The host lacks what this needs. */
  | "too-old"
  | "unknown";

export class WorkbookTrouble extends Error {
  override readonly name = "WorkbookTrouble";

  constructor(
    readonly code: TroubleCode,
    /** What the host said, for the developer's console only; never shown. */
    detail = "",
  ) {
    super(detail === "" ? code : `${code}: ${detail}`);
  }
}
