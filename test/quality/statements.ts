/**
 * What a form says about its figures, as statements that can be tested and solved for one cell. It reads the form's
 * definition (data) and does its own arithmetic: nothing of the product's rules, intervals or comparisons is used, so that
 * the product is not measured by itself.
 */

import type { Expression } from "../../src/core/form/expression";
import { traitsOf, type Form, type Indicator, type InputRole, type Measure } from "../../src/core/form/types";
import { nameOf, type CellName } from "./book";

/** What a cell may truly hold: from, to. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

/** `left` equals, or is at most, what `value` makes of the cells `right`. */
export interface Statement {
  readonly sign: "equal" | "at most";
  readonly type: "total" | "part" | "rate" | "same" | "cumulative" | "vsPlan" | "vsSamePeriod";
  readonly left: CellName;
  readonly right: readonly CellName[];
  readonly value: (figures: readonly number[]) => number;
}

const ROLES: readonly InputRole[] = ["plan", "actual", "samePeriod"];
const sum = (figures: readonly number[]) => figures.reduce((total, figure) => total + figure, 0);
const only = ([figure]: readonly number[]) => figure!;

/** Every statement of a form about its inputs, and about the derived columns. */
export function statementsOf(form: Form): Statement[] {
  return form.measures.flatMap((measure) => [
    ...form.indicators.flatMap((row) => ROLES.flatMap((role) => ofInputs(row, measure, role))),
    ...form.indicators.flatMap((row) => ofDerived(row, measure)),
  ]);
}

function ofInputs(row: Indicator, measure: Measure, role: InputRole): Statement[] {
  const left = nameOf(row.code, measure.id, role);
  const cell = (code: string) => nameOf(code, measure.id, role);
  const against = (type: Statement["type"], sign: Statement["sign"], others: readonly string[]): Statement[] =>
    others.map((other) => ({ sign, type, left, right: [cell(other)], value: only }));
  const made = (type: "total" | "rate", expression: Expression | undefined): Statement[] => {
    if (!expression) return [];
    const value = (figures: readonly number[]) => expression.evaluate(figures) ?? NaN;
    return [{ sign: "equal", type, left, right: expression.codes.map(cell), value: type === "total" ? sum : value }];
  };
  const measured: Statement[] = measure.subsetOf
    ? [{ sign: "at most", type: "part", left, right: [nameOf(row.code, measure.subsetOf, role)], value: only }]
    : [];
  const cumulative: Statement[] =
    role === "actual" && traitsOf(row, measure).accrual === "cumulative"
      ? [
          {
            sign: "at most",
            type: "cumulative",
            left: cell(row.code).replace("actual", "samePeriod"),
            right: [left],
            value: only,
          },
        ]
      : [];
  if (measure.id !== "") return [...measured, ...cumulative];
  return [
    ...made("total", row.total),
    ...made("rate", row.formula),
    ...against("part", "at most", [...row.partOf, ...row.subsetOf, ...row.newOf]),
    ...against("same", "equal", row.sameAs),
    ...cumulative,
  ];
}

function ofDerived(row: Indicator, measure: Measure): Statement[] {
  const name = (role: InputRole | "vsPlan" | "vsSamePeriod") => nameOf(row.code, measure.id, role);
  const traits = traitsOf(row, measure);
  if (traits.kind === "text") return [];
  const growth = ([now, before]: readonly number[]) => (now === 0 && before === 0 ? 0 : (now! / before! - 1) * 100);
  const difference = ([now, before]: readonly number[]) => now! - before!;
  return [
    {
      sign: "equal",
      type: "vsPlan",
      left: name("vsPlan"),
      right: [name("actual"), name("plan")],
      value: ([now, plan]) => (now! / plan!) * 100,
    },
    {
      sign: "equal",
      type: "vsSamePeriod",
      left: name("vsSamePeriod"),
      right: [name("actual"), name("samePeriod")],
      value: traits.comparison === "percent" ? growth : difference,
    },
  ];
}

/** Noise of binary arithmetic, far below half a unit of any decimal in use. */
const NOISE = 1e-7;

/** Every value that the right side may have; undefined where a figure is missing or there is none. */
export function rightSpan(statement: Statement, spans: readonly (Span | undefined)[]): Span | undefined {
  if (spans.some((span) => span === undefined)) return undefined;
  const known = spans as readonly Span[];
  const values = cornersOf(known).map(statement.value);
  if (values.some((value) => !Number.isFinite(value))) return undefined;
  return { low: Math.min(...values), high: Math.max(...values) };
}

/** Every choice of ends: sums, differences and rates are monotonous in each figure. */
function cornersOf(spans: readonly Span[]): number[][] {
  return spans.reduce<number[][]>(
    (corners, { low, high }) =>
      (low === high ? [low] : [low, high]).flatMap((end) => corners.map((corner) => [...corner, end])),
    [[]],
  );
}

/** Whether a statement may be true; undefined where figures are missing. */
export function holds(statement: Statement, span: (cell: CellName) => Span | undefined): boolean | undefined {
  const left = span(statement.left);
  const right = rightSpan(statement, statement.right.map(span));
  if (!left || !right) return undefined;
  const slack = NOISE * Math.max(1, Math.abs(left.high));
  if (left.low > right.high + slack) return false;
  return statement.sign === "at most" || left.high >= right.low - slack;
}

/** Largest figure that is thought of; no province counts further. */
const LARGEST = 1e9;

/**
 * The values of one cell with which a statement may be true while all others stay: never too few, perhaps too many.
 *
 * @returns undefined where no value will do; the whole line where nothing is known
 */
export function solutions(
  statement: Statement,
  target: CellName,
  span: (cell: CellName) => Span | undefined,
): Span | undefined {
  const all: Span = { low: -LARGEST, high: LARGEST };
  if (target === statement.left) {
    const right = rightSpan(statement, statement.right.map(span));
    if (!right) return all;
    return statement.sign === "equal" ? right : { low: -LARGEST, high: right.high };
  }
  const left = span(statement.left);
  const at = statement.right.indexOf(target);
  const others = statement.right.map(span);
  if (!left || others.some((other, index) => index !== at && !other)) return all;
  const wanted = statement.sign === "equal" ? left : { low: left.low, high: LARGEST };
  const found = cornersOf(others.map((other, index) => (index === at ? { low: 0, high: 0 } : other!))).flatMap(
    (corner) =>
      reach((value) => statement.value(corner.map((figure, index) => (index === at ? value : figure))), wanted),
  );
  if (found.length === 0) return undefined;
  return { low: Math.min(...found.map(({ low }) => low)), high: Math.max(...found.map(({ high }) => high)) };
}

/** The figures at which a rising or falling function is within a span, by halving. */
function reach(value: (figure: number) => number, wanted: Span): Span[] {
  const [first, last] = [1e-9, LARGEST];
  const ends = [value(first), value(last)] as const;
  const rising = ends[1] >= ends[0];
  if (!isSteady(value, rising)) return [{ low: 0, high: LARGEST }];
  const [least, most] = rising ? ends : [ends[1], ends[0]];
  if (wanted.high < least || wanted.low > most) return [];
  const crossing = (limit: number) => {
    let [low, high] = [first, last];
    for (let step = 0; step < 100; step += 1) {
      const middle = (low + high) / 2;
      if (value(middle) < limit === rising) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  };
  const [from, to] = [crossing(wanted.low), crossing(wanted.high)];
  return [{ low: Math.min(from, to), high: Math.max(from, to) }];
}

/** Whether a function goes one way only, as far as a few figures of every size show; a rate with a difference below does not. */
function isSteady(value: (figure: number) => number, rising: boolean): boolean {
  const values = Array.from({ length: 73 }, (_, step) => value(10 ** (step / 4 - 9)));
  return values.every((now, step) => {
    const before = step === 0 ? now : values[step - 1]!;
    return Number.isFinite(now) && (rising ? now >= before : now <= before);
  });
}
