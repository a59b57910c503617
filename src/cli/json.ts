/** The JSON that `bieu check --json` and `bieu report --json` print: kept stable, for machines. */

import { assessTable, type RowAssessment } from "../core/compare/assess-table";
import type { ExplainedFinding } from "../core/check/explanations";
import type { CheckResult } from "../core/check/finding";
import { periodCode } from "../core/form/period";
import type { FigureTable } from "../core/table/figures";
import { address } from "../core/table/grid";

/**
 * One table's part of the JSON. Absent values are null, so that every entry has every key.
 *
 * @param explained the findings that a reason was given for
 */
export function checkJson(table: FigureTable, result: CheckResult, explained: readonly ExplainedFinding[] = []) {
  const { binding } = table;
  const reasons = new Map(explained.map(({ finding, explanation: { text, at } }) => [finding, { text, at }]));
  const labelColumn = binding.columns.find(({ role }) => role === "label")?.column ?? 0;
  return {
    sheet: table.grid.sheet,
    form: binding.form?.id ?? null,
    version: binding.form?.version ?? null,
    period: binding.period ? periodCode(binding.period) : null,
    checked: result.checked,
    rows: binding.rows.map(({ row, code, confidence, by }) => ({
      cell: address(row, labelColumn),
      code,
      confidence,
      by,
    })),
    unbound: binding.unbound.map(({ row, label, guesses }) => ({ cell: address(row, labelColumn), label, guesses })),
    unchecked: result.unchecked.map(({ reason, cell, code, column, message }) => ({
      reason,
      cell: cell ?? null,
      code: code ?? null,
      column: column ?? null,
      message,
    })),
    findings: result.findings.map((finding) => ({
      rule: finding.rule,
      level: finding.level,
      cell: finding.cell,
      code: finding.code ?? null,
      column: finding.role,
      measure: finding.measure ?? null,
      stated: finding.stated,
      expected: finding.expected ?? null,
      gap: finding.gap ?? null,
      related: finding.related,
      elsewhere: finding.elsewhere ?? [],
      title: finding.title,
      message: finding.message,
      why: finding.why,
      fix: finding.fix,
      suspects: (finding.suspects ?? []).map(({ cell, value, why }) => ({ cell, value: value ?? null, why })),
      explanation: reasons.get(finding) ?? null,
    })),
    assessment: assessTable(table).map(assessmentJson),
  };
}

/** One indicator's assessment, with every key. */
export function assessmentJson({ code, measure, cell, status, ofYear, ofPeriod, sentence }: RowAssessment) {
  return {
    code,
    measure: measure ?? null,
    cell,
    status,
    ofYear: ofYear ?? null,
    ofPeriod: ofPeriod ?? null,
    sentence,
  };
}
