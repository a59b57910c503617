/** Đánh giá of a whole table, and its counts by section of the form. */

import { yearsIn } from "../form/period";
import { sectionLabel, sectionOf } from "../form/sections";
import { measureLabel, type Form, type Traits } from "../form/types";
import { columnOf } from "../table/binding";
import type { FigureCell, FigureRow, FigureTable } from "../table/figures";
import { kept } from "../table/kept";
import { labelWithMeasure } from "../text/label";
import { assess, type Assessment, type Reached, type Status, type Target } from "./assess";
import { reachedOf, targetOf } from "./operand";

export interface RowAssessment extends Assessment {
  readonly code: string;
  readonly label: string;
  readonly measure?: string;
  /** A1 address of the TH cell. */
  readonly cell: string;
  /** Code of the section that the row is counted under; "" where the form has none. */
  readonly section: string;
  /** TH as it was judged; absent where it is missing. */
  readonly reached?: Reached;
  /** KH as it was judged. */
  readonly target: Target;
  /** What the judgement rests on besides the figures. */
  readonly traits: Pick<Traits, "unit" | "kind" | "accrual" | "direction">;
}

export type StatusCounts = Readonly<Record<Status, number>>;

export interface SectionCounts {
  readonly section: string;
  readonly label: string;
  readonly counts: StatusCounts;
}

/** Judges every indicator of a table; empty where the form is not known or is not judged. */
export function assessTable(table: FigureTable): RowAssessment[] {
  if (!table.binding.form?.assessed) return [];
  return table.rows.flatMap((row) => kept(table, assessRow, row));
}

/** Judges one row: one assessment, or none where it has no figure to judge, or the form is not judged. */
export function assessRow(table: FigureTable, row: FigureRow): readonly RowAssessment[] {
  const { form, period } = table.binding;
  const { indicator, traits } = row;
  const { actual } = row.cells;
  const plan = planFor(row, table);
  if (!form?.assessed || !indicator || !traits || !actual || !plan) return [];
  const reached = reachedOf(actual, traits.decimals);
  const target = targetOf(plan, traits.decimals);
  const { unit, kind, accrual, direction } = traits;
  return [
    {
      code: indicator.code,
      label: indicator.label,
      ...(row.measure.id !== "" && { measure: row.measure.id }),
      cell: actual.at,
      section: sectionOf(form, indicator.path),
      ...(reached && { reached }),
      target,
      traits: { unit, kind, accrual, direction },
      ...assess(reached, target, traits, period),
    },
  ];
}

/** The target that holds in the period: once a plan column's own year has passed, the later target. */
export function planFor(row: FigureRow, table: FigureTable): FigureCell | undefined {
  const { plan, laterPlan } = row.cells;
  const year = table.binding.period?.year;
  if (!laterPlan || year === undefined) return plan;
  const planYear = yearsIn(columnOf(table.binding, "plan", row.measure.id)?.header ?? "").at(-1);
  return planYear !== undefined && year > planYear ? laterPlan : plan;
}

/** What an assessment is called wherever it is listed: the row's label, with its measure where the form has several. */
export function assessmentName(
  { label, measure }: Pick<RowAssessment, "label" | "measure">,
  form: Form | undefined,
): string {
  return labelWithMeasure(label, measureLabel(form, measure ?? ""));
}

/** How many of each status. */
export function countStatuses(assessments: readonly Assessment[]): StatusCounts {
  const counts: Record<Status, number> = {
    exceeded: 0,
    met: 0,
    onPace: 0,
    behind: 0,
    unmet: 0,
    notJudged: 0,
    noData: 0,
  };
  for (const { status } of assessments) counts[status] += 1;
  return counts;
}

/** Counts by section, in the order of the form. */
export function countBySection(assessments: readonly RowAssessment[], table: FigureTable): SectionCounts[] {
  const groups = new Map<string, RowAssessment[]>();
  for (const assessment of assessments) {
    const group = groups.get(assessment.section) ?? [];
    group.push(assessment);
    groups.set(assessment.section, group);
  }
  return [...groups].map(([section, group]) => ({
    section,
    label: sectionLabel(table.binding.form, section),
    counts: countStatuses(group),
  }));
}
