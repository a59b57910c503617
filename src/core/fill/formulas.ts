/** The derived columns as formulas: our functions, or plain ones that Excel, WPS and LibreOffice calculate alike. */

import { NOISE_DECIMALS, PERCENT_DECIMALS } from "../compare/comparison";
import type { Comparison } from "../form/types";
import { isPercentFormat } from "../number";
import type { FigureCell } from "../table/figures";

/** Names of our custom functions; in a file they carry Excel's own prefix, which the file edge adds. */
export const OUR_FUNCTIONS = ["SOVOIKH", "SOCUNGKY", "DANHGIA", "TYLE", "DOCSO"] as const;

/** A cell that a formula refers to. */
export interface Reference {
  /** A1 address, as `F8`. */
  readonly at: string;
  /** Whether the cell shows its number as a percentage, so that it must count a hundredfold. */
  readonly percent: boolean;
}

export interface FormulaContext {
  /** Whether a blank input means that none occurred. */
  readonly blankMeansNone: boolean;
  /** Whether the target cell shows percentages: the result is written as a hundredth. */
  readonly percentTarget: boolean;
}

const MODES: Readonly<Record<Comparison, string>> = { percent: "PT", points: "DIEM", difference: "SO" };

/** So với KH with our function. */
export function vsPlanFunction(actual: Reference, plan: Reference, context: FormulaContext): string {
  const call = ourCall(`SOVOIKH(${argument(actual, context)},${argument(plan, context)})`, context);
  return blanksGuarded(call, [actual, plan], context);
}

/** So với cùng kỳ with our function; a difference is told the decimals of its indicator, growth is the default way. */
export function vsSamePeriodFunction(
  actual: Reference,
  samePeriod: Reference,
  comparison: Comparison,
  decimals: number,
  context: FormulaContext,
): string {
  const mode = comparison === "percent" ? "" : `,"${MODES[comparison]}",${decimals}`;
  const call = ourCall(`SOCUNGKY(${argument(actual, context)},${argument(samePeriod, context)}${mode})`, context);
  if (context.blankMeansNone) return `IF(AND(${actual.at}="",${samePeriod.at}=""),"",${call})`;
  return blanksGuarded(call, [actual, samePeriod], context);
}

/**
 * Keeps blank cells away from our functions: many versions of Excel for the desktop hand them over as 0
 * (OfficeDev/office-js #4702), and what is missing must not count as zero.
 */
function blanksGuarded(call: string, inputs: readonly Reference[], context: FormulaContext): string {
  const bare = inputs.filter(({ percent }) => !percent && !context.blankMeansNone).map(({ at }) => `${at}=""`);
  if (bare.length === 0) return call;
  return `IF(${bare.length === 1 ? bare[0]! : `OR(${bare.join(",")})`},"",${call})`;
}

/** A cell as our functions take it: only a number is counted a hundredfold, so that blanks and "-" stay what they are. */
function argument({ at, percent }: Reference, context: FormulaContext): string {
  const counted = percent ? `IF(ISNUMBER(${at}),${at}*100,${at}&"")` : at;
  return context.blankMeansNone ? `IF(${at}="",0,${counted})` : counted;
}

/** Blank out stays blank: an empty text divided by a hundred would be an error. */
const ourCall = (call: string, context: FormulaContext) => (context.percentTarget ? `IFERROR(${call}/100,"")` : call);

/** So với KH in plain functions: blank where TH or KH is no number, or KH is zero. "-" counts as zero. */
export function vsPlanFormula(actual: Reference, plan: Reference, context: FormulaContext): string {
  const factor = (100 * scaleOf(actual)) / scaleOf(plan);
  const result = scaled(`ROUND(N(${actual.at})/N(${plan.at})*${factor},${PERCENT_DECIMALS})`, context);
  return `IF(AND(${isFigure(actual, context)},ISNUMBER(${plan.at})),IF(${plan.at}=0,"",${result}),"")`;
}

/**
 * So với cùng kỳ in plain functions; `decimals` are those of the difference. The inner ROUND takes off the noise of the
 * subtraction, which could tip a half: 98,35 − 97,1 is 1,25 and not 1,2499….
 */
export function vsSamePeriodFormula(
  actual: Reference,
  samePeriod: Reference,
  comparison: Comparison,
  decimals: number,
  context: FormulaContext,
): string {
  const [now, before] = [`N(${actual.at})`, `N(${samePeriod.at})`];
  const difference = `ROUND(${number(actual)}-${number(samePeriod)},${NOISE_DECIMALS})`;
  const growth = `ROUND(${difference}/${before}*${100 / scaleOf(samePeriod)},${PERCENT_DECIMALS})`;
  const body =
    comparison === "percent"
      ? `IF(${before}=0,IF(${now}=0,0,""),${scaled(growth, context)})`
      : scaled(`ROUND(${difference},${decimals})`, context);
  const given = `IF(AND(${isFigure(actual, context)},${isFigure(samePeriod, context)}),${body},"")`;
  return context.blankMeansNone ? `IF(AND(${actual.at}="",${samePeriod.at}=""),"",${given})` : given;
}

/** A cell as formulas refer to it: by its format alone, so that they still hold when the number is typed later. */
export const referenceTo = ({ at, cell }: FigureCell): Reference => ({ at, percent: isPercentFormat(cell?.format) });

/** Whether plain formulas count what a cell holds: numbers and dashes, not texts such as "1.750". */
export function isCounted({ cell }: Pick<FigureCell, "cell">): boolean {
  const value = cell?.value ?? "";
  return typeof value === "number" || value === "" || (typeof value === "string" && FORMULA_DASHES.includes(value));
}

/** The dashes that plain formulas know to mean zero: the hyphen, and what Excel and Word make of it. */
export const FORMULA_DASHES: readonly string[] = ["-", "–"];

/** A cell that shows a percentage holds a hundredth of it. */
const scaleOf = ({ percent }: Reference) => (percent ? 100 : 1);

/** N() is zero for the text "-", so that a dash counts as it is meant. */
const number = ({ at, percent }: Reference) => (percent ? `N(${at})*100` : `N(${at})`);

function isFigure({ at }: Reference, context: FormulaContext): string {
  const zeros = context.blankMeansNone ? [...FORMULA_DASHES, ""] : FORMULA_DASHES;
  return `OR(ISNUMBER(${at}),${zeros.map((text) => `${at}="${text}"`).join(",")})`;
}

const scaled = (formula: string, context: FormulaContext) => (context.percentTarget ? `${formula}/100` : formula);
