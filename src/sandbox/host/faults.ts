/** What can go wrong in Excel, to be switched on in tests and from the sandbox's page. */

export interface Faults {
  /** A cell is being edited: requests are refused, or wait where they ask for it, until this is false again. */
  cellEdit: boolean;
  /** The next batch that sets something fails before its action of this number (from 0), once. */
  failAt: number | null;
  /** What {@link failAt} fails with. */
  failCode: string;
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
}

export const noFaults = (): Faults => ({
  cellEdit: false,
  failAt: null,
  failCode: "GeneralException",
  loseEvents: false,
  deleteSheetBeforeNextBatch: null,
  refuseNewWindows: false,
  largestRequest: Infinity,
  largestAnswer: Infinity,
});
