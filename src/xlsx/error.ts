/** What is the matter with a workbook, for a program to decide on; the message is for people. */
export type WorkbookReason =
  | "not-workbook"
  | "encrypted"
  | "damaged"
  | "too-large"
  | "old-xls"
  | "sheet-missing"
  | "array-formula"
  | "table-header"
  | "value-refused"
  | "result-missing";

/** A workbook that cannot be opened, or an edit that cannot be made; `message` is Vietnamese and ready to show. */
export class WorkbookError extends Error {
  override readonly name = "WorkbookError";
  readonly reason: WorkbookReason;
  /** The A1 address of the cell the message speaks of, where it speaks of one. */
  readonly cell?: string;
  /** The name of that cell's sheet. */
  readonly sheet?: string;

  constructor(reason: WorkbookReason, message: string, at: { readonly sheet?: string; readonly cell?: string } = {}) {
    super(message);
    this.reason = reason;
    if (at.sheet !== undefined) this.sheet = at.sheet;
    if (at.cell !== undefined) this.cell = at.cell;
  }
}
