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
  WriteNotSupportedWhenModalDialogOpen: "dialog-open",
  AccessDenied: "protected",
  ItemNotFound: "sheet-gone",
  InvalidReference: "sheet-gone",
  InvalidObjectPath: "sheet-gone",
  // What `getActiveCell` and `Worksheet.delete` say while another workbook is in front.
  InvalidSelection: "other-workbook",
  InactiveWorkbook: "other-workbook",
  RequestPayloadSizeLimitExceeded: "too-large",
  ResponsePayloadSizeLimitExceeded: "too-large",
  RangeExceedsLimit: "too-large",
  InvalidOrTimedOutSession: "session-lost",
  Unauthenticated: "session-lost",
  RequestAborted: "interrupted",
  ServiceNotAvailable: "interrupted",
  ConnectionFailure: "interrupted",
  Timeout: "interrupted",
  GeneralException: "interrupted",
  ApiNotFound: "too-old",
  ApiNotAvailable: "too-old",
  UnsupportedOperation: "too-old",
  NotImplemented: "too-old",
};

/** Members that put what we remember into the workbook; Excel has no code for a workbook that takes no more of it. */
const KEEPS_MEMORY: ReadonlySet<string> = new Set([
  "CustomXmlPartCollection.add",
  "CustomXmlPart.setXml",
  "CustomPropertyCollection.add",
]);

/** Codes with which Excel refuses a batch before it begins it. */
const REFUSALS: ReadonlySet<string> = new Set([
  "InvalidOperationInCellEditMode",
  "HostIsBusy",
  "WriteNotSupportedWhenModalDialogOpen",
  "RequestPayloadSizeLimitExceeded",
  "InvalidOrTimedOutSession",
  "Unauthenticated",
  "ActivityLimitReached",
]);

/**
 * Whether Excel refused a batch as a whole, so that nothing of it was done. An answer that is too large is no such case:
 * what was asked for was done.
 */
export const isRefused = (error: unknown): boolean => REFUSALS.has(codeOf(error));

/** The trouble behind whatever was thrown. */
export function troubleOf(error: unknown): WorkbookTrouble {
  if (error instanceof WorkbookTrouble) return error;
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  const known = CODES[code] ?? "unknown";
  const isVague = known === "unknown" || known === "interrupted";
  return new WorkbookTrouble(
    isVague && KEEPS_MEMORY.has(placeOf(error)) ? "memory-refused" : known,
    code === "" ? message : `${code}: ${message}`,
  );
}

/** The error code of Office.js; "" where the error is not from it. */
export function codeOf(error: unknown): string {
  const code: unknown = typeof error === "object" && error !== null && "code" in error ? error.code : "";
  return typeof code === "string" ? code : "";
}

/** The member that failed, such as "Range.select"; "" where Office.js does not say. */
function placeOf(error: unknown): string {
  const info: unknown =
    typeof error === "object" && error !== null && "debugInfo" in error ? error.debugInfo : undefined;
  const place: unknown = typeof info === "object" && info !== null && "errorLocation" in info ? info.errorLocation : "";
  return typeof place === "string" ? place : "";
}

/** The trouble of a batch of which nothing stands: "interrupted" would say that a part of a write may. */
export const withNothingDone = ({ code, message }: WorkbookTrouble): WorkbookTrouble =>
  new WorkbookTrouble(code === "interrupted" ? "unknown" : code, message);

/** Milliseconds. Longer than anything that we ask for takes on a slow machine. */
const PATIENCE = 60_000;

/**
 * `Excel.run`, but with an end to waiting: Excel on the web is known to leave a request without an answer for ever, and
 * a pane that waits for ever cannot be used again.
 *
 * @throws WorkbookTrouble "no-answer", beside what Office.js throws
 */
export function runPatiently<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  return Excel.run((context) => {
    const sync = context.sync.bind(context);
    context.sync = async <V>(value?: V): Promise<V> => answered(sync(value));
    return batch(context);
  });
}

/**
 * An answer of Excel, but with an end to waiting.
 *
 * @throws WorkbookTrouble "no-answer", beside what the answer throws
 */
export function answered<V>(answer: Promise<V>): Promise<V> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new WorkbookTrouble("no-answer")), PATIENCE);
  });
  return Promise.race([answer, silence]).finally(() => clearTimeout(timer));
}

/**
 * Runs a batch and speaks of failure in the words of the port.
 *
 * A cell that is being edited is said at once, not waited for (`delayForCellEdit`): a pane that stands still until
 * Enter is pressed somewhere else looks broken.
 */
export async function runBatch<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await runPatiently(batch);
  } catch (error) {
    throw troubleOf(error);
  }
}
