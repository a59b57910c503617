import type { Draft } from "./draft";
import type { Figure, FigureKind, Measured, NumberFigure, Separators } from "./figure";
import type { Measure } from "./measure";
import type { AmbiguousNumeral, Reading } from "./numeral";

/** What is believed about the style of the text; a `confidence` of 1 settles it. */
export interface Leaning {
  readonly separators?: Separators | undefined;
  /** How far `separators` is believed; without it, entirely. */
  readonly confidence?: number | undefined;
  readonly kind?: FigureKind | undefined;
}

/**
 * How sure the likelier reading of an ambiguous numeral is. These are judgements, not measurements: they order the
 * doubts for the user and tell settled from unsettled. The style of the country alone; the style and the kind of
 * figure agreeing; the kind of figure against the style of the country.
 */
export const CONFIDENCE = { style: 0.8, styleAndKind: 0.95, kindAgainstStyle: 0.6 } as const;

/** Makes a figure of a draft, choosing between readings by what is believed about the style. */
export function settle(draft: Draft, leaning: Leaning): Figure {
  switch (draft.kind) {
    case "number":
      return numberFigure(draft.measure, leaning);
    case "bound":
      return { kind: "bound", operator: draft.operator, ...measured(draft.measure, leaning) };
    case "pair": {
      // What one number of the pair proves holds for the other.
      const own = draft.first.numeral.evidence ?? draft.second.numeral.evidence;
      const inPair = own === undefined ? leaning : { separators: own };
      return { kind: "pair", first: numberFigure(draft.first, inPair), second: numberFigure(draft.second, inPair) };
    }
    default:
      return draft;
  }
}

/** The styles that the numerals of a draft prove. */
export function evidenceIn(draft: Draft): Separators[] {
  const measures = draft.kind === "pair" ? [draft.first, draft.second] : "measure" in draft ? [draft.measure] : [];
  return measures.map(({ numeral }) => numeral.evidence).filter((evidence) => evidence !== undefined);
}

function numberFigure(measure: Measure, leaning: Leaning): NumberFigure {
  return { kind: "number", ...measured(measure, leaning) };
}

function measured({ negative, numeral, unit }: Measure, leaning: Leaning): Measured {
  const suffix = unit === undefined ? {} : { unit };
  const signed = ({ value }: Reading): number => (negative ? 0 - value : value);
  if (numeral.kind === "certain") {
    return { value: signed(numeral.reading), decimals: numeral.reading.decimals, ...suffix, confidence: 1 };
  }
  const { separators, confidence } = choose(numeral, leaning);
  const likelier = numeral[separators];
  const figure = { value: signed(likelier), decimals: likelier.decimals, ...suffix, confidence };
  if (confidence === 1) return figure;
  const ambiguity = fractionStyle(numeral) === "en" ? "dot-thousands-or-decimal" : "comma-decimal-or-thousands";
  return { ...figure, ambiguity, alternative: signed(numeral[other(separators)]) };
}

function choose(numeral: AmbiguousNumeral, leaning: Leaning): { separators: Separators; confidence: number } {
  const { separators, confidence = 1, kind } = leaning;
  if (separators !== undefined) return { separators, confidence };
  if (kind === undefined) return { separators: "vi", confidence: CONFIDENCE.style };
  const byKind = kind === "rate" ? fractionStyle(numeral) : other(fractionStyle(numeral));
  return { separators: byKind, confidence: byKind === "vi" ? CONFIDENCE.styleAndKind : CONFIDENCE.kindAgainstStyle };
}

/** The style that reads the mark as a decimal mark. */
function fractionStyle({ vi }: AmbiguousNumeral): Separators {
  return vi.decimals > 0 ? "vi" : "en";
}

function other(separators: Separators): Separators {
  return separators === "vi" ? "en" : "vi";
}
