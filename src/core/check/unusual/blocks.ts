/** BT5: a block of this year's figures that is last year's. */

import { writeInteger } from "../../number";
import type { FigureRow, FigureTable } from "../../table/figures";
import type { Draft } from "../finding";
import { aboutCell, isKnown } from "../rule";

/** Figures below this are equal by chance too often to tell. */
const TRIVIAL = 10;
/** In a copied block figures differ from row to row; a standing programme repeats one figure. */
const DIFFERENT = 3;

/** Runs of rows in which TH is CK, where figures change from year to year: what happens in a period, not what stands at a date. */
export function copiedBlocks(table: FigureTable): Draft[] {
  const { form } = table.binding;
  if (!form) return [];
  return form.measures.flatMap(({ id }) => {
    const drafts: Draft[] = [];
    let run: FigureRow[] = [];
    const close = () => {
      if (run.length >= form.thresholds.block && isVaried(run)) drafts.push(draftOf(run));
      run = [];
    };
    for (const row of table.rows) {
      if (row.measure.id !== id) continue;
      const { actual, samePeriod } = row.cells;
      if (!isKnown(actual) && !isKnown(samePeriod)) continue;
      if (!isKnown(actual) || !isKnown(samePeriod) || actual.value !== samePeriod.value) close();
      else if (row.traits?.accrual === "flow" && row.traits.kind === "count" && actual.value >= TRIVIAL) run.push(row);
    }
    close();
    return drafts;
  });
}

function isVaried(run: readonly FigureRow[]): boolean {
  return new Set(run.map(({ cells }) => cells.actual!.value)).size >= DIFFERENT;
}

function draftOf(run: readonly FigureRow[]): Draft {
  const [first] = run as [FigureRow];
  const last = run.at(-1)!;
  return {
    ...aboutCell("BT5", first.cells.actual!, first, {
      gap: writeInteger(run.length),
      other: `${first.cells.actual!.at}:${last.cells.actual!.at}`,
    }),
    related: run.slice(1).map(({ cells }) => cells.actual!.at),
  };
}
