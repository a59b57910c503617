/**
 * The gate before sending (Nộp), as a pure function: what a fresh reading and a fresh check say, sorted into five
 * questions. It knows nothing of what was decided before: rules that the user ignores while working count here.
 */

import { explainFindings, type ExplainedFinding, type Explanation } from "../check/explanations";
import type { CheckResult, Finding, RuleGroup, Unchecked } from "../check/finding";
import { SURE } from "../form/sure";
import type { CellRole } from "../form/types";
import { isPart } from "../table/binding";
import type { FigureTable } from "../table/figures";

/**
 * The questions, in the order in which they are asked: figures complete, or what is missing explained; no errors left;
 * every other warning explained; derived columns right; and the form known in the version that the table was made from.
 */
export const GATE_QUESTIONS = ["complete", "errors", "warnings", "derived", "definition"] as const;

export type GateQuestion = (typeof GATE_QUESTIONS)[number];

/** `open` blocks; `note` does not, but is said and printed. */
export type GateState = "done" | "open" | "note";

/** What a question is about beside findings; the words are in `texts.vi.ts` and `texts.en.ts`. */
export type GateRemark =
  /** The form of the table is not known, so nothing says what must be there. */
  | { readonly kind: "no-form" }
  | { readonly kind: "no-period" }
  /** Nobody says which unit reports. */
  | { readonly kind: "no-unit" }
  /** The table was made from another version of the definition than the one that checked it. */
  | { readonly kind: "other-version"; readonly made: string; readonly checked: string }
  /** Rows that were taken for an indicator without certainty, and that nobody confirmed. */
  | { readonly kind: "doubtful-rows"; readonly count: number }
  /** Formulas without a result: there is no value to send. */
  | { readonly kind: "not-calculated"; readonly cells: readonly string[] }
  /** Without a form nobody knows which figures must be there, nor which add up: neither was checked. */
  | { readonly kind: "required-unknown" }
  | { readonly kind: "relations-unknown" }
  /** The table holds a part of its form; that the rest is not there is no finding. */
  | { readonly kind: "part-of-form"; readonly rows: number; readonly of: number }
  /** Columns of the form that the table does not have, so that nothing in them is required. */
  | { readonly kind: "no-column"; readonly columns: readonly CellRole[] }
  /** Figures that are not there, with a reason. */
  | { readonly kind: "missing-explained"; readonly count: number };

export interface GateItem {
  readonly question: GateQuestion;
  readonly state: GateState;
  /** What must be mended or explained first; empty where nothing must. */
  readonly findings: readonly Finding[];
  /** Warnings of this question that stand with a reason. */
  readonly explained: number;
  readonly remarks: readonly GateRemark[];
}

export interface GateCounts {
  readonly cells: number;
  readonly rules: number;
  readonly errors: number;
  /** All warnings, explained or not. */
  readonly warnings: number;
  readonly explained: number;
  readonly hints: number;
  readonly unchecked: number;
}

export interface Gate {
  /** Whether the table may be sent. */
  readonly ready: boolean;
  /** One for each question, in their order. */
  readonly items: readonly GateItem[];
  readonly explained: readonly ExplainedFinding[];
  /** Reasons whose figures have changed since, or whose warning is gone. */
  readonly stale: readonly Explanation[];
  /** What could not be checked; it is shown and goes into the Phiếu kiểm tra. */
  readonly unchecked: readonly Unchecked[];
  readonly counts: GateCounts;
}

export interface GateInput {
  /** The table as just read. */
  readonly table: FigureTable;
  /** The check of that very table, with every rule. */
  readonly result: CheckResult;
  readonly explanations: readonly Explanation[];
  /** Version of the definition that the sheet was made from or adopted under, where the workbook says it. */
  readonly madeWith?: string;
}

/**
 * Asks the five questions. Every finding that blocks belongs to exactly one of them.
 *
 * @example gateOf({ table, result: checkFigures(table), explanations }).ready
 */
export function gateOf({ table, result, explanations, madeWith }: GateInput): Gate {
  const { open, explained, stale } = explainFindings(result, table, explanations);
  const errors = open.filter(({ level }) => level === "error");
  const warnings = open.filter(({ level }) => level === "warning");
  const notCalculated = result.unchecked.flatMap(({ reason, cell }) =>
    reason === "not-calculated" && cell !== undefined ? [cell] : [],
  );
  const missing = explained.filter(({ finding }) => groupOf(finding.rule) === "TH").length;
  const items: readonly GateItem[] = [
    item("complete", inGroup([...errors, ...warnings], "TH"), completeRemarks(table, result, missing), missing),
    item(
      "errors",
      errors.filter(({ rule }) => groupOf(rule) !== "TH" && groupOf(rule) !== "SS"),
      table.binding.form ? [] : [{ kind: "relations-unknown" }],
    ),
    item(
      "warnings",
      warnings.filter(({ rule }) => groupOf(rule) !== "TH"),
      [],
      explained.length - missing,
    ),
    item(
      "derived",
      inGroup(errors, "SS"),
      notCalculated.length > 0 ? [{ kind: "not-calculated", cells: notCalculated }] : [],
    ),
    item("definition", [], definitionRemarks(table, madeWith)),
  ];
  return {
    ready: items.every(({ state }) => state !== "open"),
    items,
    explained,
    stale,
    unchecked: result.unchecked,
    counts: {
      ...result.checked,
      errors: errors.length,
      warnings: warnings.length + explained.length,
      explained: explained.length,
      hints: open.length - errors.length - warnings.length,
      unchecked: result.unchecked.length,
    },
  };
}

const groupOf = (rule: string) => rule.replace(/\d+$/, "") as RuleGroup;
const inGroup = (findings: readonly Finding[], group: RuleGroup) =>
  findings.filter(({ rule }) => groupOf(rule) === group);

/** Remarks that leave the table sendable. */
const MERE_NOTES: ReadonlySet<GateRemark["kind"]> = new Set<GateRemark["kind"]>([
  "other-version",
  "doubtful-rows",
  "part-of-form",
  "no-column",
  "missing-explained",
]);

function item(
  question: GateQuestion,
  findings: readonly Finding[],
  remarks: readonly GateRemark[] = [],
  explained = 0,
): GateItem {
  const blocks = findings.length > 0 || remarks.some(({ kind }) => !MERE_NOTES.has(kind));
  return { question, state: blocks ? "open" : remarks.length > 0 ? "note" : "done", findings, remarks, explained };
}

/** What keeps "every required figure is there" from being said without more. */
function completeRemarks({ binding }: FigureTable, { unchecked }: CheckResult, missing: number): GateRemark[] {
  const { form, rows } = binding;
  if (!form) return [{ kind: "required-unknown" }];
  const columns = unchecked.flatMap(({ reason, column }) => (reason === "no-column" && column ? [column] : []));
  return [
    ...(isPart(binding) ? [{ kind: "part-of-form" as const, rows: rows.length, of: form.indicators.length }] : []),
    ...(columns.length > 0 ? [{ kind: "no-column" as const, columns }] : []),
    ...(missing > 0 ? [{ kind: "missing-explained" as const, count: missing }] : []),
  ];
}

function definitionRemarks({ binding }: FigureTable, madeWith: string | undefined): GateRemark[] {
  const { form, period, unit = "", rows } = binding;
  const doubtful = rows.filter(({ confidence }) => confidence < SURE).length;
  return [
    ...(form ? [] : [{ kind: "no-form" as const }]),
    ...(period ? [] : [{ kind: "no-period" as const }]),
    ...(unit.trim() === "" ? [{ kind: "no-unit" as const }] : []),
    ...(form && madeWith !== undefined && madeWith !== "" && madeWith !== form.version
      ? [{ kind: "other-version" as const, made: madeWith, checked: form.version }]
      : []),
    ...(doubtful > 0 ? [{ kind: "doubtful-rows" as const, count: doubtful }] : []),
  ];
}
