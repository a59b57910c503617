/** What can go wrong in Excel, to be switched on in tests and from the sandbox's page. */

/** A batch of the add-in's work, before it is carried out. */
export interface ComingBatch {
  readonly actions: number;
  /** Whether it changes the workbook. */
  readonly writes: boolean;
}

/** What befalls one batch. Codes are those of Office.js. */
export type Misfortune =
  /** Refused as a whole: nothing of it is done. */
  | { readonly kind: "refused"; readonly code: string }
  /** Ends before its action of this number, from 0; what came before stays done. */
  | { readonly kind: "stopped"; readonly action: number; readonly code: string }
  /** Ends where it uses a member that is named, such as `Worksheet.activate`, with the code beside it. */
  | { readonly kind: "member-refused"; readonly codes: ReadonlyMap<string, string> }
  /** Done, but the answer that comes is an error. */
  | { readonly kind: "answer-lost"; readonly code: string }
  /** No answer ever comes, whether it was done or not. */
  | { readonly kind: "unanswered"; readonly done: boolean };

export interface Faults {
  /** A cell is being edited: requests are refused, or wait where they ask for it, until this is false again. */
  cellEdit: boolean;
  /** The next batch that sets something fails before its action of this number (from 0), once. */
  failAt: number | null;
  /** What {@link failAt} fails with. */
  failCode: string;
  /** The workbook may only be read: whatever would change it is refused. */
  readOnly: boolean;
  /** Changes happen, but the add-in is not told. */
  loseEvents: boolean;
  /** Before the next batch the sheet of this name is deleted, as if somebody else did it. */
  deleteSheetBeforeNextBatch: string | null;
  /** Excel opens no workbook in a window of its own. */
  refuseNewWindows: boolean;
  /** Requests larger than this many bytes are refused; 5 MB on the web. */
  largestRequest: number;
  /** The same of answers; what was asked for is done all the same. */
  largestAnswer: number;
  /**
   * Decides what befalls each batch of work, of which housekeeping is none. It may change the workbook first, as others do
   * who work in it.
   */
  onBatch: ((batch: ComingBatch) => Misfortune | undefined) | null;
}

export const noFaults = (): Faults => ({
  cellEdit: false,
  failAt: null,
  failCode: "GeneralException",
  readOnly: false,
  loseEvents: false,
  deleteSheetBeforeNextBatch: null,
  refuseNewWindows: false,
  largestRequest: Infinity,
  largestAnswer: Infinity,
  onBatch: null,
});
