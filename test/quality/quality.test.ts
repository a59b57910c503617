/** The measurement itself: what it starts from, what it puts in, and what it holds to be noticeable. */

import { cleanBook, nameOf, placesOf, readData, type Book } from "./book";
import type { Cell } from "../../src/core/table/grid";
import { contradictions, falseAlarms } from "./clean";
import { doubles, singles } from "./draw";
import { cleanSheet, judge } from "./judge";
import { cleanCell, KINDS, type Mistake } from "./mistakes";
import { isDetermined, violationsAround, type Sheet } from "./oracle";
import { chance } from "./random";
import { SLIPS } from "./slips";

const typed = cleanBook("pl02", "typed");
const books = [typed, cleanBook("pl02", "formulas"), cleanBook("pl01", "typed"), cleanBook("pl01", "formulas")];

/** The clean book with some figures changed. */
function changed(figures: Readonly<Record<string, number | null>>): Sheet {
  const clean = cleanSheet(typed);
  return { ...clean, cell: (name) => (name in figures ? { value: figures[name]! } : clean.cell(name)) };
}

const seen = (figures: Readonly<Record<string, number | null>>) => {
  const sheet = changed(figures);
  const violations = violationsAround(sheet, cleanSheet(typed), Object.keys(figures));
  return { by: violations.map(({ by }) => by).sort(), sheet, violations };
};

describe("the clean base", () => {
  test.each(books)("$annex with derived columns $style: nothing to say against it", (book) => {
    expect(falseAlarms(book)).toEqual([]);
    expect(contradictions(book)).toEqual([]);
  });

  test("every mended cell says why", () => {
    for (const [, , , , reason] of readData("mended.csv")) expect(reason!.length).toBeGreaterThan(10);
  });
});

describe("what could be noticed", () => {
  test("a rate that its parts do not give, and what was reckoned with it", () => {
    // 240 of 240 patients.
    expect(seen({ [nameOf("LAO_11", "", "actual")]: 90 }).by).toEqual(["rate", "vsPlan", "vsSamePeriod"]);
  });

  test("nothing of a small change that everything allows", () => {
    // 129 communes in all three columns: 129,04 would still compare as 100,0, but is no count.
    expect(seen({ [nameOf("LAO_02", "", "vsPlan")]: 100 }).by).toEqual([]);
    expect(seen({ [nameOf("LAO_01", "", "actual")]: 129.04 }).by).toEqual(["cell"]);
  });

  test("a figure far from both others of its row", () => {
    expect(seen({ [nameOf("SR_01", "", "plan")]: 240_000 }).by).toEqual(["unusual", "vsPlan"]);
    expect(seen({ [nameOf("SR_01", "", "plan")]: 48_000 }).by).toEqual(["vsPlan"]);
  });
});

describe("what the relations determine", () => {
  const determined = (figures: Readonly<Record<string, number>>) => {
    const { sheet, violations } = seen(figures);
    return isDetermined(sheet, violations, new Set(Object.keys(figures)));
  };

  test("TH is to blame where both comparisons contradict it", () => {
    expect(determined({ [nameOf("SR_01", "", "actual")]: 15_827 })).toBe(true);
  });

  test("nobody where KH may be as wrong as the comparison with it", () => {
    expect(determined({ [nameOf("SR_01", "", "plan")]: 24_900 })).toBe(false);
  });

  test("the total where another figure depends on it, not its part", () => {
    // Counselling of diabetes: the total is the sum of two, and all three are compared with the same period.
    expect(determined({ [nameOf("DTD_11", "", "actual")]: 12_086 })).toBe(true);
  });
});

describe("what is put in", () => {
  const keyOf = ({ kind, book, wrong, cells, deleted }: Mistake) =>
    JSON.stringify([kind, book.annex, book.style, wrong, [...cells], deleted]);

  test("the same for the same seed, other mistakes for another", () => {
    const [first, again, other] = [7, 7, 8].map((seed) => singles(books, 60, seed).map(keyOf));
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
    expect(doubles(books, 20, 7).map(keyOf)).toEqual(doubles(books, 20, 7).map(keyOf));
  });

  test("every kind as often, in all columns, in both books, each changing something", () => {
    const drawn = singles(books, KINDS.length * 20, 3);
    for (const { kind, roles } of KINDS) {
      const own = drawn.filter((one) => one.kind === kind);
      expect(own).toHaveLength(20);
      expect(new Set(own.map(({ book }) => book.style)).size).toBe(2);
      const columns = new Set(own.flatMap(({ wrong }) => wrong.map((name) => name.split(" ")[2])));
      if (kind !== "row deleted") for (const role of roles) expect(columns).toContain(role);
    }
    for (const { book, cells } of drawn) {
      const looks = (cell: Cell | undefined) => [cell?.value ?? null, cell?.formula];
      for (const [name, cell] of cells) expect(looks(cell)).not.toEqual(looks(cleanCell(book, name)));
    }
  });

  test("in every section of the form", () => {
    const sectionOf = (name: string) => /^[^_]*/.exec(name)![0];
    const counts = new Map<string, number>();
    for (const { book, wrong } of singles(books, KINDS.length * 150, 3)) {
      if (book.annex !== "pl02") continue;
      const section = sectionOf(wrong[0]!);
      counts.set(section, (counts.get(section) ?? 0) + 1);
    }
    for (const { code } of typed.form.indicators) expect(counts.get(sectionOf(code)) ?? 0).toBeGreaterThanOrEqual(3);
  });

  test.each([
    ["digits swapped", 21, [12]],
    ["digit dropped", 21, [1, 2]],
    ["digit doubled", 21, [221, 211]],
    ["factor of ten", 21, [210]],
    ["neighbour row's figure", 21, [35]],
    ["sign", 21, [-21]],
    ["thousands dot as decimal", 1200, [1.2]],
    ["number as text", 1200, ["1.200"]],
  ])("%s: %s becomes one of %j", (kind, from, to) => {
    for (let seed = 0; seed < 20; seed += 1) {
      const cell = SLIPS[kind]!({ value: from, format: "#,##0" }, { chance: chance(seed), neighbours: [35] });
      expect(to).toContain(typeof cell === "object" ? cell.value : cell);
    }
  });
});

test("what was said before in other words is nothing new", () => {
  // Both comparisons of the row contradict TH already; a further change of TH only changes the figures they are given.
  const name = nameOf("SR_01", "", "actual");
  const place = placesOf(typed.binding).get(name)!;
  const rows = typed.grid.rows.map((line) => [...line]);
  rows[place.row]![place.column] = { value: 15_827, format: "#,##0" };
  const already: Book = { ...typed, grid: { ...typed.grid, rows } };
  const cells = new Map([[name, { value: 15_826, format: "#,##0" }]]);
  expect(judge({ kind: "digit", book: already, cells, wrong: [name] })).toMatchObject({ found: false, accusations: 0 });
  expect(judge({ kind: "digit", book: typed, cells, wrong: [name] })).toMatchObject({ found: true });
});

test("a judged mistake tells the true cell from those that only depend on it", () => {
  const name = nameOf("LAO_11", "", "actual");
  const cells = new Map([[name, { value: 9, format: "#,##0" }]]);
  const verdict = judge({ kind: "digit dropped", book: books[1]!, cells, wrong: [name] });
  expect(verdict).toMatchObject({ revealable: true, found: true, foundAll: true, first: true });
  const elsewhere = judge({ kind: "digit dropped", book: books[1]!, cells, wrong: [nameOf("LAO_01", "", "plan")] });
  expect(elsewhere).toMatchObject({ found: false, first: false });
});

test("a figure overwritten with one of another size is accused before its comparisons, one brought up to date is not", () => {
  const name = nameOf("SR_01", "", "actual");
  const comparisons = [nameOf("SR_01", "", "vsPlan"), nameOf("SR_01", "", "vsSamePeriod")];
  const judged = (factor: number, wrong: readonly string[]) => {
    const { value } = cleanCell(typed, name)!;
    const cells = new Map([[name, { value: Math.round(Number(value) * factor), format: "#,##0" }]]);
    return judge({ kind: "overwritten", book: typed, cells, wrong });
  };
  expect(judged(2.7183, [name])).toMatchObject({ found: true, first: true });
  expect(judged(1.0617, comparisons)).toMatchObject({ found: true, first: true });
});
