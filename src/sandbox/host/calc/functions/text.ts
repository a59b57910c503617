/** Texts. */

import { formatValue } from "../../workbook/number-format";
import { firstOf } from "../environment";
import { wildcards } from "../operators";
import { type CalcValue } from "../types";
import { isErrorValue, numberInText, toCondition, toNumber, toText, VALUE } from "../values";
import { eachValue, numberArgument, ofTexts, operands, scalars, type KnownFunctions } from "./known";

/** A part of a text by characters; Excel counts UTF-16 units, as JavaScript does. */
const cut = (take: (text: string, count: number, start: number) => string) =>
  scalars((args) => {
    const text = toText(args[0] ?? null);
    if (typeof text !== "string") return text;
    const second = numberArgument(args, 1, 1);
    if (typeof second !== "number") return second;
    const third = numberArgument(args, 2, 0);
    if (typeof third !== "number") return third;
    return second < 0 || third < 0 ? VALUE : take(text, Math.trunc(second), Math.trunc(third));
  });

/** FIND and SEARCH: where a text stands in another, from 1. */
const position = (find: (wanted: string, text: string, from: number) => number) =>
  scalars((args) => {
    const [wanted, text] = [toText(args[0] ?? null), toText(args[1] ?? null)];
    if (typeof wanted !== "string") return wanted;
    if (typeof text !== "string") return text;
    const start = numberArgument(args, 2, 1);
    if (typeof start !== "number") return start;
    if (start < 1 || start > text.length + 1) return VALUE;
    const at = find(wanted, text, Math.trunc(start) - 1);
    return at < 0 ? VALUE : at + 1;
  });

function search(wanted: string, text: string, from: number): number {
  // The pattern holds for a whole text; here it may stand anywhere.
  const pattern = new RegExp(wildcards(wanted).source.slice(1, -1), "isu");
  const found = pattern.exec(text.slice(from));
  return found ? from + found.index : -1;
}

const substitute = scalars((args) => {
  const [text, old, fresh] = [0, 1, 2].map((at) => toText(args[at] ?? null));
  if (typeof text !== "string") return text!;
  if (typeof old !== "string") return old!;
  if (typeof fresh !== "string") return fresh!;
  if (old === "") return text;
  if (args[3] === undefined || args[3] === null) return text.replaceAll(old, fresh);
  const which = toNumber(args[3]);
  if (typeof which !== "number") return which;
  if (which < 1) return VALUE;
  const pieces = text.split(old);
  const count = Math.trunc(which);
  return count >= pieces.length ? text : pieces.slice(0, count).join(old) + fresh + pieces.slice(count).join(old);
});

const textJoin = operands(([delimiter = null, ignore = null, ...rest], environment) => {
  const skip = toCondition(firstOf(ignore, environment));
  const between = toText(firstOf(delimiter, environment));
  if (typeof skip !== "boolean") return skip;
  if (typeof between !== "string") return between;
  const texts: string[] = [];
  let failed: CalcValue | undefined;
  eachValue(rest, environment, (value) => {
    const text = toText(value);
    if (typeof text !== "string") failed ??= text;
    else if (!skip || text !== "") texts.push(text);
  });
  return failed ?? texts.join(between);
});

const concatenated = operands((args, environment) => {
  let joined = "";
  let failed: CalcValue | undefined;
  eachValue(args, environment, (value) => {
    const text = toText(value);
    if (typeof text === "string") joined += text;
    else failed ??= text;
  });
  return failed ?? joined;
});

const shownAs = scalars(([value = null, format = null]) => {
  const pattern = toText(format);
  if (typeof pattern !== "string") return pattern;
  const number = typeof value === "string" ? (numberInText(value) ?? value) : (value ?? 0);
  return isErrorValue(number) ? number : formatValue(number, pattern);
});

export const TEXT: KnownFunctions = {
  LEN: ofTexts((text) => text.length),
  LEFT: cut((text, count) => text.slice(0, count)),
  RIGHT: cut((text, count) => (count === 0 ? "" : text.slice(-count))),
  MID: cut((text, start, count) => (start < 1 ? "" : text.slice(start - 1, start - 1 + count))),
  UPPER: ofTexts((text) => text.toUpperCase()),
  LOWER: ofTexts((text) => text.toLowerCase()),
  PROPER: ofTexts((text) => text.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase())),
  TRIM: ofTexts((text) => text.replace(/ +/g, " ").replace(/^ | $/g, "")),
  CLEAN: ofTexts((text) => text.replace(/\p{Cc}/gu, "")),
  EXACT: ofTexts((one, other) => one === other),
  REPT: scalars(([text = null, count = null]) => {
    const [repeated, times] = [toText(text), toNumber(count)];
    if (typeof repeated !== "string") return repeated;
    if (typeof times !== "number") return times;
    return times < 0 || repeated.length * times > 32_767 ? VALUE : repeated.repeat(Math.trunc(times));
  }),
  REPLACE: scalars(([text = null, start = null, count = null, fresh = null]) => {
    const [old, put] = [toText(text), toText(fresh)];
    const [from, many] = [toNumber(start), toNumber(count)];
    if (typeof old !== "string") return old;
    if (typeof put !== "string") return put;
    if (typeof from !== "number") return from;
    if (typeof many !== "number") return many;
    return from < 1 || many < 0 ? VALUE : old.slice(0, from - 1) + put + old.slice(from - 1 + Math.trunc(many));
  }),
  FIND: position((wanted, text, from) => text.indexOf(wanted, from)),
  SEARCH: position(search),
  SUBSTITUTE: substitute,
  CONCATENATE: concatenated,
  CONCAT: concatenated,
  TEXTJOIN: textJoin,
  TEXT: shownAs,
  VALUE: scalars(([value = null]) => (typeof value === "boolean" ? VALUE : toNumber(value))),
  CODE: ofTexts((text) => (text === "" ? VALUE : text.charCodeAt(0))),
  UNICODE: ofTexts((text) => (text === "" ? VALUE : text.codePointAt(0)!)),
};
