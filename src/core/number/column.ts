import { decimalsOf } from "./decimals";
import { draftOf, type Draft } from "./draft";
import { LARGEST_FIGURE, type Figure, type ReadingHint, type Separators } from "./figure";
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
  const evidence = { vi: 0, en: 0 };
  for (const draft of drafts) count(draft, evidence, 1);
  const { separators, confidence } = decide(evidence, hint);
  const leaning = leaningOf(evidence, hint, { separators, confidence });
  const figures = drafts.map((draft) => (typeof draft === "number" ? realNumber(draft) : settle(draft, leaning)));
  return { separators, confidence, evidence, figures };
}

/**
 * Reads one cell of a column that was read before, after its content changed.
 *
 * @returns the figure, and the evidence of the column now; undefined where the column as a whole must be read anew,
 * because what this cell proves, or proved, changes how the others are read
 * @example rereadCell(readColumn(["1.234", 5]).evidence, 5, 6) // { figure: 6, evidence: { vi: 0, en: 0 } }
 */
export function rereadCell(
  before: ColumnReading["evidence"],
  was: string | number | null,
  is: string | number | null,
): { readonly figure: Figure; readonly evidence: ColumnReading["evidence"] } | undefined {
  const [old, draft] = [was, is].map((cell) => (typeof cell === "number" ? cell : draftOf(cell ?? ""))) as [
    Draft | number,
    Draft | number,
  ];
  const evidence = { ...before };
  count(old, evidence, -1);
  count(draft, evidence, 1);
  const leaning = leaningOf(evidence, {}, decide(evidence, {}));
  const leant = leaningOf(before, {}, decide(before, {}));
  const same =
    leaning.kind === leant.kind && leaning.separators === leant.separators && leaning.confidence === leant.confidence;
  if (!same) return undefined;
  return { figure: typeof draft === "number" ? realNumber(draft) : settle(draft, leaning), evidence };
}

function count(draft: Draft | number, evidence: { vi: number; en: number }, by: 1 | -1): void {
  if (typeof draft === "number") return;
  for (const separators of evidenceIn(draft)) evidence[separators] += by;
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
  if (Math.abs(value) > LARGEST_FIGURE) return { kind: "unreadable", text: String(value), reason: "too-long" };
  return { kind: "number", value: value + 0, decimals: decimalsOf(value), confidence: 1 };
}
