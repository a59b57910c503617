/** What holds of a sent copy whatever the table: it holds what was checked and nothing else, and any change of it shows. */

import fc from "fast-check";
import { copySheet } from "../../../src/core/submit/copy-sheet";
import { canonicalLines, canonicalText, fingerprintOf } from "../../../src/core/submit/fingerprint";
import { figureChanges, verifyCopy, type FigureChange } from "../../../src/core/submit/verify";
import type { FigureTable } from "../../../src/core/table/figures";
import { cellText, type Grid } from "../../../src/core/table/grid";
import { anySheet, copyBook, FORM, gridOf, read, sendableOf, withCell } from "./any-sheet";

describe("the copy of any table", () => {
  const copied = (sheet: Grid) => {
    const table = read(sheet);
    return { table, copy: copySheet(sendableOf(table), "Bản nộp") };
  };

  test("states the same figures to who reads it", () => {
    fc.assert(
      fc.property(anySheet, (sheet) => {
        const { table, copy } = copied(sheet);
        expect(canonicalText(read(gridOf(copy.layout)))).toBe(canonicalText(table));
      }),
      { numRuns: 40 },
    );
  });

  test("holds each cell's value in a place of its own, no formula, and nothing of what is hidden and not of the form", () => {
    fc.assert(
      fc.property(anySheet, (sheet) => {
        const { table, copy } = copied(sheet);
        const { binding } = table;
        const { layout, placeInCopy } = copy;
        const taken = new Set<string>();
        const codes = new Set(binding.rows.map(({ row }) => row));
        const bound = new Set(binding.columns.map((one) => one.column));
        const codeColumn = binding.columns.find(({ role }) => role === "code")?.column;
        sheet.rows.forEach((cells, row) =>
          cells.forEach((one, column) => {
            const place = placeInCopy({ row, column });
            const isBody = row > binding.header.bottom;
            if (codes.has(row) && bound.has(column)) expect(place).toBeDefined();
            if (!codes.has(row) && isBody && sheet.hiddenRows!.has(row)) expect(place).toBeUndefined();
            if (!place) return;
            expect(taken.has(`${place.row} ${place.column}`)).toBe(false);
            taken.add(`${place.row} ${place.column}`);
            const there = layout.cells[place.row]![place.column]!;
            expect(there).not.toHaveProperty("formula");
            if (typeof one?.value === "number") expect(there.value).toBe(one.value);
            else if (column !== codeColumn) expect(there.value ?? "").toBe(cellText(one));
          }),
        );
        const width = layout.widths.length;
        expect(layout.cells.every((cells) => cells.length <= width)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});

async function outcomes(sheets: readonly Grid[]) {
  const asked: string[] = [];
  const book = {
    sheets: sheets.map(({ sheet }) => sheet),
    grid: (name: string) => {
      asked.push(name);
      return sheets.find((one) => one.sheet === name)!;
    },
  };
  const verified = await verifyCopy(book, [FORM]);
  if (verified.kind !== "read") throw new Error(verified.kind);
  // In Excel each sheet is a round trip.
  expect(new Set(asked).size).toBe(asked.length);
  return { untouched: verified.slip.untouched, tables: verified.tables.map(({ outcome }) => outcome), verified };
}

describe("a copy that is verified", () => {
  const two = fc.tuple(anySheet, anySheet);
  const renamedSheets = (book: readonly Grid[]) =>
    book.map((one, at) => (at < 2 ? { ...one, sheet: `Gửi ${at}` } : one));

  test("is the same as long as nobody touched it, whatever its sheets are called and in which order they stand", async () => {
    await fc.assert(
      fc.asyncProperty(two, fc.boolean(), fc.boolean(), async (sheets, renamed, reversed) => {
        const book = await copyBook(sheets.map(read), ["THU", "THU (2)"]);
        const named = renamed ? renamedSheets(book) : book;
        const { untouched, tables } = await outcomes(reversed ? [...named].reverse() : named);
        expect([untouched, ...tables]).toEqual([true, "same", "same"]);
      }),
      { numRuns: 25 },
    );
  });

  test("of which one of two renamed sheets was deleted holds the other, and says which is gone", async () => {
    await fc.assert(
      fc.asyncProperty(two, fc.nat(1), async (sheets, gone) => {
        const book = renamedSheets(await copyBook(sheets.map(read), ["THU", "THU (2)"]));
        const { tables } = await outcomes(book.filter((_, at) => at !== gone));
        const kept = gone === 0 ? ["no-sheet", "same"] : ["same", "no-sheet"];
        // Where both sheets state the same figures nothing tells which of them is left.
        const alike = (await outcomes([...book.slice(0, 1), { ...book[0]!, sheet: "Gửi 1" }, ...book.slice(2)])).tables;
        expect([kept, ...(alike[1] === "same" ? [["same", "no-sheet"]] : [])]).toContainEqual(tables);
      }),
      { numRuns: 10 },
    );
  });

  test("with one figure changed is not the same, and that figure alone is named", async () => {
    const figure = fc.integer({ min: 1, max: 9_999 });
    await fc.assert(
      fc.asyncProperty(two, fc.nat(2), fc.nat(2), figure, fc.boolean(), async (sheets, nth, role, value, renamed) => {
        const [first, ...others] = await copyBook(sheets.map(read), ["THU", "THU (2)"]);
        const before = read(first!);
        const row = before.rows.filter(({ code }) => code !== undefined)[nth]!;
        const at = row.cells[(["plan", "actual", "samePeriod"] as const)[role]!]!;
        fc.pre(at.value !== value);
        const changed = withCell(first!, at.row, at.column, value);
        const named = figureChanges(before, read(changed));
        const own = { row: row.code, role: at.role, after: String(value), atBefore: at.at, atAfter: at.at };
        // A text tells how its column is written: without it, others of the column may be read otherwise.
        if (typeof at.cell?.value === "string") expect(named).toContainEqual(expect.objectContaining(own));
        else expect(named).toMatchObject([own]);
        const book = renamed ? renamedSheets([changed, ...others]).reverse() : [changed, ...others];
        expect((await outcomes(book)).tables).toEqual(["changed", "same"]);
      }),
      { numRuns: 15 },
    );
  });
});

describe("which figures differ", () => {
  const sides = (changes: readonly FigureChange[], swapped = false) =>
    changes
      .map(({ row, measure, role, before, after, atBefore, atAfter }) => {
        const both = [before, after, atBefore, atAfter];
        const told = swapped ? [after, before, atAfter, atBefore] : both;
        return JSON.stringify([row, measure, role, ...told]);
      })
      .sort();
  const stated = (table: FigureTable) =>
    canonicalLines(table)
      .flatMap(({ figures }) => figures.filter(({ figure }) => figure !== ""))
      .map(({ row, measure, role, figure }) => [row, measure, role, figure].join("\t"))
      .sort()
      .join("\n");

  test("is none where both state the same of every row, else it is told, from either side alike", async () => {
    const pair = fc.oneof(
      fc.tuple(anySheet, anySheet),
      fc.tuple(anySheet, fc.nat(3), fc.nat(5)).map(([sheet, up, column]): readonly [Grid, Grid] => {
        return [sheet, withCell(sheet, sheet.rows.length - 1 - up, column, 12)];
      }),
    );
    await fc.assert(
      fc.asyncProperty(pair, async ([a, b]) => {
        const [before, after] = [read(a), read(b)];
        const changes = figureChanges(before, after);
        expect(changes.length === 0).toBe(stated(before) === stated(after));
        if ((await fingerprintOf(before)) === (await fingerprintOf(after))) expect(changes).toEqual([]);
        expect(sides(figureChanges(after, before))).toEqual(sides(changes, true));
        expect(figureChanges(before, before)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});
