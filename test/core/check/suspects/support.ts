/** Small tables whose cells are called by the codes of their rows, for the tests of the search for cells to blame. */

import { haveCommon } from "../../../../src/core/check/suspects/comparisons";
import type { Constraint } from "../../../../src/core/check/suspects/constraint";
import { networkOf, type Network } from "../../../../src/core/check/suspects/network";
import type { Form } from "../../../../src/core/form/types";
import { meta } from "../../form/support";
import { tableOf } from "../../table/support";

/** Columns for figures that are compared with nothing; TH is column D. */
export const INPUTS = meta(["code", "label", "plan", "actual"]);

interface TableWith {
  readonly network: Network;
  /** The relations that the figures do not keep. */
  readonly broken: readonly Constraint[];
  readonly cellOf: (code: string) => string;
  readonly codeAt: (cell: string) => string;
}

/** The relations between figures that stand as TH in the rows of a form. */
export function tableWith(form: Form, figures: Readonly<Record<string, number>>): TableWith {
  const codes = Object.keys(figures);
  const table = tableOf(
    form,
    codes.map((code) => [code, null, figures[code]!]),
  );
  const network = networkOf(table, form);
  for (const row of table.rows) network.enter(row, "actual");
  const cells = new Map(table.rows.map(({ code, cells: { actual } }) => [code!, actual!.at]));
  const codeOf = new Map([...cells].map(([code, at]) => [at, code]));
  const constraints = new Set([...cells.values()].flatMap((at) => network.around(at)));
  const broken = [...constraints].filter(({ cells: own, narrow }) => {
    const stated = own.map(({ at }) => network.variable(at).stated);
    return !haveCommon(narrow(0, stated), stated[0]!);
  });
  return { network, broken, cellOf: (code) => cells.get(code)!, codeAt: (at) => codeOf.get(at)! };
}
