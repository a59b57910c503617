/** Mistakes to put into the clean books: slips in one figure, derived cells gone wrong, and rows gone wrong. */

import { isIndicator, traitsOf, type FigureRole, type InputRole } from "../../src/core/form/types";
import type { Cell } from "../../src/core/table/grid";
import { nameOf, placesOf, type Book, type CellName } from "./book";
import type { Chance } from "./random";
import { SLIPS, type Typed } from "./slips";

export interface Mistake {
  readonly kind: string;
  readonly book: Book;
  /** The cells as they now stand. */
  readonly cells: ReadonlyMap<CellName, Cell | undefined>;
  /** Mã số of a row that is gone. */
  readonly deleted?: string;
  /** What is wrong; in a mistake of the "not updated" kind not the same as what was changed. */
  readonly wrong: readonly CellName[];
}

/** Makes one mistake of a kind in one role, or nothing where chance has picked a cell that it cannot happen to. */
export type Maker = (book: Book, role: FigureRole, chance: Chance) => Omit<Mistake, "kind" | "book"> | undefined;

export const INPUTS: readonly InputRole[] = ["plan", "actual", "samePeriod"];
export const DERIVED = ["vsPlan", "vsSamePeriod"] as const;

const cellsOf = new WeakMap<Book, ReadonlyMap<CellName, Cell | undefined>>();

/** The clean cell of a name. */
export function cleanCell(book: Book, name: CellName): Cell | undefined {
  let cells = cellsOf.get(book);
  if (!cells) {
    const places = [...placesOf(book.binding)];
    cellsOf.set(book, (cells = new Map(places.map(([one, { row, column }]) => [one, book.grid.rows[row]![column]]))));
  }
  return cells.get(name);
}

const isTyped = (cell: Cell | undefined): cell is Typed => typeof cell?.value === "number";
const numberAt = (book: Book, name: CellName) => {
  const cell = cleanCell(book, name);
  return isTyped(cell) ? cell.value : undefined;
};

/** Any row of the book, with one of its measures. */
function anyRow(book: Book, chance: Chance) {
  const row = chance.pick(book.form.indicators);
  const measure = chance.pick(book.form.measures);
  return {
    row,
    measure,
    traits: traitsOf(row, measure),
    name: (role: FigureRole) => nameOf(row.code, measure.id, role),
  };
}

/** A slip in any figure of a role. */
const slip =
  (kind: string): Maker =>
  (book, role, chance) => {
    const { row, measure, name } = anyRow(book, chance);
    return slipAt(kind, book, row.code, measure.id, name(role), role, chance);
  };

/** A slip of a kind in one certain cell. */
export function slipAt(
  kind: string,
  book: Book,
  code: string,
  measure: string,
  name: CellName,
  role: FigureRole,
  chance: Chance,
): ReturnType<Maker> {
  const cell = cleanCell(book, name);
  if (!isTyped(cell)) return undefined;
  const rows = book.form.rows;
  const at = rows.findIndex((row) => row.code === code);
  const near = [-1, 1].flatMap((step) => {
    const next = rows[at + step];
    return next ? (numberAt(book, nameOf(next.code, measure, role)) ?? []) : [];
  });
  const after = SLIPS[kind]!(cell, { chance, neighbours: near });
  return after === "none" ? undefined : { cells: new Map([[name, after]]), wrong: [name] };
}

const rounded = (value: number, decimals: number) => Number(value.toFixed(decimals));
const derivedCell = (value: number, decimals = 1): Cell => ({
  value: rounded(value, decimals),
  format: `#,##0${decimals > 0 ? `.${"0".repeat(decimals)}` : ""}`,
});

/** What a comparison of earlier figures came to, left standing when the figures changed. */
const stale: Maker = (book, role, chance) => {
  const { name, traits } = anyRow(book, chance);
  const [plan, actual, before] = INPUTS.map((input) => numberAt(book, name(input)));
  const base = role === "vsPlan" ? plan : before;
  const stands = numberAt(book, name(role));
  if (actual === undefined || base === undefined || base === 0 || stands === undefined) return undefined;
  const draft = actual * (1 + (chance.next() < 0.5 ? -1 : 1) * (0.02 + 0.2 * chance.next()));
  const earlier = traits.kind === "count" ? Math.round(draft) : rounded(draft, traits.decimals);
  const points = role === "vsSamePeriod" && traits.comparison !== "percent";
  const decimals = points && traits.comparison === "difference" ? traits.decimals : 1;
  const value = points ? earlier - base : role === "vsPlan" ? (earlier / base) * 100 : (earlier / base - 1) * 100;
  return changed(name(role), derivedCell(value, decimals), stands);
};

/**
 * TH was brought up to date and both its comparisons were left as they were; in the book of formulas they had been turned
 * into values before, as happens when a sheet is pasted as values.
 */
const bothStale: Maker = (book, _, chance) => {
  const { name, traits } = anyRow(book, chance);
  const [actual, plan, before] = (["actual", "plan", "samePeriod"] as const).map((one) => numberAt(book, name(one)));
  if (!actual || !plan || !before || traits.kind === "text") return undefined;
  const derived = DERIVED.map((one) => [name(one), numberAt(book, name(one))] as const);
  const draft = actual * (1 + (chance.next() < 0.5 ? -1 : 1) * (0.02 + 0.2 * chance.next()));
  const value = traits.kind === "count" ? Math.round(draft) : rounded(draft, traits.decimals);
  if (value === actual || derived.some(([, stated]) => stated === undefined)) return undefined;
  const cells = new Map<CellName, Cell | undefined>([[name("actual"), { ...cleanCell(book, name("actual")), value }]]);
  for (const [cell, stated] of derived) if (book.style === "formulas") cells.set(cell, derivedCell(stated!));
  return { cells, wrong: derived.map(([cell]) => cell) };
};

function changed(name: CellName, cell: Cell, stands: number | undefined): ReturnType<Maker> {
  return !Number.isFinite(cell.value) || cell.value === stands
    ? undefined
    : { cells: new Map([[name, cell]]), wrong: [name] };
}

/** Percent where points are meant, and the reverse. */
const wrongMethod: Maker = (book, role, chance) => {
  const { name, traits } = anyRow(book, chance);
  const [actual, before, stands] = (["actual", "samePeriod", "vsSamePeriod"] as const).map((one) =>
    numberAt(book, name(one)),
  );
  if (actual === undefined || before === undefined || before === 0 || stands === undefined) return undefined;
  const percent = traits.comparison === "percent";
  const value = percent ? actual - before : (actual / before - 1) * 100;
  const whole = percent && traits.kind === "count";
  return changed(name(role), derivedCell(value, whole ? 0 : 1), stands);
};

/** A comparison with a same period that is not known, as if it were zero. */
const missingAsZero: Maker = (book, role, chance) => {
  const { name } = anyRow(book, chance);
  const actual = numberAt(book, name("actual"));
  if (actual === undefined || actual === 0 || book.form.blankMeansNone) return undefined;
  if ((cleanCell(book, name("samePeriod"))?.value ?? null) !== null) return undefined;
  return changed(name(role), derivedCell(actual), undefined);
};

const rowDeleted: Maker = (book, _, chance) => {
  const { row } = anyRow(book, chance);
  return { cells: new Map(), deleted: row.code, wrong: [`${row.code}  label`] };
};

/** Two neighbouring rows exchanged, in one column or in all of them. */
const rowsSwapped: Maker = (book, role, chance) => {
  const at = chance.whole(book.form.rows.length - 1);
  const [first, second] = [book.form.rows[at]!, book.form.rows[at + 1]!];
  if (!isIndicator(first) || !isIndicator(second)) return undefined;
  const whole = chance.next() < 0.5;
  const roles: readonly FigureRole[] = whole ? [...INPUTS, ...DERIVED] : [role];
  const cells = new Map<CellName, Cell | undefined>();
  for (const measure of book.form.measures) {
    for (const one of roles) {
      if (book.style === "formulas" && one.startsWith("vs")) continue;
      const [a, b] = [first, second].map(({ code }) => nameOf(code, measure.id, one)) as [string, string];
      const [before, after] = [cleanCell(book, a), cleanCell(book, b)];
      if ((before?.value ?? null) === (after?.value ?? null)) continue;
      cells.set(a, after);
      cells.set(b, before);
    }
  }
  return cells.size === 0 ? undefined : { cells, wrong: [...cells.keys()] };
};

/** A part was changed, with all that is reckoned from it, but not the total. */
const totalStale: Maker = (book, role, chance) => {
  const total = chance.pick(book.form.indicators);
  const part = book.form.byCode.get(total.total ? chance.pick(total.total.codes) : "");
  if (!total.total || !isIndicator(part) || part.total || part.sameAs.length > 0) return undefined;
  const name = (code: string, one: FigureRole) => nameOf(code, "", one);
  const before = numberAt(book, name(part.code, role));
  if (before === undefined || numberAt(book, name(total.code, role)) === undefined) return undefined;
  const now = Math.round(before * (1 + (chance.next() < 0.5 ? -1 : 1) * (0.03 + 0.25 * chance.next())));
  if (now === before) return undefined;
  const figures = (one: InputRole) => (one === role ? now : numberAt(book, name(part.code, one)));
  const cells = new Map<CellName, Cell | undefined>([[name(part.code, role), { value: now, format: "#,##0" }]]);
  const [actual, plan, samePeriod] = [figures("actual"), figures("plan"), figures("samePeriod")];
  if (book.style === "typed" && actual !== undefined) {
    if (plan && role !== "samePeriod") cells.set(name(part.code, "vsPlan"), derivedCell((actual / plan) * 100));
    if (samePeriod && role !== "plan")
      cells.set(name(part.code, "vsSamePeriod"), derivedCell((actual / samePeriod - 1) * 100));
  }
  for (const rate of book.form.indicators) {
    // Rates of the part follow it; with their own comparisons they would need more than one hand to stay right.
    if (rate.formula?.codes.includes(part.code)) return undefined;
  }
  const typed = book.style === "typed" ? DERIVED.map((one) => name(total.code, one)) : [];
  return { cells, wrong: [name(total.code, role), ...typed] };
};

export interface KindOfMistake {
  readonly kind: string;
  readonly roles: readonly FigureRole[];
  readonly make: Maker;
}

const ALL: readonly FigureRole[] = [...INPUTS, ...DERIVED];

/** Every kind, with the columns over which it is spread evenly. */
export const KINDS: readonly KindOfMistake[] = [
  ...Object.keys(SLIPS).map((kind) => ({
    kind,
    roles: kind === "thousands dot as decimal" ? INPUTS : ALL,
    make: slip(kind),
  })),
  { kind: "stale derived cell", roles: DERIVED, make: stale },
  { kind: "TH changed, both comparisons left", roles: DERIVED, make: bothStale },
  { kind: "wrong method", roles: ["vsSamePeriod"], make: wrongMethod },
  { kind: "missing taken as zero", roles: ["vsSamePeriod"], make: missingAsZero },
  { kind: "row deleted", roles: ["actual"], make: rowDeleted },
  { kind: "rows swapped", roles: INPUTS, make: rowsSwapped },
  { kind: "total not updated", roles: INPUTS, make: totalStale },
];
