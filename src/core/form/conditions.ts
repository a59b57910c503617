/** Conditions between rows that a form declares in a file of its own: left side, sign, right side, and why. */

import { compileExpression, ExpressionError, type Expression } from "./expression";
import { DEFAULT_MISSING, MISSING_WORDS, type Missing } from "./missing";
import { problemText, type Problem } from "./problem";
import type { RowRecord } from "./row-file";

/** What must hold of some rows in every input column, within the rounding of their figures. */
export interface Condition {
  /** The row that findings are put at; one of the condition's own. */
  readonly code: string;
  readonly left: Expression;
  readonly sign: "<=" | ">=" | "=";
  readonly right: Expression;
  /** `left - right`, as one expression: a code on both sides is one and the same figure. */
  readonly difference: Expression;
  /** A contradiction to be explained rather than mended: a warning in TH too. */
  readonly soft: boolean;
  /** `own` is the left side's strategy, `others` the right side's. */
  readonly missing: Missing;
  /** Why it must hold, for the reader of a finding. */
  readonly why: string;
}

/** The columns of conditions.csv. */
export const CONDITION_COLUMNS: readonly string[] = [
  "Mã số",
  "Vế trái",
  "Dấu",
  "Vế phải",
  "Mức",
  "Thiếu ở vế trái",
  "Thiếu ở vế phải",
  "Vì sao",
];

/** Reads the lines of conditions.csv that the schema has passed. */
export function buildConditions(records: readonly RowRecord[], problems: Problem[]): Condition[] {
  return records.flatMap(({ line, fields }) => {
    const [left, right] = [fields["Vế trái"]!, fields["Vế phải"]!];
    try {
      return [
        {
          code: fields["Mã số"]!,
          left: compileExpression(left),
          sign: fields["Dấu"] as Condition["sign"],
          right: compileExpression(right),
          difference: compileExpression(`(${left}) - (${right})`),
          soft: fields["Mức"] === "cảnh báo",
          missing: {
            own: MISSING_WORDS[fields["Thiếu ở vế trái"] ?? ""] ?? DEFAULT_MISSING.own,
            others: MISSING_WORDS[fields["Thiếu ở vế phải"] ?? ""] ?? DEFAULT_MISSING.others,
          },
          why: fields["Vì sao"]!,
        },
      ];
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      problems.push(problemText("expression", { line, value: error.message }));
      return [];
    }
  });
}
