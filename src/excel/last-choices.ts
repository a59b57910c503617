/**
 * The last choices of the user (form, period, unit, way of filling), kept on this machine for the next Biểu.
 *
 * The only place that knows `@microsoft/office-js-helpers`. Of that archived library we use `Storage`: a container of
 * its own in the browser's local storage, with values as JSON. Excel partitions local storage by add-in and, on the web,
 * may refuse it altogether; then the choices hold until the pane is closed. The library is loaded when first asked for,
 * never before the first paint.
 */

/** Everything of ours is kept as `@BieuYTe/…`. */
const CONTAINER = "BieuYTe";

export interface LastChoices {
  /** undefined where nothing is kept, or what is kept is no text. */
  readonly get: (name: string) => string | undefined;
  /** Keeps a choice; a storage that is full or shut keeps nothing, which harms nobody. */
  readonly set: (name: string, value: string) => void;
}

/** Opens the last choices. Never rejects. */
export async function openLastChoices(): Promise<LastChoices> {
  try {
    const { Storage, StorageType } = await import("@microsoft/office-js-helpers");
    const storage =
      open(() => new Storage<unknown>(CONTAINER)) ?? new Storage<unknown>(CONTAINER, StorageType.InMemoryStorage);
    return {
      get: (name) => {
        // An object, since the library makes a date of a text that looks like one.
        const kept = open(() => storage.get(name));
        const text = typeof kept === "object" && kept !== null && "text" in kept ? kept.text : undefined;
        return typeof text === "string" ? text : undefined;
      },
      set: (name, value) => {
        open(() => storage.set(name, { text: value }));
      },
    };
  } catch {
    return { get: () => undefined, set: () => undefined };
  }
}

function open<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
