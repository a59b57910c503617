/**
 * Runs one batch of the library. What was done before an action that fails stays done, as in Excel; what comes after
 * is not run.
 */

import { WorkbookRefusal } from "../workbook/types";
import { type ApiObject, isApiObject } from "./api-class";
import { ApiError, invalidArgument, present } from "./api-error";
import { camel } from "./member-names";
import { type QueryInfo, answerQuery, update } from "./query";

interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
  readonly RecursiveQueryInfo?: { readonly Expand: QueryInfo };
  readonly ObjectState?: unknown;
}

export interface BatchRequest {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface BatchResponse {
  readonly Error: {
    readonly Code: string;
    readonly Message: string;
    readonly Location: string;
    readonly ActionIndex: number;
    readonly HttpStatusCode: number;
  } | null;
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
}

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Absent or a list. */
const isListOrNone = (value: unknown): boolean => value === undefined || value === null || Array.isArray(value);

const isArgumentInfo = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (isPlain(value) && isListOrNone(value["Arguments"]) && isListOrNone(value["ReferencedObjectPathIds"]));

const isQueryInfo = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (isPlain(value) &&
    ["Select", "Expand"].every((name) => {
      const paths = value[name];
      return isListOrNone(paths) && ((paths ?? []) as unknown[]).every((path) => typeof path === "string");
    }));

const isAction = (value: unknown): boolean =>
  isPlain(value) &&
  typeof value["ActionType"] === "number" &&
  typeof (value["Name"] ?? "") === "string" &&
  isArgumentInfo(value["ArgumentInfo"]) &&
  isQueryInfo(value["QueryInfo"]) &&
  (value["RecursiveQueryInfo"] === undefined ||
    (isPlain(value["RecursiveQueryInfo"]) && isQueryInfo(value["RecursiveQueryInfo"]["Expand"])));

const isObjectPath = (value: unknown): boolean =>
  isPlain(value) &&
  typeof value["ObjectPathType"] === "number" &&
  typeof (value["Name"] ?? "") === "string" &&
  isArgumentInfo(value["ArgumentInfo"]);

/** Whether a message has the shape of a batch; what its names and numbers mean is found out when it runs. */
export function isBatchRequest(body: unknown): body is BatchRequest {
  return (
    isPlain(body) &&
    Array.isArray(body["Actions"]) &&
    body["Actions"].every(isAction) &&
    isPlain(body["ObjectPaths"]) &&
    Object.values(body["ObjectPaths"]).every(isObjectPath)
  );
}

/** What a batch needs of the host. */
export interface BatchHost {
  readonly root: ApiObject;
  readonly service: (name: string) => ApiObject | undefined;
  /** An object that the library keeps over batches. */
  readonly referenced: (id: string) => ApiObject | undefined;
  readonly keep: (object: ApiObject) => void;
  /** `{ _ReferenceId }` of a kept object, else nothing. */
  readonly reference: (object: ApiObject) => object;
  /** Calculates what is stale, before something is read. */
  readonly settle: () => void;
  /** Called before each action; may throw what a switched-on fault throws. */
  readonly before: (actionIndex: number) => void;
  /** Called before a member is used that may do something, such as `Range.select`; may throw like {@link before}. */
  readonly using: (member: string) => void;
}

export function refusal(
  error: ApiError | WorkbookRefusal,
  location: string,
  actionIndex: number,
): BatchResponse["Error"] {
  return {
    Code: error.code,
    Message: error.message,
    Location: (error instanceof ApiError ? error.location : undefined) ?? location,
    ActionIndex: actionIndex,
    HttpStatusCode: error instanceof ApiError ? error.status : new ApiError(error.code, "").status,
  };
}

export function runBatch({ Actions: actions, ObjectPaths: paths }: BatchRequest, host: BatchHost): BatchResponse {
  const resolved = new Map<number, ApiObject | null>();
  /** Paths that are being walked: one that leads to itself leads nowhere. */
  const walking = new Set<number>();
  const results: { ActionId: number; Value: unknown }[] = [];
  let location = "";

  const argument = (value: unknown, reference: unknown): unknown => {
    if (Array.isArray(value)) {
      const references = Array.isArray(reference) ? (reference as readonly unknown[]) : undefined;
      // Plain values, such as those written to a range, hold no objects.
      return references ? value.map((one, index) => argument(one, references[index])) : (value as unknown);
    }
    if (typeof reference === "number" && reference > 0) return object(reference);
    if (typeof value !== "object" || value === null) return value;
    if ("_ObjectPathId" in value) return object(Number(value._ObjectPathId));
    // Objects of the API may lie in plain ones, such as the source of a list.
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, argument(one, undefined)]));
  };
  const args = (info: ArgumentInfo | undefined): unknown[] =>
    (info?.Arguments ?? []).map((value, index) => argument(value, info?.ReferencedObjectPathIds?.[index]));

  const make = (path: ObjectPath): ApiObject | null => {
    switch (path.ObjectPathType) {
      case 1:
        return host.root;
      case 2: {
        const service = host.service(path.Name);
        if (!service) throw new ApiError("ApiNotFound", `not emulated: ${path.Name}`);
        return service;
      }
      case 6: {
        const kept = host.referenced(path.Name);
        if (!kept) throw new ApiError("InvalidReference", "This reference is not valid for the current operation.");
        return kept;
      }
      case 7:
        return null;
    }
    const parent = object(path.ParentObjectPathId ?? 0);
    // Whatever hangs on a null object is a null object.
    if (!parent) return null;
    location = `${parent.className}.${camel(path.Name || "getItem")}`;
    if (path.ObjectPathType === 4) return parent.navigate(path.Name);
    if (path.ObjectPathType === 5) return parent.item(args(path.ArgumentInfo));
    host.using(location);
    const made = parent.call(path.Name, args(path.ArgumentInfo));
    if (made === null || isApiObject(made)) return made;
    throw new ApiError("GeneralException", `${location} made no object`);
  };

  /** The object of a path. A path is walked once in a batch, so that what it adds is added once. */
  const object = (id: number): ApiObject | null => {
    const known = resolved.get(id);
    if (known !== undefined) return known;
    const path = Object.hasOwn(paths, String(id)) ? paths[String(id)] : undefined;
    if (!path || walking.has(id)) throw new ApiError("InvalidObjectPath", `There is no object path ${id}.`);
    walking.add(id);
    const made = make(path);
    walking.delete(id);
    resolved.set(id, made);
    return made;
  };

  const run = (action: Action): unknown => {
    const { ActionType: type, ObjectPathId: path, Name: name } = action;
    if (type === 5) return null;
    location = "";
    switch (type) {
      case 1: {
        const made = object(path);
        return made && { ...made.id(), ...host.reference(made) };
      }
      case 2:
      case 6:
      case 7: {
        const found = object(path);
        if (!found) return null;
        host.settle();
        location = found.className;
        const query = type === 6 ? action.RecursiveQueryInfo?.Expand : action.QueryInfo;
        return answerQuery(found, query ?? {}, (one) => ({
          ...(one === found ? one.id() : {}),
          ...host.reference(one),
        }));
      }
      case 3: {
        const target = object(path);
        // Acting on a null object does nothing: Microsoft's samples begin with
        // `getItemOrNullObject("Sample").delete()` in workbooks without such a sheet.
        if (!target) return null;
        location = `${target.className}.${camel(name)}`;
        if (name === "_KeepReference") {
          host.keep(target);
          return null;
        }
        host.using(location);
        host.settle();
        const answer = target.call(name, args(action.ArgumentInfo));
        return answer === undefined || isApiObject(answer) ? null : answer;
      }
      case 4: {
        const target = present(object(path));
        location = `${target.className}.${camel(name)}`;
        host.using(location);
        target.set(name, args(action.ArgumentInfo)[0]);
        return null;
      }
      case 8:
        // Asks for an error if somebody changed the object; it is only there for the library's own `ensureUnchanged`.
        present(object(path));
        return null;
      case 9: {
        const target = present(object(path));
        location = target.className;
        update(target, action.ObjectState);
        return null;
      }
      default:
        throw invalidArgument(`There is no action of type ${type}.`);
    }
  };

  for (const [index, action] of actions.entries())
    try {
      host.before(index);
      results.push({ ActionId: action.Id, Value: run(action) ?? null });
    } catch (error) {
      if (error instanceof ApiError || error instanceof WorkbookRefusal)
        return { Error: refusal(error, location, index), Results: results };
      // A batch must have its answer, or the add-in waits for ever; the words say that it is the sandbox that failed.
      const failure = new ApiError("GeneralException", `The sandbox could not do this: ${String(error)}`);
      return { Error: refusal(failure, location, index), Results: results };
    }
  return { Error: null, Results: results };
}
