import { writeFigure } from "../../number";
import { written } from "../rule";
import type { Explanation } from "./explain";
import type { Suspect, SuspectFacts } from "./suspect";
import type { Variable } from "./variable";
import { isTypedOver } from "./weigh";
import { suspectWords } from "./words";

/** A cell with its explanation, as findings carry it. */
export function suspectOf(
  variable: Variable,
  { value, range, slip, comparisons }: Explanation,
  more: Pick<SuspectFacts, "mends" | "also" | "recent">,
): Suspect {
  const { cell, decimals, domain } = variable;
  const write = (figure: number) => writeFigure(figure, decimals);
  const facts: SuspectFacts = {
    stated: written(cell),
    ...(value !== undefined && { value: write(value) }),
    ...(value === undefined && {
      ...(range.low > domain.low && { from: write(range.low) }),
      ...(range.high < domain.high && { to: write(range.high) }),
    }),
    ...(slip && { slip }),
    ...more,
    typedOver: isTypedOver(variable),
    comparison: comparisons > 0,
  };
  return { cell: cell.at, ...(value !== undefined && { value }), why: suspectWords(facts, "vi"), facts };
}
