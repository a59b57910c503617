/** Heights of rows and widths of columns, as members of RangeFormat. */

import { isWholeColumns, isWholeRows } from "../../workbook/area";
import { formatValue } from "../../workbook/number-format";
import { COLUMN_WIDTH, ROW_HEIGHT, cellAt } from "../../workbook/state";
import { setLines } from "../../workbook/write";
import { type Property, type WireContext, asFlag, asNumber } from "../api-class";
import { invalidArgument } from "../api-error";
import { type LookTarget } from "./look-target";
import { checkAllowed } from "./places";

/** What a protected sheet must allow for it. */
const FORMATS = { rows: "allowFormatRows", columns: "allowFormatColumns" } as const;

/** Height or width: what the lines agree on, in points. */
export const lineSize = (axis: "rows" | "columns"): Property<LookTarget> => ({
  get: (self, context) => {
    const sheet = self.sheet(context);
    const lines = axis === "rows" ? sheet.rowLines : sheet.columnLines;
    const standard = axis === "rows" ? ROW_HEIGHT : COLUMN_WIDTH;
    let first: number | undefined;
    for (const area of self.areas()) {
      const [from, to] = axis === "rows" ? [area.top, area.bottom] : [area.left, area.right];
      for (let at = from; at <= to; at++) {
        const line = lines.get(at);
        const size = line?.hidden ? 0 : (line?.size ?? standard);
        first ??= size;
        if (first !== size) return null;
      }
    }
    return first ?? standard;
  },
  set: (self, value, context) => {
    const size = asNumber(value);
    if (size < 0 || size > (axis === "rows" ? 409.5 : 1790)) throw invalidArgument();
    const sheet = self.sheet(context);
    checkAllowed(sheet, FORMATS[axis]);
    // A size of nothing hides.
    for (const area of self.areas())
      setLines(context.workbook, sheet, axis, area, size === 0 ? { hidden: true } : { size, hidden: false });
  },
});

/** Whether no line has a size of its own; setting it takes the sizes away. */
export const standardSize = (axis: "rows" | "columns"): Property<LookTarget> => ({
  get: (self, context) => {
    const sheet = self.sheet(context);
    const lines = axis === "rows" ? sheet.rowLines : sheet.columnLines;
    return self.areas().every((area) => {
      const [from, to] = axis === "rows" ? [area.top, area.bottom] : [area.left, area.right];
      for (const [at, { size }] of lines) if (size !== undefined && at >= from && at <= to) return false;
      return true;
    });
  },
  set: (self, value, context) => {
    if (!asFlag(value)) return;
    const sheet = self.sheet(context);
    checkAllowed(sheet, FORMATS[axis]);
    for (const area of self.areas()) setLines(context.workbook, sheet, axis, area, { size: undefined });
  },
});

/** Widths and heights that fit are guessed from the number of letters, as there are no fonts here. */
export function autofit(self: LookTarget, axis: "rows" | "columns", context: WireContext): void {
  const sheet = self.sheet(context);
  checkAllowed(sheet, FORMATS[axis]);
  for (const area of self.areas()) {
    if (axis === "rows") {
      setLines(context.workbook, sheet, "rows", area, { size: undefined });
      continue;
    }
    const last = isWholeColumns(area) || isWholeRows(area) ? sheet.rows.length - 1 : area.bottom;
    for (let column = area.left; column <= Math.min(area.right, area.left + 1000); column++) {
      let letters = 0;
      for (let row = area.top; row <= last; row++) {
        const cell = cellAt(sheet, row, column);
        if (cell) letters = Math.max(letters, formatValue(cell.value, cell.style.numberFormat, context.locale).length);
      }
      if (letters > 0)
        setLines(
          context.workbook,
          sheet,
          "columns",
          { ...area, left: column, right: column },
          { size: letters * 5.25 + 4 },
        );
    }
  }
}
