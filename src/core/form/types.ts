/** A form (Biểu, Phụ lục) as data: what product vocabulary calls chỉ tiêu, kế hoạch, thực hiện, cùng kỳ. */

import type { Condition } from "./conditions";
import type { Expression } from "./expression";
import type { Missing, RelationType } from "./missing";
import type { PeriodSpan } from "./period";
import type { Thresholds } from "./thresholds";

/** What an indicator measures; it decides how it is compared and what its figures may look like. */
export type Kind = "count" | "rate" | "ratio" | "index" | "money" | "text";

/** flow adds up over the year; stock is a state at a date; cumulative runs over years and never decreases. */
export type Accrual = "flow" | "stock" | "cumulative";

/** Which way is better; a band for indicators that should stay between two values. */
export type Direction =
  | { readonly aim: "high" }
  | { readonly aim: "low" }
  | { readonly aim: "band"; readonly low: number; readonly high: number }
  | { readonly aim: "none" };

/** How the same period is compared: growth in percent, difference in points, or absolute difference. */
export type Comparison = "percent" | "points" | "difference";

/** How the figures of units roll up into the province's. */
export type RollUp = "sum" | "recompute" | "latest" | "none";

/** Columns that hold figures typed by people. */
export type InputRole = "plan" | "laterPlan" | "actual" | "samePeriod";

/** Columns that follow from others. */
export type DerivedRole = "vsPlan" | "vsSamePeriod";

export type FigureRole = InputRole | DerivedRole;

/** Columns that say what a row is. */
export type LabelRole = "tt" | "label" | "code" | "unit";

export type ColumnRole = FigureRole | LabelRole;

const LABEL_ROLES: ReadonlySet<string> = new Set<LabelRole>(["tt", "label", "code", "unit"]);

/** Whether figures stand in a column, not what its rows are. */
export function isFigureRole(role: ColumnRole): role is FigureRole {
  return !LABEL_ROLES.has(role);
}

/** Whether a column is typed, neither derived nor what its rows are. */
export function isInputRole(role: ColumnRole): role is InputRole {
  return isFigureRole(role) && role !== "vsPlan" && role !== "vsSamePeriod";
}

/** What a cell is for: one of a form's columns, or the column Đánh giá that stands beside them. */
export type CellRole = ColumnRole | "assessment";

export interface Bounds {
  readonly low?: number;
  readonly high?: number;
}

/** What is the same for every figure of a row or, in a form of several measures, of a measure. */
export interface Traits {
  readonly unit: string;
  readonly kind: Kind;
  readonly accrual: Accrual;
  readonly direction: Direction;
  /** Decimals that figures of this indicator usually show. */
  readonly decimals: number;
  readonly comparison: Comparison;
  readonly bounds?: Bounds;
  /** Whether TH must be given. */
  readonly required: boolean;
  readonly rollUp: RollUp;
}

interface RowBase {
  /** Mã số: the row's stable identity inside its form. */
  readonly code: string;
  /** Outline depth: of headings within the form, of indicators within their section. 1 is outermost. */
  readonly level: number;
  /** The TT column as printed: "1", "II", "*" or empty. */
  readonly tt: string;
  /** The marker before the label as printed: "-", "+", "." or empty. */
  readonly marker: string;
  readonly label: string;
  /** Other wordings by which an existing workbook's row is recognised, such as the source's typing errors. */
  readonly aliases: readonly string[];
  /** Codes of the headings above this row, outermost first. */
  readonly path: readonly string[];
}

export interface Heading extends RowBase {
  readonly row: "heading";
}

export interface Indicator extends RowBase, Traits {
  readonly row: "indicator";
  /** How a rate follows from other rows. */
  readonly formula?: Expression;
  /** The rows whose sum this row is: a complete partition. */
  readonly total?: Expression;
  /** Totals of which this row is one of the "trong đó". */
  readonly partOf: readonly string[];
  /** Rows of whose people or things this row counts a subset. */
  readonly subsetOf: readonly string[];
  /** Rows of all known, of which this row counts the new ones. */
  readonly newOf: readonly string[];
  /** Rows that state the same figure. */
  readonly sameAs: readonly string[];
  /** What the row's relations do where figures are missing, as far as it differs from the form's. */
  readonly missing: Partial<Missing>;
  /** Figures that the form itself sets, such as the targets of a decision. */
  readonly presets: Readonly<Partial<Record<InputRole, string>>>;
  readonly note: string;
}

export type Row = Heading | Indicator;

/** A group of columns with a meaning of its own: mắc and chết of a disease, giường and lượt khám of a unit. */
export interface Measure extends Partial<Traits> {
  readonly id: string;
  readonly label: string;
  /** Measure of which this one counts a subset: chết is never more than mắc. */
  readonly subsetOf?: string;
  /** Whether more than that measure is to be explained rather than mended: who fell ill before may die now. */
  readonly subsetSoft?: boolean;
  /** Expression over the ids of measures in the same row. */
  readonly formula?: Expression;
}

export interface Column {
  readonly role: ColumnRole;
  /** Header text; templates as `fillTemplate` takes them. */
  readonly header: string;
  /** Text of a header cell spanning neighbouring columns of the same group. */
  readonly group?: string;
  /** Measure that the column's figures belong to; absent in forms of one measure. */
  readonly measure?: string;
  /** Width in characters. */
  readonly width: number;
}

export interface Form {
  readonly id: string;
  /** Version of the definition; figures checked under one version are said to be so. */
  readonly version: string;
  /** "Phụ lục 02", "Biểu số 01": printed at the top right. */
  readonly number: string;
  readonly title: string;
  readonly periods: readonly PeriodSpan[];
  /** Whether a blank figure means that none occurred, as in reports of diseases; otherwise it is missing. */
  readonly blankMeansNone: boolean;
  /** Whether TH is judged against KH; not in forms that set next year's plan beside this year's figures. */
  readonly assessed: boolean;
  /** What counts as unusual; the defaults where the form names no limits of its own. */
  readonly thresholds: Thresholds;
  readonly orientation: "portrait" | "landscape";
  readonly columns: readonly Column[];
  /** At least one; forms of one measure have a measure with the id "". */
  readonly measures: readonly Measure[];
  readonly rows: readonly Row[];
  readonly indicators: readonly Indicator[];
  readonly byCode: ReadonlyMap<string, Row>;
  /** What must hold between rows beyond their own relations. */
  readonly conditions: readonly Condition[];
  /** What relations do where figures are missing, by type; the default where the form names none. */
  readonly missing: Readonly<Partial<Record<RelationType, Partial<Missing>>>>;
  readonly source: string;
  readonly notes: readonly string[];
  /** A line under the table, for instance that a "-" means none occurred. */
  readonly footnotes: readonly string[];
}

/** The traits that hold for an indicator's figures of one measure. */
export function traitsOf(indicator: Indicator, measure: Measure): Traits {
  return measure.id === "" ? indicator : { ...indicator, ...definedTraits(measure) };
}

function definedTraits(measure: Measure): Partial<Traits> {
  const { unit, kind, accrual, direction, decimals, comparison, bounds, required, rollUp } = measure;
  const all = { unit, kind, accrual, direction, decimals, comparison, bounds, required, rollUp };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** The label of a form's measure; "" where it has none, or the form one measure only. */
export function measureLabel(form: Form | undefined, id: string | undefined): string {
  return form?.measures.find((measure) => measure.id === id)?.label ?? "";
}

/** Whether a row of the form is an indicator. */
export function isIndicator(row: Row | undefined): row is Indicator {
  return row?.row === "indicator";
}
