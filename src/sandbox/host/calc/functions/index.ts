/**
 * Excel's functions by name. Those that tables live on are our own, so that blanks, texts and errors are taken as Excel
 * takes them; the rest come from a library.
 */

import { AGGREGATE } from "./aggregate";
import { type KnownFunction } from "./known";
import { libraryFunction } from "./library";
import { LOGIC } from "./logic";
import { LOOKUP } from "./lookup";
import { MATHEMATICS } from "./mathematics";
import { TEXT } from "./text";

const OWN: ReadonlyMap<string, KnownFunction> = new Map(
  Object.entries({ ...LOGIC, ...MATHEMATICS, ...AGGREGATE, ...TEXT, ...LOOKUP }),
);

/** A function by its name in capitals; undefined where Excel has none, or none that is known here. */
export function functionNamed(name: string): KnownFunction | undefined {
  return OWN.get(name) ?? libraryFunction(name);
}
