/** What holds of sentences whatever the figures: they are whole, each row is told once, and a part tells a part of the whole. */

import fc from "fast-check";
import { assessTable, countStatuses } from "../../../src/core/compare/assess-table";
import { judgedCount } from "../../../src/core/compare/outlook";
import { rowHeights } from "../../../src/core/form/look";
import { recognise } from "../../../src/core/form/recognise";
import { tellSection, tellSelected, type RowArea, type Telling } from "../../../src/core/report/selected";
import { rowSentences, sectionSentence, sectionsOf } from "../../../src/core/report/sentences";
import { layoutSentences } from "../../../src/core/report/sentences-sheet";
import { summaryOf } from "../../../src/core/report/summary";
import type { FigureTable } from "../../../src/core/table/figures";
import { formById } from "../../../src/forms";
import { anyFigures, filledSheet } from "../../support/arbitraries";

const HALF = { span: "half", year: 2024 } as const;
const YEAR = { span: "year", year: 2024 } as const;
/** One measure and several, with headings of several levels. */
const SHEETS = [
  filledSheet(formById("B01")!, YEAR),
  filledSheet(formById("B03")!, HALF),
  filledSheet(formById("B04")!, HALF),
  filledSheet(formById("PL01")!, HALF),
];
const anyTable = fc.tuple(fc.constantFrom(...SHEETS), anyFigures).map(([sheet, figures]) => sheet(figures));

/** What only a programmer knows, a hole where a word should be, or marks that follow each other. */
const HOLES = /undefined|NaN|null|Infinity|\[object| {2}|^\s|\s$|\( | [,.;:]|: :|[.;,:]\.|%%/;
const holds = (property: fc.IProperty<[FigureTable]> | fc.IProperty<[FigureTable, RowArea[]]>, numRuns = 15) =>
  fc.assert(property as fc.IProperty<unknown>, { numRuns });

const silentOf = ({ silent }: Telling) => Object.values(silent).reduce((sum, count) => sum + count, 0);
const linesOf = (table: FigureTable, section: string) => sectionSentence(table, section)?.split("\n") ?? [];
const headingsOf = ({ binding: { form } }: FigureTable) => sectionsOf(form).map(({ code }) => code);

test("every row's sentence is whole, stands for one row that has TH, and comes in the order of the sheet", () => {
  holds(
    fc.property(anyTable, (table) => {
      const said = rowSentences(table);
      for (const { sentence, row } of said) {
        expect(sentence).toMatch(/^[^\p{Ll}].*\.$/u);
        expect(sentence).not.toMatch(HOLES);
        const entries = table.rows.filter((one) => one.row === row - 1);
        expect(entries.some(({ cells: { actual } }) => actual?.value !== undefined)).toBe(true);
      }
      const rows = said.map(({ row }) => row);
      expect(rows).toEqual([...new Set(rows)].sort((a, b) => a - b));
    }),
  );
});

describe("a selection", () => {
  const place = fc.integer({ min: -3, max: 70 });
  const anyAreas = fc.array(
    fc.tuple(place, fc.nat(12)).map(([top, more]): RowArea => ({ top, bottom: top + more })),
    { maxLength: 4 },
  );

  test("tells of every row that is no heading its own sentence, or counts it as silent", () => {
    holds(
      fc.property(anyTable, anyAreas, (table, areas) => {
        const { byCode } = table.binding.form!;
        const headings = new Set(
          table.binding.rows.flatMap((one) => (byCode.get(one.code)?.row === "heading" ? [one.row] : [])),
        );
        const without = areas.flatMap(({ top, bottom }) =>
          Array.from({ length: bottom - top + 1 }, (_, at) => top + at)
            .filter((row) => !headings.has(row))
            .map((row) => ({ top: row, bottom: row })),
        );
        const told = tellSelected(table, without);
        expect(told.sentences.length + silentOf(told)).toBe(told.rows);
        const selected = new Set(without.map(({ top }) => top + 1));
        const own = rowSentences(table).filter(({ row }) => selected.has(row));
        expect(told.sentences).toEqual(own.map(({ cell, sentence }) => ({ cell, text: sentence })));
      }),
    );
  });

  test("tells the same whatever its areas are called by: in another order, twice, row by row", () => {
    holds(
      fc.property(anyTable, anyAreas, (table, areas) => {
        const told = tellSelected(table, areas);
        const rows = areas.flatMap(({ top, bottom }) =>
          Array.from({ length: bottom - top + 1 }, (_, at) => ({ top: top + at, bottom: top + at })),
        );
        expect(tellSelected(table, [...rows].reverse())).toEqual(told);
        expect(tellSelected(table, [...areas, ...areas])).toEqual(told);
      }),
    );
  });

  test("of a heading alone tells what its section tells, paragraph by paragraph", () => {
    holds(
      fc.property(anyTable, (table) => {
        const rowOf = new Map(table.binding.rows.map(({ row, code }) => [code, row]));
        for (const code of headingsOf(table)) {
          const row = rowOf.get(code)!;
          const { sentences } = tellSelected(table, [{ top: row, bottom: row }]);
          expect(sentences.map(({ text }) => text)).toEqual(linesOf(table, code));
        }
      }),
      8,
    );
  });
});

describe("sections", () => {
  test("part the rows: each is counted in one, and those that are not silent are those that have a sentence", () => {
    holds(
      fc.property(anyTable, (table) => {
        const told = ["", ...headingsOf(table)].map((section) => tellSection(table, section));
        const known = new Set(table.rows.flatMap(({ row, indicator }) => (indicator ? [row] : [])));
        expect(told.reduce((sum, { rows }) => sum + rows, 0)).toBe(known.size);
        const silent = told.reduce((sum, one) => sum + silentOf(one), 0);
        expect(known.size - silent).toBe(rowSentences(table).length);
        for (const { text } of told.flatMap(({ sentences }) => sentences)) {
          expect(text).toMatch(/\.$/);
          expect(text).not.toMatch(HOLES);
        }
      }),
    );
  });

  test("each is told within the one that it stands in, and says something exactly where a row of it does", () => {
    holds(
      fc.property(anyTable, (table) => {
        const form = table.binding.form!;
        const speaking = rowSentences(table).map(({ code }) => form.byCode.get(code)!.path);
        for (const code of headingsOf(table)) {
          expect(linesOf(table, code).length > 0).toBe(speaking.some((path) => path.includes(code)));
          for (const outer of form.byCode.get(code)!.path) {
            expect(linesOf(table, outer)).toEqual(expect.arrayContaining(linesOf(table, code)));
          }
        }
      }),
      8,
    );
  });

  test("are listed each once under a name that tells it from all others", () => {
    for (const form of [formById("PL02")!, formById("B03")!, formById("B01")!]) {
      const sections = sectionsOf(form);
      const headings = form.rows.filter(({ row }) => row === "heading").map(({ code }) => code);
      expect(sections.map(({ code }) => code)).toEqual(headings);
      expect(sections.every(({ label }) => label.trim() !== "")).toBe(true);
    }
  });
});

test("the sheet of sentences holds every word of them beside their cells, in rows that can be shown, and is no Biểu", () => {
  holds(
    fc.property(anyTable, (table) => {
      const { sentences } = tellSelected(table, [{ top: 0, bottom: 1_000 }]);
      const paragraphs = headingsOf(table).flatMap((section) => tellSection(table, section).sentences);
      const told = [...sentences, ...paragraphs];
      const layout = layoutSentences(table, told);
      const { top, bottom } = layout.body;
      expect(bottom).toBe(layout.cells.length - 1);
      const words = new Map<string, string[]>();
      for (const [cell, piece] of layout.cells.slice(top + 1)) {
        words.set(String(cell!.value), [...(words.get(String(cell!.value)) ?? []), String(piece!.value)]);
      }
      const wanted = new Map<string, string[]>();
      for (const { cell, text } of told) wanted.set(cell, [...(wanted.get(cell) ?? []), text]);
      const joined = (of: ReadonlyMap<string, string[]>) => [...of].map(([cell, texts]) => [cell, texts.join(" ")]);
      expect(joined(words)).toEqual(joined(wanted));
      expect(Math.max(0, ...rowHeights(layout).values())).toBeLessThanOrEqual(409);
      const rows = layout.cells.map((row) => Array.from(row, (cell) => cell && { value: cell.value }));
      expect(recognise({ sheet: layout.name, rows }, [table.binding.form!])).toBeUndefined();
    }),
    8,
  );
});

describe("the summary", () => {
  const NUMBERS = /(\d+)\/(\d+) chỉ tiêu/;
  const countIn = (text: string, words: RegExp) => Number(words.exec(text)?.[1] ?? 0);

  test("tells each assessment once, and its counts add up to those that were judged", () => {
    holds(
      fc.property(anyTable, (table) => {
        const { form, period } = table.binding;
        const assessments = assessTable(table);
        const counts = countStatuses(assessments);
        const said = summaryOf(assessments, period, form);
        expect(said).not.toMatch(HOLES);
        if (assessments.length > 0) expect(said).toMatch(/\.$/);
        const [, met = "0", all = "0"] = NUMBERS.exec(said) ?? [];
        const onPace = countIn(said, /(\d+) chỉ tiêu đạt tiến độ/);
        const unmet = countIn(said, /có (\d+) chỉ tiêu (?:không hoàn thành|chưa đạt) là/);
        const behind = countIn(said, /có (\d+) chỉ tiêu chậm tiến độ là/);
        const missing = countIn(said, /Có (\d+) chỉ tiêu thiếu số liệu/);
        const notJudged = countIn(said, /Có (\d+) chỉ tiêu không đánh giá/);
        expect(Number(met) + onPace + unmet + behind).toBe(Number(all));
        expect(Number(all)).toBe(judgedCount(counts));
        expect(Number(all) + missing + notJudged).toBe(assessments.length);
        // Every late target is listed, numbered from 1 in each of the two lists.
        const numbers = [...said.matchAll(/\((\d+)\) /g)].map(([, number]) => Number(number));
        const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1);
        expect(numbers.filter((number) => number <= 60)).toEqual([...upTo(unmet), ...upTo(behind)]);
      }),
    );
  });

  test("counts the same whatever the order of the rows", () => {
    holds(
      fc.property(anyTable, (table) => {
        const { form, period } = table.binding;
        const assessments = assessTable(table);
        const counted = (said: string) => said.match(/\d+(?:\/\d+)? chỉ tiêu/g);
        expect(counted(summaryOf([...assessments].reverse(), period, form))).toEqual(
          counted(summaryOf(assessments, period, form)),
        );
      }),
      8,
    );
  });
});
