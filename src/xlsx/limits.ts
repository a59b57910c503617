/** What Excel accepts in a cell. */
import { address } from "../core/table/grid";
import type { CellEdit } from "../core/table/grid";
import { WorkbookError } from "./error";
import { formulaRefused, placeRefused, valueRefused } from "./messages";
import { LAST_COLUMN, LAST_ROW } from "./sheet";

/** The longest text and the longest formula that Excel accepts in a cell. */
export const MAX_TEXT = 32_767;
const MAX_FORMULA = 8_192;

/**
 * Refuses an edit that would make a file that Excel cannot open.
 *
 * @throws {@link WorkbookError} `value-refused`
 */
export function refuseBadEdit(sheet: string, { row, column, value, formula }: CellEdit): void {
  const inside = (index: number, last: number) => Number.isInteger(index) && index >= 0 && index <= last;
  if (!inside(row, LAST_ROW) || !inside(column, LAST_COLUMN)) {
    throw new WorkbookError("value-refused", placeRefused(sheet, row, column), { sheet });
  }
  const cell = address(row, column);
  const bad =
    typeof value === "number" ? !Number.isFinite(value) : typeof value === "string" && value.length > MAX_TEXT;
  if (bad) throw new WorkbookError("value-refused", valueRefused(sheet, cell), { sheet, cell });
  if (formula !== undefined && (formula.trim() === "" || formula.length > MAX_FORMULA)) {
    throw new WorkbookError("value-refused", formulaRefused(sheet, cell), { sheet, cell });
  }
}
