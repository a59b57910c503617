/** Conditions, and what a value is. */

import { firstOf, matrixOf, settled, type Environment, type Part } from "../environment";
import { overArrays } from "../operators";
import { type CalcValue } from "../types";
import {
  compareValues,
  isArea,
  isErrorValue,
  isMatrix,
  NA,
  toCondition,
  toNumber,
  VALUE,
  type ErrorValue,
  type Operand,
} from "../values";
import { eachValue, operands, parts, scalars, type KnownFunctions } from "./known";

/** IF: only the branch that is needed is calculated; over an array, both are. */
function ifElse([condition, then, otherwise]: readonly Part[], environment: Environment): Operand {
  const test = condition ? settled(condition(environment), environment) : VALUE;
  const branch = (met: boolean): Operand =>
    met ? (then ? then(environment) : true) : otherwise ? otherwise(environment) : false;
  if (!isMatrix(test)) {
    const met = toCondition(test);
    return typeof met === "boolean" ? branch(met) : met;
  }
  const branches = [branch(true), branch(false)].map((operand) => settled(operand, environment));
  return overArrays([test, ...branches], ([cell, one, other]) => {
    const met = toCondition(cell!);
    return typeof met === "boolean" ? (met ? one! : other!) : met;
  });
}

/** IFERROR and IFNA: another value instead of an error. */
const unless = (caught: (error: ErrorValue) => boolean) =>
  parts(([value, instead], environment) => {
    const given = value ? settled(value(environment), environment) : null;
    const other = () => (instead ? settled(instead(environment), environment) : null);
    if (!isMatrix(given)) return isErrorValue(given) && caught(given) ? other() : given;
    return overArrays([given, other()], ([cell, one]) => (isErrorValue(cell!) && caught(cell) ? one! : cell!));
  });

/** AND, OR, XOR: texts and blanks in ranges are passed over; with nothing left it is `#VALUE!`. */
const ofConditions = (decide: (met: readonly boolean[]) => boolean) =>
  operands((args, environment) => {
    const met: boolean[] = [];
    let error: ErrorValue | undefined;
    eachValue(args, environment, (value, ranged) => {
      if (ranged && (value === null || typeof value === "string")) return;
      const condition = toCondition(value);
      if (typeof condition === "boolean") met.push(condition);
      else error ??= condition;
    });
    return error ?? (met.length === 0 ? VALUE : decide(met));
  });

/** Tells what a value is, errors included. */
const about = (test: (value: CalcValue) => CalcValue) =>
  operands(([arg = null], environment) => {
    const value = settled(arg, environment);
    return isMatrix(value) ? overArrays([value], ([cell]) => test(cell!)) : test(value);
  });

function ifs(args: readonly Part[], environment: Environment): Operand {
  for (let at = 0; at + 1 < args.length; at += 2) {
    const met = toCondition(firstOf(args[at]!(environment), environment));
    if (typeof met !== "boolean") return met;
    if (met) return args[at + 1]!(environment);
  }
  return NA;
}

function switchCase([subject, ...cases]: readonly Part[], environment: Environment): Operand {
  const value = subject ? firstOf(subject(environment), environment) : VALUE;
  if (isErrorValue(value)) return value;
  let at = 0;
  for (; at + 1 < cases.length; at += 2) {
    const wanted = firstOf(cases[at]!(environment), environment);
    if (isErrorValue(wanted)) return wanted;
    if (typeof wanted === typeof value && compareValues(value, wanted) === 0) return cases[at + 1]!(environment);
  }
  return at < cases.length ? cases[at]!(environment) : NA;
}

function choose([index, ...choices]: readonly Part[], environment: Environment): Operand {
  const number = index ? toNumber(firstOf(index(environment), environment)) : VALUE;
  if (typeof number !== "number") return number;
  const choice = choices[Math.trunc(number) - 1];
  return choice ? choice(environment) : VALUE;
}

const TYPES: Readonly<Record<string, number>> = { number: 1, string: 2, boolean: 4 };

export const LOGIC: KnownFunctions = {
  IF: parts(ifElse),
  IFS: parts(ifs),
  SWITCH: parts(switchCase),
  CHOOSE: parts(choose),
  IFERROR: unless(() => true),
  IFNA: unless(({ error }) => error === NA.error),
  AND: ofConditions((met) => met.every(Boolean)),
  OR: ofConditions((met) => met.some(Boolean)),
  XOR: ofConditions((met) => met.filter(Boolean).length % 2 === 1),
  NOT: scalars(([value = null]) => {
    const met = toCondition(value);
    return typeof met === "boolean" ? !met : met;
  }),
  TRUE: scalars(() => true),
  FALSE: scalars(() => false),
  NA: scalars(() => NA),
  ISNUMBER: about((value) => typeof value === "number"),
  ISTEXT: about((value) => typeof value === "string"),
  ISNONTEXT: about((value) => typeof value !== "string"),
  ISLOGICAL: about((value) => typeof value === "boolean"),
  ISBLANK: about((value) => value === null),
  ISERROR: about((value) => isErrorValue(value)),
  ISERR: about((value) => isErrorValue(value) && value.error !== "#N/A"),
  ISNA: about((value) => isErrorValue(value) && value.error === "#N/A"),
  ISREF: operands(([arg = null]) => isArea(arg)),
  // Of a range N and T take the first cell.
  N: operands(([arg = null], environment) => {
    const value = firstOf(arg, environment);
    if (isErrorValue(value) || typeof value === "number") return value;
    return value === true ? 1 : 0;
  }),
  T: operands(([arg = null], environment) => {
    const value = firstOf(arg, environment);
    return isErrorValue(value) || typeof value === "string" ? value : "";
  }),
  TYPE: operands(([arg = null], environment) => {
    const values = matrixOf(arg, environment);
    if (values.length > 1 || values[0]!.length > 1) return 64;
    const value = values[0]![0]!;
    return isErrorValue(value) ? 16 : (TYPES[typeof value] ?? 1);
  }),
  "ERROR.TYPE": about((value) => {
    const codes = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"];
    const at = isErrorValue(value) ? codes.indexOf(value.error) : -1;
    return at < 0 ? NA : at + 1;
  }),
};
