import { decimalsOf } from "./decimals";
import { draftOf } from "./draft";
import type { Figure, ReadingHint, Separators } from "./figure";
import { CONFIDENCE, evidenceIn, settle, type Leaning } from "./settle";

/** A column read as a whole. */
export interface ColumnReading {
  /** The style of the column; `vi` when nothing tells. */
  readonly separators: Separators;
  /** The share of the evidence that speaks for `separators`; without evidence, the confidence in the default. */
  readonly confidence: number;
  /** How many numerals prove each style by their own form. */
  readonly evidence: { readonly vi: number; readonly en: number };
  /** One figure a cell, in order. */
  readonly figures: readonly Figure[];
}

/** From this share of the evidence on, the column's style is settled and the rest are strays. */
const SETTLED = 0.75;

/**
 * Reads the cells of a column together: what one cell proves (`1.235,7` is vi, `21.8` is en) settles the others
 * (`1.234`). A cell that contradicts the column by its own form keeps its own certain reading. Real numbers are
 * numbers whatever the column says, with the decimals of their shortest notation.
 *
 * @param hint - `separators` settles the column without looking at the evidence
 * @example readColumn(["1.234", "99,7"]).figures[0] // value 1234, confidence 1
 */
export function readColumn(cells: readonly (string | number | null)[], hint: ReadingHint = {}): ColumnReading {
  const drafts = cells.map((cell) => (typeof cell === "number" ? cell : draftOf(cell ?? "")));
  const proofs = drafts.flatMap((draft) => (typeof draft === "number" ? [] : evidenceIn(draft)));
  const vi = proofs.filter((separators) => separators === "vi").length;
  const evidence = { vi, en: proofs.length - vi };
  const { separators, confidence } = decide(evidence, hint);
  const leaning = leaningOf(evidence, hint, { separators, confidence });
  const figures = drafts.map((draft) => (typeof draft === "number" ? realNumber(draft) : settle(draft, leaning)));
  return { separators, confidence, evidence, figures };
}

type Decision = Pick<ColumnReading, "separators" | "confidence">;

function decide({ vi, en }: ColumnReading["evidence"], hint: ReadingHint): Decision {
  if (hint.separators !== undefined) return { separators: hint.separators, confidence: 1 };
  if (vi + en === 0) return { separators: "vi", confidence: CONFIDENCE.style };
  return { separators: en > vi ? "en" : "vi", confidence: Math.max(vi, en) / (vi + en) };
}

/** What the ambiguous cells go by: the hint, else the evidence, else (none, or as much on each side) the kind. */
function leaningOf({ vi, en }: ColumnReading["evidence"], hint: ReadingHint, decision: Decision): Leaning {
  if (hint.separators === undefined && vi === en) return { kind: hint.kind };
  return { separators: decision.separators, confidence: decision.confidence >= SETTLED ? 1 : decision.confidence };
}

/** A cell that holds a number; NaN and infinities, which no spreadsheet stores, are errors. */
function realNumber(value: number): Figure {
  if (!Number.isFinite(value)) return { kind: "unreadable", text: String(value), reason: "error-value" };
  return { kind: "number", value: value + 0, decimals: decimalsOf(value), confidence: 1 };
}
