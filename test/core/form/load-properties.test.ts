/** Whatever has become of the files of a form: it is loaded, or every problem is told with its place. */

import fc from "fast-check";
import Papa from "papaparse";
import { loadForm, type FormSource } from "../../../src/core/form/load";
import { isIndicator } from "../../../src/core/form/types";
import { FORM_SOURCES } from "../../../src/forms";

/** Forms of few rows, by their ids. */
const shipped = fc.constantFrom("B04", "CTCY", "MT136");

const HOSTILE = [
  ...["", " ", "0", "-1", "1e999", "NaN", "__proto__", "constructor", "A".repeat(600), "=1+1", "\u202e", "\ud800"],
  ...["A_1 +", "1/0", "config({})", "A_1(", "100 * KHONG / CO", "((((((", "cố định 9..1", "9..1", "mục", "chữ", "tiền"],
  ...['"', ";", "\n", '";"', "a;b", "ký tự lạ 🇻🇳", "~/#%", "toString"],
];
const hostile = fc.constantFrom(...HOSTILE);

/** What happens to a cell of a row file; places are taken modulo what there is. */
const change = fc.record({
  row: fc.nat(),
  column: fc.nat(),
  what: fc.oneof(
    fc.record({ kind: fc.constant("put" as const), text: hostile }),
    fc.record({ kind: fc.constant("swap" as const), row: fc.nat(), column: fc.nat() }),
    fc.record({ kind: fc.constantFrom("drop" as const, "cut" as const, "repeat" as const, "leave out" as const) }),
  ),
});
type Change = typeof change extends fc.Arbitrary<infer C> ? C : never;

function changed(rows: string, changes: readonly Change[]): string {
  const cells = rows
    .trimEnd()
    .split("\n")
    .map((line) => line.split(";"));
  for (const { row, column, what } of changes) {
    const y = row % cells.length;
    const line = cells[y]!;
    const x = column % line.length;
    if (what.kind === "put") line[x] = what.text;
    else if (what.kind === "swap") {
      const other = cells[what.row % cells.length]!;
      const at = what.column % other.length;
      [line[x], other[at]] = [other[at]!, line[x]!];
    } else if (what.kind === "drop" && line.length > 1) line.splice(x, 1);
    else if (what.kind === "cut") line[x] = line[x]!.slice(0, line[x]!.length / 2);
    else if (what.kind === "repeat") cells.splice(y, 0, [...line]);
    else if (what.kind === "leave out" && cells.length > 1) cells.splice(y, 1);
  }
  return cells.map((line) => line.join(";")).join("\n");
}

/** A value of any shape in place of a field of form.json, or beside its fields. */
const field = fc.tuple(
  fc.constantFrom("id", "version", "title", "periods", "columns", "measures", "thresholds", "missing", "source"),
  fc.oneof(
    hostile,
    fc.constantFrom<unknown>(null, 0, -1, 1e300, true, [], {}, [null], [[]]),
    fc.tuple(hostile, hostile).map(([name, value]) => ({ [name]: value })),
    fc.tuple(hostile, hostile).map(([name, value]) => [{ [name]: value }]),
  ),
);
/** A list in a list in a list, as deep as no hand would write it. */
const deep = (levels: number) => JSON.parse("[".repeat(levels) + "]".repeat(levels)) as unknown;
const alien = fc.tuple(hostile, hostile);

/** Words of a program's own failure, which no person should read. */
const NOT_FOR_PEOPLE = /undefined|\[object|\[native|null|Infinity/;

function answersForPeople(source: FormSource): void {
  const loaded = loadForm(source);
  const lines = source.rows.split("\n").length;
  for (const { line, message } of loaded.problems) {
    expect(message.trim()).not.toBe("");
    expect(message).not.toMatch(NOT_FOR_PEOPLE);
    expect(Number.isInteger(line) && line >= 0 && line <= lines).toBe(true);
  }
  expect(loaded.ok).toBe(!loaded.problems.some(({ level }) => level === "error"));
  if (!loaded.ok) return;
  // A line with a cell too many or too few would have its values under the names of others.
  const lengths = Papa.parse<string[]>(source.rows.trimEnd(), { delimiter: ";", skipEmptyLines: "greedy" }).data;
  expect(new Set(lengths.map((cells) => cells.length)).size).toBe(1);
  const { form } = loaded;
  expect(form.byCode.size).toBe(form.rows.length);
  for (const row of form.indicators) {
    const named = [
      ...(row.formula?.codes ?? []),
      ...(row.total?.codes ?? []),
      ...[row.partOf, row.subsetOf, row.newOf, row.sameAs].flat(),
    ];
    expect(named.filter((code) => code === row.code || !isIndicator(form.byCode.get(code)))).toEqual([]);
  }
}

test("a row file that was mangled is loaded, with nothing in it that it does not have, or its problems are told", () => {
  fc.assert(
    fc.property(shipped, fc.array(change, { minLength: 1, maxLength: 3 }), (id, changes) => {
      const source = FORM_SOURCES[id]!;
      answersForPeople({ ...source, rows: changed(source.rows, changes) });
    }),
    { numRuns: 40 },
  );
});

test("so is a form.json of any shape", () => {
  fc.assert(
    fc.property(shipped, fc.array(fc.oneof(field, alien), { minLength: 1, maxLength: 3 }), (id, fields) => {
      const source = FORM_SOURCES[id]!;
      answersForPeople({ ...source, meta: { ...(source.meta as object), ...Object.fromEntries(fields) } });
    }),
    {
      numRuns: 25,
      examples: [
        ["B04", [["\ud800", "0"]]],
        ["B04", [["columns", [{ "\ud83d": "" }]]]],
        ["B04", [["toString", "0"]]],
      ],
    },
  );
});

test("one of lists in lists without end is refused, wherever they stand", () => {
  const source = FORM_SOURCES["B04"]!;
  for (const name of ["periods", "columns", "notes", "lạ"]) {
    const meta = { ...(source.meta as object), [name]: [deep(100_000), deep(100_000)] };
    expect(loadForm({ ...source, meta })).toMatchObject({ ok: false, problems: [{ line: 0 }] });
  }
});

test("a form is the same however its columns stand and whatever blank lines are between its rows", () => {
  const moves = shipped.chain((id) => {
    const source = FORM_SOURCES[id]!;
    const cells = Papa.parse<string[]>(source.rows.trimEnd(), { delimiter: ";" }).data;
    const columns = cells[0]!.map((_, at) => at);
    return fc.record({
      id: fc.constant(id),
      cells: fc.constant(cells),
      order: fc.shuffledSubarray(columns, { minLength: columns.length }),
      blanks: fc.subarray(cells.map((_, at) => at)),
    });
  });
  fc.assert(
    fc.property(moves, ({ id, cells, order, blanks }) => {
      const source = FORM_SOURCES[id]!;
      const lines = cells.flatMap((line, at) => [
        ...(blanks.includes(at) ? [[""]] : []),
        order.map((column) => line[column]!),
      ]);
      const moved = loadForm({ ...source, rows: Papa.unparse(lines, { delimiter: ";" }) });
      expect(JSON.stringify(moved)).toBe(JSON.stringify(loadForm(source)));
    }),
    { numRuns: 5 },
  );
});
