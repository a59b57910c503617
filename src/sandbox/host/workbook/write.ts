/** Changing cells, looks and sizes. Every function is called within a step. */

import { type Area, areaAddress, intersection, isWholeColumns, isWholeRows } from "./area";
import { type TypedContent } from "./input";
import { cellAt, eachCell, styleAt } from "./state";
import { DEFAULT_STYLE, type Style } from "./style";
import { type Cell, type CellValue, type Sheet } from "./types";
import { type Workbook } from "./workbook";

/** Puts typed or calculated content into a cell, leaving its look. */
export function setContent(workbook: Workbook, sheet: Sheet, row: number, column: number, content: TypedContent): void {
  const { edit } = workbook;
  edit.touch();
  const old = styleAt(sheet, row, column);
  const style =
    content.numberFormat !== undefined && old.numberFormat === "General"
      ? { ...old, numberFormat: content.numberFormat }
      : old;
  if (content.value === null && content.formula === undefined && style === DEFAULT_STYLE) {
    edit.put(sheet, row, column, undefined);
    return;
  }
  edit.put(sheet, row, column, {
    value: content.value,
    ...(content.formula === undefined ? {} : { formula: content.formula }),
    ...(content.quotePrefix ? { quotePrefix: true } : {}),
    style,
  });
}

/** Says that cells were edited, with what one single cell held. */
export function tellEdited(workbook: Workbook, sheet: Sheet, area: Area, before?: CellValue): void {
  const { edit } = workbook;
  const single = area.top === area.bottom && area.left === area.right;
  edit.tell({
    kind: "RangeEdited",
    sheet: sheet.id,
    address: areaAddress(area),
    source: edit.source(),
    ...(single && before !== undefined
      ? { details: { before, after: cellAt(sheet, area.top, area.left)?.value ?? null } }
      : {}),
  });
}

export const tellLook = (workbook: Workbook, sheet: Sheet, area: Area): void =>
  workbook.edit.tell({
    kind: "look",
    sheet: sheet.id,
    address: areaAddress(area),
    source: workbook.edit.source(),
  });

const withStyle = (cell: Cell | undefined, style: Style): Cell => (cell ? { ...cell, style } : { value: null, style });

/**
 * Changes the look of an area. Whole rows and columns remember it for cells that are not there yet.
 *
 * @param change gives the new look for the old one
 */
export function changeStyle(workbook: Workbook, sheet: Sheet, area: Area, change: (style: Style) => Style): void {
  const { edit } = workbook;
  edit.touch();
  // Cells of one look share one object, also afterwards; what looks like nothing is the default itself.
  const known = new Map<Style, Style>();
  const shared = (style: Style): Style => {
    let made = known.get(style);
    if (!made) {
      const text = JSON.stringify(change(style));
      made = [style, DEFAULT_STYLE, ...known.values()].find((one) => JSON.stringify(one) === text) ?? change(style);
      known.set(style, made);
    }
    return made;
  };
  const lines = isWholeColumns(area) ? sheet.columnLines : isWholeRows(area) ? sheet.rowLines : undefined;
  if (lines) {
    const [from, to] = isWholeColumns(area) ? [area.left, area.right] : [area.top, area.bottom];
    // A whole sheet has 16,384 columns: what is in them shares its objects.
    for (let at = from; at <= to; at++) {
      const line = lines.get(at);
      lines.set(at, { ...line, style: shared(line?.style ?? DEFAULT_STYLE) });
    }
    eachCell(sheet, area, (cell, row, column) => {
      edit.put(sheet, row, column, { ...cell, style: shared(cell.style) });
    });
  } else {
    for (let row = area.top; row <= area.bottom; row++)
      for (let column = area.left; column <= area.right; column++) {
        const old = styleAt(sheet, row, column);
        const style = shared(old);
        if (style !== old) edit.put(sheet, row, column, withStyle(cellAt(sheet, row, column), style));
      }
  }
  tellLook(workbook, sheet, area);
}

export const patchStyle = (workbook: Workbook, sheet: Sheet, area: Area, patch: Partial<Style>): void =>
  changeStyle(workbook, sheet, area, (style) => ({ ...style, ...patch }));

/** Empties cells: contents, looks or both. */
export function clearArea(workbook: Workbook, sheet: Sheet, area: Area, what: "All" | "Contents" | "Formats"): void {
  const { edit } = workbook;
  edit.touch();
  const before = cellAt(sheet, area.top, area.left)?.value ?? null;
  if (what !== "Contents") {
    for (const [lines, whole, from, to] of [
      [sheet.columnLines, isWholeColumns(area), area.left, area.right],
      [sheet.rowLines, isWholeRows(area), area.top, area.bottom],
    ] as const)
      if (whole)
        for (const [at, { style, ...rest }] of [...lines]) if (style && at >= from && at <= to) lines.set(at, rest);
    sheet.conditionalFormats = sheet.conditionalFormats.filter((format) =>
      format.areas.some((one) => {
        const shared = intersection(one, area);
        return (
          !shared ||
          shared.bottom - shared.top < one.bottom - one.top ||
          shared.right - shared.left < one.right - one.left
        );
      }),
    );
  }
  eachCell(sheet, area, (cell, row, column) => {
    // What a formula elsewhere spilled is not there to be emptied.
    if (cell.spilledFrom && what !== "Formats") return;
    if (what === "All") edit.put(sheet, row, column, undefined);
    else if (what === "Contents")
      edit.put(sheet, row, column, cell.style === DEFAULT_STYLE ? undefined : { value: null, style: cell.style });
    else edit.put(sheet, row, column, { ...cell, style: DEFAULT_STYLE });
  });
  if (what !== "Formats") tellEdited(workbook, sheet, area, before);
  if (what !== "Contents") tellLook(workbook, sheet, area);
}

/** Sets the height, width or hiding of the rows or columns of an area. */
export function setLines(
  workbook: Workbook,
  sheet: Sheet,
  axis: "rows" | "columns",
  area: Area,
  patch: { readonly size?: number | undefined; readonly hidden?: boolean },
): void {
  workbook.edit.touch();
  const lines = axis === "rows" ? sheet.rowLines : sheet.columnLines;
  const [from, to] = axis === "rows" ? [area.top, area.bottom] : [area.left, area.right];
  for (let at = from; at <= to; at++) {
    const old = lines.get(at);
    const size = "size" in patch ? patch.size : old?.size;
    const hidden = patch.hidden ?? old?.hidden ?? false;
    lines.set(at, {
      ...(size === undefined ? {} : { size }),
      ...(hidden ? { hidden } : {}),
      ...(old?.style ? { style: old.style } : {}),
    });
  }
  tellLook(workbook, sheet, area);
}

/** Joins an area into one cell; all but its first content is lost, as in Excel. */
export function mergeArea(workbook: Workbook, sheet: Sheet, area: Area, across: boolean): void {
  const { edit } = workbook;
  edit.touch();
  const areas: Area[] = [];
  if (across) for (let row = area.top; row <= area.bottom; row++) areas.push({ ...area, top: row, bottom: row });
  else areas.push(area);
  unmergeArea(workbook, sheet, area);
  for (const one of areas) {
    if (one.top === one.bottom && one.left === one.right) continue;
    sheet.merges = [...sheet.merges, one];
    let kept: Cell | undefined;
    eachCell(sheet, one, (cell, row, column) => {
      if (cell.value === null && cell.formula === undefined) return;
      kept ??= cell;
      edit.put(sheet, row, column, { value: null, style: cell.style });
    });
    if (kept) edit.put(sheet, one.top, one.left, { ...kept, style: styleAt(sheet, one.top, one.left) });
  }
  tellLook(workbook, sheet, area);
}

/** Takes apart every merged cell that the area touches. */
export function unmergeArea(workbook: Workbook, sheet: Sheet, area: Area): void {
  workbook.edit.touch();
  sheet.merges = sheet.merges.filter((one) => !intersection(one, area));
  tellLook(workbook, sheet, area);
}
