/** Numbers by a section of a number format, without their sign. */

import { type Section, type Token } from "./format-sections";
import { SEPARATORS } from "./input";
import { type InputLocale } from "./types";

/** Rounds half away from zero on the decimal digits, as Excel does: 1.005 becomes 1.01. */
function fixed(size: number, places: number): string {
  if (size >= 1e21) return BigInt(Math.round(size)).toString();
  if (Number.isInteger(size)) return size.toFixed(places);
  const power = 10 ** places;
  const half = size * power - Math.floor(size * power) - 0.5;
  // Only what lies on the edge needs its decimal digits looked at.
  if (Math.abs(half) > 1e-4) return (Math.round(size * power) / power).toFixed(places);
  const [digits = "0", exponent = "0"] = size.toPrecision(15).split("e");
  const scaled = Math.round(Number(`${digits}e${Number(exponent) + places}`));
  return Number(`${scaled}e-${places}`).toFixed(places);
}

/** A number without a format: at most eleven characters, as wide cells show it. */
export function general(value: number, decimal: string): string {
  if (value === 0) return "0";
  const size = Math.abs(value);
  const sign = value < 0 ? "-" : "";
  if (size >= 1e11 || size < 1e-4) {
    if (size < 1e-4 && size >= 1e-9) {
      const plain = size.toFixed(9).replace(/0+$/, "");
      if (Number(plain) === size) return sign + plain.replace(".", decimal);
    }
    const [digits = "", exponent = "0"] = size.toExponential(5).split("e");
    const power = Number(exponent);
    const mantissa = digits.replace(/\.?0+$/, "").replace(".", decimal);
    return `${sign}${mantissa}E${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
  }
  const short = String(size);
  if (short.length <= 11) return sign + short.replace(".", decimal);
  const whole = Math.trunc(size).toString().length;
  const text = fixed(size, Math.max(0, 10 - whole));
  return sign + (text.includes(".") ? text.replace(/\.?0+$/, "") : text).replace(".", decimal);
}

/** Digits put into the places of a format: `0` always, `#` where there is one, `?` as a space. */
function fillWhole(places: string, digits: string): string {
  const needed = places.replaceAll("#", "").length;
  const own = digits === "0" && needed === 0 ? "" : digits;
  return own.padStart(needed, places.includes("?") && !places.includes("0") ? " " : "0");
}

function group(digits: string, thousands: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, thousands);
}

function formatFraction(size: number, tokens: readonly Token[]): string {
  const slash = tokens.findIndex(({ kind }) => kind === "slash");
  const most = 10 ** tokens.slice(slash + 1).filter(({ kind }) => kind === "digit").length - 1;
  const whole = Math.floor(size);
  let best = { numerator: 0, denominator: 1, error: size - whole };
  for (let denominator = 1; denominator <= most; denominator++) {
    const numerator = Math.round((size - whole) * denominator);
    const error = Math.abs(size - whole - numerator / denominator);
    if (error < best.error - 1e-12) best = { numerator, denominator, error };
  }
  if (best.numerator === best.denominator) return String(whole + 1);
  if (best.numerator === 0) return String(whole);
  return `${whole === 0 ? "" : `${whole} `}${best.numerator}/${best.denominator}`;
}

/** @returns the text for the magnitude of a number; the sign is for who knows whether the section shows it */
export function formatNumber(value: number, { tokens }: Section, locale: InputLocale): string {
  const { decimal, thousands } = SEPARATORS[locale];
  const lastDigit = tokens.findLastIndex(({ kind }) => kind === "digit");
  const point = tokens.findIndex(({ kind }) => kind === "point");
  const wholeEnd = point >= 0 ? point : lastDigit + 1;
  const exponentAt = tokens.findIndex(({ kind }) => kind === "exponent");
  if (tokens.some(({ kind }) => kind === "slash") && exponentAt < 0) return formatFraction(Math.abs(value), tokens);
  const isDigit = ({ kind }: Token) => kind === "digit";
  const grouped = tokens.some(
    (token, at) => token.kind === "comma" && at < lastDigit && tokens.slice(0, at).some(isDigit),
  );
  // A comma behind the last digit divides by a thousand.
  const scaling = tokens.filter(({ kind }, at) => kind === "comma" && at > lastDigit && lastDigit >= 0).length;
  const percents = tokens.filter(({ kind }) => kind === "percent").length;
  let size = Math.abs(value) * 100 ** percents;
  size /= 1000 ** scaling;
  const mantissaEnd = exponentAt >= 0 ? exponentAt : tokens.length;
  const wholePlaces = tokens
    .slice(0, wholeEnd)
    .filter(isDigit)
    .map(({ text }) => text)
    .join("");
  const fractionPlaces =
    point < 0
      ? ""
      : tokens
          .slice(point, mantissaEnd)
          .filter(isDigit)
          .map(({ text }) => text)
          .join("");
  let power = 0;
  if (exponentAt >= 0 && size > 0) {
    power = Math.floor(Math.log10(size));
    if (Number(fixed(size / 10 ** power, fractionPlaces.length)) >= 10) power++;
    size /= 10 ** power;
  }
  const [digits = "0", fraction = ""] = fixed(size, fractionPlaces.length).split(".");
  const filled = fillWhole(wholePlaces, digits);
  const whole = grouped ? group(filled, thousands) : filled;
  let shown = fraction;
  for (let at = fractionPlaces.length - 1; at >= 0 && shown[at] === "0" && fractionPlaces[at] !== "0"; at--)
    shown = shown.slice(0, at);
  let text = "";
  let placed = false;
  let fractionDone = false;
  tokens.forEach((token, at) => {
    if (token.kind === "literal" || token.kind === "percent" || token.kind === "slash") text += token.text;
    else if (token.kind === "general") text += general(Math.abs(value), decimal);
    else if (token.kind === "digit" && at < wholeEnd && !placed) {
      text += whole;
      placed = true;
    } else if (token.kind === "point") {
      if (!placed) text += whole;
      placed = true;
      text += decimal;
    } else if (token.kind === "digit" && point >= 0 && at > point && at < mantissaEnd && !fractionDone) {
      text += shown;
      fractionDone = true;
    } else if (token.kind === "exponent") {
      const places = tokens.slice(at).filter(isDigit).length;
      const sign = power < 0 ? "-" : token.text === "E+" ? "+" : "";
      text += `E${sign}${String(Math.abs(power)).padStart(places, "0")}`;
    }
  });
  return text;
}
