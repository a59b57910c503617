/** The words of the view Kết quả, in English. */

import type { SilentReason } from "../../core/report/selected";
import type { Status } from "../../core/compare/assess";
import type { Period } from "../../core/form/period";
import { plural } from "./plural.en";
import type { ResultsTexts } from "./results.vi";

const statuses: Readonly<Record<Status, string>> = {
  exceeded: "Exceeded",
  met: "Met",
  onPace: "On pace",
  behind: "Behind pace",
  unmet: "Not met",
  notJudged: "Not judged",
  noData: "Figures missing",
};

const silentReasons: Readonly<Record<SilentReason, string>> = {
  missing: "without an actual figure",
  unreadable: "with an actual figure that cannot be read",
  text: "of words, not figures",
  unknown: "not known to be an indicator",
  heading: "headings",
  hidden: "hidden",
  outside: "outside the table",
};

const span = (period: Period): string => {
  switch (period.span) {
    case "half":
      return "six months";
    case "nine":
      return "nine months";
    case "year":
      return "the year";
    case "quarter":
      return `quarter ${period.quarter}`;
  }
};

export const RESULTS_TEXTS_EN: ResultsTexts = {
  statuses,
  figure: (status, count) => `${statuses[status]} ${count}`,
  picture: (name, figures) => `${name}: ${figures}.`,
  wholeForm: "Whole form",
  judged: (count) => `${plural(count, "target")} judged`,
  sections: "By section",
  countOf: (status, count) => `${count} ${statuses[status].toLowerCase()}`,
  allSections: (count) => `Show all ${count} sections`,
  fewSections: "Show fewer",
  onlySection: "Show only this section in the list below",
  list: "Not met and behind pace",
  listOf: (section) => `Showing: ${section}`,
  showAll: "Show all",
  none: "Every target that was judged is met or on pace.",
  notYet: "No results yet. Open a form with its columns KH and TH to see which targets are met, behind or not met.",
  notAssessed: "Targets of this form are not judged.",
  copy: "Copy the paragraph (Vietnamese)",
  addSheet: "Add a summary sheet",
  print: "Print results",
  sectionSentences: "Sentences of this section",
  sentencesSelected: "Sentences for the selected rows",
  sentencesSection: (section) => `Sentences of: ${section}`,
  backToSelected: "Back to the selected rows",
  selectRows: "Select one or more rows of the table, or a heading for its whole section.",
  silent: (rows, reasons) => `${rows} ${rows === "1" ? "row" : "rows"} without a sentence: ${reasons}.`,
  silentReason: (reason, rows) => `${rows} ${silentReasons[reason]}`,
  allSentences: (count) => `Show all ${count} sentences`,
  fewSentences: "Show fewer",
  goTo: (cell) => `Show cell ${cell}`,
  copySentences: "Copy the sentences (Vietnamese)",
  sentencesSheet: "Put them on a sheet",
  cell: (cell) => `Cell ${cell}`,
  ofYear: (percent) => `${percent}% of the year`,
  ofTarget: (percent) => `${percent}% of the plan`,
  ofPeriod: (percent, period) => `${percent}% of ${span(period)}`,
  lacks: (gap) => `${gap} to go`,
  exceeds: (gap) => `${gap} above the plan`,
  exceedsDue: (gap) => `${gap} above the period's part`,
  offBelow: (gap) => `${gap} below what is asked`,
  offAbove: (gap) => `${gap} above what is asked`,
  lowIsBetter: "lower is better",
  perMonth: (need) => `needs ${need} a month`,
  percentPoints: "percentage points",
  perMillePoints: "points per mille",
};
