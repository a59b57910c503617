/**
 * KH: what the figures say about the targets. A target that is not met is a result and no mistake: Kết quả reports it, and
 * whoever signs answers for it. So these are hints, which neither block the sending nor ask for a giải trình. They are told
 * because a figure typed wrong often shows here first.
 */

import { writeReached } from "../../compare/assess";
import { assessRow, type RowAssessment } from "../../compare/assess-table";
import { outlookOf } from "../../compare/outlook";
import { decimalsOf, writeFigure } from "../../number";
import { figureKey, type FigureRow, type FigureTable } from "../../table/figures";
import { kept, once } from "../../table/kept";
import type { Draft, RuleId } from "../finding";
import { aboutCell, type Rule } from "../rule";

type TargetRule = Extract<RuleId, `KH${number}`>;

function targetFindings(table: FigureTable): readonly Draft[] {
  return table.rows.flatMap((row) => kept(table, targetFinding, row) ?? []);
}

function targetFinding(table: FigureTable, row: FigureRow): Draft | undefined {
  const [assessment] = kept(table, assessRow, row);
  // Where a code stands twice, the first of its rows is the indicator's.
  if (!assessment || table.byCode.get(figureKey(assessment.code, assessment.measure ?? "")) !== row) return undefined;
  const rule = ruleFor(assessment, row, table);
  return rule && draftOf(rule, assessment, row, table);
}

function ruleFor(assessment: RowAssessment, row: FigureRow, table: FigureTable): TargetRule | undefined {
  if (assessment.status === "unmet") return "KH1";
  if (assessment.status === "behind") return "KH2";
  return isImplausible(assessment, row, table) ? "KH3" : undefined;
}

/** Met by several times what was due. What should stay low is left alone: that little happened is good news, and small. */
function isImplausible({ traits, reached, ...assessment }: RowAssessment, row: FigureRow, table: FigureTable): boolean {
  const thresholds = table.binding.form?.thresholds;
  if (!thresholds || traits.direction.aim !== "high" || !reached) return false;
  if (row.traits?.kind === "count" && reached.value < thresholds.smallCount) return false;
  return (assessment.ofPeriod ?? assessment.ofYear ?? 0) > thresholds.overPlan;
}

function draftOf(rule: TargetRule, assessment: RowAssessment, row: FigureRow, table: FigureTable): Draft {
  const cell = row.cells.actual!;
  const plan = row.cells.plan;
  const { ofYear, ofPeriod } = assessment;
  const outlook = outlookOf(assessment, table.binding.period);
  return {
    ...aboutCell(rule, cell, row, {
      ...(assessment.reached && { stated: writeReached(assessment.reached) }),
      expected: targetWords(assessment),
      ...(outlook && { variant: outlook.side, gap: writeFigure(outlook.gap.value, outlook.gap.decimals) }),
      ...(ofYear !== undefined && { working: `${writeFigure(ofYear, 1)}%` }),
      ...(ofPeriod !== undefined && { other: `${writeFigure(ofPeriod, 1)}%` }),
    }),
    expected: null,
    related: plan ? [plan.at] : [],
  };
}

/** The target as it is judged: "1.825", "< 6", "103 đến 107". */
function targetWords({ target, traits: { direction } }: RowAssessment): string {
  if (target.kind === "bound") return `${target.operator} ${writeFigure(target.value, target.decimals)}`;
  if (direction.aim === "band") {
    const [low, high] = [direction.low, direction.high].map((end) => writeFigure(end, decimalsOf(end)));
    return `${low} đến ${high}`;
  }
  return target.kind === "number" ? writeReached(target) : "";
}

const entry = (id: TargetRule): Rule => ({
  id,
  level: "hint",
  table: (table) => once(table, targetFindings).filter(({ rule }) => rule === id),
});

export const targetRules: readonly Rule[] = [entry("KH1"), entry("KH2"), entry("KH3")];
