/** Formula texts: moving a shared formula to another cell, and the file's prefix of add-in functions. */
import { stringifyTokens, tokenize, translateFormulaToR1C1, translateTokensToA1 } from "@borgar/fx/xlsx";
import { address } from "../core/table/grid";
import type { CellPlace } from "../core/table/grid";

/** The custom functions of this add-in. */
export const CUSTOM_FUNCTIONS: readonly string[] = ["SOVOIKH", "SOCUNGKY", "DANHGIA", "TYLE", "DOCSO"];

/** What Excel puts before the name of an add-in's function when it saves a formula. */
const PREFIX = "_xldudf_";

/** Excel knows references like `A1:B2` only; `A1:B` of other programs must not be read into a formula. */
const EXCEL_ONLY = { allowTernary: false } as const;

/**
 * Prepares a formula of one cell for use in others: the returned function gives its text at a place, as if it had
 * been copied there.
 *
 * @example
 * formulaMover("C2/D$1", { row: 1, column: 4 })({ row: 2, column: 4 }); // "C3/D$1"
 */
export function formulaMover(formula: string, from: CellPlace): (to: CellPlace) => string {
  const relative = translateFormulaToR1C1(formula, address(from.row, from.column), EXCEL_ONLY);
  const tokens = tokenize(relative, { r1c1: true, withLocation: false, mergeRefs: true, ...EXCEL_ONLY });
  return ({ row, column }) => stringifyTokens(translateTokensToA1(tokens, address(row, column)));
}

function mapFunctions(formula: string, rename: (name: string) => string): string {
  const tokens = tokenize(formula, { ...EXCEL_ONLY, withLocation: false });
  return tokens.map((token) => (token.type === "func" ? rename(token.value) : token.value)).join("");
}

/** Takes the prefix of add-in functions off, so that a formula reads as in Excel. */
export function withoutPrefix(formula: string): string {
  if (!formula.toLowerCase().includes(PREFIX)) return formula;
  return mapFunctions(formula, (name) => (name.toLowerCase().startsWith(PREFIX) ? name.slice(PREFIX.length) : name));
}

/** Puts the prefix before the named functions, as Excel expects them in a file; names inside texts are left alone. */
export function withPrefix(formula: string, functions: readonly string[]): string {
  const names = new Set(functions.map((name) => name.toUpperCase()));
  return mapFunctions(formula, (name) => (names.has(name.toUpperCase()) ? PREFIX + name.toUpperCase() : name));
}
