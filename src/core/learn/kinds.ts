/** The kind of a row without a definition: from its label and unit first, then from its figures. */

import { vsSamePeriodRange } from "../compare/comparison";
import { factorOfUnit } from "../form/definition-check";
import type { Comparison, InputRole, Kind } from "../form/types";
import { couldRoundTo, roundingInterval, writeInteger } from "../number";
import type { FigureRow } from "../table/figures";
import { fold, tidy } from "../text/fold";
import type { LearnedKind } from "./types";

/** What words at the beginning of a folded label say; the first that fits. */
const LABELS: readonly (readonly [RegExp, Kind, number])[] = [
  [/^(?:giam |tang |tong )?(?:ty|ti) (?:le|suat)(?: |$)/, "rate", 0.97],
  [/^(?:ty|ti) so(?: |$)/, "ratio", 0.95],
  [/^(?:cong suat|muc giam) /, "rate", 0.8],
  [/^(?:chi so|tuoi tho|so con (?:tb|trung binh|binh quan)) ?/, "index", 0.9],
  [/^(?:tong |so )?(?:kinh phi|doanh thu|so tien|von|ngan sach|vien phi|tong (?:thu|chi))(?: |$)/, "money", 0.9],
  [/^(?:so|t so|tong so|tong|luot|so luot)(?: |$)/, "count", 0.9],
];

const MONEY_UNIT = /^(?:(?:nghin|ngan|trieu|tr|ty) ?)?(?:dong|d|vnd)$|^(?:trieu|ty)$/;
const COUNT_UNIT =
  /^(?:nguoi|ca|luot|lan|xa|xa phuong|huyen|benh nhan|tre|giuong|ho|ho gia dinh|mau|lop|buoi|co so|don vi|lieu|bac si)$/;

/**
 * The kind of a row, with the way in which its same period is compared.
 *
 * @param label as written, without its marker
 * @param unit as written in the unit column, "" where there is none
 * @param figures the row's figures, for decimals and for the comparison that it states
 */
export function learnKind(label: string, unit: string, figures: FigureRow, inputs: readonly InputRole[]): LearnedKind {
  const cells = inputs.flatMap((role) => figures.cells[role] ?? []).filter(({ value }) => value !== undefined);
  const fractions = cells.filter(({ value }) => !Number.isInteger(value)).length;
  const said = ofUnit(unit) ?? ofLabel(label);
  const [kind, confidence] = withFigures(said, fractions, cells.length);
  const statedUnit = unit || unitOf(label, kind);
  const comparison: Comparison = kind === "count" || kind === "money" ? "percent" : "points";
  const stated = statedComparison(figures);
  const compared = stated.length === 0 ? "silent" : stated.includes(comparison) ? "agrees" : "contradicts";
  const difference = kind === "count" && compared === "contradicts" && stated.includes("difference");
  return {
    kind,
    confidence: compared === "agrees" ? Math.min(0.99, confidence + 0.1) : confidence,
    comparison: difference ? "difference" : comparison,
    compared: difference ? "agrees" : compared,
    decimals: commonDecimals(cells.map(({ decimals }) => decimals)),
    unit: statedUnit,
  };
}

function ofUnit(unit: string): readonly [Kind, number] | undefined {
  const folded = fold(unit);
  if (folded === "") return undefined;
  if (factorOfUnit(unit) !== undefined || /^(?:%|‰)/.test(folded)) return ["rate", 0.98];
  if (MONEY_UNIT.test(folded)) return ["money", 0.97];
  return COUNT_UNIT.test(folded) ? ["count", 0.97] : undefined;
}

function ofLabel(label: string): readonly [Kind, number] | undefined {
  const folded = fold(label);
  const found = LABELS.find(([pattern]) => pattern.test(folded));
  if (found) return [found[1], found[2]];
  return label.trim().startsWith("%") ? ["rate", 0.9] : undefined;
}

/** Fractions speak against a count; where nothing is said, they decide. */
function withFigures(
  said: readonly [Kind, number] | undefined,
  fractions: number,
  given: number,
): readonly [Kind, number] {
  const mostlyFractions = fractions * 2 > given;
  if (said?.[0] === "count" && mostlyFractions) return ["index", 0.5];
  if (said) return said;
  if (mostlyFractions) return ["index", 0.4];
  return ["count", given === 0 || fractions > 0 ? 0.5 : 0.7];
}

/** The unit that a label states: "…/100.000 dân", "(%)"; a rate that states none is a percentage. */
function unitOf(label: string, kind: Kind): string {
  if (kind !== "rate" && kind !== "ratio") return "";
  const per = /\/\s?(1(?:[.\s]?0){2,5}(?!\d)[^/,;:()]{0,40})/.exec(label)?.[1];
  if (per) return tidy(`/${per.replace(/^1(?:[.\s]?0)+/, spelt)}`).slice(0, 60);
  if (/‰|%[o0]/.test(label)) return "‰";
  return kind === "rate" ? "%" : "";
}

const spelt = (digits: string) => writeInteger(Number(digits.replace(/\D/g, "")));

/** Every way of comparing that would give what the row states; none where it states nothing that tells them apart. */
function statedComparison({ cells }: FigureRow): readonly Comparison[] {
  const { actual, samePeriod, vsSamePeriod } = cells;
  if (!actual?.interval || !samePeriod?.interval || vsSamePeriod?.value === undefined) return [];
  if (actual.value === samePeriod.value) return [];
  const now = roundingInterval(actual.value!, actual.decimals);
  const before = roundingInterval(samePeriod.value!, samePeriod.decimals);
  const fits = (["percent", "points"] as const).filter((comparison) => {
    const exact = Number.isInteger(actual.value) && Number.isInteger(samePeriod.value);
    const range = vsSamePeriodRange(exact ? actual.interval! : now, exact ? samePeriod.interval! : before, comparison);
    return range && couldRoundTo(range, vsSamePeriod.value!, vsSamePeriod.decimals);
  });
  return fits.flatMap((fit): Comparison[] => (fit === "points" ? ["points", "difference"] : [fit]));
}

function commonDecimals(decimals: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const one of decimals) counts.set(one, (counts.get(one) ?? 0) + 1);
  const [most = 0] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  return Math.min(6, most);
}
