/** Matches the rows of a sheet with the rows of a form by their labels, keeping the order of both. */

import { fold } from "../text/fold";
import { longestRisingRun } from "./rising";
import { foldedLabel, likeness, type FoldedLabel } from "./similarity";
import type { Row } from "./types";

/** Below this likeness two labels are not taken for the same indicator. */
export const LEAST_LIKENESS = 0.68;

export { SURE } from "./sure";

/** A label found away from its place must be this alike, since its neighbours no longer speak for it. */
const LEAST_LIKENESS_MOVED = 0.9;

/** Largest table of pairs that is compared letter by letter between two sure matches. */
const MAX_PAIRS = 250_000;

/** Largest table of pairs that is compared for equality, which costs little but memory. */
const MAX_EQUAL_PAIRS = 4_000_000;

export interface RowMatch {
  /** Index into the sheet's labels. */
  readonly sheet: number;
  /** Index into the form's rows. */
  readonly form: number;
  readonly confidence: number;
}

export interface RowMatches {
  readonly matches: readonly RowMatch[];
  /** For each sheet label without a match, the indicators it may be. */
  readonly guesses: ReadonlyMap<number, readonly { readonly form: number; readonly confidence: number }[]>;
}

/** A label as matching sees it: folded, without a number before it ("1. Lao" is "Lao") or "trong đó" behind it. */
export function labelForMatching(text: string): string {
  const bare = text.replace(/^\s*(?:\d{1,2}(?:\.\d{1,2})*|[IVXivx]{1,4}|[A-Za-z])[.)]\s/, "");
  return fold(bare).replace(/(?<=.) trong do$/, "");
}

/**
 * Matches labels with rows.
 *
 * Many labels stand several times in a form ("Số xã triển khai" fourteen times), so order decides: labels that are
 * unique on both sides are anchors, between anchors the longest common run of equal labels is taken, and what is left
 * there is compared by likeness. Rows found away from their place come last.
 */
export function matchRows(labels: readonly string[], rows: readonly Row[]): RowMatches {
  const ids = new Map<string, number>();
  const idOf = (text: string) => {
    const known = ids.get(text);
    if (known !== undefined) return known;
    ids.set(text, ids.size);
    return ids.size - 1;
  };
  const sheetTexts = labels.map(labelForMatching);
  const sheetIds = sheetTexts.map(idOf);
  const formTexts = rows.map((row) => [row.label, ...row.aliases].map(labelForMatching));
  const formIds = formTexts.map((texts) => new Set(texts.map(idOf)));
  const matched = new Map<number, { form: number; confidence: number }>();
  const used = new Set<number>();
  const take = (sheet: number, form: number, confidence: number) => {
    matched.set(sheet, { form, confidence });
    used.add(form);
  };

  const gaps: Gap[] = [];
  alignExact({ fromSheet: 0, toSheet: labels.length, fromForm: 0, toForm: rows.length }, sheetIds, formIds, take, gaps);

  const folded = new Map<string, FoldedLabel>();
  const foldedOf = (text: string) => {
    const known = folded.get(text) ?? foldedLabel(text);
    folded.set(text, known);
    return known;
  };
  const alike = (sheet: number, form: number) =>
    Math.max(...formTexts[form]!.map((text) => likeness(foldedOf(sheetTexts[sheet]!), foldedOf(text))));
  for (const gap of gaps) alignAlike(gap, alike, take);

  const leftSheet = sheetTexts.flatMap((text, index) => (text !== "" && !matched.has(index) ? [index] : []));
  let leftForm = rows.flatMap((_, index) => (used.has(index) ? [] : [index]));
  const guesses = new Map<number, { form: number; confidence: number }[]>();
  // Letter by letter over all that is left would be quadratic on a foreign table; only a moderate rest is worth it.
  if (leftSheet.length * leftForm.length <= MAX_PAIRS) {
    for (const sheet of leftSheet) {
      const ranked = leftForm
        .map((form) => ({ form, confidence: alike(sheet, form) }))
        .filter(({ confidence }) => confidence >= 0.4)
        .sort((a, b) => b.confidence - a.confidence);
      const [first, second] = ranked;
      const clear = first && first.confidence >= LEAST_LIKENESS_MOVED && first.confidence > (second?.confidence ?? 0);
      if (clear) {
        take(sheet, first.form, Math.min(first.confidence, 0.95));
        leftForm = leftForm.filter((form) => form !== first.form);
      } else {
        guesses.set(sheet, ranked.slice(0, 3));
      }
    }
  }
  const matches = [...matched].map(([sheet, match]) => ({ sheet, ...match })).sort((a, b) => a.sheet - b.sheet);
  return { matches, guesses };
}

interface Gap {
  readonly fromSheet: number;
  readonly toSheet: number;
  readonly fromForm: number;
  readonly toForm: number;
}

type Take = (sheet: number, form: number, confidence: number) => void;

function alignExact(
  range: Gap,
  sheetIds: readonly number[],
  formIds: readonly ReadonlySet<number>[],
  take: Take,
  gaps: Gap[],
): void {
  const { fromSheet, toSheet, fromForm, toForm } = range;
  if (fromSheet >= toSheet || fromForm >= toForm) return;
  const anchors = uniqueAnchors(range, sheetIds, formIds);
  const pairs = anchors.length > 0 ? anchors : longestCommonRun(range, sheetIds, formIds);
  if (pairs.length === 0) {
    gaps.push(range);
    return;
  }
  let sheet = fromSheet;
  let form = fromForm;
  for (const [atSheet, atForm] of pairs) {
    take(atSheet, atForm, 1);
    alignExact({ fromSheet: sheet, toSheet: atSheet, fromForm: form, toForm: atForm }, sheetIds, formIds, take, gaps);
    sheet = atSheet + 1;
    form = atForm + 1;
  }
  alignExact({ fromSheet: sheet, toSheet, fromForm: form, toForm }, sheetIds, formIds, take, gaps);
}

/** Pairs whose label occurs once on each side of the range, thinned to the longest run that keeps both orders. */
function uniqueAnchors(
  range: Gap,
  sheetIds: readonly number[],
  formIds: readonly ReadonlySet<number>[],
): readonly (readonly [number, number])[] {
  const inForm = new Map<number, number>();
  for (let form = range.fromForm; form < range.toForm; form += 1) {
    for (const id of formIds[form]!) inForm.set(id, inForm.has(id) ? -1 : form);
  }
  const inSheet = new Map<number, number>();
  for (let sheet = range.fromSheet; sheet < range.toSheet; sheet += 1) {
    const id = sheetIds[sheet]!;
    inSheet.set(id, inSheet.has(id) ? -1 : sheet);
  }
  const pairs = [...inSheet]
    .map(([id, sheet]) => [sheet, inForm.get(id) ?? -1] as const)
    .filter(([sheet, form]) => sheet >= 0 && form >= 0);
  return longestRisingRun(pairs.map(([, form]) => form)).map((index) => pairs[index]!);
}

function longestCommonRun(
  range: Gap,
  sheetIds: readonly number[],
  formIds: readonly ReadonlySet<number>[],
): readonly (readonly [number, number])[] {
  const equal = (sheet: number, form: number) => (formIds[form]!.has(sheetIds[sheet]!) ? 1 : 0);
  return bestRun(range, equal, MAX_EQUAL_PAIRS);
}

/** Aligns what exact labels left between two anchors. */
function alignAlike(gap: Gap, alike: (sheet: number, form: number) => number, take: Take): void {
  const scores = new Map<number, number>();
  const width = gap.toForm - gap.fromForm;
  const score = (sheet: number, form: number) => {
    const key = (sheet - gap.fromSheet) * width + form - gap.fromForm;
    const known = scores.get(key);
    if (known !== undefined) return known;
    const value = alike(sheet, form);
    const counted = value >= LEAST_LIKENESS ? value : 0;
    scores.set(key, counted);
    return counted;
  };
  for (const [sheet, form] of bestRun(gap, score)) take(sheet, form, score(sheet, form));
}

/** The pairs, rising on both sides, with the largest sum of scores; nothing where the range is too large to compare. */
function bestRun(
  range: Gap,
  score: (sheet: number, form: number) => number,
  most = MAX_PAIRS,
): readonly (readonly [number, number])[] {
  const height = range.toSheet - range.fromSheet;
  const width = range.toForm - range.fromForm;
  if (height * width > most) return [];
  const best = new Float64Array((height + 1) * (width + 1));
  const at = (row: number, column: number) => row * (width + 1) + column;
  for (let row = height - 1; row >= 0; row -= 1) {
    for (let column = width - 1; column >= 0; column -= 1) {
      const gain = score(range.fromSheet + row, range.fromForm + column);
      const together = gain + best[at(row + 1, column + 1)]!;
      best[at(row, column)] = Math.max(together, best[at(row + 1, column)]!, best[at(row, column + 1)]!);
    }
  }
  const run: (readonly [number, number])[] = [];
  let row = 0;
  let column = 0;
  while (row < height && column < width) {
    const gain = score(range.fromSheet + row, range.fromForm + column);
    const here = best[at(row, column)]!;
    if (gain > 0 && here === gain + best[at(row + 1, column + 1)]!) {
      run.push([range.fromSheet + row, range.fromForm + column]);
      row += 1;
      column += 1;
    } else if (here === best[at(row + 1, column)]) row += 1;
    else column += 1;
  }
  return run;
}
