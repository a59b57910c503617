/** The derived columns as formulas: our functions, or plain ones that Excel, WPS and LibreOffice calculate alike. */

import type { Comparison } from "../form/types";

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
  return ourCall(`SOVOIKH(${argument(actual)},${argument(plan)})`, context);
}

/** So với cùng kỳ with our function; the default way is left out. */
export function vsSamePeriodFunction(
  actual: Reference,
  samePeriod: Reference,
  comparison: Comparison,
  context: FormulaContext,
): string {
  const mode = comparison === "percent" ? "" : `,"${MODES[comparison]}"`;
  if (!context.blankMeansNone) return ourCall(`SOCUNGKY(${argument(actual)},${argument(samePeriod)}${mode})`, context);
  // Where blank means none, N() makes zeros of blanks; two blanks stay blank.
  const call = `SOCUNGKY(N(${actual.at}),N(${samePeriod.at})${mode})`;
  return `IF(AND(${actual.at}="",${samePeriod.at}=""),"",${call})`;
}

const argument = ({ at, percent }: Reference) => (percent ? `${at}*100` : at);

/** Blank out stays blank: an empty text divided by a hundred would be an error. */
const ourCall = (call: string, context: FormulaContext) => (context.percentTarget ? `IFERROR(${call}/100,"")` : call);

/** So với KH in plain functions: blank where TH or KH is no number, or KH is zero. "-" counts as zero. */
export function vsPlanFormula(actual: Reference, plan: Reference, context: FormulaContext): string {
  const result = scaled(`ROUND(${number(actual)}/${number(plan)}*100,1)`, context);
  return `IF(AND(${isFigure(actual, context)},ISNUMBER(${plan.at})),IF(${plan.at}=0,"",${result}),"")`;
}

/** So với cùng kỳ in plain functions; `decimals` are those of the difference. */
export function vsSamePeriodFormula(
  actual: Reference,
  samePeriod: Reference,
  comparison: Comparison,
  decimals: number,
  context: FormulaContext,
): string {
  const [now, before] = [number(actual), number(samePeriod)];
  const body =
    comparison === "percent"
      ? `IF(${before}=0,IF(${now}=0,0,""),${scaled(`ROUND((${now}/${before}-1)*100,1)`, context)})`
      : scaled(`ROUND(${now}-${before},${decimals})`, context);
  const given = `IF(AND(${isFigure(actual, context)},${isFigure(samePeriod, context)}),${body},"")`;
  return context.blankMeansNone ? `IF(AND(${actual.at}="",${samePeriod.at}=""),"",${given})` : given;
}

/** N() is zero for the text "-", so that a dash counts as it is meant. */
const number = ({ at, percent }: Reference) => (percent ? `N(${at})*100` : `N(${at})`);

function isFigure({ at }: Reference, context: FormulaContext): string {
  const blank = context.blankMeansNone ? `,${at}=""` : "";
  return `OR(ISNUMBER(${at}),${at}="-"${blank})`;
}

const scaled = (formula: string, context: FormulaContext) => (context.percentTarget ? `${formula}/100` : formula);
