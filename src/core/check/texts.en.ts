/** The words of every rule, in English. KH, TH and CK stay as the terms that they are in every Biểu. */

import type { CellRole } from "../form/types";
import type { Facts, Finding } from "./finding";
import type { KnownRule, RuleTexts } from "./texts.vi";

const PRODUCT_RELATIONS = "The form's definition of its indicators (numerators, denominators, totals and parts).";
const CONVENTIONS =
  "Conventions of statistical tables: “-” means none occurred, “…” means not collected, blank means not entered.";
const COMPARISONS = "How So với KH and So với cùng kỳ are worked out in health reports.";
const INDICATORS = "The form's list of indicators.";
const LIMITS = "The limits in the indicator's definition.";
const UNUSUAL =
  "The form's own figures and the limits in its definition (Hidiroglou and Berthelot, Survey Methodology, 1986).";
const ASSESSMENT = "How targets are judged by the plan and the share of the year that has passed.";

const quote = (text: string) => `“${text}”`;

const manyTimes = (f: Facts) =>
  `${f.column} says ${f.stated}, ${f.variant === "up" ? `${f.gap} times` : `1/${f.gap} of`} ${f.other} (${f.working}).`;

const CONDITION_WORDS: Readonly<Record<string, string>> = {
  "<=": "is more than",
  ">=": "is less than",
  "=": "does not fit",
};
const reasonWords = (f: Facts) => (f.reason === undefined ? "" : ` ${f.reason}`);
const gapWords = (f: Facts) => (f.gap === undefined ? "" : ` Gap ${f.gap}.`);

export const RULE_TEXTS_EN = {
  SO1: {
    title: "Number stored as text",
    checks: "The cell holds a number that Excel takes for text.",
    message: (f) => `${quote(f.stated)} is text, not a number.`,
    why: "Excel passes over text in sums and formulas, so a total can be wrong without a sign of it.",
    fix: (f) => `Turn it into the number ${f.stated}.`,
    source: "How Excel treats text in formulas.",
  },
  SO2: {
    title: "Not readable as a number",
    checks: "The cell should hold a number and holds something else.",
    message: (f) => {
      if (f.variant === "pair") return `The cell holds two numbers: ${quote(f.stated)}.`;
      if (f.variant === "bound") return `${quote(f.stated)} is a threshold, not a figure of the period.`;
      if (f.variant === "separators")
        return `The dots and commas in ${quote(f.stated)} follow no way of writing numbers.`;
      return `${quote(f.stated)} is not a number.`;
    },
    why: "The cell takes no part in calculations and cannot be checked.",
    fix: (f) =>
      f.variant === "pair"
        ? "Enter each number in its own column."
        : f.variant === "bound"
          ? "Enter the actual figure; thresholds belong in column KH only."
          : "Enter the number again; “-” if none occurred, “…” if it was not collected.",
    source: CONVENTIONS,
  },
  SO3: {
    title: "Number with two readings",
    checks: "A single dot or comma before exactly three digits: a thousands mark or a decimal mark.",
    message: (f) => `${quote(f.stated)} may be ${f.expected}.`,
    why: "The two readings differ by a factor of one thousand.",
    fix: () => "Enter it again as a number, without a thousands mark.",
    source: "How numbers are written in Vietnam: decimal comma, thousands dot.",
  },
  SO4: {
    title: "Negative number",
    checks: "A number below 0 where the indicator cannot be negative.",
    message: (f) => `${f.column} says ${f.stated}; this indicator cannot be below 0.`,
    why: "A negative number spoils every sum and comparison after it.",
    fix: () => "Check what was entered; there may be a minus sign too many.",
    source: LIMITS,
  },
  SO5: {
    title: "Count with a fraction",
    checks: "Numbers of people, visits, cases… are whole numbers.",
    message: (f) => `${f.column} says ${f.stated}; this is a count and must be a whole number.`,
    why: "Mostly a thousands dot read as a decimal mark (1.244 as 1,244), or a figure copied from the row of a rate.",
    fix: () => "Enter a whole number.",
    source: "The kind of number in the indicator's definition.",
  },
  SO6: {
    title: "Number out of range",
    checks: "The number is outside what the indicator can be.",
    message: (f) => `${f.column} says ${f.stated}; this indicator cannot be ${f.expected}.`,
    why: "An impossible number is a sign of the wrong row or the wrong column.",
    fix: () => "Check what was entered; it may belong to another row.",
    source: LIMITS,
  },
  SO7: {
    title: "Error in a calculated cell",
    checks: "The cell holds an Excel error value.",
    message: (f) => `${f.column} shows ${f.stated}.`,
    why: "The error goes out with the report and spreads to the cells calculated from it.",
    fix: (f) =>
      f.variant === "derived"
        ? "Fill this column again; where a figure to compare is missing, leave the cell blank."
        : "Enter the number again, or mend the formula in the cell.",
    source: "Excel's error values.",
  },
  SO8: {
    title: "Number with its unit",
    checks: "The cell holds a number and its unit.",
    message: (f) => `${quote(f.stated)} has its unit with it, so Excel takes it for text.`,
    why: "Excel passes over this cell in calculations; the unit stands in its own column.",
    fix: (f) => `Turn it into the number ${f.expected}.`,
    source: "How Excel treats text in formulas.",
  },
  SO9: {
    title: "Date where a number belongs",
    checks: "Excel turned a number into a date.",
    message: (f) => `${f.column} holds a date, not a number.`,
    why: "When 1/6 or 3-12 is typed, Excel makes a date of it and the number is lost.",
    fix: () => "Set the cell's format to Number and enter the figure again.",
    source: "How Excel recognises dates.",
  },
  TH1: {
    title: "No actual figure yet",
    checks: "A required indicator whose TH is blank.",
    message: (f) => `${quote(f.label)} has no actual figure yet.`,
    why: "Blank means not entered, not 0; the indicator can be neither compared nor judged.",
    fix: () => "Enter the figure; “-” if none occurred, “…” if it was not collected.",
    source: CONVENTIONS,
  },
  TH2: {
    title: "Figure not collected",
    checks: "TH says “…”.",
    message: (f) => `${quote(f.label)} says “…”: it occurred but was not collected.`,
    why: "The reader needs to know why there is no figure.",
    fix: () => "Add the figure or explain.",
    source: CONVENTIONS,
  },
  TH3: {
    title: "No plan yet",
    checks: "An indicator that usually has a plan, with KH blank.",
    message: (f) => `${quote(f.label)} has no plan, so So với KH cannot be worked out.`,
    why: "Without a plan nobody can say whether it is met.",
    fix: () => "Enter the plan that was assigned, if there is one.",
    source: CONVENTIONS,
  },
  TH4: {
    title: "No figure of the same period",
    checks: "CK is blank.",
    message: (f) => `${quote(f.label)} has no figure of the same period, so it cannot be compared.`,
    why: "A missing figure of the same period does not mean 0.",
    fix: () => "Take the figure from last year's report; “-” if none occurred.",
    source: CONVENTIONS,
  },
  TH5: {
    title: "Column without a figure",
    checks: "A whole input column is empty.",
    message: (f) => `Column ${f.column} has no figure yet.`,
    why: "Without figures there is nothing to check or to work out.",
    fix: (f) => `Type or paste figures into column ${f.column}.`,
    source: CONVENTIONS,
  },
  QH1: {
    title: "Total differs from its parts",
    checks: "A total equals the sum of its parts.",
    message: (f) => `${f.label} says ${f.stated}; ${f.working}. Gap ${f.gap}.`,
    why: "A reader who adds up sees it at once; one of these figures is wrong.",
    fix: (f) => `Change the total to ${f.expected} if the parts are right; if not, check the parts.`,
    source: PRODUCT_RELATIONS,
  },
  QH2: {
    title: "Part greater than its total",
    checks: "No part is greater than its total.",
    message: (f) => `${f.label} says ${f.stated}, more than the total: ${f.working}. Gap ${f.gap}.`,
    why: "A part cannot be more than the whole that holds it.",
    fix: () => "Check both rows; one may have been entered in the wrong row.",
    source: PRODUCT_RELATIONS,
  },
  QH3: {
    title: "Rate differs from its numerator and denominator",
    checks: "A rate equals numerator over denominator, within rounding.",
    message: (f) => `${f.label} says ${f.stated}; from ${f.working} it comes to ${f.expected}.`,
    why: "The rate and the two figures that make it say different things.",
    fix: (f) =>
      f.variant === "impossible"
        ? "Numerator and denominator give an impossible rate: check these two first."
        : `Change the rate to ${f.expected} if numerator and denominator are right; if not, check them.`,
    source: PRODUCT_RELATIONS,
  },
  QH4: {
    title: "Subgroup greater than its group",
    checks: "A count of some is not greater than that of all.",
    message: (f) => `${f.label} says ${f.stated}, more than ${f.working}. Gap ${f.gap}.`,
    why: "What this row counts is within the other row, so it cannot be more.",
    fix: () => "Check both rows; one may have been entered in the wrong row.",
    source: PRODUCT_RELATIONS,
  },
  QH5: {
    title: "New cases more than all cases",
    checks: "The number of new cases is not greater than that of all known.",
    message: (f) => `${f.label} says ${f.stated}, more than ${f.working}. Gap ${f.gap}.`,
    why: "The new ones are among all known.",
    fix: () => "Check both rows.",
    source: PRODUCT_RELATIONS,
  },
  QH6: {
    title: "Cumulative figure fell",
    checks: "A figure cumulated over the years does not fall against the same period.",
    message: (f) => `${f.label} says ${f.stated}, below ${f.other} in the same period. Gap ${f.gap}.`,
    why: "A cumulative figure can only stay or rise; if an old figure was corrected, say so.",
    fix: () => "Check this period's figure and that of the same period.",
    source: PRODUCT_RELATIONS,
  },
  QH7: {
    title: "One figure stated twice, differently",
    checks: "An indicator that stands in two places has one figure.",
    message: (f) => `${f.label} says ${f.stated}; ${f.other} says ${f.expected}. Gap ${f.gap}.`,
    why: "The reader cannot know which to believe.",
    fix: () => "Make both places say the right figure.",
    source: PRODUCT_RELATIONS,
  },
  QH8: {
    title: "Figures that cannot all be right",
    checks:
      "The conditions between rows that the form declares: two separate groups together within the whole, two rates of one denominator.",
    message: (f) =>
      `${f.working} ${CONDITION_WORDS[f.variant ?? ""] ?? CONDITION_WORDS["="]} ${f.other}.${gapWords(f)}${reasonWords(f)}`,
    why: "One of these figures is wrong; row by row it does not show.",
    fix: () => "Check these rows; they may come from two sources or two dates.",
    source: PRODUCT_RELATIONS,
  },
  QH9: {
    title: "Two forms say different figures",
    checks: "An indicator that several forms of the file state, for one unit and period, has one figure.",
    message: (f) => `${f.label} says ${f.stated} here; ${f.working}. Gap ${f.gap}.`,
    why: "The forms are sent together; a reader who compares them sees it.",
    fix: () => "Make the forms say the right figure, or explain why they differ.",
    source: "The list of indicators that forms share (src/forms/links.csv).",
  },
  SS1: {
    title: "So với KH does not follow",
    checks: "So với KH is TH over KH times 100.",
    message: (f) => `So với KH says ${f.stated}; ${f.working}.`,
    why: "A figure may have changed since this column was worked out.",
    fix: (f) => `Fill this column again; the result is ${f.expected}.`,
    source: COMPARISONS,
  },
  SS2: {
    title: "So với cùng kỳ does not follow",
    checks: "So với cùng kỳ follows from TH and CK.",
    message: (f) => `So với cùng kỳ says ${f.stated}; ${f.working}.`,
    why: "A figure may have changed since this column was worked out.",
    fix: (f) => `Fill this column again; the result is ${f.expected}.`,
    source: COMPARISONS,
  },
  SS3: {
    title: "Compared the wrong way",
    checks: "Counts are compared in percent, rates in percentage points.",
    message: (f) => {
      if (f.variant === "points")
        return `A rate is compared in points: ${f.working}; it says ${f.stated} (worked out as for a count).`;
      if (f.variant === "difference")
        return `A count is compared in percent: ${f.working}; it says ${f.stated} (the mere difference).`;
      return `This indicator is compared by difference: ${f.working}; it says ${f.stated} (in percent).`;
    },
    why: "A column worked out in two ways misleads about what rose and what fell.",
    fix: (f) => `Fill this column again; the result is ${f.expected}.`,
    source: COMPARISONS,
  },
  SS4: {
    title: "Compared with a missing figure",
    checks: "Where a figure is missing the comparison stays blank; missing is not 0.",
    message: (f) =>
      f.variant === "no-same-period"
        ? `There is no figure of the same period, so nothing to compare; it says ${f.stated} as if that were 0.`
        : `There is no actual figure, so nothing to compare; it says ${f.stated} as if that were 0.`,
    why: "Missing is not 0; this number reads like a real rise or fall.",
    fix: (f) =>
      f.formula
        ? "Add the missing figure or fill this column again; cells with formulas go blank by themselves."
        : "Leave this cell blank, or add the missing figure and fill again.",
    source: CONVENTIONS,
  },
  SS5: {
    title: "Formula replaced by a number",
    checks: "A typed number among the formulas of a column.",
    message: (f) => `${f.column} is a column of formulas; this cell alone has the number ${f.stated} typed in.`,
    why: "When figures change, this cell is not worked out again.",
    fix: (f) =>
      f.variant === "unknown"
        ? "Copy the formula from the cell above; filling passes over this row, which belongs to no indicator."
        : "Fill this column again to have the formula back.",
    source: COMPARISONS,
  },
  SS6: {
    title: "Not worked out yet",
    checks: "Both figures are there and the result is blank.",
    message: (f) => `${f.column} is blank; ${f.working}.`,
    why: "All it takes is there.",
    fix: () => "Fill this column.",
    source: COMPARISONS,
  },
  SS7: {
    title: "A result with nothing to compare",
    checks: "Plan blank, 0 or a threshold; same period blank or 0: the result stays blank.",
    message: (f) => {
      const reasons: Readonly<Record<string, string>> = {
        "no-actual": "There is no actual figure",
        "no-plan": "There is no plan",
        "zero-plan": "The plan is 0",
        "bound-plan": "The plan is a threshold",
        "no-same-period": "There is no figure of the same period",
        "zero-same-period": "The figure of the same period is 0",
      };
      return `${reasons[f.variant ?? ""] ?? "A figure is missing"}, so nothing can be worked out; it says ${f.stated}.`;
    },
    why: "This number follows from no figure of the form.",
    fix: (f) =>
      f.formula ? "Fill this column again; cells with formulas go blank by themselves." : "Leave this cell blank.",
    source: COMPARISONS,
  },
  SS8: {
    title: "Assessment that the figures do not give",
    checks: "The word in the column Đánh giá differs from what actual figure, plan and period come to.",
    message: (f) => {
      const right = f.expected === undefined ? "the figures give none" : `the figures give ${quote(f.expected)}`;
      return f.variant === "blank" ? `The assessment is blank; ${right}.` : `It says ${quote(f.stated)}; ${right}.`;
    },
    why: "Recipients read this column first; a stale or mistyped assessment miscounts the targets met.",
    fix: (f) => {
      if (f.formula) return "Fill the column Đánh giá again.";
      if (f.expected === undefined) return "Enter the missing figure, or delete this word.";
      return `Write ${quote(f.expected)}, or fill the column Đánh giá again. Explain it if it is judged another way.`;
    },
    source: ASSESSMENT,
  },
  SS9: {
    title: "Assessment formula replaced by a word",
    checks: "A typed word among the formulas of the column Đánh giá.",
    message: (f) => `Đánh giá is a column of formulas; this cell has the typed word ${quote(f.stated)}.`,
    why: "When the figures change, this cell is not judged again.",
    fix: () => "Fill the column Đánh giá again to get the formula back.",
    source: ASSESSMENT,
  },
  BT1: {
    title: "Unusual change of a rate",
    checks:
      "A rate that rose or fell against the same period far beyond what is usual in the form: in points for rates in %, in times for other rates and ratios.",
    message: (f) => {
      if (f.variant === "points-up")
        return `${f.column} says ${f.stated}, ${f.gap} points above ${f.other} (${f.working}).`;
      if (f.variant === "points-down")
        return `${f.column} says ${f.stated}, ${f.gap} points below ${f.other} (${f.working}).`;
      return manyTimes(f);
    },
    why: "So large a change is mostly a wrong row or column; where it is true, readers will ask why.",
    fix: () => "Check this period's figure and last year's; if they are right, explain.",
    source: UNUSUAL,
  },
  BT2: {
    title: "Unusual change of a count",
    checks:
      "A count that rose or fell many times against the same period, far beyond what is usual in the form for its size (Hidiroglou and Berthelot); small counts are left alone.",
    message: (f) => manyTimes(f),
    why: "So large a change is mostly a wrong row or column; where it is true, readers will ask why.",
    fix: () => "Check this period's figure and last year's; if they are right, explain.",
    source: UNUSUAL,
  },
  BT3: {
    title: "A zero too many or too few",
    checks: "A figure that is 10, 100 or 1.000 times off the other columns of its row.",
    message: (f) =>
      `${f.column} says ${f.stated}, about ${f.gap} times ${f.variant === "down" ? "below" : "above"} the other columns (${f.working}); ${f.expected} fits.`,
    why: "A digit too many or too few, or a decimal mark in the wrong place, moves a figure by a power of ten.",
    fix: (f) => `Check the original; enter ${f.expected} if it was a slip, explain if it is right.`,
    source: UNUSUAL,
  },
  BT4: {
    title: "Thousands dot read as a decimal mark",
    checks: "A count with a fraction that, times 1.000, is a whole number like the other columns of its row.",
    message: (f) => `${f.column} says ${f.stated}; times 1.000 it is ${f.expected}, which fits the row (${f.working}).`,
    why: "Excel took the thousands dot for a decimal mark, and the figure shrank a thousand times.",
    fix: (f) => `Turn it into ${f.expected}.`,
    source: "How numbers are written in Vietnam: decimal comma, thousands dot.",
  },
  BT5: {
    title: "A block equal to the same period",
    checks: "Many rows in a run whose TH is CK exactly, among counts of what happens in a period.",
    message: (f) => `${f.gap} figures in a run from ${f.other} are the same period's.`,
    why: "What happens in a period seldom repeats for a whole block; last year's figures may have been left in.",
    fix: () => "Check the block; if it is right, explain.",
    source: UNUSUAL,
  },
  BT6: {
    title: "Two neighbouring rows may have each other's figures",
    checks:
      "Exchanging the figures of two neighbouring rows makes both fit their other columns, or makes sums and rates agree again.",
    message: (f) =>
      `${f.column} says ${f.stated}, the row above ${f.other} says ${f.expected}; exchanged, they fit (${f.working}).`,
    why: "One row off is a common slip when figures are copied.",
    fix: () => "Check the two rows; exchange the figures if they were entered one row off.",
    source: UNUSUAL,
  },
  BT7: {
    title: "Rate and cases do not go with the population",
    checks:
      "A column without its population: the rate must go with the cases and the population of another column, which moves little within a year.",
    message: (f) => `${f.label} says ${f.stated}; from ${f.working} it is about ${f.expected}, ${f.gap}% apart.`,
    why: "A population does not change that much in a year, so the cases or the rate are wrong.",
    fix: () => "Check the cases and the rate, and enter this column's population.",
    source: PRODUCT_RELATIONS,
  },
  KH1: {
    title: "Target not met",
    checks: "TH does not reach the year's target or the threshold that was set.",
    message: (f) => {
      const gap = f.gap === undefined ? "" : `, ${f.gap} ${f.variant === "above" ? "above" : "short"}`;
      return `${f.label}: actual ${f.stated}, plan ${f.expected}${gap}.`;
    },
    why: "The report must name targets that are not met; TH or KH may also have been entered wrong.",
    fix: () => "Give the reason in the report; check the figures if they look odd.",
    source: ASSESSMENT,
  },
  KH2: {
    title: "Behind pace",
    checks: "An indicator that adds up over the year has not reached the reporting period's part.",
    message: (f) => {
      const shares = f.working === undefined ? "" : `: ${f.working} of the year, ${f.other} of this period`;
      return `${f.label}: actual ${f.stated}, plan of the year ${f.expected}${shares}.`;
    },
    why: "At this pace the year's target is out of reach; figures of some units may also be missing.",
    fix: () => "Give reason and remedy in the report; check the figures if they look odd.",
    source: ASSESSMENT,
  },
  KH3: {
    title: "Target exceeded many times",
    checks: "TH is several times the period's part of the plan; small counts are left alone.",
    message: (f) => {
      const period = f.other === undefined ? "" : `, ${f.other} of this period`;
      return `${f.label}: actual ${f.stated}, plan ${f.expected}: ${f.working} of the year${period}.`;
    },
    why: "So far above mostly means that TH or KH was entered wrong, or that the plan was set too low.",
    fix: () => "Check TH and KH.",
    source: ASSESSMENT,
  },
  CT1: {
    title: "Row missing",
    checks: "Every indicator of the form has its row.",
    message: (f) => `There is no row ${quote(f.label)}.`,
    why: "Without the indicator the next level up cannot add up.",
    fix: () => "Add the row again, or correct the row's name.",
    source: INDICATORS,
  },
  CT2: {
    title: "Row stands twice",
    checks: "Every code has one row.",
    message: (f) => `${quote(f.label)} stands already in ${f.other}.`,
    why: "With two rows of one indicator nobody knows which figure holds.",
    fix: () => "Delete one of the rows.",
    source: INDICATORS,
  },
  CT3: {
    title: "Row moved",
    checks: "Rows stand in the form's order.",
    message: (f) => `${quote(f.label)} is not in its place in the form.`,
    why: "Its figures are read by its code all the same; a reader used to the old order may misread them.",
    fix: () => "Move the row back unless it was moved on purpose.",
    source: "The order of the form's indicators.",
  },
  CT4: {
    title: "Name differs from the form",
    checks: "The name in a row with a code agrees with the definition.",
    message: (f) => {
      const stated = f.stated.trim() === "" ? "has no name" : `says ${quote(f.stated)}`;
      return `The row ${stated}; by its code it should be ${quote(f.expected ?? "")}.`;
    },
    why: "Code and name speak of two indicators; figures may be in the wrong row.",
    fix: () => "Check the row's code and name.",
    source: INDICATORS,
  },
  CT5: {
    title: "Column missing",
    checks: "The table has all columns of the form.",
    message: (f) => `There is no column ${f.column}.`,
    why: "Checks that need this column cannot be made.",
    fix: (f) => `Add column ${f.column}, or correct its heading.`,
    source: "The form's columns.",
  },
  CT6: {
    title: "Wrong year in a heading",
    checks: "The year in a heading agrees with the reporting period.",
    message: (f) => `Column ${f.column} says ${f.other}; for this period it should be ${f.expected}.`,
    why: "A wrong year is often a sign of last period's file; the figures may be old too.",
    fix: () => "Correct the year and check the column's figures.",
    source: "The form's reporting period.",
  },
  CT7: {
    title: "Column lost its formulas",
    checks: "A column that was filled with formulas still has them.",
    message: (f) => `Column ${f.column} was filled with formulas; now ${f.stated} cells hold numbers only.`,
    why: "The column no longer follows when figures change.",
    fix: () => "Fill the column again.",
    source: COMPARISONS,
  },
  CT8: {
    title: "Hidden row",
    checks: "A row of the form is hidden.",
    message: (f) => `Row ${quote(f.label)} is hidden; its figures still count and are checked.`,
    why: "A hidden row is not printed and is still part of its total.",
    fix: () => "Unhide it if the whole form is to be sent.",
    source: INDICATORS,
  },
  CT9: {
    title: "Row not recognised",
    checks: "A row with figures that belongs to no indicator of the form.",
    message: (f) =>
      f.other === undefined
        ? `${quote(f.label)} is no indicator of this form.`
        : `${quote(f.label)} stands already in ${f.other}; this row belongs to no indicator yet.`,
    why: "Only the form of its numbers and its comparisons are checked.",
    fix: () => "Correct the row's name, or leave it if it is a row of your own.",
    source: INDICATORS,
  },
} satisfies Readonly<Record<KnownRule, RuleTexts>>;

const ROLE_WORDS_EN: Readonly<Record<CellRole, string>> = {
  tt: "TT",
  label: "Chỉ tiêu",
  code: "Mã số",
  unit: "Đơn vị tính",
  plan: "Plan (KH)",
  laterPlan: "Later target",
  actual: "Actual (TH)",
  samePeriod: "Same period (CK)",
  vsPlan: "So với KH",
  vsSamePeriod: "So với cùng kỳ",
  assessment: "Đánh giá",
};

/** The name of a column in English, with the Vietnamese term that its heading has. */
export function roleWordsEn(role: CellRole): string {
  return ROLE_WORDS_EN[role];
}

/** Words that the rules put into a finding's facts, and what they are in English: the whole of a fact, or its end. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/^trống$/, "blank"],
  [/^không có$/, "none"],
  [/^ở mục khác$/, "another section"],
  [/^cùng kỳ$/, "the same period"],
  [/^thực hiện$/, "the actual figure"],
  [/^dòng (\d+)$/, "row $1"],
  [/(?<=\d) điểm$/, " points"],
];

/** What a figure should be. Within a longer fact the same words may stand in a label: "trẻ từ 5 đến 16 tuổi". */
const FIGURE = String.raw`(-?\d[\d.]*(?:,\d+)?)`;
const EXPECTATIONS: readonly (readonly [RegExp, string])[] = [
  ...PHRASES,
  [new RegExp(`^${FIGURE} đến ${FIGURE}$`), "$1 to $2"],
  [new RegExp(`^${FIGURE} hoặc ${FIGURE}$`), "$1 or $2"],
  [new RegExp(`^nhỏ hơn ${FIGURE}$`), "below $1"],
  [new RegExp(`^lớn hơn ${FIGURE}$`), "above $1"],
];

const translate = (text: string, phrases = PHRASES) =>
  phrases.reduce((said, [pattern, words]) => said.replace(pattern, words), text);

/**
 * A finding's facts as the English sentences take them. Labels and what cells say stay as they are written; only the
 * words that are ours are turned.
 */
export function factsEn({ rule, role, facts, stated }: Pick<Finding, "rule" | "role" | "facts" | "stated">): Facts {
  const measure = / \(.*\)$/.exec(facts.column)?.[0] ?? "";
  return {
    ...facts,
    column: `${ROLE_WORDS_EN[role]}${measure}`,
    // Where the cell says something, its words are the user's.
    ...(stated === null && { stated: translate(facts.stated) }),
    // What a row should be called is a label too.
    ...(facts.expected !== undefined && rule !== "CT4" && { expected: translate(facts.expected, EXPECTATIONS) }),
    ...(facts.working !== undefined && { working: translate(facts.working) }),
    ...(facts.other !== undefined && { other: translate(facts.other) }),
  };
}
