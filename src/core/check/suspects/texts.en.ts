/** The words about suspects, in English. */

import type { SuspectTexts } from "./texts.vi";

export const SUSPECT_TEXTS_EN: SuspectTexts = {
  slips: {
    swapped: "two digits swapped",
    dropped: "a digit left out",
    doubled: "a digit typed twice",
    neighbourKey: "the key beside it",
    digit: "one digit wrong",
    mark: "decimal mark in the wrong place",
    tenfold: "zeros too many or too few at the end",
    thousands: "thousands dot read as a decimal mark",
    sign: "minus sign",
    otherRow: "the same figure as in the row beside it, perhaps copied from there",
    otherColumn: "the same figure as in another column of the row, perhaps copied from there",
  },
  typedAs: (value, stated) => `${value} typed as ${stated}`,
  change: (stated, value, with_) => `All agrees with ${value} instead of ${stated}${with_}.`,
  between: (stated, from, to, with_) => `All agrees with a figure from ${from} to ${to} instead of ${stated}${with_}.`,
  atLeast: (stated, from, with_) => `All agrees with ${from} or more instead of ${stated}${with_}.`,
  atMost: (stated, to, with_) => `All agrees with ${to} or less instead of ${stated}${with_}.`,
  other: (stated, with_) => `All agrees with another figure instead of ${stated}${with_}.`,
  also: (cells) => `, together with ${cells}`,
  mends: (count) => `This cell takes part in ${count} contradictions.`,
  typedOver: "A number typed over a formula.",
  recent: "Changed a moment ago.",
  comparison: "The comparison beside it gives this figure too.",
  gaveUp: (label) =>
    `The figures around “${label}” contradict each other in many places: not every cell that may be wrong was found.`,
};
