import fc from "fast-check";
import { checkFigures } from "../../../src/core/check/engine";
import { readAgain } from "../../../src/core/check/live";
import { relationsOf } from "../../../src/core/check/relations";
import { otherCodes } from "../../../src/core/check/relations-by-code";
import { partOf } from "../../../src/core/check/suspects/parts";
import { layoutForm } from "../../../src/core/form/layout";
import { parsePeriod } from "../../../src/core/form/period";
import { recognise } from "../../../src/core/form/recognise";
import type { ColumnRole, Form } from "../../../src/core/form/types";
import { learnTable } from "../../../src/core/learn/learn";
import { ownForm } from "../../../src/core/learn/own-form";
import { columnOf, type Binding } from "../../../src/core/table/binding";
import { readFigures, type FigureTable } from "../../../src/core/table/figures";
import { address, type Cell, type Grid } from "../../../src/core/table/grid";
import { allForms, formById } from "../../../src/forms";
import { loadOwnForm } from "../../../src/forms/own";
import { asPrinted, asTyped, type Annex } from "../../support/published";
import { count, formOf, grid, headerOf, rate } from "../form/support";
import { rowsOf as rowsOfForm } from "./support";

/** A place in the table, as shares of what there is to choose from. */
interface Place {
  readonly down: number;
  readonly across: number;
}

type Edit =
  /** A figure is typed: a content, or what is made of the cells around it. */
  | (Place & { readonly kind: "figure"; readonly to: Cell | "blank" | "times ten" | "as above" | "as beside" })
  | (Place & { readonly kind: "block blank" })
  | (Place & { readonly kind: "label" | "code" | "header"; readonly to: string })
  | (Place & { readonly kind: "row away" | "row twice" | "row new" | "rows swapped" });

const content = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom<Extract<Edit, { kind: "figure" }>["to"]>("times ten", "as above", "as beside"),
  },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 3_000_000 }).map((value): Cell => ({ value })) },
  { weight: 2, arbitrary: fc.integer({ min: -50, max: 2_000 }).map((value): Cell => ({ value: value / 10 })) },
  { weight: 3, arbitrary: fc.constant("blank" as const) },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom(
        "1.234",
        "1,234",
        "12,5",
        "1.234.567",
        "12.5",
        "-",
        "…",
        "...",
        "≥ 95",
        "không có",
        "95%",
        "=A1",
        " ",
      )
      .map((value): Cell => ({ value })),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Cell>(
      { value: { error: "#DIV/0!" } },
      { value: { error: "#REF!" } },
      { value: null, formula: "E5/D5*100" },
      { value: 12, formula: "6+6" },
      { value: 99.7, formula: "ROUND(E5/D5*100,1)" },
      { value: true },
      { value: 0.987, format: "0.0%" },
      { value: 51, format: "0.0" },
    ),
  },
);

const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const place = { down: share, across: share };

/** Mostly figures; what the table is made of once in a while. */
const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 24, arbitrary: fc.record({ ...place, kind: fc.constant("figure" as const), to: content }) },
  { weight: 1, arbitrary: fc.record({ ...place, kind: fc.constant("block blank" as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      ...place,
      kind: fc.constantFrom("label" as const, "code" as const, "header" as const),
      to: fc.constantFrom("", "Số khác", "PL02_NHDS_002", "MT_03", "Ước TH 9T.2024", "=HYPERLINK(1)"),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      ...place,
      kind: fc.constantFrom("row away" as const, "row twice" as const, "row new" as const, "rows swapped" as const),
    }),
  },
);

const at = <T>(items: readonly T[], part: number): T | undefined => items[Math.floor(part * items.length)];

/** The rows of a table, those of nobody's form too. */
const rowsOf = ({ rows, unbound }: Binding) => [...rows, ...unbound].map(({ row }) => row);

interface Edited {
  readonly grid: Grid;
  /** The cells that were typed into; none where cells moved. */
  readonly typed: readonly string[];
}

/** The grid after an edit, read anew: no cell is the same object. */
function after(grid: Grid, binding: Binding, one: Edit): Edited {
  const rows = grid.rows.map((row) => row.map((cell) => cell && { ...cell }));
  const row = at(rowsOf(binding), one.down)!;
  const put = (where: number, column: number, cell: Cell | undefined): Edited => {
    (rows[where] ??= [])[column] = cell;
    return { grid: { ...grid, rows }, typed: [address(where, column)] };
  };
  const moved = (changed: readonly (readonly (Cell | undefined)[])[]): Edited => ({
    grid: { ...grid, rows: changed, ...(grid.merges && { merges: [] }) },
    typed: [],
  });
  const words: readonly ColumnRole[] = ["tt", "label", "code", "unit"];
  const figures = binding.columns.filter(({ role }) => !words.includes(role));
  const { column } = at(figures, one.across)!;
  const was = rows[row]?.[column];
  switch (one.kind) {
    case "figure":
      if (one.to === "blank") return put(row, column, undefined);
      if (one.to === "as above") return put(row, column, rows[row - 1]?.[column]);
      if (one.to === "as beside") return put(row, column, rows[row]?.[at(figures, one.down)!.column]);
      if (one.to !== "times ten") return put(row, column, one.to);
      return put(row, column, typeof was?.value === "number" ? { ...was, value: was.value * 10 } : was);
    case "block blank":
      for (const figure of figures) put(row, figure.column, undefined);
      return { grid: { ...grid, rows }, typed: [] };
    case "label":
    case "code":
      return put(row, columnOf(binding, one.kind)?.column ?? 0, one.to === "" ? undefined : { value: one.to });
    case "header":
      return put(binding.header.bottom, column, one.to === "" ? undefined : { value: one.to });
    case "row away":
      return moved(rows.filter((_, index) => index !== row));
    case "row twice":
      return moved([...rows.slice(0, row), rows[row]!.map((cell) => cell && { ...cell }), ...rows.slice(row)]);
    case "row new":
      return moved([...rows.slice(0, row), [undefined, { value: "Chỉ tiêu thêm" }, { value: 5 }], ...rows.slice(row)]);
    case "rows swapped": {
      const other = at(rowsOf(binding), one.across)!;
      [rows[row], rows[other]] = [rows[other]!, rows[row]!];
      return moved(rows);
    }
  }
}

/** A sheet that we made, with a figure in every input cell: of rates one below a hundred. */
function filledIn(form: Form): Grid {
  const layout = layoutForm(form, parsePeriod("2024-N")!, "Sở Y tế tỉnh Lai Châu");
  const rows = layout.cells.map((row) =>
    Array.from(row, (cell): Cell | undefined => (cell?.value ? { value: cell.value } : undefined)),
  );
  form.rows.forEach((row, index) => {
    if (row.row === "heading") return;
    for (const { role, column, top } of layout.inputs) {
      const place = rows[top + index]!;
      if (role !== "plan" && role !== "laterPlan") place[column] = { value: 40 + ((index * 7 + column * 3) % 55) };
    }
  });
  return { sheet: form.id, rows, merges: layout.merges };
}

/** A form of one's own that was learned of a published table, with every relation that its figures suggest. */
function learnedFrom(grid: Grid): Form {
  const binding = recognise(grid, [])!;
  const learned = learnTable(grid, binding);
  const accepted = new Set(learned.suggestions.map(({ id }) => id));
  const made = loadOwnForm(
    ownForm(learned, binding, { id: "RIENG", title: "Biểu riêng", source: "bảng", accepted, note: () => "" }),
  );
  if (!made.ok) throw new Error(made.problems.map(({ message }) => message).join("\n"));
  return made.form;
}

/** Two parts of few rows of which relations say much: what one edit breaks the next one mends, or another row with it. */
const DENSE = formOf([
  count("TONG", "Tổng số khám", { "Bằng tổng": "NAM + NU" }),
  count("NAM", "Nam"),
  count("NU", "Nữ"),
  rate("TL", "Tỷ lệ nữ", { "Cách tính": "100 * NU / TONG" }),
  count("LON", "Tổng số lượt", { "Bằng tổng": "TONG + KHAC" }),
  count("KHAC", "Khác"),
  count("SINH", "Trẻ đẻ sống", { "Cộng dồn": "lũy kế" }),
  count("NOI", "Trẻ đẻ sống, nơi khác", { "Bằng với": "SINH" }),
  count("CAN", "Số trẻ được cân", { "Tập con của": "SINH" }),
  count("LE", "Số liệu lẻ"),
]);

const dense = grid([
  headerOf(DENSE),
  ...rowsOfForm(DENSE, {
    TONG: [2500, 1272, 1200, 50.9, 6],
    NAM: [1400, 700, 650, 50, 7.7],
    NU: [1100, 572, 550, 52, 4],
    TL: [44, 45, 45.8, 102.3, -0.8],
    LON: [3000, 1500, 1400, 50, 7.1],
    KHAC: [500, 228, 200, 45.6, 14],
    SINH: [900, 450, 430, 50, 4.7],
    NOI: [900, 450, 430, 50, 4.7],
    CAN: [850, 420, 400, 49.4, 5],
    LE: [100, 50, 40, 50, 25],
  }),
]);

const part = { ...asTyped("pl02"), rows: asTyped("pl02").rows.slice(0, 160) };

const TABLES: readonly (readonly [name: string, grid: Grid, forms: readonly Form[], runs: number])[] = [
  ["PL02 as typed", asTyped("pl02"), allForms(), 2],
  ["PL02 with Mã số, as printed", asPrinted("pl02"), allForms(), 2],
  ["PL01 with a measure for cases and one for deaths", asTyped("pl01"), allForms(), 8],
  ["MT136 as we make it", filledIn(formById("MT136")!), allForms(), 10],
  ["a form of one's own", part, [learnedFrom(part)], 8],
  ["a small form whose relations speak of every row", dense, [DENSE], 40],
  ["a table that no form describes", asTyped("pl01"), [], 12],
];

const checked = (table: FigureTable, recent: ReadonlySet<string>) => {
  const { findings, unchecked, checked: counts } = checkFigures(table, { recent });
  return { findings, unchecked, counts };
};

test.each(TABLES)(
  "%s: a check that follows changes says what a whole check says",
  (_name, start, forms, numRuns) => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        let grid = start;
        let binding = recognise(grid, forms);
        let table: FigureTable | undefined;
        let recent: readonly string[] = [];
        for (const one of [undefined, ...edits]) {
          if (one) {
            const edited = after(grid, binding!, one);
            grid = edited.grid;
            // What was changed longer ago is not suspected any more.
            recent = edited.typed.length === 0 ? [] : [...recent, ...edited.typed].slice(-3);
            binding = recognise(grid, forms);
          }
          if (!binding || rowsOf(binding).length === 0) return;
          table = readAgain(table, grid, binding);
          const own = new Set(recent);
          expect(checked(table, own)).toEqual(checked(readFigures(grid, binding), own));
        }
      }),
      { numRuns },
    );
  },
  120_000,
);

function bindingOf(grid: Grid, forms: readonly Form[] = allForms()) {
  return recognise(grid, forms)!;
}

const annex = (name: Annex) => asTyped(name);

test("a row in which nothing changed is not read again, and the changed one is", () => {
  const grid = annex("pl02");
  const before = readAgain(undefined, grid, bindingOf(grid));
  checkFigures(before);
  const place = before.rows.find(({ cells }) => typeof cells.actual?.cell?.value === "number")!;
  const rows = grid.rows.map((row) => row.map((cell) => cell && { ...cell }));
  rows[place.row]![place.cells.actual!.column] = { value: 7_654_321 };
  const now = { ...grid, rows };
  const table = readAgain(before, now, bindingOf(now));
  expect(table.rows.filter((row, index) => row !== before.rows[index]).map(({ row }) => row)).toEqual([place.row]);
});

test("a text that tells how the whole column is written changes the other figures of it too", () => {
  const grid = annex("pl02");
  const column = bindingOf(grid).columns.find(({ role }) => role === "actual")!.column;
  const [first, second] = bindingOf(grid).rows.slice(3);
  const rows = grid.rows.map((row) =>
    row.map((cell, index) => (index === column && typeof cell?.value === "string" ? undefined : cell)),
  );
  rows[first!.row]![column] = { value: "1.234" };
  const plain = { ...grid, rows };
  const before = readAgain(undefined, plain, bindingOf(plain));
  checkFigures(before);
  const told = { ...grid, rows: rows.map((row) => [...row]) };
  told.rows[second!.row]![column] = { value: "1,234.5" };
  const table = readAgain(before, told, bindingOf(told));
  const none = new Set<string>();
  expect(checked(table, none)).toEqual(checked(readFigures(told, bindingOf(told)), none));
});

test("suspects of a part of the form in which nothing changed are not searched again", () => {
  const grid = annex("pl02");
  const before = readAgain(undefined, grid, bindingOf(grid));
  const first = checkFigures(before).findings.filter(({ rule, suspects }) => rule.startsWith("QH") && suspects);
  const rows = grid.rows.map((row) => row.map((cell) => cell && { ...cell }));
  // A row of which no relation speaks.
  const place = before.rows.find(
    ({ code }) => code !== undefined && partOf(before.binding.form!, code).codes.size === 1,
  )!;
  rows[place.row]![place.cells.actual!.column] = { value: 7_654_321 };
  const now = { ...grid, rows };
  const again = checkFigures(readAgain(before, now, bindingOf(now))).findings;
  expect(first.length).toBeGreaterThan(10);
  for (const { rule, cell, suspects } of first)
    expect(again.find((finding) => finding.rule === rule && finding.cell === cell)?.suspects).toBe(suspects);
});

test("a figure copied from a row of another part is suspected for that only as long as it is the same there", () => {
  const form = [DENSE];
  const withFigures = (khac: number, sinh: number): Grid => ({
    ...dense,
    rows: dense.rows.map((row) =>
      row.map((cell, column) => {
        if (column !== 3) return cell && { ...cell };
        if (row[1]?.value === "KHAC") return { value: khac };
        return row[1]?.value === "SINH" ? { value: sinh } : cell && { ...cell };
      }),
    ),
  });
  const reasons = (table: FigureTable) =>
    checkFigures(table)
      .findings.find(({ rule, cell }) => rule === "QH1" && cell === "D6")
      ?.suspects?.map(({ facts }) => facts.slip);
  const copied = withFigures(450, 450);
  const before = readAgain(undefined, copied, bindingOf(copied, form));
  expect(reasons(before)).toContain("otherRow");
  const apart = withFigures(450, 461);
  const table = readAgain(before, apart, bindingOf(apart, form));
  expect(reasons(table)).not.toContain("otherRow");
});

describe("parts of a form", () => {
  const form = formById("B03")!;

  test("rows that relations tie together, also through others, are one part", () => {
    for (const relation of relationsOf(form))
      for (const code of otherCodes(relation)) expect(partOf(form, code)).toBe(partOf(form, relation.code));
  });

  test("every row is in one part, and no relation leads out of it", () => {
    const sizes = new Map(form.indicators.map(({ code }) => [partOf(form, code), partOf(form, code).codes.size]));
    expect([...sizes.values()].reduce((sum, size) => sum + size, 0)).toBe(form.indicators.length);
    expect(sizes.size).toBeGreaterThan(5);
  });
});
