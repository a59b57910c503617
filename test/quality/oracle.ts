/**
 * What a correct checker could notice of a changed table, and which cell the relations leave as the only culprit. In doubt
 * nothing could be noticed, and in doubt nothing is determined.
 */

import {
  isIndicator,
  traitsOf,
  type FigureRole,
  type Form,
  type Indicator,
  type Traits,
} from "../../src/core/form/types";
import type { Cell } from "../../src/core/table/grid";
import type { CellName, Style } from "./book";
import { holds, solutions, statementsOf, type Span, type Statement } from "./statements";

/** One thing that cannot be as it is. */
export interface Violation {
  /** Statement, bound, form of the number, missing figure, or change against plan and same period. */
  readonly by: Statement["type"] | "cell" | "unusual";
  readonly cells: readonly CellName[];
  readonly statement?: Statement;
}

export interface Sheet {
  readonly style: Style;
  readonly form: Form;
  readonly cell: (name: CellName) => Cell | undefined;
}

const statements = new WeakMap<Form, ReadonlyMap<CellName, readonly Statement[]>>();

function statementsAbout(form: Form, name: CellName): readonly Statement[] {
  let byCell = statements.get(form);
  if (!byCell) {
    const lists = new Map<CellName, Statement[]>();
    for (const statement of statementsOf(form)) {
      for (const cell of [statement.left, ...statement.right]) lists.set(cell, [...(lists.get(cell) ?? []), statement]);
    }
    statements.set(form, (byCell = lists));
  }
  return byCell.get(name) ?? [];
}

const parts = (name: CellName) => name.split(" ") as [code: string, measure: string, role: FigureRole | "label"];
const isDerived = (name: CellName) => name.includes(" vs");

function traits(form: Form, name: CellName): { row: Indicator; traits: Traits } | undefined {
  const [code, measure] = parts(name);
  const row = form.byCode.get(code);
  const own = form.measures.find(({ id }) => id === measure);
  return isIndicator(row) && own ? { row, traits: traitsOf(row, own) } : undefined;
}

/** A statement about a derived cell says nothing where the cell is calculated: it is true by itself. */
const speaks = (sheet: Sheet, statement: Statement) =>
  !isDerived(statement.left) || sheet.cell(statement.left)?.formula === undefined;

/** What a cell may truly hold, by the decimals that it holds or shows; undefined where it holds no number. */
function spanOf(sheet: Sheet, name: CellName): Span | undefined {
  const cell = sheet.cell(name);
  const value = cell?.value ?? null;
  if (value === "-" || (value === null && sheet.form.blankMeansNone && !isDerived(name))) return { low: 0, high: 0 };
  if (typeof value !== "number") return undefined;
  const held = String(Number(value.toPrecision(12))).split(".")[1]?.length ?? 0;
  const shown = isDerived(name) ? (/\.(0+)/.exec(cell?.format ?? "")?.[1]?.length ?? 0) : 0;
  const kind = traits(sheet.form, name)?.traits.kind;
  const exact = !isDerived(name) && (kind === "count" || kind === "money") && Number.isInteger(value);
  const half = exact ? 0 : 0.5 * 10 ** -Math.max(held, shown);
  return { low: value - half, high: value + half };
}

/** Everything that cannot be as it is around some cells: those that were changed, and what hangs on them. */
export function violationsAround(sheet: Sheet, clean: Sheet, cells: readonly CellName[]): Violation[] {
  const spans = (name: CellName) => spanOf(sheet, name);
  const about = new Set(cells.flatMap((name) => statementsAbout(sheet.form, name)));
  const broken = [...about].filter((statement) => speaks(sheet, statement) && holds(statement, spans) === false);
  return [
    ...broken.map((statement): Violation => ({
      by: statement.type,
      cells: [statement.left, ...statement.right],
      statement,
    })),
    ...cells.filter((name) => isWrongAlone(sheet, name)).map((name): Violation => ({ by: "cell", cells: [name] })),
    ...[...about].flatMap((statement) => withoutInputs(sheet, statement)),
    ...cells
      .filter((name) => isUnusual(sheet, clean, name))
      .map((name): Violation => ({ by: "unusual", cells: [name] })),
  ];
}

/** A cell that is wrong whatever the others say. */
function isWrongAlone(sheet: Sheet, name: CellName): boolean {
  const known = traits(sheet.form, name);
  if (!known) return false;
  const value = sheet.cell(name)?.value ?? null;
  // KH may be a threshold.
  if (typeof value === "string") return !/^(-|…|)$/.test(value) && !(name.endsWith(" plan") && /^[<>≤≥]/.test(value));
  if (isDerived(name)) return isMissing(sheet, name) || (sheet.style === "formulas" && isTypedOver(sheet, name));
  // Missing where the form says that TH must be given.
  if (value === null) return name.endsWith(" actual") && known.traits.required && !sheet.form.blankMeansNone;
  if (typeof value !== "number") return true;
  const { low = -Infinity, high = Infinity } = known.traits.bounds ?? {};
  const span = spanOf(sheet, name)!;
  return (
    span.high < low ||
    span.low > high ||
    value < Math.min(0, low) ||
    (known.traits.kind === "count" && !Number.isInteger(value))
  );
}

/** A derived cell that is blank although there is something to compare. */
function isMissing(sheet: Sheet, name: CellName): boolean {
  const statement = statementsAbout(sheet.form, name).find(({ left }) => left === name);
  if (!statement || (sheet.cell(name)?.value ?? null) !== null) return false;
  const inputs = statement.right.map((right) => spanOf(sheet, right));
  return inputs.every((span) => span !== undefined && span.low > 0);
}

const isTypedOver = (sheet: Sheet, name: CellName) => {
  const cell = sheet.cell(name);
  return cell !== undefined && cell.formula === undefined;
};

/** A comparison that is stated although there is nothing to compare. */
function withoutInputs(sheet: Sheet, statement: Statement): Violation[] {
  if (!isDerived(statement.left) || !speaks(sheet, statement)) return [];
  const value = sheet.cell(statement.left)?.value;
  if (typeof value !== "number" || sheet.form.blankMeansNone) return [];
  const missing = statement.right.filter((name) => (sheet.cell(name)?.value ?? null) === null);
  return missing.length === 0 ? [] : [{ by: statement.type, cells: [statement.left, ...missing] }];
}

/** How near KH, TH and CK of a row must have been, and how far one must now be from both others. */
const NEAR = 3;
const FAR = 5;
const SMALLEST_COUNT = 20;

/**
 * A figure that was of the size of the row's two others and no longer is: what comparing could reveal, at a distance at
 * which nobody would call it chance. Rows with fewer than three figures and with small counts are left out.
 */
function isUnusual(sheet: Sheet, clean: Sheet, name: CellName): boolean {
  const [code, measure, role] = parts(name);
  if (role !== "plan" && role !== "actual" && role !== "samePeriod") return false;
  const names = (["plan", "actual", "samePeriod"] as const).map((one) => `${code} ${measure} ${one}`);
  const before = names.map((one) => clean.cell(one)?.value);
  const now = sheet.cell(name)?.value;
  if (typeof now !== "number" || !before.every((value): value is number => typeof value === "number")) return false;
  const least = traits(sheet.form, name)?.traits.kind === "count" ? SMALLEST_COUNT : 1;
  if (Math.min(...before) < least || Math.max(...before) > NEAR * Math.min(...before)) return false;
  // As the row now stands: rows exchanged as a whole agree with themselves as well as before.
  return names.every((one) => {
    const other = sheet.cell(one)?.value;
    return one === name || (typeof other === "number" && (now > FAR * other || now * FAR < other));
  });
}

/** The cells of which each alone, rightly changed, would mend all of some violations and break nothing. */
function culprits(sheet: Sheet, violations: readonly Violation[]): CellName[] {
  const [first, ...others] = violations;
  const common = first!.cells.filter((name) => others.every(({ cells }) => cells.includes(name)));
  return common.filter((name) => canMend(sheet, name, violations));
}

function canMend(sheet: Sheet, name: CellName, violations: readonly Violation[]): boolean {
  // What is wrong alone is known to be wrong, whatever the others say; a missing figure could be given.
  if (violations.some(({ cells }) => cells.length === 1) || violations.some(({ statement }) => !statement)) return true;
  const own = traits(sheet.form, name)?.traits;
  const { low: least = -Infinity, high: most = Infinity } = own?.bounds ?? {};
  let [low, high] = isDerived(name) ? [-Infinity, Infinity] : [least, most];
  // A rounded figure is off by up to half its last decimal.
  const half = isDerived(name) ? 0.05 : own?.kind === "count" ? 0 : 0.5 * 10 ** -(own?.decimals ?? 0);
  for (const statement of statementsAbout(sheet.form, name)) {
    if (!speaks(sheet, statement)) continue;
    const solved = solutions(statement, name, (other) => spanOf(sheet, other));
    if (!solved) return false;
    low = Math.max(low, solved.low - half);
    high = Math.min(high, solved.high + half);
  }
  const slack = 1e-6 * Math.max(1, Math.abs(low), Math.abs(high));
  const whole = own?.kind === "count" && !isDerived(name);
  return whole ? Math.ceil(low - slack) <= Math.floor(high + slack) : low <= high + slack;
}

/**
 * Whether the relations determine what is wrong: the violations fall into groups that share no cell, and in each exactly
 * one cell exists that could mend the group alone, and it is one of those that were made wrong.
 */
export function isDetermined(sheet: Sheet, violations: readonly Violation[], wrong: ReadonlySet<CellName>): boolean {
  const hard = violations.filter(({ by }) => by !== "unusual");
  // What one cell says of itself, such as a number typed as text, takes no relation to tell.
  if (!hard.some(({ statement }) => statement)) return false;
  return groups(hard).every((group) => {
    const found = culprits(sheet, group);
    return found.length === 1 && wrong.has(found[0]!);
  });
}

function groups(violations: readonly Violation[]): Violation[][] {
  const found: Violation[][] = [];
  for (const violation of violations) {
    const touching = found.filter((group) =>
      group.some(({ cells }) => cells.some((name) => violation.cells.includes(name))),
    );
    for (const group of touching) found.splice(found.indexOf(group), 1);
    found.push([...touching.flat(), violation]);
  }
  return found;
}
