/** What the judgement of a row rests on, and the word that it comes to in the column "Đánh giá". */

import { shareOfYear } from "../form/period";
import type { Direction } from "../form/types";
import { isGiven, type FigureCell, type FigureRow, type FigureTable } from "../table/figures";
import { cellText } from "../table/grid";
import { assess, STATUS_WORDS, type Assessment, type Target } from "./assess";
import { planFor } from "./assess-table";
import { reachedOf, targetOf } from "./operand";
import { JUDGED } from "./outlook";

/** What a row's judgement rests on besides the cells of TH and KH. */
export interface Judging {
  readonly target: Target;
  readonly direction: Direction;
  /** Share of the year that a flow has had, 1 for all others; undefined where a flow's period is not known. */
  readonly share: number | undefined;
  /** Decimals to which figure and target are compared. */
  readonly decimals: number;
  /** Decimals of the target, for the part of it that falls to the period. */
  readonly targetDecimals: number;
  /** The text that KH holds where it is a threshold, such as "<6". */
  readonly boundText?: string;
  /** Whether KH holds something that is no target; a band would be judged by our function all the same. */
  readonly planIsWords: boolean;
}

export interface JudgedRow {
  readonly assessment: Assessment;
  readonly judging: Judging;
  readonly actual: FigureCell;
  readonly target: FigureCell;
}

/** A row with its judgement; undefined where it is none of the form's or its form never judges it. */
export function judgedRow(row: FigureRow, table: FigureTable): JudgedRow | undefined {
  const { indicator, traits } = row;
  const { actual } = row.cells;
  const planCell = planFor(row, table);
  if (!table.binding.form?.assessed || !indicator || !traits || !actual || !planCell) return undefined;
  const target = targetOf(planCell, traits.decimals);
  if (traits.direction.aim === "none" && target.kind !== "bound") return undefined;
  const reached = reachedOf(actual, traits.decimals);
  const { period } = table.binding;
  const own = traits.decimals;
  const targetDecimals = target.kind === "absent" ? own : target.decimals;
  const atLeast = target.kind === "bound" ? targetDecimals : Math.max(targetDecimals, own);
  return {
    assessment: assess(reached, target, traits, period),
    judging: {
      target,
      direction: traits.direction,
      share: traits.accrual === "flow" ? period && shareOfYear(period) : 1,
      decimals: reached ? Math.min(Math.max(reached.decimals, own), atLeast) : atLeast,
      targetDecimals: atLeast,
      planIsWords: target.kind === "absent" && isGiven(planCell),
      ...(target.kind === "bound" && { boundText: cellText(planCell.cell) }),
    },
    actual,
    target: planCell,
  };
}

/** The word of a row: blank where TH or KH is; what was not collected is said. */
export function assessmentWord({ assessment, judging, actual }: JudgedRow): string {
  const { status } = assessment;
  if (JUDGED.includes(status)) return STATUS_WORDS[status];
  const isUncollected = isGiven(actual) && actual.value === undefined && judging.target.kind !== "absent";
  return isUncollected ? STATUS_WORDS.noData : "";
}
