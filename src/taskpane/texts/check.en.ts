/** The words of the view Kiểm tra, in English. */

import type { Level, Unchecked } from "../../core/check/finding";
import { SUSPECT_TEXTS_EN } from "../../core/check/suspects/texts.en";
import { roleWordsEn } from "../../core/check/texts.en";
import { plural } from "./plural.en";
import type { CheckTexts } from "./check.vi";

const levelsInText: Readonly<Record<Level, string>> = { error: "errors", warning: "warnings", hint: "hints" };

export const CHECK_TEXTS_EN: CheckTexts = {
  levels: { error: "Errors", warning: "Warnings", hint: "Hints" },
  reasons: {
    "no-form": "Form not recognised",
    "part-of-form": "Part of a form",
    "no-period": "Period not known",
    "no-column": "Column missing",
    "unbound-row": "Rows not recognised",
    "not-calculated": "Formulas without a result",
    "missing-figure": "Figures missing for a comparison",
    suspects: "Not every suspect found",
  },
  filters: "Filter by class",
  noneOf: (level) => `No ${levelsInText[level]}.`,
  noneShown: "Nothing in the classes chosen.",
  showAll: "Show all",
  summary: (errors, warnings, hints) =>
    `${plural(errors, "error", "errors")}, ${plural(warnings, "warning", "warnings")}, ${plural(hints, "hint", "hints")}.`,
  live: "Check as I type",
  at: (time) => `at ${time}`,
  notYet: (rows) =>
    `Not checked yet. Will look at ${rows === undefined ? "the whole table" : `${rows} rows of the form`}: numbers as written, figures missing, totals and parts, rates, So với KH, So với cùng kỳ, rows and columns.`,
  checking: (percent) => `Checking, ${percent}%.`,
  clean: (cells, rules, time) => `No errors left. ${checked(cells, rules, time)}`,
  cleanButIgnored: (cells, rules, time) => `No errors left but for the rules ignored. ${checked(cells, rules, time)}`,
  checked,
  wholeForm: "Whole form",
  list: "Findings",
  cell: (cell) => `Cell ${cell}`,
  cells: (count) => plural(count, "cell", "cells"),
  rows: (count) => plural(count, "row", "rows"),
  inGroup: (count) => plural(count, "finding", "findings"),
  stated: "Stated",
  byOthers: "By the other rows",
  byFormula: "By the formula",
  samePeriod: "Same period",
  gap: "Gap",
  blank: "blank",
  related: "Other cells that take part",
  suspects: "Cells that may be wrong",
  why: "Why.",
  fix: "What to do.",
  more: (count) => `Show ${count} more`,
  actions: {
    fixTo: (value) => `Change to ${value}`,
    clear: "Leave this cell blank",
    fixAll: (count) => `Mend all ${count} cells`,
    fillAll: (count) => `Fill in all ${count} cells`,
    go: "Show cell",
    comment: "Comment on cell",
    explain: "Give a reason…",
    ignore: "Ignore this rule for the form",
  },
  explain: {
    label: "Why this figure is right",
    draft: "The reason given before; the figures changed since, so look at it again.",
    save: "Save the reason",
    cancel: "Cancel",
    group: (count) => `Explained (${count})`,
    edit: "Change",
    remove: "Take the reason back",
    reset: "Take back all reasons",
  },
  mended: "Mended",
  unchecked: (count) => `${plural(count, "point", "points")} not checked`,
  ignored: (count) => `Ignoring ${plural(count, "rule", "rules")}`,
  ignoredRule: (title, count) => `${title} (${count})`,
  reset: "Stop ignoring",
  resetHint: "Stop ignoring these rules",
  uncheckedSentence,
};

function checked(cells: string, rules: string, time: string | undefined): string {
  return `Checked ${plural(cells, "cell", "cells")} by ${plural(rules, "rule", "rules")}${time === undefined ? "" : ` at ${time}`}.`;
}

function uncheckedSentence({ reason, cell, column }: Unchecked, label: string | undefined): string {
  const name = label === undefined ? (cell ?? "") : `“${label}”`;
  const role = column ? roleWordsEn(column) : "";
  switch (reason) {
    case "no-form":
      return "The form is not recognised: numbers and comparisons are checked, nothing deeper.";
    case "part-of-form":
      return "The table holds only a part of its form; rows that it leaves out are not called missing.";
    case "no-period":
      return "No heading says which period this is, so progress cannot be judged.";
    case "no-column":
      return `There is no column ${role}, so the checks that need it were not made.`;
    case "not-calculated":
      return `${role} of ${name} is a formula without a result yet.`;
    case "missing-figure":
      return `${role} of ${name}: a figure to compare it with is missing.`;
    case "suspects":
      return SUSPECT_TEXTS_EN.gaveUp(label ?? cell ?? "");
    case "unbound-row":
      return `The row at ${cell ?? ""} belongs to no indicator yet.`;
  }
}
