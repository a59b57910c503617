/** The words of the view Nộp, in English. */

import { GATE_TEXTS } from "../../core/submit/texts.en";
import { plural } from "./plural.en";
import type { SubmitTexts } from "./submit.vi";

export const SUBMIT_TEXTS_EN: SubmitTexts = {
  gate: { title: GATE_TEXTS.title, answer: GATE_TEXTS.answer },
  blocked: GATE_TEXTS.blocked,
  checklist: "Before sending",
  states: { done: "Done", open: "Not done", note: "Note", unknown: "Not checked" },
  notYet: "Not checked yet.",
  stale: "Figures changed since the last check.",
  noTable: "Open a sheet with a form, or make a new one under Form.",
  confirmFirst: (rows) => `${plural(rows, "row")} to confirm under Form before sending.`,
  checkNow: "Check now",
  open: (tab) => `Open ${tab}`,
  ignored: (rules) => `${plural(rules, "rule")} ignored while working still count for sending.`,
  reset: "Use these rules again",
  staleReasons: (count) => `${plural(count, "reason")} left without a warning: figures changed or were mended.`,
  allChecked: "Nothing was left unchecked.",
  who: "Prepared by",
  whoHint: "Full name",
  noPerson: "Say who prepared it, then make the copy.",
  date: "Date",
  make: "Make the copy for sending",
  about:
    "The copy opens as a new workbook with values only and a check sheet. The workbook you work in is not overwritten.",
  giving: "Getting the copy…",
  done: {
    window: (file) => `The copy opened as a new workbook. Save it as ${file}, then send it.`,
    download: (file) => `Downloaded the copy ${file}.`,
  },
  notGiven: {
    window: "Excel could not open the copy as a new workbook.",
    download: "The copy could not be downloaded.",
  },
  stillHere: "The copy is still in the pane, under The last copy.",
  notKept: (why) => `The copy is made, but this workbook could not be told that it was sent. ${why}`,
  kept: "This workbook now says that it was sent.",
  sentTitle: "The last copy",
  sentFile: "File name",
  notGivenYet: "The copy is made, but nobody has it yet.",
  notSeen: "You do not see the copy? Get it again here.",
  toWindow: "Open as a new workbook",
  toDownload: "Download the file",
  notKeptYet: "This workbook does not remember yet that it was sent: opened again, it will not say “Sent”.",
  keepNow: "Write to the workbook",
  sentAt: (when, person) => `${when}, ${person}`,
  sentChanged: "The sheet's figures are no longer those of this copy. To send the new ones, make it again.",
  fingerprint: "Fingerprint of the figures",
  keep: "Keep this fingerprint elsewhere: it tells whether figures and check sheet were both replaced.",
  copy: "Copy the fingerprint",
  copied: "Copied the fingerprint.",
  notSecure:
    "The add-in's page was not opened by https, so no fingerprint can be made. Please tell your administrator.",
  verify: "Verify a sent copy",
  choose: "Choose a sent copy",
  isCopy: "This workbook is a sent copy",
  isCopyLine:
    "It has a check sheet, so it is a copy that was sent, not a workbook to work in. Figures changed here no longer fit the check sheet; change them in the working workbook and send again.",
  verifyOpen: "Verify this workbook",
  openChanged: "The workbook changed since it was verified. Verify it again.",
  openBook: "The open workbook",
  chipCopy: "Sent copy",
  verifyLine: "The .xlsx file is read on this computer and not changed.",
  noSlip: "The file has no check sheet, so there is nothing to compare with.",
  damaged: (line) => `The line “${line}” of the check sheet is missing or damaged, so nothing can be compared.`,
  /** The moment stands on the check sheet, in Vietnamese. */
  by: (person, at) => `Prepared by ${person}, ${at.replace("giờ Việt Nam", "Vietnam time")}.`,
  touched: "The check sheet was changed after it was made: its words are no longer those of the sending.",
  outcomes: {
    same: "The figures are those that were checked.",
    changed: "The figures were changed after the check.",
    "no-sheet": "This table is not in the file, or its form is no longer recognised.",
  },
  otherVersion: (said, known) =>
    `Made from version ${said} of the definition, known here is version ${known}; nothing can be concluded.`,
  noCompare: "Open the working sheet of the same form and period, then compare this file to see which cells differ.",
  comparedBefore: "The open sheet is no longer as it was when they were compared.",
  compareAgain: "Compare again",
  sameCells: "Every cell is as on the open sheet.",
  sameCellsChanged:
    "Every cell is as on the open sheet: form, period, unit or the fingerprint on the check sheet was changed.",
  differs: "Cells unlike the open sheet",
  differsSame:
    "The file fits its own check sheet but not the open sheet. If this sheet was not changed since, compare with the fingerprint you kept.",
  change: (from, to) => `${from} → ${to}`,
  blank: "blank",
  noRow: "no such row",
  inFile: (cell) => `${cell} in the file`,
};
