/** What a file of the corpus is, and what must come of it. */

/** What the commands must do with a file. */
export type Outcome =
  /** No command reads it; the sentence that each of them says. */
  | { readonly kind: "refused"; readonly says: RegExp }
  /** It is a sound workbook without a table that we know. */
  | { readonly kind: "no-table" }
  /** It is read; what `bieu check --json` finds must hold all of these rule codes. */
  | { readonly kind: "read"; readonly finds?: readonly string[] }
  /** Read or refused, whichever; only the rules that hold for every file are asked. */
  | { readonly kind: "any" };

export interface HostileFile {
  readonly name: string;
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
  readonly outcome: Outcome;
  /** Large: goes through `bieu check` alone, which opens it as every other command does. */
  readonly heavy?: boolean;
}

export const refused = (says: RegExp): Outcome => ({ kind: "refused", says });
export const read = (...finds: readonly string[]): Outcome => ({ kind: "read", finds });
export const NO_TABLE: Outcome = { kind: "no-table" };
export const ANY: Outcome = { kind: "any" };

export function hostileFile(name: string, bytes: HostileFile["bytes"], outcome: Outcome): HostileFile {
  return { name, bytes, outcome };
}

/** A file so large that one command must do. */
export function heavyFile(name: string, bytes: HostileFile["bytes"], outcome: Outcome): HostileFile {
  return { name, bytes, outcome, heavy: true };
}
