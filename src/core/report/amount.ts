/** Figures with their units, as sentences say them. */

import { writeReached, type Reached } from "../compare/assess";
import type { Traits } from "../form/types";
import { SENTENCE_WORDS as WORDS } from "./words.vi";

type Measured = Pick<Traits, "unit" | "kind">;

/** Whether a difference of such figures is one of points: the figures are percentages themselves. */
export function isPoints({ unit }: Measured): boolean {
  return unit === "%" || unit === "‰";
}

/** A figure without a nought after the comma: "50", not "50,0". */
export function writeShort(figure: Reached): string {
  const written = writeReached(figure);
  return written.includes(",") ? written.replace(/,?0+$/, "") : written;
}

/**
 * A figure with its unit: "14.137 lượt", "45,2%", "30,5/100.000 dân".
 *
 * @param bare whether the unit has been said already; percentages keep their sign
 */
export function withUnit(stated: Reached, traits: Measured, bare: boolean): string {
  const { unit } = traits;
  // People are counted whole, whatever the format of their cell adds.
  const isCount = traits.kind === "count";
  const figure = isCount ? writeShort(stated) : writeReached(stated);
  if (isPoints(traits)) return `${figure}${unit}`;
  if (bare || unit === "") return figure;
  return unit.startsWith("/") ? `${figure}${unit}` : `${figure} ${unit}`;
}

/** A difference of two figures: "3 ca", "5,8 điểm phần trăm"; ratios have no unit that a difference could take. */
export function amountOf(amount: Reached, traits: Measured): string {
  const figure = writeShort(amount);
  if (traits.unit === "%") return `${figure} ${WORDS.percentPoints}`;
  if (traits.unit === "‰") return `${figure} ${WORDS.perMillePoints}`;
  return (traits.kind === "count" || traits.kind === "money") && traits.unit ? `${figure} ${traits.unit}` : figure;
}
