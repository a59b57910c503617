/**
 * Who is to blame where So với KH or So với cùng kỳ does not follow: mostly the comparison, which was not made anew. But
 * where a slip turns the figure that the comparisons tell of into the one that stands there, the figure comes first.
 */

import type { InputRole } from "../../form/types";
import { address } from "../../table/grid";
import { figureKey, type FigureTable } from "../../table/figures";
import type { Draft } from "../finding";
import { isKnown } from "../rule";
import { isEmptyBox, meet, type Box } from "./box";
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

/** Both comparisons tell of one figure where what they leave is no wider than this share of it. */
const ONE_FIGURE = 0.05;

/** How many times another figure must be apart to be no later state of the same one. */
const FAR = 2;

const INPUTS: Readonly<Record<string, readonly InputRole[]>> = {
  SS1: ["actual", "plan"],
  SS2: ["actual", "samePeriod"],
};

/**
 * The suspects of one finding of SS1 or SS2, the likeliest first.
 *
 * @param leading by A1 address the first suspects of broken relations whose mended figure the comparisons tell of as well:
 *   one change of such an input mends both, so it comes before the comparison
 * @returns nothing where only the comparison itself is suspected, which the finding says already
 */
export function suspectsOfComparisons(
  draft: Draft,
  table: FigureTable,
  network: Network,
  recent: ReadonlySet<string>,
  budget: Budget,
  leading: ReadonlyMap<string, Suspect> = new Map(),
): readonly Suspect[] {
  const row = table.byCode.get(figureKey(draft.code ?? "", draft.measure ?? ""));
  const derived = draft.role === "vsPlan" || draft.role === "vsSamePeriod" ? row?.cells[draft.role] : undefined;
  if (!row?.indicator || derived?.at !== address(draft.row, draft.column) || isCalculated(derived)) return [];
  return (INPUTS[draft.rule] ?? []).flatMap((role) => {
    const cell = row.cells[role];
    if (!isKnown(cell) || isCalculated(cell)) return [];
    const led = leading.get(cell.at);
    if (led) return [led];
    network.enter(row, role);
    const variable = network.variable(cell.at);
    const found = explained(variable, role, table, network, budget);
    if (!found) return [];
    return [suspectOf(variable, found, { mends: found.comparisons, also: [], recent: recent.has(cell.at) })];
  });
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
  if (explanation && differing > 1 && isFar(box!, variable.cell.value)) return explanation;
  const needed = differing > 1 ? CONVINCING : CONVINCING_ALONE;
  return explanation?.value !== undefined && explanation.strength >= needed * (explanation.forced ? 1 : 0.5)
    ? explanation
    : undefined;
}

/**
 * Whether the figure that both comparisons tell of is one and far from the one stated. A draft is brought up to date by
 * some percent; to another size a figure comes by being overwritten, while both comparisons still agree on what it was.
 */
function isFar({ low, high }: Box, stated: number): boolean {
  const [least, most] = [Math.min(Math.abs(low), Math.abs(high)), Math.max(Math.abs(low), Math.abs(high))];
  if (low * high <= 0 || most - least > ONE_FIGURE * most) return false;
  const size = Math.abs(stated);
  return size >= FAR * most || size * FAR <= least;
}
