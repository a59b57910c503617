/** What was worked out of a table is not worked out again, unless a row that it looked up is another now. */

import { fact, keepWorks, kept, once, passOn } from "../../../src/core/table/kept";
import { figureKey, type FigureRow, type FigureTable } from "../../../src/core/table/figures";
import { FORM, tableOf } from "./support";

const CODES = ["KHAM", "GIUONG", "CHET"] as const;

function start(): FigureTable {
  const table = tableOf(FORM, [
    ["KHAM", 100, 60, 50],
    ["GIUONG", 20, 18, 17],
    ["CHET", 0, 1, 2],
  ]);
  keepWorks(table);
  return table;
}

/** The table after somebody typed into one row: that row is another object, the rest are the same. */
function after(before: FigureTable, code: string): { table: FigureTable; replaced: FigureRow } {
  const replaced = row(before, code);
  const now: FigureRow = { ...replaced };
  const rows = before.rows.map((one) => (one === replaced ? now : one));
  const table: FigureTable = {
    ...before,
    rows,
    byCode: new Map(rows.map((one) => [figureKey(one.code ?? "", one.measure.id), one])),
    bySheetRow: new Map(rows.map((one) => [one.row, one])),
  };
  return { table, replaced };
}

const row = (table: FigureTable, code: string) => table.byCode.get(figureKey(code, ""))!;

/** A work that counts how often it is done, by its subject. */
function counted<Subject>(work: (table: FigureTable, subject: Subject) => unknown) {
  const done: Subject[] = [];
  const run = (table: FigureTable, subject: Subject) => {
    done.push(subject);
    return work(table, subject);
  };
  return { done, run };
}

const lookUps: readonly (readonly [string, (table: FigureTable, code: string) => unknown])[] = [
  ["by its code", (table, code) => table.byCode.get(figureKey(code, ""))],
  ["by its place in the sheet", (table, code) => table.bySheetRow.get(CODES.indexOf(code as "KHAM") + 1)],
];

test.each(lookUps)(
  "a work that looks up a row %s is done again when that row changes, and no other is",
  (_how, work) => {
    const before = start();
    const { done, run } = counted(work);
    for (const code of CODES) kept(before, run, code);
    for (const code of CODES) expect(kept(before, run, code)).toBe(work(before, code));
    expect(done).toEqual(["KHAM", "GIUONG", "CHET"]);
    const { table, replaced } = after(before, "GIUONG");
    expect(passOn(before, table, [replaced])).toBe(true);
    for (const code of CODES) expect(kept(table, run, code)).toBe(work(table, code));
    expect(done).toEqual(["KHAM", "GIUONG", "CHET", "GIUONG"]);
  },
);

test("a work that is given a row rests on that row", () => {
  const before = start();
  const { done, run } = counted((_: FigureTable, given: FigureRow) => given.code);
  const [kham, chet] = [row(before, "KHAM"), row(before, "CHET")];
  for (const one of [kham, chet]) kept(before, run, one);
  const { table, replaced } = after(before, "KHAM");
  passOn(before, table, [replaced]);
  kept(table, run, chet);
  kept(table, run, row(table, "KHAM"));
  expect(done).toEqual([kham, chet, row(table, "KHAM")]);
});

test.each([
  ["goes through all rows", (table: FigureTable) => table.rows.filter(({ code }) => code === "KHAM").length],
  ["asks how many rows there are", (table: FigureTable) => table.rows.length],
])("a work that %s is done again whichever row changes", (_how, work) => {
  const before = start();
  const { done, run } = counted(work);
  kept(before, run, "subject");
  const { table, replaced } = after(before, "CHET");
  passOn(before, table, [replaced]);
  kept(table, run, "subject");
  expect(done).toHaveLength(2);
});

test("where no row changed nothing is done again", () => {
  const before = start();
  const { done, run } = counted((table: FigureTable) => table.rows.length);
  kept(before, run, "subject");
  const table = { ...before };
  expect(passOn(before, table, [])).toBe(true);
  kept(table, run, "subject");
  expect(done).toHaveLength(1);
});

test("a work rests on what the works that it asks looked up, also where they were done before", () => {
  const before = start();
  const inner = counted((table: FigureTable, code: string) => table.byCode.get(figureKey(code, "")));
  const outer = counted((table: FigureTable, code: string) => kept(table, inner.run, code));
  kept(before, inner.run, "KHAM");
  kept(before, outer.run, "KHAM");
  expect(inner.done).toHaveLength(1);
  const { table, replaced } = after(before, "KHAM");
  passOn(before, table, [replaced]);
  expect(kept(table, outer.run, "KHAM")).toBe(row(table, "KHAM"));
  expect(outer.done).toHaveLength(2);
});

test("a work that asks one which went through all rows is done again whichever row changes", () => {
  const before = start();
  const inner = counted((table: FigureTable) => table.rows.map(({ code }) => code));
  const outer = counted((table: FigureTable, code: string) => kept(table, inner.run, code));
  kept(before, outer.run, "KHAM");
  const { table, replaced } = after(before, "CHET");
  passOn(before, table, [replaced]);
  kept(table, outer.run, "KHAM");
  expect(outer.done).toHaveLength(2);
});

test("what a work is given besides its subject tells its results apart", () => {
  const table = start();
  const run = countedText(
    (_: FigureTable, code: string, first: string, second: string) => `${code} ${first} ${second}`,
  );
  expect(kept(table, run.work, "KHAM", "a", "b")).toBe("KHAM a b");
  expect(kept(table, run.work, "KHAM", "a", "c")).toBe("KHAM a c");
  expect(kept(table, run.work, "KHAM", "d", "b")).toBe("KHAM d b");
  expect(kept(table, run.work, "KHAM", "a", "b")).toBe("KHAM a b");
  expect(run.count()).toBe(3);
});

function countedText<Arguments extends readonly unknown[]>(work: (table: FigureTable, ...given: Arguments) => string) {
  let times = 0;
  return {
    count: () => times,
    work: (table: FigureTable, ...given: Arguments) => {
      times += 1;
      return work(table, ...given);
    },
  };
}

test("a work that fails is no work done, and the next ones are kept as before", () => {
  const table = start();
  const failing = () => {
    throw new Error("no");
  };
  expect(() => kept(table, failing, "KHAM")).toThrow("no");
  expect(() => fact(table, failing)).toThrow("no");
  const { done, run } = counted((_: FigureTable, code: string) => code);
  kept(table, run, "KHAM");
  const next = after(table, "CHET");
  passOn(table, next.table, [next.replaced]);
  kept(next.table, run, "KHAM");
  expect(done).toEqual(["KHAM"]);
});

test("of a table whose works are not kept, a work is done each time, and what is asked once is done once", () => {
  const table = tableOf(FORM, [["KHAM", 100, 60, 50]]);
  const { done, run } = counted((_: FigureTable, code: string) => code);
  kept(table, run, "KHAM");
  kept(table, run, "KHAM");
  expect(done).toHaveLength(2);
  const large = counted((one: FigureTable) => one.rows.length);
  expect([once(table, large.run as (table: FigureTable) => unknown), once(table, large.run as never)]).toEqual([1, 1]);
  expect(large.done).toHaveLength(1);
  expect(passOn(table, after(table, "KHAM").table, [])).toBe(false);
});

test("what is asked once is done again after a row that it looked up changed", () => {
  const before = start();
  let times = 0;
  const work = (table: FigureTable) => {
    times += 1;
    return row(table, "KHAM");
  };
  once(before, work);
  once(before, work);
  const other = after(before, "CHET");
  passOn(before, other.table, [other.replaced]);
  once(other.table, work);
  expect(times).toBe(1);
  const own = after(other.table, "KHAM");
  passOn(other.table, own.table, [own.replaced]);
  expect(once(own.table, work)).toBe(row(own.table, "KHAM"));
  expect(times).toBe(2);
});

test("nothing is passed on where what the whole table goes by is another", () => {
  const empty = (table: FigureTable) => table.rows.every(({ cells }) => cells.plan?.value === undefined);
  const before = start();
  const { done, run } = counted((table: FigureTable, code: string) => (fact(table, empty) ? "" : code));
  kept(before, run, "KHAM");
  const same = after(before, "CHET");
  expect(passOn(before, same.table, [same.replaced])).toBe(true);
  kept(same.table, run, "KHAM");
  expect(done).toHaveLength(1);
  const bare = { ...same.table, rows: same.table.rows.map((one) => ({ ...one, cells: {} })) };
  expect(passOn(same.table, bare, same.table.rows)).toBe(false);
  expect(kept(bare, run, "KHAM")).toBe("");
});

test("a fact does not make the work that goes by it rest on every row", () => {
  const before = start();
  const { done, run } = counted((table: FigureTable, code: string) => {
    fact(table, (one) => one.rows.length);
    return table.byCode.get(figureKey(code, ""));
  });
  kept(before, run, "KHAM");
  const { table, replaced } = after(before, "CHET");
  passOn(before, table, [replaced]);
  kept(table, run, "KHAM");
  expect(done).toHaveLength(1);
});

test("the table before keeps nothing", () => {
  const before = start();
  const { done, run } = counted((_: FigureTable, code: string) => code);
  kept(before, run, "KHAM");
  passOn(before, after(before, "CHET").table, []);
  kept(before, run, "KHAM");
  expect(done).toHaveLength(2);
  expect(passOn(before, before, [])).toBe(false);
});

test("a work that went through all rows is done once for each change, and is kept between", () => {
  let table = start();
  const { done, run } = counted((one: FigureTable, code: string) => [row(one, code), one.rows.length]);
  kept(table, run, "KHAM");
  for (const code of ["CHET", "KHAM", "GIUONG"]) {
    const next = after(table, code);
    passOn(table, next.table, [next.replaced]);
    table = next.table;
    kept(table, run, "KHAM");
    expect(kept(table, run, "KHAM")).toEqual([row(table, "KHAM"), 3]);
  }
  expect(done).toHaveLength(4);
});

test("a work that asks one which went through all rows, after rows of its own, rests on all", () => {
  const before = start();
  const all = counted((table: FigureTable) => table.rows.length);
  const one = counted((table: FigureTable, code: string) => row(table, code));
  const outer = counted((table: FigureTable, code: string) => [
    kept(table, one.run, code),
    kept(table, all.run, "all"),
    kept(table, one.run, "GIUONG"),
  ]);
  kept(before, outer.run, "KHAM");
  const { table, replaced } = after(before, "CHET");
  passOn(before, table, [replaced]);
  kept(table, outer.run, "KHAM");
  expect([outer.done.length, all.done.length, one.done.length]).toEqual([2, 2, 2]);
});

test("of one subject only that result is worked out again which looked up what changed", () => {
  const before = start();
  const run = countedText((table: FigureTable, _: string, other: string) => row(table, other).label);
  for (const other of CODES) kept(before, run.work, "KHAM", other);
  const { table, replaced } = after(before, "GIUONG");
  passOn(before, table, [replaced]);
  for (const other of CODES) expect(kept(table, run.work, "KHAM", other)).toBe(row(table, other).label);
  for (const other of CODES) kept(table, run.work, "KHAM", other);
  expect(run.count()).toBe(4);
});

test("a result is told from one with fewer or more arguments", () => {
  const table = start();
  const run = countedText((_: FigureTable, ...given: string[]) => given.join(" "));
  expect(kept(table, run.work, "KHAM", "a")).toBe("KHAM a");
  expect(kept(table, run.work, "KHAM")).toBe("KHAM");
  expect(kept(table, run.work, "KHAM", "a", "b")).toBe("KHAM a b");
  expect(kept(table, run.work, "KHAM", "a")).toBe("KHAM a");
  expect(run.count()).toBe(3);
});

test("a change of several rows is followed as one", () => {
  const before = start();
  const { done, run } = counted((table: FigureTable, code: string) => row(table, code));
  for (const code of CODES) kept(before, run, code);
  const first = after(before, "KHAM");
  const second = after(first.table, "CHET");
  passOn(before, second.table, [first.replaced, second.replaced]);
  for (const code of CODES) expect(kept(second.table, run, code)).toBe(row(second.table, code));
  expect(done.slice(3)).toEqual(["KHAM", "CHET"]);
});
