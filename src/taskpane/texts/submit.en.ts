/** The words of the view Nộp, in English. */

import { GATE_TEXTS } from "../../core/submit/texts.en";
import type { SubmitTexts } from "./submit.vi";

const plural = (count: string, one: string) => `${count} ${one}${count === "1" ? "" : "s"}`;

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
  staleReasons: (count) =>
    `${plural(count, "reason")} no longer given for any warning: figures changed or were mended.`,
  allChecked: "Nothing was left unchecked.",
  who: "Prepared by",
  whoHint: "Full name",
  noPerson: "Say who prepared it, then make the copy.",
  date: "Date",
  make: "Make the copy for sending",
  about: "The copy is a new .xlsx file with values only and a check sheet. The file you work in is not overwritten.",
  done: (file) => `Made the copy ${file} and downloaded it.`,
  sentTitle: "The copy just made",
  sentFile: "File downloaded",
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
  verifyLine: "The .xlsx file is read on this computer and not changed.",
  noSlip: "The file has no check sheet, so there is nothing to compare with.",
  damaged: (line) => `The line “${line}” of the check sheet is missing or damaged, so nothing can be compared.`,
  by: (person, at) => `Prepared by ${person}, ${at}.`,
  touched: "The check sheet was changed after it was made: its words are no longer those of the sending.",
  outcomes: {
    same: "The figures are those that were checked.",
    changed: "The figures were changed after the check.",
    "no-sheet": "This table is not in the file, or its form is no longer recognised.",
  },
  otherVersion: (said, known) =>
    `Made from version ${said} of the definition, known here is version ${known}; nothing can be concluded.`,
  noCompare:
    "Open the working sheet of the same form and period, then choose the file again to see which cells differ.",
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
