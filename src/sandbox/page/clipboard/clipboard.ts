/** Copy, cut and paste. What was copied here keeps formulas and looks; what comes from elsewhere is read as typed. */

import type { Area } from "../../host/workbook/area";
import { formatValue } from "../../host/workbook/number-format";
import { copyFormula } from "../../host/workbook/references";
import { cellAt, columnWidth, isCovered, rowHeight, styleAt, usedArea } from "../../host/workbook/state";
import type { Cell, Sheet } from "../../host/workbook/types";
import { clearArea, setContent, tellEdited, tellLook } from "../../host/workbook/write";
import type { Place } from "../grid/moves";
import { readEntry } from "../state/entry";
import type { Page } from "../state/page";
import { readTsv, writeTsv } from "./tsv";

interface Copied {
  readonly text: string;
  readonly area: Area;
  /** Where the cells stood, without what was hidden. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly cells: readonly (readonly (Cell | undefined)[])[];
  /** For a cut: where the cells still stand. */
  readonly cutFrom?: string;
}

export interface Clipboard {
  /** The text for the system's clipboard. */
  readonly copy: (cut: boolean) => string;
  readonly paste: (text: string) => void;
}

const lines = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** Makes the clipboard of a page. */
export function createClipboard(page: Page): Clipboard {
  let copied: Copied | undefined;

  const copy: Clipboard["copy"] = (cut) => {
    const sheet = page.sheet();
    const area = inUse(sheet, page.selection());
    // Hidden rows are not copied, as in Excel after a filter.
    const rows = lines(area.top, area.bottom).filter((row) => rowHeight(sheet, row) > 0);
    const columns = lines(area.left, area.right).filter((column) => columnWidth(sheet, column) > 0);
    const cells = rows.map((row) => columns.map((column) => cellAt(sheet, row, column)));
    const text = writeTsv(
      cells.map((line) =>
        line.map((cell) => (cell ? formatValue(cell.value, cell.style.numberFormat, page.locale) : "")),
      ),
    );
    copied = { text, area, rows, columns, cells, ...(cut && { cutFrom: sheet.id }) };
    return text;
  };

  const paste: Clipboard["paste"] = (text) => {
    const same = copied?.text.replace(/\r/g, "") === text.replace(/\r/g, "").replace(/\n$/, "") ? copied : undefined;
    const block = same ? same.cells : readTsv(text);
    const target = targetOf(page.selection(), block.length, block[0]?.length ?? 0);
    if (!page.mayWrite(target)) return;
    const done = page.run((workbook, sheet) => {
      if (same?.cutFrom !== undefined) {
        const from = workbook.sheet(same.cutFrom);
        if (from) clearArea(workbook, from, same.area, "All");
      }
      for (const row of lines(target.top, target.bottom)) {
        const down = (row - target.top) % block.length;
        const line = block[down]!;
        for (const column of lines(target.left, target.right)) {
          const across = (column - target.left) % line.length;
          const content = line[across];
          if (isCovered(sheet, row, column)) continue;
          if (same) {
            const from =
              same.cutFrom === undefined ? { row: same.rows[down]!, column: same.columns[across]! } : undefined;
            placeCell(page, sheet, { row, column }, content as Cell | undefined, from);
          } else {
            const { numberFormat } = styleAt(sheet, row, column);
            setContent(
              workbook,
              sheet,
              row,
              column,
              readEntry((content as string | undefined) ?? "", page.locale, numberFormat),
            );
          }
        }
      }
      tellEdited(workbook, sheet, target);
      if (same) tellLook(workbook, sheet, target);
    });
    if (!done) return;
    page.selectArea(target);
    if (same?.cutFrom !== undefined) copied = undefined;
  };

  return { copy, paste };
}

/**
 * Puts a cell in its new place.
 *
 * @param from - where it was copied from: a formula's references move along with it; undefined for a cell that was cut
 */
function placeCell(
  { workbook }: Page,
  sheet: Sheet,
  { row, column }: Place,
  cell: Cell | undefined,
  from: Place | undefined,
): void {
  workbook.edit.touch();
  if (!cell) return workbook.edit.put(sheet, row, column, undefined);
  const { formula, value, style, quotePrefix } = cell;
  workbook.edit.put(sheet, row, column, {
    value,
    style,
    ...(quotePrefix && { quotePrefix }),
    ...(formula !== undefined && {
      formula: from ? copyFormula(formula, row - from.row, column - from.column) : formula,
    }),
  });
}

/** Whole rows and columns are copied as far as they are in use. */
function inUse(sheet: Sheet, area: Area): Area {
  const used = usedArea(sheet, area, false);
  const huge = (area.bottom - area.top + 1) * (area.right - area.left + 1) > 1_000_000;
  if (!huge) return area;
  return { ...area, bottom: Math.max(area.top, used?.bottom ?? 0), right: Math.max(area.left, used?.right ?? 0) };
}

/** One cell, or a block, fills a larger selection that is a multiple of it. */
function targetOf(selection: Area, rows: number, columns: number): Area {
  const [height, width] = [selection.bottom - selection.top + 1, selection.right - selection.left + 1];
  const repeats = height * width < 1_000_000 && height % rows === 0 && width % columns === 0;
  if (repeats) return selection;
  return { ...selection, bottom: selection.top + rows - 1, right: selection.left + columns - 1 };
}
