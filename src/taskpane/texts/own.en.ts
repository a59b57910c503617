/** The words of forms of one's own, in English. */

import { LEARN_EN } from "../../core/learn/texts.en";
import { plural } from "./plural.en";
import type { OwnTexts } from "./own.vi";

const MAKE = "Make a form of this table";

export const OWN_TEXTS_EN: OwnTexts = {
  groups: LEARN_EN.groups,
  trust: LEARN_EN.trust,
  make: MAKE,
  makeLine: "See the totals and rates that the figures suggest; what you accept becomes a rule.",
  title: "A form of your own",
  intro: (rows, suggestions) =>
    `The table has ${plural(rows, "indicator")}. The figures suggest ${plural(suggestions, "relation")}; only what you accept becomes a rule.`,
  none: (rows) =>
    `The table has ${plural(rows, "indicator")}. The figures show no total or rate that is sure enough; the form can still be made, to know the table again and fill it.`,
  accepted: (some, all) => `${some}/${all} accepted.`,
  acceptSure: (count) => `Accept what is certain (${count})`,
  accept: "Accept",
  reject: "Reject",
  decide: (label) => `Suggestion for “${label}”`,
  makeNow: (rules) => `Make the form with ${plural(rules, "rule")}`,
  makeWithout: "Make the form, without rules",
  choose: "Choose the form",
  chooseLine: "Is this table a part of a form that we have? Choose it.",
  chooseNone: "None chosen",
  own: "Forms of your own",
  ownLine: "Save to a file, edit it in Excel, bring it back, use it in other workbooks.",
  inWorkbook: "In this workbook",
  nothingYet: `This workbook has no form of your own yet. To make one, open a sheet with a table that was not recognised, and at Form choose “${MAKE}”.`,
  rows: (rows, rules) => `${plural(rows, "indicator")}, ${plural(rules, "rule")}`,
  exportOne: "Save to a file",
  exportOf: (id) => `Save the form ${id} to a file`,
  removeOne: "Remove",
  removeOf: (id) => `Remove the form ${id} from this workbook`,
  importOne: "Bring in a form from a .csv file",
  importLine: "A file saved here, perhaps edited in Excel or LibreOffice since (saved as CSV UTF-8).",
  problems: (file, count) => `${file}: ${plural(count, "place")} to mend`,
  doubts: (file, count) => `${file}: brought in, ${plural(count, "place")} to look at`,
};
