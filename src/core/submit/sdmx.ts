/**
 * The figures as SDMX-CSV 2.0 (RFC 4180 with the columns STRUCTURE, STRUCTURE_ID and ACTION before the components of the
 * structure), for systems that take SDMX 3.0 data. The dimensions are described in docs/ban-nop.md.
 */

import Papa from "papaparse";
import { yearsIn, type Period } from "../form/period";
import { columnTemplate, namesPeriod, namesYearBefore } from "../form/template";
import type { Column, FigureRole } from "../form/types";
import { decimalsOf } from "../number";
import type { FigureCell } from "../table/figures";
import { fold } from "../text/fold";
import type { Sendable } from "./copy-sheet";

const SDMX_COLUMNS = [
  "STRUCTURE",
  "STRUCTURE_ID",
  "ACTION",
  "FREQ",
  "REPORTING_UNIT",
  "INDICATOR",
  "MEASURE",
  "VALUE_TYPE",
  "TIME_PERIOD",
  "OBS_VALUE",
  "OBS_STATUS",
  "OPERATOR",
  "UNIT_MEASURE",
  "DECIMALS",
] as const;

/** Codes of the cross-domain list CL_FREQ; nine months are none of its frequencies. */
const FREQUENCIES: Readonly<Record<Period["span"], string>> = { quarter: "Q", half: "S", nine: "_O", year: "A" };

/** Codes of the cross-domain list CL_OBS_STATUS. */
const STATUS = { normal: "A", estimated: "E", notCollected: "L", missing: "O" } as const;

/** What each column's figures are; derived columns follow from these and are not sent. */
const VALUE_TYPES: Partial<Readonly<Record<FigureRole, string>>> = {
  plan: "PLAN",
  laterPlan: "PLAN",
  actual: "ACTUAL",
  samePeriod: "ACTUAL",
};

/** A period as an SDMX time period: 2024, 2024-S1, 2024-Q1; nine months as the range 2024-01-01/P9M. */
export function sdmxPeriod(period: Period): string {
  switch (period.span) {
    case "year":
      return String(period.year);
    case "half":
      return `${period.year}-S1`;
    case "nine":
      return `${period.year}-01-01/P9M`;
    case "quarter":
      return `${period.year}-Q${period.quarter}`;
  }
}

/** The period that a column's figures are of: plans are yearly, and headers may name the year before or one of their own. */
function periodOfColumn(column: Column, period: Period): Period {
  const template = columnTemplate(column);
  const own = template.includes("{") ? undefined : yearsIn(template)[0];
  const before = namesYearBefore(column) || (column.role === "samePeriod" && !namesPeriod(column));
  const year = own ?? (before ? period.year - 1 : period.year);
  return column.role === "plan" || column.role === "laterPlan" ? { span: "year", year } : { ...period, year };
}

/**
 * The figures of the tables, one observation a line. Every indicator has its TH, also where it is missing; blank plans
 * and figures of the same period say nothing and are left out.
 */
export function sdmxCsv(tables: readonly Sendable[]): string {
  const lines = tables.flatMap(observations);
  return `${Papa.unparse([[...SDMX_COLUMNS], ...lines], { newline: "\r\n" })}\r\n`;
}

function observations({ table, form, period, unit }: Sendable): string[][] {
  const columns = form.columns.filter(({ role }) => role in VALUE_TYPES);
  return table.rows.flatMap(({ indicator, code, traits, measure, cells }) => {
    if (!indicator || code === undefined) return [];
    return columns.flatMap((column): string[][] => {
      const cell = (column.measure ?? "") === measure.id ? cells[column.role as FigureRole] : undefined;
      const said = cell && statement(cell, isEstimate(table, column));
      if (!said || (said.status === STATUS.missing && column.role !== "actual")) return [];
      const of = periodOfColumn(column, period);
      return [
        [
          "dataflow",
          `BIEU_Y_TE:${form.id}(${form.version})`,
          "I",
          FREQUENCIES[of.span],
          inert(unit),
          code,
          measure.id === "" ? "_T" : measure.id,
          VALUE_TYPES[column.role as FigureRole]!,
          sdmxPeriod(of),
          said.value,
          said.status,
          said.operator,
          inert(traits?.unit ?? ""),
          said.value === "NaN" ? "" : String(decimalsOf(Number(said.value))),
        ],
      ];
    });
  });
}

/** "Ước TH", "Năm 2024 Ước TH", "Thực hiện (ước)" are estimates: the word may stand anywhere in a column's header. */
function isEstimate({ binding }: Sendable["table"], { role, measure = "" }: Column): boolean {
  const header = binding.columns.find((bound) => bound.role === role && bound.measure === measure)?.header ?? "";
  return role in ESTIMATED && fold(header).split(" ").includes("uoc");
}

/** Figures of what was done can be estimates; a plan is none, whatever its header says. */
const ESTIMATED: Partial<Readonly<Record<FigureRole, true>>> = { actual: true, samePeriod: true };

/** A name that no spreadsheet takes for a formula, should somebody open the file in one; no honest name changes by it. */
function inert(name: string): string {
  return /^[=+@\-\t\r]/.test(name) ? `'${name}` : name;
}

interface Statement {
  readonly value: string;
  readonly status: string;
  readonly operator: string;
}

/** A missing number is NaN, with the status that says why. Text that is no figure is no observation. */
function statement({ figure, value }: FigureCell, estimated: boolean): Statement | undefined {
  const given = estimated ? STATUS.estimated : STATUS.normal;
  switch (figure.kind) {
    case "number":
      return { value: plain(value ?? figure.value), status: given, operator: "" };
    case "none":
      return { value: "0", status: given, operator: "" };
    case "bound":
      return { value: plain(figure.value), status: given, operator: figure.operator };
    case "missing":
      return {
        value: "NaN",
        status: figure.written === "ellipsis" ? STATUS.notCollected : STATUS.missing,
        operator: "",
      };
    case "pair":
    case "unreadable":
      return undefined;
  }
}

const plain = (value: number) => String(Number(value.toPrecision(14)) + 0);
