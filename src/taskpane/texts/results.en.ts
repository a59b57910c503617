/** The words of the view Kết quả, in English. */

import type { Status } from "../../core/compare/assess";
import type { Period } from "../../core/form/period";
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

const opening = (period: Period): string => {
  switch (period.span) {
    case "half":
      return `First half of ${period.year}: `;
    case "nine":
      return `First nine months of ${period.year}: `;
    case "year":
      return `${period.year}: `;
    case "quarter":
      return `Quarter ${period.quarter} of ${period.year}: `;
  }
};

const amount = (gap: string, points: boolean) => (points ? `${gap} points` : gap);

export const RESULTS_TEXTS_EN: ResultsTexts = {
  statuses,
  figure: (status, count) => `${statuses[status]} ${count}`,
  picture: (name, figures) => `${name}: ${figures}.`,
  wholeForm: "Whole form",
  judged: (count) => `${count} targets judged`,
  sections: "By section",
  late: (unmet, behind) => `${unmet} not met, ${behind} behind`,
  allSections: (count) => `Show all ${count} sections`,
  fewSections: "Show fewer",
  onlySection: "Show only this section in the list below",
  list: "Behind and not met",
  listOf: (section) => `Showing: ${section}`,
  showAll: "Show all",
  none: "No target is behind pace or not met.",
  notYet: "No results yet. Open a form with its columns KH and TH to see which targets are met, behind or not met.",
  notAssessed: "Targets of this form are not judged.",
  copy: "Copy as text",
  addSheet: "Add a summary sheet",
  cell: (cell) => `Cell ${cell}`,
  ofYear: (percent) => `${percent}% of the year`,
  ofTarget: (percent) => `${percent}% of the plan`,
  ofPeriod: (percent, period) => `${percent}% of ${span(period)}`,
  lacks: (gap, points) => `${amount(gap, points)} to go`,
  exceeds: (gap, points) => `${amount(gap, points)} above the plan`,
  exceedsDue: (gap, points) => `${amount(gap, points)} above the period's part`,
  offBelow: (gap, points) => `${amount(gap, points)} below what is asked`,
  offAbove: (gap, points) => `${amount(gap, points)} above what is asked`,
  lowIsBetter: "lower is better",
  perMonth: (need, unit) => `needs ${[need, unit].filter(Boolean).join(" ")} a month`,
  points: "points",
  paragraph: {
    opening,
    met: (met, all) => `Met or exceeded ${met}/${all} targets`,
    metInYear: (met, all) => `met or exceeded the year's plan in ${met}/${all} targets`,
    onPace: (count) => `${count} targets on pace`,
    unmet: (count) => `${count} targets were not met`,
    unmetInYear: (count) => `${count} targets are not met`,
    behind: (count) => `${count} targets are behind pace`,
  },
};
