/** One attached add-in: its batches, the objects it holds, and what it is told of. */

import { type Faults, type Misfortune } from "../faults";
import { type Area } from "../workbook/area";
import { shiftArea } from "../workbook/references";
import { deleteSheet } from "../workbook/sheets";
import { type InputLocale, type WorkbookChange } from "../workbook/types";
import { type Workbook } from "../workbook/workbook";
import {
  type ApiClass,
  type ApiObject,
  type NewWindows,
  type RangeRef,
  type WireContext,
  bind,
  isRangeRef,
  isRangesRef,
} from "./api-class";
import { ApiError, accessDenied } from "./api-error";
import { type BatchRequest, type BatchResponse, isBatchRequest, refusal, runBatch } from "./batch";
import { workbookObject } from "./classes/workbook";
import { worksheetObject } from "./classes/worksheet";
import { type EventEntry, createEventTable } from "./events";

export interface SessionOptions {
  readonly workbook: Workbook;
  readonly locale: InputLocale;
  readonly faults: Faults;
  readonly functionsReady: () => void;
  readonly invocationResult: (id: number, result: unknown) => void;
  readonly newWindow: NewWindows["open"];
}

export interface Session {
  /** Carries out a request. Without a body it gets no answer. */
  readonly run: (
    body: unknown,
    bytes: number,
  ) => { readonly body: BatchResponse | undefined; readonly isCleanUp: boolean };
  readonly entries: (change: WorkbookChange) => EventEntry[];
}

const CELL_EDIT = new ApiError(
  "InvalidOperationInCellEditMode",
  "Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.",
);
const TOO_LARGE = new ApiError("RequestPayloadSizeLimitExceeded", "The request payload size has exceeded the limit.");

const NO_BATCH = new ApiError("InvalidRequest", "The request is not a batch of actions on object paths.");
const INTERNAL_ERROR = "There was an internal error while processing the request.";

const codeAlone = (code: string): ApiError => new ApiError(code, INTERNAL_ERROR);

/** An answer that is an error and nothing else. */
const refusedWith = (error: ApiError): BatchResponse => ({ Error: refusal(error, "", 0), Results: [] });

/** What stands in the place of an answer that is too large. */
export const answerTooLarge = (): BatchResponse =>
  refusedWith(new ApiError("ResponsePayloadSizeLimitExceeded", "The response payload size has exceeded the limit."));

/** Where the library's machinery for custom functions puts its results. */
const functionsClass = (result: SessionOptions["invocationResult"], ready: () => void): ApiClass<null> => {
  const take = (_self: null, args: { at: (index: number) => unknown }) => {
    const results = args.at(0);
    if (Array.isArray(results)) for (const one of results as { readonly id: number }[]) result(one.id, one);
  };
  return {
    name: "CustomFunctionsContainer",
    methods: {
      _SetOsfControlContainerReadyForCustomFunctions: ready,
      SetInvocationResults: take,
      SetInvocationArrayResults: take,
    },
  };
};

/** Housekeeping of Office.js itself, which asks nothing of a workbook. */
const INTERNAL: ApiClass<null> = {
  name: "AddinInternalService",
  methods: { NotifyActionHandlerReady: () => undefined },
};

const isHousekeeping = (request: BatchRequest): boolean =>
  request.Actions.every(({ ActionType: type, Name: name }) => type === 1 || type === 5 || name === "_RemoveReference");

/** What Office.js reports of functions and buttons; it is no request of the add-in, so a cell that is being edited is no hindrance. */
const MACHINERY: ReadonlySet<string> = new Set([
  "_SetOsfControlContainerReadyForCustomFunctions",
  "SetInvocationResults",
  "SetInvocationArrayResults",
  "NotifyActionHandlerReady",
]);
const isMachinery = ({ Actions }: BatchRequest): boolean =>
  Actions.some(({ Name: name }) => MACHINERY.has(name)) &&
  Actions.every(({ ActionType: type, Name: name }) => type === 1 || type === 5 || MACHINERY.has(name));

/** Whether a batch sets something, as every write of cells does and no reading. */
const sets = (request: BatchRequest): boolean => request.Actions.some(({ ActionType: type }) => type === 4);

/** Methods that change the workbook; what they are called by is much alike in all classes. */
const CHANGING =
  /^(?:Add|AdjustIndent|Apply|Autofit|Clear|ConvertToRange|Copy|Delete|Freeze|Insert|Merge|Protect|Replace|Resize|Set|Unfreeze|Unmerge|Unprotect)/;

/** Whether a batch changes the workbook: sets something, or calls a method that does. */
const changes = (request: BatchRequest): boolean =>
  request.Actions.some(
    ({ ActionType: type, Name: name }) => type === 4 || type === 9 || (type === 3 && CHANGING.test(name)),
  ) ||
  Object.values(request.ObjectPaths).some(({ ObjectPathType: type, Name: name }) => type === 3 && CHANGING.test(name));

export function createSession({
  workbook,
  locale,
  faults,
  functionsReady,
  invocationResult,
  newWindow,
}: SessionOptions): Session {
  const table = createEventTable(workbook);
  const events = { enabled: true };
  const kept = new Map<string, ApiObject>();
  const keptIds = new Map<unknown, string>();
  /** Ranges that follow the cells: those of the running batch and those that the library keeps. */
  const live = new Set<RangeRef>();
  let references = 0;

  workbook.onShift((sheet, shift) => {
    for (const range of live) if (range.sheet === sheet && range.area) range.area = shiftArea(range.area, shift);
  });

  const context: WireContext = {
    workbook,
    locale,
    isReadOnly: () => faults.readOnly,
    range: (sheet, area: Area) => {
      const range: RangeRef = { kind: "range", sheet: sheet.id, area };
      live.add(range);
      return range;
    },
    events,
    application: { calculationMode: "Automatic" },
    classes: { worksheet: worksheetObject },
    removeReference: (id) => {
      const object = kept.get(id);
      kept.delete(id);
      if (object) keptIds.delete(object.self);
    },
    removeAllReferences: () => {
      kept.clear();
      keptIds.clear();
    },
    register: table.register,
    unregister: table.unregister,
    newWindows: { open: newWindow, refused: () => faults.refuseNewWindows },
  };
  const root = workbookObject(context);
  const functions = bind(functionsClass(invocationResult, functionsReady), null, context);
  const internal = bind(INTERNAL, null, context);

  const runInStep = (request: BatchRequest, misfortune: Misfortune | undefined): BatchResponse => {
    const stopAt = misfortune?.kind === "stopped" ? misfortune : undefined;
    const refused = misfortune?.kind === "member-refused" ? misfortune.codes : undefined;
    const failAt = sets(request) ? faults.failAt : null;
    if (failAt !== null) faults.failAt = null;
    return runBatch(request, {
      root,
      service: (name) =>
        name === "Microsoft.ExcelServices.CustomFunctions"
          ? functions
          : name === "Microsoft.InternalService.AddinInternalService"
            ? internal
            : undefined,
      referenced: (id) => kept.get(id),
      keep: (object) => {
        if (keptIds.has(object.self)) return;
        const id = `ref${++references}`;
        kept.set(id, object);
        keptIds.set(object.self, id);
      },
      reference: (object) => {
        const id = keptIds.get(object.self);
        return id === undefined ? {} : { _ReferenceId: id };
      },
      settle: workbook.settle,
      before: (index) => {
        if (failAt !== null && index >= failAt) throw new ApiError(faults.failCode, INTERNAL_ERROR);
        if (stopAt && index >= stopAt.action) throw new ApiError(stopAt.code, INTERNAL_ERROR);
      },
      using: (member) => {
        const code = refused?.get(member);
        if (code !== undefined) throw new ApiError(code, INTERNAL_ERROR);
      },
    });
  };

  return {
    run: (body, bytes) => {
      if (!isBatchRequest(body)) {
        return { body: refusedWith(NO_BATCH), isCleanUp: false };
      }
      const request = body;
      const isCleanUp =
        isHousekeeping(request) && request.Actions.some(({ Name: name }) => name === "_RemoveReference");
      const refused =
        faults.cellEdit && !isMachinery(request) ? CELL_EDIT : bytes > faults.largestRequest ? TOO_LARGE : undefined;
      if (refused) return { body: refusedWith(refused), isCleanUp };
      const gone = faults.deleteSheetBeforeNextBatch;
      if (gone !== null && !isCleanUp) {
        faults.deleteSheetBeforeNextBatch = null;
        const sheet = workbook.sheetNamed(gone);
        if (sheet) workbook.step("user", () => deleteSheet(workbook, sheet));
      }
      const isWork = !isHousekeeping(request) && !isMachinery(request);
      const writes = changes(request);
      if (isWork && writes && faults.readOnly) return { body: refusedWith(accessDenied()), isCleanUp };
      const misfortune = isWork ? faults.onBatch?.({ actions: request.Actions.length, writes }) : undefined;
      if (misfortune?.kind === "refused") return { body: refusedWith(codeAlone(misfortune.code)), isCleanUp };
      if (misfortune?.kind === "unanswered" && !misfortune.done) return { body: undefined, isCleanUp };
      const response = workbook.step("addin", () => runInStep(request, misfortune));
      live.clear();
      for (const { self } of kept.values())
        if (isRangeRef(self)) live.add(self);
        else if (isRangesRef(self)) self.ranges.forEach((range) => live.add(range));
      if (misfortune?.kind === "unanswered") return { body: undefined, isCleanUp };
      if (misfortune?.kind === "answer-lost") return { body: refusedWith(codeAlone(misfortune.code)), isCleanUp };
      return { body: response, isCleanUp };
    },
    entries: (change) => (events.enabled ? table.entries(change) : []),
  };
}
