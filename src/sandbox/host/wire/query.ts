/** Answers `load`: the wanted properties of an object, nested as the wire nests them. */

import { type ApiObject } from "./api-class";
import { invalidArgument, notEmulated } from "./api-error";
import { pascal } from "./member-names";

export interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

/** What is wanted of an object: its scalars by name, `*` for all, and of the objects below it. */
interface Wanted {
  readonly scalars: Set<string>;
  readonly below: Map<string, Wanted>;
}

const nothing = (): Wanted => ({ scalars: new Set(), below: new Map() });

function addPath(wanted: Wanted, path: string): void {
  const steps = path.split("/").map((step) => step.trim());
  let at = wanted;
  for (const step of steps.slice(0, -1)) {
    // `items` stands for the objects of a collection, which are asked in its place.
    if (step === "items") continue;
    const name = pascal(step);
    const next = at.below.get(name) ?? nothing();
    at.below.set(name, next);
    at = next;
  }
  const last = steps.at(-1)!;
  if (last === "items" || last === "$all") at.scalars.add("*");
  else at.scalars.add(last === "*" ? last : pascal(last));
}

export function answerQuery(object: ApiObject, query: QueryInfo, reference: (object: ApiObject) => object): unknown {
  const wanted = nothing();
  const select = query.Select ?? [];
  for (const path of select) addPath(wanted, path);
  for (const path of query.Expand ?? []) addPath(wanted, `${path}/*`);
  // A bare load() wants every simple property.
  if (select.length === 0) wanted.scalars.add("*");
  const window = { skip: query.Skip ?? 0, top: query.Top ?? Infinity };
  return read(object, wanted, reference, window);
}

function read(
  object: ApiObject,
  wanted: Wanted,
  reference: (object: ApiObject) => object,
  window = { skip: 0, top: Infinity },
): Record<string, unknown> {
  const result: Record<string, unknown> = { ...reference(object) };
  const { scalars, below } = wanted;
  if (object.isCollection) {
    // `count` and the like belong to the collection, everything else to its items.
    const own = new Set([...scalars].filter((name) => object.has(name) === "property"));
    const rest: Wanted = { scalars: new Set([...scalars].filter((name) => !own.has(name))), below };
    for (const name of scalars.has("*") ? object.scalarNames : own) result[name] = object.get(name);
    result["_Items"] = object
      .items()
      .slice(window.skip, window.skip + window.top)
      .map((item) => ({ ...item.id(), ...read(item, rest, reference) }));
    return result;
  }
  for (const name of scalars) {
    if (name === "*") for (const one of object.scalarNames) result[one] = object.get(one);
    else if (object.has(name) === "navigation") {
      const target = object.navigate(name);
      result[name] = target && read(target, { scalars: new Set(["*"]), below: new Map() }, reference);
    } else if (name === "IsNullObject") continue;
    else result[name] = object.get(name);
  }
  for (const [name, more] of below) {
    if (object.has(name) !== "navigation") {
      // A property whose value has parts of its own, such as `options/allowSort`.
      if (object.has(name) !== "property") throw notEmulated(`${object.className}.${name}`);
      result[name] = object.get(name);
      continue;
    }
    const target = object.navigate(name);
    const before = result[name];
    const found = target && read(target, more, reference);
    result[name] = found && before ? { ...before, ...found } : found;
  }
  return result;
}

/** Answers an Update: sets the properties of an object, and those of the objects below it. */
export function update(object: ApiObject, state: unknown): void {
  if (typeof state !== "object" || state === null) throw invalidArgument();
  for (const [name, value] of Object.entries(state)) {
    const member = pascal(name);
    if (object.has(member) === "navigation") {
      const target = object.navigate(member);
      if (target) update(target, value);
    } else object.set(member, value);
  }
}
