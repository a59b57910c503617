/** Names of functions in files: newer ones carry a prefix there that nobody sees in Excel. */

import { tokenize } from "@borgar/fx/xlsx";

/** Functions of Excel 2010 and later, which files write with `_xlfn.`. */
const NEWER = new Set(
  (
    "BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST " +
    "CONFIDENCE.NORM CONFIDENCE.T COVARIANCE.P COVARIANCE.S EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST " +
    "FORECAST.LINEAR GAMMA.DIST GAMMA.INV GAMMALN.PRECISE HYPGEOM.DIST LOGNORM.DIST LOGNORM.INV MODE.MULT MODE.SNGL " +
    "NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC " +
    "PERCENTRANK.INC POISSON.DIST QUARTILE.EXC QUARTILE.INC RANK.AVG RANK.EQ SKEW.P STDEV.P STDEV.S T.DIST T.DIST.2T " +
    "T.DIST.RT T.INV T.INV.2T T.TEST VAR.P VAR.S WEIBULL.DIST Z.TEST CEILING.MATH CEILING.PRECISE FLOOR.MATH " +
    "FLOOR.PRECISE ERF.PRECISE ERFC.PRECISE ACOT ACOTH AGGREGATE ARABIC BASE BITAND BITLSHIFT BITOR BITRSHIFT BITXOR " +
    "COMBINA COT COTH CSC CSCH DECIMAL GAMMA GAUSS MUNIT PDURATION PERMUTATIONA PHI RRI SEC SECH IFNA IFS SWITCH XOR " +
    "TEXTJOIN CONCAT MAXIFS MINIFS XLOOKUP XMATCH UNIQUE SEQUENCE SORTBY RANDARRAY LET LAMBDA MAP REDUCE SCAN MAKEARRAY " +
    "BYROW BYCOL VSTACK HSTACK TOROW TOCOL WRAPROWS WRAPCOLS TAKE DROP EXPAND CHOOSECOLS CHOOSEROWS TEXTSPLIT TEXTBEFORE " +
    "TEXTAFTER NUMBERVALUE DAYS ISOWEEKNUM FORMULATEXT ISFORMULA SHEET SHEETS UNICHAR UNICODE"
  ).split(" "),
);
/** Two of them have `_xlws.` behind it. */
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
