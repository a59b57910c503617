/**
 * The rest of Excel's functions, from Formula.js (MIT): dates, statistics, finance. It takes plain values and lists, knows
 * dates as JavaScript does, and says errors with objects of the language, which are turned here.
 */

import * as formulajs from "@formulajs/formulajs";
import { settled } from "../environment";
import { type CalcValue } from "../types";
import { errorValue, isErrorValue, isMatrix, NUM, VALUE, type Operand } from "../values";
import { isRange, numbersIn, operands, scalars, type KnownFunction } from "./known";

type LibraryFunction = (...args: unknown[]) => unknown;

/** Old names of functions that the library has by their new ones. */
const NEWER: Readonly<Record<string, string>> = {
  STDEV: "STDEVS",
  VAR: "VARS",
  MODE: "MODESNGL",
  PERCENTILE: "PERCENTILEINC",
  QUARTILE: "QUARTILEINC",
  PERCENTRANK: "PERCENTRANKINC",
  RANK: "RANKEQ",
};

/** Functions of the numbers in ranges, where texts and blanks are passed over. */
const OF_NUMBERS: ReadonlySet<string> = new Set(
  "STDEVS STDEVP VARS VARP MODESNGL MEDIAN GEOMEAN HARMEAN AVEDEV DEVSQ KURT SKEW GCD LCM".split(" "),
);

/** The same, with further arguments behind the one range. */
const OF_NUMBERS_AND_MORE: ReadonlySet<string> = new Set(
  "LARGE SMALL PERCENTILEINC PERCENTILEEXC QUARTILEINC QUARTILEEXC PERCENTRANKINC PERCENTRANKEXC TRIMMEAN".split(" "),
);

/** Functions of single values, which go over arrays cell by cell. */
const OF_SCALARS: ReadonlySet<string> = new Set(
  (
    "DATE YEAR MONTH DAY HOUR MINUTE SECOND TIME DATEVALUE TIMEVALUE EDATE EOMONTH DAYS DAYS360 DATEDIF WEEKDAY WEEKNUM " +
    "ISOWEEKNUM YEARFRAC FACT COMBIN PERMUT DEGREES RADIANS ASIN ACOS ATAN ATAN2 SINH COSH TANH ROMAN ARABIC BASE DECIMAL " +
    "FIXED NUMBERVALUE PMT FV PV NPER RATE"
  ).split(" "),
);

const VOLATILE: ReadonlySet<string> = new Set(["NOW", "TODAY"]);

/** A function of the library by Excel's name; undefined where it has none. */
export function libraryFunction(name: string): KnownFunction | undefined {
  const plain = name.replaceAll(".", "");
  const known = NEWER[plain] ?? plain;
  const found = (formulajs as Readonly<Record<string, unknown>>)[known];
  if (typeof found !== "function" || !/^[A-Z]/.test(known)) return undefined;
  const call = guarded(found as LibraryFunction);
  const adapted = adapt(known, call);
  return VOLATILE.has(known) ? { ...adapted, volatile: true } : adapted;
}

function adapt(name: string, call: LibraryFunction): KnownFunction {
  if (OF_SCALARS.has(name)) {
    return scalars((args) => {
      const result = fromLibrary(call(...args.map((value) => value ?? 0)));
      return isMatrix(result) ? (result[0]?.[0] ?? VALUE) : (result as CalcValue);
    });
  }
  if (OF_NUMBERS.has(name)) {
    return operands((args, environment) => {
      const numbers = numbersIn(args, environment);
      return Array.isArray(numbers) ? fromLibrary(call(numbers)) : numbers;
    });
  }
  const first = OF_NUMBERS_AND_MORE.has(name) ? 0 : name.startsWith("RANK") ? 1 : -1;
  return operands((args, environment) => {
    const given: unknown[] = [];
    for (const [at, arg] of args.entries()) {
      const value = at === first && isRange(arg) ? numbersIn([arg], environment) : settled(arg, environment);
      if (isErrorValue(value as Operand)) return value as Operand;
      given.push(value);
    }
    return fromLibrary(call(...given));
  });
}

/** The library throws on some arguments that it does not expect. */
const guarded =
  (call: LibraryFunction): LibraryFunction =>
  (...args) => {
    try {
      return call(...args);
    } catch {
      return VALUE;
    }
  };

const DAY = 86_400_000;
/** Serial numbers count days from here; 1900 being a leap year, as Excel has it, moves what is later by one. */
const EPOCH = Date.UTC(1899, 11, 30);

function fromLibrary(result: unknown): Operand {
  if (Array.isArray(result)) {
    const lines = result.some(Array.isArray) ? result : [result];
    return lines.map((line: unknown) => (Array.isArray(line) ? line : [line]).map(oneValue));
  }
  return oneValue(result);
}

function oneValue(result: unknown): CalcValue {
  if (result instanceof Error) return errorValue(result.message);
  if (result instanceof Date) {
    const day = Date.UTC(result.getFullYear(), result.getMonth(), result.getDate());
    const seconds = result.getHours() * 3600 + result.getMinutes() * 60 + result.getSeconds();
    return (day - EPOCH + seconds * 1000) / DAY;
  }
  switch (typeof result) {
    case "number":
      return Number.isFinite(result) ? result : NUM;
    case "string":
    case "boolean":
      return result;
    default:
      return isErrorValue(result as Operand) ? (result as CalcValue) : VALUE;
  }
}
