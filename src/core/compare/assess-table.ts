/** Đánh giá of a whole table, and its counts by section of the form. */

import { yearsIn } from "../form/period";
import type { Heading } from "../form/types";
import { shortLabel } from "../text/label";
import { columnOf } from "../table/binding";
import type { FigureCell, FigureRow, FigureTable } from "../table/figures";
import { assess, type Assessment, type Status } from "./assess";
import { reachedOf, targetOf } from "./operand";

export interface RowAssessment extends Assessment {
  readonly code: string;
  readonly label: string;
  readonly measure?: string;
  /** A1 address of the TH cell. */
  readonly cell: string;
  /** Code of the section that the row is counted under; "" where the form has none. */
  readonly section: string;
}

export type StatusCounts = Readonly<Record<Status, number>>;

export interface SectionCounts {
  readonly section: string;
  readonly label: string;
  readonly counts: StatusCounts;
}

/** Sections are headings down to this level: a form's parts and their chapters, not every programme of a chapter. */
const SECTION_LEVEL = 2;

/** Judges every indicator of a table; empty where the form is not known or is not judged. */
export function assessTable(table: FigureTable): RowAssessment[] {
  const { form, period } = table.binding;
  if (!form?.assessed) return [];
  return table.rows.flatMap((row): RowAssessment[] => {
    const { indicator, traits } = row;
    const { actual } = row.cells;
    const plan = planFor(row, table);
    if (!indicator || !traits || !actual || !plan) return [];
    return [
      {
        code: indicator.code,
        label: indicator.label,
        ...(row.measure.id !== "" && { measure: row.measure.id }),
        cell: actual.at,
        section: sectionOf(indicator.path, table),
        ...assess(reachedOf(actual), targetOf(plan), traits, period),
      },
    ];
  });
}

/** The target that holds in the period: once a plan column's own year has passed, the later target. */
function planFor(row: FigureRow, table: FigureTable): FigureCell | undefined {
  const { plan, laterPlan } = row.cells;
  const year = table.binding.period?.year;
  if (!laterPlan || year === undefined) return plan;
  const planYear = yearsIn(columnOf(table.binding, "plan", row.measure.id)?.header ?? "").at(-1);
  return planYear !== undefined && year > planYear ? laterPlan : plan;
}

function sectionOf(path: readonly string[], table: FigureTable): string {
  const headings = path
    .map((code) => table.binding.form?.byCode.get(code))
    .filter((row): row is Heading => row?.row === "heading");
  return headings.filter((heading) => heading.level <= SECTION_LEVEL).at(-1)?.code ?? "";
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
  return [...groups].map(([section, group]) => {
    const heading = table.binding.form?.byCode.get(section);
    const above = (heading?.path ?? []).map((code) => table.binding.form?.byCode.get(code)?.tt ?? "");
    // "D.1" tells the first chapter of part D from that of part A.
    const mark = [...above, heading?.tt ?? ""].filter(Boolean).join(".");
    const label = heading ? [mark, shortLabel(heading.label)].filter(Boolean).join(". ") : "";
    return { section, label, counts: countStatuses(group) };
  });
}
