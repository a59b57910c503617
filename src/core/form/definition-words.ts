/** How a definition's spreadsheet and form.json write the traits of figures, lists of codes and formulas. */

import { tidy } from "../text/fold";
import { compileExpression, ExpressionError, type Expression } from "./expression";
import { problemText, type Problem } from "./problem";
import type { Accrual, Bounds, Comparison, Direction, Kind, RollUp } from "./types";

/** "Loại số". */
export const KINDS: Readonly<Record<string, Kind>> = {
  "số đếm": "count",
  "tỷ lệ": "rate",
  "tỷ số": "ratio",
  "chỉ số": "index",
  tiền: "money",
  chữ: "text",
};

/** "Cộng dồn". */
export const ACCRUALS: Readonly<Record<string, Accrual>> = {
  "phát sinh": "flow",
  "thời điểm": "stock",
  "lũy kế": "cumulative",
};

/** "So cùng kỳ". */
export const COMPARISONS: Readonly<Record<string, Comparison>> = { PT: "percent", DIEM: "points", SO: "difference" };

/** "Gộp". */
export const ROLL_UPS: Readonly<Record<string, RollUp>> = {
  cộng: "sum",
  "tính lại": "recompute",
  "mới nhất": "latest",
  không: "none",
};

/** Reads a formula, if there is one; what is wrong with it goes to `problems`. */
export function readExpression(text: string | undefined, line: number, problems: Problem[]): Expression | undefined {
  if (!text) return undefined;
  try {
    return compileExpression(text);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    problems.push(problemText("expression", { line, value: error.message }));
    return undefined;
  }
}

const toNumber = (text: string) => Number(text.replace(",", "."));

/** "cao", "thấp", "không", "cố định 85..110". */
export function readDirection(text: string): Direction {
  if (text === "cao") return { aim: "high" };
  if (text === "thấp") return { aim: "low" };
  if (text === "không") return { aim: "none" };
  const [low, high] = text.replace("cố định ", "").split("..").map(toNumber);
  return { aim: "band", low: low!, high: high! };
}

/** "0..100", "0..", "..100". */
export function readBounds(text: string): Bounds {
  const [low, high] = text.split("..");
  return { ...(low && { low: toNumber(low) }), ...(high && { high: toNumber(high) }) };
}

/** The parts of a text between separators, tidied, without empty ones. */
export function readList(text: string | undefined, separator: string): string[] {
  return (text ?? "").split(separator).map(tidy).filter(Boolean);
}
