/** Dates and times by a section of a number format. */

import { type Section, type Token } from "./format-sections";

const MONTHS = "January February March April May June July August September October November December".split(" ");
const DAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

/** @returns undefined for what is no day of Excel: before 1900 or after 9999 */
export function formatDate(serial: number, { tokens }: Section): string | undefined {
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
