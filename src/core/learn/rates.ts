/** Rates whose numerator and denominator stand near them, as the numbers suggest. */

import { factorOfUnit } from "../form/definition-check";
import type { InputRole } from "../form/types";
import { couldRoundTo, divide, scale } from "../number";
import { fold } from "../text/fold";
import { bits, intervalOf, isCounted, suggestion, support, type Support } from "./evidence";
import type { LearnedRow, Suggestion } from "./types";

/** Rows above and below a rate in which its numerator and its denominator are looked for. */
const NUMERATOR_ABOVE = 15;
const DENOMINATOR_ABOVE = 25;
const BELOW = 6;

/** Denominators that rates anywhere in a table refer to. */
const COMMON_DENOMINATOR =
  /^(?:tong )?(?:so )?(?:dan so(?: trung binh| toan tinh)?|dan|tre de song|tre (?:em )?(?:sinh )?song)$|^tong so dan(?: |$)/;
const MOST_COMMON = 12;

/** Bits by which a pair must be ahead of every other that fits. */
const CLEAR_LEAD = 1;

/** However well the words fit, the figures must speak for themselves. */
const LEAST_FIGURE_BITS = 8;

interface Candidate {
  readonly numerator: number;
  readonly denominator: number;
  readonly factor: number;
  readonly support: Support;
  readonly score: number;
}

/** Suggests at most one formula a rate; tries a bounded number of pairs for each: linear in the rows. */
export function suggestRates(rows: readonly LearnedRow[], inputs: readonly InputRole[]): Suggestion[] {
  const words = rows.map(
    ({ label }) =>
      new Set(
        fold(label)
          .replace(/^(?:ty|ti) (?:le|suat|so) /, "")
          .split(" "),
      ),
  );
  const common = rows
    .filter((row) => isCounted(row) && COMMON_DENOMINATOR.test(fold(row.label)))
    .slice(0, MOST_COMMON)
    .map(({ index }) => index);
  return rows.flatMap((rate) => {
    if (rate.heading || (rate.traits.kind !== "rate" && rate.traits.kind !== "ratio")) return [];
    const all = candidates(rows, inputs.length, rate, common, words);
    const [best, next] = all.sort((a, b) => b.score - a.score);
    // Where two pairs fit alike, the numbers do not say which is meant, and a guess would be a rule for ever.
    if (!best || (next && next.score > best.score - CLEAR_LEAD)) return [];
    const { numerator, denominator, factor, support, score } = best;
    const others = [numerator, denominator];
    return suggestion(rows, inputs, { type: "rate", row: rate.index, others, factor, support, score }) ?? [];
  });
}

/** The factors that a rate may have; a unit that states one leaves no choice. */
function factorsOf({ traits, label }: LearnedRow): readonly number[] {
  const stated = factorOfUnit(traits.unit);
  const spelt = /(?:^|\D)(1(?:[.\s]?000){1,2}|1[.\s]?0{2,5})(?!\d)/.exec(label)?.[1];
  const perPeople = /dan so|so dan|\bdan$/.test(fold(label));
  if (stated !== undefined && !(stated === 100 && perPeople)) return [stated];
  if (spelt) return [Number(spelt.replace(/\D/g, ""))];
  if (traits.kind === "ratio") return [100, 1, 1000, 100_000];
  // "Tỷ lệ mắc lao/dân số" without a unit column may be of any.
  return perPeople ? [100, 1000, 10_000, 100_000] : [100];
}

function candidates(
  rows: readonly LearnedRow[],
  columns: number,
  rate: LearnedRow,
  common: readonly number[],
  words: readonly ReadonlySet<string>[],
): Candidate[] {
  const near = (above: number) => {
    const from = Math.max(0, rate.index - above);
    return rows
      .slice(from, rate.index + BELOW + 1)
      .filter(isCounted)
      .map(({ index }) => index);
  };
  const numerators = near(NUMERATOR_ABOVE);
  const denominators = [...new Set([...near(DENOMINATOR_ABOVE), ...common])];
  const factors = factorsOf(rate);
  const tried = bits(numerators.length * denominators.length * factors.length);
  const found: Candidate[] = [];
  for (const factor of factors) {
    for (const numerator of numerators) {
      for (const denominator of denominators) {
        if (numerator === denominator || !roughly(rows, columns, rate, numerator, denominator, factor)) continue;
        const held = rateSupport(rows, columns, rate, numerator, denominator, factor);
        if (!held || held.bits < LEAST_FIGURE_BITS) continue;
        const own = words[rate.index]!;
        const distance = Math.abs(rate.index - numerator);
        const score =
          held.bits -
          tried +
          6 * shared(own, words[numerator]!) +
          (rows[denominator]!.section === rate.section ? 2 : 0) +
          (numerator === rate.index - 1 ? 3 : distance <= 4 ? 1.5 : 0) -
          (numerator > rate.index ? 1 : 0) -
          (rows[numerator]!.section === rate.section ? 0 : 2) -
          Math.abs(rate.index - denominator) / 100;
        found.push({ numerator, denominator, factor, support: held, score });
      }
    }
  }
  return found;
}

/** A quick look in floating point, wider than rounding, before intervals are made. */
function roughly(
  rows: readonly LearnedRow[],
  columns: number,
  rate: LearnedRow,
  numerator: number,
  denominator: number,
  factor: number,
): boolean {
  let told = false;
  for (let column = 0; column < columns; column += 1) {
    const stated = rate.values[column]!;
    const above = rows[numerator]!.values[column]!;
    const below = rows[denominator]!.values[column]!;
    if (Number.isNaN(stated + above + below)) continue;
    if (below === 0) {
      if (above !== 0 || stated !== 0) return false;
      continue;
    }
    const slack =
      rate.halves[column]! +
      Math.abs(stated) * (relative(rows[numerator]!, column) + relative(rows[denominator]!, column));
    if (Math.abs((factor * above) / below - stated) > slack * 1.01 + 1e-9) return false;
    told = true;
  }
  return told;
}

const relative = ({ halves, values }: LearnedRow, column: number) =>
  halves[column] === 0 ? 0 : (2 * halves[column]!) / Math.max(Math.abs(values[column]!), halves[column]!);

function rateSupport(
  rows: readonly LearnedRow[],
  columns: number,
  rate: LearnedRow,
  numerator: number,
  denominator: number,
  factor: number,
): Support | undefined {
  const above = rows[numerator]!;
  const below = rows[denominator]!;
  const figuresOf = (column: number) => [rate, above, below].map(({ values }) => values[column]!);
  return support(columns, figuresOf, (column) => {
    const [stated, n, d] = figuresOf(column) as [number, number, number];
    if (Number.isNaN(stated + n + d) || d === 0) return "silent";
    const quotient = divide(intervalOf(above, column), intervalOf(below, column));
    if (!quotient) return "silent";
    const decimals = Math.round(-Math.log10(2 * rate.halves[column]!));
    if (!couldRoundTo(scale(quotient, factor), stated, decimals)) return "fails";
    // Nothing of anything is nothing, two rows that state the same make 100% of one another, and a hundredth of a number
    // times a hundred is the number: tables are full of those.
    if (stated === 0 || n === d || n === stated) return 0;
    const digits = bits(Math.abs(stated) / (2 * rate.halves[column]!));
    // One or two cases are found in many rows, so which row they are of the rate does not tell.
    return Math.min(digits, 2 + 2 * bits(Math.abs(n)), bits(Math.abs(n)) + bits(Math.abs(d)));
  });
}

/** Share of words in common, both ways (Dice). */
function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const word of a) if (b.has(word)) common += 1;
  return (2 * common) / (a.size + b.size);
}
