/** The host: a workbook in memory, and the other side of Office.js. */

import { type AttachOptions, type Attachment, attachTo } from "./attach";
import { type CustomFunctionCaller } from "./calc/types";
import { createCalculator } from "./calc/calculator";
import { type FunctionMetadata, customFunctionCaller } from "./custom-functions";
import { type Faults, noFaults } from "./faults";
import { type InputLocale, type WorkbookChange } from "./workbook/types";
import { type Workbook, createWorkbook } from "./workbook/workbook";
import { answerTooLarge, createSession } from "./wire/session";

export type { AttachOptions } from "./attach";
export type { ComingBatch, Faults, Misfortune } from "./faults";
export type { Workbook } from "./workbook/workbook";

export interface HostOptions {
  /** Name of the first sheet; `Sheet1` by default. */
  readonly firstSheet?: string;
}

/** What went over the wire. */
export interface Traffic {
  batches: number;
  /** From the add-in to the host, and back. */
  bytesIn: number;
  bytesOut: number;
  /** Batches of clean-up after an Excel.run, counted in `batches` too. */
  cleanUps: number;
}

export interface Host {
  readonly workbook: Workbook;
  readonly faults: Faults;
  readonly traffic: Traffic;
  readonly resetTraffic: () => void;
  /** Makes a window the add-in's, before office.js runs in it. @returns undoes it */
  readonly attach: (window: object, options?: AttachOptions) => () => void;
  /** Calls back when an add-in opens a workbook in a window of its own, until the returned function is called. */
  readonly onNewWindow: (listener: NewWindowListener) => () => void;
  /** Presses a button of the ribbon: runs what the add-in associated with the name. @returns false where it cannot */
  readonly runRibbonCommand: (name: string) => boolean;
  readonly customFunctions: {
    /** The functions.json of the add-in, which says how arguments are handed over. */
    metadata: FunctionMetadata | undefined;
    readonly call: CustomFunctionCaller;
    /** Calls a function through the library's own machinery, as Excel does. */
    readonly invoke: (name: string, args: readonly unknown[]) => Promise<unknown>;
  };
}

/** Is given the file; undefined for an empty workbook. */
export type NewWindowListener = (bytes: Uint8Array | undefined) => void;

const utf8 = new TextEncoder();

interface Message {
  readonly id: number;
  readonly flags?: number;
  readonly controlId?: string;
  readonly message: { readonly body: unknown };
}

/** Requests with this flag wait for the end of cell editing instead of failing. */
const DELAY_FOR_CELL_EDIT = 64;
/** Milliseconds between two looks whether it has ended. */
const CELL_EDIT_POLL = 20;

/** Makes the host, with one empty sheet. */
export function createHost({ firstSheet = "Sheet1" }: HostOptions = {}): Host {
  const faults = noFaults();
  const traffic: Traffic = { batches: 0, bytesIn: 0, bytesOut: 0, cleanUps: 0 };
  const attachments = new Set<{ readonly attachment: Attachment; readonly detach: () => void }>();
  const newWindowListeners = new Set<NewWindowListener>();
  const invocations = new Map<number, (result: unknown) => void>();
  let invocationCount = 0;
  let metadata: FunctionMetadata | undefined;

  const call = customFunctionCaller(
    () => {
      for (const { attachment } of [...attachments].reverse()) {
        const mappings = attachment.window.CustomFunctions?._association?.mappings;
        if (mappings) return mappings;
      }
      return undefined;
    },
    () => metadata,
    (id) => workbook.sheet(id)?.name ?? "",
  );
  const workbook: Workbook = createWorkbook((cells) => createCalculator(cells, call), firstSheet);

  const attach: Host["attach"] = (window, options = {}) => {
    // A pane that is loaded again comes in the same window; what it was before is gone.
    for (const other of attachments) if (other.attachment.window === window) other.detach();
    const locale: InputLocale = options.locale ?? "vi-VN";
    const session = createSession({
      workbook,
      locale,
      faults,
      // What calls the add-in's functions was #NAME? until now.
      functionsReady: () => workbook.recalculateAll(),
      invocationResult: (id, result) => {
        invocations.get(id)?.(result);
        invocations.delete(id);
      },
      // A window opens after the batch that asked for it.
      newWindow: (bytes) => void setTimeout(() => newWindowListeners.forEach((listener) => listener(bytes)), 0),
    });
    const receive = (text: string): void => {
      const request = JSON.parse(text) as Message;
      const size = utf8.encode(text).length;
      traffic.batches++;
      traffic.bytesIn += size;
      const answer = (): void => {
        if (faults.cellEdit && ((request.flags ?? 0) & DELAY_FOR_CELL_EDIT) !== 0) {
          setTimeout(answer, CELL_EDIT_POLL);
          return;
        }
        const { body, isCleanUp } = session.run(request.message.body, size);
        if (isCleanUp) traffic.cleanUps++;
        if (!body) return;
        const answerWith = (content: unknown): string => {
          const message = { statusCode: 200, headers: {}, body: content };
          return JSON.stringify({ id: request.id, type: 2, controlId: request.controlId, message });
        };
        const answered = answerWith(body);
        const answerSize = utf8.encode(answered).length;
        traffic.bytesOut += answerSize;
        attachment.sendText(answerSize > faults.largestAnswer ? answerWith(answerTooLarge()) : answered);
      };
      // Excel answers later, never within the call.
      void Promise.resolve().then(answer);
    };
    const attachment = attachTo(window, { ...options, locale }, receive);
    const unsubscribe = workbook.onChange((change: WorkbookChange) => {
      if (faults.loseEvents) return;
      const entries = session.entries(change);
      if (entries.length === 0) return;
      // Events come after the answer to the batch that caused them.
      setTimeout(() => attachment.send({ type: 3, message: { entries } }), 0);
    });
    const entry = {
      attachment,
      detach: () => {
        unsubscribe();
        attachments.delete(entry);
      },
    };
    attachments.add(entry);
    return entry.detach;
  };

  return {
    workbook,
    faults,
    traffic,
    resetTraffic: () => Object.assign(traffic, { batches: 0, bytesIn: 0, bytesOut: 0, cleanUps: 0 }),
    attach,
    onNewWindow: (listener) => {
      newWindowListeners.add(listener);
      return () => newWindowListeners.delete(listener);
    },
    runRibbonCommand: (name) => [...attachments].some(({ attachment }) => attachment.ribbon(name)),
    customFunctions: {
      get metadata() {
        return metadata;
      },
      set metadata(described) {
        metadata = described;
      },
      call,
      invoke: (functionName, args) => {
        const last = [...attachments].at(-1);
        if (!last) return Promise.reject(new Error("No add-in is attached"));
        const invocationId = ++invocationCount;
        const message = { invocationId, functionName, parameterValues: args, address: "Sheet1!A1", flags: 4 };
        return new Promise((resolve) => {
          invocations.set(invocationId, resolve);
          const entries = [{ messageCategory: 1, messageType: 1000, message }];
          last.attachment.send({ type: 3, message: { entries } });
        });
      },
    },
  };
}
