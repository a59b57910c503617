/** Names of functions in files: newer ones carry a prefix there that nobody sees in Excel. */

import { tokenize } from "@borgar/fx/xlsx";

/** Functions of Excel 2010 and later, which files write with `_xlfn.`; the first two groups also with `_xlws.`. */
const NEWER = new Set(
  (
    "IFNA IFS SWITCH XOR TEXTJOIN CONCAT MAXIFS MINIFS XLOOKUP XMATCH UNIQUE SEQUENCE SORTBY RANDARRAY LET LAMBDA MAP " +
    "REDUCE SCAN MAKEARRAY BYROW BYCOL VSTACK HSTACK TOROW TOCOL WRAPROWS WRAPCOLS TAKE DROP EXPAND CHOOSECOLS CHOOSEROWS " +
    "TEXTSPLIT TEXTBEFORE TEXTAFTER NUMBERVALUE DAYS ISOWEEKNUM FORMULATEXT ISFORMULA SHEET SHEETS UNICHAR UNICODE"
  ).split(" "),
);
const WORKSHEET = new Set(["FILTER", "SORT"]);

function mapFunctions(formula: string, rename: (name: string) => string): string {
  const tokens = tokenize(formula, { allowTernary: false, withLocation: false });
  return tokens.map((token) => (token.type === "func" ? rename(token.value) : token.value)).join("");
}

/** Takes the prefixes off, so that a formula reads as in Excel. */
export function withoutFilePrefixes(formula: string): string {
  if (!/_xl(fn|ws|pm)\./i.test(formula)) return formula;
  return mapFunctions(formula, (name) => name.replace(/^(_xlfn\.)?(_xlws\.)?/i, "")).replace(/\b_xlpm\./gi, "");
}

/** Puts the prefixes of newer functions on, as Excel expects them in a file. Our own functions are not its business. */
export function withFilePrefixes(formula: string): string {
  return mapFunctions(formula, (name) => {
    const upper = name.toUpperCase();
    if (WORKSHEET.has(upper)) return `_xlfn._xlws.${upper}`;
    return NEWER.has(upper) ? `_xlfn.${upper}` : name;
  });
}
