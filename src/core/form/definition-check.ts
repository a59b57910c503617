/** Checks a definition against itself: codes that exist, no circles, units that fit the formulas. */

import type { Condition } from "./conditions";
import type { Expression } from "./expression";
import { problemText, type Problem } from "./problem";
import { isFigureRole, isIndicator, type Form, type Indicator, type Measure, type Row } from "./types";

/** Relations of an indicator by the name of their column in the row file. */
const LINKS = {
  "Trong đó của": (row: Indicator) => row.partOf,
  "Tập con của": (row: Indicator) => row.subsetOf,
  "Mới của": (row: Indicator) => row.newOf,
  "Bằng với": (row: Indicator) => row.sameAs,
} as const;

/**
 * Every contradiction in a form's definition, in the order of its rows.
 *
 * @param lines the line of each row in the row file, as the spreadsheet shows it
 */
export function checkDefinition(form: Form, lines: ReadonlyMap<Row, number>): Problem[] {
  if (form.indicators.length === 0) return [problemText("no-indicator", {})];
  return [
    ...checkColumns(form),
    ...checkMeasures(form),
    ...doubledCodes(form, lines),
    ...form.indicators.flatMap((row) => checkRow(form, row, lines.get(row)!)),
    ...form.conditions.flatMap((condition) => checkCondition(form, condition)),
    ...circles(form, (row) => [...(row.formula?.codes ?? []), ...(row.total?.codes ?? [])]),
    ...circles(form, (row) => [...row.partOf, ...row.subsetOf, ...row.newOf]),
    ...circles(form, (row) => row.sameAs),
  ];
}

function checkColumns(form: Form): Problem[] {
  const problems: Problem[] = [];
  const measures = new Set(form.measures.map((measure) => measure.id));
  const seen = new Set<string>();
  for (const column of form.columns) {
    const key = `${column.role} ${column.measure ?? ""}`;
    if (seen.has(key)) problems.push(problemText("double-column", { field: column.header }));
    seen.add(key);
    if (column.measure !== undefined && !measures.has(column.measure)) {
      problems.push(problemText("unknown-measure", { value: column.measure }));
    }
    if (isFigureRole(column.role) && column.measure === undefined && !measures.has("")) {
      problems.push(problemText("no-measure", { field: column.header }));
    }
  }
  for (const [role, field] of Object.entries({ label: "Chỉ tiêu", code: "Mã số" })) {
    if (!form.columns.some((column) => column.role === role)) problems.push(problemText("no-column", { field }));
  }
  return problems;
}

function checkMeasures(form: Form): Problem[] {
  const ids = new Set(form.measures.map((measure) => measure.id));
  const named = (measure: Measure) => [
    ...(measure.subsetOf ? [measure.subsetOf] : []),
    ...(measure.formula?.codes ?? []),
  ];
  return form.measures.flatMap((measure) =>
    named(measure).flatMap((id) =>
      ids.has(id) && id !== measure.id ? [] : [problemText("unknown-measure", { value: id })],
    ),
  );
}

function doubledCodes(form: Form, lines: ReadonlyMap<Row, number>): Problem[] {
  const seen = new Set<string>();
  return form.rows.flatMap((row) => {
    if (!seen.has(row.code)) {
      seen.add(row.code);
      return [];
    }
    return [problemText("double-code", { line: lines.get(row)!, code: row.code })];
  });
}

function checkRow(form: Form, row: Indicator, line: number): Problem[] {
  const at = { line, code: row.code };
  const problems: Problem[] = [];
  const known = (field: string, codes: readonly string[]): Indicator[] =>
    codes.flatMap((other) => {
      const target = form.byCode.get(other);
      if (other === row.code) problems.push(problemText("own-code", { ...at, field }));
      else if (!target) problems.push(problemText("unknown-code", { ...at, field, other }));
      else if (!isIndicator(target)) problems.push(problemText("heading-code", { ...at, field, other }));
      else return [target];
      return [];
    });

  if (row.formula) {
    known("Cách tính", row.formula.codes);
    if (row.kind === "count") problems.push(problemText("formula-kind", at));
    const wanted = factorOfUnit(row.unit);
    const found = row.formula.factor;
    // Another factor than a power of ten has a reason of its own: "200 * a / (b + c)" is of the mean of b and c.
    if (wanted !== undefined && found !== undefined && wanted !== found && Number.isInteger(Math.log10(found))) {
      problems.push(problemText("factor", { ...at, value: row.unit, wanted, found }));
    }
  }
  if (row.total) problems.push(...checkTotal(row, row.total, known("Bằng tổng", row.total.codes), at));
  for (const [field, codes] of Object.entries(LINKS)) {
    for (const target of known(field, codes(row))) {
      if (field === "Bằng với") {
        if (target.unit !== row.unit || target.kind !== row.kind) {
          problems.push(problemText("same-unit", { ...at, other: target.code }));
        }
      } else if (target.kind !== row.kind) {
        problems.push(problemText("subset-kind", { ...at, other: target.code }));
      }
    }
  }
  const { low = -Infinity, high = Infinity } = row.bounds ?? {};
  if (low > high) problems.push(problemText("bounds", at));
  const { direction } = row;
  if (direction.aim === "band" && direction.low > direction.high) problems.push(problemText("band", at));
  const ratioLike = row.kind === "rate" || row.kind === "ratio" || row.kind === "index";
  if (row.kind !== "text" && ratioLike !== (row.comparison === "points")) problems.push(problemText("comparison", at));
  return problems;
}

function checkTotal(
  row: Indicator,
  total: Expression,
  parts: readonly Indicator[],
  at: { readonly line: number; readonly code: string },
): Problem[] {
  const problems: Problem[] = total.isSum ? [] : [problemText("total-form", at)];
  for (const part of parts) {
    if (part.kind !== "count" && part.kind !== "money")
      problems.push(problemText("total-kind", { ...at, other: part.code }));
    else if (part.unit !== row.unit)
      problems.push(problemText("total-unit", { ...at, value: row.unit, other: part.code }));
  }
  return problems;
}

function checkCondition(form: Form, { code, difference }: Condition): Problem[] {
  const at = { code, field: "conditions.csv" };
  const problems = difference.codes.flatMap((other) => {
    const row = form.byCode.get(other);
    if (isIndicator(row)) return [];
    return [problemText(row ? "heading-code" : "unknown-code", { ...at, other })];
  });
  return difference.codes.includes(code) ? problems : [...problems, problemText("condition-row", at)];
}

/**
 * The factor that a unit asks of a rate: 100 for "%", 1.000 for "‰", n for "…/n dân".
 * @returns undefined where the unit says nothing, as in "lượt/người"
 */
export function factorOfUnit(unit: string): number | undefined {
  // One zero at a time: a pattern of several at once could be split in more ways than there is time to try.
  const per = /\/\s*(1(?:[.\s]?0)+)(?!\d)/.exec(unit);
  if (per) return Number(per[1]!.replace(/\D/g, ""));
  if (unit.includes("/vạn")) return 10_000;
  if (unit.includes("‰")) return 1000;
  return unit === "%" ? 100 : undefined;
}

/** Each circle in which rows refer to one another, once. */
function circles(form: Form, links: (row: Indicator) => readonly string[]): Problem[] {
  const state = new Map<string, "open" | "done">();
  const problems: Problem[] = [];
  for (const start of form.indicators) {
    // An explicit stack: a definition of thousands of rows in one chain must not exhaust the call stack.
    const path: { code: string; left: string[] }[] = [];
    const enter = (code: string) => {
      const row = form.byCode.get(code);
      state.set(code, "open");
      path.push({ code, left: isIndicator(row) ? [...links(row)] : [] });
    };
    if (!state.has(start.code)) enter(start.code);
    while (path.length > 0) {
      const top = path.at(-1)!;
      const next = top.left.pop();
      if (next === undefined) {
        state.set(top.code, "done");
        path.pop();
      } else if (state.get(next) === "open" && next !== top.code) {
        const loop = path.slice(path.findIndex((step) => step.code === next)).map((step) => step.code);
        problems.push(problemText("cycle", { code: next, value: [...loop, next].join(" → ") }));
      } else if (!state.has(next)) {
        enter(next);
      }
    }
  }
  return problems;
}
