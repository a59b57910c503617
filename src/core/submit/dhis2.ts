/** The figures of the period as a DHIS2 `dataValueSets` payload, by a mapping that the user filled in. */

import { periodCode } from "../form/period";
import { fold } from "../text/fold";
import type { Sendable } from "./copy-sheet";
import { dhis2Period, type Dhis2Mapping } from "./dhis2-mapping";

/** What `POST /api/dataValueSets` takes. Values are texts with a decimal point. */
export interface DataValueSet {
  readonly dataSet?: string;
  readonly period: string;
  readonly orgUnit: string;
  readonly dataValues: readonly {
    readonly dataElement: string;
    readonly categoryOptionCombo?: string;
    readonly value: string;
  }[];
}

/** A figure that is not in the payload, and why. */
export interface LeftOut {
  readonly code: string;
  readonly measure: string;
  readonly label: string;
  /** `not-mapped`: the mapping does not name it; the others are what the cell says. */
  readonly why: "not-mapped" | "blank" | "not-collected" | "no-number";
}

export type Dhis2Result =
  | { readonly kind: "ready"; readonly payload: DataValueSet; readonly left: readonly LeftOut[] }
  /** The mapping does not name the unit, or has no DHIS2 period for the period. */
  | { readonly kind: "no-unit" }
  | { readonly kind: "no-period" };

/** TH of every indicator that is mapped. A figure that is missing is left out, never sent as zero. */
export function dhis2Payload({ table, unit, period }: Sendable, mapping: Dhis2Mapping): Dhis2Result {
  const orgUnit = mapping.units.get(fold(unit));
  if (orgUnit === undefined) return { kind: "no-unit" };
  const of = mapping.periods.get(periodCode(period)) ?? dhis2Period(period);
  if (of === undefined) return { kind: "no-period" };
  const elements = new Map(mapping.elements.map((element) => [`${element.code} ${element.measure}`, element]));
  const dataValues: DataValueSet["dataValues"][number][] = [];
  const left: LeftOut[] = [];
  for (const { indicator, code, measure, label, cells } of table.rows) {
    if (!indicator || code === undefined || indicator.kind === "text" || !cells.actual) continue;
    const { figure, value } = cells.actual;
    const leave = (why: LeftOut["why"]) => left.push({ code, measure: measure.id, label, why });
    const element = elements.get(`${code} ${measure.id}`);
    if (!element) leave("not-mapped");
    else if (figure.kind === "missing") leave(figure.written === "blank" ? "blank" : "not-collected");
    else if (value === undefined) leave("no-number");
    else {
      const { dataElement, categoryOptionCombo } = element;
      const written = String(Number(value.toPrecision(14)) + 0);
      dataValues.push({
        dataElement,
        ...(categoryOptionCombo !== undefined && { categoryOptionCombo }),
        value: written,
      });
    }
  }
  const { dataSet } = mapping;
  return {
    kind: "ready",
    payload: { ...(dataSet !== undefined && { dataSet }), period: of, orgUnit, dataValues },
    left,
  };
}
