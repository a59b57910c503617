/** Collections whose objects are found by a key: names, settings, properties. */

import { type ApiClass, type ApiObject, type Args, type WireContext, bind } from "../api-class";
import { present } from "../api-error";

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
export const storedKey = (keys: readonly string[], wanted: string): string | undefined =>
  keys.find((key) => key.toLowerCase() === wanted.toLowerCase());

/** The class of a collection whose items are found by a key, or by their place. */
export function keyedCollection<Owner>({ name, item, keys, add, methods }: KeyedCollection<Owner>): ApiClass<Owner> {
  const object = (owner: Owner, key: string, context: WireContext): ApiObject => bind(item, { owner, key }, context);
  const find = (owner: Owner, wanted: string, context: WireContext): ApiObject | null => {
    const key = storedKey(keys(owner, context), wanted);
    return key === undefined ? null : object(owner, key, context);
  };
  return {
    name,
    items: (owner, context) => keys(owner, context).map((key) => object(owner, key, context)),
    item: (owner, args, context) => present(find(owner, args.text(0), context)),
    methods: {
      GetCount: (owner, _args, context) => keys(owner, context).length,
      GetItemOrNullObject: (owner, args, context) => find(owner, args.text(0), context),
      GetItemAt: (owner, args, context) => object(owner, present(keys(owner, context)[args.integer(0)]), context),
      ...(add ? { Add: (owner, args, context) => object(owner, add(owner, args, context), context) } : {}),
      ...methods,
    },
  };
}
