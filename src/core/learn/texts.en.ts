/** The words of suggestions, in English. */

import type { LearnTexts } from "./texts.vi";

export const LEARN_EN: LearnTexts = {
  row: (row) => `row ${row}`,
  columns: (held, all) => (held === all ? `in all ${all} columns` : `in the ${held} columns that have the figures`),
  total: (row, parts, columns) => `${row} = ${parts} ${columns}`,
  rate: (row, numerator, denominator, factor, columns) =>
    `${row} = ${numerator} / ${denominator} × ${factor} ${columns}`,
  part: (row, parts, columns) => `${parts} not more than ${row} ${columns}`,
  same: (row, other, columns) => `${row} states the same figure as ${other} ${columns}`,
  question: (suggestion) => `${suggestion}; make it a rule?`,
  trust: { sure: "Certain", likely: "Likely" },
  groups: {
    total: "Totals of their parts",
    rate: "Rates of numerator and denominator",
    part: "Parts not above the whole",
    same: "The same figure stated twice",
  },
  roles: { plan: "Plan", laterPlan: "Later plan", actual: "Actual", samePeriod: "Same period" },
  note: {
    total: (parts) => `Suggested, not accepted: Bằng tổng ${parts}.`,
    rate: (formula) => `Suggested, not accepted: Cách tính ${formula}.`,
    part: (parts) => `Suggested, not accepted: ${parts} are Trong đó của this row.`,
    same: (other) => `Suggested, not accepted: Bằng với ${other}.`,
  },
};
