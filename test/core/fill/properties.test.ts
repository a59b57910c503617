/** What holds of filling and of carrying over, whatever the figures. */

import fc from "fast-check";
import { checkFigures } from "../../../src/core/check/engine";
import { planAssessment } from "../../../src/core/fill/assessment";
import { carryOver } from "../../../src/core/fill/carry-over";
import { planFill } from "../../../src/core/fill/fill";
import { parsePeriod } from "../../../src/core/form/period";
import { readFigures, type FigureTable } from "../../../src/core/table/figures";
import { address, cellText, type Cell, type CellEdit, type Merge } from "../../../src/core/table/grid";
import { FORM, percent, tableOf, type Written } from "../table/support";

/** The table with edits made in its sheet. */
function after(table: FigureTable, edits: readonly CellEdit[]): FigureTable {
  const rows = table.grid.rows.map((cells) => [...cells]);
  for (const { row, column, value, formula } of edits) {
    const format = rows[row]![column]?.format;
    const cell: Cell = { value, ...(formula !== undefined && { formula }), ...(format !== undefined && { format }) };
    rows[row]![column] = cell;
  }
  return readFigures({ ...table.grid, rows }, table.binding);
}

const count = fc.oneof(fc.nat(100_000), fc.constantFrom<Written>(null, "-", "…", 0, "1.750", "≥ 95", "vài ca"));
const rate = fc.oneof(
  fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10),
  fc.constantFrom<Written>(null, "-", "…", "87,55", percent(0.985)),
);
const derived = fc.constantFrom<Written>(null, 50, "xem lại", { error: "#DIV/0!" }, percent(0.5), percent(null));
const line = (code: string, figure: fc.Arbitrary<Written>) =>
  fc.tuple(fc.constant(code), figure, figure, figure, derived, derived);
const lines = fc.tuple(
  line("KHAM", count),
  line("CS", rate),
  line("GT", rate),
  line("CHET", count),
  line("Số buổi họp", count),
  line("Việc khác", count),
);

test("what was filled follows from its inputs in the eyes of the check", () => {
  fc.assert(
    fc.property(lines, (rows) => {
      const table = tableOf(FORM, rows, { byLabel: true });
      const { edits } = planFill(table, "values");
      const filled = after(table, edits);
      const touched = new Set(edits.map(({ row, column }) => `${row} ${column}`));
      const wrong = checkFigures(filled).findings.filter(
        ({ rule, row, column }) => rule.startsWith("SS") && touched.has(`${row} ${column}`),
      );
      expect(wrong.map(({ cell, message }) => `${cell} ${message}`)).toEqual([]);
    }),
  );
});

test("filling once more changes nothing, and has nothing to tell of", () => {
  fc.assert(
    fc.property(lines, (rows) => {
      const table = tableOf(FORM, rows);
      const first = planFill(table, "values");
      const again = planFill(after(table, first.edits), "values");
      expect(again.edits).toEqual(first.edits);
      expect([again.filled, again.leftBlank]).toEqual([first.filled, first.leftBlank]);
      expect(again.replaced).toEqual([]);
    }),
  );
});

test("the order of the rows changes nothing of what each is filled with", () => {
  fc.assert(
    fc.property(lines, (rows) => {
      const byCode = (given: typeof rows) =>
        planFill(tableOf(FORM, given), "values")
          .edits.map(({ row, column, value }) => [given[row - 1]![0], column, value])
          .sort((a, b) => String(a).localeCompare(String(b)));
      expect(byCode([...rows].reverse() as typeof rows)).toEqual(byCode(rows));
    }),
  );
});

test("each cell is either filled or left blank with a reason, and nothing outside the derived columns is touched", () => {
  fc.assert(
    fc.property(lines, fc.constantFrom("values" as const, "formulas" as const, "functions" as const), (rows, mode) => {
      const { edits, filled, leftBlank } = planFill(tableOf(FORM, rows), mode);
      expect(filled.vsPlan + filled.vsSamePeriod + leftBlank.length).toBe(edits.length);
      expect(edits.every(({ column }) => column === 5 || column === 6)).toBe(true);
      expect(new Set(edits.map(({ row, column }) => `${row} ${column}`)).size).toBe(edits.length);
    }),
  );
});

describe("carrying over", () => {
  const NOW = parsePeriod("2024-6T")!;
  const BEFORE = parsePeriod("2023-6T")!;
  const CODES = ["KHAM", "CS", "GT", "CHET"];

  test("what last year said of TH, this year's CK says, and carrying it over again changes nothing", () => {
    fc.assert(
      fc.property(lines, lines, (past, present) => {
        const from = tableOf(FORM, past, { period: BEFORE });
        const table = tableOf(FORM, present, { period: NOW });
        const { columns, rows } = table.binding;
        const target = { form: FORM, period: NOW, columns, rowOf: new Map(rows.map(({ code, row }) => [code, row])) };
        const carried = carryOver(from, { ...target, grid: table.grid });
        if (carried.kind !== "ready") throw new Error(carried.kind);
        const now = after(table, carried.edits);
        const doubtful = carried.left.map((one) => ("code" in one ? one.code : ""));
        for (const code of CODES) {
          const [was, is] = [from.byCode.get(`${code} `)!.cells.actual!, now.byCode.get(`${code} `)!.cells.samePeriod!];
          const nothing = was.figure.kind === "missing" && was.figure.written === "blank";
          if (nothing || doubtful.includes(code)) {
            expect(is.cell).toEqual(table.byCode.get(`${code} `)!.cells.samePeriod!.cell);
          } else expect([is.figure.kind, is.value]).toEqual([was.figure.kind, was.value]);
        }
        const again = carryOver(from, { ...target, grid: now.grid });
        expect(again).toMatchObject({ kind: "ready", edits: [], replaced: [] });
      }),
    );
  });
});

describe("the column Đánh giá", () => {
  const COLUMN = 7;
  const own = fc.constantFrom<Written>(
    null,
    "Đạt",
    "Vượt",
    "xem lại",
    " ",
    3,
    { error: "#N/A" },
    { value: "Đạt", formula: "B2" },
  );
  const periods = fc.constantFrom(undefined, parsePeriod("2024-6T"), parsePeriod("2024-N"));
  const merges = fc.option(
    fc.record({ top: fc.nat(5), left: fc.constantFrom(COLUMN - 1, COLUMN), more: fc.integer({ min: 1, max: 2 }) }),
  );
  /** A table without the column, or with one in which somebody wrote, now and then in merged cells. */
  const tables = fc
    .tuple(lines, periods, fc.option(fc.array(own, { minLength: 6, maxLength: 6 })), merges)
    .map(([rows, period, words, merged]): FigureTable => {
      const table = tableOf(FORM, rows, period ? { period } : {});
      const column = words && ["Đánh giá", ...words];
      const sheet = table.grid.rows.map((cells, row) => {
        const word = column?.[row] ?? null;
        const cell = typeof word === "object" && word !== null && "value" in word ? word : { value: word };
        return column ? [...cells, ...Array<undefined>(COLUMN - cells.length).fill(undefined), cell] : cells;
      });
      const merge: readonly Merge[] = merged
        ? [{ top: merged.top + 1, bottom: merged.top + 1 + merged.more, left: merged.left, right: COLUMN }]
        : [];
      return readFigures({ ...table.grid, rows: sheet, merges: merge }, table.binding);
    });
  const modes = fc.constantFrom("values" as const, "formulas" as const, "functions" as const);

  test("is filled in the rows of indicators alone, each cell once, and no other cell of the table is touched", () => {
    fc.assert(
      fc.property(tables, modes, (table, mode) => {
        const { edits, columns } = planAssessment(table, mode);
        const rows = new Set(table.binding.rows.map(({ row }) => row));
        for (const { row, column } of edits) {
          const place = columns.find((one) => one.column === column);
          expect(place).toBeDefined();
          expect(rows.has(row) || (place!.isNew && row <= table.binding.header.bottom)).toBe(true);
          expect(table.binding.columns.some((bound) => bound.column === column)).toBe(false);
          // What is written into a merged cell is seen in its first place alone.
          const around = table.grid.merges!.find(
            ({ top, bottom, right }) => row >= top && row <= bottom && column <= right,
          );
          if (around) expect([around.top, around.left]).toEqual([row, column]);
        }
        expect(new Set(edits.map(({ row, column }) => address(row, column))).size).toBe(edits.length);
      }),
      { numRuns: 30 },
    );
  });

  test("filled once more is the same column, and has nothing to tell of", () => {
    fc.assert(
      fc.property(tables, modes, (table, mode) => {
        const first = planAssessment(table, mode);
        const again = planAssessment(after(table, first.edits), mode);
        const words = first.edits.filter(({ row }) => row > table.binding.header.bottom);
        expect(again.edits).toEqual(words);
        expect(again.columns).toEqual(first.columns.map((column) => ({ ...column, isNew: false })));
        expect([again.added, again.replaced]).toEqual([[], []]);
        expect([again.judged, again.missing, again.leftBlank]).toEqual([first.judged, first.missing, first.leftBlank]);
      }),
      { numRuns: 30 },
    );
  });

  test("tells of each word of the user's own that it replaces, and keeps those where it has nothing to say", () => {
    fc.assert(
      fc.property(tables, modes, (table, mode) => {
        const { edits, leftBlank, replaced } = planAssessment(table, mode);
        const before = (row: number) => table.grid.rows[row]?.[COLUMN];
        const lost = edits.flatMap(({ row, column, value }) => {
          const held = before(row);
          const said = held?.formula === undefined ? cellText(held).trim() : `=${held.formula}`;
          return said === "" || said === value ? [] : [`${address(row, column)} ${said} ${value}`];
        });
        expect(replaced.map(({ at, from, to }) => `${at} ${from} ${to}`)).toEqual(lost);
        const silent = new Set(leftBlank.map(({ at }) => at));
        expect(edits.filter(({ row, column, value }) => silent.has(address(row, column)) && value)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test("agrees with the check of the same figures", () => {
    fc.assert(
      fc.property(tables, modes, (table, mode) => {
        const { edits } = planAssessment(table, mode);
        const touched = new Set(edits.map(({ row, column }) => address(row, column)));
        const wrong = checkFigures(after(table, edits)).findings.filter(
          ({ rule, cell }) => (rule === "SS8" || rule === "SS9") && touched.has(cell),
        );
        expect(wrong.map(({ cell, rule, message }) => `${cell} ${rule} ${message}`)).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });
});
