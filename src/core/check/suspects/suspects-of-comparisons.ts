/**
 * Who is to blame where So với KH or So với cùng kỳ does not follow: mostly the comparison, which was not made anew. But
 * where a slip turns the figure that the comparisons tell of into the one that stands there, the figure comes first.
 */

import type { InputRole } from "../../form/types";
import { address } from "../../table/grid";
import { figureKey, type FigureTable } from "../../table/figures";
import type { Draft } from "../finding";
import { isKnown } from "../rule";
import { isEmptyBox, meet } from "./box";
import { haveCommon, toldByComparisons } from "./comparisons";
import { explain, type Explanation } from "./explain";
import type { Network } from "./network";
import { settle, type Budget } from "./propagate";
import type { Suspect } from "./suspect";
import { suspectOf } from "./suspect-of";
import { isCalculated, onGrid, type Variable } from "./variable";

/** A slip must say so much to be believed before a comparison that was left as it was. */
const CONVINCING = 0.45;

/** One comparison alone, to one decimal, agrees with several figures: there a slip must be of the kinds that few reach. */
const CONVINCING_ALONE = 0.9;

const INPUTS: Readonly<Record<string, readonly InputRole[]>> = {
  SS1: ["actual", "plan"],
  SS2: ["actual", "samePeriod"],
};

/**
 * The suspects of one finding of SS1 or SS2, the likeliest first.
 *
 * @returns nothing where only the comparison itself is suspected, which the finding says already
 */
export function suspectsOfComparisons(
  draft: Draft,
  table: FigureTable,
  network: Network,
  recent: ReadonlySet<string>,
  budget: Budget,
): readonly Suspect[] {
  const row = table.byCode.get(figureKey(draft.code ?? "", draft.measure ?? ""));
  const derived = draft.role === "vsPlan" || draft.role === "vsSamePeriod" ? row?.cells[draft.role] : undefined;
  if (!row?.indicator || derived?.at !== address(draft.row, draft.column) || isCalculated(derived)) return [];
  const inputs = (INPUTS[draft.rule] ?? []).flatMap((role) => {
    const cell = row.cells[role];
    if (!isKnown(cell) || isCalculated(cell)) return [];
    network.enter(row, role);
    const variable = network.variable(cell.at);
    const found = explained(variable, role, table, network, budget);
    return found ? [{ variable, explanation: found }] : [];
  });
  return inputs.map(({ variable, explanation }) =>
    suspectOf(variable, explanation, {
      mends: explanation.comparisons,
      also: [],
      recent: recent.has(variable.cell.at),
    }),
  );
}

/** Where every comparison beside an input tells of one other figure that a slip turned into what stands there. */
function explained(
  variable: Variable,
  role: InputRole,
  table: FigureTable,
  network: Network,
  budget: Budget,
): Explanation | undefined {
  const told = toldByComparisons(variable.row, role);
  const differing = told.filter((box) => !haveCommon(box, variable.stated)).length;
  const common = onGrid(variable, told.reduce(meet, variable.domain));
  if (differing === 0 || isEmptyBox(common)) return undefined;
  const settled = settle(network, [variable.cell.at], budget);
  const box = settled.kind === "possible" ? meet(settled.boxes.get(variable.cell.at)!, common) : undefined;
  const explanation = box && !isEmptyBox(box) ? explain(variable, box, table) : undefined;
  const needed = differing > 1 ? CONVINCING : CONVINCING_ALONE;
  return explanation?.value !== undefined && explanation.strength >= needed * (explanation.forced ? 1 : 0.5)
    ? explanation
    : undefined;
}
