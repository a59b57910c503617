/**
 * What was worked out of a table's rows, kept for the table that follows it by a change of some figures.
 *
 * A work is a pure function of a table and a subject (a row, a relation). While it runs, the rows that it looks up are
 * written down; it is done again only where one of them was replaced. So nobody lists by hand what depends on what, and
 * a check of the followed table runs the very code of a whole check and cannot come to another result.
 *
 * What a work may use: its arguments, the binding, the rows (by code, by place in the sheet, or all), labels and headers
 * of the grid, and {@link fact}s. Figures are read from rows, never from the grid; results are never changed afterwards.
 */

import type { FigureRow, FigureTable } from "./figures";

type Work<Arguments extends readonly unknown[], Result> = (table: FigureTable, ...given: Arguments) => Result;
/** A work of any shape, as a key. */
type AnyWork = object;
type Fact = string | number | boolean;

interface Entry {
  readonly given: readonly unknown[];
  readonly result: unknown;
  /** The rows that were looked up; "all" where every row was, so that any change makes it stale. */
  readonly reads: Reads;
  stale: boolean;
}

type Reads = ReadonlySet<FigureRow> | "all";

/** What one work has looked up so far. */
interface Recorder {
  readonly rows: Set<FigureRow>;
  all: boolean;
}

interface Store {
  /** The table as works see it: it writes down what is looked up. */
  watched: FigureTable;
  readonly entries: Map<AnyWork, Map<unknown, Entry[]>>;
  readonly readers: Map<FigureRow, Set<Entry>>;
  /** Entries that read every row. */
  readonly whole: Set<Entry>;
  readonly facts: Map<(table: FigureTable) => Fact, Fact>;
  readonly running: Recorder[];
}

const stores = new WeakMap<FigureTable, Store>();
const onces = new WeakMap<FigureTable, Map<AnyWork, unknown>>();

/** From now on what is worked out of a table is kept, for {@link passOn}. */
export function keepWorks(table: FigureTable): void {
  if (stores.has(table)) return;
  open(table, {
    watched: table,
    entries: new Map(),
    readers: new Map(),
    whole: new Set(),
    facts: new Map(),
    running: [],
  });
}

function open(table: FigureTable, store: Store): void {
  store.watched = watched(table, store);
  stores.set(table, store);
  stores.set(store.watched, store);
}

/**
 * The result of a work. Of a table whose works are kept it is that of before, as long as nothing that the work looked up
 * was replaced; of any other table it is worked out.
 *
 * @param given the subject first; the work's arguments are compared by identity
 */
export function kept<Arguments extends readonly [unknown, ...unknown[]], Result>(
  table: FigureTable,
  work: Work<Arguments, Result>,
  ...given: Arguments
): Result {
  const store = stores.get(table);
  if (!store) return work(table, ...given);
  const own = entriesOf(store, work, given[0]);
  const entry = freshIn(own, given) ?? workOut(store, work, given, own);
  passToOuter(store, entry);
  // A work is called with the arguments of its own type, and gives a result of its own type.
  return entry.result as Result;
}

/** Plain loops: a long form asks this some ten thousand times after every change. */
function freshIn(own: readonly Entry[], given: readonly unknown[]): Entry | undefined {
  for (const entry of own) {
    if (entry.stale) continue;
    let index = 0;
    // The subject is the same; it is what the entry was found by.
    do index += 1;
    while (index < given.length && entry.given[index] === given[index]);
    if (index >= given.length && entry.given.length === given.length) return entry;
  }
  return undefined;
}

/** What is worked out of a table as a whole, once however often it is asked for. */
export function once<Result>(table: FigureTable, work: Work<readonly [], Result>): Result {
  if (stores.has(table)) return kept(table, atLarge, work) as Result;
  const results = onces.get(table) ?? new Map<AnyWork, unknown>();
  onces.set(table, results);
  if (!results.has(work)) results.set(work, work(table));
  return results.get(work) as Result;
}

const atLarge = (table: FigureTable, work: Work<readonly [], unknown>): unknown => work(table);

/**
 * What a table as a whole is that many works go by, such as which columns are empty. Where it changes nothing is passed
 * on, so it must be something that seldom does.
 */
export function fact<Value extends Fact>(table: FigureTable, work: (table: FigureTable) => Value): Value {
  const store = stores.get(table);
  if (!store) return once(table, work);
  if (!store.facts.has(work))
    store.facts.set(
      work,
      aside(store, () => work(store.watched)),
    );
  return store.facts.get(work) as Value;
}

/**
 * Passes on what was worked out of a table to the one that follows it. The table before keeps nothing.
 *
 * @param replaced rows of the table before that are others now
 * @returns whether anything was passed on
 */
export function passOn(before: FigureTable, table: FigureTable, replaced: readonly FigureRow[]): boolean {
  const store = stores.get(before);
  if (!store) return false;
  stores.delete(before);
  stores.delete(store.watched);
  for (const [work, value] of store.facts) if (work(table) !== value) return false;
  for (const row of replaced) {
    for (const entry of store.readers.get(row) ?? []) makeStale(store, entry);
    store.readers.delete(row);
    for (const own of store.entries.values()) own.delete(row);
  }
  if (replaced.length > 0) for (const entry of store.whole) makeStale(store, entry);
  open(table, store);
  return true;
}

function makeStale(store: Store, entry: Entry): void {
  entry.stale = true;
  store.whole.delete(entry);
  if (entry.reads !== "all") for (const row of entry.reads) store.readers.get(row)?.delete(entry);
}

function entriesOf({ entries }: Store, work: AnyWork, subject: unknown): Entry[] {
  let bySubject = entries.get(work);
  if (!bySubject) entries.set(work, (bySubject = new Map<unknown, Entry[]>()));
  let own = bySubject.get(subject);
  if (!own) bySubject.set(subject, (own = []));
  return own;
}

function workOut<Arguments extends readonly unknown[]>(
  store: Store,
  work: Work<Arguments, unknown>,
  given: Arguments,
  own: Entry[],
): Entry {
  const recorder: Recorder = { rows: new Set(), all: false };
  for (const item of given) if (isRow(item)) recorder.rows.add(item);
  store.running.push(recorder);
  let result: unknown;
  try {
    result = work(store.watched, ...given);
  } finally {
    store.running.pop();
  }
  const entry: Entry = { given, result, reads: recorder.all ? "all" : recorder.rows, stale: false };
  if (entry.reads === "all") store.whole.add(entry);
  else {
    for (const row of entry.reads) {
      const readers = store.readers.get(row) ?? new Set();
      store.readers.set(row, readers);
      readers.add(entry);
    }
  }
  own.splice(0, own.length, ...own.filter(({ stale }) => !stale), entry);
  return entry;
}

/** Rows are the only arguments of works that have cells. */
const isRow = (item: unknown): item is FigureRow => typeof item === "object" && item !== null && "cells" in item;

/** A work that asks another rests on what that one looked up. */
function passToOuter({ running }: Store, { reads }: Entry): void {
  const outer = running.at(-1);
  if (!outer || outer.all) return;
  if (reads === "all") outer.all = true;
  else for (const row of reads) outer.rows.add(row);
}

function aside<Result>({ running }: Store, work: () => Result): Result {
  running.push({ rows: new Set(), all: true });
  try {
    return work();
  } finally {
    running.pop();
  }
}

function watched(table: FigureTable, { running }: Store): FigureTable {
  const note = (row: FigureRow | undefined): FigureRow | undefined => {
    const recorder = running.at(-1);
    if (row && recorder && !recorder.all) recorder.rows.add(row);
    return row;
  };
  const noteAll = () => {
    const recorder = running.at(-1);
    if (recorder) recorder.all = true;
  };
  return {
    ...table,
    byCode: { get: (key) => note(table.byCode.get(key)) },
    bySheetRow: { get: (row) => note(table.bySheetRow.get(row)) },
    // Handing on the table without looking at its rows is no reading of them.
    rows: new Proxy(table.rows, {
      get: (rows, name) => {
        noteAll();
        const value: unknown = Reflect.get(rows, name);
        return typeof value === "function" ? (value.bind(rows) as unknown) : value;
      },
    }),
  };
}
