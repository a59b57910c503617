/** What users and the pane do, as data: it can be generated, shrunk, printed, and put into a test as it was printed. */

import fc from "fast-check";
import type { FillMode } from "../../../src/core/table/binding";

/** To the question whether typed results may be replaced. */
export type Answer = "replace" | "keep" | "leave";

/** Lines and columns are numbers of any size; they count round the table as it is. */
export type Operation =
  | { readonly do: "type" | "type over result"; readonly line: number; readonly column: number; readonly text: number }
  | { readonly do: "type over assessment"; readonly line: number; readonly word: string }
  | { readonly do: "paste"; readonly line: number; readonly column: number; readonly texts: readonly number[] }
  | { readonly do: "insert row" | "delete row" | "hide row" | "merge label" | "unmerge label"; readonly line: number }
  | { readonly do: "move row"; readonly line: number; readonly to: number }
  | { readonly do: "sort"; readonly ascending: boolean }
  | { readonly do: "rename sheet" | "add sheet" | "delete other sheet" | "undo in Excel" | "undo in pane" }
  | { readonly do: "fill"; readonly mode: FillMode; readonly assess: boolean; readonly answer: Answer }
  | { readonly do: "check" | "look" | "fix" | "ignore rule" | "summary" | "read" }
  /** Filling, explaining every warning, sending; with all figures typed anew before, nothing is left to mend. */
  | { readonly do: "submit"; readonly corrected: boolean }
  | { readonly do: "explain"; readonly which: number };

/** What is typed, as Excel with Vietnamese settings takes it. */
export const TEXTS: readonly { readonly typed: string; readonly held: string | number | null }[] = [
  { typed: "1.750", held: 1_750 },
  { typed: "12,5", held: 12.5 },
  { typed: "0", held: 0 },
  { typed: "480", held: 480 },
  { typed: "45", held: 45 },
  { typed: "52000", held: 52_000 },
  { typed: "-3", held: -3 },
  { typed: "", held: null },
  { typed: "'1.750", held: "1.750" },
  { typed: "'99,7", held: "99,7" },
  { typed: "-", held: "-" },
  { typed: "…", held: "…" },
  { typed: "chưa có", held: "chưa có" },
  { typed: "=1/0", held: "#DIV/0!" },
];

/** A row or column by its number, counted round where there are fewer. */
const somewhere = fc.nat({ max: 60 });
const text = fc.nat({ max: TEXTS.length - 1 });
const one = <const D extends Operation["do"]>(...dos: readonly D[]) => fc.constantFrom(...dos);

/** Typing is what happens most; what asks most of Excel happens least, so that many operations can be tried. */
export const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 110, arbitrary: fc.record({ do: one("type"), line: somewhere, column: somewhere, text }) },
  {
    weight: 14,
    arbitrary: fc.record({ do: one("type over result"), line: somewhere, column: somewhere, text: fc.nat({ max: 6 }) }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: one("type over assessment"),
      line: somewhere,
      word: fc.constantFrom("", "Đạt", "Chưa đạt", "Chờ thẩm định"),
    }),
  },
  {
    weight: 18,
    arbitrary: fc.record({
      do: one("paste"),
      line: somewhere,
      column: somewhere,
      texts: fc.array(text, { minLength: 2, maxLength: 6 }),
    }),
  },
  { weight: 26, arbitrary: fc.record({ do: one("insert row", "delete row", "hide row"), line: somewhere }) },
  { weight: 4, arbitrary: fc.record({ do: one("merge label", "unmerge label"), line: somewhere }) },
  { weight: 8, arbitrary: fc.record({ do: one("move row"), line: somewhere, to: somewhere }) },
  { weight: 5, arbitrary: fc.record({ do: one("sort"), ascending: fc.boolean() }) },
  { weight: 6, arbitrary: fc.record({ do: one("rename sheet", "add sheet", "delete other sheet") }) },
  { weight: 12, arbitrary: fc.record({ do: one("undo in Excel") }) },
  { weight: 3, arbitrary: fc.record({ do: one("undo in pane") }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: one("fill"),
      mode: fc.constantFrom<FillMode>("functions", "formulas", "values"),
      assess: fc.boolean(),
      answer: fc.constantFrom<Answer>("replace", "keep", "leave"),
    }),
  },
  { weight: 5, arbitrary: fc.record({ do: one("look", "read") }) },
  { weight: 2, arbitrary: fc.record({ do: one("check", "fix") }) },
  { weight: 1, arbitrary: fc.record({ do: one("explain"), which: somewhere }) },
  { weight: 1, arbitrary: fc.record({ do: one("ignore rule", "summary") }) },
  { weight: 1, arbitrary: fc.record({ do: one("submit"), corrected: fc.constantFrom(true, true, true, false) }) },
);
