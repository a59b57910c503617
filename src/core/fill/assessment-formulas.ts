/** Đánh giá as formulas: our function, or a plain one that Excel, WPS and LibreOffice calculate alike. */

import { STATUS_WORDS, type Target } from "../compare/assess";
import type { Judging } from "../compare/judged-row";
import type { Direction } from "../form/types";
import type { Operator } from "../number";
import { FORMULA_DASHES, type Reference } from "./formulas";

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const word = (status: keyof typeof STATUS_WORDS) => quoted(STATUS_WORDS[status]);

/**
 * With our function. Blank cells are kept away from it: many versions of Excel hand them over as 0.
 *
 * @returns undefined where the function cannot tell what is asked: the period or the threshold's direction is not known
 */
export function assessmentFunction(actual: Reference, plan: Reference, judging: Judging): string | undefined {
  const { target, direction, share, decimals, planIsWords } = judging;
  if (share === undefined || (planIsWords && direction.aim === "band")) return undefined;
  const bound = target.kind === "bound";
  if (bound && target.operator === "≈" && direction.aim !== "high" && direction.aim !== "low") return undefined;
  const way = wayOf(direction, bound);
  const call = `DANHGIA(${argument(actual)},${argument(plan)},${quoted(way)},${share},${decimals})`;
  return `IF(OR(${actual.at}="",${plan.at}=""),"",${call})`;
}

function wayOf(direction: Direction, bound: boolean): string {
  if (direction.aim === "low") return "THAP";
  if (direction.aim !== "band" || bound) return "CAO";
  const plain = (value: number) => String(value).replace(".", ",");
  return `${plain(direction.low)}-${plain(direction.high)}`;
}

/** A cell as our function takes it: only a number is counted a hundredfold, so that "-" stays what it is. */
const argument = ({ at, percent }: Reference) => (percent ? `IF(ISNUMBER(${at}),${at}*100,${at}&"")` : at);

/**
 * In plain functions. It reads numbers and dashes, and of a threshold only the one that stands in KH when it is
 * written: where KH becomes another one, the formula goes blank instead of judging by the old one.
 */
export function assessmentFormula(actual: Reference, plan: Reference, judging: Judging): string {
  const { target, direction, boundText } = judging;
  const now = number(actual);
  if (target.kind === "bound" && boundText !== undefined) {
    return given(actual, `${plan.at}=${quoted(boundText)}`, metIf(boundTest(now, target, judging)));
  }
  const hasPlan = isFigure(plan);
  if (direction.aim === "band") {
    return given(actual, hasPlan, metIf(`AND(${now}>=${direction.low},${now}<=${direction.high})`));
  }
  return given(
    actual,
    hasPlan,
    direction.aim === "low" ? lower(now, number(plan), judging) : higher(now, number(plan), judging),
  );
}

/**
 * Whether a formula is one of these two: our function, or a plain formula of ours, which always has a word for what was
 * not collected. Any other formula in the column is the user's own.
 */
export function isAssessmentFormula(formula: string): boolean {
  return /\bDANHGIA\s*\(/i.test(formula) || formula.includes(word("noData"));
}

/** Whether it is the plain one, which does not count numbers typed as text. */
export function isPlainAssessment(formula: string): boolean {
  return isAssessmentFormula(formula) && formula.includes(word("noData"));
}

/** A figure that was not collected is said to be missing; where there is no target nothing is said. */
function given(actual: Reference, hasPlan: string, body: string): string {
  const marks = ELLIPSES.map((mark) => `${actual.at}=${quoted(mark)}`).join(",");
  return `IF(${hasPlan},IF(OR(${marks}),${word("noData")},IF(${isFigure(actual)},${body},"")),"")`;
}

/** The marks for what occurred and was not collected. */
const ELLIPSES: readonly string[] = ["…", "..."];

const metIf = (test: string) => `IF(${test},${word("met")},${word("unmet")})`;

function higher(now: string, plan: string, { share, decimals, targetDecimals }: Judging): string {
  const [a, b] = [`ROUND(${now},${decimals})`, `ROUND(${plan},${decimals})`];
  const due = `${now}>=ROUND(${plan}*${share},${targetDecimals + 2})`;
  const below = share === undefined ? '""' : share === 1 ? word("unmet") : pace(due);
  return `IF(${a}>${b},${word("exceeded")},IF(${a}=${b},${word("met")},${below}))`;
}

function lower(now: string, plan: string, { share, decimals, targetDecimals }: Judging): string {
  const [a, b] = [`ROUND(${now},${decimals})`, `ROUND(${plan},${decimals})`];
  const due = `${now}<=ROUND(${plan}*${share},${targetDecimals + 2})`;
  const whole = `IF(${a}=${b},${word("met")},${word("exceeded")})`;
  const within = share === undefined ? '""' : share === 1 ? whole : pace(due);
  return `IF(${a}>${b},${word("unmet")},${within})`;
}

const pace = (due: string) => `IF(${due},${word("onPace")},${word("behind")})`;

const COMPARED: Readonly<Partial<Record<Operator, string>>> = { "<": "<", "≤": "<=", ">": ">", "≥": ">=" };

function boundTest(now: string, target: Extract<Target, { kind: "bound" }>, { direction, decimals }: Judging): string {
  const plain = COMPARED[target.operator];
  if (plain !== undefined) return `${now}${plain}${target.value}`;
  // "khoảng 0,38%": at the stated precision, or better than it.
  const better = direction.aim === "low" ? "<=" : direction.aim === "high" ? ">=" : "=";
  return `ROUND(${now},${decimals})${target.operator === "≈" ? better : "="}ROUND(${target.value},${decimals})`;
}

/** N() is zero for the text "-", so that a dash counts as it is meant. The rounding takes off the noise of × 100. */
const number = ({ at, percent }: Reference) => (percent ? `ROUND(N(${at})*100,9)` : `N(${at})`);

const isFigure = ({ at }: Reference) =>
  `OR(ISNUMBER(${at}),${FORMULA_DASHES.map((dash) => `${at}=${quoted(dash)}`).join(",")})`;
