/**
 * What a cell shows for its value: numbers, dates and texts by their number format, with the separators of the user's
 * locale. Number formats are en-US whatever the locale.
 */

import { SEPARATORS } from "./input";
import { type CellValue, type InputLocale } from "./types";

interface Token {
  readonly kind:
    "literal" | "digit" | "point" | "comma" | "percent" | "exponent" | "text" | "date" | "general" | "slash";
  readonly text: string;
}

interface Section {
  readonly tokens: readonly Token[];
  readonly condition?: { readonly operator: string; readonly value: number };
  readonly isDate: boolean;
  /** #RRGGBB-like name in brackets, such as Red. */
  readonly color?: string;
}

const TOKEN =
  /"(?<quoted>[^"]*)"|\\(?<escaped>.)|_(?<space>.)|\*(?<fill>.)|\[(?<bracket>[^\]]*)\]|(?<general>General)|(?<exponent>E[+-])|(?<ampm>AM\/PM|A\/P)|(?<date>y+|m+|d+|h+|s+(?:\.0+)?)|(?<digit>[0#?])|(?<point>\.)|(?<comma>,)|(?<percent>%)|(?<text>@)|(?<slash>\/)|(?<other>.)/gisu;

function readSection(format: string): Section {
  const tokens: Token[] = [];
  let condition: Section["condition"];
  let color: string | undefined;
  for (const { groups = {} } of format.matchAll(TOKEN)) {
    const add = (kind: Token["kind"], text: string) => tokens.push({ kind, text });
    if (groups["quoted"] !== undefined) add("literal", groups["quoted"]);
    else if (groups["escaped"] !== undefined) add("literal", groups["escaped"]);
    // The width of a letter is shown as a space; repeated letters are left out, as text has no width.
    else if (groups["space"] !== undefined) add("literal", " ");
    else if (groups["fill"] !== undefined) continue;
    else if (groups["bracket"] !== undefined) {
      const inside = groups["bracket"];
      const test = /^(<=|>=|<>|<|>|=)(-?[\d.]+)$/.exec(inside);
      const currency = /^\$([^-]*)/.exec(inside);
      if (test) condition = { operator: test[1]!, value: Number(test[2]) };
      else if (/^(h+|m+|s+)$/i.test(inside)) add("date", `[${inside.toLowerCase()}]`);
      else if (currency) add("literal", currency[1]!);
      else if (/^[a-z]+\d*$/i.test(inside)) color = inside;
    } else if (groups["general"] !== undefined) add("general", "");
    else if (groups["exponent"] !== undefined) add("exponent", groups["exponent"].toUpperCase());
    else if (groups["ampm"] !== undefined) add("date", groups["ampm"].toUpperCase());
    else if (groups["date"] !== undefined) add("date", groups["date"].toLowerCase());
    else if (groups["digit"] !== undefined) add("digit", groups["digit"]);
    else if (groups["point"] !== undefined) add("point", "");
    else if (groups["comma"] !== undefined) add("comma", "");
    else if (groups["percent"] !== undefined) add("percent", "%");
    else if (groups["text"] !== undefined) add("text", "");
    else if (groups["slash"] !== undefined) add("slash", "/");
    else add("literal", groups["other"] ?? "");
  }
  const isDate = tokens.some(({ kind }) => kind === "date");
  return { tokens, isDate, ...(condition ? { condition } : {}), ...(color === undefined ? {} : { color }) };
}

/** Parts of a format, which semicolons outside of quotes divide. */
function splitSections(format: string): string[] {
  const sections = [""];
  for (const [part] of format.matchAll(/"[^"]*"|\\.|\[[^\]]*\]|./gsu))
    if (part === ";") sections.push("");
    else sections[sections.length - 1] += part;
  return sections;
}

const known = new Map<string, readonly Section[]>();

function sectionsOf(format: string): readonly Section[] {
  let sections = known.get(format);
  if (!sections) {
    sections = splitSections(format).map(readSection);
    known.set(format, sections);
  }
  return sections;
}

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
function general(value: number, decimal: string): string {
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

function formatNumber(value: number, { tokens }: Section, locale: InputLocale): string {
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

const MONTHS = "January February March April May June July August September October November December".split(" ");
const DAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

function formatDate(serial: number, { tokens }: Section): string | undefined {
  if (serial < 0 || serial >= 2_958_466) return undefined;
  const fractions = tokens.some(({ text }) => text.startsWith("s") && text.includes("."));
  const seconds = fractions ? serial * 86_400 : Math.round(serial * 86_400);
  const days = Math.floor(seconds / 86_400);
  const rest = seconds - days * 86_400;
  // Day 60 is Excel's 29 February 1900.
  const date = new Date(Date.UTC(1899, 11, 30) + (days < 60 ? days + 1 : days) * 86_400_000);
  const hours = Math.floor(rest / 3600);
  const minutes = Math.floor((rest % 3600) / 60);
  const half = tokens.some(({ text }) => text === "AM/PM" || text === "A/P");
  const shownHours = half ? hours % 12 || 12 : hours;
  const two = (value: number) => String(value).padStart(2, "0");
  const dates = tokens.filter(({ kind }) => kind === "date");
  const one = (token: Token): string => {
    const at = dates.indexOf(token);
    const { text } = token;
    // m is a minute after an hour or before a second.
    const isMinute =
      /^m{1,2}$/.test(text) && ((dates[at - 1]?.text ?? "").includes("h") || (dates[at + 1]?.text ?? "").includes("s"));
    if (isMinute) return text === "m" ? String(minutes) : two(minutes);
    if (text.startsWith("[")) {
      const total = text.includes("h") ? seconds / 3600 : text.includes("m") ? seconds / 60 : seconds;
      return String(Math.floor(total)).padStart(text.length - 2, "0");
    }
    if (text.startsWith("s")) {
      const places = text.split(".")[1]?.length ?? 0;
      return (rest % 60).toFixed(places).padStart((text.startsWith("ss") ? 2 : 1) + (places ? places + 1 : 0), "0");
    }
    switch (text) {
      case "d":
        return String(days === 60 ? 29 : date.getUTCDate());
      case "dd":
        return two(days === 60 ? 29 : date.getUTCDate());
      case "ddd":
        return DAYS[date.getUTCDay()]!.slice(0, 3);
      case "m":
        return String(date.getUTCMonth() + 1);
      case "mm":
        return two(date.getUTCMonth() + 1);
      case "mmm":
        return MONTHS[date.getUTCMonth()]!.slice(0, 3);
      case "mmmmm":
        return MONTHS[date.getUTCMonth()]!.slice(0, 1);
      case "y":
      case "yy":
        return two(date.getUTCFullYear() % 100);
      case "h":
        return String(shownHours);
      case "hh":
        return two(shownHours);
      case "AM/PM":
        return hours < 12 ? "AM" : "PM";
      case "A/P":
        return hours < 12 ? "A" : "P";
      default:
        if (text.startsWith("d")) return DAYS[date.getUTCDay()]!;
        if (text.startsWith("m")) return MONTHS[date.getUTCMonth()]!;
        return String(date.getUTCFullYear());
    }
  };
  return tokens
    .map((token) =>
      token.kind === "date" ? one(token) : token.kind === "point" ? "." : token.kind === "comma" ? "," : token.text,
    )
    .join("");
}

const holds = ({ operator, value }: NonNullable<Section["condition"]>, number: number): boolean =>
  ({
    "<": number < value,
    "<=": number <= value,
    ">": number > value,
    ">=": number >= value,
    "=": number === value,
    "<>": number !== value,
  })[operator] ?? false;

/** The section for a number, and whether the minus sign is the format's own business. */
function chooseSection(
  sections: readonly Section[],
  value: number,
): { section: Section; signDone: boolean } | undefined {
  const numeric = sections.length > 3 ? sections.slice(0, 3) : sections;
  if (numeric.some(({ condition }) => condition)) {
    const at = numeric.findIndex(({ condition }, index) =>
      condition ? holds(condition, value) : index > 0 || numeric.length === 1,
    );
    return at < 0
      ? undefined
      : { section: numeric[at]!, signDone: at > 0 && value < 0 && numeric.length > 1 && at === 1 };
  }
  const at = value > 0 || numeric.length === 1 ? 0 : value < 0 ? 1 : numeric.length > 2 ? 2 : 0;
  return { section: numeric[at]!, signDone: at === 1 };
}

/**
 * The text that a cell shows. A column too narrow for it would show ####; that is left to who knows the width.
 *
 * @param numberFormat as en-US writes it
 */
export function formatValue(value: CellValue, numberFormat: string, locale: InputLocale = "en-US"): string {
  if (value === null) return "";
  if (typeof value === "object") return value.error;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  const sections = sectionsOf(numberFormat);
  if (typeof value === "string") {
    const section =
      sections.length > 3 ? sections[3] : sections.find(({ tokens }) => tokens.some(({ kind }) => kind === "text"));
    if (!section) return value;
    return section.tokens.map(({ kind, text }) => (kind === "text" ? value : kind === "literal" ? text : "")).join("");
  }
  const chosen = chooseSection(sections, value);
  if (!chosen) return "#".repeat(8);
  const { section, signDone } = chosen;
  if (section.isDate) return formatDate(value, section) ?? "#".repeat(8);
  if (section.tokens.some(({ kind }) => kind === "text")) return general(value, SEPARATORS[locale].decimal);
  const text = formatNumber(value, section, locale);
  // What rounds to nothing has no sign.
  const sign = value < 0 && !signDone && /[1-9]/.test(text) ? "-" : "";
  return sign + text;
}

/** Whether a number format shows dates or times. */
export const isDateFormat = (numberFormat: string): boolean => sectionsOf(numberFormat)[0]?.isDate ?? false;
