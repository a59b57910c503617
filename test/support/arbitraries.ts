/** What property tests draw, where several of them draw the same. */

import fc from "fast-check";
import type { Period } from "../../src/core/form/period";
import { recognise } from "../../src/core/form/recognise";
import type { Form } from "../../src/core/form/types";
import { readFigures, type FigureTable } from "../../src/core/table/figures";
import { laidOut, type Written } from "../core/form/support";

/** Any period of the years that headers may name. */
export const anyPeriod: fc.Arbitrary<Period> = fc.integer({ min: 1990, max: 2099 }).chain((year) =>
  fc.oneof(
    fc.constantFrom<Period>({ span: "half", year }, { span: "nine", year }, { span: "year", year }),
    fc
      .constantFrom(1 as const, 2 as const, 3 as const, 4 as const)
      .map((quarter): Period => ({ span: "quarter", year, quarter })),
  ),
);

/** A cell where a figure belongs as anybody may have left it: figures of every size, and all that is written in place of one. */
export const anyFigure: fc.Arbitrary<Written> = fc.oneof(
  { arbitrary: fc.nat(5_000), weight: 3 },
  { arbitrary: fc.integer({ min: -1_000, max: 200_000 }).map((tenths) => tenths / 10), weight: 2 },
  {
    arbitrary: fc.constantFrom<Written>(
      ...[undefined, 0, "-", "…", "1.750", "87,55", "≥ 95", "<6", "trên 95%", "503/1.825", "0,38‰", "vài ca", "=1+1"],
      ...[1e-9, 123_456_789_012.5, 1e21, -0.04, true, { error: "#N/A" }, { error: "#DIV/0!" }],
      ...[
        { value: 0.987, format: "0.0%" },
        { value: 12, formula: "6+6" },
        { value: null, formula: "A1" },
      ],
    ),
    weight: 3,
  },
);

/** As many as make a table unlike from row to row. */
export const anyFigures = fc.array(anyFigure, { minLength: 1, maxLength: 31 });

/** A form's own sheet as a table whose cells hold these figures, over and over, row by row. */
export function filledSheet(form: Form, period: Period): (figures: readonly Written[]) => FigureTable {
  const unit = "Sở Y tế tỉnh Điện Biên";
  const empty = laidOut(form, period, () => undefined);
  const binding = recognise(empty, [form], { formId: form.id, period, unit })!;
  return (figures) => {
    let next = 0;
    const grid = laidOut(form, period, () => figures[next++ % figures.length]);
    return readFigures(grid, binding);
  };
}
