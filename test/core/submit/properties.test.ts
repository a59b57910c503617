/** What holds of a sent copy whatever the table: it holds what was checked and nothing else, and any change of it shows. */

import fc from "fast-check";
import { checkFigures } from "../../../src/core/check/engine";
import { recognise } from "../../../src/core/form/recognise";
import { copySheet, type Sendable } from "../../../src/core/submit/copy-sheet";
import { canonicalLines, canonicalText, fingerprintOf } from "../../../src/core/submit/fingerprint";
import { gateOf } from "../../../src/core/submit/gate";
import { readSlip, slipLayout, SLIP_SHEET } from "../../../src/core/submit/slip";
import { isSlipSheet } from "../../../src/core/submit/slip-sheet";
import { figureChanges, verifyCopy, type FigureChange } from "../../../src/core/submit/verify";
import { readFigures, type FigureTable } from "../../../src/core/table/figures";
import { cellText, type Cell, type Grid } from "../../../src/core/table/grid";
import { tidy } from "../../../src/core/text/fold";
import type { SheetLayout } from "../../../src/core/form/layout";
import { anyFigure } from "../../support/arbitraries";
import { reasonsFor } from "../../support/mended";
import { count, formOf, grid, HALF_2024, heading, rate, type Written } from "../form/support";

const FORM = formOf([
  heading("KCB", "Khám chữa bệnh"),
  count("KCB_01", "Tổng số lượt khám bệnh"),
  count("KCB_02", "Số bệnh nhân điều trị nội trú"),
  rate("KCB_03", "Tỷ lệ sử dụng giường bệnh"),
  heading("DS", "Dân số"),
  rate("DS_01", "Tỷ lệ sinh con thứ ba trở lên"),
  count("DS_02", "Số trẻ đẻ sống"),
]);
const UNIT = "Sở Y tế tỉnh Điện Biên";
const HINT = { formId: FORM.id, period: HALF_2024, unit: UNIT };
const HEADER = ["Chỉ tiêu", "Mã số", "Kế hoạch năm 2024", "Thực hiện 6T.2024", "Thực hiện 6T.2023", "So với KH (%)"];
const STRANGE = ["Việc khác của phòng", "=SUM(A1:A9)", "+ Số buổi họp", "@lệnh", "Nội bộ: chưa gửi"];

const read = (sheet: Grid): FigureTable => readFigures(sheet, recognise(sheet, [FORM], HINT)!);
const sendableOf = (table: FigureTable): Sendable => ({ table, form: FORM, period: HALF_2024, unit: UNIT });

/** A sheet of the form with any figures, rows in any order, rows and a column of one's own among them, some hidden. */
const figures = fc.array(anyFigure, { minLength: 4, maxLength: 4 });
const own = fc.tuple(fc.constantFrom(...STRANGE), figures, fc.boolean(), fc.nat(6));
const anySheet = fc
  .record({
    coded: fc.boolean(),
    noted: fc.boolean(),
    rows: fc.shuffledSubarray([...FORM.rows], { minLength: 5 }),
    figures: fc.array(figures, { minLength: 7, maxLength: 7 }),
    strangers: fc.uniqueArray(own, { maxLength: 3, selector: ([label]) => label }),
    hidden: fc.nat(12),
  })
  .map(({ coded, noted, rows, figures: all, strangers, hidden }): Grid => {
    const lines = rows.map(({ label, code, row }, at): { cells: Written[]; hidden: boolean } => ({
      cells: [label, code, ...(row === "heading" ? [] : all[at]!)],
      hidden: at === hidden,
    }));
    for (const [label, cells, isHidden, at] of strangers) {
      lines.splice(at, 0, { cells: [label, undefined, ...cells], hidden: isHidden });
    }
    const body = lines.map(({ cells }, at) => [
      ...cells,
      ...Array<Written>(6 - cells.length),
      noted ? `ghi ${at}` : undefined,
    ]);
    const sheet = [[...HEADER, noted ? "Ghi chú" : undefined], ...body].map((cells) =>
      coded ? cells : cells.filter((_, column) => column !== 1),
    );
    const hiddenRows = new Set(lines.flatMap((line, at) => (line.hidden ? [at + 1] : [])));
    return grid(sheet, { hiddenRows });
  });

/** A laid-out sheet as a program reads it again. */
const gridOf = (layout: SheetLayout, sheet = layout.name): Grid => ({
  sheet,
  merges: layout.merges,
  rows: layout.cells.map((cells) =>
    Array.from(
      cells,
      (one): Cell | undefined => one && { value: one.value, ...(one.format && { format: one.format }) },
    ),
  ),
});

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
        const codeColumn = binding.columns.find(({ role }) => role === "code")?.column;
        sheet.rows.forEach((cells, row) =>
          cells.forEach((one, column) => {
            const place = placeInCopy({ row, column });
            const isBody = row > binding.header.bottom;
            if (codes.has(row) && column < 5) expect(place).toBeDefined();
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

/** The copy of some tables with its slip, as the sheets of a workbook. */
async function copyBook(tables: readonly FigureTable[], names: readonly string[], person = "Nguyễn Thị A") {
  const parts = await Promise.all(
    tables.map(async (table, at) => {
      const result = checkFigures(table);
      const gate = gateOf({ table, result, explanations: reasonsFor(table, result) });
      const { layout, placeInCopy } = copySheet(sendableOf(table), names[at]!);
      const slip = {
        ...sendableOf(table),
        sheet: names[at]!,
        gate,
        placeInCopy,
        fingerprint: await fingerprintOf(table),
      };
      return { slip, sheet: gridOf(layout) };
    }),
  );
  const slip = await slipLayout({ person, at: new Date("2024-07-10T01:00:00Z"), tables: parts.map((one) => one.slip) });
  return [...parts.map(({ sheet }) => sheet), gridOf(slip)];
}

async function outcomes(sheets: readonly Grid[]) {
  const book = {
    sheets: sheets.map(({ sheet }) => sheet),
    grid: (name: string) => sheets.find((one) => one.sheet === name)!,
  };
  const verified = await verifyCopy(book, [FORM]);
  if (verified.kind !== "read") throw new Error(verified.kind);
  return { untouched: verified.slip.untouched, tables: verified.tables.map(({ outcome }) => outcome), verified };
}

/** A sheet with one of its cells another. */
function withCell(sheet: Grid, row: number, column: number, value: Cell["value"]): Grid {
  const cells = [...sheet.rows[row]!];
  while (cells.length < column) cells.push(undefined);
  cells[column] = { value };
  return { ...sheet, rows: sheet.rows.with(row, cells) };
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
    const shown = (sheet: Grid, rows: Grid["rows"]): Grid => ({ ...sheet, rows, hiddenRows: new Set() });
    const pair = fc.oneof(
      fc.tuple(anySheet, anySheet),
      anySheet.map((sheet) => {
        const [header, ...rows] = sheet.rows;
        return [shown(sheet, sheet.rows), shown(sheet, [header!, ...rows.reverse()])] as const;
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

describe("the fingerprint", () => {
  const tenths = fc.integer({ min: 0, max: 99_999 }).map((value) => value / 10);
  const ways: readonly ((value: number) => Written)[] = [
    (value) => value,
    (value) => String(value).replace(".", ","),
    (value) => `${String(value).replace(".", ",")} `,
    (value) => ({ value, format: "#,##0.00" }),
    (value) => ({ value, formula: "A1+B1" }),
    (value) => (value / 3) * 3,
  ];
  const table = (written: readonly Written[]) =>
    read(
      grid([
        HEADER,
        ...FORM.indicators.map(({ label, code }, at): Written[] => [label, code, ...written.slice(at * 3, at * 3 + 3)]),
      ]),
    );
  const all = FORM.indicators.length * 3;
  const values = fc.array(tenths, { minLength: all, maxLength: all });

  test("is one for the same figures in whatever way they are written, another once one of them is another", async () => {
    await fc.assert(
      fc.asyncProperty(
        values,
        fc.array(fc.nat(ways.length - 1), { minLength: all, maxLength: all }),
        fc.nat(all - 1),
        tenths,
        async (figures, way, at, other) => {
          const plain = await fingerprintOf(table(figures));
          expect(await fingerprintOf(table(figures.map((value, index) => ways[way[index]!]!(value))))).toBe(plain);
          const changed = figures.map((value, index) => (index === at ? other : value));
          expect((await fingerprintOf(table(changed))) === plain).toBe(other === figures[at]);
        },
      ),
      { numRuns: 30 },
    );
  });

  test("is another for another form, version, period or unit", async () => {
    const one = table(Array<number>(all).fill(1));
    const subject = { formId: FORM.id, version: FORM.version, period: HALF_2024, unit: UNIT };
    const texts = fc.string({ minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("formId" as const, "version" as const, "unit" as const),
        texts,
        async (field, text) => {
          const same = tidy(text) === tidy(subject[field]);
          fc.pre(field === "unit" || text.trim() === text);
          expect(
            (await fingerprintOf(one, undefined, { ...subject, [field]: text })) === (await fingerprintOf(one)),
          ).toBe(same);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe("the Phiếu kiểm tra", () => {
  const words = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 20 }),
    fc.constantFrom("Trang tính", "Dấu vân tay của phiếu", " Nguyễn  Thị A ", "=1+1", "a\tb\nc", "\u200b"),
  );

  test("reads back what was put on it, and no word of it can be another unnoticed", async () => {
    await fc.assert(
      fc.asyncProperty(anySheet, words, fc.nat(200), fc.nat(4), words, async (sheet, person, row, column, word) => {
        const book = await copyBook([read(sheet)], ["THU"], person);
        const slip = book.at(-1)!;
        const said = await readSlip(slip);
        expect(said).toMatchObject({
          kind: "slip",
          person: tidy(person),
          untouched: true,
          tables: [{ sheet: "THU", formId: FORM.id, unit: UNIT }],
        });
        const end = slip.rows.findLastIndex(([first]) => first?.value === "Dấu vân tay của phiếu");
        const at = row % end;
        const spoken = (of: Grid) =>
          of.rows
            .map((cells) => cells.map((one) => tidy(cellText(one))).filter(Boolean))
            .filter(({ length }) => length > 0);
        const changed = withCell(slip, at, column, word);
        const again = await readSlip(changed);
        const same = JSON.stringify(spoken(changed)) === JSON.stringify(spoken(slip));
        expect(again.kind === "slip" && again.untouched).toBe(same);
      }),
      { numRuns: 25 },
    );
  });

  test("is known by its name in whichever way accents are written, and no other sheet is taken for it", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("NFC", "NFD", "NFKC", "NFKD"),
        fc.string({ unit: "grapheme", maxLength: 31 }),
        (form, other) => {
          expect(isSlipSheet(SLIP_SHEET.normalize(form))).toBe(true);
          expect(isSlipSheet(other)).toBe(other.normalize("NFC") === SLIP_SHEET);
          expect(isSlipSheet(`${SLIP_SHEET} (2)`)).toBe(false);
        },
      ),
      { numRuns: 20 },
    );
  });
});
