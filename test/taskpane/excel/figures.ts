/** Figures for Biểu 03 that agree with each other, so that what a test changes is all that a check finds. */

import type { CellEdit } from "../../../src/core/table/grid";
import { LAYOUT, placeIn } from "./desk";

/** The columns that a user fills, in the order of the figures below. */
export const INPUTS = ["plan", "actual", "samePeriod"] as const;
export type Input = (typeof INPUTS)[number];

/** Counts and given rates by Mã số: kế hoạch, thực hiện, cùng kỳ. */
const GIVEN: Readonly<Record<string, readonly [number, number, number]>> = {
  DSM_01: [40_000, 40_500, 40_100],
  DSM_02: [0.3, 0.4, 0.2],
  DSM_03: [1_000, 480, 470],
  DSM_04: [100, 45, 46],
  DSM_06: [520, 250, 245],
  DSM_07: [480, 230, 225],
  DSM_09: [8_000, 7_900, 7_800],
  DSM_10: [6_000, 5_900, 5_700],
  DSM_12: [500, 260, 240],
  DSM_13: [100, 52, 50],
  DSM_14: [3_000, 1_500, 1_400],
  DSM_15: [5_000, 2_600, 2_500],
  DSM_16: [1_000, 480, 470],
  DSM_17: [900, 430, 420],
  DSM_19: [950, 460, 450],
  DSM_21: [990, 478, 468],
  DSM_22: [1, 0, 1],
  DSM_24: [10, 5, 6],
  DSM_26: [15, 7, 8],
  DSM_28: [17.5, 17.2, 18],
  DSM_29: [24, 23.5, 25],
};

/** Rates by Mã số: factor, numerator, denominator. */
const RATES: Readonly<Record<string, readonly [number, string, string]>> = {
  DSM_05: [100, "DSM_04", "DSM_03"],
  DSM_08: [100, "DSM_06", "DSM_07"],
  DSM_11: [100, "DSM_10", "DSM_09"],
  DSM_18: [100, "DSM_17", "DSM_16"],
  DSM_20: [100, "DSM_19", "DSM_16"],
  DSM_23: [100_000, "DSM_22", "DSM_21"],
  DSM_25: [1_000, "DSM_24", "DSM_21"],
  DSM_27: [1_000, "DSM_26", "DSM_21"],
};

const twoDecimals = (value: number): number => Math.round(value * 100) / 100;

/** The figure of an indicator in one of the input columns. */
export function figureOf(code: string, input: Input): number {
  const at = INPUTS.indexOf(input);
  const rate = RATES[code];
  if (!rate) return GIVEN[code]![at]!;
  const [factor, numerator, denominator] = rate;
  return twoDecimals((factor * GIVEN[numerator]![at]!) / GIVEN[denominator]![at]!);
}

/** All of them, as edits of a new sheet. */
export function agreeingFigures(layout = LAYOUT): CellEdit[] {
  const codes = [...layout.rowOf.keys()].filter((code) => code in GIVEN || code in RATES);
  return codes.flatMap((code) =>
    INPUTS.map((input) => ({ ...placeIn(code, input, layout), value: figureOf(code, input) })),
  );
}
