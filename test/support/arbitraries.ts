/** What property tests draw, where several of them draw the same. */

import fc from "fast-check";
import type { Period } from "../../src/core/form/period";

/** Any period of the years that headers may name. */
export const anyPeriod: fc.Arbitrary<Period> = fc.integer({ min: 1990, max: 2099 }).chain((year) =>
  fc.oneof(
    fc.constantFrom<Period>({ span: "half", year }, { span: "nine", year }, { span: "year", year }),
    fc
      .constantFrom(1 as const, 2 as const, 3 as const, 4 as const)
      .map((quarter): Period => ({ span: "quarter", year, quarter })),
  ),
);
