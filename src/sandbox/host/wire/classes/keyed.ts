/** Collections whose objects are found by a key: names, settings, properties. */

import { type ApiClass, type ApiObject, type Args, type WireContext, bind } from "../api-class";
import { notFound } from "../api-error";

/** An object held by its owner and key; it may be gone when it is next spoken of. */
export interface Keyed<Owner> {
  readonly owner: Owner;
  readonly key: string;
}

interface KeyedCollection<Owner> {
  readonly name: string;
  readonly item: ApiClass<Keyed<Owner>>;
  readonly keys: (owner: Owner, context: WireContext) => readonly string[];
  /** Puts an item there. @returns its key */
  readonly add?: (owner: Owner, args: Args, context: WireContext) => string;
  readonly methods?: ApiClass<Owner>["methods"];
}

/** The key as it is stored, for one that a caller writes: case makes no difference. */
const stored = (keys: readonly string[], wanted: string): string | undefined =>
  keys.find((key) => key.toLowerCase() === wanted.toLowerCase());

export function keyedCollection<Owner>({ name, item, keys, add, methods }: KeyedCollection<Owner>): ApiClass<Owner> {
  const object = (owner: Owner, key: string, context: WireContext): ApiObject => bind(item, { owner, key }, context);
  const find = (owner: Owner, wanted: string, context: WireContext): ApiObject | null => {
    const key = stored(keys(owner, context), wanted);
    return key === undefined ? null : object(owner, key, context);
  };
  const get = (owner: Owner, wanted: string, context: WireContext): ApiObject => {
    const found = find(owner, wanted, context);
    if (!found) throw notFound();
    return found;
  };
  return {
    name,
    items: (owner, context) => keys(owner, context).map((key) => object(owner, key, context)),
    item: (owner, args, context) => get(owner, args.text(0), context),
    methods: {
      GetCount: (owner, _args, context) => keys(owner, context).length,
      GetItemOrNullObject: (owner, args, context) => find(owner, args.text(0), context),
      GetItemAt: (owner, args, context) => {
        const key = keys(owner, context)[args.integer(0)];
        if (key === undefined) throw notFound();
        return object(owner, key, context);
      },
      ...(add ? { Add: (owner, args, context) => object(owner, add(owner, args, context), context) } : {}),
      ...methods,
    },
  };
}
