/** Copying cells within the workbook. */

import { type Area, columnCount, intersection, rowCount } from "./area";
import { copyFormula } from "./references";
import { cellAt, extentOf, holdsContent, styleAt } from "./state";
import { DEFAULT_STYLE, type Style } from "./style";
import { type Cell, type Sheet } from "./types";
import { tellEdited, tellLook } from "./write";
import { type Workbook } from "./workbook";

export interface Copying {
  readonly what: "All" | "Formulas" | "Values" | "Formats";
  readonly skipBlanks?: boolean;
  readonly transpose?: boolean;
}

/** Whole rows and columns are copied as far as they are used. */
function usedPart(sheet: Sheet, area: Area): Area {
  if (area.bottom - area.top <= 100_000 && area.right - area.left <= 1000) return area;
  const { rows, columns } = extentOf(sheet);
  const used = { top: 0, left: 0, bottom: Math.max(area.top, rows - 1), right: Math.max(area.left, columns - 1) };
  return intersection(area, used) ?? area;
}

/**
 * Where copies of an area go. A target larger than the source is filled with copies where its size is a multiple, else it
 * takes one copy from its first cell on, as pasting does.
 */
export function targetOfCopy(from: Sheet, source: Area, target: Area, transpose = false): Area {
  const used = usedPart(from, source);
  const [height, width] = transpose ? [columnCount(used), rowCount(used)] : [rowCount(used), columnCount(used)];
  const filled = (room: number, size: number) => (room % size === 0 && room < 1_000_000 ? room : size);
  return {
    ...target,
    bottom: target.top + filled(rowCount(target), height) - 1,
    right: target.left + filled(columnCount(target), width) - 1,
  };
}

/** Copies an area to another place, see {@link targetOfCopy}. */
export function copyArea(
  workbook: Workbook,
  from: Sheet,
  source: Area,
  to: Sheet,
  target: Area,
  { what, skipBlanks = false, transpose = false }: Copying,
): void {
  const { edit } = workbook;
  edit.touch();
  const used = usedPart(from, source);
  const cells: { cell: Cell | undefined; style: Style }[][] = [];
  for (let row = used.top; row <= used.bottom; row++)
    cells.push(
      Array.from({ length: columnCount(used) }, (_, across) => ({
        cell: cellAt(from, row, used.left + across),
        style: styleAt(from, row, used.left + across),
      })),
    );
  const [height, width] = transpose ? [columnCount(used), rowCount(used)] : [rowCount(used), columnCount(used)];
  const written = targetOfCopy(from, source, target, transpose);
  for (let row = 0; row < rowCount(written); row++)
    for (let column = 0; column < columnCount(written); column++) {
      const [y, x] = transpose ? [column % width, row % height] : [row % height, column % width];
      const { cell, style } = cells[y]![x]!;
      const [toRow, toColumn] = [target.top + row, target.left + column];
      const blank = !holdsContent(cell);
      if (blank && skipBlanks) continue;
      const old = cellAt(to, toRow, toColumn);
      if (what === "Formats") {
        edit.put(to, toRow, toColumn, { ...(old ?? { value: null }), style });
        continue;
      }
      const look = what === "All" ? style : styleAt(to, toRow, toColumn);
      if (blank && look === DEFAULT_STYLE) {
        edit.put(to, toRow, toColumn, undefined);
        continue;
      }
      const keepsFormula = what !== "Values" && cell?.formula !== undefined;
      edit.put(to, toRow, toColumn, {
        value: cell?.value ?? null,
        ...(keepsFormula
          ? { formula: copyFormula(cell.formula, toRow - (used.top + y), toColumn - (used.left + x)) }
          : {}),
        ...(cell?.quotePrefix ? { quotePrefix: true } : {}),
        style: look,
      });
    }
  if (what === "All" && !transpose) {
    const merges = from.merges.filter((merge) => intersection(merge, used));
    const [dy, dx] = [target.top - used.top, target.left - used.left];
    const copied = merges.map(({ top, left, bottom, right: edge }) => ({
      top: top + dy,
      bottom: bottom + dy,
      left: left + dx,
      right: edge + dx,
    }));
    to.merges = [...to.merges.filter((merge) => !copied.some((one) => intersection(one, merge))), ...copied];
  }
  if (what === "Formats") tellLook(workbook, to, written);
  else tellEdited(workbook, to, written);
}
