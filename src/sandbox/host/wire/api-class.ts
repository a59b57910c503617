/** How a class of the Excel API is described to the dispatcher: as data, one file per class. */

import { type Workbook } from "../workbook/workbook";
import { type InputLocale, type Sheet } from "../workbook/types";
import { type Area } from "../workbook/area";
import { invalidArgument, notEmulated } from "./api-error";

/** A rectangle that an add-in holds. Its area moves along when rows or columns are inserted or deleted. */
export interface RangeRef {
  readonly kind: "range";
  readonly sheet: string;
  /** Undefined when its cells were deleted. */
  area: Area | undefined;
}

/** Several rectangles of one sheet. */
export interface RangesRef {
  readonly kind: "ranges";
  readonly sheet: string;
  readonly ranges: readonly RangeRef[];
}

/** What the members of the classes work with. */
export interface WireContext {
  readonly workbook: Workbook;
  readonly locale: InputLocale;
  /** Whether the workbook may only be read. */
  readonly isReadOnly: () => boolean;
  /** A range that follows the cells. */
  readonly range: (sheet: Sheet, area: Area) => RangeRef;
  readonly events: { enabled: boolean };
  readonly application: { calculationMode: string };
  /** Objects that a class makes of another one's file. */
  readonly classes: { readonly worksheet: (sheet: Sheet, context: WireContext) => ApiObject };
  /** Forgets objects that the library no longer tracks. */
  readonly removeReference: (id: string) => void;
  readonly removeAllReferences: () => void;
  readonly register: (event: number, target: string) => void;
  readonly unregister: (event: number, target: string) => void;
  readonly newWindows: NewWindows;
}

/** Workbooks that an add-in opens beside the one that it is in. */
export interface NewWindows {
  /** Opens a file in a window of its own; an empty workbook where there is none. */
  readonly open: (bytes: Uint8Array | undefined) => void;
  /** Whether Excel opens none, as happens on the web. */
  readonly refused: () => boolean;
}

export interface Property<T> {
  readonly get?: (self: T, context: WireContext) => unknown;
  readonly set?: (self: T, value: unknown, context: WireContext) => void;
}

type Navigation<T> = (self: T, context: WireContext) => ApiObject | null;

/** A class of the API. Names are the wire's: PascalCase. */
export interface ApiClass<T> {
  readonly name: string;
  readonly properties?: Readonly<Record<string, Property<T>>>;
  readonly navigations?: Readonly<Record<string, Navigation<T>>>;
  /** A method answers with an object, null for a null object, a plain value, or nothing. */
  readonly methods?: Readonly<Record<string, (self: T, args: Args, context: WireContext) => unknown>>;
  /** For collections. */
  readonly items?: (self: T, context: WireContext) => readonly ApiObject[];
  readonly item?: (self: T, args: Args, context: WireContext) => ApiObject;
  /** What the library rewrites the object's path with: `Id`, or `_Id` where the class shows no id. */
  readonly id?: (self: T, context: WireContext) => Readonly<Record<string, string>>;
}

/** An object of the API as the dispatcher holds it. */
export interface ApiObject {
  readonly className: string;
  readonly self: unknown;
  readonly isCollection: boolean;
  readonly id: () => Readonly<Record<string, string>>;
  readonly scalarNames: readonly string[];
  readonly has: (member: string) => "property" | "navigation" | undefined;
  readonly get: (property: string) => unknown;
  readonly set: (property: string, value: unknown) => void;
  readonly navigate: (navigation: string) => ApiObject | null;
  readonly call: (method: string, args: readonly unknown[]) => unknown;
  readonly items: () => readonly ApiObject[];
  readonly item: (args: readonly unknown[]) => ApiObject;
}

/** The objects that {@link bind} made: one that came over the wire may only look like one. */
const bound = new WeakSet<object>();

/** Ties an object to its class. */
export function bind<T>(cls: ApiClass<T>, self: T, context: WireContext): ApiObject {
  const { properties = {}, navigations = {}, methods = {} } = cls;
  const own = <V>(table: Readonly<Record<string, V>>, name: string): V | undefined =>
    Object.hasOwn(table, name) ? table[name] : undefined;
  const object: ApiObject = {
    className: cls.name,
    self,
    isCollection: cls.items !== undefined,
    id: () => cls.id?.(self, context) ?? {},
    scalarNames: Object.keys(properties).filter((name) => properties[name]?.get && !name.startsWith("_")),
    has: (member) => (own(properties, member) ? "property" : own(navigations, member) ? "navigation" : undefined),
    get: (name) => {
      const property = own(properties, name);
      if (!property?.get) throw notEmulated(`${cls.name}.${name}`);
      return property.get(self, context);
    },
    set: (name, value) => {
      const property = own(properties, name);
      if (!property?.set) throw notEmulated(`${cls.name}.${name} =`);
      property.set(self, value, context);
    },
    navigate: (name) => {
      const navigation = own(navigations, name);
      if (!navigation) throw notEmulated(`${cls.name}.${name}`);
      return navigation(self, context);
    },
    call: (name, args) => {
      const method = own(methods, name);
      if (!method) throw notEmulated(`${cls.name}.${name}()`);
      return method(self, new Args(args), context);
    },
    items: () => {
      if (!cls.items) throw notEmulated(`${cls.name} as a collection`);
      return cls.items(self, context);
    },
    item: (args) => {
      if (!cls.item) throw notEmulated(`${cls.name}.getItem()`);
      return cls.item(self, new Args(args), context);
    },
  };
  bound.add(object);
  return object;
}

export const isApiObject = (value: unknown): value is ApiObject =>
  typeof value === "object" && value !== null && bound.has(value);

export const isRangeRef = (value: unknown): value is RangeRef =>
  typeof value === "object" && value !== null && "kind" in value && value.kind === "range";

export const isRangesRef = (value: unknown): value is RangesRef =>
  typeof value === "object" && value !== null && "kind" in value && value.kind === "ranges";

/** The arguments of a call. What is absent came as null. */
export class Args {
  constructor(private readonly values: readonly unknown[]) {}

  at(index: number): unknown {
    return this.values[index] ?? undefined;
  }

  text(index: number): string {
    const value = this.at(index);
    if (typeof value === "string") return value;
    if (typeof value === "number") return String(value);
    throw invalidArgument();
  }

  /** A text, or the other where it is absent. */
  textOr<T>(index: number, absent: T): string | T {
    return this.at(index) === undefined ? absent : this.text(index);
  }

  integer(index: number): number {
    const value = this.at(index);
    if (typeof value === "number" && Number.isInteger(value)) return value;
    throw invalidArgument();
  }

  integerOr(index: number, absent: number): number {
    return this.at(index) === undefined ? absent : this.integer(index);
  }

  flag(index: number): boolean {
    return this.at(index) === true;
  }

  /** One of a few words; the first is the default. */
  oneOf<const T extends string>(index: number, words: readonly [T, ...T[]]): T {
    const value = this.at(index) ?? words[0];
    const found = words.find((word) => word === value);
    if (found === undefined) throw invalidArgument();
    return found;
  }

  record(index: number): Readonly<Record<string, unknown>> {
    return asRecord(this.at(index));
  }
}

export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  if (value === undefined || value === null) return {};
  if (typeof value !== "object" || Array.isArray(value)) throw invalidArgument();
  return value as Readonly<Record<string, unknown>>;
}

/** What is set to a property that takes a text, number or flag. */
export function asText(value: unknown): string {
  if (typeof value !== "string") throw invalidArgument();
  return value;
}
export function asNumber(value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) throw invalidArgument();
  return value;
}
export function asFlag(value: unknown): boolean {
  if (typeof value !== "boolean") throw invalidArgument();
  return value;
}
export function asWord<const T extends string>(value: unknown, words: readonly T[]): T {
  const found = words.find((word) => word === value);
  if (found === undefined) throw invalidArgument();
  return found;
}
