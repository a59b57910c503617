/** Makes a form's measures of what form.json says of them. */

import { ACCRUALS, COMPARISONS, KINDS, readBounds, readDirection, readExpression, ROLL_UPS } from "./definition-words";
import type { Problem } from "./problem";
import type { Measure } from "./types";

/** A measure in form.json. */
export interface MeasureMeta {
  readonly id: string;
  readonly label: string;
  readonly unit?: string;
  readonly kind?: string;
  readonly accrual?: string;
  readonly direction?: string;
  readonly decimals?: number;
  readonly comparison?: string;
  readonly bounds?: string;
  readonly required?: boolean;
  readonly rollUp?: string;
  readonly subsetOf?: string;
  readonly subsetSoft?: boolean;
  readonly formula?: string;
}

/** Makes a measure of one that the schema has passed. */
export function buildMeasure(meta: MeasureMeta, problems: Problem[]): Measure {
  const formula = readExpression(meta.formula, 0, problems);
  const given = <T>(name: string, value: T | undefined) => (value === undefined ? {} : { [name]: value });
  return {
    id: meta.id,
    label: meta.label,
    ...given("unit", meta.unit),
    ...given("kind", meta.kind && KINDS[meta.kind]),
    ...given("accrual", meta.accrual && ACCRUALS[meta.accrual]),
    ...given("direction", meta.direction && readDirection(meta.direction)),
    ...given("decimals", meta.decimals),
    ...given("comparison", meta.comparison && COMPARISONS[meta.comparison]),
    ...given("bounds", meta.bounds && readBounds(meta.bounds)),
    ...given("required", meta.required),
    ...given("rollUp", meta.rollUp && ROLL_UPS[meta.rollUp]),
    ...given("subsetOf", meta.subsetOf),
    ...given("subsetSoft", meta.subsetSoft),
    ...(formula && { formula }),
  };
}
