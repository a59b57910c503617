/** Our functions for one cell each, as plain data in and out. */

import { assessByShare, STATUS_WORDS, type Reached, type Target } from "../core/compare/assess";
import { NOISE_DECIMALS, vsPlan, vsSamePeriod, type Derived, type Operand } from "../core/compare/comparison";
import type { Comparison, Direction } from "../core/form/types";
import { readFigure, type Figure } from "../core/number";
import { fold } from "../core/text/fold";
import { TEXTS } from "./texts";
import { basicValue, figureOf, isBlank, shown, withoutNoise, type Failure, type Result } from "./values";

const invalid = (message: string): Failure => ({ error: "#VALUE!", message });

function operandOf(figure: Figure): Operand {
  if (figure.kind === "number") return { kind: "number", value: figure.value };
  if (figure.kind === "none") return { kind: "number", value: 0 };
  return figure.kind === "bound" ? { kind: "bound" } : { kind: "absent" };
}

/** What has no value stays blank: an error would run on into every sum over the column. */
const shownDerived = (derived: Derived): Result => (derived.kind === "value" ? derived.value : "");

/** TH / KH × 100, one decimal. */
export function comparedWithPlan(actual: unknown, plan: unknown): Result {
  return shownDerived(vsPlan(operandOf(figureOf(actual)), operandOf(figureOf(plan))));
}

/** The ways to compare, as they are typed: "PT", "DIEM", "SO", with or without marks and capitals. */
const MODES: ReadonlyMap<string, Comparison> = new Map([
  ["pt", "percent"],
  ["diem", "points"],
  ["so", "difference"],
]);

/** Growth in percent, or the difference, to the decimals given or else to those that the figures hold. */
export function comparedWithSamePeriod(
  actual: unknown,
  samePeriod: unknown,
  mode: unknown,
  decimals?: unknown,
): Result {
  const comparison = isBlank(mode) ? "percent" : MODES.get(fold(shown(mode)));
  if (comparison === undefined) return invalid(TEXTS.mode(shown(mode)));
  const places = isBlank(decimals) ? undefined : numberIn(decimals);
  if (!isBlank(decimals) && !isDecimals(places)) return invalid(TEXTS.decimals(shown(decimals)));
  return shownDerived(vsSamePeriod(operandOf(figureOf(actual)), operandOf(figureOf(samePeriod)), comparison, places));
}

const isDecimals = (places: number | undefined): boolean =>
  places !== undefined && Number.isInteger(places) && places >= 0 && places <= NOISE_DECIMALS;

/** Decimals that a target is read with at least: a rate typed as 98 means 98,0, and 97,6 does not reach it. */
const TARGET_DECIMALS = 1;

/**
 * The word for whether the target is reached; a figure or target not entered gives none.
 *
 * @param decimals to which figure and target are compared; where it is left out, those that they hold, one at least
 */
export function assessed(
  actual: unknown,
  plan: unknown,
  direction: unknown,
  share: unknown,
  decimals?: unknown,
): Result {
  const aim = directionOf(direction);
  if (aim === undefined) return invalid(TEXTS.direction(shown(direction)));
  const passed = shareOf(share);
  if (passed === undefined) return invalid(TEXTS.share(shown(share)));
  const places = isBlank(decimals) ? undefined : numberIn(decimals);
  if (!isBlank(decimals) && !isDecimals(places)) return invalid(TEXTS.decimals(shown(decimals)));
  // A band is the target itself; KH beside it adds nothing.
  const target = aim.aim === "band" ? bandTarget(aim) : targetOf(figureOf(plan));
  if (isBlank(actual) || target.kind === "absent") return "";
  const reached = reachedOf(figureOf(actual));
  const { status } = assessByShare(
    reached && places !== undefined ? { ...reached, decimals: places } : reached,
    target,
    { direction: aim, decimals: places ?? TARGET_DECIMALS },
    passed,
  );
  return STATUS_WORDS[status];
}

const bandTarget = ({ high }: { readonly high: number }): Target => ({ kind: "number", value: high, decimals: 0 });

const DIRECTIONS: ReadonlyMap<string, Direction> = new Map([
  ["cao", { aim: "high" }],
  ["thap", { aim: "low" }],
]);

/** Two numbers around a dash; the second may not begin with one. */
const BAND = /^\s*(.*?\d)\s*[-\u2010-\u2015\u2212]\s*(\d.*)$/s;

function directionOf(value: unknown): Direction | undefined {
  if (isBlank(value)) return { aim: "high" };
  const text = shown(value);
  const word = DIRECTIONS.get(fold(text));
  if (word) return word;
  const [, first, second] = BAND.exec(text) ?? [];
  const [low, high] = [readFigure(first ?? ""), readFigure(second ?? "")];
  if (low.kind !== "number" || high.kind !== "number" || low.value > high.value) return undefined;
  return { aim: "band", low: low.value, high: high.value };
}

function shareOf(value: unknown): number | undefined {
  if (isBlank(value)) return 1;
  const figure = figureOf(value);
  if (figure.kind !== "number") return undefined;
  const share = figure.unit === "%" ? figure.value / 100 : figure.value;
  return share > 0 && share <= 1 ? share : undefined;
}

function targetOf(figure: Figure): Target {
  if (figure.kind === "none") return { kind: "number", value: 0, decimals: 0 };
  if (figure.kind === "number") return { kind: "number", value: figure.value, decimals: figure.decimals };
  if (figure.kind !== "bound") return { kind: "absent" };
  return { kind: "bound", operator: figure.operator, value: figure.value, decimals: figure.decimals };
}

function reachedOf(figure: Figure): Reached | undefined {
  if (figure.kind === "none") return { value: 0, decimals: 0 };
  return figure.kind === "number" ? { value: figure.value, decimals: figure.decimals } : undefined;
}

const PERCENT = 100;

/** Numerator / denominator × factor, not rounded. */
export function rated(numerator: unknown, denominator: unknown, factor: unknown): Result {
  const times = isBlank(factor) ? PERCENT : numberIn(factor);
  if (times === undefined || times <= 0) return invalid(TEXTS.factor(shown(factor)));
  const [above, below] = [numberIn(numerator), numberIn(denominator)];
  if (above === undefined || below === undefined || below === 0) return "";
  // Multiplied first: a count times the factor is exact, so that the division is the only rounding.
  return withoutNoise((above * times) / below);
}

function numberIn(value: unknown): number | undefined {
  const operand = operandOf(figureOf(value));
  return operand.kind === "number" ? operand.value : undefined;
}

/** A text as a number; what can be read in two ways is not decided but said. */
export function readAsNumber(value: unknown): Result {
  const figure = figureOf(value);
  const text = shown(value);
  switch (figure.kind) {
    case "missing":
      return "";
    case "none":
      return 0;
    case "number":
      return figure.alternative === undefined
        ? numberAsGiven(value, figure.value)
        : invalid(TEXTS.twoReadings(text, figure.value, figure.alternative));
    case "bound":
      return invalid(TEXTS.bound(text));
    case "pair":
      return invalid(TEXTS.pair(text, figure.first.value, figure.second.value));
    case "unreadable":
      return invalid(figure.reason === "date" ? TEXTS.date(text) : TEXTS.notFigure(text));
  }
}

/** A cell that already holds a number keeps it to the last bit. */
function numberAsGiven(value: unknown, read: number): number {
  const basic = basicValue(value);
  return typeof basic === "number" ? basic : read;
}
