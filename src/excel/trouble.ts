/** What Excel says when it does not do something, in the words of the workbook port. */

import { WorkbookTrouble, type TroubleCode } from "../core/workbook/port";

/**
 * Error codes of Office.js (Excel.ErrorCodes, OfficeExtension.ErrorCodes and those that hosts add). Codes that are not
 * listed are "unknown": better than a guess that sends the user the wrong way.
 */
const CODES: Readonly<Record<string, TroubleCode>> = {
  InvalidOperationInCellEditMode: "cell-edit",
  // The desktop's word while a cell is edited or a dialog is open.
  HostIsBusy: "cell-edit",
  AccessDenied: "protected",
  ItemNotFound: "sheet-gone",
  InvalidReference: "sheet-gone",
  InvalidObjectPath: "sheet-gone",
  RequestPayloadSizeLimitExceeded: "too-large",
  ResponsePayloadSizeLimitExceeded: "too-large",
  RangeExceedsLimit: "too-large",
  RequestAborted: "interrupted",
  ServiceNotAvailable: "interrupted",
  ConnectionFailure: "interrupted",
  Timeout: "interrupted",
  GeneralException: "interrupted",
  ApiNotFound: "too-old",
  UnsupportedOperation: "too-old",
  NotImplemented: "too-old",
};

/**
 * Whether Excel refused a batch as a whole, so that nothing of it was done. An answer that is too large is no such case:
 * what was asked for was done.
 */
export function isRefused(error: unknown): boolean {
  const code = codeOf(error);
  return CODES[code] === "cell-edit" || code === "RequestPayloadSizeLimitExceeded";
}

/** The trouble behind whatever was thrown. */
export function troubleOf(error: unknown): WorkbookTrouble {
  if (error instanceof WorkbookTrouble) return error;
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  return new WorkbookTrouble(CODES[code] ?? "unknown", code === "" ? message : `${code}: ${message}`);
}

/** The error code of Office.js; "" where the error is not from it. */
export function codeOf(error: unknown): string {
  const code: unknown = typeof error === "object" && error !== null && "code" in error ? error.code : "";
  return typeof code === "string" ? code : "";
}

/** The trouble of a batch of which nothing stands: "interrupted" would say that a part of a write may. */
export const withNothingDone = ({ code, message }: WorkbookTrouble): WorkbookTrouble =>
  new WorkbookTrouble(code === "interrupted" ? "unknown" : code, message);

/**
 * Runs a batch and speaks of failure in the words of the port.
 *
 * A cell that is being edited is said at once, not waited for (`delayForCellEdit`): a pane that stands still until
 * Enter is pressed somewhere else looks broken.
 */
export async function runBatch<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await Excel.run(batch);
  } catch (error) {
    throw troubleOf(error);
  }
}
