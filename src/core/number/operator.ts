import type { Operator } from "./figure";

/** Longest first, where one begins with another. Lower case, NFC. */
const OPENINGS: readonly (readonly [string, Operator])[] = [
  ["<=", "≤"],
  ["=<", "≤"],
  [">=", "≥"],
  ["=>", "≥"],
  ["≤", "≤"],
  ["≥", "≥"],
  ["<", "<"],
  [">", ">"],
  ["=", "="],
  ["≈", "≈"],
  ["~", "≈"],
  ["lớn hơn hoặc bằng", "≥"],
  ["nhỏ hơn hoặc bằng", "≤"],
  ["không vượt quá", "≤"],
  ["không dưới", "≥"],
  ["không quá", "≤"],
  ["tối thiểu", "≥"],
  ["ít nhất", "≥"],
  ["tối đa", "≤"],
  ["lớn hơn", ">"],
  ["nhỏ hơn", "<"],
  ["ít hơn", "<"],
  ["xấp xỉ", "≈"],
  ["khoảng", "≈"],
  ["trên", ">"],
  ["hơn", ">"],
  ["dưới", "<"],
  ["bằng", "="],
];

/** `từ 95% trở lên`, `60 trở xuống`. */
const CLOSING = /^(?:từ )?(.*?) ?trở (lên|xuống)$/i;

/**
 * Separates the operator of a target from its number.
 *
 * @param text - tidy and plain
 * @returns the operator, absent when there is none, and the text without it
 * @example splitOperator("tối thiểu 93%") // { operator: "≥", rest: "93%" }
 */
export function splitOperator(text: string): { operator?: Operator; rest: string } {
  const closing = CLOSING.exec(text) as unknown as [string, string, string] | null;
  if (closing !== null) return { operator: closing[2].toLowerCase() === "lên" ? "≥" : "≤", rest: closing[1] };
  const lower = text.toLowerCase();
  for (const [opening, operator] of OPENINGS) {
    if (lower.startsWith(opening)) return { operator, rest: text.slice(opening.length).trimStart() };
  }
  return { rest: text };
}
