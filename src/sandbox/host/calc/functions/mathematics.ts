/** Numbers: rounding and arithmetic. */

import { roundHalfAway } from "../../../../core/number";
import { type CalcValue } from "../types";
import { DIV0, NUM, VALUE } from "../values";
import { ofNumbers, type KnownFunction, type KnownFunctions } from "./known";

/** Digits that Excel keeps; beyond them is the noise of binary arithmetic. */
const clean = (value: number) => Number(value.toPrecision(15));

/** Decimals may be negative (tens, hundreds), which the figures of a Biểu never are. */
function round(value: number, decimals = 0): number {
  const places = Math.trunc(decimals);
  if (places >= 0) return roundHalfAway(value, Math.min(places, 100));
  const unit = 10 ** -places;
  return roundHalfAway(value / unit, 0) * unit;
}

/** Rounds by the whole number that `whole` makes of the magnitude. */
const roundedBy =
  (whole: (magnitude: number) => number) =>
  (value: number, decimals = 0): number => {
    const scale = 10 ** Math.abs(Math.trunc(decimals));
    const scaled = decimals >= 0 ? Math.abs(value) * scale : Math.abs(value) / scale;
    const magnitude = whole(clean(scaled));
    return Math.sign(value) * (decimals >= 0 ? magnitude / scale : magnitude * scale);
  };

/** To a multiple: Excel refuses to round a number above zero to a multiple below. */
const toMultiple = (whole: (count: number) => number, zero: CalcValue) =>
  ofNumbers((value, multiple = 1) => {
    if (value === 0) return 0;
    if (multiple === 0) return zero;
    return value > 0 && multiple < 0 ? NUM : whole(clean(value / multiple)) * multiple;
  });

/** Functions of one number that JavaScript has; outside of where they are defined they are `#NUM!`. */
const plain = (call: (value: number) => number): KnownFunction =>
  ofNumbers((value) => {
    const result = call(value);
    return Number.isFinite(result) ? result : NUM;
  });

export const MATHEMATICS: KnownFunctions = {
  ROUND: ofNumbers(round),
  ROUNDUP: ofNumbers(roundedBy(Math.ceil)),
  ROUNDDOWN: ofNumbers(roundedBy(Math.floor)),
  TRUNC: ofNumbers(roundedBy(Math.floor)),
  INT: ofNumbers((value) => Math.floor(clean(value))),
  ABS: ofNumbers(Math.abs),
  SIGN: ofNumbers(Math.sign),
  SQRT: plain(Math.sqrt),
  EXP: plain(Math.exp),
  LN: plain((value) => (value > 0 ? Math.log(value) : NaN)),
  LOG10: plain((value) => (value > 0 ? Math.log10(value) : NaN)),
  LOG: ofNumbers((value, base = 10) => {
    if (value <= 0 || base <= 0) return NUM;
    return base === 1 ? DIV0 : base === 10 ? Math.log10(value) : clean(Math.log(value) / Math.log(base));
  }),
  SIN: plain(Math.sin),
  COS: plain(Math.cos),
  TAN: plain(Math.tan),
  PI: ofNumbers(() => Math.PI),
  POWER: ofNumbers((base, exponent) => {
    if (base === 0 && exponent <= 0) return exponent === 0 ? NUM : DIV0;
    const power = base ** exponent;
    return Number.isFinite(power) ? power : NUM;
  }),
  MOD: ofNumbers((value, divisor) => (divisor === 0 ? DIV0 : clean(value - divisor * Math.floor(value / divisor)))),
  QUOTIENT: ofNumbers((value, divisor) => (divisor === 0 ? DIV0 : Math.trunc(value / divisor))),
  CEILING: toMultiple(Math.ceil, 0),
  FLOOR: toMultiple(Math.floor, DIV0),
  MROUND: ofNumbers((value, multiple) => {
    if (multiple === 0) return 0;
    return value * multiple < 0 ? NUM : round(clean(value / multiple)) * multiple;
  }),
  RAND: { ...ofNumbers(() => Math.random()), volatile: true },
  RANDBETWEEN: {
    ...ofNumbers((low, high) => {
      const [least, most] = [Math.ceil(low), Math.floor(high)];
      return most < least ? NUM : least + Math.floor(Math.random() * (most - least + 1));
    }),
    volatile: true,
  },
  EVEN: ofNumbers((value) => Math.sign(value) * 2 * Math.ceil(Math.abs(value) / 2)),
  ODD: ofNumbers((value) => (value < 0 ? -1 : 1) * (2 * Math.ceil((Math.abs(value) + 1) / 2) - 1)),
  ISEVEN: ofNumbers((value) => Math.trunc(value) % 2 === 0),
  ISODD: ofNumbers((value) => Math.trunc(value) % 2 !== 0),
  DELTA: ofNumbers((a, b = 0) => (a === b ? 1 : 0)),
  CHAR: ofNumbers((code) => (code >= 1 && code <= 255 ? String.fromCharCode(Math.trunc(code)) : VALUE)),
  UNICHAR: ofNumbers((code) => (code >= 1 && code <= 0x10ffff ? String.fromCodePoint(Math.trunc(code)) : VALUE)),
};
