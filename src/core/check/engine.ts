/** Runs every rule over a table and says what was found, what was not checked, and how much was. */

import { address } from "../table/grid";
import { readFigures, type FigureRow, type FigureTable } from "../table/figures";
import { kept } from "../table/kept";
import { isPart, type Binding } from "../table/binding";
import type { Grid } from "../table/grid";
import type { FigureRole } from "../form/types";
import type { CheckResult, Draft, Finding, Level, RuleId, Unchecked } from "./finding";
import { relationsOf } from "./relations";
import { assessmentRules } from "./rules/assessment-rules";
import { completenessRules } from "./rules/completeness-rules";
import { derivedRules } from "./rules/derived-rules";
import { numberRules } from "./rules/number-rules";
import { relationCount, relationOutcomes } from "./rules/relation-rules";
import { structureRules } from "./rules/structure-rules";
import { targetRules } from "./rules/target-rules";
import { unusualRules } from "./rules/unusual-rules";
import { labelOf, roleWords, type Rule } from "./rule";
import { suspectsInSteps, type SuspectOptions } from "./suspects/find-suspects";
import { SUSPECT_TEXTS } from "./suspects/texts.vi";
import type { Suspect } from "./suspects/suspect";
import { textsOf } from "./texts.vi";

/** Every rule that is an entry of its own; the relations QH are listed by the forms. */
export const RULES: readonly Rule[] = [
  ...numberRules,
  ...completenessRules,
  ...derivedRules,
  ...assessmentRules,
  ...unusualRules,
  ...targetRules,
  ...structureRules,
];

const CELL_RULES = RULES.filter((rule) => rule.cell);
const ROW_RULES = RULES.filter((rule) => rule.row);
const TABLE_RULES = RULES.filter((rule) => rule.table);
const LEVELS = new Map<RuleId, Level>(RULES.map((rule) => [rule.id, rule.level]));
const LEVEL_ORDER: Readonly<Record<Level, number>> = { error: 0, warning: 1, hint: 2 };

/**
 * Checks a bound table. Pure and linear in its cells; the same result on every surface.
 *
 * @example checkTable(grid, recognise(grid, forms)!).findings
 */
export function checkTable(grid: Grid, binding: Binding): CheckResult {
  return checkFigures(readFigures(grid, binding));
}

/** Checks a table whose figures are already read. */
export function checkFigures(table: FigureTable, options: SuspectOptions = {}): CheckResult {
  const steps = checkInSteps(table, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Rows and relations that are looked at between two steps: well under a millisecond of work. */
const STEP = 25;

/**
 * The same check in small steps, so that a long form can show progress and be stopped between any two.
 *
 * @yields the share of the work that is done, 0 to 1, never falling
 * @returns what {@link checkFigures} returns
 */
export function* checkInSteps(table: FigureTable, options: SuspectOptions = {}): Generator<number, CheckResult, void> {
  const drafts: Draft[] = [];
  const unchecked: Unchecked[] = [...notRecognised(table)];
  const { form } = table.binding;
  const relations = form ? relationsOf(form).length : 0;
  const total = table.rows.length + relationCount(table);
  let done = 0;
  for (const row of table.rows) {
    const found = kept(table, checkRow, row);
    drafts.push(...found.drafts);
    unchecked.push(...found.unchecked);
    done += 1;
    if (done % STEP === 0) yield done / total;
  }
  for (const rule of TABLE_RULES) {
    drafts.push(...kept(table, checkWhole, rule));
    yield done / total;
  }
  for (const outcome of relationOutcomes(table)) {
    if (outcome.kind === "broken") drafts.push(outcome.draft);
    if (outcome.kind === "undecided") unchecked.push(outcome.unchecked);
    done += 1;
    if (done % STEP === 0) yield Math.min(1, done / total);
  }
  const search = suspectsInSteps(table, drafts, options);
  let step = search.next();
  for (; !step.done; step = search.next()) yield 1;
  const { byDraft, gaveUp } = step.value;
  unchecked.push(...gaveUp.map(notAllSuspects));
  return {
    findings: drafts.map((draft) => toFinding(draft, byDraft.get(draft))).sort(inSheetOrder),
    unchecked,
    checked: { cells: table.cellCount, rules: RULES.length + relations },
  };
}

interface Found {
  readonly drafts: readonly Draft[];
  readonly unchecked: readonly Unchecked[];
}

function checkRow(table: FigureTable, row: FigureRow): Found {
  const drafts: Draft[] = [];
  const unchecked: Unchecked[] = [];
  for (const cell of Object.values(row.cells)) {
    for (const rule of CELL_RULES) {
      const draft = rule.cell!(cell, row, table);
      if (draft) drafts.push(draft);
    }
    if (cell.cell?.formula !== undefined && cell.cell.value === null) {
      unchecked.push({
        reason: "not-calculated",
        cell: cell.at,
        ...(row.code && { code: row.code }),
        column: cell.role,
        message: `${roleWords(cell.role)} của “${labelOf(row)}” là công thức chưa có kết quả; mở bằng Excel hoặc LibreOffice rồi lưu lại.`,
      });
    }
  }
  for (const rule of ROW_RULES) drafts.push(...rule.row!(row, table));
  return { drafts, unchecked };
}

const checkWhole = (table: FigureTable, rule: Rule): readonly Draft[] => rule.table!(table);

function notAllSuspects({ row, column, role, code, facts }: Draft): Unchecked {
  const message = SUSPECT_TEXTS.gaveUp(facts.label);
  return { reason: "suspects", cell: address(row, column), ...(code && { code }), column: role, message };
}

/** The findings that were made of drafts: in a table that is followed most drafts are those of before. */
const made = new WeakMap<Draft, Finding>();

/** A draft with its words in Vietnamese. */
export function toFinding(draft: Draft, suspects?: readonly Suspect[]): Finding {
  const before = made.get(draft);
  if (before && before.suspects === suspects) return before;
  const finding = written(draft, suspects);
  made.set(draft, finding);
  return finding;
}

function written(draft: Draft, suspects: readonly Suspect[] | undefined): Finding {
  const texts = textsOf(draft.rule);
  return {
    ...draft,
    level: draft.level ?? LEVELS.get(draft.rule)!,
    cell: address(draft.row, draft.column),
    title: texts.title,
    message: texts.message(draft.facts),
    why: texts.why,
    fix: texts.fix(draft.facts),
    ...(suspects && { suspects }),
  };
}

/** Findings as one reads the sheet. */
export function inSheetOrder(a: Finding, b: Finding): number {
  return (
    a.row - b.row ||
    a.column - b.column ||
    LEVEL_ORDER[a.level] - LEVEL_ORDER[b.level] ||
    Number(a.rule > b.rule) - Number(a.rule < b.rule)
  );
}

const INPUTS: readonly FigureRole[] = ["plan", "actual", "samePeriod"];

function* notRecognised(table: FigureTable): Generator<Unchecked> {
  const { binding } = table;
  if (!binding.form) {
    yield {
      reason: "no-form",
      message:
        "Chưa nhận ra biểu này. Vẫn kiểm tra được dạng số và cột so sánh; muốn kiểm tra tổng và tỷ lệ, hãy chọn biểu có sẵn hoặc lập biểu riêng từ bảng này.",
    };
  }
  if (binding.form && isPart(binding)) {
    const all = binding.form.indicators.length;
    const message = `Bảng chỉ có một phần của ${binding.form.number}: ${binding.rows.length} trong ${all} chỉ tiêu. Dòng không có trong bảng không bị coi là thiếu.`;
    yield { reason: "part-of-form", message };
  }
  if (binding.form && !binding.period) {
    yield {
      reason: "no-period",
      message: "Không rõ kỳ báo cáo: tiêu đề không ghi 6 tháng, 9 tháng, quý hay năm; chưa đánh giá được tiến độ.",
    };
  }
  for (const role of INPUTS) {
    if (binding.columns.some((column) => column.role === role)) continue;
    if (binding.form && !binding.form.columns.some((column) => column.role === role)) continue;
    yield {
      reason: "no-column",
      column: role,
      message: `Không có cột ${roleWords(role)} nên các kiểm tra cần cột này chưa làm.`,
    };
  }
  for (const unbound of binding.unbound) {
    const [guess] = unbound.guesses;
    const definition = guess && binding.form?.byCode.get(guess.code);
    const hint = definition ? ` Có lẽ là “${definition.label}” (${definition.code}).` : "";
    const labelColumn = binding.columns.find((column) => column.role === "label")?.column ?? 0;
    yield {
      reason: "unbound-row",
      cell: address(unbound.row, labelColumn),
      message: `Dòng “${unbound.label}” chưa gắn với chỉ tiêu nào.${hint}`,
    };
  }
}
