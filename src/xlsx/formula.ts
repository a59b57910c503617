/** Formula texts: moving a shared formula to another cell, and the file's prefix of add-in functions. */
import { OUR_FUNCTIONS } from "../core/fill/formulas";
import { stringifyTokens, tokenize, translateFormulaToR1C1, translateTokensToA1 } from "@borgar/fx/xlsx";
import { address } from "../core/table/grid";
import type { CellPlace } from "../core/table/grid";
import { XmlError } from "./xml";

/** What Excel puts before the name of an add-in's function when it saves a formula. */
const PREFIX = "_xldudf_";

/** Excel knows references like `A1:B2` only; `A1:B` of other programs must not be read into a formula. */
const EXCEL_ONLY = { allowTernary: false } as const;

/** Longer than any formula of Excel, which stops at 8.192 characters without the prefixes that only the file has. */
const MAX_LENGTH = 16_384;

/** Refuses texts that no program writes as a formula and that take the tokenizer forever. */
function refuseAbsurd(formula: string): void {
  if (formula.length > MAX_LENGTH || /\d{300}/.test(formula)) throw new XmlError("not a formula");
}

/**
 * Prepares a formula of one cell for use in others: the returned function gives its text at a place, as if it had
 * been copied there.
 *
 * @example
 * formulaMover("C2/D$1", { row: 1, column: 4 })({ row: 2, column: 4 }); // "C3/D$1"
 */
export function formulaMover(formula: string, from: CellPlace): (to: CellPlace) => string {
  refuseAbsurd(formula);
  const relative = translateFormulaToR1C1(formula, address(from.row, from.column), EXCEL_ONLY);
  const tokens = tokenize(relative, { r1c1: true, withLocation: false, mergeRefs: true, ...EXCEL_ONLY });
  return ({ row, column }) => stringifyTokens(translateTokensToA1(tokens, address(row, column)));
}

function mapFunctions(formula: string, rename: (name: string) => string): string {
  refuseAbsurd(formula);
  const tokens = tokenize(formula, { ...EXCEL_ONLY, withLocation: false });
  return tokens.map((token) => (token.type === "func" ? rename(token.value) : token.value)).join("");
}

/** Whether a formula calls an add-in function by its name in the file, or seems to. */
export function hasPrefix(formula: string): boolean {
  return formula.toLowerCase().includes(PREFIX);
}

/** Takes the prefix of add-in functions off, so that a formula reads as in Excel; LibreOffice saves them in small letters. */
export function withoutPrefix(formula: string): string {
  if (!hasPrefix(formula)) return formula;
  const plain = (name: string) => name.slice(PREFIX.length).toUpperCase();
  return mapFunctions(formula, (name) => (name.toLowerCase().startsWith(PREFIX) ? plain(name) : name));
}

const OURS: ReadonlySet<string> = new Set(OUR_FUNCTIONS);

/** Puts the prefix before our functions, as Excel expects them in a file; names inside texts are left alone. */
export function withPrefix(formula: string): string {
  return mapFunctions(formula, (name) => (OURS.has(name.toUpperCase()) ? PREFIX + name.toUpperCase() : name));
}
