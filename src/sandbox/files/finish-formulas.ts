/** The last touches on formulas in a worksheet part: results that are errors, and formulas that fill an area. */

import { placeKey } from "../../xlsx/edit-cells";
import { scanSheet } from "../../xlsx/sheet";
import { applySplices, encodeXml, type Splice } from "../../xlsx/xml";

/** What a formula still lacks in the file. */
export interface FormulaFinish {
  /** The error that the formula came to. */
  readonly error?: string;
  /** The area that the formula fills; files know that as an array formula. */
  readonly ref?: string;
}

/** Adds what is missing; `finishes` is by place. */
export function finishFormulas(xml: string, finishes: ReadonlyMap<number, FormulaFinish>): string {
  if (finishes.size === 0) return xml;
  const splices: Splice[] = [];
  scanSheet(xml, {
    cell(cell) {
      const finish = finishes.get(placeKey(cell));
      if (!finish || !cell.formula) return;
      const { start, end } = cell.formula;
      // Our own writer gives a formula's tag no attributes.
      if (finish.ref) splices.push({ start: start + 2, end: start + 2, text: ` t="array" ref="${finish.ref}"` });
      if (finish.error === undefined) return;
      const type = cell.attributes.find(({ name }) => name === "t");
      const behind = cell.tag.start + 1 + cell.tag.name.length;
      splices.push(
        type ? { start: type.start, end: type.end, text: "e" } : { start: behind, end: behind, text: ' t="e"' },
      );
      const error = encodeXml(finish.error);
      splices.push(cell.valueSpan ? { ...cell.valueSpan, text: error } : { start: end, end, text: `<v>${error}</v>` });
    },
  });
  return applySplices(
    xml,
    splices.sort((one, other) => one.start - other.start),
  );
}
