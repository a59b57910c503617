/** The words of the pane's frame and of its views Form and Fill, in English. Forms and labels stay in Vietnamese. */

import { MOST_FORMS } from "../../core/workbook/own-forms";
import type { Period } from "../../core/form/period";
import type { WorkbookReason } from "../../xlsx/error";
import { OWN_TEXTS_EN } from "./own.en";
import { SUBMIT_TEXTS_EN } from "./submit.en";
import { plural } from "./plural.en";
import type { Texts } from "./vi";

/** Short, for a line that has room for little. */
function periodWords(period: Period): string {
  switch (period.span) {
    case "half":
      return `6 months ${period.year}`;
    case "nine":
      return `9 months ${period.year}`;
    case "year":
      return `year ${period.year}`;
    case "quarter":
      return `Q${period.quarter} ${period.year}`;
  }
}

const files: Readonly<Record<WorkbookReason, string>> = {
  "not-workbook": "This file is not an Excel workbook (.xlsx). Choose an .xlsx file.",
  encrypted: "The workbook needs a password to open. Open it in Excel, remove the password, save it, and try again.",
  damaged: "The file is damaged. Open it in Excel, let Excel repair it, save it, and try again.",
  "too-large": "The file is too large once unpacked, so it was not opened.",
  "old-xls": "The file is not in the .xlsx format. Open it in Excel or LibreOffice and save it as .xlsx.",
  "sheet-missing": "A sheet of the workbook is missing.",
  "array-formula": "A cell belongs to an array formula and cannot be changed on its own.",
  "table-header": "A cell is the header of an Excel table and cannot be changed here.",
  "value-refused": "A value cannot be written into Excel.",
  "result-missing": "A formula has no stored result. Open the file in Excel, let it calculate, save it, and try again.",
};

const filledCells = (vsPlan: string | undefined, vsSamePeriod: string | undefined, assessed: string | undefined) =>
  listed([
    ...(vsPlan === undefined ? [] : [`${plural(vsPlan, "cell")} against the plan`]),
    ...(vsSamePeriod === undefined ? [] : [`${plural(vsSamePeriod, "cell")} against the same period`]),
    ...(assessed === undefined ? [] : [`${plural(assessed, "assessment")}`]),
  ]);

/** "a", "a and b", "a, b and c" */
const listed = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;

export const EN: Texts = {
  product: "Biểu Y tế",
  version: (version: string) => `Biểu Y tế, version ${version}`,
  tabs: { form: "Form", fill: "Fill", check: "Check", results: "Results", submit: "Send" },
  tabList: "Steps",
  tabCount: (errors) => plural(errors, "error"),
  tabWarnings: (warnings) => plural(warnings, "warning"),
  opening: "Reading the sheet…",
  fetching: "Opening…",
  notFetched: "This part of Biểu Y tế could not be fetched from the server.",
  period: periodWords,
  unknownPeriod: "period not known",
  chip: {
    notChecked: "Not checked",
    checking: (percent) => `Checking ${percent}%`,
    stale: "Check again",
    errors: (count) => plural(count, "error"),
    warnings: "To be explained",
    ready: "Ready to send",
    notReady: "Not ready to send",
    sent: (when) => `Sent ${when}`,
    clean: "No errors seen",
  },
  work: {
    reading: "Reading the sheet…",
    checking: (percent) => `Checking ${percent}%`,
    filling: "Filling…",
    writing: "Writing…",
    creating: "Making the form…",
    "opening-file": "Reading the file…",
    submitting: (percent) => `Checking and making the copy, ${percent}%`,
  },
  stop: "Stop",
  undo: "Undo",
  close: "Close message",
  retry: "Try again",
  troubles: {
    "cell-edit": "Excel is waiting for you to finish a cell. Press Enter, then try again.",
    "dialog-open": "Excel has a dialog open. Close the dialog, then try again.",
    protected:
      "The sheet is protected. Unprotect it (Review > Unprotect Sheet), then try again; Biểu Y tế does not unprotect it by itself.",
    "structure-protected":
      "The structure of the workbook is protected, so no sheet can be added. Unprotect it (Review > Protect Workbook), then try again; Biểu Y tế does not unprotect it by itself.",
    "read-only":
      "This workbook is open for reading only: it can be read and checked, but nothing was written. Enable editing, or save it as another file, then try again.",
    "other-workbook": "Another workbook is in front. Click the workbook with this form, then try again.",
    "sheet-gone": "This sheet is no longer in the workbook. Open the sheet with the form, then go on.",
    moved: "Rows or columns have just moved, so nothing was written. Look at the table, then do it again.",
    interrupted: "Excel stopped half-way, so only a part may have been written. Undo it, or do it again.",
    "session-lost":
      "The session of Excel on the web has ended. Reload the page and open Biểu Y tế again; figures already written are still there.",
    "no-answer":
      "Excel does not answer. Wait a moment and try again; if that does not help, save, close and reopen the workbook (Excel on the web: reload the page).",
    "memory-refused":
      "The workbook takes no more of what Biểu Y tế remembers in it, so nothing was written. Remove some explanations or forms of your own, or use Excel for the desktop, then try again.",
    "too-large": "The table is larger than Excel takes at once. Move some rows to another sheet, then try again.",
    "too-old": "This Excel cannot do that. Use Excel 2021, Microsoft 365 or Excel on the web.",
    unknown: "Excel could not do that. None of your figures were lost; please try again.",
  },
  fileTrouble: (reason) => files[reason],
  fileUnknown: "This file cannot be read. Your file was not changed.",
  happened: {
    filled: (vsPlan, vsSamePeriod, assessed) => `Filled ${filledCells(vsPlan, vsSamePeriod, assessed)}.`,
    frozen: (vsPlan, vsSamePeriod, assessed) => `Turned ${filledCells(vsPlan, vsSamePeriod, assessed)} into values.`,
    nothingToFill: "There is nothing to fill: the columns to compare with are missing, or there are no figures yet.",
    adopted: (form, found, total) => `This sheet is now taken for ${form}: ${found}/${total} indicators.`,
    ownMade: (form, rows, rules) =>
      `Made the form ${form}: ${plural(rows, "indicator")}, ${plural(rules, "rule")}. This workbook carries it.`,
    ownImported: (form, rows, rules) =>
      `Brought in the form ${form}: ${plural(rows, "indicator")}, ${plural(rules, "rule")}.`,
    ownExported: (file) => `Saved ${file}. It can be edited in Excel and brought back.`,
    ownNoRoom: (form, why) =>
      why === "too-many"
        ? `This workbook has ${MOST_FORMS} forms of your own, so ${form} was not taken in. Remove some that are not used.`
        : `The form ${form} is longer than a workbook can keep and was not taken in. Please divide it.`,
    ownRemoved: (form) => `Removed the form ${form} from this workbook.`,
    notPart: (form) => `None or too few of the rows of this sheet are of ${form}.`,
    saveRefused: "The file could not be saved: Excel does not allow it here.",
    created: (sheet, rows) => `Added the sheet “${sheet}” with ${plural(rows, "indicator")}.`,
    aboutWritten: "Period and unit were written.",
    sampleCreated: (sheet) => `Added the sheet “${sheet}” with the figures that Điện Biên published. Next: fill.`,
    carried: (figures) => `Carried ${plural(figures, "figure")} of the earlier period over.`,
    carriedLeft: (figures, left) =>
      `Carried ${plural(figures, "figure")} of the earlier period over; ${plural(left, "row was", "rows were")} left out.`,
    fixed: (cells) => `Fixed ${plural(cells, "cell")}.`,
    fixedSome: (cells, skipped) =>
      `Fixed ${plural(cells, "cell")}; ${plural(skipped, "cell")} changed since the check and stayed as they are.`,
    nothingToFix: "Nothing was fixed: the figures changed since the check. Check again.",
    undone: (cells) => `Put ${plural(cells, "cell")} back as before.`,
    undoneSome: (cells, kept) =>
      `Put ${plural(cells, "cell")} back as before; ${plural(kept, "cell")} that you changed since stayed as they are.`,
    undoneMemory: "Undone.",
    undoMoved: "Cannot be undone here: rows were added, deleted or moved. Ctrl+Z in Excel still works.",
    undoChanged: "Cannot be undone: those cells were changed since.",
    commented: (cell) => `Put a comment on cell ${cell}.`,
    ruleIgnored: (title) => `The rule “${title}” is ignored on this form from now on.`,
    ignoredReset: "Every rule is looked at again.",
    explained: (count) => `Explained ${plural(count, "warning")}. A change of the figures brings it back.`,
    unexplained: "The reason was taken back; the warning is in the list again.",
    explanationsReset: (count) => `Took back ${plural(count, "reason")}.`,
    sentencesAdded: (sheet, count) => `${plural(count, "sentence was", "sentences were")} put on the sheet “${sheet}”.`,
    nothingTold: "No sentence to put on a sheet: select rows that have actual figures.",
    summaryReplaced: (sheet) => `The sheet “${sheet}” was replaced by one of the figures as they are now.`,
    summaryBeside: (sheet, earlier) =>
      `The sheet “${sheet}” was added. “${earlier}” was edited by somebody and stays as it is.`,
    summaryAdded: (sheet) =>
      `Added the sheet “${sheet}” with the counts, a chart and the list of what is late or not met.`,
    copied: "The paragraph was copied.",
    copyRefused: "Cannot be copied: the browser does not let us write to the clipboard.",
    stopped: "Stopped. Nothing was changed.",
    doneUnread: "That is done, but the sheet could not be read again or marked.",
    checkAgain: "Please check again.",
    noTable:
      "There is no form on this sheet. A table needs a header with the column Chỉ tiêu and the columns Kế hoạch, Thực hiện, Cùng kỳ.",
    sheetChanged: "The sheet has just changed and was read again. Look at it once more, then go on.",
  },
  locked: "The sheet is protected: it can be checked, not filled or fixed. Unprotect it with Review > Unprotect Sheet.",
  memoryDamaged:
    "What Biểu Y tế remembers in this workbook cannot be read (another program may have changed it); earlier answers must be given again.",
  rowsLeftOut: (rows) => `The sheet is unusually long: its last ${plural(rows, "row was", "rows were")} not read.`,
  columnsLeftOut: (columns) =>
    `The sheet is unusually wide: its last ${plural(columns, "column was", "columns were")} not read.`,
  form: {
    recognised: (found, total, sheet) => `${found}/${total} indicators found on the sheet “${sheet}”.`,
    toConfirm: (rows) => `${plural(rows, "row needs", "rows need")} your confirmation.`,
    alike: (form, found, total) => `This sheet looks like ${form}: ${found}/${total} rows found.`,
    alikeConfirm: (rows) => `${plural(rows, "row needs", "rows need")} your confirmation.`,
    unknown:
      "This form is not known. The way numbers are written and the columns that compare can still be filled and checked. For totals and rates, make a form of this table, or choose one that we have.",
    unknownTitle: "Form not known",
    nothingTitle: "Start",
    nothing: (sheet) => `The sheet “${sheet}” has no form yet.`,
    period: "Period",
    year: "Year",
    quarter: (number) => `Quarter ${number}`,
    spans: { half: "6 months", nine: "9 months", year: "Full year", quarter: "Quarter" },
    unit: "Reporting unit",
    unitHint: "Sở Y tế tỉnh …",
    noUnit: "not given",
    aboutTitle: "Period and unit",
    aboutMissing:
      "The period or the unit of this form is not known. Give them here to be able to send; filling and checking need not wait.",
    changeAbout: "Change period, unit",
    actuals: "Actual figures entered",
    of: (some, all) => `${some}/${all}`,
    filled: "Filled",
    filledAs: (mode, when) => `${mode}, ${when}`,
    filledMode: (mode) => mode,
    notFilled: "not yet",
    checked: "Checked",
    checkedAs: (errors, warnings, when) => `${plural(errors, "error")}, ${plural(warnings, "warning")}, ${when}`,
    notChecked: "not yet",
    enterFigures: (next) => `Type or paste the figures into the column Thực hiện, then go on to ${next}.`,
    confirmTitle: "To be confirmed",
    row: (row) => `Row ${row}`,
    maybe: (label) => `Probably: ${label}`,
    is: (label) => `Is: ${label}`,
    isNone: "Not an indicator",
    answersOf: (label) => `“${label}” is`,
    others: "More",
    create: "New form",
    createLine: "Choose form, period and unit; adds a sheet to this workbook.",
    adopt: "Take the open table",
    adoptLine: "Use the table that is on this sheet already; nothing to copy.",
    carry: "Carry over from last year",
    carryLine: "Last year's actual figures become the same period's.",
    back: "Back",
    which: "Form",
    willAdd: (sheet, after) => `Adds the sheet “${sheet}” right after “${after}”.`,
    willHave: (rows, columns) => `It has ${plural(rows, "indicator")} with the columns ${columns}.`,
    badYear: "A year is a number of four digits, 1990 to 2099.",
    columns: {
      plan: "plan",
      laterPlan: "later plan",
      actual: "actual",
      samePeriod: "same period",
      vsPlan: "against plan",
      vsSamePeriod: "against same period",
    },
  },
  own: OWN_TEXTS_EN,
  submit: SUBMIT_TEXTS_EN,
  carry: {
    choose: "Choose last year's .xlsx file",
    chooseAnother: "Choose another file",
    local: "The file is read on this computer; it is not sent anywhere and not changed.",
    noForm: "No form of Biểu Y tế was found in this file. Choose the report of the same period last year.",
    noColumn: (form) => `The form ${form} has no column for the same period, so nothing can be carried over.`,
    found: (form, period, figures) =>
      `${form}, ${period}: ${plural(figures, "actual figure becomes", "actual figures become")} same-period figures.`,
    unknownPeriod: "period not given in the file",
    check:
      "The file does not give its period, so it could not be compared; look through the same-period column afterwards.",
    here: (sheet) => `The open sheet “${sheet}”`,
    hereLine: (figures) => `writes ${plural(figures, "cell")} in the same-period column`,
    left: "Not carried over",
    replaced: "Same-period figures that will be replaced",
    doubtful: (label, written) => `${label}: the actual says “${written}”`,
    unbound: (label) => `“${label}” belongs to no indicator`,
    noRow: (label) => `${label}: this sheet has no such row`,
  },
  fill: {
    column: "Column",
    fillable: "Cells to fill",
    blank: "Cells left blank",
    columns: { vsPlan: "Against plan", vsSamePeriod: "Against same period" },
    noColumns: "This table has no column to compare with the plan or the same period, so there is nothing to fill.",
    noComparisons: "This table has no column to compare with; only assessments can be filled in.",
    assessment: "Assessment (Đánh giá)",
    assess: "Write the column Đánh giá",
    assessNew: (column) =>
      `Exceeded, met, behind or not met for every indicator; adds column ${column} beside the table.`,
    assessThere: (column) =>
      `Exceeded, met, behind or not met for every indicator; goes into column ${column}, which is there.`,
    noTable: "Open the sheet with a form, or make a new one in the step Form.",
    adoptFirst: (rows) => `${plural(rows, "row", "rows")} must be confirmed in the step Form before filling.`,
    modes: {
      functions: {
        name: "Biểu Y tế functions",
        line: "recalculate by themselves; the recipient needs the add-in",
        short: "Biểu Y tế functions",
      },
      formulas: {
        name: "Excel formulas",
        line: "open on every computer, in WPS and LibreOffice",
        short: "Excel formulas",
      },
      values: { name: "Values", line: "the figures as they are now", short: "values" },
    },
    modesTitle: "Fill with",
    noFunctions: "Excel on this computer cannot use functions of add-ins.",
    now: (mode) => `Filled with ${mode} now.`,
    why: {
      "no-actual": "No actual figure",
      "no-plan": "No plan",
      "zero-plan": "Plan is 0",
      "bound-plan": "Plan is a threshold",
      "no-same-period": "No same-period figure",
      "zero-same-period": "Same period is 0",
      "text-figure": "Number stored as text, which Excel formulas do not read",
      "no-period": "Period not known, so progress cannot be judged",
      merged: "Cell of the assessment is merged with another one and cannot be written",
    },
    lacking: "Rows with cells left blank",
    lackingNone: "Every row has what filling needs.",
    askTitle: "Typed figures that will be replaced",
    ask: (count) =>
      `${plural(count, "cell has", "cells have")} typed figures that differ from what is calculated. Replace or keep them?`,
    askCellsTitle: "Typed content that will be replaced",
    askCells: (count) =>
      `${plural(count, "cell has", "cells have")} typed content that differs from what is calculated. Replace or keep it?`,
    change: (from, to) => `${from} → ${to}`,
    toBlank: "blank",
    more: (count) => `Show ${count} more`,
    values: "Freeze the figures before sending: the recipient sees these figures whatever program they have.",
  },
  foot: {
    toFill: "Next: fill the comparisons",
    toCheck: "Next: check",
    toErrors: (count) => `See ${plural(count, "error")}`,
    toWarnings: (count) => `See ${plural(count, "warning")}`,
    toResults: "See results",
    confirmAll: (rows) => (rows === "1" ? "This row is right, go on" : `All ${rows} rows are right, go on`),
    confirm: "Go on with these answers",
    adopt: (form) => `Take it for ${form}`,
    writeAbout: "Write period and unit",
    create: "Make the form",
    carryHere: "Carry over into this sheet",
    carryReplace: (count) => `Carry over, replace ${count}`,
    carryNew: "Make a new form with these figures",
    fill: "Fill",
    refill: "Fill again",
    switchTo: (mode) => `Switch to ${mode}`,
    freeze: "Freeze as values",
    replaceAll: (count) => `Replace ${count} and fill`,
    keep: "Keep these figures",
    replaceCells: (count) => `Replace ${plural(count, "cell")} and fill`,
    keepCells: "Keep these cells",
    toForm: "Confirm in the step Form",
    chooseForm: "Choose or make a form",
    check: "Check",
    recheck: "Check again",
    fixSure: (count) => `Fix ${plural(count, "certain mistake")}`,
    toSubmit: "Next: send",
    checkFirst: "Check before sending",
  },
  welcome: {
    title: "Health report forms, right in Excel",
    lines: [
      "Make a form from its template, or take the table you have.",
      "Fill the comparisons with the plan and the same period in every row.",
      "Find totals that do not add up, rates that do not follow, slips of the keyboard; each with its cell and what to do.",
    ],
    local: "Everything runs on this computer; no figures are sent anywhere.",
    sample: "Try it with Điện Biên's figures",
    sampleLine: "Adds a sheet Phụ lục 02, first 6 months of 2024, with the published figures.",
    skip: "Skip",
  },
  outside: {
    title: "Open Biểu Y tế in Excel",
    lines: [
      "This page is the task pane of the add-in, so it needs a workbook that is open in Excel.",
      "In Excel: Home > Biểu Y tế. Without the button, ask your administrator to install the add-in by its file manifest.xml.",
      "No Excel on this computer: run npm start to try it in the browser, with a workbook beside this pane.",
    ],
  },
  tooOld: {
    title: "Excel on this computer is too old",
    lines: [
      "Biểu Y tế needs Excel 2021, Microsoft 365 or Excel on the web (ExcelApi 1.13).",
      "With Microsoft 365: File > Account > Update Options > Update Now, then open Excel again.",
      "If that is not possible: open the workbook in Excel on the web, or use the command line program bieu with .xlsx files.",
    ],
  },
  comment: (message, fix) => `${message} ${fix}`,
};
